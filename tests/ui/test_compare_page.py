"""The compare page: scenarios chosen, what differs, and how the lists do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Bench, Open, OpenBench

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.pages.compare_page import ComparePage
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.workbench import SeasonTables

CASE, CLINIC, METRO = "acgme-0403821174", "acgme-0403822120", "acgme-0403821174"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resource("data", "programs.csv"))


@pytest.fixture(scope="module")
def finder(directory: Directory) -> Finder:
    return Finder(directory)


class Room:
    """A window with the compare page in sight."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.document = bench.workbench._desk.document

    def open(self) -> ComparePage:
        self.bench.workbench.do("compare")
        [page] = self.bench.window.findChildren(ComparePage)
        return page

    def scenario(self, name: str, score: int) -> None:
        """Duplicate the open scenario and give it a name and a score."""
        self.bench.workbench.do("duplicate")
        now = self.document.scenario
        after = replace(now, name=name, step2=Step2Result(score=score, planned=True))
        self.document.edit_scenario(name, after)


@pytest.fixture
def room(
    qtbot: QtBot, open_bench: OpenBench, opened: Open, directory: Directory, finder: Finder
) -> Room:
    rows = [row for row, key in enumerate(directory.specialties) if key == "anesthesiology"]
    entries = tuple(
        ListEntry(program_id=directory.program_ids[row], specialty="anesthesiology")
        for row in rows[:12]
    )
    bench = open_bench(
        opened(
            step1=Step1Result(score=250), step2=Step2Result(score=244), entries=entries,
            targets=(Target(specialty="anesthesiology"),), season=2026,
        )
    )  # fmt: skip
    tables = SeasonTables(
        fees=load_fees(resource("data", "eras_fees.csv")),
        quotas=load_quotas(resource("data", "program_signals.csv")),
    )
    rules = load_outlook_rules(
        resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
    )
    bench.workbench.set_tables(tables)
    bench.workbench.add_programs(directory, finder, tables, rules)
    return Room(bench)


RowsOf = Callable[[ComparePage], dict[str, list[str]]]


def rows(page: ComparePage) -> dict[str, list[str]]:
    model = page.lines.model()
    return {
        str(model.index(row, 0).data()): [
            str(model.index(row, column).data()) for column in range(1, model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def chips(page: ComparePage) -> dict[str, Chip]:
    QApplication.sendPostedEvents(None, 52)  # those taken away are gone
    return {chip.text(): chip for chip in page.findChildren(Chip) if chip.isVisible()}


def test_one_scenario_alone_asks_for_another(room: Room) -> None:
    page = room.open()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("Two scenarios are needed" in text for text in words)
    assert not page.lines.isVisible()


def test_the_actual_one_comes_first_and_noise_is_named(room: Room) -> None:
    room.scenario("If CK 236", 236)
    page = room.open()
    found = rows(page)
    assert found["Step 2 CK"] == ["244", "236, planned (inside noise)"]
    assert found["ERAS cost"] == ["$132", "$132"]
    assert found["Match range"][0] != found["Match range"][1]
    assert page._note.text().startswith("If CK 236 lies less than 16 points from Actual")


def test_only_what_differs_on_request(room: Room) -> None:
    room.scenario("If CK 236", 236)
    page = room.open()
    assert "Step 1" in rows(page)
    page.only.click()
    assert "Step 1" not in rows(page)
    assert "Step 2 CK" in rows(page)
    page.copy_button.click()
    copied = QApplication.clipboard().text()
    assert copied.splitlines()[0] == "\tActual\tIf CK 236"
    assert "Step 1\t" not in copied


def test_a_program_taken_off_shows_among_the_differences(room: Room) -> None:
    room.scenario("Shorter", 244)
    page = room.open()
    assert page.changes.model().rowCount() == 0
    gone = room.document.scenario.entries[0].program_id
    after = room.document.scenario.without_entries(frozenset({gone}))
    room.document.edit_scenario("Remove", after)
    assert page.changes.model().rowCount() == 1
    assert page.changes.model().index(0, 2).data() == "goes out"
    room.document.undo_stack.undo()
    assert page.changes.model().rowCount() == 0


def test_up_to_four_are_chosen_by_their_chips(room: Room) -> None:
    for score in (230, 236, 250, 260):
        room.scenario(f"CK {score}", score)
    page = room.open()
    assert len(page.chosen()) == 4
    chips(page)["CK 230"].click()
    assert page.lines.model().columnCount() == 4
    chips(page)["CK 260"].click()
    assert page.lines.model().columnCount() == 5
    for name in ("CK 236", "CK 250", "CK 260", "CK 260"):
        chips(page)[name].click()
    assert len(page.chosen()) >= 2


@OPENS_POPUPS
def test_the_list_of_another_scenario_is_brought_in_as_one_step(room: Room) -> None:
    room.scenario("Short", 244)
    short = replace(room.document.scenario, entries=room.document.scenario.entries[:2])
    room.document.edit_scenario("Shorten", short)
    menu = room.bench.workbench.open_merge()
    [action] = menu.actions()
    assert action.text() == "Bring in 10 programs of Actual"
    action.trigger()
    menu.close()
    assert len(room.document.scenario.entries) == 12
    room.document.undo_stack.undo()
    assert len(room.document.scenario.entries) == 2


def test_other_scores_are_read_with_the_arrow_keys(qtbot: QtBot, room: Room) -> None:
    room.scenario("If CK 236", 236)
    page = room.open()
    page.parts.choice_edited.emit("scores")
    qtbot.waitUntil(lambda: page.run._shown is not None, timeout=20_000)
    words = page.run._words
    assert words.text().startswith("The verdict changes at 215, 225, 240, 250.")
    assert "Actual 244, If CK 236 236" in words.text()
    page.run.run.setFocus()
    qtbot.keyClick(page.run.run, Qt.Key.Key_Home)
    assert words.text().startswith("200: needs a plan first, impact 4; about ")
    qtbot.keyClick(page.run.run, Qt.Key.Key_End)
    assert words.text().startswith("280: fine as is, impact 0; about ")
    page.run.run.clearFocus()
    assert words.text().startswith("The verdict changes at")


def test_one_scenario_alone_still_shows_other_scores(qtbot: QtBot, room: Room) -> None:
    page = room.open()
    qtbot.waitUntil(lambda: page.run._shown is not None, timeout=20_000)
    assert page.run.isVisible()


def test_a_scenario_is_made_of_the_forecast(room: Room) -> None:
    before = len(room.document.applicant.scenarios)
    room.bench.workbench.do("from_forecast")
    assert len(room.document.applicant.scenarios) == before
    exams = (PracticeExam(score=250), PracticeExam(score=254))
    room.document.edit_scenario("Exams", replace(room.document.scenario, practice=exams))
    room.bench.workbench.do("from_forecast")
    now = room.document.scenario
    assert (now.name, now.step2) == ("Forecast 252", Step2Result(score=252, planned=True))
    assert room.document.undo_stack.undoText() == "New scenario from the forecast"
