"""The harm anchor: the score from which most programs of a specialty are not concerned."""

from smartpick_desktop.core.assessment.impact import state_of
from smartpick_desktop.core.assessment.verdict import State, TargetVerdict
from smartpick_desktop.core.number_line import Anchor
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Scenario

LABEL = "Most programs are not concerned until here"


def harm_anchor(scenario: Scenario, verdict: TargetVerdict, reference: Reference) -> Anchor | None:
    """The anchor of a target: a survey figure of the user's, else a stand-in.

    The stand-in is the lower of the not-matched median and the matched Q1; without figures, the
    lowest band edge that reads fine as is. None without figures and without a group.
    """
    name = reference.specialty_name(verdict.specialty)
    target = next(t for t in scenario.targets if t.specialty == verdict.specialty)
    if target.survey_anchor is not None:
        return _anchor(target.survey_anchor, f"{name}, your survey figure")
    figures = verdict.figures
    if figures is not None and figures.q1 is not None:
        below = figures.not_matched_median
        kind = "mean" if figures.is_means else "lower quartile of matched"
        if below is not None and below <= figures.q1:
            kind = "mean of not matched" if figures.is_means else "median of not matched"
        score = figures.q1 if below is None else min(below, figures.q1)
        return _anchor(score, f"{name}, stand-in: {kind}, {figures.year}")
    edge = _fine_edge(verdict.group, reference) if verdict.group else None
    return None if edge is None else _anchor(edge, f"{name}, stand-in: band edge")


def _anchor(score: int, origin: str) -> Anchor:
    return Anchor(score=score, label=LABEL, caption=f"{score}, {origin}")


def _fine_edge(group: Group, reference: Reference) -> int | None:
    rules = reference.impact
    fine = [
        row.lowest
        for row in rules.matrix
        if state_of(row.level(group), rules.states) is State.FINE_AS_IS
    ]
    return min(fine, default=None)
