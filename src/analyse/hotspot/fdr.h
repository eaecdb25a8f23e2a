/* fdr.h - the false discovery rate of many tests at once. */
#ifndef VT_FDR_H
#define VT_FDR_H

#include "base/context.h"

/* In the order of the choices of hotspots.fdr_method. */
typedef enum { VT_BENJAMINI_HOCHBERG, VT_BENJAMINI_YEKUTIELI } vt_fdr_method;

/* q-values: the least rate at which the test is a discovery. q of the j-th least p is the least of c·m·p/j over it and
 * all greater ones, capped at 1; c = 1 (Benjamini & Hochberg 1995) or 1 + 1/2 + … + 1/m (Benjamini & Yekutieli 2001: any
 * dependence). A NaN p stays NaN and is not counted in m. */
vitrine_status vt_fdr(vitrine_context *ctx, const double *p, size_t n, vt_fdr_method method, double *q);

#endif
