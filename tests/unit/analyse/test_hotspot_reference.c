/* Hot spots against published figures and R's spdep, on the reference sets (skipped where there are none). */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#include "../../support/check.h"
#include "analyse/hotspot/local.h"
#include "analyse/hotspot/moran.h"
#include "analyse/vacancy/rates.h"

enum { MOST = 256 };

/* A file of the reference sets; NULL (and a line of TAP) where there is none. */
static FILE *reference(const char *name)
{
    char path[1024];
    const char *folder = getenv("REFERENCE");
    snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        printf("# no reference set %s\n", name);
    }
    return file;
}

/* A column of a CSV file by its heading, quotes dropped; the geometry of stl_hom.csv holds commas in quotes.
 * Lines before the headings are skipped. */
static size_t read_csv(const char *name, const char *heading, double *value)
{
    FILE *file = reference(name);
    char *line = NULL;
    size_t room = 0, rows = 0;
    int wanted = -1;
    while (file && getline(&line, &room, file) > 0 && rows < MOST) {
        bool quoted = false;
        int column = 0;
        char *begin = line;
        for (char *at = line; *at; at++) {
            quoted ^= *at == '"';
            if (quoted || (*at != ',' && *at != '\n')) {
                continue;
            }
            *at = '\0';
            begin += *begin == '"';
            if (wanted < 0 && strncmp(begin, heading, strlen(heading)) == 0 && strchr("\"\r", begin[strlen(heading)])) {
                wanted = column;
                break;
            }
            if (column == wanted) {
                value[rows++] = strtod(begin, NULL);
                break;
            }
            begin = at + 1;
            column++;
        }
    }
    free(line);
    if (file) {
        fclose(file);
    }
    return rows;
}

/* A field of a dBASE III table: 32 bytes of header, 32 a field, records of fixed width. */
static size_t read_dbf(const char *name, const char *field, double *value)
{
    FILE *file = reference(name);
    unsigned char head[32], one[32], record[4096];
    size_t rows = 0, offset = 1, at = 0, width = 0;
    if (file && fread(head, 1, sizeof head, file) == sizeof head) {
        const size_t count = head[4] + 256u * head[5], first = head[8] + 256u * head[9], size = head[10] + 256u * head[11];
        while (fread(one, 1, sizeof one, file) == sizeof one && one[0] != 13) {
            if (strncmp((char *)one, field, 11) == 0) {
                at = offset;
                width = one[16];
            }
            offset += one[16];
        }
        fseek(file, (long)first, SEEK_SET);
        while (width && rows < count && rows < MOST && size < sizeof record && fread(record, 1, size, file) == size) {
            record[at + width] = '\0';
            value[rows++] = strtod((char *)record + at, NULL);
        }
    }
    if (file) {
        fclose(file);
    }
    return rows;
}

/* GAL weights over rows named by `id` (NULL: 1 to n). */
static bool read_gal(vitrine_context *ctx, const char *name, const double *id, size_t n, vt_weights *weights)
{
    FILE *file = reference(name);
    vt_pair *pairs = calloc(MOST * 32, sizeof *pairs);
    size_t n_pairs = 0;
    long from, to;
    int degree;
    char first[256];
    *weights = (vt_weights){0};
    bool worked = file && fgets(first, sizeof first, file);
    while (worked && fscanf(file, "%ld %d", &from, &degree) == 2) {
        for (int i = 0; i < degree && fscanf(file, "%ld", &to) == 1; i++) {
            vt_pair pair = {UINT32_MAX, UINT32_MAX};
            for (uint32_t row = 0; row < n; row++) {
                pair.a = (id ? (long)id[row] : (long)row + 1) == from ? row : pair.a;
                pair.b = (id ? (long)id[row] : (long)row + 1) == to ? row : pair.b;
            }
            pairs[n_pairs++] = pair;
        }
    }
    worked = worked && vt_weights_from_pairs(ctx, pairs, n_pairs, n, weights) == VITRINE_OK && weights->first[n] == n_pairs;
    free(pairs);
    if (file) {
        fclose(file);
    }
    return worked; /* as many links as the file has: it is symmetric, so that pairs say it all */
}

static vitrine_context *ctx;

static void global(const vt_weights *weights, const double *y, vt_moran *moran)
{
    double z[MOST];
    const double sum_z2 = vt_local_deviations(y, weights->n, z);
    CHECK(vt_moran_global(ctx, weights, z, sum_z2, moran) == VITRINE_OK);
}

/* Messner et al. 2000; I recomputed from first principles, p (one-tailed, normality) from PySAL's tests. */
TEST(moran_of_the_homicides_around_saint_louis)
{
    double y[MOST];
    const size_t n = read_csv("stl/stl_hom.csv", "HR8893", y);
    vt_weights weights;
    vt_moran moran = {0};
    if (n == 0) {
        return;
    }
    CHECK(n == 78 && read_gal(ctx, "stl/stl.gal", NULL, n, &weights));
    global(&weights, y, &moran);
    vt_weights_free(&weights);
    CHECK_CLOSE(moran.i, 0.24365582621771659, 1e-13);
    CHECK_CLOSE(moran.p_normal / 2, 0.00013573931385468807, 1e-15);
    CHECK(moran.islands == 0);
}

/* Cressie 1993; figures from PySAL's tests, p one-tailed under normality. Its Moran_Rate is Moran's I of the
 * rate that Assunção & Reis standardise. */
TEST(moran_of_sudden_infant_deaths)
{
    double y[MOST], id[MOST], v[MOST], b[MOST];
    const size_t n = read_dbf("sids2/sids2.dbf", "SIDR74", y);
    vt_weights weights;
    vt_moran moran = {0};
    if (n == 0) {
        return;
    }
    CHECK(n == 100 && read_dbf("sids2/sids2.dbf", "FIPSNO", id) == n && read_dbf("sids2/sids2.dbf", "SID79", v) == n &&
          read_dbf("sids2/sids2.dbf", "BIR79", b) == n && read_gal(ctx, "sids2/sids2.gal", id, n, &weights));
    global(&weights, y, &moran);
    CHECK_CLOSE(moran.i, 0.24772519320480135, 1e-13);
    CHECK_CLOSE(moran.p_normal / 2, 5.7916539e-05, 5e-13);
    vt_rates_standardised(v, b, n, true, y);
    global(&weights, y, &moran);
    vt_weights_free(&weights);
    CHECK_CLOSE(moran.i, 0.16622343552567395, 1e-13);
    CHECK_CLOSE(moran.p_normal / 2, 0.004191499504892171, 1e-14);
}

/* de Smith, Goodchild & Longley 2015, figure 5-31, as printed. The local ones are over the variance with n: with
 * n−1 the first would be −0.1141. */
TEST(moran_of_ten_cells)
{
    static const double printed[] = {-0.12677,  -0.221562, -0.148349, -0.575226, 0.534389,
                                     0.135646, 1.32387,   -0.646048, 0.078904,  0.38127};
    double z[MOST], lag[MOST], local[MOST];
    const size_t n = read_csv("desmith/desmith.txt", "z", z);
    vt_weights weights;
    vt_moran moran = {0};
    if (n == 0) {
        return;
    }
    CHECK(n == 10 && read_gal(ctx, "desmith/desmith.gal", NULL, n, &weights));
    global(&weights, z, &moran);
    const double sum_z2 = vt_local_deviations(z, n, z);
    vt_local_moran(&weights, z, sum_z2, lag, local);
    vt_weights_free(&weights);
    CHECK_CLOSE(moran.i, 0.07361243, 5e-9);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(local[i], printed[i], 5e-6);
    }
}

/* spdep's localmoran (style W) and localG (style B, with self) took the queen contiguity of columbus.gal. */
TEST(columbus_against_spdep)
{
    const char *file = "spdep/columbus_crime_local_spdep.csv";
    double y[MOST], moran[MOST], gi[MOST], z[MOST], lag[MOST], found[MOST];
    const size_t n = read_csv(file, "CRIME", y);
    vt_weights weights;
    if (n == 0) {
        return;
    }
    CHECK(n == 49 && read_csv(file, "Ii", moran) == n && read_csv(file, "GiStar_B", gi) == n &&
          read_gal(ctx, "columbus/columbus.gal", NULL, n, &weights));
    const double sum_z2 = vt_local_deviations(y, n, z);
    vt_local_moran(&weights, z, sum_z2, lag, found);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(found[i], moran[i], 1e-9);
    }
    vt_local_gi_star(&weights, z, sum_z2, found);
    vt_weights_free(&weights);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(found[i], gi[i], 1e-9);
    }
}

/* The four nearest of spdep are ours, ties to the lesser row; baltim_k4.gwt breaks ties otherwise, in four rows
 * of 211, so that it does not give spdep's figures there. */
TEST(baltimore_against_spdep)
{
    const char *file = "spdep/baltim_price_local_spdep.csv";
    double x[MOST], y[MOST], price[MOST], moran[MOST], gi[MOST], z[MOST], lag[MOST], found[MOST];
    const size_t n = read_csv(file, "PRICE", price);
    vt_weights weights;
    if (n == 0) {
        return;
    }
    CHECK(n == 211 && read_csv(file, "X", x) == n && read_csv(file, "Y", y) == n && read_csv(file, "Ii_knn4", moran) == n &&
          read_csv(file, "GiStar_d15", gi) == n);
    const double sum_z2 = vt_local_deviations(price, n, z);
    CHECK(vt_weights_knn(ctx, x, y, n, 4, &weights) == VITRINE_OK);
    vt_local_moran(&weights, z, sum_z2, lag, found);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(found[i], moran[i], 1e-9);
    }
    vt_weights_free(&weights);
    CHECK(vt_weights_distance(ctx, x, y, n, 15, &weights) == VITRINE_OK);
    vt_local_gi_star(&weights, z, sum_z2, found);
    vt_weights_free(&weights);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(found[i], gi[i], 1e-9);
    }
}

/* spdep's EBImoran standardisation (Poisson). */
TEST(standardised_rates_against_spdep)
{
    const char *file = "spdep/sids2_eb_spdep.csv";
    double v[MOST], b[MOST], expected[MOST], z[MOST];
    const size_t n = read_csv(file, "SID74", v);
    if (n == 0) {
        return;
    }
    CHECK(n == 100 && read_csv(file, "BIR74", b) == n && read_csv(file, "EBz", expected) == n);
    vt_rates_standardised(v, b, n, true, z);
    for (size_t i = 0; i < n; i++) {
        CHECK_CLOSE(z[i], expected[i], 1e-9);
    }
}

int main(void)
{
    ctx = vitrine_context_new();
    RUN(moran_of_the_homicides_around_saint_louis);
    RUN(moran_of_sudden_infant_deaths);
    RUN(moran_of_ten_cells);
    RUN(columbus_against_spdep);
    RUN(baltimore_against_spdep);
    RUN(standardised_rates_against_spdep);
    vitrine_context_free(ctx);
    return failures > 0;
}
