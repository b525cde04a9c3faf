"""The words of the program table."""

from PySide6.QtCore import QCoreApplication

from smartpick_desktop.core.program_facts import FactValue
from smartpick_desktop.core.program_list import Bucket, SignalTier, Tie
from smartpick_desktop.ui.models.program_columns import Column


def column_title(column: Column) -> str:
    """Return the words over a column."""
    titles = {
        Column.LISTED: "",
        Column.NAME: _tr("Program"),
        Column.SPECIALTY: _tr("Specialty"),
        Column.CITY: _tr("City"),
        Column.STATE: _tr("State"),
        Column.MILES: _tr("Miles"),
        Column.DIVISION: _tr("Region"),
        Column.MATCH_SYSTEM: _tr("Match"),
        Column.POSITIONS: _tr("Positions"),
        Column.BUCKET: _tr("Standing"),
        Column.TYPICAL_STEP2: _tr("Typical CK"),
        Column.MINIMUM_STEP2: _tr("Minimum CK"),
        Column.VISA: _tr("Visas"),
        Column.PERCENT_IMG: _tr("% IMG"),
        Column.PERCENT_DO: _tr("% DO"),
        Column.PROGRAM_TYPE: _tr("Type"),
        Column.TIE: _tr("Tie"),
        Column.STATUS: _tr("Status"),
        Column.SIGNAL: _tr("Signal"),
        Column.NEXT_FEE: _tr("Next fee"),
        Column.FACTS: _tr("Facts"),
    }
    return titles[column]


def bucket_word(bucket: Bucket | None) -> str:
    """Return what a bucket is called."""
    words = {
        Bucket.REACH: _tr("Reach"),
        Bucket.TARGET: _tr("Target"),
        Bucket.LIKELY: _tr("Likely"),
    }
    return words[bucket] if bucket else _tr("not rated")


def tie_word(tie: Tie) -> str:
    """Return what a tie is called."""
    words = {
        Tie.NONE: _tr("none"),
        Tie.HOME: _tr("home program"),
        Tie.AWAY_ROTATION: _tr("away rotation"),
        Tie.REGION: _tr("region"),
        Tie.FAMILY: _tr("family"),
    }
    return words[tie]


def visa_words(j1: FactValue, h1b: FactValue) -> str:
    """Return what is known of both visas; an unknown is said, and is no no."""
    if j1 is None and h1b is None:
        return unknown()
    kinds = ((_tr("J-1"), j1), (_tr("H-1B"), h1b))
    taken = [kind for kind, value in kinds if value is True]
    open_ones = [_tr("{} unknown").format(kind) for kind, value in kinds if value is None]
    return ", ".join([*taken, *open_ones]) or _tr("none")


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
