/* What a board puts around a post.
 *
 * Copied from XenForo, vBulletin and phpBB in English and Vietnamese. Before or
 * after a post stands its author with rank and counters, a label and its figure
 * on lines of their own or on one; then a date, "#1", or "Post by ann » Mon May
 * 06, 2024". Authors and dates head the posts where there are several; all
 * else is blanked out, and so is what comes before the first post but the
 * thread's title. */
#include "import/forum.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "import/date_text.h"
#include "import/forum_line.h"

/* This many labels make a board. */
#define MIN_LABELS 3
#define TITLE_MIN_WORDS 3

/* Where a thread is filed, before its title. */
static const char *const prefixes[] = {"Toàn quốc ", "Hà Nội ", "TP.HCM ",
                                       "TPHCM ", "Đà Nẵng "};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void blank(struct lines *lines, struct lines_line *line)
{
    line_blank(lines, line, "frame of the board");
}

static struct lines_line *previous(struct lines *lines, size_t at)
{
    while (at > 0)
        if (lines->items[--at].type != LINE_BLANK)
            return &lines->items[at];
    return NULL;
}

static size_t next_line(const struct lines *lines, size_t at)
{
    while (at < lines->n && lines->items[at].type == LINE_BLANK)
        at++;
    return at;
}

/* ---- posts ---- */

struct forum_post {
    struct lines_line *author; /* NULL: not told */
    struct lines_line *start;  /* a byline, or what has the number */
    struct lines_line *date;   /* on a line of its own; or NULL */
};

struct forum_posts {
    struct forum_post *items;
    size_t n, capacity;
};

/* The name before a rank or a label, and the labels and figures after it.
 * Returns the name's line, or NULL. */
static struct lines_line *blank_member(struct lines *lines, size_t *at)
{
    struct lines_line *name = previous(lines, *at);
    bool named = name && line_count_words(name) < TITLE_MIN_WORDS &&
                 !forum_line_is_post_number(name) &&
                 !forum_line_is_byline(name);
    while ((*at = next_line(lines, *at)) < lines->n) {
        struct lines_line *line = &lines->items[*at];
        bool with_figure, label = forum_line_is_label(line, &with_figure);
        if (!label && !forum_line_is_figure(line) && !forum_line_is_rank(line))
            break;
        blank(lines, line);
        size_t next = next_line(lines, *at);
        if (label && !with_figure && next < lines->n)
            blank(lines, &lines->items[next]);
    }
    return named ? name : NULL;
}

static void add_post(struct forum_posts *posts, const struct forum_post *post)
{
    posts->items = mem_grow(posts->items, posts->n, &posts->capacity,
                            sizeof *posts->items);
    posts->items[posts->n++] = *post;
}

static bool is_blank(const struct lines *lines, size_t first,
                     const struct lines_line *end)
{
    return &lines->items[next_line(lines, first)] >= end;
}

/* A number that stands below its post, as XenForo 1 has it, numbers what began
 * with the author's name. */
static void add_numbered(struct lines *lines, struct forum_posts *posts,
                         struct lines_line *author, struct lines_line *number)
{
    if (forum_line_before_number(number) == 0)
        blank(lines, number);
    add_post(posts, &(struct forum_post){.start = author});
}

/* Ranks and labels belong to the post that begins after them; those behind a
 * byline to that one, and its name is in the line. */
static void find_posts(struct lines *lines, struct forum_posts *posts)
{
    struct lines_line *author = NULL;
    size_t member_end = 0;
    bool bylines = false;
    for (size_t at = 0; at < lines->n; at++) {
        struct lines_line *line = &lines->items[at];
        bool with_figure;
        if (line->type == LINE_BLANK)
            continue;
        if (forum_line_is_rank(line) ||
            forum_line_is_label(line, &with_figure)) {
            struct lines_line *name = blank_member(lines, &at);
            if (bylines && name)
                blank(lines, name);
            author = name;
            member_end = at--;
        } else if (forum_line_is_byline(line)) {
            bylines = true;
            add_post(posts, &(struct forum_post){.start = line});
        } else if (forum_line_is_post_number(line)) {
            struct lines_line *date = previous(lines, at);
            bool dated = date && date != author &&
                         forum_line_before_number(line) == 0 &&
                         forum_line_is_date(date->text, date->n_bytes);
            if (author && !is_blank(lines, member_end, dated ? date : line))
                add_numbered(lines, posts, author, line);
            else
                add_post(posts,
                         &(struct forum_post){.author = author,
                                              .start = line,
                                              .date = dated ? date : NULL});
            author = NULL;
        }
    }
}

/* "ann, May 6, 2024" on the line where a post begins. */
static void write_head(struct lines *lines, const struct forum_post *post,
                       bool first)
{
    struct lines_line *start = post->start;
    enum lines_type type = first ? LINE_TEXT : LINE_HEADING;
    start->alone = first;
    if (forum_line_is_byline(start) ||
        forum_line_before_number(start) == SIZE_MAX) {
        start->type = type;
        return;
    }
    struct buf head;
    buf_init(&head);
    size_t n_date = forum_line_before_number(start);
    if (post->author)
        buf_add_n(&head, post->author->text, post->author->n_bytes);
    if (head.n_bytes > 0 && (post->date || n_date > 0))
        buf_add(&head, ", ");
    if (post->date)
        buf_add_n(&head, post->date->text, post->date->n_bytes);
    buf_add_n(&head, start->text, n_date);
    while (head.n_bytes > 0 && head.data[head.n_bytes - 1] == ' ')
        buf_truncate(&head, head.n_bytes - 1);
    ledger_note(lines->ledger, LEDGER_LEFT_OUT, "number of a post",
                start->text + n_date, start->n_bytes - n_date);
    if (post->author)
        post->author->type = LINE_BLANK;
    if (post->date)
        post->date->type = LINE_BLANK;
    start->type = head.n_bytes > 0 ? type : LINE_BLANK;
    start->text = strs_add(&lines->made, head.data);
    start->n_bytes = head.n_bytes;
    buf_finish(&head);
}

/* The one post of a text needs no head. */
static void write_heads(struct lines *lines, const struct forum_posts *posts)
{
    for (size_t i = 0; i < posts->n; i++) {
        const struct forum_post *post = &posts->items[i];
        if (posts->n > 1) {
            write_head(lines, post, i == 0);
            continue;
        }
        if (post->author)
            blank(lines, post->author);
        if (post->date)
            blank(lines, post->date);
        blank(lines, post->start);
    }
}

/* ---- the title ---- */

static void strip_prefix(struct lines *lines, struct lines_line *line)
{
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        size_t n = strlen(prefixes[i]);
        if (line->n_bytes > n && memcmp(line->text, prefixes[i], n) == 0) {
            ledger_note(lines->ledger, LEDGER_LEFT_OUT, "where it is filed",
                        line->text, n);
            line->text += n;
            line->n_bytes -= n;
        }
    }
}

/* "Re: Gout", and the title itself above each post. */
static bool repeats_title(const struct lines_line *line,
                          const struct lines_line *title)
{
    const char *text = line->text;
    size_t n = line->n_bytes;
    if (n > 4 && ascii_ncasecmp(text, "Re: ", 4) == 0)
        text += 4, n -= 4;
    return n > 0 && n == title->n_bytes && memcmp(text, title->text, n) == 0;
}

/* "Discussion in 'Feet' started by ann, May 6, 2024." */
static bool is_filing(const struct lines_line *line)
{
    static const char words[] = " started by ";
    return memmem(line->text, line->n_bytes, words, strlen(words));
}

/* All before the first post goes; the last line before its author is the
 * title. */
static void blank_start(struct lines *lines, const struct forum_post *first,
                        struct lines_line *title)
{
    const struct lines_line *end = first->author ? first->author
                                   : first->date ? first->date
                                                 : first->start;
    struct lines_line *last = previous(lines, (size_t)(end - lines->items));
    if (last && (line_count_words(last) < 2 || is_filing(last))) {
        struct lines_line *before =
            previous(lines, (size_t)(last - lines->items));
        if (before && line_count_words(before) >= TITLE_MIN_WORDS)
            last = before;
    }
    for (struct lines_line *line = lines->items; line < end; line++)
        if (line != last && line->type != LINE_BLANK)
            blank(lines, line);
    if (!last)
        return;
    *title = *last;
    last->type = LINE_BLANK;
    strip_prefix(lines, title);
}

static void blank_repeated(struct lines *lines, const struct forum_posts *posts,
                           const struct lines_line *title)
{
    for (size_t i = 1; i < posts->n; i++) {
        const struct lines_line *start = posts->items[i].start;
        struct lines_line *before =
            previous(lines, (size_t)(start - lines->items));
        if (before && forum_line_is_byline(start) &&
            repeats_title(before, title))
            line_blank(lines, before, "title of the thread");
    }
}

static size_t count_signs(const struct lines *lines)
{
    size_t n = 0;
    bool with_figure;
    for (size_t i = 0; i < lines->n; i++) {
        const struct lines_line *line = &lines->items[i];
        n += forum_line_is_byline(line)
                 ? MIN_LABELS
                 : forum_line_is_label(line, &with_figure) ||
                       forum_line_is_rank(line) ||
                       forum_line_is_post_number(line);
    }
    return n;
}

bool forum_clean(struct lines *lines, struct lines_line *title)
{
    *title = (struct lines_line){0};
    if (count_signs(lines) < MIN_LABELS)
        return false;
    struct forum_posts posts = {0};
    find_posts(lines, &posts);
    if (posts.n > 0) {
        blank_start(lines, &posts.items[0], title);
        blank_repeated(lines, &posts, title);
        write_heads(lines, &posts);
    }
    free(posts.items);
    for (size_t i = 0; i < lines->n; i++)
        if (lines->items[i].type != LINE_BLANK &&
            forum_line_is_buttons(&lines->items[i]))
            blank(lines, &lines->items[i]);
    return true;
}
