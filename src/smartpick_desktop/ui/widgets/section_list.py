"""A list of sections, one of them in sight."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from smartpick_desktop.ui.models.section_delegate import COUNT_ROLE, SectionDelegate
from smartpick_desktop.ui.theme import Theme

_KEY_ROLE = COUNT_ROLE + 1


class SectionList(QListView):
    """As high as its names; arrow keys move along."""

    section_edited = Signal(str)  # key of the section; sent for the user's choices only

    def __init__(
        self,
        theme: Theme,
        sections: Mapping[str, str],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        for key, title in sections.items():
            item = QStandardItem(title)
            item.setData(key, _KEY_ROLE)
            item.setEditable(False)
            self._model.appendRow(item)
        self.setModel(self._model)
        self.setItemDelegate(SectionDelegate(theme, self))
        self.setAccessibleName(name)

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    def section(self) -> str:
        """The key of the section in sight."""
        return str(self.currentIndex().data(_KEY_ROLE))

    def set_section(self, key: str) -> None:
        """Mark the section `key`, silently."""
        row = next(r for r in range(self._model.rowCount()) if self._key(r) == key)
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().setCurrentIndex(
                self._model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.viewport().update()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much was found where; an empty mapping takes the numbers away."""
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            count = counts.get(self._key(row))
            item.setData("" if count is None else str(count), COUNT_ROLE)
            found = "" if count is None else self.tr(", {} found").format(count)
            item.setData(f"{item.text()}{found}", Qt.ItemDataRole.AccessibleTextRole)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, self._model.rowCount() * max(self.sizeHintForRow(0), 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, self.sizeHint().height())

    def _key(self, row: int) -> str:
        return str(self._model.item(row).data(_KEY_ROLE))

    def _on_current_changed(self) -> None:
        self.section_edited.emit(self.section())

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
