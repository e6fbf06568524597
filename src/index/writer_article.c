/* Writes an article and its sections to the index. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "article/code.h"
#include "article/review.h"
#include "base/fold.h"
#include "base/mem.h"
#include "index/schema.h"
#include "index/section_text.h"
#include "index/terms.h"
#include "index/writer_data.h"

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

/* Adds the part of a title before a parenthesis as another name: "Flu vaccine"
 * of "Flu vaccine (influenza vaccine)". */
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

/* Adds title and synonyms, and fills writer->names and stem_lines with them. */
static enum db_result add_names(struct writer *writer,
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

/* Appends the stem of a term to out, and counts word and stem. */
static void add_term(struct writer *writer, const struct term *term,
                     struct buf *out)
{
    size_t n_bytes;
    const char *text = term_word(term, &n_bytes);
    struct lexeme *word =
        lexicon_get(&writer->words[writer->language], text, n_bytes);
    if (!word->stem) {
        char stem[TERM_MAX_BYTES + 1];
        size_t n_stem = term_stem(term, writer->language, stem);
        word->stem = lexicon_get(&writer->stems, stem, n_stem);
    }
    lexeme_count(word, writer->next_article);
    lexeme_count(word->stem, writer->next_section);
    buf_add_n(out, word->stem->text, word->stem->n_bytes);
    buf_add_char(out, ' ');
}

/* Appends further terms that find the text, such as joined compounds. */
static void add_joined(struct writer *writer, struct buf *out)
{
    struct term_reader reader;
    struct term term;
    term_reader_init(&reader, writer->joined.data, writer->joined.n_bytes);
    while (term_next(&reader, &term))
        add_term(writer, &term, out);
}

/* Appends the stems of a text to out and counts them. Returns how many terms
 * the text has. */
static size_t add_stems(struct writer *writer, const char *text, size_t n_bytes,
                        struct buf *out)
{
    struct term_reader reader;
    struct term term, before = {.text = NULL};
    size_t n = 0;
    buf_clear(&writer->folded);
    buf_clear(&writer->joined);
    fold_text(text, n_bytes, FOLD_ALL, &writer->folded);
    term_reader_init(&reader, writer->folded.data, writer->folded.n_bytes);
    for (; term_next(&reader, &term); n++) {
        add_term(writer, &term, out);
        term_add_joined(&before, &term, &writer->joined);
        before = term;
    }
    add_joined(writer, out);
    return n;
}

/* Counts the stems of a column that is the same in another section. */
static void count_stems(struct writer *writer, const struct buf *column)
{
    const char *at = column->data, *end = at + column->n_bytes;
    while (at < end) {
        size_t n = strcspn(at, " ");
        lexeme_count(lexicon_get(&writer->stems, at, n), writer->next_section);
        at += n + 1;
    }
}

static unsigned length_class(size_t n_words)
{
    double class = CLASSES_PER_DOUBLING * log2((double)n_words + 1);
    return class < LENGTH_CLASSES - 1 ? (unsigned)class : LENGTH_CLASSES - 1;
}

static enum db_result add_section_row(struct writer *writer,
                                      const struct article *article, size_t i)
{
    struct db_query *query = writer->queries[ADD_SECTION];
    const struct section *section = &article->sections[i];
    const struct heading *heading = section->heading < article->n_headings
                                        ? &article->headings[section->heading]
                                        : NULL;
    db_bind_long(query, 1, writer->next_section);
    db_bind_long(query, 2, writer->next_article);
    db_bind_long(query, 3, (int64_t)i);
    db_bind_long(query, 4, section->kind);
    db_bind_text(query, 5, section->title);
    db_bind_text(query, 6,
                 !heading          ? NULL
                 : heading->anchor ? heading->anchor
                                   : heading->slug);
    db_bind_long(query, 7, section->source_start);
    return db_do(query);
}

static void bind(struct db_query *query, int n, const struct buf *column)
{
    db_bind_text_n(query, n, column->data, column->n_bytes);
}

static enum db_result add_text_row(struct writer *writer, size_t n_words)
{
    struct db_query *query = writer->queries[ADD_TEXT];
    db_bind_long(query, 1,
                 writer->next_section << LENGTH_BITS | length_class(n_words));
    bind(query, 2, &writer->name_stems);
    bind(query, 3, &writer->heading);
    bind(query, 4, &writer->body);
    bind(query, 5, &writer->tags);
    return db_do(query);
}

static void add_tags(struct writer *writer, const struct article *article,
                     enum kind kind)
{
    buf_clear(&writer->tags);
    buf_printf(&writer->tags, TAG_KIND "%d " TAG_TYPE "%d " TAG_LANG, kind,
               article->meta.type);
    buf_add_n(&writer->tags, article->lang, strcspn(article->lang, "-_"));
    writer_add_codes(&article->meta, &writer->tags);
    if (writer->publisher)
        buf_printf(&writer->tags, " " TAG_PUBLISHER "%lld",
                   (long long)writer->publisher);
}

/* Fills the column for the heading, and counts its words for spelling
 * corrections. */
static void add_heading(struct writer *writer, const char *title)
{
    struct buf words;
    size_t n_bytes = strlen(title);
    add_stems(writer, title, n_bytes, &writer->heading);
    buf_init(&words);
    terms_add_words(title, n_bytes, &words);
    writer_count_words(writer, words.data, 0, false);
    buf_finish(&words);
}

/* Fills the column for names, which is the same in all sections of an
 * article. */
static void add_name_stems(struct writer *writer)
{
    buf_clear(&writer->name_stems);
    add_stems(writer, writer->names.data, writer->names.n_bytes,
              &writer->name_stems);
}

static enum db_result add_section(struct writer *writer,
                                  const struct article *article, size_t i)
{
    const struct section *section = &article->sections[i];
    const char *summary = i == 0 ? article->meta.summary : NULL;
    size_t n_words;
    buf_clear(&writer->heading);
    buf_clear(&writer->body);
    if (i == 0)
        add_name_stems(writer);
    else
        count_stems(writer, &writer->name_stems);
    if (section->title)
        add_heading(writer, section->title);
    buf_clear(&writer->text);
    section_add_text(article, section, &writer->text);
    n_words = add_stems(writer, writer->text.data, writer->text.n_bytes,
                        &writer->body);
    if (summary)
        n_words += add_stems(writer, summary, strlen(summary), &writer->body);
    add_tags(writer, article, section->kind);
    enum db_result result = add_section_row(writer, article, i);
    if (result == DB_DONE)
        result = add_text_row(writer, n_words);
    writer->next_section++;
    writer->counts[N_SECTIONS]++;
    writer->counts[N_WORDS] += (int64_t)n_words;
    return result;
}

static enum db_result add_file(struct writer *writer, const char *path,
                               const struct file_stamp *stamp)
{
    struct db_query *query = writer->queries[ADD_FILE];
    db_bind_text(query, 1, path);
    db_bind_long(query, 2, writer->next_article);
    db_bind_long(query, 3, (int64_t)stamp->inode);
    db_bind_long(query, 4, stamp->size_bytes);
    db_bind_long(query, 5, stamp->mtime_ns);
    return db_do(query);
}

static void bind_date(struct db_query *query, int n, const struct date *date)
{
    char text[11];
    date_format(date, text);
    db_bind_text(query, n, text);
}

static void bind_listed(struct db_query *query, const struct listed *listed)
{
    db_bind_text(query, 4, listed->id);
    db_bind_text(query, 5, listed->lang);
    db_bind_text(query, 6, listed->title);
    db_bind_text(query, 17, listed_sort_title(listed));
    db_bind_text(query, 21, writer_name_key(listed->id, &listed->name_key));
}

/* Binds the synonyms as written, one to a line. A line break within one becomes
 * a space. */
static void bind_synonyms(struct writer *writer, const struct meta *meta)
{
    struct buf *lines = &writer->text;
    buf_clear(lines);
    for (size_t i = 0; i < meta->n_synonyms; i++) {
        for (const char *at = meta->synonyms[i]; *at; at++)
            buf_add_char(lines, *at == '\n' ? ' ' : *at);
        buf_add_char(lines, '\n');
    }
    bind(writer->queries[ADD_ARTICLE], 22, lines);
}

/* Binds the keys of codes, one to a line. */
static void bind_codes(struct writer *writer, const struct meta *meta)
{
    struct buf *lines = &writer->text;
    buf_clear(lines);
    for (size_t i = 0; i < meta->n_codes; i++) {
        code_add_key(meta->codes[i].system, meta->codes[i].value, lines);
        buf_add_char(lines, '\n');
    }
    bind(writer->queries[ADD_ARTICLE], 26, lines);
}

static void bind_article(struct writer *writer, const struct article *article,
                         unsigned root)
{
    struct db_query *query = writer->queries[ADD_ARTICLE];
    const struct meta *meta = &article->meta;
    db_bind_long(query, 1, writer->next_article);
    db_bind_text(query, 2, article->path);
    db_bind_long(query, 3, root);
    bind(query, 7, &writer->stem_lines);
    db_bind_long(query, 8, meta->type);
    db_bind_text(query, 9, meta->origin.id);
    bind_date(query, 10, &meta->reviewed);
    bind_date(query, 11, &meta->updated);
    db_bind_text(query, 12, NULL);
    db_bind_long(query, 13, writer->next_section);
    db_bind_long(query, 14, (int64_t)article->n_sections);
    db_bind_text(query, 18, meta->origin.publisher);
    db_bind_long(query, 19,
                 review_n_changed(article) ? -1 /* marks a changed review */
                 : meta->n_reviewers       ? (int64_t)meta->n_reviewers
                                           : meta->reviewed.year != 0);
    db_bind_long(query, 20, (int64_t)article_kinds(article));
    bind_synonyms(writer, meta);
    db_bind_text(query, 23, meta->summary);
    bind_date(query, 24, &meta->review_due);
    db_bind_long(query, 25, (int64_t)meta->n_sources);
    bind_codes(writer, meta);
}

/* Selects the language in which the sections are stemmed, and adds it to the
 * languages of the index. */
static enum db_result add_language(struct writer *writer, const char *lang)
{
    struct db_query *query = writer->queries[ADD_LANGUAGE];
    writer->language = stem_language(lang);
    db_bind_text_n(query, 1, lang, strcspn(lang, "-_"));
    return db_do(query);
}

enum db_result writer_add(struct writer *writer, const struct article *article,
                          unsigned root)
{
    struct db_query *query = writer->queries[ADD_ARTICLE];
    int64_t first_name = writer->next_name;
    enum db_result result = add_language(writer, article->lang);
    writer_find_publisher(writer, article->meta.origin.publisher);
    if (result == DB_DONE)
        result = add_names(writer, article);
    /* An article without a title has its id as title. name_of_file() works that
     * out more precisely, so it is left to listed_init(). */
    bool has_title = article->title != article->id;
    struct arena arena;
    struct listed listed;
    arena_init(&arena);
    listed_init(&listed, &arena, article->path, article->meta.lang,
                has_title ? article->title : NULL);
    bind_article(writer, article, root);
    bind_listed(query, &listed);
    db_bind_long(query, 15, first_name);
    db_bind_long(query, 16, writer->next_name - first_name);
    if (result == DB_DONE)
        result = db_do(query);
    if (result == DB_DONE)
        result = writer_list(writer, &listed, &article->meta);
    if (result == DB_DONE)
        result = add_file(writer, article->path, &article->stamp);
    for (size_t i = 0; i < article->n_sections && result == DB_DONE; i++)
        result = add_section(writer, article, i);
    listed_finish(&listed);
    arena_finish(&arena);
    writer->next_article++;
    writer->counts[N_ARTICLES]++;
    return result;
}

enum db_result writer_add_problem(struct writer *writer,
                                  const struct walk_file *found,
                                  const char *problem)
{
    struct db_query *query = writer->queries[ADD_ARTICLE];
    static const struct file_stamp none;
    enum db_result result = add_file(writer, found->path, &none);
    struct arena arena;
    struct listed listed;
    arena_init(&arena);
    listed_init(&listed, &arena, found->path, NULL, NULL);
    for (int i = 7; i <= 26; i++)
        db_bind_text(query, i, NULL);
    db_bind_long(query, 1, writer->next_article);
    db_bind_text(query, 2, found->path);
    db_bind_long(query, 3, found->n_root);
    bind_listed(query, &listed);
    db_bind_text(query, 12, problem);
    if (result == DB_DONE)
        result = db_do(query);
    if (result == DB_DONE)
        result = writer_list(writer, &listed, NULL);
    listed_finish(&listed);
    arena_finish(&arena);
    writer->next_article++;
    writer->counts[N_ARTICLES]++;
    return result;
}
