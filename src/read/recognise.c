/* recognise.c - which preset fits a layer. A part of a preset fits by the share of its fields that the layer has; names that any file
 * may have (id, nom, x…) count, but do not prove. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "read/look.h"

/* Of our fields a preset must find so many to be taken for the layer's. */
static const double least_share = 0.6;

static bool is_common(const char *name)
{
    static const char *const common[] = {"id",  "x",   "y",    "lon", "lat",  "longitude", "latitude", "name", "nom",   "num",
                                         "unit", "type", "nature", "rep", "numero", "libelle", "number", "ens", "fid", "objectid"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
        if (strcasecmp(name, common[i]) == 0) {
            return true;
        }
    }
    return false;
}

typedef struct {
    vt_match match;
    size_t proofs; /* fields of the source that few other files would have */
    bool status;   /* the field of the status is there */
    bool complete; /* so are the fields that the kind requires */
} fit;

static const vt_entry *entry_of(const vt_preset *preset, const vt_kind *kind, const char *key)
{
    char full[128];
    snprintf(full, sizeof full, "%s.%s", kind->name, key);
    return vt_study_entry(preset->text, full);
}

/* The preset's names for one of our fields: one is enough. */
static bool count_slot(const vt_seen *seen, const vt_entry *entry, fit *f)
{
    bool found = false;
    for (size_t i = 0; i < entry->n; i++) {
        size_t at;
        if (vt_seen_field(seen, entry->values[i], &at)) {
            f->proofs += !is_common(entry->values[i]);
            bool told = false;
            for (size_t k = 0; k < f->match.n_fields; k++) {
                told = told || f->match.fields[k] == seen->fields[at];
            }
            if (!told && f->match.n_fields < sizeof f->match.fields / sizeof *f->match.fields) {
                f->match.fields[f->match.n_fields++] = seen->fields[at];
            }
            found = true;
        }
    }
    f->match.slots++;
    f->match.found += found;
    return found;
}

static bool has_column(const vt_seen *seen, const vt_preset *preset, const vt_kind *kind, const char *key, size_t *at)
{
    const vt_entry *entry = entry_of(preset, kind, key);
    for (size_t i = 0; entry && i < entry->n; i++) {
        if (vt_seen_field(seen, entry->values[i], at)) {
            return true;
        }
    }
    return false;
}

/* Its own geometry is of the kind, or the columns that the preset names are there. */
static bool has_shape(const vt_seen *seen, const vt_preset *preset, const vt_kind *kind)
{
    size_t at;
    if (seen->shapes) {
        return (seen->shapes & kind->shapes) != 0;
    }
    return has_column(seen, preset, kind, "geometry.wkt", &at) || has_column(seen, preset, kind, "geometry.geojson", &at) ||
           has_column(seen, preset, kind, "geometry.latlon", &at) || (kind->bare && has_column(seen, preset, kind, "fields.parcels", &at)) ||
           (has_column(seen, preset, kind, "geometry.x", &at) && has_column(seen, preset, kind, "geometry.y", &at));
}

static fit fit_of(const vt_seen *seen, const vt_preset *preset, const vt_kind *kind)
{
    fit f = {.match = {.preset = preset, .kind = kind}, .complete = true};
    for (const vt_field *field = kind->fields; field->name; field++) {
        char key[64];
        snprintf(key, sizeof key, "fields.%s", field->name);
        const vt_entry *entry = entry_of(preset, kind, key);
        const bool found = entry && count_slot(seen, entry, &f);
        f.complete = f.complete && (found || !field->required);
    }
    const vt_entry *entry = entry_of(preset, kind, "status.field");
    f.status = entry && count_slot(seen, entry, &f);
    f.complete = f.complete && (!entry || f.status);
    return f;
}

static bool is_named(const vt_seen *seen, const vt_entry *layer)
{
    bool named = false;
    for (size_t i = 0; !named && i < layer->n; i++) {
        named = strcasestr(seen->layer, layer->values[i]) || strcasestr(seen->stem, layer->values[i]);
    }
    return named;
}

/* Where a preset says the layer's name, another name needs all of its fields. */
static bool is_fit(const vt_seen *seen, const fit *f)
{
    const vt_match *m = &f->match;
    const vt_entry *layer = entry_of(m->preset, m->kind, "layer"), *where = entry_of(m->preset, m->kind, "where");
    bool fits = f->complete && f->proofs && (double)m->found >= least_share * (double)m->slots && has_shape(seen, m->preset, m->kind);
    if (fits && layer && !is_named(seen, layer)) {
        fits = m->found == m->slots && f->proofs > 1;
    }
    if (fits && where && where->n) {
        fits = OGR_L_SetAttributeFilter(seen->handle, where->values[0]) == OGRERR_NONE;
        OGR_L_SetAttributeFilter(seen->handle, NULL);
    }
    return fits;
}

/* Share of its fields, then their number; then what was tried on real data, then the order of names. */
static bool is_better(const vt_match *a, const vt_match *b)
{
    if (!b->preset) {
        return true;
    }
    const size_t one = a->found * b->slots, two = b->found * a->slots;
    return one != two ? one > two : a->found != b->found ? a->found > b->found : b->preset->unverified && !a->preset->unverified;
}

void vt_recognise(const vt_presets *presets, vt_seen *seen)
{
    for (size_t i = 0; i < presets->n; i++) {
        const vt_preset *preset = &presets->at[i];
        for (const vt_kind *kind = vt_kinds; kind->name; kind++) {
            if (!vt_study_has(preset->text, kind->name)) {
                continue;
            }
            fit f = fit_of(seen, preset, kind);
            bool fits = is_fit(seen, &f);
            if (fits && strcmp(kind->name, "premises") == 0 && !f.status) {
                /* an address file: places, until a survey says their status */
                f.match.kind = vt_kind_find("places");
                f.match.survey = true;
                fits = vt_study_has(preset->text, "places");
            }
            if (fits && is_better(&f.match, &seen->match)) {
                seen->match = f.match;
            }
        }
    }
}

bool vt_recognise_place(const vt_seen *seen, double *x, double *y)
{
    const vt_preset *preset = seen->match.preset;
    const vt_kind *kind = seen->match.kind;
    size_t at, other;
    if (!preset || seen->shapes) {
        return false;
    }
    if (has_column(seen, preset, kind, "geometry.latlon", &at)) {
        char latitude[64];
        const char *comma = strchr(seen->first[at], ',');
        snprintf(latitude, sizeof latitude, "%.*s", comma ? (int)(comma - seen->first[at]) : 0, seen->first[at]);
        return comma && vt_number_parse_survey(latitude, y) && vt_number_parse_survey(comma + 1 + strspn(comma + 1, " "), x);
    }
    return has_column(seen, preset, kind, "geometry.x", &at) && has_column(seen, preset, kind, "geometry.y", &other) &&
           vt_number_parse_survey(seen->first[at], x) && vt_number_parse_survey(seen->first[other], y);
}
