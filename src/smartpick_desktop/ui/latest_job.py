"""Works something out beside the window; of several requests the latest is answered."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

Work = Callable[[], object]


class _Working(QThread):
    """One piece of work; what it raised is kept for the window's own thread."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.found: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.found = self._work()
        except Exception as error:  # told where the window's own faults are told
            self.error = error


class LatestJob(QObject):
    """One thread at a time. A request made meanwhile waits, and takes the place of another."""

    done = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: _Working | None = None
        self._next: Work | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)  # a thread must not outlive the program
        if parent is not None:
            parent.destroyed.connect(self._wait)  # nor whom it works for

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out."""
        return self._now is not None

    def ask(self, work: Work) -> None:
        """Work this out, and forget what was asked before and is not answered yet."""
        if self._now is not None:
            self._next = work
            return
        self._begin(work)
        self.busy_changed.emit(True)  # noqa: FBT003  the signal's own argument

    def stop(self) -> None:
        """Wait for the thread; nothing is told any more."""
        self._next = None
        if self._now is not None:
            self._now.finished.disconnect()
            self._now.wait()
            self._now = None

    def _wait(self) -> None:
        if self._now is not None:
            self._now.wait()

    def _begin(self, work: Work) -> None:
        self._now = _Working(work, self)
        self._now.finished.connect(self._on_finished)
        self._now.start()

    def _on_finished(self) -> None:
        ended, self._now = self._now, None
        if ended is None:
            return
        ended.deleteLater()
        if self._next is not None:
            work, self._next = self._next, None
            self._begin(work)
            return
        self.busy_changed.emit(False)  # noqa: FBT003
        if ended.error is not None:
            raise ended.error
        self.done.emit(ended.found)
