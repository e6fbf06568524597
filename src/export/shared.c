/* What several formats write alike. */
#include "export/shared.h"

#include "base/safe.h"
#include "text/word.h"

void add_safe_lines(struct buf *out, const char *text, size_t n_bytes)
{
    const char *end = text + n_bytes;
    while (text < end) {
        const char *stop = text;
        while (stop < end && *stop != '\n' && *stop != '\t')
            stop++;
        bool crlf =
            stop < end && *stop == '\n' && stop > text && stop[-1] == '\r';
        safe_text(text, (size_t)(stop - text) - crlf, NULL, out);
        if (stop < end)
            buf_add_char(out, *stop++);
        text = stop;
    }
}

void add_state(struct buf *out, const struct article *article)
{
    char date[11];
    buf_add(out, article_review_state(article));
    date_format(&article->meta.updated, date);
    if (*date)
        buf_printf(out, " · %s %s", word_in(WORD_UPDATED, article->lang), date);
}
