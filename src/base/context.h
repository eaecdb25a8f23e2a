/* context.h - messages, log, progress, cancellation: what every function of the library is given. */
#ifndef VT_CONTEXT_H
#define VT_CONTEXT_H

#include <libintl.h>
#include <vitrine/base.h>

#define VT_DOMAIN "vitrine"
/* User-facing text is written in English and translated by gettext; N_ only marks it. */
#define _(text) dgettext(VT_DOMAIN, text)
#define N_(text) text

struct vitrine_context {
    char message[2048];
    vitrine_log_fn log;
    void *log_user;
    vitrine_progress_fn progress;
    void *progress_user;
    double done; /* as last reported */
    int threads;
};

/* Sets the message and returns `status`. Say what, where, the value and what to do, in one line:
 * control characters are replaced by a space. */
vitrine_status vt_fail(vitrine_context *ctx, vitrine_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* vt_fail for an allocation that failed. */
vitrine_status vt_no_memory(vitrine_context *ctx);

void vt_log(vitrine_context *ctx, vitrine_log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Reports progress (done < 0: no further than before); VITRINE_E_CANCELLED (with its message) when the user wants to stop. */
vitrine_status vt_progress(vitrine_context *ctx, const char *stage, double done);

/* Seconds of a steady clock, for --timings. */
double vt_clock(void);

#endif
