/* Days and forms of dates. Day numbers: by hand from 1970-01-01, or as `date -d DAY +%s` gives them over 86400. */
#include "base/date.h"

#include <string.h>

#include "../../support/check.h"

static bool reads(const char *text, const char *form, int64_t first, int64_t last)
{
    vt_days days = {-1, -1};
    return vt_date_parse(text, form, &days) && days.first == first && days.last == last;
}

static bool refuses(const char *text, const char *form)
{
    vt_days days;
    return !vt_date_parse(text, form, &days);
}

TEST(days_are_counted_from_1970)
{
    CHECK(reads("1970-01-01", "%Y-%m-%d", 0, 0));
    CHECK(reads("1970-03-01", "%Y-%m-%d", 59, 59)); /* 31 + 28 */
    CHECK(reads("1969-12-31", "%Y-%m-%d", -1, -1));
    CHECK(reads("2000-02-29", "%Y-%m-%d", 11016, 11016)); /* 951782400 s */
    CHECK(reads("2026-06-30", "%Y-%m-%d", 20634, 20634)); /* 1782777600 s */
}

TEST(months_and_years_are_intervals)
{
    CHECK(reads("1970", "%Y-%m-%d", 0, 364));
    CHECK(reads("1972", "%Y-%m-%d", 730, 1095)); /* a leap year */
    CHECK(reads("1970-02", "%Y-%m-%d", 31, 58));
    CHECK(reads("1970-12", "%Y-%m-%d", 334, 364));
}

TEST(forms)
{
    CHECK(reads("2/1/1970", "%d/%m/%Y", 1, 1) && reads("01/1970", "%d/%m/%Y", 0, 30) && reads("1970", "%d/%m/%Y", 0, 364));
    CHECK(reads("19700102", "%Y%m%d", 1, 1) && reads("197001", "%Y%m%d", 0, 30) && reads("1970", "%Y%m%d", 0, 364));
    CHECK(reads("1970-01-02T23:59:59", "%Y-%m-%dT%H:%M:%S", 1, 1));
    CHECK(reads("le 2.1.1970", "le %d.%m.%Y", 1, 1));
}

TEST(what_is_no_date)
{
    CHECK(refuses("1900-02-29", "%Y-%m-%d") && refuses("1970-04-31", "%Y-%m-%d") && refuses("1970-00-01", "%Y-%m-%d"));
    CHECK(refuses("", "%Y-%m-%d") && refuses("70-01-01", "%Y-%m-%d") && refuses("1970-01-01 ", "%Y-%m-%d"));
    CHECK(refuses("1970010", "%Y%m%d") && refuses("19701", "%Y%m%d") && refuses("1970-01-01", "%d/%m/%Y"));
    CHECK(refuses("0000", "%Y-%m-%d") && refuses("-1970", "%Y") && refuses("١٩٧٠", "%Y"));
}

TEST(good_forms)
{
    CHECK(vt_date_form_is_good("%Y") && vt_date_form_is_good("%m/%Y") && vt_date_form_is_good("%d/%m/%Y %H:%M"));
    CHECK(!vt_date_form_is_good("") && !vt_date_form_is_good("%d/%Y") && !vt_date_form_is_good("%d/%m/%y"));
    CHECK(!vt_date_form_is_good("%Y%Y") && !vt_date_form_is_good("%Y-%m-%") && !vt_date_form_is_good("%d/%m"));
}

TEST(text_reads_back)
{
    static const char *const texts[] = {"2026-06-30", "2024-02-29", "2026-02", "2026", "0001-01-01", "9999-12-31", "1969"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        vt_days days;
        char room[VT_DATE_ROOM];
        CHECK(vt_date_parse(texts[i], "%Y-%m-%d", &days) && strcmp(vt_date_format(room, days), texts[i]) == 0);
    }
}

int main(void)
{
    RUN(days_are_counted_from_1970);
    RUN(months_and_years_are_intervals);
    RUN(forms);
    RUN(what_is_no_date);
    RUN(good_forms);
    RUN(text_reads_back);
    return failures > 0;
}
