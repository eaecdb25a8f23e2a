/* init.c - vitrine_init: look at the files, choose what stands ready and the CRS, draft. */
#include <vitrine/init.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "geo/crs.h"
#include "read/draft.h"
#include "study/scheme.h"

/* How `path`, relative to the current folder, is called from `folder`. */
static const char *seen_from(vt_arena *arena, const char *folder, const char *path)
{
    const char *bar = strstr(path, "|layername=");
    if (*path == '/' || !*folder) {
        return vt_arena_text(arena, path);
    }
    char *plain = vt_arena_text_n(arena, path, bar ? (size_t)(bar - path) : strlen(path));
    const char *slash = plain ? strrchr(plain, '/') : NULL;
    char *parent = slash ? vt_arena_text_n(arena, plain, (size_t)(slash - plain) + 1) : vt_arena_text(arena, ".");
    char *from = realpath(folder, NULL), *to = parent ? realpath(parent, NULL) : NULL;
    const char *result = path;
    if (from && to && plain) {
        size_t same = 0; /* length of the folders that both have */
        for (size_t i = 0;; i++) {
            if ((from[i] == '/' || !from[i]) && (to[i] == '/' || !to[i])) {
                same = i;
            }
            if (from[i] != to[i] || !from[i]) {
                break;
            }
        }
        result = "";
        for (const char *at = from + same; result && *at; at++) {
            result = *at == '/' && at[1] ? vt_arena_printf(arena, "%s../", result) : result;
        }
        const char *below = to + same + (to[same] == '/');
        result = result ? vt_arena_printf(arena, "%s%s%s%s%s", result, below, *below ? "/" : "", slash ? slash + 1 : plain, bar ? bar : "") : NULL;
    }
    free(from);
    free(to);
    return result;
}

/* A layer of a kind of which a study has only one is ready for the first that bears it. */
static size_t choose_ready(const vt_sights *sights, bool *ready)
{
    size_t n = 0;
    for (size_t i = 0; i < sights->n; i++) {
        const vt_seen *seen = &sights->at[i];
        ready[i] = seen->osm || seen->match.preset;
        for (size_t j = 0; ready[i] && j < i; j++) {
            const vt_seen *other = &sights->at[j];
            const char *kind = seen->osm ? "premises" : seen->match.kind->name;
            const bool street = strcmp(kind, "premises") == 0 || strcmp(kind, "streets") == 0;
            const bool same = other->osm ? street || seen->osm : other->match.kind && strcmp(other->match.kind->name, kind) == 0;
            if (ready[j] && same && !(seen->match.kind && seen->match.kind->many)) {
                ready[i] = false;
            }
        }
        n += ready[i];
    }
    return n;
}

/* The national projection at a place, or its UTM zone. */
static void crs_of_place(double lon, double lat, char name[32])
{
    static const struct {
        double west, south, east, north;
        int code;
    } france[] = {{-5.5, 41, 10, 51.5, 2154}, {-63.5, 14, -60.5, 18.5, 5490}, {-54.7, 2, -51.5, 6, 2972}, {55, -21.6, 56, -20.7, 2975},
                  {44.8, -13.2, 45.5, -12.4, 4471}, {-56.6, 46.6, -56, 47.3, 4467}};
    int code = (lat < 0 ? 32700 : 32600) + (int)fmin(60, floor((lon + 180) / 6) + 1);
    for (size_t i = 0; i < sizeof france / sizeof *france; i++) {
        if (lon > france[i].west && lon < france[i].east && lat > france[i].south && lat < france[i].north) {
            code = france[i].code;
        }
    }
    snprintf(name, 32, "EPSG:%d", code);
}

static bool place_of(const vt_seen *seen, double *lon, double *lat)
{
    bool placed = seen->placed && seen->lonlat;
    *lon = seen->x;
    *lat = seen->y;
    if (!placed && vt_recognise_place(seen, lon, lat)) {
        char key[64];
        snprintf(key, sizeof key, "%s.crs", seen->match.kind->name);
        const vt_entry *crs = vt_study_entry(seen->match.preset->text, key);
        placed = crs && crs->n && strcmp(crs->values[0], "EPSG:4326") == 0;
    }
    return placed && fabs(*lon) <= 180 && fabs(*lat) < 84;
}

/* The first projected CRS in metres that a layer has, those that are ready first; else that of the place; else Lambert-93. */
static void choose_crs(vitrine_context *ctx, vt_draft *d, char place[32])
{
    d->crs = "EPSG:2154";
    for (int pass = 0; pass < 2 && !d->crs_of; pass++) {
        for (size_t i = 0; i < d->sights->n && !d->crs_of; i++) {
            const vt_seen *seen = &d->sights->at[i];
            vt_crs *crs = NULL;
            if ((pass || d->ready[i]) && *seen->crs && !seen->lonlat && vt_crs_open(ctx, seen->crs, "init", &crs) == VITRINE_OK) {
                d->crs = seen->crs;
                d->crs_of = seen;
            }
            vt_crs_free(crs);
        }
    }
    for (size_t i = 0; i < d->sights->n && !d->crs_of && !d->crs_by_place; i++) {
        double lon, lat;
        if (place_of(&d->sights->at[i], &lon, &lat)) {
            crs_of_place(lon, lat, place);
            d->crs = place;
            d->crs_by_place = true;
        }
    }
}

static vitrine_status list_kinds(vitrine_context *ctx, vt_draft *draft, vt_scheme **scheme)
{
    vitrine_study *none = NULL; /* has the default scheme */
    vitrine_status status = vitrine_study_new(ctx, &none);
    status = status ? status : vt_scheme_load(ctx, none, scheme);
    for (size_t f = 0; !status && f < 2; f++) {
        draft->kinds[f].n = vt_scheme_kinds(*scheme, f ? "places" : "constraints", draft->kinds[f].names, VT_MOST_DRAFT_KINDS);
    }
    vitrine_study_free(none);
    return status;
}

static vitrine_status write_draft(vitrine_context *ctx, vt_arena *arena, const vt_sights *sights, bool french, char **text, size_t *recognised, size_t *open)
{
    vt_draft draft = {.french = french, .sights = sights, .ready = vt_arena_array(arena, sights->n + 1, sizeof *draft.ready)};
    char place[32];
    size_t length = 0;
    vt_scheme *scheme = NULL;
    const vitrine_status status = list_kinds(ctx, &draft, &scheme);
    draft.to = !status && draft.ready ? open_memstream(text, &length) : NULL;
    if (!draft.to) {
        vt_scheme_free(scheme);
        return status ? status : vt_no_memory(ctx);
    }
    const size_t ready = choose_ready(sights, draft.ready);
    choose_crs(ctx, &draft, place);
    vt_draft_write(&draft);
    vt_scheme_free(scheme);
    const bool worked = !ferror(draft.to);
    if (fclose(draft.to) != 0 || !worked) {
        return vt_no_memory(ctx);
    }
    if (recognised) {
        *recognised = ready;
    }
    if (open) {
        *open = sights->n - ready;
    }
    return VITRINE_OK;
}

vitrine_status vitrine_init(vitrine_context *ctx, const char *const *paths, size_t n, const char *folder, const char *lang, char **text,
                            size_t *recognised, size_t *open)
{
    vt_arena arena = {0};
    vt_presets presets = {0};
    vt_sights sights = {0};
    *text = NULL;
    vitrine_status status = strcmp(lang, "fr") == 0 || strcmp(lang, "en") == 0
                                ? vt_presets_load(ctx, &arena, &presets)
                                : vt_fail(ctx, VITRINE_E_USAGE, _("init: lang: \"%s\" is not fr or en"), lang);
    for (size_t i = 0; !status && i < n; i++) {
        const char *source = vt_text_is_utf8(paths[i]) ? seen_from(&arena, folder, paths[i]) : paths[i];
        if (strncmp(paths[i], "PG:", 3) == 0) {
            status = vt_fail(ctx, VITRINE_E_INPUT, "%s", _("init: PG:…: only files are looked at; name a database in the study, as a source"));
        } else if (!vt_text_is_utf8(paths[i])) {
            status = vt_fail(ctx, VITRINE_E_INPUT, _("init: file %zu: its name is not UTF-8, as a study must be; rename it"), i + 1);
        } else {
            status = source ? vt_look(ctx, &arena, &presets, paths[i], source, &sights) : vt_no_memory(ctx);
        }
        status = status ? status : vt_progress(ctx, "look", (double)(i + 1) / (double)n);
    }
    if (!status) {
        status = write_draft(ctx, &arena, &sights, strcmp(lang, "fr") == 0, text, recognised, open);
    }
    if (status) {
        free(*text);
        *text = NULL;
    }
    vt_array_free(&sights);
    vt_presets_free(&presets);
    vt_arena_free(&arena);
    return status;
}

void vitrine_init_free(char *text)
{
    free(text);
}
