/* schema.h - the kinds of layers and their fields: one table for reading, checking, presets and help. */
#ifndef VT_SCHEMA_H
#define VT_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

/* A date becomes text as ISO 8601 writes it, also one known by month or year only (base/date.h). */
typedef enum { VT_FIELD_TEXT, VT_FIELD_NUMBER, VT_FIELD_DATE } vt_field_type;

typedef struct {
    const char *name;
    vt_field_type type;
    double min;    /* of a number; a value below is refused as bad_value */
    bool required; /* the study must say where it is found */
    const char *joint; /* between the values of several source fields; NULL: the first that is not empty counts */
} vt_field;

/* Among the shapes of a kind: a feature may be several points. */
enum { VT_SEVERAL_PLACES = 128 };

typedef struct {
    const char *name;       /* key under `layers` */
    unsigned shapes;        /* what features may be, of vt_shape (geo/geometry.h) */
    bool many;              /* `layers.NAME.x`, `layers.NAME.y`: any number of them, each named */
    bool any_field;         /* fields beyond the listed ones are taken as text attributes */
    bool bare;              /* may lack a geometry where it names its parcels, whose ground is then taken */
    bool used;              /* an analysis of this version reads it */
    const vt_field *fields; /* ends with a NULL name; the first is always `id` */
    const char *is;         /* what one feature is, in the plural, for messages and help */
} vt_kind;

/* All kinds, in the order in which they are read; the last has a NULL name. */
extern const vt_kind vt_kinds[];

/* NULL when there is none. */
const vt_kind *vt_kind_find(const char *name);
/* Index into kind->fields, or SIZE_MAX. */
size_t vt_kind_field(const vt_kind *kind, const char *name);

#endif
