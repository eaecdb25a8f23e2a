/* mapping.c - which fields of the source stand behind ours; see rows.h. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "read/rows.h"

static vitrine_status no_field(vt_rows *rows, OGRLayerH layer, const char *key, const char *name)
{
    enum { MOST = 256 };
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    const char *names[MOST];
    char list[700] = "";
    size_t n = 0;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition) && n < MOST; i++) {
        names[n] = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i));
        if (strlen(list) + strlen(names[n]) + 3 < sizeof list) {
            snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", n ? ", " : "", names[n]);
        }
        n++;
    }
    const char *where = vt_spec_where(rows->spec, rows->arena, key), *near = vt_text_nearest(name, names, n);
    return near ? vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: no field \"%s\" in %s; did you mean %s?"), where, name,
                          OGR_L_GetName(layer), near)
                : vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: no field \"%s\" in %s; there are %s"), where, name,
                          OGR_L_GetName(layer), list);
}

static bool has_field(const vt_rows *rows, const char *name)
{
    bool has = true;
    for (size_t l = 0; has && l < rows->source.n_layers; l++) {
        has = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(rows->source.layers[l]), name) >= 0;
    }
    return has;
}

/* Fills a mapping from the names at `key`. Of a preset's list those that the source lacks are passed over: the same
 * data go by several names. */
static vitrine_status map_names(vt_rows *rows, const char *key, const vt_entry *entry, const char *const *names, size_t n,
                                vt_mapping *mapping)
{
    const size_t most = sizeof mapping->at[0] / sizeof mapping->at[0][0];
    const bool lenient = entry->list && vt_spec_of_preset(rows->spec, entry);
    mapping->n = 0;
    for (size_t i = 0; i < n; i++) {
        if (lenient && !has_field(rows, names[i])) {
            continue;
        }
        if (mapping->n == most) {
            return vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: at most %zu fields"),
                           vt_spec_where(rows->spec, rows->arena, key), most);
        }
        for (size_t l = 0; l < rows->source.n_layers; l++) {
            const int at = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(rows->source.layers[l]), names[i]);
            if (at < 0) {
                return no_field(rows, rows->source.layers[l], key, names[i]);
            }
            mapping->at[l][mapping->n] = at;
        }
        mapping->n++;
    }
    if (!mapping->n && strcmp(key, "keep") != 0) {
        vt_log(rows->ctx, VITRINE_LOG_INFO, _("%s.%s: the source has no such field; left empty"), rows->spec->key, key);
    }
    return VITRINE_OK;
}

/* Nothing when the study has no such key. */
static vitrine_status map_key(vt_rows *rows, const char *key, vt_mapping *mapping)
{
    const vt_entry *entry = vt_spec_entry(rows->spec, key);
    return entry ? map_names(rows, key, entry, entry->values, entry->n, mapping) : VITRINE_OK;
}

static vitrine_status map_fields(vt_rows *rows)
{
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < rows->n_fields; i++) {
        const vt_field *field = &rows->spec->kind->fields[i];
        char key[64];
        snprintf(key, sizeof key, "fields.%s", field->name);
        status = map_key(rows, key, &rows->fields[i]);
        if (!status && field->required && !rows->fields[i].n) {
            status = vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s.fields.%s is missing: say which field of the source it is"),
                             rows->spec->key, field->name);
        }
    }
    return status;
}

/* Kept fields keep their type where every source layer agrees on it. */
static vitrine_type type_of(const vt_rows *rows, const vt_mapping *mapping)
{
    vitrine_type type = VITRINE_TEXT;
    for (size_t l = 0; l < rows->source.n_layers; l++) {
        OGRFieldDefnH field =
            OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(rows->source.layers[l]), mapping->at[l][0]);
        const OGRFieldType of = OGR_Fld_GetType(field);
        const vitrine_type this = of == OFTInteger || of == OFTInteger64 ? VITRINE_INTEGER
                                  : of == OFTReal                        ? VITRINE_REAL
                                                                         : VITRINE_TEXT;
        type = l && this != type ? VITRINE_TEXT : this;
    }
    return type;
}

/* Fields of a study or preset beyond those of the kind: attributes, read as text under our name. */
static vitrine_status map_attributes(vt_rows *rows, const vitrine_study *from, const char *above)
{
    char prefix[300];
    snprintf(prefix, sizeof prefix, "%s.fields.", above);
    const size_t n = strlen(prefix);
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < from->entries.n; i++) {
        const char *name = from->entries.at[i].key + n;
        bool known = strncmp(from->entries.at[i].key, prefix, n) != 0 || vt_kind_field(rows->spec->kind, name) != SIZE_MAX;
        for (size_t k = rows->n_kept - rows->n_attributes; !known && k < rows->n_kept; k++) {
            known = strcmp(rows->kept_names[k], name) == 0;
        }
        if (!known) {
            char key[300];
            snprintf(key, sizeof key, "fields.%s", name);
            const vt_entry *entry = &from->entries.at[i];
            status = map_names(rows, key, entry, entry->values, entry->n, &rows->kept[rows->n_kept]);
            if (!status && rows->kept[rows->n_kept].n) {
                rows->kept_names[rows->n_kept] = vt_arena_text(rows->arena, name);
                rows->kept_types[rows->n_kept++] = VITRINE_TEXT;
                rows->n_attributes++;
            }
        }
    }
    return status;
}

static vitrine_status map_kept(vt_rows *rows)
{
    const vt_entry *entry = vt_spec_entry(rows->spec, "keep");
    const bool more = rows->spec->kind->any_field;
    const size_t n = entry ? entry->n : 0;
    const size_t room = n + (more ? rows->spec->study->entries.n + (rows->spec->preset ? rows->spec->preset->entries.n : 0) : 0);
    rows->kept = vt_arena_array(rows->arena, room, sizeof *rows->kept);
    rows->kept_names = vt_arena_array(rows->arena, room, sizeof *rows->kept_names);
    rows->kept_types = vt_arena_array(rows->arena, room, sizeof *rows->kept_types);
    if (!rows->kept || !rows->kept_names || !rows->kept_types) {
        return vt_no_memory(rows->ctx);
    }
    vitrine_status status = VITRINE_OK;
    for (size_t i = 0; !status && i < n; i++) {
        for (size_t j = 0; j < i && !status; j++) {
            if (strcmp(entry->values[i], entry->values[j]) == 0) {
                status = vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s: \"%s\" stands twice"),
                                 vt_spec_where(rows->spec, rows->arena, "keep"), entry->values[i]);
            }
        }
        if (!status) {
            status = map_names(rows, "keep", entry, &entry->values[i], 1, &rows->kept[rows->n_kept]);
        }
        if (!status && rows->kept[rows->n_kept].n) {
            rows->kept_names[rows->n_kept] = vt_arena_text(rows->arena, entry->values[i]);
            rows->kept_types[rows->n_kept] = type_of(rows, &rows->kept[rows->n_kept]);
            status = rows->kept_names[rows->n_kept++] ? VITRINE_OK : vt_no_memory(rows->ctx);
        }
    }
    if (!status && more) {
        status = map_attributes(rows, rows->spec->study, rows->spec->key);
    }
    if (!status && more && rows->spec->preset) {
        status = map_attributes(rows, rows->spec->preset, rows->spec->kind->name);
    }
    return status;
}

/* Geometry columns that the study names, else those of its preset that the source has and that it needs. */
static vitrine_status map_geometry(vt_rows *rows)
{
    static const char *const keys[] = {"geometry.wkt", "geometry.geojson", "geometry.latlon", "geometry.x"};
    vitrine_status status = VITRINE_OK;
    for (size_t form = 0; !status && form < sizeof keys / sizeof *keys; form++) {
        const vt_entry *entry = vt_spec_entry(rows->spec, keys[form]);
        if (!entry || (vt_spec_of_preset(rows->spec, entry) && rows->source.has_geometry)) {
            continue;
        }
        vt_written *w = &rows->written[rows->n_written];
        w->form = (int)form;
        status = map_key(rows, keys[form], &w->columns[0]);
        if (!status && w->form == VT_XY) {
            status = vt_spec_entry(rows->spec, "geometry.y")
                         ? map_key(rows, "geometry.y", &w->columns[1])
                         : vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s.geometry.y is missing beside x"), rows->spec->key);
        }
        rows->n_written += w->columns[0].n && (w->form != VT_XY || w->columns[1].n);
    }
    if (!status && !rows->n_written && !rows->source.has_geometry) {
        status = vt_fail(rows->ctx, VITRINE_E_INPUT,
                         _("%s: the source has no geometry; name its columns with %s.geometry {x, y}, {latlon}, "
                           "{wkt} or {geojson}"),
                         vt_spec_where(rows->spec, rows->arena, "source"), rows->spec->key);
    }
    return status;
}

vitrine_status vt_rows_map(vt_rows *rows)
{
    while (rows->spec->kind->fields[rows->n_fields].name) {
        rows->n_fields++;
    }
    rows->fields = vt_arena_array(rows->arena, rows->n_fields, sizeof *rows->fields);
    if (!rows->fields) {
        return vt_no_memory(rows->ctx);
    }
    const vt_entry *missing = vt_spec_entry(rows->spec, "missing");
    rows->missing = missing ? missing->values : NULL;
    rows->n_missing = missing ? missing->n : 0;
    const char *insee = vt_spec_text(rows->spec, "insee");
    rows->insee = insee && strcmp(insee, "true") == 0;
    vitrine_status status = map_fields(rows);
    if (!status) {
        status = map_kept(rows);
    }
    if (!status) {
        status = map_geometry(rows);
    }
    if (!status && strcmp(rows->spec->kind->name, "premises") == 0) {
        status = vt_status_map_open(rows->ctx, rows->arena, rows->spec, &rows->status);
        if (!status) {
            status = map_key(rows, "status.field", &rows->status_fields);
        }
        if (!status && !rows->status_fields.n) {
            status = vt_fail(rows->ctx, VITRINE_E_INPUT, _("%s.status.field is missing: say which field tells vacancy"),
                             rows->spec->key);
        }
    }
    return status;
}
