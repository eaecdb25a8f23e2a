/* params.c - see params.h. A new parameter is one row here; nothing else lists them. */
#include "study/params.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/context.h"
#include "base/number.h"
#include "study/schema.h"

/* clang-format off */
#define ROW(key, type, unit, min, max, fallback, help) {key, type, unit, min, max, NULL, fallback, true, help}
#define PICK(key, type, choices, fallback, help) {key, type, "", 0, 0, choices, fallback, true, help}
#define T VT_PARAM_TEXT
#define N VT_PARAM_NUMBER
#define I VT_PARAM_INTEGER
#define B VT_PARAM_BOOLEAN
#define C VT_PARAM_CHOICE
#define L VT_PARAM_LIST

static const vt_param rows[] = {
    ROW("title", T, "", 0, 0, "", N_("title of the study, in every output")),
    PICK("lang", C, "fr|en", "fr", N_("language of the outputs")),
    ROW("crs", T, "", 0, 0, "", N_("projected CRS in metres in which all is measured, such as EPSG:2154")),
    ROW("reference_date", T, "", 0, 0, "", N_("day to which durations are counted, as 2026-06-30")),
    ROW("area_of_interest", VT_PARAM_NUMBERS, "m", -1e8, 1e8, "", N_("[xmin, ymin, xmax, ymax] in crs: premises outside are rejected, other features filtered")),

    ROW("layers.*.source", VT_PARAM_PATH, "", 0, 0, "", N_("file, or path|layername=x, or PG:connection")),
    ROW("layers.*.layer", L, "", 0, 0, "", N_("layer of the source, where it has several")),
    ROW("layers.*.crs", T, "", 0, 0, "", N_("CRS of the source, only where it carries none")),
    ROW("layers.*.where", T, "", 0, 0, "", N_("attribute filter in SQL; what it leaves out is counted as filtered")),
    ROW("layers.*.geometry.x", T, "", 0, 0, "", N_("column of the x coordinate or longitude")),
    ROW("layers.*.geometry.y", T, "", 0, 0, "", N_("column of the y coordinate or latitude")),
    ROW("layers.*.geometry.latlon", T, "", 0, 0, "", N_("text column of \"latitude, longitude\"")),
    ROW("layers.*.geometry.wkt", L, "", 0, 0, "", N_("text column of WKT; several: the first that is not empty")),
    ROW("layers.*.geometry.geojson", T, "", 0, 0, "", N_("text column of a GeoJSON geometry")),
    ROW("layers.*.preset", T, "", 0, 0, "", N_("a field mapping that ships with vitrine; keys given here win over it")),
    ROW("layers.*.fields.*", L, "", 0, 0, "", N_("the source's field for ours; several: joined, by / for id and - for the type of frontage_rules, else the first that is not empty")),
    PICK("layers.*.ids", C, "refuse|suffix", "refuse", N_("duplicate ids: refuse, naming both, or number them in order of content")),
    ROW("layers.*.missing", L, "", 0, 0, "", N_("texts that mean no value, as NA, beside the empty one")),
    ROW("layers.*.insee", B, "", 0, 0, "", N_("give INSEE codes of municipalities (5 characters) and parcels (14) their lost first zero back, counted")),
    ROW("layers.*.keep", L, "", 0, 0, "", N_("source fields carried to the output")),
    ROW("layers.*.source_note", T, "", 0, 0, "", N_("source and licence, printed in the metadata")),
    ROW("layers.*.kind", T, "", 0, 0, "", N_("what the constraint or place is, its own name if not given. The scheme mutafriches-1.11 knows constraints flood, technological, natura_2000, znieff, nature_reserve, nature, heritage_site, heritage, and places motorway_junction, public_transport, shops, town_hall, substation; a scheme, or land.rules, may have others")),
    ROW("layers.premises.status.field", L, "", 0, 0, "", N_("field that tells whether the premises is vacant; several: values are written field=value")),
    ROW("layers.premises.status.values.vacant", L, "", 0, 0, "", N_("values that mean vacant")),
    ROW("layers.premises.status.values.works", L, "", 0, 0, "", N_("values that mean works under way")),
    ROW("layers.premises.status.values.reserve", L, "", 0, 0, "", N_("values that mean storage or a dead shop window")),
    ROW("layers.premises.status.values.converted", L, "", 0, 0, "", N_("values that mean converted to a dwelling or office")),
    ROW("layers.premises.status.values.unknown", L, "", 0, 0, "", N_("values that mean not known")),
    ROW("layers.premises.status.values.occupied", L, "", 0, 0, "", N_("values that mean occupied")),
    PICK("layers.premises.status.otherwise", C, "occupied|unknown", "", N_("what any other non-empty value means; without it another value refuses the run")),
    ROW("layers.premises.date_format", L, "", 0, 0, "%Y-%m-%d", N_("form of vacant_since where it is text, as %d/%m/%Y; several are tried in turn; the day, or day and month, may be missing")),
    ROW("layers.establishments.date_format", L, "", 0, 0, "%Y-%m-%d", N_("form of closed_on and opened_on where they are text; several are tried in turn")),
    ROW("layers.premises.families", VT_PARAM_PATH, "", 0, 0, "", N_("table that gives the family from the activity: naf, bdcom, or a text file of code;family")),
    ROW("layers.premises.two_years", B, "", 0, 0, "false", N_("the source lists only vacancy of two years and more (LOCOMVAC)")),

    ROW("vacancy.max_distance_m", N, "m", 0, 10000, "50", N_("farthest street for a premises that names none, and for a near-identical name")),
    ROW("vacancy.name_distance_m", N, "m", 0, 100000, "150", N_("farthest street that bears the street name given by the premises")),
    ROW("vacancy.nearest_when_named", B, "", 0, 0, "false", N_("give a premises whose street is not found to the nearest one")),
    ROW("vacancy.unnamed_streets", B, "", 0, 0, "false", N_("count unnamed lines as streets, each its own")),
    ROW("vacancy.same_name_gap_m", N, "m", 0, 1000000, "500", N_("pieces of one name farther apart are different streets, where no municipality is given")),
    PICK("vacancy.works", C, "excluded|vacant", "excluded", N_("premises under works: left out of the rate, or vacant")),
    {"vacancy.classes", VT_PARAM_NUMBERS, N_("share"), 0, 1, "procos|igf", "procos", true, N_("bounds of the rate's classes: procos (5, 7.5, 10 %), igf (5, 10, 15 %), or a list of shares")},
    ROW("vacancy.min_premises", I, N_("premises"), 1, 1000, "5", N_("smallest stock for the column enough to be true")),
    ROW("vacancy.name_similarity", N, N_("share"), 0.5, 1, "0.9", N_("how alike a near-identical name must be; 1: no such match")),
    {"vacancy.terms", VT_PARAM_NUMBERS, N_("days"), 0, 100000, NULL, "365,730,1095", true, N_("days from which vacancy is long, structural, persistent; shorter is frictional")},
    ROW("vacancy.gap_m", N, "m", 0, 10000, "25", N_("shortest gap between active shops that is counted")),
    ROW("vacancy.rule_distance_m", N, "m", 0, 1000, "15", N_("farthest a premises may stand from the line of a frontage rule")),

    PICK("hotspots.neighbours", C, "distance|knn|contiguity", "distance", N_("who is a neighbour")),
    ROW("hotspots.distance_m", N, "m", 0, 100000, "150", N_("distance band, its bound included")),
    ROW("hotspots.k", I, "", 1, 1000, "8", N_("number of nearest neighbours")),
    ROW("hotspots.permutations", I, "", 0, 1000000, "9999", N_("conditional permutations for the p of streets; 0: no p")),
    ROW("hotspots.seed", I, "", 0, 2147483647, "1", N_("seed of the permutations")),
    ROW("hotspots.fdr", N, N_("share"), 0, 1, "0.05", N_("false discovery rate")),
    PICK("hotspots.fdr_method", C, "bh|by", "bh", N_("Benjamini-Hochberg or Benjamini-Yekutieli")),
    ROW("heatmap.cell_m", N, "m", 0.1, 10000, "10", N_("size of a cell of the heat map")),
    ROW("heatmap.bandwidth_m", N, "m", 0.1, 100000, "150", N_("bandwidth: radius of the kernel, or standard deviation of the Gaussian; at least cell_m")),
    PICK("heatmap.bandwidth_rule", C, "given|oversmoothing|likelihood", "given", N_("bandwidth: as given, the greatest that the spread allows (Terrell 1990), or by cross-validated likelihood")),
    PICK("heatmap.kernel", C, "quartic|epanechnikov|gaussian|triangular|uniform", "quartic", N_("shape of the kernel")),
    ROW("heatmap.edge_correction", B, "", 0, 0, "true", N_("keep to the centres, else the streets widened by the bandwidth, and correct for their edge")),
    ROW("heatmap.threshold", N, N_("premises/ha"), 0, 1e6, "", N_("stock density under which no rate is shown; default: min_premises in a circle of the bandwidth")),
    PICK("heatmap.network", C, "false|discontinuous|continuous", "false", N_("density along the streets: none, or the equal-split estimator, discontinuous or continuous at crossings")),
    ROW("friche.scheme", VT_PARAM_PATH, "", 0, 0, "mutafriches-1.11", N_("scoring scheme: mutafriches-1.11, or a file of your own")),
    ROW("friche.statuses", L, "", 0, 0, "", N_("statuses of the friches that are scored; without it all but friche potentielle and friche reconvertie")),
    ROW("friche.sensitivity.draws", I, "", 0, 1000000, "1000", N_("draws of the sensitivity analysis")),
    ROW("friche.sensitivity.seed", I, "", 0, 2147483647, "1", N_("seed of the draws")),
    ROW("land.rules.#.when.*", L, "", 0, 0, "", N_("condition of a bucket rule")),
    PICK("land.rules.#.bucket", C, "immediate|committed|future|recycling|densification|consumed|neutralised", "", N_("category of the ground that meets the conditions; first match wins")),
    ROW("land.kind_priority", L, "", 0, 0, "", N_("constraint kinds, highest priority first")),
    PICK("land.owner_contiguity", C, "edge|corner", "edge", N_("what links two parcels of one owner")),
    ROW("land.parcel_share", N, N_("share"), 0, 1, "0.5", N_("share of a parcel inside a zone from which it belongs to it")),
    ROW("land.clip_units", B, "", 0, 0, "true", N_("clip land units to their zone")),
    ROW("land.not_units", L, "", 0, 0, "voirie ou infrastructure,bassin d'orage ou de rétention", N_("usages of plots, or types of parcels, that make no land unit")),
    ROW("land.vacancy_years", I, N_("years"), 0, 100, "2", N_("years without activity from which a unit is vacant")),
    ROW("land.coverage_target", N, N_("share"), 0, 1, "0.40", N_("built coverage to reach")),
    ROW("land.setback_m", N, "m", 0, 1000, "5", N_("distance kept free along limits and buildings")),
    ROW("land.overlap_ceiling", N, N_("share"), 0, 1, "0.001", N_("share of a layer's area that may overlap")),
    ROW("land.targets.#.programme", T, "", 0, 0, "", N_("name of the programme")),
    ROW("land.targets.#.scope", T, "", 0, 0, "", N_("what the target covers")),
    PICK("land.targets.#.unit", C, "ha|m2", "", N_("unit of the quantities")),
    ROW("land.targets.#.from_year", I, "", 1900, 2200, "", N_("first year, included")),
    ROW("land.targets.#.to_year", I, "", 1900, 2200, "", N_("last year, included")),
    ROW("land.targets.#.quantity", N, "", 0, 1e12, "", N_("quantity aimed at")),
    ROW("land.targets.#.recycled_share", N, N_("share"), 0, 1, "", N_("share to come from recycled ground")),
    ROW("land.targets.#.as_of", I, "", 1900, 2200, "", N_("year to whose end the account goes")),
    ROW("land.targets.#.achieved.#.year", I, "", 1900, 2200, "", N_("year of what was achieved")),
    ROW("land.targets.#.achieved.#.quantity", N, "", 0, 1e12, "", N_("quantity achieved")),
    ROW("land.targets.#.achieved.#.recycled", N, "", 0, 1e12, "", N_("of it on recycled ground")),
    ROW("land.targets.#.committed.#.year", I, "", 1900, 2200, "", N_("year of what is committed")),
    ROW("land.targets.#.committed.#.quantity", N, "", 0, 1e12, "", N_("quantity committed")),
    ROW("land.targets.#.committed.#.recycled", N, "", 0, 1e12, "", N_("of it on recycled ground")),

    ROW("rejects.ceiling", N, N_("share"), 0, 1, "0.02", N_("share of a layer's features above which rejections refuse the run")),
    PICK("repair", C, "none|structure", "none", N_("invalid polygons: reject, or repair (GEOS MakeValid, structure), counted")),
    PICK("export.formats", L, "gpkg|geojson|csv|report|xlsx", "gpkg,geojson,report", N_("what is written; report: report.html, to read and to print; xlsx: tables.xlsx; csv: a file a layer, French or for machines by lang")),
    PICK("export.confidential", C, "drop|keep", "drop", N_("confidential fields (owners, sale prices…): drop or keep")),
    ROW("export.cnig", B, "", 0, 0, "false", N_("write site_eco and terrain_eco as the standard CNIG Sites économiques has them, with the analysis land")),
};
/* clang-format on */

const vt_param *vt_param_at(size_t i)
{
    return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

/* One dotted name: text and length. */
typedef struct {
    const char *at;
    size_t n;
} part;

static part part_of(const char *text)
{
    return (part){text, strcspn(text, ".")};
}

static const char *after(part p)
{
    return p.at[p.n] == '.' ? p.at + p.n + 1 : NULL;
}

static bool is(part p, const char *text)
{
    return strlen(text) == p.n && strncmp(p.at, text, p.n) == 0;
}

static const vt_kind *kind_of(part p)
{
    for (const vt_kind *kind = vt_kinds; kind->name; kind++) {
        if (is(p, kind->name)) {
            return kind;
        }
    }
    return NULL;
}

/* Where the walk of a key along a row's key ended. */
typedef struct {
    bool matches;      /* all of both */
    bool prefix;       /* the key ended first */
    const char *next;  /* then the row's next part; NULL inside the name of a constraint or place */
    const vt_kind *kind;
    bool in_fields;
} walk;

static walk walk_along(const char *row, const char *key)
{
    walk w = {0};
    const char *before = "";
    while (row && key) {
        const part r = part_of(row);
        part k = part_of(key);
        w.in_fields = strncmp(before, "fields.", 7) == 0;
        if (is(r, "*") && strncmp(before, "layers.", 7) == 0) {
            w.kind = kind_of(k);
            if (!w.kind) {
                return (walk){0};
            }
            if (w.kind->many) {
                key = after(k);
                if (!key) {
                    w.prefix = true;
                    return w;
                }
                k = part_of(key);
            }
        } else if (is(r, "*") && w.in_fields) {
            bool known = w.kind && w.kind->any_field;
            for (size_t i = 0; w.kind && w.kind->fields[i].name; i++) {
                known = known || is(k, w.kind->fields[i].name);
            }
            if (!known) {
                return (walk){0};
            }
        } else if (is(r, "#")) {
            if (strspn(k.at, "0123456789") < k.n) {
                return (walk){0};
            }
        } else if (!is(r, "*") && (r.n != k.n || strncmp(r.at, k.at, k.n) != 0)) {
            return (walk){0};
        }
        before = row;
        row = after(r);
        key = after(k);
    }
    w.matches = !row && !key;
    w.prefix = row && !key;
    w.next = row;
    w.in_fields = strncmp(before, "fields.", 7) == 0;
    return w;
}

const vt_param *vt_param_find(const char *key)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (walk_along(rows[i].key, key).matches) {
            return &rows[i];
        }
    }
    return NULL;
}

bool vt_param_is_below(const vt_param *param, const char *key)
{
    const walk w = walk_along(param->key, key);
    return w.matches || w.prefix || strncmp(param->key, key, strlen(key)) == 0;
}

bool vt_param_is_prefix(const char *key)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (walk_along(rows[i].key, key).prefix) {
            return true;
        }
    }
    return false;
}

static size_t add_name(vt_param_name *names, size_t n, size_t most, part name)
{
    for (size_t i = 0; i < n; i++) {
        if (is(name, names[i])) {
            return n;
        }
    }
    if (n < most && name.n < sizeof *names) {
        memcpy(names[n], name.at, name.n);
        names[n++][name.n] = '\0';
    }
    return n;
}

size_t vt_param_names(const char *key, vt_param_name *names, size_t most)
{
    char above[256] = "";
    const char *dot = strrchr(key, '.');
    if (dot && (size_t)(dot - key) < sizeof above) {
        memcpy(above, key, (size_t)(dot - key));
    }
    size_t n = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        walk w = {.prefix = true, .next = rows[i].key};
        if (*above) {
            w = walk_along(rows[i].key, above);
        }
        if (!w.prefix || !w.next) {
            continue;
        }
        const part next = part_of(w.next);
        if (is(next, "*") && strcmp(above, "layers") == 0) {
            for (const vt_kind *kind = vt_kinds; kind->name; kind++) {
                n = add_name(names, n, most, part_of(kind->name));
            }
        } else if (is(next, "*") && w.in_fields && w.kind) {
            for (size_t f = 0; w.kind->fields[f].name; f++) {
                n = add_name(names, n, most, part_of(w.kind->fields[f].name));
            }
        } else if (!is(next, "*") && !is(next, "#")) {
            n = add_name(names, n, most, next);
        }
    }
    return n;
}

const char *vt_param_range(const vt_param *param, char *room, size_t size)
{
    room[0] = '\0';
    if (param->choices) {
        snprintf(room, size, "%s", param->choices);
    }
    if (param->min < param->max) {
        char low[VT_NUMBER_ROOM], high[VT_NUMBER_ROOM];
        vt_number_format(low, param->min);
        vt_number_format(high, param->max);
        const size_t used = strlen(room);
        snprintf(room + used, size - used, "%s%s..%s", used ? "|" : "", low, high);
    }
    return room;
}

const char *vt_param_type_name(vt_param_type type)
{
    static const char *const names[] = {N_("text"),    N_("path"),   N_("number"), N_("integer"),
                                        N_("boolean"), N_("choice"), N_("list"),   N_("numbers")};
    return names[type];
}

bool vt_param_has_choice(const vt_param *param, const char *value)
{
    if (!param->choices) {
        return true;
    }
    const size_t n = strlen(value);
    for (const char *at = param->choices; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
        if (strcspn(at, "|") == n && strncmp(at, value, n) == 0) {
            return true;
        }
    }
    return false;
}
