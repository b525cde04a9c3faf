"""Lets a widget class name the role in which it answers a screen reader."""

from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE_ATTRIBUTE = "ACCESSIBLE_ROLE"


@cache
def install_roles() -> None:
    """Heed the `ACCESSIBLE_ROLE` of widget classes from now on; a second call does nothing."""
    kept = WeakKeyDictionary[QObject, QAccessibleInterface]()  # Qt does not hold on to them

    def interface(_: str, widget: QObject) -> QAccessibleInterface | None:
        role = getattr(type(widget), ROLE_ATTRIBUTE, None)
        if role is None or not isinstance(widget, QWidget):
            return None
        kept[widget] = QAccessibleWidget(widget, role)
        return kept[widget]

    QAccessible.installFactory(interface)
