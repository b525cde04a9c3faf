"""Draws sample number lines in both appearances, to be looked at: `chart_gallery.py FOLDER`."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from chart_samples import ANCHOR, FORECAST, SIX, THREE, line

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from smartpick_desktop.core.number_line import Ghost, GhostKind, NumberLine
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart

IF_236 = Ghost(score=236, label="If CK 236", kind=GhostKind.SCENARIO)
LOW_ANCHOR = replace(ANCHOR, score=214, caption="214, family medicine, stand-in")
LINES = {
    "244": line(244),
    "236-planned": line(236, planned=True),
    "no-score": line(None, anchor=None, ghosts=()),
    "210": line(210, ghosts=()),
    "150": line(150),
    "251-one-row": line(251, THREE[:1]),
    "251-dermatology": line(251, THREE[2:], anchor=replace(ANCHOR, score=251)),
    "244-six-rows": line(244, SIX),
    "244-ghosts": line(244, ghosts=(FORECAST, IF_236), anchor=LOW_ANCHOR),
    "246-close-ghosts": line(
        246, ghosts=(FORECAST, replace(IF_236, score=247, label="If CK 247"))
    ),
}
SIZES = {"1440": QSize(804, 440), "compact": QSize(710, 376), "least": QSize(710, 290)}


def main() -> None:
    """Draw every line at every size; two of them at twice the text and on a dense screen."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.set_mode(mode)
        theme.set_text_scale(1.0)
        for name, shown in LINES.items():
            for size_name, size in SIZES.items():
                _grab(theme, shown, size).save(str(folder / f"{name}-{size_name}-{mode}.png"))
        theme.set_text_scale(2.0)
        for name in ("244", "236-planned"):
            drawn = _grab(theme, LINES[name], SIZES["1440"])
            drawn.save(str(folder / f"{name}-large-{mode}.png"))


def _grab(theme: Theme, shown: NumberLine, size: QSize) -> QPixmap:
    margins = QWidget()
    margins.setStyleSheet(f"background: {theme.tokens.surface}")
    chart = NumberLineChart(theme, margins)
    chart.show_line(shown)
    chart.setGeometry(12, 12, *size.expandedTo(chart.minimumSizeHint()).toTuple())
    margins.resize(chart.width() + 24, chart.height() + 24)
    return margins.grab()


if __name__ == "__main__":
    main()
