/* commit.c - see commit.h. */
#include "write/commit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"

/* A file in every temporary folder until it is put in place: nobody else's folder has it. */
static const char mark_name[] = ".vitrine-unfinished";

/* --- folders ------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void vt_commit_list_free(char **names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(names[i]);
    }
    free(names);
}

vitrine_status vt_commit_list(vitrine_context *ctx, const char *folder, char ***names, size_t *n)
{
    VT_ARRAY(char *) list = {0};
    DIR *dir = opendir(folder);
    bool worked = dir != NULL;
    const int error = errno;
    for (struct dirent *entry; dir && worked && (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && strcmp(entry->d_name, mark_name) != 0) {
            char *name = strdup(entry->d_name);
            worked = name && vt_array_push(&list, name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    if (list.n) {
        qsort(list.at, list.n, sizeof *list.at, by_bytes);
    }
    *names = list.at;
    *n = list.n;
    return worked ? VITRINE_OK
           : dir  ? vt_no_memory(ctx)
                  : vt_fail(ctx, VITRINE_E_FAILED, _("%s: cannot be listed: %s"), folder, strerror(error));
}

/* Removes a folder of plain files; what is not one stays. What tells that it is vitrine's goes last: a run that is killed here
 * leaves a folder that the next one still knows. */
static void remove_folder(const char *folder)
{
    static const char *const last[] = {"run.json", mark_name};
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        if (strcmp(entry->d_name, last[0]) != 0 && strcmp(entry->d_name, last[1]) != 0) {
            unlinkat(dirfd(dir), entry->d_name, 0);
        }
    }
    for (size_t i = 0; dir && i < sizeof last / sizeof *last; i++) {
        unlinkat(dirfd(dir), last[i], 0);
    }
    if (dir) {
        closedir(dir);
    }
    rmdir(folder);
}

static bool sync_path(const char *path, int flags)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    const bool worked = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return worked;
}

/* Every file of the folder, then the folder: what is renamed into place is on the disk. */
static vitrine_status sync_folder(vitrine_context *ctx, const char *folder)
{
    char **names = NULL, path[8192];
    size_t n = 0;
    vitrine_status status = vt_commit_list(ctx, folder, &names, &n);
    for (size_t i = 0; !status && i < n; i++) {
        snprintf(path, sizeof path, "%s%s", folder, names[i]);
        if (!sync_path(path, 0)) {
            status = vt_fail(ctx, VITRINE_E_FAILED, _("%s: cannot be written to disk: %s"), path, strerror(errno));
        }
    }
    vt_commit_list_free(names, n);
    sync_path(folder, O_DIRECTORY);
    return status;
}

/* The folder in which the target stands, and its name there. */
static const char *split(const char *target, char *parent, size_t size)
{
    const char *slash = strrchr(target, '/');
    if (!slash) {
        snprintf(parent, size, ".");
        return target;
    }
    snprintf(parent, size, "%.*s", slash == target ? 1 : (int)(slash - target), target);
    return slash + 1;
}

/* --- judging the target --------------------------------------------------------------------------- */

#define REFUSE(...) vt_fail(ctx, VITRINE_E_INPUT, __VA_ARGS__)

/* A file of the folder that vitrine wrote: its run.json lists it. Without a name: there is such a
 * run.json. */
static bool was_written(const char *folder, const char *name)
{
    char path[4096], line[4096] = "", quoted[512];
    snprintf(path, sizeof path, "%s/run.json", folder);
    snprintf(quoted, sizeof quoted, "{\"file\": \"%.400s\"", name ? name : "");
    FILE *file = fopen(path, "rb");
    const bool ours = file && fgets(line, sizeof line, file) && fgets(line, sizeof line, file) &&
                      strstr(line, "\"vitrine\": ") == line + 2;
    bool found = ours && (!name || strcmp(name, "run.json") == 0);
    while (ours && !found && fgets(line, sizeof line, file)) {
        found = strstr(line, quoted) != NULL;
    }
    if (file) {
        fclose(file);
    }
    return found;
}

static vitrine_status check_existing(vitrine_context *ctx, const char *target)
{
    char **names = NULL, path[8192];
    size_t n = 0;
    vitrine_status status = vt_commit_list(ctx, target, &names, &n);
    for (size_t i = 0; !status && i < n; i++) {
        struct stat info;
        snprintf(path, sizeof path, "%s/%s", target, names[i]);
        if (lstat(path, &info) != 0 || !S_ISREG(info.st_mode)) {
            status = REFUSE(_("%s: not a plain file; move it elsewhere, or choose another output folder"), path);
        } else if (strcmp(names[i], "vitrine.gpkg-wal") == 0 || strcmp(names[i], "vitrine.gpkg-journal") == 0) {
            status = REFUSE(_("%s/vitrine.gpkg is open in another program; close it there (QGIS?) and run again"), target);
        }
    }
    vt_commit_list_free(names, n);
    return status;
}

static void clean_target(const char *dir, char *target, size_t size)
{
    snprintf(target, size, "%s", dir);
    for (size_t n = strlen(target); n > 1 && target[n - 1] == '/'; n--) {
        target[n - 1] = '\0';
    }
    char *real = realpath(target, NULL); /* a link to a folder is followed, not replaced */
    if (real) {
        snprintf(target, size, "%s", real);
        free(real);
    }
}

/* The folder that would be exchanged is the current one or has it below: who works there would stand in the old one. */
static bool holds_here(const char *target)
{
    char *here = realpath(".", NULL);
    const size_t n = strcmp(target, "/") == 0 ? 0 : strlen(target);
    const bool holds = here && strncmp(here, target, n) == 0 && (here[n] == '\0' || here[n] == '/');
    free(here);
    return holds;
}

vitrine_status vt_commit_check(vitrine_context *ctx, const char *dir, bool overwrite)
{
    char target[4096], parent[4096];
    struct stat info;
    if (!*dir) {
        return REFUSE("%s", _("the output folder has no name; give one with -o"));
    }
    clean_target(dir, target, sizeof target);
    split(target, parent, sizeof parent);
    if (stat(parent, &info) != 0 || !S_ISDIR(info.st_mode)) {
        return REFUSE(_("%s: there is no folder %s to put it in; make it first"), dir, parent);
    }
    if (access(parent, W_OK | X_OK) != 0) {
        return REFUSE(_("%s: the folder %s may not be written; choose another with -o"), dir, parent);
    }
    if (lstat(target, &info) != 0) {
        return VITRINE_OK;
    }
    if (!S_ISDIR(info.st_mode)) {
        return REFUSE(_("%s: exists and is no folder; choose another with -o"), dir);
    }
    if (holds_here(target)) {
        return REFUSE(_("%s: is the current folder, or holds it; name a folder of its own, as -o results, or run from another folder"), dir);
    }
    if (access(target, W_OK | X_OK) != 0) {
        return REFUSE(_("%s: the folder may not be written; choose another with -o"), dir);
    }
    if (!overwrite) {
        return REFUSE(_("%s: exists; give --overwrite to replace vitrine's results in it, or another folder with -o"), dir);
    }
    return check_existing(ctx, target);
}

/* --- the exchange --------------------------------------------------------------------------------- */

static bool has_mark(const char *folder)
{
    char path[8192];
    snprintf(path, sizeof path, "%s/%s", folder, mark_name);
    return access(path, F_OK) == 0;
}

/* Locks the temporary folder, then marks it. */
static bool mark_folder(vt_commit *commit)
{
    char path[8192];
    commit->lock = open(commit->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (commit->lock < 0 || flock(commit->lock, LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    snprintf(path, sizeof path, "%s%s", commit->folder, mark_name);
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return fd >= 0 && close(fd) == 0;
}

/* Temporary folders of runs that were killed: nobody holds their lock any more. */
static void sweep(const char *parent, const char *prefix)
{
    DIR *dir = opendir(parent);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char mark[8192];
        snprintf(mark, sizeof mark, "%s/%s", parent, entry->d_name);
        if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0 || strlen(entry->d_name) != strlen(prefix) + 6) {
            continue;
        }
        const bool ours = has_mark(mark) || was_written(mark, NULL);
        const int fd = openat(dirfd(dir), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) {
            ours ? remove_folder(mark) : (void)rmdir(mark); /* made and not marked yet, or all but removed: empty */
        }
        if (fd >= 0) {
            close(fd);
        }
    }
    if (dir) {
        closedir(dir);
    }
}

vitrine_status vt_commit_begin(vitrine_context *ctx, const char *dir, bool overwrite, vt_commit *commit)
{
    *commit = (vt_commit){.lock = -1};
    vitrine_status status = vt_commit_check(ctx, dir, overwrite);
    if (status) {
        return status;
    }
    char parent[4096], prefix[300], pattern[4096];
    struct stat info;
    clean_target(dir, commit->target, sizeof commit->target);
    commit->exists = stat(commit->target, &info) == 0;
    const char *name = split(commit->target, parent, sizeof parent);
    snprintf(prefix, sizeof prefix, ".%.200s.vitrine-", name);
    sweep(parent, prefix);
    const int length = snprintf(pattern, sizeof pattern - 1, "%s/%sXXXXXX", parent, prefix);
    if (length < 0 || (size_t)length >= sizeof pattern - 1 || !mkdtemp(pattern)) {
        return REFUSE(_("%s: no temporary folder can be made beside it: %s; choose another with -o"), dir, strerror(errno));
    }
    snprintf(commit->folder, sizeof commit->folder, "%s/", pattern);
    if (!mark_folder(commit)) {
        vt_commit_undo(commit);
        return vt_fail(ctx, VITRINE_E_FAILED, _("%s: the temporary folder beside it cannot be locked: %s"), dir, strerror(errno));
    }
    const mode_t mask = umask(0);
    umask(mask);
    chmod(pattern, commit->exists ? info.st_mode & 07777 : 0777 & ~mask);
    return VITRINE_OK;
}

/* Files of the old folder that are the user's own get a second name in the new one. */
static vitrine_status keep_others(vitrine_context *ctx, const vt_commit *commit)
{
    char **names = NULL, from[8192], to[8192];
    size_t n = 0;
    vitrine_status status = vt_commit_list(ctx, commit->target, &names, &n);
    for (size_t i = 0; !status && i < n; i++) {
        snprintf(from, sizeof from, "%s/%s", commit->target, names[i]);
        snprintf(to, sizeof to, "%s%s", commit->folder, names[i]);
        if (was_written(commit->target, names[i]) || strcmp(names[i], "vitrine.gpkg-shm") == 0 || link(from, to) == 0) {
            continue;
        }
        if (errno == EEXIST) {
            status = REFUSE(_("%s: not vitrine's, and would be replaced; move it, or choose another folder with -o"), from);
        } else {
            status = vt_fail(ctx, VITRINE_E_FAILED, _("%s: cannot be kept beside the new results: %s"), from, strerror(errno));
        }
    }
    vt_commit_list_free(names, n);
    return status;
}

/* One step where the file system can exchange folders; elsewhere (some network shares) the old one is moved
 * aside first, and back on a failure. */
static bool put_in_place(const vt_commit *commit)
{
    char folder[4096], aside[4200];
    snprintf(folder, sizeof folder, "%.*s", (int)strlen(commit->folder) - 1, commit->folder);
    const unsigned how = commit->exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (renameat2(AT_FDCWD, folder, AT_FDCWD, commit->target, how) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    if (!commit->exists) {
        return rename(folder, commit->target) == 0;
    }
    snprintf(aside, sizeof aside, "%s.old", folder);
    if (rename(commit->target, aside) != 0) {
        return false;
    }
    if (rename(folder, commit->target) != 0) {
        rename(aside, commit->target);
        return false;
    }
    return rename(aside, folder) == 0;
}

vitrine_status vt_commit_end(vitrine_context *ctx, vt_commit *commit)
{
    char parent[4096];
    vitrine_status status = commit->exists ? keep_others(ctx, commit) : VITRINE_OK;
    if (!status) {
        status = sync_folder(ctx, commit->folder);
    }
    if (status) {
        return status;
    }
    char path[8192];
    snprintf(path, sizeof path, "%s%s", commit->folder, mark_name);
    unlink(path);
    if (!put_in_place(commit)) {
        return vt_fail(ctx, VITRINE_E_FAILED, _("%s: the results cannot be put in place: %s; choose another folder"),
                       commit->target, strerror(errno));
    }
    split(commit->target, parent, sizeof parent);
    sync_path(parent, O_DIRECTORY);
    if (commit->exists) {
        remove_folder(commit->folder); /* now the old one */
    }
    commit->folder[0] = '\0';
    vt_commit_undo(commit);
    return VITRINE_OK;
}

void vt_commit_undo(vt_commit *commit)
{
    if (*commit->folder) {
        remove_folder(commit->folder);
        commit->folder[0] = '\0';
    }
    if (commit->lock >= 0) {
        close(commit->lock);
        commit->lock = -1;
    }
}
