/* date.h - days of the Gregorian calendar, whole or known only by month or year. */
#ifndef VT_DATE_H
#define VT_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* The days that a date may mean, both included, counted from 1970-01-01: one day, a month or a year. */
typedef struct {
    int64_t first, last;
} vt_days;

/* The whole text by a form of %Y (four digits), %m, %d, %H, %M, %S and other characters as they are. The text
 * may lack the day, or the day and the month, with the character that parts them: by %d/%m/%Y also 06/2023
 * and 2023. False for another form, and for a day that no calendar has. */
bool vt_date_parse(const char *text, const char *form, vt_days *days);

/* The form has each directive once at most, %Y, no %d without %m, and no other directive. */
bool vt_date_form_is_good(const char *form);

/* "2023-06-01", "2023-06" or "2023" (ISO 8601), the form %Y-%m-%d reads back. */
enum { VT_DATE_ROOM = 16 };
const char *vt_date_format(char room[VT_DATE_ROOM], vt_days days);

#endif
