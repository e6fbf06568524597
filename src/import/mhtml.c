/* Web pages saved in one file by a browser.
 *
 * The first part of type text/html is the page, others of that type are what
 * its frames show, and go where the frames are. The page goes to html_page.c,
 * with the address of the part's header where it states none of its own. Other
 * parts are pictures and styles. */
#include "import/mhtml.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/html_page.h"
#include "import/html_reference.h"
#include "import/html_tag.h"
#include "import/letters.h"
#include "import/markup.h"
#include "import/mhtml_part.h"

#define RECOGNISE_BYTES 4096
#define MAX_PARTS 1000

/* ---- parts ---- */

static bool is_page(const struct mhtml_part *part)
{
    return mhtml_part_is(part, "text/html") ||
           mhtml_part_is(part, "application/xhtml+xml");
}

struct mhtml_parts {
    struct mhtml_page {
        struct mhtml_part part;
        bool shown;
    } * pages; /* the first is the page, others are its frames */
    size_t n, capacity;
};

static void add_page(struct mhtml_parts *parts, const struct mhtml_part *part)
{
    parts->pages = mem_grow(parts->pages, parts->n, &parts->capacity,
                            sizeof *parts->pages);
    parts->pages[parts->n++] = (struct mhtml_page){.part = *part};
}

/* The pages among the parts of a message, or the message itself. */
static void find_pages(const struct mhtml_part *message,
                       struct mhtml_parts *parts)
{
    if (is_page(message)) {
        add_page(parts, message);
        return;
    }
    char *type = mhtml_part_field(message, "Content-Type");
    char *boundary = mhtml_parameter(type, "boundary");
    const char *at =
        boundary ? mhtml_find_boundary(message->content, message->end, boundary)
                 : message->end;
    for (size_t i = 0; i < MAX_PARTS && at < message->end; i++) {
        const char *start = mhtml_line_end(at, message->end);
        at = mhtml_find_boundary(start, message->end, boundary);
        struct mhtml_part part = mhtml_part_at(start, at);
        if (is_page(&part)) {
            add_page(parts, &part);
        } else if (mhtml_part_is(&part, "multipart/")) {
            /* its own boundaries are not ours: they are found one deep */
            char *within = mhtml_part_field(&part, "Content-Type");
            free(boundary);
            boundary = mhtml_parameter(within, "boundary");
            free(within);
            at = boundary
                     ? mhtml_find_boundary(part.content, message->end, boundary)
                     : message->end;
        }
    }
    free(boundary);
    free(type);
}

/* ---- frames ---- */

struct unpacking {
    const struct document *document;
    const struct import_options *options;
    struct mhtml_parts parts;
};

/* Is that the part that an address stands for: "cid:frame-1@mhtml.blink", or
 * the one that it was loaded from? */
static bool is_at(const struct mhtml_part *part, const char *address)
{
    char *id = mhtml_part_field(part, "Content-ID");
    char *location = mhtml_part_field(part, "Content-Location");
    size_t n = id ? strlen(id) : 0;
    bool is =
        (location && strcmp(location, address) == 0) ||
        (n > 2 && str_starts(address, "cid:") && strlen(address) - 4 == n - 2 &&
         memcmp(address + 4, id + 1, n - 2) == 0);
    free(location);
    free(id);
    return is;
}

static void add_page_text(struct unpacking *unpacking, struct mhtml_page *page,
                          struct buf *out);

/* A frame with its page in srcdoc; false if the page is not in the file, or
 * stands elsewhere already. */
static bool add_frame(struct unpacking *unpacking, const char *tag, size_t n,
                      struct buf *out)
{
    struct mhtml_parts *parts = &unpacking->parts;
    struct mhtml_page *found = NULL;
    struct buf address, text;
    buf_init(&address);
    buf_init(&text);
    html_reference_value(tag, n, "src", &address);
    for (size_t i = 1; i < parts->n && !found; i++)
        if (!parts->pages[i].shown &&
            is_at(&parts->pages[i].part, address.data))
            found = &parts->pages[i];
    if (found) {
        add_page_text(unpacking, found, &text);
        buf_add(out, "<iframe srcdoc=\"");
        for (const char *at = text.data; *at; at++)
            if (*at == '&')
                buf_add(out, "&amp;");
            else if (*at == '"')
                buf_add(out, "&quot;");
            else
                buf_add_char(out, *at);
        buf_add(out, html_tag_is(tag, n, "frame") ? "\"></iframe>" : "\">");
    }
    buf_finish(&text);
    buf_finish(&address);
    return found;
}

/* Appends a page as UTF-8, its frames with the pages that they show. A set of
 * frames becomes a page that has them one after another. */
static void add_page_text(struct unpacking *unpacking, struct mhtml_page *page,
                          struct buf *out)
{
    struct document document = *unpacking->document;
    struct html_tags tags;
    struct buf content, text;
    struct error err;
    buf_init(&content);
    buf_init(&text);
    page->shown = true;
    mhtml_part_content(&page->part, &content);
    char *type = mhtml_part_field(&page->part, "Content-Type");
    char *charset = mhtml_parameter(type, "charset");
    document.data = content.data;
    document.n_bytes = content.n_bytes;
    document.charset = charset;
    if (!html_page_decode(&document, unpacking->options, &text, &err))
        buf_add_n(&text, content.data, content.n_bytes);
    const char *at = text.data, *end = at + text.n_bytes;
    html_tags_init(&tags, text.data, text.n_bytes);
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        size_t n = tag ? html_tag_length(&tags, tag) : 0;
        buf_add_n(out, at, (size_t)((tag ? tag : end) - at));
        bool frame = n > 0 && (html_tag_is(tag, n, "frame") ||
                               html_tag_is(tag, n, "iframe"));
        bool set =
            n > 0 && unpacking->parts.n > 1 && html_tag_is(tag, n, "frameset");
        at = tag ? tag + (n ? n : 1) : end;
        if (tag && !set &&
            !(frame && tag[1] != '/' && add_frame(unpacking, tag, n, out)))
            buf_add_n(out, tag, n ? n : 1);
    }
    html_tags_finish(&tags);
    free(charset);
    free(type);
    buf_finish(&text);
    buf_finish(&content);
}

bool mhtml_recognise(const struct document *document)
{
    size_t n = document->n_bytes < RECOGNISE_BYTES ? document->n_bytes
                                                   : RECOGNISE_BYTES;
    struct mhtml_part message =
        mhtml_part_at(document->data, document->data + n);
    char *version = mhtml_part_field(&message, "MIME-Version");
    bool is = version && (mhtml_part_is(&message, "multipart/related") ||
                          mhtml_part_is(&message, "text/html"));
    free(version);
    return is;
}

/* ---- the document ---- */

struct unpacked {
    struct buf content; /* the page as UTF-8 */
    struct buf rest;    /* pages that no frame shows, one after another */
    char *url;
};

static bool unpack(const struct document *document,
                   const struct import_options *options,
                   struct unpacked *unpacked)
{
    struct mhtml_part message =
        mhtml_part_at(document->data, document->data + document->n_bytes);
    struct unpacking unpacking = {document, options, {0}};
    struct mhtml_parts *parts = &unpacking.parts;
    *unpacked = (struct unpacked){.url = NULL};
    buf_init(&unpacked->content);
    buf_init(&unpacked->rest);
    find_pages(&message, parts);
    bool found = parts->n > 0;
    if (found) {
        add_page_text(&unpacking, &parts->pages[0], &unpacked->content);
        unpacked->url =
            mhtml_part_field(&parts->pages[0].part, "Content-Location");
        if (!unpacked->url)
            unpacked->url =
                mhtml_part_field(&message, "Snapshot-Content-Location");
    }
    for (size_t i = 1; i < parts->n; i++)
        if (!parts->pages[i].shown)
            add_page_text(&unpacking, &parts->pages[i], &unpacked->rest);
    free(parts->pages);
    return found;
}

static void unpacked_finish(struct unpacked *unpacked)
{
    free(unpacked->url);
    buf_finish(&unpacked->rest);
    buf_finish(&unpacked->content);
}

static void read_rest(const struct unpacked *unpacked, struct letters *letters)
{
    static const struct markup_rules rules = {.html = true};
    markup_read(unpacked->rest.data, unpacked->rest.n_bytes, &rules, letters);
}

static void note_rest(const struct unpacked *unpacked, struct ledger *ledger)
{
    struct letters letters;
    letters_init(&letters);
    read_rest(unpacked, &letters);
    ledger_note_letters(ledger, LEDGER_LEFT_OUT, "page that no frame shows",
                        &letters);
    letters_finish(&letters);
}

bool mhtml_convert(const struct document *document,
                   const struct import_options *options,
                   const struct sink *sink, struct error *err)
{
    struct unpacked unpacked;
    bool good = unpack(document, options, &unpacked) ||
                error_set(err, _("no page among its parts"));
    if (good) {
        struct document page = *document;
        page.data = unpacked.content.data;
        page.n_bytes = unpacked.content.n_bytes;
        page.charset = "UTF-8";
        page.url = unpacked.url;
        note_rest(&unpacked, sink->ledger);
        good = html_page_convert(&page, options, sink, err);
    }
    unpacked_finish(&unpacked);
    return good;
}

void mhtml_read_words(const struct document *document,
                      const struct import_options *options,
                      struct letters *letters)
{
    struct unpacked unpacked;
    if (unpack(document, options, &unpacked)) {
        struct document page = *document;
        page.data = unpacked.content.data;
        page.n_bytes = unpacked.content.n_bytes;
        page.charset = "UTF-8";
        html_page_read_words(&page, options, letters);
        read_rest(&unpacked, letters);
    }
    unpacked_finish(&unpacked);
}
