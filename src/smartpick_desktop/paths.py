"""Where the user's data lies, and where the files shipped with the program lie."""

import os
from pathlib import Path

from smartpick_desktop import PRODUCT_NAME

DATA_DIR_VARIABLE = "SMARTPICK_DATA_DIR"


def data_dir() -> Path:
    """Return the folder of the user's applicants; it need not exist yet."""
    override = os.environ.get(DATA_DIR_VARIABLE)
    if override:
        return Path(override)
    from platformdirs import user_data_path  # late: the override needs none of it

    return user_data_path(PRODUCT_NAME, appauthor=False)


def log_dir() -> Path:
    """Return the folder of the log files, next to the data where that was moved."""
    override = os.environ.get(DATA_DIR_VARIABLE)
    if override:
        return Path(override, "logs")
    from platformdirs import user_log_path

    return user_log_path(PRODUCT_NAME, appauthor=False)


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, in a source tree, a wheel and a frozen bundle alike."""
    return _resources().joinpath(*parts)


def _resources() -> Path:
    package = Path(__file__).parent
    inside = package / "resources"  # wheel and bundle; the source tree keeps it on top
    return inside if inside.is_dir() else package.parents[1] / "resources"
