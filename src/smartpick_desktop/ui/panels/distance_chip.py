"""Programs within so many miles of a city, as part of a filter."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartpick_desktop.core.program_filter import USUAL_MILES, ProgramFilter
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_FARTHEST = 6000
_SHOWN = 12


class DistanceChip(Chip):
    """Says on itself how far around which city; both are entered in its panel."""

    filter_edited = Signal(object)  # ProgramFilter; sent for the user's edits only

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", theme, opens_menu=True, tile=True, parent=parent)
        self._filter = ProgramFilter()
        self._cities: dict[str, str] = {}
        self.city = QLineEdit()
        self.city.setPlaceholderText(self.tr("Cleveland, OH"))
        self.city.setAccessibleName(self.tr("City to measure from"))
        self.miles = NumberField(
            name=self.tr("Miles around the city"), lowest=1, highest=_FARTHEST, unit="miles"
        )
        self.miles.setSingleStep(25)
        self._model = QStringListModel(self)
        self._problem = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        self._none = LinkButton(self.tr("Any distance"))
        content = QWidget()
        self._popover = Popover(content, self)

        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.setMaxVisibleItems(_SHOWN)
        self.city.setCompleter(completer)
        row = QHBoxLayout()
        row.addWidget(self.city, 1)
        row.addWidget(self.miles)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Within a distance of a city"), TextRole.HEADING))
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._none)
        content.setMinimumWidth(theme.length(320))
        self.set_filter(self._filter)

        self.clicked.connect(lambda: self._popover.open_below(self))
        self.city.editingFinished.connect(self._on_city_entered)
        completer.activated.connect(lambda _: self._on_city_entered())
        self.miles.number_edited.connect(self._on_miles_edited)
        self._none.clicked.connect(self._on_none_clicked)

    def set_cities(self, names: Sequence[str]) -> None:
        """Offer these cities."""
        self._model.setStringList(list(names))
        self._cities = {name.casefold(): name for name in names}

    def set_filter(self, wanted: ProgramFilter) -> None:
        """Show what is asked for, silently."""
        self._filter = wanted
        self.city.setText(wanted.near)
        self.miles.set_number(wanted.miles)
        self._say("")
        words = self.tr("Distance: any")
        if wanted.near:
            words = self.tr("Within {} miles of {}").format(wanted.miles, wanted.near)
        self.setText(words)
        self.set_selected(bool(wanted.near))
        self.updateGeometry()

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _on_city_entered(self) -> None:
        text = self.city.text().strip()
        known = self._cities.get(text.casefold(), "")
        if text and not known:
            begins = [
                name for low, name in self._cities.items() if low.startswith(f"{text.casefold()},")
            ]
            known = begins[0] if len(begins) == 1 else ""
            if not known:
                which = self.tr("Several cities are called so; add the state.")
                self._say(which if begins else self.tr("No program is in a city of that name."))
                return
        self._edit(replace(self._filter, near=known))

    def _on_miles_edited(self, miles: int | None) -> None:
        self._edit(replace(self._filter, miles=miles or USUAL_MILES))

    def _on_none_clicked(self) -> None:
        self._edit(replace(self._filter, near=""))
        self._popover.close()

    def _edit(self, wanted: ProgramFilter) -> None:
        if wanted != self._filter:
            self.set_filter(wanted)
            self.filter_edited.emit(wanted)
