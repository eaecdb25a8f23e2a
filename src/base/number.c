/* number.c - see number.h. */
#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The process may run under a locale with a decimal comma (a library cannot choose), so text is
 * checked character by character here, and the point exchanged for what the C library expects. */
static char decimal_point(void)
{
    char text[8];
    snprintf(text, sizeof text, "%.1f", 0.5);
    return text[1];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool parse(const char *text, char point, double *value)
{
    char copy[64];
    const size_t length = strlen(text);
    if (length == 0 || length >= sizeof copy) {
        return false;
    }
    const char *at = text;
    if (*at == '+' || *at == '-') {
        at++;
    }
    size_t digits = 0;
    for (; is_digit(*at); at++) {
        digits++;
    }
    const char *fraction = NULL;
    if (*at == point) {
        fraction = at;
        for (at++; is_digit(*at); at++) {
            digits++;
        }
    }
    if (digits == 0) {
        return false;
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        if (*at == '+' || *at == '-') {
            at++;
        }
        if (!is_digit(*at)) {
            return false;
        }
        while (is_digit(*at)) {
            at++;
        }
    }
    if (*at) {
        return false;
    }
    memcpy(copy, text, length + 1);
    if (fraction) {
        copy[fraction - text] = decimal_point();
    }
    *value = strtod(copy, NULL);
    return isfinite(*value);
}

bool vt_number_parse(const char *text, double *value)
{
    return parse(text, '.', value);
}

bool vt_number_parse_survey(const char *text, double *value)
{
    if (parse(text, '.', value)) {
        return true;
    }
    const char *comma = strchr(text, ',');
    if (!comma || !is_digit(comma[1])) {
        return false;
    }
    const char *first = text + (*text == '-' || *text == '+');
    const bool grouped = comma - first <= 3 && *first != '0'; /* one to three digits before: 1,234 */
    if (grouped && strspn(comma + 1, "0123456789") == 3) {
        return false;
    }
    return parse(text, ',', value);
}

bool vt_integer_parse(const char *text, int64_t *value)
{
    const char *at = text + (*text == '-' || *text == '+');
    if (!is_digit(*at) || at[strspn(at, "0123456789")]) {
        return false;
    }
    errno = 0;
    *value = strtoll(text, NULL, 10);
    return errno == 0;
}

static void use_point(char *text)
{
    const char point = decimal_point();
    if (point != '.') {
        char *at = strchr(text, point);
        if (at) {
            *at = '.';
        }
    }
}

const char *vt_number_format(char room[VT_NUMBER_ROOM], double value)
{
    if (isnan(value)) {
        room[0] = '\0';
        return room;
    }
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(room, VT_NUMBER_ROOM, "%.*g", digits, value == 0 ? 0.0 : value);
        if (digits == 17 || strtod(room, NULL) == value) {
            break;
        }
    }
    use_point(room);
    return room;
}

const char *vt_number_format_significant(char room[VT_NUMBER_ROOM], double value, int digits)
{
    room[0] = '\0';
    if (!isnan(value)) {
        snprintf(room, VT_NUMBER_ROOM, "%.*g", digits, value == 0 ? 0.0 : value);
        use_point(room);
    }
    return room;
}

/* As printf's %.*f, but several times as fast where the digits fit an integer: maps are mostly
 * coordinates. Ties go to even, in the scaled double. */
static void print_fixed(char room[VT_NUMBER_ROOM], double value, int decimals)
{
    static const double powers[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    if (decimals > 9 || fabs(value) > 1e8) {
        snprintf(room, VT_NUMBER_ROOM, "%.*f", decimals, value);
        use_point(room);
        return;
    }
    const long long scaled = llrint(fabs(value) * powers[decimals]), unit = (long long)powers[decimals];
    long long whole = scaled / unit, rest = scaled % unit;
    char digits[24], *at = digits + sizeof digits;
    for (int i = 0; i < decimals; i++, rest /= 10) {
        *--at = (char)('0' + rest % 10);
    }
    if (decimals) {
        *--at = '.';
    }
    do {
        *--at = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole);
    if (value < 0) {
        *--at = '-';
    }
    memcpy(room, at, (size_t)(digits + sizeof digits - at));
    room[digits + sizeof digits - at] = '\0';
}

const char *vt_number_format_fixed(char room[VT_NUMBER_ROOM], double value, int decimals)
{
    if (!(fabs(value) < 1e15)) {
        return vt_number_format(room, value);
    }
    print_fixed(room, value, decimals);
    if (strchr(room, '.')) {
        size_t end = strlen(room);
        while (room[end - 1] == '0') {
            end--;
        }
        if (room[end - 1] == '.') {
            end--;
        }
        room[end] = '\0';
    }
    if (strcmp(room, "-0") == 0) {
        memcpy(room, "0", 2);
    }
    return room;
}

void vt_sum_add(vt_sum *sum, double value)
{
    const double total = sum->sum + value;
    if (fabs(sum->sum) >= fabs(value)) {
        sum->lost += (sum->sum - total) + value;
    } else {
        sum->lost += (value - total) + sum->sum;
    }
    sum->sum = total;
}

double vt_sum_value(const vt_sum *sum)
{
    return sum->sum + sum->lost;
}

int vt_number_compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double vt_number_quantile(const double *sorted, size_t n, double share)
{
    const double at = share * (double)(n - 1);
    const size_t below = (size_t)at;
    return below + 1 < n ? sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]) : sorted[n - 1];
}
