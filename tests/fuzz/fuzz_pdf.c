/* What pdftohtml writes: rows and HTML are made of any bytes, and every row is
 * in one of the documents. */
#include <stdlib.h>

#include "base/mem.h"
#include "fuzz.h"
#include "import/pdf_html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct pdf_rows rows;
    pdf_rows_read(&rows, (const char *)data, n_bytes);
    struct letters *words = mem_calloc(rows.n_pages + 1, sizeof *words);
    for (unsigned i = 0; i < rows.n_pages; i++)
        letters_init(&words[i]);
    struct buf html;
    buf_init(&html);
    for (size_t first = 0, next; first < rows.n_text; first = next) {
        pdf_html(&rows, first, &next, &html, words);
        REQUIRE(next > first);
    }
    for (unsigned i = 0; i < rows.n_pages; i++)
        letters_finish(&words[i]);
    free(words);
    buf_finish(&html);
    pdf_rows_finish(&rows);
    return 0;
}
