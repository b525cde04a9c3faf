"""The examples that must hold, word for word, and the figures that go with them."""

from collections.abc import Callable

import pytest

from smartpick_desktop.core.assessment.verdict import Assessment, TargetVerdict
from smartpick_desktop.core.norms import percentile
from smartpick_desktop.core.reference import Reference

Judge = Callable[..., Assessment]
Verdict = Callable[..., TargetVerdict]

BOTH_MEDICINES = ("internal_medicine", "internal_medicine_academic")
LESS = (
    "family_medicine", "pediatrics", "psychiatry", "internal_medicine", "pathology",
    "child_neurology",
)  # fmt: skip
MODERATE = (
    "neurology", "anesthesiology", "general_surgery", "emergency_medicine",
    "internal_medicine_academic", "diagnostic_radiology", "interventional_radiology",
    "obstetrics_gynecology", "physical_medicine_rehabilitation", "internal_medicine_pediatrics",
    "vascular_surgery",
)  # fmt: skip


def test_250_to_244_without_a_target_reads_1_at_one_end_and_3_at_the_other(judge: Judge) -> None:
    found = judge(250, 244)
    assert (found.less_impact, found.ultra_impact) == (1, 3)


def test_230_to_214_without_a_target_reads_4_at_both_ends(judge: Judge) -> None:
    found = judge(230, 214)
    assert (found.less_impact, found.ultra_impact) == (4, 4)


@pytest.mark.parametrize("group", ["less", "moderate", "ultra"])
def test_230_to_214_reads_4_in_every_group(verdict: Verdict, group: str) -> None:
    assert verdict(230, 214, group).impact == 4


@pytest.mark.parametrize(
    ("step1", "step2", "target", "impact"),
    [
        (260, 255, "dermatology", 1),
        (255, 240, "dermatology", 3),
        (238, 225, "dermatology", 4),
        (245, 238, "anesthesiology", 2),
        (230, 218, "emergency_medicine", 3),
        (227, 221, "family_medicine", 2),
        (220, 215, "pediatrics", 2),
        (250, 242, "psychiatry", 1),
        (235, 228, "family_medicine", 2),
        (235, 228, "pediatrics", 2),
        (235, 228, "psychiatry", 2),
        (240, 224, "emergency_medicine", 3),
        (240, 224, "anesthesiology", 3),
        (225, 212, "dermatology", 4),
        (213, 210, "family_medicine", 5),
        (258, 252, "internal_medicine", 0),
        (258, 252, "internal_medicine_academic", 0),
        (258, 252, "orthopaedic_surgery", 1),
    ],
)
def test_an_example_reads_as_agreed(
    verdict: Verdict, step1: int, step2: int, target: str, impact: int
) -> None:
    assert verdict(step1, step2, target).impact == impact


@pytest.mark.parametrize(("step1", "step2", "impact"), [(255, 240, 2), (238, 225, 3)])
def test_research_and_letters_take_a_level_off_in_dermatology(
    verdict: Verdict, step1: int, step2: int, impact: int
) -> None:
    found = verdict(step1, step2, "dermatology", strengths=["research", "letters"])
    assert found.impact == impact


@pytest.mark.parametrize("target", ["emergency_medicine", "anesthesiology"])
def test_240_to_224_makes_programs_ask_what_happened(verdict: Verdict, target: str) -> None:
    assert "T3" in [rule.id for rule in verdict(240, 224, target).rules]


@pytest.mark.parametrize("target", [*LESS, *MODERATE])
@pytest.mark.parametrize(("step1", "step2"), [(260, 252), (245, 238), (230, 226)])
def test_a_small_fall_is_annoying_but_fine_outside_ultra(
    verdict: Verdict, step1: int, step2: int, target: str
) -> None:
    found = verdict(step1, step2, target)
    assert (found.state, found.fine, found.to_address) == ("fine_as_is", ("D1",), ())


@pytest.mark.parametrize(("step1", "step2"), [(245, 238), (230, 226)])
def test_the_same_fall_is_not_among_the_fine_ones_in_ultra(
    verdict: Verdict, step1: int, step2: int
) -> None:
    assert verdict(step1, step2, "dermatology").fine == ()


@pytest.mark.parametrize(
    ("target", "group"), [*((t, "less") for t in LESS), *((t, "moderate") for t in MODERATE)]
)
def test_the_small_falls_were_tried_in_the_groups_meant(
    verdict: Verdict, target: str, group: str
) -> None:
    assert verdict(260, 252, target).group == group


@pytest.mark.parametrize(("on", "passed"), [("2025-06-30", True), ("2025-07-01", False)])
def test_216_passes_until_the_pass_mark_rises(judge: Judge, on: str, passed: bool) -> None:
    step2 = judge(None, 216, on=on).step2
    assert step2 is not None
    assert step2.passed is passed


def test_250_to_244_is_from_the_82nd_to_the_30th_percentile(
    judge: Judge, reference: Reference
) -> None:
    found = judge(250, 244)
    assert found.step2 is not None
    assert (found.step1.percentile, found.step2.percentile) == (82, 30)
    assert percentile(244, reference.step1_norms) == 70


@pytest.mark.parametrize(
    ("target", "score", "percent", "state"),
    [
        ("emergency_medicine", 224, 87, "worth_a_plan"),
        ("family_medicine", 221, 97, "fine_as_is"),
        ("internal_medicine", 238, 98, "fine_as_is"),
        ("internal_medicine_academic", 238, 98, "fine_as_is"),
        ("dermatology", 238, 59, "needs_a_plan_first"),
    ],
)
def test_the_figures_quoted_beside_the_examples_are_the_observed_ones(
    verdict: Verdict, target: str, score: int, percent: int, state: str
) -> None:
    figures = verdict(None, score, target).figures
    assert figures is not None
    assert figures.rate is not None
    assert (figures.rate.percent, figures.state) == (percent, state)


@pytest.mark.parametrize("score", [230, 239])
def test_a_rate_is_quoted_with_its_people_band_and_years(verdict: Verdict, score: int) -> None:
    figures = verdict(None, score, "anesthesiology").figures
    assert figures is not None
    assert figures.basis == (
        "81 % of 874 US MD seniors who ranked anesthesiology with 230–239 matched, 2020–24."
    )
