"""Times an edit of the score, from the new value to the painted number line."""

import os
import statistics
import time

from chart_samples import SIX, THREE, line

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart

RUNS = 400
SIZE = QSize(804, 440)  # what a window of 1440 x 900 leaves for it


def main() -> None:
    """Print the median and the 95th percentile in milliseconds, for 3 and for 6 targets."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    for name, rows in (("3 targets", THREE), ("6 targets", SIX)):
        steps = [line(score, rows) for score in (244, 245, 236, 251)]
        spent = sorted(_edits(app, theme, steps))
        p95 = spent[int(len(spent) * 0.95)]
        print(f"{name}: p50 {statistics.median(spent):.2f} ms, p95 {p95:.2f} ms")


def _edits(app: QApplication, theme: Theme, steps: list[NumberLine]) -> list[float]:
    chart = NumberLineChart(theme)
    chart.resize(SIZE)
    chart.show_line(steps[0])
    chart.show()
    app.processEvents()
    spent = []
    for run in range(RUNS):
        start = time.perf_counter()
        chart.show_line(steps[run % len(steps)])
        app.processEvents()  # paints
        spent.append((time.perf_counter() - start) * 1000)
    chart.close()
    return spent


if __name__ == "__main__":
    main()
