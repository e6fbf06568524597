/* Counts what became of the sources of an import, and prints it. */
#include "import/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/safe.h"

#define MAX_OMISSIONS 200 /* reasons that are told apart */

/* Other results are among the omissions. */
static const char *const put_names[] = {
    [PUT_NEW] = N_("new"),
    [PUT_BESIDE] = N_("new, next to an article of the same name"),
    [PUT_CHANGED] = N_("changed"),
    [PUT_SAME] = N_("unchanged"),
};

const char *report_put_name(enum put result)
{
    return _(put_names[result]);
}

static struct omission *omission_of(struct report *report, const char *reason)
{
    for (size_t i = 0; i < report->n_omissions; i++)
        if (strcmp(report->omissions[i].reason, reason) == 0)
            return &report->omissions[i];
    if (report->n_omissions == MAX_OMISSIONS)
        return &report->omissions[MAX_OMISSIONS - 1];
    if (report->n_omissions == MAX_OMISSIONS - 1)
        reason = _("other reasons");
    report->omissions = mem_grow(report->omissions, report->n_omissions,
                                 &report->capacity, sizeof *report->omissions);
    struct omission *omission = &report->omissions[report->n_omissions++];
    *omission = (struct omission){.reason = mem_strdup(reason)};
    return omission;
}

static void add_example(struct omission *omission, const char *name)
{
    if (omission->n < REPORT_EXAMPLES)
        omission->examples[omission->n] = mem_strdup(name);
    omission->n++;
}

void report_omit(struct report *report, const char *name, const char *reason)
{
    add_example(omission_of(report, reason), name);
}

void report_put(struct report *report, const char *id, enum put result)
{
    report->n_put[result]++;
    if (result == PUT_BESIDE)
        add_example(&report->beside, id);
}

size_t report_count_articles(const struct report *report)
{
    size_t n = 0;
    for (int i = PUT_NEW; i <= PUT_EDITED; i++)
        n += report->n_put[i];
    return n;
}

static void free_omission(struct omission *omission)
{
    free(omission->reason);
    for (size_t i = 0; i < REPORT_EXAMPLES; i++)
        free(omission->examples[i]);
}

void report_finish(struct report *report)
{
    for (size_t i = 0; i < report->n_omissions; i++)
        free_omission(&report->omissions[i]);
    free_omission(&report->beside);
    free(report->omissions);
}

/* ---- printing ---- */

void report_print_text(FILE *out, const struct charset *charset,
                       const char *text)
{
    struct buf safe;
    buf_init(&safe);
    safe_text(text, strlen(text), charset, &safe);
    charset_encode_buf(charset, &safe);
    fwrite(safe.data, 1, safe.n_bytes, out);
    buf_finish(&safe);
}

static void print_count(size_t n, const char *what)
{
    if (n > 0)
        printf("  %7zu %s\n", n, what);
}

static void print_examples(const struct omission *omission,
                           const struct charset *charset)
{
    printf(" (");
    for (size_t i = 0; i < REPORT_EXAMPLES && omission->examples[i]; i++) {
        printf("%s", i ? ", " : "");
        report_print_text(stdout, charset, omission->examples[i]);
    }
    puts(omission->n > REPORT_EXAMPLES ? " ...)" : ")");
}

/* What may be a newer version of an article is kept as one more. */
static void print_beside(const struct omission *beside,
                         const struct charset *charset)
{
    if (beside->n == 0)
        return;
    printf(_("  %7zu new, next to an article of the same name, which stays"),
           beside->n);
    print_examples(beside, charset);
}

void report_print(const struct report *report, const struct report_place *place)
{
    size_t n = report_count_articles(report);
    printf(n_("%zu article: ", "%zu articles in ", n), n);
    report_print_text(stdout, place->charset, place->name);
    puts(place->note);
    print_count(report->n_put[PUT_NEW], report_put_name(PUT_NEW));
    print_beside(&report->beside, place->charset);
    for (int i = PUT_CHANGED; i <= PUT_SAME; i++)
        print_count(report->n_put[i], report_put_name((enum put)i));
    print_count(report->n_failed, _("failed; see above"));
    print_count(report->n_refused, _("refused, for the reasons below"));
    for (size_t i = 0; i < report->n_omissions; i++) {
        const struct omission *omission = &report->omissions[i];
        printf(_("  %7zu skipped: "), omission->n);
        report_print_text(stdout, place->charset, omission->reason);
        print_examples(omission, place->charset);
    }
}
