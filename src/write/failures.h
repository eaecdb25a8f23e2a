/* failures.h - counts what GDAL reports as failed while something is written: it does not always return it. */
#ifndef VT_FAILURES_H
#define VT_FAILURES_H

typedef struct {
    int errors;
    char first[256];
} vt_failures;

/* GDAL's errors of this thread go into `failures`, until _end. */
void vt_failures_begin(vt_failures *failures);
void vt_failures_end(void);

#endif
