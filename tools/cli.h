/* cli.h - what the verbs of the command share. */
#ifndef CLI_H
#define CLI_H

#include <libintl.h>
#include <stdio.h>
#include <vitrine/vitrine.h>

#define _(text) dgettext("vitrine", text)
#define N_(text) text

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_REFUSED = 3, EXIT_REJECTS = 4, EXIT_INTERRUPTED = 130 };

typedef struct {
    vitrine_context *ctx;
    const char *study, *out, *lang, *progress;
    const char **sets; /* KEY=VALUE, in order */
    size_t n_sets;
    const char **operands; /* words that are no options */
    size_t n_operands;
    int verbosity; /* −1 quiet, 0, 1 */
    bool overwrite, strict, timings, json;
    int threads;
} cli_options;

typedef struct {
    const char *name, *operands, *summary, *detail;
    const char *options; /* letters of cli_option rows that it takes */
    int (*run)(const cli_options *options);
} cli_verb;

typedef struct {
    char letter; /* key in cli_verb.options, and the short form where `is_short` */
    bool is_short;
    const char *name, *argument, *help;
} cli_option;

extern const cli_verb cli_verbs[];     /* ends with a NULL name */
extern const cli_option cli_options_table[]; /* ends with a NULL name */

/* options.c. `verb` NULL: none was given. Each returns an exit status, −1 to go on. */
int cli_parse(int argc, char **argv, const cli_verb *verb, cli_options *options);
void cli_print_help(const cli_verb *verb);
void cli_print_version(void);
void cli_print_usage_json(void);

/* Prints the context's message as a one-line error; the exit status for it. */
int cli_fail(const cli_options *options, vitrine_status status);
/* A usage error, with a hint at --help. */
int cli_misuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Loads the study file, if any, and applies --set and --lang. */
vitrine_status cli_load_study(const cli_options *options, vitrine_study **study);

/* progress.c: the stages of the run, before they come; how far one is (as vitrine_progress_fn has it); the bar goes. */
void cli_progress_begin(const cli_options *options);
void cli_progress_expect(const char *stage);
void cli_progress_show(const char *stage, double done);
void cli_progress_erase(void);
/* Text for stderr while the run goes on: above the bar. */
void cli_message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* table.c: prints text in columns; width counts characters. */
void cli_cell(FILE *to, const char *text, int width, bool right);

/* Prints text as a JSON string. */
void cli_json(FILE *to, const char *text);

/* A number as the language writes it. */
const char *cli_written(char room[32], const char *format, double number, bool french);
/* A cell by the name of its column; NULL is NaN, or a dash. */
double cli_value(const vitrine_layer *layer, size_t row, const char *column);
const char *cli_text(const vitrine_layer *layer, size_t row, const char *column);

/* summary.c, summary_land.c: a result in short, on stdout, of long lists the first. false: out of memory. */
enum { CLI_SHOWN = 10 };
bool cli_print_vacancy(const vitrine_result *result, bool french);
void cli_print_heatmap(const vitrine_result *result, bool french);
void cli_print_friche(const vitrine_result *result, bool french);
void cli_print_land(const vitrine_result *result, bool french);

int cmd_run(const cli_options *options);
int cmd_vacancy(const cli_options *options);
int cmd_heatmap(const cli_options *options);
int cmd_friche(const cli_options *options);
int cmd_land(const cli_options *options);
int cmd_check(const cli_options *options);
int cmd_init(const cli_options *options);
int cmd_params(const cli_options *options);
int cmd_presets(const cli_options *options);

#endif
