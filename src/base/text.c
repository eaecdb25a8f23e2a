/* text.c - see text.h. Folding covers Latin-1, Latin Extended-A and combining accents (NFD), which
 * is what French, English and their neighbours' names are written in. */
#include "base/text.h"

#include "base/number.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vitrine/base.h>

/* Decodes one character; 0 at the end, UINT32_MAX when invalid. */
static uint32_t next_char(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    if (s[0] < 0x80) {
        *at += s[0] != 0;
        return s[0];
    }
    int more = s[0] >= 0xC2 && s[0] <= 0xDF ? 1 : (s[0] & 0xF0) == 0xE0 ? 2 : s[0] >= 0xF0 && s[0] <= 0xF4 ? 3 : 0;
    if (!more) {
        return UINT32_MAX;
    }
    uint32_t c = s[0] & (0x3Fu >> more);
    for (int i = 1; i <= more; i++) {
        if ((s[i] & 0xC0) != 0x80) {
            return UINT32_MAX;
        }
        c = c << 6 | (s[i] & 0x3Fu);
    }
    const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        return UINT32_MAX;
    }
    *at += more + 1;
    return c;
}

bool vt_text_is_utf8(const char *text)
{
    uint32_t c;
    while ((c = next_char(&text)) != 0) {
        if (c == UINT32_MAX) {
            return false;
        }
    }
    return true;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* U+00C0..U+017F without accents, in lower case; "" keeps the letter (no Latin base). */
static const char *const latin[] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", /* C0 */
    "d", "n", "o", "o", "o", "o", "o", "x", "o", "u", "u", "u", "u", "y", "th", "ss", /* D0 */
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", /* E0 */
    "d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th", "y", /* F0 */
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", /* 100 */
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", /* 110 */
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", /* 120 */
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", /* 130 */
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", /* 140 */
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", /* 150 */
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", /* 160 */
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", /* 170 */
};

char *vt_text_fold(const char *text)
{
    char *folded = malloc(2 * strlen(text) + 1); /* a two-byte letter folds to two at most */
    if (!folded) {
        return NULL;
    }
    size_t n = 0;
    bool space = false;
    while (*text) {
        const char *from = text;
        const uint32_t c = next_char(&text);
        if (c == UINT32_MAX) { /* not UTF-8: keep the byte */
            text = from + 1;
        } else if (is_space(c)) {
            space = n > 0;
            continue;
        } else if (c >= 0x300 && c <= 0x36F) { /* combining accent */
            continue;
        }
        if (space) {
            folded[n++] = ' ';
            space = false;
        }
        if (c >= 'A' && c <= 'Z') {
            folded[n++] = (char)(c + 32);
        } else if (c >= 0xC0 && c <= 0x17F) {
            for (const char *l = latin[c - 0xC0]; *l; l++) {
                folded[n++] = *l;
            }
        } else if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xB4 || c == '`') {
            folded[n++] = '\'';
        } else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
            folded[n++] = '-';
        } else {
            memcpy(folded + n, from, (size_t)(text - from));
            n += (size_t)(text - from);
        }
    }
    folded[n] = '\0';
    return folded;
}

const char *vt_text_trim(const char *text, size_t *length)
{
    const char *end = NULL, *start = NULL;
    for (const char *at = text; *at;) {
        const char *from = at;
        const uint32_t c = next_char(&at);
        if (c == UINT32_MAX) {
            at = from + 1;
        }
        if (!is_space(c)) {
            start = start ? start : from;
            end = at;
        }
    }
    *length = start ? (size_t)(end - start) : 0;
    return start ? start : text;
}

double vt_text_similarity(const char *a, const char *b)
{
    enum { MOST = 256 };
    uint32_t x[MOST], y[MOST];
    size_t n = 0, m = 0;
    for (uint32_t c; n < MOST && (c = next_char(&a)) && c != UINT32_MAX;) {
        x[n++] = c;
    }
    for (uint32_t c; m < MOST && (c = next_char(&b)) && c != UINT32_MAX;) {
        y[m++] = c;
    }
    if (n == 0 || m == 0) {
        return n == m ? 1 : 0;
    }
    unsigned row[MOST + 1];
    for (size_t j = 0; j <= m; j++) {
        row[j] = (unsigned)j;
    }
    for (size_t i = 1; i <= n; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            const unsigned above = row[j];
            unsigned best = diagonal + (x[i - 1] != y[j - 1]);
            best = above + 1 < best ? above + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            row[j] = best;
            diagonal = above;
        }
    }
    return 1 - (double)row[m] / (double)(n > m ? n : m);
}

const char *vt_text_nearest(const char *word, const char *const *candidates, size_t n)
{
    char *folded = vt_text_fold(word);
    const char *best = NULL;
    double most = 0.5;
    for (size_t i = 0; folded && i < n; i++) {
        char *other = vt_text_fold(candidates[i]);
        const double alike = other ? vt_text_similarity(folded, other) : 0;
        free(other);
        if (alike >= most && (!best || alike > most)) {
            most = alike;
            best = candidates[i];
        }
    }
    free(folded);
    return best;
}

bool vt_text_is_integer_id(const char *id)
{
    int64_t value; /* no leading zeros: 01004 and 1004 must stay two ids */
    return vt_integer_parse(id, &value) && *id != '+' && !(*id == '0' && id[1]) && strncmp(id, "-0", 2) != 0;
}

int vt_text_compare_ids(const char *a, const char *b, bool integers)
{
    int64_t x, y;
    if (integers && vt_integer_parse(a, &x) && vt_integer_parse(b, &y)) {
        return (x > y) - (x < y);
    }
    return strcmp(a, b);
}

int vt_text_yes_no(const char *text)
{
    static const char *const words[][14] = {
        {"non", "no", "n", "false", "faux", "f", "0", "naturel", "enaf", "non artificialise", "non artificiel", "non artif", "natural"},
        {"oui", "yes", "y", "o", "true", "vrai", "t", "1", "artif", "artificiel", "artificialise", "artificial", "artificielle", "artificialisee"}};
    char *folded = text ? vt_text_fold(text) : NULL;
    int answer = -1;
    for (int yes = 0; folded && yes < 2; yes++) {
        for (size_t i = 0; i < 14 && words[yes][i]; i++) {
            answer = strcmp(folded, words[yes][i]) == 0 ? yes : answer;
        }
    }
    free(folded);
    return answer;
}

const char *vitrine_nearest(const char *word, const char *const *candidates, size_t n)
{
    return vt_text_nearest(word, candidates, n);
}
