"""Assess a scenario: both readings of every target, with reasons, flags and changes."""

from datetime import date

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.by_figures import read_figures
from smartpick_desktop.core.assessment.case import Case, case_of
from smartpick_desktop.core.assessment.counterfactual import changes
from smartpick_desktop.core.assessment.impact import Impact, impact, level, state_of, words_of
from smartpick_desktop.core.assessment.trend import forecast, trend
from smartpick_desktop.core.assessment.verdict import (
    Assessment,
    ExamReading,
    FiguresReading,
    FiredRule,
    State,
    Step2Reading,
    TargetVerdict,
    TrendReading,
)
from smartpick_desktop.core.bands import ARTICLE
from smartpick_desktop.core.norms import pass_mark_on, percentile
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Reading, Scenario, Target
from smartpick_desktop.core.specialties import place

TO_ADDRESS = ("R1", "M4", "M5", "M6", "L1")
FINE = ("D1",)


def assess(
    applicant_type: ApplicantType, scenario: Scenario, reference: Reference, *, today: date
) -> Assessment:
    """Everything the rules and figures say of `scenario`; `today` picks an undated pass mark."""
    case = case_of(applicant_type, scenario, reference.pass_marks)
    direction = trend(case.step1, case.step2, reference.impact.trend)
    less = level(case, Group.LESS, reference.impact)
    ultra = level(case, Group.ULTRA, reference.impact)
    states = reference.impact.states
    return Assessment(
        step1=_step1(case, reference),
        step2=_step2(case, scenario, reference, today),
        trend=direction,
        forecast=forecast(scenario.practice, _actual(case), reference.noise),
        verdicts=tuple(
            _verdict(case, target, direction, scenario.reading, reference)
            for target in scenario.targets
        ),
        less_impact=less,
        ultra_impact=ultra,
        less_state=None if less is None else state_of(less, states),
        ultra_state=None if ultra is None else state_of(ultra, states),
    )


def headline(article: State | None, figures: State | None, reading: Reading) -> State | None:
    """The state that the chosen reading leads with; the other's where it has none."""
    known = [state for state in (article, figures) if state is not None]
    if not known:
        return None
    match reading:
        case Reading.ARTICLE:
            return article or figures
        case Reading.FIGURES:
            return figures or article
        case Reading.STRICTER:
            return max(known, key=lambda state: state.severity)


def _actual(case: Case) -> int | None:
    """The score to hold against the forecast: one that was taken."""
    return None if case.planned else case.step2


def _step1(case: Case, reference: Reference) -> ExamReading:
    if case.step1 is None:
        return ExamReading(band=None, percentile=None)
    return ExamReading(
        band=reference.band_schemes[ARTICLE].band(case.step1).key,
        percentile=percentile(case.step1, reference.step1_norms),
    )


def _step2(
    case: Case, scenario: Scenario, reference: Reference, today: date
) -> Step2Reading | None:
    if scenario.step2 is None:
        return None
    taken_on, norms = scenario.step2.taken_on, reference.step2_norms
    mark = pass_mark_on(reference.pass_marks, taken_on or today)
    score = case.step2
    passed = False if case.is_fail else None if case.margin is None else True
    return Step2Reading(
        band=None if score is None else reference.band_schemes[ARTICLE].band(score).key,
        percentile=None if score is None else percentile(score, norms),
        norm_cohort=None if score is None else norms.cohort,
        pass_mark=mark.score if mark else None,
        passed=passed,
    )


def _verdict(
    case: Case,
    target: Target,
    direction: TrendReading | None,
    reading: Reading,
    reference: Reference,
) -> TargetVerdict:
    specialty = reference.specialty(target.specialty)
    placement = place(specialty, reference.tiers, reference.figures, target.group)
    group = placement.group
    rules, scheme = reference.impact, reference.band_schemes[ARTICLE]
    found = impact(case, group, rules, scheme) if group else None
    state = state_of(found.level, rules.states) if found else None
    figures = read_figures(case, target.specialty, reference)
    fired = _fired(case, group, found, direction, reference) if group and found else ()
    if group is None and case.is_fail:
        fired = (_fail_alone(case, reference),)  # a fail is a fail, wherever it is aimed
    ids = tuple(rule.id for rule in fired)
    return TargetVerdict(
        specialty=target.specialty,
        tier=placement.tier,
        group=group,
        impact=found.level if found else None,
        state=state,
        headline=_headline(state, figures, reading, case),
        rules=fired,
        to_address=tuple(rule for rule in TO_ADDRESS if rule in ids),
        fine=tuple(rule for rule in FINE if rule in ids),
        figures=figures,
        changes=changes(case, group, rules) if group else (),
    )


def _headline(
    state: State | None, figures: FiguresReading | None, reading: Reading, case: Case
) -> State | None:
    if not case.is_known:
        return None
    if case.is_fail:
        return State.NEEDS_A_PLAN_FIRST
    return headline(state, figures.state if figures else None, reading)


def _fail_alone(case: Case, reference: Reference) -> FiredRule:
    """R1 for a target without a group."""
    words = words_of(case, Group.LESS, reference.impact.fail.level)
    return FiredRule(id="R1", reason=reference.impact.reason("R1", words))


def _fired(
    case: Case,
    group: Group,
    found: Impact,
    direction: TrendReading | None,
    reference: Reference,
) -> tuple[FiredRule, ...]:
    """Every rule that applied: the cell, the trend, the modifiers, R1, then the flags."""
    rules = reference.impact
    words = words_of(case, group, found.level)

    def fired(rule_id: str) -> FiredRule:
        return FiredRule(id=rule_id, reason=rules.reason(rule_id, words))

    cell = tuple(rule for rule in found.rules if rule.id.startswith("B"))
    trends = (fired(direction.rule),) if direction else ()
    is_low = case.step2 is not None and case.step2 < rules.low_score.below
    low = (fired("L1"),) if is_low and group is not Group.LESS else ()
    fell = case.drop is not None and case.drop > 0 and found.level <= rules.states.fine_up_to
    return (*cell, *trends, *found.rules[len(cell) :], *low, *((fired("D1"),) if fell else ()))
