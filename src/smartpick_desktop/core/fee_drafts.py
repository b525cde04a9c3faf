"""The fee table as it is typed: a row a tier, and what is wrong with it."""

from collections.abc import Sequence

from smartpick_desktop.core.cell_problems import (
    OWN_CONFIDENCE,
    OWN_SOURCE,
    CellProblem,
    CellReader,
    Cells,
)
from smartpick_desktop.core.fees import FeeTier, SeasonFees

FEE_COLUMNS = ("Season", "From program", "To program", "Dollars", "Price")
EACH, FLAT = "each", "in all"
SEASON, FIRST, LAST, DOLLARS, BASIS = range(len(FEE_COLUMNS))
SEASONS = (2000, 2100)
_MOST_PROGRAMS, _MOST_DOLLARS = 9_999, 99_999

_Tier = tuple[int, FeeTier]  # the row it was read from


def fee_rows(fees: Sequence[SeasonFees]) -> tuple[Cells, ...]:
    """The table as text, the newest season first. An open end is empty."""
    newest_first = sorted(fees, key=lambda each: each.season, reverse=True)
    return tuple(
        (
            str(each.season),
            str(tier.first),
            "" if tier.last is None else str(tier.last),
            str(tier.dollars),
            FLAT if tier.flat else EACH,
        )
        for each in newest_first
        for tier in each.tiers
    )


def read_fees(
    rows: Sequence[Cells], before: Sequence[SeasonFees]
) -> tuple[tuple[SeasonFees, ...], tuple[CellProblem, ...]]:
    """The seasons of `rows`, or what is wrong with them.

    A season that is as it was `before` keeps its source; any other is the user's own entry.
    """
    reader = CellReader(rows)
    seasons: dict[int, list[_Tier]] = {}
    for at, row in reader.filled():
        season = reader.number(at, SEASON, row[SEASON], least=SEASONS[0], most=SEASONS[1])
        tier = _tier(reader, at, row)
        if season is not None and tier is not None:
            seasons.setdefault(season, []).append((at, tier))
    if not reader.problems:
        for season, tiers in seasons.items():
            tiers.sort(key=lambda each: each[1].first)
            _check_order(reader, season, tiers)
    if not seasons and not reader.problems:
        reader.report(0, SEASON, "expected one season or more")
    if reader.problems:
        return (), tuple(reader.problems)
    known = {each.season: each for each in before}
    return tuple(
        _season(season, tuple(tier for _, tier in seasons[season]), known.get(season))
        for season in sorted(seasons)
    ), ()


def _tier(reader: CellReader, at: int, row: Cells) -> FeeTier | None:
    first = reader.number(at, FIRST, row[FIRST], least=1, most=_MOST_PROGRAMS)
    dollars = reader.number(at, DOLLARS, row[DOLLARS], least=0, most=_MOST_DOLLARS)
    last: int | None = None
    if row[LAST] and first is not None:
        last = reader.number(at, LAST, row[LAST], least=first, most=_MOST_PROGRAMS)
    if row[BASIS] not in (EACH, FLAT):
        reader.report(at, BASIS, f"expected “{EACH}” or “{FLAT}”, found “{row[BASIS]}”")
        return None
    if first is None or dollars is None or (row[LAST] and last is None):
        return None
    return FeeTier(first=first, last=last, dollars=dollars, flat=row[BASIS] == FLAT)


def _check_order(reader: CellReader, season: int, tiers: list[_Tier]) -> None:
    """Tiers follow on each other from 1, and the last of them is open."""
    expected: int | None = 1
    for at, tier in tiers:
        if expected is None:
            reader.report(at, FIRST, f"in {season} an open row comes before this one")
            return
        if tier.first != expected:
            gap = "leaves a gap before" if tier.first > expected else "overlaps"
            reader.report(at, FIRST, f"{season} {gap} program {tier.first}: expected {expected}")
            return
        expected = None if tier.last is None else tier.last + 1
    if expected is not None:
        reader.report(tiers[-1][0], LAST, f"the last row of {season} is open: expected nothing")


def _season(season: int, tiers: tuple[FeeTier, ...], before: SeasonFees | None) -> SeasonFees:
    if before is not None and before.tiers == tiers:
        return before
    return SeasonFees(season=season, tiers=tiers, confidence=OWN_CONFIDENCE, source_ids=OWN_SOURCE)
