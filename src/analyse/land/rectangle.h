/* rectangle.h - the greatest rectangle in a ground, along a direction. */
#ifndef VT_RECTANGLE_H
#define VT_RECTANGLE_H

#include "geo/polygons.h"

/* Area of the greatest rectangle of whole cells of 1 m that lie in the polygons, the grid laid along (dx, dy) from the ground's
 * own corner; 0 where none does, NaN out of memory. */
double vt_rectangle_greatest(const vt_polygons *ground, double dx, double dy);

#endif
