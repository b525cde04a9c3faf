"""The impact, 0-5, of a case in one group of specialties: matrix cell, then M1-M6, then R1."""

from collections.abc import Callable
from dataclasses import dataclass

from smartpick_desktop.core.assessment.case import Case
from smartpick_desktop.core.assessment.verdict import FiredRule, State
from smartpick_desktop.core.bands import BandScheme
from smartpick_desktop.core.rules import HIGHEST_IMPACT, LOWEST_IMPACT, ImpactRules, StateEdges
from smartpick_desktop.core.scenario import Group
from smartpick_desktop.core.specialties import GROUP_WORDS

Modifier = Callable[[int, Case, Group, ImpactRules], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """A level and the rules that led to it, in the order in which they applied."""

    level: int
    rules: tuple[FiredRule, ...]


def level(case: Case, group: Group, rules: ImpactRules) -> int | None:
    """The impact alone; None while Step 2 CK is open. Quick, for searching."""
    if not case.is_known:
        return None
    now = 0 if case.step2 is None else rules.row(case.step2).level(group)
    for _, modify in MODIFIERS:
        after = modify(now, case, group, rules)
        now = now if after is None else min(after, HIGHEST_IMPACT)
    return now


def impact(case: Case, group: Group, rules: ImpactRules, scheme: BandScheme) -> Impact | None:
    """The impact with its reasons; `scheme` names the band. None while Step 2 CK is open."""
    if not case.is_known:
        return None
    now, fired = 0, []
    if case.step2 is not None:
        row = rules.row(case.step2)
        now = row.level(group)
        words = words_of(case, group, now) | {"band": scheme.band(case.step2).label.lower()}
        cell = f"B{row.lowest}.{group}"
        fired.append(FiredRule(id=cell, reason=rules.reason(cell, words)))
    for rule_id, modify in MODIFIERS:
        after = modify(now, case, group, rules)
        if after is not None:
            now = min(after, HIGHEST_IMPACT)
            # "At least" names what the rule asks for, and other rules may have passed that.
            floor = modify(LOWEST_IMPACT, case, group, rules) if rule_id in AT_LEAST else None
            words = words_of(case, group, now if floor is None else floor)
            reason = rules.reason(rule_id, words)
            fired.append(FiredRule(id=rule_id, reason=reason))
    return Impact(level=now, rules=tuple(fired))


def state_of(impact_level: int, edges: StateEdges) -> State:
    """The headline of an impact."""
    if impact_level <= edges.fine_up_to:
        return State.FINE_AS_IS
    if impact_level <= edges.worth_up_to:
        return State.WORTH_A_PLAN
    return State.NEEDS_A_PLAN_FIRST


def words_of(case: Case, group: Group, reached: int) -> dict[str, object]:
    """The numbers of the case for a reason's named places."""
    mark = case.pass_mark
    return {
        "score": case.step2,
        "step1": case.step1,
        "step2": case.step2,
        "band": "",
        "group": GROUP_WORDS[group],
        "level": reached,
        "count": len(case.strengths),
        "drop": case.drop,
        "margin": case.margin,
        "mark": mark.score if mark else None,
        "since": f"{mark.since.day} {mark.since:%B %Y}" if mark else None,
    }


def _both_low(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M1."""
    if case.step1 is None or case.step2 is None:
        return None
    rule = rules.both_low
    return rule.level if max(case.step1, case.step2) < rule.below else None


def _offsets(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M2."""
    rule = rules.offsets
    if group is not Group.ULTRA or case.step2 is None:
        return None
    if len(case.strengths) < rule.strengths_needed or not case.strengths & rule.one_of:
        return None
    lowest = rules.row(case.step2).lowest
    works = any(row.lowest == lowest and row.from_level == now for row in rule.rows)
    return now - 1 if works else None


def _img(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M3."""
    if case.step2 is None or not case.applicant_type.is_img:
        return None
    return now + rules.img.add if case.step2 < rules.img.below else None


def _attempts(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M4."""
    if not case.has_failed_attempt:
        return None
    rule = rules.attempts
    milder = group is Group.LESS and case.step2 is not None and case.step2 >= rule.less_from
    return max(now, rule.less_level if milder else rule.level)


def _drop(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M5."""
    rule = rules.drop_with_concerns
    if case.drop is None or case.drop < rule.drop or not case.concerns & rule.one_of:
        return None
    return max(now, rule.level)


def _near_pass(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """M6."""
    rule = rules.near_pass
    if case.margin is None or not 0 <= case.margin <= rule.margin:
        return None
    return max(now, rule.less_level if group is Group.LESS else rule.level)


def _fail(now: int, case: Case, group: Group, rules: ImpactRules) -> int | None:
    """R1."""
    return rules.fail.level if case.is_fail else None


MODIFIERS: tuple[tuple[str, Modifier], ...] = (
    ("M1", _both_low),
    ("M2", _offsets),
    ("M3", _img),
    ("M4", _attempts),
    ("M5", _drop),
    ("M6", _near_pass),
    ("R1", _fail),
)
AT_LEAST = frozenset({"M4", "M5", "M6"})
