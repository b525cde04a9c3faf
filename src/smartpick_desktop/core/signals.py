"""Program signals: how many a specialty grants, placing one, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from smartpick_desktop.core.eras import eras_name, eras_specialty, nearest_season
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.scenario import Scenario

TIERED = (SignalTier.GOLD, SignalTier.SILVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalQuota:
    """What one season grants in one specialty, or in several that share their signals."""

    season: int
    specialties: frozenset[str]
    label: str
    limits: Mapping[SignalTier, int]
    confidence: str = ""
    source_ids: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if tuple(self.limits) not in (TIERED, (SignalTier.SINGLE,)):
            raise ValueError(f"{self.label} has gold and silver signals, or one kind")
        if min(self.limits.values()) < 0:
            raise ValueError(f"{self.label} grants fewer than no signals")

    @property
    def is_tiered(self) -> bool:
        """Whether there are gold and silver signals rather than one kind."""
        return SignalTier.GOLD in self.limits

    def tier_for(self, wished: SignalTier) -> SignalTier:
        """Return the tier that `wished` means where there may be one kind only."""
        if wished in TIERED and not self.is_tiered:
            return SignalTier.SINGLE
        return wished


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an edit was not made, in a sentence for the user."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalUse:
    """The signals of one quota: how many of each tier the list has placed."""

    quota: SignalQuota
    season: int
    placed: Mapping[SignalTier, int]

    @property
    def is_estimate(self) -> bool:
        """Whether the quota of another season had to stand in."""
        return self.quota.season != self.season

    def left(self, tier: SignalTier) -> int:
        """How many of `tier` can still be placed; none where too many are."""
        return max(0, self.quota.limits.get(tier, 0) - self.placed.get(tier, 0))

    @property
    def unspent(self) -> Mapping[SignalTier, int]:
        """What is left of every tier that has any left."""
        return {tier: self.left(tier) for tier in self.quota.limits if self.left(tier)}


def quota_for(quotas: Sequence[SignalQuota], specialty: str, season: int) -> SignalQuota | None:
    """Return the quota of that season, or of the nearest known one; None if none is known."""
    key = eras_specialty(specialty)
    known = {quota.season: quota for quota in quotas if key in quota.specialties}
    used = nearest_season(known, season)
    return None if used is None else known[used]


def usage(
    entries: Iterable[ListEntry],
    specialties: Iterable[str],
    quotas: Sequence[SignalQuota],
    season: int,
) -> tuple[SignalUse, ...]:
    """Count what is placed of each known quota of `specialties`, in their order, each once."""
    entries = tuple(entries)
    found = [quota_for(quotas, specialty, season) for specialty in specialties]
    once = {quota.specialties: quota for quota in found if quota is not None}
    return tuple(
        SignalUse(quota=quota, season=season, placed=_placed(entries, quota))
        for quota in once.values()
    )


def place(
    scenario: Scenario,
    program_id: str,
    tier: SignalTier,
    quotas: Sequence[SignalQuota],
    names: Mapping[str, str],
) -> Scenario | Refusal:
    """Return `scenario` with that signal on the program, or why its quota does not allow it.

    Taking a signal away is always allowed. In specialties with one kind of signal, gold and
    silver mean that one.
    """
    entry = scenario.entry(program_id)
    if entry is None:
        return Refusal(message="A signal needs a program on the list.")
    if tier is SignalTier.NONE:
        return scenario.with_entry(replace(entry, signal=tier))
    quota = quota_for(quotas, entry.specialty, scenario.season)
    if quota is None:
        name = eras_name(names, entry.specialty)
        return Refusal(
            message=f"No signal quota is known for {name} in {scenario.season}; "
            "signals cannot be counted without one."
        )
    return _place_within(scenario, entry, quota.tier_for(tier), quota)


def _place_within(
    scenario: Scenario, entry: ListEntry, tier: SignalTier, quota: SignalQuota
) -> Scenario | Refusal:
    if tier not in quota.limits:
        return Refusal(message=f"{quota.label} has gold and silver signals.")
    others = (e for e in scenario.entries if e.program_id != entry.program_id)
    if _placed(others, quota)[tier] >= quota.limits[tier]:
        return Refusal(message=_full(tier, quota, scenario.season))
    return scenario.with_entry(replace(entry, signal=tier))


def _placed(entries: Iterable[ListEntry], quota: SignalQuota) -> dict[SignalTier, int]:
    placed = dict.fromkeys(quota.limits, 0)
    for entry in entries:
        tier = quota.tier_for(entry.signal)
        if tier in placed and eras_specialty(entry.specialty) in quota.specialties:
            placed[tier] += 1
    return placed


def _full(tier: SignalTier, quota: SignalQuota, season: int) -> str:
    limit = quota.limits[tier]
    if limit == 0:
        return f"{quota.label} has no program signals in {quota.season}."
    word = "signals" if tier is SignalTier.SINGLE else tier.value
    whose = "" if quota.season == season else f" of the {quota.season} quota"
    return f"All {limit} {word}{whose} are placed. Free one first."
