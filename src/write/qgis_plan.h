/* qgis_plan.h - what stands where in the QGIS project: groups, the order of layers in them, what is on at first, and the map themes,
 * each with a print layout. One table each; the project holds of them what the run has written. */
#ifndef VT_QGIS_PLAN_H
#define VT_QGIS_PLAN_H

#include "geo/rtree.h"
#include "write/buffer.h"
#include "write/export.h"

typedef struct {
    const char *name_fr, *name_en;
    bool control; /* for those who make the data: off and closed */
} vt_qgis_group;

enum { VT_QGIS_GROUPS = 4 };
extern const vt_qgis_group vt_qgis_groups[VT_QGIS_GROUPS];

/* From top to bottom of the map. A layer without geometry stands in the group's folder of tables. */
typedef struct {
    const char *name;
    int group;
    bool on;
    const char *from; /* kinds of layers of the study that it is made of, that of its shapes first; NULL: a table, or of any */
} vt_qgis_place;

/* End with a NULL name. */
extern const vt_qgis_place vt_qgis_places[];

enum { VT_QGIS_MOST_SHOWN = 4 };

/* What the layout says beside its map, as plain text; both empty: nothing. On a page of an atlas it is what the expressions give of
 * the page's feature (NULL: the same). */
typedef struct {
    vt_buffer large, words;
    const char *page_large, *page_words;
} vt_qgis_figure;
void vt_qgis_figure_vacancy(const vt_export *e, vt_qgis_figure *f);
void vt_qgis_figure_survey(const vt_export *e, vt_qgis_figure *f);
void vt_qgis_figure_friches(const vt_export *e, vt_qgis_figure *f);
void vt_qgis_figure_balance(const vt_export *e, vt_qgis_figure *f);
void vt_qgis_figure_units(const vt_export *e, vt_qgis_figure *f);

/* A page for each feature of a layer, named by an expression, at no greater a scale. */
typedef struct {
    const char *layer, *name, *scale;
} vt_qgis_pages;

typedef struct {
    const char *name_fr, *name_en;
    const char *title_fr, *title_en;       /* of its print layout; NULL: it has none */
    const char *shown[VT_QGIS_MOST_SHOWN]; /* layers that it is about; there is no theme where nothing of them is drawn */
    const char *extent;                    /* the layer that the map shows; NULL: all of them. Where it has nothing drawn: all, or no theme if it is none of them */
    const char *context;                   /* a layer in its second, quiet style (VT_QGIS_CONTEXT), or NULL */
    void (*figure)(const vt_export *e, vt_qgis_figure *f); /* or NULL */
    const vt_qgis_pages *pages;            /* NULL: it is one sheet, as where the layer has nothing that is drawn */
} vt_qgis_theme;

extern const vt_qgis_theme vt_qgis_themes[]; /* end with a NULL name_fr */

/* The child's field is the parent's; a feature's form lists its children. */
typedef struct {
    const char *child, *parent, *field, *name_fr, *name_en;
} vt_qgis_relation;

extern const vt_qgis_relation vt_qgis_relations[]; /* end with a NULL child */

/* What the run has written of that name: a layer, or a raster; both NULL where it has not. */
typedef struct {
    const vitrine_layer *layer;
    const vt_raster *raster;
} vt_qgis_found;
vt_qgis_found vt_qgis_find(const vt_export *e, const char *name);

/* It is drawn: a raster, or a layer with geometries. */
bool vt_qgis_drawn(vt_qgis_found found);
/* Widens the box by what is found; false: there is nothing to be drawn in it. */
bool vt_qgis_widen(vt_qgis_found found, vt_box *box);
/* Whether the theme has something to show, and the box of that. */
bool vt_qgis_theme_box(const vt_export *e, const vt_qgis_theme *theme, vt_box *box);
/* The theme's pages, if there are any. */
const vt_qgis_pages *vt_qgis_theme_pages(const vt_export *e, const vt_qgis_theme *theme);
/* The theme shows the layer as what it is about. */
bool vt_qgis_shows(const vt_qgis_theme *theme, const char *layer);
/* Something on the theme's map or pages is made of the study's layers of that kind; of its context only the shapes count. */
bool vt_qgis_theme_reads(const vt_export *e, const vt_qgis_theme *theme, const char *kind);

#endif
