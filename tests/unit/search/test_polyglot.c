/* Questions in five languages about small articles: of twenty in each language,
 * at least eighteen have an answering section among the first three results. */
#include "shelf.h"

#define QUESTIONS 20
#define AMONG 3
#define LEAST 18

static const struct shelved articles[] = {
    {"ibu.md", "title: Ibuprofeno\nlang: es\ntype: medicine",
     "Un analgésico.\n\n## Para qué sirve\n\nPara el dolor y la fiebre.\n\n"
     "## Cómo tomar ibuprofeno\n\nUna pastilla de 400 mg con comida.\n\n"
     "## Efectos secundarios\n\nDolor de estómago, náuseas y mareos.\n\n"
     "## Quién no debe tomarlo\n\nPersonas con úlcera o alergia.\n\n"
     "## Interacciones\n\nNo con anticoagulantes ni alcohol.\n\n"
     "## Embarazo y lactancia\n\nNo al final del embarazo.\n\n"
     "## Sobredosis\n\nLlame a emergencias.\n\n"
     "## Cómo guardarlo\n\nEn un lugar seco, lejos de los niños.\n"},
    {"gripe.md", "title: Gripe\nlang: es\ntype: condition",
     "Una infección.\n\n## Síntomas\n\nFiebre, tos y cansancio.\n\n"
     "## Causas\n\nUn virus.\n\n## Tratamiento\n\nDescanso y líquidos.\n\n"
     "## Prevención\n\nLa vacuna cada año.\n\n"
     "## Cuándo ir al médico\n\nSi la fiebre dura.\n"},
    {"ibu-fr.md", "title: Ibuprofène\nlang: fr\ntype: medicine",
     "Un antidouleur.\n\n## À quoi sert-il ?\n\nÀ calmer la douleur et la "
     "fièvre.\n\n## Comment prendre l'ibuprofène ?\n\nUn comprimé de 400 mg au "
     "repas.\n\n## Effets secondaires\n\nMaux d'estomac, nausées.\n\n"
     "## Qui ne doit pas en prendre ?\n\nLes personnes qui ont un ulcère.\n\n"
     "## Interactions\n\nPas avec les anticoagulants ni l'alcool.\n\n"
     "## Grossesse et allaitement\n\nPas en fin de grossesse.\n\n"
     "## Surdosage\n\nAppelez les secours.\n\n"
     "## Comment le conserver ?\n\nAu sec, loin des enfants.\n"},
    {"grippe.md", "title: Grippe\nlang: fr\ntype: condition",
     "Une infection.\n\n## Symptômes\n\nFièvre, toux, fatigue.\n\n"
     "## Causes\n\nUn virus.\n\n## Traitement\n\nRepos et boissons.\n\n"
     "## Prévention\n\nLe vaccin chaque année.\n\n"
     "## Quand consulter un médecin ?\n\nSi la fièvre dure.\n"},
    {"ibu-de.md", "title: Ibuprofen Tabletten\nlang: de\ntype: medicine",
     "Ein Schmerzmittel.\n\n## Wofür wird es angewendet?\n\nBei Schmerzen und "
     "Fieber.\n\n## Wie nehme ich Ibuprofen ein?\n\nEine Tablette zum "
     "Essen.\n\n## Nebenwirkungen\n\nMagenschmerzen und Übelkeit.\n\n"
     "## Gegenanzeigen\n\nNicht bei Magengeschwüren.\n\n"
     "## Wechselwirkungen\n\nNicht mit Blutverdünnern oder Alkohol.\n\n"
     "## Schwangerschaft und Stillzeit\n\nNicht am Ende der "
     "Schwangerschaft.\n\n## Überdosierung\n\nRufen Sie den Notruf.\n\n"
     "## Aufbewahrung\n\nTrocken, nicht bei Kindern.\n"},
    {"grippe-de.md", "title: Virusgrippe\nlang: de\ntype: condition",
     "Eine Infektion, auch Influenza.\n\n## Symptome\n\nFieber, Husten, "
     "Müdigkeit.\n\n## Ursachen\n\nEin Virus.\n\n## Behandlung\n\nRuhe und "
     "Trinken.\n\n## Vorbeugung\n\nDie Impfung jedes Jahr.\n\n"
     "## Wann zum Arzt?\n\nWenn das Fieber bleibt.\n"},
    {"ibu-vi.md", "title: Thuốc ibuprofen\nlang: vi\ntype: medicine",
     "Thuốc giảm đau.\n\n## Công dụng\n\nGiảm đau và hạ sốt.\n\n"
     "## Cách dùng và liều dùng\n\nUống một viên sau khi ăn.\n\n"
     "## Tác dụng phụ\n\nĐau dạ dày, buồn nôn.\n\n"
     "## Chống chỉ định\n\nNgười bị loét dạ dày.\n\n"
     "## Tương tác thuốc\n\nKhông dùng với thuốc chống đông hoặc rượu.\n\n"
     "## Mang thai và cho con bú\n\nKhông dùng cuối thai kỳ.\n\n"
     "## Quá liều\n\nGọi cấp cứu.\n\n## Bảo quản\n\nNơi khô, xa trẻ em.\n"},
    {"cum.md", "title: Bệnh cúm\nlang: vi\ntype: condition",
     "Một bệnh nhiễm trùng.\n\n## Triệu chứng\n\nSốt, ho, mệt mỏi.\n\n"
     "## Nguyên nhân\n\nDo virus.\n\n## Điều trị\n\nNghỉ ngơi, uống nước.\n\n"
     "## Phòng ngừa\n\nTiêm vắc xin mỗi năm.\n\n"
     "## Khi nào cần gặp bác sĩ\n\nNếu sốt kéo dài.\n"},
    {"ibu-zh.md", "title: 布洛芬\nlang: zh\ntype: medicine",
     "一种止痛药。\n\n## 用途\n\n止痛和退烧。\n\n## "
     "用法和剂量\n\n饭后服一片。\n\n"
     "## 副作用\n\n胃痛、恶心。\n\n## 禁忌\n\n胃溃疡患者不可服用。\n\n"
     "## 相互作用\n\n不要与抗凝药或酒同服。\n\n## "
     "怀孕和哺乳\n\n怀孕末期不可服用。\n\n"
     "## 过量\n\n请叫急救车。\n\n## 储存\n\n放在干燥处，远离儿童。\n"},
    {"flu-zh.md", "title: 流感\nlang: zh\ntype: condition",
     "一种感染。\n\n## 症状\n\n发烧、咳嗽、疲劳。\n\n## 原因\n\n病毒。\n\n"
     "## 治疗\n\n休息，多喝水。\n\n## 预防\n\n每年接种疫苗。\n\n"
     "## 何时就医\n\n如果发烧不退。\n"},
};

/* A question, and the sections that answer. */
struct asked {
    const char *typed, *id;
    enum kind kinds[3];
};

static const struct {
    const char *lang;
    struct asked asked[QUESTIONS];
} languages[] = {
    {"es",
     {
         {"efectos secundarios del ibuprofeno", "ibu", {KIND_SIDE_EFFECTS}},
         {"ibuprofeno me duele el estómago", "ibu", {KIND_SIDE_EFFECTS}},
         {"¿puedo tomar ibuprofeno embarazada?", "ibu", {KIND_PREGNANCY}},
         {"ibuprofeno y alcohol", "ibu", {KIND_INTERACTIONS}},
         {"contraindicaciones ibuprofeno",
          "ibu",
          {KIND_CONTRAINDICATIONS, KIND_WARNINGS}},
         {"para qué sirve el ibuprofeno", "ibu", {KIND_USES}},
         {"cómo se toma el ibuprofeno", "ibu", {KIND_DOSAGE}},
         {"dosis ibuprofeno 400mg", "ibu", {KIND_DOSAGE}},
         {"tomé demasiado ibuprofeno", "ibu", {KIND_EMERGENCY}},
         {"dónde guardar ibuprofeno", "ibu", {KIND_STORAGE}},
         {"ibuprofeno lactancia", "ibu", {KIND_PREGNANCY}},
         {"ibuprofeno con anticoagulantes", "ibu", {KIND_INTERACTIONS}},
         {"síntomas de la gripe", "gripe", {KIND_SYMPTOMS}},
         {"gripe fiebre y tos", "gripe", {KIND_SYMPTOMS}},
         {"qué causa la gripe", "gripe", {KIND_CAUSES}},
         {"tratamiento gripe", "gripe", {KIND_TREATMENT}},
         {"cómo prevenir la gripe", "gripe", {KIND_PREVENTION}},
         {"vacuna gripe", "gripe", {KIND_PREVENTION}},
         {"gripe cuándo ir al médico", "gripe", {KIND_SEE_DOCTOR}},
         {"sobredosis ibuprofeno", "ibu", {KIND_EMERGENCY}},
     }},
    {"fr",
     {
         {"effets secondaires ibuprofène", "ibu-fr", {KIND_SIDE_EFFECTS}},
         {"ibuprofène nausées", "ibu-fr", {KIND_SIDE_EFFECTS}},
         {"ibuprofène enceinte", "ibu-fr", {KIND_PREGNANCY}},
         {"ibuprofène et alcool", "ibu-fr", {KIND_INTERACTIONS}},
         {"contre-indications ibuprofène", "ibu-fr", {KIND_CONTRAINDICATIONS}},
         {"à quoi sert l'ibuprofène", "ibu-fr", {KIND_USES}},
         {"comment prendre ibuprofène", "ibu-fr", {KIND_DOSAGE}},
         {"posologie ibuprofène", "ibu-fr", {KIND_DOSAGE}},
         {"surdosage ibuprofène", "ibu-fr", {KIND_EMERGENCY}},
         {"comment conserver ibuprofène", "ibu-fr", {KIND_STORAGE}},
         {"ibuprofène allaitement", "ibu-fr", {KIND_PREGNANCY}},
         {"ibuprofène anticoagulant", "ibu-fr", {KIND_INTERACTIONS}},
         {"symptômes de la grippe", "grippe", {KIND_SYMPTOMS}},
         {"grippe toux fièvre", "grippe", {KIND_SYMPTOMS}},
         {"causes de la grippe", "grippe", {KIND_CAUSES}},
         {"traitement grippe", "grippe", {KIND_TREATMENT}},
         {"prévention de la grippe", "grippe", {KIND_PREVENTION}},
         {"vaccin grippe", "grippe", {KIND_PREVENTION}},
         {"grippe quand consulter", "grippe", {KIND_SEE_DOCTOR}},
         {"ibuprofène ulcère", "ibu-fr", {KIND_CONTRAINDICATIONS}},
     }},
    {"de",
     {
         {"Nebenwirkungen Ibuprofen Tabletten", "ibu-de", {KIND_SIDE_EFFECTS}},
         {"Ibuprofen Uebelkeit", "ibu-de", {KIND_SIDE_EFFECTS}},
         {"Ibuprofen schwanger", "ibu-de", {KIND_PREGNANCY}},
         {"Ibuprofen und Alkohol", "ibu-de", {KIND_INTERACTIONS}},
         {"Gegenanzeigen Ibuprofen", "ibu-de", {KIND_CONTRAINDICATIONS}},
         {"wofür ist Ibuprofen", "ibu-de", {KIND_USES}},
         {"wie nehme ich Ibuprofen", "ibu-de", {KIND_DOSAGE}},
         {"Ibuprofen Einnahme", "ibu-de", {KIND_DOSAGE}},
         {"Überdosis Ibuprofen", "ibu-de", {KIND_EMERGENCY}},
         {"Ibuprofen Aufbewahrung", "ibu-de", {KIND_STORAGE}},
         {"Ibuprofen Stillzeit", "ibu-de", {KIND_PREGNANCY}},
         {"Ibuprofen Blutverdünner", "ibu-de", {KIND_INTERACTIONS}},
         {"Virusgrippe Symptome", "grippe-de", {KIND_SYMPTOMS}},
         {"Virusgrippe Husten", "grippe-de", {KIND_SYMPTOMS}},
         {"Virusgrippe Ursache", "grippe-de", {KIND_CAUSES}},
         {"Behandlung Virusgrippe", "grippe-de", {KIND_TREATMENT}},
         {"Virusgrippe vorbeugen", "grippe-de", {KIND_PREVENTION}},
         {"Impfung Virusgrippe", "grippe-de", {KIND_PREVENTION}},
         {"Virusgrippe wann zum Arzt", "grippe-de", {KIND_SEE_DOCTOR}},
         {"Ibuprofen Magengeschwür", "ibu-de", {KIND_CONTRAINDICATIONS}},
     }},
    {"vi",
     {
         {"tác dụng phụ của ibuprofen", "ibu-vi", {KIND_SIDE_EFFECTS}},
         {"thuốc ibuprofen buồn nôn", "ibu-vi", {KIND_SIDE_EFFECTS}},
         {"thuốc ibuprofen mang thai", "ibu-vi", {KIND_PREGNANCY}},
         {"thuốc ibuprofen rượu", "ibu-vi", {KIND_INTERACTIONS}},
         {"chống chỉ định thuốc ibuprofen", "ibu-vi", {KIND_CONTRAINDICATIONS}},
         {"công dụng thuốc ibuprofen", "ibu-vi", {KIND_USES}},
         {"cách dùng thuốc ibuprofen", "ibu-vi", {KIND_DOSAGE}},
         {"liều dùng thuốc ibuprofen", "ibu-vi", {KIND_DOSAGE}},
         {"quá liều thuốc ibuprofen", "ibu-vi", {KIND_EMERGENCY}},
         {"bảo quản thuốc ibuprofen", "ibu-vi", {KIND_STORAGE}},
         {"thuốc ibuprofen cho con bú", "ibu-vi", {KIND_PREGNANCY}},
         {"thuốc ibuprofen thuốc chống đông", "ibu-vi", {KIND_INTERACTIONS}},
         {"triệu chứng bệnh cúm", "cum", {KIND_SYMPTOMS}},
         {"bệnh cúm ho sốt", "cum", {KIND_SYMPTOMS}},
         {"nguyên nhân bệnh cúm", "cum", {KIND_CAUSES}},
         {"điều trị bệnh cúm", "cum", {KIND_TREATMENT}},
         {"phòng ngừa bệnh cúm", "cum", {KIND_PREVENTION}},
         {"vắc xin bệnh cúm", "cum", {KIND_PREVENTION}},
         {"bệnh cúm khi nào gặp bác sĩ", "cum", {KIND_SEE_DOCTOR}},
         {"thuốc ibuprofen loét dạ dày", "ibu-vi", {KIND_CONTRAINDICATIONS}},
     }},
    {"zh",
     {
         {"布洛芬副作用", "ibu-zh", {KIND_SIDE_EFFECTS}},
         {"布洛芬恶心", "ibu-zh", {KIND_SIDE_EFFECTS}},
         {"布洛芬怀孕", "ibu-zh", {KIND_PREGNANCY}},
         {"布洛芬和酒", "ibu-zh", {KIND_INTERACTIONS}},
         {"布洛芬禁忌", "ibu-zh", {KIND_CONTRAINDICATIONS}},
         {"布洛芬用途", "ibu-zh", {KIND_USES}},
         {"布洛芬怎么吃 用法", "ibu-zh", {KIND_DOSAGE}},
         {"布洛芬剂量", "ibu-zh", {KIND_DOSAGE}},
         {"布洛芬过量", "ibu-zh", {KIND_EMERGENCY}},
         {"布洛芬储存", "ibu-zh", {KIND_STORAGE}},
         {"布洛芬哺乳", "ibu-zh", {KIND_PREGNANCY}},
         {"布洛芬抗凝药", "ibu-zh", {KIND_INTERACTIONS}},
         {"流感症状", "flu-zh", {KIND_SYMPTOMS}},
         {"流感咳嗽", "flu-zh", {KIND_SYMPTOMS}},
         {"流感原因", "flu-zh", {KIND_CAUSES}},
         {"流感治疗", "flu-zh", {KIND_TREATMENT}},
         {"流感预防", "flu-zh", {KIND_PREVENTION}},
         {"流感疫苗", "flu-zh", {KIND_PREVENTION}},
         {"流感就医", "flu-zh", {KIND_SEE_DOCTOR}},
         {"布洛芬胃溃疡", "ibu-zh", {KIND_CONTRAINDICATIONS}},
     }},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

static bool answers(const struct search_result *result,
                    const struct asked *asked)
{
    for (size_t i = 0; i < N_ELEMENTS(asked->kinds); i++)
        if (asked->kinds[i] != KIND_NONE && result->kind == asked->kinds[i] &&
            !strcmp(result->id, asked->id))
            return true;
    return false;
}

static bool is_answered(const struct asked *asked, const char *lang)
{
    const struct search_options options = {.whole = true, .lang = lang};
    struct search_results *results =
        search_run(the_index, asked->typed, &options);
    bool found = false;
    for (size_t i = 0; i < results->n && i < AMONG; i++)
        found = found || answers(&results->items[i], asked);
    if (!found)
        print_message("# %s\n", asked->typed);
    search_results_free(results);
    return found;
}

static void answers_in_each_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(languages); i++) {
        size_t n = 0;
        for (size_t k = 0; k < QUESTIONS; k++)
            n += is_answered(&languages[i].asked[k], languages[i].lang);
        print_message("# %s: %zu of %d\n", languages[i].lang, n, QUESTIONS);
        assert_true(n >= LEAST);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_in_each_language),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}
