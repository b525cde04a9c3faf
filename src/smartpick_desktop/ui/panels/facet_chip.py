"""A filter chip that opens a list of values."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.facet_list import FacetList, FacetValue
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.popover import Popover

_NAMED = 2
"""So many values are named on the chip; more are counted."""


class FacetChip(Chip):
    """Says on itself what is chosen; the values and their counts are asked for on opening."""

    choice_edited = Signal(object)  # frozenset[str]; sent for the user's edits only

    def __init__(
        self,
        theme: Theme,
        title: str,
        name_of: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", theme, opens_menu=True, tile=True, parent=parent)
        self._title = title
        self._name_of = name_of
        self._counts: Callable[[], Mapping[str, int]] = dict
        self._chosen: frozenset[str] = frozenset()
        self._list = FacetList(theme, title)
        self._none = LinkButton(self.tr("Any"))
        content = QWidget()
        self._popover = Popover(content, self)

        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        column.addWidget(self._none)
        self.set_chosen(frozenset())

        self.clicked.connect(self._on_clicked)
        self._list.choice_edited.connect(self._on_choice_edited)
        self._none.clicked.connect(self._on_none_clicked)

    def set_counts(self, counts: Callable[[], Mapping[str, int]]) -> None:
        """Ask `counts` for the values on offer."""
        self._counts = counts

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show what is chosen, silently."""
        self._chosen = chosen
        self._list.set_chosen(chosen)
        self._none.setEnabled(bool(chosen))
        named = sorted(chosen)[:_NAMED]
        more = f" +{len(chosen) - _NAMED}" if len(chosen) > _NAMED else ""
        said = ", ".join(named) + more if chosen else self.tr("any")
        self.setText(f"{self._title}: {said}")
        self.setToolTip(", ".join(sorted(self._name_of(key) for key in chosen)))
        self.set_selected(bool(chosen))
        self.updateGeometry()

    def _on_clicked(self) -> None:
        counts = self._counts()
        offered = {*counts, *self._chosen}
        values = [
            FacetValue(key=key, text=self._name_of(key), count=counts.get(key, 0))
            for key in sorted(offered, key=self._name_of)
        ]
        self._list.show_values(values, self._chosen)
        self._popover.open_below(self)

    def _on_choice_edited(self, chosen: frozenset[str]) -> None:
        self.set_chosen(chosen)
        self.choice_edited.emit(chosen)

    def _on_none_clicked(self) -> None:
        self._on_choice_edited(frozenset())
