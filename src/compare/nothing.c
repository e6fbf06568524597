/* Finds what an article says about doing nothing. */
#include "compare/nothing.h"

#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/lang.h"
#include "base/strs.h"

/* How paragraphs and headings about doing nothing begin, folded. */
static const char *const beginnings[LANG_COUNT][5] = {
    [LANG_EN] = {"doing nothing", "do nothing", "no treatment",
                 "without treatment", "what if i do nothing"},
    [LANG_ES] = {"no hacer nada", "sin tratamiento", "ningun tratamiento",
                 "y si no hago nada"},
    [LANG_FR] = {"ne rien faire", "sans traitement", "aucun traitement"},
    [LANG_DE] = {"nichts tun", "nichts zu tun", "ohne behandlung",
                 "keine behandlung"},
    [LANG_VI] = {"khong lam gi", "khong dieu tri"},
    [LANG_ZH] = {"什么都不做", "什么也不做", "不治疗", "不做任何"},
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

static bool is_about_nothing(const struct article *article,
                             const struct node *block)
{
    const char *const *words = beginnings[lang_find(article->lang)];
    struct buf text, folded;
    bool is = false;
    buf_init(&text);
    buf_init(&folded);
    add_text(article, block, &text);
    fold_text(text.data, text.n_bytes, FOLD_ALL, &folded);
    for (size_t i = 0; i < 5 && words[i] && !is; i++)
        is = str_starts(skip_marks(folded.data), words[i]);
    buf_finish(&text);
    buf_finish(&folded);
    return is;
}

static void add_paragraph(const struct article *article,
                          const struct node *block, struct buf *out)
{
    if (out->n_bytes)
        buf_add(out, "\n\n");
    add_text(article, block, out);
}

const char *nothing_find(const struct article *article, struct arena *arena)
{
    struct buf found;
    bool is_below = false; /* below a heading about doing nothing */
    buf_init(&found);
    for (size_t i = 0; i < article->n_blocks; i++) {
        const struct node *root = article->blocks[i];
        for (const struct node *node = root; node;
             node = node_walk(root, node)) {
            if (node->type == NODE_HEADING)
                is_below = is_about_nothing(article, node);
            else if (node->type == NODE_PARAGRAPH &&
                     (is_below || is_about_nothing(article, node)))
                add_paragraph(article, node, &found);
        }
    }
    const char *text =
        found.n_bytes ? arena_strndup(arena, found.data, found.n_bytes) : NULL;
    buf_finish(&found);
    return text;
}
