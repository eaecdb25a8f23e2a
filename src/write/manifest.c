/* manifest.c - run.json: version, parameters in force, inputs, ledger, outputs. No clock, no absolute
 * path, no thread count: the same study and data give the same bytes anywhere. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/number.h"
#include "base/sha256.h"
#include "embedded.h"
#include "write/buffer.h"
#include "write/commit.h"
#include "write/export.h"

static void add_key(vt_buffer *out, const char *before, const char *key)
{
    vt_buffer_add(out, before);
    vt_buffer_json(out, key);
    vt_buffer_add(out, ": ");
}

/* --- parameters ---------------------------------------------------------------------------------- */

const char *vt_export_without_folder(const char *value)
{
    if (strncmp(value, "PG:", 3) == 0) {
        return "PG:";
    }
    return *value == '/' ? strrchr(value, '/') + 1 : value;
}

/* A value as the table types it: numbers and booleans bare, texts in quotes. */
static void add_value(vt_buffer *out, const vt_param *param, const char *value)
{
    double number;
    const bool bare = param && ((param->type == VT_PARAM_BOOLEAN) ||
                                ((param->type == VT_PARAM_NUMBER || param->type == VT_PARAM_INTEGER ||
                                  param->type == VT_PARAM_NUMBERS) &&
                                 vt_number_parse(value, &number)));
    const bool path = param && param->type == VT_PARAM_PATH;
    if (bare && param->type != VT_PARAM_BOOLEAN) {
        vt_buffer_number(out, number);
    } else if (bare) {
        vt_buffer_add(out, value);
    } else {
        vt_buffer_json(out, path ? vt_export_without_folder(value) : value);
    }
}

static void add_values(vt_buffer *out, const vt_entry *entry)
{
    const vt_param *param = vt_param_find(entry->key);
    if (!entry->list && entry->n == 1) {
        add_value(out, param, entry->values[0]);
        return;
    }
    vt_buffer_add(out, "[");
    for (size_t i = 0; i < entry->n; i++) {
        vt_buffer_add(out, i ? ", " : "");
        add_value(out, param, entry->values[i]);
    }
    vt_buffer_add(out, "]");
}

/* A list's default is written with commas in the table. */
static void add_default(vt_buffer *out, const vt_param *param)
{
    if (!*param->fallback) {
        vt_buffer_add(out, "null");
    } else if (param->type != VT_PARAM_LIST) {
        add_value(out, param, param->fallback);
    } else {
        const char *before = "[";
        for (const char *at = param->fallback; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
            char word[64];
            snprintf(word, sizeof word, "%.*s", (int)strcspn(at, ","), at);
            vt_buffer_add(out, before);
            vt_buffer_json(out, word);
            before = ", ";
        }
        vt_buffer_add(out, "]");
    }
}

static int by_key(const void *a, const void *b)
{
    return strcmp((*(const vt_entry *const *)a)->key, (*(const vt_entry *const *)b)->key);
}

static void add_layers(vt_buffer *out, const vitrine_study *study)
{
    const vt_entry **entries = malloc((study->entries.n + 1) * sizeof *entries);
    size_t n = 0;
    for (size_t i = 0; entries && i < study->entries.n; i++) {
        if (strncmp(study->entries.at[i].key, "layers.", 7) == 0) {
            entries[n++] = &study->entries.at[i];
        }
    }
    if (entries) {
        qsort(entries, n, sizeof *entries, by_key);
    }
    for (size_t i = 0; i < n; i++) {
        add_key(out, ",\n    ", entries[i]->key);
        add_values(out, entries[i]);
    }
    free(entries);
}

/* Every parameter that an analysis of this version reads, with its value in force. */
static void add_parameters(vt_buffer *out, const vitrine_study *study)
{
    vt_buffer_add(out, "  \"parameters\": {");
    bool first = true;
    for (size_t i = 0; vt_param_at(i); i++) {
        const vt_param *param = vt_param_at(i);
        const vt_entry *entry = vt_study_entry(study, param->key);
        if (strpbrk(param->key, "*#") || strncmp(param->key, "layers.", 7) == 0 || (!param->used && !entry)) {
            continue;
        }
        add_key(out, first ? "\n    " : ",\n    ", param->key);
        first = false;
        if (entry) {
            add_values(out, entry);
        } else {
            add_default(out, param);
        }
    }
    add_layers(out, study);
    vt_buffer_add(out, "\n  },\n");
}

/* --- ledger -------------------------------------------------------------------------------------- */

size_t vt_export_count(const vt_export *e, const vt_account *account, vt_code code)
{
    size_t n = account->codes[code];
    for (size_t r = 0; r < e->n_results; r++) {
        const vt_ledger *notices = &e->results[r]->notices;
        for (size_t i = 0; i < notices->rejects.n; i++) {
            n += notices->rejects.at[i].code == code && strcmp(notices->rejects.at[i].layer, account->layer) == 0;
        }
    }
    return n;
}

static void add_counts(vt_buffer *out, const vt_export *e, const vt_account *account, const char *name, int from, int to)
{
    vt_buffer_printf(out, ", \"%s\": {", name);
    const char *before = "";
    for (int code = from; code < to; code++) {
        const size_t n = vt_export_count(e, account, (vt_code)code);
        if (n) {
            vt_buffer_printf(out, "%s\"%s\": %zu", before, vt_codes[code].name, n);
            before = ", ";
        }
    }
    vt_buffer_add(out, "}");
}

static void add_ledger(vt_buffer *out, const vt_export *e)
{
    vt_buffer_add(out, "  \"ledger\": {");
    for (size_t i = 0; i < e->model->ledger.accounts.n; i++) {
        const vt_account *a = &e->model->ledger.accounts.at[i];
        add_key(out, i ? ",\n    " : "\n    ", a->layer);
        vt_buffer_printf(out, "{\"read\": %zu, \"used\": %zu, \"filtered\": %zu, \"rejected\": %zu", a->read, a->used,
                         a->filtered, a->rejected);
        add_counts(out, e, a, "rejected_codes", 0, VT_FIRST_NOTICE);
        add_counts(out, e, a, "notices", VT_FIRST_NOTICE, VT_CODES);
        if (a->n_otherwise) {
            vt_buffer_add(out, ", \"otherwise\": {");
            for (size_t w = 0; w < a->n_otherwise; w++) {
                add_key(out, w ? ", " : "", a->otherwise[w].value);
                vt_buffer_printf(out, "%zu", a->otherwise[w].n);
            }
            vt_buffer_add(out, "}");
        }
        vt_buffer_add(out, "}");
    }
    vt_buffer_add(out, "\n  }");
}

/* --- the whole ----------------------------------------------------------------------------------- */

/* A table that the study brings, unless it is one that ships: false. */
static bool digest_table(const vt_export *e, const char *name, const char *shipped, char digest[VT_SHA256_ROOM])
{
    char place[4096];
    snprintf(place, sizeof place, shipped, name);
    if (vt_embedded_find(place)) {
        return false;
    }
    snprintf(place, sizeof place, "%s%s", *name == '/' ? "" : e->study->folder, name);
    FILE *file = fopen(place, "rb");
    const bool worked = file && vt_sha256_file(file, digest);
    if (file) {
        fclose(file);
    }
    return worked;
}

static void add_input(vt_buffer *out, bool first, const char *what, const char *source, const char *sha256)
{
    vt_buffer_add(out, first ? "\n    {\"layer\": " : ",\n    {\"layer\": ");
    vt_buffer_json(out, what);
    vt_buffer_add(out, ", \"source\": ");
    vt_buffer_json(out, source);
    vt_buffer_add(out, ", \"sha256\": ");
    vt_buffer_json(out, *sha256 ? sha256 : NULL);
    vt_buffer_add(out, "}");
}

static void add_inputs(vt_buffer *out, const vt_export *e)
{
    static const struct {
        const char *key, *shipped;
    } tables[] = {{"layers.premises.families", "families/%s.csv"}, {"friche.scheme", "schemes/%s.yaml"}};
    char digest[VT_SHA256_ROOM];
    vt_buffer_add(out, "  \"inputs\": [");
    for (size_t i = 0; i < e->model->ledger.accounts.n; i++) {
        const vt_account *a = &e->model->ledger.accounts.at[i];
        add_input(out, i == 0, a->layer, a->source, a->sha256);
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const char *name = vitrine_study_get(e->study, tables[i].key);
        if (name && digest_table(e, name, tables[i].shipped, digest)) {
            const char *last = strrchr(name, '/');
            add_input(out, false, tables[i].key, last ? last + 1 : name, digest);
        }
    }
    vt_buffer_add(out, "\n  ],\n");
}

/* The scale error of areas where the streets are (Lambert-93: −0.02 % in Paris, +0.45 % in Dunkerque). */
static void add_crs(vt_buffer *out, const vt_export *e)
{
    const vt_layer *streets = vt_model_layer(e->model, "streets");
    double x = NAN, y = NAN;
    if (streets && streets->n) {
        vt_box all = vt_layer_box(streets, 0);
        for (size_t i = 1; i < streets->n; i++) {
            const vt_box box = vt_layer_box(streets, i);
            all = (vt_box){fmin(all.xmin, box.xmin), fmin(all.ymin, box.ymin), fmax(all.xmax, box.xmax), fmax(all.ymax, box.ymax)};
        }
        x = (all.xmin + all.xmax) / 2;
        y = (all.ymin + all.ymax) / 2;
    }
    const double scale = vt_crs_areal_scale(e->ctx, e->model->crs, x, y);
    vt_buffer_add(out, "  \"crs\": {\"name\": ");
    vt_buffer_json(out, vt_crs_name(e->model->crs));
    vt_buffer_add(out, ", \"area_scale_error\": ");
    vt_buffer_number(out, round((scale - 1) * 1e8) / 1e8);
    vt_buffer_add(out, "},\n");
}

/* What a raster is made of, where the study may leave it to a rule. */
static void add_rasters(vt_buffer *out, const vt_export *e)
{
    const char *before = ",\n  \"rasters\": {\n    ", *end = "";
    for (size_t r = 0; r < e->n_results; r++) {
        for (size_t i = 0; i < e->results[r]->rasters.n; i++) {
            const vitrine_raster *raster = &e->results[r]->rasters.at[i].info;
            add_key(out, before, raster->name);
            vt_buffer_printf(out, "{\"columns\": %zu, \"rows\": %zu, \"cell_m\": ", raster->columns, raster->rows);
            vt_buffer_number(out, raster->cell_m);
            vt_buffer_add(out, ", \"bandwidth_m\": ");
            vt_buffer_number(out, raster->bandwidth_m);
            vt_buffer_add(out, "}");
            before = ",\n    ";
            end = "\n  }";
        }
    }
    vt_buffer_add(out, end);
}

/* What was made sure of while computing. */
static void add_checks(vt_buffer *out, const vt_export *e)
{
    const char *before = ",\n  \"checks\": {\n    ", *end = "";
    for (size_t r = 0; r < e->n_results; r++) {
        for (size_t i = 0; i < e->results[r]->checks.n; i++) {
            const vitrine_check *check = &e->results[r]->checks.at[i];
            add_key(out, before, check->name);
            vt_buffer_add(out, "{\"value\": ");
            vt_buffer_number(out, round(check->value * 1e6) / 1e6);
            vt_buffer_printf(out, ", \"of\": %zu}", check->of);
            before = ",\n    ";
            end = "\n  }";
        }
    }
    vt_buffer_add(out, end);
}

/* How it ends without its outputs; they are put in before. */
static const char manifest_end[] = "\n}\n";

vitrine_status vt_export_manifest(vt_export *e, char **text)
{
    vt_buffer out = {0};
    vt_buffer_add(&out, "{\n  \"vitrine\": ");
    vt_buffer_json(&out, vitrine_version());
    vt_buffer_add(&out, ",\n");
    add_crs(&out, e);
    add_parameters(&out, e->study);
    add_inputs(&out, e);
    add_ledger(&out, e);
    add_rasters(&out, e);
    add_checks(&out, e);
    vt_buffer_add(&out, manifest_end);
    *text = out.text;
    if (out.failed) {
        vt_buffer_free(&out);
        *text = NULL;
        return vt_no_memory(e->ctx);
    }
    return VITRINE_OK;
}

static vitrine_status add_output(vt_export *e, vt_buffer *out, const char *name, bool first)
{
    char path[4096], digest[VT_SHA256_ROOM];
    snprintf(path, sizeof path, "%s%s", e->folder, name);
    FILE *file = fopen(path, "rb");
    struct stat info;
    const bool worked = file && fstat(fileno(file), &info) == 0 && vt_sha256_file(file, digest);
    if (file) {
        fclose(file);
    }
    if (!worked) {
        return vt_export_failed(e, name, strerror(errno));
    }
    vt_buffer_add(out, first ? "\n    {\"file\": " : ",\n    {\"file\": ");
    vt_buffer_json(out, name);
    vt_buffer_printf(out, ", \"bytes\": %lld, \"sha256\": \"%s\"}", (long long)info.st_size, digest);
    return VITRINE_OK;
}

vitrine_status vt_export_run_json(vt_export *e)
{
    char **names = NULL;
    size_t n = 0;
    vitrine_status status = vt_commit_list(e->ctx, e->folder, &names, &n);
    vt_buffer out = {0};
    vt_buffer_add_n(&out, e->manifest, strlen(e->manifest) - strlen(manifest_end));
    vt_buffer_add(&out, ",\n  \"outputs\": [");
    for (size_t i = 0; !status && i < n; i++) {
        status = add_output(e, &out, names[i], i == 0);
    }
    vt_buffer_add(&out, "\n  ]");
    vt_buffer_add(&out, manifest_end);
    if (!status) {
        status = out.failed ? vt_no_memory(e->ctx) : vt_export_file(e, "run.json", out.text, out.n);
    }
    vt_buffer_free(&out);
    vt_commit_list_free(names, n);
    return status;
}
