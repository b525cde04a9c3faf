"""The nearest changes that would lower an impact, found by search over the same rules."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from smartpick_desktop.core.assessment.case import Case
from smartpick_desktop.core.assessment.impact import level
from smartpick_desktop.core.assessment.verdict import Change
from smartpick_desktop.core.exams import HIGHEST_SCORE
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.scenario import Group, Strength
from smartpick_desktop.core.specialties import GROUP_WORDS

STRENGTH_WORDS = {
    Strength.LETTERS: "strong letters from known faculty",
    Strength.CLINICAL_GRADES: "clinical grades",
    Strength.MSPE: "a strong MSPE narrative",
    Strength.RESEARCH: "research in the specialty",
    Strength.HOME_PROGRAM: "home-program or mentor support",
    Strength.SCHOOL: "a well-connected school",
    Strength.US_CLINICAL_EXPERIENCE: "US clinical experience",
}


def changes(case: Case, group: Group, rules: ImpactRules) -> tuple[Change, ...]:
    """What would lower the impact: strengths to earn, a planned score, a retake, another group.

    Of each kind only the smallest change is named. Empty for a fine-as-is impact, and where
    nothing lowers it.
    """
    now = level(case, group, rules)
    if now is None or now <= rules.states.fine_up_to:
        return ()
    found = (
        *_by_strengths(case, group, rules, now),
        *_by_score(case, group, rules, now),
        *_by_retake(case, group, rules, now),
        *_by_group(case, group, rules, now),
    )
    return tuple(found)


def _by_strengths(case: Case, group: Group, rules: ImpactRules, now: int) -> Iterator[Change]:
    """The smallest sets of strengths still to be earned; all of them while one is enough."""
    open_ones = [s for s in rules.offsets.can_be_earned if s not in case.strengths]
    for size in range(1, len(open_ones) + 1):
        lowered = False
        for added in combinations(open_ones, size):
            after = level(replace(case, strengths=case.strengths | set(added)), group, rules)
            if after is not None and after < now:
                yield _strength_change(added, after)
                lowered = True
                if size > 1:
                    break
        if lowered:
            return


def _by_score(case: Case, group: Group, rules: ImpactRules, now: int) -> Iterator[Change]:
    """The lowest score that would do, while the exam is still planned."""
    if not case.planned or case.step2 is None:
        return
    for score in range(case.step2 + 1, HIGHEST_SCORE + 1):
        after = level(replace(case, step2=score), group, rules)
        if after is not None and after < now:
            text = f"A Step 2 CK of {score} or more"
            yield Change(change=f"step2:{score}", text=text, impact=after)
            return


def _by_retake(case: Case, group: Group, rules: ImpactRules, now: int) -> Iterator[Change]:
    """The lowest pass that would do after a fail, which stays on the record as an attempt."""
    mark = case.next_pass_mark
    if not case.is_fail or mark is None:
        return
    again = replace(case, step2_failed=False, pass_mark=mark, has_failed_attempt=True)
    for score in range(mark.score, HIGHEST_SCORE + 1):
        after = level(replace(again, step2=score), group, rules)
        if after is not None and after < now:
            text = f"A pass on the next attempt, {score} or more"
            yield Change(change=f"retake:{score}", text=text, impact=after)
            return


def _by_group(case: Case, group: Group, rules: ImpactRules, now: int) -> Iterator[Change]:
    """The nearest other group of specialties that reads lower."""
    order = list(Group)
    for other in sorted(Group, key=lambda g: abs(order.index(g) - order.index(group))):
        after = level(case, other, rules)
        if after is not None and after < now:
            text = f"A {GROUP_WORDS[other]} specialty, beside this one or instead"
            if other is Group.ULTRA:
                text = text.replace("A ", "An ", 1)
            yield Change(change=f"group:{other}", text=text, impact=after)
            return


def _strength_change(added: tuple[Strength, ...], after: int) -> Change:
    words = " and ".join(STRENGTH_WORDS[strength] for strength in added)
    return Change(
        change="strengths:" + ",".join(added), text=words[0].upper() + words[1:], impact=after
    )
