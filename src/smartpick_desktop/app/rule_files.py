"""The user's edited rule files: exported, adopted and put away through the rules page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartpick_desktop.storage.reference_data import LoadedReference
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from smartpick_desktop.ui.workbench import Workbench


class RuleFiles(QObject):
    """Keeps the rules page and the rules in use together."""

    def __init__(self, window: MainWindow, theme: Theme, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._folder = folder

    def add_page(self, bench: "Workbench", loaded: LoadedReference) -> None:
        """Put the rules page into the window."""
