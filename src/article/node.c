/* Walks a tree of nodes, and names the alerts. */
#include "article/node.h"

#include "base/lang.h"

const struct node *node_skip(const struct node *root, const struct node *node)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

const struct node *node_walk(const struct node *root, const struct node *node)
{
    return node->first ? node->first : node_skip(root, node);
}

bool node_holds_inlines(enum node_type type)
{
    return type == NODE_PARAGRAPH || type == NODE_HEADING || type == NODE_CELL;
}

static bool is_own(const struct node *node)
{
    switch (node->type) {
    case NODE_LINK:
    case NODE_IMAGE:
    case NODE_CODE:
    case NODE_HTML:
    case NODE_CITATION: return true;
    default: return false;
    }
}

const struct node *node_next_special(const struct node *block,
                                     const struct node *node,
                                     uint32_t text_offset)
{
    while (node && !(is_own(node) && node->text_end > text_offset))
        node = node_walk(block, node);
    return node;
}

struct alert_row {
    const char *name;
    enum kind kind;
    const char *labels[LANG_COUNT];
};

static const struct alert_row alerts[ALERT_COUNT] = {
    [ALERT_EMERGENCY] = {.name = "EMERGENCY",
                         .kind = KIND_EMERGENCY,
                         .labels = {"EMERGENCY", "EMERGENCIA", "URGENCE VITALE",
                                    "NOTFALL", "CẤP CỨU", "急救"}},
    [ALERT_URGENT] = {.name = "URGENT",
                      .kind = KIND_EMERGENCY,
                      .labels = {"URGENT", "URGENTE", "URGENT", "DRINGEND",
                                 "KHẨN CẤP", "紧急"}},
    [ALERT_SEE_DOCTOR] = {.name = "SEE-DOCTOR",
                          .kind = KIND_SEE_DOCTOR,
                          .labels = {"SEE A DOCTOR", "CONSULTE AL MÉDICO",
                                     "CONSULTEZ UN MÉDECIN", "ZUM ARZT GEHEN",
                                     "ĐI KHÁM BÁC SĨ", "请看医生"}},
    [ALERT_WARNING] = {.name = "WARNING",
                       .kind = KIND_WARNINGS,
                       .labels = {"WARNING", "ADVERTENCIA", "AVERTISSEMENT",
                                  "WARNUNG", "CẢNH BÁO", "警告"}},
    [ALERT_CAUTION] = {.name = "CAUTION",
                       .kind = KIND_WARNINGS,
                       .labels = {"CAUTION", "PRECAUCIÓN", "PRUDENCE",
                                  "VORSICHT", "THẬN TRỌNG", "小心"}},
    [ALERT_IMPORTANT] = {.name = "IMPORTANT",
                         .kind = KIND_NONE,
                         .labels = {"IMPORTANT", "IMPORTANTE", "IMPORTANT",
                                    "WICHTIG", "QUAN TRỌNG", "重要"}},
    [ALERT_NOTE] = {.name = "NOTE",
                    .kind = KIND_NONE,
                    .labels = {"NOTE", "NOTA", "REMARQUE", "HINWEIS", "GHI CHÚ",
                               "说明"}},
    [ALERT_TIP] = {.name = "TIP",
                   .kind = KIND_NONE,
                   .labels = {"TIP", "CONSEJO", "CONSEIL", "TIPP", "MẸO",
                              "提示"}},
};

const char *alert_name(enum alert alert)
{
    return alerts[alert].name;
}

enum kind alert_kind(enum alert alert)
{
    return alerts[alert].kind;
}

const char *alert_label(enum alert alert, const char *lang)
{
    return alerts[alert].labels[lang_find(lang)];
}
