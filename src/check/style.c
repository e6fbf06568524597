/* Rules about how sentences are built: long ones, and clipped ones. English
 * only. */
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"

#define WORDS_MAX 30

void rule_long_sentences(struct check *check)
{
    const struct prose *prose = &check->prose;
    for (size_t i = 0;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i++) {
        const struct sentence *sentence = &prose->sentences[i];
        unsigned n_words = sentence->end_word - sentence->first_word;
        if (sentence->complete && n_words > WORDS_MAX)
            report_word(check, sentence->first_word,
                        _("A sentence of %u words. Split it into two, or "
                          "make a list"),
                        n_words);
    }
}

#define CLIPPED_WORDS_MAX 5
#define CLIPPED_SENTENCES 3

/* A statement of a paragraph with so few words; a question is no such. */
static bool is_clipped(const struct prose *prose, size_t i)
{
    const struct sentence *sentence = &prose->sentences[i];
    bool is_said = false; /* and no name, as in a list of works */
    for (size_t word = sentence->first_word; word < sentence->end_word;
         word++) {
        is_said =
            is_said ||
            ascii_is_lower(prose->article->text[prose->words[word].start]);
        if (prose_is_number(prose, word))
            return false;
    }
    return is_said && sentence->complete &&
           sentence->block->type == NODE_PARAGRAPH &&
           !memchr(prose->text + sentence->start, '?',
                   sentence->end - sentence->start) &&
           sentence->end_word > sentence->first_word &&
           sentence->end_word - sentence->first_word <= CLIPPED_WORDS_MAX;
}

/* The end of the run of clipped sentences, from one on, of one block. */
static size_t clipped_end(const struct prose *prose, size_t i)
{
    size_t end = i;
    while (end < prose->n_sentences &&
           prose->sentences[end].block == prose->sentences[i].block &&
           is_clipped(prose, end))
        end++;
    return end;
}

void rule_clipped_prose(struct check *check)
{
    const struct prose *prose = &check->prose;
    for (size_t i = 0, end;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i = end > i ? end : i + 1) {
        end = clipped_end(prose, i);
        if (end - i >= CLIPPED_SENTENCES)
            report_word(check, prose->sentences[i].first_word,
                        _("%zu sentences in a row have %d words or fewer. "
                          "Join some of them"),
                        end - i, CLIPPED_WORDS_MAX);
    }
    report_dodges(check);
}
