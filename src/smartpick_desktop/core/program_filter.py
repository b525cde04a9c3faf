"""What is asked of programs: a filter as a value."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.program_facts import FactKey

USUAL_MILES = 100


class Facet(StrEnum):
    """A column of the directory whose values are chosen from a list."""

    SPECIALTY = "specialty"
    STATE = "state"
    DIVISION = "division"
    MATCH_SYSTEM = "match_system"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFilter:
    """What a program has to be. An empty set asks for nothing; `military` None neither.

    `near` is a city as `Cities` calls it, and `miles` how far around it; "" asks for no place.
    `unknown` holds facts of which one at least must be unknown.
    """

    specialties: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    match_systems: frozenset[str] = frozenset()
    military: bool | None = None
    listed_only: bool = False
    text: str = ""
    near: str = ""
    miles: int = USUAL_MILES
    unknown: frozenset[FactKey] = frozenset()

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the values asked for in one column; empty: any."""
        match facet:
            case Facet.SPECIALTY:
                return frozenset(map(eras_specialty, self.specialties))
            case Facet.STATE:
                return self.states
            case Facet.DIVISION:
                return self.divisions
            case Facet.MATCH_SYSTEM:
                return self.match_systems

    @property
    def narrows(self) -> bool:
        """Whether anything is asked beyond the specialty and being listed."""
        return self != self.cleared()

    def cleared(self) -> Self:
        """Return the same specialties and list, with nothing else asked."""
        return type(self)(specialties=self.specialties, listed_only=self.listed_only)

    def with_choice(self, facet: Facet, values: frozenset[str]) -> Self:
        """Return the same filter with those values asked for in one column; empty: any."""
        match facet:
            case Facet.SPECIALTY:
                return replace(self, specialties=values)
            case Facet.STATE:
                return replace(self, states=values)
            case Facet.DIVISION:
                return replace(self, divisions=values)
            case Facet.MATCH_SYSTEM:
                return replace(self, match_systems=values)
