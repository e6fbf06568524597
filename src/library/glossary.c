/* Terms from YAML, and the search for them in text. */
#include "library/glossary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "data/yaml.h"

#define GLOSSARY_MAX_BYTES ((size_t)4 << 20)

static void complain(struct glossary *glossary, const struct yaml *at,
                     const char *what)
{
    struct diagnostic place = {SEVERITY_ERROR, at->line, at->column, "glossary",
                               NULL};
    diagnostics_add(&glossary->diagnostics, place, "%s", what);
}

static void add_name(struct glossary *glossary, size_t *capacity,
                     const struct glossary_term *term, const char *text)
{
    char *name = arena_strdup(&glossary->arena, text);
    for (char *at = name; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at + 'a' - 'A');
    glossary->names = mem_grow(glossary->names, glossary->n_names, capacity,
                               sizeof *glossary->names);
    glossary->names[glossary->n_names++] =
        (struct glossary_name){name, strlen(name), term};
}

static struct glossary_term read_term(struct glossary *glossary,
                                      const struct yaml *element)
{
    const struct yaml *forms = yaml_get(element, "forms");
    size_t n = forms ? forms->n_children : 0;
    const char **texts = arena_alloc(&glossary->arena, n * sizeof *texts);
    struct glossary_term term = {
        .name = yaml_text(yaml_get(element, "term")),
        .meaning = yaml_text(yaml_get(element, "means")),
        .forms = texts,
        .line = element->line,
    };
    for (const struct yaml *form = forms ? forms->first : NULL; form;
         form = form->next) {
        const char *text = yaml_text(form);
        if (text && *text)
            texts[term.n_forms++] = text;
    }
    return term;
}

static void read_list(struct glossary *glossary, const struct yaml *list)
{
    struct glossary_term *terms =
        arena_alloc(&glossary->arena,
                    (glossary->n_terms + list->n_children) * sizeof *terms);
    if (glossary->n_terms)
        memcpy(terms, glossary->terms, glossary->n_terms * sizeof *terms);
    glossary->terms = terms;
    for (const struct yaml *element = list->first; element;
         element = element->next) {
        struct glossary_term term = read_term(glossary, element);
        if (term.name && *term.name && term.meaning && *term.meaning)
            terms[glossary->n_terms++] = term;
        else
            complain(glossary, element,
                     "a term is {term: ..., means: ..., forms: [...]}");
    }
}

static void read_file(struct glossary *glossary, const char *folder,
                      const char *name)
{
    struct buf text;
    struct file_stamp stamp;
    struct error err;
    char *path = file_join(folder, name);
    buf_init(&text);
    if (!file_stamp_get(path, &stamp))
        goto out;
    if (!file_read(path, GLOSSARY_MAX_BYTES, &text, NULL, &err)) {
        complain(glossary, &(struct yaml){.line = 1}, err.message);
        goto out;
    }
    const struct yaml *root = yaml_parse(
        &glossary->arena,
        &(struct yaml_text){text.data, text.n_bytes, GLOSSARY_MAX_BYTES, 1},
        &glossary->diagnostics);
    if (root && root->type == YAML_LIST)
        read_list(glossary, root);
    else if (root)
        complain(glossary, root, "a glossary is a list of terms");
out:
    buf_finish(&text);
    free(path);
}

/* Names by their bytes, then terms by their place: the first one counts. */
static int by_name(const void *a, const void *b)
{
    const struct glossary_name *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : (x->term > y->term) - (x->term < y->term);
}

static void index_names(struct glossary *glossary)
{
    size_t capacity = 0;
    free(glossary->names);
    glossary->names = NULL;
    glossary->n_names = 0;
    for (size_t i = 0; i < glossary->n_terms; i++) {
        const struct glossary_term *term = &glossary->terms[i];
        add_name(glossary, &capacity, term, term->name);
        for (size_t j = 0; j < term->n_forms; j++)
            add_name(glossary, &capacity, term, term->forms[j]);
    }
    if (glossary->n_names)
        qsort(glossary->names, glossary->n_names, sizeof *glossary->names,
              by_name);
}

/* Takes out terms whose name an earlier one has; true if there were any. */
static bool drop_repeated(struct glossary *glossary)
{
    size_t n = 0;
    bool *kept = mem_calloc(glossary->n_terms, sizeof *kept);
    for (size_t i = 0; i < glossary->n_terms; i++)
        kept[i] = glossary_find(glossary, glossary->terms[i].name) ==
                  &glossary->terms[i];
    for (size_t i = 0; i < glossary->n_terms; i++)
        if (kept[i])
            glossary->terms[n++] = glossary->terms[i];
    bool dropped = n < glossary->n_terms;
    glossary->n_terms = n;
    free(kept);
    return dropped;
}

static void read_files(struct glossary *glossary, const char *const *folders,
                       size_t n_folders, const char *name)
{
    for (size_t i = 0; i < n_folders; i++)
        read_file(glossary, folders[i], name);
}

/* "glossary.vi.yaml"; English has no language in the name. */
static bool name_of_translation(const char *lang, char *name, size_t n_bytes)
{
    size_t n = lang ? strcspn(lang, "-") : 0;
    bool english = n == 2 && !ascii_ncasecmp(lang, "en", n);
    if (!n || english || !lang_is_tag(lang))
        return false;
    snprintf(name, n_bytes, "glossary.%.*s.yaml", (int)n, lang);
    return true;
}

struct glossary *glossary_open(const char *const *folders, size_t n_folders,
                               const char *lang)
{
    char name[32];
    struct glossary *glossary = mem_calloc(1, sizeof *glossary);
    arena_init(&glossary->arena);
    diagnostics_init(&glossary->diagnostics, &glossary->arena);
    if (name_of_translation(lang, name, sizeof name))
        read_files(glossary, folders, n_folders, name);
    if (!glossary->n_terms)
        read_files(glossary, folders, n_folders, "glossary.yaml");
    index_names(glossary);
    if (drop_repeated(glossary))
        index_names(glossary);
    return glossary;
}

void glossary_free(struct glossary *glossary)
{
    if (!glossary)
        return;
    diagnostics_finish(&glossary->diagnostics);
    free(glossary->names);
    arena_finish(&glossary->arena);
    free(glossary);
}

static bool goes_on(const char *text, size_t n_bytes, size_t at)
{
    if (at >= n_bytes)
        return false;
    unsigned char c = (unsigned char)text[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (c >= 0xC3 && c != 0xE2);
}

/* The first name that does not come before the text; names that are a
 * beginning of it come right before that one, shorter ones first. */
static size_t first_after(const struct glossary *glossary, const char *text,
                          size_t n_bytes)
{
    size_t low = 0, high = glossary->n_names;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct glossary_name *name = &glossary->names[middle];
        size_t n = name->n_bytes < n_bytes ? name->n_bytes : n_bytes;
        int order = ascii_ncasecmp(name->text, text, n);
        if (order < 0 || (order == 0 && name->n_bytes <= n_bytes))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_name)
{
    const struct glossary_name *best = NULL;
    for (size_t i = first_after(glossary, text, n_bytes); i--;) {
        const struct glossary_name *name = &glossary->names[i];
        if (ascii_ncasecmp(name->text, text, 1) != 0)
            break;
        if (name->n_bytes <= n_bytes &&
            !ascii_ncasecmp(name->text, text, name->n_bytes) &&
            !goes_on(text, n_bytes, name->n_bytes) &&
            (!best || name->n_bytes >= best->n_bytes))
            best = name;
    }
    if (!best)
        return NULL;
    *n_name = best->n_bytes;
    return best->term;
}

const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name)
{
    size_t n_name, n_bytes = strlen(name);
    const struct glossary_term *term =
        glossary_at(glossary, name, n_bytes, &n_name);
    return term && n_name == n_bytes ? term : NULL;
}
