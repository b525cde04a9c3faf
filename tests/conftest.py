"""What every test may rely on: no screen, a data folder of its own, no window left, no network."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is first imported

_INTERNET = {socket.AF_INET, socket.AF_INET6}
_ADDRESS_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_reached_out: list[str] = []


def _watch_sockets(event: str, args: tuple[object, ...]) -> None:
    if event in _ADDRESS_EVENTS or (event == "socket.__new__" and args[1] in _INTERNET):
        _reached_out.append(f"{event}{args[1:]}")


sys.addaudithook(_watch_sockets)  # there is no taking it back, hence once and not in a fixture


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder that stands for the user's data in this test."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SMARTPICK_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    _reached_out.clear()
    yield
    assert not _reached_out, f"opened a way to the network: {_reached_out}"


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    yield
    from PySide6.QtWidgets import QApplication

    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {[type(widget).__name__ for widget in left]}"
