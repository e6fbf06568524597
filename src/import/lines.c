/* Plain text as lines that have a part to play. */
#include "import/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

/* Lines up to this length are taken for wrapped ones, if all are. */
#define WRAP_MAX_BYTES 120
#define QUESTION_MAX_BYTES 160
#define HEADING_MAX_BYTES 80
#define HEADING_MAX_WORDS 10
#define LED_MAX_WORDS 6 /* of a heading with a colon */

#define NBSP "\xC2\xA0"

static struct lines_line trimmed(const char *text, size_t n_bytes)
{
    for (;;) {
        size_t n = n_bytes > 0 && ascii_is_space(text[0])      ? 1
                   : n_bytes > 1 && memcmp(text, NBSP, 2) == 0 ? 2
                                                               : 0;
        if (n == 0)
            break;
        text += n, n_bytes -= n;
    }
    while (n_bytes > 0 && ascii_is_space(text[n_bytes - 1]))
        n_bytes--;
    return (struct lines_line){.text = text, .n_bytes = n_bytes};
}

static bool begins_with(const struct lines_line *line, const char *mark)
{
    size_t n = strlen(mark);
    return line->n_bytes > n && memcmp(line->text, mark, n) == 0;
}

/* Length of a bullet at the start of a line; 0: none. */
static size_t bullet_length(const struct lines_line *line)
{
    static const char *const bullets[] = {
        "•", "●",      "▪",      "■",      "◦",      "‣",      "∙",
        "⁃", "\uF0B7", "\uF0A7", "\uF0D8", "\uF06E", "\uF0FC", "\uF0E0"};
    static const char *const spaced[] = {"·", "–", "—", "-", "*", "+", "o", "○",
                                         "□", "◻", "◯", "✓", "✔", "➢", "►"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (begins_with(line, bullets[i]))
            return strlen(bullets[i]);
    for (size_t i = 0; i < sizeof spaced / sizeof *spaced; i++)
        if (begins_with(line, spaced[i]) &&
            ascii_is_space(line->text[strlen(spaced[i])]))
            return strlen(spaced[i]);
    return 0;
}

static bool is_numbered(const struct lines_line *line)
{
    size_t n = 0;
    while (n < line->n_bytes && n < 3 && ascii_is_digit(line->text[n]))
        n++;
    return n > 0 && n + 1 < line->n_bytes && strchr(".)", line->text[n]) &&
           ascii_is_space(line->text[n + 1]);
}

/* "o" is the bullet that Word gives lists in lists, and a word of Spanish and
 * Polish, which may begin any line of a paragraph. */
static bool is_word(const struct lines *lines, const struct lines_line *line)
{
    const struct lines_line *before =
        lines->n > 0 ? &lines->items[lines->n - 1] : NULL;
    if (line->text[0] != 'o' || !before || before->n_bytes == 0 ||
        before->text[before->n_bytes - 1] == ':')
        return false;
    bool wide = line->text[1] == '\t' ||
                (line->n_bytes > 2 && ascii_is_space(line->text[2]));
    return !wide && !(before->type == LINE_BULLET && lines->round);
}

static void add_line(struct lines *lines, struct lines_line line)
{
    size_t n_bullet = bullet_length(&line);
    if (n_bullet > 0 && is_word(lines, &line))
        n_bullet = 0;
    lines->round = n_bullet > 0 && line.text[0] == 'o';
    line.type = LINE_TEXT;
    if (line.n_bytes == 0) {
        line.type = LINE_BLANK;
    } else if (n_bullet > 0) {
        ledger_note(lines->ledger, LEDGER_LEFT_OUT, "list mark", line.text,
                    n_bullet);
        line = trimmed(line.text + n_bullet, line.n_bytes - n_bullet);
        line.type = LINE_BULLET;
    } else if (is_numbered(&line)) {
        line.type = LINE_NUMBER;
    }
    lines->items = mem_grow(lines->items, lines->n, &lines->capacity,
                            sizeof *lines->items);
    lines->items[lines->n++] = line;
}

void lines_split(struct lines *lines, const char *text, size_t n_bytes,
                 struct ledger *ledger)
{
    *lines = (struct lines){.ledger = ledger};
    strs_init(&lines->made);
    size_t longest = 0;
    for (size_t at = 0; at < n_bytes;) {
        const char *end = memchr(text + at, '\n', n_bytes - at);
        size_t n = end ? (size_t)(end - text) - at : n_bytes - at;
        add_line(lines, trimmed(text + at, n));
        longest = n > longest ? n : longest;
        at += n + 1;
    }
    lines->wrapped = longest <= WRAP_MAX_BYTES;
}

void lines_finish(struct lines *lines)
{
    free(lines->items);
    strs_finish(&lines->made);
}

bool line_is(const struct lines_line *line, const char *text)
{
    return line->n_bytes == strlen(text) &&
           ascii_ncasecmp(line->text, text, line->n_bytes) == 0;
}

size_t line_count_words(const struct lines_line *line)
{
    size_t n = 0;
    for (size_t i = 0; i < line->n_bytes; i++)
        n += !ascii_is_space(line->text[i]) &&
             (i == 0 || ascii_is_space(line->text[i - 1]));
    return n;
}

void line_blank(struct lines *lines, struct lines_line *line, const char *what)
{
    ledger_note(lines->ledger, LEDGER_LEFT_OUT, what, line->text,
                line->n_bytes);
    line->type = LINE_BLANK;
    line->n_bytes = 0;
}

/* ---- pages of print ---- */

enum page_word { PAGE_NONE, PAGE_NUMBER, PAGE_NAME, PAGE_OF, PAGE_DASH };

static enum page_word page_word(const char *text, size_t n_bytes)
{
    static const struct {
        const char *word;
        enum page_word means;
    } words[] = {{"page", PAGE_NAME},  {"página", PAGE_NAME},
                 {"seite", PAGE_NAME}, {"trang", PAGE_NAME},
                 {"of", PAGE_OF},      {"de", PAGE_OF},
                 {"von", PAGE_OF},     {"sur", PAGE_OF},
                 {"/", PAGE_OF},       {"-", PAGE_DASH}};
    size_t n_digits = 0;
    while (n_digits < n_bytes && ascii_is_digit(text[n_digits]))
        n_digits++;
    if (n_digits == n_bytes)
        return n_bytes <= 4 ? PAGE_NUMBER : PAGE_NONE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == n_bytes &&
            ascii_ncasecmp(text, words[i].word, n_bytes) == 0)
            return words[i].means;
    return PAGE_NONE;
}

/* "Page 1 of 2", "Page 3", "1 of 2", "- 4 -", whose first dash has been taken
 * for a bullet; not "5 -", which may be the start of a range. */
static bool is_page_number(const struct lines_line *line)
{
    enum page_word words[5], *word = words;
    for (size_t at = 0; at < line->n_bytes;) {
        size_t n = 0;
        while (at + n < line->n_bytes && !ascii_is_space(line->text[at + n]))
            n++;
        if (n > 0) {
            if (word == words + 4)
                return false;
            *word = page_word(line->text + at, n);
            if (*word++ == PAGE_NONE)
                return false;
        }
        at += n + 1;
    }
    *word = PAGE_NONE;
    bool dashes = line->type == LINE_BULLET && words[0] == PAGE_NUMBER &&
                  words[1] == PAGE_DASH && words[2] == PAGE_NONE;
    bool named = words[0] == PAGE_NAME;
    const enum page_word *number = words + named;
    return dashes || (number[0] == PAGE_NUMBER &&
                      ((named && number[1] == PAGE_NONE) ||
                       (number[1] == PAGE_OF && number[2] == PAGE_NUMBER &&
                        number[3] == PAGE_NONE)));
}

static bool is_first_line(const struct lines *lines,
                          const struct lines_line *line)
{
    size_t n_seen = 0;
    for (size_t i = 0; i < lines->n && n_seen < 2; i++) {
        const struct lines_line *first = &lines->items[i];
        if (first == line)
            return false;
        n_seen += first->type != LINE_BLANK;
        if (first->n_bytes == line->n_bytes &&
            memcmp(first->text, line->text, line->n_bytes) == 0)
            return true;
    }
    return false;
}

void lines_drop_pages(struct lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct lines_line *line = &lines->items[i];
        if (line->type == LINE_BLANK || !is_page_number(line))
            continue;
        line_blank(lines, line, "number of a page");
        size_t next = i + 1;
        while (next < lines->n && lines->items[next].type == LINE_BLANK)
            next++;
        if (next < lines->n && is_first_line(lines, &lines->items[next]))
            line_blank(lines, &lines->items[next], "head of a page");
    }
}

/* ---- headings ---- */

static bool is_blank_at(const struct lines *lines, size_t at)
{
    return at >= lines->n || lines->items[at].type == LINE_BLANK;
}

static bool is_underline(const struct lines *lines, size_t at)
{
    if (at >= lines->n || lines->items[at].n_bytes < 3)
        return false;
    const struct lines_line *line = &lines->items[at];
    for (size_t i = 0; i < line->n_bytes; i++)
        if (line->text[i] != line->text[0])
            return false;
    return strchr("=-~", line->text[0]);
}

static size_t next_line(const struct lines *lines, size_t at)
{
    while (at < lines->n && lines->items[at].type == LINE_BLANK)
        at++;
    return at;
}

static bool is_short(const struct lines_line *line)
{
    return line->n_bytes <= HEADING_MAX_BYTES &&
           line_count_words(line) <= HEADING_MAX_WORDS;
}

/* Does text come after a heading, and not another short line? Some of those
 * in a row are items that have lost their marks: "Chest pain", "Swollen lips".
 */
static bool leads_to_text(const struct lines *lines, size_t at)
{
    size_t next = next_line(lines, at + 1);
    if (next >= lines->n || lines->items[next].type != LINE_TEXT)
        return next < lines->n;
    const struct lines_line *line = &lines->items[next];
    return line->n_bytes > lines->items[at].n_bytes &&
           (!is_short(line) || !is_blank_at(lines, next + 1) ||
            strchr(".:!?", line->text[line->n_bytes - 1]));
}

/* Does a sentence go over a line, from the text before or to that behind? Short
 * lines without an end may be items of any case: "chest pain". */
static bool is_within_sentence(const struct lines *lines, size_t at)
{
    size_t next = next_line(lines, at + 1);
    const struct lines_line *behind =
        next < lines->n ? &lines->items[next] : NULL;
    if (behind && behind->type == LINE_TEXT && ascii_is_lower(*behind->text) &&
        (ascii_is_punct(behind->text[behind->n_bytes - 1]) ||
         !is_short(behind)))
        return true;
    while (at > 0 && lines->items[at - 1].type == LINE_BLANK)
        at--;
    if (at == 0 || lines->items[at - 1].type != LINE_TEXT)
        return false;
    const struct lines_line *before = &lines->items[at - 1];
    char last = before->text[before->n_bytes - 1];
    return strchr(",;-(", last) ||
           (!ascii_is_punct(last) && !(last & 0x80) && !is_short(before));
}

static bool is_question(const struct lines *lines, size_t at)
{
    const struct lines_line *line = &lines->items[at];
    bool alone = !lines->wrapped || is_blank_at(lines, at + 1) || at == 0 ||
                 is_blank_at(lines, at - 1);
    return line->n_bytes <= QUESTION_MAX_BYTES &&
           line->text[line->n_bytes - 1] == '?' && alone &&
           !memchr(line->text, '.', line->n_bytes);
}

/* "WHEN TO CALL US" needs no blank line after it. */
static bool is_in_capitals(const struct lines_line *line)
{
    size_t n = 0;
    for (size_t i = 0; i < line->n_bytes; i++) {
        if (ascii_is_lower(line->text[i]))
            return false;
        n += ascii_is_upper(line->text[i]) != 0;
    }
    return n >= 4;
}

static bool is_short_heading(const struct lines *lines, size_t at)
{
    const struct lines_line *line = &lines->items[at];
    if (!is_short(line) || is_within_sentence(lines, at))
        return false;
    bool alone =
        (at == 0 || is_blank_at(lines, at - 1)) &&
        (!lines->wrapped || is_blank_at(lines, at + 1) || is_in_capitals(line));
    return alone && !ascii_is_lower(line->text[0]) &&
           !ascii_is_punct(line->text[0]) &&
           !strchr(".,;:!", line->text[line->n_bytes - 1]) &&
           leads_to_text(lines, at);
}

bool lines_may_head(const struct lines *lines, size_t at)
{
    const struct lines_line *line = &lines->items[at];
    if (line->type != LINE_TEXT || !is_short(line) ||
        !is_blank_at(lines, at + 1) || (at > 0 && !is_blank_at(lines, at - 1)))
        return false;
    char last = line->text[line->n_bytes - 1];
    bool led = last == ':' && line_count_words(line) <= LED_MAX_WORDS;
    return !ascii_is_lower(line->text[0]) && !ascii_is_punct(line->text[0]) &&
           (led || !strchr(".,;:!-(", last)) &&
           next_line(lines, at + 1) < lines->n &&
           !is_within_sentence(lines, at);
}

static bool strip_hashes(struct lines_line *line)
{
    size_t n = 0;
    while (n < line->n_bytes && n < 6 && line->text[n] == '#')
        n++;
    if (n == 0 || n >= line->n_bytes || !ascii_is_space(line->text[n]))
        return false;
    *line = trimmed(line->text + n, line->n_bytes - n);
    return true;
}

void lines_find_headings(struct lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct lines_line *line = &lines->items[i];
        if (line->type != LINE_TEXT)
            continue;
        bool underlined = is_underline(lines, i + 1);
        if (underlined)
            lines->items[i + 1].type = LINE_BLANK;
        if (is_underline(lines, i))
            line->type = LINE_BLANK;
        else if (underlined || strip_hashes(line) || is_question(lines, i) ||
                 is_short_heading(lines, i))
            line->type = LINE_HEADING;
    }
}
