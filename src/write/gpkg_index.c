/* gpkg_index.c - the three tables beneath an R-tree of SQLite, filled directly.
 *
 * rtree_T_geom_node has the nodes by number, the root is 1: depth of the tree (in the root; else 0) and number of cells,
 * 2 bytes each, then the cells: a feature's fid or a lower node's number, 8 bytes, and minx, maxx, miny, maxy as floats; all
 * big-endian, the rest of the node zero. _parent says which node holds a node, _rowid which leaf holds a feature
 * (ext/rtree/rtree.c in SQLite, "Database Format of R-Tree Tables"; rtreecheck() of SQLite proves it). */
#include "write/gpkg_index.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_BYTES = 4, CELL_BYTES = 24, MOST_LEVELS = 40, ROOT = 1 };

typedef struct {
    int64_t id;
    float minx, maxx, miny, maxy;
} cell;

typedef struct {
    size_t cells, nodes; /* the nodes of this level, and what they hold together */
    size_t first_cell;   /* in packing.cell */
    int64_t first_node;  /* its number; those of a level are consecutive */
} level;

typedef struct {
    sqlite3 *db;
    const char *table;
    size_t node_bytes, fan; /* of each node, and how many cells it has room for */
    level level[MOST_LEVELS]; /* from the leaves to the root */
    size_t levels;
    cell *cell;               /* level after level */
    uint32_t *order;          /* the boxes, as the leaves hold them */
    uint32_t *leaf;           /* of each box */
    unsigned char *node;
} packing;

/* --- the tree in memory ---------------------------------------------------------------------------- */

/* The next float or the one after it, as SQLite rounds what is inserted: a box must never shrink. */
static float round_down(double value)
{
    const double step = 1.0 / 8388608;
    const float near = (float)value;
    return (double)near > value ? (float)(value * (value < 0 ? 1 + step : 1 - step)) : near;
}

static float round_up(double value)
{
    return -round_down(-value);
}

/* How many cells and nodes each level has, and how they are numbered: from the root down, so that _node and _parent are
 * written in the order of their keys. */
static void plan(packing *p, size_t n)
{
    size_t cells = n, first_cell = 0;
    do {
        level *l = &p->level[p->levels++];
        *l = (level){.cells = cells, .nodes = (cells + p->fan - 1) / p->fan, .first_cell = first_cell};
        first_cell += cells;
        cells = l->nodes;
    } while (cells > 1);
    int64_t number = ROOT;
    for (size_t i = p->levels; i-- > 0;) {
        p->level[i].first_node = number;
        number += (int64_t)p->level[i].nodes;
    }
}

/* The cells of a node: all nodes of a level are about equally full, lest the last holds one cell. */
static const cell *cells_of(const packing *p, size_t at, size_t node, size_t *n)
{
    const level *l = &p->level[at];
    const size_t from = node * l->cells / l->nodes;
    *n = (node + 1) * l->cells / l->nodes - from;
    return &p->cell[l->first_cell + from];
}

static void put_leaf_cells(packing *p, const vt_box *boxes, const int64_t *fids)
{
    for (size_t i = 0; i < p->level[0].cells; i++) {
        const vt_box *box = &boxes[p->order[i]];
        p->cell[i] = (cell){.id = fids[p->order[i]],
                            .minx = round_down(box->xmin), .maxx = round_up(box->xmax),
                            .miny = round_down(box->ymin), .maxy = round_up(box->ymax)};
    }
}

/* The cells that stand for the nodes of the level below. */
static void put_cells(packing *p, size_t at)
{
    const level *below = &p->level[at - 1];
    for (size_t node = 0; node < below->nodes; node++) {
        size_t n;
        const cell *held = cells_of(p, at - 1, node, &n);
        cell all = held[0];
        for (size_t i = 1; i < n; i++) {
            all.minx = held[i].minx < all.minx ? held[i].minx : all.minx;
            all.maxx = held[i].maxx > all.maxx ? held[i].maxx : all.maxx;
            all.miny = held[i].miny < all.miny ? held[i].miny : all.miny;
            all.maxy = held[i].maxy > all.maxy ? held[i].maxy : all.maxy;
        }
        all.id = below->first_node + (int64_t)node;
        p->cell[p->level[at].first_cell + node] = all;
    }
}

static int build(packing *p, const vt_box *boxes, const int64_t *fids, size_t n)
{
    plan(p, n);
    const level *top = &p->level[p->levels - 1];
    p->cell = calloc(top->first_cell + top->cells, sizeof *p->cell);
    p->order = calloc(n, sizeof *p->order);
    p->leaf = calloc(n, sizeof *p->leaf);
    p->node = calloc(1, p->node_bytes);
    if (!p->cell || !p->order || !p->leaf || !p->node || !vt_rtree_order(boxes, n, p->order)) {
        return SQLITE_NOMEM;
    }
    put_leaf_cells(p, boxes, fids);
    for (size_t at = 1; at < p->levels; at++) {
        put_cells(p, at);
    }
    return SQLITE_OK;
}

/* --- into the tables ------------------------------------------------------------------------------- */

/* `sql` has one %w, the layer's name. */
static int prepare(const packing *p, const char *sql, sqlite3_stmt **statement)
{
    char *text = sqlite3_mprintf(sql, p->table);
    const int code = text ? sqlite3_prepare_v2(p->db, text, -1, statement, NULL) : SQLITE_NOMEM;
    sqlite3_free(text);
    return code;
}

/* Runs a statement whose row is bound, and makes it ready for the next. */
static int insert(sqlite3_stmt *statement)
{
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

static int insert_pair(sqlite3_stmt *statement, int64_t key, int64_t value)
{
    int code = sqlite3_bind_int64(statement, 1, key);
    code = code ? code : sqlite3_bind_int64(statement, 2, value);
    return code ? code : insert(statement);
}

/* An empty R-tree has its root already, and its size is that of all nodes. */
static int read_node_size(packing *p)
{
    sqlite3_stmt *statement = NULL;
    int code = prepare(p, "SELECT length(data) FROM \"rtree_%w_geom_node\" WHERE nodeno = 1", &statement);
    code = code ? code : sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        p->node_bytes = (size_t)sqlite3_column_int64(statement, 0);
        p->fan = p->node_bytes > HEAD_BYTES ? (p->node_bytes - HEAD_BYTES) / CELL_BYTES : 0;
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        return code;
    }
    return p->fan < 2 ? SQLITE_CORRUPT : SQLITE_OK;
}

static void put16(unsigned char *to, size_t value)
{
    const uint16_t bytes = htobe16((uint16_t)value);
    memcpy(to, &bytes, sizeof bytes);
}

static void put_float(unsigned char *to, float value)
{
    uint32_t bytes;
    memcpy(&bytes, &value, sizeof bytes);
    bytes = htobe32(bytes);
    memcpy(to, &bytes, sizeof bytes);
}

static void put_node(packing *p, size_t depth, const cell *cells, size_t n)
{
    memset(p->node, 0, p->node_bytes);
    put16(p->node, depth);
    put16(p->node + 2, n);
    unsigned char *to = p->node + HEAD_BYTES;
    for (size_t i = 0; i < n; i++, to += CELL_BYTES) {
        const uint64_t id = htobe64((uint64_t)cells[i].id);
        memcpy(to, &id, sizeof id);
        put_float(to + 8, cells[i].minx);
        put_float(to + 12, cells[i].maxx);
        put_float(to + 16, cells[i].miny);
        put_float(to + 20, cells[i].maxy);
    }
}

static int write_nodes(packing *p)
{
    sqlite3_stmt *statement = NULL;
    int code = prepare(p, "REPLACE INTO \"rtree_%w_geom_node\" VALUES (?, ?)", &statement);
    for (size_t at = p->levels; !code && at-- > 0;) {
        const bool root = at == p->levels - 1;
        for (size_t node = 0; !code && node < p->level[at].nodes; node++) {
            size_t n;
            const cell *cells = cells_of(p, at, node, &n);
            put_node(p, root ? at : 0, cells, n);
            code = sqlite3_bind_int64(statement, 1, p->level[at].first_node + (int64_t)node);
            code = code ? code : sqlite3_bind_blob(statement, 2, p->node, (int)p->node_bytes, SQLITE_STATIC);
            code = code ? code : insert(statement);
        }
    }
    sqlite3_finalize(statement);
    return code;
}

static int write_parents(packing *p)
{
    sqlite3_stmt *statement = NULL;
    int code = prepare(p, "INSERT INTO \"rtree_%w_geom_parent\" VALUES (?, ?)", &statement);
    for (size_t at = p->levels; !code && at-- > 1;) {
        for (size_t node = 0; !code && node < p->level[at].nodes; node++) {
            size_t n;
            const cell *cells = cells_of(p, at, node, &n);
            for (size_t i = 0; !code && i < n; i++) {
                code = insert_pair(statement, cells[i].id, p->level[at].first_node + (int64_t)node);
            }
        }
    }
    sqlite3_finalize(statement);
    return code;
}

/* In the order of the fids, not of the leaves: then each row goes to the end of the table. */
static int write_rowids(packing *p, const int64_t *fids)
{
    const level *leaves = &p->level[0];
    for (size_t node = 0, done = 0; node < leaves->nodes; node++) {
        size_t n;
        cells_of(p, 0, node, &n);
        for (size_t i = 0; i < n; i++) {
            p->leaf[p->order[done++]] = (uint32_t)node;
        }
    }
    sqlite3_stmt *statement = NULL;
    int code = prepare(p, "INSERT INTO \"rtree_%w_geom_rowid\" VALUES (?, ?)", &statement);
    for (size_t i = 0; !code && i < leaves->cells; i++) {
        code = insert_pair(statement, fids[i], leaves->first_node + p->leaf[i]);
    }
    sqlite3_finalize(statement);
    return code;
}

int vt_gpkg_index(sqlite3 *db, const char *table, const vt_box *boxes, const int64_t *fids, size_t n)
{
    if (n == 0) {
        return SQLITE_OK;
    }
    packing p = {.db = db, .table = table};
    int code = read_node_size(&p);
    code = code ? code : build(&p, boxes, fids, n);
    code = code ? code : write_nodes(&p);
    code = code ? code : write_parents(&p);
    code = code ? code : write_rowids(&p, fids);
    free(p.cell);
    free(p.order);
    free(p.leaf);
    free(p.node);
    return code;
}
