/* cnig.c - zones and plots as SITE-ECO and TERRAIN-ECO of the standard CNIG Sites économiques: what can be computed is, all else is
 * the source's; nothing is made up. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "analyse/land/land.h"
#include "base/map.h"
#include "base/number.h"
#include "study/cnig.h"

/* Sums over the plots of a zone, m². */
typedef struct {
    vt_sum useful, available, project;
    bool tells_useful, tells_marketing; /* one of its plots has a word on it */
} plot_sums;

typedef struct {
    vt_land *land;
    const vt_cnig_table *table;
    const vt_layer *from;
    const plot_sums *of_zone;
    const char *today; /* reference_date, or NULL */
    bool french;
} writing;

/* --- notices ------------------------------------------------------------------------------------------- */

static vitrine_status notice(const writing *w, size_t row, vt_code code, const char *detail)
{
    double x, y;
    vt_layer_place(w->from, row, &x, &y);
    return detail ? vt_ledger_add(w->land->ctx, &w->land->result->notices, w->from->name, w->from->id[row], code, x, y, detail) : vt_no_memory(w->land->ctx);
}

static vitrine_status tell_unknown(const writing *w, size_t row, const vt_cnig_field *field, const char *written)
{
    const char *near = field->values ? vt_cnig_nearest(field, written) : NULL;
    return vt_ledger_unknown(w->land->ctx, &w->land->result->notices, w->french, w->from, row, field->name, written, near);
}

static vitrine_status tell_long(const writing *w, size_t row, const vt_cnig_field *field, const char *written)
{
    const char *form = w->french ? "%s: %s\u00A0; %d caractères au plus" : "%s: %s; %d characters at most";
    return notice(w, row, VT_UNKNOWN_VALUE, vt_arena_printf(&w->land->result->arena, form, field->name, written, field->width));
}

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++) {
        n += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return n;
}

/* --- plots of zones ------------------------------------------------------------------------------------ */

static bool is_one_of(const char *word, const char *one, const char *two)
{
    return word && (strcmp(word, one) == 0 || strcmp(word, two) == 0);
}

/* A field of a plot as the standard spells it; NULL: empty, or no value of the standard. */
static const char *plot_word(const vt_layer *plots, size_t row, const char *column, const char *ours, bool *tells)
{
    const char *text = vt_layer_text(plots, ours, row);
    *tells = *tells || text;
    return text ? vt_cnig_spelling(vt_cnig_find(vt_cnig_plots.layer, column), text) : NULL;
}

static bool map_zones(const vt_layer *zones, vt_map *map)
{
    bool worked = true;
    for (size_t z = 0; worked && z < zones->n; z++) {
        bool fresh;
        size_t *at = vt_map_at(map, zones->id[z], &fresh);
        worked = at != NULL;
        if (worked) {
            *at = z;
        }
    }
    return worked;
}

static vitrine_status add_plots(const writing *w, plot_sums *of_zone)
{
    vt_map zones = {0};
    vitrine_status status = map_zones(w->land->ground.zones, &zones) ? VITRINE_OK : vt_no_memory(w->land->ctx);
    for (size_t row = 0; !status && row < w->from->n; row++) {
        const char *id = vt_layer_text(w->from, "zone_id", row);
        const size_t *zone = id ? vt_map_find(&zones, id) : NULL;
        if (!zone) {
            status = id ? tell_unknown(w, row, vt_cnig_find(vt_cnig_plots.layer, "site_id"), id) : VITRINE_OK;
            continue;
        }
        plot_sums *sums = &of_zone[*zone];
        const double area = vt_layer_area(w->from, row);
        const char *useful = plot_word(w->from, row, "terr_utile", "useful", &sums->tells_useful);
        const char *marketing = plot_word(w->from, row, "terr_stade_comm", "marketing", &sums->tells_marketing);
        vt_sum_add(&sums->useful, useful && strcmp(useful, VT_CNIG_YES) == 0 ? area : 0);
        vt_sum_add(&sums->available, is_one_of(marketing, VT_CNIG_ON_SALE, VT_CNIG_ON_SALE_TERMS) ? area : 0);
        vt_sum_add(&sums->project, is_one_of(marketing, VT_CNIG_OPTION, VT_CNIG_VOTED) ? area : 0);
    }
    vt_map_free(&zones);
    return status;
}

/* --- figures ------------------------------------------------------------------------------------------- */

static double net_area(const vt_land *land, size_t z)
{
    const vt_zone_ground *ground = &land->ground.of_zone[z];
    vt_sum net = {0};
    for (size_t i = 0; i < ground->pieces.n; i++) {
        vt_sum_add(&net, ground->pieces.at[i].net ? ground->pieces.at[i].area : 0);
    }
    return vt_sum_value(&net);
}

/* Hectares to the square metre. */
static double hectares(double m2)
{
    return round(m2) / 1e4;
}

/* Land units of a zone: all, vacant, built, or the vacant in % (art. L318-8-2), rounded half up as the standard's whole number. */
static double count_units(const vt_land *land, size_t z, vt_cnig_figure figure)
{
    int64_t all = 0, vacant = 0, built = 0;
    for (size_t u = land->first_unit[z]; u < land->first_unit[z + 1]; u++) {
        all++;
        vacant += land->units.at[u].occupancy == VT_UNIT_VACANT;
        built += land->units.at[u].built >= VT_BUILT_M2;
    }
    if (figure == VT_CNIG_UNITS) {
        return (double)all;
    }
    if (figure == VT_CNIG_BUILT) {
        return land->buildings ? (double)built : NAN;
    }
    if (!land->establishments) {
        return NAN;
    }
    return figure == VT_CNIG_VACANT ? (double)vacant : all ? (double)((200 * vacant + all) / (2 * all)) : NAN;
}

/* A figure of a row; *ours: it is ours to say, even where it is not known (NaN), and the source's does not count. */
static double compute(const writing *w, vt_cnig_figure figure, size_t row, bool *ours)
{
    const vt_land *land = w->land;
    const plot_sums *sums = w->of_zone ? &w->of_zone[row] : NULL;
    *ours = true;
    switch (figure) {
    case VT_CNIG_GROSS:
        return hectares(vt_layer_area(w->from, row));
    case VT_CNIG_USEFUL:
        if (sums && sums->tells_useful) {
            return hectares(vt_sum_value(&sums->useful));
        }
        *ours = land->ground.parcels != NULL;
        return *ours ? hectares(net_area(land, row)) : NAN;
    case VT_CNIG_UNITS:
    case VT_CNIG_VACANT:
    case VT_CNIG_RATE:
    case VT_CNIG_BUILT:
        *ours = land->ground.parcels != NULL; /* theirs and ours would not go together */
        return *ours ? count_units(land, row, figure) : NAN;
    case VT_CNIG_ESTABLISHMENTS:
        *ours = land->establishments != NULL;
        return *ours ? land->establishments_in[row] : NAN;
    case VT_CNIG_AVAILABLE:
    case VT_CNIG_PROJECT:
        *ours = sums && sums->tells_marketing;
        return *ours ? hectares(vt_sum_value(figure == VT_CNIG_PROJECT ? &sums->project : &sums->available)) : NAN;
    default:
        *ours = false;
        return NAN;
    }
}

/* --- values of the source ------------------------------------------------------------------------------ */

/* The kept field of that name, or NULL. */
static const vt_column *kept_of(const vt_layer *from, const char *name)
{
    for (size_t k = 0; k < from->n_kept; k++) {
        if (strcasecmp(from->kept[k].name, name) == 0) {
            return &from->kept[k];
        }
    }
    return NULL;
}

/* What the source says, as text; NULL: nothing. *failed: out of memory. */
static const char *source_text(const writing *w, const vt_cnig_field *field, size_t row, bool *failed)
{
    const char *text = field->ours ? strcmp(field->ours, "id") == 0 ? w->from->id[row] : vt_layer_text(w->from, field->ours, row) : NULL;
    const vt_column *kept = text ? NULL : kept_of(w->from, field->name);
    char number[VT_NUMBER_ROOM] = "";
    if (!kept || kept->type == VITRINE_TEXT) {
        return kept ? kept->text[row] : text;
    }
    if (kept->type == VITRINE_REAL) {
        vt_number_format(number, kept->real[row]);
    } else if (kept->integer[row] != VITRINE_NULL_INTEGER) {
        snprintf(number, sizeof number, "%lld", (long long)kept->integer[row]);
    }
    text = *number ? vt_arena_text(&w->land->result->arena, number) : NULL;
    *failed = *number && !text;
    return text;
}

static vitrine_status fill_text(const writing *w, const vt_cnig_field *field, size_t row, const char *text, vt_column *to)
{
    const char *spelled = text && field->values ? vt_cnig_spelling(field, text) : text;
    if (!text && field->figure == VT_CNIG_UPDATED) {
        spelled = w->today;
    }
    to->text[row] = spelled ? spelled : text;
    if (text && !spelled) {
        return tell_unknown(w, row, field, text);
    }
    return spelled && field->width && characters(spelled) > (size_t)field->width ? tell_long(w, row, field, spelled) : VITRINE_OK;
}

static vitrine_status fill_number(const writing *w, const vt_cnig_field *field, size_t row, const char *text, vt_column *to)
{
    bool ours = false;
    double value = field->figure ? compute(w, field->figure, row, &ours) : NAN;
    bool readable = ours || !text || vt_number_parse_survey(text, &value);
    if (field->type == VITRINE_REAL) {
        to->real[row] = readable ? value : NAN;
    } else if (readable && fabs(value) <= INT32_MAX) {
        to->integer[row] = (int64_t)round(value); /* distances too are whole in the standard */
    } else {
        readable = readable && isnan(value);
    }
    return readable ? VITRINE_OK : notice(w, row, VT_BAD_VALUE, vt_arena_printf(&w->land->result->arena, "%s: %s", field->name, text));
}

/* --- layers -------------------------------------------------------------------------------------------- */

static bool is_empty(const vt_column *column, size_t row)
{
    return column->type == VITRINE_TEXT ? !column->text[row] : column->type == VITRINE_REAL ? isnan(column->real[row]) : column->integer[row] == VITRINE_NULL_INTEGER;
}

static vitrine_status fill_column(const writing *w, const vt_cnig_field *field, vt_column *to, size_t *empty)
{
    vitrine_status status = VITRINE_OK;
    *empty = 0;
    for (size_t row = 0; !status && row < w->from->n; row++) {
        bool failed = false;
        const char *text = source_text(w, field, row, &failed);
        status = failed                         ? vt_no_memory(w->land->ctx)
                 : field->type == VITRINE_TEXT ? fill_text(w, field, row, text, to)
                                               : fill_number(w, field, row, text, to);
        *empty += is_empty(to, row);
    }
    return status;
}

/* The standard's GeoPackage has simple polygons for plots. */
static vt_draw draw_of(const writing *w)
{
    size_t several = 0;
    for (size_t row = 0; row < w->from->n; row++) {
        several += w->from->geometry.part[row + 1] - w->from->geometry.part[row] > 1;
    }
    if (w->table == &vt_cnig_plots && several) {
        vt_log(w->land->ctx, VITRINE_LOG_WARNING, _("export.cnig: %s: plots of several polygons: %zu; written as multipolygons, which the standard's GeoPackage does not take"),
               w->table->layer, several);
    }
    return w->table == &vt_cnig_plots && !several ? VT_DRAW_POLYGON : VT_DRAW_MULTIPOLYGON;
}

static vitrine_status write_layer(const writing *w)
{
    vt_land *land = w->land;
    vt_arena *arena = &land->result->arena;
    const bool all = strcmp(vitrine_study_get(land->study, "export.confidential"), "keep") == 0;
    const char *lacking = "";
    vitrine_layer *layer = vt_result_add(land->result, w->table->layer, draw_of(w), w->from->n);
    bool worked = layer && vt_land_draw_like(land, layer, w->from);
    for (const vt_cnig_field *field = w->table->fields; worked && field->name; field++) {
        if ((field->confidential && !all) || (field->beyond && !kept_of(w->from, field->name))) {
            continue;
        }
        vt_column *column = vt_layer_add_column(land->result, layer, field->name, field->type);
        size_t empty = 0;
        const vitrine_status status = column ? fill_column(w, field, column, &empty) : VITRINE_OK;
        if (status) {
            return status;
        }
        if (field->required && empty) {
            lacking = vt_arena_printf(arena, "%s%s%s (%zu)", lacking, *lacking ? ", " : "", field->name, empty);
        }
        worked = column && lacking;
    }
    if (!worked) {
        return vt_no_memory(land->ctx);
    }
    layer->source_note = w->from->source_note;
    if (*lacking) {
        vt_log(land->ctx, VITRINE_LOG_WARNING, _("export.cnig: %s: the standard requires fields that are empty (in how many of %zu rows): %s"), w->table->layer,
               w->from->n, lacking);
    }
    return VITRINE_OK;
}

vitrine_status vt_land_cnig_layers(vt_land *land)
{
    if (!vt_study_flag(land->study, "export.cnig")) {
        return VITRINE_OK;
    }
    const vt_layer *plots = land->ground.partings[VT_BY_PLOT].layer;
    plot_sums *of_zone = plots ? vt_arena_array(&land->result->arena, land->ground.zones->n, sizeof *of_zone) : NULL;
    writing w = {.land = land, .table = &vt_cnig_plots, .from = plots, .today = vitrine_study_get(land->study, "reference_date")};
    w.french = strcmp(vitrine_study_get(land->study, "lang"), "fr") == 0;
    vitrine_status status = !plots || of_zone ? VITRINE_OK : vt_no_memory(land->ctx);
    if (!status && plots) {
        status = add_plots(&w, of_zone);
    }
    if (!status) {
        writing sites = w;
        sites.table = &vt_cnig_sites;
        sites.from = land->ground.zones;
        sites.of_zone = of_zone;
        status = write_layer(&sites);
    }
    return status || !plots ? status : write_layer(&w);
}
