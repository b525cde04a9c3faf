"""PySide6 6.12.0 loses a reference to None in each call that returns nothing.

On Python 3.11 some 5,000 such calls abort the process; from 3.12 on None cannot die. The pin in
pyproject.toml keeps that release out, and these tests keep watch over the pin.
"""

import sys

import pytest
from pytestqt.qtbot import QtBot

import PySide6
from PySide6.QtWidgets import QLabel

CALLS = 100


def test_the_release_that_loses_references_to_none_is_kept_out() -> None:
    assert (6, 11) <= PySide6.__version_info__[:2] < (6, 12)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_call_that_returns_nothing_keeps_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("first")

    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("again")
    lost = before - sys.getrefcount(None)

    assert lost < CALLS // 2
