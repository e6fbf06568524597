/* Articles to measure with, and many more made from them. */
#include "corpus.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/file.h"

void corpus_init(struct corpus *corpus, const char *folder)
{
    *corpus = (struct corpus){0};
    walk_init(&corpus->walk, &corpus->arena);
    walk_root(&corpus->walk, folder);
    for (size_t i = 0; i < corpus->walk.n_found; i++) {
        struct stat st;
        if (stat(corpus->walk.found[i].path, &st) == 0)
            corpus->n_bytes += st.st_size;
    }
}

void corpus_finish(struct corpus *corpus)
{
    walk_finish(&corpus->walk);
    arena_finish(&corpus->arena);
}

/* One of three long words gets one of forty syllables: a copy has words that
 * no other has, and most that all have. */
static void vary(const struct buf *text, unsigned copy, struct buf *out)
{
    static const char consonants[] = "bdfgklmn", vowels[] = "aeiou";
    for (size_t i = 0; i < text->n_bytes;) {
        size_t n = 0;
        uint32_t hash = 5381;
        while (i + n < text->n_bytes &&
               isalpha((unsigned char)text->data[i + n]))
            hash = hash * 33 + (unsigned char)tolower(text->data[i + n++]);
        buf_add_n(out, text->data + i, n ? n : 1);
        if (n >= 6 && hash % 3 == 0) {
            unsigned syllable = (hash / 3 + copy) % 40;
            buf_add_char(out, consonants[syllable % 8]);
            buf_add_char(out, vowels[syllable / 8]);
        }
        i += n ? n : 1;
    }
}

/* The title line, varied; the other keys are left out. */
static void add_front_matter(const char *text, unsigned copy, struct buf *out)
{
    const char *title = strstr(text, "title: ");
    struct buf line;
    buf_init(&line);
    if (title)
        buf_add_n(&line, title + 7, strcspn(title + 7, "\n"));
    buf_add(out, "---\ntitle: ");
    vary(&line, copy, out);
    buf_add(out, "\nlang: en\n---\n");
    buf_finish(&line);
}

static void write_copy(const char *path, const char *folder, unsigned copy)
{
    struct buf text, rest, varied, target;
    buf_init(&text);
    buf_init(&rest);
    buf_init(&varied);
    buf_init(&target);
    buf_printf(&target, "%s/%u%s", folder, copy, strrchr(path, '/'));
    if (file_read(path, 0, &text, NULL, NULL)) {
        struct meta_extent extent = meta_find(text.data, text.n_bytes);
        add_front_matter(text.data, copy, &varied);
        buf_add(&rest, text.data + extent.body_start);
        vary(&rest, copy, &varied);
        FILE *file = fopen(target.data, "w");
        if (!file || fwrite(varied.data, varied.n_bytes, 1, file) != 1)
            perror(target.data);
        if (file)
            fclose(file);
    }
    buf_finish(&text);
    buf_finish(&rest);
    buf_finish(&varied);
    buf_finish(&target);
}

void corpus_copy(const struct corpus *corpus, const char *folder, unsigned n)
{
    struct stat st;
    struct error err;
    if (stat(folder, &st) == 0)
        return;
    for (unsigned copy = 0; copy < n; copy++) {
        struct buf path;
        buf_init(&path);
        buf_printf(&path, "%s/%u", folder, copy);
        if (!file_make_folder(path.data, &err))
            puts(err.message);
        buf_finish(&path);
        for (size_t i = 0; i < corpus->walk.n_found; i++)
            write_copy(corpus->walk.found[i].path, folder, copy);
    }
}
