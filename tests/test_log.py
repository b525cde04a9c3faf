"""Tests of `smartpick_desktop.log`: a crash is written down without the user's data."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from smartpick_desktop import log

PRIVATE = "Jane Roe scored 214"


@pytest.fixture
def crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    texts: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log.install(tmp_path, texts.append)
    yield texts
    logger = logging.getLogger(log.LOGGER_NAME)
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()


def _fail(cause: Exception | None = None) -> Exception:
    try:
        _raise(cause)
    except ValueError as error:
        return error


def _raise(cause: Exception | None) -> NoReturn:
    raise ValueError(PRIVATE) from cause


def _crash(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_crash_is_logged_and_told(tmp_path: Path, crashes: list[str]) -> None:
    _crash(_fail())
    assert "builtins.ValueError" in crashes[0]
    assert "test_log.py" in crashes[0]
    assert crashes[0] in (tmp_path / log.LOG_FILE).read_text(encoding="utf-8")


def test_neither_the_message_nor_the_folder_is_told(tmp_path: Path, crashes: list[str]) -> None:
    _crash(_fail(cause=_fail()))
    written = (tmp_path / log.LOG_FILE).read_text(encoding="utf-8")
    for text in (crashes[0], written):
        assert PRIVATE not in text
        assert str(Path(__file__).parent) not in text


def test_the_cause_is_told_with_the_crash(crashes: list[str]) -> None:
    _crash(_fail(cause=KeyError(PRIVATE)))
    assert crashes[0].endswith("caused by\nbuiltins.KeyError")


def test_a_crash_in_a_thread_is_told(crashes: list[str]) -> None:
    def work() -> None:
        raise ValueError(PRIVATE)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "ValueError" in crashes[0]


def test_an_interrupt_is_no_crash(crashes: list[str]) -> None:
    _crash(KeyboardInterrupt())
    assert crashes == []


def test_a_log_that_cannot_be_written_hides_no_crash(
    tmp_path: Path, crashes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    log.install(tmp_path / "file" / "below", crashes.append)
    _crash(_fail())
    assert len(crashes) == 1
