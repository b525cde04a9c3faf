"""A table of rows to tick, as dialogs have them that propose changes."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smartpick_desktop.ui.theme import Theme

_ROW = 30


class TickTable(QTableView):
    """One row at a time, its box in the first column; the last column takes the room left.

    `widths` are in pixels at 100 %.
    """

    def __init__(
        self,
        theme: Theme,
        model: QAbstractTableModel,
        widths: Mapping[int, int],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        for column, width in widths.items():
            self.setColumnWidth(column, theme.length(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space tick the row in focus, whichever of its cells that is."""
        box = self.currentIndex().siblingAtColumn(0)
        if event.key() != Qt.Key.Key_Space or not box.isValid():
            super().keyPressEvent(event)
        elif box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            role = Qt.ItemDataRole.CheckStateRole
            ticked = Qt.CheckState(box.data(role)) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(box, state, role)
