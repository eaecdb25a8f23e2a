/* legend.c - see legend.h. The text is cut up where it stands. */
#include "write/legend.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "write/style.h"

static const char *const comparisons[VT_COMPARISONS] = {"=", "<", ">=", ">", "in", "null"};

/* The words of a symbol. `below` is the rule's. */
typedef enum { TEXT, NUMBER, DASHES } word_type;
static const struct {
    const char *name;
    word_type type;
    size_t at;
} words[] = {
    {"mark", TEXT, offsetof(vt_legend_part, mark)},     /* a shape, as QGIS calls it, of this size */
    {"size", NUMBER, offsetof(vt_legend_part, size)},
    {"fill", TEXT, offsetof(vt_legend_part, fill)},
    {"hatch", TEXT, offsetof(vt_legend_part, hatch)},   /* colour of hatching, over the fill */
    {"stroke", TEXT, offsetof(vt_legend_part, stroke)}, /* a line, or the outline of a mark or an area */
    {"width", NUMBER, offsetof(vt_legend_part, width)}, /* of the stroke */
    {"dash", DASHES, offsetof(vt_legend_part, dashes)}, /* drawn, left out…, in mm */
    {"casing", TEXT, offsetof(vt_legend_part, casing)}, /* colour of a wider stroke below */
    {"outside", NUMBER, offsetof(vt_legend_part, outside)}, /* 1: the stroke lies outside the area, where the format can */
    {"opacity", NUMBER, offsetof(vt_legend_part, opacity)},
    {"pass", NUMBER, offsetof(vt_legend_part, pass)},   /* higher ones are drawn over lower ones */
    {"text", TEXT, offsetof(vt_legend_part, text)},     /* a column to be written */
};

/* The next piece of *at before `mark`, without blanks round it; NULL when there is none. */
static char *cut(char **at, const char *mark)
{
    char *piece = *at;
    if (!piece) {
        return NULL;
    }
    char *end = strstr(piece, mark);
    *at = end ? end + strlen(mark) : NULL;
    end = end ? end : piece + strlen(piece);
    while (*piece == ' ' && piece < end) {
        piece++;
    }
    while (end > piece && end[-1] == ' ') {
        end--;
    }
    *end = '\0';
    return piece;
}

/* The next word, or the text between quotes, where two stand for one; NULL at the end. */
static char *next_word(char **at, bool *quoted)
{
    char *from = *at + strspn(*at, " "), *to = from;
    *quoted = *from == '\'';
    if (!*from) {
        return NULL;
    }
    if (!*quoted) {
        char *end = from + strcspn(from, " ");
        *at = *end ? end + 1 : end;
        *end = '\0';
        return from;
    }
    const char *read = from + 1;
    while (*read && !(read[0] == '\'' && read[1] != '\'')) {
        read += *read == '\'';
        *to++ = *read++;
    }
    *at = (char *)(*read ? read + 1 : read);
    *to = '\0';
    return from;
}

/* One term; false: not one that we know. `word`: its first. */
static bool read_term(vt_legend_term *term, char *word, char **rest)
{
    bool quoted = false;
    if (strcmp(word, "not") == 0) {
        term->negated = true;
        word = next_word(rest, &quoted);
    }
    term->column = word;
    const char *comparison = word ? next_word(rest, &quoted) : NULL;
    term->comparison = 0;
    while (comparison && term->comparison < VT_COMPARISONS && strcmp(comparisons[term->comparison], comparison) != 0) {
        term->comparison++;
    }
    if (!comparison || term->comparison == VT_COMPARISONS) {
        return false;
    }
    bool more = term->comparison != VT_IS_NULL;
    while (more && term->n < VT_MOST_VALUES && (word = next_word(rest, &quoted))) {
        term->quoted = quoted;
        term->values[term->n++] = word;
        more = term->comparison == VT_IS_IN && *(*rest + strspn(*rest, " ")) == '\'';
    }
    return !more || term->n > 0;
}

static bool read_condition(vt_legend_rule *rule, char *text)
{
    bool quoted = false;
    for (char *word; (word = next_word(&text, &quoted));) {
        if (rule->n_terms && (strcmp(word, "and") != 0 || !(word = next_word(&text, &quoted)))) {
            return false;
        }
        if (rule->n_terms == VT_MOST_TERMS || !read_term(&rule->terms[rule->n_terms++], word, &text)) {
            return false;
        }
    }
    return true;
}

static bool read_word(vt_legend_rule *rule, vt_legend_part *part, char *word)
{
    char *value = word;
    const char *name = cut(&value, "=");
    size_t i = 0;
    if (!value) {
        return false;
    }
    if (strcmp(name, "below") == 0) {
        return vt_number_parse(value, &rule->below);
    }
    while (i < sizeof words / sizeof *words && strcmp(words[i].name, name) != 0) {
        i++;
    }
    if (i == sizeof words / sizeof *words) {
        return false;
    }
    void *place = (char *)part + words[i].at;
    if (words[i].type == NUMBER) {
        return vt_number_parse(value, place);
    }
    if (words[i].type == DASHES) {
        bool known = true;
        size_t n = 0;
        for (const char *dash; known && (dash = cut(&value, ","));) {
            known = n < VT_MOST_DASHES && vt_number_parse(dash, (double *)place + n++);
        }
        return known;
    }
    *(const char **)place = value;
    return true;
}

static bool read_symbol(vt_legend_rule *rule, char *text)
{
    bool known = true, quoted = false;
    for (char *piece; known && (piece = cut(&text, " + "));) {
        known = rule->n_parts < VT_MOST_PARTS;
        vt_legend_part *part = known ? &rule->parts[rule->n_parts++] : NULL;
        if (part) {
            *part = (vt_legend_part){.opacity = 1};
        }
        for (char *word; known && (word = next_word(&piece, &quoted));) {
            known = read_word(rule, part, word);
        }
    }
    return known;
}

static bool read_line(vt_legend *legend, char *line)
{
    vt_legend_rule rule = {.key = cut(&line, "|")}; /* which ends there: the line begins with it */
    char *condition = cut(&line, "|"), *symbol = cut(&line, "|");
    const char *label = cut(&line, "\n");
    rule.label = label ? label : "";
    if (!condition || !symbol || !read_condition(&rule, condition) || !read_symbol(&rule, symbol)) {
        return false;
    }
    return vt_array_push(&legend->rules, rule);
}

vitrine_status vt_legend_read(vt_export *e, const vitrine_layer *layer, vt_legend *legend)
{
    *legend = (vt_legend){0};
    const vitrine_status status = vt_style_fill_rules(e, layer, &legend->text);
    char *rest = legend->text;
    for (char *line; !status && (line = cut(&rest, "\n"));) {
        if (*line && *line != '#' && !read_line(legend, line)) {
            const vitrine_status failed = vt_fail(e->ctx, VITRINE_E_FAILED, _("styles/%s.rules: the rule %s cannot be read"), layer->name, line);
            vt_legend_free(legend);
            return failed;
        }
    }
    return status;
}

void vt_legend_free(vt_legend *legend)
{
    vt_array_free(&legend->rules);
    free(legend->text);
    *legend = (vt_legend){0};
}
