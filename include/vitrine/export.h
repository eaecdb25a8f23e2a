/* export.h - writing results: GeoPackage, GeoJSON, tables.xlsx, CSV, manifest. All or nothing. */
#ifndef VITRINE_EXPORT_H
#define VITRINE_EXPORT_H

#include <vitrine/model.h>
#include <vitrine/result.h>

/* Writes the results of `n` analyses into the folder `dir`, which appears complete or not at all. An
 * existing folder is refused (VITRINE_E_INPUT) unless `overwrite`; then it is exchanged for the new
 * one in one step, and files that are not vitrine's are kept. Same study and data, same bytes. */
VITRINE_API vitrine_status vitrine_export(vitrine_context *ctx, const vitrine_study *study,
                                          const vitrine_model *model,
                                          const vitrine_result *const *results, size_t n,
                                          const char *dir, bool overwrite);

/* Whether vitrine_export could write there; asked before any work is done. VITRINE_E_INPUT when not.
 * Warns of export.formats that this version does not write. */
VITRINE_API vitrine_status vitrine_export_check(vitrine_context *ctx, const vitrine_study *study,
                                                const char *dir, bool overwrite);

/* Whether vitrine_run does the analysis "vacancy", "heatmap", "friche" or "land": each that the study declares; vacancy where it has
 * premises, or declares neither friche nor land. */
VITRINE_API bool vitrine_run_does(const vitrine_study *study, const char *analysis);

/* Judges, for every analysis that vitrine_run does, what it reads of the study (vitrine_vacancy_check and its kin). */
VITRINE_API vitrine_status vitrine_run_check(vitrine_context *ctx, const vitrine_study *study, const vitrine_model *model);

/* Reads, runs every analysis that the study declares, and exports. *rejected: features rejected
 * (NULL: not wanted). */
VITRINE_API vitrine_status vitrine_run(vitrine_context *ctx, const vitrine_study *study,
                                       const char *dir, bool overwrite, size_t *rejected);

#endif
