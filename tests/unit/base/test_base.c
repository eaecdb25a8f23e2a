/* Text, numbers, sums, maps, arenas, loops on threads. */
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../support/check.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/number.h"
#include "base/parallel.h"
#include "base/text.h"

static bool parses(const char *text, double expected)
{
    double value;
    return vt_number_parse(text, &value) && value == expected;
}

static bool surveyed(const char *text, double expected)
{
    double value;
    return vt_number_parse_survey(text, &value) && value == expected;
}

TEST(numbers_are_whole_texts)
{
    double value;
    CHECK(parses("12.5", 12.5) && parses("-3", -3) && parses("1e3", 1000) && parses(".5", 0.5) && parses("5.", 5));
    CHECK(!vt_number_parse("", &value) && !vt_number_parse("abc", &value) && !vt_number_parse("1 2", &value));
    CHECK(!vt_number_parse("nan", &value) && !vt_number_parse("inf", &value) && !vt_number_parse("9e999", &value));
    CHECK(!vt_number_parse("0x10", &value) && !vt_number_parse("1e", &value) && !vt_number_parse("12,5", &value));
}

TEST(a_survey_may_use_the_decimal_comma_but_no_grouping)
{
    double value;
    CHECK(surveyed("12,5", 12.5) && surveyed("0,125", 0.125) && surveyed("-1,25", -1.25) && surveyed("7", 7));
    CHECK(!vt_number_parse_survey("1,234", &value)); /* twelve hundred or one and a bit? */
    CHECK(surveyed("652010,123", 652010.123)); /* no thousands: six digits before the comma */
    CHECK(!vt_number_parse_survey("1 234,5", &value) && !vt_number_parse_survey("1.234,50", &value));
    CHECK(!vt_number_parse_survey("12 m", &value) && !vt_number_parse_survey("NC", &value));
}

TEST(numbers_survive_a_locale_with_a_decimal_comma)
{
    char room[VT_NUMBER_ROOM];
    const bool french = setlocale(LC_ALL, "fr_FR.UTF-8") != NULL;
    const bool right = parses("12.5", 12.5) && strcmp(vt_number_format(room, 12.5), "12.5") == 0 &&
                       strcmp(vt_number_format_fixed(room, 2.25, 1), "2.2") == 0; /* half to even, in binary */
    setlocale(LC_ALL, "C");
    if (!french) {
        printf("# fr_FR.UTF-8 is not here\n");
    }
    CHECK(right);
}

TEST(a_double_is_written_shortest_and_reads_back)
{
    char room[VT_NUMBER_ROOM];
    CHECK_TEXT(vt_number_format(room, 0.1), "0.1");
    CHECK_TEXT(vt_number_format(room, 1e21), "1e+21");
    CHECK_TEXT(vt_number_format(room, NAN), "");
    CHECK_TEXT(vt_number_format(room, -0.0), "0");
    double value = 1;
    for (int i = 0; i < 1000; i++, value *= 1.0137) {
        double back;
        CHECK(vt_number_parse(vt_number_format(room, value / 3), &back) && back == value / 3);
    }
    CHECK_TEXT(vt_number_format_fixed(room, -0.00000001, 7), "0");
    CHECK_TEXT(vt_number_format_fixed(room, 12.5000000, 7), "12.5");
}

TEST(a_compensated_sum_keeps_what_a_plain_one_loses)
{
    vt_sum sum = {0};
    const double values[] = {1e16, 1, -1e16}; /* exactly 1 */
    for (size_t i = 0; i < 3; i++) {
        vt_sum_add(&sum, values[i]);
    }
    CHECK_CLOSE(vt_sum_value(&sum), 1, 0);
}

TEST(folding_keeps_the_letters)
{
    char *folded = vt_text_fold("  ÉLÈVE\u00A0 d’Œuvre \u2014 Straße ");
    CHECK(folded != NULL);
    CHECK_TEXT(folded, "eleve d'oeuvre - strasse");
    free(folded);
}

TEST(utf8_is_checked)
{
    CHECK(vt_text_is_utf8("Liberté") && vt_text_is_utf8("") && vt_text_is_utf8("\xF0\x9F\x8F\xAA"));
    CHECK(!vt_text_is_utf8("Libert\xE9") && !vt_text_is_utf8("\xC0\xAF") && !vt_text_is_utf8("\xED\xA0\x80"));
    CHECK(!vt_text_is_utf8("\xF5\x80\x80\x80") && !vt_text_is_utf8("\xC3"));
}

TEST(similarity_is_levenshtein_over_the_longer)
{
    CHECK_CLOSE(vt_text_similarity("kitten", "sitting"), 1 - 3.0 / 7, 1e-15); /* the textbook pair: distance 3 */
    CHECK_CLOSE(vt_text_similarity("", ""), 1, 0);
    CHECK_CLOSE(vt_text_similarity("a", ""), 0, 0);
}

TEST(the_nearest_word_is_near)
{
    const char *const words[] = {"street", "status", "premises"};
    CHECK_TEXT(vt_text_nearest("stret", words, 3), "street");
    CHECK(!vt_text_nearest("qwertyuiop", words, 3));
}

TEST(ids_keep_their_zeros)
{
    CHECK(vt_text_is_integer_id("42") && vt_text_is_integer_id("-7") && vt_text_is_integer_id("0"));
    CHECK(!vt_text_is_integer_id("042") && !vt_text_is_integer_id("4a") && !vt_text_is_integer_id(""));
    CHECK(vt_text_compare_ids("9", "10", true) < 0 && vt_text_compare_ids("9", "10", false) > 0);
}

TEST(a_map_finds_what_was_put)
{
    enum { N = 5000 };
    static char keys[N][8];
    vt_map map = {0};
    for (size_t i = 0; i < N; i++) {
        bool fresh;
        snprintf(keys[i], sizeof keys[i], "%zu", i);
        size_t *value = vt_map_at(&map, keys[i], &fresh);
        CHECK(value && fresh);
        *value = i;
    }
    for (size_t i = 0; i < N; i++) {
        CHECK(*vt_map_find(&map, keys[i]) == i);
    }
    CHECK(!vt_map_find(&map, "x"));
    vt_map_free(&map);
}

TEST(an_arena_gives_zeroed_memory_and_refuses_overflow)
{
    vt_arena arena = {0};
    unsigned char *large = vt_arena_alloc(&arena, 1 << 20), *small = vt_arena_alloc(&arena, 3);
    CHECK(large && small && large[(1 << 20) - 1] == 0 && small[2] == 0);
    CHECK(!vt_arena_array(&arena, SIZE_MAX / 2, 4));
    CHECK_TEXT(vt_arena_printf(&arena, "%s-%d", "a", 1), "a-1");
    vt_arena_free(&arena);
}

static void visit(void *user, size_t from, size_t to)
{
    unsigned char *visits = user;
    for (size_t i = from; i < to; i++) {
        visits[i]++;
    }
}

typedef struct {
    double least, most, stop_at;
    bool falls;
} heard;

static bool hear(void *user, const char *stage, double done)
{
    heard *h = user;
    h->falls = h->falls || done < h->most || strcmp(stage, "work") != 0;
    h->least = h->least < 0 ? done : h->least;
    h->most = done;
    return done < h->stop_at;
}

/* 1000 rows in ranges of 10, from 0.25 to 0.75: what is told by hand calculation, what is visited by counting. */
TEST(a_loop_that_tells_covers_all_and_may_be_stopped)
{
    enum { N = 1000 };
    for (int threads = 1; threads <= 4; threads++) {
        unsigned char visits[N] = {0};
        heard h = {.least = -1, .most = -1, .stop_at = 2};
        vitrine_context *ctx = vitrine_context_new();
        vitrine_set_threads(ctx, threads);
        vitrine_set_progress(ctx, hear, &h);
        ctx->done = 0.25;
        CHECK(vt_parallel_for_told(ctx, "work", 0.75, N, 10, visit, visits) == VITRINE_OK);
        size_t once = 0;
        for (size_t i = 0; i < N; i++) {
            once += visits[i] == 1;
        }
        CHECK(once == N && !h.falls);
        CHECK(h.most < 0 || (h.least >= 0.255 - 1e-12 && h.most <= 0.75 + 1e-12)); /* the others may have taken all */
        CHECK(threads > 1 || (fabs(h.least - 0.255) < 1e-12 && fabs(h.most - 0.75) < 1e-12));
        vitrine_context_free(ctx);
    }
    unsigned char visits[N] = {0};
    heard h = {.least = -1, .most = -1, .stop_at = 0.5};
    vitrine_context *ctx = vitrine_context_new();
    vitrine_set_threads(ctx, 1);
    vitrine_set_progress(ctx, hear, &h);
    CHECK(vt_parallel_for_told(ctx, "work", 1, N, 10, visit, visits) == VITRINE_E_CANCELLED);
    CHECK(visits[499] == 1 && visits[500] == 0 && fabs(h.most - 0.5) < 1e-12);
    vitrine_context_free(ctx);
}

int main(void)
{
    RUN(numbers_are_whole_texts);
    RUN(a_survey_may_use_the_decimal_comma_but_no_grouping);
    RUN(numbers_survive_a_locale_with_a_decimal_comma);
    RUN(a_double_is_written_shortest_and_reads_back);
    RUN(a_compensated_sum_keeps_what_a_plain_one_loses);
    RUN(folding_keeps_the_letters);
    RUN(utf8_is_checked);
    RUN(similarity_is_levenshtein_over_the_longer);
    RUN(the_nearest_word_is_near);
    RUN(ids_keep_their_zeros);
    RUN(a_map_finds_what_was_put);
    RUN(an_arena_gives_zeroed_memory_and_refuses_overflow);
    RUN(a_loop_that_tells_covers_all_and_may_be_stopped);
    return failures > 0;
}
