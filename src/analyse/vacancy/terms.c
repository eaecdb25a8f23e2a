/* terms.c - for how long premises have been vacant, and the term of their vacancy: frictional, long, structural
 * or persistent by the bounds of vacancy.terms (PBL/Locatus 1 and 3 years, article L318-8-2 of the French
 * planning code 2 years). A date known by month or year only is an interval: the term is given where both of
 * its ends agree. A vacancy that began after the reference date cannot be: the date is left out. */
#include <math.h>

#include "analyse/vacancy/survey.h"
#include "base/date.h"

const char *const vt_term_names[] = {"frictional", "long", "structural", "persistent", "unknown"};

static vt_term term_of(const double *bounds, int64_t days)
{
    vt_term term = VT_FRICTIONAL;
    while (term < VT_PERSISTENT && (double)days >= bounds[term]) {
        term++;
    }
    return term;
}

static vitrine_status date_one(vt_survey *s, size_t row, const double *bounds, int64_t today)
{
    vt_detail *detail = &s->details[row];
    const char *text = vt_layer_text(s->premises, "vacant_since", row);
    const bool vacant = vt_rates_counts(&s->rules, s->premises->status[row]) == 1;
    vt_days since;
    detail->vacancy_days = NAN;
    detail->term = vacant ? VT_TERM_UNKNOWN : VT_TERMS;
    if (!text || !vt_date_parse(text, "%Y-%m-%d", &since)) {
        return VITRINE_OK;
    }
    if (since.first > today) {
        return vt_ledger_add(s->ctx, &s->result->notices, s->premises->name, s->premises->id[row], VT_FUTURE_DATE,
                             s->matches[row].x, s->matches[row].y, text);
    }
    if (vacant) {
        const vt_term longest = term_of(bounds, today - since.first), shortest = term_of(bounds, today - since.last);
        detail->term = longest == shortest ? longest : VT_TERM_UNKNOWN;
        detail->vacancy_days = since.first == since.last ? (double)(today - since.first) : NAN;
    }
    return VITRINE_OK;
}

vitrine_status vt_survey_judge_dates(const vt_survey *s)
{
    const bool dated = s->premises->fields[vt_kind_field(s->premises->kind, "vacant_since")].text;
    return !dated || vitrine_study_get(s->study, "reference_date")
               ? VITRINE_OK
               : vt_fail(s->ctx, VITRINE_E_INPUT, "%s",
                         _("reference_date is missing: layers.premises.fields.vacant_since is counted to it; "
                           "give the day of the survey, as 2026-06-30"));
}

vitrine_status vt_survey_terms(vt_survey *s)
{
    const char *reference = vitrine_study_get(s->study, "reference_date");
    vt_days today = {0};
    if (reference) {
        (void)vt_date_parse(reference, "%Y-%m-%d", &today);
    }
    double bounds[VT_PERSISTENT];
    vt_study_numbers(s->study, "vacancy.terms", bounds, VT_PERSISTENT);
    vitrine_status status = vt_survey_judge_dates(s);
    for (size_t row = 0; !status && row < s->premises->n; row++) {
        status = date_one(s, row, bounds, today.first);
    }
    return status;
}
