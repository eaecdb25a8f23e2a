/* date.c - see date.h. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

/* Days from 1970-01-01 to a day of the proleptic Gregorian calendar, counted in years that begin in March, so
 * that a leap day ends them. */
static int64_t day_number(int year, int month, int day)
{
    const int64_t y = month <= 2 ? year - 1 : year;
    const int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int days_in(int year, int month)
{
    const int next = month == 12 ? 1 : month + 1;
    return (int)(day_number(month == 12 ? year + 1 : year, next, 1) - day_number(year, month, 1));
}

/* The digits at *text as a number; false when there are fewer than `least`. */
static bool read_digits(const char **text, int least, int most, int *value)
{
    int n = 0;
    *value = 0;
    while (n < most && (*text)[n] >= '0' && (*text)[n] <= '9') {
        *value = *value * 10 + (*text)[n++] - '0';
    }
    *text += n;
    return n >= least;
}

static bool parse_whole(const char *text, const char *form, vt_days *days)
{
    int year = 0, month = 0, day = 0, other = 0;
    bool after = false; /* a directive that nothing parts from this one */
    while (*form) {
        if (*form != '%') {
            after = false;
            if (*text++ != *form++) {
                return false;
            }
            continue;
        }
        const bool tight = after || form[2] == '%';
        const char what = form[1];
        int *to = what == 'Y' ? &year : what == 'm' ? &month : what == 'd' ? &day : &other;
        if (!read_digits(&text, what == 'Y' ? 4 : tight ? 2 : 1, what == 'Y' ? 4 : 2, to)) {
            return false;
        }
        if ((what == 'm' && (month < 1 || month > 12)) || (what == 'd' && day < 1)) {
            return false;
        }
        after = true;
        form += 2;
    }
    if (*text || year < 1 || (day && (!month || day > days_in(year, month)))) {
        return false;
    }
    days->first = day_number(year, month ? month : 1, day ? day : 1);
    days->last = day_number(year, month ? month : 12, day ? day : days_in(year, month ? month : 12));
    return true;
}

/* The form without one directive and the characters that part it from the next one, or from the one before
 * it where it is the last. */
static bool drop(const char *form, char directive, char *room, size_t size)
{
    const char name[] = {'%', directive, '\0'};
    const char *at = strstr(form, name);
    if (!at || strlen(form) >= size) {
        return false;
    }
    const char *end = strchr(at + 2, '%');
    const char *begin = at;
    while (!end && begin > form && begin[-1] != '%' && !(begin - form >= 2 && begin[-2] == '%')) {
        begin--;
    }
    end = end ? end : form + strlen(form);
    memcpy(room, form, (size_t)(begin - form));
    memmove(room + (begin - form), end, strlen(end) + 1);
    return true;
}

bool vt_date_parse(const char *text, const char *form, vt_days *days)
{
    char months[64], years[64];
    return parse_whole(text, form, days) ||
           (drop(form, 'd', months, sizeof months) &&
            (parse_whole(text, months, days) ||
             (drop(months, 'm', years, sizeof years) && parse_whole(text, years, days))));
}

bool vt_date_form_is_good(const char *form)
{
    bool has[128] = {false};
    for (const char *at = strchr(form, '%'); at; at = strchr(at + 2, '%')) {
        if (!at[1] || !strchr("YmdHMS", at[1]) || has[(int)at[1]]) {
            return false;
        }
        has[(int)at[1]] = true;
    }
    return has['Y'] && (has['m'] || !has['d']) && strlen(form) < 64;
}

const char *vt_date_format(char room[VT_DATE_ROOM], vt_days days)
{
    int year = 1970 + (int)(days.first / 366), month = 1;
    while (day_number(year + 1, 1, 1) <= days.first) {
        year++;
    }
    while (day_number(year, 1, 1) > days.first) {
        year--;
    }
    while (month < 12 && day_number(year, month + 1, 1) <= days.first) {
        month++;
    }
    const int length = days.last > days.first ? (days.last - days.first > 31 ? 4 : 7) : 10;
    char whole[48];
    snprintf(whole, sizeof whole, "%04d-%02d-%02d", year, month, (int)(days.first - day_number(year, month, 1)) + 1);
    snprintf(room, VT_DATE_ROOM, "%.*s", length, whole);
    return room;
}
