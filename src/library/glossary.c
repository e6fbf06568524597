/* Reads glossaries and finds their terms in text. */
#include "library/glossary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/mem.h"
#include "data/yaml.h"

#define GLOSSARY_MAX_BYTES ((size_t)4 << 20)
#define MEANING_MAX_BYTES 2000 /* a plain sentence has some 100 */
#define PLURAL_MAX_BYTES 3     /* that a plural may be longer by */

static void complain(struct glossary *glossary, const struct yaml *at,
                     const char *what)
{
    struct diagnostic place = {SEVERITY_ERROR, at->line, at->column, "glossary",
                               NULL};
    diagnostics_add(&glossary->diagnostics, place, "%s", what);
}

static struct diagnostic place_of(const struct glossary_term *term)
{
    return (struct diagnostic){SEVERITY_ERROR, term->line, 1, "glossary", NULL};
}

/* As names are compared: without case, white space as one space. */
static char *make_key(const char *text)
{
    return fold_string(text, FOLD_CASE | FOLD_SPACES);
}

static size_t first_word(const char *text, size_t n_bytes);

/* Adds a name; of two terms with one name the first counts. */
static void add_name(struct glossary *glossary, size_t *capacity,
                     const struct glossary_term *term, const char *text)
{
    char *key = make_key(text);
    size_t n_bytes = strlen(key);
    const char *name = arena_strndup(&glossary->arena, key, n_bytes);
    free(key);
    if (!n_bytes)
        return;
    glossary->names = mem_grow(glossary->names, glossary->n_names, capacity,
                               sizeof *glossary->names);
    glossary->names[glossary->n_names++] =
        (struct glossary_name){name, n_bytes, term};
    struct map_entry *entry = map_put(&glossary->by_name, name, n_bytes);
    if (!entry->number)
        entry->number = 1 + (size_t)(term - glossary->terms);
    map_put(&glossary->first_words, name, first_word(name, n_bytes));
    if (n_bytes > glossary->longest_bytes)
        glossary->longest_bytes = n_bytes;
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
        .n_file = glossary->n_files,
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
        if (!term.name || !*term.name || !term.meaning || !*term.meaning)
            complain(glossary, element,
                     _("a term is {term: ..., means: ..., forms: [...]}"));
        else if (strlen(term.meaning) > MEANING_MAX_BYTES)
            diagnostics_add(&glossary->diagnostics, place_of(&term),
                            _("%s: the meaning has more than %u bytes, and is "
                              "left out"),
                            term.name, MEANING_MAX_BYTES);
        else
            terms[glossary->n_terms++] = term;
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
        complain(glossary, root, _("a glossary is a list of terms"));
out:
    buf_finish(&text);
    free(path);
}

/* Sorts names by their bytes, then by the place of their terms. */
static int by_name(const void *a, const void *b)
{
    const struct glossary_name *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : (x->term > y->term) - (x->term < y->term);
}

static void forget_names(struct glossary *glossary)
{
    free(glossary->names);
    glossary->names = NULL;
    glossary->n_names = 0;
    map_finish(&glossary->by_name);
    map_finish(&glossary->first_words);
}

static void index_names(struct glossary *glossary)
{
    size_t capacity = 0;
    forget_names(glossary);
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

static const struct glossary_term *find_name(const struct glossary *glossary,
                                             const char *key, size_t n_bytes)
{
    const struct map_entry *entry = map_find(&glossary->by_name, key, n_bytes);
    return entry ? &glossary->terms[entry->number - 1] : NULL;
}

/* The term that has the name of this one, as its name or form. */
static const struct glossary_term *find_owner(const struct glossary *glossary,
                                              const struct glossary_term *term)
{
    char *key = make_key(term->name);
    const struct glossary_term *owner = find_name(glossary, key, strlen(key));
    free(key);
    return owner;
}

/* Takes out terms whose name an earlier one has, and says so within one file;
 * true if there were any. */
static bool drop_repeated(struct glossary *glossary)
{
    size_t n = 0;
    bool *kept = mem_calloc(glossary->n_terms, sizeof *kept);
    for (size_t i = 0; i < glossary->n_terms; i++) {
        const struct glossary_term *term = &glossary->terms[i];
        const struct glossary_term *owner = find_owner(glossary, term);
        kept[i] = owner == term;
        if (owner && !kept[i] && owner->n_file == term->n_file)
            diagnostics_add(&glossary->diagnostics, place_of(term),
                            _("%s is explained in line %u already"), term->name,
                            owner->line);
    }
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
    for (size_t i = 0; i < n_folders; i++) {
        read_file(glossary, folders[i], name);
        glossary->n_files++;
    }
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
    forget_names(glossary);
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

/* The end of the word that begins at or, after spaces and signs, behind at. */
static size_t word_end(const char *text, size_t n_bytes, size_t at)
{
    size_t end = at + (at < n_bytes);
    while (end < n_bytes && ascii_is_space(text[end - 1]) &&
           ascii_is_space(text[end]))
        end++;
    while (end < n_bytes && (goes_on(text, n_bytes, end) ||
                             ((unsigned char)text[end] & 0xC0) == 0x80))
        end++;
    return end;
}

static size_t first_word(const char *text, size_t n_bytes)
{
    return word_end(text, n_bytes, 0);
}

/* English plurals, cut to what may be a name: "ies" for y, "es", "s". Changes
 * the end of key; false if it is no plural, or no further form is left. */
static bool try_singular(struct buf *key, int form)
{
    static const struct {
        const char *suffix, *instead;
    } forms[] = {{"s", ""}, {"es", ""}, {"ies", "y"}};
    size_t n = strlen(forms[form].suffix);
    if (key->n_bytes < n + 3 || !buf_ends(key, forms[form].suffix) ||
        buf_ends(key, "ss"))
        return false;
    buf_truncate(key, key->n_bytes - n);
    buf_add(key, forms[form].instead);
    return true;
}

/* The term with this name, or with the name that it is a plural of. */
static const struct glossary_term *
find_inflected(const struct glossary *glossary, const struct buf *key)
{
    const struct glossary_term *term =
        find_name(glossary, key->data, key->n_bytes);
    struct buf singular;
    buf_init(&singular);
    for (int form = 0; form < 3 && !term; form++) {
        buf_clear(&singular);
        buf_add_n(&singular, key->data, key->n_bytes);
        if (try_singular(&singular, form))
            term = find_name(glossary, singular.data, singular.n_bytes);
    }
    buf_finish(&singular);
    return term;
}

/* Whether a name may begin with this word; few words do. */
static bool may_begin(const struct glossary *glossary, const struct buf *word)
{
    struct buf singular;
    bool may = map_find(&glossary->first_words, word->data, word->n_bytes);
    if (may || !buf_ends(word, "s"))
        return may;
    buf_init(&singular);
    for (int form = 0; form < 3 && !may; form++) {
        buf_clear(&singular);
        buf_add_n(&singular, word->data, word->n_bytes);
        may = try_singular(&singular, form) &&
              map_find(&glossary->first_words, singular.data, singular.n_bytes);
    }
    buf_finish(&singular);
    return may;
}

const struct glossary_term *glossary_at(const struct glossary *glossary,
                                        const char *text, size_t n_bytes,
                                        size_t *n_name)
{
    const struct glossary_term *best = NULL;
    struct buf key;
    buf_init(&key);
    for (size_t at = 0, end; at < n_bytes; at = end) {
        end = word_end(text, n_bytes, at);
        fold_text(text + at, end - at, FOLD_CASE | FOLD_SPACES, &key);
        if (!at && !may_begin(glossary, &key))
            break;
        if (key.n_bytes > glossary->longest_bytes + PLURAL_MAX_BYTES)
            break;
        const struct glossary_term *term = find_inflected(glossary, &key);
        if (!term || goes_on(text, n_bytes, end))
            continue;
        best = term;
        *n_name = end;
    }
    buf_finish(&key);
    return best;
}

const struct glossary_term *glossary_find(const struct glossary *glossary,
                                          const char *name)
{
    struct buf key;
    char *folded = make_key(name);
    buf_init(&key);
    buf_add(&key, folded);
    const struct glossary_term *term = find_inflected(glossary, &key);
    buf_finish(&key);
    free(folded);
    return term;
}
