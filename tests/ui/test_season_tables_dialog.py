"""Editing the season tables: rows in and out, what is wrong by row and column, Save and Cancel."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from smartpick_desktop.core.fee_drafts import DOLLARS, LAST, SEASON
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.signal_drafts import SINGLE
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.edited_season import load_season
from smartpick_desktop.ui.dialogs.season_table_editor import SeasonTableEditor
from smartpick_desktop.ui.dialogs.season_tables_dialog import (
    FEES,
    SIGNALS,
    Fees,
    Quotas,
    SeasonTablesDialog,
)
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.text_label import TextLabel

BUILT_IN = load_season(resource())
NOW = (BUILT_IN.fees, BUILT_IN.quotas)


class Kept:
    """What was saved, and what saving answers."""

    def __init__(self) -> None:
        self.tables: list[tuple[Fees, Quotas]] = []
        self.problem = ""

    def save(self, fees: Fees, quotas: Quotas) -> str:
        if not self.problem:
            self.tables.append((fees, quotas))
        return self.problem


@pytest.fixture
def kept() -> Kept:
    return Kept()


Open = Callable[..., SeasonTablesDialog]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, reference: Reference, kept: Kept) -> Open:
    names = {key: reference.short_name(key) for key in reference.specialties}

    def dialog(now: tuple[Fees, Quotas] = NOW, note: str = "") -> SeasonTablesDialog:
        made = SeasonTablesDialog(theme, now, NOW, names, kept.save, note=note)
        qtbot.addWidget(made, before_close_func=lambda _: made.done(0))
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return dialog


def says(dialog: SeasonTablesDialog) -> str:
    labels = dialog.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def click(dialog: SeasonTablesDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    [button] = [b for b in buttons if b.isVisible() and b.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def put(editor: SeasonTableEditor, row: int, column: int, text: str) -> None:
    """Type into a cell as the keyboard does."""
    editor.table.setCurrentIndex(editor.model.index(row, column))
    editor.table.setFocus()
    QTest.keyClick(editor.table, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_both_tables_are_shown_the_newest_season_first(opened: Open) -> None:
    dialog = opened()

    assert dialog.fees.rows()[0] == ("2026", "1", "30", "11", "each")
    assert dialog.fees.model.index(1, LAST).data() == "and up"
    dialog.which._move(1)
    assert dialog.signals.table.isVisible()
    assert not dialog.fees.table.isVisible()


def test_untouched_tables_are_saved_as_they_were(opened: Open, kept: Kept) -> None:
    dialog = opened()

    click(dialog, "Save")

    [(fees, quotas)] = kept.tables
    assert tuple(fees) == BUILT_IN.fees
    assert sorted(map(str, quotas)) == sorted(map(str, BUILT_IN.quotas))
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_season_is_added_by_typing(opened: Open, kept: Kept) -> None:
    dialog = opened()
    for row in (("2027", "31", "", "32", "each"), ("2027", "1", "30", "12", "each")):
        click(dialog, "Add a row")
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        for column, text in enumerate(row):
            put(dialog.fees, dialog.fees.table.currentIndex().row(), column, text)

    click(dialog, "Save")

    [(fees, _)] = kept.tables
    assert (fees[-1].season, fees[-1].specialty_cost(31)) == (2027, 392)


def test_what_is_wrong_is_said_by_row_and_column_and_nothing_is_saved(
    opened: Open, kept: Kept
) -> None:
    dialog = opened()
    put(dialog.fees, 1, DOLLARS, "thirty")
    assert "Row 2, Dollars: expected a whole number up to 99999, found “thirty”." in says(dialog)
    tip = dialog.fees.model.index(1, DOLLARS).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "expected a whole number up to 99999, found “thirty”"

    dialog._show_table(SIGNALS)
    click(dialog, "Save")

    assert kept.tables == []
    assert dialog.isVisible()
    assert dialog.which.choice() == FEES
    index = dialog.fees.table.currentIndex()
    assert (index.row(), index.column()) == (1, DOLLARS)
    assert "Nothing was saved" in says(dialog)

    put(dialog.fees, 1, DOLLARS, "31")
    assert "thirty" not in says(dialog)
    assert "Nothing was saved" not in says(dialog)
    click(dialog, "Save")
    assert len(kept.tables) == 1


def test_a_row_is_removed_by_button_and_by_key(opened: Open) -> None:
    dialog = opened()
    dialog._show_table(SIGNALS)
    before = dialog.signals.rows()
    dialog.signals.table.setCurrentIndex(dialog.signals.model.index(2, 0))

    click(dialog, "Remove this row")
    assert dialog.signals.rows() == (*before[:2], *before[3:])
    dialog.signals.table.setFocus()
    QTest.keyClick(dialog.signals.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert len(dialog.signals.rows()) == len(before) - 2


def test_delete_empties_a_cell(opened: Open) -> None:
    dialog = opened()
    dialog.fees.table.setCurrentIndex(dialog.fees.model.index(0, SEASON))

    QTest.keyClick(dialog.fees.table, Qt.Key.Key_Delete)

    assert dialog.fees.rows()[0][SEASON] == ""
    assert dialog.fees.problems()


def test_each_table_goes_back_to_the_built_in_one_alone(opened: Open, kept: Kept) -> None:
    own_fees = (*BUILT_IN.fees, replace(BUILT_IN.fees[-1], season=2027))
    own_quotas = BUILT_IN.quotas[:-1]
    dialog = opened((own_fees, own_quotas))
    assert "Your own" in says(dialog)

    click(dialog, "Back to the built-in table")
    assert "Built in" in says(dialog)
    click(dialog, "Save")

    [(fees, quotas)] = kept.tables
    assert tuple(fees) == BUILT_IN.fees
    assert len(quotas) == len(own_quotas)


def test_cancel_keeps_nothing(opened: Open, kept: Kept) -> None:
    dialog = opened()
    put(dialog.fees, 0, DOLLARS, "99")

    click(dialog, "Cancel")

    assert kept.tables == []
    assert not dialog.isVisible()


def test_escape_closes_but_never_over_edits(opened: Open) -> None:
    dialog = opened()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    dialog = opened()
    put(dialog.fees, 0, DOLLARS, "99")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "There are edits. Save keeps them, Cancel leaves them out." in says(dialog)
    click(dialog, "Cancel")
    assert not dialog.isVisible()


def test_a_disk_that_refuses_leaves_the_dialog_open_with_the_reason(
    opened: Open, kept: Kept
) -> None:
    dialog = opened()
    put(dialog.fees, 0, DOLLARS, "12")
    kept.problem = "Not saved. eras_fees.csv: could not be kept: No space left on device"

    click(dialog, "Save")

    assert dialog.isVisible()
    assert "No space left" in says(dialog)
    assert dialog.fees.rows()[0][DOLLARS] == "12"


def test_a_copy_that_was_passed_over_is_told(opened: Open) -> None:
    dialog = opened(note="Passed over, the built-in table is in force: eras_fees.csv")

    [note] = dialog.findChildren(NoteBox)
    assert note.isVisible()
    assert "Passed over" in note.text()


def test_a_wrong_quota_is_named_too(opened: Open) -> None:
    dialog = opened()
    dialog._show_table(SIGNALS)
    row = next(at for at, cells in enumerate(dialog.signals.rows()) if cells[SINGLE])

    put(dialog.signals, row, SINGLE, "")

    assert f"Row {row + 1}, Gold: expected gold and silver, or one kind" in says(dialog)


def test_the_model_keeps_the_rules_of_models(opened: Open, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(opened().signals.model, force_py=True)
