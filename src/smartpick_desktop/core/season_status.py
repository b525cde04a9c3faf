"""Whether a season's fees and signals are known, and which season stands in where not."""

from collections.abc import Sequence
from dataclasses import dataclass

from smartpick_desktop.core.eras import nearest_season
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.signals import SignalQuota


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonStatus:
    """A season, and the seasons whose fees and signals are used for it; None where none is."""

    season: int
    fees_of: int | None
    signals_of: int | None

    @property
    def is_known(self) -> bool:
        """Whether both tables have the season itself."""
        return self.fees_of == self.season == self.signals_of

    @property
    def sentence(self) -> str:
        """What is not known, and what stands in; empty for a known season."""
        used = {"fees": self.fees_of, "signals": self.signals_of}
        missing = {what: year for what, year in used.items() if year != self.season}
        if not missing:
            return ""
        stand_in = {year for year in missing.values() if year is not None}
        first = f"{self.season} {' and '.join(missing)} are not known here"
        if len(stand_in) == 1 and None not in missing.values():
            [year] = stand_in
            return f"{first}; those of {year} stand in."
        told = [f"{what} of {year}" for what, year in missing.items() if year is not None]
        return f"{first}; {' and '.join(told)} stand in." if told else f"{first}."


def season_status(
    fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota], season: int
) -> SeasonStatus:
    """What is known of `season`. A season with any quota counts as one with signals."""
    return SeasonStatus(
        season=season,
        fees_of=nearest_season((each.season for each in fees), season),
        signals_of=nearest_season((each.season for each in quotas), season),
    )


def seasons_to_choose(
    fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota], season: int
) -> tuple[int, ...]:
    """Every season of the tables, the one after the last, and `season` itself, rising."""
    known = {each.season for each in fees} | {each.season for each in quotas}
    following = {max(known) + 1} if known else set()
    return tuple(sorted(known | following | {season}))
