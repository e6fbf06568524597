/* Glossaries: any bytes are one, if an empty one with messages; each name is
 * found, and none that is longer than the text. */
#include <string.h>

#include "files.h"
#include "library/glossary.h"

static void require_sound(const struct glossary *glossary)
{
    for (size_t i = 0; i < glossary->n_forms; i++) {
        const struct glossary_form *form = &glossary->forms[i];
        size_t n_found = 0, n_bytes = strlen(form->text);
        REQUIRE(form->next <= i);
        REQUIRE(glossary_has_word(form->text));
        if (glossary_at(glossary, form->text, n_bytes, &n_found))
            REQUIRE(n_found > 0 && n_found <= n_bytes);
    }
    for (size_t i = 0; i < glossary->n_terms; i++) {
        const struct glossary_term *term = glossary->terms[i];
        REQUIRE(term->index == i && *term->name && *term->meaning);
        REQUIRE(glossary_find(glossary, term->name));
    }
}

/* Matches come one after the other, inside the text. */
static void require_matches(const struct glossary *glossary, const char *text,
                            size_t n_bytes)
{
    struct glossary_match match = {0};
    size_t end = 0;
    while (glossary_next(glossary, text, n_bytes, end, &match)) {
        REQUIRE(match.start >= end && match.end > match.start);
        REQUIRE(match.end <= n_bytes && match.term);
        end = match.end;
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    files_make_home();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const char *const folders[] = {files_home};
    char *path = file_join(files_home, "glossary.yaml");
    files_write(path, data, n_bytes);
    struct glossary *glossary = glossary_open(folders, 1, NULL);
    require_sound(glossary);
    require_matches(glossary, (const char *)data, n_bytes);
    glossary_free(glossary);
    free(path);
    return 0;
}
