"""The cells of Step 1, Step 2 CK and the forecast, typed into in a window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY, Open, Show

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.forecast_cell import ForecastCell
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.panels.step1_cell import Step1Cell
from smartpick_desktop.ui.panels.step2_cell import Step2Cell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.date_field import DateField

Key = Qt.Key
Assess = Callable[[Document], Assessor]


@pytest.fixture
def step1_of(theme: Theme, assess: Assess, show: Show) -> Callable[[Document], Step1Cell]:
    def cell(document: Document) -> Step1Cell:
        made = Step1Cell(theme, document, assess(document))
        show(made)
        return made

    return cell


@pytest.fixture
def step2_of(theme: Theme, assess: Assess, show: Show) -> Callable[[Document], Step2Cell]:
    def cell(document: Document) -> Step2Cell:
        made = Step2Cell(theme, document, assess(document), lambda: TODAY)
        show(made)
        return made

    return cell


@pytest.fixture
def forecast_of(theme: Theme, assess: Assess, show: Show) -> Callable[[Document], ForecastCell]:
    def cell(document: Document) -> ForecastCell:
        made = ForecastCell(theme, document, assess(document))
        show(made)
        return made

    return cell


Step1Of = Callable[[Document], Step1Cell]
Step2Of = Callable[[Document], Step2Cell]
ForecastOf = Callable[[Document], ForecastCell]
Cell = Step1Cell | Step2Cell | ForecastCell


def write(qtbot: QtBot, cell: Cell, text: str) -> None:
    """Type `text` over what stands in the score field."""
    cell.field.setFocus()
    cell.field.selectAll()
    qtbot.keyClicks(cell.field, text)


def choose(cell: ScoreCell, key: str) -> None:
    """Choose how the result was reported, out of the menu of the cell."""
    [link] = cell.findChildren(ChoiceLink)
    link._actions[key].trigger()


def date_of(cell: ScoreCell) -> DateField:
    [field] = cell.findChildren(DateField)
    return field


def enter_date(qtbot: QtBot, cell: ScoreCell, text: str) -> None:
    field = date_of(cell)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def words(cell: ScoreCell) -> str:
    """Everything that the labels of the cell say."""
    shown = [label for label in cell.findChildren(QLabel) if not label.isHidden()]
    return " | ".join(label.text() for label in shown if label.text())


def change_elsewhere(document: Document) -> None:
    """An edit that has nothing to do with the cells."""
    after = document.scenario.with_target(Target(specialty="pathology"))
    document.edit_scenario("Add Pathology", after)


def add_second(document: Document) -> None:
    second = Scenario(id="second", name="Second")
    after = document.applicant.with_added(second, after=document.scenario.id)
    document.edit_applicant("Add a scenario", after)


class TestTypingAScore:
    @pytest.fixture
    def document(self, opened: Open) -> Document:
        return opened()

    def test_saves_at_the_third_key(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of, library: SqliteLibrary
    ) -> None:
        cell = step2_of(document)
        in_file = []
        for key in "244":
            qtbot.keyClicks(cell.field, key)
            in_file.append(library.load("p1").scenarios[0].step2_score)
        assert in_file == [None, None, 244]

    def test_is_one_step(self, qtbot: QtBot, document: Document, step2_of: Step2Of) -> None:
        write(qtbot, step2_of(document), "244")
        assert document.undo_stack.count() == 1

    def test_is_undone_at_once(self, qtbot: QtBot, document: Document, step2_of: Step2Of) -> None:
        cell = step2_of(document)
        write(qtbot, cell, "244")
        document.undo_stack.undo()
        assert (document.scenario.step2, cell.field.text()) == (None, "")

    def test_has_a_name(self, qtbot: QtBot, document: Document, step2_of: Step2Of) -> None:
        write(qtbot, step2_of(document), "244")
        assert document.undo_stack.undoText() == "Change Step 2 CK"

    def test_over_another_is_the_same_step_while_the_field_is_not_left(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        write(qtbot, cell, "244")
        write(qtbot, cell, "250")
        document.undo_stack.undo()
        assert document.scenario.step2 is None

    def test_and_taking_it_back_by_typing_leaves_no_step(
        self, qtbot: QtBot, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened(step2=Step2Result(score=244))
        cell = step2_of(document)
        write(qtbot, cell, "250")
        write(qtbot, cell, "244")
        assert document.undo_stack.count() == 0

    def test_keeps_the_date(self, qtbot: QtBot, opened: Open, step2_of: Step2Of) -> None:
        day = date(2026, 7, 18)
        document = opened(step2=Step2Result(score=244, taken_on=day))
        write(qtbot, step2_of(document), "250")
        assert document.scenario.step2 == Step2Result(score=250, taken_on=day)

    def test_says_the_percentile(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        write(qtbot, cell, "244")
        assert "about 30th" in words(cell)

    def test_at_the_end_of_the_scale_says_the_percentile_without_about(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        write(qtbot, cell, "300")
        assert "≥ 99" in words(cell)
        assert "about" not in words(cell)

    def test_of_step_1_says_the_percentile_of_its_time(
        self, qtbot: QtBot, document: Document, step1_of: Step1Of
    ) -> None:
        cell = step1_of(document)
        write(qtbot, cell, "250")
        assert document.scenario.step1 == Step1Result(score=250)
        assert "82nd then" in words(cell)

    def test_with_up_begins_at_240(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        qtbot.keyClick(step2_of(document).field, Key.Key_Up)
        assert document.scenario.step2_score == 240

    @pytest.mark.parametrize(
        ("key", "score"),
        [
            (Key.Key_Up, 245),
            (Key.Key_Down, 243),
            (Key.Key_PageUp, 254),
            (Key.Key_PageDown, 234),
        ],
    )
    def test_keys_move_it(
        self, qtbot: QtBot, opened: Open, step2_of: Step2Of, key: Qt.Key, score: int
    ) -> None:
        document = opened(step2=Step2Result(score=244))
        qtbot.keyClick(step2_of(document).field, key)
        assert document.scenario.step2_score == score

    def test_five_keys_up_are_one_step(
        self, qtbot: QtBot, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened(step2=Step2Result(score=244))
        cell = step2_of(document)
        for _ in range(5):
            qtbot.keyClick(cell.field, Key.Key_Up)
        assert (document.scenario.step2_score, document.undo_stack.count()) == (249, 1)

    def test_away_removes_it(self, qtbot: QtBot, opened: Open, step2_of: Step2Of) -> None:
        document = opened(step2=Step2Result(score=244))
        cell = step2_of(document)
        cell.field.selectAll()
        qtbot.keyClick(cell.field, Key.Key_Delete)
        qtbot.keyClick(cell.field, Key.Key_Return)
        assert document.scenario.step2 is None


class TestAnImpossibleScore:
    """312, in both fields."""

    @pytest.fixture(params=["step1", "step2", "forecast"])
    def cell(
        self,
        request: pytest.FixtureRequest,
        qtbot: QtBot,
        document: Document,
        step1_of: Step1Of,
        step2_of: Step2Of,
        forecast_of: ForecastOf,
    ) -> Cell:
        makers: dict[str, Callable[[Document], Cell]] = {
            "step1": step1_of,
            "step2": step2_of,
            "forecast": forecast_of,
        }
        cell = makers[request.param](document)
        write(qtbot, cell, "312")
        return cell

    def test_stays_in_the_field(self, cell: Cell) -> None:
        assert cell.field.text() == "312"

    def test_is_told_why(self, cell: Cell) -> None:
        assert "312 is above 300, the highest score there is" in words(cell)

    def test_changes_nothing(self, cell: Cell, document: Document) -> None:
        assert document.undo_stack.count() == 0
        assert (document.scenario.step1_score, document.scenario.step2_score) == (250, 244)

    def test_is_still_there_after_an_edit_elsewhere(self, cell: Cell, document: Document) -> None:
        change_elsewhere(document)
        assert cell.field.text() == "312"
        assert "312 is above 300" in words(cell)

    def test_gives_way_to_the_score_with_escape(self, qtbot: QtBot, cell: Cell) -> None:
        qtbot.keyClick(cell.field, Key.Key_Escape)
        assert cell.field.text() != "312"
        assert "312" not in words(cell)

    def test_goes_when_another_scenario_is_shown(self, cell: Cell, document: Document) -> None:
        add_second(document)
        document.switch_to("second")
        assert cell.field.text() == ""
        assert "312" not in words(cell)

    def test_does_not_come_back_with_its_scenario(self, cell: Cell, document: Document) -> None:
        add_second(document)
        document.switch_to("second")
        document.switch_to("actual")
        assert cell.field.text() != "312"


def test_unfinished_text_goes_when_another_scenario_is_shown(
    qtbot: QtBot, document: Document, step2_of: Step2Of
) -> None:
    add_second(document)
    cell = step2_of(document)
    write(qtbot, cell, "23")
    document.switch_to("second")
    assert cell.field.text() == ""
    assert document.applicant.scenario("actual").step2_score == 244


@pytest.mark.parametrize("maker", ["step1", "step2", "forecast"])
def test_undo_keys_in_a_field_are_the_windows(
    qtbot: QtBot,
    document: Document,
    step1_of: Step1Of,
    step2_of: Step2Of,
    forecast_of: ForecastOf,
    maker: str,
) -> None:
    makers: dict[str, Callable[[Document], Cell]] = {
        "step1": step1_of,
        "step2": step2_of,
        "forecast": forecast_of,
    }
    cell = makers[maker](document)
    before = document.applicant
    undo = document.undo_stack.createUndoAction(cell.window())
    undo.setShortcut("Ctrl+Z")
    cell.window().addAction(undo)
    write(qtbot, cell, "251")
    qtbot.keyClick(cell.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.applicant == before


class TestStep1Outcomes:
    @pytest.fixture
    def document(self, opened: Open) -> Document:
        return opened(step1=Step1Result(score=250, taken_on=date(2021, 6, 12)))

    @pytest.mark.parametrize(
        ("key", "shown"), [(ExamOutcome.PASS, "Pass"), (ExamOutcome.FAIL, "Fail")]
    )
    def test_a_choice_takes_the_place_of_the_score(
        self, document: Document, step1_of: Step1Of, key: ExamOutcome, shown: str
    ) -> None:
        cell = step1_of(document)
        choose(cell, key)
        assert document.scenario.step1 == Step1Result(outcome=key, taken_on=date(2021, 6, 12))
        assert (cell.field.isEnabled(), cell.field.lineEdit().placeholderText()) == (False, shown)

    def test_a_choice_is_undone_to_the_score(self, document: Document, step1_of: Step1Of) -> None:
        cell = step1_of(document)
        choose(cell, ExamOutcome.PASS)
        document.undo_stack.undo()
        assert (cell.field.isEnabled(), cell.field.text()) == (True, "250")

    def test_a_choice_made_before_any_score_is_undone_to_an_open_field(
        self, opened: Open, step1_of: Step1Of
    ) -> None:
        document = opened()
        cell = step1_of(document)
        choose(cell, ExamOutcome.PASS)
        document.undo_stack.undo()
        assert (cell.field.isEnabled(), cell.field.lineEdit().placeholderText()) == (True, "–")

    def test_going_back_to_a_score_opens_the_field(self, opened: Open, step1_of: Step1Of) -> None:
        document = opened(step1=Step1Result(outcome=ExamOutcome.PASS))
        cell = step1_of(document)
        choose(cell, "score")
        assert (document.scenario.step1, cell.field.hasFocus()) == (None, True)

    def test_without_a_result_there_is_no_date_to_ask_for(
        self, opened: Open, step1_of: Step1Of
    ) -> None:
        assert not date_of(step1_of(opened())).isVisible()


class TestAStep1ScoreDatedAfterTheNumericYears:
    SENTENCE = (
        "Step 1 taken on 2022-01-26 has no score: since 2022-01-26 it is reported as pass or fail"
    )
    DAY = date(2021, 6, 12)

    @pytest.fixture
    def document(self, opened: Open) -> Document:
        return opened(step1=Step1Result(score=250, taken_on=self.DAY))

    @pytest.fixture
    def cell(self, qtbot: QtBot, document: Document, step1_of: Step1Of) -> Step1Cell:
        cell = step1_of(document)
        enter_date(qtbot, cell, "26 Jan 2022")
        return cell

    def test_is_told_why_in_place(self, cell: Step1Cell) -> None:
        assert self.SENTENCE in words(cell)

    def test_changes_nothing(self, cell: Step1Cell, document: Document) -> None:
        assert document.scenario.step1 == Step1Result(score=250, taken_on=self.DAY)
        assert document.undo_stack.count() == 0

    def test_keeps_the_text(self, cell: Step1Cell) -> None:
        assert date_of(cell).text() == "26 Jan 2022"

    def test_keeps_the_text_and_the_reason_over_an_edit_elsewhere(
        self, cell: Step1Cell, document: Document
    ) -> None:
        change_elsewhere(document)
        assert date_of(cell).text() == "26 Jan 2022"
        assert self.SENTENCE in words(cell)

    def test_keeps_the_text_and_the_reason_over_an_edit_of_the_score(
        self, qtbot: QtBot, cell: Step1Cell, document: Document
    ) -> None:
        write(qtbot, cell, "251")
        assert document.scenario.step1 == Step1Result(score=251, taken_on=self.DAY)
        assert date_of(cell).text() == "26 Jan 2022"
        assert self.SENTENCE in words(cell)

    def test_is_taken_once_the_date_is_right(
        self, qtbot: QtBot, cell: Step1Cell, document: Document
    ) -> None:
        enter_date(qtbot, cell, "25 Jan 2022")
        assert document.scenario.step1 == Step1Result(score=250, taken_on=date(2022, 1, 25))
        assert "reported as pass or fail" not in words(cell)

    def test_gives_way_to_the_date_before_with_escape(self, qtbot: QtBot, cell: Step1Cell) -> None:
        qtbot.keyClick(date_of(cell), Key.Key_Escape)
        assert date_of(cell).text() == "12 Jun 2021"
        assert "reported as pass or fail" not in words(cell)

    def test_goes_when_another_scenario_is_shown(
        self, cell: Step1Cell, document: Document
    ) -> None:
        add_second(document)
        document.switch_to("second")
        assert "reported as pass or fail" not in words(cell)

    def test_is_refused_for_a_score_without_a_date_too(
        self, qtbot: QtBot, opened: Open, step1_of: Step1Of
    ) -> None:
        document = opened(step1=Step1Result(score=250))
        cell = step1_of(document)
        enter_date(qtbot, cell, "2024-05-01")
        assert document.scenario.step1 == Step1Result(score=250)
        assert "Step 1 taken on 2024-05-01 has no score" in words(cell)

    def test_is_no_matter_for_a_pass(self, qtbot: QtBot, opened: Open, step1_of: Step1Of) -> None:
        document = opened(step1=Step1Result(outcome=ExamOutcome.PASS))
        enter_date(qtbot, step1_of(document), "2024-05-01")
        assert document.scenario.step1 == Step1Result(
            outcome=ExamOutcome.PASS, taken_on=date(2024, 5, 1)
        )


class TestStep2Kinds:
    @pytest.fixture
    def document(self, opened: Open) -> Document:
        return opened(step2=Step2Result(score=244, taken_on=date(2026, 7, 18)))

    def test_planned_keeps_the_score_and_drops_the_date(
        self, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        choose(cell, "planned")
        assert document.scenario.step2 == Step2Result(score=244, planned=True)
        assert not date_of(cell).isVisible()

    def test_failed_takes_the_place_of_the_score(
        self, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        choose(cell, "failed")
        assert document.scenario.step2 == Step2Result(failed=True, taken_on=date(2026, 7, 18))
        assert (cell.field.isEnabled(), cell.field.lineEdit().placeholderText()) == (False, "Fail")

    def test_failed_says_the_mark_it_is_under(self, document: Document, step2_of: Step2Of) -> None:
        cell = step2_of(document)
        choose(cell, "failed")
        assert "under 218" in words(cell)

    def test_a_fail_from_before_the_first_known_mark_names_none(
        self, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened(step2=Step2Result(failed=True, taken_on=date(2010, 1, 1)))
        assert "None" not in words(step2_of(document))

    def test_a_score_under_the_mark_of_its_date_says_so(
        self, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened(step2=Step2Result(score=216, taken_on=date(2025, 7, 1)))
        assert "under 218" in words(step2_of(document))

    def test_failed_is_undone_to_the_score(self, document: Document, step2_of: Step2Of) -> None:
        cell = step2_of(document)
        choose(cell, "failed")
        document.undo_stack.undo()
        assert (cell.field.isEnabled(), cell.field.text()) == (True, "244")

    def test_failed_before_any_score_is_undone_to_an_open_field(
        self, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened()
        cell = step2_of(document)
        choose(cell, "failed")
        document.undo_stack.undo()
        assert (cell.field.isEnabled(), cell.field.lineEdit().placeholderText()) == (True, "CK")

    def test_planned_before_any_score_makes_the_next_one_planned(
        self, qtbot: QtBot, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened()
        cell = step2_of(document)
        choose(cell, "planned")
        write(qtbot, cell, "236")
        assert document.scenario.step2 == Step2Result(score=236, planned=True)

    def test_taken_again_keeps_the_planned_score(self, opened: Open, step2_of: Step2Of) -> None:
        document = opened(step2=Step2Result(score=236, planned=True))
        choose(step2_of(document), "taken")
        assert document.scenario.step2 == Step2Result(score=236)

    def test_typing_over_a_planned_score_leaves_it_planned(
        self, qtbot: QtBot, opened: Open, step2_of: Step2Of
    ) -> None:
        document = opened(step2=Step2Result(score=236, planned=True))
        write(qtbot, step2_of(document), "240")
        assert document.scenario.step2 == Step2Result(score=240, planned=True)

    def test_another_scenario_shows_its_own_kind(
        self, document: Document, step2_of: Step2Of
    ) -> None:
        add_second(document)
        cell = step2_of(document)
        choose(cell, "failed")
        document.switch_to("second")
        assert (cell.field.isEnabled(), cell.field.lineEdit().placeholderText()) == (True, "CK")


class TestStep2Date:
    @pytest.fixture
    def document(self, opened: Open) -> Document:
        return opened(step2=Step2Result(score=216))

    @pytest.mark.parametrize("text", ["18 Jul 2026", "2026-07-18", "7/18/2026", "July 18, 2026"])
    def test_is_read_as_people_write_it(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of, text: str
    ) -> None:
        enter_date(qtbot, step2_of(document), text)
        assert document.scenario.step2 == Step2Result(score=216, taken_on=date(2026, 7, 18))

    def test_is_an_edit_that_can_be_undone(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        enter_date(qtbot, cell, "18 Jul 2026")
        document.undo_stack.undo()
        assert (document.scenario.step2, date_of(cell).text()) == (Step2Result(score=216), "")

    def test_decides_whether_the_score_is_a_pass(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        enter_date(qtbot, cell, "2025-07-01")
        assert "under 218" in words(cell)

    def test_of_today_is_taken(self, qtbot: QtBot, document: Document, step2_of: Step2Of) -> None:
        enter_date(qtbot, step2_of(document), TODAY.isoformat())
        assert document.scenario.step2 == Step2Result(score=216, taken_on=TODAY)

    def test_still_to_come_is_refused_in_place(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        enter_date(qtbot, cell, "2026-09-02")
        assert document.scenario.step2 == Step2Result(score=216)
        assert "That day is still to come" in words(cell)

    def test_still_to_come_keeps_its_text_and_reason_over_an_edit_elsewhere(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        enter_date(qtbot, cell, "2 Sep 2026")
        change_elsewhere(document)
        assert date_of(cell).text() == "2 Sep 2026"
        assert "That day is still to come" in words(cell)

    def test_that_is_none_is_told_so(
        self, qtbot: QtBot, document: Document, step2_of: Step2Of
    ) -> None:
        cell = step2_of(document)
        enter_date(qtbot, cell, "31 Feb 2026")
        assert "“31 Feb 2026” is not a date. Write it as 18 Jul 2026" in words(cell)

    def test_can_be_taken_away(self, qtbot: QtBot, opened: Open, step2_of: Step2Of) -> None:
        document = opened(step2=Step2Result(score=216, taken_on=date(2026, 7, 18)))
        cell = step2_of(document)
        date_of(cell).setFocus()
        date_of(cell).clear()
        qtbot.keyClick(date_of(cell), Key.Key_Return)
        assert document.scenario.step2 == Step2Result(score=216)


class TestTheForecast:
    def test_one_typed_score_is_one_practice_exam(
        self, qtbot: QtBot, opened: Open, forecast_of: ForecastOf
    ) -> None:
        document = opened()
        write(qtbot, forecast_of(document), "250")
        assert document.scenario.practice == (PracticeExam(score=250),)

    def test_typing_over_it_keeps_name_and_date(
        self, qtbot: QtBot, opened: Open, forecast_of: ForecastOf
    ) -> None:
        exam = PracticeExam(score=250, name="NBME 10", taken_on=date(2026, 6, 1))
        document = opened(practice=(exam,))
        write(qtbot, forecast_of(document), "254")
        assert document.scenario.practice == (replace(exam, score=254),)

    def test_several_are_shown_as_their_mean_and_not_typed_over(
        self, opened: Open, forecast_of: ForecastOf
    ) -> None:
        exams = (PracticeExam(score=250), PracticeExam(score=254))
        cell = forecast_of(opened(practice=exams))
        assert (cell.field.text(), cell.field.isEnabled()) == ("252", False)

    @pytest.mark.parametrize(
        ("practice", "score", "said"),
        [
            ((252,), 244, "8 under, inside noise"),
            ((244,), 252, "8 above, inside noise"),
            ((260,), 244, "16 under, beyond noise"),
            ((244,), 244, "As forecast, inside noise"),
            ((250, 253), 244, "7.5 under, inside noise"),
        ],
    )
    def test_the_gap_is_said_in_words(
        self,
        opened: Open,
        forecast_of: ForecastOf,
        practice: tuple[int, ...],
        score: int,
        said: str,
    ) -> None:
        exams = tuple(PracticeExam(score=points) for points in practice)
        cell = forecast_of(opened(step2=Step2Result(score=score), practice=exams))
        assert said in words(cell)

    def test_without_a_score_the_range_is_said(
        self, opened: Open, forecast_of: ForecastOf
    ) -> None:
        exams = (PracticeExam(score=250), PracticeExam(score=254))
        assert "250 to 254" in words(forecast_of(opened(practice=exams)))

    def test_removing_it_leaves_no_exam(
        self, qtbot: QtBot, opened: Open, forecast_of: ForecastOf
    ) -> None:
        document = opened(practice=(PracticeExam(score=250),))
        cell = forecast_of(document)
        cell.field.selectAll()
        qtbot.keyClick(cell.field, Key.Key_Delete)
        qtbot.keyClick(cell.field, Key.Key_Return)
        assert document.scenario.practice == ()


@pytest.mark.parametrize("maker", ["step1", "step2", "forecast"])
def test_showing_a_document_is_no_edit(
    document: Document,
    step1_of: Step1Of,
    step2_of: Step2Of,
    forecast_of: ForecastOf,
    maker: str,
) -> None:
    makers: dict[str, Callable[[Document], QWidget]] = {
        "step1": step1_of,
        "step2": step2_of,
        "forecast": forecast_of,
    }
    cell = makers[maker](document)
    other = QLineEdit(cell.window())
    other.show()
    other.setFocus()
    assert document.undo_stack.count() == 0
