"""Copies of the library file."""

from pathlib import Path

import apsw

from smartpick_desktop.storage.files import dated, discard, move, new_private_file, private_folder

FOLDER = "backups"


def copy_before_upgrade(db: apsw.Connection, path: Path, version: int) -> Path:
    """Copy the open library to `backups/library.vN.<time>.db`; return where the copy is."""
    folder = path.parent / FOLDER
    private_folder(folder)
    target = dated(folder / path.name, f"v{version}")
    copy_to(db, target)
    return target


def copy_to(db: apsw.Connection, target: Path) -> None:
    """Copy the open library to a file of its own, which appears at `target` when it is whole."""
    draft = target.with_name(f"{target.name}.new")
    new_private_file(draft)
    try:
        _copy(db, draft)
        move(draft, target)
    finally:
        discard(draft)


def _copy(db: apsw.Connection, draft: Path) -> None:
    copy = apsw.Connection(str(draft))
    try:
        with copy.backup("main", db, "main") as backup:
            backup.step()
        copy.pragma("journal_mode", "DELETE")  # so that the copy is one file
    finally:
        copy.close()
