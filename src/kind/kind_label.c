/* The labels of the section kinds in six languages. */
#include <string.h>

#include "kind/kind.h"
#include "base/lang.h"
#include "kind/heading_words.h"

/* English labels are in the table of kinds. */
static const char labels[KIND_COUNT][LANG_COUNT][48] = {
    [KIND_OVERVIEW] = {[LANG_ES] = "Qué es",
                       [LANG_FR] = "En bref",
                       [LANG_DE] = "Was es ist",
                       [LANG_VI] = "Là gì",
                       [LANG_ZH] = "概述"},
    [KIND_HOW_IT_WORKS] = {[LANG_ES] = "Cómo funciona",
                           [LANG_FR] = "Comment ça marche",
                           [LANG_DE] = "Wie es wirkt",
                           [LANG_VI] = "Cách hoạt động",
                           [LANG_ZH] = "作用原理"},
    [KIND_USES] = {[LANG_ES] = "Para qué sirve",
                   [LANG_FR] = "À quoi ça sert",
                   [LANG_DE] = "Wofür es angewendet wird",
                   [LANG_VI] = "Công dụng",
                   [LANG_ZH] = "用途"},
    [KIND_BENEFITS] = {[LANG_ES] = "Beneficios",
                       [LANG_FR] = "Bienfaits",
                       [LANG_DE] = "Nutzen",
                       [LANG_VI] = "Lợi ích",
                       [LANG_ZH] = "益处"},
    [KIND_EFFECTIVENESS] = {[LANG_ES] = "Qué tan eficaz es",
                            [LANG_FR] = "Efficacité",
                            [LANG_DE] = "Wirksamkeit",
                            [LANG_VI] = "Hiệu quả",
                            [LANG_ZH] = "效果"},
    [KIND_TYPES] = {[LANG_ES] = "Tipos y etapas",
                    [LANG_FR] = "Types et stades",
                    [LANG_DE] = "Arten und Stadien",
                    [LANG_VI] = "Phân loại và giai đoạn",
                    [LANG_ZH] = "类型和分期"},
    [KIND_CAUSES] = {[LANG_ES] = "Causas y contagio",
                     [LANG_FR] = "Causes et transmission",
                     [LANG_DE] = "Ursachen und Übertragung",
                     [LANG_VI] = "Nguyên nhân và lây truyền",
                     [LANG_ZH] = "病因和传播"},
    [KIND_RISK_FACTORS] = {[LANG_ES] = "Quién tiene más riesgo",
                           [LANG_FR] = "Facteurs de risque",
                           [LANG_DE] = "Risikofaktoren",
                           [LANG_VI] = "Yếu tố nguy cơ",
                           [LANG_ZH] = "危险因素"},
    [KIND_PREVALENCE] = {[LANG_ES] = "Qué tan frecuente es",
                         [LANG_FR] = "Fréquence",
                         [LANG_DE] = "Häufigkeit",
                         [LANG_VI] = "Mức độ phổ biến",
                         [LANG_ZH] = "患病率"},
    [KIND_SYMPTOMS] = {[LANG_ES] = "Síntomas",
                       [LANG_FR] = "Symptômes",
                       [LANG_DE] = "Symptome",
                       [LANG_VI] = "Triệu chứng",
                       [LANG_ZH] = "症状"},
    [KIND_DIAGNOSIS] = {[LANG_ES] = "Pruebas y diagnóstico",
                        [LANG_FR] = "Examens et diagnostic",
                        [LANG_DE] = "Untersuchung und Diagnose",
                        [LANG_VI] = "Xét nghiệm và chẩn đoán",
                        [LANG_ZH] = "检查和诊断"},
    [KIND_OUTLOOK] = {[LANG_ES] = "Pronóstico",
                      [LANG_FR] = "Évolution",
                      [LANG_DE] = "Aussichten",
                      [LANG_VI] = "Tiên lượng",
                      [LANG_ZH] = "预后"},
    [KIND_TREATMENT] = {[LANG_ES] = "Tratamiento",
                        [LANG_FR] = "Traitement",
                        [LANG_DE] = "Behandlung",
                        [LANG_VI] = "Điều trị",
                        [LANG_ZH] = "治疗"},
    [KIND_PROCEDURE] = {[LANG_ES] = "Qué sucede",
                        [LANG_FR] = "Déroulement",
                        [LANG_DE] = "Ablauf",
                        [LANG_VI] = "Quy trình",
                        [LANG_ZH] = "过程"},
    [KIND_DOSAGE] = {[LANG_ES] = "Cómo tomarlo o usarlo",
                     [LANG_FR] = "Comment le prendre ou l'utiliser",
                     [LANG_DE] = "Einnahme und Anwendung",
                     [LANG_VI] = "Cách dùng",
                     [LANG_ZH] = "用法用量"},
    [KIND_CONTRAINDICATIONS] = {[LANG_ES] = "Quién no debe usarlo",
                                [LANG_FR] = "Qui ne doit pas l'utiliser",
                                [LANG_DE] = "Wer es nicht anwenden darf",
                                [LANG_VI] = "Ai không nên dùng",
                                [LANG_ZH] = "哪些人不能用"},
    [KIND_WARNINGS] = {[LANG_ES] = "Advertencias y precauciones",
                       [LANG_FR] = "Mises en garde et précautions",
                       [LANG_DE] = "Warnhinweise und Vorsichtsmaßnahmen",
                       [LANG_VI] = "Cảnh báo và thận trọng",
                       [LANG_ZH] = "警告和注意事项"},
    [KIND_INTERACTIONS] = {[LANG_ES] = "Interacciones",
                           [LANG_FR] = "Interactions",
                           [LANG_DE] = "Wechselwirkungen",
                           [LANG_VI] = "Tương tác",
                           [LANG_ZH] = "相互作用"},
    [KIND_PREGNANCY] = {[LANG_ES] = "Embarazo, lactancia y fertilidad",
                        [LANG_FR] = "Grossesse, allaitement et fertilité",
                        [LANG_DE] = "Schwangerschaft, Stillzeit, Fruchtbarkeit",
                        [LANG_VI] = "Mang thai, cho con bú, sinh sản",
                        [LANG_ZH] = "怀孕、哺乳、生育"},
    [KIND_POPULATIONS] = {[LANG_ES] = "Niños, personas mayores, enfermedades",
                          [LANG_FR] = "Enfants, personnes âgées, maladies",
                          [LANG_DE] =
                              "Kinder, ältere Menschen, Organkrankheiten",
                          [LANG_VI] = "Trẻ em, người cao tuổi, suy gan thận",
                          [LANG_ZH] = "儿童、老人、肝肾疾病"},
    [KIND_SIDE_EFFECTS] = {[LANG_ES] = "Efectos secundarios",
                           [LANG_FR] = "Effets indésirables",
                           [LANG_DE] = "Nebenwirkungen",
                           [LANG_VI] = "Tác dụng phụ",
                           [LANG_ZH] = "副作用"},
    [KIND_RISKS] = {[LANG_ES] = "Riesgos y complicaciones",
                    [LANG_FR] = "Risques et complications",
                    [LANG_DE] = "Risiken und Komplikationen",
                    [LANG_VI] = "Rủi ro và biến chứng",
                    [LANG_ZH] = "风险和并发症"},
    [KIND_EMERGENCY] = {[LANG_ES] = "Urgencias y sobredosis",
                        [LANG_FR] = "Urgence et surdosage",
                        [LANG_DE] = "Notfall und Überdosierung",
                        [LANG_VI] = "Cấp cứu và quá liều",
                        [LANG_ZH] = "紧急情况和过量"},
    [KIND_SEE_DOCTOR] = {[LANG_ES] = "Cuándo pedir ayuda",
                         [LANG_FR] = "Quand consulter",
                         [LANG_DE] = "Wann Hilfe holen",
                         [LANG_VI] = "Khi nào cần đi khám",
                         [LANG_ZH] = "何时就医"},
    [KIND_AFTERCARE] = {[LANG_ES] = "Cuidados, recuperación y vida diaria",
                        [LANG_FR] = "Soins, suites et vie quotidienne",
                        [LANG_DE] = "Selbsthilfe, Heilung und Alltag",
                        [LANG_VI] = "Chăm sóc, hồi phục và sinh hoạt",
                        [LANG_ZH] = "护理、恢复、日常"},
    [KIND_PREVENTION] = {[LANG_ES] = "Prevención",
                         [LANG_FR] = "Prévention",
                         [LANG_DE] = "Vorbeugung",
                         [LANG_VI] = "Phòng ngừa",
                         [LANG_ZH] = "预防"},
    [KIND_ACCESS] = {[LANG_ES] = "Dónde obtenerlo y cuánto cuesta",
                     [LANG_FR] = "Accès et coût",
                     [LANG_DE] = "Zugang und Kosten",
                     [LANG_VI] = "Nơi nhận và chi phí",
                     [LANG_ZH] = "获取途径和费用"},
    [KIND_COMPOSITION] = {[LANG_ES] = "Composición, formas y nombres",
                          [LANG_FR] = "Composition, formes et noms",
                          [LANG_DE] = "Zusammensetzung, Formen und Namen",
                          [LANG_VI] = "Thành phần, dạng và tên",
                          [LANG_ZH] = "成分、剂型、名称"},
    [KIND_STORAGE] = {[LANG_ES] = "Conservación y eliminación",
                      [LANG_FR] = "Conservation et élimination",
                      [LANG_DE] = "Aufbewahrung und Entsorgung",
                      [LANG_VI] = "Bảo quản và tiêu hủy",
                      [LANG_ZH] = "储存和处理"},
    [KIND_MORE_INFO] = {[LANG_ES] = "Más información",
                        [LANG_FR] = "En savoir plus",
                        [LANG_DE] = "Weitere Informationen",
                        [LANG_VI] = "Thông tin thêm",
                        [LANG_ZH] = "更多信息"},
};

const char *kind_label(enum kind kind, const char *lang)
{
    const char *label = labels[kind][lang_find(lang)];
    return *label ? label : kind_get(kind)->label;
}

/* Words of labels that the heading need not have. */
#define LABEL_FILLERS "it the las los la le les l es"

/* Tells whether a heading has the words of a label's part, in order. */
static bool has_words_in_order(const struct heading_words *heading,
                               const struct heading_words *part)
{
    size_t i = 0;
    for (size_t at = 0; at < heading->n && i < part->n; at++)
        i += heading_word_same(&heading->items[at], &part->items[i]);
    return part->n > 0 && i == part->n;
}

/* Returns the length of a label's first part, which ends at a comma or a word
 * for "and". *rest is set to what follows it. */
static size_t first_part(const char *label, const char **rest)
{
    static const char *const separators[] = {
        ", ",   " and ", " or ", " y ", " o ", " et ",
        " ou ", " und ", " và ", "、",  "和",
    };
    size_t n = strlen(label);
    *rest = label + n;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        const char *separator = strstr(label, separators[i]);
        if (separator && (size_t)(separator - label) < n) {
            n = (size_t)(separator - label);
            *rest = separator + strlen(separators[i]);
        }
    }
    return n;
}

bool kind_heading_says(const char *heading, const char *label)
{
    struct heading_words words, part;
    heading_words_init(&words, heading, strlen(heading));
    bool is_said = false;
    while (*label && !is_said) {
        const char *rest;
        heading_words_init(&part, label, first_part(label, &rest));
        heading_words_drop(&part, LABEL_FILLERS);
        label = rest;
        is_said = has_words_in_order(&words, &part);
        heading_words_finish(&part);
    }
    heading_words_finish(&words);
    return is_said;
}
