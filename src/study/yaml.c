/* yaml.c - YAML into entries, by libyaml. Mappings become dotted keys, sequences of scalars lists,
 * sequences of mappings numbered keys. Scalars stay the text that was written, so that N, on, 010 and
 * 12:30 mean themselves. */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

#include "study/study.h"

enum { DEEPEST = 12, MOST_ENTRIES = 5000, MOST_BYTES = 4 << 20 };

typedef struct {
    vitrine_context *ctx;
    vitrine_study *study;
    yaml_document_t document;
    const char *name;
    bool lines, checked;
} loader;

static const char *origin_of(loader *l, const yaml_node_t *node)
{
    return l->lines ? vt_arena_printf(&l->study->arena, "%s:%zu", l->name, node->start_mark.line + 1)
                    : vt_arena_text(&l->study->arena, l->name);
}

static vitrine_status load_node(loader *l, yaml_node_t *node, const char *key, int depth);

/* `~` and an empty scalar are no value. */
static const char *scalar(loader *l, const yaml_node_t *node)
{
    const char *text = (const char *)node->data.scalar.value;
    const bool plain = node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (strlen(text) != node->data.scalar.length || (plain && strcmp(text, "~") == 0)) {
        text = "";
    }
    return vt_arena_text(&l->study->arena, text);
}

static vitrine_status load_mapping(loader *l, yaml_node_t *node, const char *key, int depth)
{
    const yaml_node_pair_t *first = node->data.mapping.pairs.start, *end = node->data.mapping.pairs.top;
    for (const yaml_node_pair_t *pair = first; pair < end; pair++) {
        const yaml_node_t *name = yaml_document_get_node(&l->document, pair->key);
        yaml_node_t *value = yaml_document_get_node(&l->document, pair->value);
        const char *origin = origin_of(l, name);
        if (!origin) {
            return vt_no_memory(l->ctx);
        }
        if (name->type != YAML_SCALAR_NODE || !name->data.scalar.length ||
            (l->checked && strchr((const char *)name->data.scalar.value, '.'))) {
            return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: a key must be a word without a point"), origin);
        }
        const char *text = (const char *)name->data.scalar.value;
        for (const yaml_node_pair_t *other = first; other < pair; other++) {
            const yaml_node_t *twin = yaml_document_get_node(&l->document, other->key);
            if (strcmp((const char *)twin->data.scalar.value, text) == 0) {
                return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: %s%s%s stands twice, first on line %zu"), origin,
                               key, *key ? "." : "", text, twin->start_mark.line + 1);
            }
        }
        const char *below = vt_arena_printf(&l->study->arena, "%s%s%s", key, *key ? "." : "", text);
        if (!below) {
            return vt_no_memory(l->ctx);
        }
        if (l->checked && !vt_param_find(below) && !vt_param_is_prefix(below)) {
            /* refused here, on its own line, not at the leaf below it */
            const char *none = "";
            return vt_study_put(l->ctx, l->study, (vt_entry){below, &none, 1, false, origin});
        }
        const vitrine_status status = load_node(l, value, below, depth + 1);
        if (status) {
            return status;
        }
    }
    return VITRINE_OK;
}

static vitrine_status put(loader *l, vt_entry entry)
{
    if (l->study->entries.n >= MOST_ENTRIES) {
        return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: more than %d keys"), entry.origin, MOST_ENTRIES);
    }
    if (l->checked) {
        return vt_study_put(l->ctx, l->study, entry);
    }
    return vt_array_push(&l->study->entries, entry) ? VITRINE_OK : vt_no_memory(l->ctx);
}

static vitrine_status load_sequence(loader *l, yaml_node_t *node, const char *key, int depth)
{
    const yaml_node_item_t *items = node->data.sequence.items.start;
    const size_t n = (size_t)(node->data.sequence.items.top - items);
    vt_entry entry = {.key = key, .n = n, .list = true, .origin = origin_of(l, node)};
    entry.values = vt_arena_array(&l->study->arena, n ? n : 1, sizeof *entry.values);
    if (!entry.values || !entry.origin) {
        return vt_no_memory(l->ctx);
    }
    bool scalars = true;
    for (size_t i = 0; i < n; i++) {
        yaml_node_t *item = yaml_document_get_node(&l->document, items[i]);
        if (item->type == YAML_SCALAR_NODE) {
            entry.values[i] = scalar(l, item);
            continue;
        }
        scalars = false;
        const char *below = vt_arena_printf(&l->study->arena, "%s.%zu", key, i);
        const vitrine_status status = below ? load_node(l, item, below, depth + 1) : vt_no_memory(l->ctx);
        if (status) {
            return status;
        }
    }
    return scalars ? put(l, entry) : VITRINE_OK;
}

static vitrine_status load_node(loader *l, yaml_node_t *node, const char *key, int depth)
{
    if (depth > DEEPEST) {
        return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: %s: nested too deeply"), l->name, key);
    }
    if (l->checked && *key && !strchr(key, '.') && vt_param_is_prefix(key) && !vt_array_push(&l->study->sections, key)) {
        return vt_no_memory(l->ctx);
    }
    if (node->type == YAML_MAPPING_NODE) {
        if (l->checked && vt_param_find(key)) {
            return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: %s: takes a value, not a mapping"),
                           origin_of(l, node), key);
        }
        return load_mapping(l, node, key, depth);
    }
    if (node->type == YAML_SEQUENCE_NODE) {
        return load_sequence(l, node, key, depth);
    }
    vt_entry entry = {.key = key, .n = 1, .origin = origin_of(l, node)};
    entry.values = vt_arena_array(&l->study->arena, 1, sizeof *entry.values);
    if (!entry.values || !entry.origin || !(entry.values[0] = scalar(l, node))) {
        return vt_no_memory(l->ctx);
    }
    if (l->checked && !*key) {
        return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: not a study: no key: value lines"), entry.origin);
    }
    if (l->checked && !vt_param_find(key) && vt_param_is_prefix(key)) {
        return *entry.values[0] ? vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: %s: takes keys below it, not the value \"%s\""),
                                          entry.origin, key, entry.values[0])
                                : VITRINE_OK; /* `vacancy:` alone declares a section with its defaults */
    }
    return put(l, entry);
}

/* What libyaml says, and what to do about it where one knows. */
static vitrine_status not_yaml(const loader *l, const yaml_parser_t *parser, const char *yaml, size_t length)
{
    static const struct {
        const char *problem, *advice;
    } known[] = {
        {"mapping values are not allowed", N_("; put a text that holds a colon in quotes: title: \"Centre: 2026\"")},
        {"found character that cannot start any token", N_("; indent with spaces, not tabs, and put a text that begins with % @ or ` in quotes")},
        {"invalid leading UTF-8", N_("; save the file as UTF-8")},
        {"invalid trailing UTF-8", N_("; save the file as UTF-8")},
        {"incomplete UTF-8", N_("; save the file as UTF-8")},
    };
    const char *problem = parser->problem ? parser->problem : "?", *advice = "";
    size_t line = parser->problem_mark.line + 1;
    if (parser->error == YAML_READER_ERROR) { /* has no mark, but the place in bytes */
        line = 1;
        for (size_t i = 0; i < length && i < parser->problem_offset; i++) {
            line += yaml[i] == '\n';
        }
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strncmp(problem, known[i].problem, strlen(known[i].problem)) == 0) {
            advice = _(known[i].advice);
        }
    }
    return vt_fail(l->ctx, VITRINE_E_INPUT, _("%s:%zu: not YAML: %s%s"), l->name, line, problem, advice);
}

static vitrine_status load(loader *l, const char *yaml, size_t length, const char *at)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        return vt_no_memory(l->ctx);
    }
    yaml_parser_set_input_string(&parser, (const unsigned char *)yaml, length);
    vitrine_status status = VITRINE_OK;
    if (!yaml_parser_load(&parser, &l->document)) {
        status = not_yaml(l, &parser, yaml, length);
    } else {
        yaml_node_t *root = yaml_document_get_root_node(&l->document);
        if (!root) {
            status = vt_fail(l->ctx, VITRINE_E_INPUT, _("%s: the file is empty"), l->name);
        } else {
            status = load_node(l, root, at, 0);
        }
        yaml_document_delete(&l->document);
        yaml_document_t next;
        if (!status && yaml_parser_load(&parser, &next)) {
            yaml_node_t *second = yaml_document_get_root_node(&next);
            if (second) {
                status = vt_fail(l->ctx, VITRINE_E_INPUT, _("%s:%zu: a second document (---) would not be read; put all in one"),
                                 l->name, next.start_mark.line + 1);
            }
            yaml_document_delete(&next);
        } else if (!status) {
            status = not_yaml(l, &parser, yaml, length);
        }
    }
    yaml_parser_delete(&parser);
    return status;
}

vitrine_status vt_study_parse(vitrine_context *ctx, vitrine_study *study, const char *yaml, size_t length,
                              const char *at, const char *name, bool lines)
{
    const char *key = vt_arena_text(&study->arena, at);
    loader l = {.ctx = ctx, .study = study, .name = name, .lines = lines, .checked = true};
    return key ? load(&l, yaml, length, key) : vt_no_memory(ctx);
}

vitrine_status vt_study_parse_preset(vitrine_context *ctx, vitrine_study *study, const char *yaml,
                                     const char *name)
{
    loader l = {.ctx = ctx, .study = study, .name = name, .lines = true};
    return load(&l, yaml, strlen(yaml), "");
}

static vitrine_status read_whole(vitrine_context *ctx, const char *path, char **text, size_t *length)
{
    struct stat info;
    if (stat(path, &info) != 0) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: no such file; give the path of a study file"), path);
    }
    if (!S_ISREG(info.st_mode) || info.st_size > MOST_BYTES) {
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: not a study file (a folder, a device or too large)"), path);
    }
    FILE *file = fopen(path, "rb");
    *text = malloc((size_t)info.st_size + 1);
    if (!file || !*text) {
        if (file) {
            fclose(file);
        }
        return vt_fail(ctx, VITRINE_E_INPUT, _("%s: cannot be read"), path);
    }
    *length = fread(*text, 1, (size_t)info.st_size, file);
    fclose(file);
    return VITRINE_OK;
}

vitrine_status vt_study_parse_file(vitrine_context *ctx, vitrine_study *study, const char *path)
{
    char *text = NULL;
    size_t length = 0;
    vitrine_status status = read_whole(ctx, path, &text, &length);
    if (!status) {
        const char *name = vt_arena_text(&study->arena, path);
        loader l = {.ctx = ctx, .study = study, .name = name, .lines = true};
        status = name ? load(&l, text, length, "") : vt_no_memory(ctx);
    }
    free(text);
    return status;
}

/* By its name, or a GeoJSON by what it says of itself. */
static bool is_data(const char *path, const char *text, size_t length)
{
    static const char *const endings[] = {".geojson", ".gpkg", ".shp", ".csv", ".fgb", ".tab", ".pbf", ".xlsx", ".zip", NULL};
    const char *ending = strrchr(path, '.');
    size_t i = 0;
    while (ending && endings[i] && strcasecmp(ending, endings[i]) != 0) {
        i++;
    }
    return (ending && endings[i]) || (length && text[0] == '{' && memmem(text, length, "\"FeatureCollection\"", strlen("\"FeatureCollection\"")));
}

vitrine_status vitrine_study_load(vitrine_context *ctx, const char *path, vitrine_study **study)
{
    char *text = NULL;
    size_t length = 0;
    vitrine_status status = access(path, F_OK) == 0 && is_data(path, "", 0) ? VITRINE_OK : read_whole(ctx, path, &text, &length);
    *study = NULL;
    if (!status && is_data(path, text, length)) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: is data, not a study; vitrine init %s -o etude.yaml writes a study for it"), path, path);
    }
    if (!status) {
        status = vitrine_study_new(ctx, study);
    }
    if (!status) {
        const char *slash = strrchr(path, '/');
        const char *name = vt_arena_text(&(*study)->arena, path);
        (*study)->folder = slash ? vt_arena_text_n(&(*study)->arena, path, (size_t)(slash - path) + 1) : "";
        status = name && (*study)->folder ? vt_study_parse(ctx, *study, text, length, "", name, true)
                                          : vt_no_memory(ctx);
    }
    if (status) {
        vitrine_study_free(*study);
        *study = NULL;
    }
    free(text);
    return status;
}
