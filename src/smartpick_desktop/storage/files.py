"""Files and folders that only the user may read."""

import os
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

COMPANIONS = ("-wal", "-shm")
"""What SQLite appends to the name of a file for the files that it keeps beside it."""


def private_folder(path: Path) -> None:
    """Make the folder at `path`, if there is none, for the user alone."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)


def new_private_file(path: Path) -> None:
    """Make an empty file at `path` for the user alone, in the place of an unfinished one."""
    discard(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def discard(draft: Path) -> None:
    """Delete a file of ours that was not finished, if there is one."""
    for name in (draft, *companions(draft)):
        name.unlink(missing_ok=True)


def make_private(path: Path) -> None:
    """Take the file at `path` away from other users, who may have got it with a copy."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def move(source: Path, target: Path) -> None:
    """Move a file within its disk, so that it is there after a power cut too."""
    source.rename(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def companions(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside the one at `path`."""
    return tuple(path.with_name(path.name + ending) for ending in COMPANIONS)


def dated(path: Path, word: str) -> Path:
    """A free name beside `path` with `word` and the time in it: `library.word.20260105T...db`."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    endings = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}.{word}.{moment}{end}{path.suffix}") for end in endings)
    return next(name for name in names if not name.exists())


def set_aside(path: Path) -> Path:
    """Move a file that cannot be opened out of the way; return the dated name beside it.

    What SQLite keeps beside it goes first: a new file must never meet the journal of an old one.
    """
    target = dated(path, "set-aside")
    pairs = [*zip(companions(path), companions(target), strict=True), (path, target)]
    for source, destination in pairs:
        if source.exists():
            move(source, destination)
    return target
