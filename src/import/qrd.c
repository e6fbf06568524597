/* The European templates for leaflets and summaries of product characteristics
 * (QRD): what their codes and the numbers of their headings mean. */
#include "import/qrd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

/* SPOR's list 100000155531, LOINC. */
static const struct {
    const char *code;
    enum qrd_document document;
} document_codes[] = {
    {"100000155538", QRD_LEAFLET}, {"200000029894", QRD_LEAFLET},
    {"68498-5", QRD_LEAFLET},      {"42230-3", QRD_LEAFLET},
    {"100000155532", QRD_SUMMARY}, {"200000029791", QRD_SUMMARY},
    {"SPC", QRD_SUMMARY},          {"SmPC", QRD_SUMMARY},
};

/* What a number means; a longer one means what it begins with. */
static const struct {
    const char *number;
    enum kind kind;
} leaflet_numbers[] =
    {
        {"1", KIND_USES},         {"2", KIND_WARNINGS}, {"3", KIND_DOSAGE},
        {"4", KIND_SIDE_EFFECTS}, {"5", KIND_STORAGE},  {"6", KIND_COMPOSITION},
},
  summary_numbers[] = {
      {"2", KIND_COMPOSITION},
      {"3", KIND_COMPOSITION},
      {"4.1", KIND_USES},
      {"4.2", KIND_DOSAGE},
      {"4.3", KIND_CONTRAINDICATIONS},
      {"4.4", KIND_WARNINGS},
      {"4.5", KIND_INTERACTIONS},
      {"4.6", KIND_PREGNANCY},
      {"4.7", KIND_WARNINGS},
      {"4.8", KIND_SIDE_EFFECTS},
      {"4.9", KIND_EMERGENCY},
      {"5", KIND_HOW_IT_WORKS},
      {"5.1", KIND_HOW_IT_WORKS},
      {"5.2", KIND_HOW_IT_WORKS},
      {"6.1", KIND_COMPOSITION},
      {"6.3", KIND_STORAGE},
      {"6.4", KIND_STORAGE},
      {"6.5", KIND_COMPOSITION},
      {"6.6", KIND_STORAGE},
      {"7", KIND_MORE_INFO},
      {"8", KIND_MORE_INFO},
      {"9", KIND_MORE_INFO},
      {"10", KIND_MORE_INFO},
};

/* SPOR's list 200000029659: the last five digits of the code. */
static const struct {
    unsigned short code;
    enum kind kind;
} section_codes[] = {
    {29793, KIND_COMPOSITION},
    {29797, KIND_COMPOSITION},
    {29799, KIND_USES},
    {29800, KIND_DOSAGE},
    {29801, KIND_DOSAGE},
    {29802, KIND_POPULATIONS},
    {29803, KIND_PROCEDURE},
    {29805, KIND_CONTRAINDICATIONS},
    {29806, KIND_WARNINGS},
    {29809, KIND_INTERACTIONS},
    {29811, KIND_PREGNANCY},
    {29812, KIND_PREGNANCY},
    {29813, KIND_PREGNANCY},
    {29814, KIND_PREGNANCY},
    {29815, KIND_WARNINGS},
    {29816, KIND_SIDE_EFFECTS},
    {29817, KIND_SIDE_EFFECTS},
    {29818, KIND_SIDE_EFFECTS},
    {29819, KIND_EMERGENCY},
    {29821, KIND_HOW_IT_WORKS},
    {29822, KIND_HOW_IT_WORKS},
    {29825, KIND_EFFECTIVENESS},
    {29827, KIND_HOW_IT_WORKS},
    {29837, KIND_COMPOSITION},
    {29839, KIND_STORAGE},
    {29840, KIND_STORAGE},
    {29841, KIND_COMPOSITION},
    {29842, KIND_STORAGE},
    {29844, KIND_MORE_INFO},
    {29845, KIND_MORE_INFO},
    {29846, KIND_MORE_INFO},
    {29847, KIND_MORE_INFO},
    {29895, KIND_USES},
    {29896, KIND_WARNINGS},
    {29897, KIND_CONTRAINDICATIONS},
    {29898, KIND_WARNINGS},
    {29899, KIND_POPULATIONS},
    {29900, KIND_INTERACTIONS},
    {29901, KIND_INTERACTIONS},
    {29902, KIND_PREGNANCY},
    {29903, KIND_WARNINGS},
    {29905, KIND_DOSAGE},
    {29906, KIND_POPULATIONS},
    {29907, KIND_EMERGENCY},
    {29908, KIND_DOSAGE},
    {29909, KIND_DOSAGE},
    {29910, KIND_SIDE_EFFECTS},
    {29911, KIND_SIDE_EFFECTS},
    {29912, KIND_SIDE_EFFECTS},
    {29913, KIND_STORAGE},
    {29914, KIND_COMPOSITION},
    {29915, KIND_COMPOSITION},
    {29916, KIND_COMPOSITION},
    {29920, KIND_MORE_INFO},
};

#define N(array) (sizeof(array) / sizeof *(array))

enum qrd_document qrd_document_by_code(const char *code)
{
    for (size_t i = 0; code && i < N(document_codes); i++)
        if (strcmp(document_codes[i].code, code) == 0)
            return document_codes[i].document;
    return QRD_NONE;
}

/* ---- numbers ---- */

struct qrd_number {
    unsigned first, second; /* 0: none */
};

/* "5 mg tablets" begins with no number of a section. */
static bool is_amount(const char *after)
{
    if (*after == '.')
        return false;
    after += strspn(after, " \t\r\n");
    return (*after >= 'a' && *after <= 'z') || ascii_is_digit(*after);
}

/* "4.3. Contraindicaciones", "4.3 Kontraindikasjoner", "2. Before you use". */
static struct qrd_number number_of(const char *heading)
{
    struct qrd_number number = {0};
    const char *at = heading + strspn(heading, " \t\r\n");
    size_t n = strspn(at, "0123456789");
    if (n == 0 || n > 2 || (at[n] != '.' && !ascii_is_space(at[n])) ||
        is_amount(at + n))
        return number;
    number.first = (unsigned)atoi(at);
    at += n + (at[n] == '.');
    n = strspn(at, "0123456789");
    if (n > 0 && n <= 2)
        number.second = (unsigned)atoi(at);
    return number;
}

enum qrd_document qrd_document_by_numbers(const struct strs *headings)
{
    bool first[100] = {false}, fourth[100] = {false};
    unsigned n_fourth = 0;
    for (size_t i = 0; i < headings->n; i++) {
        struct qrd_number number = number_of(headings->items[i]);
        if (number.first == 4 && number.second > 0)
            fourth[number.second] = true;
        else if (number.second == 0)
            first[number.first] = true;
    }
    for (unsigned i = 1; i <= 9; i++)
        n_fourth += fourth[i];
    if (n_fourth >= 4 && fourth[3] && fourth[8])
        return QRD_SUMMARY;
    bool leaflet = !first[7] && n_fourth == 0;
    for (unsigned i = 1; i <= 6; i++)
        leaflet &= first[i];
    return leaflet ? QRD_LEAFLET : QRD_NONE;
}

enum kind qrd_kind_by_number(enum qrd_document document, const char *heading)
{
    struct qrd_number number = number_of(heading);
    char text[8] = "";
    if (number.first == 0 || document == QRD_NONE)
        return KIND_NONE;
    if (document == QRD_LEAFLET) {
        for (size_t i = 0; i < N(leaflet_numbers); i++)
            if (number.second == 0 &&
                (unsigned)atoi(leaflet_numbers[i].number) == number.first)
                return leaflet_numbers[i].kind;
        return KIND_NONE;
    }
    snprintf(text, sizeof text, number.second ? "%u.%u" : "%u", number.first,
             number.second);
    for (size_t i = 0; i < N(summary_numbers); i++)
        if (strcmp(summary_numbers[i].number, text) == 0)
            return summary_numbers[i].kind;
    return KIND_NONE;
}

enum kind qrd_kind_by_code(const char *code)
{
    if (!code || strlen(code) != 12 || strncmp(code, "2000000", 7) != 0)
        return KIND_NONE;
    unsigned number = (unsigned)atoi(code + 7);
    for (size_t i = 0; i < N(section_codes); i++)
        if (section_codes[i].code == number)
            return section_codes[i].kind;
    return KIND_NONE;
}

/* ---- the product ---- */

#define MAX_WORDS 24
#define MAX_HEADINGS 12

struct title_words {
    const char *start[MAX_WORDS];
    size_t n_bytes[MAX_WORDS];
    size_t n;
};

static void split(struct title_words *words, const char *title)
{
    words->n = 0;
    for (const char *at = title; words->n < MAX_WORDS;) {
        at += strspn(at, " \t\r\n");
        size_t n = strcspn(at, " \t\r\n");
        if (n == 0)
            return;
        words->start[words->n] = at;
        words->n_bytes[words->n++] = n;
        at += n;
    }
}

static bool same_words(const struct title_words *a, size_t at_a,
                       const struct title_words *b, size_t at_b)
{
    return a->n_bytes[at_a] == b->n_bytes[at_b] &&
           strncmp(a->start[at_a], b->start[at_b], a->n_bytes[at_a]) == 0;
}

/* How many words from at in a stand in b, too. */
static size_t common_words(const struct title_words *a, size_t at,
                           const struct title_words *b)
{
    size_t longest = 0;
    for (size_t i = 0; i < b->n; i++) {
        size_t n = 0;
        while (at + n < a->n && i + n < b->n && same_words(a, at + n, b, i + n))
            n++;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static bool begins_name(const char *word)
{
    return !(word[0] >= 'a' && word[0] <= 'z') && !ascii_is_digit(word[0]) &&
           !ascii_is_punct(word[0]);
}

/* How many words from at in titles[of] most of the others have, too; 0 if
 * fewer than two others do. */
static size_t shared_words(const struct title_words *titles, size_t n_titles,
                           size_t of, size_t at)
{
    size_t n_with = 0, n = titles[of].n;
    for (size_t i = 0; i < n_titles; i++) {
        size_t common = common_words(&titles[of], at, &titles[i]);
        n_with += common > 0;
        n = common > 0 && common < n ? common : n;
    }
    return n_with >= 3 ? n : 0;
}

char *qrd_product(const struct strs *headings)
{
    struct title_words titles[MAX_HEADINGS];
    size_t n_titles = 0, n_best = 0;
    const char *best = "", *best_end = best;
    for (size_t i = 0; i < headings->n && n_titles < MAX_HEADINGS; i++)
        if (number_of(headings->items[i]).first > 0)
            split(&titles[n_titles++], headings->items[i]);
    for (size_t i = 0; i < n_titles; i++)
        for (size_t at = 1; at < titles[i].n; at++) {
            size_t n = shared_words(titles, n_titles, i, at);
            if (n <= n_best || !begins_name(titles[i].start[at]))
                continue;
            n_best = n;
            best = titles[i].start[at];
            best_end =
                titles[i].start[at + n - 1] + titles[i].n_bytes[at + n - 1];
        }
    return mem_strndup(best, (size_t)(best_end - best));
}
