/* template.h - XML from a template: {{name}} becomes the slot of that name, {{texte||text}} the French or the English text.
 * The project and its print layouts are made so; styles have a richer language of their own (style.h). */
#ifndef VT_TEMPLATE_H
#define VT_TEMPLATE_H

#include "write/buffer.h"

typedef struct {
    const char *name, *xml; /* put in as it is */
} vt_slot;

/* `slots` end with a NULL name. A tag that is no slot, or one without a value, fails the buffer. */
void vt_template_fill(vt_buffer *out, const char *template, bool french, const vt_slot *slots);

#endif
