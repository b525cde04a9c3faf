"""The preview of an import as a table: a box, what the file says, and what becomes of it."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartpick_desktop.core.import_plan import Action, PlanRow
from smartpick_desktop.core.import_session import TAKEN, ImportSession
from smartpick_desktop.core.programs import Directory

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ImportColumn(IntEnum):
    """The columns, left to right."""

    TAKEN = 0
    ROW = 1
    FILE = 2
    PROGRAM = 3
    ACTION = 4
    REASON = 5


class ImportModel(QAbstractTableModel):
    """Shows rows of a session, all or those of one kind; ticking a box takes a row in."""

    def __init__(self, directory: Directory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._session: ImportSession | None = None
        self._rows: list[PlanRow] = []
        self._kind: Action | None = None
        self._titles = (
            self.tr("Take in"),
            self.tr("Row"),
            self.tr("In the file"),
            self.tr("Program"),
            self.tr("What happens"),
            self.tr("Why"),
        )
        self._words = {
            Action.ADD: self.tr("added"),
            Action.CHANGE: self.tr("changed"),
            Action.SAME: self.tr("as it is"),
            Action.CONFIRM: self.tr("to confirm"),
            Action.SKIP: self.tr("left out"),
        }

    def set_session(self, session: ImportSession | None) -> None:
        """Show another session, or none."""
        self._session = session
        self.refresh()

    def show_kind(self, kind: Action | None) -> None:
        """Show the rows of one kind, or all."""
        self._kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Look at the session's rows again."""
        self.beginResetModel()
        rows = self._session.rows if self._session else ()
        self._rows = [row for row in rows if self._kind in (None, row.action)]
        self.endResetModel()

    def row(self, at: int) -> PlanRow:
        """The row of the session that the table shows there."""
        return self._rows[at]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ImportColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        able = index.column() == ImportColumn.TAKEN and self._rows[index.row()].action in TAKEN
        return base | Qt.ItemFlag.ItemIsUserCheckable if able else base

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._session is None:
            return None
        row, column = self._rows[index.row()], ImportColumn(index.column())
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(row, column)
        if role == _Role.CheckStateRole and column is ImportColumn.TAKEN and row.action in TAKEN:
            ticked = self._session.is_ticked(row.number)
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or self._session is None:
            return False
        number = self._rows[index.row()].number
        self._session.tick([number], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(index, index, [role])
        return True

    def _text(self, row: PlanRow, column: ImportColumn) -> str:
        match column:
            case ImportColumn.TAKEN:
                return ""
            case ImportColumn.ROW:
                return str(row.number)
            case ImportColumn.FILE:
                return row.title
            case ImportColumn.PROGRAM:
                return self._program(row.program_id)
            case ImportColumn.ACTION:
                return self._words[row.action]
            case ImportColumn.REASON:
                return self._reason(row)

    def _program(self, program_id: str) -> str:
        at = self._directory.index_of(program_id) if program_id else None
        if at is None:
            return self.tr("not linked")
        directory = self._directory
        return f"{directory.names[at]}, {directory.cities[at]}, {directory.states[at]}"

    def _reason(self, row: PlanRow) -> str:
        said = [
            f"{change.what}: {change.before} → {change.after}"
            if change.before
            else f"{change.what}: {change.after}"
            for change in row.changes
        ]
        return "; ".join([*said, *row.problems, row.reason])
