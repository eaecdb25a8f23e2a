/* heatmap.h - where vacancy is high, as a surface.
 *
 * A plain density of vacant shops maps where shops are. The heat map sets it against the density of the stock: with the
 * kernel densities f_v of the n_v vacant and f_o of the n_o occupied premises, one bandwidth h for both, the local rate
 * is n_v f_v / (n_v f_v + n_o f_o). p tells whether it is higher than the town's by more than chance (Hazelton & Davies
 * 2009): p = 1 − Φ(z), z = ln(f_v / f_o) / √(R(K)/h² · (1/n_v + 1/n_o) / f), f the density of all; small where vacancy
 * is higher, near 1 where it is lower; 1 where f_v is 0, 0 where only f_o is. It is asymptotic and of one place at a
 * time. Kernels are those of Silverman (1986).
 *
 * With heatmap.edge_correction the map keeps to a window, the centres if the study has any, else all places within the
 * bandwidth of a street, and each premises weighs 1 / (mass of its kernel over the cells inside) (Diggle 1985, Jones
 * 1993), so that the mass inside is the number of premises. */
#ifndef VITRINE_HEATMAP_H
#define VITRINE_HEATMAP_H

#include <vitrine/model.h>
#include <vitrine/result.h>

/* Rasters: vacancy_heatmap (local rate, p; NaN where the stock is below heatmap.threshold), premises_density and
 * vacancy_density (premises per hectare, NaN outside the window). Layers: heatmap_contours (where p is 0.05 and 0.95),
 * heatmap_bands (the local rate by vacancy.classes) and, with heatmap.network, network_density (equal-split kernel
 * density along the streets; Okabe, Satoh & Sugihara 2009). All premises of the stock count, matched to a street or not.
 * VITRINE_E_INPUT: no premises in the stock or in the window, a bandwidth below a cell, too many cells. */
VITRINE_API vitrine_status vitrine_heatmap(vitrine_context *ctx, const vitrine_model *model,
                                           const vitrine_study *study, vitrine_result **result);

/* Judges what vitrine_heatmap reads of the study, computing nothing: VITRINE_E_INPUT where a layer that it needs is missing, or the
 * bandwidth given is below a cell. */
VITRINE_API vitrine_status vitrine_heatmap_check(vitrine_context *ctx, const vitrine_model *model, const vitrine_study *study);

#endif
