/* export.h - what the writers share: the study's layers in writing order, and where they go. */
#ifndef VT_EXPORT_H
#define VT_EXPORT_H

#include <stdio.h>
#include <vitrine/export.h>

#include "model/model.h"
#include "model/result.h"
#include "study/study.h"

typedef struct {
    vitrine_context *ctx;
    const vitrine_study *study;
    const vitrine_model *model;
    const vitrine_result *const *results;
    size_t n_results;
    bool french;
    const vitrine_layer **layers; /* of all results, then rejects */
    size_t n_layers;
    char timestamp[32];           /* "2026-06-30T00:00:00.000Z" */
    const char *folder;           /* the temporary one, with a slash at the end */
    const char *manifest;         /* run.json without its outputs, for gpkg_metadata */
    size_t written, rows;         /* of all layers together, for the progress */
    size_t cut_cells, cut_rows;   /* that a sheet had no room for */
} vt_export;

/* The layer `rejects`, from the ledgers of model and results, in a result of its own. */
vitrine_status vt_export_rejects(vt_export *e, vitrine_result *rejects);

/* A writer has done with the layer; VITRINE_E_CANCELLED when the user wants to stop. */
vitrine_status vt_export_wrote(vt_export *e, const vitrine_layer *layer);

/* Each writes its files into the folder. */
vitrine_status vt_export_gpkg(vt_export *e);
vitrine_status vt_export_geojson(vt_export *e);
/* Each layer as LAYER.csv, without geometry: as a French spreadsheet reads it where lang is fr, else for machines. */
vitrine_status vt_export_csv(vt_export *e);
/* tables.xlsx: each layer as a sheet, without geometry. */
vitrine_status vt_export_xlsx(vt_export *e);
/* report.html: the diagnosis to read and to print. */
vitrine_status vt_export_report(vt_export *e);
/* Each raster as NAME.tif and NAME.qml, whatever export.formats. */
vitrine_status vt_export_rasters(vt_export *e);

/* run.json: all but its outputs, then the whole with the digests of the files in the folder. */
vitrine_status vt_export_manifest(vt_export *e, char **text);
vitrine_status vt_export_run_json(vt_export *e);

/* The layer of that name among those written; NULL when there is none. */
const vitrine_layer *vt_export_layer(const vt_export *e, const char *name);

/* How often a code fell on a layer, by the reading's ledger and the analyses' notices. */
size_t vt_export_count(const vt_export *e, const vt_account *account, vt_code code);
/* What a study may name by an absolute path or with a password, by its last name only. */
const char *vt_export_without_folder(const char *value);

/* Writes a whole file. */
vitrine_status vt_export_file(vt_export *e, const char *name, const char *text, size_t n);
/* A new file in the folder; NULL, with errno, when it cannot be made. */
FILE *vt_export_create(const vt_export *e, const char *name);
/* Closes it. `error`: errno of what went wrong before, or 0. */
vitrine_status vt_export_finish(vt_export *e, const char *name, FILE *file, int error);
/* That a file could not be written. */
vitrine_status vt_export_failed(vt_export *e, const char *name, const char *why);

/* Not written unless export.confidential is keep: a kept source field that names a person or a price. */
bool vt_export_is_confidential(const char *field);

#endif
