"""Taking in a file: previewed, taken in as one undo step, stopped without a trace."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.exchange.made_up import NAMES, QUOTAS, made_up_directory
from tests.ui.conftest import Open

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from smartpick_desktop.app.file_reader import file_reader
from smartpick_desktop.core.import_file import CancelledError, Loaded, Progress
from smartpick_desktop.core.import_plan import ImportContext
from smartpick_desktop.core.program_facts import FactBook, FactKey, Track
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_match import ProgramMatcher
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.exchange.list_export import html_table, tab_text, write_list
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.dialogs.choose_program_dialog import ChooseProgramDialog
from smartpick_desktop.ui.dialogs.columns_dialog import ColumnsDialog
from smartpick_desktop.ui.dialogs.import_dialog import ImportDialog
from smartpick_desktop.ui.dialogs.unlinked_tracks_dialog import UnlinkedTracksDialog
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.file_exchange import FileExchange, FileTools
from smartpick_desktop.ui.import_job import ReadFile
from smartpick_desktop.ui.models.import_model import ImportColumn
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.theme import Theme

LAKESIDE, GRANITE = "acgme-0403800001", "acgme-1403800002"
Made = Callable[..., ImportDialog]


@pytest.fixture(scope="module")
def directory() -> Directory:
    return made_up_directory()


@pytest.fixture
def document(opened: Open) -> Document:
    return opened()


@pytest.fixture
def kept() -> dict[str, str]:
    return {}


@pytest.fixture
def made(
    qtbot: QtBot,
    theme: Theme,
    document: Document,
    directory: Directory,
    kept: dict[str, str],
) -> Iterator[Made]:
    dialogs: list[ImportDialog] = []

    def make(read: ReadFile | None = None) -> ImportDialog:
        given = ImportContext(
            directory=directory, matcher=ProgramMatcher(directory, NAMES),
            facts=document.facts, scenario=document.scenario, quotas=QUOTAS, names=NAMES,
        )  # fmt: skip
        notes = Notes(read=kept.get, write=kept.__setitem__)
        dialog = ImportDialog(
            theme, document, given, Finder(directory), read or file_reader(directory), notes
        )
        qtbot.addWidget(dialog)
        dialog.show()
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.reject()


def begun(qtbot: QtBot, made: Made, path: Path) -> ImportDialog:
    dialog = made()
    dialog.begin(path)
    qtbot.waitUntil(lambda: not dialog.view.stop.isVisible())
    return dialog


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def texts(dialog: ImportDialog, column: ImportColumn) -> list[str]:
    model = dialog.view.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(
        tmp_path / "facts.csv",
        "ACGME ID,Program,J-1,Positions",
        "403800001,Lakeside,yes,12",
        "1403800002,Granite,no,8",
        "1409999999,Nowhere,no,8",
    )


def test_previews_every_row_and_changes_nothing(
    qtbot: QtBot, made: Made, document: Document, sheet: Path
) -> None:
    dialog = begun(qtbot, made, sheet)
    assert texts(dialog, ImportColumn.ACTION) == ["added", "added", "left out"]
    assert texts(dialog, ImportColumn.PROGRAM)[0] == "Lakeside Medical Center, Marble Falls, OH"
    assert dialog.view.take.text() == "Import 2"
    assert (document.facts, document.undo_stack.count()) == (FactBook(), 0)


def test_takes_in_what_is_ticked_as_one_step_that_undo_takes_back(
    qtbot: QtBot, made: Made, document: Document, library: SqliteLibrary, sheet: Path
) -> None:
    dialog = begun(qtbot, made, sheet)
    box = dialog.view.model.index(1, ImportColumn.TAKEN)
    dialog.view.model.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    qtbot.mouseClick(dialog.view.take, Qt.MouseButton.LeftButton)
    assert document.undo_stack.undoText() == "Import 1 row from facts.csv"
    assert document.facts.value(LAKESIDE, FactKey.VISA_J1) is True
    assert document.facts.of(GRANITE) == {}
    assert library.fact_book() == document.facts
    document.undo_stack.undo()
    assert library.fact_book() == FactBook()


def test_a_plain_list_of_programs_goes_on_the_list(
    qtbot: QtBot, made: Made, document: Document, tmp_path: Path
) -> None:
    path = written(tmp_path / "mine.csv", "Program,ACGME", "Granite,1403800002", "Lake,0403800001")
    dialog = begun(qtbot, made, path)
    assert dialog.view.to_list.isChecked()
    qtbot.mouseClick(dialog.view.take, Qt.MouseButton.LeftButton)
    assert [entry.program_id for entry in document.scenario.entries] == [GRANITE, LAKESIDE]


def test_rows_of_one_kind_can_be_shown_alone(qtbot: QtBot, made: Made, sheet: Path) -> None:
    dialog = begun(qtbot, made, sheet)
    dialog.view.kinds.set_choice("skip")
    dialog.view.kinds.choice_edited.emit("skip")
    assert texts(dialog, ImportColumn.FILE) == ["Nowhere"]


def test_a_choice_of_columns_is_remembered(
    qtbot: QtBot, made: Made, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "odd.csv", "ACGME,Floor", "0403800001,221")

    def choose(dialog: ColumnsDialog) -> int:
        dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("fact.minimum_step2"))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ColumnsDialog, "exec", choose)
    dialog = begun(qtbot, made, path)
    qtbot.mouseClick(dialog.view.columns, Qt.MouseButton.LeftButton)
    dialog.reject()
    again = begun(qtbot, made, path)
    qtbot.mouseClick(again.view.take, Qt.MouseButton.LeftButton)
    assert document.facts.number(LAKESIDE, FactKey.MINIMUM_STEP2) == 221


def test_a_program_chosen_by_hand_is_taken_in(
    qtbot: QtBot, made: Made, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "near.csv", "Program,State,Positions", "Harbor,OR,9")

    def choose(dialog: ChooseProgramDialog) -> int:
        dialog.program_id = "acgme-3204000004"
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ChooseProgramDialog, "exec", choose)
    dialog = begun(qtbot, made, path)
    assert not dialog.view.take.isEnabled()
    dialog.view.table.activated.emit(dialog.view.model.index(0, ImportColumn.FILE))
    qtbot.mouseClick(dialog.view.take, Qt.MouseButton.LeftButton)
    assert document.facts.number("acgme-3204000004", FactKey.POSITIONS) == 9


def test_a_bad_file_gives_its_sentence_and_changes_nothing(
    qtbot: QtBot, made: Made, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\xff\xd8\xff\xe0JFIF")
    dialog = begun(qtbot, made, path)
    assert dialog.view._note.text() == "photo.csv is a picture (JPEG), not a table."
    assert not dialog.view.take.isEnabled()
    assert document.undo_stack.count() == 0


def test_a_fault_of_the_reader_is_a_sentence_too(qtbot: QtBot, made: Made, sheet: Path) -> None:
    def broken(path: Path, progress: Progress, cancelled: Callable[[], bool]) -> Loaded:
        raise RuntimeError

    dialog = made(broken)
    dialog.begin(sheet)
    qtbot.waitUntil(lambda: not dialog.view.stop.isVisible())
    assert dialog.view._note.text() == "facts.csv cannot be read (RuntimeError)."


def test_stopping_leaves_nothing_behind(
    qtbot: QtBot, made: Made, document: Document, sheet: Path
) -> None:
    ended = Event()

    def slow(path: Path, progress: Progress, cancelled: Callable[[], bool]) -> Loaded:
        page = 0
        while not cancelled():
            progress(page := page % 200 + 1, 206)
        ended.set()
        raise CancelledError

    dialog = made(slow)
    dialog.begin(sheet)
    qtbot.waitUntil(lambda: dialog.view._bar.value() > 0)
    qtbot.mouseClick(dialog.view.stop, Qt.MouseButton.LeftButton)
    assert ended.is_set()
    assert dialog.view._note.text() == "Stopped. Nothing was changed."
    assert document.undo_stack.count() == 0


@pytest.fixture
def files(
    qtbot: QtBot,
    theme: Theme,
    document: Document,
    directory: Directory,
) -> FileExchange:
    tools = FileTools(
        read=file_reader(directory), write=write_list, as_text=tab_text, as_html=html_table,
        notes=Notes(read=lambda _: None, write=lambda *_: None),
    )  # fmt: skip
    window = QDialog()
    qtbot.addWidget(window)
    return FileExchange(window, theme, document, directory, Finder(directory), NAMES, tools)


class TestGettingTheListOut:
    @pytest.fixture(autouse=True)
    def listed(self, document: Document, directory: Directory) -> None:
        from smartpick_desktop.core.list_edits import toggle

        edit = toggle(document.scenario, [directory.row(1), directory.row(0)])
        document.edit_scenario(edit.text, edit.after)

    def test_the_file_is_written_and_told(self, files: FileExchange, tmp_path: Path) -> None:
        told: list[str] = []
        files.told.connect(told.append)
        files.write(tmp_path / "list.csv")
        lines = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
        assert [line.split(",")[1] for line in lines] == [
            "Program", "Granite University Hospital", "Lakeside Medical Center",
        ]  # fmt: skip
        assert told == ["list.csv written"]

    def test_a_file_that_cannot_be_written_is_told(
        self, files: FileExchange, tmp_path: Path
    ) -> None:
        told: list[str] = []
        files.told.connect(told.append)
        files.write(tmp_path / "no folder" / "list.csv")
        assert told[0].startswith("list.csv cannot be written: ")

    def test_the_clipboard_takes_it_as_text_and_as_a_table(self, files: FileExchange) -> None:
        files.copy_list()
        data = QApplication.clipboard().mimeData()
        assert data.text().count("\n") == 2
        assert data.html().count("<tr>") == 3


def test_a_track_is_linked_by_hand_and_undo_takes_it_back(
    qtbot: QtBot,
    theme: Theme,
    document: Document,
    directory: Directory,
) -> None:
    track = Track(
        code="9001140C0", name="Internal Medicine", institution="Lakeside", city="Marble Falls",
        state="OH", years=(),
    )  # fmt: skip
    document.edit_facts("Import", FactBook().with_tracks([track]))
    dialog = UnlinkedTracksDialog(theme, document, directory, Finder(directory))
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 1
    dialog.link_to("9001140C0", GRANITE)
    assert document.facts.tracks["9001140C0"].program_id == GRANITE
    assert dialog.list.count() == 0
    document.undo_stack.undo()
    assert document.facts.tracks["9001140C0"].program_id == ""
