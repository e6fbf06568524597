/* Glossaries: any bytes are one, if an empty one with messages; each name is
 * found, and none that is longer than the text. */
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "library/glossary.h"

static void require_sound(const struct glossary *glossary)
{
    for (size_t i = 0; i < glossary->n_names; i++) {
        const struct glossary_name *name = &glossary->names[i];
        size_t n_name = 0;
        REQUIRE(name->n_bytes == strlen(name->text));
        REQUIRE(glossary_find(glossary, name->text));
        if (glossary_at(glossary, name->text, name->n_bytes, &n_name))
            REQUIRE(n_name > 0 && n_name <= name->n_bytes);
        REQUIRE(!i || strcmp(name[-1].text, name->text) <= 0);
    }
    for (size_t i = 0; i < glossary->n_terms; i++)
        REQUIRE(*glossary->terms[i].name && *glossary->terms[i].meaning);
}

static char folder[] = "/tmp/medfaq-fuzz-XXXXXX";
static char path[sizeof folder + sizeof "/glossary.yaml"];

static void remove_folder(void)
{
    unlink(path);
    rmdir(folder);
}

static void write_glossary(const uint8_t *data, size_t n_bytes)
{
    if (!*path) {
        REQUIRE(mkdtemp(folder));
        snprintf(path, sizeof path, "%s/glossary.yaml", folder);
        atexit(remove_folder);
    }
    FILE *file = fopen(path, "w");
    REQUIRE(file && fwrite(data, 1, n_bytes, file) == n_bytes);
    REQUIRE(fclose(file) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *const folders[] = {folder};
    write_glossary(data, n_bytes);
    struct glossary *glossary = glossary_open(folders, 1, "en");
    require_sound(glossary);
    glossary_free(glossary);
    return 0;
}
