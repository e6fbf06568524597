/* The words of Word and OpenDocument texts and of EPUBs, by their members.
 * [libarchive]
 *
 * The XML is cut where paragraphs end, and where a converter puts text of its
 * own: the number of a note. The letters of each piece must stand together in
 * what the converter made of it. */
#include "import/office_words.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "import/letters.h"
#include "import/markup.h"
#include "import/source.h"

#define QUOTED_WORDS 8
#define READ_BYTES ((size_t)64 * 1024)

static const char *const hidden[] = {
    "note-citation", "instrText", "delText",   "delInstrText",    "Fallback",
    "posOffset",     "pctWidth",  "pctHeight", "align",           "head",
    "annotation",    "title",     "desc",      "tracked-changes", NULL};

static const char *const cuts[] = {"</w:p>",
                                   "<w:footnoteReference",
                                   "<w:endnoteReference",
                                   "<w:commentReference",
                                   "<w:drawing",
                                   "<w:pict",
                                   "<w:txbxContent",
                                   "</w:txbxContent",
                                   "<m:oMath",
                                   "</m:oMath>",
                                   "</text:p>",
                                   "</text:h>",
                                   "<text:note ",
                                   "</text:note>",
                                   "</text:note-citation>",
                                   "<draw:",
                                   "</draw:text-box>",
                                   "</draw:frame>",
                                   "</p>",
                                   "</li>",
                                   "</td>",
                                   "</th>",
                                   "</h1>",
                                   "</h2>",
                                   "</h3>",
                                   "</h4>",
                                   "</div>",
                                   "<a ",
                                   "</a>",
                                   "<sup",
                                   "</sup>"};

struct office_words {
    struct letters made; /* of the HTML */
    size_t at;           /* where the last piece was found */
    bool in_box;
    struct buf boxes; /* what the converter leaves out of them, as HTML */
};

static bool is_read(const char *name)
{
    if (strstr(name, "nav.") || strstr(name, "toc.") || strstr(name, "cover"))
        return false;
    return str_equal(name, "word/document.xml") ||
           str_equal(name, "word/footnotes.xml") ||
           str_equal(name, "word/endnotes.xml") ||
           str_equal(name, "content.xml") || str_ends(name, ".xhtml") ||
           str_ends(name, ".html") || str_ends(name, ".htm");
}

/* Finds a piece from an offset on, with the signs of its numbers. */
static bool find_piece(struct office_words *words, size_t from,
                       const struct letters *piece)
{
    const struct buf *text = &words->made.text;
    const char *at = text->data + from, *end = text->data + text->n_bytes;
    while ((at = memmem(at, (size_t)(end - at), piece->text.data,
                        piece->text.n_bytes))) {
        size_t start = (size_t)(at - text->data);
        if (letters_signs_have(&words->made.signs, start, &piece->signs,
                               piece->text.n_bytes)) {
            words->at = start + piece->text.n_bytes;
            return true;
        }
        at++;
    }
    return false;
}

/* In what comes after the last piece, else anywhere. */
static bool has_piece(struct office_words *words, const struct letters *piece)
{
    return piece->text.n_bytes == 0 || find_piece(words, words->at, piece) ||
           find_piece(words, 0, piece);
}

/* Pieces that begin with these are in a text box, or are not any more. */
static void look_for_box(struct office_words *words, const char *text)
{
    if (str_starts(text, "<w:txbxContent") ||
        str_starts(text, "<draw:text-box"))
        words->in_box = true;
    else if (str_starts(text, "</w:txbxContent") ||
             str_starts(text, "</draw:text-box"))
        words->in_box = false;
}

/* A piece as a paragraph; its entities are HTML's. */
static void add_paragraph(const char *text, size_t n_bytes, struct buf *out)
{
    const char *end = text + n_bytes;
    buf_add(out, "<p>");
    while (text < end) {
        const char *tag = memchr(text, '<', (size_t)(end - text));
        buf_add_n(out, text, (size_t)((tag ? tag : end) - text));
        if (tag && (str_starts(tag, "<w:tab") || str_starts(tag, "<w:br") ||
                    str_starts(tag, "<text:s") || str_starts(tag, "<text:tab")))
            buf_add_char(out, ' ');
        const char *close = tag ? memchr(tag, '>', (size_t)(end - tag)) : NULL;
        text = close ? close + 1 : end;
    }
    buf_add(out, "</p>\n");
}

static bool compare_piece(struct office_words *words, const char *text,
                          size_t n_bytes, struct error *err)
{
    static const struct markup_rules rules = {.skipped = hidden};
    struct letters letters;
    letters_init(&letters);
    markup_read(text, n_bytes, &rules, &letters);
    bool good = has_piece(words, &letters);
    if (!good && words->in_box) {
        add_paragraph(text, n_bytes, &words->boxes);
        good = true;
    }
    if (!good) {
        struct buf quoted;
        buf_init(&quoted);
        letters_quote(&letters, 0, QUOTED_WORDS, &quoted);
        error_set(err, _("this text would be lost: \"%.200s\""), quoted.data);
        buf_finish(&quoted);
    }
    letters_finish(&letters);
    return good;
}

static const char *next_cut(const char *at)
{
    for (const char *tag = strchr(at, '<'); tag; tag = strchr(tag + 1, '<'))
        for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
            if (strncmp(tag, cuts[i], strlen(cuts[i])) == 0)
                return tag;
    return NULL;
}

/* Paragraphs that nobody sees, remarks of editors, and what stands for a text
 * box in older programs. */
static void blank_hidden(struct buf *xml)
{
    static const char *const elements[][2] = {
        {"<text:tracked-changes", "</text:tracked-changes>"},
        {"<office:annotation ", "</office:annotation>"},
        {"<mc:Fallback", "</mc:Fallback>"}};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        char *start = xml->data, *end;
        while ((start = strstr(start, elements[i][0])) &&
               (end = strstr(start, elements[i][1]))) {
            memset(start, ' ', (size_t)(end - start));
            start = end;
        }
    }
}

/* The marks of notes in an EPUB, whose numbers begin anew in each chapter, and
 * go on in what the converter makes of it. */
static void blank_note_marks(struct buf *xml)
{
    char *start = xml->data, *tag, *end;
    while ((start = strstr(start, "<a ")) && (tag = strchr(start, '>')) &&
           (end = strstr(tag, "</a>"))) {
        if (memmem(start, (size_t)(tag - start), "noteref", 7))
            memset(tag + 1, ' ', (size_t)(end - tag - 1));
        start = end;
    }
}

static bool compare_member(struct office_words *words, struct buf *xml,
                           struct error *err)
{
    blank_hidden(xml);
    blank_note_marks(xml);
    const char *body = strstr(xml->data, "<body");
    const char *at = body ? body : xml->data, *end = xml->data + xml->n_bytes;
    while (at < end) {
        const char *cut = next_cut(at + 1);
        const char *stop = cut ? cut : end;
        look_for_box(words, at);
        if (!compare_piece(words, at, (size_t)(stop - at), err))
            return false;
        at = stop;
    }
    return true;
}

/* False with err: the member is cut short, or too large. */
static bool read_member(struct archive *archive, struct buf *xml,
                        struct error *err)
{
    char bytes[READ_BYTES];
    ssize_t n;
    while ((n = archive_read_data(archive, bytes, sizeof bytes)) > 0) {
        buf_add_n(xml, bytes, (size_t)n);
        if (xml->n_bytes > SOURCE_MEMBER_BYTES / 4)
            return error_set(err, _("a member is larger than %d MB"),
                             (int)(SOURCE_MEMBER_BYTES >> 22));
    }
    return n == 0 || error_set(err, _("the archive is damaged or cut short"));
}

static bool compare_members(struct office_words *words, struct archive *archive,
                            struct error *err)
{
    struct archive_entry *entry;
    bool good = true;
    while (good && archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
        const char *name = archive_entry_pathname(entry);
        if (!name || !is_read(name))
            continue;
        struct buf xml;
        buf_init(&xml);
        good =
            read_member(archive, &xml, err) && compare_member(words, &xml, err);
        buf_finish(&xml);
    }
    return good;
}

/* A section of their own, at the level of others, ends the page. */
static void add_boxes(const struct buf *boxes, struct buf *html)
{
    const char *first = strstr(html->data, "<h1 id");
    bool several = first && strstr(first + 1, "<h1 id");
    char *end = strstr(html->data, "</body>");
    if (boxes->n_bytes == 0 || !end)
        return;
    struct buf rest;
    buf_init(&rest);
    buf_add(&rest, end);
    buf_truncate(html, (size_t)(end - html->data));
    buf_printf(html, "<h%d>%s</h%d>\n%s%s", several ? 1 : 2, "Text boxes",
               several ? 1 : 2, boxes->data, rest.data);
    buf_finish(&rest);
}

bool office_words_compare(const struct document *document, struct buf *html,
                          struct error *err)
{
    static const struct markup_rules rules = {.html = true};
    if (document->n_bytes < 4 || memcmp(document->data, "PK\003\004", 4) != 0)
        return true;
    struct archive *archive = archive_read_new();
    struct office_words words = {.at = 0};
    letters_init(&words.made);
    buf_init(&words.boxes);
    markup_read(html->data, html->n_bytes, &rules, &words.made);
    archive_read_support_format_zip(archive);
    bool good = archive_read_open_memory(archive, document->data,
                                         document->n_bytes) == ARCHIVE_OK
                    ? compare_members(&words, archive, err)
                    : error_set(err, _("the archive is damaged or cut short"));
    archive_read_free(archive);
    if (good)
        add_boxes(&words.boxes, html);
    buf_finish(&words.boxes);
    letters_finish(&words.made);
    return good;
}
