/* status.h - what a friche's status means; kept in sites.c. */
#ifndef VT_FRICHE_STATUS_H
#define VT_FRICHE_STATUS_H

#include <stdbool.h>

/* Neither potential nor reconverted; NULL is open too. */
bool vt_friche_is_open(const char *status);

#endif
