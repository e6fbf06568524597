/* Quantified risks, told in sentences. */
#include "article/risk.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"

/* What is said in each language; {1} {2} {3} stand for numbers. */
struct words {
    const char *have;    /* {1} of {2} have it, {3} not: of harm */
    const char *benefit; /* the same of something good */
    const char *between; /* {1} low, {2} high */
    const char *population, *period, *certainty;
    const char *grades[4]; /* as in the table below */
    const char *thousands; /* between groups of three digits */
};

static const char *const grades[] = {"high", "moderate", "low", "very low"};

static const struct words words[LANG_COUNT] = {
    [LANG_EN] = {.have = "{1} of {2} people have it, {3} do not.",
                 .benefit = "{1} of {2} people benefit, {3} do not.",
                 .between = " (Between {1} and {2}.)",
                 .population = "Who was counted: ",
                 .period = "Over what time: ",
                 .certainty = "How certain: ",
                 .grades = {"high", "moderate", "low", "very low"},
                 .thousands = ","},
    [LANG_ES] = {.have = "{1} de {2} personas lo tienen, {3} no.",
                 .benefit = "{1} de {2} personas se benefician, {3} no.",
                 .between = " (Entre {1} y {2}.)",
                 .population = "A quiénes se contó: ",
                 .period = "Durante cuánto tiempo: ",
                 .certainty = "Certeza: ",
                 .grades = {"alta", "moderada", "baja", "muy baja"},
                 .thousands = "."},
    [LANG_FR] = {.have = "{1} personnes sur {2} sont concernées, {3} ne le "
                         "sont pas.",
                 .benefit = "{1} personnes sur {2} en tirent un bénéfice, {3} "
                            "non.",
                 .between = " (Entre {1} et {2}.)",
                 .population = "Personnes comptées : ",
                 .period = "Sur quelle durée : ",
                 .certainty = "Certitude : ",
                 .grades = {"élevée", "modérée", "faible", "très faible"},
                 .thousands = " "},
    [LANG_DE] = {.have = "{1} von {2} Menschen sind betroffen, {3} nicht.",
                 .benefit = "{1} von {2} Menschen haben einen Nutzen, {3} "
                            "nicht.",
                 .between = " (Zwischen {1} und {2}.)",
                 .population = "Wer gezählt wurde: ",
                 .period = "Über welche Zeit: ",
                 .certainty = "Wie sicher: ",
                 .grades = {"hoch", "mittel", "niedrig", "sehr niedrig"},
                 .thousands = "."},
    [LANG_VI] = {.have = "{1} trong {2} người bị, {3} người không bị.",
                 .benefit = "{1} trong {2} người được lợi, {3} người không.",
                 .between = " (Từ {1} đến {2}.)",
                 .population = "Nhóm được tính: ",
                 .period = "Trong thời gian: ",
                 .certainty = "Độ chắc chắn: ",
                 .grades = {"cao", "vừa", "thấp", "rất thấp"},
                 .thousands = "."},
    [LANG_ZH] = {.have = "{2}人中有{1}人发生，{3}人不发生。",
                 .benefit = "{2}人中有{1}人受益，{3}人没有受益。",
                 .between = "（{1}到{2}之间。）",
                 .population = "统计人群：",
                 .period = "时间范围：",
                 .certainty = "证据可信度：",
                 .grades = {"高", "中", "低", "很低"},
                 .thousands = ","},
};

static void add_number(struct buf *out, long number, const char *thousands)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%ld", number);
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            buf_add(out, thousands);
        buf_add_char(out, digits[i]);
    }
}

/* Appends a sentence with its numbers filled in. */
static void add_sentence(struct buf *out, const char *sentence,
                         const long numbers[3], const char *thousands)
{
    for (const char *at = sentence; *at; at++) {
        if (at[0] != '{') {
            buf_add_char(out, *at);
            continue;
        }
        add_number(out, numbers[at[1] - '1'], thousands);
        at += 2;
    }
}

static void add_line(struct buf *out, const char *label, const char *text)
{
    if (!text)
        return;
    buf_add(out, label);
    buf_add(out, text);
    buf_add_char(out, '\n');
}

static void add_row(struct buf *out, const struct risk *risk,
                    const struct risk_row *row, const struct words *say)
{
    buf_add(out, row->label);
    buf_add(out, ": ");
    add_sentence(out, risk->benefit ? say->benefit : say->have,
                 (long[]){row->n, risk->per, risk->per - row->n},
                 say->thousands);
    if (row->low >= 0 && row->high >= 0)
        add_sentence(out, say->between, (long[]){row->low, row->high, 0},
                     say->thousands);
    buf_add_char(out, '\n');
}

void risk_sentences(const struct risk *risk, const char *lang, struct buf *out)
{
    const struct words *say = &words[lang_find(lang)];
    add_line(out, "", risk->title);
    for (size_t i = 0; i < risk->n_rows; i++)
        add_row(out, risk, &risk->rows[i], say);
    add_line(out, say->population, risk->population);
    add_line(out, say->period, risk->period);
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (risk->certainty && !strcmp(risk->certainty, grades[i]))
            add_line(out, say->certainty, say->grades[i]);
}
