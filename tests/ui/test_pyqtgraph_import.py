"""The import runs in a process of its own: in this one pyqtgraph may be loaded already."""

import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"

PAINTS_A_PLOT = """
from PySide6.QtWidgets import QApplication, QGraphicsRectItem
from smartpick_desktop.ui.pyqtgraph_import import load
pg = load()
app = QApplication([])
plot = pg.PlotWidget()
plot.addItem(QGraphicsRectItem(0, 0, 1, 1))
plot.addItem(pg.PlotDataItem([0, 1, 2], [2, 0, 1], pen="r"))
plot.addItem(pg.InfiniteLine(1))
plot.getAxis("left").setTicks([[(0, "none")]])
plot.resize(300, 200)
shades = {plot.grab().toImage().pixel(x, 90) for x in range(300)}
assert len(shades) > 3, shades
assert plot.getAxis("left").isVisible()
"""

PLAIN_AFTER_A_SURPRISE = """
import logging
from PySide6.QtWidgets import QApplication
from smartpick_desktop.ui import pyqtgraph_import
logging.disable()
pyqtgraph_import._KNOWN_VERSION = "9."
pg = pyqtgraph_import.load()
app = QApplication([])
pg.PlotWidget().grab()
"""

NAMES_ARE_CLEAN = """
import sys
stubs = [n for n, m in sys.modules.items() if type(m).__name__ == "_Stub"]
assert stubs == [], stubs
import PySide6.QtCore, PySide6.QtOpenGL, pyqtgraph.widgets.TableWidget
assert {"QObject", "QProcess", "QWaitCondition"} <= set(dir(PySide6.QtCore))
assert PySide6.QtOpenGL.QOpenGLBuffer.__module__ == "PySide6.QtOpenGL"
assert pyqtgraph.widgets.TableWidget.TableWidget.__mro__[1].__name__ == "QTableWidget"
assert pyqtgraph.Qt.QtCore.QPointF is PySide6.QtCore.QPointF
"""

IS_QUICK = """
assert "PySide6.QtOpenGL" not in sys.modules
assert "pyqtgraph.parametertree" not in sys.modules
"""


def run(script: str) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", "-c", "import sys\n" + script],
        env={"PYTHONPATH": str(SRC), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_plot_with_axes_and_items_paints() -> None:
    run(PAINTS_A_PLOT)


@pytest.mark.parametrize("script", [PAINTS_A_PLOT, PLAIN_AFTER_A_SURPRISE])
def test_module_names_are_clean_afterwards(script: str) -> None:
    run(script + NAMES_ARE_CLEAN)


def test_what_no_chart_uses_stays_unloaded() -> None:
    run("from smartpick_desktop.ui.pyqtgraph_import import load\nload()" + IS_QUICK)
