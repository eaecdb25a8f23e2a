/* cmd_init.c - vitrine init: a first study from the files that one has. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

/* Whole, or not at all: the text stands beside the study until it is complete. false: errno says why. */
static bool write_whole(const char *path, const char *text, bool overwrite)
{
    char beside[4096];
    if (snprintf(beside, sizeof beside, "%s.%ld", path, (long)getpid()) >= (int)sizeof beside) {
        errno = ENAMETOOLONG;
        return false;
    }
    FILE *file = fopen(beside, "wx");
    if (!file) {
        return false;
    }
    bool worked = fputs(text, file) >= 0;
    worked = fclose(file) == 0 && worked;
    /* link refuses what exists, rename replaces it */
    worked = worked && (overwrite ? rename(beside, path) : link(beside, path)) == 0;
    const int why = errno;
    if (!overwrite || !worked) {
        unlink(beside);
    }
    errno = why;
    return worked;
}

int cmd_init(const cli_options *options)
{
    if (!options->n_operands) {
        return cli_misuse("%s", _("name the files to look at"));
    }
    if (options->out && !options->overwrite && access(options->out, F_OK) == 0) {
        fprintf(stderr, _("vitrine: init: %s: is there already; give --overwrite or another name\n"), options->out);
        return EXIT_REFUSED;
    }
    const char *slash = options->out ? strrchr(options->out, '/') : NULL;
    char folder[4096] = "";
    if (slash) {
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - options->out) + 1, options->out);
        if (access(folder, F_OK) != 0) {
            fprintf(stderr, _("vitrine: init: %s: no such folder\n"), folder);
            return EXIT_REFUSED;
        }
    }
    cli_progress_expect("look");
    char *text = NULL;
    size_t recognised = 0, open = 0;
    const vitrine_status status = vitrine_init(options->ctx, options->operands, options->n_operands, folder,
                                               options->lang ? options->lang : "fr", &text, &recognised, &open);
    if (status) {
        return cli_fail(options, status);
    }
    cli_progress_erase();
    int end = EXIT_DONE;
    if (!options->out) {
        fputs(text, stdout);
    } else if (!write_whole(options->out, text, options->overwrite)) {
        fprintf(stderr, _("vitrine: init: %s: cannot be written: %s\n"), options->out, strerror(errno));
        end = EXIT_FAILED;
    }
    if (end == EXIT_DONE && !recognised && options->verbosity >= 0) {
        fprintf(stderr, _("vitrine: warning: %s\n"), _("no layer is recognised: the study is all comments, to be filled in"));
    }
    if (end == EXIT_DONE && options->out && options->verbosity >= 0) {
        fprintf(stderr, _("%s: layers ready: %zu, to fill in: %zu; next: vitrine check %s\n"), options->out, recognised, open, options->out);
    }
    vitrine_init_free(text);
    return end;
}
