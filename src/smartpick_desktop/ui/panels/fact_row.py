"""One fact of a program as a row of fields: value, source, day, and whether it is stale."""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from smartpick_desktop.core.import_columns import FACT_WORDS
from smartpick_desktop.core.program_facts import (
    PROGRAM_TYPES,
    Fact,
    FactKey,
    FactKind,
    FactValue,
)
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class FactRow(QObject):
    """Sends the fact that the fields make; None where nothing is said any more."""

    fact_edited = Signal(object)  # Fact | None; sent for the user's edits only

    def __init__(self, theme: Theme, key: FactKey, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.key = key
        self._today = today
        self._fact: Fact | None = None
        title = FACT_WORDS[key]
        self.title = TextLabel(title, TextRole.BODY)
        self.value = self._make_value(title)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("where it was read"))
        self.source.setAccessibleName(self.tr("Source of {}").format(title))
        self.day = DateField(theme, name=self.tr("Date of {}").format(title), unknown="no date")
        self.checked = LinkButton(self.tr("Checked today"))
        self.checked.setAccessibleName(self.tr("{}: checked today").format(title))
        self.age = TextLabel("", TextRole.CAPTION, Tone.WORTH)
        self._staleness = QWidget()
        column = QVBoxLayout(self._staleness)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.age)
        column.addWidget(self.checked, 0, Qt.AlignmentFlag.AlignLeft)

        self.source.editingFinished.connect(self._on_edited)
        self.day.date_edited.connect(self._on_edited)
        self.checked.clicked.connect(self._on_checked)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return (self.title, self.value, self.source, self.day, self._staleness)

    def show_fact(self, fact: Fact | None) -> None:
        """Show a fact, silently."""
        self._fact = fact
        value = fact.value if fact else None
        if isinstance(self.value, NumberField):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            self.value.set_number(round(float(value)) if number and value is not None else None)
        else:
            self.value.setCurrentIndex(max(0, self.value.findData(value)))
        self.source.setText(fact.source if fact else "")
        self.day.set_date(fact.day if fact else None)
        known = fact is not None and fact.is_known
        stale = fact is not None and known and fact.is_stale(self._today)
        self.age.setText(self._age_words(fact) if fact and stale else "")
        self.checked.setVisible(stale)
        self.age.setVisible(stale)

    def _make_value(self, title: str) -> NumberField | QComboBox:
        if self.key.kind is FactKind.NUMBER:
            low, high = self.key.span or (0, 1000)
            field = NumberField(
                name=title, lowest=int(low), highest=int(high), none=self.tr("unknown")
            )
            field.number_edited.connect(self._on_value)
            return field
        box = QComboBox()
        box.setAccessibleName(title)
        box.addItem(self.tr("unknown"), None)
        if self.key.kind is FactKind.YES_NO:
            box.addItem(self.tr("yes"), True)  # noqa: FBT003  the datum itself
            box.addItem(self.tr("no"), False)  # noqa: FBT003
        else:
            for word in PROGRAM_TYPES:
                box.addItem(word, word)
        box.activated.connect(lambda _: self._on_value(box.currentData()))
        return box

    def _on_value(self, value: FactValue) -> None:
        number = value
        if self.key.kind is FactKind.NUMBER and value is not None:
            number = float(value)
        day = self.day.date() or self._today  # a value typed now was read now
        self._send(Fact(value=number, source=self.source.text().strip(), day=day))

    def _on_edited(self, _: object = None) -> None:
        if self._fact is not None or self.source.text().strip():
            value = self._fact.value if self._fact else None
            source = self.source.text().strip()
            self._send(Fact(value=value, source=source, day=self.day.date()))

    def _on_checked(self) -> None:
        if self._fact is not None:
            self._send(Fact(value=self._fact.value, source=self._fact.source, day=self._today))

    def _send(self, fact: Fact) -> None:
        empty = fact.value is None and not fact.source
        wanted = None if empty else fact
        if wanted != self._fact:
            self.show_fact(wanted)
            self.fact_edited.emit(wanted)

    def _age_words(self, fact: Fact) -> str:
        if fact.day is None:
            return self.tr("stale: no date")
        months = (self._today.year - fact.day.year) * 12 + self._today.month - fact.day.month
        return self.tr("stale: {} months old").format(months)
