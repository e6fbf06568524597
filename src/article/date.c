/* Parses, formats and compares the dates in front matter. */
#include "article/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Reads exactly n digits; returns -1 if there are fewer. */
static int read_digits(const char *text, int n)
{
    int number = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + text[i] - '0';
    }
    return number;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_parse(const char *text, struct date *date)
{
    struct date parsed = {.year = read_digits(text, 4)};
    if (parsed.year < 1)
        return false;
    text += 4;
    if (*text == '-') {
        parsed.month = read_digits(text + 1, 2);
        if (parsed.month < 1 || parsed.month > 12)
            return false;
        text += 3;
    }
    if (parsed.month && *text == '-') {
        parsed.day = read_digits(text + 1, 2);
        if (parsed.day < 1 ||
            parsed.day > days_in_month(parsed.year, parsed.month))
            return false;
        text += 3;
    }
    if (*text)
        return false;
    *date = parsed;
    return true;
}

void date_format(const struct date *date, char out[static 11])
{
    int n = 0;
    out[0] = '\0';
    if (date->year)
        n = snprintf(out, 11, "%04u", (unsigned)date->year % 10000);
    if (date->year && date->month)
        n += snprintf(out + n, 11 - (size_t)n, "-%02u",
                      (unsigned)date->month % 100);
    if (date->year && date->month && date->day)
        snprintf(out + n, 11 - (size_t)n, "-%02u", (unsigned)date->day % 100);
}

int date_compare(const struct date *a, const struct date *b)
{
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

bool date_is_past(const struct date *date, const struct date *today)
{
    struct date now = *today;
    now.month = date->month ? now.month : 0;
    now.day = date->day ? now.day : 0;
    return date->year && date_compare(date, &now) < 0;
}

struct date date_today(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now =
        epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return (struct date){.year = local.tm_year + 1900,
                         .month = local.tm_mon + 1,
                         .day = local.tm_mday};
}
