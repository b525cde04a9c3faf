"""The rules: the impact matrix, then every rule with where it comes from."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.provenance import provenance
from smartpick_desktop.core.reading_sheets import matrix_sheet
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rule_book import MATRIX_RULE, BookGroup, matrix_lines, rule_book
from smartpick_desktop.ui.panels.rule_row import RuleRow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.sheet_table import SheetTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_ROW_INSET = 8


class RulesSection(ScrollColumn):
    """Shows rules in groups; one of them, and a cell of the matrix, can be pointed out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("Rules"))
        self._theme = theme
        self._rows: dict[str, RuleRow] = {}
        self._headings: list[tuple[TextLabel, tuple[RuleRow, ...]]] = []
        self._cells: dict[str, tuple[int, int]] = {}
        self._origin = TextLabel("", TextRole.CAPTION, wrap=True)
        self._matrix = SheetTable(
            theme, name=self.tr("Impact matrix"), fits=True, by_cell=True, sortable=False
        )
        self._book = QVBoxLayout()
        self._book.setSpacing(0)

        self.column.setContentsMargins(18, 6, 14, 8)
        self.column.setSpacing(0)
        self.column.addWidget(TextLabel(self.tr("Rules"), TextRole.TITLE))
        self.column.addSpacing(4)
        self.column.addWidget(self._origin)
        self.column.addSpacing(8)
        self.column.addWidget(self._matrix)
        self.column.addLayout(self._book)
        self.column.addStretch(1)

    def set_reference(self, reference: Reference) -> None:
        """Show the rules of `reference`."""
        origin = provenance(reference.files["impact"], reference.sources)
        self._origin.setText(
            self.tr(
                "Impact runs from 0, no real impact, to 5, high risk. Source: {}, {}. "
                "Confidence {}."
            ).format(origin.sources, origin.year, origin.confidence)
        )
        self._matrix.set_sheet(matrix_sheet(reference.impact))
        self._cells = {
            cell.id: (row, column)
            for row, line in enumerate(matrix_lines(reference.impact))
            for column, cell in enumerate(line.cells, start=1)
        }
        self._clear()
        for group in rule_book(reference):
            self._add_group(group)

    def set_search(self, text: str) -> int:
        """Show the rules that say `text`; return how many do."""
        folded = fold(text)
        found = [row for row in self._rows.values() if row.rule.says(folded)]
        for row in self._rows.values():
            row.setVisible(row in found)
        for heading, rows in self._headings:
            heading.setVisible(any(row in found for row in rows))
        self._matrix.setVisible(MATRIX_RULE in (row.rule.id for row in found))
        return len(found)

    def open_rule(self, rule_id: str) -> None:
        """Scroll to a rule, or to a cell of the matrix, and point it out."""
        key = rule_id if rule_id in self._rows else rule_id[:1]
        cell = self._cells.get(rule_id)
        self._matrix.clearSelection()
        for row in self._rows.values():
            row.set_highlighted(row.rule.id == key)
        if cell is not None:
            self._matrix.select_cell(*cell)
            self.verticalScrollBar().setValue(0)
        elif key in self._rows:
            QTimer.singleShot(0, self._rows[key], lambda: self._show_row(key))

    def _show_row(self, key: str) -> None:
        """Bring a row in sight, once it has its place."""
        self.ensureWidgetVisible(self._rows[key], 0, self._theme.length(_ROW_INSET))

    def _clear(self) -> None:
        for gone in (*self._rows.values(), *(heading for heading, _ in self._headings)):
            gone.hide()
            gone.deleteLater()
        self._rows.clear()
        self._headings.clear()
        while self._book.takeAt(0) is not None:
            pass

    def _add_group(self, group: BookGroup) -> None:
        heading = TextLabel(group.heading, TextRole.HEADING)
        heading.setContentsMargins(_ROW_INSET, 16, 0, 4)
        rows = tuple(RuleRow(self._theme, rule) for rule in group.rules)
        self._headings.append((heading, rows))
        self._book.addWidget(heading)
        for row in rows:
            self._rows[row.rule.id] = row
            self._book.addWidget(row)
