/* Measures how often the kind of a heading is right, on MedQuAD's questions,
 * whose types are known, and on headings.tsv. Prints the figures, which must
 * not fall below a floor. Skipped if the corpora are missing. */
#include "kind/kind.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/strs.h"

#define FLOOR 0.99
#define ONE_OF 8 /* of the topics are used */
#define SYNONYMS_MAX 64

struct score {
    size_t n, n_right;
};

static void count(struct score *score, enum kind kind, enum kind expected,
                  const char *heading)
{
    score->n++;
    score->n_right += kind == expected;
    if (kind != expected)
        printf("# %s: %s, not %s\n", heading, kind_get(kind)->id,
               kind_get(expected)->id);
}

static double rate(const struct score *score)
{
    return score->n ? (double)score->n_right / (double)score->n : 0;
}

/* Returns what is between two strings in a line, or "". Decodes the five
 * entities that occur in the corpus. */
static void between(const char *line, const char *before, const char *after,
                    struct buf *out)
{
    static const struct {
        const char *name, *text;
    } entities[] = {
        {"&apos;", "'"}, {"&quot;", "\""}, {"&amp;", "&"},
        {"&lt;", "<"},   {"&gt;", ">"},
    };
    buf_clear(out);
    const char *start = strstr(line, before);
    const char *at = start ? start + strlen(before) : "";
    const char *end = strstr(at, after);
    while (end && at < end) {
        size_t n = 1;
        const char *text = at;
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
            if (str_starts(at, entities[i].name)) {
                n = strlen(entities[i].name);
                text = entities[i].text;
            }
        }
        buf_add_char(out, *text);
        at += n;
    }
}

/* A topic of MedQuAD: title and synonyms of the headings that follow. */
struct topic {
    struct buf focus;
    struct strs synonyms;
    bool looked_at;
};

static bool is_in_sample(const char *focus)
{
    uint32_t hash = 2166136261u;
    for (; *focus; focus++)
        hash = (hash ^ (unsigned char)*focus) * 16777619u;
    return (hash >> 8) % ONE_OF == 0;
}

static void read_line(const char *line, struct topic *topic,
                      struct score *score)
{
    struct buf text, type;
    buf_init(&text);
    buf_init(&type);
    if (strstr(line, "<Focus>")) {
        between(line, "<Focus>", "</Focus>", &topic->focus);
        topic->looked_at = is_in_sample(topic->focus.data);
        strs_finish(&topic->synonyms);
    } else if (strstr(line, "<Synonym>") && topic->synonyms.n < SYNONYMS_MAX) {
        between(line, "<Synonym>", "</Synonym>", &text);
        strs_add(&topic->synonyms, text.data);
    } else if (topic->looked_at && strstr(line, "<Question ")) {
        between(line, "qtype=\"", "\"", &type);
        between(line, "\">", "</Question>", &text);
        const struct kind_context context = {
            .title = topic->focus.data,
            .synonyms = (const char *const *)topic->synonyms.items,
            .n_synonyms = topic->synonyms.n,
        };
        enum kind expected = kind_by_medquad(type.data);
        if (expected != KIND_NONE)
            count(score, kind_of_heading(text.data, &context), expected,
                  text.data);
    }
    buf_finish(&type);
    buf_finish(&text);
}

static struct score medquad(const char *shared)
{
    struct score score = {0};
    char *command = NULL, *line = NULL;
    size_t capacity = 0;
    if (asprintf(&command, "tar -xJOf '%s/corpus/medquad.tar.xz' 2>/dev/null",
                 shared) < 0)
        return score;
    struct topic topic = {0};
    buf_init(&topic.focus);
    FILE *in = popen(command, "r");
    while (in && getline(&line, &capacity, in) > 0)
        read_line(line, &topic, &score);
    if (in)
        pclose(in);
    buf_finish(&topic.focus);
    strs_finish(&topic.synonyms);
    free(line);
    free(command);
    return score;
}

static bool report(int number, const char *name, const struct score *score)
{
    bool ok = score->n == 0 || rate(score) >= FLOOR;
    printf("%s %d - %s%s\n", ok ? "ok" : "not ok", number, name,
           score->n ? "" : " # SKIP not there");
    if (score->n)
        printf("# %zu of %zu right: %.4f\n", score->n_right, score->n,
               rate(score));
    return ok;
}

/* Adds one of the alternatives of "a/b"; returns their number. */
static size_t add_choice(struct buf *out, const char *words, size_t n_bytes,
                         size_t choice)
{
    size_t n = 0;
    const char *end = words + n_bytes;
    for (const char *next = words; next <= end; n++, words = next) {
        const char *slash = memchr(words, '/', (size_t)(end - words));
        size_t n_word = (size_t)((slash ? slash : end) - words);
        bool is_last = !slash && n < choice;
        if (n == choice || is_last)
            buf_add_n(out, words, n_word);
        next = words + n_word + 1;
    }
    buf_add_char(out, ' ');
    return n;
}

/* Expands a phrase of headings.tsv: "what is/are X" is "what is X" and "what
 * are X". Optional words are in brackets and are kept. */
static void count_phrase(struct score *score, const char *phrase,
                         const char *lang, enum kind expected)
{
    static const char title[] = "Zolmifex";
    const struct kind_context context = {.lang = lang, .title = title};
    size_t n_choices = 1;
    for (size_t choice = 0; choice < n_choices; choice++) {
        struct buf heading;
        buf_init(&heading);
        for (const char *at = phrase; *at; at += strspn(at, " ()")) {
            size_t n = strcspn(at, " ()");
            const char *x = memchr(at, 'X', n);
            size_t n_here = x ? (size_t)(x - at) : n;
            size_t n_words = add_choice(&heading, at, n_here, choice);
            if (n_words > n_choices)
                n_choices = n_words;
            if (x) {
                buf_add(&heading, title);
                buf_add_n(&heading, x + 1, n - n_here - 1);
                buf_add_char(&heading, ' ');
            }
            at += n;
        }
        count(score, kind_of_heading(heading.data, &context), expected,
              heading.data);
        buf_finish(&heading);
    }
}

static struct score headings(const char *shared)
{
    static const char *const langs[] = {"en", "es", "fr", "de", "vi", "zh"};
    struct score score = {0};
    char *path = NULL, *line = NULL;
    size_t capacity = 0;
    if (asprintf(&path, "%s/reference/headings.tsv", shared) < 0)
        return score;
    FILE *in = fopen(path, "r");
    while (in && getline(&line, &capacity, in) > 0) {
        line[strcspn(line, "\n")] = '\0';
        char *rest = line;
        enum kind kind = kind_find(strsep(&rest, "\t"));
        for (size_t i = 0; rest && kind && i < 6; i++) {
            char *phrases = strsep(&rest, "\t");
            for (char *phrase; (phrase = strsep(&phrases, ";"));)
                count_phrase(&score, phrase, langs[i], kind);
        }
    }
    if (in)
        fclose(in);
    free(line);
    free(path);
    return score;
}

int main(void)
{
    const char *shared = getenv("MEDFAQ_SHARED");
    puts("1..2");
    struct score questions = medquad(shared ? shared : ".");
    struct score phrases = headings(shared ? shared : ".");
    bool ok = report(1, "questions of MedQuAD", &questions);
    ok = report(2, "headings in six languages", &phrases) && ok;
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
