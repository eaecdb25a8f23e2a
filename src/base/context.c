/* context.c - see context.h. */
#include "base/context.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

const char *vitrine_version(void)
{
    return VITRINE_VERSION;
}

vitrine_context *vitrine_context_new(void)
{
    return calloc(1, sizeof(vitrine_context));
}

void vitrine_context_free(vitrine_context *ctx)
{
    free(ctx);
}

const char *vitrine_message(const vitrine_context *ctx)
{
    return ctx ? ctx->message : "";
}

void vitrine_set_log(vitrine_context *ctx, vitrine_log_fn log, void *user)
{
    ctx->log = log;
    ctx->log_user = user;
}

void vitrine_set_progress(vitrine_context *ctx, vitrine_progress_fn progress, void *user)
{
    ctx->progress = progress;
    ctx->progress_user = user;
}

void vitrine_set_threads(vitrine_context *ctx, int threads)
{
    ctx->threads = threads < 0 ? 0 : threads > 64 ? 64 : threads;
}

static void one_line(char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text < 0x20 || *text == 0x7f) {
            *text = ' ';
        }
    }
}

vitrine_status vt_fail(vitrine_context *ctx, vitrine_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(ctx->message, sizeof ctx->message, format, args);
    va_end(args);
    one_line(ctx->message);
    return status;
}

vitrine_status vt_no_memory(vitrine_context *ctx)
{
    return vt_fail(ctx, VITRINE_E_FAILED, "%s", _("out of memory"));
}

void vt_log(vitrine_context *ctx, vitrine_log_level level, const char *format, ...)
{
    if (!ctx->log) {
        return;
    }
    char text[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    one_line(text);
    ctx->log(ctx->log_user, level, text);
}

vitrine_status vt_progress(vitrine_context *ctx, const char *stage, double done)
{
    ctx->done = done < 0 ? ctx->done : done;
    if (ctx->progress && !ctx->progress(ctx->progress_user, stage, ctx->done)) {
        return vt_fail(ctx, VITRINE_E_CANCELLED, "%s", _("interrupted"));
    }
    return VITRINE_OK;
}

double vt_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}
