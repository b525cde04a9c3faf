"""One process has the lock; the others ask it to come to the front."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartpick_desktop.core.repository import UnwritableLibraryError
from smartpick_desktop.storage.instance import acquire, request_raise, watched_file

SECOND = """
import sys
from pathlib import Path
from smartpick_desktop.storage.instance import acquire, request_raise

folder = Path(sys.argv[1])
if acquire(folder):
    print("first", flush=True)
    sys.stdin.read()
else:
    request_raise(folder)
    print("second", flush=True)
"""


def started(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603  ours
        [sys.executable, "-c", SECOND, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_asks_the_first_to_come_forward(data_dir: Path) -> None:
    lock = acquire(data_dir)
    assert lock is not None
    watched = watched_file(data_dir)
    inode, before = watched.stat().st_ino, watched.read_bytes()
    with started(data_dir) as second:
        assert first_line(second) == "second"
    assert watched.read_bytes() != before
    assert watched.stat().st_ino == inode  # replaced, it would no longer be watched
    lock.release()


def test_a_killed_process_leaves_no_lock_behind(data_dir: Path) -> None:
    with started(data_dir) as first:
        assert first_line(first) == "first"
        assert acquire(data_dir) is None
        first.kill()
    lock = acquire(data_dir)
    assert lock is not None
    lock.release()


def test_two_folders_have_a_window_each(tmp_path: Path) -> None:
    locks = [acquire(tmp_path / name) for name in ("one", "two")]
    for lock in locks:
        assert lock is not None
        lock.release()


def test_every_request_changes_the_watched_file(data_dir: Path) -> None:
    lock = acquire(data_dir)
    assert lock is not None
    seen = set()
    for _ in range(3):
        request_raise(data_dir)
        seen.add(watched_file(data_dir).read_bytes())
    assert len(seen) == 3
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders private by inheritance")
def test_its_files_are_the_user_s_alone(data_dir: Path) -> None:
    lock = acquire(data_dir)
    assert lock is not None
    assert {file.stat().st_mode & 0o777 for file in data_dir.iterdir()} == {0o600}
    lock.release()


def test_a_folder_without_write_permission_is_said_in_a_sentence(guarded: Path) -> None:
    guarded.chmod(0o500)
    with pytest.raises(UnwritableLibraryError, match="cannot be read or written"):
        acquire(guarded)
