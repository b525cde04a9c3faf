"""The shortcut past PySide's search for feature switches."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
COUNT = (
    "import linecache, PySide6.QtWidgets, smartpick_desktop.ui.theme;"
    "print(sum('smartpick' in name for name in linecache.cache))"
)


def sources_read(before: str) -> int:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    found = subprocess.run(  # noqa: S603  our own interpreter and words
        [sys.executable, "-c", before + COUNT],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    return int(found.stdout)


def test_no_source_is_read_after_the_search_was_skipped() -> None:
    skip = "from smartpick_desktop.ui.pyside_import import skip_feature_search as s; s();"

    assert sources_read("") > 0
    assert sources_read(skip) == 0
