"""What the buttons of the list checks lead to in the window, and tables that change under it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.core.list_checks.conftest import DIRECTORY, FEES, IM, QUOTAS, entry, general
from tests.ui.conftest import OPENS_POPUPS, Bench, Open, OpenBench

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.ui.pages.programs_page import ProgramsPage
from smartpick_desktop.ui.panels.list_column import CHECKS, LIST, SPREAD, ListColumn
from smartpick_desktop.ui.widgets.finding_row import FindingRow
from smartpick_desktop.ui.workbench import SeasonTables

GONE = ListEntry(program_id="acgme-9999999999", specialty=IM)


class Room:
    """The programs page of a window, with the checks in sight."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        [self.page] = bench.window.findChildren(ProgramsPage)
        assert self.page.column is not None
        self.column: ListColumn = self.page.column
        bench.window.show_page("programs")
        self.column.show_part(CHECKS)
        QApplication.processEvents()

    def click(self, check: str, text: str) -> None:
        rows = [row for row in self.page.findChildren(FindingRow) if row.isVisible()]
        [row] = [row for row in rows if row.finding().check == check]
        [button] = [b for b in row.findChildren(QPushButton) if b.text() == text]
        button.click()
        QApplication.processEvents()

    def names(self) -> list[str]:
        model = self.page.table._model
        return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


@pytest.fixture
def room_of(open_bench: OpenBench, opened: Open) -> Callable[..., Room]:
    def room(**fields: object) -> Room:
        calm = {"step2": Step2Result(score=250), "targets": (Target(specialty=IM),)}
        bench = open_bench(opened(**(calm | fields)))
        tables = SeasonTables(fees=FEES, quotas=QUOTAS)
        bench.workbench.set_tables(tables)
        bench.workbench.add_programs(DIRECTORY, Finder(DIRECTORY), tables)
        return Room(bench)

    return room


RoomOf = Callable[..., Room]


def test_a_program_is_brought_into_focus_whatever_the_filter_was(room_of: RoomOf) -> None:
    room = room_of(entries=general(31))
    room.page.search("Pacific")

    room.click("past_thirty", "Show first")

    assert len(room.names()) == 31
    assert room.page.facts._name.text() == "General 30"


def test_a_program_that_is_gone_leads_to_its_list(room_of: RoomOf) -> None:
    room = room_of(entries=(entry("General 0"), GONE))

    room.click("not_listed", "Show it")

    assert room.names() == ["General 0"]
    assert room.column.part() == LIST
    assert room.page.my_list.selected_programs() == [GONE.program_id]


def test_signals_lead_to_the_programs_of_the_specialty(room_of: RoomOf) -> None:
    room = room_of(entries=(entry("Emergency 0"),))

    room.click("unspent_signals", "Place signals")

    assert room.names() == [f"Emergency {number}" for number in range(5)]


def test_a_missing_score_leads_to_its_field(room_of: RoomOf) -> None:
    room = room_of(step2=None)

    room.click("missing_step2", "Enter Step 2 CK")

    assert room.bench.window.page() == "workspace"
    assert room.bench.workbench.strip.step2.field.hasFocus()


@OPENS_POPUPS
def test_a_missing_backup_leads_to_the_specialties(room_of: RoomOf) -> None:
    room = room_of(step2=Step2Result(score=225), targets=(Target(specialty="dermatology"),))

    room.click("no_backup", "Choose a backup")

    assert room.bench.window.page() == "workspace"
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_all_checks_and_the_tables_are_asked_for(qtbot: QtBot, room_of: RoomOf) -> None:
    room = room_of(entries=(GONE,))
    with qtbot.waitSignal(room.bench.workbench.rule_requested) as asked:
        room.column.sources_requested.emit()
    assert asked.args == ["checks"]
    room.bench.window.action_triggered.disconnect()  # the session opens them, not the bench
    with qtbot.waitSignal(room.bench.window.action_triggered) as wanted:
        room.column.tables_requested.emit()
    assert wanted.args == ["season_tables"]


def test_other_tables_are_in_force_everywhere_at_once(room_of: RoomOf) -> None:
    room = room_of(entries=general(31))
    dear = tuple(
        replace(each, tiers=tuple(replace(tier, dollars=100) for tier in each.tiers))
        for each in FEES
    )

    room.bench.workbench.set_tables(SeasonTables(fees=dear, quotas=QUOTAS))

    reasons = [finding.reason for finding in room.column.checks.findings()]
    assert any(reason.endswith("Each costs $100.") for reason in reasons)
    assert room.bench.workbench.list_strip._cost.text() == "$3,100"
    room.column.show_part(SPREAD)
    assert "$100" in [
        label.text() for label in room.column.spread.findChildren(type(room.page.my_list._count))
    ]


def test_the_next_pane_reaches_the_checks(room_of: RoomOf) -> None:
    room = room_of(entries=(GONE,))
    room.page.table.focus_table()

    room.bench.press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert room.column.isAncestorOf(focused)
