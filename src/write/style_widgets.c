/* style_widgets.c - the attribute forms of QGIS: columns with codes show their words (ValueMap), from the table of words. */
#include <string.h>

#include "write/columns.h"
#include "write/style.h"
#include "write/words.h"

static void begin(vt_buffer *xml, const char *column)
{
    vt_buffer_add(xml, "<field configurationFlags=\"None\" name=\"");
    vt_buffer_xml(xml, column);
    vt_buffer_add(xml, "\"><editWidget type=\"ValueMap\"><config><Option type=\"Map\"><Option type=\"List\" name=\"map\">");
}

static void add(vt_buffer *xml, const char *word, const char *code)
{
    vt_buffer_add(xml, "<Option type=\"Map\"><Option type=\"QString\" name=\"");
    vt_buffer_xml(xml, word);
    vt_buffer_add(xml, "\" value=\"");
    vt_buffer_xml(xml, code);
    vt_buffer_add(xml, "\"/></Option>");
}

static void end(vt_buffer *xml)
{
    vt_buffer_add(xml, "</Option></Option></config></editWidget></field>");
}

void vt_style_widgets(vt_buffer *xml, const vitrine_layer *layer, bool french)
{
    for (size_t c = 0; c < layer->columns.n && c < layer->first_kept; c++) {
        const vt_column *column = &layer->columns.at[c];
        bool begun = false;
        for (const vt_word_row *row = vt_words; column->type == VITRINE_TEXT && row->column; row++) {
            if (strcmp(row->column, column->name) == 0) {
                if (!begun) {
                    begin(xml, column->name);
                }
                begun = true;
                add(xml, french ? row->fr : row->en, row->code);
            }
        }
        if (begun) {
            end(xml);
        }
    }
}
