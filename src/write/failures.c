/* failures.c - see failures.h. */
#include "write/failures.h"

#include <cpl_error.h>
#include <stdio.h>

static void CPL_STDCALL count(CPLErr class, CPLErrorNum number, const char *text)
{
    (void)number;
    vt_failures *f = CPLGetErrorHandlerUserData();
    if (class >= CE_Failure && f->errors++ == 0) {
        snprintf(f->first, sizeof f->first, "%s", text);
    }
}

void vt_failures_begin(vt_failures *failures)
{
    *failures = (vt_failures){0};
    CPLPushErrorHandlerEx(count, failures);
}

void vt_failures_end(void)
{
    CPLPopErrorHandler();
}
