"""Everything that narrows the table of programs, in two lines above it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.ui.panels.distance_chip import DistanceChip
from smartpick_desktop.ui.panels.facet_chip import FacetChip
from smartpick_desktop.ui.panels.more_filters_chip import MoreFiltersChip
from smartpick_desktop.ui.panels.specialty_bar import SpecialtyBar
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_SEARCH_WIDTH = 190
_SEARCH_WIDTH_COMPACT = 150
_ALL, _LISTED = "all", "listed"

TABLE, MAP, BOTH = "table", "map", "both"

CountsOf = Callable[[Facet], Mapping[str, int]]


class ProgramFilterBar(QWidget):
    """Shows a filter and sends the one that the user makes of it."""

    filter_edited = Signal(object)  # ProgramFilter; sent for the user's edits only
    results_requested = Signal()
    view_requested = Signal(str)  # table, map or both

    def __init__(
        self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = ProgramFilter()
        self._specialties = SpecialtyBar(names, theme)
        self._search = SearchField(
            theme, self.tr("Name or city"), name=self.tr("Filter by name or city")
        )
        self._states = FacetChip(theme, self.tr("State"), lambda code: STATE_NAMES.get(code, code))
        self._divisions = FacetChip(theme, self.tr("Region"))
        self.distance = DistanceChip(theme)
        self._more = MoreFiltersChip(theme)
        self._clear = LinkButton(self.tr("Clear"))
        self._view = IconButton(theme, "map", self.tr("Table or map"), shortcut="Ctrl+M")
        self._views = QMenu(self)
        self._views_by_key = {
            TABLE: self._views.addAction(self.tr("Table")),
            BOTH: self._views.addAction(self.tr("Table and map")),
            MAP: self._views.addAction(self.tr("Map")),
        }
        self._views.triggered.connect(self._on_view_chosen)
        for action in self._views_by_key.values():
            action.setCheckable(True)
        self._view.setMenu(self._views)
        self._view.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._count = TextLabel("", TextRole.CAPTION)
        choices = [
            Choice(key=_ALL, text=self.tr("All")),
            Choice(key=_LISTED, text=self.tr("Listed")),
        ]
        self._which = SegmentedControl(theme, choices, name=self.tr("Programs shown"), small=True)

        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._specialties, 1)
        first.addWidget(self._search)
        first.addWidget(self._view)
        second.setSpacing(8)
        for chip in (self.distance, self._states, self._divisions, self._more):
            second.addWidget(chip)
        second.addSpacing(6)
        second.addWidget(self._clear)
        second.addStretch(1)
        second.addWidget(self._count)
        second.addSpacing(4)
        second.addWidget(self._which)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self.set_filter(self._filter)
        self.set_compact(compact=False)

        self._specialties.specialties_edited.connect(self._on_specialties_edited)
        self._search.text_edited.connect(self._on_text_edited)
        self._search.results_requested.connect(self.results_requested)
        self._which.choice_edited.connect(self._on_which_edited)
        self._states.choice_edited.connect(self._on_states_edited)
        self._divisions.choice_edited.connect(self._on_divisions_edited)
        self.distance.filter_edited.connect(self._edit)
        self._more.filter_edited.connect(self._edit)
        self._clear.clicked.connect(self.clear)
        theme.changed.connect(self._measure)

    def set_filter(self, wanted: ProgramFilter) -> None:
        """Show `wanted`, silently."""
        self._filter = wanted
        self._search.set_text(wanted.text)
        self._which.set_choice(_LISTED if wanted.listed_only else _ALL)
        self._states.set_chosen(wanted.states)
        self._divisions.set_chosen(wanted.divisions)
        self.distance.set_filter(wanted)
        self._more.set_filter(wanted)
        self._clear.setVisible(wanted.narrows)

    def show_specialties(self, targets: Sequence[str], counts: Mapping[str, int]) -> None:
        """Offer `targets` first, with `counts` of programs for all there are."""
        self._specialties.show_specialties(targets, counts, self._filter.specialties)

    def set_counts(self, counts: CountsOf) -> None:
        """Ask `counts` for the values that the chips offer."""
        self._states.set_counts(lambda: counts(Facet.STATE))
        self._divisions.set_counts(lambda: counts(Facet.DIVISION))
        self._more.set_counts(lambda: counts(Facet.MATCH_SYSTEM))

    def set_view(self, view: str) -> None:
        """Mark which of table and map is shown, silently."""
        for key, action in self._views_by_key.items():
            action.setChecked(key == view)

    def next_view(self) -> None:
        """Ask for the next of table, both and map."""
        keys = list(self._views_by_key)
        now = next((key for key in keys if self._views_by_key[key].isChecked()), TABLE)
        self.view_requested.emit(keys[(keys.index(now) + 1) % len(keys)])

    def show_count(self, shown: int, of: int) -> None:
        """Say how many programs fit, out of how many."""
        self._count.setText(self.tr("{} of {}").format(f"{shown:,}", f"{of:,}"))

    def focus_search(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear(self) -> None:
        """Ask for nothing but the specialty and the list."""
        self._edit(self._filter.cleared())

    def clear_all(self) -> None:
        """Ask for nothing but the specialty, be it on the list or not."""
        self._edit(replace(self._filter.cleared(), listed_only=False))

    def set_compact(self, *, compact: bool) -> None:
        """Go over to the sizes of a narrow window."""
        self._compact = compact
        self._measure()

    def _on_view_chosen(self, action: QAction) -> None:
        key = next(key for key, held in self._views_by_key.items() if held is action)
        self.view_requested.emit(key)

    def _measure(self) -> None:
        width = _SEARCH_WIDTH_COMPACT if self._compact else _SEARCH_WIDTH
        self._search.setFixedWidth(self._theme.length(width))

    def _edit(self, wanted: ProgramFilter) -> None:
        if wanted != self._filter:
            self.set_filter(wanted)
            self.filter_edited.emit(wanted)

    def _on_specialties_edited(self, chosen: frozenset[str]) -> None:
        self._edit(replace(self._filter, specialties=chosen))

    def _on_text_edited(self, text: str) -> None:
        self._edit(replace(self._filter, text=text))

    def _on_which_edited(self, key: str) -> None:
        self._edit(replace(self._filter, listed_only=key == _LISTED))

    def _on_states_edited(self, chosen: frozenset[str]) -> None:
        self._edit(replace(self._filter, states=chosen))

    def _on_divisions_edited(self, chosen: frozenset[str]) -> None:
        self._edit(replace(self._filter, divisions=chosen))
