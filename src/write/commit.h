/* commit.h - all or nothing: outputs are written into a temporary folder beside the target, which takes
 * the target's place in one step (renameat2). Whatever happens, the target is the old or the new. */
#ifndef VT_COMMIT_H
#define VT_COMMIT_H

#include "base/context.h"

typedef struct {
    char target[4096]; /* without a slash at the end */
    char folder[4096]; /* temporary, with one */
    int lock;          /* held while the temporary folder is in use; −1: none */
    bool exists;       /* there is a target to be exchanged */
} vt_commit;

/* Judges the target before any work is done: VITRINE_E_INPUT when it exists without `overwrite`, is no
 * folder, holds a folder or files open in another program, or its place may not be written. */
vitrine_status vt_commit_check(vitrine_context *ctx, const char *dir, bool overwrite);

/* Makes the temporary folder, and removes those that killed runs have left. */
vitrine_status vt_commit_begin(vitrine_context *ctx, const char *dir, bool overwrite, vt_commit *commit);
/* Puts it in place. Files of the old folder that vitrine did not write are kept; VITRINE_E_INPUT where one
 * bears the name of a new file. */
vitrine_status vt_commit_end(vitrine_context *ctx, vt_commit *commit);
/* Removes the temporary folder. */
void vt_commit_undo(vt_commit *commit);

/* Names of the files in a folder, sorted by bytes, without the mark of a temporary one. */
vitrine_status vt_commit_list(vitrine_context *ctx, const char *folder, char ***names, size_t *n);
void vt_commit_list_free(char **names, size_t n);

#endif
