#include "revised.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

static const char *const harms[] = {
    "headache",       "nausea",         "bleeding gums",   "a rash",
    "dizziness",      "dry mouth",      "muscle pain",     "a cough",
    "swollen ankles", "blurred vision", "diarrhoea",       "trouble sleeping",
    "hair loss",      "bruises",        "an upset stomach"};
static const char *const drugs[] = {
    "warfarin", "ibuprofen",    "aspirin",    "metformin",  "digoxin",
    "lithium",  "methotrexate", "amiodarone", "rifampicin", "clarithromycin"};
static const char *const people[] = {"adults", "children", "older people",
                                     "pregnant women", "people with asthma"};
static const char *const kinds[REVISED_SECTIONS] = {
    "definition",        "dosage",     "benefits", "side-effects", "warnings",
    "contraindications", "see-doctor", "storage"};
static const char *const headings[REVISED_SECTIONS] = {
    "What it is", "How to take it",         "Benefits",         "Side effects",
    "Warnings",   "Who should not take it", "When to get help", "Storage"};

/* %1: harm, %2: drug, %3: people, %4 and %5: numbers. */
static const char *const patterns[] = {
    "About %4 in 100 people have %1.",
    "About %4 in 1,000 %3 have %1 within %5 weeks.",
    "Do not take it together with %2.",
    "Tell your doctor if you have %1.",
    "Tell your doctor if you take %2.",
    "The usual dose for %3 is %4 mg once a day.",
    "The most that %3 should take is %4 mg in %5 hours.",
    "It is not known whether it helps %3 with %1.",
    "Stop and call for help if you have %1 for longer than %5 hours.",
    "It can be taken with %2 if your \"levels\" are checked every %5 weeks.",
    "In a trial of %4 %3, %5 of them had %1 - most of it mild.",
    "Most %3 can take it safely.",
    "%1 is common and goes away by itself.",
    "Your doctor may check your blood before and after %5 days.",
    "This medicine is safe for %3.",
    "If you miss a dose, take it as soon as you remember.",
    "See a doctor.",
    "If you had %4 or more attacks, ask before you take %2 for %1.",
};

static const char *const fresh_words[] = {"usually", "carefully", "today",
                                          "lately",  "slowly",    "gladly"};

/* SplitMix64: the same on every machine. */
uint64_t revised_random(struct revised *article, uint64_t below)
{
    uint64_t z = article->random += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (z ^ (z >> 31)) % below;
}

static const char *pick(struct revised *article, const char *const *list,
                        size_t n)
{
    return list[revised_random(article, n)];
}

static void make_text(struct revised *article, char *out, size_t size)
{
    const char *pattern = pick(article, patterns, N_ELEMENTS(patterns));
    size_t n = 0;
    for (const char *at = pattern; *at && n + 40 < size; at++) {
        if (*at != '%') {
            out[n++] = *at;
            continue;
        }
        char number[16];
        snprintf(number, sizeof number, "%u",
                 (unsigned)(2 + revised_random(article, 96)));
        const char *word = number;
        switch (*++at) {
        case '1': word = pick(article, harms, N_ELEMENTS(harms)); break;
        case '2': word = pick(article, drugs, N_ELEMENTS(drugs)); break;
        case '3': word = pick(article, people, N_ELEMENTS(people)); break;
        default: break;
        }
        n += (size_t)snprintf(out + n, size - n, "%s", word);
    }
    out[n] = '\0';
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - 'a' + 'A');
}

static struct revised_sentence make_sentence(struct revised *article)
{
    struct revised_sentence sentence = {.id = article->next_id++};
    make_text(article, sentence.text, sizeof sentence.text);
    return sentence;
}

static void make_paragraph(struct revised *article,
                           struct revised_paragraph *out)
{
    *out = (struct revised_paragraph){
        .is_list = revised_random(article, 3) == 0,
        .n = 1 + revised_random(article, REVISED_SENTENCES),
    };
    for (size_t i = 0; i < out->n; i++)
        out->sentences[i] = make_sentence(article);
}

void revised_init(struct revised *article, uint64_t seed)
{
    *article =
        (struct revised){.random = seed, .columns = 72, .n = REVISED_SECTIONS};
    for (size_t i = 0; i < article->n; i++) {
        struct revised_section *section = &article->sections[i];
        snprintf(section->title, sizeof section->title, "%s", headings[i]);
        section->kind = kinds[i];
        section->n = 2 + revised_random(article, REVISED_PARAGRAPHS - 1);
        for (size_t k = 0; k < section->n; k++)
            make_paragraph(article, &section->paragraphs[k]);
    }
}

void revised_set_anew(struct revised *article)
{
    article->columns = 30 + (unsigned)revised_random(article, 80);
    article->curly = !article->curly;
}

static void replace(char *text, size_t at, size_t n_old, const char *with)
{
    char rest[REVISED_TEXT_BYTES];
    snprintf(rest, sizeof rest, "%s", text + at + n_old);
    snprintf(text + at, REVISED_TEXT_BYTES - at, "%s%s", with, rest);
}

static bool change_number(struct revised *article, char *text)
{
    size_t at = strcspn(text, "0123456789");
    size_t n = strspn(text + at, "0123456789");
    char number[16], old[16];
    if (!n || n >= sizeof old)
        return false;
    snprintf(old, sizeof old, "%.*s", (int)n, text + at);
    do
        snprintf(number, sizeof number, "%u",
                 (unsigned)(1 + revised_random(article, 200)));
    while (strcmp(number, old) == 0);
    replace(text, at, n, number);
    return true;
}

static bool change_negation(char *text)
{
    static const char *const pairs[][2] = {
        {"Do not take", "Do take"},     {"is not known", "is known"},
        {"can take", "cannot take"},    {"can be taken", "cannot be taken"},
        {"is safe", "is not safe"},     {"is safe", "is unsafe"},
        {"is common", "is uncommon"},   {"Most that", "Most that"},
        {"may check", "may not check"},
    };
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++) {
        char *at = strstr(text, pairs[i][0]);
        if (!at || strcmp(pairs[i][0], pairs[i][1]) == 0)
            continue;
        replace(text, (size_t)(at - text), strlen(pairs[i][0]), pairs[i][1]);
        return true;
    }
    return false;
}

static void change_word(struct revised *article, char *text)
{
    char word[32];
    size_t at = strcspn(text, " ");
    snprintf(word, sizeof word, " %s",
             pick(article, fresh_words, N_ELEMENTS(fresh_words)));
    replace(text, at, 0, word);
}

static void change_sentence(struct revised *article,
                            struct revised_sentence *sentence)
{
    switch (revised_random(article, 3)) {
    case 0:
        if (change_number(article, sentence->text))
            sentence->change = REVISED_NUMBER;
        break;
    case 1:
        if (change_negation(sentence->text))
            sentence->change = REVISED_NEGATION;
        break;
    default:
        change_word(article, sentence->text);
        sentence->change = REVISED_WORD;
        break;
    }
}

static struct revised_section *any_section(struct revised *article)
{
    return &article->sections[revised_random(article, article->n)];
}

static struct revised_paragraph *any_paragraph(struct revised *article)
{
    struct revised_section *section = any_section(article);
    return &section->paragraphs[revised_random(article, section->n)];
}

static void insert_sentence(struct revised *article)
{
    struct revised_paragraph *paragraph = any_paragraph(article);
    if (paragraph->n == N_ELEMENTS(paragraph->sentences))
        return;
    size_t at = revised_random(article, paragraph->n + 1);
    memmove(paragraph->sentences + at + 1, paragraph->sentences + at,
            (paragraph->n - at) * sizeof *paragraph->sentences);
    paragraph->sentences[at] = make_sentence(article);
    paragraph->n++;
}

static void delete_sentence(struct revised *article)
{
    struct revised_paragraph *paragraph = any_paragraph(article);
    size_t at = revised_random(article, paragraph->n);
    if (paragraph->n < 2)
        return;
    paragraph->n--;
    memmove(paragraph->sentences + at, paragraph->sentences + at + 1,
            (paragraph->n - at) * sizeof *paragraph->sentences);
}

static void insert_paragraph(struct revised *article)
{
    struct revised_section *section = any_section(article);
    if (section->n == N_ELEMENTS(section->paragraphs))
        return;
    size_t at = revised_random(article, section->n + 1);
    memmove(section->paragraphs + at + 1, section->paragraphs + at,
            (section->n - at) * sizeof *section->paragraphs);
    make_paragraph(article, &section->paragraphs[at]);
    section->n++;
}

static void delete_paragraph(struct revised *article)
{
    struct revised_section *section = any_section(article);
    size_t at = revised_random(article, section->n);
    if (section->n < 2)
        return;
    section->n--;
    memmove(section->paragraphs + at, section->paragraphs + at + 1,
            (section->n - at) * sizeof *section->paragraphs);
}

static void swap_sections(struct revised *article)
{
    struct revised_section *a = any_section(article), *b = any_section(article),
                           kept = *a;
    *a = *b;
    *b = kept;
}

static void rename_section(struct revised *article)
{
    struct revised_section *section = any_section(article);
    size_t n = strlen(section->title);
    snprintf(section->title + n, sizeof section->title - n, " in %u",
             (unsigned)(1990 + revised_random(article, 40)));
}

void revised_change(struct revised *article)
{
    size_t n = 1 + revised_random(article, 12);
    for (size_t i = 0; i < n; i++) {
        struct revised_paragraph *paragraph = any_paragraph(article);
        size_t at = revised_random(article, paragraph->n);
        switch (revised_random(article, 10)) {
        case 0: insert_sentence(article); break;
        case 1: delete_sentence(article); break;
        case 2: insert_paragraph(article); break;
        case 3: delete_paragraph(article); break;
        case 4: swap_sections(article); break;
        case 5: rename_section(article); break;
        case 6: revised_set_anew(article); break;
        default:
            if (paragraph->sentences[at].change == REVISED_SAME)
                change_sentence(article, &paragraph->sentences[at]);
        }
    }
}

/* Adds a sentence word by word, wrapped. */
static void write_sentence(const struct revised *article, const char *text,
                           unsigned *column, struct buf *out)
{
    bool opens = true;
    for (; *text; text++) {
        size_t n = strcspn(text + 1, " ");
        if (*text == ' ' && text[1] != '-' &&
            *column + n + 1 > article->columns) {
            buf_add(out, "\n  ");
            *column = 2;
        } else if (*text == '"' && article->curly) {
            buf_add(out, opens ? "“" : "”");
            opens = !opens;
        } else if (*text == '-' && article->curly) {
            buf_add(out, "–");
        } else {
            buf_add_char(out, *text);
            ++*column;
        }
    }
}

static void write_paragraph(const struct revised *article,
                            const struct revised_paragraph *paragraph,
                            struct buf *out)
{
    unsigned column = 0;
    for (size_t i = 0; i < paragraph->n; i++) {
        if (paragraph->is_list) {
            buf_add(out, "- ");
            column = 2;
        }
        write_sentence(article, paragraph->sentences[i].text, &column, out);
        buf_add(out, paragraph->is_list ? "\n" : " ");
    }
    buf_add(out, "\n\n");
}

void revised_write(const struct revised *article, struct buf *out)
{
    buf_add(out, "---\ntitle: A medicine\nlang: en\n---\n\n");
    for (size_t i = 0; i < article->n; i++) {
        const struct revised_section *section = &article->sections[i];
        buf_printf(out, "## %s {kind=%s}\n\n", section->title, section->kind);
        for (size_t k = 0; k < section->n; k++)
            write_paragraph(article, &section->paragraphs[k], out);
    }
}

void revised_walk(const struct revised *article,
                  bool (*take)(void *context,
                               const struct revised_sentence *sentence,
                               const struct revised_section *section),
                  void *context)
{
    for (size_t i = 0; i < article->n; i++)
        for (size_t k = 0; k < article->sections[i].n; k++) {
            const struct revised_paragraph *paragraph =
                &article->sections[i].paragraphs[k];
            for (size_t m = 0; m < paragraph->n; m++)
                if (!take(context, &paragraph->sentences[m],
                          &article->sections[i]))
                    return;
        }
}
