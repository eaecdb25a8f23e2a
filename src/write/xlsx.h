/* xlsx.h - tables.xlsx in the making. Rows of a sheet are written from the top down: libxlsxwriter keeps only the last one. */
#ifndef VT_XLSX_H
#define VT_XLSX_H

#include <xlsxwriter.h>

#include "write/buffer.h"
#include "write/columns.h"
#include "write/tables.h"

typedef enum {
    VT_CELL_TEXT,
    VT_CELL_DATE,
    VT_CELL_INTEGER,
    VT_CELL_SHARE,
    VT_CELL_AREA,
    VT_CELL_LENGTH,
    VT_CELL_HECTARES,
    VT_CELL_DENSITY,
    VT_CELL_NUMBER,
    VT_CELL_KINDS
} vt_cell;

typedef struct {
    vt_export *e;
    vt_arena arena;
    lxw_workbook *book;
    lxw_format *title, *section, *heading, *wrapped, *link, *cell[VT_CELL_KINDS];
    lxw_worksheet *read_me, *worst, **sheets; /* worst: NULL where no rate can be shown; sheets: one a layer */
    vt_buffer clean;                          /* of the text being written */
    lxw_error error;                          /* the first that a cell met */
} vt_xlsx;

/* Text in the study's language. */
static inline const char *vt_xlsx_say(const vt_xlsx *x, const char *french, const char *english)
{
    return x->e->french ? french : english;
}

/* A sheet whose name is cut to 31 characters, and unlike the others. NULL: failed. */
lxw_worksheet *vt_xlsx_add(vt_xlsx *x, const char *name);

/* A cell of text, never a formula; nothing where it is NULL. Text over 32,767 characters is cut, and counted. */
void vt_xlsx_text(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, const char *text, lxw_format *format);
/* Nothing where it is not finite. */
void vt_xlsx_number(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, double value, lxw_format *format);

/* Characters, not bytes; 0 for NULL. */
size_t vt_xlsx_characters(const char *text);

/* How the cells of a column are shown. */
vt_cell vt_xlsx_cell_of(const vitrine_column *column);

/* Each fills its sheet; false: out of memory. */
bool vt_xlsx_fill(vt_xlsx *x, lxw_worksheet *sheet, const vitrine_layer *layer);
bool vt_xlsx_fill_worst(vt_xlsx *x);
bool vt_xlsx_fill_read_me(vt_xlsx *x);
/* There are streets with premises enough and vacant ones. */
bool vt_xlsx_has_worst(const vt_export *e);

#endif
