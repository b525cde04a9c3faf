"""The season tables in the window: entered and kept, passed over when broken, told either way."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.app.conftest import Begin

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from smartpick_desktop.storage.edited_season import FEES_FILE
from smartpick_desktop.ui.dialogs.season_tables_dialog import SeasonTablesDialog
from smartpick_desktop.ui.widgets.note_box import NoteBox

NEXT = "2026,1,30,11,each,high,AAMC-FEE26,\n2026,31,,30,each,high,AAMC-FEE26,\n"
HEAD = "season,programs_from,programs_to,dollars,basis,confidence,source_ids,notes\n"


@pytest.fixture
def folder(data_dir: Path) -> Path:
    made = data_dir / "rules"
    made.mkdir(parents=True)
    return made


def with_dialog(do: object) -> list[str]:
    """Do something with the dialog once it is there; what its note says."""
    noted: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SeasonTablesDialog):
            QTimer.singleShot(0, look)
            return
        noted.extend(note.text() for note in dialog.findChildren(NoteBox))
        if callable(do):
            do(dialog)

    QTimer.singleShot(0, look)
    return noted


def press(dialog: SeasonTablesDialog, text: str) -> None:
    [button] = [b for b in dialog.findChildren(QPushButton) if b.text() == text]
    button.click()


def test_a_price_that_was_entered_is_in_force_and_there_at_the_next_start(
    qtbot: QtBot, begin: Begin, data_dir: Path
) -> None:
    running = begin(demo=True)
    before = running.bench.list_strip._cost.text()

    def edit(dialog: SeasonTablesDialog) -> None:
        model = dialog.fees.model
        model.setData(model.index(0, 3), "20")
        press(dialog, "Save")

    with_dialog(edit)
    running.trigger("season_tables")

    after = running.bench.list_strip._cost.text()
    assert after != before
    assert (data_dir / "rules" / FEES_FILE).exists()
    again = begin()
    assert again.bench.list_strip._cost.text() == after


def test_a_broken_copy_is_passed_over_and_said_at_the_start_and_in_the_dialog(
    begin: Begin, folder: Path
) -> None:
    broken = HEAD + NEXT.replace("2026,31,", "2026,33,")
    (folder / FEES_FILE).write_text(broken, encoding="utf-8")

    running = begin(demo=True)

    said = running.window.toolbar.saved_text()
    assert said.startswith(
        "Passed over, the built-in table is in force: eras_fees.csv, season 2026"
    )
    assert running.bench.list_strip._cost.text() == "$506"
    noted = with_dialog(lambda dialog: press(dialog, "Cancel"))
    running.trigger("season_tables")
    assert noted == [said]
    assert (folder / FEES_FILE).read_text(encoding="utf-8") == broken
