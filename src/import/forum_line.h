/* Recognises lines of a board that was copied as text. Each function looks
 * at one line only. */
#ifndef MEDFAQ_IMPORT_FORUM_LINE_H
#define MEDFAQ_IMPORT_FORUM_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "import/lines.h"

/* A member's rank, after whose name it stands. */
bool forum_line_is_rank(const struct lines_line *line);
/* "Joined", or "Joined: Jan 2018", which has the figure with it. */
bool forum_line_is_label(const struct lines_line *line, bool *with_figure);
/* A figure alone: "14", "8/4/22", "1,204". */
bool forum_line_is_figure(const struct lines_line *line);
/* The bytes before "#1" at the end of a line; SIZE_MAX if there is none. */
size_t forum_line_before_number(const struct lines_line *line);
/* A date and not much more: "May 6, 2024", "Yesterday at 10:12". */
bool forum_line_is_date(const char *text, size_t n_bytes);
/* The start of a post: "#1", possibly after a date. */
bool forum_line_is_post_number(const struct lines_line *line);
/* Author and date: "Post by ann » Mon May 06, 2024 8:01 am". */
bool forum_line_is_byline(const struct lines_line *line);
/* A line of buttons only: "Like Reply". */
bool forum_line_is_buttons(const struct lines_line *line);

#endif
