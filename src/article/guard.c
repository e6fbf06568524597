/* A guard against text on which libcmark 0.30 takes quadratic time. For each
 * line it walks down all open containers, and blank lines leave lists open:
 * nested lists followed by blank lines. For each link it walks over all image
 * openers before it: runs of "![[]()". */
#include "article/guard.h"

#include <string.h>

/* A step takes about 10 ns. A book of 10 MB needs a few million. */
#define MAX_STEPS 30000000

/* A level of lists takes two columns of indentation or a marker. A line of
 * text after text may be a lazy continuation: it closes nothing. */
static void count_containers(struct guard *guard,
                             const struct markdown_line *line)
{
    unsigned outer = line->indent / 2 + line->n_outer;
    unsigned depth = line->indent / 2 + line->n_items + line->n_quotes;
    bool lazy = guard->after_text && !line->n_quotes && !line->n_items &&
                depth <= guard->depth;
    if (line->blank) {
        guard->depth = guard->outer;
    } else if (!lazy) {
        guard->depth = depth;
        guard->outer = outer;
    }
    guard->after_text = !line->blank;
    guard->n_container_steps += guard->depth;
}

static void count_brackets(struct guard *guard,
                           const struct markdown_line *line)
{
    if (line->blank)
        guard->n_images = 0;
    if (!guard->n_images && !memchr(line->text, '!', line->n_bytes))
        return;
    for (size_t i = 0; i < line->n_bytes; i++) {
        if (line->text[i] == ']')
            guard->n_bracket_steps += guard->n_images;
        else if (line->text[i] == '!')
            guard->n_images +=
                i + 1 < line->n_bytes && line->text[i + 1] == '[';
    }
}

void guard_line(struct guard *guard, const struct markdown_line *line)
{
    count_containers(guard, line);
    count_brackets(guard, line);
}

bool guard_is_hostile(const struct guard *guard)
{
    return guard->n_container_steps > MAX_STEPS ||
           guard->n_bracket_steps > MAX_STEPS;
}
