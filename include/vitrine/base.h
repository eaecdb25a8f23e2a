/* base.h - the context: messages, log, progress, threads.
 *
 * Every function of vitrine takes a context first. A context keeps the last message and the
 * callbacks; it is used by one thread at a time (vitrine starts its own threads inside). The library
 * never prints, never exits and never sets the locale.
 *
 * Ownership, everywhere: an object returned through a pointer-to-pointer belongs to the caller, who
 * gives it back to the matching _free (which accepts NULL); anything returned directly, text above
 * all, belongs to its parent and lives as long as it. */
#ifndef VITRINE_BASE_H
#define VITRINE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define VITRINE_API __attribute__((visibility("default")))
#else
#define VITRINE_API
#endif

/* 0 or negative. The command's exit status for each is in the contract of the command (README). */
typedef enum {
    VITRINE_OK = 0,
    VITRINE_E_FAILED = -1,   /* disk, memory, library underneath */
    VITRINE_E_USAGE = -2,    /* an argument that the caller could have known to be wrong */
    VITRINE_E_INPUT = -3,    /* the study or the data is refused; the message says what to do */
    VITRINE_E_CANCELLED = -4 /* the progress callback said stop */
} vitrine_status;

typedef enum {
    VITRINE_LOG_WARNING = 0, /* the result stands, but its reader should know */
    VITRINE_LOG_INFO = 1,    /* what was done: counts, stages */
    VITRINE_LOG_TIMING = 2   /* seconds by stage */
} vitrine_log_level;

typedef struct vitrine_context vitrine_context;

/* A log line, without a newline, in UTF-8. */
typedef void (*vitrine_log_fn)(void *user, vitrine_log_level level, const char *text);

/* `done` grows from 0 to 1 within a stage; `stage` is a short fixed English word (read, vacancy, write), read with
 * the layer after it (read parcels). Stages within another (hotspots, network) carry on its `done`.
 * Called on the thread of the call that runs, while others may be at work.
 * Return false to stop: the running call then ends with VITRINE_E_CANCELLED and leaves no trace. */
typedef bool (*vitrine_progress_fn)(void *user, const char *stage, double done);

/* NULL when there is no memory. */
VITRINE_API vitrine_context *vitrine_context_new(void);
VITRINE_API void vitrine_context_free(vitrine_context *ctx);

/* The last failure in one line: what, where, the value, what to do. "" when none. */
VITRINE_API const char *vitrine_message(const vitrine_context *ctx);

VITRINE_API void vitrine_set_log(vitrine_context *ctx, vitrine_log_fn log, void *user);
VITRINE_API void vitrine_set_progress(vitrine_context *ctx, vitrine_progress_fn progress, void *user);

/* 1 to 64; 0 means all processors. Results are the same bytes for any number. */
VITRINE_API void vitrine_set_threads(vitrine_context *ctx, int threads);

/* The candidate that a misspelt word probably means, without regard to case and accents; NULL when none is near enough. */
VITRINE_API const char *vitrine_nearest(const char *word, const char *const *candidates, size_t n);

/* "0.1.0" */
VITRINE_API const char *vitrine_version(void);

#endif
