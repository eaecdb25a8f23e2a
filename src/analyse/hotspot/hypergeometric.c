/* hypergeometric.c - probabilities relative to the mode's, by the ratio of one to the next: no factorials, whose
 * logarithms lose twelve digits at a million rows. */
#include "analyse/hotspot/hypergeometric.h"

#include <math.h>

typedef struct {
    long double others, marked, drawn;
} urn;

/* P(x + 1) / P(x); 0 at the upper end of the range. */
static long double ratio(const urn *u, long double x)
{
    return (u->marked - x) * (u->drawn - x) / ((x + 1) * (u->others - u->marked - u->drawn + x + 1));
}

/* P(x + step) / P(x), step 1 or −1; 0 beyond the range. */
static long double onwards(const urn *u, long double x, int step)
{
    if (step > 0) {
        return ratio(u, x);
    }
    const long double low = fmaxl(0, u->drawn - (u->others - u->marked));
    return x > low ? 1 / ratio(u, x - 1) : 0;
}

/* Sum from x outwards, P(x) = first: the terms fall ever faster. */
static long double tail(const urn *u, long double x, int step, long double first)
{
    long double sum = 0;
    for (long double term = first; term > sum * 1e-24L; x += step) {
        sum += term;
        term *= onwards(u, x, step);
    }
    return sum;
}

double vt_hypergeometric_p(size_t others, size_t marked, size_t drawn, size_t hits)
{
    if (hits > drawn || hits > marked || drawn - hits > others - marked) {
        return 0;
    }
    const urn u = {(long double)others, (long double)marked, (long double)drawn};
    const long double s = (long double)hits, mode = floorl((u.drawn + 1) * (u.marked + 1) / (u.others + 2));
    const int away = s >= mode ? 1 : -1;
    long double at_s = 1; /* P(s) / P(mode) */
    for (long double x = mode; x != s && at_s > 0; x += away) {
        at_s *= onwards(&u, x, away);
    }
    const long double all = tail(&u, mode, 1, 1) + tail(&u, mode, -1, 1) - 1;
    const long double outer = tail(&u, s, away, at_s);
    const long double inner = all - outer + at_s;
    return (double)fminl(1, 2 * fminl(outer, inner) / all);
}
