/* tables.c - see tables.h. */
#include "write/tables.h"

#include <string.h>

const char **vt_table_headings(const vt_export *e, vt_arena *arena, const vitrine_layer *layer)
{
    const size_t n = layer->columns.n;
    const char **headings = vt_arena_array(arena, n + 1, sizeof *headings);
    for (size_t c = 0; headings && c < n; c++) {
        vitrine_column info;
        vitrine_layer_column_info(layer, c, &info);
        headings[c] = e->french ? info.label_fr : info.label_en;
        bool taken = false;
        for (size_t other = 0; other < c; other++) {
            taken = taken || strcmp(headings[other], headings[c]) == 0;
        }
        if (taken) {
            headings[c] = vt_arena_printf(arena, "%s (%s)", headings[c], info.name);
        }
        headings = headings[c] ? headings : NULL;
    }
    return headings;
}

bool vt_table_is_formula(const char *text)
{
    return *text && strchr("=+-@\t\r\n", *text);
}
