/* same_business.h - a business that a map draws both as a point and as a polygon counts once. */
#ifndef VT_SAME_BUSINESS_H
#define VT_SAME_BUSINESS_H

#include "read/rows.h"

/* A polygon that covers a point of the same activity and status, whose name is the same or missing on
 * either side, is dropped (filtered, with a notice); the point takes over what it lacks. For presets
 * that say `once: true` (OSM). */
vitrine_status vt_same_business(vt_rows *rows, vt_account *account);

#endif
