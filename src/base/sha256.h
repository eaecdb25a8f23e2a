/* sha256.h - the digest of a file, as 64 hexadecimal digits, or of a text in base64. */
#ifndef VT_SHA256_H
#define VT_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { VT_SHA256_ROOM = 65 };

/* Of the whole file, from its begin. false: it cannot be read to its end. */
bool vt_sha256_file(FILE *file, char text[VT_SHA256_ROOM]);

enum { VT_SHA256_BASE64_ROOM = 45 };

/* Of n bytes, in base64: how a Content-Security-Policy names a script. */
void vt_sha256_base64(const char *bytes, size_t n, char text[VT_SHA256_BASE64_ROOM]);

#endif
