/* Words risk blocks as sentences: how many people are affected and how many are
 * not, hedged by the certainty, in the language of the article. */
#include <stdio.h>
#include <string.h>

#include "article/risk_event.h"
#include "base/ascii.h"
#include "base/strs.h"

/* The wording in each language. The fields in its sentences are
 *   {n} {p}   the count, and what it is out of   {r}  the interval
 *   {o}       the others: {p} less {n}           {l} {u}  its ends
 *   {e} {x}   the event, and its contrary        {h}  the hedge without event
 *   {d}       doubt: of very low certainty       {v}  "ne" or "n'", of French
 */
struct risk_wording {
    const char *some, *none, *all; /* if there is an event */
    const char *plain;             /* if there is none */
    const char *zero;              /* for a count of 0 */
    const char *interval, *doubt;
    const char *hedges[RISK_CERTAINTY_COUNT];
    const char *colon, *stop;
    const char *who, *time, *certainty, *semicolon;
    const char *certainties[RISK_CERTAINTY_COUNT];
    const char *thousands; /* separates groups of three digits */
    const char *scale;
    const char *key, *key_not;             /* what an icon stands for */
    const char *key_event, *key_event_not; /* if there is an event; or NULL */
};

static const struct risk_wording wordings[LANG_COUNT] = {
    [LANG_EN] = {.some = "{n} in {p}{r} {e}{d}; {o} {x}.",
                 .none = "{h}none of {p}{r} {e}{d}.",
                 .all = "all {p}{r} {e}{d}.",
                 .zero = "none",
                 .plain = "{h}{n} in {p}{r}{d}; not: {o}.",
                 .interval = " (between {l} and {u})",
                 .doubt = ", but this is very uncertain",
                 .hedges = {"", "", "probably ", "perhaps ", "perhaps "},
                 .colon = ": ",
                 .stop = ". ",
                 .who = "Who: ",
                 .time = "time: ",
                 .certainty = "certainty: ",
                 .semicolon = "; ",
                 .certainties = {"", "high", "moderate", "low", "very low"},
                 .thousands = ",",
                 .scale = "Each mark is ten times as many people as the one "
                          "before it.",
                 .key = "1 person it happens to",
                 .key_not = "1 person it does not happen to",
                 .key_event = "1 person who {e}",
                 .key_event_not = "1 person who {x}"},
    [LANG_ES] = {.some = "{n} de cada {p}{r} {e}{d}; {o} {x}.",
                 .none = "{h}ninguna de {p} personas{r} {e}{d}.",
                 .all = "las {p} personas{r} {e}{d}.",
                 .zero = "ninguna",
                 .plain = "{h}{n} de cada {p}{r}{d}; no: {o}.",
                 .interval = " (entre {l} y {u})",
                 .doubt = ", pero esto es muy incierto",
                 .hedges = {"", "", "probablemente ", "posiblemente ",
                            "posiblemente "},
                 .colon = ": ",
                 .stop = ". ",
                 .who = "Quiénes: ",
                 .time = "tiempo: ",
                 .certainty = "certeza: ",
                 .semicolon = "; ",
                 .certainties = {"", "alta", "moderada", "baja", "muy baja"},
                 .thousands = ".",
                 .scale = "Cada marca es diez veces más personas que la "
                          "anterior.",
                 .key = "1 persona a la que le ocurre",
                 .key_not = "1 persona a la que no le ocurre",
                 .key_event = "1 persona que {e}",
                 .key_event_not = "1 persona que {x}"},
    [LANG_FR] = {.some = "{n} sur {p}{r} {e}{d}\u00A0; {o} {x}.",
                 .none = "{h}aucune personne sur {p}{r} {v}{e}{d}.",
                 .all = "toutes les {p} personnes{r} {e}{d}.",
                 .zero = "aucune",
                 .plain = "{h}{n} sur {p}{r}{d}\u00A0; non\u00A0: {o}.",
                 .interval = " (entre {l} et {u})",
                 .doubt = ", mais c'est très incertain",
                 .hedges = {"", "", "probablement ", "peut-être ",
                            "peut-être "},
                 .colon = "\u00A0: ",
                 .stop = ". ",
                 .who = "Qui\u00A0: ",
                 .time = "durée\u00A0: ",
                 .certainty = "certitude\u00A0: ",
                 .semicolon = "\u00A0; ",
                 .certainties = {"", "élevée", "modérée", "faible",
                                 "très faible"},
                 .thousands = "\u00A0",
                 .scale = "Chaque repère vaut dix fois plus de personnes que "
                          "le précédent.",
                 .key = "1 personne à qui cela arrive",
                 .key_not = "1 personne à qui cela n'arrive pas"},
    [LANG_DE] = {.some = "{n} von {p}{r} {e}{d}; {o} {x}.",
                 .none = "{h}keiner von {p}{r} {e}{d}.",
                 .all = "alle {p}{r} {e}{d}.",
                 .zero = "keiner",
                 .plain = "{h}{n} von {p}{r}{d}; nicht: {o}.",
                 .interval = " (zwischen {l} und {u})",
                 .doubt = ", aber das ist sehr unsicher",
                 .hedges = {"", "", "wahrscheinlich ", "möglicherweise ",
                            "möglicherweise "},
                 .colon = ": ",
                 .stop = ". ",
                 .who = "Wer: ",
                 .time = "Zeit: ",
                 .certainty = "Sicherheit: ",
                 .semicolon = "; ",
                 .certainties = {"", "hoch", "mittel", "niedrig",
                                 "sehr niedrig"},
                 .thousands = ".",
                 .scale = "Jede Marke steht für zehnmal so viele Menschen wie "
                          "die vorige.",
                 .key = "1 Mensch, dem es geschieht",
                 .key_not = "1 Mensch, dem es nicht geschieht"},
    [LANG_VI] = {.some = "cứ {p} người thì {n} người{r} {e}{d}; {o} người {x}.",
                 .none = "{h}không ai trong {p} người{r} {e}{d}.",
                 .all = "cả {p} người{r} đều {e}{d}.",
                 .zero = "0",
                 .plain = "cứ {p} người thì {h}{n} người{r}{d}; không: {o}.",
                 .interval = " (từ {l} đến {u})",
                 .doubt = ", nhưng điều này rất không chắc chắn",
                 .hedges = {"", "", "có lẽ ", "có thể ", "có thể "},
                 .colon = ": ",
                 .stop = ". ",
                 .who = "Ai: ",
                 .time = "thời gian: ",
                 .certainty = "độ chắc chắn: ",
                 .semicolon = "; ",
                 .certainties = {"", "cao", "vừa", "thấp", "rất thấp"},
                 .thousands = ".",
                 .scale = "Mỗi vạch là số người gấp mười lần vạch trước.",
                 .key = "1 người gặp điều này",
                 .key_not = "1 người không gặp",
                 .key_event = "1 người {e}",
                 .key_event_not = "1 người {x}"},
    [LANG_ZH] = {.some = "每{p}人中有{n}人{r}{e}{d}；{o}人{x}。",
                 .none = "每{p}人中{h}没有人{r}{e}{d}。",
                 .all = "{p}人{r}全部{e}{d}。",
                 .zero = "0",
                 .plain = "每{p}人中{h}有{n}人{r}{d}；没有：{o}人。",
                 .interval = "（{l}到{u}之间）",
                 .doubt = "，但这非常不确定",
                 .hedges = {"", "", "很可能", "可能", "可能"},
                 .colon = "：",
                 .stop = "。",
                 .who = "对象：",
                 .time = "时间：",
                 .certainty = "证据可信度：",
                 .semicolon = "；",
                 .certainties = {"", "高", "中", "低", "很低"},
                 .thousands = ",",
                 .scale = "每个刻度的人数是前一个的十倍。",
                 .key = "发生的1人",
                 .key_not = "没有发生的1人",
                 .key_event = "1人{e}",
                 .key_event_not = "1人{x}"},
};

/* A row being put into words. */
struct risk_sentence {
    const struct risk *risk;
    const struct risk_row *row;
    enum lang lang;
    const struct risk_wording *wording;
};

static void add_digits(long number, const struct risk_wording *wording,
                       struct buf *out)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%ld", number);
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            buf_add(out, wording->thousands);
        buf_add_char(out, digits[i]);
    }
}

void risk_add_number(long number, const char *lang, struct buf *out)
{
    add_digits(number, &wordings[lang_find(lang)], out);
}

const char *risk_scale_words(const char *lang)
{
    return wordings[lang_find(lang)].scale;
}

/* Adds the event. In a sentence about nobody, languages other than English have
 * the singular. */
static void add_event(const struct risk_sentence *sentence, struct buf *out)
{
    bool none = sentence->row->n == 0;
    struct risk_event event = {
        .phrase = sentence->risk->event,
        .lang = sentence->lang,
        .certainty = none ? RISK_NOT_GRADED : sentence->risk->certainty,
        .n = none && sentence->lang != LANG_EN ? 1 : sentence->row->n,
    };
    risk_event_add(&event, out);
}

static void add_contrary(const struct risk_sentence *sentence, struct buf *out)
{
    struct risk_event event = {
        .phrase = sentence->risk->event,
        .lang = sentence->lang,
        .certainty = sentence->risk->certainty,
        .n = sentence->risk->per - sentence->row->n,
    };
    risk_event_add_not(&event, out);
}

/* Adds the "ne" before the verb of a French sentence with "aucune". */
static void add_ne(const struct risk_sentence *sentence, struct buf *out)
{
    struct buf event;
    buf_init(&event);
    add_event(sentence, &event);
    bool vowel =
        strchr("aeiouyh", event.data[0]) || str_starts(event.data, "é");
    buf_add(out, vowel ? "n'" : "ne ");
    buf_finish(&event);
}

static void add_count(const struct risk_sentence *sentence, long count,
                      struct buf *out)
{
    if (count)
        add_digits(count, sentence->wording, out);
    else
        buf_add(out, sentence->wording->zero);
}

static void add_words(const struct risk_sentence *sentence, const char *words,
                      struct buf *out);

static void add_field(const struct risk_sentence *sentence, char field,
                      struct buf *out)
{
    const struct risk *risk = sentence->risk;
    const struct risk_row *row = sentence->row;
    const struct risk_wording *wording = sentence->wording;
    switch (field) {
    case 'n': add_count(sentence, row->n, out); break;
    case 'p': add_digits(risk->per, wording, out); break;
    case 'o': add_count(sentence, risk->per - row->n, out); break;
    case 'l': add_digits(row->low, wording, out); break;
    case 'u': add_digits(row->high, wording, out); break;
    case 'e': add_event(sentence, out); break;
    case 'x': add_contrary(sentence, out); break;
    case 'v': add_ne(sentence, out); break;
    case 'h': buf_add(out, wording->hedges[risk->certainty]); break;
    case 'r':
        if (row->low >= 0)
            add_words(sentence, wording->interval, out);
        break;
    case 'd':
        if (risk->certainty == RISK_VERY_LOW)
            buf_add(out, wording->doubt);
        break;
    }
}

/* Appends a wording with its fields filled in. */
static void add_words(const struct risk_sentence *sentence, const char *words,
                      struct buf *out)
{
    for (const char *at = words; *at; at++) {
        if (*at == '{') {
            add_field(sentence, at[1], out);
            at += 2;
        } else {
            buf_add_char(out, *at);
        }
    }
}

/* Adds "No warfarin: 45 in 1,000 have a stroke; 955 do not." or, without an
 * event, "No warfarin. Having a stroke: 45 in 1,000; not: 955." */
static void add_row(const struct risk_sentence *sentence, struct buf *out)
{
    const struct risk *risk = sentence->risk;
    const struct risk_row *row = sentence->row;
    const struct risk_wording *wording = sentence->wording;
    buf_add(out, row->label);
    if (!risk->event && risk->title && ascii_casecmp(row->label, risk->title))
        buf_printf(out, "%s%s", wording->stop, risk->title);
    buf_add(out, wording->colon);
    if (!risk->event)
        add_words(sentence, wording->plain, out);
    else if (!row->n)
        add_words(sentence, wording->none, out);
    else if (row->n == risk->per)
        add_words(sentence, wording->all, out);
    else
        add_words(sentence, wording->some, out);
    if (row->source && row->reference < 0) /* as it would be in the text */
        buf_printf(out, " [^%s]", row->source);
    buf_add_char(out, '\n');
}

void risk_add_key(const struct risk *risk, const char *lang, bool happens,
                  struct buf *out)
{
    enum lang known = lang_find(lang);
    const struct risk_wording *wording = &wordings[known];
    /* The singular of the event, and of its contrary, without a hedge. */
    const struct risk_row row = {.n = 1, .low = -1, .high = -1};
    const struct risk one = {.event = risk->event, .per = 2};
    const struct risk_sentence sentence = {&one, &row, known, wording};
    const char *event = happens ? wording->key_event : wording->key_event_not;
    if (!risk->event || !event)
        event = happens ? wording->key : wording->key_not;
    add_words(&sentence, event, out);
}

/* Adds "Who: adults; time: one year; certainty: low". */
static void add_frame(const struct risk *risk,
                      const struct risk_wording *wording, struct buf *out)
{
    const char *certainty = wording->certainties[risk->certainty];
    const char *const parts[][2] = {
        {wording->who, risk->population},
        {wording->time, risk->period},
        {wording->certainty, *certainty ? certainty : NULL},
    };
    const char *between = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i][1])
            continue;
        buf_printf(out, "%s%s%s", between, parts[i][0], parts[i][1]);
        between = wording->semicolon;
    }
    if (*between)
        buf_add_char(out, '\n');
}

void risk_add_words(const struct risk *risk, const char *lang, struct buf *out)
{
    enum lang known = lang_find(lang);
    struct risk_sentence sentence = {risk, NULL, known, &wordings[known]};
    if (risk->broken)
        return;
    if (risk->title)
        buf_printf(out, "%s\n", risk->title);
    for (size_t i = 0; i < risk->n_rows; i++) {
        sentence.row = &risk->rows[i];
        add_row(&sentence, out);
    }
    add_frame(risk, sentence.wording, out);
}

void risk_add_text(const struct risk *risk, const char *lang, const char *yaml,
                   struct buf *out)
{
    size_t start = out->n_bytes;
    risk_add_words(risk, lang, out);
    buf_add(out, risk->faults);
    if (risk->opaque)
        buf_add(out, yaml);
    while (out->n_bytes > start && out->data[out->n_bytes - 1] == '\n')
        buf_truncate(out, out->n_bytes - 1);
}
