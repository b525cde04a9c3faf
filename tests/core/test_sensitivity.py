"""What would be if the score were another: every score tried, edges found, nothing left out."""

from datetime import date

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import Assessment, State
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.core.sensitivity import HIGHEST, LOWEST, sensitivity
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.reference_data import load_reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(resource()).reference


def outlook_at(score: int) -> Outlook:
    low = (score - 200) / 200
    return Outlook(
        low=low, middle=low + 0.1, high=low + 0.2, expected=1.0, fewest=0, most=2,
        interviews=(1.0,), programs={},
    )  # fmt: skip


def test_the_edges_of_the_article_are_found_and_every_score_has_a_verdict(
    reference: Reference,
) -> None:
    scenario = Scenario(
        id="s", name="Actual", step2=Step2Result(score=244),
        targets=(Target(specialty="dermatology"),),
    )  # fmt: skip

    def judge(tried: Scenario) -> Assessment:
        return assess(ApplicantType.US_MD, tried, reference, today=date(2026, 9, 1))

    found = sensitivity(scenario, "dermatology", judge, outlook_at)
    assert found.stretches[0].first == LOWEST
    assert found.stretches[-1].last == HIGHEST
    for one, after in zip(found.stretches, found.stretches[1:], strict=False):
        assert after.first == one.last + 1
        assert (one.state, one.impact) != (after.state, after.impact)
    assert set(found.edges) <= {215, 218, 223, 224, 225, 240, 250}
    assert {225, 240, 250} & set(found.edges)
    assert found.stretches[-1].state is not State.NEEDS_A_PLAN_FIRST
    impacts = [stretch.impact or 0 for stretch in found.stretches]
    assert impacts == sorted(impacts, reverse=True)
    assert [one.score for one in found.ranges][:3] == [200, 204, 208]
    assert scenario.step2 == Step2Result(score=244)


def test_without_a_list_there_are_no_ranges_and_an_unknown_target_has_no_verdict(
    reference: Reference,
) -> None:
    scenario = Scenario(id="s", name="Actual", step2=Step2Result(score=244))

    def judge(tried: Scenario) -> Assessment:
        return assess(ApplicantType.US_MD, tried, reference, today=date(2026, 9, 1))

    found = sensitivity(scenario, "dermatology", judge, lambda _: None)
    assert found.ranges == ()
    assert [(one.first, one.last, one.state) for one in found.stretches] == [(200, 280, None)]
    assert found.edges == ()
