"""How programs and signals of a list spread over buckets and regions, and what comes next."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.buckets import BUCKET_WORDS, bucket_of
from smartpick_desktop.core.fees import NextPrice, SeasonCost
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota, quota_for

NOT_RATED = "Not rated"
NO_REGION = "Region not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRow:
    """One bucket or region: how many programs, and how many signals of each tier.

    `bucket` is None for a region, and for programs without a bucket.
    """

    name: str
    programs: int
    signals: Mapping[SignalTier, int]
    bucket: Bucket | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpread:
    """A list by bucket, from reach to not rated, and by region, the largest first.

    `tiers` are those that are placed anywhere, in the order gold, silver, single.
    """

    buckets: tuple[SpreadRow, ...]
    regions: tuple[SpreadRow, ...]
    tiers: tuple[SignalTier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialtyPrice:
    """What one specialty of the list costs, and what its next program would."""

    specialty: str
    programs: int
    dollars: int
    next: NextPrice


def list_spread(
    entries: Sequence[ListEntry],
    directory: Directory,
    outlook: Outlook | None,
    quotas: Sequence[SignalQuota],
    season: int,
) -> ListSpread:
    """Spread `entries` over buckets and regions; signals count as the season's quotas do."""
    tiers = {entry.program_id: _tier(entry, quotas, season) for entry in entries}
    placed = set(tiers.values())

    def rows(group_of: Callable[[ListEntry], str]) -> dict[str, SpreadRow]:
        grouped: dict[str, list[ListEntry]] = {}
        for entry in entries:
            grouped.setdefault(group_of(entry), []).append(entry)
        return {name: _row(name, among, tiers) for name, among in grouped.items()}

    regions = rows(lambda entry: _region(entry, directory))
    return ListSpread(
        buckets=_in_order(rows(lambda entry: _bucket_name(entry, outlook))),
        regions=tuple(sorted(regions.values(), key=lambda row: (-row.programs, row.name))),
        tiers=tuple(tier for tier in _ORDER if tier in placed),
    )


def next_prices(cost: SeasonCost, specialties: Sequence[str]) -> tuple[SpecialtyPrice, ...]:
    """What each of `specialties` costs so far and next, in their order."""
    return tuple(
        SpecialtyPrice(
            specialty=key,
            programs=cost.counts.get(key, 0),
            dollars=cost.fees.specialty_cost(cost.counts.get(key, 0)),
            next=cost.fees.next_price(cost.counts, key),
        )
        for key in specialties
    )


_ORDER = (SignalTier.GOLD, SignalTier.SILVER, SignalTier.SINGLE)
_NAMED = {name: bucket for bucket, name in BUCKET_WORDS.items()}


def _tier(entry: ListEntry, quotas: Sequence[SignalQuota], season: int) -> SignalTier:
    if entry.signal is SignalTier.NONE:
        return entry.signal
    quota = quota_for(quotas, entry.specialty, season)
    return quota.tier_for(entry.signal) if quota else entry.signal


def _row(name: str, among: list[ListEntry], tiers: Mapping[str, SignalTier]) -> SpreadRow:
    counts = Counter(tiers[entry.program_id] for entry in among)
    signals = {tier: counts[tier] for tier in _ORDER if counts[tier]}
    return SpreadRow(name=name, programs=len(among), signals=signals, bucket=_NAMED.get(name))


def _in_order(rows: Mapping[str, SpreadRow]) -> tuple[SpreadRow, ...]:
    return tuple(rows[name] for name in (*_NAMED, NOT_RATED) if name in rows)


def _bucket_name(entry: ListEntry, outlook: Outlook | None) -> str:
    bucket = bucket_of(entry, outlook)
    return BUCKET_WORDS[bucket] if bucket else NOT_RATED


def _region(entry: ListEntry, directory: Directory) -> str:
    row = directory.index_of(entry.program_id)
    return (directory.divisions[row] if row is not None else "") or NO_REGION
