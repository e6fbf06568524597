/* Numbers of people as English tells them. */
#ifndef MEDFAQ_CHECK_FRACTION_H
#define MEDFAQ_CHECK_FRACTION_H

#include "check/rule.h"

/* "5 of 100", "1 in 1,000", "3 out of every 10", "one person in five", "2 per
 * 1,000". */
struct fraction {
    size_t word, end; /* in the prose; end is past it */
    long n, of;
    bool in;  /* told with "in" */
    bool out; /* told with "out of" or "per" */
};

/* A whole number in digits or as a word; -1 if a word is none. */
long fraction_number(const struct prose *prose, size_t word);

/* Reads a fraction that begins with a word, within its sentence; false if
 * there is none. */
bool fraction_read(const struct prose *prose, size_t word, size_t end,
                   struct fraction *fraction);

/* The same for one that begins with its denominator: "of every 100 people, 3".
 */
bool fraction_read_reversed(const struct prose *prose, size_t word, size_t end,
                            struct fraction *fraction);

/* "1 in X". */
bool fraction_is_one_in(const struct fraction *fraction);

/* "people", "women", "patients". */
bool fraction_is_people(const struct prose *prose, size_t word);

/* "5%", "5 percent", "5 per cent". */
bool fraction_is_percent(const struct prose *prose, size_t word);

/* Absolute numbers among the words of a range: fractions that are not "1 in
 * X", or two and more percentages. */
/* "1 of X" and more, but neither "1 in X" nor percentages. */
bool fraction_of_people_stands_in(const struct prose *prose, size_t word,
                                  size_t end);

bool fraction_stands_in(const struct prose *prose, size_t word, size_t end);

/* Does the section of a block have a risk block? */
bool fraction_has_risk_block(const struct check *check,
                             const struct node *block);

/* What the block of a sentence holds, found out once a block: sentences come
 * block by block. */
struct block_fact {
    const struct node *block;
    bool holds;
};

/* Looks at the words of the block of a sentence, unless it is the block that
 * was looked at last. A zeroed fact is of none. */
bool fraction_block(struct block_fact *fact, const struct prose *prose,
                    size_t sentence,
                    bool (*look)(const struct prose *prose, size_t word,
                                 size_t end));

/* Looks at one sentence after the other, of English alone, until all is
 * reported that a rule may. The fact is the rule's own. */
void fraction_each_sentence(struct check *check,
                            void (*look)(struct check *check, size_t sentence,
                                         struct block_fact *fact));

#endif
