"""The folder that a window works in: the user's, or one that goes when the window goes."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smartpick_desktop.paths import data_dir


def edited_rules_folder(folder: Path) -> Path:
    """Where edited copies of the rules files lie, inside a data folder."""
    return folder / "rules"


@contextmanager
def working_folder(*, temporary: bool) -> Iterator[Path]:
    """The user's data folder, or an empty one that is deleted afterwards."""
    if not temporary:
        yield data_dir()
        return
    with tempfile.TemporaryDirectory(prefix="smartpick-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
