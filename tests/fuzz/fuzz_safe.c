/* Safe text: no input makes a control of the terminal's come out. */
#include <string.h>

#include "base/grapheme.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "fuzz.h"

static void require_harmless(const struct buf *safe)
{
    REQUIRE(utf8_valid_prefix(safe->data, safe->n_bytes) == safe->n_bytes);
    size_t n_marks = 0;
    for (size_t at = 0; at < safe->n_bytes;) {
        uint32_t code_point;
        at += utf8_decode(safe->data + at, safe->n_bytes - at, &code_point);
        int cells = code_point_cells(code_point);
        REQUIRE(cells >= 0);
        REQUIRE(!(code_point_traits(code_point) & CODE_POINT_COMMAND));
        n_marks = cells ? 0 : n_marks + 1;
        REQUIRE(n_marks <= 4); /* what ncurses keeps */
    }
    if (safe->n_bytes > 0) {
        size_t first = grapheme_next(safe->data, safe->n_bytes);
        REQUIRE(grapheme_cells(safe->data, first) > 0);
    }
}

static void require_stable(const struct buf *safe,
                           const struct charset *charset)
{
    struct buf again;
    buf_init(&again);
    safe_text(safe->data, safe->n_bytes, charset, &again);
    REQUIRE(again.n_bytes == safe->n_bytes);
    REQUIRE(!memcmp(again.data, safe->data, safe->n_bytes));
    REQUIRE(safe_prefix(safe->data, safe->n_bytes, charset) == safe->n_bytes);
    buf_finish(&again);
}

/* The prefix as it stands, then the rest made safe, is the whole made safe. */
static void require_prefix(const char *text, size_t n_bytes,
                           const struct charset *charset,
                           const struct buf *safe)
{
    struct buf parts;
    buf_init(&parts);
    size_t n_prefix = safe_prefix(text, n_bytes, charset);
    buf_add_n(&parts, text, n_prefix);
    safe_text(text + n_prefix, n_bytes - n_prefix, charset, &parts);
    REQUIRE(parts.n_bytes == safe->n_bytes);
    REQUIRE(!memcmp(parts.data, safe->data, safe->n_bytes));
    buf_finish(&parts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const char *const charsets[] = {"UTF-8", "ASCII"};
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        const char *text = (const char *)data;
        struct charset charset;
        struct buf safe;
        charset_init(&charset, charsets[i]);
        buf_init(&safe);
        safe_text(text, n_bytes, &charset, &safe);
        require_harmless(&safe);
        require_stable(&safe, &charset);
        require_prefix(text, n_bytes, &charset, &safe);
        if (charset.type == CHARSET_ASCII)
            REQUIRE(utf8_ascii_prefix(safe.data, safe.n_bytes) == safe.n_bytes);
        buf_finish(&safe);
        charset_finish(&charset);
    }
    return 0;
}
