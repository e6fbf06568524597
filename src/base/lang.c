/* Languages of articles, and language tags. */
#include "base/lang.h"

#include <stddef.h>

#include "base/ascii.h"

static const char *const tags[LANG_COUNT] = {"en", "es", "fr",
                                             "de", "vi", "zh"};

static size_t subtag_bytes(const char *text)
{
    size_t n = 0;
    while (ascii_is_alnum(text[n]))
        n++;
    return n;
}

bool lang_find_known(const char *tag, enum lang *lang)
{
    *lang = LANG_EN;
    for (enum lang i = LANG_EN; tag && subtag_bytes(tag) == 2 && i < LANG_COUNT;
         i++) {
        if (ascii_ncasecmp(tag, tags[i], 2))
            continue;
        *lang = i;
        return true;
    }
    return false;
}

enum lang lang_find(const char *tag)
{
    enum lang lang;
    lang_find_known(tag, &lang);
    return lang;
}

const char *lang_tag(enum lang lang)
{
    return tags[lang];
}

const char *lang_own_name(const char *tag)
{
    static const struct {
        const char *tag, *name;
    } names[] = {
        {"ar", "العربية"}, {"bn", "বাংলা"},      {"cs", "Čeština"},
        {"da", "Dansk"},   {"de", "Deutsch"},    {"el", "Ελληνικά"},
        {"en", "English"}, {"es", "Español"},    {"fa", "فارسی"},
        {"fi", "Suomi"},   {"fil", "Filipino"},  {"fr", "Français"},
        {"he", "עברית"},   {"hi", "हिन्दी"},      {"ht", "Kreyòl ayisyen"},
        {"hu", "Magyar"},  {"id", "Indonesia"},  {"it", "Italiano"},
        {"ja", "日本語"},  {"ko", "한국어"},     {"nl", "Nederlands"},
        {"no", "Norsk"},   {"pl", "Polski"},     {"pt", "Português"},
        {"ro", "Română"},  {"ru", "Русский"},    {"so", "Soomaali"},
        {"sv", "Svenska"}, {"sw", "Kiswahili"},  {"th", "ไทย"},
        {"tl", "Tagalog"}, {"tr", "Türkçe"},     {"uk", "Українська"},
        {"ur", "اردو"},    {"vi", "Tiếng Việt"}, {"zh", "中文"},
    };
    size_t n = subtag_bytes(tag);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (n == subtag_bytes(names[i].tag) &&
            !ascii_ncasecmp(tag, names[i].tag, n))
            return names[i].name;
    return tag;
}

bool lang_is_tag(const char *text)
{
    size_t n = subtag_bytes(text);
    if (n < 2 || n > 3)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!ascii_is_alpha(text[i]))
            return false;
    while (text[n] == '-') {
        text += n + 1;
        n = subtag_bytes(text);
        if (n < 2 || n > 8)
            return false;
    }
    return !text[n];
}
