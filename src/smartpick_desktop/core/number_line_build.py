"""Builds the number line of a scenario: every word and figure that the chart will show."""

from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.assessment.by_figures import TYPE_WORDS
from smartpick_desktop.core.assessment.verdict import (
    STATE_WORDS,
    Assessment,
    FiguresReading,
    TargetVerdict,
)
from smartpick_desktop.core.bands import (
    ARTICLE,
    CUSTOM,
    SPECIALTY,
    BandScheme,
    custom_scheme,
    specialty_scheme,
)
from smartpick_desktop.core.harm_anchor import harm_anchor
from smartpick_desktop.core.norms import (
    about_percentile,
    pass_mark_on,
    percentile,
    percentile_text,
    score_at,
)
from smartpick_desktop.core.number_line import (
    Ghost,
    GhostKind,
    LineBand,
    LineRow,
    NumberLine,
    Tick,
)
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario

AXIS_LOW = 204
AXIS_HIGH = 272
AXIS_MARGIN = 12
TICK_STEP = 10
LONG_AXIS = 110  # points from which on every second tick is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class LineInput:
    """What a number line is drawn from; `focus` is the specialty in focus, if any."""

    applicant: Applicant
    scenario: Scenario
    assessment: Assessment
    reference: Reference
    focus: str | None
    today: date


def number_line(given: LineInput) -> NumberLine:
    """The number line of a scenario."""
    scenario, reference = given.scenario, given.reference
    score = scenario.step2_score
    low, high = _axis(score, reference.noise.standard_error)
    rows = (_first_takers(given), *(_row(given, v) for v in given.assessment.verdicts))
    taken_on = scenario.step2.taken_on if scenario.step2 else None
    mark = pass_mark_on(reference.pass_marks, taken_on or given.today)
    scheme = band_scheme(scenario, given.applicant, reference, given.focus)
    focus = next((v for v in given.assessment.verdicts if v.specialty == given.focus), None)
    return NumberLine(
        low=low,
        high=high,
        score=score,
        planned=bool(scenario.step2 and scenario.step2.planned),
        noise=reference.noise.standard_error,
        title=_title(scenario),
        bands=tuple(_band(scheme, at) for at in range(len(scheme.bands))),
        pass_mark=mark.score if mark else None,
        anchor=harm_anchor(scenario, focus, reference) if focus else None,
        ghosts=_ghosts(given.assessment),
        rows=rows,
        ticks=_ticks(low, high, reference),
        footnote=_footnote(given, scheme),
        summary=_summary(given, scheme, rows),
    )


def band_scheme(
    scenario: Scenario, applicant: Applicant, reference: Reference, focus: str | None
) -> BandScheme:
    """The bands that the scenario asks for; the article's where those cannot be drawn."""
    article = reference.band_schemes[ARTICLE]
    if scenario.band_scheme == CUSTOM and scenario.custom_edges:
        return custom_scheme(scenario.custom_edges)
    if scenario.band_scheme == SPECIALTY:
        figures = reference.score_figures(focus, applicant.applicant_type) if focus else None
        return (specialty_scheme(figures) if figures else None) or article
    return reference.band_schemes.get(scenario.band_scheme, article)


def _axis(score: int | None, noise: int) -> tuple[int, int]:
    """The ends of the axis: always the same, unless the score and its noise do not fit."""
    low, high = AXIS_LOW, AXIS_HIGH
    # In steps, so that the axis holds still under most of the scores that are tried.
    if score is not None and score - noise < low:
        low = (score - AXIS_MARGIN) // TICK_STEP * TICK_STEP
    if score is not None and score + noise > high:
        high = -(-(score + AXIS_MARGIN) // TICK_STEP) * TICK_STEP
    return low, high


def _title(scenario: Scenario) -> str:
    step2 = scenario.step2
    if step2 is None:
        return "Where a score stands"
    if step2.failed:
        return "Step 2 CK: fail, no number"
    return f"Where {'a planned ' if step2.planned else ''}CK {step2.score} stands"


def _band(scheme: BandScheme, at: int) -> LineBand:
    band = scheme.bands[at]
    range_text = scheme.range_text(band)
    if range_text.replace("–", "-").lower() == band.label.lower():
        range_text = ""
    return LineBand(
        label=band.label,
        short_label=band.short_label,
        range_text=range_text,
        lowest=band.lowest,
    )


def _ghosts(assessment: Assessment) -> tuple[Ghost, ...]:
    forecast = assessment.forecast
    if forecast is None:
        return ()
    mean = round(forecast.mean)
    return (Ghost(score=mean, label=f"Forecast {mean}", kind=GhostKind.FORECAST),)


def _ticks(low: int, high: int, reference: Reference) -> tuple[Tick, ...]:
    first = -(-low // TICK_STEP) * TICK_STEP
    step = TICK_STEP if high - low <= LONG_AXIS else 2 * TICK_STEP
    norms = reference.step2_norms
    return tuple(
        Tick(score=score, percentile_text=percentile_text(percentile(score, norms)))
        for score in range(first, high + 1, step)
    )


def _first_takers(given: LineInput) -> LineRow:
    norms, step2 = given.reference.step2_norms, given.assessment.step2
    q1, median, q3 = (score_at(percent, norms) for percent in (25, 50, 75))
    known = step2.percentile if step2 else None
    return LineRow(
        key="",
        title="All first-takers",
        caption=norms.short_cohort,
        q1=q1,
        median=median,
        q3=q3,
        verdict_words=f"{q1}–{q3}" if known is None else about_percentile(known).capitalize(),
        distance_words="middle half" if known is None else "percentile",
    )


def _row(given: LineInput, verdict: TargetVerdict) -> LineRow:
    figures = verdict.figures
    score = given.scenario.step2_score
    has_box = figures is not None and not figures.is_means and figures.q3 is not None
    words, distance = _words(verdict, score)
    title, _, track = given.reference.specialty_name(verdict.specialty).partition(" (")
    return LineRow(
        key=verdict.specialty,
        title=title,
        caption=_caption(verdict, track.rstrip(")")),
        q1=figures.q1 if figures and has_box else None,
        median=figures.median if figures and has_box else None,
        q3=figures.q3 if figures and has_box else None,
        not_matched_median=figures.not_matched_median if figures and has_box else None,
        figures_note="" if has_box else _no_box(given, figures),
        state=verdict.headline,
        verdict_words=words,
        distance_words=distance,
        in_focus=verdict.specialty == given.focus,
    )


def _caption(verdict: TargetVerdict, track: str) -> str:
    """Track (community, academic, independent), tier and the number of people behind the box."""
    tier = "no tier" if verdict.tier is None else f"tier {verdict.tier}"
    parts = [track, tier] if track else [f"{tier} of 9" if verdict.tier else tier]
    if verdict.figures and verdict.figures.n_matched:
        parts.append(f"n {verdict.figures.n_matched:,}")
    return " · ".join(parts)


def _no_box(given: LineInput, figures: FiguresReading | None) -> str:
    if figures is None:
        who = TYPE_WORDS[given.applicant.applicant_type]
        return f"No figures for {who} here"
    below = figures.not_matched_median
    rest = f", not matched {below}" if below is not None else ""
    return f"{figures.year} means: matched {figures.q1}{rest}"


def _words(verdict: TargetVerdict, score: int | None) -> tuple[str, str]:
    figures = verdict.figures
    if verdict.headline is None:
        if verdict.group is None and score is not None:
            return "Not placed", "set a group"
        if figures and not figures.is_means and figures.q3 is not None:
            return f"{figures.q1}–{figures.q3}", "middle half"
        return "", ""
    return STATE_WORDS[verdict.headline], _distance(figures, score)


def _distance(figures: FiguresReading | None, score: int | None) -> str:
    if figures is None or figures.q1 is None or score is None:
        return ""
    name = f"{figures.year} mean" if figures.is_means else "lower quartile"
    gap = score - figures.q1
    if gap == 0:
        return f"at the {name}"
    return f"{abs(gap)} {'above' if gap > 0 else 'below'} {name}"


def _footnote(given: LineInput, scheme: BandScheme) -> str:
    bands = "Bands: one article’s rule of thumb." if scheme.key == ARTICLE else ""
    bands = bands or f"Bands: {scheme.title.lower()}."
    step1 = given.assessment.step1.percentile
    if step1 is not None and given.scenario.step2_score is not None:
        cohort = given.reference.step1_norms.short_cohort
        scale = f"Step 1 is another scale: {percentile_text(step1)} percentile of {cohort}."
        bands = f"{scale} {bands}"
    who = TYPE_WORDS[given.applicant.applicant_type]
    with_figures = [v.figures for v in given.assessment.verdicts if v.figures]
    if not with_figures:
        return bands
    kind = "Means" if with_figures[0].is_means else "Quartiles"
    return f"{bands} {kind}: {who}, {with_figures[0].year} Match, secondary transcription."


def _summary(given: LineInput, scheme: BandScheme, rows: tuple[LineRow, ...]) -> str:
    score, step2 = given.scenario.step2_score, given.scenario.step2
    if score is None:
        return "No Step 2 CK score yet." if step2 is None else f"{_title(given.scenario)}."
    noise = given.reference.noise.standard_error
    parts = [
        f"CK {score}, plus or minus {noise}. Band: {scheme.band(score).label}.",
        f"{rows[0].verdict_words} percentile.",
    ]
    for row in rows[1:]:
        distance = f", {row.distance_words}" if row.distance_words else ""
        parts.append(f"{row.title}: {row.verdict_words}{distance}.")
    return " ".join(parts)
