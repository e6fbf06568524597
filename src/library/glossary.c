/* Reads glossaries: YAML lists of terms, one file per language. */
#include "library/glossary.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "data/yaml.h"

#define FILE_MAX_BYTES ((size_t)16 << 20)
#define NAME_MAX_BYTES ((size_t)200)
#define MEANING_MAX_BYTES ((size_t)2000)

/* A file being read. */
struct glossary_reader {
    struct glossary *glossary;
    const char *path;
    struct arena yaml; /* owns the YAML tree, of which little is kept */
};

static void add_problem(struct glossary_reader *reader, unsigned line,
                        const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void add_problem(struct glossary_reader *reader, unsigned line,
                        const char *format, ...)
{
    struct glossary *glossary = reader->glossary;
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    glossary->problems =
        mem_grow(glossary->problems, glossary->n_problems,
                 &glossary->problems_capacity, sizeof *glossary->problems);
    glossary->problems[glossary->n_problems++] = (struct glossary_problem){
        reader->path, line, arena_strdup(&glossary->arena, text)};
}

/* Checks a name or form of a term. Reports a problem and returns false if it is
 * not acceptable. */
static bool check_form(struct glossary_reader *reader, unsigned line,
                       const char *text)
{
    if (strlen(text) > NAME_MAX_BYTES)
        add_problem(reader, line,
                    _("This name is longer than %zu bytes and was skipped: "
                      "%.40s..."),
                    NAME_MAX_BYTES, text);
    else if (!glossary_has_word(text))
        add_problem(reader, line, _("A name needs a letter or a digit: \"%s\""),
                    text);
    else
        return true;
    return false;
}

/* Reports a name that is already explained, but only within a file: an earlier
 * folder may hide terms of later ones. */
static void report_taken(struct glossary_reader *reader, unsigned line,
                         const char *text, const struct glossary_term *other)
{
    if (str_equal(other->path, reader->path))
        add_problem(reader, line,
                    _("\"%s\" is already explained on line %u, under "
                      "\"%s\"; the first one counts"),
                    text, other->line, other->name);
}

static void add_forms(struct glossary_reader *reader,
                      struct glossary_term *term, const struct yaml *forms)
{
    struct glossary *glossary = reader->glossary;
    const char **texts = arena_alloc(
        &glossary->arena, (forms ? forms->n_children : 0) * sizeof *texts);
    term->forms = texts;
    for (const struct yaml *form = forms ? forms->first : NULL; form;
         form = form->next) {
        const char *text = yaml_text(form);
        if (!text || !*text || !check_form(reader, form->line, text))
            continue;
        const char *copy = arena_strdup(&glossary->arena, text);
        const struct glossary_term *other =
            glossary_add_form(glossary, term, copy);
        if (!other)
            texts[term->n_forms++] = copy;
        else if (other != term)
            report_taken(reader, form->line, text, other);
    }
}

static void add_term(struct glossary *glossary, struct glossary_term *term)
{
    term->index = glossary->n_terms;
    glossary->terms =
        mem_grow(glossary->terms, glossary->n_terms, &glossary->terms_capacity,
                 sizeof *glossary->terms);
    glossary->terms[glossary->n_terms++] = term;
}

static void read_term(struct glossary_reader *reader,
                      const struct yaml *element)
{
    struct glossary *glossary = reader->glossary;
    const char *name = yaml_text(yaml_get(element, "term"));
    const char *meaning = yaml_text(yaml_get(element, "means"));
    if (!name || !*name || !meaning || !*meaning) {
        add_problem(reader, element->line,
                    _("a term must be {term: ..., means: ..., forms: [...]}"));
        return;
    }
    if (!check_form(reader, element->line, name))
        return;
    if (strlen(meaning) > MEANING_MAX_BYTES) {
        add_problem(reader, element->line,
                    _("The meaning of \"%s\" is longer than %zu bytes, so "
                      "the term was skipped. One plain sentence is enough"),
                    name, MEANING_MAX_BYTES);
        return;
    }
    struct glossary_term *term = arena_alloc(&glossary->arena, sizeof *term);
    *term = (struct glossary_term){.name = arena_strdup(&glossary->arena, name),
                                   .meaning =
                                       arena_strdup(&glossary->arena, meaning),
                                   .path = reader->path,
                                   .line = element->line};
    const struct glossary_term *other =
        glossary_add_form(glossary, term, term->name);
    if (other) {
        report_taken(reader, element->line, name, other);
        return;
    }
    add_term(glossary, term);
    add_forms(reader, term, yaml_get(element, "forms"));
}

static void read_list(struct glossary_reader *reader, const struct yaml *root)
{
    if (root->type != YAML_LIST) {
        add_problem(reader, root->line,
                    _("A glossary must be a list of terms"));
        return;
    }
    for (const struct yaml *element = root->first; element;
         element = element->next)
        read_term(reader, element);
}

static void add_yaml_problems(struct glossary_reader *reader,
                              const struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->n; i++)
        add_problem(reader, diagnostics->items[i].line, "%s",
                    diagnostics->items[i].text);
}

/* Returns the length of the list element at the start of text, up to the next
 * line that begins with "-", and counts its lines. */
static size_t element_bytes(const char *text, size_t n_bytes, unsigned *n_lines)
{
    const char *at = text, *end = text + n_bytes;
    *n_lines = 0;
    do {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
        ++*n_lines;
    } while (at < end && !(at[0] == '-' &&
                           (at + 1 == end || at[1] == ' ' || at[1] == '\n')));
    return (size_t)(at - text);
}

/* Parses each term separately, so that a malformed one does not affect the
 * others. */
static void read_elements(struct glossary_reader *reader, const char *text,
                          size_t n_bytes)
{
    unsigned line = 1, n_lines;
    for (size_t at = 0, n; at < n_bytes; at += n, line += n_lines) {
        struct diagnostics diagnostics;
        n = element_bytes(text + at, n_bytes - at, &n_lines);
        diagnostics_init(&diagnostics, &reader->yaml);
        const struct yaml *root =
            yaml_parse(&reader->yaml,
                       &(struct yaml_text){text + at, n, FILE_MAX_BYTES, line},
                       &diagnostics);
        if (diagnostics.n)
            add_yaml_problems(reader, &diagnostics);
        else if (root)
            read_list(reader, root);
        diagnostics_finish(&diagnostics);
    }
}

static void read_text(struct glossary_reader *reader, const struct buf *text)
{
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &reader->yaml);
    const struct yaml *root = yaml_parse(
        &reader->yaml,
        &(struct yaml_text){text->data, text->n_bytes, FILE_MAX_BYTES, 1},
        &diagnostics);
    if (diagnostics.n)
        read_elements(reader, text->data, text->n_bytes);
    else if (root)
        read_list(reader, root);
    diagnostics_finish(&diagnostics);
}

static void read_file(struct glossary *glossary, const char *folder,
                      const char *name)
{
    struct buf text;
    struct file_stamp stamp;
    struct error err;
    char *path = file_join(folder, name);
    struct glossary_reader reader = {
        .glossary = glossary, .path = arena_strdup(&glossary->arena, path)};
    buf_init(&text);
    arena_init(&reader.yaml);
    if (!file_stamp_get(path, &stamp))
        goto out;
    if (file_read(path, FILE_MAX_BYTES, &text, NULL, &err))
        read_text(&reader, &text);
    else
        add_problem(&reader, 0, "%s", err.message);
out:
    arena_finish(&reader.yaml);
    buf_finish(&text);
    free(path);
}

/* Returns "glossary.yaml" for English, and "glossary.vi.yaml" or the like for
 * other languages. */
static const char *file_name(struct arena *arena, const char *lang)
{
    size_t n = lang ? strcspn(lang, "-") : 0;
    if (!n || !lang_is_tag(lang) || (n == 2 && strncmp(lang, "en", 2) == 0))
        return "glossary.yaml";
    return arena_printf(arena, "glossary.%.*s.yaml", (int)n, lang);
}

/* ---- words that explain each other ---- */

/* What stands before another word that is all of a meaning. */
static const char *const references[LANG_COUNT][6] = {
    [LANG_EN] = {"see also ", "see ", "same as ", "the same as ",
                 "another word for ", "another name for "},
    [LANG_ES] = {"véase ", "ver ", "lo mismo que ", "otro nombre de ",
                 "otra palabra para "},
    [LANG_FR] = {"voir ", "la même chose que ", "autre nom de ",
                 "un autre mot pour "},
    [LANG_DE] = {"siehe auch ", "siehe ", "dasselbe wie ",
                 "ein anderes wort für "},
    [LANG_VI] = {"xem thêm ", "xem ", "giống như ", "tên khác của "},
    [LANG_ZH] = {"参见", "见", "同", "也称"},
};

/* The term that is all of a meaning: "See keloid."; NULL if it says more. */
static const struct glossary_term *referred_to(const struct glossary *glossary,
                                               const struct glossary_term *term)
{
    const char *const *words = references[glossary->lang];
    const char *name = term->meaning;
    for (size_t i = 0; i < sizeof references[0] / sizeof *references[0]; i++)
        if (words[i] && !ascii_ncasecmp(name, words[i], strlen(words[i]))) {
            name += strlen(words[i]);
            break;
        }
    size_t n_bytes = strlen(name);
    if (n_bytes > NAME_MAX_BYTES / 2)
        return NULL;
    while (n_bytes && strchr(". \n", name[n_bytes - 1]))
        n_bytes--;
    n_bytes -= n_bytes >= 3 && !memcmp(name + n_bytes - 3, "。", 3) ? 3 : 0;
    char *copy = mem_strndup(name, n_bytes);
    const struct glossary_term *other = glossary_find(glossary, copy);
    free(copy);
    return other;
}

static void report_circle(struct glossary *glossary, const size_t *next,
                          size_t first)
{
    const struct glossary_term *term = glossary->terms[first];
    struct glossary_reader in = {.glossary = glossary, .path = term->path};
    struct buf names;
    buf_init(&names);
    for (size_t at = next[first]; at != first; at = next[at])
        buf_printf(&names, ", \"%s\"", glossary->terms[at]->name);
    if (names.n_bytes)
        add_problem(&in, term->line,
                    _("These explain only each other: \"%s\"%s"), term->name,
                    names.data);
    else
        add_problem(&in, term->line, _("\"%s\" is explained by itself"),
                    term->name);
    buf_finish(&names);
}

/* Follows the terms that only name another one. Each is passed once, and a
 * circle is told of at its first term. */
static void find_circles(struct glossary *glossary)
{
    size_t n = glossary->n_terms;
    size_t *next = mem_calloc(n + 1, sizeof *next);
    size_t *seen = mem_calloc(n + 1, sizeof *seen); /* from which start + 1 */
    for (size_t i = 0; i < n; i++) {
        const struct glossary_term *other =
            referred_to(glossary, glossary->terms[i]);
        next[i] = other ? other->index : n;
    }
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        while (at < n && !seen[at]) {
            seen[at] = i + 1;
            at = next[at];
        }
        if (at < n && seen[at] == i + 1)
            report_circle(glossary, next, at);
    }
    free(next);
    free(seen);
}

/* Tells whether folder i came earlier: read twice, it would report each of its
 * terms as already explained. */
static bool is_repeated(const char *const *folders, size_t i)
{
    for (size_t earlier = 0; earlier < i; earlier++)
        if (str_equal(folders[earlier], folders[i]))
            return true;
    return false;
}

struct glossary *glossary_open(const char *const *folders, size_t n_folders,
                               const char *lang)
{
    struct glossary *glossary = mem_calloc(1, sizeof *glossary);
    arena_init(&glossary->arena);
    glossary->lang = lang_find(lang);
    const char *name = file_name(&glossary->arena, lang);
    for (size_t i = 0; i < n_folders; i++)
        if (!is_repeated(folders, i))
            read_file(glossary, folders[i], name);
    find_circles(glossary);
    return glossary;
}

void glossary_free(struct glossary *glossary)
{
    if (!glossary)
        return;
    map_finish(&glossary->keys);
    map_finish(&glossary->starts);
    free(glossary->forms);
    free(glossary->problems);
    free(glossary->terms);
    arena_finish(&glossary->arena);
    free(glossary);
}
