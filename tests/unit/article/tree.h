/* Writes a tree of nodes as one line of text, so that tests can compare it: "(p
 * hello (em world))". */
#ifndef MEDFAQ_TESTS_ARTICLE_TREE_H
#define MEDFAQ_TESTS_ARTICLE_TREE_H

#include "article/article.h"
#include "base/buf.h"

static const char *const tree_names[] = {
    [NODE_DOCUMENT] = "doc",    [NODE_QUOTE] = "quote",
    [NODE_ALERT] = "alert",     [NODE_LIST] = "list",
    [NODE_ITEM] = "item",       [NODE_TABLE] = "table",
    [NODE_ROW] = "row",         [NODE_PARAGRAPH] = "p",
    [NODE_HEADING] = "h",       [NODE_CELL] = "cell",
    [NODE_CODE_BLOCK] = "pre",  [NODE_HTML_BLOCK] = "html-block",
    [NODE_RISK] = "risk",       [NODE_RULE] = "rule",
    [NODE_NOTICE] = "notice",   [NODE_EMPH] = "em",
    [NODE_STRONG] = "strong",   [NODE_LINK] = "a",
    [NODE_IMAGE] = "img",       [NODE_TEXT] = "",
    [NODE_CODE] = "code",       [NODE_HTML] = "html",
    [NODE_CITATION] = "cite",   [NODE_SOFT_BREAK] = "soft",
    [NODE_HARD_BREAK] = "hard",
};

static void tree_name(const struct article *article, const struct node *node,
                      struct buf *out)
{
    buf_add(out, tree_names[node->type]);
    switch (node->type) {
    case NODE_HEADING: buf_printf(out, "%u", node->heading.level); break;
    case NODE_ALERT: buf_printf(out, "-%s", alert_name(node->alert)); break;
    case NODE_LIST:
        buf_add(out, node->list.tight ? "-tight" : "-loose");
        if (node->list.ordered)
            buf_printf(out, "-%u%c", node->list.start, node->list.delimiter);
        break;
    case NODE_LINK:
    case NODE_IMAGE:
        buf_printf(out, "=%s", article->links[node->index].url);
        break;
    case NODE_CITATION: buf_printf(out, "=%d", node->index); break;
    case NODE_TABLE:
        buf_add_char(out, '-');
        for (unsigned i = 0; i < node->table.n_columns; i++)
            buf_add_char(out, ".lcr"[node->table.align[i]]);
        break;
    case NODE_CODE_BLOCK:
        if (*node->info)
            buf_printf(out, "=%s", node->info);
        break;
    default: break;
    }
}

static bool tree_shows_text(const struct node *node)
{
    return !node->first && node->text_end > node->text_start &&
           node->type != NODE_SOFT_BREAK && node->type != NODE_HARD_BREAK;
}

/* Recursion is bounded by NODE_MAX_DEPTH. */
static void tree_add(const struct article *article, const struct node *node,
                     struct buf *out)
{
    bool text = node->type == NODE_TEXT;
    if (!text) {
        buf_add_char(out, '(');
        tree_name(article, node, out);
        if (node->first || tree_shows_text(node))
            buf_add_char(out, ' ');
    }
    if (tree_shows_text(node))
        buf_add_n(out, article->text + node->text_start,
                  node->text_end - node->text_start);
    for (const struct node *child = node->first; child; child = child->next)
        tree_add(article, child, out);
    if (!text)
        buf_add_char(out, ')');
}

/* Parses markdown and compares the tree below the document. */
static inline void check_tree(const char *markdown, const char *expected)
{
    struct article *article = article_parse(markdown, strlen(markdown), NULL);
    struct buf tree;
    buf_init(&tree);
    for (const struct node *node = article->root->first; node;
         node = node->next)
        tree_add(article, node, &tree);
    if (strcmp(tree.data, expected))
        fail_msg("%s\n gives    %s\n and not %s", markdown, tree.data,
                 expected);
    buf_finish(&tree);
    article_free(article);
}

struct tree_case {
    const char *markdown, *tree;
};

static inline void check_trees(const struct tree_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check_tree(cases[i].markdown, cases[i].tree);
}

#endif
