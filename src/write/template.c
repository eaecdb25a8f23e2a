/* template.c - see template.h. */
#include "write/template.h"

#include <string.h>

static void add_slot(vt_buffer *out, const char *name, size_t n, const vt_slot *slots)
{
    while (slots->name && (strlen(slots->name) != n || strncmp(slots->name, name, n) != 0)) {
        slots++;
    }
    if (slots->name && slots->xml) {
        vt_buffer_add(out, slots->xml);
    } else {
        out->failed = true; /* a fault of the template, or a text that found no room */
    }
}

void vt_template_fill(vt_buffer *out, const char *template, bool french, const vt_slot *slots)
{
    for (const char *tag, *end; (tag = strstr(template, "{{")) && (end = strstr(tag, "}}")); template = end + 2) {
        vt_buffer_add_n(out, template, (size_t)(tag - template));
        tag += 2;
        const char *bars = strstr(tag, "||");
        if (!bars || bars > end) {
            add_slot(out, tag, (size_t)(end - tag), slots);
        } else if (french) {
            vt_buffer_add_n(out, tag, (size_t)(bars - tag));
        } else {
            vt_buffer_add_n(out, bars + 2, (size_t)(end - bars - 2));
        }
    }
    vt_buffer_add(out, template);
}
