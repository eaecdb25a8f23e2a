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
} loop;

static void *take_chunks(void *user)
{
    loop *l = user;
    for (;;) {
        const size_t from = atomic_fetch_add(&l->next, l->chunk);
        if (from >= l->n) {
            return NULL;
        }
        l->work(l->user, from, from + l->chunk < l->n ? from + l->chunk : l->n);
    }
}

void vt_parallel_for(const vitrine_context *ctx, size_t n, size_t chunk, vt_parallel_fn work, void *user)
{
    enum { MOST = 64 };
    loop l = {.n = n, .chunk = chunk ? chunk : 1, .work = work, .user = user};
    long threads = ctx->threads ? ctx->threads : sysconf(_SC_NPROCESSORS_ONLN);
    const size_t chunks = (n + l.chunk - 1) / l.chunk;
    threads = threads > MOST ? MOST : threads < 1 ? 1 : threads;
    if ((size_t)threads > chunks) {
        threads = (long)chunks;
    }
    pthread_t helper[MOST];
    long started = 0;
    while (started + 1 < threads && pthread_create(&helper[started], NULL, take_chunks, &l) == 0) {
        started++;
    }
    take_chunks(&l);
    for (long i = 0; i < started; i++) {
        pthread_join(helper[i], NULL);
    }
}
