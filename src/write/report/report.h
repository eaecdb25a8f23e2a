/* report.h - report.html: the diagnosis to read and to print, one file that asks for nothing else. What its rooms share.
 *
 * The page stands whole without its script: sentences, maps as inline SVG and tables are written here; styles/report/report.js only adds
 * hover, zoom, sorting and search. Text of the data is escaped and stands in <bdi>, so that it can neither be markup nor turn the words
 * around it. Colours and words of classes come from styles/report/report.css, a template as those of the maps (write/style.h). */
#ifndef VT_REPORT_H
#define VT_REPORT_H

#include "write/buffer.h"
#include "write/export.h"

typedef struct {
    vt_export *e;
    bool french;
    vt_arena arena; /* words of sentences */
    vt_buffer out;
} vt_report;

/* What a page has room for; what is left out is said, and stands in vitrine.gpkg. */
#define VT_N_OF(array) (sizeof(array) / sizeof *(array))

enum { VT_REPORT_ROWS = 1000, VT_REPORT_PREMISES = 8000, VT_REPORT_STREETS = 5000, VT_REPORT_GROUND = 40000 /* vertices */ };

/* --- page.c: words, figures, tables ------------------------------------------------------------------ */

/* French or English, as the report. */
const char *vt_report_say(const vt_report *r, const char *french, const char *english);
/* Adds HTML as it is. */
void vt_report_add(vt_report *r, const char *html);
/* A finished piece of HTML in the report's arena; "" and a failed report when out of memory. */
const char *vt_report_printed(vt_report *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Both at once. Arguments are HTML already: of the functions below, or words of ours. */
#define VT_REPORT_PRINT(r, fr, en, ...) vt_report_add(r, vt_report_printed(r, (r)->french ? fr : en, __VA_ARGS__))
#define VT_REPORT_WORDS(r, fr, en, ...) vt_report_printed(r, (r)->french ? fr : en, __VA_ARGS__)

/* Text of the data, escaped, in <bdi>; a dash for NULL and "". */
const char *vt_report_text(vt_report *r, const char *text);
/* Figures as the language writes them; a dash for NaN. */
const char *vt_report_count(vt_report *r, double value);
const char *vt_report_real(vt_report *r, double value, int decimals);
const char *vt_report_percent(vt_report *r, double share);
/* With as many decimals as it takes to tell it from another share: 10,02 % and not 10,0 %. */
const char *vt_report_percent_beside(vt_report *r, double share, double other);
/* A count with its words: singular (in French below 2, in English 1) or plural, each with one %s. */
const char *vt_report_many(vt_report *r, double n, const char *fr_one, const char *fr_many, const char *en_one, const char *en_many);
/* "12,3 % à 15,0 %" */
const char *vt_report_between(vt_report *r, double low, double high);
/* Days as years where they are whole ones. */
const char *vt_report_days(vt_report *r, double days);
/* An ISO date as people write it, not yet escaped; NULL for NULL. */
const char *vt_report_day(vt_report *r, const char *iso);
/* Text of the data in a line of a tooltip (the attribute data-t): escaped, without ends of line of its own; a dash for NULL and "". */
void vt_report_tip(vt_report *r, const char *text);

/* A cell by the name of its column: NaN, or NULL, where there is none. */
double vt_report_value(const vitrine_layer *layer, size_t row, const char *column);
const char *vt_report_cell(const vitrine_layer *layer, size_t row, const char *column);
/* Its name, or where it has none its id. */
const char *vt_report_name(vt_report *r, const vitrine_layer *layer, size_t row, const char *name, const char *id);

/* <section id=…><h2>…; closed by vt_report_end. */
void vt_report_section(vt_report *r, const char *id, const char *french, const char *english);
void vt_report_end(vt_report *r);

typedef struct {
    const char *column, *fr, *en; /* headings; NULL: those of the column table */
    double (*number)(const vt_report *r, const vitrine_layer *layer, size_t row);    /* what stands there instead of the column's */
    const char *(*text)(const vt_report *r, const vitrine_layer *layer, size_t row);
} vt_report_column;

typedef struct {
    const char *id, *fr, *en; /* caption */
    const vitrine_layer *layer;
    const size_t *rows; /* in order; NULL: all of the layer */
    size_t n;
    const vt_report_column *columns;
    size_t n_columns;
    char link; /* rows are the map's shapes of that letter; 0: none */
} vt_report_table;

/* Headings, cells by the column's unit; with a search field where the rows are many. */
void vt_report_add_table(vt_report *r, const vt_report_table *table);
/* A table of texts: begun with its caption and a heading a column, then rows, ended. `kinds`: a letter a column, t text or n number;
 * `many`: with a search field. */
void vt_report_list(vt_report *r, const char *id, const char *caption, const char *const headings[], const char *kinds, bool many);
void vt_report_list_row(vt_report *r, const char *const cells[], const char *kinds);
void vt_report_list_end(vt_report *r);

/* Rows of a layer for which `keep` holds (NULL: all), sorted by columns, the first deciding; `down`: the greatest first, NULL last. In the
 * report's arena; *n of them. */
typedef struct {
    const char *column;
    bool down;
} vt_report_order;
size_t *vt_report_rows(vt_report *r, const vitrine_layer *layer, bool (*keep)(const vitrine_layer *, size_t), const vt_report_order *order,
                       size_t n_order, size_t *n);

/* --- facts.c: what several chapters ask ---------------------------------------------------------------- */

/* Over 10 % a town centre's vacancy is read as very high, one that asks for massive action: the highest class of Procos/Codata, and the
 * bound of IGF and CGEDD (La revitalisation commerciale des centres-villes, 2016). */
#define VT_REPORT_ALERT 0.10

double vt_report_vacant(const vt_report *r, const vitrine_layer *layer, size_t row); /* what the rate counts: works too where vacancy.works says so */
bool vt_report_has_stock(const vitrine_layer *layer, size_t row);
bool vt_report_is_enough(const vitrine_layer *layer, size_t row);
bool vt_report_is_ranked(const vitrine_layer *layer, size_t row); /* enough, and some vacant */
/* Over 10 % whatever chance (95 % interval) and whatever the unknown are. */
bool vt_report_is_over(const vitrine_layer *layer, size_t row);
size_t vt_report_count_rows(const vitrine_layer *layer, bool (*keep)(const vitrine_layer *, size_t));
/* Day from which a vacant premises is so; NULL where it is occupied, not known, or later than the reference date. */
const char *vt_report_since(const vt_report *r, const vitrine_layer *premises, size_t row);
/* Land units of all zones; false where their vacancy is not known. */
bool vt_report_legal_vacancy(const vitrine_layer *zones, double *units, double *vacant, double *undetermined);
/* Hectares of a bucket in all zones. */
double vt_report_hectares(const vitrine_layer *balance, const char *bucket, const char *column);

/* --- chart.c: charts that are tables ------------------------------------------------------------------ */

/* Rates with their intervals, and the 10 % line. */
void vt_report_intervals(vt_report *r, const char *caption, const vitrine_layer *layer, const char *name, const char *id, const size_t *rows, size_t n, char link);

typedef struct {
    const char *label; /* HTML */
    double value;      /* NaN: nothing is drawn */
    const char *figure, *class; /* HTML; a class of the stylesheet */
} vt_report_bar;
void vt_report_bars(vt_report *r, const char *caption, const vt_report_bar *bars, size_t n);

/* --- map.c: an inline SVG in whole units --------------------------------------------------------------- */

typedef struct {
    double x0, y1, unit; /* north-west corner in the study's CRS; metres a unit */
} vt_report_map;

/* A box around the geometries of layers; grows the one given. */
void vt_report_grow(vt_box *box, const vt_geometry *g, size_t from, size_t to);
/* <figure> and <svg>, which shows `home` first and may be zoomed out to `whole`; `label` is read out. */
void vt_report_map_open(vt_report *r, vt_report_map *map, const char *id, vt_box home, vt_box whole, const char *label);
/* </svg>, then the legend (HTML list items) and the note below. */
void vt_report_map_close(vt_report *r, const char *legend, const char *note);
/* Path data of a feature. */
void vt_report_path(vt_report *r, const vt_report_map *map, const vt_geometry *g, size_t row);
/* A name along the feature's longest line, or in its middle: shown by the script where it fits. */
void vt_report_label(vt_report *r, const vt_report_map *map, const vt_geometry *g, size_t row, const char *text);
/* A layer of the study (buildings, streets) as a ground of that class, or nothing where it has too many vertices. */
void vt_report_ground(vt_report *r, const vt_report_map *map, const char *layer, const char *class);

/* --- the chapters ---------------------------------------------------------------------------------------- */

void vt_report_summary(vt_report *r);        /* summary.c: what a mayor reads */
void vt_report_summary_streets(vt_report *r, const vitrine_layer *total); /* summary_streets.c: where, for how long, in a row, in clusters */
void vt_report_summary_land(vt_report *r);   /* summary_land.c: the same of friches and land */
void vt_report_vacancy(vt_report *r);        /* vacancy.c: map, ranking, tables */
void vt_report_friches(vt_report *r);        /* friche.c */
void vt_report_land(vt_report *r);           /* land.c */
void vt_report_limits(vt_report *r);         /* method.c: what the data cannot say */
void vt_report_method(vt_report *r);         /* formulas, every parameter, sources */

#endif
