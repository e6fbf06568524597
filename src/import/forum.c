/* What a board puts around a post.
 *
 * XenForo, vBulletin and phpBB in English and Vietnamese: before a post stands
 * its author with rank and counters, each label and figure on a line of its
 * own, then "#1". What is blanked out: those lines, all before the first post
 * but the thread's title, and the buttons in the tables below. */
#include "import/forum.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

/* This many labels make a board. */
#define MIN_LABELS 3
#define TITLE_MIN_WORDS 3

/* Beginnings of lines that tell a member's rank; the line before is the
 * member's name. */
static const char *const ranks[] = {
    "Thành viên cấp",    "Thành viên mới", "New member",    "Active member",
    "Well-known member", "Senior member",  "Junior member", "Member",
    "Moderator",         "Administrator",  "Staff member"};

/* Labels, each followed by a figure. */
static const char *const labels[] = {
    "Tham gia", "Bài viết", "Thích",          "Điểm",         "Nơi ở",
    "Joined",   "Messages", "Reaction score", "Points",       "Posts",
    "Likes",    "Location", "Join Date",      "Trophy points"};

/* Buttons and headings of the board; whole lines. */
static const char *const buttons[] = {
    "Top",     "Bottom", "Đối tác",       "Trả lời",   "Chia sẻ", "Báo cáo",
    "Reply",   "Quote",  "Report",        "Share",     "Like",    "Sponsored",
    "Sign up", "Log in", "Advertisement", "Đăng nhập", "Đăng ký"};

/* Where a thread is filed, before its title. */
static const char *const prefixes[] = {"Toàn quốc ", "Hà Nội ", "TP.HCM ",
                                       "TPHCM ", "Đà Nẵng "};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_in(const struct line *line, const char *const *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (line_is(line, table[i]))
            return true;
    return false;
}

static bool is_rank(const struct line *line)
{
    for (size_t i = 0; i < COUNT(ranks); i++) {
        size_t n = strlen(ranks[i]);
        if (line->n_bytes >= n && line->n_bytes <= n + 3 &&
            ascii_ncasecmp(line->text, ranks[i], n) == 0)
            return true;
    }
    return false;
}

static bool is_label(const struct line *line)
{
    return is_in(line, labels, COUNT(labels));
}

/* "14", "8/4/22", "1,204" */
static bool is_figure(const struct line *line)
{
    for (size_t i = 0; i < line->n_bytes; i++)
        if (!ascii_is_digit(line->text[i]) && !strchr("/.,-: ", line->text[i]))
            return false;
    return line->n_bytes > 0;
}

/* "#1" */
static bool is_post_number(const struct line *line)
{
    return line->n_bytes > 1 && line->text[0] == '#' &&
           strspn(line->text + 1, "0123456789") == line->n_bytes - 1;
}

static void blank(struct lines *lines, struct line *line)
{
    ledger_note(lines->ledger, LEDGER_LEFT_OUT, "frame of the board",
                line->text, line->n_bytes);
    line->type = LINE_BLANK;
    line->n_bytes = 0;
}

static struct line *previous(struct lines *lines, size_t at)
{
    while (at > 0)
        if (lines->items[--at].type != LINE_BLANK)
            return &lines->items[at];
    return NULL;
}

/* The name before a rank, and the labels and figures after it. */
static void blank_member(struct lines *lines, size_t at)
{
    struct line *name = previous(lines, at);
    if (name && line_count_words(name) < TITLE_MIN_WORDS)
        blank(lines, name);
    blank(lines, &lines->items[at++]);
    for (; at < lines->n; at++) {
        struct line *line = &lines->items[at];
        if (line->type == LINE_BLANK)
            continue;
        bool figure_follows = is_label(line);
        if (!figure_follows && !is_figure(line) && !is_rank(line))
            break;
        blank(lines, line);
        while (figure_follows && at + 1 < lines->n &&
               lines->items[at + 1].type == LINE_BLANK)
            at++;
        if (figure_follows && at + 1 < lines->n)
            blank(lines, &lines->items[++at]);
    }
}

static void strip_prefix(struct lines *lines, struct line *line)
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

/* All before the first post goes; the last line of some words is the title. */
static void blank_head(struct lines *lines, struct line *title)
{
    size_t first = 0, titled = SIZE_MAX;
    while (first < lines->n && !is_post_number(&lines->items[first]))
        first++;
    if (first == lines->n)
        return;
    for (size_t i = 0; i < first; i++)
        if (line_count_words(&lines->items[i]) >= TITLE_MIN_WORDS)
            titled = i;
    for (size_t i = 0; i < first; i++)
        if (i != titled)
            blank(lines, &lines->items[i]);
    if (titled == SIZE_MAX)
        return;
    *title = lines->items[titled];
    lines->items[titled].type = LINE_BLANK;
    strip_prefix(lines, title);
}

bool forum_clean(struct lines *lines, struct line *title)
{
    size_t n_labels = 0;
    *title = (struct line){0};
    for (size_t i = 0; i < lines->n; i++)
        n_labels += is_label(&lines->items[i]) || is_rank(&lines->items[i]) ||
                    is_post_number(&lines->items[i]);
    if (n_labels < MIN_LABELS)
        return false;
    for (size_t i = 0; i < lines->n; i++)
        if (is_rank(&lines->items[i]))
            blank_member(lines, i);
    blank_head(lines, title);
    for (size_t i = 0; i < lines->n; i++)
        if (is_post_number(&lines->items[i]) ||
            is_in(&lines->items[i], buttons, COUNT(buttons)))
            blank(lines, &lines->items[i]);
    return true;
}
