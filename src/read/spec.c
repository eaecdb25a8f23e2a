/* spec.c - see spec.h. */
#include "read/spec.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "embedded.h"

bool vitrine_preset_info(size_t i, const char **name, const char **yaml)
{
    for (const vt_embedded *file = vt_embedded_files; file->name; file++) {
        if (strncmp(file->name, "presets/", 8) == 0 && strstr(file->name, ".yaml") && i-- == 0) {
            static _Thread_local char stem[64]; /* valid until the thread's next call */
            snprintf(stem, sizeof stem, "%.*s", (int)(strlen(file->name) - 13), file->name + 8);
            *name = stem;
            *yaml = file->text;
            return true;
        }
    }
    return false;
}

static vitrine_status load_preset(vitrine_context *ctx, vt_arena *arena, vt_spec *spec, const char *wanted)
{
    enum { MOST = 64 };
    const char *name, *yaml, *names[MOST];
    char list[1024] = "";
    size_t n = 0;
    for (; n < MOST && vitrine_preset_info(n, &name, &yaml); n++) {
        if (strcmp(name, wanted) == 0) {
            vitrine_status status = vitrine_study_new(ctx, &spec->preset);
            return status ? status : vt_study_parse_preset(ctx, spec->preset, yaml, name);
        }
        names[n] = vt_arena_text(arena, name);
        if (!names[n]) {
            return vt_no_memory(ctx);
        }
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", n ? ", " : "", name);
    }
    const char *near = vt_text_nearest(wanted, names, n);
    return near ? vt_fail(ctx, VITRINE_E_INPUT, _("%s: no preset \"%s\"; did you mean %s?"),
                          vt_spec_where(spec, arena, "preset"), wanted, near)
                : vt_fail(ctx, VITRINE_E_INPUT, _("%s: no preset \"%s\"; there are %s"),
                          vt_spec_where(spec, arena, "preset"), wanted, list);
}

vitrine_status vt_spec_open(vitrine_context *ctx, vt_arena *arena, const vitrine_study *study,
                            const vt_kind *kind, const char *name, vt_spec *spec)
{
    *spec = (vt_spec){.study = study, .kind = kind, .name = name};
    spec->key = vt_arena_printf(arena, "layers.%s", name);
    if (!spec->key) {
        return vt_no_memory(ctx);
    }
    const char *preset = vt_spec_text(spec, "preset");
    vitrine_status status = preset ? load_preset(ctx, arena, spec, preset) : VITRINE_OK;
    if (!status && preset && !vt_study_has(spec->preset, kind->name)) {
        status = vt_fail(ctx, VITRINE_E_INPUT, _("%s: the preset \"%s\" says nothing of %s"),
                         vt_spec_where(spec, arena, "preset"), preset, kind->name);
    }
    return status;
}

void vt_spec_close(vt_spec *spec)
{
    vitrine_study_free(spec->preset);
    spec->preset = NULL;
}

const vt_entry *vt_spec_entry(const vt_spec *spec, const char *key)
{
    char full[256];
    snprintf(full, sizeof full, "%s.%s", spec->key, key);
    const vt_entry *entry = vt_study_entry(spec->study, full);
    if (!entry && spec->preset) {
        snprintf(full, sizeof full, "%s.%s", spec->kind->name, key);
        entry = vt_study_entry(spec->preset, full);
    }
    return entry;
}

bool vt_spec_of_preset(const vt_spec *spec, const vt_entry *entry)
{
    const vitrine_study *p = spec->preset;
    return p && p->entries.n && entry >= p->entries.at && entry < p->entries.at + p->entries.n;
}

const char *vt_spec_text(const vt_spec *spec, const char *key)
{
    const vt_entry *entry = vt_spec_entry(spec, key);
    return entry && entry->n ? entry->values[0] : NULL;
}

const char *vt_spec_where(const vt_spec *spec, vt_arena *arena, const char *key)
{
    const vt_entry *entry = vt_spec_entry(spec, key);
    const char *where = entry ? vt_arena_printf(arena, "%s: %s.%s", entry->origin, spec->key, key)
                              : vt_arena_printf(arena, "%s.%s", spec->key, key);
    return where ? where : spec->key;
}
