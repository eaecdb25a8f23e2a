/* buffer.c - see buffer.h. */
#include "write/buffer.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/number.h"
#include <vitrine/result.h>

void vt_buffer_add_n(vt_buffer *buffer, const char *text, size_t n)
{
    if (buffer->failed || !vt_array_grow((void **)&buffer->text, &buffer->room, buffer->n, n + 1, 1)) {
        buffer->failed = true;
        return;
    }
    memcpy(buffer->text + buffer->n, text, n);
    buffer->n += n;
    buffer->text[buffer->n] = '\0';
}

void vt_buffer_add(vt_buffer *buffer, const char *text)
{
    vt_buffer_add_n(buffer, text, strlen(text));
}

void vt_buffer_printf(vt_buffer *buffer, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    const int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof text) {
        buffer->failed = true;
        return;
    }
    vt_buffer_add_n(buffer, text, (size_t)n);
}

void vt_buffer_json(vt_buffer *buffer, const char *text)
{
    if (!text) {
        vt_buffer_add(buffer, "null");
        return;
    }
    vt_buffer_add(buffer, "\"");
    const char *from = text;
    for (const char *at = text;; at++) {
        const unsigned char c = (unsigned char)*at;
        const bool separator = c == 0xE2 && (unsigned char)at[1] == 0x80 && ((unsigned char)at[2] & 0xFE) == 0xA8;
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != 0x7F && !separator) {
            continue;
        }
        vt_buffer_add_n(buffer, from, (size_t)(at - from));
        if (!c) {
            break;
        }
        if (c == '"' || c == '\\') {
            vt_buffer_printf(buffer, "\\%c", c);
        } else {
            vt_buffer_printf(buffer, "\\u%04x", separator ? 0x2000u | ((unsigned char)at[2] & 0x3Fu) : c);
        }
        at += separator ? 2 : 0;
        from = at + 1;
    }
    vt_buffer_add(buffer, "\"");
}

void vt_buffer_number(vt_buffer *buffer, double value)
{
    char room[VT_NUMBER_ROOM];
    vt_buffer_add(buffer, isfinite(value) ? vt_number_format(room, value) : "null");
}

void vt_buffer_integer(vt_buffer *buffer, int64_t value)
{
    if (value == VITRINE_NULL_INTEGER) {
        vt_buffer_add(buffer, "null");
    } else {
        vt_buffer_printf(buffer, "%lld", (long long)value);
    }
}

void vt_buffer_xml(vt_buffer *buffer, const char *text)
{
    vt_buffer_add(buffer, ""); /* a text of which nothing is left is empty, not NULL */
    for (; *text; text++) {
        switch (*text) {
        case '&': vt_buffer_add(buffer, "&amp;"); break;
        case '<': vt_buffer_add(buffer, "&lt;"); break;
        case '>': vt_buffer_add(buffer, "&gt;"); break;
        case '"': vt_buffer_add(buffer, "&quot;"); break;
        default:
            if ((unsigned char)*text >= 0x20 || *text == '\n' || *text == '\t') { /* others are no XML */
                vt_buffer_add_n(buffer, text, 1);
            }
        }
    }
}

void vt_buffer_free(vt_buffer *buffer)
{
    free(buffer->text);
    *buffer = (vt_buffer){0};
}
