/* Exports: whatever an article holds, each format is UTF-8, obeys nothing, and
 * says so when a part is not there. */
#include <string.h>

#include "base/utf8.h"
#include "export/export.h"
#include "fuzz.h"

/* No control but newline and tab; C1 begins with C2. */
static void require_harmless(const struct buf *out)
{
    REQUIRE(utf8_valid_prefix(out->data, out->n_bytes) == out->n_bytes);
    for (size_t i = 0; i < out->n_bytes; i++) {
        unsigned char byte = (unsigned char)out->data[i];
        REQUIRE(byte >= ' ' || byte == '\n' || byte == '\t');
        REQUIRE(byte != 0x7F);
        REQUIRE(byte != 0xC2 || (unsigned char)out->data[i + 1] >= 0xA0);
    }
}

static void require_sound(const struct article *article, enum kind kind)
{
    const struct export_options options = {.cells = 60, .kind = kind};
    struct buf out;
    buf_init(&out);
    for (const struct export_format *format = export_formats; format->name;
         format++) {
        format->write(article, &options, &out);
        /* Markdown is the source. */
        if (strcmp(format->name, "markdown") != 0)
            require_harmless(&out);
        buf_clear(&out);
    }
    export_kind_missing(article, kind == KIND_NONE ? KIND_RISKS : kind, &out);
    REQUIRE(out.n_bytes > 0);
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct article *article =
        article_parse((const char *)data, n_bytes, "fuzz.md");
    require_sound(article, KIND_NONE);
    require_sound(article, KIND_RISKS);
    require_sound(article, KIND_EMERGENCY);
    article_free(article);
    return 0;
}
