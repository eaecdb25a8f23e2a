/* buffer.h - text that grows: JSON, GeoJSON and XML are put together in it. A failed allocation is
 * remembered, so that one check at the end is enough. */
#ifndef VT_BUFFER_H
#define VT_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *text; /* ends with NUL once anything was added */
    size_t n, room;
    bool failed;
} vt_buffer;

void vt_buffer_add(vt_buffer *buffer, const char *text);
void vt_buffer_add_n(vt_buffer *buffer, const char *text, size_t n);
void vt_buffer_printf(vt_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A JSON string in quotes, or null for NULL. `<`, `>` and U+2028 are escaped too: it may stand in HTML. */
void vt_buffer_json(vt_buffer *buffer, const char *text);
/* A JSON number, null for NaN. */
void vt_buffer_number(vt_buffer *buffer, double value);
void vt_buffer_integer(vt_buffer *buffer, int64_t value);
/* Text with & < > " escaped, for XML and HTML. */
void vt_buffer_xml(vt_buffer *buffer, const char *text);
void vt_buffer_free(vt_buffer *buffer);

#endif
