/* sha256.h - the digest of a file, as 64 hexadecimal digits. */
#ifndef VT_SHA256_H
#define VT_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { VT_SHA256_ROOM = 65 };

/* Of the whole file, from its begin. false: it cannot be read to its end. */
bool vt_sha256_file(FILE *file, char text[VT_SHA256_ROOM]);

#endif
