/* "i": who wrote an article, when, and from which sources. */
#include "ui/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "article/review.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/reference.h"
#include "ui/box.h"
#include "ui/memory.h"

struct info {
    struct box box;
    struct article_view *view; /* NULL: own is shown */
    struct article *own;
};

static const struct article *article_of(const struct info *info)
{
    return info->view ? info->view->article : info->own;
}

static void add_date(struct leaf *leaf, const char *label,
                     const struct date *date)
{
    char text[11];
    date_format(date, text);
    leaf_field(leaf, label, text);
}

static void add_people(struct leaf *leaf, const char *label,
                       const struct person *people, size_t n)
{
    struct buf text;
    char date[11];
    buf_init(&text);
    for (size_t i = 0; i < n; i++) {
        buf_printf(&text, "%s%s", i ? "; " : "", people[i].name);
        if (people[i].role)
            buf_printf(&text, " (%s)", people[i].role);
        date_format(&people[i].date, date);
        if (*date)
            buf_printf(&text, ", %s", date);
    }
    leaf_field(leaf, label, text.data);
    buf_finish(&text);
}

/* Who reviewed the article, and which sections are others since. */
static void add_reviews(struct leaf *leaf, const struct article *article)
{
    const struct person *latest = review_latest(article);
    struct buf text;
    buf_init(&text);
    add_people(leaf, _("Reviewed by"), article->meta.reviewers,
               article->meta.n_reviewers);
    for (size_t i = 0; latest && i < article->n_sections; i++)
        if (review_changed(article, latest, i))
            buf_printf(&text, "%s%s", text.n_bytes ? "; " : "",
                       article->sections[i].title ? article->sections[i].title
                                                  : article->title);
    leaf_field(leaf, _("Text changed"), text.data);
    buf_finish(&text);
}

/* The name of a system of codes as its publisher writes it. */
static const char *system_name(const char *system)
{
    static const char *const names[][2] = {
        {"umls", "UMLS"},    {"mesh", "MeSH"},     {"icd10", "ICD-10"},
        {"icd11", "ICD-11"}, {"snomed", "SNOMED"}, {"rxnorm", "RxNorm"},
        {"atc", "ATC"},      {"loinc", "LOINC"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(system, names[i][0]))
            return names[i][1];
    return system;
}

static void add_codes(struct leaf *leaf, const struct meta *meta)
{
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < meta->n_codes; i++)
        buf_printf(&text, "%s%s %s", i ? ", " : "",
                   system_name(meta->codes[i].system), meta->codes[i].value);
    leaf_field(leaf, _("Codes"), text.data);
    buf_finish(&text);
}

static void add_synonyms(struct leaf *leaf, const struct meta *meta)
{
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < meta->n_synonyms; i++)
        buf_printf(&text, "%s%s", i ? ", " : "", meta->synonyms[i]);
    leaf_field(leaf, _("Also called"), text.data);
    buf_finish(&text);
}

static void add_origin(struct leaf *leaf, const struct meta *meta)
{
    if (!meta->origin.publisher && !meta->origin.url)
        return;
    leaf_heading(leaf, _("Taken from"));
    leaf_field(leaf, _("Publisher"), meta->origin.publisher);
    leaf_field(leaf, _("Web address"), meta->origin.url);
    leaf_field(leaf, _("ID"), meta->origin.id);
    leaf_field(leaf, _("Licence"), meta->origin.licence);
    add_date(leaf, _("Retrieved"), &meta->origin.retrieved);
}

/* In the plural, as a label wants it; what it says if it is another word. */
static const char *audience(const struct meta *meta)
{
    static const char *const words[][2] = {
        {"patient", N_("patients")},
        {"carer", N_("carers")},
        {"clinician", N_("clinicians")},
    };
    for (size_t i = 0; meta->audience && i < sizeof words / sizeof *words; i++)
        if (str_equal(meta->audience, words[i][0]))
            return _(words[i][1]);
    return meta->audience;
}

/* Who answers for it, and how old it is. */
static void add_dates(struct leaf *leaf, const struct article *article)
{
    const struct meta *meta = &article->meta;
    if (!article->is_personal)
        leaf_field(leaf, _("Review"), article_review_state(article));
    add_date(leaf, _("Reviewed"), &meta->reviewed);
    add_date(leaf, _("Updated"), &meta->updated);
    add_date(leaf, meta->reviewed.year ? _("Review due") : _("Next check"),
             &meta->review_due);
    add_reviews(leaf, article);
    add_people(leaf, _("Written by"), meta->authors, meta->n_authors);
}

static void add_meta(struct leaf *leaf, const struct article *article)
{
    const struct meta *meta = &article->meta;
    leaf_heading(leaf, _("About this article"));
    if (meta->summary)
        leaf_line(leaf, STYLE_TEXT, meta->summary);
    leaf_field(leaf, _("Type"), article_type_name(meta->type));
    leaf_field(leaf, _("Written for"), audience(meta));
    add_synonyms(leaf, meta);
    leaf_field(leaf, _("Language"), lang_own_name(article->lang));
    leaf_field(leaf, _("Licence"), meta->licence);
    add_codes(leaf, meta);
    leaf_field(leaf, _("File"), article->path);
    add_origin(leaf, meta);
}

/* Adds the lines of a reference below its title: publisher, address and so on,
 * each on its own. */
static void add_reference(struct leaf *leaf, const struct article *article,
                          size_t i)
{
    struct buf text;
    buf_init(&text);
    reference_text(article, i, &text);
    char *rest = text.data, *line = strsep(&rest, "\n");
    unsigned indent = (unsigned)strcspn(line, " ") + 1;
    leaf_item(leaf);
    leaf_hang(leaf, indent);
    leaf_add(leaf, STYLE_LABEL, line);
    leaf_end(leaf);
    while (rest && *rest) {
        line = strsep(&rest, "\n");
        leaf_item_more(leaf);
        if (!leaf->is_linear)
            leaf_tab(leaf, indent);
        reference_line_add(leaf, line);
    }
    buf_finish(&text);
}

/* Articles that the library does not have are named as well. */
static void add_related(struct leaf *leaf, struct app *app,
                        const struct article *article)
{
    const struct meta *meta = &article->meta;
    if (meta->n_related)
        leaf_heading(leaf, _("See also"));
    for (size_t i = 0; i < meta->n_related; i++) {
        struct library *library = library_index_named(app, meta->related[i]);
        const struct entry *entry =
            library_find_id(library, meta->related[i], article->lang);
        leaf_item(leaf);
        leaf_line(leaf, entry ? STYLE_LINK : STYLE_TEXT,
                  entry ? entry->title : meta->related[i]);
        library_free(library);
    }
}

static void info_build(struct box *box, struct app *app, struct leaf *leaf)
{
    const struct article *article = article_of((struct info *)box);
    char *day = memory_read_on(app, article->path);
    add_dates(leaf, article);
    leaf_field(leaf, _("Last read"), day);
    free(day);
    leaf_heading(leaf, _("Sources"));
    for (size_t i = 0; i < article->n_references; i++)
        add_reference(leaf, article, i);
    if (!article->n_references)
        leaf_line(leaf, STYLE_TEXT, _("This article lists no sources."));
    add_meta(leaf, article);
    add_related(leaf, app, article);
}

static void open_related(struct info *info, struct app *app, const char *id)
{
    struct library *library = library_index_named(app, id);
    const struct entry *entry =
        library_find_id(library, id, article_of(info)->lang);
    struct article_view *view = info->view;
    char *path = mem_strdup(entry ? entry->path : NULL);
    library_free(library);
    if (!path) {
        app_warn(app, _("No article \"%s\" in the library"), id);
        return;
    }
    app_pop(app);
    if (view)
        article_view_visit(view, app, path);
    else
        article_view_open(app, path, KIND_NONE);
    free(path);
}

static void info_choose(struct box *box, struct app *app, size_t item)
{
    struct info *info = (struct info *)box;
    const struct article *article = article_of(info);
    size_t n = article->n_references, i = item;
    if (i < n)
        reference_open(app, article, i);
    else
        open_related(info, app, article->meta.related[i - n]);
}

static void info_finish(struct box *box)
{
    article_free(((struct info *)box)->own);
}

void info_open(struct app *app, struct article_view *view,
               const struct entry *entry)
{
    static const struct box_ops ops = {
        .title = N_("Sources and dates"),
        .type = BOX_TEXT,
        .max_cols = 120,
        .enter = N_("show"),
        .build = info_build,
        .choose = info_choose,
        .finish = info_finish,
    };
    struct error err;
    struct article *own = view ? NULL : article_open(entry->path, &err);
    if (!view && !own) {
        app_warn(app, "%s", err.message);
        return;
    }
    struct info *info = box_open(app, &ops, sizeof *info);
    info->view = view;
    info->own = own;
}

/* ---- "^G": the file, the place in it, its dates ---- */

static void place_build(struct box *box, struct app *app, struct leaf *leaf)
{
    struct article_view *view = ((struct info *)box)->view;
    const struct article *article = view->article;
    size_t section = article_section_here(view);
    char *path = view->path ? paths_shorten_home(view->path) : NULL;
    struct buf text;
    (void)app;
    buf_init(&text);
    leaf_field(leaf, _("File"),
               path                   ? path
               : article->is_personal ? article->title
                                      : _("standard input"));
    if (section != NO_SECTION && article->n_sections > 1)
        buf_printf(&text, _("%zu of %zu: %s"), section + 1, article->n_sections,
                   article_section_label(article, section));
    leaf_field(leaf, _("Section"), text.data);
    buf_clear(&text);
    buf_printf(&text, "%u%%", layout_percent(view->layout, view->top));
    leaf_field(leaf, _("Place"), text.data);
    add_dates(leaf, article);
    buf_finish(&text);
    free(path);
}

void place_open(struct view *base, struct app *app)
{
    static const struct box_ops ops = {
        .title = N_("Where you are"),
        .type = BOX_TEXT,
        .build = place_build,
    };
    struct info *info = box_open(app, &ops, sizeof *info);
    info->view = article_view_of(base);
}
