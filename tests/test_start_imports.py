"""What the program may load before its window is painted."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
LATER = ("numpy", "pyqtgraph", "apsw", "msgspec", "smartpick_desktop.storage.library")


def test_heavy_libraries_and_the_library_file_come_after_the_first_paint() -> None:
    code = (
        "import sys, smartpick_desktop.cli, smartpick_desktop.app.start;"
        f"print([name for name in {LATER!r} if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", code]
    found = subprocess.run(  # noqa: S603  our own interpreter and words
        command, check=True, capture_output=True, text=True, env=environment
    )

    assert found.stdout.strip() == "[]"
