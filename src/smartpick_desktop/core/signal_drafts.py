"""The table of signal quotas as it is typed: a row a specialty, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence

from smartpick_desktop.core.cell_problems import (
    OWN_CONFIDENCE,
    OWN_SOURCE,
    CellProblem,
    CellReader,
    Cells,
)
from smartpick_desktop.core.eras import eras_name, eras_specialty
from smartpick_desktop.core.fee_drafts import SEASONS
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.reader import nearest
from smartpick_desktop.core.signals import SignalQuota

SIGNAL_COLUMNS = ("Season", "Specialties", "Gold", "Silver", "One kind")
SEASON, SPECIALTIES, GOLD, SILVER, SINGLE = range(len(SIGNAL_COLUMNS))
APART = "; "
"""What stands between specialties that share their signals."""
_MOST = 99


def signal_rows(quotas: Sequence[SignalQuota], names: Mapping[str, str]) -> tuple[Cells, ...]:
    """The table as text, the newest season first, each by the names of its specialties."""
    rows = (
        (
            str(quota.season),
            APART.join(sorted(eras_name(names, key) for key in quota.specialties)),
            *(
                str(quota.limits[tier]) if tier in quota.limits else ""
                for tier in (SignalTier.GOLD, SignalTier.SILVER, SignalTier.SINGLE)
            ),
        )
        for quota in quotas
    )
    return tuple(sorted(rows, key=lambda row: (-int(row[SEASON]), fold(row[SPECIALTIES]))))


def read_quotas(
    rows: Sequence[Cells], names: Mapping[str, str], before: Sequence[SignalQuota]
) -> tuple[tuple[SignalQuota, ...], tuple[CellProblem, ...]]:
    """The quotas of `rows`, or what is wrong with them; `names` are those of our keys.

    A row that is as it was `before` keeps its source; any other is the user's own entry.
    """
    reader = CellReader(rows)
    told = {key: eras_name(names, key) for quota in before for key in quota.specialties}
    keys = _keys_by_name({**told, **names})
    known = {(quota.season, quota.specialties): quota for quota in before}
    quotas: list[SignalQuota] = []
    seen: set[tuple[int, str]] = set()
    for at, row in reader.filled():
        season = reader.number(at, SEASON, row[SEASON], least=SEASONS[0], most=SEASONS[1])
        specialties = frozenset(_specialties(reader, at, row[SPECIALTIES], keys))
        limits = _limits(reader, at, row)
        if season is None or not specialties or limits is None:
            continue
        for key in sorted(specialties):
            if (season, key) in seen:
                name = eras_name(names, key)
                reader.report(at, SPECIALTIES, f"{name} has a row in {season} already")
            seen.add((season, key))
        former = known.get((season, specialties))
        quotas.append(_quota(season, specialties, limits, names, former))
    if not quotas and not reader.problems:
        reader.report(0, SEASON, "expected one row or more")
    if reader.problems:
        return (), tuple(reader.problems)
    return tuple(quotas), ()


def _keys_by_name(names: Mapping[str, str]) -> dict[str, str]:
    keys = {fold(name): eras_specialty(key) for key, name in names.items()}
    eras = {fold(eras_name(names, key)): eras_specialty(key) for key in names}
    return keys | eras | {key: eras_specialty(key) for key in names}


def _specialties(reader: CellReader, at: int, text: str, keys: Mapping[str, str]) -> Iterator[str]:
    parts = [part.strip() for part in text.split(APART.strip()) if part.strip()]
    if not parts:
        reader.report(at, SPECIALTIES, "expected the name of a specialty, found nothing")
    for part in parts:
        key = keys.get(part) or keys.get(fold(part))
        if key is None:
            hint = nearest(fold(part), keys)
            reader.report(at, SPECIALTIES, f"“{part}” is no specialty of the directory{hint}")
        else:
            yield key


def _limits(reader: CellReader, at: int, row: Cells) -> dict[SignalTier, int] | None:
    """Gold and silver, or one kind; never both, never half of a pair."""
    gold, silver, single = row[GOLD], row[SILVER], row[SINGLE]
    if single and (gold or silver):
        reader.report(at, SINGLE, "expected gold and silver, or one kind, not both")
        return None
    if not single and not gold and not silver:
        reader.report(at, GOLD, "expected gold and silver, or one kind, found nothing")
        return None
    wanted = (
        {SignalTier.SINGLE: SINGLE}
        if single
        else {SignalTier.GOLD: GOLD, SignalTier.SILVER: SILVER}
    )
    limits = {
        tier: reader.number(at, column, row[column], least=0, most=_MOST)
        for tier, column in wanted.items()
    }
    known = {tier: number for tier, number in limits.items() if number is not None}
    return known if len(known) == len(wanted) else None


def _quota(
    season: int,
    specialties: frozenset[str],
    limits: dict[SignalTier, int],
    names: Mapping[str, str],
    former: SignalQuota | None,
) -> SignalQuota:
    if former is not None and former.limits == limits:
        return former
    label = " and ".join(sorted(eras_name(names, key) for key in specialties))
    return SignalQuota(
        season=season,
        specialties=specialties,
        label=former.label if former else label,
        limits=limits,
        confidence=OWN_CONFIDENCE,
        source_ids=OWN_SOURCE,
    )
