/* network.c - see network.h. Three steps: group lines into streets, chain them into pieces (chain.c),
 * cut those into blocks. */
#include "model/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "geo/measure.h"
#include "model/chain.h"

typedef struct {
    const vt_layer *lines;
    vt_network *network;
    vt_street_name *names; /* by row */
    size_t *group;         /* by row: lines of one name and municipality, then one street */
    size_t n_groups;
    double gap_m;
    bool unnamed;
} builder;

void vt_network_free(vt_network *network)
{
    if (network) {
        vt_array_free(&network->streets);
        vt_array_free(&network->pieces);
        vt_array_free(&network->blocks);
        vt_array_free(&network->segments);
        vt_array_free(&network->x);
        vt_array_free(&network->y);
        vt_array_free(&network->measure);
        vt_rtree_free(network->tree);
        free(network);
    }
}

/* --- lines of one name --------------------------------------------------------------------------- */

static bool group_by_name(builder *b)
{
    vt_map map = {0};
    bool worked = true;
    for (size_t row = 0; worked && row < b->lines->n; row++) {
        const char *name = vt_layer_text(b->lines, "name", row);
        const char *municipality = vt_layer_text(b->lines, "municipality", row);
        worked = vt_street_name_parse(b->network->arena, name ? name : "", &b->names[row]);
        b->group[row] = SIZE_MAX;
        if (!worked || (!*b->names[row].key && !b->unnamed)) {
            continue;
        }
        /* an unnamed line is a street of its own */
        const char *key = *b->names[row].key
                              ? vt_arena_printf(b->network->arena, "%s\x1f%s", b->names[row].key,
                                                municipality ? municipality : "")
                              : vt_arena_printf(b->network->arena, "\x1f\x1f%zu", row);
        bool fresh;
        size_t *group = key ? vt_map_at(&map, key, &fresh) : NULL;
        worked = group != NULL;
        if (group) {
            *group = fresh ? b->n_groups++ : *group;
            b->group[row] = *group;
        }
    }
    vt_map_free(&map);
    return worked;
}

static size_t root_of(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static double box_gap(const vt_box *a, const vt_box *b)
{
    const double dx = fmax(0, fmax(a->xmin - b->xmax, b->xmin - a->xmax));
    const double dy = fmax(0, fmax(a->ymin - b->ymax, b->ymin - a->ymax));
    return hypot(dx, dy);
}

/* Whether two features come within `most` metres of each other. */
static bool are_near(const vt_layer *lines, size_t one, size_t two, double most)
{
    const vt_geometry *g = &lines->geometry;
    for (size_t p = g->part[one]; p < g->part[one + 1]; p++) {
        for (size_t i = g->vertex[g->ring[p]] + 1; i < g->vertex[g->ring[p] + 1]; i++) {
            for (size_t q = g->part[two]; q < g->part[two + 1]; q++) {
                for (size_t j = g->vertex[g->ring[q]] + 1; j < g->vertex[g->ring[q] + 1]; j++) {
                    const double ax = g->x[i - 1], ay = g->y[i - 1], bx = g->x[i], by = g->y[i];
                    const double cx = g->x[j - 1], cy = g->y[j - 1], dx = g->x[j], dy = g->y[j];
                    if (vt_measure_between(ax, ay, bx, by, cx, cy, dx, dy) <= most) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

/* Splits groups without a municipality where their lines lie farther apart than the gap. */
static bool split_by_gap(builder *b)
{
    const size_t n = b->lines->n;
    size_t *parent = malloc((n + 1) * sizeof *parent), *last = malloc((n + 1) * sizeof *last);
    size_t *before = malloc((n + 1) * sizeof *before); /* the group's lines as a list, last first */
    vt_box *box = malloc((n + 1) * sizeof *box);
    const bool worked = parent && last && before && box;
    for (size_t i = 0; worked && i < n; i++) {
        last[i] = SIZE_MAX;
    }
    for (size_t row = 0; worked && row < n; row++) {
        parent[row] = row;
        box[row] = vt_layer_box(b->lines, row);
        if (b->group[row] == SIZE_MAX) {
            continue;
        }
        const bool apart = !vt_layer_text(b->lines, "municipality", row);
        before[row] = last[b->group[row]];
        last[b->group[row]] = row;
        for (size_t other = before[row]; other != SIZE_MAX; other = before[other]) {
            const size_t mine = root_of(parent, row), its = root_of(parent, other);
            if (mine != its && (!apart || (box_gap(&box[row], &box[other]) <= b->gap_m &&
                                           are_near(b->lines, row, other, b->gap_m)))) {
                parent[mine < its ? its : mine] = mine < its ? mine : its;
            }
        }
    }
    for (size_t row = 0; worked && row < n; row++) { /* a street's number is its first row from here on */
        b->group[row] = b->group[row] == SIZE_MAX ? SIZE_MAX : root_of(parent, row);
    }
    free(parent);
    free(last);
    free(before);
    free(box);
    return worked;
}

/* --- streets ------------------------------------------------------------------------------------- */

typedef struct {
    size_t first_row; /* the row of least id, for rows are sorted */
    const char *id;
    bool integers;
    vt_box box;
} candidate;

static int by_id_and_position(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    const int order = vt_text_compare_ids(x->id, y->id, x->integers);
    if (order) {
        return order;
    }
    if (x->box.xmin != y->box.xmin) {
        return x->box.xmin < y->box.xmin ? -1 : 1;
    }
    if (x->box.ymin != y->box.ymin) {
        return x->box.ymin < y->box.ymin ? -1 : 1;
    }
    return (x->first_row > y->first_row) - (x->first_row < y->first_row);
}

/* "A#2", or the next number that no line bears as its id. */
static const char *numbered(vt_arena *arena, const vt_layer *lines, const char *id, size_t number)
{
    for (;; number++) {
        const char *name = vt_arena_printf(arena, "%s#%zu", id, number);
        bool taken = false;
        for (size_t row = 0; name && !taken && row < lines->n; row++) {
            taken = strcmp(lines->id[row], name) == 0;
        }
        if (!taken) {
            return name;
        }
    }
}

static bool name_streets(builder *b)
{
    vt_network *net = b->network;
    const size_t n = b->lines->n;
    candidate *list = malloc((n + 1) * sizeof *list);
    size_t *place = malloc((n + 1) * sizeof *place); /* row → place in list, then in streets */
    size_t streets = 0;
    if (!list || !place) {
        free(list);
        free(place);
        return false;
    }
    for (size_t row = 0; row < n; row++) {
        if (b->group[row] == row) {
            list[streets++] = (candidate){row, b->lines->id[row], b->lines->integer_ids,
                                          {INFINITY, INFINITY, -INFINITY, -INFINITY}};
            place[row] = streets - 1;
        }
        if (b->group[row] != SIZE_MAX) {
            const vt_box box = vt_layer_box(b->lines, row);
            vt_box *all = &list[place[b->group[row]]].box;
            *all = (vt_box){fmin(all->xmin, box.xmin), fmin(all->ymin, box.ymin), fmax(all->xmax, box.xmax),
                            fmax(all->ymax, box.ymax)};
        }
    }
    qsort(list, streets, sizeof *list, by_id_and_position);
    bool worked = vt_array_reserve(&net->streets, streets);
    for (size_t i = 0, twin = 1; worked && i < streets; i++) {
        const size_t row = list[i].first_row;
        twin = i && strcmp(list[i].id, list[i - 1].id) == 0 ? twin + 1 : 1;
        vt_street street = {.id = list[i].id, .name = vt_layer_text(b->lines, "name", row), .key = b->names[row]};
        if (twin > 1) { /* one mapped id, several streets: numbered by position */
            street.id = numbered(net->arena, b->lines, list[i].id, twin);
        }
        place[row] = i;
        worked = street.id && vt_array_push(&net->streets, street);
    }
    for (size_t row = 0; worked && row < n; row++) {
        net->street_of_line[row] = b->group[row] == SIZE_MAX ? SIZE_MAX : place[b->group[row]];
    }
    free(list);
    free(place);
    return worked;
}

/* --- blocks and segments ------------------------------------------------------------------------- */

static bool add_segments(vt_network *net, const vt_piece *piece, size_t piece_index, vt_nodes *nodes)
{
    size_t from = piece->first;
    for (size_t v = piece->first; v + 1 < piece->first + piece->n; v++) {
        const vt_segment segment = {v, (uint32_t)piece->street, (uint32_t)piece_index, (uint32_t)net->blocks.n};
        if (!vt_array_push(&net->segments, segment)) {
            return false;
        }
        const bool last = v + 2 == piece->first + piece->n;
        if (last || vt_nodes_degree(nodes, net->x.at[v + 1], net->y.at[v + 1]) >= 3) {
            const vt_block block = {.street = piece->street,
                                    .piece = piece_index,
                                    .first = from,
                                    .n = v + 2 - from,
                                    .length_m = net->measure.at[v + 1] - net->measure.at[from]};
            if (!vt_array_push(&net->blocks, block)) {
                return false;
            }
            from = v + 1;
        }
    }
    return true;
}

/* A ring's start is a node only where lines meet there; else its last block runs on into its first. The
 * joined block gets vertices of its own behind all pieces. */
static bool join_ring(vt_network *net, const vt_piece *piece, size_t first_block, const vt_nodes *nodes)
{
    const size_t last = net->blocks.n - 1;
    if (!piece->ring || last == first_block || vt_nodes_degree(nodes, net->x.at[piece->first], net->y.at[piece->first]) >= 3) {
        return true;
    }
    vt_block *head = &net->blocks.at[first_block];
    const vt_block tail = net->blocks.at[last];
    const size_t begin = net->x.n;
    for (size_t i = 0; i < tail.n + head->n - 1; i++) {
        const size_t v = i < tail.n ? tail.first + i : head->first + 1 + i - tail.n;
        if (!vt_array_push(&net->x, net->x.at[v]) || !vt_array_push(&net->y, net->y.at[v]) ||
            !vt_array_push(&net->measure, net->measure.at[v])) {
            return false;
        }
    }
    *head = (vt_block){.street = head->street, .piece = head->piece, .first = begin, .n = tail.n + head->n - 1,
                       .length_m = head->length_m + tail.length_m};
    for (size_t i = net->segments.n; i-- > 0 && net->segments.at[i].block == last;) {
        net->segments.at[i].block = (uint32_t)first_block;
    }
    net->blocks.n--;
    return true;
}

static bool cut_blocks(builder *b, vt_nodes *nodes)
{
    vt_network *net = b->network;
    bool worked = true;
    for (size_t s = 0; worked && s < net->streets.n; s++) {
        vt_street *street = &net->streets.at[s];
        const size_t first_block = net->blocks.n;
        street->first_segment = net->segments.n;
        for (size_t p = 0; worked && p < street->pieces; p++) {
            const vt_piece *piece = &net->pieces.at[street->first_piece + p];
            const size_t first = net->blocks.n;
            worked = add_segments(net, piece, street->first_piece + p, nodes) && join_ring(net, piece, first, nodes);
            street->length_m += net->measure.at[piece->first + piece->n - 1];
        }
        street->segments = net->segments.n - street->first_segment;
        for (size_t i = first_block; worked && i < net->blocks.n; i++) {
            net->blocks.at[i].id = vt_arena_printf(net->arena, "%s/%zu", street->id, i - first_block + 1);
            worked = net->blocks.at[i].id != NULL;
        }
    }
    return worked;
}

double vt_network_block_offset(const vt_network *net, const vt_block *block, double measure_m)
{
    const vt_piece *piece = &net->pieces.at[block->piece];
    const double begin = net->measure.at[block->first];
    /* a block may run on over the start of a ring, where measures begin anew */
    const bool over_start = net->measure.at[block->first + block->n - 1] <= begin;
    const double around = over_start && measure_m < begin ? net->measure.at[piece->first + piece->n - 1] : 0;
    return measure_m + around - begin;
}

vt_box vt_network_segment_box(const vt_network *net, size_t segment)
{
    const double *x = net->x.at + net->segments.at[segment].a, *y = net->y.at + net->segments.at[segment].a;
    return (vt_box){fmin(x[0], x[1]), fmin(y[0], y[1]), fmax(x[0], x[1]), fmax(y[0], y[1])};
}

static bool index_segments(vt_network *net)
{
    vt_box *boxes = malloc((net->segments.n + 1) * sizeof *boxes);
    for (size_t i = 0; boxes && i < net->segments.n; i++) {
        boxes[i] = vt_network_segment_box(net, i);
    }
    net->tree = boxes ? vt_rtree_new(boxes, net->segments.n) : NULL;
    free(boxes);
    return net->tree != NULL;
}

/* --- all of it ----------------------------------------------------------------------------------- */

vitrine_status vt_network_build(vitrine_context *ctx, const vt_layer *lines, const vitrine_study *study,
                                vt_arena *arena, vt_network **out)
{
    *out = NULL;
    vt_network *net = calloc(1, sizeof *net);
    if (!net) {
        return vt_no_memory(ctx);
    }
    net->arena = arena;
    builder b = {.lines = lines, .network = net};
    b.gap_m = vt_study_number(study, "vacancy.same_name_gap_m");
    b.unnamed = vt_study_flag(study, "vacancy.unnamed_streets");
    b.names = calloc(lines->n + 1, sizeof *b.names);
    b.group = calloc(lines->n + 1, sizeof *b.group);
    net->street_of_line = vt_arena_array(net->arena, lines->n, sizeof *net->street_of_line);
    vt_nodes nodes = {0};
    const bool worked = b.names && b.group && net->street_of_line && group_by_name(&b) && split_by_gap(&b) &&
                        name_streets(&b) && vt_chain_lines(lines, net) && vt_nodes_count(&nodes, lines) &&
                        cut_blocks(&b, &nodes) && index_segments(net);
    vt_nodes_free(&nodes);
    const vitrine_status status = worked ? VITRINE_OK : vt_no_memory(ctx);
    free(b.names);
    free(b.group);
    if (status) {
        vt_network_free(net);
        return status;
    }
    *out = net;
    return VITRINE_OK;
}
