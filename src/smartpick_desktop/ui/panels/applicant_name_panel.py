"""Code and name of an applicant, for editing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole
from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

_LONGEST = 60


class ApplicantNamePanel(QWidget):
    """The code stands for the applicant; a name is shown in its place once there is one."""

    name_edited = Signal(str, str)  # code, name

    def __init__(self, code: str, name: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_code = code
        self._code = QLineEdit(code)
        self._name = QLineEdit(name)
        self._name.setPlaceholderText(self.tr("none: the code is shown"))
        for field in (self._code, self._name):
            field.setMaxLength(_LONGEST)
            field.installEventFilter(UndoPassthrough(field))
        self._code.setAccessibleName(self.tr("Code"))
        self._name.setAccessibleName(self.tr("Name"))

        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (label, field) in enumerate(
            ((self.tr("Code"), self._code), (self.tr("Name"), self._name))
        ):
            grid.addWidget(TextLabel(label, TextRole.CAPTION), row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(kind, TextRole.TITLE))
        column.addLayout(grid)
        column.addWidget(
            TextLabel(self.tr("Kept on this computer, never in a file name."), TextRole.CAPTION)
        )

        self._code.textEdited.connect(self._on_edited)
        self._name.textEdited.connect(self._on_edited)

    def _on_edited(self) -> None:
        code = self._code.text().strip() or self._kept_code
        self.name_edited.emit(code, self._name.text().strip())
