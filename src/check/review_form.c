/* The form prints what was written; nothing in it is judged. */
#include "check/review_form.h"

#include <string.h>

#include "article/review.h"
#include "article/risk.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/strs.h"
#include "check/prose.h"

/* ---- the form ---- */

static bool has_number(const struct prose *prose,
                       const struct sentence *sentence)
{
    for (size_t word = sentence->first_word; word < sentence->end_word; word++)
        if (prose_is_number(prose, word))
            return true;
    return false;
}

/* A sentence as one line, without white space around it. */
static void add_sentence(struct buf *out, const struct article *article,
                         const struct sentence *sentence)
{
    bool space = false, begun = false;
    buf_add(out, "  [ ] ");
    for (uint32_t i = sentence->start; i < sentence->end; i++) {
        char byte = article->text[i];
        if (ascii_is_space(byte)) {
            space = begun;
            continue;
        }
        if (space)
            buf_add_char(out, ' ');
        buf_add_char(out, byte);
        space = false;
        begun = true;
    }
    buf_add_char(out, '\n');
}

/* Statements that someone has to check: those with a number or a source, and
 * all of a safety section. */
static void add_statements(struct buf *out, const struct prose *prose,
                           const struct section *section)
{
    bool safety = kind_get(section->kind)->safety;
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const struct sentence *sentence = &prose->sentences[i];
        if (sentence->block->source_start >= section->source_start &&
            sentence->block->source_start < section->source_end &&
            (safety || sentence->cited || has_number(prose, sentence)))
            add_sentence(out, prose->article, sentence);
    }
}

static void add_risks(struct buf *out, const struct article *article,
                      const struct section *section)
{
    for (size_t i = section->first_block; i < section->end_block; i++) {
        const struct node *block = article->blocks[i];
        if (block->type != NODE_RISK)
            continue;
        const struct risk *risk = block->risk;
        buf_printf(out, _("  Figures: %s\n"), risk->title ? risk->title : "?");
        for (size_t j = 0; j < risk->n_rows; j++)
            buf_printf(out, _("  [ ] %s: %ld of %ld; source: %s\n"),
                       risk->rows[j].label ? risk->rows[j].label : "?",
                       risk->rows[j].n, risk->per,
                       risk->rows[j].source ? risk->rows[j].source : _("none"));
    }
}

static void add_section(struct buf *out, const struct prose *prose,
                        size_t index)
{
    const struct article *article = prose->article;
    const struct section *section = &article->sections[index];
    const struct person *latest = review_latest(article);
    buf_printf(out, "\n%s%s\n", section->title ? section->title : _("Start"),
               kind_get(section->kind)->safety ? _(" (safety)") : "");
    if (latest)
        buf_printf(out,
                   review_changed(article, latest, index)
                       ? _("  changed since the review by %s\n")
                       : _("  unchanged since the review by %s\n"),
                   latest->name);
    add_statements(out, prose, section);
    add_risks(out, article, section);
}

static void add_sources(struct buf *out, const struct meta *meta)
{
    buf_add(out, _("\nSources: does each one say what it is cited for, and "
                   "is there a newer one?\n"));
    for (size_t i = 0; i < meta->n_sources; i++) {
        const struct source *source = &meta->sources[i];
        buf_printf(out, "  [ ] %s: %s", source->id,
                   source->title ? source->title : "?");
        if (source->publisher)
            buf_printf(out, ", %s", source->publisher);
        if (source->year)
            buf_printf(out, ", %d", source->year);
        buf_printf(out, "%s%s%s%s\n", source->doi ? ", doi " : "",
                   source->doi ? source->doi : "", source->url ? " " : "",
                   source->url ? source->url : "");
    }
}

void review_form_write(const struct article *article, struct buf *out)
{
    struct prose prose;
    prose_init(&prose, article);
    buf_printf(out, _("Review of: %s\nFile: %s\nNow: %s\n"), article->title,
               article->path ? article->path : "-",
               article_review_state(article));
    for (size_t i = 0; i < article->n_sections; i++)
        add_section(out, &prose, i);
    add_sources(out, &article->meta);
    buf_printf(
        out,
        _("\nMissing: is there a danger, a group of people or a sign that "
          "the article should name but does not?\n\nBy signing you confirm: "
          "I have read every section, the numbers are those of the sources, "
          "and nothing that people need to be safe is missing.\n  medfaq "
          "review %s --sign --name \"...\" --role \"...\"\n"),
        article->path ? article->path : "FILE");
    prose_finish(&prose);
}

/* ---- the signature ---- */

/* A text as YAML in quotes. */
static void add_quoted(struct buf *out, const char *text)
{
    buf_add_char(out, '"');
    for (; *text; text++)
        if ((unsigned char)*text >= ' ')
            buf_printf(out, "%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
    buf_add_char(out, '"');
}

static void add_person(struct buf *out, const char *name, const char *role,
                       const struct date *date)
{
    char day[11];
    date_format(date, day);
    buf_add(out, "  - name: ");
    add_quoted(out, name);
    if (role) {
        buf_add(out, "\n    role: ");
        add_quoted(out, role);
    }
    if (*day)
        buf_printf(out, "\n    date: %s", day);
    buf_add_char(out, '\n');
}

static void add_others(struct buf *out, const struct article *article,
                       const char *name)
{
    for (size_t i = 0; i < article->meta.n_reviewers; i++) {
        const struct person *other = &article->meta.reviewers[i];
        if (!strcmp(other->name, name))
            continue;
        add_person(out, other->name, other->role, &other->date);
        if (other->n_sections)
            buf_add(out, "    sections:\n");
        for (size_t j = 0; j < other->n_sections; j++) {
            buf_add(out, "      ");
            add_quoted(out, other->sections[j].slug);
            buf_add(out, ": ");
            add_quoted(out, other->sections[j].digest);
            buf_add_char(out, '\n');
        }
    }
}

static void add_reviewers(struct buf *out, const struct article *article,
                          const struct signature *signature)
{
    char digest[REVIEW_DIGEST_BYTES];
    buf_add(out, "reviewers:\n");
    add_others(out, article, signature->name);
    add_person(out, signature->name, signature->role, &signature->date);
    buf_add(out, "    sections:\n");
    for (size_t i = 0; i < article->n_sections; i++) {
        review_digest(article, i, digest);
        buf_add(out, "      ");
        add_quoted(out, review_key(article, i));
        buf_printf(out, ": \"%s\"\n", digest);
    }
}

/* The end of the line at an offset, past its line feed. */
static size_t line_end(const struct article *article, size_t at, size_t end)
{
    const char *feed = memchr(article->source + at, '\n', end - at);
    return feed ? (size_t)(feed + 1 - article->source) : end;
}

/* Does a line go on with the field above it: indented, or an element of its
 * list? */
static bool goes_on(const char *line)
{
    return *line == ' ' || *line == '\t' || *line == '-' || *line == '\n';
}

/* The lines of the field reviewers in the front matter: empty, at its end, if
 * it has none. */
static void find_reviewers(const struct article *article,
                           const struct meta_extent *extent, size_t *start,
                           size_t *end)
{
    size_t at = extent->yaml_start;
    *start = *end = extent->yaml_end;
    while (at < extent->yaml_end &&
           strncmp(article->source + at, "reviewers:", 10))
        at = line_end(article, at, extent->yaml_end);
    if (at >= extent->yaml_end)
        return;
    *start = at;
    do
        at = line_end(article, at, extent->yaml_end);
    while (at < extent->yaml_end && goes_on(article->source + at));
    *end = at;
}

bool review_form_sign(const struct article *article,
                      const struct signature *signature, struct buf *out,
                      struct error *err)
{
    struct meta_extent extent =
        meta_find(article->source, article->n_source_bytes);
    size_t start, end;
    if (!article->meta.present || extent.unclosed)
        return error_set(err, _("%s has no front matter to sign"),
                         article->path ? article->path : "-");
    find_reviewers(article, &extent, &start, &end);
    buf_add_n(out, article->source, start);
    if (out->n_bytes && out->data[out->n_bytes - 1] != '\n')
        buf_add_char(out, '\n');
    add_reviewers(out, article, signature);
    buf_add_n(out, article->source + end, article->n_source_bytes - end);
    return true;
}
