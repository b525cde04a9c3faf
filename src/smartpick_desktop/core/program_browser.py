"""Looking through the directory: the rows that a filter leaves, in the order asked for."""

from collections.abc import Mapping

from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.program_finder import Finder, Found
from smartpick_desktop.core.program_list import Bucket
from smartpick_desktop.core.program_sort import ProgramOrder, ProgramSorter, SortInput
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.core.scenario import Scenario


class ProgramBrowser:
    """Answers what a page of programs asks of one directory, beside the list of a scenario."""

    def __init__(self, directory: Directory, finder: Finder, names: Mapping[str, str]) -> None:
        self.directory = directory
        self._finder = finder
        self._sorter = ProgramSorter(directory, names)
        self._buckets: Mapping[str, Bucket | None] = {}
        self.totals: Mapping[str, int] = finder.counts(Facet.SPECIALTY, ProgramFilter())

    @property
    def cities(self) -> Cities:
        """The cities to measure distances from."""
        return self._finder.cities

    @property
    def facts(self) -> FactColumns:
        """What is known of programs, as columns."""
        return self._finder.facts

    def set_facts(self, facts: FactBook) -> None:
        """Go by what is known of programs from now on."""
        self._finder.set_facts(facts)

    def set_buckets(self, buckets: Mapping[str, Bucket | None]) -> None:
        """Sort by these buckets, worked out for programs by id."""
        self._buckets = buckets

    def rows(self, wanted: ProgramFilter, order: ProgramOrder, scenario: Scenario) -> RowArray:
        """The rows that fit, in `order`."""
        return self.find(wanted, order, scenario).rows

    def find(self, wanted: ProgramFilter, order: ProgramOrder, scenario: Scenario) -> Found:
        """The rows that fit, in `order`, and the near words that had to stand in."""
        found = self._finder.find(wanted, _listed(scenario))
        given = SortInput(
            entries=scenario.entries,
            buckets=self._buckets,
            facts=self._finder.facts,
            miles=self._finder.cities.miles(wanted.near) if wanted.near else None,
        )
        return Found(self._sorter.sort(found.rows, order, given), found.near)

    def search(self, text: str, within: frozenset[str], scenario: Scenario) -> ProgramFilter:
        """The filter that looks for `text` in those specialties, or in all if none there fits."""
        wanted = ProgramFilter(text=text, specialties=within)
        found = self._finder.rows(wanted, _listed(scenario))
        return wanted if len(found) else ProgramFilter(text=text)

    def counts(self, facet: Facet, wanted: ProgramFilter, scenario: Scenario) -> Mapping[str, int]:
        """How many programs each value of `facet` has under the rest of the filter."""
        return self._finder.counts(facet, wanted, _listed(scenario))

    def total(self, wanted: ProgramFilter) -> int:
        """How many programs the specialties of the filter have."""
        chosen = wanted.chosen(Facet.SPECIALTY) or self.totals.keys()
        return sum(self.totals.get(key, 0) for key in chosen)


def specialties_to_show(
    shown: frozenset[str], former: tuple[str, ...], targets: tuple[str, ...]
) -> frozenset[str]:
    """Which specialties to show once the targets were `former` and are `targets` now.

    What was chosen beyond the former targets stays; what went by them goes by the new ones.
    """
    if not shown <= {*former}:
        return shown
    return shown & {*targets} or frozenset(targets[:1])


def _listed(scenario: Scenario) -> frozenset[str]:
    return frozenset(entry.program_id for entry in scenario.entries)
