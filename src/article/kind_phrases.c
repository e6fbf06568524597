/* The phrases of kinds by language. */
#include "article/kind_phrases.h"

const struct kind_phrases *const kind_phrases[LANG_COUNT] = {
    [LANG_EN] = &kind_phrases_en, [LANG_ES] = &kind_phrases_es,
    [LANG_FR] = &kind_phrases_fr, [LANG_DE] = &kind_phrases_de,
    [LANG_VI] = &kind_phrases_vi, [LANG_ZH] = &kind_phrases_zh,
};

const struct kind_rule *kind_rules(enum lang lang, enum kind_rules which)
{
    static const struct kind_rule none[] = {{0}};
    const struct kind_rule *rules = kind_phrases[lang]->rules[which];
    return rules ? rules : none;
}
