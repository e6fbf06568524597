/* Finding: the first line of the input in the rest of it. */
#include <string.h>

#include "base/mem.h"
#include "fuzz.h"
#include "text/find.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    const char *input = (const char *)data;
    const char *line_end = n_bytes ? memchr(input, '\n', n_bytes) : NULL;
    if (!line_end)
        return 0;
    size_t n_query = (size_t)(line_end - input);
    char *query = mem_strndup(input, n_query);
    struct article article = {.text = line_end + 1,
                              .n_text_bytes = n_bytes - n_query - 1};
    struct find_text *text = find_text_new(&article);
    struct find find;
    find_run(&find, text, query);
    uint32_t last = 0;
    for (size_t i = 0; i < find.n; i++) {
        const struct find_match *match = &find.matches[i];
        REQUIRE(match->text_start < match->text_end);
        REQUIRE(match->text_end <= article.n_text_bytes);
        REQUIRE(i == 0 || match->text_start >= last);
        REQUIRE(find_next(&find, match->text_start) <= i);
        REQUIRE(find_previous(&find, match->text_end) >= i);
        last = match->text_end;
    }
    find_finish(&find);
    find_text_free(text);
    free(query);
    return 0;
}
