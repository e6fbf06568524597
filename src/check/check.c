/* The table of rules, and how they report. */
#include "check/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/strs.h"
#include "base/utf8.h"
#include "check/rule.h"

#define REPORTS_MAX 100 /* of one rule: more help nobody */

static const struct rule rules[] = {
    {"front-matter-missing", SEVERITY_WARNING, rule_front_matter},
    {"title-missing", SEVERITY_ERROR, rule_title},
    {"type-missing", SEVERITY_WARNING, rule_type},
    {"summary-missing", SEVERITY_WARNING, rule_summary},
    {"updated-missing", SEVERITY_WARNING, rule_updated},
    {"licence-missing", SEVERITY_WARNING, rule_licence},
    {"sources-missing", SEVERITY_WARNING, rule_sources},
    {"related-dead", SEVERITY_ERROR, rule_related},
    {"kind-unknown", SEVERITY_ERROR, rule_kinds},
    {"link-dead", SEVERITY_ERROR, rule_article_links},
    {"anchor-dead", SEVERITY_ERROR, rule_anchors},
    {"citation-dead", SEVERITY_ERROR, rule_citations},
    {"source-uncited", SEVERITY_WARNING, rule_uncited},
};

static void report(struct check *check, struct diagnostic at,
                   const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

static void report(struct check *check, struct diagnostic at,
                   const char *format, va_list args)
{
    char text[1024];
    if (check->n_reports++ >= REPORTS_MAX)
        return;
    vsnprintf(text, sizeof text, format, args);
    at.severity = check->rule->severity;
    at.code = check->rule->code;
    diagnostics_add(check->out, at, "%s", text);
}

static void move_cursor(struct cursor *cursor, const struct article *article,
                        size_t offset)
{
    if (offset < cursor->offset)
        *cursor = (struct cursor){.line = 1, .column = 1};
    while (cursor->offset < offset &&
           cursor->offset < article->n_source_bytes) {
        uint32_t code_point;
        cursor->offset +=
            utf8_decode(article->source + cursor->offset,
                        article->n_source_bytes - cursor->offset, &code_point);
        cursor->column++;
        if (code_point == '\n') {
            cursor->line++;
            cursor->column = 1;
        }
    }
}

void report_at(struct check *check, size_t source_offset, const char *format,
               ...)
{
    va_list args;
    move_cursor(&check->cursor, check->article, source_offset);
    va_start(args, format);
    report(check,
           (struct diagnostic){.line = check->cursor.line,
                               .column = check->cursor.column},
           format, args);
    va_end(args);
}

void report_line(struct check *check, unsigned line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(check, (struct diagnostic){.line = line}, format, args);
    va_end(args);
}

const char *nearest_word(const char *wrong, const char *const *words, size_t n)
{
    const char *nearest = NULL;
    unsigned least = 3;
    for (size_t i = 0; i < n; i++) {
        unsigned distance = str_distance(wrong, words[i], least);
        if (distance < least) {
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

void check_article(struct article *article, const struct library *library,
                   struct diagnostics *out)
{
    struct check check = {
        .article = article,
        .library = library,
        .out = out,
        .cursor = {.line = 1, .column = 1},
    };
    for (size_t i = 0; i < article->diagnostics.n; i++)
        diagnostics_add(out, article->diagnostics.items[i], "%s",
                        article->diagnostics.items[i].text);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        check.rule = &rules[i];
        check.n_reports = 0;
        rules[i].run(&check);
    }
    diagnostics_sort(out);
}
