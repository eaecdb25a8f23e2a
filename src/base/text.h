/* text.h - UTF-8 text as people type it: checking, folding, comparing. */
#ifndef VT_TEXT_H
#define VT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Valid UTF-8 without NUL, surrogates or overlong forms. */
bool vt_text_is_utf8(const char *text);

/* Lower case, without accents; ligatures spelt out (œ → oe, ß → ss); any run of white space becomes
 * one space, and none at the ends; typographic apostrophes and dashes become ' and -. Letters of other
 * scripts stay as they are. The caller frees it; NULL when out of memory. */
char *vt_text_fold(const char *text);

/* Where `text` begins without white space at its ends, and its length then (0: nothing but space). */
const char *vt_text_trim(const char *text, size_t *length);

/* 1 − (Levenshtein distance) / (length of the longer), in characters: 1 for equal texts, 0..1. */
double vt_text_similarity(const char *a, const char *b);

/* The candidate most like `word`, or NULL when none is alike enough to be meant (similarity under
 * 0.5 after folding). */
const char *vt_text_nearest(const char *word, const char *const *candidates, size_t n);

/* 1: yes, oui, true, 1, artificial…; 0: no, non, false, 0, naturel…; −1: neither, and NULL. */
int vt_text_yes_no(const char *text);

/* Compares ids by bytes, or as integers (for a whole layer of integer ids). */
int vt_text_compare_ids(const char *a, const char *b, bool integers);
bool vt_text_is_integer_id(const char *id);

#endif
