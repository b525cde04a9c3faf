"""The program list as a short list: its programs by specialty, the most wanted first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from smartpick_desktop.core.program_list import Bucket, SignalTier
from smartpick_desktop.ui.models.program_words import bucket_word, signal_word

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

_ROWS = "application/x-smartpick-list-rows"
LIST_ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `ListRow` itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A program of the list; or, without an id, the heading of the specialty that follows."""

    text: str
    place: str = ""
    program_id: str = ""
    signal: SignalTier = SignalTier.NONE
    is_known: bool = True
    number: int = 0
    bucket: Bucket | None = None
    own_bucket: bool = False
    specialty: str = ""


class MyListModel(QAbstractListModel):
    """Shows the rows it is given; rows that are dragged elsewhere are told of."""

    moved = Signal(object, str)  # list of program ids, and the id they were dropped before or ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show `rows`; where only values changed, selection and place stay."""
        if [row.program_id for row in rows] != [row.program_id for row in self._rows]:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
        elif rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, program_id: str) -> int | None:
        """Return the row of that program, or None."""
        ids = (number for number, row in enumerate(self._rows) if row.program_id == program_id)
        return next(ids, None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and not self._rows[index.row()].program_id:
            return Qt.ItemFlag.ItemNeverHasChildren  # a heading takes neither focus nor clicks
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [_ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        ids = [self._rows[index.row()].program_id for index in indexes]
        data.setData(_ROWS, "\n".join(ids).encode())
        return data

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Tell who listens where rows were dropped; the list itself is theirs to change."""
        ids = bytes(data.data(_ROWS).data()).decode().split("\n")
        behind = self._rows[row] if 0 <= row < len(self._rows) else None
        self.moved.emit(ids, behind.program_id if behind and behind.program_id else "")
        return False  # nothing was moved here: the rows come anew

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _Role.DisplayRole:
                return row.text
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return _spoken(row)
            case _ if role == LIST_ROW_ROLE:
                return row
        return None


def _spoken(row: ListRow) -> str:
    if not row.program_id:
        return row.text
    signal = "" if row.signal is SignalTier.NONE else signal_word(row.signal)
    parts = (f"{row.number}", row.text, row.place, bucket_word(row.bucket), signal)
    return ", ".join(part for part in parts if part)
