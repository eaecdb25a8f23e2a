/* check.h - tests in C: TEST(name) { CHECK(…); } … RUN(name); prints TAP. A failed check ends its test. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool check_failed;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            printf("# %s:%d: %s\n", __FILE__, __LINE__, #condition); \
            check_failed = true; \
            return; \
        } \
    } while (0)

#define CHECK_TEXT(found, expected) \
    do { \
        const char *found_ = (found), *expected_ = (expected); \
        if (!found_ || strcmp(found_, expected_) != 0) { \
            printf("# %s:%d: \"%s\", expected \"%s\"\n", __FILE__, __LINE__, found_ ? found_ : "(null)", expected_); \
            check_failed = true; \
            return; \
        } \
    } while (0)

/* `within` is absolute; each test says where its tolerance comes from. */
#define CHECK_CLOSE(found, expected, within) \
    do { \
        const double found_ = (found), expected_ = (expected); \
        if (!(fabs(found_ - expected_) <= (within))) { \
            printf("# %s:%d: %.17g, expected %.17g\n", __FILE__, __LINE__, found_, expected_); \
            check_failed = true; \
            return; \
        } \
    } while (0)

#define TEST(name) static void name(void)
#define RUN(name) \
    do { \
        check_failed = false; \
        name(); \
        printf("%s - %s\n", check_failed ? "not ok" : "ok", #name); \
        failures += check_failed; \
        fflush(stdout); \
    } while (0)

static int failures;

#endif
