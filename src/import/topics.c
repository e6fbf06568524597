/* MedlinePlus health topics: one XML file with all of them, in English and
 * Spanish. [libxml2]
 *
 * A Spanish topic that names its English one is a translation of it, and has
 * its id. What is left out on purpose: the groups that a topic belongs to, and
 * its name in other languages. */
#include "import/topics.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/fragment.h"
#include "import/html.h"
#include "import/letters.h"
#include "import/markup.h"
#include "import/rich.h"
#include "import/xml.h"
#include "import/xml_reader.h"

static const struct language {
    const char *name; /* in the file */
    const char *code;
    const char *more; /* the heading over the sites */
} languages[] = {
    {"English", "en", "More information"},
    {"Spanish", "es", "Más información"},
};

struct topic {
    struct draft draft;
    const xmlNode *node;
    const struct language *language;
    struct kind_context context;
    struct rich_options options;
};

bool topics_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    return document_is_markup(document) &&
           (memmem(document->data, n, "<health-topics", 14) ||
            memmem(document->data, n, "<health-topic ", 14));
}

static const struct language *language_of(const xmlNode *topic)
{
    char *name = xml_attribute(topic, "language");
    const struct language *found = &languages[0];
    for (size_t i = 0; name && i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].name, name) == 0)
            found = &languages[i];
    xmlFree(name);
    return found;
}

/* ---- front matter ---- */

/* From id 6308 and address ".../a1c.html": "mplus-6308-a1c". */
static void set_id(struct draft *draft, const xmlNode *node)
{
    char *number = xml_attribute(node, "id"), *url = xml_attribute(node, "url");
    char *name = url ? strrchr(url, '/') : NULL;
    char *dot = name ? strrchr(name, '.') : NULL;
    if (dot)
        *dot = '\0';
    draft_set_id(draft, "mplus", number, name);
    xmlFree(number);
    xmlFree(url);
}

/* The English topic that this one translates, or NULL. */
static const xmlNode *original_of(const struct topic *topic)
{
    if (topic->language == &languages[0])
        return NULL;
    for (const xmlNode *at = xml_child(topic->node, "language-mapped-topic");
         at; at = xml_next(at, "language-mapped-topic")) {
        char *name = xml_attribute(at, "language");
        bool english = str_equal(name, languages[0].name);
        xmlFree(name);
        if (english)
            return at;
    }
    return NULL;
}

static void read_names(struct topic *topic)
{
    static const char *const names[] = {"also-called", "see-reference"};
    for (size_t i = 0; i < 2; i++)
        for (const xmlNode *at = xml_child(topic->node, names[i]); at;
             at = xml_next(at, names[i])) {
            char *name = rich_plain(at);
            draft_add_synonym(&topic->draft, name);
            free(name);
        }
    for (const xmlNode *at = xml_child(topic->node, "mesh-heading"); at;
         at = xml_next(at, "mesh-heading")) {
        char *code = xml_attribute(xml_child(at, "descriptor"), "id");
        draft_add_code(&topic->draft, "mesh", code);
        xmlFree(code);
    }
}

/* Related topics have numbers of their own in each language. */
static void read_related(struct topic *topic)
{
    if (topic->language != &languages[0])
        return;
    struct draft related;
    draft_init(&related);
    for (const xmlNode *at = xml_child(topic->node, "related-topic"); at;
         at = xml_next(at, "related-topic")) {
        set_id(&related, at);
        strs_add(&topic->draft.related, related.id);
    }
    draft_finish(&related);
}

static bool read_front(struct topic *topic, const struct document *document)
{
    struct draft *draft = &topic->draft;
    char *title = xml_attribute(topic->node, "title");
    char *url = xml_attribute(topic->node, "url");
    char *number = xml_attribute(topic->node, "id");
    char *summary = xml_attribute(topic->node, "meta-desc");
    bool good = title && url && number;
    if (good) {
        draft->title = arena_strdup(&draft->arena, title);
        draft->lang = topic->language->code;
        draft->audience = "patient";
        draft->summary = summary ? arena_strdup(&draft->arena, summary) : NULL;
        draft->origin.publisher = "MedlinePlus, National Library of Medicine";
        draft->origin.url = arena_strdup(&draft->arena, url);
        draft->origin.id = arena_strdup(&draft->arena, number);
        draft->origin.retrieved = document->retrieved;
        const xmlNode *original = original_of(topic);
        set_id(draft, original ? original : topic->node);
        if (original)
            draft->id = arena_printf(&draft->arena, "%s.%s", draft->id,
                                     topic->language->code);
        read_names(topic);
        read_related(topic);
    }
    xmlFree(title);
    xmlFree(url);
    xmlFree(number);
    xmlFree(summary);
    return good;
}

/* ---- the text ---- */

/* The summary is HTML, escaped. */
static bool write_summary(struct topic *topic, struct rich *rich,
                          struct error *err)
{
    struct buf text;
    buf_init(&text);
    xml_text(xml_child(topic->node, "full-summary"), &text);
    xmlDoc *html = text.n_bytes > 0
                       ? html_parse(text.data, text.n_bytes, NULL, err)
                       : NULL;
    bool good = html || text.n_bytes == 0;
    if (html) {
        const xmlNode *root = xmlDocGetRootElement(html);
        topic->options.top_level = html_top_level(root, NULL);
        rich_write(rich, root);
    }
    xmlFreeDoc(html);
    buf_finish(&text);
    return good;
}

/* "- [Title](url): Organization. Description" */
static void write_site(struct rich *rich, const xmlNode *site)
{
    char *title = xml_attribute(site, "title");
    char *url = xml_attribute(site, "url");
    struct inlines line;
    inlines_init(&line);
    line.url = url && str_starts(url, "http") ? url : NULL;
    if (title) {
        inlines_add(&line, title, strlen(title));
        ledger_note(rich->options->ledger, LEDGER_ADDED, "title of a site",
                    title, strlen(title));
    }
    inlines_trim(&line);
    line.url = NULL;
    static const char *const parts[] = {"organization", "standard-description"};
    for (size_t i = 0; i < 2; i++)
        for (const xmlNode *at = xml_child(site, parts[i]); at;
             at = xml_next(at, parts[i])) {
            char *text = rich_plain(at);
            inlines_add(&line, ", ", 2);
            inlines_add(&line, text, strlen(text));
            free(text);
        }
    if (inlines_trim(&line)) {
        size_t opened = blocks_open(&rich->blocks, "- ", "  ");
        blocks_begin(&rich->blocks);
        inlines_write(&line, 0, line.text.n_bytes, "", rich->blocks.out);
        blocks_end(&rich->blocks);
        blocks_close(&rich->blocks, opened);
        rich->blocks.apart = false;
    }
    inlines_finish(&line);
    xmlFree(title);
    xmlFree(url);
}

static void write_sites(struct topic *topic, struct rich *rich)
{
    struct markdown_heading heading = {
        .level = 2, .kind = KIND_MORE_INFO, .context = &topic->context};
    char *category = NULL;
    const xmlNode *site = xml_child(topic->node, "site");
    if (site) {
        rich_heading(rich, topic->language->more, &heading);
        ledger_note(topic->options.ledger, LEDGER_ADDED, "heading",
                    topic->language->more, strlen(topic->language->more));
    }
    for (; site; site = xml_next(site, "site")) {
        const xmlNode *node = xml_child(site, "information-category");
        char *name = node ? rich_plain(node) : mem_strdup("");
        if (name[0] && !str_equal(name, category)) {
            rich->blocks.apart = category;
            rich_strong_line(rich, name);
            ledger_note(topic->options.ledger, LEDGER_ADDED,
                        "category of sites", name, strlen(name));
        }
        free(category);
        category = name;
        write_site(rich, site);
    }
    free(category);
}

static bool write_topic(struct topic *topic, struct ledger *ledger,
                        struct error *err)
{
    struct draft *draft = &topic->draft;
    topic->context = (struct kind_context){
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
    };
    topic->options = (struct rich_options){.context = &topic->context,
                                           .base_url = draft->origin.url,
                                           .top_level = 3,
                                           .target_level = 2,
                                           .ledger = ledger};
    struct rich rich;
    rich_init(&rich, &topic->options, &draft->body);
    bool good = write_summary(topic, &rich, err);
    write_sites(topic, &rich);
    rich_finish(&rich);
    return good;
}

/* What is wrong with one topic costs that one. */
static void convert_topic(const xmlNode *node, const struct document *document,
                          const struct sink *sink)
{
    struct topic topic = {.node = node, .language = language_of(node)};
    struct error err;
    xmlBuffer *piece = xmlBufferCreate();
    xmlNodeDump(piece, node->doc, (xmlNode *)node, 0, 0);
    draft_init(&topic.draft);
    topic.draft.source = (const char *)xmlBufferContent(piece);
    topic.draft.n_source_bytes = (size_t)xmlBufferLength(piece);
    if (!read_front(&topic, document))
        sink->skip(sink->user, document, _("a topic has no title, url or id"));
    else if (!write_topic(&topic, sink->ledger, &err))
        sink->skip(sink->user, document, err.message);
    else if (topic.draft.body.n_bytes == 0)
        sink->skip(sink->user, document, _("a topic has no text"));
    else
        sink->take(sink->user, &topic.draft);
    draft_finish(&topic.draft);
    xmlBufferFree(piece);
}

bool topics_convert(const struct document *document,
                    const struct import_options *options,
                    const struct sink *sink, struct error *err)
{
    (void)options;
    struct xml_reader *reader = xml_reader_open(document, err);
    const xmlNode *node = NULL;
    bool good = reader;
    while (good && (good = xml_reader_next(reader, "health-topic", &node, err)))
        if (node)
            convert_topic(node, document, sink);
        else
            break;
    xml_reader_close(reader);
    return good;
}

/* ---- the other route ---- */

/* What is shown of a topic besides its summary; the rest are facts. */
static void read_rest(const char *text, size_t n_bytes, struct letters *letters)
{
    static const char *const skipped[] = {"also-called",
                                          "see-reference",
                                          "mesh-heading",
                                          "related-topic",
                                          "language-mapped-topic",
                                          "information-category",
                                          "group",
                                          "primary-institute",
                                          "other-language",
                                          NULL};
    static const struct markup_rules rules = {.skipped = skipped};
    markup_read(text, n_bytes, &rules, letters);
}

/* Of one topic: its summary is HTML, escaped. */
void topics_read_words(const struct document *document,
                       const struct import_options *options,
                       struct letters *letters)
{
    static const char start[] = "<full-summary>", end[] = "</full-summary>";
    static const struct markup_rules html = {.html = true};
    (void)options;
    const char *text = document->data, *last = text + document->n_bytes;
    const char *from = memmem(text, document->n_bytes, start, strlen(start));
    const char *to =
        from ? memmem(from, (size_t)(last - from), end, strlen(end)) : NULL;
    if (!to) {
        read_rest(text, document->n_bytes, letters);
        return;
    }
    from += strlen(start);
    char *escaped = mem_strndup(from, (size_t)(to - from));
    char *summary = fragment_unescape(escaped);
    markup_read(summary, strlen(summary), &html, letters);
    to += strlen(end);
    read_rest(to, (size_t)(last - to), letters);
    free(summary);
    free(escaped);
}
