/* Modules that the NHS website's pages are made of. [jansson] */
#include "import/schema_module.h"

#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/fragment.h"
#include "import/schema_facts.h"

/* By their names; those of other pages with the same meaning besides. */
static const struct {
    const char *name, *alert;
} quotes[] = {
    {"emergency", "EMERGENCY"},     {"immediate", "EMERGENCY"},
    {"urgent", "URGENT"},           {"non-urgent", "SEE-DOCTOR"},
    {"non urgent", "SEE-DOCTOR"},   {"nonurgent", "SEE-DOCTOR"},
    {"primary", "SEE-DOCTOR"},      {"callout", "WARNING"},
    {"warning callout", "WARNING"}, {"information", NULL},
    {"inset text", NULL},
};

/* What the service calls its pages, and where people read them; the longer
 * ones first. */
static const struct {
    const char *service, *site;
} sites[] = {
    {"https://api.service.nhs.uk/nhs-website-content/", "https://www.nhs.uk/"},
    {"https://sandbox.api.service.nhs.uk/nhs-website-content/",
     "https://www.nhs.uk/"},
    {"https://api.service.nhs.uk/", "https://www.nhs.uk/"},
    {"https://api.nhs.uk/", "https://www.nhs.uk/"},
};

const char *schema_public_url(struct arena *arena, const char *url)
{
    for (size_t i = 0; url && i < sizeof sites / sizeof *sites; i++)
        if (str_starts(url, sites[i].service))
            return arena_printf(arena, "%s%s", sites[i].site,
                                url + strlen(sites[i].service));
    return url;
}

static const char *name_of(const json_t *part)
{
    const char *name = json_string_value(json_object_get(part, "name"));
    return name ? name : "";
}

/* A question's name is the question; an element's is its heading only where
 * its author has no other place for one. */
bool schema_module_is_named(const json_t *part)
{
    static const char *const names[] = {
        "Table",       "Reveal",  "RelatedLinks", "Image",
        "Information", "Callout", "Do list",      "Expander"};
    const char *name = name_of(part), *alert;
    bool word = name[0] >= 'a' && name[0] <= 'z' && !strpbrk(name, " ?");
    if (!schema_is(part, "WebPageElement"))
        return word && schema_is(part, "Question");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ascii_casecmp(name, names[i]) == 0)
            return true;
    return (name[0] >= 'a' && name[0] <= 'z') ||
           json_object_get(part, "headline") ||
           json_object_get(part, "identifier") ||
           json_object_get(part, "position") ||
           schema_module_is_quote(part, &alert);
}

bool schema_module_is_quote(const json_t *part, const char **alert)
{
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (schema_is(part, "WebPageElement") &&
            ascii_casecmp(name_of(part), quotes[i].name) == 0) {
            *alert = quotes[i].alert;
            return true;
        }
    return false;
}

size_t schema_module_open_quote(struct schema_page *page, const char *alert)
{
    struct blocks *blocks = &page->rich.blocks;
    size_t opened = blocks_open(blocks, "> ", "> ");
    if (alert) {
        blocks_begin(blocks);
        buf_printf(blocks->out, "[!%s]\n", alert);
    }
    return opened;
}

/* ---- HTML ---- */

static void add_text(struct buf *html, const char *text)
{
    for (; text && *text; text++)
        if (*text == '<')
            buf_add(html, "&lt;");
        else if (*text == '"')
            buf_add(html, "&quot;");
        else
            buf_add_char(html, *text);
}

static void add_attribute(struct buf *html, const char *name, const char *text)
{
    buf_printf(html, " %s=\"", name);
    add_text(html, text);
    buf_add(html, "\"");
}

bool schema_module_is_link(const json_t *part)
{
    return ascii_casecmp(name_of(part), "link") == 0 &&
           schema_text(part, "url") && schema_text(part, "headline");
}

static const char *const link_texts[] = {"headline", "text"};
static const char *const image_texts[] = {
    "name",       "headline", "caption",         "description", "credit",
    "creditText", "license",  "copyrightNotice", "provider"};

#define N_LINK_TEXTS (sizeof link_texts / sizeof *link_texts)
#define N_IMAGE_TEXTS (sizeof image_texts / sizeof *image_texts)

bool schema_module_visit_words(const json_t *part,
                               bool (*take)(void *user, const char *text),
                               void *user)
{
    bool image = schema_module_is_image(part);
    const char *const *names = image ? image_texts : link_texts;
    for (size_t i = 0; i < (image ? N_IMAGE_TEXTS : N_LINK_TEXTS); i++) {
        const char *text = json_string_value(json_object_get(part, names[i]));
        if (text && text[0] && take(user, text))
            return true;
    }
    return false;
}

static bool note_moved(void *user, const char *text)
{
    schema_page_note(user, LEDGER_MOVED, "the page's other form", text);
    return false;
}

/* What stands in the other form of a page comes before or after the main one.
 */
static void note_place(const struct schema_page *page, const json_t *part)
{
    if (page->said)
        schema_module_visit_words(part, note_moved, (void *)page);
}

void schema_module_add_link(const struct schema_page *page, const json_t *part,
                            struct buf *html)
{
    note_place(page, part);
    struct arena arena;
    arena_init(&arena);
    const char *text = schema_text(part, "text");
    buf_add(html, "<li><a");
    add_attribute(html, "href",
                  schema_public_url(&arena, schema_text(part, "url")));
    buf_add(html, ">");
    add_text(html, schema_text(part, "headline"));
    buf_add(html, "</a>");
    if (text) {
        struct buf words;
        buf_init(&words);
        fragment_words(text, &words);
        buf_add(html, ": ");
        add_text(html, words.data);
        buf_finish(&words);
    }
    buf_add(html, "</li>");
    arena_finish(&arena);
}

void schema_module_write_links(struct schema_page *page, struct buf *html)
{
    if (html->n_bytes == 0)
        return;
    struct buf list;
    buf_init(&list);
    buf_printf(&list, "<ul>%s</ul>", html->data);
    fragment_write(&page->rich, &page->options, list.data, 6);
    buf_finish(&list);
    buf_clear(html);
}

bool schema_module_is_image(const json_t *part)
{
    return schema_is(part, "ImageObject") && schema_text(part, "url");
}

/* The picture, then its caption and who made it, if the line before does not
 * say so. */
void schema_module_write_image(struct schema_page *page, const json_t *part)
{
    struct buf html;
    const char *last = NULL;
    note_place(page, part);
    buf_init(&html);
    buf_add(&html, "<p><img");
    add_attribute(&html, "alt", name_of(part));
    add_attribute(&html, "src", schema_text(part, "url"));
    buf_add(&html, "></p>");
    for (size_t i = 1; i < N_IMAGE_TEXTS; i++) {
        const char *text =
            json_string_value(json_object_get(part, image_texts[i]));
        if (!text || !text[0])
            continue;
        if (last && ascii_casestr(last, text)) {
            schema_page_note(page, LEDGER_LEFT_OUT, "credit said twice", text);
            continue;
        }
        struct buf words;
        buf_init(&words);
        fragment_words(text, &words);
        buf_add(&html, "<p><i>");
        add_text(&html, words.data);
        buf_add(&html, "</i></p>");
        buf_finish(&words);
        last = text;
    }
    fragment_write(&page->rich, &page->options, html.data, 6);
    buf_finish(&html);
}

/* A question's own words may be its text, and its name "chq". */
const char *schema_module_heading(const json_t *part)
{
    static const char *const properties[] = {"headline", "subjectOf"};
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        const char *text = schema_text(part, properties[i]);
        if (text)
            return text;
    }
    const char *name = schema_text(part, "name");
    if (name && !schema_module_is_named(part))
        return name;
    const char *text = schema_text(part, "text");
    return text && schema_is(part, "Question") ? text : "";
}

bool schema_module_has_text(const json_t *part)
{
    const char *heading = schema_module_heading(part);
    return !schema_is(part, "Question") || heading != schema_text(part, "text");
}
