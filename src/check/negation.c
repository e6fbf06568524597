/* Negations in six languages. */
#include "check/negation.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

#define PARTNER_WORDS 4 /* after its negation: "no lo tome nunca" */

/* Words apart by spaces; * stands for any ending. */
struct negation_words {
    const char *negations;
    const char
        *partners; /* belong to a negation just before, if there is one */
    const char *like;
    const char *weak;   /* what another language may say with a negation */
    const char *others; /* deny nothing: "not only"; in Chinese, words */
    const char *firm;   /* of like, what others say with a negation */
    const char *pairs;  /* two words that deny: "advise against" */
    const char *without;
    const char *avoiding; /* of like */
};

static const struct negation_words words[LANG_COUNT] = {
    [LANG_EN] =
        {.negations =
             "not no never cannot without none neither nobody nothing can't "
             "don't doesn't isn't aren't won't wasn't didn't shouldn't mustn't "
             "couldn't haven't hasn't hadn't weren't wouldn't needn't",
         .like = "avoid* only unless until un* impossib* incapab* insomnia "
                 "rare* few little less fewer too lack* fail* free hardly "
                 "instead before except refus* prevent* danger* harmful absen* "
                 "miss* los* away difficult* hard trouble* still yet just but "
                 "rather least keep* leave* quit* ban* forb* insufficient* "
                 "inadequate* intoleran* ineffective contraindicat* alone "
                 "single first prior earlier",
         .firm = "unlicensed unwashed unvaccinated untreated unprotected "
                 "unsafe unknown",
         .pairs = "advise-against advises-against advised-against "
                  "recommend-against recommends-against",
         .partners = "nor",
         .weak = "stop* wait* delay* postpone* against wrong whether differ* "
                 "vary* kill* end* ceas*",
         .without = "without",
         .avoiding = "avoid* forb* ban* keep*",
         .others = "not-only no-doubt no-matter without-doubt at-least"},
    [LANG_ES] =
        {.negations = "no nunca jam\u00E1s sin",
         .partners = "ning\u00FAn ninguno ninguna nada nadie tampoco ni nunca "
                     "jam\u00E1s",
         .like =
             "evit* peligr* desconoc* falt* imped* impid* prohib* solo "
             "s\u00F3lo solamente salvo excepto menos poco poca pocos pocas "
             "rar* dif\u00EDcil* antes abst* carec* sigu* contin* persist* "
             "desaconsej* impos* incap* insomn* inseg* insuf* demasiad* hasta "
             "apenas perd* "
             "pierd* ausen* contraindic* a\u00FAn todav\u00EDa perjudic*",
         .without = "sin",
         .avoiding = "evit* prohib* abst* desaconsej*",
         .others = "un-solo al-menos no-solo no-s\u00F3lo sin-embargo sin-duda "
                   "sin-parar "
                   "sin-cesar no-obstante"},
    [LANG_FR] = {.negations = "ne n sans non",
                 .partners = "pas jamais aucun aucune rien ni",
                 .like =
                     "\u00E9vit* \u00C9vit* dangereu* danger ignor* inconnu* "
                     "d\u00E9conseill* manqu* emp\u00EAch* interdi* seul* sauf "
                     "moins peu rare* "
                     "difficile* avant abst* persist* continu* impossib* "
                     "incapab* insomni* insuffis* trop uniquement contre "
                     "jusqu* encore perd* absen* nocif* nuisib*",
                 .without = "sans",
                 .avoiding = "\u00E9vit* \u00C9vit* interdi* abst* "
                             "d\u00E9conseill*",
                 .others =
                     "non-seulement sans-doute sans-cesse sans-arr\u00EAt"},
    [LANG_DE] =
        {.negations = "nicht kein* nie niemals ohne niemand* nichts weder",
         .like = "un* vermeid* verzicht* gef\u00E4hrlich* schlafst\u00F6r* "
                 "verboten bevor vor erst nur au\u00DFer selten wenig* kaum "
                 "fehl* mangel* untersag* anh\u00E4lt andauer* noch bis "
                 "schwer* schlecht* verlier* sch\u00E4d* ausgeschlossen frei",
         .without = "ohne",
         .avoiding = "vermeid* verzicht* verboten untersag* ausgeschlossen",
         .others = "nicht-nur nicht-zuletzt ohne-weiteres ohne-zweifel"},
    [LANG_VI] =
        {.negations =
             "kh\u00F4ng Kh\u00F4ng ch\u01B0a Ch\u01B0a \u0111\u1EEBng "
             "\u0110\u1EEBng ch\u1EB3ng Ch\u1EB3ng ch\u1EDB Ch\u1EDB",
         .like = "tr\u00E1nh thi\u1EBFu m\u1EA5t tr\u1EEB c\u1EA5m "
                 "kh\u00F3 nguy k\u00E9o \u00EDt hi\u1EBFm tr\u01B0\u1EDBc "
                 "ch\u1EC9 ki\u00EAng kh\u1ECFi k\u00E9m v\u1EABn h\u1EA1i",
         .avoiding = "tr\u00E1nh c\u1EA5m ki\u00EAng",
         .others =
             "\u00EDt-nh\u1EA5t kh\u00F4ng-kh\u00ED kh\u00F4ng-gian "
             "kh\u00F4ng-ch\u1EC9 "
             "Kh\u00F4ng-ch\u1EC9 kh\u00F4ng-nh\u1EEFng ch\u1EB3ng-h\u1EA1n"},
    [LANG_ZH] = {.negations = "\u4E0D \u6CA1 \u65E0 \u672A \u52FF \u522B "
                              "\u83AB \u975E",
                 .like = "\u907F\u514D \u7981 \u514D \u7F3A \u96BE "
                         "\u5371\u9669 \u5931 \u9632 \u9664 \u5C11 \u4EC5 "
                         "\u53EA \u624D \u5426 \u524D \u5FCC \u6301\u7EED",
                 .others =
                     "\u4E0D\u4EC5 \u4E0D\u4F46 \u4E0D\u540C \u4E0D\u8FC7 "
                     "\u4E0D\u65AD \u4E0D\u4E45 \u4E0D\u7BA1 \u4E0D\u8BBA "
                     "\u65E0\u8BBA \u672A\u6765 \u975E\u5E38 \u9664\u975E "
                     "\u7279\u522B \u5206\u522B \u6027\u522B \u533A\u522B "
                     "\u7EA7\u522B \u7C7B\u522B \u4E2A\u522B \u522B\u4EBA "
                     "\u4E0D\u9002 \u4E0D\u826F \u4E0D\u5B55 \u4E0D\u80B2 "
                     "\u65E0\u83CC \u65E0\u7EBF \u4E0D\u5C11 \u4E0D\u6B62 "
                     "\u5DEE\u4E0D\u591A \u4E0D\u7A33"},
};

/* Does a word stand in a list? */
static bool is_listed(const char *list, const char *word, size_t n_bytes)
{
    while (list && *list) {
        size_t n = strcspn(list, " ");
        bool open = list[n - 1] == '*';
        size_t n_form = n - open;
        if ((open ? n_form <= n_bytes : n_form == n_bytes) &&
            !ascii_ncasecmp(list, word, n_form))
            return true;
        list += n + (list[n] == ' ');
    }
    return false;
}

/* "un*" is none of these. */
static bool is_article(enum lang lang, const char *word, size_t n_bytes)
{
    static const char german[] = "und uns unser* unter* unten ungef\u00E4hr "
                                 "universit*",
                      english[] = "under* unit* univers* union* unique";
    return (lang == LANG_DE && is_listed(german, word, n_bytes)) ||
           (lang == LANG_EN && is_listed(english, word, n_bytes));
}

bool negation_is_word(const char *word, size_t n_bytes)
{
    return is_listed(words[LANG_EN].negations, word, n_bytes) ||
           is_listed(words[LANG_EN].partners, word, n_bytes);
}

/* Bytes of the listed form that a text begins with; 0 if there is none. */
static size_t form_at(const char *list, const char *text, size_t n_left)
{
    for (; *list; list += *list == ' ') {
        size_t n = strcspn(list, " ");
        if (n <= n_left && !memcmp(list, text, n))
            return n;
        list += n;
    }
    return 0;
}

/* Chinese has no spaces: characters count, but for those of other words. */
static struct negations count_characters(const char *text, size_t n_bytes)
{
    const struct negation_words *list = &words[LANG_ZH];
    struct negations found = {0};
    for (size_t at = 0; at < n_bytes;) {
        size_t n = form_at(list->others, text + at, n_bytes - at);
        size_t n_like = form_at(list->like, text + at, n_bytes - at);
        if (!n && n_like) {
            found.n_like++;
            n = n_like;
        }
        if (!n) {
            n = form_at(list->negations, text + at, n_bytes - at);
            found.n += n > 0;
        }
        at += n ? n : 1;
    }
    found.n_verb = found.n;
    found.n_avoid = found.n_like;
    return found;
}

/* The end of a word of letters; an apostrophe belongs to an English one. */
static size_t word_end(enum lang lang, const char *text, size_t at, size_t end)
{
    while (at < end &&
           (ascii_is_alnum(text[at]) || (unsigned char)text[at] >= 0x80 ||
            (lang == LANG_EN && text[at] == '\''))) {
        if (end - at >= 3 && !memcmp(text + at, "\u2019", 3))
            break;
        at++;
    }
    return at;
}

/* What has been read of a text. */
struct negation_scan {
    enum lang lang;
    const char *text;
    struct negations found;
    unsigned since;       /* words since the last negation */
    const char *negation; /* the word before, if it was one */
    const char *word;     /* the word before; NULL at the start */
    size_t n_bytes;       /* of it */
};

/* Do the word before and this one stand in a list, joined by a hyphen? */
static bool is_pair(const struct negation_scan *scan, const char *list,
                    const char *word, size_t n_bytes)
{
    char pair[40];
    if (!scan->word || !list)
        return false;
    int n = snprintf(pair, sizeof pair, "%.*s-%.*s", (int)scan->n_bytes,
                     scan->word, (int)n_bytes, word);
    return n < (int)sizeof pair && is_listed(list, pair, (size_t)n);
}

/* Does a clause begin at a word: "Do not ...", ", and do not ..."? */
static bool begins_clause(const char *text, const char *word)
{
    static const char joining[] = "and but or so please";
    const char *end = word;
    while (end > text && end[-1] == ' ')
        end--;
    const char *start = end;
    while (start > text && ascii_is_alpha(start[-1]))
        start--;
    return start == end || is_listed(joining, start, (size_t)(end - start));
}

/* "Do not", "don't" and "never" forbid, "we do not know" does not. */
static bool forbids(const struct negation_scan *scan, const char *word,
                    size_t n_bytes)
{
    if (scan->lang != LANG_EN)
        return false;
    if (is_pair(scan, "do-not", word, n_bytes))
        return begins_clause(scan->text, scan->word);
    return is_listed("don't never", word, n_bytes) &&
           begins_clause(scan->text, word);
}

static void count_negation(struct negation_scan *scan, const char *word,
                           size_t n_bytes)
{
    scan->found.n++;
    scan->found.n_verb += !is_listed(words[scan->lang].without, word, n_bytes);
    scan->found.forbids = scan->found.forbids || forbids(scan, word, n_bytes);
    scan->since = 0;
    scan->negation = word;
}

static void count_like(struct negation_scan *scan, const char *word,
                       size_t n_bytes)
{
    const struct negation_words *list = &words[scan->lang];
    scan->found.n_like++;
    scan->found.n_firm += is_listed(list->firm, word, n_bytes);
    scan->found.n_avoid += is_listed(list->avoiding, word, n_bytes);
}

static void look_at_word(struct negation_scan *scan, const char *word,
                         size_t n_bytes)
{
    const struct negation_words *list = &words[scan->lang];
    bool near = scan->since < PARTNER_WORDS;
    bool partner = is_listed(list->partners, word, n_bytes);
    bool other = is_pair(scan, list->others, word, n_bytes);
    if (other && scan->negation) {
        scan->found.n--;
        scan->found.n_verb -=
            !is_listed(list->without, scan->negation, scan->n_bytes);
    }
    scan->negation = NULL;
    scan->since++;
    if (near && partner)
        scan->since = PARTNER_WORDS;
    else if (partner || is_listed(list->negations, word, n_bytes) ||
             is_pair(scan, list->pairs, word, n_bytes))
        count_negation(scan, word, n_bytes);
    else if (!other && is_listed(list->like, word, n_bytes) &&
             !is_article(scan->lang, word, n_bytes))
        count_like(scan, word, n_bytes);
    else if (is_listed(list->weak, word, n_bytes))
        scan->found.n_weak++;
    scan->word = word;
    scan->n_bytes = n_bytes;
}

/* A Vietnamese question ends with a word that denies nothing: "Co dau khong?"
 * Takes such a word at the end back. */
static bool is_particle(const struct negation_scan *scan, const char *text,
                        size_t at, size_t n_bytes)
{
    while (at < n_bytes && strchr(" \n", text[at]))
        at++;
    return scan->lang == LANG_VI && scan->negation &&
           (at == n_bytes || strchr("?.,", text[at]));
}

struct negations negation_count(enum lang lang, const char *text,
                                size_t n_bytes)
{
    struct negation_scan scan = {
        .lang = lang, .text = text, .since = PARTNER_WORDS};
    if (lang == LANG_ZH)
        return count_characters(text, n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        size_t end = word_end(lang, text, at, n_bytes);
        if (end > at) {
            look_at_word(&scan, text + at, end - at);
            if (is_particle(&scan, text, end, n_bytes)) {
                scan.found.n--;
                scan.found.n_verb--;
            }
        }
        at = end > at ? end : at + 1;
    }
    return scan.found;
}
