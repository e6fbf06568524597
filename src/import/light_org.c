/* The text of Org files. */
#include <string.h>

#include "base/ascii.h"
#include "import/light_reader.h"

static const struct light_span org_spans[] = {
    {"[[", "][", false},   {"[[", "]]", false},   {"[fn:", ":", true},
    {"[fn:", "]", true},   {"[cite", "]", false}, {"<<", ">>", false},
    {"{{{", "}}}", false}, {"@@", "@@", false},   {"[#", "]", true},
    {"$", "$", false},     {"\\(", "\\)", false}, {"\\[", "\\]", false},
    {"[X]", "", false},    {"[@", "]", true},     {.open = NULL}};

/* "<l>", "<10>", "<r5>": how wide a column of Org is. */
static size_t cookie_length(const struct light_text *text)
{
    size_t n = 1;
    if (*text->at != '<')
        return 0;
    n += text->at + n < text->end && strchr("lrc", text->at[n]);
    while (text->at + n < text->end && ascii_is_digit(text->at[n]))
        n++;
    return n > 1 && text->at + n < text->end && text->at[n] == '>' ? n + 1 : 0;
}

static bool holds(const struct light_text *text, const char *word)
{
    return memmem(text->at, (size_t)(text->end - text->at), word,
                  strlen(word)) != NULL;
}

/* The tags at the end of a headline: ":a:b:". */
static struct light_text cut_tags(struct light_text *headline)
{
    const char *at = headline->end;
    while (at > headline->at && !ascii_is_space(at[-1]))
        at--;
    struct light_text tags = {at, headline->end};
    if (tags.end - tags.at < 3 || *tags.at != ':' || tags.end[-1] != ':')
        return (struct light_text){at, at};
    *headline = light_trim(headline->at, at);
    return tags;
}

static bool read_headline(struct light_reader *reader, struct light_text line,
                          size_t level)
{
    if (reader->hidden > 0 && level > reader->hidden)
        return true;
    struct light_text text = light_trim(line.at + level, line.end);
    struct light_text tags = cut_tags(&text);
    bool comment =
        light_begins(&text, "COMMENT ") || holds(&tags, ":noexport:");
    reader->hidden = comment || holds(&tags, ":ARCHIVE:") ? level : 0;
    return comment || light_take(reader, text);
}

/* "#+BEGIN_EXPORT latex": what ends a block that is not shown; NULL: it is. */
static const char *hidden_block(const struct light_text *line)
{
    if (light_begins(line, "#+begin_comment"))
        return "#+end_comment";
    if (light_begins(line, "#+begin_export"))
        return "#+end_export";
    if (light_begins(line, "#+begin_src") &&
        (holds(line, ":exports none") || holds(line, ":exports results")))
        return "#+end_src";
    return NULL;
}

static bool read_keyword(struct light_reader *reader, struct light_text line)
{
    reader->until = hidden_block(&line);
    reader->reads_results = light_begins(&line, "#+results");
    const char *colon = memchr(line.at, ':', (size_t)(line.end - line.at));
    if (light_begins(&line, "#+caption") && colon)
        return light_take(reader, light_trim(colon + 1, line.end));
    return true;
}

/* ":PROPERTIES:" alone begins a drawer. */
static bool is_drawer(const struct light_text *line)
{
    return line->end - line->at > 2 && *line->at == ':' &&
           line->end[-1] == ':' &&
           !memchr(line->at, ' ', (size_t)(line->end - line->at));
}

static bool read_org_line(struct light_reader *reader, struct light_text line)
{
    static const char *const plans[] = {
        "SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"};
    size_t level = 0;
    while (line.at + level < line.end && line.at[level] == '*')
        level++;
    bool headline = level > 0 && ascii_is_space(line.at[level]);
    line = light_trim(line.at, line.end);
    if (reader->until) {
        if (light_begins(&line, reader->until))
            reader->until = NULL;
        return true;
    }
    if (headline)
        return read_headline(reader, line, level);
    if (reader->hidden > 0)
        return true;
    if (reader->reads_results && light_begins(&line, ":"))
        return true;
    if (light_begins(&line, "#+"))
        return read_keyword(reader, line);
    reader->reads_results = false;
    if (is_drawer(&line))
        reader->until = ":end:";
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        if (light_begins(&line, plans[i]))
            return true;
    if (reader->until || light_begins(&line, "# "))
        return true;
    return light_take(reader, light_without_mark(line));
}

bool light_markup_read_org(const char *text, size_t n_bytes,
                           const struct light_markup_sink *sink)
{
    struct light_reader reader = {
        .sink = sink, .spans = org_spans, .other_markup = cookie_length};
    return light_read_lines(&reader, text, n_bytes, read_org_line);
}
