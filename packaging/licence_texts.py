"""The licence texts that a bundle carries: of each library in it, of Python, and of Qt.

The wheels of PySide6 hold no text of their own licence, so those are kept in licences/ here.
"""

import re
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
PLACE = "smartpick_desktop/resources/licences"
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_OF_QT = {"pyside6-essentials", "shiboken6"}


class MissingTextError(Exception):
    """A library would go into the bundle without its licence."""


def texts(locked: Path) -> list[tuple[str, str]]:
    """Pairs of a file and the folder in the bundle it goes to, for PyInstaller's `datas`."""
    found = [(str(file), f"{PLACE}/Qt and PySide6") for file in (HERE / "licences").iterdir()]
    found += [(str(file), f"{PLACE}/Python") for file in _of_python()]
    for name in (*_LOCKED.findall(locked.read_text(encoding="utf-8")), "pyinstaller"):
        found += _of_library(name)
    return found


def system_texts(binaries: Iterable[str]) -> list[tuple[str, str, str]]:
    """Entries for `Analysis.datas`: what Debian says of the system's libraries in the bundle."""
    owners = {owner for file in binaries if (owner := _owner(file))}
    notices = ((owner, Path("/usr/share/doc") / owner / "copyright") for owner in sorted(owners))
    return [
        (f"{PLACE}/system libraries/{owner}.txt", str(notice), "DATA")
        for owner, notice in notices
        if notice.is_file()
    ]


def _of_library(name: str) -> list[tuple[str, str]]:
    try:
        library = distribution(name)
    except ImportError:  # locked for another system
        return []
    found = []
    for file in library.files or ():
        _, _, inner = file.as_posix().partition(".dist-info/")
        if inner.startswith("licenses/") or _TEXT.match(inner):
            folder = PurePosixPath(PLACE, name, inner.removeprefix("licenses/")).parent
            found.append((str(library.locate_file(file)), str(folder)))
    if not found and name.lower() not in _OF_QT:
        raise MissingTextError(f"{name} brings no licence text; add it to {HERE.name}/licences")
    return found


def _of_python() -> list[Path]:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("data")))
    return [file for folder in folders if (file := folder / "LICENSE.txt").is_file()][:1]


def _owner(file: str) -> str:
    """The Debian package that a file belongs to, or "" where there is none or no dpkg."""
    path = Path(file).resolve()
    try:
        found = subprocess.run(  # noqa: S603
            ["dpkg", "-S", str(path)],  # noqa: S607
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    except OSError:
        return ""
    return found.stdout.partition(":")[0] if found.returncode == 0 else ""
