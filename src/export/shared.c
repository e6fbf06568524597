/* What several formats write alike. */
#include "export/shared.h"

#include <string.h>

#include "base/mem.h"
#include "base/safe.h"

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
        buf_printf(out, " · updated %s", date);
}

void add_source_title(struct buf *out, const struct source *source)
{
    buf_add(out, source->title ? source->title : source->id);
    buf_add(out, ".");
    if (source->publisher)
        buf_printf(out, " %s", source->publisher);
    if (source->year)
        buf_printf(out, "%s %d", source->publisher ? "," : "", source->year);
    if (source->publisher || source->year)
        buf_add(out, ".");
}

char *source_address(const struct source *source)
{
    if (source->url)
        return mem_strdup(source->url);
    if (!source->doi)
        return NULL;
    struct buf address;
    buf_init(&address);
    buf_printf(&address, "https://doi.org/%s", source->doi);
    return buf_steal(&address);
}
