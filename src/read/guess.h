/* guess.h - what a layer that no preset knows may be, by the words in its names. */
#ifndef VT_GUESS_H
#define VT_GUESS_H

#include "read/look.h"

enum { VT_MOST_GUESSES = 3 };

/* The kinds nearest to it, the nearest first; at most VT_MOST_GUESSES; returns how many. */
size_t vt_guess_kinds(const vt_seen *seen, const vt_kind **kinds);

/* The source's field that our field of a kind may be; NULL when none looks like it. "status" for that of premises. */
const char *vt_guess_field(const vt_seen *seen, const vt_kind *kind, const char *field);

/* Columns of a table that hold the place: {"x", "lon"} and the like, for geometry.* of a study. *n: 1 or 2, 0 when none look like it. */
typedef struct {
    const char *key, *column;
} vt_guess_column;
size_t vt_guess_geometry(const vt_seen *seen, vt_guess_column columns[2]);

/* What a constraint or place is, by its name: flood, technological, public_transport…; NULL when it does not tell. */
const char *vt_guess_kind_of(const vt_seen *seen);

#endif
