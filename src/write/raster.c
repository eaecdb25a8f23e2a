/* raster.c - rasters as cloud-optimised GeoTIFF, each with its QGIS style beside it. The cells are not copied: GDAL
 * reads them where the result holds them, from the last row up, for a file begins in the north. */
#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/columns.h"
#include "write/failures.h"
#include "write/style.h"

static bool add_band(vt_export *e, GDALDatasetH dataset, const vt_raster *raster, size_t band)
{
    char pointer[64] = {0}, offset[32];
    CPLPrintPointer(pointer, raster->band[band] + (raster->info.rows - 1) * raster->info.columns, sizeof pointer - 1);
    snprintf(offset, sizeof offset, "-%zu", raster->info.columns * sizeof(float));
    char **options = CSLSetNameValue(NULL, "DATAPOINTER", pointer);
    options = CSLSetNameValue(options, "LINEOFFSET", offset);
    const bool added = GDALAddBand(dataset, GDT_Float32, options) == CE_None;
    CSLDestroy(options);
    const vt_band_text *text = vt_band_text_of(raster->info.name, band);
    GDALRasterBandH to = added ? GDALGetRasterBand(dataset, (int)band + 1) : NULL;
    if (to) {
        GDALSetDescription(to, e->french ? text->label_fr : text->label_en);
        GDALSetRasterUnitType(to, text->unit);
        GDALSetRasterNoDataValue(to, (double)NAN);
    }
    return to != NULL;
}

/* The raster as GDAL sees it, in memory; NULL when GDAL cannot. */
static GDALDatasetH in_memory(vt_export *e, const vt_raster *raster)
{
    const vitrine_raster *info = &raster->info;
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("MEM"), "", (int)info->columns, (int)info->rows, 0, GDT_Float32, NULL);
    if (!dataset) {
        return NULL;
    }
    double place[6] = {info->x0, info->cell_m, 0, info->y0 + (double)info->rows * info->cell_m, 0, -info->cell_m};
    char bandwidth[VT_NUMBER_ROOM];
    vt_number_format(bandwidth, info->bandwidth_m);
    bool worked = GDALSetProjection(dataset, vt_crs_wkt(e->model->crs)) == CE_None &&
                  GDALSetGeoTransform(dataset, place) == CE_None &&
                  GDALSetMetadataItem(dataset, "BANDWIDTH_M", bandwidth, NULL) == CE_None;
    for (size_t b = 0; worked && b < info->bands; b++) {
        worked = add_band(e, dataset, raster, b);
    }
    if (!worked) {
        GDALClose(dataset);
        return NULL;
    }
    return dataset;
}

static vitrine_status write_tif(vt_export *e, const vt_raster *raster)
{
    char name[256], path[4096 + 256];
    snprintf(name, sizeof name, "%s.tif", raster->info.name);
    snprintf(path, sizeof path, "%s%s", e->folder, name);
    static const char *const settings[] = {"COMPRESS=DEFLATE", "PREDICTOR=YES", "OVERVIEWS=IGNORE_EXISTING",
                                           "OVERVIEW_RESAMPLING=AVERAGE", "NUM_THREADS=1"};
    char **options = NULL;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        options = CSLAddString(options, settings[i]);
    }
    vt_failures failures;
    vt_failures_begin(&failures);
    GDALDatasetH from = in_memory(e, raster);
    GDALDatasetH to = from ? GDALCreateCopy(GDALGetDriverByName("COG"), path, from, FALSE, options, NULL, NULL) : NULL;
    const bool made = to != NULL;
    if (to) {
        GDALClose(to);
    }
    if (from) {
        GDALClose(from);
    }
    vt_failures_end();
    CSLDestroy(options);
    return made && !failures.errors ? VITRINE_OK : vt_export_failed(e, name, failures.errors ? failures.first : "GDAL");
}

static vitrine_status write_style(vt_export *e, const vt_raster *raster, const char *ending,
                                  vitrine_status (*fill)(vt_export *, const vt_raster *, char **))
{
    char name[256], *style = NULL;
    snprintf(name, sizeof name, "%s%s", raster->info.name, ending);
    vitrine_status status = fill(e, raster, &style);
    if (!status) {
        status = vt_export_file(e, name, style, strlen(style));
    }
    free(style);
    return status;
}

vitrine_status vt_export_rasters(vt_export *e)
{
    vitrine_status status = VITRINE_OK;
    for (size_t r = 0; r < e->n_results; r++) {
        for (size_t i = 0; !status && i < e->results[r]->rasters.n; i++) {
            const vt_raster *raster = &e->results[r]->rasters.at[i];
            status = write_tif(e, raster);
            status = status ? status : write_style(e, raster, ".qml", vt_style_fill_raster);
            status = status ? status : write_style(e, raster, ".sld", vt_style_fill_raster_sld);
        }
    }
    return status;
}
