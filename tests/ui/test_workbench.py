"""The workbench in its window: keys, undo, applicants, and what stays the same over an hour."""

from collections.abc import Callable
from dataclasses import replace

import apsw
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Bench, Open, OpenBench

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.chart_panel import CHART, TABLE
from smartpick_desktop.ui.panels.practice_panel import PracticePanel
from smartpick_desktop.ui.panels.profile_panel import ProfilePanel
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.search_field import SearchField

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(open_bench: OpenBench, document: Document) -> Bench:
    """Of 250 and 244 for anesthesiology and dermatology."""
    return open_bench(document)


def names(bench: Bench) -> list[str]:
    return [scenario.name for scenario in bench.document.applicant.scenarios]


def trigger(bench: Bench, action_id: str) -> None:
    bench.window.actions_by_id[action_id].trigger()


def popup() -> QWidget:
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


class TestKeys:
    def test_the_first_focus_is_the_step_2_field(self, bench: Bench) -> None:
        assert bench.workbench.strip.step2.field.hasFocus()

    def test_control_e_leads_to_step_2_with_all_of_it_selected(self, bench: Bench) -> None:
        bench.workbench.rail.switch.setFocus()
        bench.press(Key.Key_E, CTRL)
        field = bench.workbench.strip.step2.field
        assert (field.hasFocus(), field.lineEdit().selectedText()) == (True, "244")

    def test_control_e_selects_all_of_it_in_the_field_itself(
        self, qtbot: QtBot, bench: Bench
    ) -> None:
        field = bench.workbench.strip.step2.field
        field.selectAll()
        qtbot.keyClicks(field, "250")
        bench.press(Key.Key_E, CTRL)
        qtbot.keyClicks(field, "236")
        assert bench.document.scenario.step2_score == 236

    def test_control_shift_e_leads_to_step_1(self, bench: Bench) -> None:
        bench.press(Key.Key_E, CTRL | SHIFT)
        assert bench.workbench.strip.step1.field.hasFocus()

    def test_control_n_makes_a_scenario(self, bench: Bench) -> None:
        bench.press(Key.Key_N, CTRL)
        assert names(bench) == ["Actual", "Scenario"]

    def test_control_d_makes_a_copy(self, bench: Bench) -> None:
        bench.press(Key.Key_D, CTRL)
        assert names(bench) == ["Actual", "Actual copy"]

    def test_control_tab_goes_round_the_scenarios(self, bench: Bench) -> None:
        bench.press(Key.Key_D, CTRL)
        bench.press(Key.Key_Tab, CTRL)
        assert bench.document.scenario.name == "Actual"
        bench.press(Key.Key_Backtab, CTRL | SHIFT)
        assert bench.document.scenario.name == "Actual copy"

    def test_control_tab_drops_a_number_that_is_not_whole(
        self, qtbot: QtBot, bench: Bench
    ) -> None:
        bench.press(Key.Key_D, CTRL)
        field = bench.workbench.strip.step2.field
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "23")
        bench.press(Key.Key_Tab, CTRL)
        assert field.text() == "244"
        assert [s.step2_score for s in bench.document.applicant.scenarios] == [244, 244]

    def test_control_t_goes_over_to_the_table_and_back(self, bench: Bench) -> None:
        bench.press(Key.Key_T, CTRL)
        assert bench.workbench.chart.view() == TABLE
        bench.press(Key.Key_T, CTRL)
        assert bench.workbench.chart.view() == CHART

    def test_control_k_leads_to_the_search(self, bench: Bench) -> None:
        bench.press(Key.Key_K, CTRL)
        focused = QApplication.focusWidget()
        assert isinstance(focused, SearchField)
        assert bench.window.toolbar.isAncestorOf(focused)

    def test_control_z_in_a_field_takes_back_an_edit(self, qtbot: QtBot, bench: Bench) -> None:
        field = bench.workbench.strip.step2.field
        field.selectAll()
        qtbot.keyClicks(field, "250")
        bench.press(Key.Key_Z, CTRL)
        assert (bench.document.scenario.step2_score, field.text()) == (244, "244")

    @pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Z, CTRL | SHIFT), (Key.Key_Y, CTRL)])
    def test_two_keys_bring_it_back(
        self, qtbot: QtBot, bench: Bench, key: Qt.Key, modifiers: Qt.KeyboardModifier
    ) -> None:
        field = bench.workbench.strip.step2.field
        field.selectAll()
        qtbot.keyClicks(field, "250")
        bench.press(Key.Key_Z, CTRL)
        bench.press(key, modifiers)
        assert bench.document.scenario.step2_score == 250

    def test_control_s_says_that_all_is_saved(self, bench: Bench) -> None:
        bench.press(Key.Key_S, CTRL)
        assert bench.window.toolbar.saved_text() == "Every edit is already saved"

    def test_f6_goes_through_the_panes_and_round(self, bench: Bench) -> None:
        work = bench.workbench
        panes: list[QWidget] = [
            work.strip, work.chart, work.verdict, work.list_strip, work.rail, bench.window.toolbar,
        ]  # fmt: skip
        visited = []
        for _ in range(len(panes)):
            bench.press(Key.Key_F6)
            focused = QApplication.focusWidget()
            assert focused is not None
            visited += [at for at, pane in enumerate(panes) if pane.isAncestorOf(focused)]
        assert visited == [1, 2, 3, 4, 5, 0]

    def test_shift_f6_goes_the_other_way(self, bench: Bench) -> None:
        bench.press(Key.Key_F6, SHIFT)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert bench.window.toolbar.isAncestorOf(focused)

    def test_f1_asks_for_the_rules(self, bench: Bench) -> None:
        spy = QSignalSpy(bench.workbench.rule_requested)
        bench.press(Key.Key_F1)
        assert spy.at(0) == [""]


class TestUndo:
    def test_names_the_edit_in_the_menu(self, qtbot: QtBot, bench: Bench) -> None:
        qtbot.keyClick(bench.workbench.strip.step2.field, Key.Key_Up)
        assert bench.window.actions_by_id["undo"].text() == "Undo Change Step 2 CK"

    def test_names_what_comes_back_in_the_menu(self, qtbot: QtBot, bench: Bench) -> None:
        qtbot.keyClick(bench.workbench.strip.step2.field, Key.Key_Up)
        trigger(bench, "undo")
        assert bench.window.actions_by_id["redo"].text() == "Redo Change Step 2 CK"
        assert bench.window.actions_by_id["undo"].text() == "Undo"

    def test_waits_until_there_is_an_edit(self, qtbot: QtBot, bench: Bench) -> None:
        undo, redo = (bench.window.actions_by_id[key] for key in ("undo", "redo"))
        assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
        qtbot.keyClick(bench.workbench.strip.step2.field, Key.Key_Up)
        assert (undo.isEnabled(), redo.isEnabled()) == (True, False)

    def test_splits_a_run_when_the_focus_moves(self, qtbot: QtBot, bench: Bench) -> None:
        strip = bench.workbench.strip
        qtbot.keyClick(strip.step2.field, Key.Key_Up)
        strip.step1.field.setFocus()
        strip.step2.field.setFocus()
        qtbot.keyClick(strip.step2.field, Key.Key_Up)
        trigger(bench, "undo")
        assert bench.document.scenario.step2_score == 245

    def test_goes_back_to_the_scenario_of_the_edit(self, qtbot: QtBot, bench: Bench) -> None:
        trigger(bench, "duplicate")
        qtbot.keyClick(bench.workbench.strip.step2.field, Key.Key_Up)
        trigger(bench, "previous_scenario")
        trigger(bench, "undo")
        assert bench.document.scenario.name == "Actual copy"
        assert bench.workbench.strip.step2.field.text() == "244"


class TestScenarios:
    def test_the_last_one_stays_and_that_is_said(self, bench: Bench) -> None:
        trigger(bench, "delete")
        assert names(bench) == ["Actual"]
        assert bench.window.toolbar.saved_text() == "The last scenario stays"

    def test_a_deleted_one_comes_back_with_undo_and_that_is_said(self, bench: Bench) -> None:
        trigger(bench, "duplicate")
        trigger(bench, "delete")
        said = "'Actual copy' deleted; undo brings it back"
        assert bench.window.toolbar.saved_text() == said
        trigger(bench, "undo")
        assert names(bench) == ["Actual", "Actual copy"]

    def test_the_key_in_the_rail_says_so_too(self, qtbot: QtBot, bench: Bench) -> None:
        qtbot.keyClick(bench.workbench.rail._list, Key.Key_Delete)
        assert bench.window.toolbar.saved_text() == "The last scenario stays"

    def test_rename_edits_the_name_in_its_place(self, qtbot: QtBot, bench: Bench) -> None:
        trigger(bench, "rename")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        assert bench.workbench.rail.isAncestorOf(editor)
        qtbot.keyClick(editor, Key.Key_Escape)

    def test_mark_as_actual(self, bench: Bench) -> None:
        trigger(bench, "duplicate")
        trigger(bench, "mark_actual")
        assert bench.document.applicant.actual_id == bench.document.scenario.id


@OPENS_POPUPS
class TestPopovers:
    def test_the_profile_opens(self, bench: Bench) -> None:
        trigger(bench, "profile")
        found = popup().findChildren(ProfilePanel)
        popup().close()
        assert len(found) == 1

    def test_control_shift_t_opens_the_picker(self, qtbot: QtBot, bench: Bench) -> None:
        bench.press(Key.Key_T, CTRL | SHIFT)
        assert isinstance(QApplication.focusWidget(), SearchField)
        qtbot.keyClicks(QApplication.focusWidget(), "patho")
        bench.press(Key.Key_Return)
        assert bench.document.scenario.targets[-1].specialty == "pathology"

    def test_the_focus_goes_back_where_it_came_from(self, bench: Bench) -> None:
        trigger(bench, "profile")
        bench.press(Key.Key_Escape)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "Edit profile"

    def test_code_and_name_are_edited_as_they_are_typed(
        self, qtbot: QtBot, bench: Bench, library: SqliteLibrary
    ) -> None:
        trigger(bench, "rename_applicant")
        [name] = [e for e in popup().findChildren(QLineEdit) if e.accessibleName() == "Name"]
        qtbot.keyClicks(name, "Ada")
        popup().close()
        assert library.load("p1").name == "Ada"

    def test_no_code_leaves_the_one_there_was(self, qtbot: QtBot, bench: Bench) -> None:
        trigger(bench, "rename_applicant")
        [code] = [e for e in popup().findChildren(QLineEdit) if e.accessibleName() == "Code"]
        code.selectAll()
        qtbot.keyClick(code, Key.Key_Delete)
        popup().close()
        assert bench.document.applicant.code == "A-01"


@OPENS_POPUPS
class TestApplicants:
    @pytest.fixture
    def menu_of(self, bench: Bench) -> Callable[[], QMenu]:
        def menu() -> QMenu:
            bench.press(Key.Key_A, CTRL | SHIFT)
            found = popup()
            assert isinstance(found, QMenu)
            return found

        return menu

    def titles(self, menu: QMenu) -> list[str]:
        actions = [action for action in menu.actions() if not action.isSeparator()]
        found = [f"{'*' if action.isChecked() else ''}{action.text()}" for action in actions]
        menu.close()
        return found

    def test_a_new_one_is_opened(self, bench: Bench) -> None:
        bench.press(Key.Key_N, CTRL | SHIFT)
        assert bench.document.applicant.code == "A-02"
        assert bench.workbench.rail.switch.accessibleName() == "Applicant A-02, US MD senior"

    def test_all_are_in_the_menu_and_the_open_one_is_marked(
        self, bench: Bench, menu_of: Callable[[], QMenu]
    ) -> None:
        trigger(bench, "new_applicant")
        assert self.titles(menu_of())[:2] == ["A-01", "*A-02"]

    def test_a_name_takes_the_place_of_the_code(
        self, bench: Bench, menu_of: Callable[[], QMenu]
    ) -> None:
        bench.desk.rename("A-01", "Ada")
        assert self.titles(menu_of())[0] == "*Ada"

    def test_the_menu_opens_another(self, bench: Bench, menu_of: Callable[[], QMenu]) -> None:
        trigger(bench, "new_applicant")
        menu = menu_of()
        menu.actions()[0].trigger()
        menu.close()
        assert bench.document.applicant.code == "A-01"
        assert bench.workbench.strip.step2.field.text() == "244"

    def test_a_removed_one_is_offered_back(self, qtbot: QtBot, bench: Bench) -> None:
        trigger(bench, "new_applicant")
        trigger(bench, "remove_applicant")
        toolbar = bench.window.toolbar
        assert toolbar.saved_text() == "A-02 removed"
        [back] = [b for b in toolbar.findChildren(QPushButton) if b.text() == "Bring back"]
        qtbot.mouseClick(back, LEFT)
        assert bench.document.applicant.code == "A-02"
        assert toolbar.saved_text() == "Saved as you type"

    def test_the_offer_goes_when_another_is_opened(self, bench: Bench) -> None:
        trigger(bench, "new_applicant")
        trigger(bench, "remove_applicant")
        trigger(bench, "new_applicant")
        assert bench.window.toolbar.saved_text() == "Saved as you type"

    def test_a_number_that_is_not_whole_does_not_go_along(
        self, qtbot: QtBot, bench: Bench
    ) -> None:
        field = bench.workbench.strip.step2.field
        field.selectAll()
        qtbot.keyClicks(field, "23")
        trigger(bench, "new_applicant")
        assert (field.text(), bench.document.scenario.step2) == ("", None)


class TestWhileAnotherProgramHoldsTheFile:
    def test_typing_goes_on_and_saving_again_keeps_it_all(
        self,
        qtbot: QtBot,
        bench: Bench,
        hold: Callable[[], apsw.Connection],
        library: SqliteLibrary,
    ) -> None:
        other = hold()
        for _ in range(3):
            qtbot.keyClick(bench.workbench.strip.step2.field, Key.Key_Up)
        assert bench.window.toolbar.saved_text().startswith("Not saved. ")
        other.close()
        bench.press(Key.Key_S, CTRL)
        assert bench.window.toolbar.saved_text().startswith("Saved ")
        assert library.load("p1").scenarios[0].step2_score == 247


class TestTheWholePicture:
    def test_every_panel_follows_a_keystroke(self, qtbot: QtBot, bench: Bench) -> None:
        field = bench.workbench.strip.step2.field
        field.selectAll()
        qtbot.keyClicks(field, "236")
        line = bench.desk.assessor.view.line
        assert line.score == 236
        assert bench.workbench.chart._line == line
        assert bench.workbench.verdict.card().impact_text.startswith("Impact 2 of 5")
        assert bench.workbench.rail._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
            "Actual, actual, Step 1 250, CK 236, Fine as is for Anesthesiology"
        )

    def test_an_empty_applicant_fills_from_the_keyboard_alone(
        self, qtbot: QtBot, opened: Open, open_bench: OpenBench, library: SqliteLibrary
    ) -> None:
        bench = open_bench(opened())
        bench.press(Key.Key_E, CTRL | SHIFT)
        qtbot.keyClicks(QApplication.focusWidget(), "250")
        bench.press(Key.Key_E, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "244")
        [kept] = library.load("p1").scenarios
        assert (kept.step1, kept.step2) == (Step1Result(score=250), Step2Result(score=244))


def widgets(bench: Bench) -> int:
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    return len(bench.window.findChildren(QWidget))


def test_a_thousand_edits_leave_as_many_widgets_as_there_were(
    bench: Bench, library: SqliteLibrary
) -> None:
    document = bench.document
    for number in range(20):  # every row that a reason or a change may need is made once
        score = 200 + 5 * number
        document.edit_scenario(
            "Change", replace(document.scenario, step2=Step2Result(score=score))
        )
    before = widgets(bench)
    for number in range(1000):
        score = 200 + number % 99
        document.edit_scenario(
            "Change", replace(document.scenario, step2=Step2Result(score=score))
        )
    assert widgets(bench) == before
    assert library.load("p1").scenarios[0].step2_score == 209


@OPENS_POPUPS
def test_opening_and_closing_popovers_leaves_no_widget_behind(bench: Bench) -> None:
    trigger(bench, "profile")
    popup().close()
    before = widgets(bench)
    for action in ("profile", "add_target", "rename_applicant"):
        for _ in range(3):
            trigger(bench, action)
            popup().close()
            QApplication.processEvents()
    assert widgets(bench) == before
    assert not bench.window.findChildren(Popover)
    assert not bench.window.findChildren(PracticePanel)
