/* What a document is by its first bytes. */
#include "import/format.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/encoding.h"

#define LOOK_AT_BYTES 65536

/* ---- the root of HTML and XML ---- */

struct root_cursor {
    const char *at, *end;
};

static bool begins(const struct root_cursor *cursor, const char *text)
{
    size_t n = strlen(text);
    return (size_t)(cursor->end - cursor->at) >= n &&
           ascii_ncasecmp(cursor->at, text, n) == 0;
}

static void pass(struct root_cursor *cursor, const char *close)
{
    const char *found = memmem(cursor->at, (size_t)(cursor->end - cursor->at),
                               close, strlen(close));
    cursor->at = found ? found + strlen(close) : cursor->end;
}

/* A declaration may have others in brackets. */
static void pass_doctype(struct root_cursor *cursor, struct format_root *root)
{
    cursor->at += strlen("<!doctype");
    while (cursor->at < cursor->end && ascii_is_space(*cursor->at))
        cursor->at++;
    size_t n = 0;
    while (cursor->at + n < cursor->end && n < sizeof root->type - 1 &&
           !ascii_is_space(cursor->at[n]) && !strchr(">[", cursor->at[n]))
        n++;
    memcpy(root->type, cursor->at, n);
    root->type[n] = '\0';
    root->doctype = true;
    while (cursor->at < cursor->end && !strchr(">[", *cursor->at))
        cursor->at++;
    pass(cursor, cursor->at < cursor->end && *cursor->at == '[' ? "]>" : ">");
}

static void read_name(const struct root_cursor *cursor,
                      struct format_root *root)
{
    const char *name = cursor->at + 1;
    size_t n = 0;
    while (name + n < cursor->end && n < sizeof root->name - 1 && name[n] &&
           !ascii_is_space(name[n]) && !strchr("/>", name[n])) {
        if (name[n] == ':')
            name += n + 1, n = 0;
        else
            n++;
    }
    memcpy(root->name, name, n);
    root->name[n] = '\0';
}

/* UTF-16 is half NULs, which are passed over. */
static char *head_of(const struct document *document, size_t *n_bytes)
{
    char *head = mem_alloc(LOOK_AT_BYTES + 1);
    *n_bytes = 0;
    for (size_t i = 0; i < document->n_bytes && i < 2 * (size_t)LOOK_AT_BYTES &&
                       *n_bytes < LOOK_AT_BYTES;
         i++)
        if (document->data[i])
            head[(*n_bytes)++] = document->data[i];
    head[*n_bytes] = '\0';
    return head;
}

void format_find_root(const struct document *document, struct format_root *root)
{
    size_t n;
    char *head = head_of(document, &n);
    struct root_cursor cursor = {head, head + n};
    *root = (struct format_root){0};
    while (cursor.at < cursor.end) {
        if (*cursor.at != '<') {
            cursor.at++;
        } else if (begins(&cursor, "<!--")) {
            pass(&cursor, "-->");
        } else if (begins(&cursor, "<?")) {
            root->xml |= begins(&cursor, "<?xml");
            pass(&cursor, "?>");
        } else if (begins(&cursor, "<!doctype")) {
            pass_doctype(&cursor, root);
        } else if (cursor.end - cursor.at > 1 && ascii_is_alpha(cursor.at[1])) {
            read_name(&cursor, root);
            break;
        } else {
            cursor.at++;
        }
    }
    free(head);
}

/* UTF-16 has NULs between, and any set may have a mark before. */
static bool begins_with_tag(const struct document *document)
{
    const char *at = document->data, *end = at + document->n_bytes;
    while (at < end &&
           (ascii_is_space(*at) || !*at || strchr("\xEF\xBB\xBF\xFE\xFF", *at)))
        at++;
    return at < end && *at == '<';
}

/* Elements that a page without <html> may begin with. */
static const char *const page_elements[] = {
    "html", "head", "body", "title", "meta", "link", "base", "script", "style"};

static bool is_among(const char *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ascii_casecmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool ends_in(const char *name, const char *const *ends, size_t n)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < n; i++) {
        size_t n_end = strlen(ends[i]);
        if (length > n_end &&
            ascii_casecmp(name + length - n_end, ends[i]) == 0)
            return true;
    }
    return false;
}

bool format_is_html(const struct document *document)
{
    static const char *const ends[] = {".html", ".htm", ".xhtml", ".shtml"};
    struct format_root root;
    format_find_root(document, &root);
    if (root.doctype && ascii_casecmp(root.type, "html") != 0)
        return false;
    if (ascii_casecmp(root.name, "html") == 0 && begins_with_tag(document))
        return true;
    if (root.xml)
        return false;
    if (root.name[0] &&
        ends_in(document->name, ends, sizeof ends / sizeof *ends))
        return true;
    return begins_with_tag(document) &&
           (root.doctype ||
            is_among(root.name, page_elements,
                     sizeof page_elements / sizeof *page_elements));
}

/* ---- formats that are not read ---- */

static const struct {
    const char *magic;
    size_t n_magic, at;
    const char *advice;
} magics[] = {
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0,
     N_("an old Office file (.doc, .xls, .ppt); save it as HTML, or a table "
        "as CSV")},
    {"\x89PNG\r\n\x1A\n", 8, 0, N_("a picture (PNG) without text")},
    {"\xFF\xD8\xFF", 3, 0, N_("a picture (JPEG) without text")},
    {"GIF8", 4, 0, N_("a picture (GIF) without text")},
    {"II*\0", 4, 0, N_("a picture (TIFF) without text")},
    {"MM\0*", 4, 0, N_("a picture (TIFF) without text")},
    {"WEBP", 4, 8, N_("a picture (WebP) without text")},
    {"ZIM\x04", 4, 0, N_("a ZIM file in an archive; unpack the archive first")},
    {"ITSF", 4, 0, N_("a Windows help file (CHM); unpack it first")},
    {"SQLite format 3", 15, 0,
     N_("an SQLite database; export its tables as CSV")},
    {"7z\xBC\xAF\x27\x1C", 6, 0, N_("a 7-Zip archive; unpack it first")},
    {"Rar!", 4, 0, N_("a RAR archive; unpack it first")},
    {"BOOKMOBI", 8, 60, N_("a Kindle book; convert it to EPUB or HTML first")},
    {"\x7F"
     "ELF",
     4, 0, N_("a program")},
    {"MZ", 2, 0, N_("a program")},
};

static const struct {
    const char *root, *advice;
} roots[] = {
    {"FictionBook", N_("a FictionBook file; convert it with pandoc -f fb2 "
                       "-t html")},
    {"opml", N_("an outline (OPML); convert it with pandoc -f opml -t html")},
    {"topic", N_("a DITA topic; publish it as HTML first")},
    {"concept", N_("a DITA topic; publish it as HTML first")},
    {"task", N_("a DITA topic; publish it as HTML first")},
    {"reference", N_("a DITA topic; publish it as HTML first")},
    {"rss", N_("a news feed (RSS); save its pages instead")},
    {"feed", N_("a news feed (Atom); save its pages instead")},
    {"svg", N_("a picture (SVG) without text")},
};

static const struct {
    const char *end, *advice;
} names[] = {
    {".tex", N_("a LaTeX file; convert it with pandoc -t html")},
    {".adoc", N_("an AsciiDoc file; convert it to HTML with asciidoctor")},
    {".mediawiki", N_("wiki text; convert it with pandoc -f mediawiki -t "
                      "html")},
    {".eml", N_("an e-mail; save its text, or the page that it contains")},
};

static const char *advice_of(const struct document *document)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (document->n_bytes >= magics[i].at + magics[i].n_magic &&
            memcmp(document->data + magics[i].at, magics[i].magic,
                   magics[i].n_magic) == 0)
            return magics[i].advice;
    struct format_root root;
    format_find_root(document, &root);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (strcmp(root.name, roots[i].root) == 0)
            return roots[i].advice;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ends_in(document->name, &names[i].end, 1))
            return names[i].advice;
    return NULL;
}

/* "{" or "[", and then what may come in either. */
static bool begins_as_json(const struct document *document)
{
    const char *at = document->data, *end = at + document->n_bytes;
    char first = '\0';
    for (; at < end; at++) {
        if (ascii_is_space(*at) || (unsigned char)*at >= 0xBB)
            continue;
        if (first)
            return strchr("\"[{}]", *at) != NULL && *at;
        if (*at != '{' && *at != '[')
            return false;
        first = *at;
    }
    return false;
}

bool format_set_advice(const struct document *document, struct error *err)
{
    const char *advice = advice_of(document);
    struct format_root root;
    if (advice)
        return error_set(err, "%s", _(advice));
    format_find_root(document, &root);
    if (root.name[0] && begins_with_tag(document))
        return error_set(err,
                         _("an unknown kind of XML with the root <%s>; save "
                           "it as HTML"),
                         root.name);
    if (document->n_bytes == 0)
        return error_set(err, _("empty"));
    if (begins_as_json(document))
        return error_set(err, _("JSON without questions and answers, or with "
                                "unknown names for them; medfaq reads lists "
                                "of {\"question\": ..., \"answer\": ...}"));
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    if (!encoding_is_text(document->data, n))
        return error_set(err, _("not text; save it as HTML or as text"));
    return error_set(err, _("unknown format; use --from, or save it as HTML "
                            "or as .txt"));
}

/* ---- archives that are documents ---- */

static const struct {
    const char *member, *advice;
} members[] = {
    {"xl/workbook", N_("an Excel table; save it as CSV")},
    {"ppt/presentation", N_("a PowerPoint presentation; save it as PDF or "
                            "HTML")},
    {"application/vnd.oasis.opendocument.spreadsheet",
     N_("an OpenDocument table; save it as CSV")},
    {"application/vnd.oasis.opendocument",
     N_("an OpenDocument file that is not a text; save it as PDF or HTML")},
};

bool format_may_be_archive(const char *start, size_t n_start, const char *end,
                           size_t n_end, struct error *err)
{
    if (n_start < 4 || memcmp(start, "PK\003\004", 4) != 0)
        return true;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        size_t n = strlen(members[i].member);
        if (memmem(start, n_start, members[i].member, n) ||
            memmem(end, n_end, members[i].member, n))
            return error_set(err, "%s", _(members[i].advice));
    }
    return true;
}
