"""Whether a season's fees and signals are known, and which season stands in where not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.eras import nearest_season
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.signals import SignalQuota, quota_for


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonStatus:
    """A season, and the seasons whose fees and signals are used for it; none where none is."""

    season: int
    fees_of: tuple[int, ...]
    signals_of: tuple[int, ...]

    @property
    def is_known(self) -> bool:
        """Whether both tables have the season itself."""
        return not self._missing

    @property
    def sentence(self) -> str:
        """What is not known, and what stands in; empty for a known season."""
        missing = self._missing
        if not missing:
            return ""
        first = f"{self.season} {' and '.join(missing)} are not known here"
        if len(set(missing.values())) == 1 and all(missing.values()):
            return f"{first}; those of {_years(next(iter(missing.values())))} stand in."
        told = [f"{what} of {_years(years)}" for what, years in missing.items() if years]
        return f"{first}; {', '.join(told)} stand in." if told else f"{first}."

    @property
    def _missing(self) -> dict[str, tuple[int, ...]]:
        used = {"fees": self.fees_of, "signals": self.signals_of}
        return {what: years for what, years in used.items() if self.season not in years}


def season_status(
    fees: Sequence[SeasonFees],
    quotas: Sequence[SignalQuota],
    season: int,
    specialties: Iterable[str] = (),
) -> SeasonStatus:
    """What is known of `season`, with the seasons that stand in for these specialties' signals.

    A season with any quota counts as one with signals; of a single specialty its own quota says
    which season it is of.
    """
    fees_of = nearest_season((each.season for each in fees), season)
    nearest = nearest_season((each.season for each in quotas), season)
    signals_of = {nearest}
    if nearest != season:
        found = [quota_for(quotas, specialty, season) for specialty in specialties]
        signals_of = {quota.season for quota in found if quota} or signals_of
    return SeasonStatus(
        season=season,
        fees_of=() if fees_of is None else (fees_of,),
        signals_of=tuple(sorted(year for year in signals_of if year is not None)),
    )


def seasons_to_choose(
    fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota], season: int
) -> tuple[int, ...]:
    """Every season of the tables, the one after the last, and `season` itself, rising."""
    known = {each.season for each in fees} | {each.season for each in quotas}
    following = {max(known) + 1} if known else set()
    return tuple(sorted(known | following | {season}))


def _years(years: tuple[int, ...]) -> str:
    return " and ".join(map(str, years))
