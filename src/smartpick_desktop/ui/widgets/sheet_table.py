"""A sheet to read: sortable, searchable, and walked through with the arrow keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from smartpick_desktop.core.sheets import Sheet, SheetColumn
from smartpick_desktop.ui.models.sheet_delegate import ROW_HEIGHT, SheetDelegate
from smartpick_desktop.ui.models.sheet_table_model import (
    DETAIL_ROLE,
    SheetProxy,
    SheetTableModel,
)
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.sheet_header import SheetHeader

_Index = QModelIndex | QPersistentModelIndex


class SheetTable(QTableView):
    """Shows a sheet. `fits`: as high as its rows; `by_cell`: cells are selected, not rows."""

    detail_changed = Signal(str)  # sentences behind the cell in focus

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        fits: bool = False,
        by_cell: bool = False,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fits = fits
        self._sortable = sortable
        self._model = SheetTableModel(self)
        self._proxy = SheetProxy(self._model, self)
        self._header = SheetHeader(theme, self)
        self.setAccessibleName(name)
        self.setModel(self._proxy)
        self.setItemDelegate(SheetDelegate(theme, self))

        self.setHorizontalHeader(self._header)
        self._header.setSectionsClickable(sortable)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        behavior = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behavior.SelectItems if by_cell else behavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()

        theme.changed.connect(self._measure)

    def set_sheet(self, sheet: Sheet) -> None:
        """Show `sheet`, in its own order at first."""
        if sheet == self._model.sheet():
            return
        self._model.set_sheet(sheet)
        if self._sortable:
            self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self._measure()

    def set_search(self, text: str) -> int:
        """Show the rows that say `text`; return how many do."""
        self._proxy.set_search(text)
        self._measure()
        return self._proxy.rowCount()

    def select_cell(self, row: int, column: int) -> None:
        """Select a cell by its place in the sheet, as if it had been clicked."""
        index = self._proxy.mapFromSource(self._model.index(row, column))
        self.setCurrentIndex(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.detail_changed.emit(str(current.data(DETAIL_ROLE) or ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            current = self.currentIndex()
            QApplication.clipboard().setText(str(current.data() or current.data(DETAIL_ROLE)))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._fits:
            event.ignore()  # the page around it scrolls
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(400, self._rows_height()) if self._fits else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, self._rows_height() if self._fits else self._theme.length(160))

    def _rows_height(self) -> int:
        rows = self._proxy.rowCount() * self.verticalHeader().defaultSectionSize()
        return self._header.sizeHint().height() + rows

    def _least_width(self, column: SheetColumn) -> int:
        """Under which a column is not pressed where the table can be scrolled."""
        return 0 if self._fits else self._header.title_width(column.title, arrow=False)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.length(ROW_HEIGHT))
        if self._fits:
            self.setFixedHeight(self._rows_height())
        self._fit_columns()
        self.viewport().update()

    def _fit_columns(self) -> None:
        columns = self._model.sheet().columns
        if not columns:
            return
        left = self.viewport().width()
        for at, column in enumerate(columns):
            if not column.share:
                width = max(self.sizeHintForColumn(at), self._header.title_width(column.title))
                self.setColumnWidth(at, width)
                left -= width
        shares = sum(column.share for column in columns)
        for at, column in enumerate(columns):
            if column.share:
                width = max(left, 0) * column.share // shares
                left, shares = left - width, shares - column.share
                self.setColumnWidth(at, max(width, self._least_width(column)))
