/* progress.c - how far the whole run is: a bar on a terminal, lines of JSON for programs. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "cli.h"

/* What the library calls its stages, and seconds of each on the metropolis of tests/bench with all analyses in one study (two
 * processors, all layers as GeoPackage and GeoJSON): only their proportions count. A stage within another has no weight of its
 * own: its `done` is that of the other. */
static const struct {
    const char *stage, *within, *name;
    double weight;
} stages[] = {
    {"look", "look", N_("looking"), 1},
    {"read", "read", N_("reading"), 2.4},
    {"vacancy", "vacancy", N_("vacancy rates"), 1.5},
    {"hotspots", "vacancy", N_("hot spots"), 0},
    {"heatmap", "heatmap", N_("heat map"), 1.3},
    {"network", "heatmap", N_("along the streets"), 0},
    {"friche", "friche", N_("friches"), 0.7},
    {"land", "land", N_("land balance"), 10},
    {"write", "write", N_("writing"), 8},
};
enum { N_STAGES = sizeof stages / sizeof *stages, WIDEST = 500, WIDEST_BAR = 30, LEAST_BAR = 5 };

static struct {
    enum { OFF, BAR, LINES } how;
    bool planned[N_STAGES];
    double weight; /* of all planned stages */
    double started, drawn_at; /* seconds */
    double total;  /* share of the run that is done: never falls */
    char last[300]; /* line of JSON, stage of the bar */
    char bar[4 * WIDEST]; /* as it stands on the terminal; "" when none does */
} run;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void cli_progress_begin(const cli_options *options)
{
    const char *term = getenv("TERM");
    run.how = OFF;
    run.started = seconds();
    if (strcmp(options->progress, "json") == 0) {
        run.how = LINES;
    } else if (strcmp(options->progress, "auto") == 0 && options->verbosity >= 0 && isatty(STDERR_FILENO) && term && *term &&
               strcmp(term, "dumb") != 0) {
        run.how = BAR;
    }
}

void cli_progress_expect(const char *stage)
{
    for (size_t i = 0; i < N_STAGES; i++) {
        if (strcmp(stages[i].stage, stage) == 0 && !run.planned[i]) {
            run.planned[i] = true;
            run.weight += stages[i].weight;
        }
    }
}

static size_t find(const char *stage, size_t n)
{
    size_t i = 0;
    while (i < N_STAGES && (strncmp(stages[i].stage, stage, n) != 0 || stages[i].stage[n])) {
        i++;
    }
    return i;
}

/* Stages come in the order of the table. */
static double share_of_run(size_t stage, double done)
{
    const size_t outer = find(stages[stage].within, strlen(stages[stage].within));
    double before = 0;
    for (size_t i = 0; i < outer; i++) {
        before += run.planned[i] ? stages[i].weight : 0;
    }
    return run.planned[outer] ? (before + stages[outer].weight * done) / run.weight : run.total;
}

/* −1 as long as too little is done to tell. */
static double seconds_left(double now)
{
    const double elapsed = now - run.started;
    return elapsed < 1 || run.total < 0.05 ? -1 : elapsed * (1 - run.total) / run.total;
}

static void say_left(double left, char *text, size_t size)
{
    const int s = (int)(left + 0.5), minutes = (s + 30) / 60;
    if (left < 0) {
        *text = '\0';
    } else if (s < 60) {
        snprintf(text, size, _(", %d s left"), s);
    } else if (minutes < 60) {
        snprintf(text, size, _(", %d min left"), minutes);
    } else {
        snprintf(text, size, _(", %d h %02d min left"), minutes / 60, minutes % 60);
    }
}

/* Copies what fits into `most` columns, without control characters; the columns that it takes. */
static int fit(const char *text, int most, char *to, size_t size)
{
    mbstate_t state = {0};
    int columns = 0;
    size_t n = 0;
    while (*text) {
        wchar_t c;
        size_t bytes = mbrtowc(&c, text, strlen(text), &state);
        const bool known = bytes != (size_t)-1 && bytes != (size_t)-2 && wcwidth(c) >= 0;
        const int wide = known ? wcwidth(c) : 1;
        if (bytes == (size_t)-1 || bytes == (size_t)-2) {
            memset(&state, 0, sizeof state);
            bytes = 1;
        }
        if (columns + wide > most || n + bytes >= size) {
            break;
        }
        memcpy(to + n, known ? text : "?", known ? bytes : 1);
        n += known ? bytes : 1;
        columns += wide;
        text += bytes;
    }
    to[n] = '\0';
    return columns;
}

/* As much as the terminal has room for: the percentage first, then the stage, the time left, the bar. */
static void compose(const char *name, double left, char *line, size_t size)
{
    struct winsize window = {0};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0;
    const int room = (known ? window.ws_col < WIDEST ? window.ws_col : WIDEST : 80) - 1; /* a full line would wrap */
    char percent[40], later[60], begin[4 * WIDEST], whole[4 * WIDEST + 200], scrap[4 * WIDEST + 200];
    snprintf(percent, sizeof percent, "%d %%", (int)(run.total * 100));
    say_left(left, later, sizeof later);
    const int need = fit(percent, WIDEST, scrap, sizeof scrap), wait = fit(later, WIDEST, scrap, sizeof scrap);
    const int named = fit(name, room - need - 1, begin, sizeof begin);
    const bool all = need + 1 + named + wait <= room;
    snprintf(whole, sizeof whole, "%s%s%s%s", begin, named > 0 ? " " : "", percent, all ? later : "");
    int bar = room - fit(whole, room, scrap, sizeof scrap) - 3;
    bar = bar > WIDEST_BAR ? WIDEST_BAR : bar;
    if (bar < LEAST_BAR) {
        snprintf(line, size, "%s", scrap);
        return;
    }
    char drawn[WIDEST_BAR + 1] = "";
    for (int i = 0; i < bar; i++) {
        drawn[i] = i < (int)(run.total * bar) ? '#' : '.';
    }
    snprintf(line, size, "[%.*s] %s", bar, drawn, scrap);
}

static void draw(size_t stage, const char *of, double now)
{
    char name[4 * WIDEST], line[4 * WIDEST + 300];
    snprintf(name, sizeof name, "%s%s%s", _(stages[stage].name), *of ? " " : "", of);
    compose(name, seconds_left(now), line, sizeof line);
    if (strcmp(line, run.bar) != 0) {
        snprintf(run.bar, sizeof run.bar, "%s", line);
        fprintf(stderr, "\r%s\033[K", run.bar);
        run.drawn_at = now;
    }
}

/* Programs get each line once. */
static void print_line(const char *stage, size_t n, const char *of, double done, double now)
{
    char line[sizeof run.last];
    const double left = seconds_left(now);
    snprintf(line, sizeof line, "%.*s %s %.3f %.3f", (int)n, stage, of, done, run.total);
    if (strcmp(line, run.last) == 0) {
        return;
    }
    snprintf(run.last, sizeof run.last, "%s", line);
    fprintf(stderr, "{\"stage\": \"%.*s\", ", (int)n, stage);
    if (*of) {
        fputs("\"layer\": ", stderr);
        cli_json(stderr, of);
        fputs(", ", stderr);
    }
    fprintf(stderr, "\"done\": %.3f, \"total\": %.3f", done, run.total);
    if (left >= 0) {
        fprintf(stderr, ", \"seconds_left\": %.1f", left);
    }
    fputs("}\n", stderr);
}

void cli_progress_show(const char *stage, double done)
{
    const size_t n = strcspn(stage, " "), known = find(stage, n);
    const char *of = stage[n] ? stage + n + 1 : "";
    if (run.how == OFF || known == N_STAGES) {
        return;
    }
    const double now = seconds(), total = share_of_run(known, done);
    run.total = total > run.total ? total : run.total;
    if (run.how == LINES) {
        print_line(stage, n, of, done, now);
    } else if (now - run.drawn_at > 0.05 || !*run.bar || strncmp(stage, run.last, sizeof run.last - 1) != 0) { /* the eye follows no faster */
        snprintf(run.last, sizeof run.last, "%s", stage);
        draw(known, of, now);
    }
}

void cli_progress_erase(void)
{
    if (*run.bar) {
        fputs("\r\033[K", stderr);
        run.bar[0] = '\0';
    }
}

void cli_message(const char *format, ...)
{
    char standing[sizeof run.bar];
    memcpy(standing, run.bar, sizeof standing);
    cli_progress_erase();
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    if (*standing) {
        memcpy(run.bar, standing, sizeof standing);
        fprintf(stderr, "%s\033[K", run.bar);
    }
}
