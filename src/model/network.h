/* network.h - the streets of the street layer: lines of one name made one street, chained into pieces,
 * cut into blocks.
 *
 * A street is all lines of one normalised name in one municipality or, where none is given, all that are
 * linked by gaps of at most vacancy.same_name_gap_m. A piece is a chain of its lines, joined where just
 * two of its ends meet; it runs the way its line of least id does, and a ring starts there. A block is a
 * stretch of a piece between nodes: places where three or more line ends meet, a line's end lies on
 * another's vertex, or two lines share a vertex (lines without a name included). */
#ifndef VT_NETWORK_H
#define VT_NETWORK_H

#include "base/street_name.h"
#include "model/model.h"
#include "model/result.h"
#include "study/study.h"

typedef struct {
    const char *id, *name; /* name: as on its line of least id; NULL when unnamed */
    vt_street_name key;
    size_t first_piece, pieces;
    size_t first_segment, segments;
    double length_m;
} vt_street;

typedef struct {
    size_t street;
    size_t first, n; /* vertices */
    bool ring;
} vt_piece;

typedef struct {
    const char *id;
    size_t street, piece;
    size_t first, n; /* vertices */
    double length_m;
} vt_block;

typedef struct {
    size_t a; /* vertex at its begin; its end is a + 1 */
    uint32_t street, piece, block;
} vt_segment;

/* All arrays in the order street, piece, along; streets sorted by id. */
typedef struct {
    vt_arena *arena; /* the caller's: ids and names live as long as it does */
    VT_ARRAY(vt_street) streets;
    VT_ARRAY(vt_piece) pieces;
    VT_ARRAY(vt_block) blocks;
    VT_ARRAY(vt_segment) segments;
    VT_ARRAY(double) x;
    VT_ARRAY(double) y;
    VT_ARRAY(double) measure; /* metres from the begin of the vertex's piece */
    size_t *street_of_line;   /* by row of the street layer; SIZE_MAX: no street (unnamed) */
    vt_rtree *tree;           /* over the segments */
} vt_network;

/* Builds the network of a street layer. */
vitrine_status vt_network_build(vitrine_context *ctx, const vt_layer *lines, const vitrine_study *study,
                                vt_arena *arena, vt_network **network);
void vt_network_free(vt_network *network);

/* Metres from the begin of a block to a measure along its piece. */
double vt_network_block_offset(const vt_network *network, const vt_block *block, double measure_m);

vt_box vt_network_segment_box(const vt_network *network, size_t segment);

#endif
