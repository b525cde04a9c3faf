"""A whole number in a plain field."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

TEXT_LEFT = 8  # the style sheet's padding does not reach the text of a spin box


class NumberField(QSpinBox):
    """Takes a number on Enter, when left and at each step; one under the lowest may mean none."""

    number_edited = Signal(object)  # int | None; sent for the user's edits only

    def __init__(
        self,
        *,
        name: str,
        lowest: int,
        highest: int,
        unit: str = "",
        none: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

        self._takes_none = bool(none)
        self.setRange(lowest - 1 if none else lowest, highest)
        self.setSpecialValueText(none)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(UndoPassthrough(self))

        self.lineEdit().setTextMargins(TEXT_LEFT, 0, 0, 0)

        self.valueChanged.connect(self._on_value_changed)

    def number(self) -> int | None:
        """The number shown."""
        none = self._takes_none and self.value() == self.minimum()
        return None if none else self.value()

    def set_number(self, number: int | None) -> None:
        """Show `number`, silently."""
        with QSignalBlocker(self):
            self.setValue(self.minimum() if number is None else number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_value_changed(self) -> None:
        self.number_edited.emit(self.number())
