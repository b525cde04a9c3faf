import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt

from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

LONG = "Case Western Reserve Univ/Univ Hospitals Cleveland Med Ctr Program"


def test_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = TextLabel("<b>244</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_role_and_tone_are_there_for_the_style_sheet(qtbot: QtBot) -> None:
    label = TextLabel("244", TextRole.FIGURE)
    qtbot.addWidget(label)
    label.set_tone(Tone.NEEDS)
    assert (label.property("role"), label.property("tone")) == ("figure", "needs")


@pytest.mark.parametrize(("width", "tooltip"), [(100, LONG), (2000, "")])
def test_the_whole_text_is_in_the_tooltip_once_it_is_cut(
    qtbot: QtBot, width: int, tooltip: str
) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.setFixedWidth(width)
    label.show()
    assert label.toolTip() == tooltip
    assert label.text() == LONG


def test_a_cut_label_can_shrink_below_its_text(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 30
