/* classes.h - the bounds of the rate's classes that a study asks for. */
#ifndef VT_CLASSES_H
#define VT_CLASSES_H

#include "study/study.h"

enum { VT_MOST_BOUNDS = 16 };

/* Shares, rising; how many. Public schemes: procos (Procos/Codata: 5, 7.5, 10 %), igf (IGF-CGEDD: 5, 10,
 * 15 %), else the study's own list. */
size_t vt_class_bounds(const vitrine_study *study, double bounds[VT_MOST_BOUNDS]);

#endif
