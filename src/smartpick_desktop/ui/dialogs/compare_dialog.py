"""Up to four programs side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.program_comparison import UNKNOWN, Comparison
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_SIZE = (1000, 640)
_TITLE_WIDTH = 140


class CompareDialog(QDialog):
    """What differs is set in a heavier weight and marked with a sign; the source is in the tip."""

    def __init__(
        self, theme: Theme, comparison: Comparison, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self.setWindowTitle(self.tr("Compare programs"))
        self.table = QTableWidget(len(comparison.rows), 1 + len(comparison.names))
        self._fill(theme)
        copy = secondary_button(self.tr("Copy"), theme, "copy")
        close = primary_button(self.tr("Close"), theme)
        foot = QHBoxLayout()
        note = self.tr("≠ marks what differs. An unknown is no difference.")
        foot.addWidget(TextLabel(note, TextRole.CAPTION))
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(theme.length(_SIZE[0]), theme.length(_SIZE[1]))

        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy)

    def copy(self) -> None:
        """Put the comparison on the clipboard."""
        QApplication.clipboard().setText(self._comparison.text())

    def _fill(self, theme: Theme) -> None:
        table, comparison = self.table, self._comparison
        table.setAccessibleName(self.tr("Programs side by side"))
        table.setHorizontalHeaderLabels(["", *comparison.names])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(0, theme.length(_TITLE_WIDTH))
        for at, row in enumerate(comparison.rows):
            table.setItem(at, 0, QTableWidgetItem(f"{row.title} ≠" if row.differs else row.title))
            for column, (value, source) in enumerate(
                zip(row.values, row.sources, strict=True), start=1
            ):
                stale = source.endswith("stale")
                item = QTableWidgetItem(f"{value} (stale)" if stale else value)
                item.setToolTip(source)
                font = QFont(table.font())
                font.setBold(row.differs and value != UNKNOWN)
                font.setItalic(value == UNKNOWN)
                item.setFont(font)
                table.setItem(at, column, item)
        table.resizeRowsToContents()
