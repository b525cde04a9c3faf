"""An applicant and the scenarios, one of which is the actual one."""

from dataclasses import replace

import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.scenario import Scenario

ACTUAL, BETTER, WORSE = (Scenario(id=name, name=name) for name in ("actual", "better", "worse"))


@pytest.fixture
def applicant() -> Applicant:
    return Applicant(id="1", code="A-1", scenarios=(ACTUAL, BETTER, WORSE), actual_id="actual")


def ids(applicant: Applicant) -> list[str]:
    return [scenario.id for scenario in applicant.scenarios]


@pytest.mark.parametrize(
    ("kind", "is_img"),
    [("us_md", False), ("us_do", False), ("us_img", True), ("non_us_img", True)],
)
def test_imgs_come_from_schools_abroad(kind: str, is_img: bool) -> None:
    assert ApplicantType(kind).is_img is is_img


def test_two_scenarios_of_one_id_are_refused(applicant: Applicant) -> None:
    with pytest.raises(ValueError, match="share an id"):
        replace(applicant, scenarios=(ACTUAL, replace(BETTER, id="actual")))


def test_the_actual_scenario_must_be_among_them(applicant: Applicant) -> None:
    with pytest.raises(ValueError, match="not among"):
        replace(applicant, actual_id="gone")


def test_a_scenario_is_found_by_its_id(applicant: Applicant) -> None:
    assert applicant.scenario("better") == BETTER
    with pytest.raises(KeyError):
        applicant.scenario("gone")


def test_a_changed_scenario_takes_the_place_of_its_former_self(applicant: Applicant) -> None:
    changed = replace(BETTER, notes="retake not possible")
    assert applicant.with_scenario(changed).scenarios == (ACTUAL, changed, WORSE)


def test_a_scenario_that_is_not_there_changes_nothing(applicant: Applicant) -> None:
    assert applicant.with_scenario(replace(BETTER, id="gone")) == applicant


@pytest.mark.parametrize(
    ("after", "order"),
    [
        ("actual", ["actual", "new", "better", "worse"]),
        ("worse", ["actual", "better", "worse", "new"]),
    ],
)
def test_a_new_scenario_stands_behind_the_one_named(
    applicant: Applicant, after: str, order: list[str]
) -> None:
    new = Scenario(id="new", name="New")
    assert ids(applicant.with_added(new, after=after)) == order


def test_another_scenario_taken_away_leaves_the_actual_one(applicant: Applicant) -> None:
    found = applicant.without_scenario("better")
    assert (ids(found), found.actual_id) == (["actual", "worse"], "actual")


def test_without_the_actual_scenario_the_first_one_left_takes_over(applicant: Applicant) -> None:
    found = applicant.without_scenario("actual")
    assert (ids(found), found.actual_id) == (["better", "worse"], "better")


def test_the_last_scenario_stays(applicant: Applicant) -> None:
    last = applicant.without_scenario("actual").without_scenario("better")
    with pytest.raises(ValueError, match="last scenario"):
        last.without_scenario("worse")


def test_another_scenario_can_be_the_actual_one(applicant: Applicant) -> None:
    assert applicant.with_actual("worse").actual_id == "worse"
    with pytest.raises(ValueError, match="not among"):
        applicant.with_actual("gone")
