/* Words a source in the article's language. */
#include "article/source.h"

#include "base/lang.h"
#include "base/mem.h"
#include "base/strs.h"

static const char *const retrieved[LANG_COUNT] = {
    [LANG_EN] = "Retrieved",     [LANG_ES] = "Consultado el",
    [LANG_FR] = "Consulté le",   [LANG_DE] = "Abgerufen am",
    [LANG_VI] = "Truy cập ngày", [LANG_ZH] = "访问于",
};

static const char *const copy_read[LANG_COUNT] = {
    [LANG_EN] = "We read this copy", [LANG_ES] = "Copia consultada",
    [LANG_FR] = "Copie consultée",   [LANG_DE] = "Gelesene Kopie",
    [LANG_VI] = "Bản sao đã đọc",    [LANG_ZH] = "所读副本",
};

static const char *const secondary[LANG_COUNT] = {
    [LANG_EN] = "Secondary source",  [LANG_ES] = "Fuente secundaria",
    [LANG_FR] = "Source secondaire", [LANG_DE] = "Sekundärquelle",
    [LANG_VI] = "Nguồn thứ cấp",     [LANG_ZH] = "二手来源",
};

static bool ends_sentence(const char *text)
{
    return str_ends(text, ".") || str_ends(text, "?") || str_ends(text, "!");
}

void source_add_retrieved(const struct source *source, const char *lang,
                          struct buf *out)
{
    char date[11];
    date_format(&source->retrieved, date);
    if (*date)
        buf_printf(out, "%s %s", retrieved[lang_find(lang)], date);
}

void source_add_copy_words(const struct source *source, const char *lang,
                           struct buf *out)
{
    char date[11];
    date_format(&source->read_at.date, date);
    if (source->read_at.url && *date)
        buf_printf(out, "%s (%s):", copy_read[lang_find(lang)], date);
    else if (source->read_at.url)
        buf_printf(out, "%s:", copy_read[lang_find(lang)]);
}

void source_add_secondary(const struct source *source, const char *lang,
                          struct buf *out)
{
    if (source->secondary)
        buf_printf(out, "%s: %s", secondary[lang_find(lang)],
                   source->secondary);
}

void source_add_words(const struct source *source, const char *lang,
                      struct buf *out)
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
    if (source->retrieved.year) {
        buf_add_char(out, ' ');
        source_add_retrieved(source, lang, out);
        buf_add_char(out, '.');
    }
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
