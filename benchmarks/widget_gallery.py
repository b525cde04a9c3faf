"""Draws every widget of the kit, light and dark, at one and two pixels a point.

`python benchmarks/widget_gallery.py FOLDER` writes four PNG files and the time the kit took.
"""

import datetime
import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.card import Card, CardLook
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.meter import SignalMeter
from smartpick_desktop.ui.widgets.mix_gauge import MixGauge
from smartpick_desktop.ui.widgets.score_field import ScoreField
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_VIEWS = (
    Choice(key="workspace", text="Workspace", icon="workspace"),
    Choice(key="programs", text="Programs", icon="list"),
    Choice(key="compare", text="Compare", icon="columns"),
    Choice(key="plan", text="Plan", icon="plan"),
    Choice(key="memo", text="Memo", icon="memo"),
)
_SPECIALTIES = (
    Choice(key="anes", text="Anesthesiology", count="182"),
    Choice(key="im", text="Internal medicine", count="686"),
    Choice(key="derm", text="Dermatology", count="145"),
)


class Gallery(QWidget):
    """All the kit on one canvas."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(1400)
        self.setObjectName("canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(14)
        for band in (
            self._toolbar(),
            self._strip(),
            self._list_strip(),
            self._texts(),
            self._states(),
        ):
            column.addWidget(band)

    def _toolbar(self) -> QWidget:
        theme, bar = self._theme, QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SegmentedControl(theme, _VIEWS, name="Views"))
        row.addStretch()
        row.addWidget(TextLabel("Saved 10:42", TextRole.CAPTION))
        row.addWidget(IconButton(theme, "undo", "Undo", shortcut="Ctrl+Z"))
        redo = IconButton(theme, "redo", "Redo")
        redo.setEnabled(False)
        row.addWidget(redo)
        search = SearchField(theme, "Find a program or action")
        search.setFixedWidth(204)
        row.addWidget(search)
        row.addWidget(secondary_button("Curtain", theme, "eye-off"))
        row.addWidget(secondary_button("Memo", theme, "printer"))
        return bar

    def _strip(self) -> QWidget:
        theme, card = self._theme, Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(18)
        pass_or_score = SegmentedControl(
            theme,
            [Choice(key="pass", text="Pass"), Choice(key="score", text="Score")],
            name="Step 1 result",
            small=True,
        )
        pass_or_score.set_choice("score")
        row.addLayout(self._score_cell("Step 1", 250, datetime.date(2021, 6, 12), pass_or_score))
        row.addWidget(Divider())
        row.addLayout(self._score_cell("Step 2 CK", 244, None, None))
        row.addWidget(Divider())
        row.addLayout(self._score_cell("Forecast, if any", None, None, None))
        row.addWidget(Divider())
        row.addLayout(self._targets(), 1)
        row.addWidget(Divider())
        profile = QVBoxLayout()
        profile.setSpacing(4)
        profile.addWidget(TextLabel("Profile", TextRole.HEADING))
        profile.addWidget(TextLabel("US MD senior, first attempts", tone=Tone.INK2))
        profile.addWidget(TextLabel("3 offsets · ties: Midwest", tone=Tone.INK2))
        profile.addWidget(LinkButton("Edit profile"), 0, Qt.AlignmentFlag.AlignLeft)
        profile.addStretch()
        row.addLayout(profile)
        return card

    def _score_cell(
        self, name: str, score: int | None, date: datetime.date | None, beside: QWidget | None
    ) -> QVBoxLayout:
        theme, cell = self._theme, QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(TextLabel(name, TextRole.HEADING))
        field = ScoreField(theme, name=name, placeholder="CK")
        field.set_score(score)
        box = QHBoxLayout()
        box.setSpacing(8)
        box.addWidget(field)
        if beside is not None:
            box.addWidget(beside)
        box.addStretch()
        cell.addLayout(box)
        under = QHBoxLayout()
        under.setSpacing(0)
        day = DateField(theme, name=f"{name} date")
        day.set_date(date)
        under.addWidget(day)
        under.addWidget(TextLabel("·  82nd percentile then", TextRole.CAPTION))
        under.addStretch()
        cell.addLayout(under)
        cell.addStretch()
        return cell

    def _targets(self) -> QVBoxLayout:
        theme, cell = self._theme, QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(TextLabel("Applying to", TextRole.HEADING))
        flow = FlowLayout(gap=7)
        chips = [Chip("Anesthesiology", theme), Chip("Internal medicine", theme)]
        chips += [Chip("Dermatology", theme, removable=True)]
        chips[0].set_selected(True)
        for chip in chips:
            flow.addWidget(chip)
        flow.addWidget(LinkButton("Add", theme, "plus"))
        cell.addLayout(flow)
        cell.addStretch()
        return cell

    def _list_strip(self) -> QWidget:
        theme, card = self._theme, Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(18)
        for counts in ((11, 23, 12, 0), (1, 2, 0, 30)):
            mix = QVBoxLayout()
            mix.setSpacing(7)
            mix.addWidget(TextLabel(f"My list, {sum(counts)} programs", TextRole.HEADING))
            gauge = MixGauge(theme)
            gauge.set_counts(*counts)
            mix.addWidget(gauge)
            mix.addStretch()
            row.addLayout(mix, 3)
            row.addWidget(Divider())
        signals = QVBoxLayout()
        signals.setSpacing(2)
        signals.addWidget(TextLabel("Signals, anesthesiology", TextRole.HEADING))
        for name, color, placed, quota in (
            ("Gold", "gold", 4, 5),
            ("Silver", "silver", 10, 10),
            ("Signals", "accent", 21, 30),
        ):
            meter = SignalMeter(name, color, theme)
            meter.set_count(placed, quota)
            meter.align_with("Gold", "Silver", "Signals")
            signals.addWidget(meter)
        row.addLayout(signals, 3)
        row.addWidget(Divider())
        cost = QVBoxLayout()
        cost.setSpacing(3)
        cost.addWidget(TextLabel("ERAS cost", TextRole.HEADING))
        cost.addWidget(TextLabel("$506", TextRole.FIGURE))
        cost.addWidget(TextLabel("next program $11", TextRole.CAPTION))
        cost.addStretch()
        row.addLayout(cost)
        row.addWidget(secondary_button("Open list", theme, "arrow-right"))
        return card

    def _texts(self) -> QWidget:
        theme, card = self._theme, Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(6)
        verdict = QHBoxLayout()
        verdict.setSpacing(10)
        verdict.addWidget(StateGlyph(theme, Glyph.WORTH, size=22))
        verdict.addWidget(TextLabel("Worth a plan", TextRole.VERDICT))
        verdict.addStretch()
        left.addLayout(verdict)
        for role in TextRole:
            left.addWidget(TextLabel(f"{role.value}: CK 244 ± 6, 240–249, ≥ 6 − 3 …", role))
        row.addLayout(left)
        middle = QVBoxLayout()
        middle.addWidget(
            SegmentedControl(theme, _SPECIALTIES, name="Specialty", small=True),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        tiles = FlowLayout(gap=8)
        for text, selected in (("Within 350 miles of Cleveland", True), ("Region: any", False)):
            chip = Chip(text, theme, tile=True, opens_menu=not selected)
            chip.set_selected(selected)
            tiles.addWidget(chip)
        tiles.addWidget(LinkButton("Clear"))
        middle.addLayout(tiles)
        elided = ElidedLabel("Case Western Reserve Univ/Univ Hospitals Cleveland Med Ctr")
        elided.setFixedWidth(220)
        middle.addWidget(elided)
        inset = Card(CardLook.INSET)
        step = QVBoxLayout(inset)
        step.setContentsMargins(12, 10, 12, 10)
        step.addWidget(TextLabel("Next step", TextRole.CAPTION))
        step.addWidget(TextLabel("Place the last gold signal", TextRole.STRONG))
        middle.addWidget(inset)
        actions = QHBoxLayout()
        actions.setSpacing(14)
        actions.addWidget(primary_button("Open the plan", theme, "plan"))
        actions.addWidget(LinkButton("Show rules"))
        actions.addWidget(LinkButton("Anesthesiology", theme, "chevron-down", icon_after=True))
        actions.addStretch()
        middle.addLayout(actions)
        middle.addStretch()
        row.addLayout(middle)
        native = QVBoxLayout()
        combo = QComboBox()
        combo.addItems(["US MD senior", "US DO senior"])
        native.addWidget(combo)
        native.addWidget(QLineEdit("A line of text"))
        for box in (QCheckBox("Show names"), QRadioButton("Light"), QRadioButton("Dark")):
            box.setChecked(box.text() != "Light")
            native.addWidget(box)
        off = primary_button("Disabled", theme, "plan")
        off.setEnabled(False)
        native.addWidget(off)
        off = secondary_button("Disabled", theme, "plan")
        off.setEnabled(False)
        native.addWidget(off)
        native.addStretch()
        row.addLayout(native)
        return card

    def _states(self) -> QWidget:
        theme, card = self._theme, Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(14)
        for index, kind in enumerate(Glyph):
            for line, size in enumerate((12, 16, 22)):
                sign = StateGlyph(theme, kind, size=size)
                grid.addWidget(sign, line, index, Qt.AlignmentFlag.AlignCenter)
            name = TextLabel(kind.value, TextRole.MICRO)
            grid.addWidget(name, 3, index, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(TextLabel("In focus, in trouble:", TextRole.CAPTION))
        for widget in self._ringed():
            row.addWidget(widget)
        row.addStretch()
        grid.addLayout(row, 4, 0, 1, len(Glyph))
        return card

    def _ringed(self) -> list[QWidget]:
        theme = self._theme
        segmented = SegmentedControl(theme, _SPECIALTIES[:2], name="", small=True)
        wrong = ScoreField(theme, name="CK")
        wrong.lineEdit().setText("312")
        wrong.lineEdit().textEdited.emit("312")
        off = ScoreField(theme, name="Step 1", placeholder="Pass")
        off.setEnabled(False)
        day = DateField(theme, name="date")
        day.setText("31 Feb 2026")
        day._commit()  # noqa: SLF001 - a picture needs the state, not the way there
        ringed: list[QWidget] = [
            Chip("Anesthesiology", theme),
            secondary_button("Memo", theme, "printer"),
            primary_button("Open the plan", theme, "plan"),
            LinkButton("Show rules"),
            IconButton(theme, "undo", "Undo"),
        ]
        for widget in [*ringed, segmented.findChildren(QWidget)[0]]:
            widget.setProperty("key_focus", "true")
        return [*ringed, segmented, wrong, off, day]


def draw(folder: Path, scale: str) -> None:
    """Write both appearances at the scale this process runs in."""
    app = QApplication([])
    for mode in (Mode.LIGHT, Mode.DARK):
        theme = Theme(mode)
        theme.apply(app)
        begun = time.perf_counter()
        gallery = Gallery(theme)
        gallery.grab()
        gallery.adjustSize()
        picture = gallery.grab()
        spent = (time.perf_counter() - begun) * 1000
        picture.save(str(folder / f"widgets-{mode.value}-{scale}x.png"))
        print(f"{mode.value} at {scale}: built and painted in {spent:.0f} ms")
        gallery.deleteLater()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def main() -> None:
    """Draw at every scale, each in a process of its own."""
    folder = Path(sys.argv[1])
    if len(sys.argv) > 2:
        draw(folder, sys.argv[2])
        return
    folder.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "2"):
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, str(folder), scale]
        subprocess.run(command, check=True, env=surroundings)  # noqa: S603 - our own file


if __name__ == "__main__":
    main()
