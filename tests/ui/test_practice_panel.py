"""Practice exams, one row each, in the popover of the forecast."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Open, Show

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QSpinBox

from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.forecast_cell import ForecastCell
from smartpick_desktop.ui.panels.practice_panel import PracticePanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.popover import Popover

Key = Qt.Key
NBME = PracticeExam(name="NBME 10", taken_on=date(2026, 6, 1), score=250)
UWSA = PracticeExam(name="UWSA 2", taken_on=date(2026, 7, 8), score=254)


@pytest.fixture
def document(opened: Open) -> Document:
    return opened(practice=(NBME, UWSA))


@pytest.fixture
def panel(theme: Theme, document: Document, show: Show) -> PracticePanel:
    panel = PracticePanel(theme, document)
    show(panel)
    return panel


def line_edit(panel: PracticePanel, name: str) -> QLineEdit:
    [found] = [
        e for e in panel.findChildren(QLineEdit) if e.accessibleName() == name and not e.isHidden()
    ]
    return found


def score(panel: PracticePanel, number: int) -> QSpinBox:
    name = f"Score of practice exam {number}"
    [found] = [
        s for s in panel.findChildren(QSpinBox) if s.accessibleName() == name and not s.isHidden()
    ]
    return found


def button(panel: PracticePanel, name: str) -> QAbstractButton:
    [found] = [
        b
        for b in panel.findChildren(QAbstractButton)
        if name in (b.accessibleName(), b.text()) and not b.isHidden()
    ]
    return found


def click(qtbot: QtBot, panel: PracticePanel, name: str) -> None:
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()  # new rows are shown by the layout's next turn


def rows(panel: PracticePanel) -> int:
    return sum(not spin.isHidden() for spin in panel.findChildren(QSpinBox))


def rewrite(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_shows_a_row_for_each_exam(panel: PracticePanel) -> None:
    assert rows(panel) == 2


def test_showing_them_is_no_edit(panel: PracticePanel, document: Document) -> None:
    line_edit(panel, "Name of practice exam 1").setFocus()
    line_edit(panel, "Name of practice exam 2").setFocus()
    assert document.undo_stack.count() == 0


def test_a_new_row_is_kept_once_its_score_is_entered(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Add a practice exam")
    assert rows(panel) == 3
    rewrite(qtbot, line_edit(panel, "Name of practice exam 3"), "NBME 14")
    score(panel, 3).setFocus()
    assert document.undo_stack.count() == 0
    score(panel, 3).selectAll()
    qtbot.keyClicks(score(panel, 3), "247")
    qtbot.keyClick(score(panel, 3), Key.Key_Return)
    assert document.scenario.practice == (NBME, UWSA, PracticeExam(score=247, name="NBME 14"))
    assert document.undo_stack.count() == 1
    assert rows(panel) == 3


def test_a_kept_row_goes_on_as_any_other(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Add a practice exam")
    score(panel, 3).setValue(247)
    field = line_edit(panel, "Name of practice exam 3")
    rewrite(qtbot, field, "NBME 14")
    qtbot.keyClick(field, Key.Key_Return)
    assert document.scenario.practice[2] == PracticeExam(score=247, name="NBME 14")
    assert rows(panel) == 3


def test_there_is_one_draft_at_a_time(qtbot: QtBot, panel: PracticePanel) -> None:
    click(qtbot, panel, "Add a practice exam")
    click(qtbot, panel, "Add a practice exam")
    assert rows(panel) == 3


def test_a_draft_is_dropped_by_its_cross_and_outlives_another_row(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Add a practice exam")
    rewrite(qtbot, line_edit(panel, "Name of practice exam 3"), "NBME 14")
    click(qtbot, panel, "Remove practice exam 1")
    assert line_edit(panel, "Name of practice exam 2").text() == "NBME 14"
    click(qtbot, panel, "Remove practice exam 2")
    assert document.scenario.practice == (UWSA,)
    assert document.undo_stack.count() == 1
    assert rows(panel) == 1


def test_stepping_begins_at_the_usual_score(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Add a practice exam")
    qtbot.keyClick(score(panel, 3), Key.Key_Up)
    assert document.scenario.practice[2] == PracticeExam(score=240)


def test_a_kept_score_is_not_emptied(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    score(panel, 1).setValue(0)
    assert score(panel, 1).value() == 250
    assert document.scenario.practice == (NBME, UWSA)


def test_removes_the_one_whose_cross_is_clicked(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Remove practice exam 1")
    assert document.scenario.practice == (UWSA,)
    assert rows(panel) == 1


def test_rows_after_a_removed_one_edit_their_own_exam(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Remove practice exam 1")
    score(panel, 1).setValue(230)
    assert [exam.score for exam in document.scenario.practice] == [230]


def test_a_name_is_taken_on_enter(qtbot: QtBot, panel: PracticePanel, document: Document) -> None:
    field = line_edit(panel, "Name of practice exam 1")
    rewrite(qtbot, field, "NBME 12")
    qtbot.keyClick(field, Key.Key_Return)
    assert document.scenario.practice[0].name == "NBME 12"


def test_a_name_is_taken_when_it_is_left(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    rewrite(qtbot, line_edit(panel, "Name of practice exam 1"), "NBME 12")
    score(panel, 2).setFocus()
    assert document.scenario.practice[0].name == "NBME 12"


def test_a_score_is_taken_as_one_edit(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    spin = score(panel, 1)
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "246")
    qtbot.keyClick(spin, Key.Key_Return)
    assert document.scenario.practice[0].score == 246
    assert document.undo_stack.count() == 1


def test_a_date_is_taken_on_enter(qtbot: QtBot, panel: PracticePanel, document: Document) -> None:
    field = line_edit(panel, "Date of practice exam 1")
    rewrite(qtbot, field, "2026-06-02")
    qtbot.keyClick(field, Key.Key_Return)
    assert document.scenario.practice[0] == PracticeExam(
        name="NBME 10", taken_on=date(2026, 6, 2), score=250
    )


def test_a_date_can_be_taken_away(qtbot: QtBot, panel: PracticePanel, document: Document) -> None:
    field = line_edit(panel, "Date of practice exam 1")
    field.setFocus()
    field.clear()
    qtbot.keyClick(field, Key.Key_Return)
    assert document.scenario.practice[0].taken_on is None


def test_undo_brings_a_removed_exam_back(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Remove practice exam 1")
    document.undo_stack.undo()
    assert document.scenario.practice == (NBME, UWSA)


def test_every_field_of_every_row_has_a_name_of_its_own(panel: PracticePanel) -> None:
    fields = [
        *(e for e in panel.findChildren(QLineEdit) if not isinstance(e.parent(), QSpinBox)),
        *panel.findChildren(QSpinBox),
    ]
    names = [field.accessibleName() for field in fields]
    assert all(names)
    assert len(set(names)) == len(names)


@OPENS_POPUPS
class TestInItsPopover:
    @pytest.fixture
    def cell(
        self,
        theme: Theme,
        document: Document,
        assess: Callable[[Document], Assessor],
        show: Show,
        qtbot: QtBot,
    ) -> ForecastCell:
        cell = ForecastCell(theme, document, assess(document))
        show(cell)
        [link] = [b for b in cell.findChildren(QPushButton) if b.isVisible()]
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        return cell

    @pytest.fixture
    def popover(self, cell: ForecastCell) -> Popover:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, Popover)
        return popup

    @pytest.fixture
    def panel(self, popover: Popover) -> PracticePanel:
        [panel] = popover.findChildren(PracticePanel)
        return panel

    @pytest.mark.parametrize(
        ("field", "text", "expected"),
        [
            (
                "Name of practice exam 1",
                "NBME 12",
                PracticeExam(name="NBME 12", taken_on=NBME.taken_on, score=250),
            ),
            (
                "Date of practice exam 1",
                "2 Jun 2026",
                PracticeExam(name="NBME 10", taken_on=date(2026, 6, 2), score=250),
            ),
        ],
    )
    def test_what_was_typed_is_kept_when_it_closes(
        self,
        qtbot: QtBot,
        popover: Popover,
        panel: PracticePanel,
        library: SqliteLibrary,
        field: str,
        text: str,
        expected: PracticeExam,
    ) -> None:
        rewrite(qtbot, line_edit(panel, field), text)
        popover.close()
        assert library.load("p1").scenarios[0].practice[0] == expected

    def test_a_score_typed_is_kept_when_it_closes(
        self, qtbot: QtBot, popover: Popover, panel: PracticePanel, library: SqliteLibrary
    ) -> None:
        spin = score(panel, 1)
        spin.setFocus()
        spin.selectAll()
        qtbot.keyClicks(spin, "246")
        popover.close()
        assert library.load("p1").scenarios[0].practice[0].score == 246

    def test_the_cell_counts_the_exams(self, cell: ForecastCell, popover: Popover) -> None:
        popover.close()
        [link] = [b for b in cell.findChildren(QPushButton) if b.isVisible()]
        assert link.text() == "2 exams"


def test_several_are_pasted_at_once_and_what_was_not_read_stays(
    qtbot: QtBot, panel: PracticePanel, document: Document
) -> None:
    click(qtbot, panel, "Paste several")
    panel._lines.setPlainText("NBME 11 2026-06-20 247\nsoon\nNBME 10 2026-06-01 250")
    assert panel._read.text() == (
        "2 exams understood. Line 2: no score of three digits in “soon”."
    )
    click(qtbot, panel, "Take over")
    assert [exam.name for exam in document.scenario.practice] == ["NBME 10", "UWSA 2", "NBME 11"]
    assert rows(panel) == 3
    assert panel._lines.toPlainText() == "soon"
    document.undo_stack.undo()
    assert document.scenario.practice == (NBME, UWSA)


def test_nothing_understood_cannot_be_taken(qtbot: QtBot, panel: PracticePanel) -> None:
    click(qtbot, panel, "Paste several")
    assert not panel._take.isEnabled()
    panel._lines.setPlainText("NBME tomorrow")
    assert not panel._take.isEnabled()
