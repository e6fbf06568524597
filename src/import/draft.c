/* An article that an importer is making, and its front matter as YAML. */
#include "import/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"

#define ID_MAX_BYTES 100

void draft_init(struct draft *draft)
{
    *draft = (struct draft){0};
    arena_init(&draft->arena);
    strs_init(&draft->synonyms);
    strs_init(&draft->keywords);
    strs_init(&draft->authors);
    strs_init(&draft->related);
    buf_init(&draft->body);
}

void draft_finish(struct draft *draft)
{
    buf_finish(&draft->body);
    free(draft->sources);
    strs_finish(&draft->related);
    strs_finish(&draft->keywords);
    strs_finish(&draft->authors);
    strs_finish(&draft->synonyms);
    arena_finish(&draft->arena);
}

static void add_slug(struct buf *id, const char *part)
{
    char *folded = fold_string(part, FOLD_ALL);
    bool hyphen = id->n_bytes > 0;
    for (const char *at = folded; *at; at++) {
        bool keeps = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (keeps && hyphen && id->n_bytes > 0)
            buf_add_char(id, '-');
        if (keeps)
            buf_add_char(id, *at);
        hyphen = !keeps;
    }
    free(folded);
}

void draft_set_id(struct draft *draft, const char *collection,
                  const char *number, const char *name)
{
    struct buf id;
    buf_init(&id);
    const char *const parts[] = {collection, number, name};
    for (size_t i = 0; i < 3; i++)
        if (parts[i])
            add_slug(&id, parts[i]);
    buf_truncate(&id, ID_MAX_BYTES);
    while (id.n_bytes > 0 && id.data[id.n_bytes - 1] == '-')
        buf_truncate(&id, id.n_bytes - 1);
    draft->id = arena_strdup(&draft->arena, id.data);
    buf_finish(&id);
}

void draft_set_web_id(struct draft *draft, const char *url)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    draft_set_id(draft, NULL, NULL, str_starts(host, "www.") ? host + 4 : host);
}

void draft_add_code(struct draft *draft, const char *system, const char *value)
{
    if (!value || !value[0] || draft->n_codes == DRAFT_MAX_CODES)
        return;
    size_t at = draft->n_codes;
    for (size_t i = 0; i < draft->n_codes; i++) {
        const struct code *code = &draft->codes[i];
        int order = strcmp(code->system, system);
        if (order == 0 && strcmp(code->value, value) == 0)
            return;
        if (order > 0 && at == draft->n_codes)
            at = i;
    }
    memmove(&draft->codes[at + 1], &draft->codes[at],
            (draft->n_codes - at) * sizeof draft->codes[0]);
    draft->codes[at] = (struct code){
        .system = system, .value = arena_strdup(&draft->arena, value)};
    draft->n_codes++;
}

void draft_add_source(struct draft *draft, const struct draft_source *source)
{
    draft->sources = mem_grow(draft->sources, draft->n_sources,
                              &draft->sources_capacity, sizeof *draft->sources);
    draft->sources[draft->n_sources++] = *source;
}

void draft_add_synonym(struct draft *draft, const char *synonym)
{
    if (!synonym)
        return;
    synonym += strspn(synonym, " \t\r\n");
    size_t n = strlen(synonym);
    while (n > 0 && strchr(" \t\r\n", synonym[n - 1]))
        n--;
    char *trimmed = arena_strndup(&draft->arena, synonym, n);
    if (n == 0 || (draft->title && ascii_casecmp(trimmed, draft->title) == 0))
        return;
    for (size_t i = 0; i < draft->synonyms.n; i++)
        if (ascii_casecmp(draft->synonyms.items[i], trimmed) == 0)
            return;
    strs_add(&draft->synonyms, trimmed);
}

/* ---- YAML ---- */

/* Can it stand without quotes? Strict: letters first, nothing that YAML could
 * take for something else, nothing that ends a flow list. */
static bool is_plain(const char *text)
{
    static const char *const words[] = {"true", "false", "yes",  "no",
                                        "on",   "off",   "null", "y",
                                        "n",    "nan",   "inf"};
    char first = text[0] | 0x20;
    if (first < 'a' || first > 'z')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ascii_casecmp(text, words[i]) == 0)
            return false;
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < 0x20 || strchr(":#,[]{}&*!|>'\"%@`\\", *at) ||
            (unsigned char)*at >= 0x7F)
            return false;
    return text[strlen(text) - 1] != ' ';
}

static bool is_printable(uint32_t code_point)
{
    return code_point >= 0xA0 && code_point != 0xFEFF && code_point != 0x2028 &&
           code_point != 0x2029 && code_point != UTF8_REPLACEMENT;
}

void draft_add_scalar(struct buf *out, const char *text)
{
    if (is_plain(text)) {
        buf_add(out, text);
        return;
    }
    buf_add_char(out, '"');
    size_t n = strlen(text);
    for (size_t at = 0; at < n;) {
        uint32_t code_point;
        size_t length = utf8_decode(text + at, n - at, &code_point);
        if (code_point == '"' || code_point == '\\')
            buf_printf(out, "\\%c", (char)code_point);
        else if (code_point == '\n' || code_point == '\t' || code_point == '\r')
            buf_add_char(out, ' ');
        else if ((code_point >= ' ' && code_point < 0x7F) ||
                 is_printable(code_point))
            buf_add_n(out, text + at, length);
        else
            buf_printf(out, "\\U%08X", code_point);
        at += length;
    }
    buf_add_char(out, '"');
}

static void add_field(struct buf *out, const char *key, const char *value)
{
    if (!value || !value[0])
        return;
    buf_printf(out, "%s: ", key);
    draft_add_scalar(out, value);
    buf_add_char(out, '\n');
}

static void add_date(struct buf *out, const char *key, const struct date *date)
{
    char text[11];
    date_format(date, text);
    if (text[0])
        buf_printf(out, "%s: %s\n", key, text);
}

static void add_list(struct buf *out, const char *key, const struct strs *list)
{
    if (list->n == 0)
        return;
    buf_printf(out, "%s:\n", key);
    for (size_t i = 0; i < list->n; i++) {
        buf_add(out, "  - ");
        draft_add_scalar(out, list->items[i]);
        buf_add_char(out, '\n');
    }
}

static void add_codes(struct buf *out, const struct draft *draft)
{
    if (draft->n_codes == 0)
        return;
    buf_add(out, "codes:\n");
    for (size_t i = 0, end; i < draft->n_codes; i = end) {
        const char *system = draft->codes[i].system;
        for (end = i + 1; end < draft->n_codes &&
                          strcmp(draft->codes[end].system, system) == 0;)
            end++;
        buf_printf(out, "  %s: ", system);
        if (end - i > 1)
            buf_add_char(out, '[');
        for (size_t j = i; j < end; j++) {
            if (j > i)
                buf_add(out, ", ");
            draft_add_scalar(out, draft->codes[j].value);
        }
        buf_add(out, end - i > 1 ? "]\n" : "\n");
    }
}

static void add_authors(struct buf *out, const struct draft *draft)
{
    if (draft->authors.n > 0)
        buf_add(out, "authors:\n");
    for (size_t i = 0; i < draft->authors.n; i++)
        add_field(out, "  - name", draft->authors.items[i]);
}

static void add_sources(struct buf *out, const struct draft *draft)
{
    if (draft->n_sources > 0)
        buf_add(out, "sources:\n");
    for (size_t i = 0; i < draft->n_sources; i++) {
        const struct draft_source *source = &draft->sources[i];
        add_field(out, "  - id", source->id);
        add_field(out, "    title", source->title);
        if (source->year && strlen(source->year) == 4 &&
            strspn(source->year, "0123456789") == 4)
            buf_printf(out, "    year: %s\n", source->year);
        add_field(out, "    doi", source->doi);
    }
}

static void add_origin(struct buf *out, const struct draft *draft)
{
    buf_add(out, "origin:\n");
    add_field(out, "  publisher", draft->origin.publisher);
    add_field(out, "  url", draft->origin.url);
    add_field(out, "  id", draft->origin.id);
    add_field(out, "  licence", draft->origin.licence);
    add_date(out, "  retrieved", &draft->origin.retrieved);
}

static void add_reviewer(struct buf *out, const struct draft *draft)
{
    if (!draft->reviewer)
        return;
    buf_add(out, "reviewers:\n");
    add_field(out, "  - name", draft->reviewer);
}

void draft_write_front(const struct draft *draft, struct buf *out)
{
    buf_add(out, "---\n");
    if (draft->front) {
        buf_printf(out, "%s---\n\n", draft->front);
        return;
    }
    add_field(out, "title", draft->title);
    add_field(out, "lang", draft->lang);
    add_field(out, "type", article_type_name(draft->type));
    add_list(out, "synonyms", &draft->synonyms);
    add_list(out, "keywords", &draft->keywords);
    add_field(out, "summary", draft->summary);
    add_authors(out, draft);
    add_reviewer(out, draft);
    add_date(out, "updated", &draft->updated);
    add_date(out, "reviewed", &draft->reviewed);
    add_date(out, "review_due", &draft->review_due);
    add_field(out, "audience", draft->audience);
    add_codes(out, draft);
    add_field(out, "licence", draft->licence);
    add_origin(out, draft);
    add_list(out, "related", &draft->related);
    add_sources(out, draft);
    buf_add(out, "---\n\n");
}

#define FRONT_BYTES 1024 /* that a front matter may have; more is no harm */

void draft_write(const struct draft *draft, struct buf *out)
{
    buf_reserve(out, draft->body.n_bytes + FRONT_BYTES);
    draft_write_front(draft, out);
    buf_add_n(out, draft->body.data, draft->body.n_bytes);
}
