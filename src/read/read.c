/* read.c - every layer of a study, one after the other, into a model. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "read/families.h"
#include "read/finish.h"
#include "read/ocs_ge.h"

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    vitrine_model *model;
    size_t expected, begun; /* layers of the study */
} reading;

/* Adds up the rejects that the reading of one layer has listed. */
static void count_codes(vt_account *account, const vt_ledger *ledger, size_t from)
{
    for (size_t i = from; i < ledger->rejects.n; i++) {
        const vt_code code = ledger->rejects.at[i].code;
        account->codes[code]++;
        if (code < VT_FIRST_NOTICE) {
            account->rejected++;
        } else {
            account->notices++;
        }
    }
}

/* What to do about the commonest fault of a layer. */
static const char *advice(const vt_rows *rows, vt_code code)
{
    switch (code) {
    case VT_SWAPPED_AXES:
        if (rows->n_written && rows->written[0].form == VT_WKT) {
            return _("write lon lat (x before y) in the WKT");
        }
        return _("exchange the two columns, or name them the other way round under geometry");
    case VT_OUTSIDE_CRS:
        return rows->source.gate.crs_implied
                   ? _("a GeoJSON without a crs is read as longitude and latitude; if these are metres, say so with "
                       "crs in the layer")
                   : _("check the CRS of the source and that of the study");
    case VT_WRONG_TYPE:
        return _("check that this is the layer meant");
    case VT_INVALID_GEOMETRY:
        return _("correct the polygons, or set repair: structure");
    default:
        return _("correct the source, or raise rejects.ceiling if the loss is meant");
    }
}

static vitrine_status check_ceiling(reading *r, const vt_rows *rows, const vt_account *account, size_t from)
{
    const double ceiling = vt_study_number(r->study, "rejects.ceiling");
    if ((double)account->rejected <= ceiling * (double)account->read) {
        return VITRINE_OK;
    }
    vt_code most = VT_NULL_GEOMETRY;
    for (int code = 0; code < VT_FIRST_NOTICE; code++) {
        most = account->codes[code] > account->codes[most] ? (vt_code)code : most;
    }
    const vt_ledger *ledger = &r->model->ledger;
    size_t first = from;
    while (ledger->rejects.at[first].code != most) {
        first++;
    }
    const vt_reject *example = &ledger->rejects.at[first];
    return vt_fail(r->ctx, VITRINE_E_INPUT,
                   _("%s: %zu of %zu features rejected, more than rejects.ceiling allows (%g %%); mostly %s (%zu), such "
                     "as feature %s%s%s; %s"),
                   vt_spec_where(rows->spec, &r->model->arena, "source"), account->rejected, account->read,
                   100 * ceiling, vt_codes[most].name, account->codes[most], example->feature_id,
                   *example->detail ? ": " : "", example->detail, advice(rows, most));
}

static vitrine_status keep_otherwise(reading *r, const vt_rows *rows, vt_account *account)
{
    const size_t n = rows->status.other_words.n;
    account->otherwise = vt_arena_array(&r->model->arena, n, sizeof *account->otherwise);
    if (!account->otherwise) {
        return vt_no_memory(r->ctx);
    }
    for (size_t i = 0; i < n; i++) {
        const char *word = rows->status.other_words.at[i];
        account->otherwise[i] = (vt_otherwise){word, *vt_map_find(&rows->status.others, word)};
    }
    account->n_otherwise = n;
    return VITRINE_OK;
}

/* Reads the rows of an opened source and settles its account. */
static vitrine_status read_rows(reading *r, vt_rows *rows, vt_layer *layer, vt_account *account)
{
    const size_t first_reject = r->model->ledger.rejects.n;
    vitrine_status status = vt_rows_map(rows);
    if (!status) {
        status = vt_rows_read(rows);
    }
    if (!status) {
        status = vt_status_map_check(r->ctx, rows->arena, rows->spec, &rows->status);
    }
    account->filtered = rows->read - rows->rows.n;
    if (!status) {
        status = vt_rows_finish(rows, r->model->crs, layer, account);
    }
    if (!status) {
        status = vt_families_fill(r->ctx, &r->model->arena, rows->spec, &r->model->ledger, layer);
    }
    if (!status) {
        status = vt_ocs_ge_fill(r->ctx, &r->model->arena, layer);
    }
    if (status) {
        return status;
    }
    account->read = rows->read;
    account->used = layer->n;
    count_codes(account, &r->model->ledger, first_reject);
    status = keep_otherwise(r, rows, account);
    return status ? status : check_ceiling(r, rows, account, first_reject);
}

static vitrine_status count_layer(reading *r, const vt_kind *kind, const char *name)
{
    (void)kind;
    (void)name;
    r->expected++;
    return VITRINE_OK;
}

static vitrine_status read_layer(reading *r, const vt_kind *kind, const char *name)
{
    vt_arena *arena = &r->model->arena;
    vt_layer layer = {.kind = kind, .name = vt_arena_text(arena, name)};
    vt_account account = {.layer = layer.name};
    vt_spec spec = {0};
    vt_rows rows = {.ctx = r->ctx, .arena = arena, .ledger = &r->model->ledger, .spec = &spec, .name = layer.name,
                    .share = 1 / (double)r->expected, .before = (double)r->begun++ / (double)r->expected};
    if (!layer.name) {
        return vt_no_memory(r->ctx);
    }
    const double start = vt_clock();
    vitrine_status status = vt_spec_open(r->ctx, arena, r->study, kind, layer.name, &spec);
    if (!status) {
        status = vt_source_open(r->ctx, arena, &spec, &rows.source);
    }
    if (!status) {
        status = read_rows(r, &rows, &layer, &account);
    }
    if (rows.source.gate.vigil) { /* a damaged file is the reason of all other faults */
        const vitrine_status whole = vt_gate_settle(r->ctx, vt_spec_where(&spec, arena, "source"), &rows.source.gate);
        status = whole ? whole : status;
    }
    if (!status) {
        const char *source = vt_spec_text(&spec, "source"), *note = vt_spec_text(&spec, "source_note");
        const bool address = strncmp(source, "PG:", 3) == 0; /* may hold a password */
        const char *shown = *source == '/' ? strrchr(source, '/') + 1 : source;
        account.source = vt_arena_text(arena, address ? "PG:" : shown);
        layer.source_note = note ? vt_arena_text(arena, note) : NULL;
        if (kind->many) {
            const char *what = vt_spec_text(&spec, "kind"), *own = strchr(layer.name, '.');
            layer.what = vt_arena_text(arena, what ? what : own ? own + 1 : layer.name);
        }
        memcpy(account.sha256, rows.source.gate.sha256, sizeof account.sha256);
        r->model->layers[r->model->n_layers++] = layer;
        status = account.source && vt_array_push(&r->model->ledger.accounts, account) ? VITRINE_OK : vt_no_memory(r->ctx);
        vt_log(r->ctx, VITRINE_LOG_INFO, _("%s: %zu read, %zu used, %zu filtered, %zu rejected"), layer.name,
               account.read, account.used, account.filtered, account.rejected);
        vt_log(r->ctx, VITRINE_LOG_TIMING, "read %s: %.3f s", layer.name, vt_clock() - start);
    }
    vt_rows_free(&rows);
    vt_spec_close(&spec);
    return status;
}

/* The name behind "layers.KIND." of an entry, when it is the first of that name. */
static bool first_of_name(const vitrine_study *study, size_t entry, const char *prefix, char *name, size_t size)
{
    const char *key = study->entries.at[entry].key;
    const size_t n = strlen(prefix);
    if (strncmp(key, prefix, n) != 0) {
        return false;
    }
    snprintf(name, size, "%.*s", (int)(n - 7 + strcspn(key + n, ".")), key + 7);
    char layer_key[300];
    snprintf(layer_key, sizeof layer_key, "layers.%s.", name);
    for (size_t i = 0; i < entry; i++) {
        if (strncmp(study->entries.at[i].key, layer_key, strlen(layer_key)) == 0) {
            return false;
        }
    }
    return true;
}

static vitrine_status each_layer(reading *r, const vt_kind *kind, vitrine_status (*take)(reading *, const vt_kind *, const char *))
{
    char key[300], name[256];
    snprintf(key, sizeof key, "layers.%s", kind->name);
    if (!kind->many) {
        return vt_study_has(r->study, key) ? take(r, kind, kind->name) : VITRINE_OK;
    }
    snprintf(key, sizeof key, "layers.%s.", kind->name);
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < r->study->entries.n; i++) {
        if (first_of_name(r->study, i, key, name, sizeof name)) {
            status = take(r, kind, name);
        }
    }
    return status;
}

vitrine_status vitrine_model_read(vitrine_context *ctx, const vitrine_study *study, vitrine_model **out)
{
    *out = NULL;
    vitrine_model *model = calloc(1, sizeof *model);
    if (!model) {
        return vt_no_memory(ctx);
    }
    reading r = {.ctx = ctx, .study = study, .model = model};
    vitrine_status status = VITRINE_OK;
    model->layers = vt_arena_array(&model->arena, study->entries.n + 1, sizeof *model->layers);
    if (!model->layers) {
        status = vt_no_memory(ctx);
    } else if (!vt_study_has(study, "layers") && vt_study_has(study, "land.targets")) {
        status = vt_crs_open(ctx, "EPSG:2154", "crs", &model->crs); /* nothing is measured: any will do */
    } else if (!vt_study_has(study, "layers")) {
        status = vt_fail(ctx, VITRINE_E_INPUT, "%s", _("the study names no layer; give layers.premises and layers.streets"));
    } else if (!vitrine_study_get(study, "crs")) {
        status = vt_fail(ctx, VITRINE_E_INPUT, "%s", _("crs is missing: give the projected CRS to measure in, such as EPSG:2154"));
    } else {
        const char *origin = vt_study_origin(study, "crs");
        status = vt_crs_open(ctx, vitrine_study_get(study, "crs"), *origin ? origin : "crs", &model->crs);
    }
    for (const vt_kind *kind = vt_kinds; !status && kind->name; kind++) {
        status = each_layer(&r, kind, count_layer);
    }
    for (const vt_kind *kind = vt_kinds; !status && kind->name; kind++) {
        status = each_layer(&r, kind, read_layer);
    }
    if (!status) {
        status = vt_progress(ctx, "read", 1);
    }
    if (status) {
        vitrine_model_free(model);
        return status;
    }
    *out = model;
    return VITRINE_OK;
}
