/* array.h - growable arrays: a struct {T *at; size_t n, room;} and three macros. */
#ifndef VT_ARRAY_H
#define VT_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define VT_ARRAY(T) \
    struct { \
        T *at; \
        size_t n, room; \
    }

/* Room for `more` further items; false when there is no memory (the array stays as it was). */
#define vt_array_reserve(array, more) \
    vt_array_grow((void **)&(array)->at, &(array)->room, (array)->n, (more), sizeof *(array)->at)

/* Appends a value: `if (!vt_array_push(&list, v)) no memory`. */
#define vt_array_push(array, value) \
    (vt_array_reserve((array), 1) ? ((array)->at[(array)->n++] = (value), true) : false)

#define vt_array_free(array) (free((array)->at), (array)->at = NULL, (array)->n = (array)->room = 0)

static inline bool vt_array_grow(void **at, size_t *room, size_t n, size_t more, size_t size)
{
    if (more <= *room - n) {
        return true;
    }
    if (more > SIZE_MAX / 2 / size - n) {
        return false;
    }
    size_t want = *room ? *room * 2 : 16;
    if (want < n + more) {
        want = n + more;
    }
    void *grown = realloc(*at, want * size);
    if (!grown) {
        return false;
    }
    *at = grown;
    *room = want;
    return true;
}

#endif
