from collections.abc import Callable
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from smartpick_desktop import PRODUCT_NAME, __version__
from smartpick_desktop.ui.dialogs.about_dialog import AboutDialog
from smartpick_desktop.ui.dialogs.problem_dialog import ProblemDialog
from smartpick_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.key_cap import KeyCap
from smartpick_desktop.ui.widgets.text_label import TextLabel

KEYS = [
    ("View", "Workspace", "Ctrl+1"),
    ("View", "Programs", "Ctrl+2"),
    ("List", "On or off my list", "Space"),
    ("Help", "Key sheet", "F1, Ctrl+/"),
]
ANSWERS = [("again", "Try again"), ("aside", "Set it aside"), ("quit", "Quit")]
DETAILS = "The file stays where it is.\n\nDamagedLibraryError\nopening.py, line 40"

Open = Callable[[QDialog], None]

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Open:
    def opened(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()

    return opened


@pytest.fixture
def problem(theme: Theme, open_dialog: Open) -> ProblemDialog:
    dialog = ProblemDialog(theme, "library.db is damaged.", DETAILS, ANSWERS)
    open_dialog(dialog)
    return dialog


def the(kind: type[W], within: QWidget) -> W:
    [found] = within.findChildren(kind)
    return found


def texts(within: QWidget) -> str:
    return "\n".join(x.text() for x in within.findChildren(TextLabel) if x.isVisible())


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_about_names_the_product_its_licences_and_its_data(
    theme: Theme, open_dialog: Open
) -> None:
    dialog = AboutDialog(theme)
    open_dialog(dialog)
    said = texts(dialog)
    for expected in (
        PRODUCT_NAME,
        f"Version {__version__}",
        "GNU Lesser General Public License, version 3",
        "replace them",
        "SIL Open Font License",
        "ACGME, List of Programs by Specialty, June 2025",
        "secondary transcriptions",
        "USMLE score norms",
        "An association, not a promise",
    ):
        assert expected in said


def test_about_leads_to_the_sources_and_gets_out_of_the_way(
    qtbot: QtBot, theme: Theme, open_dialog: Open
) -> None:
    dialog = AboutDialog(theme)
    open_dialog(dialog)
    with qtbot.waitSignal(dialog.sources_requested):
        qtbot.mouseClick(button(dialog, "All sources"), Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


def test_the_key_sheet_has_every_key_under_its_group(theme: Theme, open_dialog: Open) -> None:
    dialog = ShortcutsDialog(theme, KEYS)
    open_dialog(dialog)
    said = texts(dialog).split("\n")
    for group in ("View", "List", "Help"):
        assert said.count(group) == 1
    for _, name, _ in KEYS:
        assert name in said
    caps = [cap.accessibleName() for cap in dialog.findChildren(KeyCap)]
    assert sorted(caps) == ["Ctrl+/", "Ctrl+1", "Ctrl+2", "F1", "Space"]


def test_a_key_is_never_cut(theme: Theme, open_dialog: Open) -> None:
    dialog = ShortcutsDialog(theme, [("View", "A rather long name " * 6, "Ctrl+Shift+Page Down")])
    open_dialog(dialog)
    [cap] = dialog.findChildren(KeyCap)
    assert cap.width() >= cap.sizeHint().width()
    assert cap.visibleRegion().boundingRect() == cap.rect()


@pytest.mark.parametrize("kind", ["about", "keys", "problem"])
def test_esc_closes(qtbot: QtBot, theme: Theme, open_dialog: Open, kind: str) -> None:
    dialog = {
        "about": lambda: AboutDialog(theme),
        "keys": lambda: ShortcutsDialog(theme, KEYS),
        "problem": lambda: ProblemDialog(theme, "Something failed.", "", ANSWERS),
    }[kind]()
    open_dialog(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(("key", "text"), ANSWERS)
def test_a_problem_gives_the_answer_clicked(
    qtbot: QtBot, problem: ProblemDialog, key: str, text: str
) -> None:
    qtbot.mouseClick(button(problem, text), Qt.MouseButton.LeftButton)
    assert problem.answer() == key
    assert problem.isHidden()


def test_enter_gives_the_first_answer_and_esc_none(
    qtbot: QtBot, theme: Theme, open_dialog: Open
) -> None:
    for key, expected in ((Qt.Key.Key_Return, "again"), (Qt.Key.Key_Escape, "")):
        dialog = ProblemDialog(theme, "Something failed.", "", ANSWERS)
        open_dialog(dialog)
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert dialog.isHidden()
        assert dialog.answer() == expected


def test_a_problem_tells_the_first_of_its_details_at_once(problem: ProblemDialog) -> None:
    assert "library.db is damaged." in texts(problem)
    assert "The file stays where it is." in texts(problem)
    assert "opening.py" not in texts(problem)
    assert problem.accessibleDescription() == "library.db is damaged. The file stays where it is."


def test_the_rest_of_the_details_is_shown_and_copied_on_demand(
    qtbot: QtBot, problem: ProblemDialog
) -> None:
    rest = the(QPlainTextEdit, problem)
    assert not rest.isVisible()
    qtbot.mouseClick(button(problem, "Show details"), Qt.MouseButton.LeftButton)
    assert rest.isVisible()
    assert rest.isReadOnly()
    qtbot.mouseClick(button(problem, "Copy details"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "DamagedLibraryError\nopening.py, line 40"
    qtbot.mouseClick(button(problem, "Hide details"), Qt.MouseButton.LeftButton)
    assert not rest.isVisible()


def test_without_further_details_there_is_nothing_to_show(theme: Theme, open_dialog: Open) -> None:
    dialog = ProblemDialog(theme, "Something failed.", "It was written to the log.", ANSWERS)
    open_dialog(dialog)
    assert not button(dialog, "Show details").isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_answer_is_cut(theme: Theme, open_dialog: Open, scale: float) -> None:
    theme.set_text_scale(scale)
    dialog = ProblemDialog(
        theme, "library.db is damaged.", DETAILS, [*ANSWERS[:1], ("aside", "Set it aside " * 3)]
    )
    open_dialog(dialog)
    for text in ("Try again", "Set it aside " * 3):
        assert button(dialog, text).width() >= button(dialog, text).sizeHint().width()
