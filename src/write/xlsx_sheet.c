/* xlsx_sheet.c - a layer as a sheet: headings that stay, filters, and cells of the column's kind. */
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "study/words.h"
#include "write/xlsx.h"

enum { MOST_ROWS = LXW_ROW_MAX - 1 /* and the heading */, MOST_ON_PAGE = 16 };

vt_cell vt_xlsx_cell_of(const vitrine_column *column)
{
    static const struct {
        const char *unit;
        vt_cell cell;
    } units[] = {{"share", VT_CELL_SHARE},     {"m2", VT_CELL_AREA},           {"m", VT_CELL_LENGTH},
                 {"ha", VT_CELL_HECTARES},     {"premises/m", VT_CELL_DENSITY}, {"premises/100m", VT_CELL_LENGTH},
                 {"years", VT_CELL_LENGTH},    {"percent", VT_CELL_INTEGER}};
    if (column->type == VITRINE_TEXT || column->type == VITRINE_BOOLEAN) {
        const size_t n = strlen(column->name), end = sizeof "_date" - 1;
        const bool named = n > end && strcmp(column->name + n - end, "_date") == 0;
        return column->type == VITRINE_TEXT && (strcmp(column->unit, "date") == 0 || named) ? VT_CELL_DATE : VT_CELL_TEXT;
    }
    if (column->type == VITRINE_INTEGER) {
        return VT_CELL_INTEGER;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(column->unit, units[i].unit) == 0) {
            return units[i].cell;
        }
    }
    return VT_CELL_NUMBER;
}

/* A whole day that Excel counts right (from March 1900 on: it takes 1900 for a leap year) as its number, else the text. */
static void put_date(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, const char *text)
{
    enum { DAY_1970 = 25569, MARCH_1900 = 61, DAY_10000 = 2958466 };
    vt_days days;
    if (text && strlen(text) == sizeof "2026-06-30" - 1 && vt_date_parse(text, "%Y-%m-%d", &days) && days.first == days.last &&
        days.first + DAY_1970 >= MARCH_1900 && days.first + DAY_1970 < DAY_10000) {
        vt_xlsx_number(x, sheet, row, column, (double)(days.first + DAY_1970), x->cell[VT_CELL_DATE]);
    } else {
        vt_xlsx_text(x, sheet, row, column, text, x->cell[VT_CELL_TEXT]);
    }
}

/* Excel keeps 15 digits: a longer number is a code, and stays whole as text. */
static void put_integer(vt_xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, int64_t value)
{
    const int64_t most = 999999999999999;
    char text[32];
    if (value == VITRINE_NULL_INTEGER) {
        return;
    }
    if (value > most || value < -most) {
        snprintf(text, sizeof text, "%lld", (long long)value);
        vt_xlsx_text(x, sheet, row, column, text, x->cell[VT_CELL_TEXT]);
    } else {
        vt_xlsx_number(x, sheet, row, column, (double)value, x->cell[VT_CELL_INTEGER]);
    }
}

/* `own`: a column of ours, whose codes have words; a kept field stays as it is. */
static void put_cell(vt_xlsx *x, lxw_worksheet *sheet, size_t to, size_t c, const vt_column *column, bool own, vt_cell cell, size_t row)
{
    if (column->type == VITRINE_REAL) {
        vt_xlsx_number(x, sheet, to, c, column->real[row], x->cell[cell]);
    } else if (column->type == VITRINE_INTEGER) {
        put_integer(x, sheet, to, c, column->integer[row]);
    } else if (column->type == VITRINE_BOOLEAN) {
        const char *word = column->integer[row] ? vt_xlsx_say(x, "oui", "yes") : vt_xlsx_say(x, "non", "no");
        vt_xlsx_text(x, sheet, to, c, column->integer[row] == VITRINE_NULL_INTEGER ? NULL : word, x->cell[cell]);
    } else if (cell == VT_CELL_DATE) {
        put_date(x, sheet, to, c, column->text[row]);
    } else {
        const char *text = column->text[row];
        vt_xlsx_text(x, sheet, to, c, own ? vt_word(column->name, text, x->e->french) : text, x->cell[cell]);
    }
}

size_t vt_xlsx_characters(const char *text)
{
    size_t n = 0;
    for (; text && *text; text++) {
        n += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return n;
}

/* In characters, for the first rows and for a heading in two or three lines. */
static double width_of(const vt_column *column, const char *heading, size_t n)
{
    enum { ROWS = 300, LEAST = 10, MOST = 48, HEADING = 18 };
    size_t width = vt_xlsx_characters(heading) / 2 + 2;
    width = width > HEADING ? HEADING : width < LEAST ? LEAST : width;
    for (size_t row = 0; column->type == VITRINE_TEXT && row < n && row < ROWS; row++) {
        const size_t cell = vt_xlsx_characters(column->text[row]) + 2;
        width = cell > width ? cell : width;
    }
    return (double)(width > MOST ? MOST : width);
}

bool vt_xlsx_fill(vt_xlsx *x, lxw_worksheet *sheet, const vitrine_layer *layer)
{
    const double heading_height = 48;
    const size_t rows = layer->n < MOST_ROWS ? layer->n : MOST_ROWS;
    const size_t columns = layer->columns.n < LXW_COL_MAX ? layer->columns.n : LXW_COL_MAX;
    const char **headings = vt_table_headings(x->e, &x->arena, layer);
    vt_cell *cells = vt_arena_array(&x->arena, columns + 1, sizeof *cells);
    if (!headings || !cells) {
        return false;
    }
    worksheet_set_row(sheet, 0, heading_height, NULL);
    for (size_t c = 0; c < columns; c++) {
        const double width = width_of(&layer->columns.at[c], headings[c], rows);
        worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, width, NULL);
        vitrine_column info;
        vitrine_layer_column_info(layer, c, &info);
        cells[c] = vt_xlsx_cell_of(&info);
        vt_xlsx_text(x, sheet, 0, c, headings[c], x->heading);
    }
    for (size_t row = 0; row < rows && !x->error; row++) {
        for (size_t c = 0; c < columns; c++) {
            put_cell(x, sheet, row + 1, c, &layer->columns.at[c], c < layer->first_kept, cells[c], row);
        }
    }
    x->e->cut_rows += layer->n - rows;
    if (columns > 0) {
        worksheet_autofilter(sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(columns - 1));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); /* A4 */
    if (columns <= MOST_ON_PAGE) {
        worksheet_fit_to_pages(sheet, 1, 0);
    }
    return true;
}
