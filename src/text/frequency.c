/* Finding frequencies and turning them into numbers of people. */
#include "text/frequency.h"

#include <stdlib.h>

#include "article/risk.h"
#include "base/mem.h"
#include "text/frequency_read.h"

/* number of out_of as so many of per, rounded; *about: it is not exact. */
static long out_of_per(long number, long out_of, long per, bool *about)
{
    *about = number * per % out_of != 0;
    return (number * per + out_of / 2) / out_of;
}

static bool is_near(long number, long out_of, long per, long share)
{
    bool about;
    long n = out_of_per(number, out_of, per, &about);
    long off = labs(n * out_of - number * per);
    return n > 0 && (share ? off * share <= number * per : !off);
}

bool frequency_make_natural(struct frequency *frequency, long share)
{
    long low = frequency->low, high = frequency->high, out_of = frequency->per;
    for (long per = 100; per <= 1000000; per *= 10) {
        if (!is_near(low, out_of, per, share) ||
            !is_near(high, out_of, per, share))
            continue;
        bool about_low, about_high;
        frequency->per = per;
        frequency->low = out_of_per(low, out_of, per, &about_low);
        frequency->high = out_of_per(high, out_of, per, &about_high);
        frequency->about = about_low || about_high;
        return true;
    }
    return false;
}

bool frequency_is_natural(long per)
{
    return per == 100 || per == 1000 || per == 10000 || per == 100000 ||
           per == 1000000;
}

static void scan_block(const struct frequency_scan *scan,
                       const struct node *block, struct text_range within,
                       struct frequencies *out)
{
    const struct node *own = block;
    for (uint32_t at = scan->start; at < scan->end && at < within.end; at++) {
        struct frequency frequency;
        uint32_t end = frequency_read(scan, at, &frequency);
        frequency.shows = (struct text_range){at, end};
        if (end > at)
            own = node_next_special(block, own, at);
        if (end > at && frequency.per && at >= within.start &&
            !(own && own->text_start < end)) {
            out->items =
                mem_grow(out->items, out->n, &out->capacity, sizeof frequency);
            out->items[out->n++] = frequency;
        }
        at = end > at ? end - 1 : at;
    }
}

bool frequency_is_in(const char *text, size_t n_bytes, const char *lang)
{
    const struct frequency_scan scan = {
        .language = &frequency_languages[lang_find(lang)],
        .lang = lang_find(lang),
        .text = text,
        .end = (uint32_t)n_bytes,
    };
    for (uint32_t at = 0; at < scan.end; at++) {
        struct frequency frequency;
        uint32_t end = frequency_read(&scan, at, &frequency);
        if ((end > at && frequency.per) || frequency_is_count(&scan, at))
            return true;
        at = end > at ? end - 1 : at;
    }
    return false;
}

/* Words of the EU are explained where side effects and risks are told. */
static bool has_terms(const struct article *article, const struct node *block)
{
    size_t section = article_section_at(article, block->source_start);
    if (section == NO_SECTION)
        return false;
    enum kind kind = article->sections[section].kind;
    return kind == KIND_SIDE_EFFECTS || kind == KIND_RISKS;
}

static bool is_searched(const struct node *block)
{
    if (block->type != NODE_PARAGRAPH && block->type != NODE_CELL)
        return false;
    for (const struct node *node = block; node; node = node->parent)
        if (node->type == NODE_ALERT && node->alert == ALERT_EMERGENCY)
            return false;
    return true;
}

void frequency_find(const struct article *article, struct text_range within,
                    struct frequencies *out)
{
    enum lang lang = lang_find(article->lang);
    struct frequency_scan scan = {.language = &frequency_languages[lang],
                                  .lang = lang,
                                  .text = article->text};
    for (size_t i = 0; i < article->n_leaves; i++) {
        const struct node *block = article->leaves[i];
        if (block->text_start >= within.end ||
            block->text_end <= within.start || !is_searched(block))
            continue;
        scan.start = block->text_start;
        scan.end = block->text_end;
        scan.with_terms = has_terms(article, block);
        scan_block(&scan, block, within, out);
    }
}

void frequency_finish(struct frequencies *frequencies)
{
    free(frequencies->items);
    *frequencies = (struct frequencies){0};
}

/* Appends words with their fields filled in. */
static void add_filled(const struct frequency *frequency, const char *words,
                       const char *lang, struct buf *out)
{
    for (const char *at = words; *at; at++) {
        if (*at != '{') {
            buf_add_char(out, *at);
            continue;
        }
        switch (at[1]) {
        case 'a':
            buf_add(out, frequency->about
                             ? frequency_languages[lang_find(lang)].about
                             : "");
            break;
        case 'l': risk_add_number(frequency->low, lang, out); break;
        case 'n': risk_add_number(frequency->high, lang, out); break;
        case 'p': risk_add_number(frequency->per, lang, out); break;
        case 'f': frequency_add_words(frequency, lang, out); break;
        }
        at += 2;
    }
}

void frequency_add_words(const struct frequency *frequency, const char *lang,
                         struct buf *out)
{
    const struct frequency_language *language =
        &frequency_languages[lang_find(lang)];
    if (frequency->bound != FREQUENCY_EXACT)
        add_filled(frequency, language->bounded[frequency->bound], lang, out);
    else if (frequency->low < frequency->high)
        add_filled(frequency, language->range, lang, out);
    else
        add_filled(frequency, language->one, lang, out);
}

void frequency_add_sentence(const struct frequency *frequency, const char *lang,
                            struct buf *out)
{
    const struct frequency_language *language =
        &frequency_languages[lang_find(lang)];
    add_filled(frequency,
               frequency->term ? language->term_sentence : language->sentence,
               lang, out);
}
