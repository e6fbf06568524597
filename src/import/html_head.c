/* What a page's head says of it. [libxml2] */
#include "import/html_head.h"

#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/html.h"
#include "import/rich.h"
#include "import/xml.h"

#define SUMMARY_MAX_BYTES 400
#define LANG_MAX_BYTES 16
#define MAX_NODES 500

struct head_fact {
    const char *attribute, *value; /* which <meta> or <link> */
    void (*set)(struct draft *draft, const char *content);
};

static const char *keep(struct draft *draft, const char *text)
{
    return arena_strdup(&draft->arena, text);
}

static void set_summary(struct draft *draft, const char *content)
{
    size_t n = strlen(content);
    if (draft->summary || n > SUMMARY_MAX_BYTES)
        return;
    draft->summary = keep(draft, content);
}

static void set_once(struct date *date, const char *content)
{
    struct date stated;
    if (date->year == 0 && date_text_parse(content, &stated))
        *date = stated;
}

static void set_date(struct draft *draft, const char *content)
{
    set_once(&draft->updated, content);
}

static void set_reviewed(struct draft *draft, const char *content)
{
    set_once(&draft->reviewed, content);
}

static void set_review_due(struct draft *draft, const char *content)
{
    set_once(&draft->review_due, content);
}

static void set_publisher(struct draft *draft, const char *content)
{
    if (!draft->origin.publisher)
        draft->origin.publisher = keep(draft, content);
}

static void set_url(struct draft *draft, const char *content)
{
    if (!draft->origin.url &&
        (str_starts(content, "https://") || str_starts(content, "http://")))
        draft->origin.url = keep(draft, content);
}

static void set_licence(struct draft *draft, const char *content)
{
    if (!draft->licence)
        draft->licence = draft->origin.licence = keep(draft, content);
}

/* The first that a page has counts: of dates, the last change before the day of
 * publication. */
static const struct head_fact metas[] = {
    {"name", "description", set_summary},
    {"property", "og:description", set_summary},
    {"property", "article:modified_time", set_date},
    {"property", "og:updated_time", set_date},
    {"property", "cdc:last_updated", set_date},
    {"name", "dcterms.modified", set_date},
    {"name", "dc.date.modified", set_date},
    {"name", "dc.date.lastmodified", set_date},
    {"name", "last-modified", set_date},
    {"name", "date-modified", set_date},
    {"name", "lastmod", set_date},
    {"itemprop", "dateModified", set_date},
    {"name", "dc.date", set_date},
    {"name", "dcterms.date", set_date},
    {"property", "article:published_time", set_date},
    {"name", "dc.date.issued", set_date},
    {"name", "dcterms.issued", set_date},
    {"itemprop", "datePublished", set_date},
    {"name", "date", set_date},
    {"property", "cdc:last_reviewed", set_reviewed},
    {"name", "dc.date.reviewed", set_reviewed},
    {"name", "last-reviewed", set_reviewed},
    {"itemprop", "lastReviewed", set_reviewed},
    {"name", "review-date", set_review_due},
    {"name", "dc.date.reviewdue", set_review_due},
    {"property", "og:site_name", set_publisher},
    {"name", "dcterms.publisher", set_publisher},
    {"name", "dc.publisher", set_publisher},
    {"property", "og:url", set_url},
};

static const struct head_fact links[] = {
    {"rel", "canonical", set_url},
    {"rel", "license", set_licence},
};

static void read_fact(struct draft *draft, const xmlNode *node,
                      const struct head_fact *fact, const char *content_name)
{
    char *value = xml_attribute(node, fact->attribute);
    char *content = value && ascii_casecmp(value, fact->value) == 0
                        ? xml_attribute(node, content_name)
                        : NULL;
    if (content) {
        char *end = content + strlen(content);
        while (end > content && ascii_is_space(end[-1]))
            *--end = '\0';
        const char *start = content + strspn(content, " \t\r\n");
        if (*start)
            fact->set(draft, start);
    }
    xmlFree(value);
    xmlFree(content);
}

/* Each fact in turn, from the elements of a name. */
static void read_facts(struct draft *draft, const xmlNode *root,
                       const char *name, const struct head_fact *facts,
                       size_t n_facts)
{
    const xmlNode *nodes[MAX_NODES];
    size_t n = 0;
    for (const xmlNode *node = root; node && n < MAX_NODES;
         node = xml_walk(root, node))
        if (xml_is(node, name))
            nodes[n++] = node;
    const char *content = strcmp(name, "meta") == 0 ? "content" : "href";
    for (size_t i = 0; i < n_facts; i++)
        for (size_t j = 0; j < n; j++)
            read_fact(draft, nodes[j], &facts[i], content);
}

static void read_language(struct draft *draft, const xmlNode *root)
{
    char *lang = xml_attribute(xml_find(root, "html"), "lang");
    size_t n = 0;
    while (lang && (ascii_is_alnum(lang[n]) || lang[n] == '-'))
        n++;
    if (lang && n >= 2 && n <= LANG_MAX_BYTES && lang[n] == '\0')
        draft->lang = keep(draft, lang);
    xmlFree(lang);
}

/* Without a name, the site is its publisher: "www.nhs.uk" -> "nhs.uk". */
static void default_publisher(struct draft *draft)
{
    if (draft->origin.publisher || !draft->origin.url)
        return;
    const char *host = strstr(draft->origin.url, "://") + 3;
    if (str_starts(host, "www."))
        host += 4;
    draft->origin.publisher =
        arena_strndup(&draft->arena, host, strcspn(host, "/:?#"));
}

void html_read_head(struct draft *draft, const xmlNode *root,
                    const struct document *document)
{
    read_language(draft, root);
    read_facts(draft, root, "meta", metas, sizeof metas / sizeof *metas);
    read_facts(draft, root, "link", links, sizeof links / sizeof *links);
    if (!draft->lang && document->lang)
        draft->lang = keep(draft, document->lang);
    if (document->url)
        set_url(draft, document->url);
    if (document->publisher)
        set_publisher(draft, document->publisher);
    if (document->licence)
        set_licence(draft, document->licence);
    default_publisher(draft);
}

char *html_title(const xmlNode *root)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: "};
    const xmlNode *node = xml_find(xml_find(root, "head"), "title");
    char *title = node ? rich_plain(node) : mem_strdup("");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        char *mark = strstr(title, marks[i]);
        if (mark && mark > title)
            *mark = '\0';
    }
    return title;
}
