/* The words of a search, marked in the article that it led to, and in those
 * that one goes on to. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/marks.h"

static bool is_first_of_word(const struct search_mark *marks, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (marks[k].word == marks[i].word)
            return false;
    return true;
}

/* A line may end in it. */
static void add_word(struct buf *out, const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
}

/* Each word as it stands first. */
static char *name_words(const struct article *article,
                        const struct search_mark *marks, size_t n)
{
    struct buf names;
    buf_init(&names);
    for (size_t i = 0; i < n; i++) {
        if (!is_first_of_word(marks, i))
            continue;
        buf_add(&names, names.n_bytes ? ", " : "");
        add_word(&names, article->text + marks[i].text_start,
                 marks[i].text_end - marks[i].text_start);
    }
    return buf_steal(&names);
}

void article_words_run(struct article_view *view)
{
    struct looked_for *looked_for = &view->looked_for;
    size_t n;
    struct search_mark *marks =
        search_marks(view->article, looked_for->words, &n);
    free(looked_for->query);
    looked_for->query = n ? name_words(view->article, marks, n) : NULL;
    view->find.n = n;
    view->find.matches = mem_calloc(n + 1, sizeof *view->find.matches);
    for (size_t i = 0; i < n; i++)
        view->find.matches[i] =
            (struct match){marks[i].text_start, marks[i].text_end};
    free(marks);
}

/* Where the section one is in ends. */
static size_t section_end(const struct article_view *view)
{
    const struct article *article = view->article;
    size_t next = article_section_here(view) + 1;
    return next && next < article->n_sections
               ? article_text_at(article, article->sections[next].source_start)
               : article->n_text_bytes;
}

void article_words_set(struct article_view *view,
                       const struct search_results *results)
{
    looked_for_finish(&view->looked_for);
    view->looked_for.words = search_results_words(results);
    article_find_again(view);
    size_t match = find_next(
        &view->find, (uint32_t)article_text_at(view->article, view->place));
    if (match != SIZE_MAX &&
        view->find.matches[match].text_start < section_end(view))
        view->match = match;
}
