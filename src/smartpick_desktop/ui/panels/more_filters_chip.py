"""The filters that are seldom wanted, behind one chip."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.facet_list import FacetList, FacetValue
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole


class MoreFiltersChip(Chip):
    """Military programs, unknown facts and the match system, as parts of a filter."""

    filter_edited = Signal(object)  # ProgramFilter; sent for the user's edits only

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", theme, opens_menu=True, tile=True, parent=parent)
        self._filter = ProgramFilter()
        self._counts: Callable[[], Mapping[str, int]] = dict
        self._military: dict[bool | None, QRadioButton] = {
            None: QRadioButton(self.tr("All programs")),
            False: QRadioButton(self.tr("Without military programs")),
            True: QRadioButton(self.tr("Military programs only")),
        }
        self._group = QButtonGroup(self)
        self._systems = FacetList(theme, self.tr("Match system"))
        self._unknown = {
            frozenset({FactKey.VISA_J1, FactKey.VISA_H1B}): QCheckBox(self.tr("Visas")),
            frozenset({FactKey.TYPICAL_STEP2, FactKey.MINIMUM_STEP2}): QCheckBox(
                self.tr("Scores")
            ),
            frozenset({FactKey.POSITIONS}): QCheckBox(self.tr("Positions")),
            frozenset({FactKey.PERCENT_IMG, FactKey.PERCENT_DO}): QCheckBox(
                self.tr("Share of IMGs and DOs")
            ),
        }
        content = QWidget()
        self._popover = Popover(content, self)

        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(TextLabel(self.tr("Military"), TextRole.HEADING))
        for button in self._military.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(TextLabel(self.tr("Facts unknown"), TextRole.HEADING))
        for box in self._unknown.values():
            column.addWidget(box)
            box.clicked.connect(self._on_unknown_clicked)
        column.addSpacing(8)
        column.addWidget(TextLabel(self.tr("Match system"), TextRole.HEADING))
        column.addWidget(self._systems)
        self.set_filter(self._filter)

        self.clicked.connect(self._on_clicked)
        self._group.buttonClicked.connect(self._on_military_clicked)
        self._systems.choice_edited.connect(self._on_systems_edited)

    def set_counts(self, counts: Callable[[], Mapping[str, int]]) -> None:
        """Ask `counts` for the match systems on offer."""
        self._counts = counts

    def set_filter(self, wanted: ProgramFilter) -> None:
        """Show what is asked for, silently."""
        self._filter = wanted
        with QSignalBlocker(self._group):
            self._military[wanted.military].setChecked(True)
        self._systems.set_chosen(wanted.match_systems)
        for keys, box in self._unknown.items():
            box.setChecked(keys <= wanted.unknown)
        used = (wanted.military is not None) + bool(wanted.match_systems) + bool(wanted.unknown)
        self.setText(self.tr("More filters") + (f": {used}" if used else ""))
        self.set_selected(bool(used))
        self.updateGeometry()

    def _on_clicked(self) -> None:
        counts = self._counts()
        offered = sorted({*counts, *self._filter.match_systems})
        values = [FacetValue(key=key, text=key, count=counts.get(key, 0)) for key in offered]
        self._systems.show_values(values, self._filter.match_systems)
        self._popover.open_below(self)

    def _on_military_clicked(self) -> None:
        chosen = next(key for key, button in self._military.items() if button.isChecked())
        self._edit(replace(self._filter, military=chosen))

    def _on_unknown_clicked(self) -> None:
        asked = [keys for keys, box in self._unknown.items() if box.isChecked()]
        self._edit(replace(self._filter, unknown=frozenset[FactKey]().union(*asked)))

    def _on_systems_edited(self, chosen: frozenset[str]) -> None:
        self._edit(replace(self._filter, match_systems=chosen))

    def _edit(self, wanted: ProgramFilter) -> None:
        self.set_filter(wanted)
        self.filter_edited.emit(wanted)
