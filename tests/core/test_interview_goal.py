"""How many interviews to aim for: the user's number, else the nearest published figure."""

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.interview_goal import InterviewGoal, interview_goal
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target

US_MD, US_IMG, IMG = ApplicantType.US_MD, ApplicantType.US_IMG, ApplicantType.NON_US_IMG


def goal(
    reference: Reference,
    kind: ApplicantType,
    *targets: str,
    own: int | None = None,
    needed: int = 30,
) -> InterviewGoal | None:
    scenario = Scenario(
        id="a",
        name="Actual",
        targets=tuple(Target(specialty=key) for key in targets),
        interview_goal=own,
    )
    return interview_goal(scenario, kind, reference.ranks, people_needed=needed)


@pytest.mark.parametrize(
    ("kind", "specialty", "number", "who"),
    [
        (IMG, "pathology", 7, "median of matched Non-US IMGs in this specialty, 2026"),
        (IMG, "internal_medicine_academic", 5, "median of matched Non-US IMGs in this"),
        (IMG, "radiation_oncology", 5, "median of matched Non-US IMGs in all specialties"),
        (IMG, "urology", 5, "median of matched Non-US IMGs in all specialties"),
        (US_MD, "orthopaedic_surgery", 13, "mean of matched US MDs in this specialty, 2016-2022"),
        (US_IMG, "general_surgery", 10, "mean of matched applicants of all types in this"),
        (US_MD, "anesthesiology", 10, "mean of matched applicants of all types in all"),
    ],
)
def test_the_nearest_figure_of_enough_people_gives_the_goal(
    reference: Reference, kind: ApplicantType, specialty: str, number: int, who: str
) -> None:
    found = goal(reference, kind, specialty)

    assert found is not None
    assert (found.number, found.is_own) == (number, False)
    assert found.figure is not None
    assert found.figure.who.startswith(f"the {who}")


def test_a_figure_of_few_people_counts_where_fewer_are_needed(reference: Reference) -> None:
    found = goal(reference, IMG, "radiation_oncology", needed=12)

    assert found is not None
    assert found.number == 11


def test_the_first_target_sets_the_goal(reference: Reference) -> None:
    found = goal(reference, IMG, "neurology", "pathology")

    assert found is not None
    assert (found.specialty, found.number) == ("neurology", 6)


def test_a_goal_of_ones_own_goes_before_every_figure(reference: Reference) -> None:
    assert goal(reference, IMG, "pathology", own=0) == InterviewGoal(number=0)


def test_without_a_target_there_is_none(reference: Reference) -> None:
    assert goal(reference, US_MD) is None
