"""Processes of their own: a second instance, pictures, no display, a library that is damaged."""

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smartpick_desktop import PRODUCT_NAME
from smartpick_desktop.app.instance import OneInstance
from smartpick_desktop.cli import EXIT_NO_DISPLAY, NO_DISPLAY
from smartpick_desktop.storage.instance import watched_file
from smartpick_desktop.storage.library import SqliteLibrary

DRIVER = Path(__file__).with_name("driver.py")
DAMAGED = "library.db is damaged or is not a SmartPick library. It was left as it is."
LAST_STEP = "complete"


def run(
    environment: dict[str, str], *arguments: str, module: str = "smartpick_desktop"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", module, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class TestASecondInstance:
    @pytest.fixture
    def first(self, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
        """A window that is open and complete."""
        command = [sys.executable, "-m", "smartpick_desktop"]
        with subprocess.Popen(  # noqa: S603  our own program
            command,
            env={**environment, "SMARTPICK_MARKS": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdout is not None
            while not process.stdout.readline().startswith(LAST_STEP):
                assert process.poll() is None
            yield process
            process.kill()

    def test_leaves_the_field_to_the_first(
        self, first: subprocess.Popen[str], environment: dict[str, str], data_dir: Path
    ) -> None:
        second = run(environment)
        assert second.returncode == 0
        assert second.stdout == f"{PRODUCT_NAME} is open already; its window comes to the front.\n"
        assert first.poll() is None
        assert watched_file(data_dir).read_bytes() != b""


def test_the_first_of_two_is_asked_to_come_to_the_front(qtbot: QtBot, data_dir: Path) -> None:
    first, second = OneInstance(data_dir), OneInstance(data_dir)
    assert (first.is_first(), second.is_first()) == (True, False)
    with qtbot.waitSignal(first.called):
        second.call_first()


def test_it_is_asked_as_often_as_it_takes(qtbot: QtBot, data_dir: Path) -> None:
    first, second = OneInstance(data_dir), OneInstance(data_dir)
    for _ in range(3):
        with qtbot.waitSignal(first.called):
            second.call_first()


def test_two_folders_are_two_windows(tmp_path: Path) -> None:
    instances = [OneInstance(tmp_path / name) for name in ("one", "two")]
    assert [instance.is_first() for instance in instances] == [True, True]


def png_size(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_a_picture_has_the_size_and_scale_that_were_asked_for(
    environment: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    arguments = ("--size", "1280x800", "--scale", "2", "--theme", "dark")
    done = run(environment, "--screenshot", str(picture), *arguments)
    assert done.returncode == 0, done.stderr
    assert png_size(picture) == (2560, 1600)


def test_a_picture_of_the_demo_needs_no_display_and_leaves_no_trace(
    environment: dict[str, str], tmp_path: Path, data_dir: Path
) -> None:
    picture = tmp_path / "window.png"
    bare = without_display(environment)
    done = run(bare, "--screenshot", str(picture), "--demo", "--page", "programs")
    assert done.returncode == 0, done.stderr
    assert png_size(picture) == (1440, 900)
    assert not (data_dir / "library.db").exists()


def without_display(environment: dict[str, str]) -> dict[str, str]:
    taken = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {key: value for key, value in environment.items() if key not in taken}


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems always have a display")
def test_without_a_display_one_sentence_says_so(environment: dict[str, str]) -> None:
    done = run(without_display(environment))
    assert (done.returncode, done.stdout) == (EXIT_NO_DISPLAY, "")
    assert done.stderr == f"{NO_DISPLAY}\n"


class TestADamagedLibrary:
    NOISE = b"no library at all\n" * 100

    @pytest.fixture
    def damaged(self, data_dir: Path) -> Path:
        data_dir.mkdir(parents=True)
        path = data_dir / "library.db"
        path.write_bytes(self.NOISE)
        return path

    def answered(self, environment: dict[str, str], text: str) -> tuple[int, str]:
        done = subprocess.run(  # noqa: S603  our own driver
            [sys.executable, str(DRIVER), "answer", text],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout

    def test_is_told_of_and_left_as_it_is(
        self, environment: dict[str, str], damaged: Path
    ) -> None:
        code, said = self.answered(environment, "Quit")
        assert (code, said.startswith(DAMAGED)) == (3, True)
        assert damaged.read_bytes() == self.NOISE
        assert [p.name for p in damaged.parent.glob("library.db*")] == ["library.db"]

    def test_cut_short_is_told_of_and_left_as_it_is(
        self, environment: dict[str, str], data_dir: Path
    ) -> None:
        path = data_dir / "library.db"
        SqliteLibrary(path).close()
        cut = path.read_bytes()[:5000]
        path.write_bytes(cut)
        code, said = self.answered(environment, "Quit")
        assert (code, said.startswith(DAMAGED)) == (3, True)
        assert path.read_bytes() == cut
