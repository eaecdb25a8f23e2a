/* arena.c - blocks of 64 kB chained together; a large request gets a block of its own. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct vt_arena_block {
    vt_arena_block *before;
    size_t used, size;
    _Alignas(max_align_t) unsigned char data[];
};

enum { BLOCK = 65536 };

/* Touching a raster for the first time takes longer than filling it, page by page of 4 kB. */
static void ask_for_large_pages(const vt_arena_block *block, size_t size)
{
    const uintptr_t page = 2 << 20, begin = ((uintptr_t)block + page - 1) / page * page, end = (uintptr_t)block + size;
    if (size >= 8 * page && end > begin) {
        (void)madvise((void *)begin, end - begin, MADV_HUGEPAGE); /* advice: it may be refused */
    }
}

void *vt_arena_alloc(vt_arena *arena, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    if (size > SIZE_MAX - sizeof(vt_arena_block) - align) {
        return NULL;
    }
    size = (size + align - 1) / align * align;
    vt_arena_block *block = arena->last;
    if (!block || block->size - block->used < size) {
        const size_t room = size > BLOCK / 4 ? size : BLOCK;
        block = calloc(1, sizeof *block + room);
        if (!block) {
            return NULL;
        }
        block->size = room;
        ask_for_large_pages(block, sizeof *block + room);
        if (room == size && arena->last) { /* a full block goes behind, the open one stays last */
            block->before = arena->last->before;
            arena->last->before = block;
        } else {
            block->before = arena->last;
            arena->last = block;
        }
    }
    void *at = block->data + block->used;
    block->used += size;
    return at;
}

struct vt_arena_adopted {
    struct vt_arena_adopted *before;
    void *block;
};

void *vt_arena_adopt(vt_arena *arena, void **block, size_t size)
{
    struct vt_arena_adopted *entry = vt_arena_alloc(arena, sizeof *entry);
    void *shrunk = entry ? realloc(*block, size ? size : 1) : NULL;
    if (!shrunk) {
        return NULL;
    }
    *block = NULL;
    *entry = (struct vt_arena_adopted){arena->adopted, shrunk};
    arena->adopted = entry;
    return shrunk;
}

void *vt_arena_array(vt_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        return NULL;
    }
    const size_t bytes = count * size;
    return vt_arena_alloc(arena, bytes > 0 ? bytes : 1);
}

char *vt_arena_text_n(vt_arena *arena, const char *text, size_t length)
{
    char *copy = vt_arena_alloc(arena, length + 1);
    if (copy) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *vt_arena_text(vt_arena *arena, const char *text)
{
    return vt_arena_text_n(arena, text, strlen(text));
}

char *vt_arena_printf(vt_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = length < 0 ? NULL : vt_arena_alloc(arena, (size_t)length + 1);
    if (text) {
        vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return text;
}

void vt_arena_free(vt_arena *arena)
{
    for (const struct vt_arena_adopted *entry = arena->adopted; entry; entry = entry->before) {
        free(entry->block);
    }
    arena->adopted = NULL;
    for (vt_arena_block *block = arena->last; block;) {
        vt_arena_block *before = block->before;
        free(block);
        block = before;
    }
    arena->last = NULL;
}
