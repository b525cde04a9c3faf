"""The rows of the number line: first-takers, then one for each target."""

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
from smartpick_desktop.core.norms import about_percentile, score_at
from smartpick_desktop.core.number_line import LineRow
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class LineInput:
    """What a number line is drawn from; `focus` is the specialty in focus, if any."""

    applicant: Applicant
    scenario: Scenario
    assessment: Assessment
    reference: Reference
    focus: str | None
    today: date


def first_takers(given: LineInput) -> LineRow:
    """The row of all who took the exam for the first time."""
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


def target_row(given: LineInput, verdict: TargetVerdict) -> LineRow:
    """The row of a target: its box, its state and how far the score is from it."""
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
