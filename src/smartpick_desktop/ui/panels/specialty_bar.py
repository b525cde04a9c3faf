"""Which specialty's programs are shown: the targets side by side, the others in a menu."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.facet_list import FacetList, FacetValue
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.segment import Segment
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl

ALL, SEVERAL = "all", "several"
_GAP = 4
_FRAME = 8
"""What the segmented control takes beyond its segments, and two pixels between each."""


class SpecialtyBar(QWidget):
    """Shows as many targets as there is room for, and always what is in force."""

    specialties_edited = Signal(
        object
    )  # frozenset of keys, empty for all; the user's choices only

    def __init__(
        self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._theme = theme
        self._targets: tuple[str, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._chosen: frozenset[str] = frozenset()
        self._probe = Segment(theme, small=False, parent=self)
        self._segments = SegmentedControl(theme, [], name=self.tr("Specialty"))
        self._menu = QMenu(self)
        self._list = FacetList(theme, self.tr("Several specialties"))
        self._several = Popover(self._list, self)
        self._more = IconButton(theme, "more", self.tr("More specialties"))
        self._probe.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._segments)
        row.addWidget(self._more)
        row.addStretch(1)

        self._segments.choice_edited.connect(self._on_choice_edited)
        self._more.clicked.connect(self._on_more_clicked)
        self._list.choice_edited.connect(self._choose)
        theme.changed.connect(self._fit)

    def show_specialties(
        self, targets: Sequence[str], counts: Mapping[str, int], chosen: frozenset[str]
    ) -> None:
        """Offer `targets` first, with `counts` of programs for all there are."""
        self._targets = tuple(targets)
        self._counts = counts
        self._chosen = chosen
        self._fit()

    @property
    def _in_force(self) -> str:
        if len(self._chosen) > 1:
            return SEVERAL
        return next(iter(self._chosen), ALL)

    def sizeHint(self) -> QSize:  # noqa: N802
        wanted = sum(map(self._width, self._offered())) + _FRAME + _GAP + self._more.width()
        return QSize(wanted, self._segments.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        least = self._width(self._in_force) + _FRAME + _GAP + self._more.width()
        return QSize(least, self._segments.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _offered(self) -> list[str]:
        keys = [*self._targets] or [ALL]
        return keys if self._in_force in keys else [*keys, self._in_force]

    def _fit(self) -> None:
        """Drop choices from the end, but the one in force, until the rest have room."""
        keys = self._offered()
        room = self.width() - self._more.width() - _GAP - _FRAME
        while len(keys) > 1 and sum(map(self._width, keys)) > room:
            keys.remove(next(key for key in reversed(keys) if key != self._in_force))
        self._segments.set_choices([self._choice(key) for key in keys])
        self._segments.set_choice(self._in_force)
        self._keep_tab_order()

    def _keep_tab_order(self) -> None:
        """Lead the Tab key through segments made anew here, and not at its very end."""
        before: QWidget = self._probe
        for segment in self._segments.findChildren(Segment):
            QWidget.setTabOrder(before, segment)
            before = segment

    def _width(self, key: str) -> int:
        choice = self._choice(key)
        self._probe.show_choice(choice.text, choice.icon, choice.count)
        return self._probe.sizeHint().width() + 2

    def _choice(self, key: str) -> Choice:
        meant = {ALL: self._counts.keys(), SEVERAL: self._chosen}.get(key, (key,))
        count = sum(self._counts.get(each, 0) for each in meant)
        return Choice(key=key, text=self._name(key), count=f"{count:,}" if self._counts else "")

    def _name(self, key: str) -> str:
        if key == SEVERAL:
            return self.tr("{} specialties").format(len(self._chosen))
        return self.tr("All specialties") if key == ALL else eras_name(self._names, key)

    def _on_choice_edited(self, key: str) -> None:
        if key != SEVERAL:
            self._choose(frozenset() if key == ALL else frozenset({key}))

    def _choose(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self._fit()
        self.specialties_edited.emit(chosen)

    def open_several(self) -> None:
        """Offer every specialty to be ticked."""
        values = [
            FacetValue(key=key, text=self._name(key), count=count)
            for key, count in sorted(self._counts.items(), key=lambda one: self._name(one[0]))
        ]
        self._list.show_values(values, self._chosen)
        self._several.open_below(self._more)

    def _on_more_clicked(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Several specialties…"), self.open_several)
        self._menu.addSeparator()
        others = sorted({*self._counts, *self._targets}, key=self._name)
        for key in (ALL, *others):
            name = self._name(key).replace("&", "&&")  # one alone would mark a shortcut
            action = self._menu.addAction(f"{name}\t{self._choice(key).count}")
            action.setCheckable(True)
            action.setChecked(key == self._in_force)
            action.triggered.connect(lambda _=False, key=key: self._on_choice_edited(key))
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
