"""Picks one specialty out of all, by typing or by arrow keys."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.specialties import place
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_KEY_ROLE = int(Qt.ItemDataRole.UserRole)
_WIDTH = 380
_HEIGHT = 360
_ROW_HEIGHT = 28


class SpecialtyPicker(QWidget):
    """Lists the specialties that are no target yet, each with its tier and group."""

    picked = Signal(str)  # key of the specialty

    def __init__(
        self,
        theme: Theme,
        reference: Reference,
        taken: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = SearchField(
            theme, self.tr("Find a specialty"), name=self.tr("Find a specialty")
        )
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Specialties"))
        self._list.setObjectName("choices")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._fill(reference, taken)

        self.setFixedSize(theme.length(_WIDTH), theme.length(_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(
            TextLabel(
                self.tr("Tiers are one article’s, else an index of outcomes."), TextRole.CAPTION
            )
        )

        self._search.text_edited.connect(self._on_text_edited)
        self._search.returnPressed.connect(self._pick_current)
        self._search.installEventFilter(self)
        self._list.itemClicked.connect(lambda _: self._pick_current())
        self._list.itemActivated.connect(lambda _: self._pick_current())

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Up and Down move through the list while the typing goes on.
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if isinstance(event, QKeyEvent) and event.key() in keys:
            if event.type() == QEvent.Type.KeyPress:
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, reference: Reference, taken: frozenset[str]) -> None:
        for specialty in sorted(reference.specialties.values(), key=lambda s: s.name.lower()):
            if specialty.key in taken:
                continue
            placed = place(specialty, reference.tiers, reference.figures)
            tier = "" if placed.tier is None else self.tr("tier {}").format(placed.tier)
            group = placed.group.value if placed.group else self.tr("no figures")
            note = ", ".join(part for part in (tier, group) if part)
            item = QListWidgetItem(f"{specialty.name}  ·  {note}")
            item.setData(_KEY_ROLE, specialty.key)
            item.setSizeHint(QSize(0, self._theme.length(_ROW_HEIGHT)))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _on_text_edited(self, text: str) -> None:
        typed = text.casefold().split()
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            words = item.text().casefold().replace("(", "").replace("-", " ").split()
            shown = all(any(word.startswith(part) for word in words) for part in typed)
            item.setHidden(not shown)
            if shown and first is None:
                first = row
        if first is not None:
            self._list.setCurrentRow(first)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count():
            if not self._list.item(row).isHidden():
                self._list.setCurrentRow(row)
                return
            row += step

    def _pick_current(self) -> None:
        item = self._list.currentItem()
        if not item.isHidden():
            self.picked.emit(item.data(_KEY_ROLE))
