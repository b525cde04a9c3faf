"""The outlook beside the list, and a suggested list: seen, taken whole or by row, taken back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Bench, Open, OpenBench

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.outlook.results import ChangeKind
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.dialogs.suggest_dialog import SuggestDialog
from smartpick_desktop.ui.models.suggestion_model import SuggestionColumn
from smartpick_desktop.ui.pages.programs_page import ProgramsPage
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.mix_gauge import MixGauge
from smartpick_desktop.ui.widgets.outlook_curve import OutlookCurve
from smartpick_desktop.ui.workbench import SeasonTables

IM = "internal_medicine"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resource("data", "programs.csv"))


@pytest.fixture(scope="module")
def finder(directory: Directory) -> Finder:
    return Finder(directory)


class Room:
    """The window with the whole directory, and the outlook in sight."""

    def __init__(self, qtbot: QtBot, bench: Bench) -> None:
        self.qtbot = qtbot
        self.bench = bench
        [self.page] = bench.window.findChildren(ProgramsPage)
        assert self.page.column is not None
        self.column = self.page.column
        self.panel = self.column.outlook
        self.document = bench.workbench._desk.document
        bench.workbench.do("show_outlook")

    def words(self) -> str:
        labels = [label for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return " | ".join(label.text() for label in labels if label.text()).replace("\u00a0", " ")

    def strip_words(self) -> str:
        labels = self.bench.workbench.list_strip.findChildren(QLabel)
        return " | ".join(label.text() for label in labels).replace("\u00a0", " ")

    def settle(self) -> None:
        outlook = self.bench.workbench.outlook
        assert outlook is not None
        ratings = outlook.ratings
        self.qtbot.waitUntil(lambda: not ratings._wait.isActive())

    def suggest(self, action: str = "suggest_list") -> SuggestDialog:
        self.bench.workbench.do(action)
        [dialog] = [d for d in self.bench.window.findChildren(SuggestDialog) if d.isVisible()]
        self.found(dialog)
        return dialog

    def found(self, dialog: SuggestDialog) -> None:
        self.qtbot.waitUntil(lambda: dialog.suggestion is not None, timeout=20_000)


@pytest.fixture
def room_of(
    qtbot: QtBot, open_bench: OpenBench, opened: Open, directory: Directory, finder: Finder
) -> Callable[..., Room]:
    def room(programs: int = 0, **fields: object) -> Room:
        rows = [row for row, key in enumerate(directory.specialties) if key == IM][:programs]
        entries = tuple(
            ListEntry(program_id=directory.program_ids[row], specialty=IM) for row in rows
        )
        usual = {
            "step2": Step2Result(score=236), "targets": (Target(specialty=IM),),
            "entries": entries, "season": 2025,
        }  # fmt: skip
        bench = open_bench(opened(**(usual | fields)))
        tables = SeasonTables(
            fees=load_fees(resource("data", "eras_fees.csv")),
            quotas=load_quotas(resource("data", "program_signals.csv")),
        )
        rules = load_outlook_rules(
            resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
        )
        bench.workbench.set_tables(tables)
        bench.workbench.add_programs(directory, finder, tables, rules)
        return Room(qtbot, bench)

    return room


RoomOf = Callable[..., Room]


def test_range_interviews_and_what_comes_next_stand_beside_the_list(room_of: RoomOf) -> None:
    room = room_of(30)
    words = room.words()
    assert " % | of people with files like this, and a list like this, would match." in words
    assert "Expect about" in words
    assert "The next 10 programs cost $300 and add about" in words
    assert "This is not a promise." in words
    assert "None of these programs has a usual score here" in words
    assert "not a promise" in room.strip_words()
    assert room.bench.workbench.list_strip.findChildren(MixGauge)[0].accessibleName() == (
        "30 not rated"
    )


def test_without_a_score_it_says_what_is_needed(room_of: RoomOf) -> None:
    room = room_of(5, step2=None)
    assert "Enter a Step 2 CK score" in room.words()
    assert not room.panel._suggest.isEnabled()
    assert not room.panel._range.isVisible()


def test_without_a_list_one_can_be_suggested(room_of: RoomOf) -> None:
    room = room_of(0)
    assert "Put programs on the list, or have one suggested." in room.words()
    assert room.panel._suggest.isEnabled()
    assert not room.panel._signals.isEnabled()


def test_another_score_is_tried_out_and_changes_nothing(room_of: RoomOf) -> None:
    room = room_of(30)
    before = room.document.scenario
    room.panel._score.setValue(250)
    assert "With 250 instead of 236, the same list: " in room.words()
    room.qtbot.waitUntil(lambda: bool(room.panel._chosen.text()), timeout=20_000)
    assert room.panel._chosen.text().startswith("A list chosen for 250 would have ")
    assert room.document.scenario is before
    room.panel._score.set_number(None)
    room.panel._render_what_if()
    assert room.panel._chosen.text() == ""


def test_a_new_score_moves_the_range(room_of: RoomOf) -> None:
    room = room_of(30)
    before = room.panel._range.text()
    after = replace(room.document.scenario, step2=Step2Result(score=215))
    room.document.edit_scenario("Step 2 CK 215", after)
    room.settle()
    assert room.panel._range.text() != before


def test_the_curve_is_read_with_the_arrow_keys(room_of: RoomOf) -> None:
    room = room_of(20)
    curve = room.panel.findChild(OutlookCurve)
    assert curve is not None
    curve.setFocus()
    room.qtbot.keyClick(curve, Qt.Key.Key_Home)
    room.qtbot.keyClick(curve, Qt.Key.Key_PageDown)
    assert room.panel._next.text().startswith("10 programs, $110: ")
    room.qtbot.keyClick(curve, Qt.Key.Key_End)
    assert room.panel._next.text().startswith("30 programs, $330: ")
    curve.clearFocus()
    assert room.panel._next.text().startswith("The next 10 programs")


def test_a_list_of_forty_comes_in_one_step_and_goes_in_one(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    assert dialog.view.count.number() == 40
    assert dialog.view.take.text() == "Take over 40 changes"
    dialog.view.take.click()
    assert len(room.document.scenario.entries) == 40
    assert room.document.undo_stack.undoText() == "Take over a suggested list"
    room.document.undo_stack.undo()
    assert room.document.scenario.entries == ()


def test_only_what_is_ticked_comes_in(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    model = dialog.view.model
    for row in range(5, model.rowCount()):
        index = model.index(row, SuggestionColumn.TAKEN)
        model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.view.take.text() == "Take over 5 changes"
    wanted = {model.program(row) for row in range(5)}
    dialog.view.take.click()
    assert {entry.program_id for entry in room.document.scenario.entries} == wanted


def test_a_budget_is_a_number_of_programs(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    dialog.view.budget.setValue(400)
    room.found(dialog)
    assert dialog.view.count.number() == 32
    assert dialog.view.model.rowCount() == 32
    dialog.reject()


def test_what_is_never_wanted_stays_out_until_it_is_allowed_again(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    unwanted = dialog.view.model.program(0)
    dialog.view.table.selectRow(0)
    assert dialog.view.other.text() == "Never suggest this one"
    dialog.view.other.click()
    room.found(dialog)
    assert room.document.scenario.never == {unwanted}
    assert unwanted not in {c.program_id for c in dialog.view.model.ticked()}
    assert dialog.suggestion is not None
    assert dialog.suggestion.left_out[unwanted] == "It is on your never-list."
    room.document.undo_stack.undo()
    room.found(dialog)
    assert room.document.scenario.never == frozenset()
    dialog.reject()


def test_a_program_asked_for_says_why_it_is_out(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    view = dialog.view
    view.kinds.set_choice(view.LEFT_OUT)
    view.kinds.choice_edited.emit(view.LEFT_OUT)
    view.search.set_text("Cleveland Clinic Foundation")
    view.search.text_edited.emit("Cleveland Clinic Foundation")
    names = [
        view.model.index(row, SuggestionColumn.PROGRAM).data()
        for row in range(view.model.rowCount())
    ]
    assert names
    assert all("Cleveland Clinic" in name for name in names)
    assert view.model.why(0)
    assert (
        not view.model.index(0, SuggestionColumn.TAKEN).flags() & Qt.ItemFlag.ItemIsUserCheckable
    )
    dialog.reject()


def test_signals_alone_are_placed_on_the_list(room_of: RoomOf) -> None:
    room = room_of(25)
    dialog = room.suggest("place_signals")
    assert dialog.windowTitle() == "Where signals do most"
    assert dialog.suggestion is not None
    assert {c.kind for c in dialog.suggestion.changes} == {ChangeKind.SIGNAL}
    dialog.view.take.click()
    assert len(room.document.scenario.entries) == 25
    assert room.document.undo_stack.undoText() == "Place signals"


def test_a_list_that_is_near_the_best_has_nothing_to_take(room_of: RoomOf) -> None:
    room = room_of(0)
    room.suggest().view.take.click()
    again = room.suggest()
    assert again.suggestion is not None
    assert again.suggestion.changes == ()
    assert not again.view.take.isEnabled()
    again.reject()


def test_closing_while_it_is_worked_out_leaves_nothing_behind(room_of: RoomOf) -> None:
    room = room_of(0)
    room.bench.workbench.do("suggest_list")
    [dialog] = room.bench.window.findChildren(SuggestDialog)
    assert dialog.suggestion is None
    dialog.reject()
    QApplication.processEvents()
    assert room.document.scenario.entries == ()
    assert room.document.undo_stack.count() == 0


def test_several_programs_of_my_list_are_marked_at_once_from_its_menu(room_of: RoomOf) -> None:
    room = room_of(6)
    menu = room.page.my_list.menu
    ids = [entry.program_id for entry in room.document.scenario.entries[:3]]
    menu.fill(ids)
    [applied] = [
        a for sub in menu.findChildren(QMenu) for a in sub.actions() if a.text() == "Applied"
    ]
    applied.trigger()
    entries = room.document.scenario.entries
    assert [entry.status.value for entry in entries] == ["applied"] * 3 + ["considering"] * 3
    assert room.document.undo_stack.undoText() == "Applied: 3 programs"
    found = [a for sub in menu.findChildren(QMenu) for a in sub.actions()]
    [home] = [action for action in found if action.text() == "Home program"]
    home.trigger()
    assert [entry.tie.value for entry in room.document.scenario.entries[:4]] == [
        "home", "home", "home", "none",
    ]  # fmt: skip
    room.document.undo_stack.undo()
    room.document.undo_stack.undo()
    statuses_now = {entry.status.value for entry in room.document.scenario.entries}
    assert statuses_now == {"considering"}


def test_space_takes_a_change_out_and_in_from_any_cell(room_of: RoomOf) -> None:
    room = room_of(0)
    dialog = room.suggest()
    view = dialog.view
    view.table.setCurrentIndex(view.model.index(2, SuggestionColumn.WHY))
    room.qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.take.text() == "Take over 39 changes"
    assert view.model.program(2) not in {c.program_id for c in view.model.ticked()}
    room.qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.take.text() == "Take over 40 changes"
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_sentence_of_the_outlook_is_cut(room_of: RoomOf, theme: Theme, scale: float) -> None:
    room = room_of(12)
    theme.set_text_scale(scale)
    QApplication.processEvents()
    for label in room.panel.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    theme.set_text_scale(1.0)


@pytest.mark.parametrize("action", ["suggest_list", "place_signals", "compare"])
def test_without_its_rules_the_window_says_so_and_works_on(
    open_bench: OpenBench, opened: Open, directory: Directory, finder: Finder, action: str
) -> None:
    bench = open_bench(opened(step2=Step2Result(score=236), targets=(Target(specialty=IM),)))
    tables = SeasonTables(fees=(), quotas=())
    bench.workbench.add_programs(directory, finder, tables, None)
    bench.workbench.do(action)
    said = [label.text() for label in bench.window.toolbar.findChildren(QLabel)]
    assert "The rules of the outlook could not be read." in said
    bench.workbench.do("programs")
    assert bench.window.page() == "programs"


def test_the_strip_leaves_out_the_outlook_where_there_is_no_room(room_of: RoomOf) -> None:
    room = room_of(12)
    room.bench.workbench.do("workspace")
    strip = room.bench.workbench.list_strip
    for width, shown in ((1440, True), (1024, False), (1280, True)):
        room.bench.window.resize(width, 800)
        QApplication.processEvents()
        assert strip._range.isVisible() is shown
        assert strip._count.isVisible()
