/* Splits an article into sentences, and writes and parses readings.
 *
 * The lines of a saved reading begin with "L": its language; "S": a section,
 * with kind, digest, slug and title; "T": the text of a sentence; or "D": the
 * digests of a sentence. */
#include "state/reading.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "article/sentence.h"
#include "state/revision.h"

void reading_finish(struct kept_reading *reading)
{
    free(reading->sections);
    free(reading->sentences);
    arena_finish(&reading->arena);
    *reading = (struct kept_reading){0};
}

static struct reading_section *add_section(struct kept_reading *reading)
{
    reading->sections =
        mem_grow(reading->sections, reading->n_sections,
                 &reading->sections_capacity, sizeof *reading->sections);
    struct reading_section *section = &reading->sections[reading->n_sections++];
    *section = (struct reading_section){.title = "", .slug = ""};
    section->first = section->end = reading->n_sentences;
    return section;
}

static struct reading_sentence *add_sentence(struct kept_reading *reading)
{
    reading->sentences =
        mem_grow(reading->sentences, reading->n_sentences,
                 &reading->sentences_capacity, sizeof *reading->sentences);
    struct reading_sentence *sentence =
        &reading->sentences[reading->n_sentences++];
    *sentence = (struct reading_sentence){0};
    reading->sections[reading->n_sections - 1].end = reading->n_sentences;
    return sentence;
}

static void digest(struct reading_sentence *sentence, enum lang lang)
{
    struct tokens tokens = {0};
    uint64_t hash = 14695981039346656037u, core = hash;
    tokens_add(&tokens, sentence->text, strlen(sentence->text), lang);
    for (size_t i = 0; i < tokens.n; i++) {
        hash = (hash ^ tokens.items[i].hash) * 1099511628211u;
        if (tokens.items[i].core)
            core = (core ^ tokens.items[i].core) * 1099511628211u;
        sentence->flags |= tokens.items[i].flags;
    }
    sentence->hash = tokens.n ? hash : 0;
    sentence->core = (uint32_t)(core ^ core >> 32);
    tokens_finish(&tokens);
}

/* Copies a text as one line, without white space at the end. */
static const char *line_of(struct kept_reading *reading, const char *text,
                           size_t n_bytes)
{
    while (n_bytes > 0 && ascii_is_space(text[n_bytes - 1]))
        n_bytes--;
    char *line = arena_strndup(&reading->arena, text, n_bytes);
    for (char *at = line; *at; at++)
        if (ascii_is_space(*at))
            *at = ' ';
    return line;
}

/* Adds a sentence, unless it has no words. */
static void read_sentence(struct kept_reading *reading, const char *text,
                          size_t n_bytes)
{
    struct reading_sentence *sentence = add_sentence(reading);
    sentence->text = line_of(reading, text, n_bytes);
    digest(sentence, reading->lang);
    if (!sentence->hash) {
        reading->n_sentences--;
        reading->sections[reading->n_sections - 1].end--;
    }
}

static void read_leaf(struct kept_reading *reading,
                      const struct article *article, const struct node *leaf)
{
    const char *at = article->text + leaf->text_start,
               *end = article->text + leaf->text_end;
    while (at < end) {
        bool asks;
        while (at < end && ascii_is_space(*at))
            at++;
        const char *past = at < end ? sentence_end(at, end, &asks) : at;
        if (past > at)
            read_sentence(reading, at, (size_t)(past - at));
        at = past;
    }
}

static void begin_section(struct kept_reading *reading,
                          const struct article *article, size_t i)
{
    struct reading_section *section = add_section(reading);
    if (i == NO_SECTION)
        return;
    size_t heading = article->sections[i].heading;
    section->kind = article->sections[i].kind;
    if (article->sections[i].title)
        section->title = line_of(reading, article->sections[i].title,
                                 strlen(article->sections[i].title));
    if (heading < article->n_headings)
        section->slug = line_of(reading, article->headings[heading].slug,
                                strlen(article->headings[heading].slug));
}

/* Hashes each section as a sum, so that the order of its sentences makes no
 * difference. */
static void digest_sections(struct kept_reading *reading)
{
    for (size_t i = 0; i < reading->n_sections; i++)
        for (size_t k = reading->sections[i].first;
             k < reading->sections[i].end; k++)
            reading->sections[i].hash +=
                reading->sentences[k].hash * 0x9E3779B97F4A7C15u;
}

void reading_of(const struct article *article, struct kept_reading *out)
{
    size_t here = SIZE_MAX - 1;
    *out = (struct kept_reading){.lang = lang_find(article->lang)};
    arena_init(&out->arena);
    for (size_t i = 0; i < article->n_leaves; i++) {
        const struct node *leaf = article->leaves[i];
        size_t section = article_section_at(article, leaf->source_start);
        if (section != here)
            begin_section(out, article, section);
        here = section;
        read_leaf(out, article, leaf);
    }
    digest_sections(out);
}

/* How much of an article is saved. */
enum detail {
    /* the text of safety sections and of sentences with numbers or negations */
    DETAIL_ALL,
    /* the text of sentences with numbers or negations in safety sections */
    DETAIL_NUMBERS,
    DETAIL_DIGESTS,
    DETAIL_SECTIONS, /* digests of sections only */
};

static bool keeps_text(const struct reading_section *section,
                       const struct reading_sentence *sentence,
                       enum detail detail)
{
    bool is_safety = kind_get(section->kind)->safety;
    bool tells = sentence->flags & (TOKEN_NUMBER | TOKEN_NEGATION);
    return detail == DETAIL_ALL       ? is_safety || tells
           : detail == DETAIL_NUMBERS ? is_safety && tells
                                      : false;
}

static void write_detail(const struct kept_reading *reading, enum detail detail,
                         struct buf *out)
{
    buf_printf(out, "L%d\n", (int)reading->lang);
    for (size_t i = 0; i < reading->n_sections; i++) {
        const struct reading_section *section = &reading->sections[i];
        buf_printf(out, "S%s %016" PRIx64 " %s %s\n",
                   *kind_get(section->kind)->id ? kind_get(section->kind)->id
                                                : "-",
                   section->hash, *section->slug ? section->slug : "-",
                   section->title);
        for (size_t k = section->first;
             detail < DETAIL_SECTIONS && k < section->end; k++) {
            const struct reading_sentence *sentence = &reading->sentences[k];
            if (keeps_text(section, sentence, detail))
                buf_printf(out, "T%s\n", sentence->text);
            else
                buf_printf(out, "D%016" PRIx64 "%08" PRIx32 "\n",
                           sentence->hash, sentence->core);
        }
    }
}

void reading_write(const struct kept_reading *reading, struct buf *out)
{
    size_t start = out->n_bytes;
    for (int detail = DETAIL_ALL; detail <= DETAIL_SECTIONS; detail++) {
        buf_truncate(out, start);
        write_detail(reading, (enum detail)detail, out);
        if (out->n_bytes - start <= REVISION_MAX_BYTES)
            return;
    }
    buf_truncate(out, start);
}

static void parse_section(struct kept_reading *reading, const char *line)
{
    char kind[64], slug[256];
    uint64_t hash;
    int n = 0;
    if (sscanf(line, "%63s %16" SCNx64 " %255s%n", kind, &hash, slug, &n) != 3)
        return;
    struct reading_section *section = add_section(reading);
    section->kind = kind_find(kind);
    section->hash = hash;
    if (strcmp(slug, "-") != 0)
        section->slug = arena_strdup(&reading->arena, slug);
    if (line[n])
        section->title = arena_strdup(&reading->arena, line + n + 1);
}

static void parse_digest(struct kept_reading *reading, const char *line)
{
    uint64_t hash;
    uint32_t core;
    if (sscanf(line, "%16" SCNx64 "%8" SCNx32, &hash, &core) != 2)
        return;
    struct reading_sentence *sentence = add_sentence(reading);
    sentence->hash = hash;
    sentence->core = core;
}

static void parse_line(struct kept_reading *reading, const char *line)
{
    if (line[0] == 'L') {
        int lang = atoi(line + 1);
        reading->lang =
            lang >= 0 && lang < LANG_COUNT ? (enum lang)lang : LANG_EN;
    } else if (line[0] == 'S') {
        parse_section(reading, line + 1);
    } else if (line[0] == 'T' && reading->n_sections) {
        read_sentence(reading, line + 1, strlen(line + 1));
    } else if (line[0] == 'D' && reading->n_sections) {
        parse_digest(reading, line + 1);
    }
}

void reading_parse(const char *kept, struct kept_reading *out)
{
    *out = (struct kept_reading){.lang = LANG_EN};
    arena_init(&out->arena);
    char *lines = arena_strdup(&out->arena, kept), *line;
    while ((line = strsep(&lines, "\n")))
        parse_line(out, line);
}
