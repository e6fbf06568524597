/* Front matter that other programs read. */
#ifndef MEDFAQ_IMPORT_MARKDOWN_FRONT_H
#define MEDFAQ_IMPORT_MARKDOWN_FRONT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "data/yaml.h"
#include "import/draft.h"
#include "import/ledger.h"

struct markdown_front {
    const char *yaml;
    size_t n_yaml;
    size_t body; /* where it begins in the text */
};

/* The front matter that a text begins with, empty if there is none. TOML is
 * written into toml as YAML, which the result then points into. */
struct markdown_front markdown_front_find(const char *text, struct buf *toml);

/* Reads the fields that say what medfaq's own say. */
void markdown_front_read(struct draft *draft, const struct yaml *map);

/* Are there fields that only medfaq has? */
bool markdown_front_is_own(const struct yaml *map);

/* Appends the sentences of other fields to the body. */
void markdown_front_add_sentences(struct draft *draft, const struct yaml *map,
                                  struct ledger *ledger);

#endif
