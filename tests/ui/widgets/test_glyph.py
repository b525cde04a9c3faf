from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.tokens import LIGHT
from smartpick_desktop.ui.widgets.glyph import SCENARIO_MARKERS, Glyph, paint_glyph
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph

TOLD_APART = (
    (Glyph.FINE, Glyph.WORTH, Glyph.NEEDS, Glyph.UNKNOWN),
    (Glyph.REACH, Glyph.TARGET, Glyph.LIKELY, Glyph.UNRATED),
    SCENARIO_MARKERS,
)


def drawn(kind: Glyph, color: str = "") -> QImage:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_glyph(painter, QRectF(0, 0, 32, 32), kind, LIGHT, color=color)
    painter.end()
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    points = ((x, y) for x in range(32) for y in range(32))
    return {(x, y) for x, y in points if QColor(image.pixel(x, y)).lightness() < 160}


@pytest.mark.parametrize("kinds", TOLD_APART)
def test_signs_differ_in_shape_and_not_by_colour_alone(
    qapp: QApplication, kinds: tuple[Glyph, ...]
) -> None:
    for one, other in combinations(kinds, 2):
        differing = ink(drawn(one, "#000000")) ^ ink(drawn(other, "#000000"))
        assert len(differing) > 60, (one, other)


@pytest.mark.parametrize("kind", Glyph)
def test_every_sign_stays_in_its_square(qapp: QApplication, kind: Glyph) -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_glyph(painter, QRectF(16, 16, 32, 32), kind, LIGHT)
    painter.end()
    inked = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha()]
    assert inked
    assert min(min(point) for point in inked) >= 16
    assert max(max(point) for point in inked) < 48


def test_a_hollow_sign_stays_hollow_whatever_was_drawn_before(qapp: QApplication) -> None:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setBrush(QColor("#FF0000"))
    paint_glyph(painter, QRectF(0, 0, 32, 32), Glyph.UNRATED, LIGHT)
    painter.end()
    assert image.pixelColor(16, 16) == QColor("#FFFFFF")


def test_a_sign_is_read_out_by_its_name(qtbot: QtBot, theme: Theme) -> None:
    sign = StateGlyph(theme)
    qtbot.addWidget(sign)
    sign.set_glyph(Glyph.FINE, "Fine as is")
    assert sign.glyph() is Glyph.FINE
    assert sign.accessibleName() == "Fine as is"


def test_a_sign_takes_the_colour_of_a_token(qtbot: QtBot, theme: Theme) -> None:
    sign = StateGlyph(theme, size=32)
    qtbot.addWidget(sign)
    sign.set_glyph(Glyph.DISC, color_name="needs")
    assert sign.grab().toImage().pixelColor(16, 16) == QColor(LIGHT.needs)
