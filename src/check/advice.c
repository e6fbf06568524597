/* Advice as sentences give it, and a rule about one article that gives two. */
#include "check/advice.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"

static const char *const forbidding[] = {
    "do not take",      "do not use",     "do not have",
    "do not drink",     "do not mix",     "do not combine",
    "do not give",      "do not eat",     "do not start",
    "do not drive",     "do not put",     "do not apply",
    "don't take",       "don't use",      "don't have",
    "don't drink",      "don't mix",      "don't give",
    "never take",       "never use",      "never have",
    "never give",       "never mix",      "never combine",
    "never drink",      "must not",       "should not",
    "cannot take",      "cannot have",    "cannot use",
    "can't take",       "can't have",     "can't use",
    "cannot be taken",  "cannot be used", "cannot be given",
    "not safe",         "unsafe",         "not recommended",
    "not suitable",     "avoid",          "avoids",
    "be avoided",       "stay away from", "is not for",
    "are not for",      "stop taking",    "do not go with",
    "does not go with", "not be taken",   "not be used",
    "not be given",     "not allowed",    "dangerous",
    "contraindicated",  "is forbidden",   "not advised",
    "keep away from",   "leave out",      "not a good idea",
    "not okay",         "not all right",  "no one should",
    "nobody should",    "rule out",       "rules out",
    "is banned",        "not drink",      NULL};

static const char *const asking[] = {"ask",
                                     "talk to",
                                     "speak to",
                                     "speak with",
                                     "check with",
                                     "only if",
                                     "unless",
                                     "consult",
                                     "talk with",
                                     "tell",
                                     "only with",
                                     "only when",
                                     "doctor says",
                                     "doctor agrees",
                                     "without asking",
                                     "supervision",
                                     "discuss",
                                     "see a doctor",
                                     "get advice",
                                     "medical advice",
                                     "with caution",
                                     "with care",
                                     "be careful",
                                     "take care",
                                     "caution",
                                     NULL};

static const char *const allowing[] = {"you can take",
                                       "you can use",
                                       "you can have",
                                       "you can drink",
                                       "you can eat",
                                       "you can mix",
                                       "you can combine",
                                       "you can drive",
                                       "can be taken",
                                       "can be used",
                                       "can be given",
                                       "can be combined",
                                       "can have",
                                       "can take",
                                       "can use",
                                       "can drink",
                                       "can safely",
                                       "is safe",
                                       "are safe",
                                       "safe to",
                                       "is fine",
                                       "are fine",
                                       "fine to",
                                       "is ok",
                                       "ok to",
                                       "is okay",
                                       "okay to",
                                       "you may take",
                                       "you may use",
                                       "you may have",
                                       "you may drink",
                                       "may be taken",
                                       "may be used",
                                       "may be given",
                                       "may be combined",
                                       "no need to avoid",
                                       "do not interact",
                                       "does not interact",
                                       "no problem",
                                       "goes well with",
                                       "go well with",
                                       "is all right",
                                       "all right to",
                                       "to be safe",
                                       "be taken together",
                                       "mix well",
                                       "is suitable",
                                       "are suitable",
                                       "can drive",
                                       "can still",
                                       "no interaction",
                                       "safe during",
                                       "safe in",
                                       "safe with",
                                       "safe while",
                                       "need not avoid",
                                       "free to",
                                       "as usual",
                                       "no reason to avoid",
                                       NULL};

static const char *const softening[] = {
    "unless",           "without asking", "without talking",
    "until you have",   "without advice", "without your",
    "without a doctor", "except",         NULL};

static const char *const denying[] = {
    "not safe",       "not fine",     "not ok",        "not suitable",
    "isn't safe",     "aren't safe",  "not all right", "not okay",
    "no longer safe", "not mix well", "not go well",   NULL};

static bool is_question(const struct prose *prose, const struct sentence *at)
{
    return memchr(prose->text + at->start, '?', at->end - at->start);
}

unsigned advice_of(const struct prose *prose, size_t i)
{
    const struct sentence *at = &prose->sentences[i];
    size_t first = at->first_word, end = at->end_word;
    unsigned levels = ADVICE_NONE;
    if (is_question(prose, at))
        return levels;
    bool forbids = wording_stands_in(prose, first, end, forbidding);
    bool asks = wording_stands_in(prose, first, end, asking);
    bool allows = wording_stands_in(prose, first, end, allowing) &&
                  !wording_stands_in(prose, first, end, denying);
    if (forbids && wording_stands_in(prose, first, end, softening))
        return ADVICE_ASK;
    if (wording_stands_in(
            prose, first, end,
            (const char *const[]){"no need to avoid", "need not avoid",
                                  "no reason to avoid", "not dangerous", NULL}))
        forbids = false;
    levels |= forbids ? ADVICE_FORBID : 0u;
    levels |= asks && !forbids ? ADVICE_ASK : 0u;
    levels |= allows && !forbids ? ADVICE_ALLOW : 0u;
    return levels;
}

const char *advice_words(unsigned levels)
{
    if (levels & ADVICE_FORBID)
        return _("do not");
    return levels & ADVICE_ASK ? _("ask first") : _("it is fine");
}

static const struct {
    const char *name;
    const char *phrases[8];
} topics[TOPIC_COUNT] = {
    [TOPIC_PREGNANCY] = {"pregnancy", {"pregnant", "pregnancy", "unborn"}},
    [TOPIC_BREASTFEEDING] = {"breastfeeding",
                             {"breastfeeding", "breastfeed", "breast-feeding",
                              "breast milk", "nursing", "breastfed"}},
    [TOPIC_ALCOHOL] = {"alcohol", {"alcohol", "wine", "beer", "spirits"}},
    [TOPIC_DRIVING] = {"driving", {"drive", "driving", "machines"}},
    [TOPIC_FOOD] = {"food",
                    {"with food", "empty stomach", "without food",
                     "after meals", "with meals", "before meals"}},
    [TOPIC_CHILDREN] = {"children", {"children", "child", "babies", "baby"}},
    [TOPIC_ASTHMA] = {"asthma", {"asthma"}},
    [TOPIC_ULCER] = {"stomach ulcer", {"ulcer", "ulcers"}},
    [TOPIC_KIDNEY] = {"kidney disease", {"kidney", "kidneys"}},
    [TOPIC_LIVER] = {"liver disease", {"liver"}},
    [TOPIC_GRAPEFRUIT] = {"grapefruit", {"grapefruit"}},
    [TOPIC_SUN] = {"sun", {"sunlight", "sun", "sunbeds"}},
};

const char *topic_name(enum topic topic)
{
    return topics[topic].name;
}

bool topic_stands_in(const struct prose *prose, size_t sentence,
                     enum topic topic)
{
    const struct sentence *at = &prose->sentences[sentence];
    return wording_stands_in(prose, at->first_word, at->end_word,
                             topics[topic].phrases);
}

bool advice_is_limited(const struct prose *prose, size_t sentence)
{
    static const char *const limits[] = {
        "weeks",       "week",      "trimester",  "months",  "month",
        "year",        "years",     "past",       "late in", "early in",
        "large",       "high dose", "high doses", "long",    "gel",
        "cream",       "some",      "most",       "usually", "small",
        "moderate",    "days",      "hours",      "under",   "over",
        "if you have", "too much",  "not known",  "younger", "older",
        "instead",     NULL};
    const struct sentence *at = &prose->sentences[sentence];
    return wording_stands_in(prose, at->first_word, at->end_word, limits);
}

/* ---- "safe in pregnancy" beside "do not take it in pregnancy" ---- */

/* Is a sentence about what the article is about, and not about something else
 * that it names? */
static bool is_about_subject(const struct prose *prose, size_t i)
{
    static const char *const subjects[] = {
        "it",          "the tablet",    "the tablets",   "the medicine",
        "the vaccine", "the injection", "the treatment", "the cream",
        "the gel",     "this medicine", "this vaccine",  "the test",
        NULL};
    const struct sentence *at = &prose->sentences[i];
    const char *title = prose->article->title;
    size_t n_title = strcspn(title, " (,:");
    if (wording_stands_in(prose, at->first_word, at->end_word, subjects))
        return true;
    for (size_t word = at->first_word; word < at->end_word; word++)
        if (prose->words[word].end - prose->words[word].start == n_title &&
            !ascii_ncasecmp(prose->text + prose->words[word].start, title,
                            n_title))
            return true;
    return false;
}

/* "From week 20", "in the last trimester": what forbids a part contradicts what
 * allows the whole. */
static bool is_of_part(const struct prose *prose, size_t i)
{
    static const char *const parts[] = {"week", "weeks", "trimester", NULL};
    const struct sentence *at = &prose->sentences[i];
    return wording_stands_in(prose, at->first_word, at->end_word, parts);
}

/* The first sentence that gives this advice and no other on a topic; n if
 * there is none. */
static size_t find_advice(const struct prose *prose, enum topic topic,
                          unsigned level)
{
    size_t i = 0;
    while (i < prose->n_sentences &&
           !(topic_stands_in(prose, i, topic) && advice_of(prose, i) == level &&
             (!advice_is_limited(prose, i) ||
              (level == ADVICE_FORBID && is_of_part(prose, i))) &&
             is_about_subject(prose, i)))
        i++;
    return i;
}

void rule_advice_within(struct check *check)
{
    static const enum topic both[] = {TOPIC_PREGNANCY, TOPIC_BREASTFEEDING};
    static const char *const stems[] = {"pregnan", "breast"};
    const struct prose *prose = &check->prose;
    for (size_t i = 0; check->english && i < 2; i++) {
        if (!memmem(prose->text, prose->article->n_text_bytes, stems[i],
                    strlen(stems[i])))
            continue;
        size_t allowed = find_advice(prose, both[i], ADVICE_ALLOW);
        size_t forbidden = allowed < prose->n_sentences
                               ? find_advice(prose, both[i], ADVICE_FORBID)
                               : prose->n_sentences;
        if (forbidden < prose->n_sentences)
            report_word(check, prose->sentences[allowed].first_word,
                        _("%s: here the article says that it is fine, "
                          "elsewhere that it is not. Which is right?"),
                        topic_name(both[i]));
    }
}
