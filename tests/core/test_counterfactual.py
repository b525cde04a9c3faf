"""What would lower an impact: each change does, and none of its kind is nearer."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.case import Case
from smartpick_desktop.core.assessment.counterfactual import changes
from smartpick_desktop.core.assessment.impact import impact, level
from smartpick_desktop.core.assessment.verdict import Change, TargetVerdict
from smartpick_desktop.core.norms import PassMark
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.scenario import Concern, Group, Strength

Verdict = Callable[..., TargetVerdict]

SCORES = (208, 214, 215, 218, 223, 224, 225, 239, 240, 249, 250)
STRENGTHS: tuple[frozenset[Strength], ...] = (
    frozenset(),
    frozenset({Strength.LETTERS}),
    frozenset({Strength.MSPE}),
    frozenset({Strength.LETTERS, Strength.RESEARCH}),
)
EARNABLE = {"letters", "research", "us_clinical_experience", "home_program"}
PLAIN = Case(
    applicant_type=ApplicantType.US_MD, step1=None, step2=None, step2_failed=True, planned=False,
    pass_mark=None, has_failed_attempt=False, strengths=frozenset(), concerns=frozenset(),
)  # fmt: skip


def every_case(marks: tuple[PassMark, ...]) -> list[Case]:
    """Cases on both sides of every edge, a rule or two at work in each: some hundreds."""
    img = replace(PLAIN, applicant_type=ApplicantType.NON_US_IMG)
    contexts = (
        PLAIN,
        img,
        replace(PLAIN, has_failed_attempt=True),
        replace(img, has_failed_attempt=True),
        replace(PLAIN, step1=200),
        replace(PLAIN, step1=260, concerns=frozenset({Concern.REMEDIATION})),
    )
    dated = [replace(context, pass_mark=marks[-1]) for context in contexts[:3]]
    planned = [replace(context, planned=True) for context in contexts]
    cases = [
        PLAIN,
        *(
            replace(context, step2=score, step2_failed=False, strengths=strengths)
            for context, score, strengths in product(
                (*contexts, *dated, *planned), SCORES, STRENGTHS
            )
        ),
    ]
    return [replace(case, next_pass_mark=marks[-1]) for case in cases]


def applied(case: Case, group: Group, change: Change) -> tuple[Case, Group]:
    """The case and the group after `change`."""
    kind, _, what = change.change.partition(":")
    match kind:
        case "strengths":
            added = frozenset(map(Strength, what.split(",")))
            assert not added & case.strengths
            return replace(case, strengths=case.strengths | added), group
        case "step2":
            return replace(case, step2=int(what)), group
        case "group":
            return case, Group(what)
        case "retake":
            return retaken(case, int(what)), group
    raise AssertionError(change.change)


def retaken(case: Case, score: int) -> Case:
    """The case after another attempt that was passed; the fail counts as a failed attempt."""
    mark = case.next_pass_mark
    assert mark is not None
    assert score >= mark.score
    again = replace(case, step2=score, step2_failed=False, pass_mark=mark)
    return replace(again, has_failed_attempt=True)


def lowers(case: Case, group: Group, rules: ImpactRules, now: int) -> bool:
    after = level(case, group, rules)
    return after is not None and after < now


def kinds(found: tuple[Change, ...]) -> list[str]:
    return [change.change.partition(":")[0] for change in found]


def test_the_level_searched_by_is_the_level_shown(reference: Reference) -> None:
    rules, scheme = reference.impact, reference.band_schemes["article"]
    for case in every_case(reference.pass_marks):
        for group in Group:
            shown = impact(case, group, rules, scheme)
            assert shown is not None
            assert level(case, group, rules) == shown.level


def test_every_change_named_lowers_the_impact_to_the_one_named(reference: Reference) -> None:
    rules, tried = reference.impact, 0
    for case in every_case(reference.pass_marks):
        for group in Group:
            now = level(case, group, rules)
            for change in changes(case, group, rules):
                assert level(*applied(case, group, change), rules) == change.impact
                assert now is not None
                assert change.impact < now
                tried += 1
    assert tried > 500


def test_a_change_is_named_above_2_wherever_one_of_its_kind_would_do(
    reference: Reference,
) -> None:
    rules = reference.impact
    for case in every_case(reference.pass_marks):
        for group in Group:
            now = level(case, group, rules)
            assert now is not None
            expected = {
                kind
                for kind, others in every_change(case, group).items()
                if any(lowers(*other, rules, now) for other in others)
            }
            found = set(kinds(changes(case, group, rules)))
            assert found == (expected if now > 2 else set())


def test_no_smaller_set_of_strengths_would_do(reference: Reference) -> None:
    rules = reference.impact
    for case in every_case(reference.pass_marks):
        now = level(case, Group.ULTRA, rules)
        sizes = {
            change.change.count(",") + 1
            for change in changes(case, Group.ULTRA, rules)
            if change.change.startswith("strengths:")
        }
        assert len(sizes) <= 1
        for smaller in every_set(EARNABLE):
            if now is not None and sizes and len(smaller) < min(sizes):
                more = replace(case, strengths=case.strengths | set(smaller))
                assert not lowers(more, Group.ULTRA, rules, now)


def test_no_lower_score_would_do(reference: Reference) -> None:
    rules = reference.impact
    for case in every_case(reference.pass_marks):
        for group in Group:
            now = level(case, group, rules)
            for change in changes(case, group, rules):
                if change.change.startswith("step2:"):
                    needed = int(change.change.removeprefix("step2:"))
                    assert case.step2 is not None
                    assert now is not None
                    between = range(case.step2 + 1, needed)
                    assert not any(
                        lowers(replace(case, step2=s), group, rules, now) for s in between
                    )


def test_no_nearer_group_would_do(reference: Reference) -> None:
    rules = reference.impact
    for case in every_case(reference.pass_marks):
        now = level(case, Group.ULTRA, rules)
        assert now is not None
        for change in changes(case, Group.ULTRA, rules):
            if change.change == "group:less":
                assert not lowers(case, Group.MODERATE, rules, now)


@pytest.mark.parametrize(("score", "group"), [(225, "moderate"), (215, "less"), (250, "ultra")])
def test_an_impact_up_to_2_names_no_change(verdict: Verdict, score: int, group: str) -> None:
    found = verdict(None, score, group, planned=True)
    assert found.impact is not None
    assert found.impact <= 2
    assert found.changes == ()


def test_dermatology_at_240_names_strengths_and_a_group(verdict: Verdict) -> None:
    found = verdict(255, 240, "dermatology")
    assert [(c.change, c.impact) for c in found.changes] == [
        ("strengths:letters,research", 2), ("group:moderate", 1),
    ]  # fmt: skip


def test_one_more_strength_is_named_for_each_that_would_do(verdict: Verdict) -> None:
    found = verdict(255, 240, "dermatology", strengths=["letters"])
    assert [c.change for c in found.changes] == [
        "strengths:research", "strengths:us_clinical_experience", "strengths:home_program",
        "group:moderate",
    ]  # fmt: skip


def test_strengths_that_cannot_be_earned_any_more_are_not_named(verdict: Verdict) -> None:
    for score in range(200, 260):
        for change in verdict(None, score, "ultra").changes:
            kind, _, what = change.change.partition(":")
            assert kind != "strengths" or set(what.split(",")) <= EARNABLE


def test_a_planned_score_names_the_score_needed(verdict: Verdict) -> None:
    found = verdict(255, 230, "dermatology", planned=True)
    [needed] = [change for change in found.changes if change.change.startswith("step2")]
    assert (needed.change, needed.impact) == ("step2:240", 3)
    assert "240" in needed.text


def test_a_score_that_was_taken_cannot_be_raised(verdict: Verdict) -> None:
    assert "step2" not in kinds(verdict(255, 230, "dermatology").changes)


def test_the_nearest_group_is_named_though_a_further_one_reads_lower(verdict: Verdict) -> None:
    found = verdict(None, 224, "ultra")
    assert [(c.change, c.impact) for c in found.changes] == [("group:moderate", 3)]


def test_a_further_group_is_named_where_the_nearest_reads_alike(verdict: Verdict) -> None:
    found = verdict(None, 230, "ultra", failed=(1, 0))
    assert [(c.change, c.impact) for c in found.changes] == [("group:less", 3)]


@pytest.mark.parametrize("group", ["less", "moderate", "ultra"])
def test_a_fail_names_the_pass_that_would_change_it(verdict: Verdict, group: str) -> None:
    for found in (verdict(None, "fail", group), verdict(None, 210, group, on="2026-01-01")):
        [retake] = found.changes
        assert (retake.change, retake.impact) == ("retake:218", 4)
        assert retake.text == "A pass on the next attempt, 218 or more"


def test_only_a_fail_is_retaken(verdict: Verdict) -> None:
    assert "retake" not in kinds(verdict(None, 218, "ultra", on="2026-01-01").changes)


def test_changes_are_put_into_words(verdict: Verdict) -> None:
    strengths, group = verdict(255, 240, "dermatology").changes
    assert "letters" in strengths.text
    assert "research" in strengths.text
    assert "moderately competitive" in group.text


def test_a_target_without_a_group_and_an_open_score_name_no_change(verdict: Verdict) -> None:
    assert verdict(None, 200, "urology").changes == ()
    assert verdict(None, None, "dermatology").changes == ()


def test_what_can_be_earned_is_data(reference: Reference) -> None:
    offsets = replace(reference.impact.offsets, can_be_earned=(Strength.RESEARCH,))
    rules = replace(reference.impact, offsets=offsets)
    case = replace(PLAIN, step2=240, step2_failed=False, strengths=frozenset({Strength.MSPE}))
    assert [c.change for c in changes(case, Group.ULTRA, rules)] == [
        "strengths:research", "group:moderate",
    ]  # fmt: skip


def test_a_group_that_reads_lower_under_edited_rules_is_named_in_words(
    reference: Reference,
) -> None:
    rows = tuple(replace(row, ultra=0) for row in reference.impact.matrix)
    [change] = changes(
        replace(PLAIN, step2=220, step2_failed=False),
        Group.MODERATE,
        replace(reference.impact, matrix=tuple(replace(row, less=3) for row in rows)),
    )
    assert (change.change, change.text[:20]) == ("group:ultra", "An ultra-competitive")


def every_change(case: Case, group: Group) -> dict[str, list[tuple[Case, Group]]]:
    """All that could be tried, by kind of change."""
    strengths = (case.strengths | set(more) for more in every_set(EARNABLE))
    scores = range((case.step2 or 0) + 1, 261) if case.planned else ()
    return {
        "strengths": [(replace(case, strengths=held), group) for held in strengths],
        "step2": [(replace(case, step2=score), group) for score in scores],
        "retake": [(retaken(case, s), group) for s in range(218, 261)] if case.is_fail else [],
        "group": [(case, other) for other in Group],
    }


def every_set(strengths: set[str]) -> list[tuple[Strength, ...]]:
    ordered = sorted(map(Strength, strengths))
    return [s for size in range(1, len(ordered) + 1) for s in combinations(ordered, size)]
