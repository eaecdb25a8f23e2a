/* forms.c - see forms.h. */
#include "write/forms.h"

#include <string.h>

#include "study/words.h"
#include "write/columns.h"

void vt_forms_open_map(vt_buffer *xml, const char *column)
{
    vt_buffer_add(xml, "<field name=\"");
    vt_buffer_xml(xml, column);
    vt_buffer_add(xml, "\"><editWidget type=\"ValueMap\"><config><Option type=\"Map\"><Option name=\"map\" type=\"List\">");
}

void vt_forms_item(vt_buffer *xml, const char *label, const char *value)
{
    vt_buffer_add(xml, "<Option type=\"Map\"><Option name=\"");
    vt_buffer_xml(xml, label);
    vt_buffer_add(xml, "\" type=\"QString\" value=\"");
    vt_buffer_xml(xml, value);
    vt_buffer_add(xml, "\"/></Option>");
}

void vt_forms_close_map(vt_buffer *xml)
{
    vt_buffer_add(xml, "</Option></Option></config></editWidget></field>");
}

static bool has_word(const char *column, const char *code)
{
    for (const vt_word_row *word = vt_words; word->column; word++) {
        if (strcmp(word->column, column) == 0 && (!code || strcmp(word->code, code) == 0)) {
            return true;
        }
    }
    return false;
}

/* Every value has a word: a column of the same name may hold what others wrote, as the status of a friche. */
static bool has_words(const vitrine_layer *layer, size_t column)
{
    const char *name = layer->columns.at[column].name, *known = NULL;
    bool all = has_word(name, NULL);
    for (size_t row = 0; all && row < layer->n; row++) {
        const char *code = vitrine_layer_get_text(layer, row, column);
        if (code && code != known) {
            all = has_word(name, code);
            known = code;
        }
    }
    return all;
}

void vt_forms_field(vt_buffer *xml, const vitrine_layer *layer, size_t column, bool french)
{
    vitrine_column info;
    if (column >= layer->first_kept || !vitrine_layer_column_info(layer, column, &info)) {
        return;
    }
    if (info.type == VITRINE_TEXT && has_words(layer, column)) {
        vt_forms_open_map(xml, info.name);
        for (const vt_word_row *word = vt_words; word->column; word++) {
            if (strcmp(word->column, info.name) == 0) {
                vt_forms_item(xml, french ? word->fr : word->en, word->code);
            }
        }
        vt_forms_close_map(xml);
    } else if (info.type == VITRINE_REAL && strcmp(info.unit, "share") == 0) {
        vt_buffer_printf(xml, "<field name=\"%s\"><editWidget type=\"Range\"><config><Option type=\"Map\"><Option name=\"AllowNull\" type=\"bool\" value=\"true\"/>"
                              "<Option name=\"Min\" type=\"double\" value=\"-1000000\"/><Option name=\"Max\" type=\"double\" value=\"1000000\"/>"
                              "<Option name=\"Precision\" type=\"int\" value=\"3\"/><Option name=\"Step\" type=\"double\" value=\"0.01\"/>"
                              "<Option name=\"Style\" type=\"QString\" value=\"SpinBox\"/></Option></config></editWidget></field>",
                         info.name);
    }
}

const char *vt_forms_row(const vitrine_layer *layer)
{
    static const struct {
        const char *layer, *row;
    } rows[] = {
        {"total_vacancy", "\"name\""},
        {"street_mix", "concat(represent_value(\"unit\"), ' ', \"unit_id\", ' – ', \"family\")"},
        {"frontage_rule_vacancy", "concat(\"rule\", ' – ', coalesce(\"street_name\", \"street_id\"))"},
        {"friche_criteria", "concat(represent_value(\"criterion\"), ' : ', \"value\", ' ', \"unit\")"},
        {"friche_measures", "concat(\"measure\", ' : ', \"value\", ' ', \"unit\")"},
        {"friche_stock", "concat(represent_value(\"scope\"), ' ', \"scope_id\", ' – ', \"status\")"},
        {"land_evidence", "concat(represent_value(\"source\"), ' ', \"source_id\", ' : ', represent_value(\"state\"))"},
        {"land_balance", "concat(represent_value(\"scope\"), ' ', \"scope_id\", ' – ', represent_value(\"bucket\"))"},
        {"land_target", "concat(\"programme\", ' – ', \"scope\", ' – ', \"from_year\", '-', \"to_year\")"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].layer, layer->name) == 0) {
            return rows[i].row;
        }
    }
    return NULL;
}
