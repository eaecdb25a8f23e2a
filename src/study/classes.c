/* classes.c - see classes.h. */
#include "study/classes.h"

#include <string.h>

static const struct {
    const char *name;
    size_t n;
    double bounds[3];
} schemes[] = {{"procos", 3, {0.05, 0.075, 0.10}}, {"igf", 3, {0.05, 0.10, 0.15}}};

size_t vt_class_bounds(const vitrine_study *study, double bounds[VT_MOST_BOUNDS])
{
    const char *classes = vitrine_study_get(study, "vacancy.classes");
    for (size_t i = 0; classes && i < sizeof schemes / sizeof *schemes; i++) {
        if (strcmp(classes, schemes[i].name) == 0) {
            memcpy(bounds, schemes[i].bounds, sizeof schemes[i].bounds);
            return schemes[i].n;
        }
    }
    return vt_study_numbers(study, "vacancy.classes", bounds, VT_MOST_BOUNDS);
}
