/* rows.h - features as they are read, before they are transformed, checked, sorted and made a layer. */
#ifndef VT_ROWS_H
#define VT_ROWS_H

#include "model/ledger.h"
#include "model/layer.h"
#include "read/source.h"
#include "read/status.h"

/* Source fields behind one of ours, by layer of the source. */
typedef struct {
    int at[VT_MOST_SOURCE_LAYERS][8];
    size_t n; /* 0: not mapped */
} vt_mapping;

/* Geometry written in text columns: x and y, or one of latlon, wkt, geojson (several: the first that is not empty). */
typedef struct {
    enum { VT_WKT, VT_GEOJSON, VT_LATLON, VT_XY } form;
    vt_mapping columns[2];
} vt_written;

typedef struct {
    const char *id;
    uint64_t content; /* hash of what the row says: orders rows that share an id, or have none */
    int64_t fid;      /* how a message calls it: the source's own feature number */
    uint8_t shape;
    uint32_t first_part, parts;
    uint8_t status;
    bool rejected;
    bool sound;        /* a polygon that needs no further look */
    size_t reject;     /* one more than its place in the ledger, when rejected while reading */
    double x, y; /* source coordinates of its first vertex */
} vt_row;

/* A field's values, a row each; both empty where the study maps nothing to it. */
typedef struct {
    bool is_number;
    VT_ARRAY(const char *) text; /* NULL: empty */
    VT_ARRAY(double) number;     /* NaN: empty */
    size_t readable, unreadable; /* of the dates or numbers that were there */
    const char *unread;          /* the first of the latter, with the field's name */
} vt_row_column;

typedef struct {
    vitrine_context *ctx;
    vt_arena *arena; /* of the model */
    vt_ledger *ledger;
    const vt_spec *spec;
    vt_source source;
    const char *name; /* of the layer, living as long as the model */
    vt_mapping *fields; /* one a field of the kind */
    vt_mapping *kept;
    const char **kept_names;
    vitrine_type *kept_types;
    size_t n_fields, n_kept, n_attributes; /* the last of the kept are attributes */
    vt_written written[4]; /* text columns of geometry, to try in turn */
    size_t n_written;      /* 0: the source's own geometry */
    const char **missing;  /* texts that mean nothing, as NA */
    size_t n_missing;
    bool insee;            /* give codes their lost zero back */
    vt_status_map status;
    vt_mapping status_fields;
    VT_ARRAY(vt_row) rows;
    VT_ARRAY(const char *) bad;     /* unreadable values of the row at hand */
    VT_ARRAY(const char *) mended;  /* its codes that had lost their zero */
    vt_row_column *columns;         /* n_fields, then n_kept */
    VT_ARRAY(uint32_t) ring;        /* first ring of each part, and the end */
    VT_ARRAY(uint32_t) vertex;      /* first vertex of each ring, and the end */
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
    size_t read;
    double before, share; /* of all reading: what was done before, what this is */
    bool given_ids; /* by the source, mapped or stored; else keys made of the content */
} vt_rows;

/* Finds the fields that the study maps; refuses missing ones with the nearest name and the list. */
vitrine_status vt_rows_map(vt_rows *rows);
/* Reads every feature. */
vitrine_status vt_rows_read(vt_rows *rows);
void vt_rows_free(vt_rows *rows);

/* One of the texts that mean nothing in this layer (layers.*.missing), whatever its case. */
bool vt_rows_is_missing(const vt_rows *rows, const char *text);

/* The text of a row in a column; NULL where empty, not mapped, or a number. */
static inline const char *vt_rows_text(const vt_rows *rows, size_t row, size_t column)
{
    return rows->columns[column].text.at ? rows->columns[column].text.at[row] : NULL;
}

/* How the ledger calls a row: its id, else a key made of its content. NULL: out of memory. */
const char *vt_row_key(const vt_rows *rows, const vt_row *row);

/* Puts a row in the place of an earlier one, to close up. */
void vt_rows_move(vt_rows *rows, size_t from, size_t to);

/* First vertex of a row, and one past its last. */
void vt_rows_span(const vt_rows *rows, const vt_row *row, size_t *from, size_t *to);
vt_box vt_rows_box(const vt_rows *rows, const vt_row *row);

/* Marks the row as rejected and lists it. x and y: where in the study's CRS, or NaN. */
vitrine_status vt_rows_reject(vt_rows *rows, vt_row *row, vt_code code, double x, double y, const char *detail);

#endif
