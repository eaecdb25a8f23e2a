/* gate.c - see gate.h. */
#include "read/gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "read/csv_scan.h"
#include "read/geojson_scan.h"

typedef struct {
    const char *ending, *driver;
    const char *magic; /* first bytes; "" when the format has none */
    size_t magic_length;
} format;

static const format formats[] = {
    {".gpkg", "GPKG", "SQLite format 3", 15}, {".geojson", "GeoJSON", "", 0},
    {".json", "GeoJSON", "", 0},              {".topojson", "TopoJSON", "", 0},
    {".shp", "ESRI Shapefile", "\0\0\x27\x0a", 4}, {".fgb", "FlatGeobuf", "fgb", 3},
    {".csv", "CSV", "", 0},                   {".tsv", "CSV", "", 0},
    {".osm", "OSM", "<", 1},                  {".pbf", "OSM", "", 0},
    {".tab", "MapInfo File", "", 0},          {".mif", "MapInfo File", "", 0},
};

static const format *format_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof formats / sizeof *formats; i++) {
        if (strcasecmp(dot, formats[i].ending) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

#define REFUSE(...) vt_fail(ctx, VITRINE_E_INPUT, __VA_ARGS__)

/* A sibling file (`path` + suffix) that is there and not empty. */
static bool has_sibling(const char *path, const char *suffix)
{
    char other[4096];
    struct stat info;
    snprintf(other, sizeof other, "%s%s", path, suffix);
    return stat(other, &info) == 0 && info.st_size > 0;
}

static unsigned long big_endian(const unsigned char *at, size_t n)
{
    unsigned long value = 0;
    for (size_t i = 0; i < n; i++) {
        value = value << 8 | at[i];
    }
    return value;
}

/* SQLite file format, section 1.3: size and count of pages. */
static vitrine_status check_geopackage(vitrine_context *ctx, const char *path, const char *where, FILE *file,
                                       unsigned long size)
{
    unsigned char head[100];
    const bool whole = fread(head, 1, sizeof head, file) == sizeof head;
    unsigned long page = big_endian(head + 16, 2), pages = big_endian(head + 28, 4);
    page = page == 1 ? 65536 : page;
    const bool counted = whole && big_endian(head + 24, 4) == big_endian(head + 92, 4);
    if (!whole || page < 512 || (counted && size < page * pages)) {
        return REFUSE(_("%s: %s: the GeoPackage is cut off (%lu bytes); copy it again"), where, path, size);
    }
    if (has_sibling(path, "-wal") || has_sibling(path, "-journal")) {
        return REFUSE(_("%s: %s: open in another program, or left in the middle of a change (-wal or -journal "
                        "beside it); close the program or open the file once in QGIS"),
                      where, path);
    }
    return VITRINE_OK;
}

static vitrine_status check_geojson(vitrine_context *ctx, const char *path, const char *where, FILE *file,
                                    vt_gate *gate)
{
    const vt_geojson_facts facts = vt_geojson_scan(file);
    if (facts.links_crs) {
        return REFUSE(_("%s: %s: its crs is a link to elsewhere; convert the file to WGS 84"), where, path);
    }
    if (facts.topology) {
        gate->driver = "TopoJSON";
    } else {
        gate->crs_implied = !facts.has_crs;
        /* only where every feature has one: GDAL makes up those that lack, by row */
        gate->text_ids = facts.features && facts.text_ids == facts.features;
        gate->stored_ids = facts.features && facts.number_ids == facts.features;
    }
    return VITRINE_OK;
}

/* A byte-order mark is no content. */
static void skip_mark(FILE *file)
{
    char mark[3];
    if (fread(mark, 1, 3, file) != 3 || memcmp(mark, "\xEF\xBB\xBF", 3) != 0) {
        rewind(file);
    }
}

static vitrine_status check_csv(vitrine_context *ctx, const char *path, const char *where, FILE *file, vt_gate *gate)
{
    char stem[4096];
    snprintf(stem, sizeof stem, "%.*s", (int)(strrchr(path, '.') - path), path);
    if (has_sibling(stem, ".csvt")) {
        return REFUSE(_("%s: %s.csvt would change the types of the columns; remove it"), where, stem);
    }
    return vt_csv_scan(ctx, file, where, path, &gate->rows, &gate->fields);
}

/* ESRI's white paper: the index holds 8 bytes a shape behind a head of 100; dBASE says its number of records
 * at offset 4, the sizes of its head and of a record at 8 and 10. All three files must agree. */
static vitrine_status check_shapefile(vitrine_context *ctx, const char *path, const char *where, vt_gate *gate)
{
    unsigned char head[12] = {0};
    unsigned long counts[2] = {0}, room = 0;
    static const char *const endings[2][2] = {{"shx", "SHX"}, {"dbf", "DBF"}};
    for (int i = 0; i < 2; i++) {
        FILE *file = NULL;
        char other[4096];
        for (int upper = 0; !file && upper < 2; upper++) {
            snprintf(other, sizeof other, "%.*s%s", (int)(strlen(path) - 3), path, endings[i][upper]);
            file = fopen(other, "rb");
        }
        if (!file) {
            return REFUSE(_("%s: %s: its .%s is missing; copy all files of the shapefile"), where, path, endings[i][0]);
        }
        struct stat info = {0};
        const bool worked = fstat(fileno(file), &info) == 0 && fread(head, 1, sizeof head, file) == sizeof head;
        const unsigned long size = (unsigned long)info.st_size;
        if (i == 0) {
            counts[0] = size >= 100 ? (size - 100) / 8 : 0;
        } else {
            counts[1] = head[4] | (unsigned long)head[5] << 8 | (unsigned long)head[6] << 16 | (unsigned long)head[7] << 24;
            room = (head[8] | (unsigned long)head[9] << 8) + counts[1] * (head[10] | (unsigned long)head[11] << 8);
            counts[1] = room > size + 1 ? 0 : counts[1];
        }
        fclose(file);
        if (!worked) {
            return REFUSE(_("%s: %s: cut off; copy all files of the shapefile"), where, other);
        }
    }
    if (counts[0] != counts[1]) {
        return REFUSE(_("%s: %s: %lu shapes but %lu rows in the .dbf; copy all files of the shapefile"), where, path,
                      counts[0], counts[1]);
    }
    gate->rows = counts[0];
    return VITRINE_OK;
}

static vitrine_status check_content(vitrine_context *ctx, const char *where, FILE *file, const format *of,
                                    unsigned long size, vt_gate *gate)
{
    char first[16] = "";
    const size_t n = fread(first, 1, sizeof first - 1, file);
    const size_t mark = memcmp(first, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* a byte-order mark */
    if (n < mark + of->magic_length || memcmp(first + mark, of->magic, of->magic_length) != 0) {
        return REFUSE(_("%s: %s: its content is not what %s files hold; check that it is not another format, renamed"), where,
                      gate->path, of->ending);
    }
    rewind(file);
    vitrine_status status = VITRINE_OK;
    if (strcmp(of->driver, "GPKG") == 0) {
        status = check_geopackage(ctx, gate->path, where, file, size);
    } else if (strcmp(of->driver, "GeoJSON") == 0) {
        status = check_geojson(ctx, gate->path, where, file, gate);
    } else if (strcmp(of->driver, "CSV") == 0) {
        skip_mark(file);
        status = check_csv(ctx, gate->path, where, file, gate);
    } else if (strcmp(of->driver, "ESRI Shapefile") == 0) {
        status = check_shapefile(ctx, gate->path, where, gate);
    }
    if (!status) {
        gate->vigil = vt_vigil_begin(ctx, gate->path, strcmp(of->driver, "GPKG") == 0);
        status = gate->vigil ? VITRINE_OK : vt_no_memory(ctx);
    }
    return status;
}

static vitrine_status check_file(vitrine_context *ctx, const char *where, vt_gate *gate)
{
    struct stat info;
    if (stat(gate->path, &info) != 0) {
        return REFUSE(_("%s: %s: no such file"), where, gate->path);
    }
    if (S_ISDIR(info.st_mode)) {
        return REFUSE(_("%s: %s: a folder; name the file in it"), where, gate->path);
    }
    if (!S_ISREG(info.st_mode)) {
        return REFUSE(_("%s: %s: not a regular file"), where, gate->path);
    }
    if (info.st_size == 0) {
        return REFUSE(_("%s: %s: the file is empty"), where, gate->path);
    }
    const format *of = format_of(gate->path);
    if (!of) {
        return REFUSE(_("%s: %s: unknown format; give .gpkg .geojson .json .topojson .shp .fgb .csv .tsv .osm .pbf .tab .mif "
                        "or PG:…"),
                      where, gate->path);
    }
    FILE *file = fopen(gate->path, "rb");
    if (!file) {
        return REFUSE(_("%s: %s: may not be read; check its permissions"), where, gate->path);
    }
    gate->driver = of->driver;
    const vitrine_status status =
        check_content(ctx, where, file, of, (unsigned long)info.st_size, gate);
    fclose(file);
    return status;
}

vitrine_status vt_gate_check(vitrine_context *ctx, vt_arena *arena, const char *folder, const char *source,
                             const char *where, vt_gate *gate)
{
    *gate = (vt_gate){.rows = SIZE_MAX};
    if (strncmp(source, "PG:", 3) == 0) {
        gate->path = source;
        gate->driver = "PostgreSQL";
        return VITRINE_OK;
    }
    const char *bar = strstr(source, "|layername=");
    gate->layer = bar ? bar + 11 : NULL;
    const size_t length = bar ? (size_t)(bar - source) : strlen(source);
    if (strncmp(source, "/vsi", 4) == 0 || strstr(source, "://")) {
        return REFUSE(_("%s: %s: only local files are read; download it first"), where, source);
    }
    gate->path = *source == '/' ? vt_arena_text_n(arena, source, length)
                                : vt_arena_printf(arena, "%s%.*s", folder, (int)length, source);
    return gate->path ? check_file(ctx, where, gate) : vt_no_memory(ctx);
}

vitrine_status vt_gate_settle(vitrine_context *ctx, const char *where, vt_gate *gate)
{
    char why[200] = "";
    bool read = true;
    const bool sound = vt_vigil_end(gate->vigil, gate->sha256, &read, why, sizeof why);
    gate->vigil = NULL;
    if (!sound) {
        return REFUSE(_("%s: %s: the GeoPackage is damaged: %s; copy it again, or repair it"), where, gate->path, why);
    }
    return read ? VITRINE_OK : REFUSE(_("%s: %s: cannot be read to its end"), where, gate->path);
}
