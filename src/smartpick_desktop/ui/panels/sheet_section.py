"""A sheet with its heading, an introduction, and what lies behind the row in focus."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.sheets import Sheet
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.sheet_table import SheetTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_DETAIL_LINES = 3


class SheetSection(QWidget):
    """Fills its room with one table; `by_cell` lets a single cell be in focus."""

    def __init__(
        self, theme: Theme, title: str, *, by_cell: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._by_cell = by_cell
        self._title = TextLabel(title, TextRole.TITLE)
        self._intro = TextLabel("", TextRole.CAPTION, wrap=True)
        self.table = SheetTable(theme, name=title, by_cell=by_cell)
        self._detail = NoteBox(theme, lines=_DETAIL_LINES)

        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 6, 14, 8)
        self.column.setSpacing(0)
        self.column.addWidget(self._title)
        self.column.addSpacing(4)
        self.column.addWidget(self._intro)
        self.column.addSpacing(8)
        self.column.addWidget(self.table, 1)
        self.column.addSpacing(12)
        self.column.addWidget(self._detail)

        self.table.detail_changed.connect(self._detail.set_text)

    def set_title(self, title: str) -> None:
        """Head the section with `title`."""
        self._title.setText(title)
        self.table.setAccessibleName(title)

    def set_sheet(self, sheet: Sheet, intro: str) -> None:
        """Show `sheet` under `intro`."""
        self._intro.setText(intro)
        self.table.set_sheet(sheet)
        hint = self.tr("Choose a row to read all of it here.")
        if self._by_cell:
            hint = self.tr("Choose a cell to read what both rest on.")
        self._detail.set_text(hint)

    def set_search(self, text: str) -> int:
        """Show the rows that say `text`; return how many do."""
        return self.table.set_search(text)

    def detail(self) -> str:
        """The sentences shown behind the row in focus."""
        return self._detail.text()
