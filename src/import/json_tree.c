/* Questions and answers in JSON that is no plain list of them: topics with
 * lists of questions, SQuAD's paragraphs, chats of a user and an assistant,
 * objects whose members are questions.
 *
 * Each topic is an article, and each record of a list or of lines; anything
 * else is one. [jansson] */
#include "import/json_tree.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "import/encoding.h"
#include "import/json_article.h"
#include "import/json_member.h"
#include "import/json_scan.h"
#include "import/records.h"
#include "import/source.h"
#include "import/table_row.h"

#define HEAD_BYTES ((size_t)65536)
#define MAX_BYTES ((size_t)32 << 20) /* a tree takes up to 18 times as much */

/* ---- recognising ---- */

static char first_byte(const struct document *document)
{
    const char *at = document->data, *end = at + document->n_bytes;
    while (at < end && (ascii_is_space(*at) || (unsigned char)*at >= 0xBB))
        at++;
    return at < end ? *at : '\0';
}

struct members_seen {
    bool question, answer, role, content;
};

static void look_at(struct members_seen *seen, const char *name)
{
    seen->question |= table_row_rank(name, COLUMN_QUESTION) > 0;
    seen->answer |= table_row_rank(name, COLUMN_ANSWER) > 0 ||
                    ascii_casestr(name, "answer");
    seen->role |= strcmp(name, "role") == 0 || strcmp(name, "from") == 0 ||
                  strcmp(name, "utterances") == 0;
    seen->content |= strcmp(name, "content") == 0 ||
                     strcmp(name, "value") == 0 || strcmp(name, "text") == 0 ||
                     strcmp(name, "utterances") == 0;
    size_t n = strlen(name);
    if (n > 1 && name[n - 1] == '?')
        seen->question = seen->answer = true;
}

bool json_tree_recognise(const struct document *document)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    const char *at = document->data, *end = at + n;
    struct members_seen seen = {0};
    struct buf text;
    if (!strchr("[{", first_byte(document)) || document->n_bytes == 0)
        return false;
    buf_init(&text);
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        buf_clear(&text);
        at = json_string_end(at + 1, end, &text);
        const char *next = at;
        while (next < end && ascii_is_space(*next))
            next++;
        if (next < end && *next == ':')
            look_at(&seen, text.data);
    }
    buf_finish(&text);
    return (seen.question && seen.answer) || (seen.role && seen.content);
}

/* ---- reading ---- */

static json_t *parse(const char *data, size_t n_bytes, struct error *err)
{
    json_error_t reason;
    json_t *root = json_loadb(data, n_bytes, 0, &reason);
    if (!root)
        error_set(err, _("line %d: not well-formed JSON: %s"), reason.line,
                  reason.text);
    return root;
}

static json_t *parse_document(const struct document *document,
                              const struct import_options *options,
                              struct error *err)
{
    struct buf text;
    buf_init(&text);
    json_t *root = encoding_to_utf8(document->data, document->n_bytes,
                                    options->encoding, &text, err)
                       ? parse(text.data, text.n_bytes, err)
                       : NULL;
    buf_finish(&text);
    return root;
}

/* The first list of objects, in the order of the text. */
static const json_t *first_list(const json_t *value)
{
    const char *key;
    json_t *member;
    size_t i;
    const json_t *found = NULL;
    if (json_is_array(value) && json_is_object(json_array_get(value, 0)))
        return value;
    json_object_foreach((json_t *)value, key, member)
    {
        if (!found)
            found = first_list(member);
    }
    json_array_foreach(value, i, member)
    {
        if (!found)
            found = first_list(member);
    }
    return found;
}

bool json_tree_has_more(const struct document *document)
{
    static const struct import_options none = {0};
    struct error err;
    json_t *root = first_byte(document) == '{' && !document->stream
                       ? parse_document(document, &none, &err)
                       : NULL;
    bool more = root && json_member_has_text(root, first_list(root));
    json_decref(root);
    return more;
}

/* ---- articles ---- */

struct tree {
    const struct document *document;
    const struct import_options *options;
    const struct sink *sink;
    const char *stem;
    size_t n_articles;
};

static void give_out(struct tree *tree, const json_t *value,
                     const json_t *without, const struct buf *source)
{
    struct json_article article = {.ledger = tree->sink->ledger,
                                   .keep_unanswered =
                                       tree->options->keep_unanswered,
                                   .without = without,
                                   .title = json_member_title_text(value)};
    draft_init(&article.draft);
    json_article_write(&article, value, tree->stem);
    article.draft.origin.retrieved = tree->document->retrieved;
    if (source) {
        article.draft.source = source->data;
        article.draft.n_source_bytes = source->n_bytes;
    }
    if (article.draft.body.n_bytes > 0) {
        tree->sink->take(tree->sink->user, &article.draft);
        tree->n_articles++;
    } else {
        ledger_clear(tree->sink->ledger);
        tree->sink->skip(tree->sink->user, tree->document,
                         _("no text in an object"));
    }
    json_article_finish(&article);
}

/* Do all have a title, and lists of their own? */
static bool are_topics(const json_t *list)
{
    size_t i;
    json_t *member, *value;
    const char *key;
    json_array_foreach(list, i, member)
    {
        bool nested = false;
        json_object_foreach(member, key, value)
        {
            nested |= json_is_array(value) || json_is_object(value);
        }
        if (!nested || !json_member_title_text(member) ||
            json_member_is_message(member))
            return false;
    }
    return json_array_size(list) > 0;
}

/* The topics are articles, and so is what stands around them. */
static void write_topics(struct tree *tree, const json_t *root,
                         const json_t *topics)
{
    size_t i;
    json_t *topic;
    if (json_member_has_text(root, topics))
        give_out(tree, root, topics, NULL);
    else
        json_member_note_all(root, topics, tree->sink->ledger, LEDGER_LEFT_OUT,
                             "words around the topics");
    json_array_foreach(topics, i, topic)
    {
        give_out(tree, topic, NULL, NULL);
    }
}

static bool convert_whole(struct tree *tree, struct error *err)
{
    struct document whole;
    bool good = document_read_whole(tree->document, MAX_BYTES, &whole, err);
    json_t *root = good ? parse_document(&whole, tree->options, err) : NULL;
    const json_t *list = root ? first_list(root) : NULL;
    if (list && are_topics(list))
        write_topics(tree, root, list);
    else if (root)
        give_out(tree, root, NULL, NULL);
    json_decref(root);
    document_free_whole(tree->document, &whole);
    return root;
}

/* ---- records ---- */

static bool convert_records(struct tree *tree, struct records *records,
                            struct error *err)
{
    struct record record;
    struct buf text;
    bool good = true;
    buf_init(&text);
    while (good && (good = records_next(records, &record, err)) &&
           record.n_bytes > 0) {
        struct error bad;
        buf_clear(&text);
        good =
            records_read(records, &record, tree->options->encoding, &text, err);
        json_t *value = good ? parse(text.data, text.n_bytes, &bad) : NULL;
        if (value)
            give_out(tree, value, NULL, &text);
        else if (good)
            good = error_set(err, _("line %zu: %s"), record.line, bad.message);
        json_decref(value);
    }
    buf_finish(&text);
    return good;
}

/* Is the first record of this form an object, and another one after it? */
static bool has_records(const struct document *document, enum records_form form)
{
    struct record record;
    struct error err;
    struct buf text;
    struct document head = *document;
    head.stream = NULL;
    struct records *records = records_open(&head, form, 0, &err);
    buf_init(&text);
    json_t *first = records && records_next(records, &record, &err) &&
                            record.n_bytes > 0 &&
                            records_read(records, &record, NULL, &text, &err)
                        ? parse(text.data, text.n_bytes, &err)
                        : NULL;
    bool are = json_is_object(first) && !json_member_is_message(first) &&
               records_next(records, &record, &err) && record.n_bytes > 0;
    json_decref(first);
    records_close(records);
    buf_finish(&text);
    return are;
}

/* Of a list of objects or of lines of them each is an article. What is too
 * large to be read as a whole is taken for such a list. */
static bool find_records(const struct tree *tree, enum records_form *form)
{
    const struct document *document = tree->document;
    bool list = first_byte(document) == '[';
    *form = list ? RECORDS_OBJECTS : RECORDS_LINES;
    if (has_records(document, *form))
        return true;
    *form = RECORDS_OBJECTS;
    if (list || !document->stream || !has_records(document, *form))
        return false;
    tree->sink->skip(tree->sink->user, document,
                     _("what stands around the first list of objects"));
    return true;
}

bool json_tree_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err)
{
    enum records_form form;
    char *stem = document_stem(document);
    struct tree tree = {document, options, sink, stem, 0};
    bool good;
    if (find_records(&tree, &form)) {
        struct records *records = records_open(document, form, 0, err);
        good = records && convert_records(&tree, records, err);
        records_close(records);
    } else {
        good = convert_whole(&tree, err);
    }
    free(stem);
    return good;
}
