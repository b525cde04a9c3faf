"""The assessor: one look at the open scenario for every panel."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtTest import QSignalSpy

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document


@pytest.fixture
def assessor(document: Document, assess: Callable[[Document], Assessor]) -> Assessor:
    """Of 250 and 244 for anesthesiology and dermatology."""
    return assess(document)


def scored(document: Document, score: int) -> Scenario:
    return replace(document.scenario, step2=Step2Result(score=score))


def add_second(document: Document, score: int = 244) -> None:
    second = replace(scored(document, score), id="second", name="Second")
    after = document.applicant.with_added(second, after="actual")
    document.edit_applicant("Add a scenario", after)


def test_says_what_the_rules_say(assessor: Assessor) -> None:
    states = [verdict.state for verdict in assessor.view.assessment.verdicts]
    assert states == [State.FINE_AS_IS, State.WORTH_A_PLAN]


def test_the_verdict_is_that_of_the_specialty_in_focus(assessor: Assessor) -> None:
    assessor.set_focus("dermatology")
    assert assessor.view.verdict is not None
    assert assessor.view.verdict.specialty == "dermatology"


def test_an_edit_is_looked_at_once(document: Document, assessor: Assessor) -> None:
    spy = QSignalSpy(assessor.view_changed)
    document.edit_scenario("Change", scored(document, 230))
    assert spy.count() == 1


def test_the_view_told_of_is_the_new_one(document: Document, assessor: Assessor) -> None:
    spy = QSignalSpy(assessor.view_changed)
    document.edit_scenario("Change", scored(document, 230))
    assert spy.at(0)[0].scenario.step2_score == 230
    assert spy.at(0)[0].line.score == 230


def test_a_change_of_the_applicant_alone_is_looked_at_too(
    document: Document, assessor: Assessor
) -> None:
    after = replace(document.applicant, applicant_type=ApplicantType.US_IMG)
    document.edit_applicant("Change profile", after)
    assert assessor.view.assessment.verdicts[0].figures is None


def test_another_scenario_is_looked_at(document: Document, assessor: Assessor) -> None:
    add_second(document, 230)
    document.switch_to("second")
    assert assessor.view.assessment.verdicts[0].impact == 2


def test_an_undo_is_looked_at(document: Document, assessor: Assessor) -> None:
    before = assessor.view
    document.edit_scenario("Change", scored(document, 230))
    document.undo_stack.undo()
    assert assessor.view == before


def test_the_focus_is_the_first_target_until_another_is_chosen(assessor: Assessor) -> None:
    assert assessor.view.focus == "anesthesiology"


def test_the_focus_in_force_tells_nobody(qtbot: QtBot, assessor: Assessor) -> None:
    with qtbot.assertNotEmitted(assessor.view_changed):
        assessor.set_focus("anesthesiology")


def test_the_focus_outlives_an_edit(document: Document, assessor: Assessor) -> None:
    assessor.set_focus("dermatology")
    document.edit_scenario("Change", scored(document, 230))
    assert assessor.view.focus == "dermatology"


def test_the_focus_is_each_scenarios_own(document: Document, assessor: Assessor) -> None:
    add_second(document)
    assessor.set_focus("dermatology")
    document.switch_to("second")
    assert assessor.view.focus == "anesthesiology"
    document.switch_to("actual")
    assert assessor.view.focus == "dermatology"


def test_the_focus_falls_back_when_its_target_goes(document: Document, assessor: Assessor) -> None:
    assessor.set_focus("dermatology")
    document.edit_scenario("Remove", document.scenario.without_target("dermatology"))
    assert assessor.view.focus == "anesthesiology"


def test_without_targets_there_is_no_focus_and_no_verdict(
    document: Document, assessor: Assessor
) -> None:
    document.edit_scenario("Remove all", replace(document.scenario, targets=()))
    assert (assessor.view.focus, assessor.view.verdict) == (None, None)


def test_a_scenario_that_stays_as_it_is_is_assessed_once(
    document: Document, assessor: Assessor
) -> None:
    add_second(document)
    second = document.applicant.scenario("second")
    first = assessor.assessment(second)
    document.edit_scenario("Change", scored(document, 230))
    assert assessor.assessment(second) is first


def test_a_scenario_is_assessed_anew_for_another_type_of_applicant(
    document: Document, assessor: Assessor
) -> None:
    add_second(document)
    second = document.applicant.scenario("second")
    before = assessor.assessment(second)
    after = replace(document.applicant, applicant_type=ApplicantType.US_DO)
    document.edit_applicant("Change profile", after)
    assert assessor.assessment(second) != before


def test_other_rules_are_followed_at_once(
    document: Document, assessor: Assessor, reference: Reference
) -> None:
    fine_only = replace(reference.impact.states, fine_up_to=4, worth_up_to=4)
    stretched = replace(reference, impact=replace(reference.impact, states=fine_only))
    assessor.set_reference(stretched)
    assert [v.state for v in assessor.view.assessment.verdicts] == [State.FINE_AS_IS] * 2


def test_other_rules_are_followed_for_scenarios_out_of_sight(
    document: Document, assessor: Assessor, reference: Reference
) -> None:
    add_second(document)
    second = document.applicant.scenario("second")
    assessor.assessment(second)
    fine_only = replace(reference.impact.states, fine_up_to=4, worth_up_to=4)
    assessor.set_reference(replace(reference, impact=replace(reference.impact, states=fine_only)))
    assert assessor.assessment(second).verdicts[1].state is State.FINE_AS_IS
