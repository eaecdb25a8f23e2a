/* arena.h - many small things freed together: one arena a model, a study, a result. */
#ifndef VT_ARENA_H
#define VT_ARENA_H

#include <stddef.h>

typedef struct vt_arena_block vt_arena_block;

/* Zero is an empty arena. */
typedef struct {
    vt_arena_block *last;
    struct vt_arena_adopted *adopted;
} vt_arena;

/* Zeroed memory aligned for any type; NULL when there is none left. */
void *vt_arena_alloc(vt_arena *arena, size_t size);
/* Takes over a block of malloc, shrunk to its first `size` bytes, and sets *block to NULL. NULL when there is no memory left:
 * then the block stays the caller's. */
void *vt_arena_adopt(vt_arena *arena, void **block, size_t size);
/* count * size, checked for overflow. */
void *vt_arena_array(vt_arena *arena, size_t count, size_t size);
char *vt_arena_text(vt_arena *arena, const char *text);
char *vt_arena_text_n(vt_arena *arena, const char *text, size_t length);
char *vt_arena_printf(vt_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void vt_arena_free(vt_arena *arena);

#endif
