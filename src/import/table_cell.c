/* The words of a cell of a table of questions and answers, which may be plain,
 * Markdown or HTML. */
#include "import/table_cell.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "import/conserve.h"
#include "import/fragment.h"
#include "import/markup.h"

/* A cell of an unknown column with as many words is text for people. */
#define TEXT_WORDS 4

/* A cell's Markdown, its headings a level lower: the first one of a document
 * would be its title, and no part of its text. */
static void read_markdown(const char *cell, struct letters *letters)
{
    struct buf lower;
    buf_init(&lower);
    for (const char *line = cell; *line;) {
        size_t n = strcspn(line, "\n");
        if (line[0] == '#')
            buf_add_char(&lower, '#');
        buf_add_n(&lower, line, n + (line[n] == '\n'));
        line += n + (line[n] == '\n');
    }
    conserve_read_body(lower.data, lower.n_bytes, letters);
    buf_finish(&lower);
}

char *table_cell_words(const char *cell)
{
    struct buf words;
    buf_init(&words);
    if (fragment_form(cell) == FRAGMENT_MARKDOWN) {
        struct letters letters;
        letters_init(&letters);
        read_markdown(cell, &letters);
        letters_quote(&letters, 0, letters.n_words, &words);
        letters_finish(&letters);
    } else {
        fragment_words(cell, &words);
    }
    return buf_steal(&words);
}

void table_cell_letters(const char *cell, struct letters *letters)
{
    static const struct markup_rules html = {.html = true};
    char *inner = NULL;
    switch (fragment_form(cell)) {
    case FRAGMENT_MARKDOWN: read_markdown(cell, letters); break;
    case FRAGMENT_ESCAPED_HTML:
        inner = fragment_unescape(cell);
        cell = inner;
        /* fall through */
    default: markup_read(cell, strlen(cell), &html, letters);
    }
    letters_divide(letters);
    free(inner);
}

bool table_cell_is_text(const char *cell)
{
    unsigned n_words = 0;
    while (*(cell += strspn(cell, " \t\r\n"))) {
        n_words++;
        cell += strcspn(cell, " \t\r\n");
    }
    return n_words >= TEXT_WORDS;
}

bool table_cell_has_letters(const char *cell)
{
    for (; *cell; cell++)
        if (ascii_is_alpha(*cell) || (*cell & 0x80))
            return true;
    return false;
}
