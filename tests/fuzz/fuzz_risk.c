/* Risk blocks: what is read can be said, and nothing is refused or left unread
 * without a reason. */
#include "article/risk.h"
#include "base/utf8.h"
#include "fuzz.h"

static void require_sound(const struct risk *risk)
{
    REQUIRE(risk->n_rows >= 1 && risk->n_rows <= RISK_MAX_ROWS);
    for (size_t i = 0; i < risk->n_rows; i++) {
        const struct risk_row *row = &risk->rows[i];
        REQUIRE(row->label);
        REQUIRE(row->n >= 0 && row->n <= risk->per);
        REQUIRE(row->low <= row->n && (row->low < 0) == (row->high < 0));
    }
}

static void require_words(const struct risk *risk)
{
    static const char *const langs[] = {"en", "es", "fr", "de", "vi", "zh"};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        struct buf words;
        buf_init(&words);
        risk_add_words(risk, langs[i], &words);
        REQUIRE(risk->broken ? !words.n_bytes : words.n_bytes > 0);
        REQUIRE(utf8_valid_prefix(words.data, words.n_bytes) == words.n_bytes);
        buf_finish(&words);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct arena arena;
    struct diagnostics out;
    arena_init(&arena);
    diagnostics_init(&out, &arena);
    const struct risk *risk =
        risk_parse(&arena, (const char *)data, n_bytes, 1, &out);
    REQUIRE(risk->n_faults == out.n);
    REQUIRE(!risk->broken || (risk->opaque && out.n > 0));
    if (!risk->broken)
        require_sound(risk);
    require_words(risk);
    diagnostics_finish(&out);
    arena_finish(&arena);
    return 0;
}
