/* sha256.c - see sha256.h; the digest itself is nettle's. */
#include "base/sha256.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

bool vt_sha256_file(FILE *file, char text[VT_SHA256_ROOM])
{
    struct sha256_ctx hash;
    uint8_t chunk[65536], digest[SHA256_DIGEST_SIZE];
    sha256_init(&hash);
    rewind(file);
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;) {
        sha256_update(&hash, n, chunk);
    }
    sha256_digest(&hash, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    }
    return !ferror(file);
}

void vt_sha256_base64(const char *bytes, size_t n, char text[VT_SHA256_BASE64_ROOM])
{
    struct sha256_ctx hash;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&hash);
    sha256_update(&hash, n, (const uint8_t *)bytes);
    sha256_digest(&hash, sizeof digest, digest);
    base64_encode_raw(text, sizeof digest, digest);
    text[VT_SHA256_BASE64_ROOM - 1] = '\0';
}
