"""What each column of a table means, one line a column, guessed and to be changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.import_columns import MEANINGS, NOTHING
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIZE = (520, 520)


class ColumnsDialog(QDialog):
    """Accepted, `meanings()` holds a meaning for each column; a meaning is given once."""

    def __init__(
        self,
        theme: Theme,
        header: Sequence[str],
        meanings: Sequence[str],
        samples: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the columns mean"))
        self.boxes: list[QComboBox] = []
        scroll = ScrollColumn(name=self.tr("Columns"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (title, meaning, sample) in enumerate(
            zip(header, meanings, samples, strict=True)
        ):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(
                TextLabel(title or self.tr("Column {}").format(row + 1), TextRole.BODY)
            )
            words.addWidget(TextLabel(sample, TextRole.CAPTION, Tone.INK2))
            grid.addLayout(words, row, 0)
            grid.addWidget(self._box(title, meaning), row, 1)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        self._take = primary_button(self.tr("Use these"), theme)
        cancel = secondary_button(self.tr("Cancel"), theme)

        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            TextLabel(
                self.tr("This choice is remembered for tables with the same columns."),
                TextRole.CAPTION,
                wrap=True,
            )
        )
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._take)
        column.addLayout(foot)
        self.resize(theme.length(_SIZE[0]), theme.length(_SIZE[1]))

        self._take.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)

    def meanings(self) -> tuple[str, ...]:
        """What the columns mean, from left to right."""
        return tuple(str(box.currentData()) for box in self.boxes)

    def _box(self, title: str, meaning: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Meaning of {}").format(title))
        box.addItem(self.tr("pass over"), NOTHING)
        for key, words in MEANINGS.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(meaning)))
        self.boxes.append(box)
        box.currentIndexChanged.connect(lambda _: self._keep_once(box))
        return box

    def _keep_once(self, changed: QComboBox) -> None:
        """Take a meaning away from the column that had it before."""
        for box in self.boxes:
            if box is not changed and box.currentData() == changed.currentData() != NOTHING:
                box.setCurrentIndex(0)
