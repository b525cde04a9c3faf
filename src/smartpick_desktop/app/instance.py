"""One window per data folder: the first one is called to the front by every later one."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from smartpick_desktop.core.repository import LibraryError
from smartpick_desktop.storage.instance import acquire, request_raise, watched_file


class OneInstance(QObject):
    """Takes the lock of a data folder, and listens for those who come too late."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        try:
            self._lock = acquire(folder)
            self._first = self._lock is not None
        except LibraryError:
            # A folder that cannot be locked cannot be written either: opening the library will
            # say so, in a window rather than here.
            self._lock, self._first = None, True
        if self._lock is not None:
            self._watcher.addPath(str(watched_file(folder)))
            self._watcher.fileChanged.connect(self._on_file_changed)

    def is_first(self) -> bool:
        """Whether no other window has this folder."""
        return self._first

    def call_first(self) -> None:
        """Ask the window that has the folder to come to the front."""
        request_raise(self._folder)

    def _on_file_changed(self, path: str) -> None:
        if path not in self._watcher.files():  # some systems drop a path that was written
            self._watcher.addPath(path)
        self.called.emit()
