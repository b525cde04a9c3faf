"""What the application service calls a specialty, and which season's figures to go by."""

from collections.abc import Iterable

_ONE_IN_ERAS = {"internal_medicine_academic": "internal_medicine"}


def eras_specialty(specialty: str) -> str:
    """Return the key under which programs, fees and signals of `specialty` are kept."""
    return _ONE_IN_ERAS.get(specialty, specialty)


def nearest_season(known: Iterable[int], season: int) -> int | None:
    """`season` where it is known, else the last known before it, else the first known."""
    seasons = sorted(set(known))
    if not seasons:
        return None
    return max((s for s in seasons if s <= season), default=seasons[0])
