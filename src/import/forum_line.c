/* Lines that boards put around posts, by their words. */
#include "import/forum_line.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "import/date_text.h"

#define DATE_MAX_BYTES 60

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
    "Top",       "Bottom",
    "Đối tác",   "Trả lời",
    "Chia sẻ",   "Báo cáo",
    "Reply",     "Quote",
    "Report",    "Share",
    "Like",      "Sponsored",
    "Sign up",   "You must log in or register to reply here.",
    "Log in",    "Advertisement",
    "Đăng nhập", "Đăng ký"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_in(const struct lines_line *line, const char *const *table,
                  size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (line_is(line, table[i]))
            return true;
    return false;
}

bool forum_line_is_rank(const struct lines_line *line)
{
    for (size_t i = 0; i < COUNT(ranks); i++) {
        size_t n = strlen(ranks[i]);
        if (line->n_bytes >= n && line->n_bytes <= n + 3 &&
            ascii_ncasecmp(line->text, ranks[i], n) == 0)
            return true;
    }
    return false;
}

bool forum_line_is_label(const struct lines_line *line, bool *with_figure)
{
    *with_figure = false;
    if (is_in(line, labels, COUNT(labels)))
        return true;
    for (size_t i = 0; i < COUNT(labels); i++) {
        size_t n = strlen(labels[i]);
        if (line->n_bytes > n && line->text[n] == ':' &&
            ascii_ncasecmp(line->text, labels[i], n) == 0) {
            *with_figure = line->n_bytes > n + 1;
            return true;
        }
    }
    return false;
}

bool forum_line_is_figure(const struct lines_line *line)
{
    for (size_t i = 0; i < line->n_bytes; i++)
        if (!ascii_is_digit(line->text[i]) && !strchr("/.,-: ", line->text[i]))
            return false;
    return line->n_bytes > 0;
}

size_t forum_line_before_number(const struct lines_line *line)
{
    size_t n = line->n_bytes;
    while (n > 0 && ascii_is_digit(line->text[n - 1]))
        n--;
    if (n == line->n_bytes || n == 0 || line->text[n - 1] != '#')
        return SIZE_MAX;
    return n - 1;
}

bool forum_line_is_date(const char *text, size_t n_bytes)
{
    char *line = mem_strndup(text, n_bytes);
    struct date date;
    bool is = n_bytes <= DATE_MAX_BYTES && date_text_parse(line, &date);
    free(line);
    return is;
}

bool forum_line_is_post_number(const struct lines_line *line)
{
    size_t n = forum_line_before_number(line);
    return n == 0 || (n != SIZE_MAX && forum_line_is_date(line->text, n));
}

bool forum_line_is_byline(const struct lines_line *line)
{
    static const char mark[] = " » ";
    const char *at = memmem(line->text, line->n_bytes, mark, strlen(mark));
    if (!at || !memmem(line->text, line->n_bytes, "by ", 3))
        return false;
    at += strlen(mark);
    return forum_line_is_date(at, line->n_bytes - (size_t)(at - line->text));
}

bool forum_line_is_buttons(const struct lines_line *line)
{
    if (is_in(line, buttons, COUNT(buttons)))
        return true;
    size_t n_words = 0;
    for (size_t at = 0; at < line->n_bytes;) {
        size_t n = 0;
        while (at + n < line->n_bytes && !ascii_is_space(line->text[at + n]))
            n++;
        struct lines_line word = {.text = line->text + at, .n_bytes = n};
        if (n > 0 && !is_in(&word, buttons, COUNT(buttons)))
            return false;
        n_words += n > 0;
        at += n + 1;
    }
    return n_words > 0;
}
