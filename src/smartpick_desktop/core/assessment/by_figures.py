"""The reading by published figures, beside the article's."""

from itertools import pairwise

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.case import Case
from smartpick_desktop.core.assessment.verdict import FiguresReading, ObservedRate, State
from smartpick_desktop.core.exams import HIGHEST_SCORE, LOWEST_SCORE
from smartpick_desktop.core.figures import MatchRate, ScoreFigures
from smartpick_desktop.core.reference import Reference

TYPE_WORDS = {
    ApplicantType.US_MD: "US MD seniors",
    ApplicantType.US_DO: "US DO seniors",
    ApplicantType.US_IMG: "US IMGs",
    ApplicantType.NON_US_IMG: "non-US IMGs",
}


def read_figures(case: Case, specialty: str, reference: Reference) -> FiguresReading | None:
    """What the figures say of the case; None where the group has no figures.

    State and nearness are None while Step 2 CK is open.
    """
    figures = reference.score_figures(specialty, case.applicant_type)
    if figures is None or figures.q1 is None:
        return None
    rate = _rate(case, specialty, reference)
    return FiguresReading(
        state=figures_state(case, figures, reference) if case.is_known else None,
        near_the_line=_near(case, figures, reference) if case.is_known else None,
        rate=rate,
        q1=figures.q1,
        median=figures.median,
        q3=figures.q3,
        not_matched_median=figures.not_matched_median,
        n_matched=figures.n_matched,
        n_not_matched=figures.n_not_matched,
        year=figures.year,
        source=_source(figures, rate, reference),
        basis=_basis(rate, figures, reference.specialty_name(specialty))
        + _on_top(case, figures, reference),
        is_means=figures.is_means,
    )


def figures_state(case: Case, figures: ScoreFigures, reference: Reference) -> State:
    """The state by figures: observed rate, else quartiles; then R1, M4 and M5 on top."""
    if case.step2 is None:
        return State.NEEDS_A_PLAN_FIRST
    return _state_at(case, case.step2, figures, reference)


def _state_at(case: Case, score: int, figures: ScoreFigures, reference: Reference) -> State:
    """The state if Step 2 CK were `score`, all else as in the case."""
    if case.step2_failed or (case.pass_mark is not None and score < case.pass_mark.score):
        return State.NEEDS_A_PLAN_FIRST
    state = _plain_state(case, score, figures, reference)
    rule = reference.impact.drop_with_concerns
    fell = case.step1 is not None and case.step1 - score >= rule.drop
    if case.has_failed_attempt or (fell and case.concerns & rule.one_of):
        return max(state, State.WORTH_A_PLAN, key=lambda s: s.severity)
    return state


def _plain_state(case: Case, score: int, figures: ScoreFigures, reference: Reference) -> State:
    rate = _usable_rate(case.applicant_type, figures.specialty, score, reference)
    if rate is not None and rate.percent is not None:
        return _by_rate(rate.percent, reference)
    return _by_quartiles(score, figures)


def _by_rate(percent: int, reference: Reference) -> State:
    edges = reference.impact.figures
    if percent >= edges.rate_fine_from:
        return State.FINE_AS_IS
    return State.WORTH_A_PLAN if percent >= edges.rate_worth_from else State.NEEDS_A_PLAN_FIRST


def _by_quartiles(score: int, figures: ScoreFigures) -> State:
    if figures.q1 is not None and score >= figures.q1:
        return State.FINE_AS_IS
    if figures.not_matched_median is None or score >= figures.not_matched_median:
        return State.WORTH_A_PLAN
    return State.NEEDS_A_PLAN_FIRST


def _near(case: Case, figures: ScoreFigures, reference: Reference) -> bool:
    """Whether a score at which the state changes lies within one standard error."""
    if case.step2 is None:
        return False
    reach = reference.noise.standard_error
    first = max(case.step2 - reach - 1, LOWEST_SCORE)
    last = min(case.step2 + reach, HIGHEST_SCORE)
    states = [_state_at(case, score, figures, reference) for score in range(first, last + 1)]
    return any(below != above for below, above in pairwise(states))


def _usable_rate(
    applicant_type: ApplicantType, figures_key: str, score: int, reference: Reference
) -> MatchRate | None:
    """The observed rate around `score`, for US MD seniors and enough people only."""
    if applicant_type is not ApplicantType.US_MD:
        return None
    rate = reference.figures.rate(figures_key, score)
    if rate is None or rate.percent is None:
        return None
    return rate if rate.people >= reference.impact.figures.people_needed else None


def _rate(case: Case, specialty: str, reference: Reference) -> ObservedRate | None:
    found = reference.specialties[specialty].figures_key
    if case.step2 is None or found is None:
        return None
    rate = _usable_rate(case.applicant_type, found, case.step2, reference)
    if rate is None or rate.percent is None:
        return None
    return ObservedRate(percent=rate.percent, n=rate.people, band=rate.band, years=rate.years)


def _source(figures: ScoreFigures, rate: ObservedRate | None, reference: Reference) -> str:
    key = "charting_outcomes_2024_do" if figures.is_means else "charting_outcomes_2026"
    title = reference.files[key].title
    return (
        title if rate is None else f"{reference.files['match_rates_md_2020_2024'].title}; {title}"
    )


def _basis(rate: ObservedRate | None, figures: ScoreFigures, name: str) -> str:
    who = TYPE_WORDS[figures.applicant_type]
    plain = name.partition(" (")[0]
    field = plain if plain.isupper() or "-" in plain or "&" in plain else plain.lower()
    if rate is not None:
        band = rate.band.replace("-", "–").replace("250+", "250 or more").replace("<", "under ")
        years = rate.years.replace("-20", "–")
        ranked = f"{rate.n:,} {who} who ranked {field} with {band}"
        return f"{rate.percent} % of {ranked} matched, {years}."
    matched = "" if figures.n_matched is None else f"{figures.n_matched:,} "
    if figures.is_means:
        below = figures.not_matched_median
        rest = f", of who did not {below}" if below is not None else ""
        return (
            f"Mean of {matched}matched {who} in {field}: {figures.q1}{rest}, "
            f"{figures.year}. Good to about 3 points."
        )
    below = figures.not_matched_median
    not_matched = "" if figures.n_not_matched is None else f"{figures.n_not_matched:,} "
    rest = f"; median of {not_matched}not matched: {below}" if below is not None else ""
    return (
        f"Lower quartile of {matched}matched {who} in {field}: {figures.q1}{rest}; "
        f"{figures.year} Match."
    )


def _on_top(case: Case, figures: ScoreFigures, reference: Reference) -> str:
    """What decided the state where the figures alone did not; empty where they did."""
    if case.step2 is None or case.is_fail:
        return " A fail needs a plan first, whatever the figures." if case.is_fail else ""
    plain = _plain_state(case, case.step2, figures, reference)
    if figures_state(case, figures, reference) == plain:
        return ""
    cause = "a failed attempt" if case.has_failed_attempt else "the fall with concerns beside it"
    return f" At least worth a plan by {cause}."
