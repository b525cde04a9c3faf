"""The program list at a glance: its parts by specialty, and its order."""

from collections.abc import Sequence
from dataclasses import dataclass

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import counts_by_specialty
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota, SignalUse, quota_for, usage


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """A specialty of the list, or several that share their signals."""

    specialties: tuple[str, ...]
    programs: int
    signals: SignalUse | None


def specialties_in_order(scenario: Scenario) -> tuple[str, ...]:
    """Return the targets and then what else is on the list, as the service counts them."""
    keys = [target.specialty for target in scenario.targets]
    keys += [entry.specialty for entry in scenario.entries]
    return tuple(dict.fromkeys(map(eras_specialty, keys)))


def parts(scenario: Scenario, quotas: Sequence[SignalQuota]) -> tuple[ListPart, ...]:
    """Return the list by specialty, those sharing signals in one part."""
    together: dict[frozenset[str], list[str]] = {}
    for specialty in specialties_in_order(scenario):
        quota = quota_for(quotas, specialty, scenario.season)
        shared = quota.specialties if quota else frozenset({specialty})
        together.setdefault(shared, []).append(specialty)
    return tuple(_part(scenario, keys, quotas) for keys in together.values())


def entries_in_order(scenario: Scenario, specialty: str) -> tuple[ListEntry, ...]:
    """Return the entries of one specialty, the most wanted first."""
    return tuple(e for e in scenario.entries if eras_specialty(e.specialty) == specialty)


def _part(scenario: Scenario, keys: list[str], quotas: Sequence[SignalQuota]) -> ListPart:
    counts = counts_by_specialty(scenario.entries)
    uses = usage(scenario.entries, keys, quotas, scenario.season)
    return ListPart(
        specialties=tuple(keys),
        programs=sum(counts.get(key, 0) for key in keys),
        signals=uses[0] if uses else None,
    )
