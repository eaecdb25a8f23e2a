/* init.h - a first study from the files that one has: layers recognised by the presets, the rest left to fill in. */
#ifndef VITRINE_INIT_H
#define VITRINE_INIT_H

#include <vitrine/base.h>

/* Looks at the files and drafts a study for them. A path may be path|layername=x. `folder`, "" or ending in /, is where the study is to
 * stand: relative paths, which are from the current folder, are written as from there. `lang` is fr or en: the language of the comments
 * and of the study. *text is YAML: what is recognised stands ready, with the reason; what is not, and what is left to fill in, is in
 * comments. *recognised and *open (NULL: not wanted) are how many layers stand ready and how many are in
 * comments. VITRINE_E_INPUT when a file cannot be read. Same files, same
 * text. */
VITRINE_API vitrine_status vitrine_init(vitrine_context *ctx, const char *const *paths, size_t n, const char *folder,
                                        const char *lang, char **text, size_t *recognised, size_t *open);
VITRINE_API void vitrine_init_free(char *text);

#endif
