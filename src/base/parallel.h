/* parallel.h - a loop over rows on several threads. */
#ifndef VT_PARALLEL_H
#define VT_PARALLEL_H

#include "base/context.h"

/* Called with disjoint ranges [from, to) that cover 0..n; must write only to what belongs to its rows,
 * so that the result does not depend on the number of threads. */
typedef void (*vt_parallel_fn)(void *user, size_t from, size_t to);

void vt_parallel_for(const vitrine_context *ctx, size_t n, size_t chunk, vt_parallel_fn work, void *user);

/* The same for what takes long: the caller's thread reports progress in `stage`, from what was last reported to `until`. Where the
 * user stops it, ranges are left out, and it ends with VITRINE_E_CANCELLED. */
vitrine_status vt_parallel_for_told(vitrine_context *ctx, const char *stage, double until, size_t n, size_t chunk, vt_parallel_fn work,
                                    void *user);

#endif
