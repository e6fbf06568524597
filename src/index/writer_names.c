/* Names of an article as rows of the index. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/terms.h"
#include "index/writer_data.h"

void writer_count_words(struct writer *writer, const char *words,
                        unsigned n_names, bool medicine)
{
    while (*words) {
        size_t n = strcspn(words, " ");
        struct lexeme *word = lexicon_get(&writer->name_words, words, n);
        word->n += n_names;
        word->medicines += medicine ? n_names : 0;
        words += n + (words[n] == ' ');
    }
}

static enum db_result add_name(struct writer *writer, const char *name,
                               bool medicine)
{
    struct db_query *query = writer->queries[ADD_NAME];
    struct buf words;
    size_t start = writer->stem_lines.n_bytes;
    buf_init(&words);
    terms_add_words(name, strlen(name), &words);
    writer_count_words(writer, words.data, 1, medicine);
    buf_finish(&words);
    terms_add_stems(name, strlen(name), STEM_ENGLISH, &writer->stem_lines);
    db_bind_long(query, 1, writer->next_name++);
    db_bind_long(query, 2, writer->next_article);
    db_bind_long(query, 3,
                 terms_hash(writer->stem_lines.data + start,
                            writer->stem_lines.n_bytes - start));
    buf_add_char(&writer->stem_lines, '\n');
    buf_add(&writer->names, name);
    buf_add_char(&writer->names, '\n');
    return db_do(query);
}

/* "Flu vaccine (influenza vaccine)" is called "Flu vaccine", too. */
static enum db_result add_short_title(struct writer *writer, const char *title,
                                      bool medicine)
{
    const char *end = strstr(title, " (");
    if (!end || end == title)
        return DB_DONE;
    char *name = mem_strndup(title, (size_t)(end - title));
    enum db_result result = add_name(writer, name, medicine);
    free(name);
    return result;
}

/* Title and synonyms. */
enum db_result writer_add_names(struct writer *writer,
                                const struct article *article)
{
    bool medicine = article->meta.type == TYPE_MEDICINE;
    buf_clear(&writer->names);
    buf_clear(&writer->stem_lines);
    enum db_result result = add_name(writer, article->title, medicine);
    if (result == DB_DONE)
        result = add_short_title(writer, article->title, medicine);
    for (size_t i = 0; i < article->meta.n_synonyms && result == DB_DONE; i++)
        result = add_name(writer, article->meta.synonyms[i], medicine);
    return result;
}
