"""Times a keystroke in the Step 2 CK field until everything it changes is saved and painted.

The whole window is real, at 1440 x 900, with three targets and 100 listed programs, and every
score is written to a library on disk before it is drawn.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks._samples import make_library  # noqa: E402

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from smartpick_desktop.app import WindowOptions  # noqa: E402
from smartpick_desktop.app.start import Start  # noqa: E402

KEYSTROKES = 300
LOWEST, SPAN = 210, 60  # the scores typed; each differs from the one before


def main() -> None:
    """Print median, 95th percentile and worst of the keystrokes that change the score."""
    with tempfile.TemporaryDirectory(prefix="smartpick-bench-") as folder:
        make_library(folder)
        application = QApplication([])
        start = Start(application, WindowOptions(), Path(folder))
        start.show()
        while not start.is_complete:
            application.processEvents()
        typed, stepped, fixed = _measure(application)
        start.close()
    print("keystroke to painted frame, 3 targets, 100 listed programs, 1440 x 900, offscreen")
    _report("third digit typed", typed)
    _report("arrow key", stepped)
    _report("fixed work between", fixed)


def _measure(application: QApplication) -> tuple[list[float], ...]:
    field = QApplication.focusWidget()
    if field is None:
        raise SystemExit("the score field has no focus")
    _settle(application)
    typed, stepped, fixed = [], [], []
    for number in range(KEYSTROKES):
        field.selectAll()
        first, second, third = str(LOWEST + number * 7 % SPAN)
        QTest.keyClick(field, Qt.Key(ord(first)))
        QTest.keyClick(field, Qt.Key(ord(second)))
        _settle(application)
        typed.append(_timed(application, field, Qt.Key(ord(third))))
        stepped.append(_timed(application, field, Qt.Key.Key_Up))
        fixed.append(_fixed_work())
    return typed, stepped, fixed


def _timed(application: QApplication, field: QWidget, key: Qt.Key) -> float:
    begun = time.perf_counter()
    QTest.keyClick(field, key)
    _settle(application)
    return (time.perf_counter() - begun) * 1000


def _fixed_work() -> float:
    """Milliseconds of the same sum each time: how still the machine itself holds."""
    begun = time.perf_counter()
    sum(number * number for number in range(120_000))
    return (time.perf_counter() - begun) * 1000


def _settle(application: QApplication) -> None:
    """Deliver layout and paint requests until there are none left."""
    for _ in range(3):
        application.sendPostedEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()


def _report(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(
        f"  {name:18} median {statistics.median(ordered):5.1f} ms   "
        f"95th {p95:5.1f} ms   worst {ordered[-1]:5.1f} ms"
    )


if __name__ == "__main__":
    main()
