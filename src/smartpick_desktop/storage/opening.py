"""Opens the library file: only one that is ours, and nothing of the user's is ever replaced."""

import struct
from collections.abc import Sequence
from pathlib import Path

import apsw

from smartpick_desktop.core.repository import (
    DamagedLibraryError,
    ForeignLibraryError,
    NewerLibraryError,
    UpgradeFailedError,
)
from smartpick_desktop.storage import files
from smartpick_desktop.storage.backups import copy_before_upgrade
from smartpick_desktop.storage.failures import damaged, explained
from smartpick_desktop.storage.migration import migrate, version
from smartpick_desktop.storage.schema import APPLICATION_ID, Step

_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100
_PAGE_SIZE_AT, _VERSION_AT, _APPLICATION_AT = 16, 60, 68
_SETTINGS: dict[str, str | bool] = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "fullfsync": True,  # on macOS a plain fsync stops at the drive's own memory
    "checkpoint_fullfsync": True,
    "foreign_keys": True,
    "secure_delete": True,
    "temp_store": "MEMORY",
    "trusted_schema": False,
}


def open_file(path: Path, steps: Sequence[Step], *, patience: int) -> apsw.Connection:
    """A connection to the library at `path`, which is made or brought up to date if need be.

    `patience` is how many milliseconds another program that holds the file is waited for.
    """
    with explained(path):
        files.private_folder(path.parent)
        if not path.exists():
            _create(path, steps)
        _refuse_by_header(path, len(steps))
        files.make_private(path)
        db = _connect(path, patience)
        try:
            _refuse(path, db.pragma("application_id"), version(db), len(steps))
            _bring_up_to_date(db, path, steps)
            _settle(db)
        except BaseException:
            db.close()
            raise
        return db


def _create(path: Path, steps: Sequence[Step]) -> None:
    if _has_journal(path):  # of changes that no new file must take in
        raise DamagedLibraryError(
            f"{path.name} is gone, but the journal of its last changes is still there. "
            "It was left as it is."
        )
    draft = path.with_name(f"{path.name}.new")
    files.new_private_file(draft)
    db = _connect(draft, patience=0)
    try:
        db.pragma("application_id", APPLICATION_ID)
        migrate(db, steps)
        _settle(db)
    finally:
        db.close()
    files.move(draft, path)


def _connect(path: Path, patience: int) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE
    db = apsw.Connection(str(path), flags=flags)
    db.set_busy_timeout(patience)
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # a file that is refused stays as it is
    if db.readonly("main"):
        db.close()
        raise apsw.ReadOnlyError(path.name)
    return db


def _settle(db: apsw.Connection) -> None:
    for name, value in _SETTINGS.items():
        db.pragma(name, value)
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)


def _refuse_by_header(path: Path, newest: int) -> None:
    """Refuse from the file's first bytes, before SQLite puts a journal beside it."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise damaged(path)
    (page_size,) = struct.unpack_from(">H", header, _PAGE_SIZE_AT)
    if path.stat().st_size % (page_size if page_size > 1 else 65536) and not _has_journal(path):
        raise damaged(path)  # cut off within the last page, which SQLite would fill with zeros
    (found,) = struct.unpack_from(">I", header, _VERSION_AT)
    (application,) = struct.unpack_from(">I", header, _APPLICATION_AT)
    _refuse(path, application, found, newest)


def _has_journal(path: Path) -> bool:
    journal = files.companions(path)[0]
    return journal.exists() and journal.stat().st_size > 0


def _refuse(path: Path, application: int, found: int, newest: int) -> None:
    if application != APPLICATION_ID:
        raise ForeignLibraryError(f"{path.name} belongs to another program. It was left as it is.")
    if found > newest:
        raise NewerLibraryError(
            f"{path.name} was written by a newer SmartPick, which is needed to open it. "
            "It was left as it is."
        )


def _bring_up_to_date(db: apsw.Connection, path: Path, steps: Sequence[Step]) -> None:
    found = version(db)
    if found == len(steps):
        return
    copy = copy_before_upgrade(db, path, found)
    try:
        migrate(db, steps)
    except (apsw.SQLError, apsw.ConstraintError) as error:
        raise UpgradeFailedError(
            f"{path.name} could not be brought up to date and is as it was. "
            f"A copy of it is {copy.name} in the folder {copy.parent.name}."
        ) from error
