/* schema.c - see schema.h. Fields and kinds are those of the study file's contract. */
#include "study/schema.h"

#include <stdint.h>
#include <string.h>
#include <vitrine/study.h>

#include "base/context.h"
#include "geo/geometry.h"

#define ID {"id", VT_FIELD_TEXT, 0, false, "/"}
#define TEXT(name) {name, VT_FIELD_TEXT, 0, false, NULL}
#define NEED(name) {name, VT_FIELD_TEXT, 0, true, NULL}
#define NUMBER(name, min) {name, VT_FIELD_NUMBER, min, false, NULL}
#define DATE(name) {name, VT_FIELD_DATE, 0, false, NULL}
#define END {NULL, VT_FIELD_TEXT, 0, false, NULL}
/* A tenth of a millimetre, or of a thousandth of a square metre: less is no measure but a slip. */
#define POSITIVE 0.0001

static const vt_field premises[] = {
    ID,       TEXT("street"), TEXT("street_id"),
    TEXT("number"),   TEXT("unit"),   TEXT("activity"),
    TEXT("family"),   NUMBER("frontage_m", POSITIVE), NUMBER("floor_m2", POSITIVE),
    DATE("vacant_since"), TEXT("name"), END};
static const vt_field streets[] = {ID, NEED("name"), TEXT("municipality"), END};
static const vt_field centres[] = {ID, TEXT("name"), END};
static const vt_field parcels[] = {ID, TEXT("owner"), TEXT("owner_type"), TEXT("type"),
                                   NUMBER("cadastral_area_m2", 0), END};
static const vt_field buildings[] = {ID, NUMBER("height_m", 0), NUMBER("floors", 0), END};
static const vt_field zones[] = {ID,    TEXT("name"),         TEXT("vocation"), TEXT("type"),
                                 TEXT("state"), TEXT("municipality"), TEXT("basin"),    END};
static const vt_field plots[] = {ID,        TEXT("zone_id"),   TEXT("parcels"),
                                 TEXT("servicing"), TEXT("marketing"), TEXT("occupancy"),
                                 TEXT("usage"),     TEXT("useful"),    END};
static const vt_field establishments[] = {ID, TEXT("active"), DATE("closed_on"),
                                          DATE("opened_on"), DATE("state_since"), END};
static const vt_field friches[] = {ID,           TEXT("name"),    TEXT("status"),
                                   TEXT("municipality"), TEXT("parcels"), END};
static const vt_field zoning[] = {ID, TEXT("type"), TEXT("label"), END};
static const vt_field frontage_rules[] = {ID, {"type", VT_FIELD_TEXT, 0, false, "-"}, END}; /* 22 and 01: 22-01 */
static const vt_field land_cover[] = {ID, TEXT("artificial"), TEXT("cover"), TEXT("usage"), END};
static const vt_field plain[] = {ID, END};

const vt_kind vt_kinds[] = {
    {"premises", VT_POINTS | VT_LINES | VT_POLYGONS, false, false, false, true, premises, N_("commercial premises")},
    {"streets", VT_LINES, false, false, false, true, streets, N_("street centrelines")},
    {"centres", VT_POLYGONS, false, false, false, true, centres, N_("town-centre perimeters")},
    {"parcels", VT_POLYGONS, false, false, false, true, parcels, N_("cadastral parcels")},
    {"buildings", VT_POLYGONS, false, false, false, true, buildings, N_("buildings")},
    {"zones", VT_POLYGONS, false, false, false, true, zones, N_("business zones")},
    {"plots", VT_POLYGONS, false, false, false, true, plots, N_("plots of business zones")},
    {"establishments", VT_POINTS | VT_SEVERAL_PLACES, false, false, false, true, establishments, N_("establishments")},
    {"friches", VT_POLYGONS | VT_POINTS, false, true, true, true, friches, N_("friches")},
    {"zoning", VT_POLYGONS, false, false, false, true, zoning, N_("PLU zones")},
    {"frontage_rules", VT_LINES, false, false, false, true, frontage_rules, N_("protected shopfront lines")},
    {"land_cover", VT_POLYGONS, false, false, false, true, land_cover, N_("land cover")},
    {"constraints", VT_POLYGONS, true, false, false, true, plain, N_("constraints")},
    {"places", VT_POINTS | VT_LINES | VT_POLYGONS, true, false, false, true, plain, N_("places")},
    {NULL, 0, false, false, false, false, NULL, NULL},
};

const vt_kind *vt_kind_find(const char *name)
{
    for (const vt_kind *kind = vt_kinds; kind->name; kind++) {
        if (strcmp(kind->name, name) == 0) {
            return kind;
        }
    }
    return NULL;
}

static const vt_kind *kind_at(size_t i)
{
    return i < sizeof vt_kinds / sizeof *vt_kinds - 1 ? &vt_kinds[i] : NULL;
}

bool vitrine_layer_kind_info(size_t i, const char **name, const char **is, bool *many)
{
    const vt_kind *kind = kind_at(i);
    if (!kind) {
        return false;
    }
    *name = kind->name;
    *is = _(kind->is);
    *many = kind->many;
    return true;
}

const char *vitrine_layer_field_info(size_t i, size_t k)
{
    const vt_kind *kind = kind_at(i);
    for (size_t at = 0; kind && kind->fields[at].name; at++) {
        if (at == k) {
            return kind->fields[at].name;
        }
    }
    return NULL;
}

size_t vt_kind_field(const vt_kind *kind, const char *name)
{
    for (size_t i = 0; kind->fields[i].name; i++) {
        if (strcmp(kind->fields[i].name, name) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}
