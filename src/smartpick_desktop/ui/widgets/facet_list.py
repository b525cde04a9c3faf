"""A list of values to choose from, each with how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_WIDTH = 240
_TALLEST = 340


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value by key, what it is called, and how many programs have it."""

    key: str
    text: str
    count: int


class FacetList(QScrollArea):
    """Check boxes, one a value; any number of them may be in force."""

    choice_edited = Signal(object)  # frozenset[str]; sent for the user's edits only

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: dict[str, QCheckBox] = {}
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_values(self, values: Sequence[FacetValue], chosen: frozenset[str]) -> None:
        """Offer `values` with those `chosen` in force, silently."""
        body = QWidget()
        body.setObjectName("scroll_body")
        self._boxes = {value.key: QCheckBox(value.text, body) for value in values}
        grid = QGridLayout(body)
        grid.setContentsMargins(2, 2, 8, 2)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for row, value in enumerate(values):
            box = self._boxes[value.key]
            box.setAccessibleName(f"{value.text}, {value.count}")
            count = TextLabel(f"{value.count:,}", TextRole.CAPTION, parent=body)
            grid.addWidget(box, row, 0)
            grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        self.setWidget(body)
        self.set_chosen(chosen)
        self.setFixedWidth(self._theme.length(_WIDTH))
        self.setFixedHeight(min(body.sizeHint().height(), self._theme.length(_TALLEST)))
        for box in self._boxes.values():
            box.toggled.connect(self._on_box_toggled)

    def chosen(self) -> frozenset[str]:
        """Return the values in force."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Put `chosen` in force, silently."""
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in chosen)

    def _on_box_toggled(self) -> None:
        self.choice_edited.emit(self.chosen())
