"""The window: menu bar, rail, toolbar and pages. It places them and sends actions on."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop import PRODUCT_NAME
from smartpick_desktop.ui.actions import make_actions
from smartpick_desktop.ui.panels.toolbar_panel import ToolbarPanel
from smartpick_desktop.ui.theme import COMPACT_BELOW, Theme
from smartpick_desktop.ui.widgets.segmented import Choice

_RAIL_WIDTH = 232
_RAIL_COMPACT = 216
_SMALLEST = (1024, 680)
PAGES = ("workspace", "programs", "compare", "rules")


class MainWindow(QMainWindow):
    """A shell at first, so that it can be painted at once; pages are put in later."""

    painted = Signal()  # once, after the first paint
    page_wanted = Signal(str)  # key of a page that was asked for and is not there yet
    close_requested = Signal(QCloseEvent)
    compact_changed = Signal(bool)
    action_triggered = Signal(str)  # id of the action
    file_dropped = Signal(Path)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._was_painted = False
        self._compact = False
        self._wanted = ""
        self._pages: dict[str, QWidget] = {}
        self.toolbar = ToolbarPanel(theme, self._views())
        self._rail = QWidget()
        self._rail.setObjectName("rail")
        self._rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._whole = QStackedWidget()
        self.actions_by_id = make_actions(self, self.action_triggered.emit)

        self._lay_out()
        self.setWindowTitle(PRODUCT_NAME)
        self.setMinimumSize(*_SMALLEST)
        self.set_ready(ready=False)
        self.setAcceptDrops(True)

        self.toolbar.view_requested.connect(self.show_page)
        theme.changed.connect(self._fit)

    def set_ready(self, *, ready: bool) -> None:
        """Let the actions work, or wait until there is something to work on."""
        for action_id, action in self.actions_by_id.items():
            action.setEnabled(ready or action_id in ("quit", "about"))
        self.toolbar.setEnabled(ready)

    def set_rail(self, panel: QWidget) -> None:
        """Fill the rail."""
        self._rail_column.addWidget(panel)

    def add_page(self, key: str, page: QWidget) -> None:
        """Add a page under its key; the first one is shown, and one that was asked for."""
        self._pages[key] = page
        self._stack.addWidget(page)
        if key == self._wanted:
            QTimer.singleShot(0, self, lambda: self.show_page(key))

    def show_page(self, key: str) -> None:
        """Show a page of the workbench; one that is still to come is shown when it does."""
        self._wanted = key
        if key not in self._pages:
            self.page_wanted.emit(key)
        if key in self._pages:
            self._whole.setCurrentWidget(self._bench)
            self._stack.setCurrentWidget(self._pages[key])
            self.toolbar.set_view(key)
            for page in PAGES:
                self.actions_by_id[page].setChecked(page == key)

    @property
    def wanted_page(self) -> str:
        """The key of the page that was asked for last, there or not."""
        return self._wanted

    def page(self) -> str:
        """The key of the page shown; empty on the start page."""
        if self._whole.currentWidget() is not self._bench:
            return ""
        current = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is current), "")

    def page_in_sight(self) -> QWidget:
        """The page of the workbench that is shown."""
        return self._pages[self.page()]

    def show_start(self, page: QWidget) -> None:
        """Show a page over the whole window."""
        if self._whole.indexOf(page) < 0:
            self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    @property
    def is_compact(self) -> bool:
        """Whether the narrow sizes are in force."""
        return self._compact

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        if compact != self._compact:
            self._compact = compact
            self._fit()
            self.compact_changed.emit(compact)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.page() and _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _dropped_file(event.mimeData())) is not None:
            event.acceptProposedAction()
            # Later: the dialog that opens must not hold up who dragged the file here.
            QTimer.singleShot(0, self, lambda: self.file_dropped.emit(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        # Text still being typed becomes an edit when its field loses the focus.
        if focused := QApplication.focusWidget():
            focused.clearFocus()
        self.close_requested.emit(event)

    def _lay_out(self) -> None:
        self._rail_column = QVBoxLayout(self._rail)
        self._rail_column.setContentsMargins(0, 0, 0, 0)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.toolbar)
        main.addWidget(self._stack, 1)
        self._bench = QWidget()
        row = QHBoxLayout(self._bench)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(main, 1)
        self._whole.addWidget(self._bench)
        self.setCentralWidget(self._whole)
        self._fit()

    def _fit(self) -> None:
        width = _RAIL_COMPACT if self._compact else _RAIL_WIDTH
        self._rail.setFixedWidth(self._theme.length(width))
        self.toolbar.set_compact(compact=self._compact)

    def _views(self) -> list[Choice]:
        return [
            Choice(key="workspace", text=self.tr("Workspace"), icon="workspace"),
            Choice(key="programs", text=self.tr("Programs"), icon="list"),
            Choice(key="compare", text=self.tr("Compare"), icon="columns"),
            Choice(key="rules", text=self.tr("Rules"), icon="book"),
        ]


def _dropped_file(data: QMimeData) -> Path | None:
    """The one file that is being dragged, or None."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
