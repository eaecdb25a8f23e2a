/* chain.c - see chain.h. Lines meet where their coordinates are equal to the last bit: a layer drawn
 * with snapping has it so, and a nearly equal pair may be a bridge. */
#include "model/chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- vertices by coordinates --------------------------------------------------------------------- */

static size_t slot_of(const vt_nodes *nodes, double x, double y)
{
    const double pair[2] = {x + 0.0, y + 0.0}; /* −0 becomes 0 */
    uint64_t bits[2];
    memcpy(bits, pair, sizeof bits);
    uint64_t h = bits[0] * 0x9E3779B97F4A7C15u ^ (bits[1] << 31 | bits[1] >> 33) * 0xC2B2AE3D27D4EB4Fu;
    h ^= h >> 29;
    size_t slot = (size_t)(h * 0xBF58476D1CE4E5B9u >> 16) & (nodes->room - 1);
    while (nodes->value[slot] && (nodes->x[slot] != x || nodes->y[slot] != y)) {
        slot = (slot + 1) & (nodes->room - 1);
    }
    return slot;
}

static bool make_room(vt_nodes *nodes, size_t most)
{
    nodes->room = 64;
    while (nodes->room < most * 2) {
        nodes->room *= 2;
    }
    nodes->x = malloc(nodes->room * sizeof *nodes->x);
    nodes->y = malloc(nodes->room * sizeof *nodes->y);
    nodes->value = calloc(nodes->room, sizeof *nodes->value);
    return nodes->x && nodes->y && nodes->value;
}

void vt_nodes_free(vt_nodes *nodes)
{
    free(nodes->x);
    free(nodes->y);
    free(nodes->value);
    *nodes = (vt_nodes){0};
}

static uint32_t *value_at(vt_nodes *nodes, double x, double y)
{
    const size_t slot = slot_of(nodes, x, y);
    nodes->x[slot] = x;
    nodes->y[slot] = y;
    return &nodes->value[slot];
}

uint32_t vt_nodes_degree(const vt_nodes *nodes, double x, double y)
{
    return nodes->value[slot_of(nodes, x, y)];
}

bool vt_nodes_count(vt_nodes *nodes, const vt_layer *lines)
{
    const vt_geometry *g = &lines->geometry;
    const size_t parts = g->part[lines->n];
    if (!make_room(nodes, g->vertex[g->ring[parts]] + 1)) {
        return false;
    }
    for (size_t p = 0; p < parts; p++) {
        const size_t from = g->vertex[g->ring[p]], to = g->vertex[g->ring[p] + 1];
        uint32_t *last = value_at(nodes, g->x[from], g->y[from]);
        *last += 1;
        for (size_t i = from + 1; i < to; i++) {
            if (g->x[i] != g->x[i - 1] || g->y[i] != g->y[i - 1]) { /* a vertex drawn twice is one */
                last = value_at(nodes, g->x[i], g->y[i]);
                *last += 2;
            }
        }
        *last -= 1; /* the last one is an end */
    }
    return true;
}

/* --- chains -------------------------------------------------------------------------------------- */

/* One line of a street: vertices from..to of the layer. */
typedef struct {
    size_t street, from, to;
    bool used;
} line;

typedef struct {
    const vt_geometry *g;
    line *lines;
    /* Ends of the street at hand that meet at one place: value − 1 is the head of a list of ends; end
     * 2i is the begin of line i, 2i + 1 its end. */
    vt_nodes ends;
    size_t *next_end;
} chainer;

static size_t vertex_of(const chainer *c, size_t end)
{
    const line *l = &c->lines[end / 2];
    return end % 2 ? l->to - 1 : l->from;
}

/* The only other end that meets this one, of a line not yet used; SIZE_MAX when there is none. */
static size_t partner(const chainer *c, size_t end)
{
    const size_t v = vertex_of(c, end);
    const size_t street = c->lines[end / 2].street;
    size_t other = SIZE_MAX, n = 0;
    for (size_t e = vt_nodes_degree(&c->ends, c->g->x[v], c->g->y[v]); e; e = c->next_end[e - 1]) {
        if (c->lines[(e - 1) / 2].street == street) {
            n++;
            other = e - 1 == end ? other : e - 1;
        }
    }
    return n == 2 && other != SIZE_MAX && !c->lines[other / 2].used ? other : SIZE_MAX;
}

static bool add_vertex(vt_network *net, vt_piece *piece, double x, double y)
{
    double measure = 0;
    if (piece->n) {
        const size_t before = net->x.n - 1;
        const double step = hypot(x - net->x.at[before], y - net->y.at[before]);
        if (step == 0) {
            return true;
        }
        measure = net->measure.at[before] + step;
    }
    piece->n++;
    return vt_array_push(&net->x, x) && vt_array_push(&net->y, y) && vt_array_push(&net->measure, measure);
}

/* Appends a line's vertices, entered by `end`. */
static bool add_line(const chainer *c, vt_network *net, vt_piece *piece, size_t end)
{
    const line *l = &c->lines[end / 2];
    bool worked = true;
    for (size_t i = 0; worked && i < l->to - l->from; i++) {
        const size_t v = end % 2 ? l->to - 1 - i : l->from + i;
        worked = add_vertex(net, piece, c->g->x[v], c->g->y[v]);
    }
    return worked;
}

/* The chain that line i belongs to: back to its begin, then forth to its end. */
static bool chain_from(chainer *c, vt_network *net, size_t i)
{
    vt_piece piece = {.street = c->lines[i].street, .first = net->x.n};
    VT_ARRAY(size_t) back = {0};
    bool worked = true;
    c->lines[i].used = true;
    size_t end = 2 * i;
    for (size_t other; worked && (other = partner(c, end)) != SIZE_MAX; end = other ^ 1) {
        c->lines[other / 2].used = true;
        worked = vt_array_push(&back, other);
    }
    const size_t tip = vertex_of(c, end), foot = vertex_of(c, 2 * i + 1);
    const bool round = c->g->x[tip] == c->g->x[foot] && c->g->y[tip] == c->g->y[foot];
    if (round) { /* a ring starts at the begin of its line of least id */
        worked = worked && add_line(c, net, &piece, 2 * i);
        for (size_t k = back.n; worked && k-- > 0;) {
            worked = add_line(c, net, &piece, back.at[k] ^ 1);
        }
        piece.ring = true;
    } else {
        for (size_t k = back.n; worked && k-- > 0;) {
            worked = add_line(c, net, &piece, back.at[k] ^ 1);
        }
        worked = worked && add_line(c, net, &piece, 2 * i);
        end = 2 * i + 1;
        for (size_t other; worked && (other = partner(c, end)) != SIZE_MAX; end = other ^ 1) {
            c->lines[other / 2].used = true;
            worked = add_line(c, net, &piece, other);
        }
    }
    vt_array_free(&back);
    vt_street *street = &net->streets.at[piece.street];
    street->first_piece = street->pieces ? street->first_piece : net->pieces.n;
    street->pieces++;
    return worked && vt_array_push(&net->pieces, piece);
}

/* A part of a line may be a point drawn twice. */
static bool has_length(const vt_geometry *g, size_t ring)
{
    for (size_t i = g->vertex[ring] + 1; i < g->vertex[ring + 1]; i++) {
        if (g->x[i] != g->x[i - 1] || g->y[i] != g->y[i - 1]) {
            return true;
        }
    }
    return false;
}

static int by_street(const void *a, const void *b)
{
    const line *x = a, *y = b; /* then as in the layer, which is by id */
    return x->street != y->street ? (x->street > y->street) - (x->street < y->street)
                                  : (x->from > y->from) - (x->from < y->from);
}

bool vt_chain_lines(const vt_layer *layer, vt_network *net)
{
    chainer c = {.g = &layer->geometry};
    const size_t parts = c.g->part[layer->n];
    c.lines = malloc((parts + 1) * sizeof *c.lines);
    c.next_end = calloc(2 * parts + 1, sizeof *c.next_end);
    bool worked = c.lines && c.next_end && make_room(&c.ends, 2 * parts + 1);
    size_t n = 0;
    for (size_t row = 0; worked && row < layer->n; row++) {
        for (size_t p = c.g->part[row]; p < c.g->part[row + 1]; p++) {
            const size_t r = c.g->ring[p];
            if (net->street_of_line[row] != SIZE_MAX && has_length(c.g, r)) {
                c.lines[n++] = (line){net->street_of_line[row], c.g->vertex[r], c.g->vertex[r + 1], false};
            }
        }
    }
    if (worked) {
        qsort(c.lines, n, sizeof *c.lines, by_street);
    }
    for (size_t end = 0; worked && end < 2 * n; end++) {
        const size_t v = vertex_of(&c, end);
        uint32_t *head = value_at(&c.ends, c.g->x[v], c.g->y[v]);
        c.next_end[end] = *head;
        *head = (uint32_t)end + 1;
    }
    for (size_t i = 0; worked && i < n; i++) {
        worked = c.lines[i].used || chain_from(&c, net, i);
    }
    vt_nodes_free(&c.ends);
    free(c.lines);
    free(c.next_end);
    return worked;
}
