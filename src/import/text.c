/* Plain text, and posts copied from a board.
 *
 * A paragraph of a section on risks that says who should not have it, with the
 * list after it, becomes a section of its own behind that one: whoever looks
 * for contraindications finds them. */
#include "import/text.h"

#include <stdlib.h>
#include <string.h>

#include "kind/kind.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/conserve.h"
#include "import/encoding.h"
#include "import/format.h"
#include "import/forum.h"
#include "import/html_dates.h"
#include "import/language.h"
#include "import/lines.h"
#include "import/markdown.h"

#define RECOGNISE_BYTES 4096
#define TITLE_MAX_BYTES 160

struct text_post {
    struct draft draft;
    struct lines lines;
    struct kind_context context;
    enum kind kind;       /* of the section that is open */
    struct buf set_apart; /* a section that comes behind it */
    struct buf *out;      /* the body, or set_apart */
};

/* Files that come with others and tell of them. */
static bool tells_of_files(const struct document *document)
{
    static const char *const names[] = {"readme",    "license", "licence",
                                        "copying",   "notice",  "copyright",
                                        "changelog", "changes", "authors"};
    char *stem = document_stem(document);
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        found |= ascii_casecmp(stem, names[i]) == 0;
    free(stem);
    return found;
}

void text_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters)
{
    struct buf text;
    buf_init(&text);
    letters->line = 1;
    if (encoding_to_utf8(document->data, document->n_bytes, options->encoding,
                         &text, NULL))
        letters_add(letters, text.data, text.n_bytes);
    buf_finish(&text);
}

bool text_recognise(const struct document *document)
{
    size_t n = document->n_bytes < RECOGNISE_BYTES ? document->n_bytes
                                                   : RECOGNISE_BYTES;
    return (str_ends(document->name, ".txt") ||
            str_ends(document->name, ".text")) &&
           !tells_of_files(document) && encoding_is_text(document->data, n);
}

/* ---- the body ---- */

static void end_section(struct text_post *post)
{
    markdown_blank_line(&post->draft.body);
    buf_add(&post->draft.body, post->set_apart.data);
    buf_clear(&post->set_apart);
    post->out = &post->draft.body;
}

static void write_heading(struct text_post *post, const struct lines_line *line)
{
    struct markdown_heading heading = {.level = 2, .context = &post->context};
    end_section(post);
    markdown_heading(line->text, line->n_bytes, &heading, post->out);
    char *text = mem_strndup(line->text, line->n_bytes);
    post->kind = kind_of_heading(text, &post->context);
    free(text);
}

static bool is_item(const struct lines *lines, size_t at)
{
    return at < lines->n && (lines->items[at].type == LINE_BULLET ||
                             lines->items[at].type == LINE_NUMBER);
}

/* A list, from line at on; returns the line after it. Where paragraphs are
 * wrapped, so are items. */
static size_t write_list(struct text_post *post, size_t at)
{
    const struct lines *lines = &post->lines;
    markdown_blank_line(post->out);
    while (is_item(lines, at)) {
        const struct lines_line *first = &lines->items[at++];
        struct buf item;
        buf_init(&item);
        buf_add_n(&item, first->text, first->n_bytes);
        while (lines->wrapped && at < lines->n &&
               lines->items[at].type == LINE_TEXT) {
            buf_add_char(&item, ' ');
            buf_add_n(&item, lines->items[at].text, lines->items[at].n_bytes);
            at++;
        }
        if (first->type == LINE_NUMBER) {
            size_t n = strspn(item.data, "0123456789") + 1;
            ledger_note(lines->ledger, LEDGER_LEFT_OUT, "list mark", item.data,
                        n);
            buf_add_n(post->out, item.data, n);
            buf_add_char(post->out, ' ');
            markdown_text(item.data + n, item.n_bytes - n, post->out);
            buf_add_char(post->out, '\n');
        } else {
            markdown_item(item.data, item.n_bytes, 0, post->out);
        }
        buf_finish(&item);
        size_t next = at;
        while (next < lines->n && lines->items[next].type == LINE_BLANK)
            next++;
        if (is_item(lines, next))
            at = next;
    }
    markdown_blank_line(post->out);
    return at;
}

/* What only the phrases of the kinds tell from a short paragraph: "When to call
 * 999". Any name may be an overview's. */
static void find_known_headings(struct text_post *post)
{
    for (size_t i = 0; i < post->lines.n; i++) {
        struct lines_line *line = &post->lines.items[i];
        if (!lines_may_head(&post->lines, i))
            continue;
        size_t n = line->n_bytes - (line->text[line->n_bytes - 1] == ':');
        char *text = mem_strndup(line->text, n);
        enum kind kind = kind_of_heading(text, &post->context);
        if (kind != KIND_NONE && kind != KIND_OVERVIEW) {
            line->type = LINE_HEADING;
            line->n_bytes = n;
        }
        free(text);
    }
}

static size_t next_line(const struct lines *lines, size_t at)
{
    while (at < lines->n && lines->items[at].type == LINE_BLANK)
        at++;
    return at;
}

/* "Some people are not candidates, including those with:" and a list? */
static bool tells_who_should_not(const struct text_post *post,
                                 const struct buf *text, size_t next)
{
    bool of_risks = post->kind == KIND_RISKS ||
                    post->kind == KIND_SIDE_EFFECTS ||
                    post->kind == KIND_WARNINGS;
    return of_risks && buf_ends(text, ":") && is_item(&post->lines, next) &&
           kind_of_heading(text->data, &post->context) ==
               KIND_CONTRAINDICATIONS;
}

static void set_apart(struct text_post *post)
{
    struct markdown_heading heading = {
        .level = 2, .kind = KIND_CONTRAINDICATIONS, .context = &post->context};
    const char *title = kind_label(KIND_CONTRAINDICATIONS, post->draft.lang);
    post->out = &post->set_apart;
    ledger_note(post->lines.ledger, LEDGER_ADDED, "heading", title,
                strlen(title));
    markdown_heading(title, strlen(title), &heading, post->out);
}

/* A paragraph, from line at on; returns the line after it, and after its list
 * if both are set apart. */
static size_t write_paragraph(struct text_post *post, size_t at)
{
    const struct lines *lines = &post->lines;
    struct buf text;
    buf_init(&text);
    do {
        if (text.n_bytes > 0)
            buf_add_char(&text, ' ');
        buf_add_n(&text, lines->items[at].text, lines->items[at].n_bytes);
        at++;
    } while (lines->wrapped && at < lines->n && !lines->items[at - 1].alone &&
             lines->items[at].type == LINE_TEXT);
    size_t next = next_line(lines, at);
    bool apart = tells_who_should_not(post, &text, next);
    if (apart)
        set_apart(post);
    size_t n_before = post->out->n_bytes;
    markdown_paragraph(text.data, text.n_bytes, post->out);
    if (apart) {
        at = write_list(post, next);
        conserve_note(lines->ledger, LEDGER_MOVED, "who should not have it",
                      post->out->data + n_before,
                      post->out->n_bytes - n_before);
        post->out = &post->draft.body;
    }
    buf_finish(&text);
    return at;
}

static void write_body(struct text_post *post)
{
    for (size_t at = 0; at < post->lines.n;) {
        const struct lines_line *line = &post->lines.items[at];
        switch (line->type) {
        case LINE_BLANK: at++; break;
        case LINE_TEXT: at = write_paragraph(post, at); break;
        case LINE_BULLET:
        case LINE_NUMBER: at = write_list(post, at); break;
        case LINE_HEADING:
        case LINE_QUESTION:
            write_heading(post, line);
            at++;
            break;
        }
    }
    end_section(post);
}

/* ---- front matter ---- */

/* A first line that looks like one is the title; otherwise the file's name. */
static struct lines_line first_title(struct lines *lines)
{
    struct lines_line none = {0};
    size_t first = next_line(lines, 0);
    if (first + 1 >= lines->n)
        return none;
    struct lines_line *line = &lines->items[first];
    bool alone = lines->items[first + 1].type == LINE_BLANK;
    if (line->n_bytes > TITLE_MAX_BYTES ||
        !(line->type == LINE_HEADING || (line->type == LINE_TEXT && alone)) ||
        strchr(".,;:", line->text[line->n_bytes - 1]))
        return none;
    struct lines_line title = *line;
    line->type = LINE_BLANK;
    return title;
}

/* "What is microneedling? Benefits ..." is also called microneedling. */
static void add_subject(struct draft *draft)
{
    static const char *const starts[] = {"What is ", "What are "};
    for (size_t i = 0; i < 2; i++) {
        if (ascii_ncasecmp(draft->title, starts[i], strlen(starts[i])) != 0)
            continue;
        const char *subject = draft->title + strlen(starts[i]);
        size_t n = strcspn(subject, "?");
        if (subject[n] == '?')
            draft_add_synonym(draft, arena_strndup(&draft->arena, subject, n));
    }
}

static void read_front(struct text_post *post, const struct document *document,
                       const struct buf *text)
{
    struct draft *draft = &post->draft;
    struct lines_line title;
    lines_drop_pages(&post->lines);
    bool forum = forum_clean(&post->lines, &title);
    lines_find_questions(&post->lines);
    lines_find_headings(&post->lines);
    if (!forum)
        title = first_title(&post->lines);
    char *name = document_stem(document);
    draft->title = title.n_bytes > 0
                       ? arena_strndup(&draft->arena, title.text, title.n_bytes)
                       : arena_strdup(&draft->arena, name);
    ledger_note(post->lines.ledger, LEDGER_STATED, "title", title.text,
                title.n_bytes);
    draft_set_id(draft, forum ? "forum" : "text", NULL, name);
    draft->lang = language_guess(text->data, text->n_bytes);
    draft->origin.retrieved = document->retrieved;
    add_subject(draft);
    free(name);
}

static void convert(struct text_post *post, const struct document *document,
                    const struct buf *text, const struct sink *sink)
{
    struct draft *draft = &post->draft;
    lines_split(&post->lines, text->data, text->n_bytes, sink->ledger);
    read_front(post, document, text);
    post->context = (struct kind_context){
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
    };
    find_known_headings(post);
    post->out = &draft->body;
    write_body(post);
    html_read_body_dates(draft);
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    else
        sink->skip(sink->user, document, _("a text without words"));
    lines_finish(&post->lines);
}

/* In a set that the user names, any byte may be. */
static bool is_text(const struct document *document,
                    const struct import_options *options)
{
    size_t n = document->n_bytes < RECOGNISE_BYTES ? document->n_bytes
                                                   : RECOGNISE_BYTES;
    return options->encoding || n == 0 || encoding_is_text(document->data, n);
}

bool text_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err)
{
    struct buf text;
    buf_init(&text);
    bool good =
        (is_text(document, options) || format_set_advice(document, err)) &&
        encoding_to_utf8(document->data, document->n_bytes, options->encoding,
                         &text, err);
    if (good) {
        struct text_post post = {.kind = KIND_NONE};
        draft_init(&post.draft);
        buf_init(&post.set_apart);
        convert(&post, document, &text, sink);
        buf_finish(&post.set_apart);
        draft_finish(&post.draft);
    }
    buf_finish(&text);
    return good;
}
