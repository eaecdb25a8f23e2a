/* main.c - the command: finds the verb, sets up language, log, progress and Ctrl-C, runs it. */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

const cli_verb cli_verbs[] = {
    {"run", "STUDY.yaml -o DIR", N_("every analysis that the study declares"),
     N_("Reads the layers of the study, computes, and writes DIR: report.html, vitrine.gpkg, a GeoJSON a layer, run.json, and rasters as GeoTIFF; export.formats chooses, and adds tables.xlsx and CSV."),
     "osOStlThpqv", cmd_run},
    {"vacancy", "STUDY.yaml -o DIR", N_("only the vacancy of shops, per street, block and centre"),
     N_("As run, but only the vacancy analysis."), "osOStlThpqv", cmd_vacancy},
    {"heatmap", "STUDY.yaml -o DIR", N_("only the heat map of the vacancy rate"),
     N_("As run, but only the heat map: vacancy_heatmap.tif (local rate, p), two densities, contours and bands. Run makes it "
        "too when the study has a section heatmap."), "osOStlThpqv", cmd_heatmap},
    {"friche", "STUDY.yaml -o DIR", N_("only the reconversion potential of friches"),
     N_("As run, but only the friches: measured on the layers of the study, scored for each use by a scheme (friche.scheme), with "
        "the reason of each point and the interval of each rank. Run does it too when the study has a section friche."), "osOStlThpqv", cmd_friche},
    {"land", "STUDY.yaml -o DIR", N_("only the land of business zones"),
     N_("As run, but only the ground of business zones: land units and their legal vacancy, a partition in which every square metre "
        "stands once, its balance by bucket, room for denser building, and targets. Run does it too when the study has a section land."), "osOStlThpqv", cmd_land},
    {"check", "STUDY.yaml", N_("read and judge the inputs, compute nothing"),
     N_("Reads every layer of the study and prints what became of its features: read = used + filtered + rejected."),
     "sStlThpqv", cmd_check},
    {"init", "FILE… [-o STUDY.yaml]", N_("look at files, recognise presets, write a commented study"),
     N_("Looks at the layers and fields of the files, takes the preset that fits each, and writes a study: what is recognised stands ready with the "
        "reason, the rest is in comments, to be filled in. Without -o it goes to stdout."), "oOlhpqv", cmd_init},
    {"params", "[KEY]", N_("every study key: type, unit, range, default, one line"),
     N_("Prints the keys of the study file; with KEY those that begin with it."), "jh", cmd_params},
    {"presets", "[NAME]", N_("the field mappings that ship with the tool"),
     N_("Lists the presets; with NAME prints the preset, to be copied into a study."), "h", cmd_presets},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

static void log_to_stderr(void *user, vitrine_log_level level, const char *text)
{
    const cli_options *options = user;
    if (level == VITRINE_LOG_WARNING ? options->verbosity >= 0
        : level == VITRINE_LOG_TIMING ? options->timings
                                      : options->verbosity > 0) {
        cli_message(level == VITRINE_LOG_WARNING ? _("vitrine: warning: %s\n") : "%s\n", text);
    }
}

static bool show_progress(void *user, const char *stage, double done)
{
    (void)user;
    cli_progress_show(stage, done);
    return !interrupted;
}

/* Where the translations are: beside a command in its build folder, else where it was installed. */
static void choose_language(void)
{
    setlocale(LC_MESSAGES, "");
    setlocale(LC_CTYPE, "");
    char folder[4096];
    const ssize_t n = readlink("/proc/self/exe", folder, sizeof folder - 8);
    if (n > 0) {
        folder[n] = '\0';
        char *slash = strrchr(folder, '/');
        strcpy(slash, "/po");
        if (access(folder, R_OK) == 0) {
            bindtextdomain("vitrine", folder);
            bind_textdomain_codeset("vitrine", "UTF-8");
            return;
        }
    }
    bindtextdomain("vitrine", VITRINE_LOCALEDIR);
    bind_textdomain_codeset("vitrine", "UTF-8");
}

/* Nothing from the environment may make GDAL, PROJ or SpatiaLite reach out or write. */
static void close_doors(void)
{
    unsetenv("SPATIALITE_SECURITY");
    setenv("PROJ_NETWORK", "OFF", 1);
    setenv("GDAL_PAM_ENABLED", "NO", 1);
    setenv("GDAL_DRIVER_PATH", "disable", 1);
    setenv("GDAL_HTTP_MAX_RETRY", "0", 1);
}

int cli_fail(const cli_options *options, vitrine_status status)
{
    cli_progress_erase();
    fprintf(stderr, _("vitrine: %s\n"), vitrine_message(options->ctx));
    return status == VITRINE_E_USAGE       ? EXIT_USAGE
           : status == VITRINE_E_INPUT     ? EXIT_REFUSED
           : status == VITRINE_E_CANCELLED ? EXIT_INTERRUPTED
                                           : EXIT_FAILED;
}

int cli_misuse(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("vitrine: ", stderr);
    vfprintf(stderr, format, args);
    fputs(_("; see vitrine --help\n"), stderr);
    va_end(args);
    return EXIT_USAGE;
}

vitrine_status cli_load_study(const cli_options *options, vitrine_study **study)
{
    vitrine_status status = options->study ? vitrine_study_load(options->ctx, options->study, study)
                                           : vitrine_study_new(options->ctx, study);
    for (size_t i = 0; !status && i < options->n_sets; i++) {
        const char *equals = strchr(options->sets[i], '=');
        char key[256];
        snprintf(key, sizeof key, "%.*s", (int)(equals - options->sets[i]), options->sets[i]);
        status = vitrine_study_set(options->ctx, *study, key, equals + 1);
    }
    if (!status && options->lang) {
        status = vitrine_study_set(options->ctx, *study, "lang", options->lang);
    }
    return status;
}

static int run_verb(const cli_verb *verb, int argc, char **argv)
{
    cli_options options = {.progress = "auto"};
    options.sets = calloc((size_t)argc + 1, sizeof *options.sets);
    options.operands = calloc((size_t)argc + 1, sizeof *options.operands);
    options.ctx = vitrine_context_new();
    int exit_status = EXIT_FAILED;
    if (options.sets && options.operands && options.ctx) {
        vitrine_set_log(options.ctx, log_to_stderr, &options);
        vitrine_set_progress(options.ctx, show_progress, &options);
        exit_status = cli_parse(argc, argv, verb, &options);
        vitrine_set_threads(options.ctx, options.threads);
        if (exit_status < 0) {
            cli_progress_begin(&options);
            exit_status = verb->run(&options);
        }
    }
    vitrine_context_free(options.ctx);
    free(options.sets);
    free(options.operands);
    return exit_status;
}

static int no_verb(const char *word)
{
    enum { MOST = 16 };
    const char *names[MOST];
    size_t n = 0;
    while (n < MOST && cli_verbs[n].name) {
        names[n] = cli_verbs[n].name;
        n++;
    }
    const char *near = vitrine_nearest(word, names, n);
    return near                                   ? cli_misuse(_("no verb \"%s\" (did you mean %s?)"), word, near)
           : strstr(word, ".yaml") || strstr(word, ".yml") ? cli_misuse(_("\"%s\" is no verb; for a study: vitrine run %s -o DIR"), word, word)
                                                  : cli_misuse(_("no verb \"%s\""), word);
}

int main(int argc, char **argv)
{
    choose_language();
    close_doors();
    signal(SIGINT, interrupt);
    signal(SIGTERM, interrupt);
    signal(SIGPIPE, SIG_IGN);
    int status = EXIT_USAGE;
    const char *first = argc > 1 ? argv[1] : "";
    const cli_verb *verb = cli_verbs;
    while (verb->name && strcmp(verb->name, first) != 0) {
        verb++;
    }
    if (verb->name) {
        status = run_verb(verb, argc - 1, argv + 1);
    } else if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 || strcmp(first, "help") == 0) {
        cli_print_help(NULL);
        status = EXIT_DONE;
    } else if (strcmp(first, "--version") == 0) {
        cli_print_version();
        status = EXIT_DONE;
    } else if (strcmp(first, "--json-usage") == 0) {
        cli_print_usage_json();
        status = EXIT_DONE;
    } else {
        status = *first ? no_verb(first) : cli_misuse(_("say what to do: run, vacancy, check…"));
    }
    if (fflush(stdout) != 0 && status == EXIT_DONE) {
        fprintf(stderr, "vitrine: stdout: %s\n", strerror(errno));
        status = EXIT_FAILED;
    }
    return status;
}
