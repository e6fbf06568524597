/* Is all text of a document in the page of HTML that a converter made of it? */
#include "import/made_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/letters.h"
#include "import/light_markup.h"
#include "import/markup.h"
#include "import/office_words.h"

#define QUOTED_WORDS 8

struct made_words {
    struct letters page;
    bool *taken; /* of each word of the page */
    size_t at;   /* the word after the last piece */
    struct error *err;
};

/* ---- pieces in the page ---- */

static void init(struct made_words *words, const struct buf *html,
                 struct error *err)
{
    static const struct markup_rules rules = {.html = true};
    *words = (struct made_words){.err = err};
    letters_init(&words->page);
    markup_read(html->data, html->n_bytes, &rules, &words->page);
    words->taken = mem_calloc(words->page.n_words + 1, sizeof *words->taken);
}

static void finish(struct made_words *words)
{
    letters_finish(&words->page);
    free(words->taken);
}

/* Where in the page a word ends. */
static size_t word_end(const struct letters *page, size_t word)
{
    return word + 1 < page->n_words ? page->words[word + 1]
                                    : page->text.n_bytes;
}

/* The word behind a piece that begins with a word of the page, all of them not
 * taken yet; 0 if there is no such piece. */
static size_t end_of_piece(const struct made_words *words, size_t word,
                           const struct letters *piece)
{
    const struct letters *page = &words->page;
    size_t n = piece->text.n_bytes;
    size_t start = page->words[word], end = start + n;
    if (end > page->text.n_bytes ||
        memcmp(page->text.data + start, piece->text.data, n) != 0 ||
        !letters_signs_have(&page->signs, start, &piece->signs, n))
        return 0;
    for (; word < page->n_words && page->words[word] < end; word++)
        if (words->taken[word] || word_end(page, word) > end)
            return 0;
    return word;
}

/* Takes the first piece that is found from one word on, up to another. */
static bool find_piece(struct made_words *words, size_t from, size_t to,
                       const struct letters *piece)
{
    const struct letters *page = &words->page;
    while (from < to) {
        size_t start = page->words[from];
        const char *found =
            memmem(page->text.data + start, page->text.n_bytes - start,
                   piece->text.data, piece->text.n_bytes);
        if (!found)
            return false;
        size_t place = (size_t)(found - page->text.data);
        size_t word = letters_word_at(page, place);
        size_t end = word < to && page->words[word] == place
                         ? end_of_piece(words, word, piece)
                         : 0;
        for (size_t i = word; i < end; i++)
            words->taken[i] = true;
        if (end > 0) {
            words->at = end;
            return true;
        }
        from = word + 1;
    }
    return false;
}

static bool explain(const struct letters *piece, unsigned line,
                    struct error *err)
{
    struct buf quoted;
    buf_init(&quoted);
    letters_quote(piece, 0, QUOTED_WORDS, &quoted);
    if (line > 0)
        error_set(err, _("line %u: this text would be lost: \"%.200s\""), line,
                  quoted.data);
    else
        error_set(err, _("this text would be lost: \"%.200s\""), quoted.data);
    buf_finish(&quoted);
    return false;
}

/* Takes a piece of the source, which stands in a line (0: not known). */
static bool take(struct made_words *words, const struct letters *piece,
                 unsigned line)
{
    return piece->text.n_bytes == 0 ||
           find_piece(words, words->at, words->page.n_words, piece) ||
           find_piece(words, 0, words->at, piece) ||
           explain(piece, line, words->err);
}

static bool take_text(void *user, const char *text, size_t n_bytes,
                      unsigned line)
{
    struct letters piece;
    letters_init(&piece);
    letters_add(&piece, text, n_bytes);
    bool good = take(user, &piece, line);
    letters_finish(&piece);
    return good;
}

/* ---- DocBook ---- */

/* What tells of the document or is an index's, and not its text. */
static const char *const docbook_facts[] = {
    "indexterm", "pubdate",     "date",       "copyright",   "author",
    "editor",    "authorgroup", "revhistory", "keywordset",  "subjectset",
    "edition",   "releaseinfo", "biblioid",   "othercredit", "isbn"};

static const char *behind(const char *at, const char *end, const char *close)
{
    const char *found = memmem(at, (size_t)(end - at), close, strlen(close));
    return found ? found + strlen(close) : end;
}

static bool is_tag(const char *tag, const char *end, const char *name)
{
    size_t n = strlen(name);
    return (size_t)(end - tag) > n + 1 && memcmp(tag + 1, name, n) == 0 &&
           strchr(" \t\r\n>", tag[n + 1]);
}

/* Behind a tag, and behind all that it shows nothing of. */
static const char *pass_tag(const char *tag, const char *end)
{
    char close[40];
    if ((size_t)(end - tag) > 4 && memcmp(tag, "<!--", 4) == 0)
        return behind(tag, end, "-->");
    if ((size_t)(end - tag) > 2 && tag[1] == '?')
        return behind(tag, end, "?>");
    for (size_t i = 0; i < sizeof docbook_facts / sizeof *docbook_facts; i++) {
        snprintf(close, sizeof close, "</%s>", docbook_facts[i]);
        if (is_tag(tag, end, docbook_facts[i]))
            return behind(tag, end, close);
    }
    return behind(tag, end, ">");
}

/* The text between two tags, or of a CDATA section. */
static bool take_data(struct made_words *words, const char *text,
                      size_t n_bytes)
{
    static const struct markup_rules rules = {.html = false};
    struct letters piece;
    letters_init(&piece);
    markup_read(text, n_bytes, &rules, &piece);
    bool good = take(words, &piece, 0);
    letters_finish(&piece);
    return good;
}

static bool take_docbook(struct made_words *words, const char *text,
                         size_t n_bytes)
{
    const char *end = text + n_bytes;
    bool good = true;
    while (good && text < end) {
        const char *tag = memchr(text, '<', (size_t)(end - text));
        tag = tag ? tag : end;
        good = take_data(words, text, (size_t)(tag - text));
        if (good && (size_t)(end - tag) > 9 &&
            memcmp(tag, "<![CDATA[", 9) == 0) {
            text = behind(tag, end, "]]>");
            good = take_data(words, tag, (size_t)(text - tag));
        } else {
            text = tag < end ? pass_tag(tag, end) : end;
        }
    }
    return good;
}

/* ---- RTF ---- */

/* Cells of tables are divided by spaces and "|". */
static bool take_plain(struct made_words *words, const char *text,
                       size_t n_bytes)
{
    const struct light_markup_sink sink = {.user = words, .piece = take_text};
    return light_markup_read_plain(text, n_bytes, &sink);
}

static bool take_rtf(struct made_words *words, const struct document *document)
{
    const struct converter *row = converters;
    while (row->gives != CONVERTER_PLAIN)
        row++;
    struct buf plain;
    buf_init(&plain);
    bool good = converter_run(row, document, &plain, words->err) &&
                take_plain(words, plain.data, plain.n_bytes);
    buf_finish(&plain);
    return good;
}

/* ---- all formats ---- */

bool made_words_compare(const struct converter *converter,
                        const struct document *document, struct buf *html,
                        struct error *err)
{
    if (converter->member)
        return office_words_compare(document, html, err);
    struct made_words words;
    const struct light_markup_sink sink = {.user = &words, .piece = take_text};
    const char *data = document->data;
    size_t n_bytes = document->n_bytes;
    init(&words, html, err);
    bool good = converter->root    ? take_docbook(&words, data, n_bytes)
                : converter->magic ? take_rtf(&words, document)
                : strcmp(converter->suffix, ".org") == 0
                    ? light_markup_read_org(data, n_bytes, &sink)
                    : light_markup_read_rst(data, n_bytes, &sink);
    finish(&words);
    return good;
}
