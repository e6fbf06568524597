/* A rule about how hard each section reads. */
#include "check/reading.h"

#include "base/i18n.h"
#include "check/rule.h"

/* Formulas are no use on less. */
#define WORDS_MIN 60
#define SENTENCES_MIN 4

/* Of articles for patients (CONTRIBUTING.md, "Words for patients"). SMOG asks
 * that a reader understands all of a text, Flesch-Kincaid most of it: SMOG is
 * about two grades higher for the same text. */
#define GRADE_MAX 8.0

static void check_section(struct check *check, const struct section *section,
                          const struct reading *reading)
{
    double grade = reading_flesch_kincaid(reading);
    if (reading->n_words < WORDS_MIN || reading->n_sentences < SENTENCES_MIN ||
        grade <= GRADE_MAX)
        return;
    report_at(check, section->source_start,
              _("reading grade %.1f (Flesch-Kincaid), %.1f (SMOG): aim at %.0f "
                "by shorter sentences and words"),
              grade, reading_smog(reading), GRADE_MAX);
}

/* Fragments, such as items of a list that are no sentences, do not count. */
void rule_reading(struct check *check)
{
    const struct article *article = check->article;
    const struct prose *prose = &check->prose;
    struct reading reading = {0};
    const struct section *section = NULL;
    if (!check->english || !article->n_sections)
        return;
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const struct section *own =
            check_section_of(article, prose->sentences[i].block);
        if (section && own != section) {
            check_section(check, section, &reading);
            reading = (struct reading){0};
        }
        section = own;
        if (prose->sentences[i].complete)
            reading_add(&reading, prose, &prose->sentences[i]);
    }
    if (section)
        check_section(check, section, &reading);
}
