/* zip.c - see zip.h. The layout is that of APPNOTE.TXT 6.3 (PKWARE), sections 4.3.7, 4.3.12 and 4.3.16. GDAL can write zip files
 * too, but later versions put the clock into them; its deflate is all that is taken from it. */
#include "write/zip.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <stdlib.h>
#include <string.h>

enum { STORED_HEADER = 2, STORED_TRAILER = 4 }; /* of zlib's format, around the raw deflate that a zip wants */

/* Of ISO 3309, as zip and PNG have it. */
static uint32_t crc32_of(const char *text, size_t n)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < n; i++) {
        crc ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        }
    }
    return ~crc;
}

/* A number of `bytes` bytes, the least first. */
static void put(vt_buffer *out, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        const char byte = (char)(value >> 8 * i & 0xFF);
        vt_buffer_add_n(out, &byte, 1);
    }
}

static unsigned digits(const char *text, int n)
{
    unsigned value = 0;
    for (int i = 0; i < n; i++) {
        value = 10 * value + (unsigned)(text[i] - '0');
    }
    return value;
}

/* Day in the upper half, time in the lower, as MS-DOS had them. */
static uint32_t dos_time(const char *time)
{
    const unsigned year = digits(time, 4);
    if (year < 1980 || year > 2107) {
        return 1u << 21 | 1u << 16;
    }
    return (year - 1980) << 25 | digits(time + 5, 2) << 21 | digits(time + 8, 2) << 16 | digits(time + 11, 2) << 11 |
           digits(time + 14, 2) << 5 | digits(time + 17, 2) / 2;
}

typedef struct {
    uint32_t time, crc;
    size_t packed, n, name;
} entry;

/* What the local header and the directory say alike: version 2.0, UTF-8 name, deflate. */
static void put_entry(vt_buffer *out, const entry *e)
{
    put(out, 20, 2);
    put(out, 1u << 11, 2);
    put(out, 8, 2);
    put(out, e->time, 4);
    put(out, e->crc, 4);
    put(out, e->packed, 4);
    put(out, e->n, 4);
    put(out, e->name, 2);
    put(out, 0, 2); /* no extra field */
}

void vt_zip_one(vt_buffer *out, const char *name, const char *time, const char *text, size_t n)
{
    size_t packed = 0;
    char *deflated = CPLZLibDeflate(text, n, 9, NULL, 0, &packed);
    if (!deflated || packed < STORED_HEADER + STORED_TRAILER || n > UINT32_MAX / 2) {
        out->failed = true;
        VSIFree(deflated);
        return;
    }
    const size_t start = out->n;
    const entry e = {dos_time(time), crc32_of(text, n), packed - STORED_HEADER - STORED_TRAILER, n, strlen(name)};
    vt_buffer_add(out, "PK\x03\x04");
    put_entry(out, &e);
    vt_buffer_add(out, name);
    vt_buffer_add_n(out, deflated + STORED_HEADER, e.packed);
    VSIFree(deflated);
    const size_t directory = out->n;
    vt_buffer_add(out, "PK\x01\x02");
    put(out, 20, 2); /* made by version 2.0 */
    put_entry(out, &e);
    put(out, 0, 2);  /* no comment */
    put(out, 0, 2);  /* first disk */
    put(out, 0, 6);  /* attributes */
    put(out, 0, 4);  /* the local header is at the start */
    vt_buffer_add(out, name);
    const size_t end = out->n;
    vt_buffer_add(out, "PK\x05\x06");
    put(out, 0, 4);
    put(out, 1, 2);
    put(out, 1, 2);
    put(out, end - directory, 4);
    put(out, directory - start, 4);
    put(out, 0, 2);
}
