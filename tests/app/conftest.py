"""The window as it is put together for a user, in this process or in one of its own."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication

import smartpick_desktop
from smartpick_desktop.app import WindowOptions
from smartpick_desktop.app.session import Session
from smartpick_desktop.app.start import Start
from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary
from smartpick_desktop.ui.applicant_desk import ApplicantDesk
from smartpick_desktop.ui.dialogs.problem_dialog import ProblemDialog
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.workbench import Workbench


class Running:
    """A window of this process, over the data folder of the test."""

    def __init__(self, start: Start) -> None:
        self.start = start

    @property
    def window(self) -> MainWindow:
        return self.start._window

    @property
    def session(self) -> Session:
        assert self.start._session is not None
        return self.start._session

    @property
    def desk(self) -> ApplicantDesk:
        assert self.session.desk is not None
        return self.session.desk

    @property
    def bench(self) -> Workbench:
        assert self.session.bench is not None
        return self.session.bench

    def trigger(self, action_id: str) -> None:
        self.window.actions_by_id[action_id].trigger()


Begin = Callable[..., Running]


@pytest.fixture(scope="module")
def undressed(qapp: QApplication) -> Iterator[None]:
    """The application gets its own looks back after the tests of a file."""
    palette, font = qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def begin(
    qtbot: QtBot,
    qapp: QApplication,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    undressed: None,
) -> Iterator[Begin]:
    """Open the window on the data folder and wait until all of it is there."""
    starts: list[Start] = []

    def begun(*, wait: bool = True, **options: Any) -> Running:
        with monkeypatch.context() as patch:  # a fault in a test is the test's, not a dialog's
            patch.setattr(sys, "excepthook", sys.excepthook)
            patch.setattr(threading, "excepthook", threading.excepthook)
            start = Start(qapp, WindowOptions(**options), data_dir)
        starts.append(start)
        running = Running(start)
        with qtbot.waitActive(running.window, timeout=10_000):
            start.show()
            running.window.activateWindow()
        if wait:
            qtbot.waitUntil(lambda: start.is_complete, timeout=10_000)
        return running

    yield begun
    for start in starts:
        start._window.hide()
        start.close()
        start._window.deleteLater()
        start.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Answering(QObject):
    """Waits for questions and clicks the answer of that text; keeps what was asked."""

    answered = Signal()

    def __init__(self, *texts: str) -> None:
        super().__init__()
        self.texts = list(texts)
        self.asked: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ProblemDialog):
            return
        self.asked.append(dialog._sentence.text())
        buttons = {button.text(): button for button in dialog.findChildren(QAbstractButton)}
        text = self.texts.pop(0)
        if not self.texts:
            self._timer.stop()
        buttons[text].click()
        self.answered.emit()


@pytest.fixture
def library_path(data_dir: Path) -> Path:
    return data_dir / FILE_NAME


@pytest.fixture
def library(library_path: Path) -> Iterator[SqliteLibrary]:
    """The library of the data folder, open beside the window's own."""
    library = SqliteLibrary(library_path)
    yield library
    library.close()


@pytest.fixture
def environment(data_dir: Path) -> dict[str, str]:
    """What a process of its own needs to find the package, the data folder and no screen."""
    package = Path(smartpick_desktop.__file__).parent.parent
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    return {
        **kept,
        "PYTHONPATH": str(package),
        "SMARTPICK_DATA_DIR": str(data_dir),
        "QT_QPA_PLATFORM": "offscreen",
    }
