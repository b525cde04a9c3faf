"""Work beside the window: the latest request is answered, an error is not lost."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from smartpick_desktop.ui.latest_job import LatestJob


def test_the_latest_of_several_requests_is_answered(qtbot: QtBot) -> None:
    job, free = LatestJob(), Event()
    found: list[object] = []
    job.done.connect(found.append)
    job.ask(lambda: free.wait(10) and "first")
    job.ask(lambda: "second")
    job.ask(lambda: "third")
    assert job.is_busy
    free.set()
    qtbot.waitUntil(lambda: not job.is_busy)
    assert found == ["third"]


def test_what_was_stopped_is_not_told(qtbot: QtBot) -> None:
    job = LatestJob()
    found: list[object] = []
    job.done.connect(found.append)
    job.ask(lambda: "first")
    job.stop()
    job.ask(lambda: "second")
    qtbot.waitUntil(lambda: not job.is_busy)
    assert found == ["second"]


def test_an_error_reaches_the_window_and_the_next_request_is_served(qtbot: QtBot) -> None:
    job = LatestJob()
    found: list[object] = []
    job.done.connect(found.append)

    def wrong() -> object:
        raise ValueError("no such list")

    with qtbot.captureExceptions() as exceptions:
        job.ask(wrong)
        qtbot.waitUntil(lambda: bool(exceptions))
    assert isinstance(exceptions[0][1], ValueError)
    job.ask(lambda: "well")
    qtbot.waitUntil(lambda: not job.is_busy)
    assert found == ["well"]


@pytest.mark.parametrize("times", [1, 20])
def test_busy_is_told_once_for_a_run_of_requests(qtbot: QtBot, times: int) -> None:
    job = LatestJob()
    told: list[bool] = []
    job.busy_changed.connect(told.append)
    for _ in range(times):
        job.ask(lambda: "done")
    qtbot.waitUntil(lambda: not job.is_busy)
    assert told == [True, False]


def test_whom_it_works_for_may_go_at_any_time(qtbot: QtBot) -> None:
    free = Event()
    owner = QObject()
    job = LatestJob(owner)
    job.ask(lambda: free.wait(0.2))
    del job
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    free.set()
