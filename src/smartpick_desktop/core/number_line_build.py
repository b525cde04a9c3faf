"""Builds the number line of a scenario: every word and figure that the chart will show."""

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.assessment.by_figures import TYPE_WORDS
from smartpick_desktop.core.assessment.verdict import (
    Assessment,
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
    pass_mark_on,
    percentile,
    percentile_text,
)
from smartpick_desktop.core.number_line import (
    Ghost,
    GhostKind,
    LineBand,
    LineRow,
    NumberLine,
    Tick,
)
from smartpick_desktop.core.number_line_rows import LineInput, first_takers, target_row
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario

AXIS_LOW = 204
AXIS_HIGH = 272
AXIS_MARGIN = 12
TICK_STEP = 10
LONG_AXIS = 110  # points from which on every second tick is left out


def number_line(given: LineInput) -> NumberLine:
    """The number line of a scenario."""
    scenario, reference = given.scenario, given.reference
    score = scenario.step2_score
    low, high = _axis(score, reference.noise.standard_error)
    rows = (first_takers(given), *(target_row(given, v) for v in given.assessment.verdicts))
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
