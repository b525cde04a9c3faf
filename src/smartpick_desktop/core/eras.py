"""What the application service calls a specialty, and which season's figures to go by."""

from collections.abc import Iterable, Mapping
from datetime import date

_SEASON_OPENS = 6  # the month
_ONE_IN_ERAS = {"internal_medicine_academic": "internal_medicine"}
_ONE_NAME = {"internal_medicine": "Internal medicine"}


def eras_specialty(specialty: str) -> str:
    """Return the key under which programs, fees and signals of `specialty` are kept."""
    return _ONE_IN_ERAS.get(specialty, specialty)


def season_on(day: date) -> int:
    """The ERAS season that applicants work towards on `day`: the next one opens in June."""
    return day.year + 1 if day.month >= _SEASON_OPENS else day.year


def nearest_season(known: Iterable[int], season: int) -> int | None:
    """`season` where it is known, else the last known before it, else the first known."""
    seasons = sorted(set(known))
    if not seasons:
        return None
    return max((s for s in seasons if s <= season), default=seasons[0])


def eras_name(names: Mapping[str, str], specialty: str) -> str:
    """Return what the application service calls `specialty`; `names` are those of our keys."""
    key = eras_specialty(specialty)
    return _ONE_NAME.get(key) or names.get(key) or key.replace("_", " ").capitalize()
