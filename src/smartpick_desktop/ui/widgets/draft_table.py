"""A table whose cells are typed into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


class DraftTable(QTableView):
    """Arrow keys walk, typing or F2 edits, Delete empties a cell, Ctrl+Delete asks to remove."""

    remove_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        triggers = QAbstractItemView.EditTrigger
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Delete:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.remove_requested.emit()
        else:
            self.model().setData(self.currentIndex(), "")
