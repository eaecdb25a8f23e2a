/* options.c - one table of options for parsing, --help and --json-usage; getopt_long does the parsing. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const cli_option cli_options_table[] = {
    {'o', true, "output", "DIR", N_("folder for the results, it appears complete or not at all; of init the study to write")},
    {'s', false, "set", "KEY=VALUE", N_("set a study key, over the file; repeatable; with it STUDY.yaml may be left out")},
    {'O', false, "overwrite", NULL, N_("replace the results in an existing folder, where files that are not vitrine's stay; of init an existing study")},
    {'S', false, "strict", NULL, N_("exit with 4 when features were rejected")},
    {'l', false, "lang", "fr|en", N_("language of the outputs (default: the study's, else fr)")},
    {'T', false, "threads", "N", N_("number of threads (default: all processors); the results are the same")},
    {'t', false, "timings", NULL, N_("print the seconds of each stage")},
    {'p', false, "progress", "auto|none|json", N_("progress on stderr: a bar on a terminal (auto), an object a line (json: stage, done, total, seconds_left), or none")},
    {'j', false, "json", NULL, N_("print as JSON, with the kinds of layers and their fields")},
    {'q', true, "quiet", NULL, N_("no warnings")},
    {'v', true, "verbose", NULL, N_("say what is done")},
    {'h', true, "help", NULL, N_("this text")},
    {'V', false, "version", NULL, N_("print the version")},
    {'J', false, "json-usage", NULL, N_("print verbs and options for programs")},
    {0, false, NULL, NULL, NULL},
};

static int take(const cli_option *option, const char *value, cli_options *options)
{
    switch (option->letter) {
    case 'o': options->out = value; break;
    case 's':
        if (!strchr(value, '=') || *value == '=') {
            return cli_misuse(_("--set takes KEY=VALUE, not \"%s\""), value);
        }
        options->sets[options->n_sets++] = value;
        break;
    case 'O': options->overwrite = true; break;
    case 'S': options->strict = true; break;
    case 'l':
        if (strcmp(value, "fr") != 0 && strcmp(value, "en") != 0) {
            return cli_misuse(_("--lang takes fr or en, not \"%s\""), value);
        }
        options->lang = value;
        break;
    case 'T': {
        char *end;
        const long threads = strtol(value, &end, 10);
        if (!*value || *end || threads < 1 || threads > 64) {
            return cli_misuse(_("--threads takes a number from 1 to 64, not \"%s\""), value);
        }
        options->threads = (int)threads;
        break;
    }
    case 't': options->timings = true; break;
    case 'p':
        if (strcmp(value, "auto") != 0 && strcmp(value, "none") != 0 && strcmp(value, "json") != 0) {
            return cli_misuse(_("--progress takes auto, none or json, not \"%s\""), value);
        }
        options->progress = value;
        break;
    case 'q': options->verbosity = -1; break;
    case 'v': options->verbosity = 1; break;
    case 'j': options->json = true; break;
    }
    return -1;
}

static bool takes(const cli_verb *verb, const cli_option *option)
{
    return strchr(verb->options, option->letter) || strchr("VJ", option->letter);
}

static int no_option(const cli_verb *verb, const struct option *longs, size_t n, const char *word)
{
    const char *names[16];
    for (size_t i = 0; i < n; i++) {
        names[i] = longs[i].name;
    }
    char own[64];
    snprintf(own, sizeof own, "%.*s", (int)strcspn(word, "="), word);
    const char *near = strncmp(own, "--", 2) == 0 ? vitrine_nearest(own + 2, names, n) : NULL;
    return near ? cli_misuse(_("%s: no option \"%s\" (did you mean --%s?)"), verb->name, word, near)
                : cli_misuse(_("%s: no option \"%s\""), verb->name, word);
}

int cli_parse(int argc, char **argv, const cli_verb *verb, cli_options *options)
{
    enum { MOST = 16 };
    struct option longs[MOST + 1] = {{0}};
    char shorts[2 * MOST + 2] = ":", *end = shorts + 1; /* a colon first: say which option lacks its value */
    size_t n = 0;
    for (const cli_option *o = cli_options_table; o->name; o++) {
        if (!takes(verb, o)) {
            continue;
        }
        longs[n++] = (struct option){o->name, o->argument ? required_argument : no_argument, NULL, o->letter};
        if (o->is_short) {
            *end++ = o->letter;
            end = stpcpy(end, o->argument ? ":" : "");
        }
    }
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (c == 'h' || c == 'V' || c == 'J') {
            c == 'h' ? cli_print_help(verb) : c == 'V' ? cli_print_version() : cli_print_usage_json();
            return EXIT_DONE;
        }
        if (c == '?' || c == ':') {
            return c == ':' ? cli_misuse(_("%s needs a value"), argv[optind - 1])
                            : no_option(verb, longs, n, argv[optind - 1]);
        }
        const cli_option *o = cli_options_table;
        while (o->letter != c) {
            o++;
        }
        const int status = take(o, optarg, options);
        if (status >= 0) {
            return status;
        }
    }
    for (; optind < argc; optind++) {
        options->operands[options->n_operands++] = argv[optind];
    }
    return -1;
}

static void print_option(const cli_option *o)
{
    char left[64];
    snprintf(left, sizeof left, "%s--%s%s%s", o->is_short ? (char[]){'-', o->letter, ',', ' ', 0} : "    ", o->name,
             o->argument ? " " : "", o->argument ? o->argument : "");
    printf("  %-30s %s\n", left, _(o->help));
}

void cli_print_help(const cli_verb *verb)
{
    if (verb) {
        printf(_("Usage: vitrine %s %s\n\n%s\n\n"), verb->name, verb->operands, _(verb->detail));
        for (const cli_option *o = cli_options_table; o->name; o++) {
            if (takes(verb, o)) {
                print_option(o);
            }
        }
        printf("%s", _("\nThe keys of a study: vitrine params. Exit status: 0 done, 1 failed, 2 usage, 3 input refused,\n"
                       "4 done but with rejected features under --strict, 130 interrupted.\n"));
        return;
    }
    printf("%s", _("vitrine - vacancy of shops per street, friches, and the land of business zones\n\nUsage: vitrine VERB …\n\n"));
    for (const cli_verb *v = cli_verbs; v->name; v++) {
        printf("  %-8s %-20s %s\n", v->name, v->operands, _(v->summary));
    }
    printf("%s", _("\n  vitrine VERB --help      options of a verb\n  vitrine --version\n"
                   "  vitrine --json-usage     all of this for programs\n"));
}

void cli_print_version(void)
{
    printf("vitrine %s\n", vitrine_version());
}

static void print_field(const char *before, const char *name, const char *text)
{
    printf("%s\"%s\": ", before, name);
    text ? cli_json(stdout, text) : (void)fputs("null", stdout);
}

void cli_print_usage_json(void)
{
    printf("{\"name\": \"vitrine\"");
    print_field(", ", "version", vitrine_version());
    printf(", \"verbs\": [");
    for (const cli_verb *v = cli_verbs; v->name; v++) {
        print_field(v == cli_verbs ? "\n  {" : ",\n  {", "name", v->name);
        print_field(", ", "operands", v->operands);
        print_field(", ", "summary", v->summary);
        print_field(", ", "detail", v->detail);
        printf(", \"options\": [");
        const char *before = "";
        for (const cli_option *o = cli_options_table; o->name; o++) {
            if (takes(v, o)) {
                printf("%s\"--%s\"", before, o->name);
                before = ", ";
            }
        }
        printf("]}");
    }
    printf("\n], \"options\": [");
    for (const cli_option *o = cli_options_table; o->name; o++) {
        printf("%s\n  {\"name\": \"--%s\"", o == cli_options_table ? "" : ",", o->name);
        print_field(", ", "short", o->is_short ? (char[]){'-', o->letter, 0} : NULL);
        print_field(", ", "argument", o->argument);
        print_field(", ", "help", o->help);
        putchar('}');
    }
    printf("\n]}\n");
}
