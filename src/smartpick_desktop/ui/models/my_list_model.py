"""The program list as a short list: its programs by specialty, gold first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.ui.models.program_words import signal_word

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

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


class MyListModel(QAbstractListModel):
    """Shows the rows it is given."""

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
        return super().flags(index)

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
    signal = "" if row.signal is SignalTier.NONE else signal_word(row.signal)
    return ", ".join(part for part in (row.text, row.place, signal) if part)
