"""Application fees: tiers of a season, what a list costs, and what one more program adds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.eras import eras_specialty, nearest_season
from smartpick_desktop.core.program_list import ListEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTier:
    """The programs from `first` to `last` of one specialty: `dollars` each, or once if flat."""

    first: int
    last: int | None
    dollars: int
    flat: bool = False

    def __post_init__(self) -> None:
        if self.first < 1 or (self.last is not None and self.last < self.first):
            raise ValueError(f"a fee tier runs upwards from 1: {self.first} to {self.last}")
        if self.dollars < 0:
            raise ValueError(f"a fee is not negative: {self.dollars}")

    def cost(self, programs: int) -> int:
        """Return what this tier adds for `programs` in one specialty."""
        reached = programs if self.last is None else min(programs, self.last)
        inside = max(0, reached - self.first + 1)
        return self.dollars * (min(inside, 1) if self.flat else inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPrice:
    """What the next program costs; `left` of them do before the price turns to `then`."""

    dollars: int
    left: int | None
    then: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFees:
    """The fee table of one season. Its tiers follow on each other; the last is open."""

    season: int
    tiers: tuple[FeeTier, ...]
    confidence: str = ""
    source_ids: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        expected: int | None = 1
        for tier in self.tiers:
            if tier.first != expected:
                raise ValueError(f"fee tiers of {self.season} leave a gap before {tier.first}")
            expected = None if tier.last is None else tier.last + 1
        if expected is not None:
            raise ValueError(f"the last fee tier of {self.season} has an end")

    def specialty_cost(self, programs: int) -> int:
        """Dollars for so many programs of one specialty."""
        return sum(tier.cost(programs) for tier in self.tiers)

    def cost(self, counts: Mapping[str, int]) -> int:
        """Dollars for a list of so many programs per specialty; each counts from one."""
        return sum(self.specialty_cost(count) for count in counts.values())

    def next_program_cost(self, counts: Mapping[str, int], specialty: str) -> int:
        """Dollars that one more program of `specialty` would add."""
        return self._step(counts.get(eras_specialty(specialty), 0))

    def next_price(self, counts: Mapping[str, int], specialty: str) -> NextPrice:
        """Return the next program's price, how many cost the same, and the price after."""
        count = counts.get(eras_specialty(specialty), 0)
        price = self._step(count)
        for later in range(count + 1, self.tiers[-1].first + 1):
            if (then := self._step(later)) != price:
                return NextPrice(dollars=price, left=later - count, then=then)
        return NextPrice(dollars=price, left=None, then=None)

    def _step(self, count: int) -> int:
        return self.specialty_cost(count + 1) - self.specialty_cost(count)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonCost:
    """What a list costs, and whether another season's table had to stand in."""

    season: int
    fees: SeasonFees
    counts: Mapping[str, int]
    dollars: int

    @property
    def used_season(self) -> int:
        """The season whose fees were taken."""
        return self.fees.season

    @property
    def is_estimate(self) -> bool:
        """Whether the fees of the asked season are not known."""
        return self.used_season != self.season

    @property
    def note(self) -> str:
        """Which season's fees these are, in a sentence."""
        if self.is_estimate:
            return f"Fees for {self.season} are not known; these are the {self.used_season} fees."
        return f"{self.season} season fees."


def counts_by_specialty(entries: Iterable[ListEntry]) -> dict[str, int]:
    """How many programs of each specialty, as the application service counts them."""
    return dict(Counter(eras_specialty(entry.specialty) for entry in entries))


def fees_for(tables: Sequence[SeasonFees], season: int) -> SeasonFees | None:
    """The table of a season, or of the nearest known one; None without any table."""
    used = nearest_season((table.season for table in tables), season)
    return next((table for table in tables if table.season == used), None)


def season_cost(
    tables: Sequence[SeasonFees], season: int, entries: Iterable[ListEntry]
) -> SeasonCost | None:
    """Price the list in `season`, by the nearest known table; None without any table."""
    fees = fees_for(tables, season)
    if fees is None:
        return None
    counts = counts_by_specialty(entries)
    return SeasonCost(season=season, fees=fees, counts=counts, dollars=fees.cost(counts))
