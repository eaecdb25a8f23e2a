/* export.c - results into a folder, all or nothing; see vitrine/export.h. */
#include "write/export.h"

#include <gdal.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/number.h"
#include "base/parallel.h"
#include "base/text.h"
#include "write/commit.h"

/* CNIG's acquirer, price and date of sale, and owners, who may be natural persons. */
bool vt_export_is_confidential(const char *field)
{
    static const char *const words[] = {"acquer",     "acheteur",      "prix",         "cession", "date_vente",
                                        "vente_date", "montant_vente", "vente_montant", "proprio_nom",
                                        "proprio_personne", "proprietaire", "owner"};
    char *folded = vt_text_fold(field);
    bool found = !folded;
    for (size_t i = 0; folded && i < sizeof words / sizeof *words; i++) {
        found = found || strstr(folded, words[i]);
    }
    free(folded);
    return found;
}

/* SOURCE_DATE_EPOCH, else the reference date, else 1970: never the clock. */
static void choose_timestamp(vt_export *e)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH"), *day = vitrine_study_get(e->study, "reference_date");
    int64_t seconds;
    struct tm parts;
    time_t time = 0;
    const int64_t end_of_9999 = 253402300799;
    if (epoch && vt_integer_parse(epoch, &seconds) && seconds >= 0 && seconds <= end_of_9999 &&
        (time = (time_t)seconds, gmtime_r(&time, &parts))) {
        strftime(e->timestamp, sizeof e->timestamp, "%Y-%m-%dT%H:%M:%S.000Z", &parts);
    } else {
        snprintf(e->timestamp, sizeof e->timestamp, "%.10sT00:00:00.000Z", day ? day : "1970-01-01");
    }
}

/* A layer without its confidential kept fields; the columns' arrays are shared. */
static const vitrine_layer *without_confidential(vt_export *e, vitrine_result *own, const vitrine_layer *layer)
{
    const bool keep = strcmp(vitrine_study_get(e->study, "export.confidential"), "keep") == 0;
    bool clean = true;
    for (size_t c = layer->first_kept; c < layer->columns.n; c++) {
        clean = clean && !vt_export_is_confidential(layer->columns.at[c].name);
    }
    if (keep || clean) {
        return layer;
    }
    vitrine_layer *copy = vt_result_add(own, layer->name, layer->draw, layer->n);
    if (!copy) {
        return NULL;
    }
    copy->geometry = layer->geometry;
    copy->source_note = layer->source_note;
    copy->first_kept = layer->first_kept;
    copy->grades = layer->grades;
    copy->n_grades = layer->n_grades;
    copy->series = layer->series;
    for (size_t c = 0; c < layer->columns.n; c++) {
        const vt_column *column = &layer->columns.at[c];
        if (c >= layer->first_kept && vt_export_is_confidential(column->name)) {
            vt_log(e->ctx, VITRINE_LOG_WARNING, _("%s: the kept field %s is confidential and left out (export.confidential)"),
                   layer->name, column->name);
        } else if (!vt_array_push(&copy->columns, *column)) {
            return NULL;
        }
    }
    return copy;
}

const vitrine_layer *vt_export_layer(const vt_export *e, const char *name)
{
    for (size_t i = 0; i < e->n_layers; i++) {
        if (strcmp(e->layers[i]->name, name) == 0) {
            return e->layers[i];
        }
    }
    return NULL;
}

static vitrine_status gather_layers(vt_export *e, vitrine_result *own)
{
    vitrine_status status = vt_export_rejects(e, own);
    size_t n = 1;
    for (size_t r = 0; r < e->n_results; r++) {
        n += e->results[r]->layers.n;
    }
    const vitrine_layer *rejects = status ? NULL : own->layers.at[0];
    e->layers = vt_arena_array(&own->arena, n, sizeof *e->layers);
    if (status || !e->layers) {
        return status ? status : vt_no_memory(e->ctx);
    }
    for (size_t r = 0; r < e->n_results; r++) {
        for (size_t i = 0; i < e->results[r]->layers.n; i++) {
            const vitrine_layer *layer = without_confidential(e, own, e->results[r]->layers.at[i]);
            if (!layer) {
                return vt_no_memory(e->ctx);
            }
            e->layers[e->n_layers++] = layer;
        }
    }
    e->layers[e->n_layers++] = rejects;
    for (size_t i = 0; i < e->n_layers; i++) {
        e->rows += e->layers[i]->n + 1; /* an empty layer is some work too */
    }
    if (vt_study_flag(e->study, "export.cnig") && !vt_export_layer(e, "site_eco")) {
        vt_log(e->ctx, VITRINE_LOG_WARNING, "%s", _("export.cnig: site_eco and terrain_eco come with the analysis land of layers.zones: vitrine land, or a section land"));
    }
    return VITRINE_OK;
}

/* One format, written on a thread of its own: with its own messages, for a context belongs to one thread. */
typedef struct writing writing;
typedef struct {
    const char *format;
    vitrine_status (*write)(vt_export *);
    vt_export export;
    vitrine_context ctx;
    vitrine_status status;
    double seconds, done;
    writing *all;
} writer;

enum { FORMATS = 6 };

struct writing {
    vitrine_context *ctx;
    pthread_t caller; /* the context's thread */
    writer writers[FORMATS];
    size_t wanted;
    bool stopped;
};

vitrine_status vt_export_wrote(vt_export *e, const vitrine_layer *layer)
{
    e->written += layer->n + 1;
    return vt_progress(e->ctx, "write", (double)e->written / (double)e->rows);
}

/* What one writer says of itself becomes that of all, on the context's thread; the others learn there whether to stop. */
static bool hear(void *user, const char *stage, double done)
{
    writer *w = user;
    writing *all = w->all;
    __atomic_store(&w->done, &done, __ATOMIC_RELAXED);
    if (pthread_equal(pthread_self(), all->caller)) {
        double sum = 0, one;
        for (size_t i = 0; i < FORMATS; i++) {
            __atomic_load(&all->writers[i].done, &one, __ATOMIC_RELAXED);
            sum += one;
        }
        if (vt_progress(all->ctx, stage, 0.99 * sum / (double)all->wanted)) {
            __atomic_store_n(&all->stopped, true, __ATOMIC_RELAXED);
        }
    }
    return !__atomic_load_n(&all->stopped, __ATOMIC_RELAXED);
}

static void run_writers(void *user, size_t from, size_t to)
{
    writer *writers = user;
    for (size_t i = from; i < to; i++) {
        writer *w = &writers[i];
        const double start = vt_clock();
        w->status = w->export.ctx ? w->write(&w->export) : VITRINE_OK;
        w->seconds = vt_clock() - start;
        if (w->export.ctx && !w->status) {
            w->status = vt_progress(&w->ctx, "write", 1);
        }
    }
}

static vitrine_status write_formats(vt_export *e)
{
    writing all = {.ctx = e->ctx, .caller = pthread_self(),
                   .writers = {{.format = "tif", .write = vt_export_rasters},
                               {.format = "gpkg", .write = vt_export_gpkg},
                               {.format = "geojson", .write = vt_export_geojson},
                               {.format = "csv", .write = vt_export_csv},
                               {.format = "report", .write = vt_export_report},
                               {.format = "xlsx", .write = vt_export_xlsx}}};
    writer *writers = all.writers;
    for (size_t i = 0; i < FORMATS; i++) {
        const bool wanted = i == 0 || vt_study_lists(e->study, "export.formats", writers[i].format);
        writers[i].export = *e;
        writers[i].export.ctx = wanted ? &writers[i].ctx : NULL;
        writers[i].all = &all;
        vitrine_set_progress(&writers[i].ctx, hear, &writers[i]);
        all.wanted += wanted;
    }
    GDALAllRegister(); /* not safe on two threads at once, and a study of targets alone has read nothing */
    vt_parallel_for(e->ctx, FORMATS, 1, run_writers, writers);
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < FORMATS; i++) {
        vt_log(e->ctx, VITRINE_LOG_TIMING, "write %s: %.3f s", writers[i].format, writers[i].seconds);
        status = writers[i].status ? vt_fail(e->ctx, writers[i].status, "%s", writers[i].ctx.message) : VITRINE_OK;
        if (writers[i].export.cut_cells + writers[i].export.cut_rows > 0) {
            vt_log(e->ctx, VITRINE_LOG_WARNING, _("tables.xlsx: a sheet holds 1,048,576 rows and a cell 32,767 characters: %zu rows are left out, %zu cells cut; the GeoPackage has all"),
                   writers[i].export.cut_rows, writers[i].export.cut_cells);
        }
    }
    return status;
}

static vitrine_status write_all(vt_export *e)
{
    char *manifest = NULL;
    vitrine_status status = vt_export_manifest(e, &manifest);
    e->manifest = manifest;
    if (!status) {
        status = write_formats(e);
    }
    if (!status) {
        status = vt_export_run_json(e);
    }
    if (!status) {
        status = vt_progress(e->ctx, "write", 1);
    }
    free(manifest);
    return status;
}

vitrine_status vitrine_export(vitrine_context *ctx, const vitrine_study *study, const vitrine_model *model,
                              const vitrine_result *const *results, size_t n, const char *dir, bool overwrite)
{
    vt_export e = {.ctx = ctx, .study = study, .model = model, .results = results, .n_results = n};
    e.french = strcmp(vitrine_study_get(study, "lang"), "fr") == 0;
    choose_timestamp(&e);
    vitrine_result *own = NULL;
    vitrine_status status = vt_result_new(ctx, &own);
    if (!status) {
        status = gather_layers(&e, own);
    }
    vt_commit commit = {.lock = -1};
    if (!status) {
        status = vt_commit_begin(ctx, dir, overwrite, &commit);
    }
    if (!status) {
        e.folder = commit.folder;
        status = write_all(&e);
        status = status ? status : vt_commit_end(ctx, &commit);
        vt_commit_undo(&commit);
    }
    vitrine_result_free(own);
    return status;
}

vitrine_status vitrine_export_check(vitrine_context *ctx, const vitrine_study *study, const char *dir, bool overwrite)
{
    (void)study;
    return vt_commit_check(ctx, dir, overwrite);
}
