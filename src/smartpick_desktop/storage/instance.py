"""One window per data folder: a lock that ends with its process, and a file to call it by.

There is no socket in this. Whoever does not get the lock writes the watched file, and the window
that holds the lock, which watches it, comes to the front.
"""

import errno
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from smartpick_desktop.storage.failures import explained
from smartpick_desktop.storage.files import private_folder

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_FLAGS = os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceLock:
    """The right to be the one window; the system takes it back when the process ends."""

    handle: int

    def release(self) -> None:
        """Let the next one in. The file stays: deleting it could let in two."""
        os.close(self.handle)


def acquire(data_dir: Path) -> InstanceLock | None:
    """The lock of that folder, or None while another process has it."""
    path = data_dir / "instance.lock"
    with explained(path):
        private_folder(data_dir)
        os.close(os.open(watched_file(data_dir), _FLAGS, 0o600))  # only what exists is watched
        handle = os.open(path, _FLAGS, 0o600)
        try:
            taken = _lock(handle)
        except BaseException:
            os.close(handle)
            raise
        if not taken:
            os.close(handle)
        return InstanceLock(handle=handle) if taken else None


def request_raise(data_dir: Path) -> None:
    """Ask the window that holds the lock to come to the front."""
    path = watched_file(data_dir)
    with explained(path):
        handle = os.open(path, _FLAGS, 0o600)
        try:  # written over, not replaced: a replaced file is no longer the one being watched
            os.write(handle, f"{time.time_ns():020}\n".encode())
        finally:
            os.close(handle)


def watched_file(data_dir: Path) -> Path:
    """The file whose change says that the window is wanted."""
    return data_dir / "raise.request"


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True
