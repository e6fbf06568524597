/* Importers: any bytes are refused with a reason, or become articles that are
 * read without a complaint about their YAML, and are compared with their
 * source. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "fuzz.h"
#include "import/conversion.h"
#include "import/importer.h"
#include "import/schema.h"
#include "import/xml.h"

static void take(void *user, const struct draft *draft)
{
    struct buf file;
    (void)user;
    buf_init(&file);
    draft_write(draft, &file);
    struct article *article = article_parse(file.data, file.n_bytes, "fuzz.md");
    REQUIRE(article->meta.present);
    for (size_t i = 0; i < article->diagnostics.n; i++)
        REQUIRE(strcmp(article->diagnostics.items[i].code, "yaml") != 0);
    article_free(article);
    buf_finish(&file);
}

static void leave_out(void *user, const struct document *document,
                      const char *reason)
{
    (void)user;
    (void)document;
    REQUIRE(*reason);
}

static void begin(void)
{
    static bool begun;
    if (begun)
        return;
    begun = true;
    setenv("MEDFAQ_SECURE", "1", 1); /* converters have their own target */
    xml_init();
    schema_init();
}

/* Each is asked, as --from has it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const struct import_options options = {.keep_unanswered = true};
    static const struct conversion_sink sink = {
        .take = take, .skip = leave_out, .fail = leave_out};
    const struct document document = {
        .name = "fuzz",
        .data = (const char *)data,
        .n_bytes = n_bytes,
        .retrieved = {2026, 11, 22},
    };
    begin();
    importer_recognise(&document);
    for (const struct importer *row = importers; row->name; row++) {
        struct error err = {0};
        if (!conversion_run(row, &document, &options, &sink, &err))
            REQUIRE(*err.message);
    }
    return 0;
}
