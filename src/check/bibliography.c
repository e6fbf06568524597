/* Rules about the list of sources: does each say what it is, when it is from
 * and where it can be read? */
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/rule.h"

/* Looks at each source; what a publisher elsewhere cites is not ours. */
static void look_at_sources(struct check *check,
                            void (*look)(struct check *check,
                                         const struct source *source))
{
    const struct meta *meta = &check->article->meta;
    for (size_t i = 0; i < meta->n_sources && !check->foreign; i++)
        look(check, &meta->sources[i]);
}

static void look_for_name(struct check *check, const struct source *source)
{
    bool placed = source->doi || source->url || source->publisher;
    if (!source->title)
        report_line(check, source->line,
                    _("The source \"%s\" has no title, so readers cannot "
                      "look it up"),
                    source->id);
    else if (!placed)
        report_line(check, source->line,
                    _("The source \"%s\" has only a title. Add its doi, url "
                      "or publisher"),
                    source->id);
}

void rule_source_names(struct check *check)
{
    look_at_sources(check, look_for_name);
}

static void look_for_date(struct check *check, const struct source *source)
{
    int this_year = check->context->today.year;
    if (this_year && source->year > this_year)
        report_line(check, source->line,
                    _("The source \"%s\" has a year in the future: %d"),
                    source->id, source->year);
    else if (!source->year && !source->retrieved.year)
        report_line(check, source->line,
                    _("The source \"%s\" has no date. Add its year, or "
                      "retrieved: the day on which you read it"),
                    source->id);
}

void rule_source_dates(struct check *check)
{
    look_at_sources(check, look_for_date);
}

/* ---- addresses ---- */

/* "10.1000/x", also as an address of doi.org. */
static const char *doi_of(const char *doi)
{
    static const char *const prefixes[] = {
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
        "http://dx.doi.org/", "doi:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!ascii_ncasecmp(doi, prefixes[i], strlen(prefixes[i])))
            return doi + strlen(prefixes[i]);
    return doi;
}

static bool is_doi(const char *doi)
{
    doi = doi_of(doi);
    if (strncmp(doi, "10.", 3))
        return false;
    size_t n_digits = strspn(doi + 3, "0123456789.");
    return n_digits >= 4 && doi[3 + n_digits] == '/' && doi[4 + n_digits] &&
           !strpbrk(doi, " \t\"<>");
}

/* The host of a web address, its length in *n_bytes, "www." left out; NULL if
 * it is none. */
static const char *host_of(const char *url, size_t *n_bytes)
{
    if (!ascii_ncasecmp(url, "https://", 8))
        url += 8;
    else if (!ascii_ncasecmp(url, "http://", 7))
        url += 7;
    else
        return NULL;
    if (!ascii_ncasecmp(url, "www.", 4))
        url += 4;
    *n_bytes = strcspn(url, "/:?#");
    return url;
}

static bool is_address(const char *url)
{
    size_t n_bytes;
    const char *host = host_of(url, &n_bytes);
    return host && n_bytes > 3 && memchr(host, '.', n_bytes) &&
           host[0] != '.' && host[n_bytes - 1] != '.' &&
           !strpbrk(url, " \t\"<>");
}

static void look_for_address(struct check *check, const struct source *source)
{
    if (source->doi && !is_doi(source->doi))
        report_line(check, source->line,
                    _("\"%s\" is not a DOI. A DOI begins with 10. and "
                      "contains a slash"),
                    source->doi);
    if (source->url && !is_address(source->url))
        report_line(check, source->line,
                    _("\"%s\" is not a web address. Write it in full, "
                      "beginning with https://"),
                    source->url);
    if (source->read_at.url && !is_address(source->read_at.url))
        report_line(check, source->line,
                    _("read_at: \"%s\" is not a web address. Write it in "
                      "full, beginning with https://"),
                    source->read_at.url);
}

void rule_source_addresses(struct check *check)
{
    look_at_sources(check, look_for_address);
}

/* ---- copies ---- */

/* Sites that hold what others wrote, that sell it, or that anybody may change;
 * and sites that are shut. */
static const char *const copies[] = {
    "academia.edu",      "answers.com",
    "azurewebsites.net", "brainly.com",
    "chegg.com",         "coursehero.com",
    "docplayer.net",     "docsity.com",
    "dokumen.tips",      "ehow.com",
    "issuu.com",         "kipdf.com",
    "livestrong.com",    "medium.com",
    "melakarnets.com",   "nihseniorhealth.gov",
    "pdfcoffee.com",     "quizlet.com",
    "quora.com",         "reddit.com",
    "researchgate.net",  "scribd.com",
    "sci-hub.se",        "slideshare.net",
    "studocu.com",       "vdocuments.net",
    "wikipedia.org",     "wordpress.com",
    "blogspot.com",      "yumpu.com",
};

/* Parts of hosts that send on what another site holds. */
static const char *const proxies[] = {"ezproxy", "proxy.", "webcache.",
                                      "archive.ph", "libproxy"};

static bool host_ends(const char *host, size_t n_bytes, const char *domain)
{
    size_t n = strlen(domain);
    return n_bytes >= n && !ascii_ncasecmp(host + n_bytes - n, domain, n) &&
           (n_bytes == n || host[n_bytes - n - 1] == '.');
}

static bool is_copy(const char *url)
{
    size_t n_bytes;
    const char *host = host_of(url, &n_bytes);
    if (!host)
        return false;
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++)
        if (host_ends(host, n_bytes, copies[i]))
            return true;
    for (size_t i = 0; i < sizeof proxies / sizeof *proxies; i++)
        if (memmem(host, n_bytes, proxies[i], strlen(proxies[i])))
            return true;
    return false;
}

static void look_for_copy(struct check *check, const struct source *source)
{
    if (source->url && !source->secondary && is_copy(source->url))
        report_line(check, source->line,
                    _("The source \"%s\" is a copy. Cite the original, name "
                      "the copy in read_at, or say in secondary why not"),
                    source->id);
}

void rule_source_copies(struct check *check)
{
    look_at_sources(check, look_for_copy);
}

/* ---- sources that are here twice ---- */

/* What makes two sources one: the DOI; otherwise the address. Empty if it has
 * neither. */
static char *identity_of(const struct source *source)
{
    struct buf identity;
    size_t n_bytes;
    buf_init(&identity);
    if (source->doi)
        buf_add(&identity, doi_of(source->doi));
    else if (source->url && host_of(source->url, &n_bytes))
        buf_add(&identity, host_of(source->url, &n_bytes));
    while (identity.n_bytes && identity.data[identity.n_bytes - 1] == '/')
        identity.n_bytes--;
    for (size_t i = 0; i < identity.n_bytes; i++)
        identity.data[i] = ascii_lower(identity.data[i]);
    char *text = mem_strndup(identity.data, identity.n_bytes);
    buf_finish(&identity);
    return text;
}

/* Does a title name a part of a whole? */
static bool names_part(const char *title)
{
    static const char *const parts[] = {"table",    "figure",  "chapter",
                                        "appendix", "summary", "part",
                                        "section",  NULL};
    for (const char *const *part = parts; title && *part; part++)
        if (ascii_casestr(title, *part))
            return true;
    return false;
}

/* Two parts of one whole, or two editions of one page, are two sources. */
static bool is_same_source(const struct source *a, const struct source *b)
{
    if (str_equal(a->title, b->title))
        return !a->year || !b->year || a->year == b->year;
    return a->doi && !names_part(a->title) && !names_part(b->title);
}

void rule_source_repeated(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    struct map seen = {0};
    struct strs identities;
    strs_init(&identities);
    for (size_t i = 0; i < meta->n_sources; i++) {
        char *identity = identity_of(&meta->sources[i]);
        const char *key = strs_add(&identities, identity);
        free(identity);
        struct map_entry *entry =
            *key ? map_put(&seen, key, strlen(key)) : NULL;
        if (entry && entry->number &&
            is_same_source(&meta->sources[entry->number - 1],
                           &meta->sources[i]))
            report_line(check, meta->sources[i].line,
                        _("The source \"%s\" is the same as \"%s\". Cite "
                          "only one of them"),
                        meta->sources[i].id,
                        meta->sources[entry->number - 1].id);
        else if (entry)
            entry->number = i + 1;
    }
    map_finish(&seen);
    strs_finish(&identities);
}

/* ---- old sources ---- */

#define AGE_MAX 10 /* years */

/* Sections whose statements change with new evidence. */
static bool is_about_effects(enum kind kind)
{
    return kind_get(kind)->safety || kind == KIND_BENEFITS ||
           kind == KIND_EFFECTIVENESS;
}

/* The year of a source, or that in which somebody looked at it again. */
static int year_of(const struct source *source)
{
    int year = source->year;
    year = source->retrieved.year > year ? source->retrieved.year : year;
    return source->read_at.date.year > year ? source->read_at.date.year : year;
}

/* Tells where all that a section cites is old; newest is the year of its
 * newest source, 0 if it cites none. */
static void end_section(struct check *check, const struct section *section,
                        int newest)
{
    if (section && newest && is_about_effects(section->kind) &&
        check->context->today.year - newest > AGE_MAX)
        report_at(check, section->source_start,
                  _("Everything cited in this section dates from %d or "
                    "earlier. Look for newer evidence, or say when you last "
                    "read the source (retrieved)"),
                  newest);
}

/* The year of what a reference leads to; this year where nobody can know. */
static int year_referred(const struct check *check, int32_t reference)
{
    const struct source *source =
        reference < 0 ? NULL : check->article->references[reference].source;
    int year = source ? year_of(source) : 0;
    return year ? year : check->context->today.year;
}

/* The newest year that a citation or a risk block cites; 0: it is neither. */
static int year_cited(const struct check *check, const struct node *node)
{
    int newest = 0;
    if (node->type == NODE_CITATION)
        return year_referred(check, node->index);
    for (size_t i = 0; node->type == NODE_RISK && i < node->risk->n_rows; i++) {
        int year = year_referred(check, node->risk->rows[i].reference);
        newest = year > newest ? year : newest;
    }
    return newest;
}

void rule_old_sources(struct check *check)
{
    const struct article *article = check->article;
    const struct section *section = NULL;
    int newest = 0;
    if (!check->context->today.year || check->foreign)
        return;
    for (const struct node *node = article->root; node;
         node = node_walk(article->root, node)) {
        int year = year_cited(check, node);
        if (!year)
            continue;
        const struct section *own = check_section_of(article, node);
        if (own != section) {
            end_section(check, section, newest);
            newest = 0;
        }
        section = own;
        newest = year > newest ? year : newest;
    }
    end_section(check, section, newest);
}
