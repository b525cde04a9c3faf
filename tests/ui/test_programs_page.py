"""The programs page with the real directory: filter, list, signals, undo."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_facts import Fact, FactKey
from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.program_sort import ProgramOrder, SortKey
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.dialogs.compare_dialog import CompareDialog
from smartpick_desktop.ui.dialogs.program_dialog import ProgramDialog
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.column_choice import ColumnChoice
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.pages.programs_page import ProgramsPage
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.program_table import ProgramTable

FEES = load_fees(resource("data", "eras_fees.csv"))
QUOTAS = load_quotas(resource("data", "program_signals.csv"))
NAMES = {
    "anesthesiology": "Anesthesiology",
    "dermatology": "Dermatology",
    "internal_medicine": "Internal medicine (community)",
    "internal_medicine_academic": "Internal medicine (academic)",
    "orthopaedic_surgery": "Orthopaedic surgery",
}
TARGETS = ("anesthesiology", "internal_medicine_academic", "dermatology")
CLEVELAND = "Cleveland Clinic Foundation"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resource("data", "programs.csv"))


@pytest.fixture(scope="module")
def finder(directory: Directory) -> Finder:
    return Finder(directory)


@pytest.fixture
def document() -> Iterator[Document]:
    targets = tuple(Target(specialty=key) for key in TARGETS)
    scenario = Scenario(id="actual", name="Actual", targets=targets)
    applicant = Applicant(id="a", code="A-17", scenarios=(scenario,), actual_id="actual")
    made = Document(applicant, lambda *_: None)
    yield made
    made.undo_stack.clear()


@pytest.fixture
def page(qtbot: QtBot, document: Document, directory: Directory, finder: Finder) -> ProgramsPage:
    made = ProgramsPage(document, NAMES, Theme("light"))
    qtbot.addWidget(made)
    made.set_tables(FEES, QUOTAS)
    made.set_directory(directory, finder)
    made.resize(1200, 780)
    made.show()
    return made


def table(page: ProgramsPage) -> ProgramTable:
    return page.table._table


def names(page: ProgramsPage) -> list[str]:
    model = table(page).model()
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def press(qtbot: QtBot, page: ProgramsPage, key: Qt.Key) -> None:
    qtbot.keyClick(table(page), key)


def go_to(page: ProgramsPage, name: str) -> None:
    table(page).selectRow(names(page).index(name))


def type_filter(qtbot: QtBot, page: ProgramsPage, text: str) -> None:
    qtbot.keyClicks(page.filter_bar._search, text)


def listed(document: Document) -> int:
    return len(document.scenario.entries)


def count(page: ProgramsPage) -> str:
    return page.filter_bar._count.text()


def put_on_list(document: Document, directory: Directory, tier: SignalTier, number: int) -> None:
    """Put programs of anesthesiology from the end of the directory's on the list."""
    rows = [row for row, key in enumerate(directory.specialties) if key == "anesthesiology"]
    entries = tuple(
        ListEntry(program_id=directory.program_ids[row], specialty="anesthesiology", signal=tier)
        for row in rows[-number:]
    )
    document.edit_scenario("Fill", replace(document.scenario, entries=entries))


def test_the_first_target_is_shown_at_first(page: ProgramsPage) -> None:
    assert count(page) == "182 of 182"
    assert len(names(page)) == 182
    assert names(page) == sorted(names(page), key=fold)


def test_a_page_without_directory_is_empty_and_holds(qtbot: QtBot, document: Document) -> None:
    bare = ProgramsPage(document, NAMES, Theme("light"))
    qtbot.addWidget(bare)
    document.edit_scenario("Target", document.scenario.without_target("dermatology"))

    assert names(bare) == []


def test_typing_narrows_the_rows_and_keeps_the_program_in_focus(
    qtbot: QtBot, page: ProgramsPage
) -> None:
    go_to(page, CLEVELAND)
    type_filter(qtbot, page, "cleveland clin")

    assert CLEVELAND in names(page)
    assert all("Cleveland" in name for name in names(page))
    assert table(page).currentIndex().siblingAtColumn(Column.NAME).data() == CLEVELAND
    assert count(page) == f"{len(names(page))} of 182"


def test_space_puts_the_row_on_the_list_and_undo_takes_it_off(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    go_to(page, CLEVELAND)
    press(qtbot, page, Qt.Key.Key_Space)

    assert listed(document) == 1
    assert document.undo_stack.undoText() == f"Add {CLEVELAND}"
    assert page.my_list._count.text() == "1 program"

    document.undo_stack.undo()
    assert listed(document) == 0
    assert page.my_list._count.text() == "0 programs"


def test_space_takes_a_listed_row_off(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    go_to(page, CLEVELAND)
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_Space)

    assert document.scenario.entries == ()
    assert document.undo_stack.undoText() == f"Remove {CLEVELAND}"


def test_several_rows_are_one_step(qtbot: QtBot, page: ProgramsPage, document: Document) -> None:
    type_filter(qtbot, page, "cleveland")
    table(page).selectAll()
    press(qtbot, page, Qt.Key.Key_Space)

    assert len(document.scenario.entries) == len(names(page)) > 2
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == f"Add {len(names(page))} programs"


def test_a_click_into_the_box_toggles_that_row_only(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    view = table(page)
    box = view.visualRect(view.model().index(2, Column.LISTED)).center()
    name = view.visualRect(view.model().index(3, Column.NAME)).center()
    for place in (box, name):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [directory_name(page, entry) for entry in document.scenario.entries] == names(page)[2:3]


def directory_name(page: ProgramsPage, entry: ListEntry) -> str:
    assert page._browser is not None
    row = page._browser.directory.index_of(entry.program_id)
    assert row is not None
    return page._browser.directory.names[row]


@pytest.mark.parametrize(
    ("key", "tier"),
    [
        (Qt.Key.Key_G, SignalTier.GOLD),
        (Qt.Key.Key_S, SignalTier.SILVER),
    ],
)
def test_a_letter_places_a_signal_and_nought_takes_it_away(
    qtbot: QtBot, page: ProgramsPage, document: Document, key: Qt.Key, tier: SignalTier
) -> None:
    go_to(page, CLEVELAND)
    press(qtbot, page, key)
    assert [entry.signal for entry in document.scenario.entries] == [tier]
    assert names(page)[table(page).currentIndex().row()] == CLEVELAND  # no type-ahead

    press(qtbot, page, Qt.Key.Key_0)
    assert [entry.signal for entry in document.scenario.entries] == [SignalTier.NONE]


def test_one_signal_over_the_quota_is_refused_in_place(
    qtbot: QtBot, page: ProgramsPage, document: Document, directory: Directory
) -> None:
    put_on_list(document, directory, SignalTier.GOLD, 5)
    before = document.scenario
    press(qtbot, page, Qt.Key.Key_G)

    assert document.scenario == before
    assert page.table._notice.isVisible()
    sentence = "All 5 gold of the 2025 quota are placed. Free one first."
    assert page.table._notice.sentence() == sentence

    press(qtbot, page, Qt.Key.Key_Down)
    assert not page.table._notice.isVisible()


def test_specialties_with_one_kind_of_signal_take_either_letter(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    page.filter_bar._specialties._on_choice_edited("orthopaedic_surgery")
    press(qtbot, page, Qt.Key.Key_S)

    assert [entry.signal for entry in document.scenario.entries] == [SignalTier.SINGLE]


def test_a_specialty_without_quota_says_so(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    page.filter_bar._specialties._on_choice_edited("ophthalmology")
    press(qtbot, page, Qt.Key.Key_G)

    assert document.scenario.entries == ()
    assert page.table._notice.sentence().startswith("No signal quota is known for Ophthalmology")


def test_the_thirty_first_program_costs_more(
    page: ProgramsPage, document: Document, directory: Directory
) -> None:
    put_on_list(document, directory, SignalTier.NONE, 28)
    assert page.my_list._cost._sum.text() == "$308"
    assert page.my_list._cost._next.text() == "Anesthesiology: 2 more at $11, then $30"

    put_on_list(document, directory, SignalTier.NONE, 30)
    assert page.my_list._cost._next.text() == "Anesthesiology: $30 for each more"
    assert table(page).model().index(0, Column.NEXT_FEE).data() == "$30"


def test_an_unknown_season_says_whose_fees_these_are(
    page: ProgramsPage, document: Document
) -> None:
    document.edit_scenario("Season", replace(document.scenario, season=2027))

    note = page.my_list._cost._season.text()
    assert note == "Fees for 2027 are not known; these are the 2026 fees."


def test_delete_in_my_list_removes_the_program(
    qtbot: QtBot, page: ProgramsPage, document: Document, directory: Directory
) -> None:
    put_on_list(document, directory, SignalTier.NONE, 3)
    view = page.my_list._list
    view.setCurrentIndex(view.model().index(2, 0))  # under the heading and one program
    gone = view.focused_program()
    qtbot.keyClick(view, Qt.Key.Key_Delete)

    assert len(document.scenario.entries) == 2
    assert document.scenario.entry(gone) is None
    assert document.undo_stack.undoText().startswith("Remove ")
    assert view.focused_program()


def test_the_cross_in_my_list_removes_the_program(
    qtbot: QtBot, page: ProgramsPage, document: Document, directory: Directory
) -> None:
    put_on_list(document, directory, SignalTier.NONE, 2)
    view = page.my_list._list
    line = view.visualRect(view.model().index(1, 0))
    place = line.topRight() + QPoint(-10, line.height() // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert len(document.scenario.entries) == 1


def test_a_listed_program_that_left_the_directory_is_still_there_to_remove(
    page: ProgramsPage, document: Document
) -> None:
    lost = ListEntry(program_id="acgme-0409999999", specialty="anesthesiology")
    document.edit_scenario("Add", document.scenario.with_entry(lost))
    view = page.my_list._list

    assert view.model().index(1, 0).data() == "0409999999, not in the directory"
    page.my_list._on_remove_requested(lost.program_id)
    assert document.scenario.entries == ()


def test_listed_shows_the_list_and_follows_it(
    qtbot: QtBot, page: ProgramsPage, document: Document
) -> None:
    go_to(page, CLEVELAND)
    press(qtbot, page, Qt.Key.Key_Space)
    page.filter_bar._on_which_edited("listed")
    assert names(page) == [CLEVELAND]

    document.undo_stack.undo()
    assert names(page) == []
    assert page.table._no_rows.isVisible()
    assert page.table._no_rows._reason.text().startswith("No program is on the list yet")


def test_nothing_fits_and_clear_brings_the_rows_back(qtbot: QtBot, page: ProgramsPage) -> None:
    type_filter(qtbot, page, "zzzz")
    assert page.table._no_rows._reason.text() == "No program fits these filters"
    assert page.table._no_rows.isVisible()

    qtbot.mouseClick(page.table._no_rows._clear, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 182
    assert page.filter_bar._search.text() == ""


def test_choices_narrow_and_say_so_on_their_chips(page: ProgramsPage) -> None:
    page.filter_bar._states._on_choice_edited(frozenset({"OH", "MI"}))

    assert count(page) == "18 of 182"
    assert page.filter_bar._states.text() == "State: MI, OH"
    assert page.filter_bar._clear.isVisible()

    page.filter_bar._states._on_choice_edited(frozenset({"OH", "MI", "PA"}))
    assert page.filter_bar._states.text() == "State: MI, OH +1"


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard", extend=True)
def test_the_state_list_offers_counts_under_the_other_filters(
    qtbot: QtBot, page: ProgramsPage
) -> None:
    type_filter(qtbot, page, "cleveland clinic")
    page.filter_bar._states.click()
    boxes = page.filter_bar._states._list._boxes

    assert set(boxes) == {"FL", "OH"}
    boxes["FL"].click()
    page.filter_bar._states._popover.close()
    assert names(page) == ["Cleveland Clinic Foundation/Florida Weston"]


def test_military_programs_can_be_left_out(page: ProgramsPage) -> None:
    page.filter_bar._more._military[True].click()
    assert count(page) == "4 of 182"
    assert page.filter_bar._more.text() == "More filters: 1"

    page.filter_bar._more._military[False].click()
    assert count(page) == "178 of 182"


def test_a_header_sorts_and_once_more_turns_round(qtbot: QtBot, page: ProgramsPage) -> None:
    view = table(page)
    view._on_header_clicked(Column.CITY)
    cities = [view.model().index(row, Column.CITY).data() for row in range(182)]
    assert cities == sorted(cities, key=fold)

    view._on_header_clicked(Column.CITY)
    cities = [view.model().index(row, Column.CITY).data() for row in range(182)]
    assert cities == sorted(cities, key=fold, reverse=True)


def test_a_header_with_shift_sorts_further(page: ProgramsPage) -> None:
    order = ProgramOrder(key=SortKey.STATE).clicked(SortKey.CITY, more=True)
    page.table.sort_edited.emit(order)
    view = table(page)
    assert view.order == order
    where = [
        tuple(view.model().index(row, column).data() for column in (Column.STATE, Column.CITY))
        for row in range(182)
    ]
    assert where == sorted(where, key=lambda pair: (fold(pair[0]), fold(pair[1])))


class TestColumns:
    def test_can_be_hidden_moved_and_put_back(self, page: ProgramsPage) -> None:
        view = table(page)
        menu = page.table._menu._columns
        menu._on_toggled(Column.CITY, shown=False)
        menu._on_toggled(Column.TYPICAL_STEP2, shown=True)
        assert view.isColumnHidden(Column.CITY)
        assert not view.isColumnHidden(Column.TYPICAL_STEP2)
        header = view.horizontalHeader()
        header.moveSection(header.visualIndex(Column.SIGNAL), 2)
        assert view.shown_columns()[:3] == [Column.LISTED, Column.NAME, Column.SIGNAL]
        menu._on_reset()
        assert view.shown_columns()[:4] == [
            Column.LISTED, Column.NAME, Column.CITY, Column.STATE,
        ]  # fmt: skip

    def test_outlast_the_window(self, page: ProgramsPage) -> None:
        kept: dict[str, str] = {}
        page.table.remember_columns(Notes(read=kept.get, write=kept.__setitem__))
        page.table._menu._columns._on_toggled(Column.CITY, shown=False)
        [text] = kept.values()
        assert ColumnChoice().read(text).shown == table(page).choice.shown

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"own": ["NOPE"], "order": []}', "null"])
    def test_a_note_that_cannot_be_read_changes_nothing(self, text: str) -> None:
        assert ColumnChoice().read(text) == ColumnChoice()

    def test_an_older_note_gets_the_columns_that_came_later(self) -> None:
        read = ColumnChoice().read('{"own": ["CITY"], "order": ["LISTED", "NAME", "CITY"]}')
        assert sorted(read.order) == list(Column)

    def test_an_export_follows_them(self, page: ProgramsPage) -> None:
        page.table._menu._columns._on_toggled(Column.CITY, shown=False)
        assert page.table.exported_columns()[:2] == ("name", "state")


class TestDistance:
    def test_narrows_and_shows_miles(self, page: ProgramsPage) -> None:
        chip = page.filter_bar.distance
        chip.city.setText("cleveland, oh")
        chip.city.editingFinished.emit()
        chip.miles.setValue(50)
        assert chip.text() == "Within 50 miles of Cleveland, OH"
        view = table(page)
        miles = [
            int(view.model().index(row, Column.MILES).data())
            for row in range(view.model().rowCount())
        ]
        assert max(miles) <= 50
        assert not view.isColumnHidden(Column.MILES)

    def test_a_city_nobody_knows_is_told_and_asks_for_nothing(self, page: ProgramsPage) -> None:
        chip = page.filter_bar.distance
        chip.city.setText("Xanadu")
        chip.city.editingFinished.emit()
        assert chip._problem.text() == "No program is in a city of that name."
        assert count(page) == "182 of 182"

    def test_a_city_of_several_states_is_asked_for_its_state(self, page: ProgramsPage) -> None:
        chip = page.filter_bar.distance
        chip.city.setText("portland")
        chip.city.editingFinished.emit()
        assert chip._problem.text() == "Several cities are called so; add the state."


def test_unknown_facts_can_be_asked_for(page: ProgramsPage, document: Document) -> None:
    program_id = "acgme-0403821174"
    facts = document.facts.with_fact(program_id, FactKey.VISA_J1, Fact(value=False))
    facts = facts.with_fact(program_id, FactKey.VISA_H1B, Fact(value=False))
    document.edit_facts("Facts", facts)
    visas = frozenset({FactKey.VISA_J1, FactKey.VISA_H1B})
    page.filter_bar._more._unknown[visas].click()
    assert count(page) == "181 of 182"


def test_a_slip_is_told_beside_what_was_found(page: ProgramsPage) -> None:
    page.filter_bar._search.setText("clevland")
    page.filter_bar._search.textEdited.emit("clevland")
    assert page.table._near.text() == "Nothing is spelled like that; shown are: cleveland"
    page.filter_bar._search.textEdited.emit("cleveland")
    assert not page.table._near.isVisible()


def test_the_facts_follow_the_row_in_focus(qtbot: QtBot, page: ProgramsPage) -> None:
    go_to(page, CLEVELAND)
    spoken = page.facts.accessibleName()

    assert spoken.startswith(f"{CLEVELAND}. Cleveland, OH  ·  0403822120  ·  Anesthesiology.")
    assert "Visa: unknown, not needed. Your tie: none, not on your list" in spoken


def opened_dialog(page: ProgramsPage, kind: type[QDialog]) -> QDialog:
    [dialog] = [found for found in page.findChildren(kind) if found.isVisible()]
    return dialog


def test_enter_opens_all_that_is_kept_of_a_program(qtbot: QtBot, page: ProgramsPage) -> None:
    go_to(page, CLEVELAND)
    press(qtbot, page, Qt.Key.Key_Return)
    dialog = opened_dialog(page, ProgramDialog)
    assert dialog.windowTitle() == CLEVELAND
    dialog.close()


def test_four_programs_are_compared_and_a_fifth_is_refused(
    qtbot: QtBot, page: ProgramsPage
) -> None:
    view = table(page)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    view.clearSelection()
    for row in range(4):
        view.selectionModel().select(view.model().index(row, 0), flags)
    press(qtbot, page, Qt.Key.Key_C)
    dialog = opened_dialog(page, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert dialog.table.columnCount() == 5
    dialog.close()
    view.selectionModel().select(view.model().index(4, 0), flags)
    press(qtbot, page, Qt.Key.Key_C)
    assert page.table._notice.sentence() == "Up to 4 programs can be compared; choose fewer."


def test_all_specialties_name_the_specialty_of_each_row(page: ProgramsPage) -> None:
    assert table(page).isColumnHidden(Column.SPECIALTY)
    page.filter_bar._specialties._on_choice_edited("all")

    assert not table(page).isColumnHidden(Column.SPECIALTY)
    assert count(page) == "5,656 of 5,656"


def test_a_search_from_elsewhere_is_shown_in_the_filters(page: ProgramsPage) -> None:
    page.filter_bar._on_states_edited(frozenset({"TX"}))
    page.search("cleveland clinic ohio")
    assert all("Cleveland" in name for name in names(page))
    assert page.filter_bar._search.text() == "cleveland clinic ohio"
    assert page.filter_bar._states.text() == "State: any"

    page.search("national institutes clinical center")
    assert page.filter_bar._specialties._segments.choice() == "all"
    assert len(names(page)) > 0


def test_another_scenario_brings_its_own_targets(page: ProgramsPage, document: Document) -> None:
    targets = (Target(specialty="dermatology"),)
    document.edit_scenario("Targets", replace(document.scenario, targets=targets))

    assert count(page) == "145 of 145"


def test_columns_give_way_where_the_page_is_narrow(page: ProgramsPage) -> None:
    page.set_compact(compact=True)
    page.resize(1048, 700)

    assert table(page).isColumnHidden(Column.DIVISION)
    assert table(page).isColumnHidden(Column.FACTS)
    assert not table(page).isColumnHidden(Column.SIGNAL)
    assert table(page).columnWidth(Column.NAME) >= 230


def tab_stops(page: ProgramsPage) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            found.append(widget.accessibleName() or text)
        widget = widget.nextInFocusChain()
    return found


def test_tab_leads_from_left_to_right_and_down(qtbot: QtBot, page: ProgramsPage) -> None:
    chosen = "Orthopaedic surgery, 208"
    page.filter_bar._specialties._on_choice_edited("orthopaedic_surgery")
    qtbot.waitUntil(lambda: chosen in tab_stops(page))
    stops = tab_stops(page)

    chips = ["Distance: any", "State: any", "Region: any", "More filters"]
    first = [chosen, "More specialties", "Filter by name or city", "Table or map", *chips, "All"]
    assert stops[: len(first)] == first
    assert stops[len(first) :][0::2] == ["Programs", "My list"]
    assert len(stops) == len(first) + 3  # the facts stand between table and list


def test_setting_a_filter_sends_nothing(qtbot: QtBot, page: ProgramsPage) -> None:
    with qtbot.assertNotEmitted(page.filter_bar.filter_edited):
        page.filter_bar.set_filter(
            ProgramFilter(text="x", military=True, listed_only=True, states=frozenset({"OH"}))
        )


def test_the_menu_of_a_row_says_what_its_keys_do(page: ProgramsPage) -> None:
    page.table._menu.show_for([0])
    words = [action.text() for action in page.table._menu.actions() if action.text()]

    assert words[0] == "Put on my list\tSpace"
    assert words[1:4] == ["Gold\tG", "Silver\tS", "No signal\t0"]


@OPENS_POPUPS
def test_several_specialties_are_shown_together(qtbot: QtBot, page: ProgramsPage) -> None:
    bar = page.filter_bar._specialties
    bar.open_several()
    boxes = {box.text(): box for box in bar._list.findChildren(QCheckBox)}
    boxes["Anesthesiology"].setChecked(True)
    boxes["Dermatology"].setChecked(True)
    bar._several.close()
    assert count(page) == "327 of 327"
    assert bar._segments.choice() == "several"
    assert bar._choice("several").text == "2 specialties"
    boxes["Dermatology"].setChecked(False)
    assert count(page) == "182 of 182"
    assert bar._segments.choice() == "anesthesiology"
