"""The map with its tools and what its signs mean."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.program_map import Outlines, ProgramMap
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_STEP = 1.6


class MapPanel(QWidget):
    """Zooms by buttons too; the lasso selects without a key held down."""

    def __init__(self, theme: Theme, outlines: Outlines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = ProgramMap(theme, outlines)
        self.lasso = secondary_button(self.tr("Lasso"), theme)
        self.lasso.setCheckable(True)
        self.lasso.setToolTip(self.tr("Draw around programs to select them (Shift and drag)"))
        closer = IconButton(theme, "plus", self.tr("Zoom in"), shortcut="+")
        farther = IconButton(theme, "minus", self.tr("Zoom out"), shortcut="-")
        whole = IconButton(theme, "refresh", self.tr("Show the whole map"), shortcut="0")
        legend = TextLabel(
            self.tr("On my list: ▲ reach, ● target, ■ likely, ring: not rated. Others are dots."),
            TextRole.CAPTION,
            wrap=True,
        )

        tools = QHBoxLayout()
        tools.setContentsMargins(12, 2, 12, 4)
        tools.addWidget(legend, 1)
        for button in (self.lasso, farther, closer, whole):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.map, 1)

        self.lasso.toggled.connect(self._on_lasso)
        closer.clicked.connect(lambda: self.map.zoom(_STEP))
        farther.clicked.connect(lambda: self.map.zoom(1 / _STEP))
        whole.clicked.connect(self.map.show_all)

    def _on_lasso(self, on: bool) -> None:
        self.map.lassoes = on
