/* vigil.c - see vigil.h. */
#include "read/vigil.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct vt_vigil {
    const char *path;
    bool geopackage, sound, read, started;
    char why[200];
    char sha256[VT_SHA256_ROOM];
    pthread_t thread;
};

/* SQLite's own check of every page: GDAL reads a damaged table as a shorter one. `immutable`: not a byte of
 * the input, nor a file beside it, may change. */
static bool is_sound(const char *path, char *why, size_t size)
{
    char uri[3 * 4096 + 32], *at = stpcpy(uri, "file:");
    for (const char *c = path; *c && at < uri + sizeof uri - 24; c++) {
        if (strchr("?#%", *c)) {
            at += snprintf(at, 4, "%%%02x", (unsigned char)*c);
        } else {
            *at++ = *c;
        }
    }
    stpcpy(at, "?immutable=1");
    sqlite3 *db = NULL;
    sqlite3_stmt *check = NULL;
    bool sound = sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK &&
                 sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &check, NULL) == SQLITE_OK &&
                 sqlite3_step(check) == SQLITE_ROW;
    const char *said = sound ? (const char *)sqlite3_column_text(check, 0) : sqlite3_errmsg(db);
    sound = sound && strcmp(said, "ok") == 0;
    snprintf(why, size, "%s", said);
    sqlite3_finalize(check);
    sqlite3_close(db);
    return sound;
}

static void *keep_vigil(void *user)
{
    vt_vigil *vigil = user;
    FILE *file = fopen(vigil->path, "rb");
    vigil->read = file && vt_sha256_file(file, vigil->sha256);
    if (file) {
        fclose(file);
    }
    vigil->sound = !vigil->geopackage || is_sound(vigil->path, vigil->why, sizeof vigil->why);
    return NULL;
}

vt_vigil *vt_vigil_begin(const vitrine_context *ctx, const char *path, bool geopackage)
{
    vt_vigil *vigil = calloc(1, sizeof *vigil);
    if (vigil) {
        vigil->path = path;
        vigil->geopackage = geopackage;
        vigil->started = ctx->threads != 1 && pthread_create(&vigil->thread, NULL, keep_vigil, vigil) == 0;
        if (!vigil->started) {
            keep_vigil(vigil);
        }
    }
    return vigil;
}

bool vt_vigil_end(vt_vigil *vigil, char sha256[VT_SHA256_ROOM], bool *read, char *why, size_t size)
{
    if (!vigil) {
        return true;
    }
    if (vigil->started) {
        pthread_join(vigil->thread, NULL);
    }
    const bool sound = vigil->sound;
    *read = vigil->read;
    memcpy(sha256, vigil->sha256, sizeof vigil->sha256);
    snprintf(why, size, "%s", vigil->why);
    free(vigil);
    return sound;
}
