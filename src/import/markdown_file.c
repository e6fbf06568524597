/* Markdown that was written for other programs.
 *
 * The text stays as it is, but for pictures that are written into it. What the
 * front matter says in other words is put into medfaq's; an article that has
 * medfaq's own front matter keeps it. */
#include "import/markdown_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "data/yaml.h"
#include "import/conserve.h"
#include "import/encoding.h"
#include "import/language.h"
#include "import/markdown_front.h"

static const char *const endings[] = {".md",  ".markdown", ".mdown", ".mkd",
                                      ".mdx", ".qmd",      ".Rmd"};

static const char *line_after(const char *text)
{
    const char *end = strchr(text, '\n');
    return end ? end + 1 : text + strlen(text);
}

/* ---- the body ---- */

/* "![A cow](data:image/png;base64,...)": how long it is; 0 for anything else.
 */
static size_t data_picture(const char *text, size_t *n_alt, size_t *n_bytes)
{
    const char *close = str_starts(text, "![") ? strchr(text, ']') : NULL;
    if (!close || !str_starts(close, "](data:"))
        return 0;
    const char *end = close + 2 + strcspn(close + 2, ") \t\r\n");
    const char *comma = memchr(close, ',', (size_t)(end - close));
    while (*end && *end != ')' && *end != '\n')
        end++;
    if (*end != ')' || !comma)
        return 0;
    *n_alt = (size_t)(close - text) - 2;
    *n_bytes = (size_t)(end - comma) * 3 / 4;
    return (size_t)(end - text) + 1;
}

static void add_body(struct draft *draft, const char *text,
                     struct ledger *ledger)
{
    text += strspn(text, "\r\n");
    while (*text) {
        size_t n_alt, n_bytes;
        size_t n = *text == '!' ? data_picture(text, &n_alt, &n_bytes) : 0;
        if (n == 0) {
            if (*text != '\r')
                buf_add_char(&draft->body, *text);
            text++;
            continue;
        }
        struct buf size;
        buf_init(&size);
        buf_printf(&size, "(picture in the file, %zu KB)",
                   (n_bytes + 1023) / 1024);
        buf_printf(&draft->body, "%.*s%s%s", (int)n_alt, text + 2,
                   n_alt > 0 ? " " : "", size.data);
        ledger_note(ledger, LEDGER_ADDED, "picture in the file", size.data,
                    size.n_bytes);
        buf_finish(&size);
        text += n;
    }
}

/* The text of the first line that is a level-1 heading; NULL for none. */
static const char *first_heading(struct arena *arena, const char *body)
{
    for (const char *line = body; *line; line = line_after(line)) {
        size_t n = strcspn(line, "\r\n");
        if (str_starts(line, "# "))
            return arena_strndup(arena, line + 2, n - 2);
        if (line[strspn(line, " \t\r\n")] && n > 0)
            return NULL;
    }
    return NULL;
}

/* "covid/README.md" -> "covid", "README". README and index say nothing, so
 * their folder's name goes before them. */
static void set_id(struct draft *draft, const struct document *document)
{
    char *stem = document_stem(document);
    char *folder = NULL;
    const char *slash = strrchr(document->name, '/');
    bool general = ascii_casecmp(stem, "readme") == 0 ||
                   ascii_casecmp(stem, "index") == 0 ||
                   ascii_casecmp(stem, "_index") == 0;
    if (general && slash) {
        const char *start = slash;
        while (start > document->name && start[-1] != '/' && start[-1] != ' ')
            start--;
        folder = mem_strndup(start, (size_t)(slash - start));
    }
    draft_set_id(draft, folder, stem, NULL);
    if (!draft->title)
        draft->title =
            arena_strdup(&draft->arena, general && folder ? folder : stem);
    if (draft->updated.year == 0 && strlen(stem) > 10 && stem[10] == '-') {
        stem[10] = '\0'; /* "2021-03-02-masks" of Jekyll */
        if (!date_parse(stem, &draft->updated))
            draft->updated = (struct date){0};
    }
    free(folder);
    free(stem);
}

/* ---- */

bool markdown_file_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    if (!encoding_is_text(document->data, n))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(document->name, endings[i]))
            return true;
    return n > 8 && memcmp(document->data, "---\n", 4) == 0 &&
           memmem(document->data + 4, n - 4, "\n---\n", 5) &&
           memmem(document->data + 4, n - 4, "\ntitle:", 7);
}

static void convert(struct draft *draft, const char *text,
                    const struct document *document, struct ledger *ledger)
{
    struct buf toml;
    struct diagnostics faults;
    buf_init(&toml);
    diagnostics_init(&faults, &draft->arena);
    struct markdown_front front = markdown_front_find(text, &toml);
    struct yaml_text yaml = {.text = front.yaml, .n_bytes = front.n_yaml};
    const struct yaml *map = yaml_parse(&draft->arena, &yaml, &faults);
    markdown_front_read(draft, map);
    if (markdown_front_is_own(map))
        draft->front = arena_strndup(&draft->arena, front.yaml, front.n_yaml);
    else
        markdown_front_add_sentences(draft, map, ledger);
    add_body(draft, text + front.body, ledger);
    if (!draft->title)
        draft->title = first_heading(&draft->arena, text + front.body);
    set_id(draft, document);
    if (!draft->lang)
        draft->lang = language_guess(draft->body.data, draft->body.n_bytes);
    draft->origin.retrieved = document->retrieved;
    diagnostics_finish(&faults);
    buf_finish(&toml);
}

bool markdown_file_convert(const struct document *document,
                           const struct import_options *options,
                           const struct sink *sink, struct error *err)
{
    struct buf text;
    struct draft draft;
    buf_init(&text);
    draft_init(&draft);
    bool good = encoding_to_utf8(document->data, document->n_bytes,
                                 options->encoding, &text, err);
    if (good)
        convert(&draft, text.data, document, sink->ledger);
    if (good && draft.body.data[strspn(draft.body.data, " \t\r\n")])
        sink->take(sink->user, &draft);
    else if (good)
        sink->skip(sink->user, document, _("no text"));
    draft_finish(&draft);
    buf_finish(&text);
    return good;
}

void markdown_file_read_words(const struct document *document,
                              const struct import_options *options,
                              struct letters *letters)
{
    struct buf text, toml;
    struct error err;
    buf_init(&text);
    buf_init(&toml);
    if (encoding_to_utf8(document->data, document->n_bytes, options->encoding,
                         &text, &err)) {
        struct markdown_front front = markdown_front_find(text.data, &toml);
        conserve_read_body(text.data + front.body, text.n_bytes - front.body,
                           letters);
    }
    buf_finish(&toml);
    buf_finish(&text);
}
