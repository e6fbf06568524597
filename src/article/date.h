/* Dates of front matter: a day, a month or a year. */
#ifndef MEDFAQ_ARTICLE_DATE_H
#define MEDFAQ_ARTICLE_DATE_H

#include <stdbool.h>

/* year 0: no date; month and day 0 when only the year (and month) is given. */
struct date {
    int year, month, day;
};

/* "2026-11-22", "2026-11" or "2026"; false if it is no such day. */
bool date_parse(const char *text, struct date *date);
/* "2026-11-22", or shorter; "" for no date. out has room for 11 bytes. */
void date_format(const struct date *date, char out[static 11]);
int date_compare(const struct date *a, const struct date *b);
/* Whether the whole day, month or year was over before today; false for no
 * date. */
bool date_is_past(const struct date *date, const struct date *today);

/* Today's date, local time; that of SOURCE_DATE_EPOCH where it is set, so that
 * a check can be repeated. */
struct date date_today(void);

#endif
