/* The words of FHIR documents, for the comparison: those of the narratives. */
#include <string.h>

#include "base/ascii.h"
#include "import/fhir.h"
#include "import/json_scan.h"
#include "import/letters.h"
#include "import/markup.h"

/* The name of the element that a "<" begins, without its prefix: "div" of
 * "<xhtml:div>", with *closes for "</div>". Its length in bytes. */
static size_t element_name(const char *tag, const char *end, const char **name,
                           bool *closes)
{
    const char *at = tag + 1;
    *closes = at < end && *at == '/';
    at += *closes;
    *name = at;
    while (at < end && (ascii_is_alnum(*at) || strchr(":-_.", *at)) && *at)
        if (*at++ == ':')
            *name = at;
    return (size_t)(at - *name);
}

static bool is_div(const char *tag, const char *end, bool *closes)
{
    const char *name;
    size_t n = element_name(tag, end, &name, closes);
    return n == 3 && memcmp(name, "div", 3) == 0;
}

/* Length of a narrative, from its <div> to the end tag. */
static size_t narrative_length(const char *at, const char *end)
{
    unsigned depth = 0;
    bool closes;
    for (const char *tag = at; tag < end; tag++) {
        tag = memchr(tag, '<', (size_t)(end - tag));
        if (!tag)
            break;
        const char *close = memchr(tag, '>', (size_t)(end - tag));
        bool empty = close && close[-1] == '/';
        if (empty || !is_div(tag, end, &closes))
            continue;
        depth += !closes;
        if (closes && --depth == 0)
            return (size_t)((close ? close + 1 : end) - at);
    }
    return (size_t)(end - at);
}

static void read_narratives(const char *text, size_t n_bytes,
                            struct letters *letters)
{
    static const struct markup_rules html = {.html = true};
    const char *end = text + n_bytes;
    bool closes;
    while (text < end && (text = memchr(text, '<', (size_t)(end - text)))) {
        if (!is_div(text, end, &closes) || closes) {
            text++;
            continue;
        }
        size_t n = narrative_length(text, end);
        markup_read(text, n, &html, letters);
        text += n;
    }
}

/* Narratives are XHTML in both forms; in JSON they are the strings named
 * "div". */
void fhir_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters)
{
    (void)options;
    if (!fhir_is_json(document)) {
        read_narratives(document->data, document->n_bytes, letters);
        return;
    }
    const char *at = document->data, *end = at + document->n_bytes;
    struct buf text;
    buf_init(&text);
    bool narrative = false;
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        buf_clear(&text);
        at = json_string_end(at + 1, end, &text);
        if (narrative)
            read_narratives(text.data, text.n_bytes, letters);
        narrative = !narrative && strcmp(text.data, "div") == 0 && at < end &&
                    (*at == ':' || (at + 1 < end && at[1] == ':'));
    }
    buf_finish(&text);
}
