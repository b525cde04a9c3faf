"""Opens the window in a process of its own and uses it as a person would.

`enter` types everything that a first visit is about, prints "typed" right after the last key and
then waits to be killed. `look` prints what a later visit finds. `answer TEXT` gives that answer to
the question that comes up.
"""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from smartpick_desktop.app import WindowOptions
from smartpick_desktop.app.session import Session
from smartpick_desktop.app.start import Start
from smartpick_desktop.paths import data_dir
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.program_table import ProgramTable

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PROGRAMS = 6


class Driver:
    """The hands of a user on one window."""

    def __init__(self, application: QApplication, start: Start) -> None:
        self._application = application
        self._start = start

    @property
    def window(self) -> MainWindow:
        return self._start._window

    @property
    def session(self) -> Session:
        assert self._start._session is not None
        return self._start._session

    def enter(self) -> None:
        """Two scores, two specialties, six programs, and a what-if."""
        self.wait(lambda: self._start.is_complete)
        self.click("My own planning")
        self.wait(lambda: self.window.page() == "workspace" and self.has_programs())
        self.press(Key.Key_E, CTRL | SHIFT)
        self.type("250")
        self.press(Key.Key_E, CTRL)
        self.type("244")
        for specialty in ("dermatology", "anesthesiology"):
            self.press(Key.Key_T, CTRL | SHIFT)
            self.type(specialty)
            self.press(Key.Key_Return)
        self.add_programs()
        self.press(Key.Key_1, CTRL)
        self.press(Key.Key_D, CTRL)
        self.name_scenario("If CK 236")
        self.plan()
        self.press(Key.Key_E, CTRL)
        self.type("236")
        say("typed")

    def look(self) -> None:
        """Print what is there as JSON, then go."""
        self.wait(lambda: self._start.is_complete)
        desk, bench = self.session.desk, self.session.bench
        assert desk is not None
        assert bench is not None
        document = desk.document
        found = {
            "shown": document.scenario.name,
            "score_field": bench.strip.step2.field.text(),
            "scenarios": [
                {
                    "name": scenario.name,
                    "step1": scenario.step1_score,
                    "step2": scenario.step2_score,
                    "planned": bool(scenario.step2 and scenario.step2.planned),
                    "targets": [target.specialty for target in scenario.targets],
                    "programs": [entry.program_id for entry in scenario.entries],
                }
                for scenario in document.applicant.scenarios
            ],
        }
        say(json.dumps(found))
        self.window.close()

    def add_programs(self) -> None:
        self.press(Key.Key_2, CTRL)
        [table] = self.window.findChildren(ProgramTable)
        table.setFocus()
        for _ in range(PROGRAMS):
            self.press(Key.Key_Space)
            self.press(Key.Key_Down)

    def name_scenario(self, name: str) -> None:
        lists = self.window.findChildren(QListView)
        [rail] = [view for view in lists if view.accessibleName() == "Scenarios"]
        rail.setFocus()
        self.press(Key.Key_F2)
        self.type(name)
        self.press(Key.Key_Return)
        self._application.processEvents()

    def plan(self) -> None:
        links = self.window.findChildren(ChoiceLink)
        [link] = [link for link in links if link.accessibleName().startswith("Step 2 CK is")]
        link._actions["planned"].trigger()

    def has_programs(self) -> bool:
        return bool(self.window.findChildren(ProgramTable))

    def click(self, text: str) -> None:
        buttons = self.window.findChildren(QAbstractButton)
        [button] = [b for b in buttons if b.text() == text and b.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        QTest.keyClick(self.focused(), key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        if QApplication.activeWindow() is None:  # so it is offscreen once a popup was deleted
            self.window.activateWindow()
            self._application.processEvents()
        return QApplication.focusWidget() or self.window

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            self._application.processEvents()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def answer(text: str) -> None:
    """Click the answer to the question on the screen, and print the question."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(0, lambda: answer(text))
        return
    say(dialog.accessibleDescription())
    [button] = [b for b in dialog.findChildren(QAbstractButton) if b.text() == text]
    button.click()


def main() -> int:
    """Open the window and do what the first argument asks."""
    application = QApplication(sys.argv[:1])
    start = Start(application, WindowOptions(), data_dir())
    driver = Driver(application, start)
    start.show()
    start._window.activateWindow()
    if sys.argv[1] == "answer":
        QTimer.singleShot(0, lambda: answer(sys.argv[2]))
    else:
        QTimer.singleShot(0, {"enter": driver.enter, "look": driver.look}[sys.argv[1]])
    code = application.exec()
    start.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
