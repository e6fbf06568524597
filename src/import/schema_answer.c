/* Answers of a page's JSON-LD that say more than the page itself: the page may
 * cut them short ("read more"), or show a summary. */
#include "import/schema_answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/conserve.h"
#include "import/letters.h"

/* A shorter text, "Yes.", may stand in a page by chance: it counts where it
 * is words of the question's own section. */
#define MIN_LETTERS 30

/* A text, to find others in it. */
struct answer_text {
    struct letters letters;
    struct buf words; /* with a space before and after each */
};

static void text_init(struct answer_text *text, const char *markdown, size_t n)
{
    letters_init(&text->letters);
    buf_init(&text->words);
    conserve_read_body(markdown, n, &text->letters);
    buf_add_char(&text->words, ' ');
    letters_quote(&text->letters, 0, text->letters.n_words, &text->words);
    buf_add_char(&text->words, ' ');
}

static void text_finish(struct answer_text *text)
{
    letters_finish(&text->letters);
    buf_finish(&text->words);
}

static bool has(const struct answer_text *page,
                const struct answer_text *section, const char *markdown,
                size_t n)
{
    struct answer_text text;
    text_init(&text, markdown, n);
    const struct buf *letters = &text.letters.text;
    bool found =
        letters->n_bytes >= MIN_LETTERS
            ? memmem(page->letters.text.data, page->letters.text.n_bytes,
                     letters->data, letters->n_bytes) != NULL
            : strstr(section->words.data, text.words.data) != NULL;
    found |= letters->n_bytes == 0;
    text_finish(&text);
    return found;
}

/* ---- the question's section ---- */

struct answer_section {
    size_t start, end; /* in the body */
};

/* The level of a heading's line; 0: it is none. */
static size_t level_of(const char *line)
{
    size_t level = strspn(line, "#");
    return level <= 6 && line[level] == ' ' ? level : 0;
}

static const char *next_line(const char *line)
{
    line += strcspn(line, "\n");
    return line + (*line == '\n');
}

static bool is_heading_of(const char *line, const char *question)
{
    struct answer_text heading, wanted;
    size_t level = level_of(line);
    text_init(&heading, line + level, strcspn(line + level, "\n"));
    text_init(&wanted, question, strlen(question));
    bool same = level > 0 && strcmp(heading.letters.text.data,
                                    wanted.letters.text.data) == 0;
    text_finish(&wanted);
    text_finish(&heading);
    return same;
}

/* False, and the whole body, if the question is no heading. */
static bool find_section(const struct buf *body, const char *question,
                         struct answer_section *section)
{
    *section = (struct answer_section){0, body->n_bytes};
    const char *line = body->data;
    while (*line && !(level_of(line) && is_heading_of(line, question)))
        line = next_line(line);
    if (!*line)
        return false;
    size_t level = level_of(line);
    line = next_line(line);
    section->start = (size_t)(line - body->data);
    while (*line && !(level_of(line) && level_of(line) <= level))
        line = next_line(line);
    section->end = (size_t)(line - body->data);
    return true;
}

/* ---- what is missing ---- */

/* Ends a paragraph with a blank line, a list or a table with its last line. */
static size_t block_bytes(const char *text)
{
    const char *line = text;
    while (*line && *line != '\n')
        line = next_line(line);
    return (size_t)(line - text);
}

/* Length of the sentence at text; 0 if what is before the end of the block may
 * not be cut there. */
static size_t sentence_bytes(const char *text, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        if (strchr("*_`[]|\n", text[i]))
            return 0;
        if (strchr(".!?", text[i]) && text[i + 1] == ' ' &&
            !ascii_is_lower(text[i + 2]))
            return i + 2;
    }
    return 0;
}

/* The first sentences of a paragraph may be there. */
static void add_missing(const struct answer_text *page,
                        const struct answer_text *section, const char *block,
                        size_t n, struct buf *out)
{
    size_t n_sentence;
    if (has(page, section, block, n))
        return;
    while ((n_sentence = sentence_bytes(block, n)) > 0 &&
           has(page, section, block, n_sentence)) {
        block += n_sentence;
        n -= n_sentence;
    }
    if (out->n_bytes > 0)
        buf_add_char(out, '\n');
    buf_add_n(out, block, n);
    if (block[n - 1] != '\n')
        buf_add_char(out, '\n');
}

static void find_missing(const struct buf *body,
                         const struct answer_section *where, const char *answer,
                         struct buf *out)
{
    struct answer_text page, section;
    text_init(&page, body->data, body->n_bytes);
    text_init(&section, body->data + where->start, where->end - where->start);
    while (*(answer += strspn(answer, "\n"))) {
        size_t n = block_bytes(answer);
        if (!level_of(answer))
            add_missing(&page, &section, answer, n, out);
        answer += n;
    }
    text_finish(&section);
    text_finish(&page);
}

static void insert(struct buf *body, size_t at, const struct buf *text)
{
    struct buf tail;
    buf_init(&tail);
    buf_add(&tail, body->data + at);
    buf_truncate(body, at);
    while (body->n_bytes > 0 && body->data[body->n_bytes - 1] == '\n')
        buf_truncate(body, body->n_bytes - 1);
    buf_printf(body, "%s%s", body->n_bytes ? "\n\n" : "", text->data);
    if (tail.n_bytes > 0)
        buf_printf(body, "\n%s", tail.data);
    buf_finish(&tail);
}

void schema_answer_complete(struct buf *body, const char *question,
                            const char *answer, struct ledger *ledger)
{
    struct answer_section section;
    struct buf missing;
    buf_init(&missing);
    bool found = find_section(body, question, &section);
    find_missing(body, &section, answer, &missing);
    if (missing.n_bytes > 0 && !found) {
        struct buf headed;
        buf_init(&headed);
        buf_add_n(&headed, answer, block_bytes(answer));
        buf_printf(&headed, "\n%s", missing.data);
        buf_finish(&missing);
        missing = headed;
    }
    if (missing.n_bytes > 0) {
        conserve_note(ledger, LEDGER_ADDED, "answer in the page's data",
                      missing.data, missing.n_bytes);
        insert(body, section.end, &missing);
    }
    buf_finish(&missing);
}
