/* parallel.c - threads that take chunks of rows from a shared counter. A thread that cannot be
 * started is done without: the caller's own thread always works. */
#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct {
    atomic_size_t next;
    size_t n, chunk;
    vt_parallel_fn work;
    void *user;
    pthread_t caller;
    vitrine_context *told; /* NULL: nobody wants to know */
    const char *stage;
    double begin, until;
    vitrine_status status; /* of the caller's thread alone */
} loop;

/* On the thread that the context belongs to. */
static void tell(loop *l)
{
    const size_t next = atomic_load(&l->next);
    const double done = next < l->n ? (double)next / (double)l->n : 1;
    l->status = vt_progress(l->told, l->stage, l->begin + (l->until - l->begin) * done);
    if (l->status) {
        atomic_store(&l->next, l->n);
    }
}

static void *take_chunks(void *user)
{
    loop *l = user;
    for (;;) {
        const size_t from = atomic_fetch_add(&l->next, l->chunk);
        if (from >= l->n) {
            return NULL;
        }
        l->work(l->user, from, from + l->chunk < l->n ? from + l->chunk : l->n);
        if (l->told && pthread_equal(pthread_self(), l->caller) && !l->status) {
            tell(l);
        }
    }
}

static void spread(const vitrine_context *ctx, loop *l)
{
    enum { MOST = 64 };
    long threads = ctx->threads ? ctx->threads : sysconf(_SC_NPROCESSORS_ONLN);
    const size_t chunks = (l->n + l->chunk - 1) / l->chunk;
    threads = threads > MOST ? MOST : threads < 1 ? 1 : threads;
    if ((size_t)threads > chunks) {
        threads = (long)chunks;
    }
    pthread_t helper[MOST];
    long started = 0;
    while (started + 1 < threads && pthread_create(&helper[started], NULL, take_chunks, l) == 0) {
        started++;
    }
    take_chunks(l);
    for (long i = 0; i < started; i++) {
        pthread_join(helper[i], NULL);
    }
}

void vt_parallel_for(const vitrine_context *ctx, size_t n, size_t chunk, vt_parallel_fn work, void *user)
{
    loop l = {.n = n, .chunk = chunk ? chunk : 1, .work = work, .user = user};
    spread(ctx, &l);
}

vitrine_status vt_parallel_for_told(vitrine_context *ctx, const char *stage, double until, size_t n, size_t chunk, vt_parallel_fn work,
                                    void *user)
{
    loop l = {.n = n, .chunk = chunk ? chunk : 1, .work = work, .user = user, .caller = pthread_self(),
              .told = ctx, .stage = stage, .begin = ctx->done, .until = until};
    spread(ctx, &l);
    return l.status;
}
