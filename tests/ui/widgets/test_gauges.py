import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtGui import QColor, QImage

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.meter import SignalMeter
from smartpick_desktop.ui.widgets.mix_gauge import MixGauge


def share(image: QImage, color: str) -> int:
    wanted = QColor(color).rgb()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) == wanted for x, y in points)


@pytest.mark.parametrize(
    ("placed", "quota", "spoken"),
    [(4, 5, "Gold: 4 of 5"), (0, 5, "Gold: 0 of 5"), (0, 0, "Gold: none to place")],
)
def test_a_meter_says_its_count(
    qtbot: QtBot, theme: Theme, placed: int, quota: int, spoken: str
) -> None:
    meter = SignalMeter("Gold", "gold", theme)
    qtbot.addWidget(meter)
    meter.set_count(placed, quota)
    assert meter.accessibleName() == spoken


@pytest.mark.parametrize("quota", [5, 30])
def test_a_meter_fills_with_what_is_placed(qtbot: QtBot, theme: Theme, quota: int) -> None:
    meter = SignalMeter("Gold", "gold", theme)
    qtbot.addWidget(meter)
    meter.resize(240, 22)
    filled = []
    for placed in (0, 1, quota - 1, quota):
        meter.set_count(placed, quota)
        filled.append(share(meter.grab().toImage(), theme.tokens.gold))
    assert filled[0] == 0
    assert filled == sorted(set(filled))


def test_a_gauge_says_its_parts_and_leaves_out_what_is_not_there(
    qtbot: QtBot, theme: Theme
) -> None:
    gauge = MixGauge(theme)
    qtbot.addWidget(gauge)
    assert gauge.accessibleName() == "No programs listed"
    gauge.set_counts(11, 23, 0, 2)
    assert gauge.accessibleName() == "11 reach, 23 target, 2 not rated"


def test_parts_fill_the_width_and_grow_with_their_number(qtbot: QtBot, theme: Theme) -> None:
    gauge = MixGauge(theme)
    qtbot.addWidget(gauge)
    gauge.resize(320, 60)
    gauge.set_counts(11, 23, 12, 0)
    reach, target, likely = gauge._bars()
    assert likely.right() == pytest.approx(320)
    assert reach.width() < likely.width() < target.width()


def test_a_single_program_still_has_room_for_its_number(qtbot: QtBot, theme: Theme) -> None:
    gauge = MixGauge(theme)
    qtbot.addWidget(gauge)
    gauge.resize(200, 60)
    gauge.set_counts(1, 99, 1, 1)
    assert min(bar.width() for bar in gauge._bars()) >= 30


@pytest.mark.parametrize("counts", [(1, 99, 1, 1), (99, 1, 1, 1), (1, 1, 1, 99)])
def test_words_under_the_parts_never_meet(
    qtbot: QtBot, theme: Theme, counts: tuple[int, int, int, int]
) -> None:
    gauge = MixGauge(theme)
    qtbot.addWidget(gauge)
    gauge.resize(320, 60)
    gauge.set_counts(*counts)
    lefts = gauge._label_lefts(gauge._bars())
    widths = [gauge._label_width(part) for part in gauge._parts]
    ends = [left + width for left, width in zip(lefts, widths, strict=True)]
    assert all(end < after for end, after in zip(ends, lefts[1:], strict=False))
    assert lefts[0] >= 0
    assert ends[-1] <= 320
