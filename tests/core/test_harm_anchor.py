"""The harm anchor: whose score it is, and from where."""

from collections.abc import Callable

import pytest

from smartpick_desktop.core.assessment.verdict import Assessment
from smartpick_desktop.core.harm_anchor import LABEL, harm_anchor
from smartpick_desktop.core.number_line import Anchor
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Scenario, Target

AnchorOf = Callable[..., Anchor | None]


@pytest.fixture
def anchor_of(judge: Callable[..., Assessment], reference: Reference) -> AnchorOf:
    """The anchor of a target, of a US MD at first."""

    def anchor(target: str | Target, kind: str = "us_md") -> Anchor | None:
        aim = target if isinstance(target, Target) else Target(specialty=target)
        scenario = Scenario(id="a", name="Actual", targets=(aim,))
        verdict = judge(None, 244, aim, kind=kind).verdicts[0]
        return harm_anchor(scenario, verdict, reference)

    return anchor


def caption(anchor: Anchor | None) -> str:
    assert anchor is not None
    assert anchor.caption.startswith(f"{anchor.score}, ")
    return anchor.caption


def test_it_says_what_it_marks(anchor_of: AnchorOf) -> None:
    found = anchor_of("dermatology")
    assert found is not None
    assert found.label == LABEL == "Most programs are not concerned until here"


@pytest.mark.parametrize(
    ("specialty", "words"),
    [
        # not matched 239 < Q1 247
        ("anesthesiology", "239, Anesthesiology, stand-in: median of not matched, 2026"),
        # not matched 252 > Q1 251
        ("dermatology", "251, Dermatology, stand-in: lower quartile of matched, 2026"),
    ],
)
def test_the_stand_in_is_the_lower_of_two_figures(
    anchor_of: AnchorOf, specialty: str, words: str
) -> None:
    assert caption(anchor_of(specialty)) == words


def test_do_figures_are_called_means(anchor_of: AnchorOf) -> None:
    assert caption(anchor_of("dermatology", "us_do")) == (
        "246, Dermatology, stand-in: mean of not matched, 2024"
    )


@pytest.mark.parametrize(
    ("group", "score"), [(Group.LESS, 215), (Group.MODERATE, 225), (Group.ULTRA, 250)]
)
def test_without_figures_the_lowest_band_edge_that_is_fine_stands_in(
    anchor_of: AnchorOf, group: Group, score: int
) -> None:
    target = Target(specialty="urology", group=group)
    assert caption(anchor_of(target)) == f"{score}, Urology, stand-in: band edge"


def test_a_group_without_figures_has_the_band_edge_too(anchor_of: AnchorOf) -> None:
    assert caption(anchor_of("dermatology", "us_img")) == "250, Dermatology, stand-in: band edge"


def test_without_figures_and_without_a_group_there_is_none(anchor_of: AnchorOf) -> None:
    assert anchor_of("urology") is None


@pytest.mark.parametrize("kind", ["us_md", "us_do", "us_img"])
def test_a_survey_figure_takes_the_place_of_every_stand_in(anchor_of: AnchorOf, kind: str) -> None:
    target = Target(specialty="dermatology", survey_anchor=246)
    assert caption(anchor_of(target, kind)) == "246, Dermatology, your survey figure"


def test_a_survey_figure_needs_no_group(anchor_of: AnchorOf) -> None:
    target = Target(specialty="urology", survey_anchor=245)
    assert caption(anchor_of(target)) == "245, Urology, your survey figure"
