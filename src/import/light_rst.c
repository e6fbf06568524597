/* The text of reStructuredText. */
#include <string.h>

#include "base/ascii.h"
#include "import/light_reader.h"

static const struct light_span rst_spans[] = {
    {":math:`", "`", false}, {":", ":`", true}, {"<", ">`_", false},
    {"|", "|", true},        {"[", "]_", true}, {.open = NULL}};

static const struct {
    const char *name;
    bool hides_all; /* and not the argument alone */
} directives[] = {
    {"raw", true},
    {"math", true},
    {"include", true},
    {"toctree", true},
    {"highlight", true},
    {"index", true},
    {"meta", true},
    {"default-role", true},
    {"role", true},
    {"sectnum", true},
    {"target-notes", true},
    {"tabularcolumns", true},
    {"currentmodule", true},
    {"image", false},
    {"figure", false},
    {"code", false},
    {"code-block", false},
    {"sourcecode", false},
    {"class", false},
    {"rst-class", false},
    {"container", false},
    {"only", false},
    {"literalinclude", false},
    {"contents", false},
};

/* Behind ".. ": a directive of a name, up to "::". */
static bool read_directive(struct light_reader *reader, struct light_text name,
                           struct light_text argument)
{
    bool shown = true;
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        if ((size_t)(name.end - name.at) != strlen(directives[i].name) ||
            !light_begins(&name, directives[i].name))
            continue;
        shown = false;
        reader->skips_deeper = directives[i].hides_all;
    }
    reader->reads_options = true;
    return !shown || light_take(reader, argument);
}

static bool read_explicit(struct light_reader *reader, struct light_text rest,
                          size_t indent)
{
    const char *end = rest.at;
    reader->deeper = indent;
    if (light_begins(&rest, "[")) {
        const char *close = memchr(rest.at, ']', (size_t)(rest.end - rest.at));
        return light_take(reader,
                          light_trim(close ? close + 1 : rest.at, rest.end));
    }
    while (end < rest.end && (ascii_is_alnum(*end) || strchr("-_+.", *end)))
        end++;
    bool named =
        end > rest.at && rest.end - end > 1 && end[0] == ':' && end[1] == ':';
    if (named)
        return read_directive(reader, (struct light_text){rest.at, end},
                              light_trim(end + 2, rest.end));
    reader->skips_deeper = true; /* a comment, a target, a substitution */
    return true;
}

/* ":name: body" -> the body; a text that is none as it is. */
static struct light_text without_field(struct light_text line)
{
    const char *end =
        light_begins(&line, ":") && line.end - line.at > 2
            ? memchr(line.at + 1, ':', (size_t)(line.end - line.at) - 1)
            : NULL;
    if (!end || (end + 1 < line.end && !ascii_is_space(end[1])))
        return line;
    return light_trim(end + 1, line.end);
}

static bool read_rst_line(struct light_reader *reader, struct light_text line)
{
    struct light_text text = light_trim(line.at, line.end);
    size_t indent = (size_t)(text.at - line.at);
    if (text.at == text.end) {
        reader->reads_options = false;
        return true;
    }
    if (reader->skips_deeper && indent > reader->deeper)
        return true;
    reader->skips_deeper = false;
    if (reader->reads_options && *text.at == ':')
        return true;
    if (light_begins(&text, ".. ") ||
        (text.end - text.at == 2 && light_begins(&text, "..")))
        return read_explicit(reader, light_trim(text.at + 2, text.end), indent);
    /* An argument may go over several lines. */
    if (indent <= reader->deeper)
        reader->reads_options = false;
    if (light_begins(&text, "__ "))
        return true;
    struct light_text body = without_field(text);
    /* Those of the document itself stand above its text. */
    if (body.at != text.at && reader->n_shown <= 4)
        return true;
    return light_take(reader, light_without_mark(body));
}

bool light_markup_read_rst(const char *text, size_t n_bytes,
                           const struct light_markup_sink *sink)
{
    struct light_reader reader = {.sink = sink, .spans = rst_spans};
    return light_read_lines(&reader, text, n_bytes, read_rst_line);
}
