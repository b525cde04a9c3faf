"""Flags to address, falls that are annoying but fine, and the rules with their reasons."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from smartpick_desktop.core.assessment.verdict import State, TargetVerdict
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rules import (
    RULE_IDS,
    AttemptsRule,
    BothLow,
    DropRule,
    FailRule,
    ImgRule,
    MatrixRow,
    NearPass,
    OffsetRow,
    StateEdges,
)

Verdict = Callable[..., TargetVerdict]


def reason(verdict: TargetVerdict, rule_id: str) -> str:
    [found] = [rule.reason for rule in verdict.rules if rule.id == rule_id]
    return found


@pytest.mark.parametrize("group", ["moderate", "ultra"])
@pytest.mark.parametrize(
    ("score", "flagged"), [(220, False), (219, True), (1, True), (260, False)]
)
def test_under_220_is_to_address_outside_less(
    verdict: Verdict, group: str, score: int, flagged: bool
) -> None:
    assert ("L1" in verdict(None, score, group).to_address) is flagged


@pytest.mark.parametrize("score", [219, 150])
def test_under_220_is_no_flag_in_less(verdict: Verdict, score: int) -> None:
    assert "L1" not in verdict(None, score, "less").to_address


def test_a_fail_without_a_score_has_no_low_score(verdict: Verdict) -> None:
    assert verdict(None, "fail", "ultra").to_address == ("R1",)


@pytest.mark.parametrize(
    ("step1", "step2", "fine"),
    [
        (245, 244, True),
        (244, 244, False),
        (243, 244, False),
        ("pass", 244, False),
        (None, 244, False),
    ],
)
def test_only_a_fall_is_annoying_but_fine(
    verdict: Verdict, step1: int | str | None, step2: int, fine: bool
) -> None:
    assert ("D1" in verdict(step1, step2, "moderate").fine) is fine


@pytest.mark.parametrize("step1", [244, 243, 200])
def test_no_fall_and_no_rise_has_a_drop_flag(verdict: Verdict, step1: int) -> None:
    found = verdict(step1, 244, "moderate", concerns=["remediation"])
    assert (found.fine, found.to_address) == ((), ())


@pytest.mark.parametrize(
    ("step2", "group", "fine"),
    [
        (250, "ultra", True), (240, "ultra", False), (225, "moderate", True),
        (224, "moderate", False), (215, "less", True), (214, "less", False),
    ],
)  # fmt: skip
def test_a_fall_is_fine_while_the_impact_is_2_or_less(
    verdict: Verdict, step2: int, group: str, fine: bool
) -> None:
    found = verdict(260, step2, group)
    assert found.impact is not None
    assert (found.fine == ("D1",), found.impact <= 2) == (fine, fine)


def test_a_rule_that_lifts_the_impact_takes_the_fine_flag_away(verdict: Verdict) -> None:
    assert verdict(250, 245, "less", failed=(1, 0)).fine == ()


def test_what_lowers_the_impact_brings_the_fine_flag(verdict: Verdict) -> None:
    assert verdict(255, 240, "ultra", strengths=["letters", "research"]).fine == ("D1",)


def test_the_two_kinds_are_listed_apart(verdict: Verdict) -> None:
    found = verdict(225, 219, "ultra", failed=(1, 0), on="2024-01-01")
    assert (found.to_address, found.fine) == (("M4", "M6", "L1"), ())


def test_a_fail_comes_first_among_what_to_address(verdict: Verdict) -> None:
    found = verdict(240, 210, "ultra", failed=(1, 0), on="2026-01-01", concerns=["remediation"])
    assert found.to_address == ("R1", "M4", "M5", "L1")


@pytest.mark.parametrize("rule", ["M1", "M2", "M3", "T3", "T4"])
def test_the_other_rules_are_no_flags(verdict: Verdict, rule: str) -> None:
    files = (
        verdict(210, 210, "less", kind="us_img"),
        verdict(250, 224, "ultra"),
        verdict(250, 245, "ultra", strengths=["letters", "mspe"]),
    )
    assert any(rule in [fired.id for fired in found.rules] for found in files)
    assert all(rule not in (*found.to_address, *found.fine) for found in files)


def test_the_cell_says_score_band_group_and_level(verdict: Verdict) -> None:
    found = reason(verdict(None, 240, "ultra"), "B240.ultra")
    assert all(word in found for word in ("240", "strong", "ultra-competitive", "3 of 5"))


def test_a_fail_is_said_plainly_with_the_mark_and_its_date(verdict: Verdict) -> None:
    found = reason(verdict(None, 217, "less", on="2025-08-01"), "R1")
    assert all(word in found for word in ("217", "218", "1 July 2025", "a fail"))


def test_a_fail_without_a_score_is_said_plainly(verdict: Verdict) -> None:
    found = reason(verdict(None, "fail", "less"), "R1")
    assert "a fail" in found
    assert "None" not in found


def test_a_near_pass_says_by_how_much(verdict: Verdict) -> None:
    found = reason(verdict(None, 220, "ultra", on="2025-08-01"), "M6")
    assert all(word in found for word in ("by 2", "218", "4 of 5"))


def test_offsets_are_counted(verdict: Verdict) -> None:
    found = reason(verdict(None, 245, "ultra", strengths=["letters", "mspe", "school"]), "M2")
    assert found.startswith("3 strengths")


def test_the_fall_is_named_in_points(verdict: Verdict) -> None:
    assert reason(verdict(250, 243, "moderate"), "D1").startswith("7 points under Step 1")


@pytest.mark.parametrize(
    ("group", "score", "level"), [("less", 230, 3), ("less", 224, 4), ("ultra", 230, 4)]
)
def test_at_least_names_what_the_rule_asks_for(
    verdict: Verdict, group: str, score: int, level: int
) -> None:
    found = reason(verdict(None, score, group, failed=(1, 0)), "M4")
    assert f"at least {level} of 5" in found


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("M4", {"failed": (1, 0)}),
        ("M5", {"concerns": ["remediation"]}),
        ("M6", {"on": "2022-07-01"}),
    ],
)
def test_at_least_never_names_the_higher_level_that_another_rule_gave(
    verdict: Verdict, rule: str, more: dict[str, object]
) -> None:
    found = verdict(240, 216, "ultra", kind="us_img", **more)
    assert found.impact == 5  # 4 in the table, 5 by M3
    assert "at least 4 of 5" in reason(found, rule)


@pytest.mark.parametrize("rule_id", [*RULE_IDS, "B240.ultra"])
def test_every_rule_has_a_title_and_a_text(reference: Reference, rule_id: str) -> None:
    rule = reference.impact.text(rule_id)
    assert rule.title
    assert rule.text.endswith(".")


@pytest.mark.parametrize("word", ["!", "doomed", "kill", "red flag", "low chance"])
def test_no_rule_alarms(reference: Reference, word: str) -> None:
    for rule in reference.impact.rules:
        said = f"{rule.title} {rule.text} {rule.reason} {rule.reason_without_score}".lower()
        assert word not in said


@pytest.mark.parametrize("level", [-1, 6])
def test_a_level_outside_0_to_5_is_refused(level: int) -> None:
    for make in (
        lambda: MatrixRow(lowest=1, less=level, moderate=0, ultra=0),
        lambda: MatrixRow(lowest=1, less=0, moderate=level, ultra=0),
        lambda: MatrixRow(lowest=1, less=0, moderate=0, ultra=level),
        lambda: BothLow(below=215, level=level),
        lambda: OffsetRow(lowest=240, from_level=level),
        lambda: ImgRule(below=240, add=level),
        lambda: AttemptsRule(level=level, less_level=3, less_from=225),
        lambda: AttemptsRule(level=4, less_level=level, less_from=225),
        lambda: DropRule(drop=10, level=level, one_of=frozenset()),
        lambda: NearPass(margin=5, less_level=level, level=4),
        lambda: NearPass(margin=5, less_level=3, level=level),
        lambda: FailRule(level=level),
    ):
        with pytest.raises(ValueError, match=f"impact {level} is outside"):
            make()


def test_no_level_can_come_off_0() -> None:
    with pytest.raises(ValueError, match="outside 1-5"):
        OffsetRow(lowest=240, from_level=0)


def test_states_upside_down_are_refused() -> None:
    with pytest.raises(ValueError, match="upside down"):
        StateEdges(fine_up_to=4, worth_up_to=3)


def test_rates_upside_down_are_refused(reference: Reference) -> None:
    with pytest.raises(ValueError, match="upside down"):
        replace(reference.impact.figures, rate_fine_from=70)


@pytest.mark.parametrize("rows", [slice(0, 0), slice(0, 4), slice(None, None, -1)])
def test_the_table_must_fall_to_the_lowest_score(reference: Reference, rows: slice) -> None:
    with pytest.raises(ValueError, match="must fall to 0"):
        replace(reference.impact, matrix=reference.impact.matrix[rows])


def test_a_rule_without_a_text_is_refused(reference: Reference) -> None:
    with pytest.raises(ValueError, match="no text for B"):
        replace(reference.impact, rules=reference.impact.rules[1:])


def test_a_rule_with_two_texts_is_refused(reference: Reference) -> None:
    rules = reference.impact.rules
    with pytest.raises(ValueError, match="one text for each"):
        replace(reference.impact, rules=(*rules, rules[0]))


@pytest.mark.parametrize(
    "reason",
    [
        "{scoer}",
        "{}",
        "{0}",
        "{score.real}",
        "{score[0]}",
        "{score!r}",
        "{score:>9}",
        "{score:{level}}",
    ],
)
def test_a_reason_may_use_the_known_places_only(reference: Reference, reason: str) -> None:
    with pytest.raises(ValueError, match="unknown place"):
        replace(reference.impact.rules[0], reason=reason)


@pytest.mark.parametrize("reason", ["{score", "score}", "{"])
def test_a_reason_with_a_stray_brace_is_refused(reference: Reference, reason: str) -> None:
    with pytest.raises(ValueError, match=r"'[{}]'"):
        replace(reference.impact.rules[0], reason=reason)


def test_a_reason_may_hold_braces_of_its_own(reference: Reference) -> None:
    rule = replace(reference.impact.rules[0], reason="{{score}} {score}")
    assert rule.reason.format_map({"score": 244}) == "{score} 244"


def test_each_cell_shares_the_text_of_the_family(reference: Reference) -> None:
    assert reference.impact.text("B240.ultra").id == "B"
    assert reference.impact.text("M4").id == "M4"


def test_a_fail_is_named_even_where_a_target_has_no_group(
    verdict: Callable[..., TargetVerdict],
) -> None:
    found = verdict(None, "fail", "urology")

    assert found.to_address == ("R1",)
    assert [rule.id for rule in found.rules] == ["R1"]
    assert found.impact is None
    assert found.headline is State.NEEDS_A_PLAN_FIRST
