"""The program list at a glance, in words."""

from collections import Counter
from dataclasses import dataclass

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """The count, and how it divides by specialty."""

    count: str
    mix: str


def list_words(scenario: Scenario, reference: Reference) -> ListWords:
    """The list of `scenario` in words."""
    number = len(scenario.entries)
    if not number:
        return ListWords(count="No programs", mix="Open the list to add the first")
    by_specialty = Counter(entry.specialty for entry in scenario.entries)
    mix = " · ".join(
        f"{count} {reference.short_name(key)}" for key, count in by_specialty.most_common()
    )
    return ListWords(count=f"{number} program{'' if number == 1 else 's'}", mix=mix)
