/* words.h - the words of codes for those who read: reports, spreadsheets, forms and headings. Files for programs keep the codes. */
#ifndef VT_WORDS_H
#define VT_WORDS_H

#include <stdbool.h>

/* The word in French or English for a code in a column of ours ("status", "vacant"): the code itself where it has none, NULL for NULL. */
const char *vt_word(const char *column, const char *code, bool french);

/* Whether the column has codes with words. */
bool vt_word_has(const char *column);

/* The table, for the tests; ends with a NULL column. */
typedef struct {
    const char *column, *code, *fr, *en;
} vt_word_row;
extern const vt_word_row vt_words[];

#endif
