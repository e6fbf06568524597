/* Dates as people and programs write them. */
#ifndef MEDFAQ_IMPORT_DATE_TEXT_H
#define MEDFAQ_IMPORT_DATE_TEXT_H

#include <stdbool.h>

#include "article/meta.h"

/* Reads the date that a text begins with, after words such as a weekday:
 * "2024-03-27T10:00:00Z", "2024/03/27", "27.03.2024", "20240327", "27 March
 * 2024", "Mar 27, 2024", "27 de marzo de 2024", "2024年3月27日", "May 2023".
 * Where day and month cannot be told apart ("03/04/2024") only the year is
 * read. False if there is no date. */
bool date_text_parse(const char *text, struct date *date);

#endif
