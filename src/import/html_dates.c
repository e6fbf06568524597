/* The dates that a page's text states. [libxml2] */
#include "import/html_dates.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "import/date_text.h"
#include "import/html_main.h"
#include "import/xml.h"

/* Between a phrase and its date: ": ", " on ", "** ". */
#define BETWEEN_BYTES 12
#define DATE_BYTES 32

enum meaning { UPDATED, REVIEWED, REVIEW_DUE };

/* Longer phrases before those that they hold. */
static const struct {
    const char *phrase;
    enum meaning meaning;
} phrases[] = {
    {"next review due", REVIEW_DUE},
    {"review due", REVIEW_DUE},
    {"next review date", REVIEW_DUE},
    {"next review", REVIEW_DUE},
    {"due for review", REVIEW_DUE},
    {"próxima revisión", REVIEW_DUE},
    {"prochaine révision", REVIEW_DUE},
    {"nächste überprüfung", REVIEW_DUE},
    {"nächste prüfung", REVIEW_DUE},
    {"last reviewed", REVIEWED},
    {"medically reviewed", REVIEWED},
    {"date reviewed", REVIEWED},
    {"reviewed on", REVIEWED},
    {"reviewed:", REVIEWED},
    {"last review", REVIEWED},
    {"Última revisión médica", REVIEWED},
    {"última revisión médica", REVIEWED},
    {"zuletzt geprüft", REVIEWED},
    {"letzte prüfung", REVIEWED},
    {"last updated", UPDATED},
    {"last modified", UPDATED},
    {"last revised", UPDATED},
    {"last edited on", UPDATED},
    {"date of revision", UPDATED},
    {"updated on", UPDATED},
    {"updated:", UPDATED},
    {"Última actualización", UPDATED},
    {"última actualización", UPDATED},
    {"Última revisión", UPDATED},
    {"última revisión", UPDATED},
    {"fecha de revisión", UPDATED},
    {"dernière mise à jour", UPDATED},
    {"dernière révision", UPDATED},
    {"notice a été révisée est", UPDATED},
    {"notice a été approuvée est", UPDATED},
    {"zuletzt überarbeitet", UPDATED},
    {"zuletzt aktualisiert", UPDATED},
    {"letzte aktualisierung", UPDATED},
    {"stand der information", UPDATED},
    {"stand:", UPDATED},
    {"cập nhật lần cuối", UPDATED},
    {"最后更新", UPDATED},
    {"更新日期", UPDATED},
    {"updated", UPDATED},
};

#define N_PHRASES (sizeof phrases / sizeof *phrases)

static struct date *field_of(struct draft *draft, enum meaning meaning)
{
    return meaning == UPDATED    ? &draft->updated
           : meaning == REVIEWED ? &draft->reviewed
                                 : &draft->review_due;
}

/* What comes after "6 May 2024" is no part of the date. */
static void cut_after_year(char *text)
{
    for (size_t n = 0, at = 1; text[0] && text[at]; at++) {
        n = ascii_is_digit(text[at]) ? n + 1 : 0;
        if (n == 4 && !ascii_is_digit(text[at - 4]) &&
            !ascii_is_digit(text[at + 1])) {
            text[at + 1] = '\0';
            return;
        }
    }
}

/* The date behind a phrase, on its line; behind a heading, on the next one. */
static bool find_date(const char *at, struct date *date)
{
    at += strspn(at, ":*");
    at += strspn(at, "\n");
    for (size_t i = 0; i <= BETWEEN_BYTES && at[i] && at[i] != '\n'; i++) {
        bool begins = i == 0 || !ascii_is_alnum(at[i - 1]);
        if (!begins || !(ascii_is_alnum(at[i]) || at[i] & 0x80))
            continue;
        char text[DATE_BYTES + 1];
        snprintf(text, sizeof text, "%s", at + i);
        text[strcspn(text, "\n")] = '\0';
        cut_after_year(text);
        if (date_text_parse(text, date))
            return true;
    }
    return false;
}

struct found_dates {
    struct date dates[N_PHRASES];
    /* The phrases, as bits, whose first and second bytes are these. */
    uint64_t first[256], second[256];
};

_Static_assert(N_PHRASES <= 64, "a bit for each phrase");

static unsigned char byte_of(const char *at)
{
    return (unsigned char)ascii_lower(*at);
}

static void find_at(const char *at, struct found_dates *found)
{
    uint64_t bits = found->first[byte_of(at)] & found->second[byte_of(at + 1)];
    for (size_t i = 0; bits; bits >>= 1, i++) {
        const char *phrase = phrases[i].phrase;
        size_t n = strlen(phrase);
        if (bits & 1 && found->dates[i].year == 0 &&
            ascii_ncasecmp(at, phrase, n) == 0)
            find_date(at + n, &found->dates[i]);
    }
}

/* One walk for all phrases: pages can be as long as books. */
static void read_dates(struct draft *draft, const char *text)
{
    struct found_dates found = {.first = {0}};
    for (size_t i = 0; i < N_PHRASES; i++) {
        found.first[byte_of(phrases[i].phrase)] |= (uint64_t)1 << i;
        found.second[byte_of(phrases[i].phrase + 1)] |= (uint64_t)1 << i;
    }
    for (const char *at = text; *at; at++)
        if (found.first[byte_of(at)] && (at == text || !ascii_is_alnum(at[-1])))
            find_at(at, &found);
    for (size_t i = 0; i < N_PHRASES; i++) {
        struct date *field = field_of(draft, phrases[i].meaning);
        if (field->year == 0)
            *field = found.dates[i];
    }
}

void html_read_body_dates(struct draft *draft)
{
    read_dates(draft, draft->body.data);
}

void html_read_frame_dates(struct draft *draft, const struct ledger *ledger)
{
    for (size_t i = 0; ledger && i < ledger->n; i++)
        if (strcmp(ledger->entries[i].what, HTML_FRAME) == 0 ||
            strcmp(ledger->entries[i].what, HTML_OUTSIDE) == 0)
            read_dates(draft, ledger->entries[i].text);
}

/* A page's only <time>, or the one that says that it was changed. */
static void read_time(struct draft *draft, const xmlNode *main)
{
    const xmlNode *only = NULL;
    for (const xmlNode *node = main; node; node = xml_walk(main, node)) {
        if (!xml_is(node, "time"))
            continue;
        if (only)
            return;
        only = node;
    }
    char *stated = xml_attribute(only, "datetime");
    struct date date;
    if (stated && draft->updated.year == 0 && date_text_parse(stated, &date))
        draft->updated = date;
    xmlFree(stated);
}

void html_read_dates(struct draft *draft, const xmlNode *main)
{
    html_read_body_dates(draft);
    read_time(draft, main);
}
