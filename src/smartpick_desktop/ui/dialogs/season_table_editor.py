"""One of the season tables as it is edited: its rows, what is wrong, and the way back."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from smartpick_desktop.core.cell_problems import CellProblem, Cells
from smartpick_desktop.ui.models.draft_table_model import DraftTableModel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.draft_table import DraftTable
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_ROW = 30
_NARROW = 104

Check = Callable[[Sequence[Cells]], Sequence[CellProblem]]


class SeasonTableEditor(QWidget):
    """Adds, changes and removes rows of a draft; nothing is kept here."""

    problems_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[str],
        *,
        name: str,
        about: str,
        wide: frozenset[int],
        blanks: Mapping[int, str],
        check: Check,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._check = check
        self._problems: tuple[CellProblem, ...] = ()
        self._built_in: tuple[Cells, ...] = ()
        self.model = DraftTableModel(theme, columns, blanks, self)
        self.table = DraftTable(name)
        self.table.setModel(self.model)
        self._about = TextLabel(about, TextRole.CAPTION, wrap=True)
        self._add = LinkButton(self.tr("Add a row"), theme, "plus")
        self._remove = LinkButton(self.tr("Remove this row"), theme, "minus")
        self._reset = LinkButton(self.tr("Back to the built-in table"), theme, "undo")
        self._state = TextLabel("", TextRole.CAPTION)
        self._problem = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        for link in (self._add, self._remove, self._reset):
            link.setAutoDefault(False)

        self._lay_out(wide)

        self.model.dataChanged.connect(self._on_data_changed)
        self._add.clicked.connect(self._on_add_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._reset.clicked.connect(self._on_reset_clicked)
        self.table.remove_requested.connect(self._on_remove_clicked)

    def begin(self, rows: Sequence[Cells], built_in: Sequence[Cells]) -> None:
        """Edit `rows`; the way back leads to `built_in`."""
        self._built_in = tuple(built_in)
        self.model.set_rows(rows)
        self._look()

    def rows(self) -> tuple[Cells, ...]:
        """The rows as they are typed."""
        return self.model.rows()

    def problems(self) -> tuple[CellProblem, ...]:
        """What is wrong with them."""
        return self._problems

    def show_problem(self) -> None:
        """Put the focus on the first cell that something is wrong with."""
        if self._problems:
            first = self._problems[0]
            self.table.setCurrentIndex(self.model.index(first.row, first.column))
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self, wide: frozenset[int]) -> None:
        header = self.table.horizontalHeader()
        for column in range(len(self._columns)):
            is_wide = column in wide
            mode = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if not is_wide:
                self.table.setColumnWidth(column, self._theme.length(_NARROW))
        self.table.verticalHeader().setDefaultSectionSize(self._theme.length(_ROW))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.table)
        links = QHBoxLayout()
        links.setSpacing(18)
        links.addWidget(self._add)
        links.addWidget(self._remove)
        links.addStretch(1)
        links.addWidget(self._state)
        links.addWidget(self._reset)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(10)
        column_layout.addWidget(self._about)
        column_layout.addWidget(card, 1)
        column_layout.addLayout(links)
        column_layout.addWidget(self._problem)

    def _look(self) -> None:
        """Check the rows and say the first thing that is wrong, by row and column."""
        rows = self.model.rows()
        self._problems = tuple(self._check(rows))
        self.model.set_problems(self._problems)
        self._problem.setText(self._sentence())
        self._problem.setVisible(bool(self._problems))
        as_built_in = sorted(rows) == sorted(self._built_in)
        self._state.setText(self.tr("Built in") if as_built_in else self.tr("Your own"))
        self._reset.setVisible(not as_built_in)
        self._remove.setEnabled(bool(rows))
        self.problems_changed.emit()

    def _sentence(self) -> str:
        if not self._problems:
            return ""
        first = self._problems[0]
        text = self.tr("Row {}, {}: {}.").format(
            first.row + 1, self._columns[first.column], first.message
        )
        more = len(self._problems) - 1
        return text + (self.tr(" And {} more.").format(more) if more else "")

    def _on_data_changed(self, _first: object, _last: object, roles: list[int]) -> None:
        if Qt.ItemDataRole.ForegroundRole not in roles:  # our own marks are no edit
            self._look()

    def _on_add_clicked(self) -> None:
        at = max(self.table.currentIndex().row(), 0)
        blank = ("",) * len(self._columns)
        like = self.model.rows()[at] if self.model.rowCount() else blank
        self.model.insert(at, (like[0], *blank[1:]))
        self._look()
        self.table.setCurrentIndex(self.model.index(at, 0))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.edit(self.model.index(at, 0))

    def _on_remove_clicked(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0:
            self.model.remove(at)
            self._look()

    def _on_reset_clicked(self) -> None:
        self.model.set_rows(self._built_in)
        self._look()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
