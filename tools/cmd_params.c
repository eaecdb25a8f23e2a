/* cmd_params.c - vitrine params, vitrine presets: what a study may say. */
#include <string.h>

#include "cli.h"

static void print_roff(const vitrine_param *p)
{
    printf(".TP\n.B %s\n%s", p->key, p->help);
    printf(" (%s%s%s%s%s", p->type, *p->unit ? ", " : "", p->unit, *p->range ? ", " : "", p->range);
    printf("%s%s)%s\n", *p->fallback ? "; default " : "", p->fallback, p->used ? "" : " [no analysis of this version reads it]");
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
        if (strncmp(param.key, wanted, strlen(wanted)) == 0) {
            (options->roff ? print_roff : print_param)(&param);
            shown++;
        }
    }
    if (shown && !options->roff && strncmp(wanted, "land.rules", strlen("land.rules")) == 0) {
        print_rules();
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
