/* scheme_source.h - the little language of `from` in a scheme (scheme.h), and how its words compare. */
#ifndef VT_SCHEME_SOURCE_H
#define VT_SCHEME_SOURCE_H

#include "study/scheme.h"

/* NULL: parsed into *source, whose texts live in the arena; else what is wrong, for the user. */
const char *vt_scheme_parse_source(vt_arena *arena, const char *text, vt_scheme_source *source);

#endif
