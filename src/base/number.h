/* number.h - numbers to and from text, whatever the locale; sums that do not depend on luck. */
#ifndef VT_NUMBER_H
#define VT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The whole text as a finite decimal number with a point ("12.5", "-3", "1e3"). */
bool vt_number_parse(const char *text, double *value);

/* A number as surveys write it: also a decimal comma ("12,5"). Refused: grouping ("1 234,5"), units,
 * and a comma between one to three digits (not 0…) and exactly three, which an English reader would take
 * for a thousand ("1,234"). */
bool vt_number_parse_survey(const char *text, double *value);

/* The whole text as an integer. */
bool vt_integer_parse(const char *text, int64_t *value);

enum { VT_NUMBER_ROOM = 32 };

/* The shortest text that reads back as the same double, with a point; "" for NaN. */
const char *vt_number_format(char room[VT_NUMBER_ROOM], double value);
/* Rounded to `digits` significant digits, 1 to 17, trailing zeros cut; "" for NaN. */
const char *vt_number_format_significant(char room[VT_NUMBER_ROOM], double value, int digits);
/* `decimals` digits behind the point at most, trailing zeros cut. */
const char *vt_number_format_fixed(char room[VT_NUMBER_ROOM], double value, int decimals);

/* Compensated sum (Neumaier 1974). Zero is an empty sum. */
typedef struct {
    double sum, lost;
} vt_sum;
void vt_sum_add(vt_sum *sum, double value);
double vt_sum_value(const vt_sum *sum);

/* For qsort, of doubles. */
int vt_number_compare(const void *a, const void *b);
/* Quantile of n sorted values (n > 0), by linear interpolation between ranks. */
double vt_number_quantile(const double *sorted, size_t n, double share);

#endif
