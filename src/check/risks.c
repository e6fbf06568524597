/* A rule about risk blocks beside each other; what is wrong within one is
 * found when it is parsed. */

#include "article/risk.h"
#include "base/i18n.h"
#include "base/ascii.h"
#include "check/rule.h"

#define RISKS_MAX 200 /* each is compared with those before it */

/* The title of a risk block; NULL where there is none. */
static const char *risk_title(const struct node *block)
{
    return block->type == NODE_RISK ? block->risk->title : NULL;
}

void rule_risk_titles(struct check *check)
{
    const struct article *article = check->article;
    const char *titles[RISKS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < article->n_blocks && n < RISKS_MAX; i++) {
        const char *title = risk_title(article->blocks[i]);
        if (!title)
            continue;
        size_t same = 0;
        while (same < n && ascii_casecmp(titles[same], title))
            same++;
        if (same < n)
            report_at(check, article->blocks[i]->source_start,
                      _("\"%s\" is the title of a risk block before this one: "
                        "say in the titles what is different"),
                      title);
        titles[n++] = title;
    }
}
