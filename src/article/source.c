/* A source in words. */
#include "article/source.h"

#include "base/mem.h"
#include "base/strs.h"

static bool ends_sentence(const char *text)
{
    return str_ends(text, ".") || str_ends(text, "?") || str_ends(text, "!");
}

void source_add_words(const struct source *source, struct buf *out)
{
    const char *title = source->title ? source->title : source->id;
    buf_add(out, title);
    if (!ends_sentence(title))
        buf_add_char(out, '.');
    if (source->publisher)
        buf_printf(out, " %s", source->publisher);
    if (source->year)
        buf_printf(out, "%s %d", source->publisher ? "," : "", source->year);
    if (source->publisher || source->year)
        buf_add_char(out, '.');
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
