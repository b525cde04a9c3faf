"""The contrast of every pair of colours that meet, and what the theme does with a mode."""

import re
from dataclasses import asdict

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from smartpick_desktop.paths import resource
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.palette import make_palette
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.tokens import DARK, LIGHT, Tokens

TEXT, MARK = 4.5, 3.0
GROUNDS = ("surface", "canvas", "rail", "inset", "line")
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink2") for ground in GROUNDS],
    *[("ink3", ground) for ground in ("surface", "canvas", "rail", "inset")],
    *[("accent_ink", ground) for ground in ("surface", "canvas", "rail", "accent_tint")],
    *[
        (f"{state}_ink", ground)
        for state in ("fine", "worth", "needs", "reach", "target", "likely")
        for ground in ("surface", f"{state}_tint")
    ],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_ink"),
    ("ink", "accent_tint"),
    ("surface", "ink"),
]
MARKS = [
    (mark, "surface")
    for mark in (
        *("accent", "edge", "fine", "worth", "needs", "reach", "target", "likely"),
        *("gold", "silver", "median"),
    )
]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    mixed = QColor(color)
    red, green, blue = map(linear, (mixed.redF(), mixed.greenF(), mixed.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_edges_can_be_seen(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= MARK


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_band_names_can_be_read_on_every_band(tokens: Tokens) -> None:
    assert min(contrast(tokens.ink, band) for band in tokens.bands) >= TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_bands_go_one_way_from_low_to_high(tokens: Tokens) -> None:
    shades = [luminance(band) for band in tokens.bands]
    assert shades == sorted(shades, reverse=tokens is LIGHT)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_written_in_full(tokens: Tokens) -> None:
    colors = [*tokens.bands, *[c for name, c in asdict(tokens).items() if name != "bands"]]
    assert [color for color in colors if not re.fullmatch("#[0-9A-F]{6}", color)] == []


@pytest.mark.parametrize(("mode", "tokens"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_a_chosen_mode_is_in_force_whatever_the_system_says(
    qapp: QApplication, mode: Mode, tokens: Tokens
) -> None:
    assert Theme(mode).tokens is tokens


def test_a_change_of_mode_is_told_once_the_new_colours_are_in_force(qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT)
    seen: list[Tokens] = []
    theme.changed.connect(lambda: seen.append(theme.tokens))

    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")

    assert seen == [DARK]
    assert theme.is_dark


def test_applying_dresses_the_application_and_a_change_dresses_it_again(
    qapp: QApplication,
) -> None:
    theme = Theme(Mode.LIGHT)
    try:
        theme.apply(qapp)
        assert LIGHT.accent_tint in qapp.styleSheet()
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.canvas)

        theme.set_mode(Mode.DARK)
        assert DARK.accent_tint in qapp.styleSheet()
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    finally:
        qapp.setStyleSheet("")


def test_the_style_sheet_names_only_icons_that_exist(qapp: QApplication) -> None:
    for mode in (Mode.LIGHT, Mode.DARK):
        theme = Theme(mode)
        sheet = theme.style_sheet()
        named = re.findall(r'url\("([^"]+)"\)', sheet)
        assert named
        assert [path for path in named if not resource(path).is_file()] == []
        assert "$" not in sheet


def test_the_palette_covers_text_on_every_ground(qapp: QApplication) -> None:
    palette = make_palette(DARK)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(DARK.ink3)
    assert palette.color(QPalette.ColorRole.HighlightedText) == QColor(DARK.on_accent)


def test_fonts_have_figures_of_one_width(qapp: QApplication) -> None:
    font = Theme(Mode.LIGHT).font(Size.SCORE, Weight.SEMIBOLD)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.weight().value == Weight.SEMIBOLD


def test_text_grows_with_the_text_scale(qapp: QApplication) -> None:
    theme = Theme(Mode.LIGHT)
    before, length = theme.font(Size.BODY).pointSizeF(), theme.length(30)

    theme.set_text_scale(2.0)

    assert theme.font(Size.BODY).pointSizeF() == pytest.approx(2 * before, abs=0.02)
    assert theme.length(30) == 2 * length


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold"])
def test_the_bundled_face_comes_with_its_licence(weight: str) -> None:
    assert resource("fonts", f"Inter-{weight}.ttf").is_file()
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
