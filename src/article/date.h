/* Dates in front matter: a day, a month or a year. */
#ifndef MEDFAQ_ARTICLE_DATE_H
#define MEDFAQ_ARTICLE_DATE_H

#include <stdbool.h>

/* year is 0 for no date. day is 0 where only the month is given, month and day
 * are 0 where only the year is. */
struct date {
    int year, month, day;
};

/* Reads "2026-11-22", "2026-11" or "2026"; false for anything else, and for a
 * day that does not exist. */
bool date_parse(const char *text, struct date *date);
/* Writes "2026-11-22", "2026-11", "2026", or "" for no date. */
void date_format(const struct date *date, char out[static 11]);
int date_compare(const struct date *a, const struct date *b);
/* Tells whether all of the day, month or year lies before today; false for no
 * date. */
bool date_is_past(const struct date *date, const struct date *today);

/* Returns today's date in local time, or that of SOURCE_DATE_EPOCH if it is
 * set, so that the results of a check can be reproduced. */
struct date date_today(void);

#endif
