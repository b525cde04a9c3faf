"""The scenarios of an applicant as a list model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from smartpick_desktop.core.assessment.verdict import State

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioRow:
    """One scenario as the rail shows it; `spoken` is the whole line for a screen reader."""

    id: str
    name: str
    scores: str
    state: State | None
    is_actual: bool
    spoken: str


ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class ScenarioListModel(QAbstractListModel):
    """Shows the rows it is given; a rename is sent on, not kept."""

    renamed = Signal(str, str)  # scenario id, new name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ScenarioRow, ...] = ()

    def set_rows(self, rows: Sequence[ScenarioRow]) -> None:
        """Show `rows`; where only values changed, the selection stays."""
        rows = tuple(rows)
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, scenario_id: str) -> int:
        """The row of a scenario, or -1."""
        ids = [row.id for row in self._rows]
        return ids.index(scenario_id) if scenario_id in ids else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or not index.isValid():
            return False
        self.renamed.emit(self._rows[index.row()].id, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags
