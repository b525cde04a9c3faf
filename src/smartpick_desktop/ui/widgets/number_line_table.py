"""The number line as text and a table, with the same figures as the chart."""

from PySide6.QtCore import (
    QCoreApplication,
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.models.number_line_table_model import (
    FIGURES,
    ROW_ROLE,
    UNKNOWN_ROLE,
    Column,
    NumberLineTableModel,
)
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import paint_glyph
from smartpick_desktop.ui.widgets.number_line_style import GLYPHS
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIGN = 16


class NumberLineTable(QWidget):
    """A sentence, the rows as a table that can be copied, and the bands and marks as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

        self._model = NumberLineTableModel(self)
        self._summary = TextLabel("", TextRole.BODY, Tone.INK2, wrap=True)
        self._marks = TextLabel("", TextRole.CAPTION, wrap=True)
        self._view = _table_view(self._model, theme, self)
        self._view.setAccessibleName(self.tr("Number line as a table"))
        copy = QAction(self.tr("Copy with headings"), self._view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._view.addAction(copy)
        for label in (self._summary, self._marks):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._summary)
        column.addWidget(self._view, 1)
        column.addWidget(self._marks)

        self.setFocusProxy(self._view)
        copy.triggered.connect(self.copy)

    def show_line(self, line: NumberLine) -> None:
        """Show `line`; the selection stays where only values changed."""
        self._model.show_line(line)
        self._summary.setText(line.summary)
        self._marks.setText(_marks_text(line))
        self._view.clearSpans()
        for at, row in enumerate(line.rows):
            if row.figures_note:
                self._view.setSpan(at, Column.Q1, 1, len(FIGURES))

    def copy(self) -> None:
        """Put the chosen rows, or all, on the clipboard as tab-separated text."""
        chosen = {index.row() for index in self._view.selectedIndexes()}
        QGuiApplication.clipboard().setText(
            as_tsv(self._model, sorted(chosen) or range(self._model.rowCount()))
        )


class _CellDelegate(QStyledItemDelegate):
    """Puts the sign of the state before the verdict, and greys what is unknown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(UNKNOWN_ROLE):
            _set_ink(option, self._theme.tokens.ink3)
        state = index.data(ROW_ROLE).state
        if state is not None and index.column() == Column.VERDICT:
            option.icon = self._icon(state)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            _set_ink(option, str(getattr(self._theme.tokens, f"{GLYPHS[state].value}_ink")))

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(4, 5, 4, 5))

    def _icon(self, state: State) -> QIcon:
        drawn = QPixmap(2 * _SIGN, 2 * _SIGN)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_glyph(painter, QRectF(drawn.rect()), GLYPHS[state], self._theme.tokens)
        painter.end()
        return QIcon(drawn)


def _set_ink(option: QStyleOptionViewItem, color: str) -> None:
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
        option.palette.setColor(role, QColor(color))


def as_tsv(model: NumberLineTableModel, rows: range | list[int]) -> str:
    """`rows` of `model` under its headings, ready to be pasted into a spreadsheet."""
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    lines = [[str(model.index(row, column).data()) for column in Column] for row in rows]
    return "\n".join(
        "\t".join(cell.replace("\n", " ") for cell in line) for line in (headings, *lines)
    )


def _table_view(model: NumberLineTableModel, theme: Theme, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setModel(model)
    view.setItemDelegate(_CellDelegate(theme, view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(Column.ROW, QHeaderView.ResizeMode.Stretch)
    return view


def _marks_text(line: NumberLine) -> str:
    """What the chart draws around its rows."""
    tr = QCoreApplication.translate
    bands = (f"{band.label} {band.range_text}".strip() for band in line.bands)
    percentiles = (f"{tick.score} {tick.percentile_text}" for tick in line.ticks)
    parts = [tr("NumberLine", "Bands: {bands}").format(bands=", ".join(bands))]
    if line.anchor is not None:
        parts.append(f"{line.anchor.label}: {line.anchor.caption}")
    parts += [ghost.label for ghost in line.ghosts]
    if line.pass_mark is not None:
        parts.append(tr("NumberLine", "Pass {mark}").format(mark=line.pass_mark))
    parts.append(tr("NumberLine", "Percentiles: {ticks}").format(ticks=", ".join(percentiles)))
    return ". ".join(parts) + "."
