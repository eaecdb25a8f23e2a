/* ocs_ge.c - see ocs_ge.h. */
#include "read/ocs_ge.h"

#include <string.h>
#include <strings.h>

static bool is_one_of(const char *code, const char *const *codes, size_t n)
{
    bool is = false;
    for (size_t i = 0; code && !is && i < n; i++) {
        is = strcasecmp(code, codes[i]) == 0;
    }
    return is;
}

int vt_ocs_ge_artificial(const char *cover, const char *usage)
{
    static const char *const always[] = {"CS1.1.1.1", "CS1.1.1.2", "CS1.1.2.2"};
    static const char *const green[] = {"CS2.2.1", "CS2.2.2"};
    static const char *const urban[] = {"US2",     "US3",     "US5",   "US235", "US4.1.1", "US4.1.2", "US4.1.3",
                                        "US4.1.4", "US4.1.5", "US4.2", "US4.3", "US6.1",   "US6.2"};
    if (!cover || strncasecmp(cover, "CS", 2) != 0) {
        return -1;
    }
    if (is_one_of(cover, always, sizeof always / sizeof *always)) {
        return 1;
    }
    if (strcasecmp(cover, "CS1.1.2.1") == 0) {
        return !usage || strcasecmp(usage, "US1.3") != 0;
    }
    return is_one_of(cover, green, sizeof green / sizeof *green) && is_one_of(usage, urban, sizeof urban / sizeof *urban);
}

vitrine_status vt_ocs_ge_fill(vitrine_context *ctx, vt_arena *arena, vt_layer *cover)
{
    if (strcmp(cover->kind->name, "land_cover") != 0 || !cover->fields[vt_kind_field(cover->kind, "cover")].text) {
        return VITRINE_OK;
    }
    vt_column *column = &cover->fields[vt_kind_field(cover->kind, "artificial")];
    if (!column->text) {
        column->text = vt_arena_array(arena, cover->n, sizeof *column->text);
    }
    for (size_t i = 0; column->text && i < cover->n; i++) {
        if (!column->text[i]) {
            const int is = vt_ocs_ge_artificial(vt_layer_text(cover, "cover", i), vt_layer_text(cover, "usage", i));
            column->text[i] = is < 0 ? NULL : is ? "yes" : "no";
        }
    }
    return column->text ? VITRINE_OK : vt_no_memory(ctx);
}
