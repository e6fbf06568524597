/* Risk blocks: what is read can be said. */
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
    }
    struct buf words;
    buf_init(&words);
    risk_sentences(risk, "en", &words);
    REQUIRE(words.n_bytes > 0);
    REQUIRE(utf8_valid_prefix(words.data, words.n_bytes) == words.n_bytes);
    buf_finish(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct arena arena;
    struct diagnostics out;
    arena_init(&arena);
    diagnostics_init(&out, &arena);
    const struct risk *risk =
        risk_parse(&arena, (const char *)data, n_bytes, 1, &out);
    if (risk)
        require_sound(risk);
    else
        REQUIRE(out.n > 0); /* nothing is refused without a reason */
    diagnostics_finish(&out);
    arena_finish(&arena);
    return 0;
}
