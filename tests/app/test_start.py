"""The window as it is put together: first start, later starts, actions, and what goes wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from pytestqt.qtbot import QtBot
from tests.app.conftest import Answering, Begin, Running

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.actions import ACTIONS
from smartpick_desktop.ui.pages.rules_page import RulesPage
from smartpick_desktop.ui.pages.start_page import StartPage
from smartpick_desktop.ui.widgets.note_box import NoteBox

LEFT = Qt.MouseButton.LeftButton
DAMAGED = "library.db is damaged or is not a SmartPick library. It was left as it is."
POPS_UP = pytest.mark.qt_log_ignore(
    "^This plugin does not support grabbing the keyboard", extend=True
)


def start_page(running: Running) -> StartPage:
    [page] = running.window.findChildren(StartPage)
    return page


def click(qtbot: QtBot, running: Running, text: str) -> None:
    buttons = running.window.findChildren(QAbstractButton)
    [button] = [b for b in buttons if b.text() == text and b.isVisible()]
    qtbot.mouseClick(button, LEFT)


class TestAFirstStart:
    def test_shows_the_start_page(self, begin: Begin) -> None:
        running = begin()
        assert (running.window.page(), start_page(running).isVisible()) == ("", True)

    def test_makes_a_library_of_its_own(self, begin: Begin, library_path: Path) -> None:
        begin()
        assert library_path.exists()

    @pytest.mark.parametrize("text", ["My own planning", "I advise others"])
    def test_begins_with_an_empty_applicant_and_the_caret_in_step_2(
        self, qtbot: QtBot, begin: Begin, library: SqliteLibrary, text: str
    ) -> None:
        running = begin()
        click(qtbot, running, text)
        assert running.window.page() == "workspace"
        assert running.bench.strip.step2.field.hasFocus()
        assert not running.window.actions_by_id["undo"].isEnabled()
        [summary] = library.applicants()
        assert (summary.code, running.desk.document.applicant.id) == ("A-01", summary.id)

    def test_begins_with_the_demo(
        self, qtbot: QtBot, begin: Begin, library: SqliteLibrary
    ) -> None:
        running = begin()
        click(qtbot, running, "Open the demo applicant")
        [summary] = library.applicants()
        assert summary.code == "Demo"
        assert len(running.desk.document.scenario.entries) == 46

    def test_leaves_only_what_makes_sense_in_the_menus(self, begin: Begin) -> None:
        actions = begin().window.actions_by_id
        enabled = {key for key, action in actions.items() if action.isEnabled()}
        themes = {"theme_system", "theme_light", "theme_dark"}
        others = {"new_applicant", "demo", "shortcuts", "show_folder", "quit", "about"}
        assert enabled == themes | others


class TestALaterStart:
    @pytest.fixture
    def first(self, begin: Begin) -> Running:
        """An earlier visit that looked at a copy of the first scenario last."""
        first = begin()
        first.trigger("new_applicant")
        first.trigger("duplicate")
        first.window.close()
        return first

    def test_opens_applicant_and_scenario_of_the_last_one(
        self, begin: Begin, first: Running
    ) -> None:
        running = begin()
        document = running.desk.document
        assert (document.applicant.code, document.scenario.name) == ("A-01", "Actual copy")
        assert running.bench.strip.step2.field.hasFocus()

    def test_opens_the_page_that_was_asked_for(
        self, qtbot: QtBot, begin: Begin, first: Running
    ) -> None:
        running = begin(page="rules")
        qtbot.waitUntil(lambda: running.window.page() == "rules")

    def test_keeps_the_appearance(self, begin: Begin) -> None:
        begin().trigger("theme_dark")
        again = begin()
        checked = [
            key
            for key, action in again.window.actions_by_id.items()
            if key.startswith("theme_") and action.isChecked()
        ]
        assert checked == ["theme_dark"]


class TestAnApplicantRemoved:
    @pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
    def test_is_erased_at_a_start_a_month_later(
        self, qtbot: QtBot, begin: Begin, library_path: Path, days: int, kept: bool
    ) -> None:
        then = datetime.now(UTC) - timedelta(days=days)
        library = SqliteLibrary(library_path, clock=lambda: then)
        for number in (1, 2):
            scenario = Scenario(id="a", name="Actual")
            library.add(
                Applicant(
                    id=f"p{number}", code=f"A-0{number}", scenarios=(scenario,), actual_id="a"
                )
            )
        library.remove("p1")
        running = begin()
        qtbot.waitUntil(lambda: running.start.is_complete)
        assert ("A-01" in library.codes()) is kept
        library.close()


class TestTheLastApplicantRemoved:
    @pytest.fixture
    def running(self, begin: Begin) -> Running:
        running = begin()
        running.trigger("new_applicant")
        running.trigger("remove_applicant")
        return running

    def test_shows_the_start_page(self, running: Running) -> None:
        assert running.window.page() == ""
        assert start_page(running).isVisible()

    def test_can_be_brought_back_there(
        self, qtbot: QtBot, running: Running, library: SqliteLibrary
    ) -> None:
        click(qtbot, running, "Bring back")
        assert (running.window.page(), running.desk.document.applicant.code) == (
            "workspace",
            "A-01",
        )
        assert [summary.code for summary in library.applicants()] == ["A-01"]

    def test_is_no_longer_offered_once_there_is_another(
        self, qtbot: QtBot, running: Running
    ) -> None:
        click(qtbot, running, "My own planning")
        assert running.window.toolbar.saved_text() == "Saved as you type"


class Opener(QObject):
    """Stands for the system's way to open a file."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


@pytest.fixture
def opened_urls() -> Iterator[list[str]]:
    """What would be opened outside of the program."""
    opener = Opener()
    # The stub asks for bytes, which Qt refuses.
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]
    yield opener.urls
    QDesktopServices.unsetUrlHandler("file")


@POPS_UP
def test_every_action_of_the_menus_is_handled(
    qtbot: QtBot, begin: Begin, opened_urls: list[str]
) -> None:
    """An action that nobody handles raises, and so fails this test."""
    running = begin()
    running.trigger("demo")
    closer = QTimer()
    closer.timeout.connect(close_what_is_open)
    closer.start(0)
    for spec in ACTIONS:
        if spec.id not in ("", "quit"):
            action = running.window.actions_by_id[spec.id]
            action.setEnabled(True)
            action.trigger()
            QApplication.processEvents()
    closer.stop()
    close_what_is_open()
    running.trigger("quit")
    assert not running.window.isVisible()


def close_what_is_open() -> None:
    for found in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if isinstance(found, QDialog):
            found.reject()
        elif found is not None:
            found.close()


def test_the_data_folder_is_shown_by_the_system(
    begin: Begin, opened_urls: list[str], data_dir: Path
) -> None:
    running = begin()
    running.trigger("demo")
    running.trigger("show_folder")
    assert [Path(url) for url in opened_urls] == [data_dir]


def test_a_rule_is_opened_from_the_verdict(qtbot: QtBot, begin: Begin) -> None:
    running = begin()
    running.trigger("demo")
    running.bench.verdict.rule_requested.emit("T1")
    assert running.window.page() == "rules"


def test_the_sources_are_opened_from_the_chart(begin: Begin) -> None:
    running = begin()
    running.trigger("demo")
    running.bench.chart.sources_requested.emit()
    [page] = running.window.findChildren(RulesPage)
    assert (running.window.page(), page.section()) == ("rules", "sources")


class TestABrokenRulesFileOfTheUsers:
    @pytest.fixture
    def running(self, begin: Begin, data_dir: Path) -> Running:
        folder = data_dir / "rules"
        folder.mkdir(parents=True)
        (folder / "impact.toml").write_text("this is no rules file", encoding="utf-8")
        running = begin()
        running.trigger("demo")
        return running

    def test_is_passed_over(self, running: Running) -> None:
        verdict = running.desk.assessor.view.verdict
        assert verdict is not None
        assert verdict.impact == 1

    def test_is_named_on_the_page_of_rules_and_left_as_it_is(
        self, running: Running, data_dir: Path
    ) -> None:
        running.trigger("rules")
        [page] = running.window.findChildren(RulesPage)
        notes = "\n".join(note.text() for note in page.findChildren(NoteBox))
        assert "Passed over" in notes
        assert "impact.toml" in notes
        kept = (data_dir / "rules" / "impact.toml").read_text(encoding="utf-8")
        assert kept == "this is no rules file"


class TestALibraryThatCannotBeOpened:
    NOISE = b"no library at all\n" * 100

    @pytest.fixture
    def damaged(self, library_path: Path) -> Path:
        library_path.parent.mkdir(parents=True)
        library_path.write_bytes(self.NOISE)
        return library_path

    def test_is_set_aside_on_request_and_nothing_of_it_is_lost(
        self, begin: Begin, damaged: Path
    ) -> None:
        answering = Answering("Set it aside and start afresh")
        running = begin()
        assert answering.asked == [DAMAGED]
        assert start_page(running).isVisible()
        others = [p for p in damaged.parent.iterdir() if p.is_file() and p != damaged]
        assert self.NOISE in [other.read_bytes() for other in others]

    def test_is_tried_again_on_request(self, begin: Begin, damaged: Path) -> None:
        answering = Answering("Try again", "Try again", "Set it aside and start afresh")
        begin()
        assert answering.asked == [DAMAGED] * 3

    def test_is_opened_once_it_can_be(
        self, begin: Begin, library_path: Path, data_dir: Path
    ) -> None:
        SqliteLibrary(library_path).close()
        db = apsw.Connection(str(library_path))
        newest = db.pragma("user_version")
        db.pragma("user_version", newest + 1)
        answering = Answering("Try again")
        answering.answered.connect(lambda: db.pragma("user_version", newest))
        running = begin()
        db.close()
        assert "written by a newer SmartPick" in answering.asked[0]
        assert start_page(running).isVisible()


class TestAnApplicantThatCannotBeRead:
    def damage(self, path: Path) -> None:
        db = apsw.Connection(str(path))
        db.execute("UPDATE scenario SET body = '{'")
        db.close()

    def test_leads_to_the_start_page(self, begin: Begin, library_path: Path) -> None:
        first = begin()
        first.trigger("new_applicant")
        first.window.close()
        self.damage(library_path)
        assert start_page(begin()).isVisible()


class TestClosing:
    def edit(self, running: Running) -> None:
        document = running.desk.document
        after = replace(document.scenario, step2=Step2Result(score=244))
        document.edit_scenario("Change Step 2 CK", after)

    @pytest.fixture
    def unsaved(
        self, begin: Begin, library_path: Path
    ) -> Iterator[tuple[Running, apsw.Connection]]:
        """A window with an edit that could not be saved, and the program that holds the file."""
        running = begin()
        running.trigger("new_applicant")
        running.session._library._file._db.set_busy_timeout(0)
        other = apsw.Connection(str(library_path))
        other.execute("BEGIN IMMEDIATE")
        self.edit(running)
        yield running, other
        other.close()

    def test_with_an_edit_unsaved_asks_and_may_stay(
        self, unsaved: tuple[Running, apsw.Connection]
    ) -> None:
        running, _ = unsaved
        answering = Answering("Stay")
        running.window.close()
        assert answering.asked == ["The last edits could not be saved. Closing now loses them."]
        assert running.window.isVisible()

    def test_with_an_edit_unsaved_may_go(self, unsaved: tuple[Running, apsw.Connection]) -> None:
        running, _ = unsaved
        answering = Answering("Close without them")
        running.window.close()
        assert len(answering.asked) == 1
        assert not running.window.isVisible()

    def test_saves_at_last_what_can_be_saved_by_then(
        self, unsaved: tuple[Running, apsw.Connection], library: SqliteLibrary
    ) -> None:
        running, other = unsaved
        other.close()
        running.window.close()
        assert not running.window.isVisible()
        [summary] = library.applicants()
        assert library.load(summary.id).scenarios[0].step2_score == 244


def test_a_window_that_is_called_comes_up_from_where_it_was_put_away(begin: Begin) -> None:
    running = begin()
    running.window.showMinimized()
    running.start.raise_window()
    assert not running.window.isMinimized()
    assert running.window.isVisible()


def test_a_window_for_looking_around_leaves_no_trace(begin: Begin, data_dir: Path) -> None:
    running = begin(demo=True)
    running.trigger("theme_dark")
    running.window.close()
    assert QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat).allKeys() == []


def test_nothing_on_the_start_page_names_an_applicant(begin: Begin) -> None:
    running = begin()
    running.trigger("new_applicant")
    running.desk.rename("A-01", "Ada Lovelace")
    running.trigger("remove_applicant")
    texts = [label.text() for label in start_page(running).findChildren(QLabel)]
    assert not [text for text in texts if "Ada" in text]
