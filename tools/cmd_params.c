/* cmd_params.c - vitrine params, vitrine presets: what a study may say. */
#include <string.h>

#include "cli.h"

static void print_field(const char *before, const char *name, const char *text)
{
    printf("%s\"%s\": ", before, name);
    cli_json(stdout, text);
}

static void print_json(const vitrine_param *p, bool first)
{
    print_field(first ? "\n  {" : ",\n  {", "key", p->key);
    print_field(", ", "type", p->type);
    print_field(", ", "unit", p->unit);
    print_field(", ", "range", p->range);
    print_field(", ", "default", p->fallback);
    print_field(", ", "help", p->help);
    printf(", \"used\": %s}", p->used ? "true" : "false");
}

/* What may stand for the `*` of layers.*. */
static void print_kinds(void)
{
    const char *name, *is, *field;
    bool many;
    for (size_t i = 0; vitrine_layer_kind_info(i, &name, &is, &many); i++) {
        print_field(i ? ",\n  {" : "\n  {", "name", name);
        print_field(", ", "is", is);
        printf(", \"many\": %s, \"fields\": [", many ? "true" : "false");
        for (size_t k = 0; (field = vitrine_layer_field_info(i, k)) != NULL; k++) {
            printf("%s", k ? ", " : "");
            cli_json(stdout, field);
        }
        printf("]}");
    }
}

static void print_param(const vitrine_param *p)
{
    printf("%s\n    %s\n    %s", p->key, p->help, p->type);
    if (*p->unit) {
        printf(", %s", p->unit);
    }
    if (*p->range) {
        printf(", %s", p->range);
    }
    if (*p->fallback) {
        printf(_("; default %s"), p->fallback);
    }
    printf("%s\n", p->used ? "" : _("; no analysis of this version reads it"));
}

/* The fields of the kind of layer that a key below `layers` names. */
static void print_fields(const char *key)
{
    const char *name, *is, *field, *kind = key + strlen("layers.");
    bool many;
    for (size_t i = 0; strncmp(key, "layers.", strlen("layers.")) == 0 && vitrine_layer_kind_info(i, &name, &is, &many); i++) {
        if (strlen(name) != strcspn(kind, ".") || strncmp(kind, name, strlen(name)) != 0) {
            continue;
        }
        printf("\nlayers.%s%s\n    %s\n    fields:", name, many ? ".NAME" : "", is);
        for (size_t k = 0; (field = vitrine_layer_field_info(i, k)) != NULL; k++) {
            printf("%s %s", k ? "," : "", field);
        }
        printf("\n");
    }
}

/* The table that stands behind a study's own rules. */
static void print_rules(void)
{
    const char *yaml;
    printf("\n%s\nland:\n  rules:\n", _("# The default table; a study's own rules go before it, and the first that fits decides."));
    for (size_t i = 0; vitrine_land_rule_info(i, &yaml); i++) {
        printf("    - %s\n", yaml);
    }
}

int cmd_params(const cli_options *options)
{
    const char *wanted = options->n_operands ? options->operands[0] : "";
    vitrine_param param;
    size_t shown = 0;
    for (size_t i = 0; vitrine_param_info(i, &param); i++) {
        if (vitrine_param_is_below(i, wanted)) {
            if (options->json) {
                printf("%s", shown ? "" : "{\"params\": [");
                print_json(&param, !shown);
            } else {
                print_param(&param);
            }
            shown++;
        }
    }
    if (shown && options->json) {
        printf("\n], \"kinds\": [");
        print_kinds();
        printf("\n]}\n");
    } else if (shown && strncmp(wanted, "land.rules", strlen("land.rules")) == 0) {
        print_rules();
    } else if (shown) {
        print_fields(wanted);
    }
    return shown ? EXIT_DONE : cli_misuse(_("no study key begins with \"%s\""), wanted);
}

int cmd_presets(const cli_options *options)
{
    const char *name, *yaml;
    for (size_t i = 0; vitrine_preset_info(i, &name, &yaml); i++) {
        if (!options->n_operands) {
            /* its first comment line says what it is */
            printf("%-23s %.*s\n", name, (int)strcspn(yaml + 2, "\n"), yaml + 2);
            if (strstr(yaml, "\nunverified: true\n")) {
                printf("%-23s %s\n", "", _("unverified: no real data was at hand"));
            }
        } else if (strcmp(name, options->operands[0]) == 0) {
            fputs(yaml, stdout);
            return EXIT_DONE;
        }
    }
    return options->n_operands ? cli_misuse(_("no preset \"%s\""), options->operands[0]) : EXIT_DONE;
}
