"""What goes wrong with the library file, turned into sentences for the user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from smartpick_desktop.core.repository import (
    DamagedLibraryError,
    LibraryError,
    LibraryFullError,
    LockedLibraryError,
    UnwritableLibraryError,
    VanishedLibraryError,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_LITTLE = 1 << 20
"""With fewer bytes than this left on the disk, a failed write is put down to that."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """A context in which a failure of the file at `path` is raised as a `LibraryError`."""
    try:
        yield
    except (apsw.Error, OSError) as error:
        explanation = _explanation(error, path)
        if explanation is None:
            raise
        raise explanation from error


def damaged(path: Path) -> DamagedLibraryError:
    """The error for a file that should be a library and cannot be read as one."""
    return DamagedLibraryError(
        f"{path.name} is damaged or is not a SmartPick library. It was left as it is."
    )


def vanished(path: Path) -> VanishedLibraryError:
    """The error for a file that is no longer where it was opened."""
    return VanishedLibraryError(
        f"{path.name} was moved, replaced or deleted while it was open. The last change is not "
        "saved."
    )


def _explanation(error: apsw.Error | OSError, path: Path) -> LibraryError | None:
    match error:
        case apsw.NotADBError() | apsw.CorruptError() | apsw.SQLError():
            return damaged(path)
        case apsw.BusyError() | apsw.LockedError():
            return LockedLibraryError(
                f"{path.name} is in use by another program. Try again when it has finished."
            )
        case apsw.FullError():
            return _full(path)
        case OSError() if error.errno in _NO_ROOM:
            return _full(path)
        case apsw.IOError() | apsw.CantOpenError() if _room(path) < _LITTLE:
            return _full(path)
        case apsw.IOError() | apsw.CantOpenError() | apsw.ReadOnlyError() | OSError():
            return _unwritable(path)
        case _:
            return None  # a mistake of ours, which no sentence should hide


def _full(path: Path) -> LibraryFullError:
    return LibraryFullError(
        f"There is no room left on the disk for {path.name}. Make some and try again."
    )


def _unwritable(path: Path) -> UnwritableLibraryError:
    return UnwritableLibraryError(
        f"{path.name} cannot be read or written. Check the permissions of its folder and the disk."
    )


def _room(path: Path) -> int:
    import shutil  # slow to load, and wanted only here

    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return _LITTLE
