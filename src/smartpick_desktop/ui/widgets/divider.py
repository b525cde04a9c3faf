"""A hairline between two things side by side, or one over the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """A line one pixel thick that stretches along `orientation`."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if orientation is Qt.Orientation.Vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
