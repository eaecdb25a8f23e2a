/* land_rules.h - the default table of land.rules, which the study's own rules go before, and the keys of their conditions. */
#ifndef VT_LAND_RULES_H
#define VT_LAND_RULES_H

#include <stddef.h>

/* A row: conditions as "key: words" (words parted by |), the bucket, and the law or definition it stands for. */
typedef struct {
    const char *when[3]; /* NULL: no further one */
    const char *bucket;
} vt_default_rule;

extern const vt_default_rule vt_default_rules[];
extern const size_t vt_default_rule_count;

/* Keys of conditions; NULL ends. */
extern const char *const vt_rule_keys[];

#endif
