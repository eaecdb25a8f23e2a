/* shapes.c - see shapes.h. */
#include "read/shapes.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* --- from text columns --------------------------------------------------------------------------- */

static bool column_text(OGRFeatureH feature, int column, char *room, size_t size)
{
    size_t length = 0;
    const char *text = OGR_F_IsFieldSetAndNotNull(feature, column)
                           ? vt_text_trim(OGR_F_GetFieldAsString(feature, column), &length)
                           : "";
    snprintf(room, size, "%.*s", (int)length, text);
    return length > 0;
}

static vt_code point_of(double x, double y, OGRGeometryH *geometry)
{
    *geometry = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(*geometry, 0, x, y);
    return VT_CODES;
}

/* A text that is no geometry, with its column and the text itself for the ledger. */
static vt_code unreadable(vt_rows *rows, OGRFeatureH feature, int form, int column, const char *one, const char *two,
                          const char **detail)
{
    static const char *const forms[] = {[VT_WKT] = "WKT", [VT_GEOJSON] = "GeoJSON", [VT_LATLON] = "lat, lon", [VT_XY] = "x, y"};
    const char *name = OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, column));
    const char *text = vt_text_is_utf8(one) && vt_text_is_utf8(two)
                           ? vt_arena_printf(rows->arena, "%s (%s): %s%s%s", name, forms[form], one, *two ? ", " : "", two)
                           : NULL;
    *detail = text ? text : name;
    return VT_BAD_GEOMETRY;
}

static vt_code from_column(vt_rows *rows, OGRFeatureH feature, int form, int column, int y_column,
                           OGRGeometryH *geometry, const char **detail)
{
    char one[80], two[80] = "";
    double x, y;
    if (!column_text(feature, column, one, sizeof one) ||
        (form == VT_XY && !column_text(feature, y_column, two, sizeof two)) || vt_rows_is_missing(rows, one)) {
        return VT_NULL_GEOMETRY;
    }
    if (form == VT_XY) {
        return vt_number_parse_survey(one, &x) && vt_number_parse_survey(two, &y)
                   ? point_of(x, y, geometry)
                   : unreadable(rows, feature, form, column, one, two, detail);
    }
    if (form == VT_LATLON) { /* "49.26, -123.18": first the latitude */
        char *rest = one + strcspn(one, ", ");
        const size_t gap = strspn(rest, ", ");
        snprintf(two, sizeof two, "%s", rest + gap);
        *rest = '\0';
        return gap && vt_number_parse(one, &y) && vt_number_parse(two, &x)
                   ? point_of(x, y, geometry)
                   : unreadable(rows, feature, form, column, one, two, detail);
    }
    const char *text = OGR_F_GetFieldAsString(feature, column);
    if (form == VT_WKT) {
        char *wkt = (char *)text;
        if (OGR_G_CreateFromWkt(&wkt, NULL, geometry) != OGRERR_NONE) {
            *geometry = NULL;
        }
    } else {
        *geometry = OGR_G_CreateGeometryFromJson(text);
    }
    return *geometry ? VT_CODES : unreadable(rows, feature, form, column, one, two, detail);
}

vt_code vt_shape_from_text(vt_rows *rows, OGRFeatureH feature, size_t layer, OGRGeometryH *geometry,
                           const char **detail)
{
    vt_code wrong = VT_NULL_GEOMETRY;
    *geometry = NULL;
    for (size_t i = 0; wrong == VT_NULL_GEOMETRY && i < rows->n_written; i++) {
        const vt_written *w = &rows->written[i];
        const int y_column = w->form == VT_XY ? w->columns[1].at[layer][0] : -1;
        for (size_t c = 0; wrong == VT_NULL_GEOMETRY && c < w->columns[0].n; c++) {
            wrong = from_column(rows, feature, w->form, w->columns[0].at[layer][c], y_column, geometry, detail);
        }
    }
    return wrong;
}

/* --- into columns -------------------------------------------------------------------------------- */

static bool add_ring(vt_rows *rows, OGRGeometryH ring)
{
    const int n = OGR_G_GetPointCount(ring);
    if (!vt_array_reserve(&rows->x, (size_t)n) || !vt_array_reserve(&rows->y, (size_t)n)) {
        return false;
    }
    OGR_G_GetPoints(ring, rows->x.at + rows->x.n, sizeof(double), rows->y.at + rows->y.n, sizeof(double), NULL, 0);
    rows->x.n += (size_t)n;
    rows->y.n += (size_t)n;
    return vt_array_push(&rows->vertex, (uint32_t)rows->x.n);
}

static bool end_part(vt_rows *rows, vt_row *row)
{
    row->parts++;
    return vt_array_push(&rows->ring, (uint32_t)(rows->vertex.n - 1));
}

/* One point, line or polygon. */
static vt_code add_part(vt_rows *rows, OGRGeometryH part, vt_row *row)
{
    bool worked = true;
    if (OGR_G_IsEmpty(part)) {
        return VT_CODES;
    }
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(part));
    if (type == wkbPolygon) {
        for (int r = 0; worked && r < OGR_G_GetGeometryCount(part); r++) {
            OGRGeometryH ring = OGR_G_GetGeometryRef(part, r);
            worked = OGR_G_GetPointCount(ring) == 0 || add_ring(rows, ring);
        }
    } else if (type == wkbPoint) {
        worked = vt_array_push(&rows->x, OGR_G_GetX(part, 0)) && vt_array_push(&rows->y, OGR_G_GetY(part, 0)) &&
                 vt_array_push(&rows->vertex, (uint32_t)rows->x.n);
    } else {
        worked = add_ring(rows, part);
    }
    return worked && end_part(rows, row) ? VT_CODES : VT_BAD_GEOMETRY;
}

static unsigned shape_of(OGRwkbGeometryType type)
{
    switch (type) {
    case wkbPoint:
    case wkbMultiPoint:
        return VT_POINTS;
    case wkbLineString:
    case wkbMultiLineString:
        return VT_LINES;
    case wkbPolygon:
    case wkbMultiPolygon:
        return VT_POLYGONS;
    default:
        return 0;
    }
}

/* A geometry that cannot be used is told by a point, the middle of its box. */
static vt_code refuse_type(vt_rows *rows, OGRGeometryH geometry, vt_row *row)
{
    OGREnvelope box;
    OGR_G_GetEnvelope(geometry, &box);
    const double x = (box.MinX + box.MaxX) / 2, y = (box.MinY + box.MaxY) / 2;
    if (!OGR_G_IsEmpty(geometry) && isfinite(x) && isfinite(y) && vt_array_push(&rows->x, x) &&
        vt_array_push(&rows->y, y) && vt_array_push(&rows->vertex, (uint32_t)rows->x.n)) {
        end_part(rows, row);
    }
    return VT_WRONG_TYPE;
}

vt_code vt_shape_add(vt_rows *rows, OGRGeometryH geometry, vt_row *row, const char **detail)
{
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    const unsigned shape = shape_of(type);
    *detail = OGRGeometryTypeToName(type);
    if (!(shape & rows->spec->kind->shapes)) {
        return refuse_type(rows, geometry, row);
    }
    if (OGR_G_IsEmpty(geometry)) {
        return VT_EMPTY_GEOMETRY;
    }
    const size_t first = rows->x.n;
    vt_code wrong = VT_CODES;
    if (type == wkbPoint || type == wkbLineString || type == wkbPolygon) {
        wrong = add_part(rows, geometry, row);
    } else {
        for (int i = 0; wrong == VT_CODES && i < OGR_G_GetGeometryCount(geometry); i++) {
            wrong = add_part(rows, OGR_G_GetGeometryRef(geometry, i), row);
        }
    }
    if (shape == VT_POINTS && row->parts > 1 && !(rows->spec->kind->shapes & VT_SEVERAL_PLACES)) {
        return VT_WRONG_TYPE; /* a unit in several places is several units */
    }
    for (size_t i = first; wrong == VT_CODES && i < rows->x.n; i++) {
        if (!isfinite(rows->x.at[i]) || !isfinite(rows->y.at[i])) {
            wrong = VT_NOT_FINITE;
        }
    }
    if (wrong == VT_CODES) {
        row->shape = (uint8_t)shape;
        row->x = rows->x.at[first];
        row->y = rows->y.at[first];
        *detail = "";
    }
    return wrong;
}
