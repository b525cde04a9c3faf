"""Puts the window together in steps, so that it is painted before most of them."""

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication

from smartpick_desktop.app import WindowOptions
from smartpick_desktop.app.marks import mark
from smartpick_desktop.log import install
from smartpick_desktop.paths import log_dir
from smartpick_desktop.ui.icons import app_icon
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartpick_desktop.app.session import Session

DEFAULT_SIZE = (1440, 900)
EXIT_LIBRARY = 3


class Start(QObject):
    """Owns theme and window; each step hands over to the next through the event loop."""

    def __init__(self, application: QApplication, options: WindowOptions, folder: Path) -> None:
        super().__init__(application)
        self._application = application
        self._options = options
        self._folder = folder
        self._session: Session | None = None
        self._complete = False
        self._steps: list[Callable[[], None]] = []
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._theme = Theme(self._mode(), parent=self)
        self._theme.apply(application)
        self._window = MainWindow(self._theme)
        self._check_theme()
        application.setWindowIcon(app_icon())

        self._window.painted.connect(lambda: QTimer.singleShot(0, self._load))
        self._window.close_requested.connect(self._on_close_requested)
        self._window.action_triggered.connect(self._on_action)
        install(log_dir(), self._on_crash)

    def show(self) -> None:
        """Show the window, still empty."""
        self._window.resize(*(self._options.size or self._fitting_size()))
        geometry = self._settings.value("geometry")
        if not self._options.keeps_nothing and isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        self._window.show()

    def _fitting_size(self) -> tuple[int, int]:
        """The usual size, or what the screen has room for; a picture needs no screen."""
        if self._options.screenshot is not None:
            return DEFAULT_SIZE
        room = self._window.screen().availableSize()
        return min(DEFAULT_SIZE[0], room.width()), min(DEFAULT_SIZE[1], room.height())

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    @property
    def is_complete(self) -> bool:
        """Whether the last step is done."""
        return self._complete

    def close(self) -> None:
        """Let go of the library."""
        if self._session is not None:
            self._session.close()

    def _mode(self) -> str:
        kept = "" if self._options.keeps_nothing else self._settings.value("theme", "")
        wanted = self._options.theme or str(kept)
        return wanted if wanted in list(Mode) else Mode.SYSTEM

    def _load(self) -> None:
        mark("painted")
        from uuid import uuid4

        from smartpick_desktop.app.opening import open_session

        session = open_session(
            self._window, self._theme, self._folder, today=_today, new_id=lambda: uuid4().hex
        )
        if session is None:
            self._application.exit(EXIT_LIBRARY)
            return
        self._session = session
        session.begin(demo=self._options.demo)
        mark("library open")
        QTimer.singleShot(0, self._load_chart)

    def _load_chart(self) -> None:
        if self._session is None:
            return
        self._session.load_chart()
        mark("chart made")
        self._steps = [lambda: mark("ready to type"), *self._session.later_steps()]
        QTimer.singleShot(0, self._next_step)

    def _next_step(self) -> None:
        """Do one of the later steps; what the user does in between comes first."""
        if self._steps:
            self._steps.pop(0)()
            QTimer.singleShot(0, self._next_step)
        else:
            self._end()

    def _end(self) -> None:
        mark("complete")
        if self._session is not None:
            self._session.show_page(self._options.page)
        gc.collect()
        gc.freeze()  # what was made while starting stays: no collection need look at it again
        gc.enable()
        self._complete = True
        if self._options.screenshot is not None:
            QTimer.singleShot(0, self._take_picture)

    def _take_picture(self) -> None:
        picture = self._options.screenshot
        if picture is None:
            return
        self._application.processEvents()
        saved = self._window.grab().save(str(picture))
        if not saved:
            print(f"{picture} could not be written.")  # noqa: T201
        self._application.exit(0 if saved else 1)

    def _on_action(self, action_id: str) -> None:
        if action_id == "quit":
            self._window.close()
        elif action_id.startswith("theme_"):
            self._set_theme(action_id.removeprefix("theme_"))
        elif action_id == "show_folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        elif self._session is not None:
            self._session.do(action_id)

    def _set_theme(self, mode: str) -> None:
        self._theme.set_mode(mode)
        self._check_theme()
        if not self._options.keeps_nothing:
            self._settings.setValue("theme", mode)

    def _check_theme(self) -> None:
        for key in Mode:
            self._window.actions_by_id[f"theme_{key}"].setChecked(key == self._theme.mode)

    def _on_close_requested(self, event: QCloseEvent) -> None:
        if self._session is not None and not self._session.may_close():
            event.ignore()
            return
        if not self._options.keeps_nothing:
            self._settings.setValue("geometry", self._window.saveGeometry())
        event.accept()

    def _on_crash(self, text: str) -> None:
        if self._options.screenshot is not None:
            self._application.exit(1)  # nobody is there to read a question
            return
        from smartpick_desktop.app.crash import tell

        QTimer.singleShot(0, self, lambda: tell(self._window, self._theme, text))


def _today() -> date:
    return date.today()  # noqa: DTZ011  the user's own calendar day is meant
