/* The labels of the section kinds in six languages. */
#include <string.h>

#include "article/kind.h"
#include "article/words.h"

/* English is in the table of kinds. */
static const struct {
    const char *es, *fr, *de, *vi, *zh;
} labels[KIND_COUNT] = {
    [KIND_NONE] = {"", "", "", "", ""},
    [KIND_OVERVIEW] = {"Qué es", "En bref", "Was es ist", "Là gì", "概述"},
    [KIND_HOW_IT_WORKS] = {"Cómo funciona", "Comment ça marche", "Wie es wirkt",
                           "Cách hoạt động", "作用原理"},
    [KIND_USES] = {"Para qué sirve", "À quoi ça sert",
                   "Wofür es angewendet wird", "Công dụng", "用途"},
    [KIND_BENEFITS] = {"Beneficios", "Bienfaits", "Nutzen", "Lợi ích", "益处"},
    [KIND_EFFECTIVENESS] = {"Qué tan eficaz es", "Efficacité", "Wirksamkeit",
                            "Hiệu quả", "效果"},
    [KIND_TYPES] = {"Tipos y etapas", "Types et stades", "Arten und Stadien",
                    "Phân loại và giai đoạn", "类型和分期"},
    [KIND_CAUSES] = {"Causas y contagio", "Causes et transmission",
                     "Ursachen und Übertragung", "Nguyên nhân và lây truyền",
                     "病因和传播"},
    [KIND_RISK_FACTORS] = {"Quién tiene más riesgo", "Facteurs de risque",
                           "Risikofaktoren", "Yếu tố nguy cơ", "危险因素"},
    [KIND_PREVALENCE] = {"Qué tan frecuente es", "Fréquence", "Häufigkeit",
                         "Mức độ phổ biến", "患病率"},
    [KIND_SYMPTOMS] = {"Síntomas", "Symptômes", "Symptome", "Triệu chứng",
                       "症状"},
    [KIND_DIAGNOSIS] = {"Pruebas y diagnóstico", "Examens et diagnostic",
                        "Untersuchung und Diagnose", "Xét nghiệm và chẩn đoán",
                        "检查和诊断"},
    [KIND_OUTLOOK] = {"Pronóstico", "Évolution", "Aussichten", "Tiên lượng",
                      "预后"},
    [KIND_TREATMENT] = {"Tratamiento", "Traitement", "Behandlung", "Điều trị",
                        "治疗"},
    [KIND_PROCEDURE] = {"Qué sucede", "Déroulement", "Ablauf", "Quy trình",
                        "过程"},
    [KIND_DOSAGE] = {"Cómo tomarlo o usarlo",
                     "Comment le prendre ou l'utiliser",
                     "Einnahme und Anwendung", "Cách dùng", "用法用量"},
    [KIND_CONTRAINDICATIONS] = {"Quién no debe usarlo",
                                "Qui ne doit pas l'utiliser",
                                "Wer es nicht anwenden darf",
                                "Ai không nên dùng", "哪些人不能用"},
    [KIND_WARNINGS] = {"Advertencias y precauciones",
                       "Mises en garde et précautions",
                       "Warnhinweise und Vorsichtsmaßnahmen",
                       "Cảnh báo và thận trọng", "警告和注意事项"},
    [KIND_INTERACTIONS] = {"Interacciones", "Interactions", "Wechselwirkungen",
                           "Tương tác", "相互作用"},
    [KIND_PREGNANCY] = {"Embarazo, lactancia y fertilidad",
                        "Grossesse, allaitement et fertilité",
                        "Schwangerschaft, Stillzeit, Fruchtbarkeit",
                        "Mang thai, cho con bú, sinh sản", "怀孕、哺乳、生育"},
    [KIND_POPULATIONS] = {"Niños, personas mayores, enfermedades",
                          "Enfants, personnes âgées, maladies",
                          "Kinder, ältere Menschen, Organkrankheiten",
                          "Trẻ em, người cao tuổi, suy gan thận",
                          "儿童、老人、肝肾疾病"},
    [KIND_SIDE_EFFECTS] = {"Efectos secundarios", "Effets indésirables",
                           "Nebenwirkungen", "Tác dụng phụ", "副作用"},
    [KIND_RISKS] = {"Riesgos y complicaciones", "Risques et complications",
                    "Risiken und Komplikationen", "Rủi ro và biến chứng",
                    "风险和并发症"},
    [KIND_EMERGENCY] = {"Urgencias y sobredosis", "Urgence et surdosage",
                        "Notfall und Überdosierung", "Cấp cứu và quá liều",
                        "紧急情况和过量"},
    [KIND_SEE_DOCTOR] = {"Cuándo pedir ayuda", "Quand consulter",
                         "Wann Hilfe holen", "Khi nào cần đi khám", "何时就医"},
    [KIND_AFTERCARE] = {"Cuidados, recuperación y vida diaria",
                        "Soins, suites et vie quotidienne",
                        "Selbsthilfe, Heilung und Alltag",
                        "Chăm sóc, hồi phục và sinh hoạt", "护理、恢复、日常"},
    [KIND_PREVENTION] = {"Prevención", "Prévention", "Vorbeugung", "Phòng ngừa",
                         "预防"},
    [KIND_ACCESS] = {"Dónde obtenerlo y cuánto cuesta", "Accès et coût",
                     "Zugang und Kosten", "Nơi nhận và chi phí",
                     "获取途径和费用"},
    [KIND_COMPOSITION] = {"Composición, formas y nombres",
                          "Composition, formes et noms",
                          "Zusammensetzung, Formen und Namen",
                          "Thành phần, dạng và tên", "成分、剂型、名称"},
    [KIND_STORAGE] = {"Conservación y eliminación",
                      "Conservation et élimination",
                      "Aufbewahrung und Entsorgung", "Bảo quản và tiêu hủy",
                      "储存和处理"},
    [KIND_MORE_INFO] = {"Más información", "En savoir plus",
                        "Weitere Informationen", "Thông tin thêm", "更多信息"},
};

/* "fr-CA" is French. */
static bool is_language(const char *lang, const char *language)
{
    size_t n = strlen(language);
    return !strncasecmp(lang, language, n) &&
           (lang[n] == '\0' || lang[n] == '-' || lang[n] == '_');
}

const char *kind_label(enum kind kind, const char *lang)
{
    if (!lang)
        return kind_get(kind)->label;
    if (is_language(lang, "es"))
        return labels[kind].es;
    if (is_language(lang, "fr"))
        return labels[kind].fr;
    if (is_language(lang, "de"))
        return labels[kind].de;
    if (is_language(lang, "vi"))
        return labels[kind].vi;
    if (is_language(lang, "zh"))
        return labels[kind].zh;
    return kind_get(kind)->label;
}

/* Words of labels that need not be in the heading. */
#define LABEL_FILLERS "it the las los la le les l es"

/* Do the words of part stand in heading one after the other? */
static bool says(const struct words *heading, const struct words *part)
{
    size_t i = 0;
    for (size_t at = 0; at < heading->n && i < part->n; at++)
        i += word_same(&heading->items[at], &part->items[i]);
    return part->n > 0 && i == part->n;
}

/* The first part of a label, up to a comma or a word for "and": its length.
 * *rest gets what follows the joint. */
static size_t first_part(const char *label, const char **rest)
{
    static const char *const joints[] = {
        ", ",   " and ", " or ", " y ", " o ", " et ",
        " ou ", " und ", " và ", "、",  "和",
    };
    size_t n = strlen(label);
    *rest = label + n;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *joint = strstr(label, joints[i]);
        if (joint && (size_t)(joint - label) < n) {
            n = (size_t)(joint - label);
            *rest = joint + strlen(joints[i]);
        }
    }
    return n;
}

bool kind_label_is_said(enum kind kind, const char *heading, const char *lang)
{
    const char *label = kind_label(kind, lang);
    struct words words, part;
    words_init(&words, heading, strlen(heading));
    bool said = false;
    while (*label && !said) {
        const char *rest;
        words_init(&part, label, first_part(label, &rest));
        words_drop(&part, LABEL_FILLERS);
        label = rest;
        said = says(&words, &part);
        words_finish(&part);
    }
    words_finish(&words);
    return said;
}
