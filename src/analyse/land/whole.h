/* whole.h - see whole.c. */
#ifndef VT_LAND_WHOLE_H
#define VT_LAND_WHOLE_H

#include "analyse/land/fragment.h"
#include "analyse/land/land.h"

/* A parcel of a zone; the caller drops it. */
vt_fragment vt_whole_parcel(const vt_land *land, uint32_t zone, uint32_t parcel, vt_knife *knife);
/* Sets the footprints of all units. */
vitrine_status vt_whole_built(vt_land *land);

#endif
