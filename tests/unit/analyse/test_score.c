/* Schemes and scores. The golden case and the rules are those of Mutafriches v1.11 (ADEME), recomputed from its published matrix
 * by hand and in Python; the refusals are read off the text of the scheme at hand. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../support/check.h"
#include "analyse/friche/score.h"
#include "base/text.h"

static vt_scheme *load(vitrine_context *ctx, const char *name)
{
    vitrine_study *study;
    vt_scheme *scheme = NULL;
    if (!vitrine_study_new(ctx, &study)) {
        if (!name || !vitrine_study_set(ctx, study, "friche.scheme", name)) {
            (void)vt_scheme_load(ctx, study, &scheme);
        }
        vitrine_study_free(study);
    }
    return scheme;
}

static size_t find(const vt_scheme *scheme, const char *name)
{
    size_t c = 0;
    while (c < scheme->criteria.n && strcmp(scheme->criteria.at[c].name, name) != 0) {
        c++;
    }
    return c;
}

/* Sets a criterion to a number, or to a category. */
static void set(const vt_scheme *scheme, vt_value *values, const char *name, double number, const char *text)
{
    const size_t c = find(scheme, name);
    char *fold = text ? vt_scheme_word(text) : NULL;
    values[c] = (vt_value){.source = VT_VALUE_ATTRIBUTE, .filled = true, .number = number, .text = text};
    values[c].row = text ? vt_scheme_row_of_text(&scheme->criteria.at[c], fold) : vt_scheme_row_of_number(&scheme->criteria.at[c], number);
    free(fold);
}

static void clear(const vt_scheme *scheme, vt_value *values)
{
    for (size_t c = 0; c < scheme->criteria.n; c++) {
        values[c] = (vt_value){.source = VT_VALUE_MISSING, .number = NAN, .row = SIZE_MAX};
    }
}

TEST(the_golden_case)
{
    vitrine_context *ctx = vitrine_context_new();
    vt_scheme *s = load(ctx, NULL);
    CHECK(s && s->criteria.n == 28 && s->n_uses == 7 && s->reliability_of == 30);
    double weights = 0;
    for (size_t c = 0; c < s->criteria.n; c++) {
        weights += s->criteria.at[c].weight;
    }
    CHECK_CLOSE(weights, 30, 0);
    vt_value values[28];
    clear(s, values);
    set(s, values, "surfaceSite", 20000, NULL);
    set(s, values, "surfaceBati", 7000, NULL);
    set(s, values, "siteEnCentreVille", NAN, "true");
    set(s, values, "distanceAutoroute", 1.5, NULL);
    set(s, values, "distanceTransportCommun", 300, NULL);
    set(s, values, "proximiteCommercesServices", NAN, "true");
    set(s, values, "tauxLogementsVacants", 9, NULL);
    set(s, values, "zonageReglementaire", NAN, "zone-urbaine-u-activite");
    set(s, values, "zonagePatrimonial", NAN, "non-concerne");
    set(s, values, "typeProprietaire", NAN, "public");
    set(s, values, "raccordementEau", NAN, "oui");
    set(s, values, "etatBatiInfrastructure", NAN, "degradation-moyenne");
    set(s, values, "presencePollution", NAN, "deja-geree");
    vt_score score;
    vt_score_site(s, values, &score);
    static const double expected[] = {64.9, 67.1, 60.8, 71.6, 69.8, 61.4, 59.5};
    for (size_t u = 0; u < 7; u++) {
        CHECK_CLOSE(score.index[u], expected[u], 1e-9);
    }
    CHECK_CLOSE(score.reliability, 6, 0);
    CHECK_TEXT(s->uses[score.best], "tertiaire");
    CHECK_TEXT(vt_score_band(s->bands.at, s->bands.n, score.index[score.best]), "Excellent");
    CHECK_TEXT(vt_score_band(s->levels.at, s->levels.n, score.reliability), "Moyennement fiable");
    vt_scheme_free(s);
    vitrine_context_free(ctx);
}

TEST(band_edges)
{
    vitrine_context *ctx = vitrine_context_new();
    vt_scheme *s = load(ctx, NULL);
    CHECK(s != NULL);
    static const struct {
        const char *criterion;
        double number;
        size_t row;
    } edges[] = {
        {"surfaceSite", 9999, 0}, {"surfaceSite", 10000, 1}, {"surfaceSite", 14999, 1}, {"surfaceSite", 15000, 2},
        {"surfaceSite", 50000, 2}, {"surfaceSite", 50001, 3}, {"surfaceBati", 4999, 0}, {"surfaceBati", 5000, 1},
        {"surfaceBati", 10000, 1}, {"surfaceBati", 10001, 2}, {"tauxLogementsVacants", 7, 0}, {"tauxLogementsVacants", 7.001, 1},
        {"tauxLogementsVacants", 8, 1}, {"tauxLogementsVacants", 10, 2}, {"tauxLogementsVacants", 10.1, 3},
        {"distanceAutoroute", 0.999, 0}, {"distanceAutoroute", 1, 1}, {"distanceAutoroute", 2, 2}, {"distanceAutoroute", 5, 3},
        {"distanceTransportCommun", 499, 0}, {"distanceTransportCommun", 500, 1}, {"distanceRaccordementElectrique", 0.999, 0},
        {"distanceRaccordementElectrique", 1, 1}, {"distanceRaccordementElectrique", 4.999, 1}, {"distanceRaccordementElectrique", 5, 2},
    };
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        const vt_criterion *c = &s->criteria.at[find(s, edges[i].criterion)];
        CHECK(vt_scheme_row_of_number(c, edges[i].number) == edges[i].row);
    }
    vt_scheme_free(s);
    vitrine_context_free(ctx);
}

TEST(missing_nothing_found_and_rows_that_are_not_there)
{
    vitrine_context *ctx = vitrine_context_new();
    vt_scheme *s = load(ctx, NULL);
    CHECK(s != NULL);
    vt_value values[28];
    vt_score score;
    clear(s, values);
    vt_score_site(s, values, &score);
    CHECK(isnan(score.index[0]) && score.best == SIZE_MAX && score.reliability == 0);
    CHECK(vt_score_band(s->bands.at, s->bands.n, score.index[0]) == NULL);
    set(s, values, "zonagePatrimonial", NAN, "monument-historique"); /* filled, no row: 1 of 30 is 0.33, to the half 0.5 */
    vt_score_site(s, values, &score);
    CHECK(isnan(score.index[0]));
    CHECK_CLOSE(score.reliability, 0.5, 0);
    clear(s, values);
    values[find(s, "surfaceSite")].filled = true; /* searched, nothing found: 2 of 30 is 0.67, to the half 0.5 */
    set(s, values, "zonageReglementaire", NAN, "secteur-reglement-urbanisme"); /* neutral for all: 0.5·2 / (0.5·2 + 0.5·2) */
    vt_score_site(s, values, &score);
    for (size_t u = 0; u < 7; u++) {
        CHECK_CLOSE(score.index[u], 50, 0);
    }
    CHECK(score.best == 0); /* a tie of all goes to the first */
    CHECK_CLOSE(score.reliability, 1.5, 0); /* 4 of 30 is 1.33 */
    vt_scheme_free(s);
    vitrine_context_free(ctx);
}

/* Writes a scheme and expects its refusal to hold all of `says`; NULL: it loads. */
static bool refuses(const char *yaml, const char *line, const char *says)
{
    char path[] = "/tmp/vitrine-scheme-XXXXXX";
    const int file = mkstemp(path);
    const bool written = file >= 0 && write(file, yaml, strlen(yaml)) == (ssize_t)strlen(yaml);
    close(file);
    vitrine_context *ctx = vitrine_context_new();
    vt_scheme *scheme = written ? load(ctx, path) : NULL;
    const char *message = vitrine_message(ctx);
    const bool good = says ? !scheme && strstr(message, says) && strstr(message, line) : scheme != NULL;
    if (!good) {
        printf("# %s\n", message);
    }
    unlink(path);
    vt_scheme_free(scheme);
    vitrine_context_free(ctx);
    return good;
}

#define HEAD "scheme: mine\nuses: [a, b]\ncriteria:\n  size:\n"

TEST(a_wrong_scheme_is_refused_with_its_line)
{
    CHECK(refuses(HEAD "    weight: 1\n    scores:\n      \"<1.5\": [1, 0]\n      \">=1.5\": [0, 1]\n", "", NULL));
    CHECK(refuses(HEAD "    weight: 0\n    scores: {x: [1, 0]}\n", ":5", "weight"));
    CHECK(refuses(HEAD "    weight: 1\n    scores: {x: [1]}\n", ":6", "one score"));
    CHECK(refuses(HEAD "    weight: 1\n    scores: {x: [1, many]}\n", ":6", "number"));
    CHECK(refuses(HEAD "    weight: 1\n    scores:\n      \"<10\": [1, 0]\n      \"[9,20)\": [0, 1]\n", ":8", "overlaps"));
    CHECK(refuses(HEAD "    weight: 1\n    scores:\n      \"<=10\": [1, 0]\n      \"[10,20)\": [0, 1]\n", ":8", "overlaps"));
    CHECK(refuses(HEAD "    weight: 1\n    scores: {\"<10\": [1, 0], x: [0, 1]}\n", ":6", "mix"));
    CHECK(refuses(HEAD "    weight: 1\n    colour: red\n    scores: {x: [1, 0]}\n", ":6", "weight, unit"));
    CHECK(refuses(HEAD "    weight: 1\n    from: [guess size]\n    scores: {x: [1, 0]}\n", ":6", "begin with"));
    CHECK(refuses(HEAD "    weight: 1\n    from: [measure area_m2 / 0]\n    scores: {x: [1, 0]}\n", ":6", "write it as"));
    CHECK(refuses(HEAD "    weight: 1\n    from: [criterion other > 2]\n    scores: {x: [1, 0]}\n", "size", "other"));
    CHECK(refuses(HEAD "    weight: 1\n", "", "scores"));
    CHECK(refuses("scheme: mine\nuses: [a, a]\ncriteria: {size: {weight: 1, scores: {x: [1, 0]}}}\n", ":2", "twice"));
    CHECK(refuses("scheme: mine\nuses: [A b]\ncriteria: {size: {weight: 1, scores: {x: [1]}}}\n", ":2", "small letters"));
    CHECK(refuses("scheme: mine\nuses: [a]\n", "", "criteria"));
    CHECK(refuses("scheme: mine\nuses: [a]\nfoo: 1\ncriteria: {size: {weight: 1, scores: {x: [1]}}}\n", ":3", "foo"));
    CHECK(refuses("uses: [a\n", "", "not YAML"));
}

int main(void)
{
    RUN(the_golden_case);
    RUN(band_edges);
    RUN(missing_nothing_found_and_rows_that_are_not_there);
    RUN(a_wrong_scheme_is_refused_with_its_line);
    return failures > 0;
}
