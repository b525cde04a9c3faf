"""The words of the program table."""

from PySide6.QtCore import QCoreApplication

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.ui.models.program_columns import Column


def column_title(column: Column) -> str:
    """Return the words over a column."""
    match column:
        case Column.LISTED:
            return ""
        case Column.NAME:
            return _tr("Program")
        case Column.SPECIALTY:
            return _tr("Specialty")
        case Column.CITY:
            return _tr("City")
        case Column.STATE:
            return _tr("State")
        case Column.DIVISION:
            return _tr("Region")
        case Column.MATCH_SYSTEM:
            return _tr("Match")
        case Column.SIGNAL:
            return _tr("Signal")
        case Column.NEXT_FEE:
            return _tr("Next fee")


def signal_word(tier: SignalTier) -> str:
    """Return what a signal is called."""
    match tier:
        case SignalTier.GOLD:
            return _tr("Gold")
        case SignalTier.SILVER:
            return _tr("Silver")
        case SignalTier.SINGLE:
            return _tr("Signal")
        case SignalTier.NONE:
            return _tr("none")


def unknown() -> str:
    """Return what stands where something is not known."""
    return _tr("unknown")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgramTable", text)
