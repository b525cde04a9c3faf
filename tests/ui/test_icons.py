import ast
import re
from pathlib import Path

import pytest

from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from smartpick_desktop.paths import resource
from smartpick_desktop.ui.icons import app_icon, icon, pixmap

SOURCE = Path(__file__).parents[2] / "src" / "smartpick_desktop"
DRAWN = {path.stem for path in resource("icons").glob("*.svg")}
TAKES_A_NAME_AT = {
    "icon": 0,
    "pixmap": 0,
    "IconButton": 1,
    "primary_button": 2,
    "secondary_button": 2,
    "LinkButton": 2,
    "IconBinding": 2,
    "set_icon": 0,
}
KEYWORDS = ("icon", "icon_name")


def named_icons() -> set[tuple[str, str]]:
    """Every icon the source names by a literal, with the file that does."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= {(name, path.name) for name in _names_in(node)}
    return found


def _names_in(call: ast.Call) -> list[str]:
    function = call.func
    called = getattr(function, "attr", "") or getattr(function, "id", "")
    at = TAKES_A_NAME_AT.get(called)
    values = [word.value for word in call.keywords if word.arg in KEYWORDS]
    if at is not None and len(call.args) > at:
        values.append(call.args[at])
    literals = [part for value in values for part in ast.walk(value)]
    names = [part.value for part in literals if isinstance(part, ast.Constant)]
    return [
        name for name in names if isinstance(name, str) and re.fullmatch(r"[a-z][a-z-]+|x", name)
    ]


def test_every_icon_named_in_the_source_is_drawn() -> None:
    named = named_icons()
    assert ("search", "search_field.py") in named
    assert sorted((name, file) for name, file in named if name not in DRAWN) == []


@pytest.mark.parametrize(
    "name", sorted(n for n in DRAWN if not n.startswith(("app", "indicator")))
)
def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication, name: str) -> None:
    image = pixmap(name, "#FF0000", 32).toImage()
    points = [(x, y) for x in range(32) for y in range(32)]
    solid = [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255]
    assert solid
    assert set(map(QColor.name, solid)) == {"#ff0000"}


def test_a_pixmap_is_as_fine_as_the_screen(qapp: QApplication) -> None:
    drawn = pixmap("search", "#000000", 16, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)


def test_an_icon_has_its_own_colour_while_disabled(qapp: QApplication) -> None:
    made = icon("minus", "#FF0000", disabled="#0000FF")
    image = made.pixmap(16, QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#0000ff"


def test_the_gap_is_on_the_side_of_the_text(qapp: QApplication) -> None:
    plain = icon("minus", "#FF0000").pixmap(16).toImage()
    for gap, shift in ((3, 0), (-3, 3)):
        wide = icon("minus", "#FF0000", gap=gap).pixmap(19, 16)
        assert wide.deviceIndependentSize().width() == 19
        ratio = round(wide.devicePixelRatio())
        there = wide.toImage().pixelColor((8 + shift) * ratio, 8 * ratio)
        assert there == plain.pixelColor(8 * ratio, 8 * ratio)


def test_the_application_has_an_icon(qapp: QApplication) -> None:
    assert app_icon().pixmap(64).width() == 64
