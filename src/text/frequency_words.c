/* How the six languages write frequencies. */
#include "text/frequency_words.h"

#include <stddef.h>

/* The EU's bounds: 1 in 10, 1 in 100, 1 in 1,000, 1 in 10,000. */
#define VERY_COMMON 100, 0, 1000
#define COMMON 10, 99, 1000
#define UNCOMMON 1, 9, 1000
#define RARE 1, 9, 10000
#define VERY_RARE 0, 1, 10000

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define TERMS(...) ((const struct frequency_term[]){__VA_ARGS__, {0}})

const struct frequency_language frequency_languages[LANG_COUNT] = {
    [LANG_EN] = {.terms = TERMS({"very common", VERY_COMMON},
                                {"common", COMMON}, {"uncommon", UNCOMMON},
                                {"very rare", VERY_RARE}, {"rare", RARE}),
                 .one_in = LIST("1 in ", "one in ", "1 out of ", "one out of ",
                                "1 of every ", "1 in every ", "one in every "),
                 .percent = LIST(" percent", " per cent"),
                 .to = LIST(" to ", "-", "–"),
                 .not_before = LIST(
                     "by", "cut", "reduc", "lower", "rais", "increas",
                     "decreas", "fell", "rose", "drop", "halv", "relative",
                     "confidence", "acid", "solution", "cream", "gel",
                     "alcohol", "strength", "concentrat", "peroxide", "oxygen"),
                 .not_after = LIST(
                     "less", "more", "fewer", "lower", "higher", "reduc",
                     "increas", "decreas", "better", "worse", "solution",
                     "cream", "gel", "ointment", "lotion", "alcohol", "ethanol",
                     "strength", "concentrat", "acid", "peroxide", "confidence",
                     "ci", "drop", "oxygen", "saline", "lidocaine", "of the",
                     "of that", "of your", "of its", "of each"),
                 .other_before = LIST("in", "how", "less", "more", "most",
                                      "its", "as", "not"),
                 .other_after =
                     LIST("cold", "name", "use", "cause", "reason", "disease",
                          "condition", "inherited", "sense", "to", "for"),
                 .decimal = '.',
                 .thousands = ',',
                 .one = "{n} in {p}",
                 .range = "{l} to {n} in {p}",
                 .less = "fewer than {n} in {p}",
                 .more = "{l} or more in {p}",
                 .about = "about ",
                 .sentence = "That is {f} people.",
                 .term_sentence =
                     "In European leaflets this word means {f} people."},
    [LANG_ES] =
        {.terms =
             TERMS({"muy frecuente", VERY_COMMON}, {"poco frecuente", UNCOMMON},
                   {"frecuente", COMMON}, {"muy raro", VERY_RARE},
                   {"muy rara", VERY_RARE}, {"raro", RARE}, {"rara", RARE}),
         .one_in = LIST("1 de cada ", "uno de cada ", "una de cada ",
                        "una persona de cada ", "1 persona de cada "),
         .percent = LIST(" por ciento"),
         .to = LIST(" a ", " y el ", "-", "–"),
         .not_before =
             LIST("reduc", "aument", "dismin", "baj", "sub",
                  "confianza", "ácido", "solución", "crema", "gel", "alcohol"),
         .not_after =
             LIST("menos", "más", "mayor", "menor", "inferior", "superior",
                  "solución", "crema", "gel", "alcohol", "ácido", "oxígeno",
                  "de la dosis", "de la piel", "del cuerpo", "del medicamento"),
         .other_before = LIST("menos", "más", "no es", "tan"),
         .other_after = LIST("vez"),
         .decimal = ',',
         .thousands = '.',
         .one = "{n} de cada {p}",
         .range = "de {l} a {n} de cada {p}",
         .less = "menos de {n} de cada {p}",
         .more = "{l} o más de cada {p}",
         .about = "unas ",
         .sentence = "Es decir, {f} personas.",
         .term_sentence =
             "En los prospectos europeos esta palabra significa {f} personas."},
    [LANG_FR] =
        {.terms = TERMS({"très fréquent", VERY_COMMON},
                        {"peu fréquent", UNCOMMON}, {"fréquent", COMMON},
                        {"très rare", VERY_RARE}, {"rare", RARE}),
         .one_in = LIST("1 sur ", "un sur ", "une sur ", "1 personne sur ",
                        "une personne sur ", "un patient sur "),
         .percent = LIST(" pour cent"),
         .to = LIST(" à ", "-", "–"),
         .not_before = LIST("rédui", "augment", "diminu", "baiss", "confiance",
                            "acide", "solution", "crème", "gel", "alcool"),
         .not_after =
             LIST("moins", "plus", "supérieur", "inférieur", "solution",
                  "crème", "gel", "alcool", "acide", "oxygène", "de la dose",
                  "de la peau", "du corps", "du médicament"),
         .other_before = LIST("moins", "plus", "pas", "assez"),
         .other_after = LIST("maladie"),
         .decimal = ',',
         .thousands = ' ',
         .one = "{n} sur {p}",
         .range = "{l} à {n} sur {p}",
         .less = "moins de {n} sur {p}",
         .more = "{l} ou plus sur {p}",
         .about = "environ ",
         .sentence = "Soit {f} personnes.",
         .term_sentence = "Dans les notices européennes, ce mot veut dire {f} "
                          "personnes."},
    [LANG_DE] = {.terms = TERMS({"sehr häufig", VERY_COMMON},
                                {"häufig", COMMON}, {"gelegentlich", UNCOMMON},
                                {"sehr selten", VERY_RARE}, {"selten", RARE}),
                 .one_in =
                     LIST("1 von ", "einer von ", "eine von ", "einem von ",
                          "1 person von ", "eine person von "),
                 .percent = LIST(" prozent"),
                 .to = LIST(" bis ", "-", "–"),
                 .not_before = LIST("um", "senk", "verringer", "erhöh", "steig",
                                    "konfidenz", "säure", "lösung", "creme",
                                    "gel", "alkohol"),
                 .not_after = LIST("weniger", "mehr", "höher", "niedriger",
                                   "creme", "gel", "lösung", "alkohol", "säure",
                                   "sauerstoff", "der dosis", "der haut",
                                   "des körpers"),
                 .other_before = LIST("weniger", "nicht", "zu", "so"),
                 .other_after = LIST("krankheit", "als"),
                 .decimal = ',',
                 .thousands = '.',
                 .one = "{n} von {p}",
                 .range = "{l} bis {n} von {p}",
                 .less = "weniger als {n} von {p}",
                 .more = "{l} oder mehr von {p}",
                 .about = "etwa ",
                 .sentence = "Das sind {f} Menschen.",
                 .term_sentence =
                     "In europäischen Beipackzetteln bedeutet das Wort {f} "
                     "Menschen."},
    [LANG_VI] =
        {.terms = TERMS({"rất thường gặp", VERY_COMMON}, {"thường gặp", COMMON},
                        {"ít gặp", UNCOMMON}, {"Ít gặp", UNCOMMON},
                        {"rất hiếm gặp", VERY_RARE}, {"hiếm gặp", RARE}),
         .one_in = LIST("1 trong ", "một trong ", "1 người trong "),
         .percent = LIST(" phần trăm"),
         .to = LIST(" đến ", "-", "–"),
         .not_before =
             LIST("giảm", "tăng", "tin cậy", "dung dịch", "kem", "cồn"),
         .not_after = LIST("dung dịch", "kem", "gel", "cồn", "thấp hơn",
                           "cao hơn", "oxy"),
         .other_before = LIST("không"),
         .other_after = LIST("bệnh"),
         .decimal = ',',
         .thousands = '.',
         .one = "{n} trong {p}",
         .range = "{l} đến {n} trong {p}",
         .less = "dưới {n} trong {p}",
         .more = "{l} trở lên trong {p}",
         .about = "khoảng ",
         .sentence =
             "Nghĩa là {f} người.",
         .term_sentence =
             "Trong tờ hướng dẫn thuốc châu Âu, từ này nghĩa là {f} người."},
    [LANG_ZH] = {.terms =
                     TERMS({"十分常见", VERY_COMMON}, {"非常常见", VERY_COMMON},
                           {"不常见", UNCOMMON}, {"常见", COMMON},
                           {"偶见", UNCOMMON}, {"十分罕见", VERY_RARE},
                           {"非常罕见", VERY_RARE}, {"罕见", RARE}),
                 .one_in = LIST("1/"),
                 .percent = LIST("％"),
                 .to = LIST("到", "至", "-", "–", "~"),
                 .not_before = LIST("降低", "减少", "增加", "升高", "下降",
                                    "降", "可信区间", "酒精", "溶液"),
                 .not_after = LIST("溶液", "乳膏", "凝胶", "酒精", "的酒精",
                                   "氧"),
                 .other_before = LIST("更", "最"),
                 .other_after = LIST("病", "的病", "问题", "原因"),
                 .decimal = '.',
                 .thousands = ',',
                 .one = "每{p}人中{n}人",
                 .range = "每{p}人中{l}到{n}人",
                 .less = "每{p}人中不到{n}人",
                 .more = "每{p}人中{l}人或更多",
                 .about = "约",
                 .sentence = "也就是{f}。",
                 .term_sentence = "在欧洲说明书中，这个词指{f}。"},
};
