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
