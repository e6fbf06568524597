/* What is said of an article, in the article's language. */
#include "article/article.h"
#include "base/lang.h"
#include "article/wording.h"

static const char *const not_reviewed[LANG_COUNT] = {
    [LANG_EN] = "not medically reviewed",
    [LANG_ES] = "sin revisión médica",
    [LANG_FR] = "sans relecture médicale",
    [LANG_DE] = "nicht medizinisch geprüft",
    [LANG_VI] = "chưa được thẩm định y khoa",
    [LANG_ZH] = "未经医学审阅",
};

static const char *const reviewed_by[LANG_COUNT] = {
    [LANG_EN] = "reviewed by", [LANG_ES] = "revisado por",
    [LANG_FR] = "relu par",    [LANG_DE] = "geprüft von",
    [LANG_VI] = "thẩm định:",  [LANG_ZH] = "审阅：",
};

static const char *const and_others[LANG_COUNT] = {
    [LANG_EN] = " and others",    [LANG_ES] = " y otros",
    [LANG_FR] = " et autres",     [LANG_DE] = " u. a.",
    [LANG_VI] = " và người khác", [LANG_ZH] = "等",
};

/* Of a treatment, a test or a vaccine, what could be done instead. */
static const char *const alternatives[LANG_COUNT] = {
    [LANG_EN] = "Alternatives",  [LANG_ES] = "Alternativas",
    [LANG_FR] = "Alternatives",  [LANG_DE] = "Alternativen",
    [LANG_VI] = "Lựa chọn khác", [LANG_ZH] = "其他选择",
};

const char *wording_review_state(struct article *article)
{
    const struct meta *meta = &article->meta;
    enum lang lang = lang_find(article->lang);
    if (!meta->n_reviewers)
        return not_reviewed[lang];
    return arena_printf(&article->arena, "%s %s%s", reviewed_by[lang],
                        meta->reviewers[0].name,
                        meta->n_reviewers > 1 ? and_others[lang] : "");
}

const char *article_type_kind_label(enum article_type type, enum kind kind,
                                    const char *lang)
{
    bool treats = type == TYPE_MEDICINE || type == TYPE_PROCEDURE ||
                  type == TYPE_TEST || type == TYPE_VACCINE;
    return kind == KIND_TREATMENT && treats ? alternatives[lang_find(lang)]
                                            : kind_label(kind, lang);
}

const char *article_kind_label(const struct article *article, enum kind kind)
{
    return article_type_kind_label(article->meta.type, kind, article->lang);
}
