"""A real library in a folder of its own, a document over it, and a window with the focus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import apsw
import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from smartpick_desktop.app.library_notes import library_notes
from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.demo import demo_applicant
from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary
from smartpick_desktop.storage.reference_data import LoadedReference, load_reference
from smartpick_desktop.ui.applicant_desk import ApplicantDesk, Surroundings
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.workbench import Workbench

TODAY = date(2026, 9, 1)

OPENS_POPUPS = pytest.mark.qt_log_ignore(  # the offscreen platform says so at every popup
    "^This plugin does not support grabbing the keyboard", extend=True
)

Open = Callable[..., Document]
Show = Callable[[QWidget], QWidget]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(Mode.LIGHT)


@pytest.fixture(scope="session")
def loaded() -> LoadedReference:
    """The rules and figures as shipped."""
    return load_reference(resource())


@pytest.fixture(scope="session")
def reference(loaded: LoadedReference) -> Reference:
    return loaded.reference


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Where the library lies; in a folder that holds nothing else."""
    return tmp_path / "library" / FILE_NAME


@pytest.fixture
def library(library_path: Path) -> Iterator[SqliteLibrary]:
    """An open library without applicants, which waits for nobody."""
    library = SqliteLibrary(library_path, patience=0)
    yield library
    library.close()


@pytest.fixture
def hold(library_path: Path) -> Iterator[Callable[[], apsw.Connection]]:
    """Let another program hold the library, so that nothing can be saved until it closes."""
    others: list[apsw.Connection] = []

    def held() -> apsw.Connection:
        other = apsw.Connection(str(library_path))
        others.append(other)
        other.execute("BEGIN IMMEDIATE")
        return other

    yield held
    for other in others:
        other.close()


@pytest.fixture
def opened(library: SqliteLibrary) -> Open:
    """Open an applicant with one scenario of these fields, kept in the library."""

    def document(kind: ApplicantType = ApplicantType.US_MD, **fields: Any) -> Document:
        scenario = Scenario(id="actual", name="Actual", **fields)
        applicant = Applicant(
            id="p1",
            code="A-01",
            applicant_type=kind,
            scenarios=(scenario,),
            actual_id=scenario.id,
        )
        library.add(applicant)
        return Document(applicant, library.save)

    return document


@pytest.fixture
def document(opened: Open) -> Document:
    """A document of 250 and 244 that applies to anesthesiology, then dermatology."""
    return opened(
        step1=Step1Result(score=250),
        step2=Step2Result(score=244),
        targets=(Target(specialty="anesthesiology"), Target(specialty="dermatology")),
    )


@pytest.fixture
def assess(reference: Reference) -> Callable[[Document], Assessor]:
    """The assessor of a document, under the shipped rules."""
    return lambda document: Assessor(document, reference, lambda: TODAY, document)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget in a window that has the focus; the window is returned."""

    windows: list[QWidget] = []  # or they would go with the function

    def window_of(widget: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return window_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The window over a real library, without what is brought in from files later on."""

    window: MainWindow
    desk: ApplicantDesk
    workbench: Workbench

    @property
    def document(self) -> Document:
        return self.desk.document

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is, as the user would."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)


OpenBench = Callable[[Document], Bench]


@pytest.fixture
def open_bench(
    qtbot: QtBot,
    theme: Theme,
    library: SqliteLibrary,
    reference: Reference,
    new_id: Callable[[], str],
) -> Iterator[OpenBench]:
    """Open the window on the applicant of a document; the focus is in the CK field."""

    benches: list[Bench] = []

    def opened(document: Document) -> Bench:
        window = MainWindow(theme)
        qtbot.addWidget(window)
        around = Surroundings(
            library=library,
            reference=reference,
            today=lambda: TODAY,
            new_id=new_id,
            demo_applicant=lambda: demo_applicant(new_id, None),
        )
        window.set_ready(ready=True)
        desk = ApplicantDesk(document.applicant, around, window)
        workbench = Workbench(
            window, theme, desk, around.today, library_notes(around.library), window
        )
        bench = Bench(window=window, desk=desk, workbench=workbench)
        benches.append(bench)
        window.action_triggered.connect(workbench.do)
        window.show_page("workspace")
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        workbench.focus_score()
        return bench

    yield opened
    for bench in benches:
        bench.document.undo_stack.blockSignals(True)  # noqa: FBT003  it sends while it is destroyed
