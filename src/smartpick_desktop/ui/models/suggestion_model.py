"""A suggested list as a table: a box for each change, what it is, and why."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.outlook.results import ChangeKind, ProposedChange, Suggestion
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.models.program_words import signal_word

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class SuggestionColumn(IntEnum):
    """The columns, left to right."""

    TAKEN = 0
    WHAT = 1
    PROGRAM = 2
    PLACE = 3
    SIGNAL = 4
    WHY = 5


class SuggestionModel(QAbstractTableModel):
    """Shows the changes, or the programs left out; ticking a box takes a change over."""

    ticked_changed = Signal()

    def __init__(self, directory: Directory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._suggestion: Suggestion | None = None
        self._off: set[str] = set()
        self._left_out = False
        self._words: list[str] = []
        self._changes: list[ProposedChange] = []
        self._out: list[tuple[str, str]] = []
        self._titles = (
            self.tr("Take"),
            self.tr("Change"),
            self.tr("Program"),
            self.tr("Place"),
            self.tr("Signal"),
            self.tr("Why"),
        )
        self._kinds = {
            ChangeKind.ADD: self.tr("comes in"),
            ChangeKind.DROP: self.tr("goes out"),
            ChangeKind.SIGNAL: self.tr("signal"),
        }

    def set_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show another suggestion, every change of it ticked."""
        self._suggestion = suggestion
        self._off.clear()
        self.refresh()
        self.ticked_changed.emit()

    def show_left_out(self, *, left_out: bool) -> None:
        """Show the programs that are out instead of the changes."""
        self._left_out = left_out
        self.refresh()

    def search(self, text: str) -> None:
        """Show only programs whose name or place has every word of `text`."""
        self._words = fold(text).split()
        self.refresh()

    def refresh(self) -> None:
        """Look at the suggestion again."""
        self.beginResetModel()
        found = self._suggestion
        changes: tuple[ProposedChange, ...] = found.changes if found else ()
        out = found.left_out if found else {}
        self._changes = [c for c in changes if self._fits(c.program_id)]
        self._out = sorted(
            ((key, why) for key, why in out.items() if self._fits(key)), key=self._sort_key
        )
        self.endResetModel()

    def ticked(self) -> tuple[ProposedChange, ...]:
        """The changes to take over, shown or not."""
        changes = self._suggestion.changes if self._suggestion else ()
        return tuple(change for change in changes if change.program_id not in self._off)

    def change(self, at: int) -> ProposedChange | None:
        """The change in that row; None for a program that is left out."""
        if self._left_out or not 0 <= at < len(self._changes):
            return None
        return self._changes[at]

    def program(self, at: int) -> str:
        """The program in that row, by id."""
        if not 0 <= at < self.rowCount():
            return ""
        return self._out[at][0] if self._left_out else self._changes[at].program_id

    def why(self, at: int) -> str:
        """The sentences of that row."""
        if not 0 <= at < self.rowCount():
            return ""
        return self._out[at][1] if self._left_out else self._changes[at].why

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        if parent.isValid():
            return 0
        return len(self._out if self._left_out else self._changes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(SuggestionColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        able = index.column() == SuggestionColumn.TAKEN and not self._left_out
        return base | Qt.ItemFlag.ItemIsUserCheckable if able else base

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = SuggestionColumn(index.column())
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(index.row(), column)
        if (
            role == _Role.CheckStateRole
            and column is SuggestionColumn.TAKEN
            and not self._left_out
        ):
            off = self._changes[index.row()].program_id in self._off
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or self._left_out:
            return False
        key = self._changes[index.row()].program_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._off.discard(key)
        else:
            self._off.add(key)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def _text(self, at: int, column: SuggestionColumn) -> str:
        row = self._directory.index_of(self.program(at))
        change = self.change(at)
        match column:
            case SuggestionColumn.TAKEN:
                return ""
            case SuggestionColumn.WHAT:
                return self._kinds[change.kind] if change else self.tr("left out")
            case SuggestionColumn.PROGRAM:
                return self._directory.names[row] if row is not None else self.tr("not listed")
            case SuggestionColumn.PLACE:
                return _place(self._directory, row)
            case SuggestionColumn.SIGNAL:
                return _signal(change) if change else ""
            case SuggestionColumn.WHY:
                return self.why(at)

    def _fits(self, program_id: str) -> bool:
        row = self._directory.index_of(program_id)
        if not self._words or row is None:
            return not self._words
        said = fold(f"{self._directory.names[row]} {_place(self._directory, row)}")
        return all(word in said for word in self._words)

    def _sort_key(self, one: tuple[str, str]) -> str:
        row = self._directory.index_of(one[0])
        return fold(self._directory.names[row]) if row is not None else ""


def _place(directory: Directory, row: int | None) -> str:
    return f"{directory.cities[row]}, {directory.states[row]}" if row is not None else ""


def _signal(change: ProposedChange) -> str:
    before, after = change.signal_before, change.signal_after
    if change.kind is ChangeKind.SIGNAL:
        return f"{signal_word(before)} → {signal_word(after)}"
    held = after if change.kind is ChangeKind.ADD else before
    return "" if held is SignalTier.NONE else signal_word(held)
