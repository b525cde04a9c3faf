"""How long a frame of the map takes, every program shown, while it is zoomed and moved.

Run with `QT_QPA_PLATFORM=offscreen PYTHONPATH=src python benchmarks/bench_map.py`.
"""

import os
from statistics import median, quantiles
from time import perf_counter

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from smartpick_desktop.core.program_list import Bucket
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.map_data import load_outlines
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.widgets.program_map import ProgramMap

FRAMES = 200
LISTED = 100


def main() -> None:
    """Print the frame times."""
    application = QApplication([])
    theme = Theme(Mode.LIGHT)
    theme.apply(application)
    directory = load_directory(resource("data", "programs.csv"))
    shown = ProgramMap(theme, load_outlines(resource("map", "outlines.json")))
    shown.resize(840, 570)
    shown.set_directory(directory)
    shown.show_rows(np.arange(len(directory), dtype=np.int32))
    buckets = list(Bucket)
    shown.set_listed({directory.program_ids[at * 50]: buckets[at % 3] for at in range(LISTED)})
    image = QImage(shown.size(), QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for frame in range(FRAMES):
        shown.zoom(1.02 if frame < FRAMES // 2 else 1 / 1.02)
        shown.pan(2, 1)
        begin = perf_counter()
        shown.render(image)
        times.append((perf_counter() - begin) * 1000)
    print(f"a frame of the map, {len(directory)} programs, {LISTED} of them on the list")
    print(f"  median {median(times):.1f} ms   95th {quantiles(times, n=20)[18]:.1f} ms")


if __name__ == "__main__":
    main()
