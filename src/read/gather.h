/* gather.h - rows in their order become a layer of the model. */
#ifndef VT_GATHER_H
#define VT_GATHER_H

#include "read/order.h"

/* Fills the layer's ids, columns and geometry; what can be handed over is taken out of `rows`. false: out of memory. */
bool vt_gather_rows(vt_rows *rows, const vt_row_order *order, vt_layer *layer);

#endif
