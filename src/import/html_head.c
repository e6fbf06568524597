/* What a page's head says of it. [libxml2] */
#include "import/html_head.h"

#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/html.h"
#include "import/rich.h"
#include "import/xml.h"

#define SUMMARY_MAX_BYTES 400
#define LANG_MAX_BYTES 16

struct fact {
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

static void set_date(struct draft *draft, const char *content)
{
    char day[11];
    snprintf(day, sizeof day, "%.10s", content);
    if (draft->updated.year == 0 && !date_parse(day, &draft->updated))
        draft->updated = (struct date){0};
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

static const struct fact metas[] = {
    {"name", "description", set_summary},
    {"property", "og:description", set_summary},
    {"property", "article:modified_time", set_date},
    {"name", "dcterms.modified", set_date},
    {"name", "dc.date.modified", set_date},
    {"name", "last-modified", set_date},
    {"itemprop", "dateModified", set_date},
    {"property", "og:site_name", set_publisher},
    {"name", "dcterms.publisher", set_publisher},
    {"property", "og:url", set_url},
};

static const struct fact links[] = {
    {"rel", "canonical", set_url},
    {"rel", "license", set_licence},
};

static void read_fact(struct draft *draft, const xmlNode *node,
                      const struct fact *fact, const char *content_name)
{
    char *value = xml_attribute(node, fact->attribute);
    char *content = xml_attribute(node, content_name);
    if (value && content && ascii_casecmp(value, fact->value) == 0) {
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

void html_read_head(struct draft *draft, const xmlNode *root)
{
    read_language(draft, root);
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        for (size_t i = 0;
             xml_is(node, "meta") && i < sizeof metas / sizeof *metas; i++)
            read_fact(draft, node, &metas[i], "content");
        for (size_t i = 0;
             xml_is(node, "link") && i < sizeof links / sizeof *links; i++)
            read_fact(draft, node, &links[i], "href");
    }
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
