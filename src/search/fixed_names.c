/* Fixed names, of which no part may be left out. The words in the tables are
 * facts of naming: the salts and acids of the INN's modified names (WHO,
 * "International Nonproprietary Names Modified"), and nouns that are followed
 * by a distinguishing letter or number in ICD-10 and in the names of vitamins
 * and clotting factors. */
#include "search/fixed_names.h"

#include <stdlib.h>
#include <string.h>

/* Stems of nouns that a letter or number distinguishes: "vitamin D". */
static const char *const numbered_nouns[] = {
    "amphotericin",   "antigen",
    "apolipoprotein", "botulinum",
    "class",          "complement",
    "covid",          "cyclosporin",
    "factor",         "globulin",
    "grade",          "group",
    "haemophilia",    "haemophilus",
    "hemophilia",     "hepat",
    "immunoglobulin", "influenza",
    "interferon",     "lipoprotein",
    "mitomycin",      "mucopolysaccharidosi",
    "omega",          "penicillin",
    "peptid",         "phase",
    "polymyxin",      "protein",
    "stage",          "strep",
    "streptococcus",  "toxin",
    "type",           "vitamin",
    "vitamina",       "vitamine",
};

/* Stems of words that are the second half of many names. */
static const char *const last_halves[] = {
    "acetat",   "acid",     "bromid",       "carbon",   "chlorid", "citrat",
    "fumarat",  "gluconat", "hydrochlorid", "hydroxid", "lactat",  "maleat",
    "mesylat",  "nitrat",   "nitrit",       "oxid",     "peroxid", "phosphat",
    "succinat", "sulfat",   "sulphat",      "tartrat",
};

/* Stems of words that are the first half of many names. */
static const char *const first_halves[] = {
    "aluminium", "aluminum",  "calcium",   "insulin", "iron",
    "lithium",   "magnesium", "potassium", "sodium",  "zinc",
};

/* Stems of class words after many names, which say little by themselves. They
 * are looked up only if the name before them was found. */
static const char *const class_words[] = {
    "antibodi", "capsul",  "cream",  "diseas", "drop",   "gel",
    "immunis",  "immuniz", "inhal",  "inject", "infect", "jab",
    "ointment", "patch",   "pill",   "shot",   "spray",  "suppositori",
    "syndrom",  "syrup",   "tablet", "vaccin", "virus",
};

static const struct {
    const char *roman, *arabic;
} numerals[] = {
    {"i", "1"},   {"ii", "2"},   {"iii", "3"},   {"iv", "4"}, {"v", "5"},
    {"vi", "6"},  {"vii", "7"},  {"viii", "8"},  {"ix", "9"}, {"x", "10"},
    {"xi", "11"}, {"xii", "12"}, {"xiii", "13"},
};

#define IS_AMONG(list, stem) is_among(list, sizeof(list) / sizeof *(list), stem)

static bool is_among(const char *const *list, size_t n, const char *stem)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(list[i], stem))
            return true;
    return false;
}

static bool is_letter(const char *text)
{
    return *text >= 'a' && *text <= 'z' && !text[1];
}

static bool is_numeral(const char *text)
{
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (!strcmp(text, numerals[i].roman) ||
            !strcmp(text, numerals[i].arabic))
            return true;
    return false;
}

/* Returns whether a term is a letter or number that distinguishes the term
 * before it. A letter that is also a stop word ("a", "i") is one only after a
 * numbered noun. */
static bool is_designator(const struct query *query, size_t i)
{
    const struct query_term *term = &query->terms[i];
    const struct query_term *before = &query->terms[i - 1];
    if (term->type != QUERY_WORD || before->type != QUERY_WORD ||
        before->is_stop_word || before->in_fixed)
        return false;
    if (IS_AMONG(numbered_nouns, before->stems))
        return is_letter(term->text) || is_numeral(term->text) ||
               query_term_is_number(query, i);
    bool is_open = query->is_last_incomplete && i + 1 == query->n_terms;
    return is_letter(term->text) && !term->is_stop_word && !is_open &&
           !before->names_kind && !query_term_is_number(query, i - 1) &&
           before->text[1];
}

void fixed_names_find(struct query *query)
{
    for (size_t i = 1; i < query->n_terms; i++) {
        if (!is_designator(query, i))
            continue;
        query->terms[i - 1].n_fixed = 2;
        query->terms[i - 1].in_fixed = query->terms[i].in_fixed = true;
    }
}

/* Adds a look-up for a phrase of two words, if any section has it. */
static void add_pair(struct lookups *lookups, size_t term, const char *first,
                     const char *second)
{
    struct buf words;
    struct lookup *lookup = NULL;
    buf_init(&words);
    buf_printf(&words, "%s %s", first, second);
    if (lookups_has_phrase(lookups, words.data))
        lookup = lookups_add(lookups, term, words.data, 1);
    if (lookup)
        lookup->n_terms = 2;
    buf_finish(&words);
}

void fixed_names_add(struct lookups *lookups, size_t term)
{
    const struct query_term *terms = &lookups->query->terms[term];
    add_pair(lookups, term, terms[0].text, terms[1].text);
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        if (!strcmp(terms[1].text, numerals[i].roman))
            add_pair(lookups, term, terms[0].text, numerals[i].arabic);
        if (!strcmp(terms[1].text, numerals[i].arabic))
            add_pair(lookups, term, terms[0].text, numerals[i].roman);
    }
}

/* Returns whether a term may be the other half of a name. */
static bool is_other_half(const struct lookups *lookups, size_t term)
{
    const struct query_term *other = &lookups->query->terms[term];
    return other->in_fixed ||
           (other->type == QUERY_WORD && !other->is_stop_word &&
            !other->names_kind && !query_term_is_number(lookups->query, term));
}

static bool is_found(const struct lookups *lookups, size_t term)
{
    for (size_t i = 0; i < lookups->n; i++)
        if ((lookup_terms(&lookups->items[i]) >> term & 1) &&
            (lookups->items[i].n > 0 || lookups->items[i].is_prefix))
            return true;
    return false;
}

/* Drops the look-ups for a term by itself. */
static void drop(struct lookups *lookups, size_t term)
{
    size_t n = 0;
    for (size_t i = 0; i < lookups->n; i++)
        if (lookups->items[i].term != term || lookups->items[i].n_terms > 1)
            lookups->items[n++] = lookups->items[i];
    lookups->n = n;
    if (!is_found(lookups, term))
        lookups->dropped |= (uint64_t)1 << term;
}

static void drop_last_half(struct lookups *lookups, size_t term)
{
    const struct query_term *terms = &lookups->query->terms[term - 1];
    if (is_found(lookups, term - 1))
        add_pair(lookups, term - 1, terms[0].text, terms[1].text);
    drop(lookups, term);
}

void fixed_names_drop_halves(struct lookups *lookups)
{
    size_t n = lookups->query->n_terms;
    for (size_t i = 0; i < n; i++) {
        const char *stem = lookups->query->terms[i].stems;
        bool has_before = i > 0 && is_other_half(lookups, i - 1);
        bool has_after = i + 1 < n && is_other_half(lookups, i + 1);
        if (!is_other_half(lookups, i))
            continue;
        if (has_before && IS_AMONG(last_halves, stem))
            drop_last_half(lookups, i);
        else if ((has_after && IS_AMONG(first_halves, stem) &&
                  !is_found(lookups, i + 1)) ||
                 (has_before && IS_AMONG(class_words, stem) &&
                  !is_found(lookups, i - 1)))
            drop(lookups, i);
    }
}
