"""A sheet as high as its rows under a title, with what lies behind the row in focus."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.sheets import Sheet
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.sheet_table import SheetTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class TitledSheet(QWidget):
    """Hidden while it has no rows; `detail_lines` is the room for what lies behind a row."""

    def __init__(
        self, theme: Theme, title: str, *, detail_lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = SheetTable(theme, name=title, fits=True)
        detail = NoteBox(theme, lines=detail_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(title, TextRole.STRONG, Tone.INK))
        column.addWidget(self.table)
        column.addSpacing(4)
        column.addWidget(detail)
        self.table.detail_changed.connect(detail.set_text)
        self.hide()

    def set_sheet(self, sheet: Sheet) -> None:
        """Show `sheet`."""
        self.table.set_sheet(sheet)
        self.setVisible(bool(sheet.rows))

    def set_search(self, text: str) -> int:
        """Show the rows that say `text`; return how many do."""
        rows = self.table.set_search(text)
        self.setVisible(bool(rows))
        return rows
