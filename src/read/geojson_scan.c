/* geojson_scan.c - a scanner that follows depth and the key at hand, and understands no more; broken
 * JSON is for the real parser to refuse. */
#include "read/geojson_scan.h"

#include <string.h>

typedef struct {
    FILE *file;
    int depth;
    char key[16];    /* the key whose value comes next; "" otherwise */
    char above[16];  /* the key of the innermost object at depth 1: features, crs, … */
} scanner;

/* Reads a string after its opening quote; keeps the first bytes. */
static void read_string(FILE *file, char *text, size_t room)
{
    size_t n = 0;
    for (int c; (c = getc_unlocked(file)) != EOF && c != '"';) {
        if (c == '\\') {
            c = getc_unlocked(file);
        }
        if (n + 1 < room) {
            text[n++] = (char)c;
        }
    }
    text[n] = '\0';
}

static int skip_space(FILE *file)
{
    int c;
    do {
        c = getc_unlocked(file);
    } while (c == ' ' || c == '\n' || c == '\r' || c == '\t');
    return c;
}

static void note(vt_geojson_facts *facts, const scanner *s, const char *text)
{
    if (s->depth == 1 && strcmp(s->key, "type") == 0 && text) {
        facts->topology = strcmp(text, "Topology") == 0;
    } else if (s->depth == 1 && strcmp(s->key, "crs") == 0) {
        facts->has_crs = true;
    } else if (s->depth == 2 && strcmp(s->above, "crs") == 0 && strcmp(s->key, "type") == 0 && text) {
        facts->links_crs = strcmp(text, "link") == 0;
    } else if (s->depth == 3 && strcmp(s->above, "features") == 0 && strcmp(s->key, "id") == 0) {
        facts->text_ids += text != NULL;
        facts->number_ids += text == NULL;
    }
}

vt_geojson_facts vt_geojson_scan(FILE *file)
{
    vt_geojson_facts facts = {0};
    scanner s = {.file = file};
    for (int c; (c = getc_unlocked(file)) != EOF;) {
        if (c == '"') {
            char text[16];
            read_string(file, text, sizeof text);
            const int next = skip_space(file);
            if (next == ':') {
                memcpy(s.key, text, sizeof s.key);
                if (s.depth == 1) {
                    memcpy(s.above, text, sizeof s.above);
                }
                continue;
            }
            note(&facts, &s, text);
            ungetc(next, file);
            s.key[0] = '\0';
        } else if (c == '{' || c == '[') {
            if (c == '{') {
                note(&facts, &s, NULL);
                facts.features += s.depth == 2 && strcmp(s.above, "features") == 0;
            }
            s.key[0] = '\0';
            s.depth++;
        } else if (c == '}' || c == ']') {
            s.depth--;
        } else if ((c >= '0' && c <= '9') || c == '-') {
            if (s.key[0]) {
                note(&facts, &s, NULL);
                s.key[0] = '\0';
            }
        }
    }
    return facts;
}
