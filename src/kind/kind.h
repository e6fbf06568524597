/* Section kinds: what a section is about, however its heading is worded.
 *
 * Each of the 30 kinds has the codes of other standards: schema.org's
 * HealthAspectEnumeration, the LOINC codes of FDA SPL, and MedQuAD's question
 * types. */
#ifndef MEDFAQ_KIND_KIND_H
#define MEDFAQ_KIND_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum kind {
    KIND_NONE, /* not recognised */
    KIND_OVERVIEW,
    KIND_HOW_IT_WORKS,
    KIND_USES,
    KIND_BENEFITS,
    KIND_EFFECTIVENESS,
    KIND_TYPES,
    KIND_CAUSES,
    KIND_RISK_FACTORS,
    KIND_PREVALENCE,
    KIND_SYMPTOMS,
    KIND_DIAGNOSIS,
    KIND_OUTLOOK,
    KIND_TREATMENT,
    KIND_PROCEDURE,
    KIND_DOSAGE,
    KIND_CONTRAINDICATIONS,
    KIND_WARNINGS,
    KIND_INTERACTIONS,
    KIND_PREGNANCY,
    KIND_POPULATIONS,
    KIND_SIDE_EFFECTS,
    KIND_RISKS,
    KIND_EMERGENCY,
    KIND_SEE_DOCTOR,
    KIND_AFTERCARE,
    KIND_PREVENTION,
    KIND_ACCESS,
    KIND_COMPOSITION,
    KIND_STORAGE,
    KIND_MORE_INFO,
    KIND_COUNT
};

struct kind_row {
    const char *id;         /* "side-effects", as in {kind=side-effects} */
    char key;               /* the letter after "s" in the reader */
    bool safety;            /* never hidden by a filter */
    const char *label;      /* English */
    const char *definition; /* one line of English */
    const char *schema_org; /* separated by ";"; "" for none */
    const char *loinc;      /* separated by ";" */
    const char *medquad;    /* question types, separated by ";" */
};

/* Returns the row of a kind. KIND_NONE has one, too, with id "" and key 0. */
const struct kind_row *kind_get(enum kind kind);

/* Finds a kind by its id, its English label or a common alias, ignoring case
 * ("side effects", "Contraindications", "contraindication"). Returns KIND_NONE
 * if there is none. */
enum kind kind_find(const char *name);

/* Stores the kinds whose id or English label has a prefix and returns their
 * number, 0 for an empty prefix. Ignores case; "-" and "_" equal a space. */
size_t kind_find_beginning(const char *beginning,
                           enum kind kinds[static KIND_COUNT]);

enum kind kind_by_key(char key);

/* Find a kind by a LOINC code of FDA SPL ("34070-3") or a question type of
 * MedQuAD. */
enum kind kind_by_loinc(const char *code);
enum kind kind_by_medquad(const char *question_type);

/* Returns the label in a language (BCP 47): en, es, fr, de, vi or zh; English
 * for any other. */
const char *kind_label(enum kind kind, const char *lang);

/* What is known about the article whose headings are classified. */
struct kind_context {
    const char *lang;            /* BCP 47; NULL if not stated */
    const char *title;           /* may be NULL */
    const char *const *synonyms; /* masked like the title */
    size_t n_synonyms;
    const char *type; /* "medicine", "condition", ...; may be NULL */
};

/* Classifies headings by ordered rules, after masking the title and its
 * synonyms. Returns KIND_NONE if no rule of the article's language matches. The
 * context is borrowed. */
struct kind_classifier *kind_classifier_new(const struct kind_context *context);
void kind_classifier_free(struct kind_classifier *classifier);
enum kind kind_classify(struct kind_classifier *classifier,
                        const char *heading);

/* Classifies a single heading. */
enum kind kind_of_heading(const char *heading,
                          const struct kind_context *context);

/* Tells whether a heading already says a label, so that showing both would be
 * redundant. */
bool kind_heading_says(const char *heading, const char *label);

#endif
