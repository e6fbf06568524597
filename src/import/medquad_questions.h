/* The questions of a MedQuAD page, with their answers. [libxml2] */
#ifndef MEDFAQ_IMPORT_MEDQUAD_QUESTIONS_H
#define MEDFAQ_IMPORT_MEDQUAD_QUESTIONS_H

#include <libxml/hash.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "import/draft.h"

struct medquad_question;

/* Owns its items; zero but for the title is empty. */
struct questions {
    struct ledger *ledger; /* for what is done to the source on purpose */
    xmlHashTable *index;   /* of what was asked, with its kind */
    const char *title;     /* of the page */
    struct medquad_question *items;
    size_t n, capacity;
};

/* Adds the questions of a file; those that are asked twice are one. */
void questions_read(struct questions *questions, const xmlNode *root);

/* Writes each as a section of the draft, which has its title, type and
 * synonyms; those without answers on request. Returns how many. */
size_t questions_write(const struct questions *questions, struct draft *draft,
                       bool keep_unanswered);

void questions_finish(struct questions *questions);

#endif
