/* table.c - aligned columns for people. */
#include <string.h>

#include "cli.h"

void cli_cell(FILE *to, const char *text, int width, bool right)
{
    int n = 0;
    const char *end = text;
    for (; *end; end++) { /* characters, not bytes; too many are cut */
        n += ((unsigned char)*end & 0xC0) != 0x80;
        if (n > width) {
            n = width;
            break;
        }
    }
    fprintf(to, "%*s%.*s%*s", right ? width - n : 0, "", (int)(end - text), text, right ? 0 : width - n, "");
}

void cli_json(FILE *to, const char *text)
{
    putc('"', to);
    for (; *text; text++) {
        if ((unsigned char)*text < ' ') {
            fprintf(to, "\\u%04x", (unsigned)*text);
        } else {
            fprintf(to, "%s%c", *text == '"' || *text == '\\' ? "\\" : "", *text);
        }
    }
    putc('"', to);
}

const char *cli_written(char room[32], const char *format, double number, bool french)
{
    snprintf(room, 32, format, number);
    char *point = strpbrk(room, ".,");
    if (point) {
        *point = french ? ',' : '.';
    }
    return room;
}

double cli_value(const vitrine_layer *layer, size_t row, const char *column)
{
    return vitrine_layer_get_real(layer, row, vitrine_layer_column(layer, column));
}

const char *cli_text(const vitrine_layer *layer, size_t row, const char *column)
{
    const char *text = vitrine_layer_get_text(layer, row, vitrine_layer_column(layer, column));
    return text ? text : "–";
}
