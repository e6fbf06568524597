/* Words that ask for a kind of section. A row is compared with the folded words
 * of the query as well as with their stems. The abbreviations are those of
 * clinical notes and of pharmacovigilance (ADR, AE: ICH E2A; DDI). */
#include "search/kind_words.h"

#include <string.h>

/* Of several rows that stand in the query at one place the longest counts, of
 * equal ones the first. Words that also name illnesses (pain, cold) are none;
 * those that name treatments (surgery) are topics as well. */
static const struct kind_word {
    const char *words;
    enum kind kind, also;
    bool is_topic; /* is looked up as well */
    bool is_vague; /* what else is asked says more */
    bool is_short; /* an abbreviation: only at either end of a short query */
} kind_words[] = {
    {"side effect", KIND_SIDE_EFFECTS},
    {"advers effect", KIND_SIDE_EFFECTS},
    {"advers reaction", KIND_SIDE_EFFECTS},
    {"risk factor", KIND_RISK_FACTORS},
    {"at risk", KIND_RISK_FACTORS},
    {"inherit", KIND_RISK_FACTORS},
    {"hereditari", KIND_RISK_FACTORS},
    {"suscept", KIND_RISK_FACTORS},
    {"how common", KIND_PREVALENCE},
    {"preval", KIND_PREVALENCE},
    {"frequenc", KIND_PREVALENCE},
    {"statist", KIND_PREVALENCE},
    {"overdos", KIND_EMERGENCY},
    {"emerg", KIND_EMERGENCY},
    {"how long", KIND_NONE},
    {"what is", KIND_OVERVIEW},
    {"what are", KIND_OVERVIEW},
    {"definit", KIND_OVERVIEW},
    {"overview", KIND_OVERVIEW},
    {"treatment", KIND_TREATMENT},
    {"treat", KIND_TREATMENT},
    {"therapi", KIND_TREATMENT},
    {"cure", KIND_TREATMENT},
    {"remedi", KIND_TREATMENT},
    {"surgeri", KIND_TREATMENT, .is_topic = true},
    {"medicin", KIND_TREATMENT, .is_topic = true},
    {"medic", KIND_TREATMENT, .is_topic = true},
    {"symptom", KIND_SYMPTOMS},
    {"sign", KIND_SYMPTOMS},
    {"caus", KIND_CAUSES},
    {"contagi", KIND_CAUSES},
    {"transmit", KIND_CAUSES},
    {"diagnosi", KIND_DIAGNOSIS},
    {"diagnos", KIND_DIAGNOSIS},
    {"test", KIND_DIAGNOSIS},
    {"screen", KIND_DIAGNOSIS},
    {"prevent", KIND_PREVENTION},
    {"avoid", KIND_PREVENTION},
    {"prognosi", KIND_OUTLOOK},
    {"outlook", KIND_OUTLOOK},
    {"surviv", KIND_OUTLOOK},
    {"fatal", KIND_OUTLOOK, .is_topic = true},
    {"die", KIND_OUTLOOK, .is_topic = true},
    {"death", KIND_OUTLOOK, .is_topic = true},
    {"life expect", KIND_OUTLOOK},
    {"complic", KIND_RISKS},
    {"risk", KIND_RISKS},
    {"contraind", KIND_CONTRAINDICATIONS},
    {"drug interact", KIND_INTERACTIONS},
    {"interact", KIND_INTERACTIONS},
    {"dosag", KIND_DOSAGE},
    {"dose", KIND_DOSAGE},
    {"how to take", KIND_DOSAGE},
    {"stop take", KIND_DOSAGE},
    {"is it safe", KIND_WARNINGS, .is_vague = true},
    {"safe to", KIND_WARNINGS, .is_vague = true},
    {"warn", KIND_WARNINGS},
    {"precaut", KIND_WARNINGS},
    {"safe", KIND_WARNINGS, .is_vague = true},
    {"ok to", KIND_WARNINGS, .is_vague = true},
    {"okay to", KIND_WARNINGS, .is_vague = true},
    {"allerg to", KIND_WARNINGS, .is_topic = true},
    {"storag", KIND_STORAGE},
    {"refriger", KIND_STORAGE, .is_topic = true},
    {"expir", KIND_STORAGE, .is_topic = true},
    {"store", KIND_STORAGE},
    {"pregnanc", KIND_PREGNANCY, .is_topic = true},
    {"pregnant", KIND_PREGNANCY, .is_topic = true},
    {"breastfeed", KIND_PREGNANCY, .is_topic = true},
    {"ingredi", KIND_COMPOSITION},
    {"benefit", KIND_BENEFITS},
    {"effect", KIND_EFFECTIVENESS},
    {"use for", KIND_USES},
    {"stage", KIND_TYPES},
    {"type of", KIND_TYPES},
    {"recoveri", KIND_AFTERCARE},
    {"recov", KIND_AFTERCARE},
    {"aftercar", KIND_AFTERCARE},
    {"heal", KIND_AFTERCARE, .is_topic = true},
    {"support group", KIND_MORE_INFO},
    {"clinic trial", KIND_MORE_INFO},
    {"research", KIND_MORE_INFO},

    /* said in other words */
    {"how much is", KIND_ACCESS},
    {"how much are", KIND_ACCESS},
    {"how much doe", KIND_ACCESS},
    {"how much do", KIND_ACCESS, .is_vague = true},
    {"cost", KIND_ACCESS},
    {"price", KIND_ACCESS},
    {"afford", KIND_ACCESS},
    {"insur", KIND_ACCESS},
    {"where can i get", KIND_ACCESS},
    {"where to get", KIND_ACCESS},
    {"where do i get", KIND_ACCESS},
    {"how mani", KIND_DOSAGE, .is_vague = true},
    {"how much", KIND_DOSAGE, .is_vague = true},
    {"how often", KIND_DOSAGE, .is_vague = true},
    {"max dose", KIND_DOSAGE},
    {"maximum dose", KIND_DOSAGE},
    {"miss a dose", KIND_DOSAGE},
    {"miss dose", KIND_DOSAGE},
    {"forgot to take", KIND_DOSAGE},
    {"posologi", KIND_DOSAGE},
    {"expecting", KIND_PREGNANCY},
    {"nurse mother", KIND_PREGNANCY},
    {"lactat", KIND_PREGNANCY},
    {"fertil", KIND_PREGNANCY, .is_topic = true},
    {"trying to conceive", KIND_PREGNANCY},
    {"trying for a baby", KIND_PREGNANCY},
    {"drink alcohol", KIND_INTERACTIONS},
    {"can i drink", KIND_INTERACTIONS},
    {"can you drink", KIND_INTERACTIONS},
    {"and drinking", KIND_INTERACTIONS},
    {"mix with", KIND_INTERACTIONS},
    {"with other medicin", KIND_INTERACTIONS},
    {"how long until", KIND_OUTLOOK, .is_vague = true},
    {"how long before", KIND_OUTLOOK, .is_vague = true},
    {"how long doe", KIND_OUTLOOK, .is_vague = true},
    {"will it go away", KIND_OUTLOOK},
    {"go away", KIND_OUTLOOK},
    {"recovery time", KIND_AFTERCARE},
    {"downtime", KIND_AFTERCARE},
    {"heal time", KIND_AFTERCARE},
    {"get over", KIND_AFTERCARE},
    {"look after", KIND_AFTERCARE},
    {"drive", KIND_AFTERCARE, .is_topic = true, .is_vague = true},
    {"prep", KIND_PROCEDURE},
    {"prepare for", KIND_PROCEDURE},
    {"how to prepare", KIND_PROCEDURE},
    {"what happen", KIND_PROCEDURE, .is_vague = true},
    {"what to expect", KIND_PROCEDURE},
    {"who cant", KIND_CONTRAINDICATIONS},
    {"who can t", KIND_CONTRAINDICATIONS},
    {"who cannot", KIND_CONTRAINDICATIONS},
    {"who should not", KIND_CONTRAINDICATIONS},
    {"who shouldn t", KIND_CONTRAINDICATIONS},
    {"who shouldnt", KIND_CONTRAINDICATIONS},
    {"when not to", KIND_CONTRAINDICATIONS},
    {"not suitable", KIND_CONTRAINDICATIONS},
    {"red flag", KIND_EMERGENCY},
    {"too much", KIND_EMERGENCY, .is_vague = true},
    {"too mani", KIND_EMERGENCY, .is_vague = true},
    {"when to worri", KIND_SEE_DOCTOR},
    {"when should i worri", KIND_SEE_DOCTOR},
    {"when to see", KIND_SEE_DOCTOR},
    {"see a doctor", KIND_SEE_DOCTOR},
    {"call a doctor", KIND_SEE_DOCTOR},
    {"call the doctor", KIND_SEE_DOCTOR},
    {"get help", KIND_SEE_DOCTOR},
    {"children", KIND_POPULATIONS, .is_topic = true, .is_vague = true},
    {"toddler", KIND_POPULATIONS, .is_topic = true, .is_vague = true},
    {"elder", KIND_POPULATIONS, .is_topic = true, .is_vague = true},
    {"does it work", KIND_EFFECTIVENESS},
    {"success rate", KIND_EFFECTIVENESS},
    {"how well", KIND_EFFECTIVENESS},
    {"how effect", KIND_EFFECTIVENESS},
    {"how does it work", KIND_HOW_IT_WORKS},
    {"mechan of action", KIND_HOW_IT_WORKS},
    {"mechan", KIND_HOW_IT_WORKS},
    {"work", KIND_HOW_IT_WORKS, .is_vague = true},
    {"chance", KIND_RISKS, .is_vague = true},
    {"odds of", KIND_RISKS, .is_vague = true},
    {"damage", KIND_RISKS, .is_topic = true, .is_vague = true},
    {"harm", KIND_RISKS, .is_topic = true, .is_vague = true},
    {"while pregnant", KIND_PREGNANCY},
    {"when pregnant", KIND_PREGNANCY},
    {"during pregnancy", KIND_PREGNANCY},
    {"in pregnancy", KIND_PREGNANCY},
    {"while breastfeed", KIND_PREGNANCY},
    {"when to stop", KIND_DOSAGE, .is_vague = true},
    {"danger", KIND_RISKS},
    {"how like", KIND_RISKS, .is_vague = true},
    {"fridge", KIND_STORAGE},
    {"dispos", KIND_STORAGE},
    {"throw away", KIND_STORAGE},
    {"brand name", KIND_COMPOSITION},
    {"catch", KIND_CAUSES, .is_vague = true},
    {"altern to", KIND_TREATMENT},
    {"indic", KIND_USES},
    {"what is it for", KIND_USES},
    {"advantag", KIND_BENEFITS},
    {"pros and con", KIND_BENEFITS},
    {"etiolog", KIND_CAUSES},
    {"aetiolog", KIND_CAUSES},
    {"epidemiolog", KIND_PREVALENCE},
    {"incid", KIND_PREVALENCE},
    {"formul", KIND_COMPOSITION},

    /* abbreviations of the trade */
    {"ci", KIND_CONTRAINDICATIONS, .is_short = true},
    {"cis", KIND_CONTRAINDICATIONS, .is_short = true},
    {"se", KIND_SIDE_EFFECTS, .is_short = true},
    {"ses", KIND_SIDE_EFFECTS, .is_short = true},
    {"ae", KIND_SIDE_EFFECTS, .is_short = true},
    {"aes", KIND_SIDE_EFFECTS, .is_short = true},
    {"adr", KIND_SIDE_EFFECTS, .is_short = true},
    {"adrs", KIND_SIDE_EFFECTS, .is_short = true},
    {"ddi", KIND_INTERACTIONS, .is_short = true},
    {"ddis", KIND_INTERACTIONS, .is_short = true},
    {"bf", KIND_PREGNANCY, .is_short = true},
    {"preg", KIND_PREGNANCY, .is_short = true},
    {"moa", KIND_HOW_IT_WORKS, .is_short = true},
    {"rx", KIND_TREATMENT, .is_short = true},
    {"tx", KIND_TREATMENT, .is_short = true},
    {"dx", KIND_DIAGNOSIS, .is_short = true},
    {"ddx", KIND_DIAGNOSIS, .is_short = true},
    {"sx", KIND_SYMPTOMS, .is_short = true},
    {"px", KIND_OUTLOOK, .is_short = true},
    {"od", KIND_EMERGENCY, .also = KIND_DOSAGE, .is_short = true},
    {"bbw", KIND_WARNINGS, .is_short = true},

    /* Spanish */
    {"contraindicaciones", KIND_CONTRAINDICATIONS},
    {"contraindicacion", KIND_CONTRAINDICATIONS},
    {"contraindicado", KIND_CONTRAINDICATIONS},
    {"contraindicada", KIND_CONTRAINDICATIONS},
    {"efectos secundarios", KIND_SIDE_EFFECTS},
    {"efectos adversos", KIND_SIDE_EFFECTS},
    {"reacciones adversas", KIND_SIDE_EFFECTS},
    {"embarazo", KIND_PREGNANCY},
    {"embarazada", KIND_PREGNANCY},
    {"lactancia", KIND_PREGNANCY},
    {"dosis", KIND_DOSAGE},
    {"posologia", KIND_DOSAGE},
    {"como tomar", KIND_DOSAGE},
    {"como se toma", KIND_DOSAGE},
    {"interacciones", KIND_INTERACTIONS},
    {"interaccion", KIND_INTERACTIONS},
    {"riesgos", KIND_RISKS},
    {"complicaciones", KIND_RISKS},
    {"sintomas", KIND_SYMPTOMS},
    {"causas", KIND_CAUSES},
    {"tratamiento", KIND_TREATMENT},
    {"diagnostico", KIND_DIAGNOSIS},
    {"prevencion", KIND_PREVENTION},
    {"como prevenir", KIND_PREVENTION},
    {"precio", KIND_ACCESS},
    {"coste", KIND_ACCESS},
    {"cuanto cuesta", KIND_ACCESS},
    {"conservacion", KIND_STORAGE},
    {"almacenamiento", KIND_STORAGE},
    {"pronostico", KIND_OUTLOOK},
    {"prevalencia", KIND_PREVALENCE},
    {"recuperacion", KIND_AFTERCARE},
    {"beneficios", KIND_BENEFITS},
    {"advertencias", KIND_WARNINGS},
    {"precauciones", KIND_WARNINGS},
    {"sobredosis", KIND_EMERGENCY},
    {"urgencia", KIND_EMERGENCY},
    {"emergencia", KIND_EMERGENCY},
    {"para que sirve", KIND_USES},
    {"indicaciones", KIND_USES},
    {"cuando ir al medico", KIND_SEE_DOCTOR},

    /* French */
    {"contre indications", KIND_CONTRAINDICATIONS},
    {"contre indication", KIND_CONTRAINDICATIONS},
    {"contre indique", KIND_CONTRAINDICATIONS},
    {"effets secondaires", KIND_SIDE_EFFECTS},
    {"effets indesirables", KIND_SIDE_EFFECTS},
    {"grossesse", KIND_PREGNANCY},
    {"enceinte", KIND_PREGNANCY},
    {"allaitement", KIND_PREGNANCY},
    {"posologie", KIND_DOSAGE},
    {"comment prendre", KIND_DOSAGE},
    {"risques", KIND_RISKS},
    {"symptomes", KIND_SYMPTOMS},
    {"traitement", KIND_TREATMENT},
    {"prix", KIND_ACCESS},
    {"cout", KIND_ACCESS},
    {"combien coute", KIND_ACCESS},
    {"pronostic", KIND_OUTLOOK},
    {"surdosage", KIND_EMERGENCY},
    {"surdose", KIND_EMERGENCY},
    {"urgence", KIND_EMERGENCY},
    {"convalescence", KIND_AFTERCARE},
    {"bienfaits", KIND_BENEFITS},
    {"mises en garde", KIND_WARNINGS},
    {"a quoi sert", KIND_USES},
    {"comment conserver", KIND_STORAGE},

    /* German */
    {"gegenanzeigen", KIND_CONTRAINDICATIONS},
    {"gegenanzeige", KIND_CONTRAINDICATIONS},
    {"kontraindikationen", KIND_CONTRAINDICATIONS},
    {"kontraindikation", KIND_CONTRAINDICATIONS},
    {"nebenwirkungen", KIND_SIDE_EFFECTS},
    {"nebenwirkung", KIND_SIDE_EFFECTS},
    {"schwangerschaft", KIND_PREGNANCY},
    {"schwanger", KIND_PREGNANCY},
    {"stillzeit", KIND_PREGNANCY},
    {"stillen", KIND_PREGNANCY},
    {"dosierung", KIND_DOSAGE},
    {"dosis", KIND_DOSAGE},
    {"einnahme", KIND_DOSAGE},
    {"wechselwirkungen", KIND_INTERACTIONS},
    {"wechselwirkung", KIND_INTERACTIONS},
    {"risiken", KIND_RISKS},
    {"komplikationen", KIND_RISKS},
    {"symptome", KIND_SYMPTOMS},
    {"anzeichen", KIND_SYMPTOMS},
    {"ursachen", KIND_CAUSES},
    {"ursache", KIND_CAUSES},
    {"behandlung", KIND_TREATMENT},
    {"diagnose", KIND_DIAGNOSIS},
    {"vorbeugung", KIND_PREVENTION},
    {"vorbeugen", KIND_PREVENTION},
    {"kosten", KIND_ACCESS},
    {"preis", KIND_ACCESS},
    {"aufbewahrung", KIND_STORAGE},
    {"lagerung", KIND_STORAGE},
    {"prognose", KIND_OUTLOOK},
    {"notfall", KIND_EMERGENCY},
    {"uberdosis", KIND_EMERGENCY},
    {"uberdosierung", KIND_EMERGENCY},
    {"warnhinweise", KIND_WARNINGS},
    {"vorsichtsmassnahmen", KIND_WARNINGS},
    {"nutzen", KIND_BENEFITS},
    {"anwendungsgebiete", KIND_USES},
    {"wofur", KIND_USES},
    {"nachsorge", KIND_AFTERCARE},
    {"haufigkeit", KIND_PREVALENCE},

    /* Vietnamese, folded */
    {"chong chi dinh", KIND_CONTRAINDICATIONS},
    {"tac dung phu", KIND_SIDE_EFFECTS},
    {"mang thai", KIND_PREGNANCY},
    {"thai ky", KIND_PREGNANCY},
    {"cho con bu", KIND_PREGNANCY},
    {"lieu dung", KIND_DOSAGE},
    {"lieu luong", KIND_DOSAGE},
    {"cach dung", KIND_DOSAGE},
    {"tuong tac", KIND_INTERACTIONS},
    {"trieu chung", KIND_SYMPTOMS},
    {"nguyen nhan", KIND_CAUSES},
    {"dieu tri", KIND_TREATMENT},
    {"chan doan", KIND_DIAGNOSIS},
    {"phong ngua", KIND_PREVENTION},
    {"chi phi", KIND_ACCESS},
    {"gia tien", KIND_ACCESS},
    {"bao quan", KIND_STORAGE},
    {"cap cuu", KIND_EMERGENCY},
    {"qua lieu", KIND_EMERGENCY},
    {"rui ro", KIND_RISKS},
    {"nguy co", KIND_RISKS},
    {"bien chung", KIND_RISKS},
    {"loi ich", KIND_BENEFITS},
    {"canh bao", KIND_WARNINGS},
    {"than trong", KIND_WARNINGS},
    {"tien luong", KIND_OUTLOOK},

    /* Chinese, in pairs */
    {"禁忌", KIND_CONTRAINDICATIONS},
    {"副作 作用", KIND_SIDE_EFFECTS},
    {"不良 良反 反应", KIND_SIDE_EFFECTS},
    {"怀孕", KIND_PREGNANCY},
    {"哺乳", KIND_PREGNANCY},
    {"孕妇", KIND_PREGNANCY},
    {"剂量", KIND_DOSAGE},
    {"用法", KIND_DOSAGE},
    {"用量", KIND_DOSAGE},
    {"相互 互作 作用", KIND_INTERACTIONS},
    {"症状", KIND_SYMPTOMS},
    {"原因", KIND_CAUSES},
    {"病因", KIND_CAUSES},
    {"治疗", KIND_TREATMENT},
    {"诊断", KIND_DIAGNOSIS},
    {"预防", KIND_PREVENTION},
    {"费用", KIND_ACCESS},
    {"价格", KIND_ACCESS},
    {"储存", KIND_STORAGE},
    {"保存", KIND_STORAGE},
    {"急救", KIND_EMERGENCY},
    {"过量", KIND_EMERGENCY},
    {"风险", KIND_RISKS},
    {"并发 发症", KIND_RISKS},
    {"益处", KIND_BENEFITS},
    {"好处", KIND_BENEFITS},
    {"注意", KIND_WARNINGS},
    {"警告", KIND_WARNINGS},
    {"预后", KIND_OUTLOOK},
};

#define SHORT_QUERY 5     /* terms, in which abbreviations are read */
#define BEGINNING_LEAST 3 /* letters of the beginning of a kind's name */

static bool is_same(const char *text, const char *word, size_t n_bytes)
{
    return !strncmp(text, word, n_bytes) && !text[n_bytes];
}

/* Whether the words stand in the query from term i on; returns how many. */
static size_t stands_at(const struct query *query, size_t i, const char *words)
{
    size_t n = 0;
    while (*words) {
        size_t n_bytes = strcspn(words, " ");
        if (i + n >= query->n_terms)
            return 0;
        const struct query_term *term = &query->terms[i + n];
        if (term->type != QUERY_WORD ||
            (!is_same(term->stems, words, n_bytes) &&
             !is_same(term->text, words, n_bytes)))
            return 0;
        n++;
        words += n_bytes + (words[n_bytes] == ' ');
    }
    return n;
}

static bool is_at_end(const struct query *query, size_t i)
{
    return (i == 0 || i + 1 == query->n_terms) && query->n_terms > 1 &&
           query->n_terms <= SHORT_QUERY;
}

static const struct kind_word *longest_at(const struct query *query, size_t i,
                                          size_t *n)
{
    const struct kind_word *found = NULL;
    *n = 0;
    for (size_t k = 0; k < sizeof kind_words / sizeof *kind_words; k++) {
        const struct kind_word *row = &kind_words[k];
        size_t here = stands_at(query, i, row->words);
        if (here <= *n || (row->is_short && !is_at_end(query, i)))
            continue;
        *n = here;
        found = row;
    }
    return found;
}

/* "What is it for", whatever stands between. */
static bool asks_for_uses(const struct query *query, size_t i)
{
    return i > 1 && i + 1 == query->n_terms &&
           !strcmp(query->terms[i].text, "for") &&
           !strcmp(query->terms[0].text, "what");
}

void kind_words_read(struct query *query, size_t i)
{
    size_t n;
    const struct kind_word *row = longest_at(query, i, &n);
    if (asks_for_uses(query, i)) {
        query->terms[i].asks = KIND_USES;
        query->terms[i].asks_clearly = true;
        return;
    }
    if (!row)
        return;
    query->terms[i].asks = row->kind;
    query->terms[i].asks_also = row->also;
    query->terms[i].asks_vaguely = row->is_vague;
    query->terms[i].asks_briefly = row->is_short;
    query->terms[i].asks_clearly =
        row->is_short || row->kind == KIND_PREGNANCY ||
        (n > 2 && !row->is_vague && row->kind != KIND_OVERVIEW);
    for (size_t k = i; k < i + n; k++)
        query->terms[k].names_kind = !row->is_topic;
}

enum kind kind_words_of_phrase(const char *stems)
{
    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++)
        if (!strcmp(kind_words[i].words, stems))
            return kind_words[i].kind;
    return KIND_NONE;
}

/* The one kind of which a row, or the name, begins so; KIND_NONE if there are
 * several, or none. */
static enum kind kind_of_beginning(const char *beginning)
{
    enum kind kinds[KIND_COUNT], kind = KIND_NONE;
    size_t n_bytes = strlen(beginning), n = 0;
    if (n_bytes < BEGINNING_LEAST)
        return KIND_NONE;
    n = kind_find_beginning(beginning, kinds);
    if (n > 1)
        return KIND_NONE;
    kind = n ? kinds[0] : KIND_NONE;
    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++) {
        const struct kind_word *row = &kind_words[i];
        if (row->is_short || row->is_vague || row->is_topic ||
            strncmp(row->words, beginning, n_bytes) != 0)
            continue;
        if (kind != KIND_NONE && row->kind != kind)
            return KIND_NONE;
        kind = row->kind;
    }
    return kind;
}

static bool begins_name(struct db *db, const char *text)
{
    struct db_query *query =
        db_query(db, "SELECT 1 FROM word WHERE word>=?1"
                     " AND word<?1||char(1114111) AND n>0 LIMIT 1");
    db_bind_text(query, 1, text);
    bool found = db_step(query) == DB_ROW;
    db_query_free(query);
    return found;
}

/* Whether a term of the query beside this one says what it is about. */
static bool has_topic(const struct query *query, size_t except)
{
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (i != except && term->type != QUERY_NOT && !term->is_common &&
            !term->names_kind)
            return true;
    }
    return false;
}

/* "warf contra", "contra warf": a beginning at either end of the query. */
static void read_beginning(struct query *query, size_t i, struct db *db)
{
    struct query_term *term = &query->terms[i];
    if (term->type != QUERY_WORD || term->is_common || term->in_name ||
        term->in_fixed || term->asks != KIND_NONE)
        return;
    enum kind kind = kind_of_beginning(term->text);
    if (kind == KIND_NONE ||
        (!has_topic(query, i) && begins_name(db, term->text)))
        return;
    term->asks = kind;
    term->asks_briefly = true;
    term->names_kind = true;
}

/* Words for a kind alone list its sections: they become a filter. */
static void become_filter(struct query *query, struct db *db)
{
    const struct query_term *asking = NULL;
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (term->asks != KIND_NONE && !term->asks_vaguely && !asking)
            asking = term;
        if (term->type != QUERY_WORD ||
            (!term->names_kind &&
             (term->asks == KIND_NONE || kind_find(term->text) != term->asks)))
            return;
    }
    if (!asking || begins_name(db, asking->text))
        return;
    query->kind = asking->asks;
    query->is_kind_alone = true;
    query->n_terms = 0;
}

void kind_words_complete(struct query *query, struct db *db)
{
    if (!query->n_terms || query->n_terms > SHORT_QUERY)
        return;
    read_beginning(query, 0, db);
    read_beginning(query, query->n_terms - 1, db);
    if (query->kind == KIND_NONE)
        become_filter(query, db);
}
