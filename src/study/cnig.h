/* cnig.h - SITE-ECO and TERRAIN-ECO of the standard CNIG Sites économiques v2024-10 (schemas 1.0.1): the fields in the order of its
 * empty GeoPackage, their types and values, and where vitrine has them from. */
#ifndef VT_CNIG_H
#define VT_CNIG_H

#include <stdbool.h>
#include <stddef.h>
#include <vitrine/result.h>

/* Values of plots that rules and sums ask for. */
#define VT_CNIG_YES "oui"
#define VT_CNIG_UNFIT "non aménageable"
#define VT_CNIG_SERVICED_BARE "viabilisé non aménagé"
#define VT_CNIG_SERVICED "viabilisé et aménagé"
#define VT_CNIG_NOT_FOR_SALE "non commercialisable"
#define VT_CNIG_ON_SALE "en vente"
#define VT_CNIG_ON_SALE_TERMS "en vente avec contraintes"
#define VT_CNIG_SOLD "vendu, commercialisation achevée"
#define VT_CNIG_OPTION "réservé par option de réservation"
#define VT_CNIG_VOTED "réservé par une délibération de l'EPCI"
#define VT_CNIG_FRICHE "friche"

/* What is computed; 0: carried from the source. */
typedef enum {
    VT_CNIG_CARRIED,
    VT_CNIG_GROSS,          /* area, ha */
    VT_CNIG_USEFUL,         /* of the useful plots, ha */
    VT_CNIG_UNITS,          /* land units, and of them vacant, their share in %, and built */
    VT_CNIG_VACANT,
    VT_CNIG_RATE,
    VT_CNIG_BUILT,
    VT_CNIG_ESTABLISHMENTS, /* in activity */
    VT_CNIG_AVAILABLE,      /* plots on sale, ha */
    VT_CNIG_PROJECT,        /* plots reserved, ha */
    VT_CNIG_UPDATED,        /* the source's date, else the reference date */
} vt_cnig_figure;

typedef struct {
    const char *name;
    vitrine_type type;         /* text, integer (32 bits) or real */
    int width;                 /* characters of a text; 0: any number */
    bool required;
    bool confidential;         /* not written unless export.confidential is keep */
    bool beyond;               /* of the schema, but not of the empty GeoPackage: only where the source has it, last */
    vt_cnig_figure figure;
    const char *ours;          /* our field of the layer kind, or NULL: the source's field of that name */
    const char *const *values; /* ends with NULL; NULL: any */
} vt_cnig_field;

typedef struct {
    const char *layer;           /* "site_eco" */
    const char *kind;            /* "zones" */
    const vt_cnig_field *fields; /* ends with a NULL name */
} vt_cnig_table;

extern const vt_cnig_table vt_cnig_sites, vt_cnig_plots;

/* The field behind a column of a result layer; NULL where the layer is none of the standard's. */
const vt_cnig_field *vt_cnig_find(const char *layer, const char *column);

/* A value as the standard spells it, where it is the same without case, accents and hyphens (yes and no for oui and non too);
 * NULL: none of the field's values. */
const char *vt_cnig_spelling(const vt_cnig_field *field, const char *text);
/* The value that may be meant, or NULL. */
const char *vt_cnig_nearest(const vt_cnig_field *field, const char *text);

#endif
