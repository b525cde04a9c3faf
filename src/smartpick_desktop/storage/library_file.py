"""The open library file: reads, and transactions that are whole and on disk or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from smartpick_desktop.storage import backups
from smartpick_desktop.storage.failures import explained, vanished
from smartpick_desktop.storage.files import companions
from smartpick_desktop.storage.opening import open_file
from smartpick_desktop.storage.schema import Step


class LibraryFile:
    """A connection that says in a sentence what went wrong, and notices when its file is gone."""

    def __init__(self, path: Path, steps: Sequence[Step], *, patience: int) -> None:
        self._path = path
        self._db = open_file(path, steps, patience=patience)
        self._identity = _identity(path)

    @property
    def name(self) -> str:
        """The file's name, as sentences for the user have it."""
        return self._path.name

    def close(self) -> None:
        """Fold the journal into the file and let go of it."""
        with explained(self._path):
            self._db.close()

    def copy_to(self, target: Path) -> None:
        """Write a copy to `target`; this works even where the file itself has vanished."""
        with explained(target):
            backups.copy_to(self._db, target)

    def read(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query finds."""
        with explained(self._path):
            return self._db.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """A transaction: on disk when it ends, or as if it had never begun."""
        with explained(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                if _identity(self._path) != self._identity:
                    raise vanished(self._path)
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def wipe_journal(self) -> None:
        """Fold the journal into the file and empty it, so that no erased page is left in it."""
        with explained(self._path):
            self._db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


def _identity(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """What tells the file and its journal from others that may take their names."""
    return tuple(_inode(name) for name in (path, companions(path)[0]))


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
