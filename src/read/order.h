/* order.h - rows in the order of their ids, each id one row's. */
#ifndef VT_ORDER_H
#define VT_ORDER_H

#include "read/rows.h"

typedef struct {
    uint32_t *at;  /* rows in their order; the caller frees it */
    bool integers; /* all ids are whole numbers, and ordered as such */
    bool as_read;  /* the order in which they were read */
} vt_row_order;

/* Orders the rows by id, then by content; twins are refused, or numbered as layers.*.ids says. */
vitrine_status vt_order_rows(vt_rows *rows, vt_row_order *order);

#endif
