"""The window and its actions: every one has a key of its own, a name, and something it does."""

from collections import Counter
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Bench, Open, OpenBench

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from smartpick_desktop import PRODUCT_NAME
from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.actions import ACTIONS, MENUS, key_sheet
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.main_window import PAGES, MainWindow
from smartpick_desktop.ui.pages.rules_page import RulesPage
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.workbench import SeasonTables

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resource("data", "programs.csv"))


@pytest.fixture(scope="module")
def finder(directory: Directory) -> Finder:
    return Finder(directory)


@pytest.fixture(scope="module")
def tables() -> SeasonTables:
    return SeasonTables(
        fees=load_fees(resource("data", "eras_fees.csv")),
        quotas=load_quotas(resource("data", "program_signals.csv")),
    )


@pytest.fixture
def listing(
    open_bench: OpenBench,
    opened: Open,
    directory: Directory,
    finder: Finder,
    tables: SeasonTables,
) -> Bench:
    """A window with the page of programs."""
    document = opened(
        step1=Step1Result(score=250),
        step2=Step2Result(score=244),
        practice=(PracticeExam(score=250),),
        targets=(
            Target(specialty="anesthesiology"),
            Target(specialty="dermatology"),
            Target(specialty="urology"),
        ),
    )
    bench = open_bench(document)
    bench.workbench.set_tables(tables)
    rules = load_outlook_rules(
        resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
    )
    bench.workbench.add_programs(directory, finder, tables, rules)
    return bench


@pytest.fixture
def whole(listing: Bench, theme: Theme) -> Bench:
    """A window with all its pages, and with the chart."""
    listing.workbench.chart.load_chart()
    rules = RulesPage(theme)
    rules.set_reference(listing.desk.assessor.view.reference)
    listing.window.add_page("rules", rules)
    QApplication.processEvents()
    return listing


@pytest.fixture
def bench(open_bench: OpenBench, document: Document) -> Bench:
    return open_bench(document)


class TestTheTableOfActions:
    def test_names_each_action_once(self) -> None:
        ids = Counter(spec.id for spec in ACTIONS if spec.id)
        assert [key for key, count in ids.items() if count > 1] == []

    def test_gives_no_key_to_two_actions(self) -> None:
        keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
        assert [key for key, count in keys.items() if count > 1] == []

    def test_has_keys_that_qt_understands(self) -> None:
        assert [key for spec in ACTIONS for key in spec.keys if QKeySequence(key).isEmpty()] == []

    def test_has_a_text_for_every_action(self) -> None:
        assert [spec.id for spec in ACTIONS if spec.id and not spec.text.strip()] == []

    def test_has_a_menu_for_every_action(self) -> None:
        assert {spec.menu for spec in ACTIONS} == set(MENUS)

    def test_has_no_two_alike_texts_in_a_menu(self) -> None:
        texts = Counter((spec.menu, spec.text) for spec in ACTIONS if spec.id)
        assert [text for text, count in texts.items() if count > 1] == []

    def test_fills_the_key_sheet(self) -> None:
        told = {name for _, name, _ in key_sheet()}
        assert told == {spec.text for spec in ACTIONS if spec.keys}


@pytest.mark.parametrize(
    ("action_id", "key"),
    [
        ("workspace", "Ctrl+1"),
        ("programs", "Ctrl+2"),
        ("compare", "Ctrl+3"),
        ("rules", "Ctrl+4"),
        ("focus_step2", "Ctrl+E"),
        ("focus_step1", "Ctrl+Shift+E"),
        ("new_scenario", "Ctrl+N"),
        ("duplicate", "Ctrl+D"),
        ("next_scenario", "Ctrl+Tab"),
        ("previous_scenario", "Ctrl+Shift+Tab"),
        ("toggle_table", "Ctrl+T"),
        ("next_pane", "F6"),
        ("previous_pane", "Shift+F6"),
        ("find_program", "Ctrl+K"),
        ("filter_programs", "Ctrl+F"),
        ("switch_applicant", "Ctrl+Shift+A"),
        ("undo", "Ctrl+Z"),
        ("redo", "Ctrl+Shift+Z"),
        ("save", "Ctrl+S"),
        ("rules_help", "F1"),
        ("shortcuts", "Ctrl+/"),
    ],
)
def test_an_action_has_the_key_of_the_key_sheet(action_id: str, key: str) -> None:
    [spec] = [spec for spec in ACTIONS if spec.id == action_id]
    assert key in spec.keys


def test_every_menu_shows_its_actions(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    shown = [
        action.text()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(shown) == sorted(spec.text for spec in ACTIONS if spec.id)


def test_an_action_tells_its_id(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.set_ready(ready=True)
    spy = QSignalSpy(window.action_triggered)
    for action in window.actions_by_id.values():
        action.trigger()
    assert [spy.at(at)[0] for at in range(spy.count())] == [s.id for s in ACTIONS if s.id]


def test_before_there_is_an_applicant_one_can_quit_and_read_about_it(
    qtbot: QtBot, theme: Theme
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    enabled = [key for key, action in window.actions_by_id.items() if action.isEnabled()]
    assert enabled == ["quit", "about"]


def test_an_action_that_nobody_handles_is_a_fault(bench: Bench) -> None:
    with pytest.raises(KeyError):
        bench.workbench.do("no_such_action")


def test_no_two_actions_in_the_window_share_a_key(whole: Bench) -> None:
    """Actions in menus and widgets, the row menus of tables among them."""
    keys: dict[str, set[QAction]] = {}
    for action in whole.window.findChildren(QAction):
        if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
            continue  # works in one widget only, which has the first word there
        for sequence in action.shortcuts():
            keys.setdefault(sequence.toString(), set()).add(action)
    for shortcut in whole.window.findChildren(QShortcut):
        keys.setdefault(shortcut.key().toString(), set())
    assert {key: len(actions) for key, actions in keys.items() if len(actions) != 1} == {}


class TestPages:
    def test_keys_show_them(self, whole: Bench) -> None:
        shown = []
        for key in (Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_1):
            whole.press(key, CTRL)
            shown.append(whole.window.page())
        assert shown == ["programs", "compare", "rules", "workspace"]

    def test_the_menu_marks_the_one_in_sight(self, listing: Bench) -> None:
        for _ in range(2):  # chosen again, it stays marked
            listing.press(Key.Key_2, CTRL)
        checked = [page for page in PAGES if listing.window.actions_by_id[page].isChecked()]
        assert checked == ["programs"]

    def test_control_f_filters_the_directory(self, listing: Bench) -> None:
        listing.press(Key.Key_F, CTRL)
        focused = QApplication.focusWidget()
        assert listing.window.page() == "programs"
        assert isinstance(focused, SearchField)

    def test_control_f_works_on_the_page_itself(self, listing: Bench) -> None:
        listing.press(Key.Key_2, CTRL)
        listing.press(Key.Key_F, CTRL)
        assert isinstance(QApplication.focusWidget(), SearchField)

    def test_control_e_comes_back_from_the_programs(self, listing: Bench) -> None:
        listing.press(Key.Key_F, CTRL)
        listing.press(Key.Key_E, CTRL)
        assert listing.window.page() == "workspace"
        assert listing.workbench.strip.step2.field.hasFocus()

    def test_the_search_of_the_toolbar_leads_to_the_programs(
        self, qtbot: QtBot, listing: Bench
    ) -> None:
        listing.press(Key.Key_K, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "cleveland clinic")
        listing.press(Key.Key_Return)
        assert listing.window.page() == "programs"

    def test_a_page_to_come_is_asked_for(self, bench: Bench) -> None:
        spy = QSignalSpy(bench.window.page_wanted)
        bench.press(Key.Key_4, CTRL)
        assert spy.at(0) == ["rules"]
        assert bench.window.page() == "workspace"

    def test_a_page_that_was_asked_for_is_shown_when_it_comes(
        self, qtbot: QtBot, bench: Bench
    ) -> None:
        bench.press(Key.Key_2, CTRL)
        bench.window.add_page("programs", QWidget())
        qtbot.waitUntil(lambda: bench.window.page() == "programs")

    def test_the_start_page_stands_over_everything(self, qtbot: QtBot, bench: Bench) -> None:
        page = QWidget()
        bench.window.show_start(page)
        assert bench.window.page() == ""
        assert page.isVisible()
        assert not bench.window.toolbar.isVisible()


def test_f6_reaches_page_rail_and_toolbar_on_every_page(whole: Bench) -> None:
    for page in PAGES:
        whole.window.show_page(page)
        parts = (whole.window.page_in_sight(), whole.workbench.rail, whole.window.toolbar)
        reached = set()
        for _ in range(12):
            whole.press(Key.Key_F6)
            focused = QApplication.focusWidget()
            assert focused is not None
            reached |= {at for at, part in enumerate(parts) if part.isAncestorOf(focused)}
        assert (page, reached) == (page, {0, 1, 2})


class TestSizes:
    @pytest.mark.parametrize(("width", "compact"), [(1440, False), (1439, True), (1280, True)])
    def test_below_1440_the_narrow_sizes_are_in_force(
        self, bench: Bench, width: int, compact: bool
    ) -> None:
        bench.window.resize(width, 800)
        assert bench.window.is_compact is compact

    def test_nothing_is_wider_than_the_window(self, whole: Bench) -> None:
        size = (1280, 800)
        whole.window.resize(*size)
        for page in PAGES:
            whole.window.show_page(page)
            QApplication.processEvents()
            assert (whole.window.width(), whole.window.height()) == size
            sight = whole.window.page_in_sight()
            assert sight.mapTo(whole.window, QPoint(sight.width(), 0)).x() <= size[0]

    def test_the_title_is_the_product_and_no_name(self, bench: Bench) -> None:
        bench.desk.rename("A-01", "Ada")
        assert bench.window.windowTitle() == PRODUCT_NAME


def test_typing_that_is_not_over_is_taken_when_the_window_closes(
    qtbot: QtBot, bench: Bench
) -> None:
    field = bench.workbench.strip.step2.field
    field.selectAll()
    qtbot.keyClicks(field, "98")
    bench.window.close()
    assert bench.document.scenario.step2_score == 98


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Everything in sight that takes the focus by key or click."""
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


class TestAccessibility:
    def pages(self, whole: Bench) -> Iterator[MainWindow]:
        """The window with each page in turn, and with a specialty that asks for its group."""
        whole.desk.assessor.set_focus("urology")
        for page in PAGES:
            whole.window.show_page(page)
            QApplication.processEvents()
            yield whole.window

    def test_every_control_has_a_name(self, whole: Bench) -> None:
        unnamed = [
            f"{type(w).__name__} in {type(w.parent()).__name__} of {window.page()}"
            for window in self.pages(whole)
            for w in focusable(window)
            if not spoken(w).strip()
        ]
        assert unnamed == []

    def test_every_control_reached_by_tab_has_a_name_of_its_own(self, whole: Bench) -> None:
        names = Counter(
            (window.page(), type(w).__name__, spoken(w))
            for window in self.pages(whole)
            for w in focusable(window)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        assert [name for name, count in names.items() if count > 1] == []

    def test_the_table_view_has_names_too(self, whole: Bench) -> None:
        whole.press(Key.Key_T, CTRL)
        QApplication.processEvents()
        unnamed = [type(w).__name__ for w in focusable(whole.window) if not spoken(w).strip()]
        assert unnamed == []

    @OPENS_POPUPS
    @pytest.mark.parametrize("action", ["profile", "add_target", "rename_applicant"])
    def test_every_control_of_a_popover_has_a_name(self, bench: Bench, action: str) -> None:
        bench.window.actions_by_id[action].trigger()
        popup = QApplication.activePopupWidget()
        assert popup is not None
        unnamed = [type(w).__name__ for w in focusable(popup) if not spoken(w).strip()]
        popup.close()
        assert unnamed == []

    def test_the_chart_is_a_chart_to_a_screen_reader(self, whole: Bench) -> None:
        interfaces = map(
            QAccessible.queryAccessibleInterface, whole.workbench.chart.findChildren(QWidget)
        )
        [chart] = [told for told in interfaces if told.role() == QAccessible.Role.Chart]
        assert "CK 244, plus or minus 6" in chart.text(QAccessible.Text.Description)
