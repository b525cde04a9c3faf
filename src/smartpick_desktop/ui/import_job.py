"""Reads a file beside the window: with progress, and a stop that leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from smartpick_desktop.core.import_file import CancelledError, ExchangeError, Loaded, Progress

ReadFile: TypeAlias = Callable[[Path, Progress, Callable[[], bool]], Loaded]
"""Reads a file; ExchangeError where it cannot be, CancelledError once the last one is true."""


class _Reading(QThread):
    """The thread itself; its signals reach the window through the event loop."""

    progressed = Signal(int, int)
    loaded = Signal(object)  # core.import_file.Loaded
    failed = Signal(str)

    def __init__(self, read: ReadFile, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._path = path
        self.stopped = Event()

    def run(self) -> None:
        try:
            found = self._read(self._path, self.progressed.emit, self.stopped.is_set)
        except CancelledError:
            return
        except ExchangeError as error:
            self.failed.emit(str(error))
        except Exception as error:  # a reader's own fault must not take the window with it
            self.failed.emit(f"{self._path.name} cannot be read ({type(error).__name__}).")
        else:
            if not self.stopped.is_set():
                self.loaded.emit(found)


class ImportJob(QObject):
    """One file at a time; beginning another stops the one before."""

    progressed = Signal(int, int)
    loaded = Signal(object)  # core.import_file.Loaded
    failed = Signal(str)

    def __init__(self, read: ReadFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._reading: _Reading | None = None

    def begin(self, path: Path) -> None:
        """Read `path`."""
        self.stop()
        reading = _Reading(self._read, path, self)
        reading.progressed.connect(self.progressed)
        reading.loaded.connect(self.loaded)
        reading.failed.connect(self.failed)
        self._reading = reading
        reading.start()

    def stop(self) -> None:
        """Stop what is being read and wait for its end; nothing is told any more."""
        if self._reading is not None:
            self._reading.stopped.set()
            for signal in (self._reading.progressed, self._reading.loaded, self._reading.failed):
                signal.disconnect()
            self._reading.wait()
            self._reading.deleteLater()
            self._reading = None
