/* Lines break between clusters only; cells add up; what fits, fits. */
#include <string.h>

#include "base/grapheme.h"
#include "base/linebreak.h"
#include "base/mem.h"
#include "fuzz.h"

static void require_fit(const char *text, size_t n_bytes, size_t cells)
{
    size_t fit = grapheme_text_fit(text, n_bytes, cells);
    REQUIRE(fit <= n_bytes);
    REQUIRE(grapheme_text_cells(text, fit) <= cells);
    if (fit == n_bytes)
        return;
    size_t more = fit + grapheme_next(text + fit, n_bytes - fit);
    REQUIRE(grapheme_text_cells(text, more) > cells);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *text = (const char *)data;
    char *breaks = mem_alloc(n_bytes);
    memset(breaks, 0x55, n_bytes);
    linebreak_find(text, n_bytes, breaks);
    REQUIRE(n_bytes == 0 || breaks[0] == LINE_BREAK_NO);

    size_t cells = 0;
    for (size_t at = 0; at < n_bytes;) {
        size_t length = grapheme_next(text + at, n_bytes - at);
        REQUIRE(length >= 1 && at + length <= n_bytes);
        REQUIRE((unsigned char)breaks[at] <= LINE_BREAK_MUST);
        if (at > 0 && text[at - 1] == '\n')
            REQUIRE(breaks[at] == LINE_BREAK_MUST);
        for (size_t i = 1; i < length; i++)
            REQUIRE(breaks[at + i] == LINE_BREAK_NO);
        cells += grapheme_cells(text + at, length);
        at += length;
    }
    REQUIRE(cells == grapheme_text_cells(text, n_bytes));
    for (size_t i = 0; i < cells + 2 && i < 40; i++)
        require_fit(text, n_bytes, i);
    free(breaks);
    return 0;
}
