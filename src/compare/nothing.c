/* Finds what an article says about doing nothing. */
#include "compare/nothing.h"

#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/lang.h"
#include "base/strs.h"

#define PHRASES_MAX 12

/* Folded words about doing nothing. */
struct nothing_words {
    const char *beginnings[PHRASES_MAX]; /* of paragraphs and headings */
    /* The same, if punctuation follows: "No test." is a choice, but "No test is
     * perfect" is not about it. */
    const char *labels[PHRASES_MAX];
    const char *headings[PHRASES_MAX]; /* anywhere in a heading */
};

static const struct nothing_words languages[LANG_COUNT] = {
    [LANG_EN] = {{"doing nothing", "do nothing", "without treatment",
                  "what if i do nothing"},
                 {"no treatment", "no vaccine", "no screening", "no test",
                  "no scan", "no medicine", "no medicine at all", "no surgery",
                  "no operation", "no procedure", "wait and see",
                  "watchful waiting"},
                 {"do nothing", "doing nothing", "without treatment"}},
    [LANG_ES] = {{"no hacer nada", "sin tratamiento", "y si no hago nada"},
                 {"ningun tratamiento", "sin vacuna", "ninguna vacuna",
                  "sin prueba", "ninguna prueba", "esperar"},
                 {"no hago nada", "no hacer nada", "sin tratamiento"}},
    [LANG_FR] = {{"ne rien faire", "sans traitement"},
                 {"aucun traitement", "pas de vaccin", "pas de test",
                  "attendre"},
                 {"ne fais rien", "ne rien faire", "sans traitement"}},
    [LANG_DE] = {{"nichts tun", "nichts zu tun", "ohne behandlung"},
                 {"keine behandlung", "keine impfung", "kein test", "abwarten"},
                 {"nichts tue", "nichts tun", "nichts zu tun"}},
    [LANG_VI] = {{"khong lam gi", "khong dieu tri"},
                 {"khong tiem", "cho doi"},
                 {"khong lam gi"}},
    [LANG_ZH] = {{"什么都不做", "什么也不做", "不治疗", "不做任何"},
                 {"不接种", "观察等待"},
                 {"什么都不做", "什么也不做", "不做任何"}},
};

/* Appends the text of a block that holds inlines. */
static void add_text(const struct article *article, const struct node *block,
                     struct buf *out)
{
    for (const struct node *node = block; node; node = node_walk(block, node))
        switch (node->type) {
        case NODE_TEXT:
        case NODE_CODE:
        case NODE_HTML:
            buf_add_n(out, article->text + node->text_start,
                      node->text_end - node->text_start);
            break;
        case NODE_CITATION:
            if (node->index >= 0)
                buf_printf(out, "[%d]", (int)node->index + 1);
            break;
        case NODE_SOFT_BREAK:
        case NODE_HARD_BREAK: buf_add_char(out, ' '); break;
        default: break;
        }
}

/* Skips the punctuation that may precede the words. */
static const char *skip_marks(const char *text)
{
    return text + strspn(text, " \t\n*_\"'([-.:?!");
}

static bool starts_with(const char *text, const char *const *phrases)
{
    for (size_t i = 0; i < PHRASES_MAX && phrases[i]; i++)
        if (str_starts(text, phrases[i]))
            return true;
    return false;
}

/* Tells whether text starts with a label and punctuation. */
static bool starts_with_label(const char *text, const char *const *labels)
{
    for (size_t i = 0; i < PHRASES_MAX && labels[i]; i++) {
        const char *end = text + strlen(labels[i]);
        if (str_starts(text, labels[i]) &&
            (!*end || strchr(".:,;!?*", *end) || str_starts(end, "：") ||
             str_starts(end, "。")))
            return true;
    }
    return false;
}

static bool has_phrase(const char *text, const char *const *phrases)
{
    for (size_t i = 0; i < PHRASES_MAX && phrases[i]; i++)
        if (strstr(text, phrases[i]))
            return true;
    return false;
}

/* How a paragraph or a heading is about doing nothing. */
enum about { NOT_ABOUT, ABOUT_AMONG_OTHERS, ABOUT_NOTHING };

static enum about what_about(const struct article *article,
                             const struct node *block)
{
    const struct nothing_words *words = &languages[lang_find(article->lang)];
    struct buf text, folded;
    enum about about = NOT_ABOUT;
    buf_init(&text);
    buf_init(&folded);
    add_text(article, block, &text);
    fold_text(text.data, text.n_bytes, FOLD_ALL, &folded);
    const char *start = skip_marks(folded.data);
    if (starts_with(start, words->beginnings) ||
        starts_with_label(start, words->labels))
        about = ABOUT_NOTHING;
    else if (block->type == NODE_HEADING &&
             has_phrase(folded.data, words->headings))
        about = ABOUT_AMONG_OTHERS;
    buf_finish(&text);
    buf_finish(&folded);
    return about;
}

static void add_paragraph(const struct article *article,
                          const struct node *block, struct buf *out)
{
    if (out->n_bytes)
        buf_add(out, "\n\n");
    add_text(article, block, out);
}

/* Where no paragraph is about doing nothing, all those are taken below a
 * heading that has it among others: "What are the alternatives, and what if I
 * do nothing?" */
const char *nothing_find(const struct article *article, struct arena *arena)
{
    struct buf found, others;
    enum about heading = NOT_ABOUT;
    buf_init(&found);
    buf_init(&others);
    for (size_t i = 0; i < article->n_blocks; i++) {
        const struct node *root = article->blocks[i];
        for (const struct node *node = root; node;
             node = node_walk(root, node)) {
            if (node->type == NODE_HEADING)
                heading = what_about(article, node);
            if (node->type != NODE_PARAGRAPH)
                continue;
            if (heading == ABOUT_NOTHING ||
                what_about(article, node) == ABOUT_NOTHING)
                add_paragraph(article, node, &found);
            else if (heading == ABOUT_AMONG_OTHERS)
                add_paragraph(article, node, &others);
        }
    }
    const struct buf *best = found.n_bytes ? &found : &others;
    const char *text =
        best->n_bytes ? arena_strndup(arena, best->data, best->n_bytes) : NULL;
    buf_finish(&found);
    buf_finish(&others);
    return text;
}
