"""The outlook of a record's list, and a list suggested for it, without a window."""

from dataclasses import replace
from datetime import date

from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.eras import eras_specialty, season_on
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.fees import fees_for, season_cost
from smartpick_desktop.core.list_intake import NAME, WISH_FIELDS, ListIntake, ListReader
from smartpick_desktop.core.outlook.budget import programs_for
from smartpick_desktop.core.outlook.curve import with_curve
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.listing import outlook
from smartpick_desktop.core.outlook.suggesting import accept, specialty_in, suggest
from smartpick_desktop.core.outlook.task import Wish
from smartpick_desktop.core.problems import Problem
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.side_by_side import FEWEST, MOST, Side, side_by_side
from smartpick_desktop.exchange.assess_json import read_one
from smartpick_desktop.exchange.compare_json import write_comparison
from smartpick_desktop.exchange.outlook_json import write_outlook, write_suggestion
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import FILE_NAME, GROUPS_NAME, load_outlook_rules
from smartpick_desktop.storage.season_data import load_fees, load_quotas

USUAL = 40
"""Programs suggested where the record asks for no number."""

NO_SCORE = "$.step2: a score is needed, taken or planned"
NO_LIST = "$.list: no program is listed"


class OutlookReport:
    """Loads what is needed once; each report is text, or the lines that say what is wrong."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._directory = load_directory(resource("data", "programs.csv"))
        self._quotas = load_quotas(resource("data", "program_signals.csv"))
        self._fees = load_fees(resource("data", "eras_fees.csv"))
        self._rules = load_outlook_rules(
            resource("rules", FILE_NAME), resource("data", GROUPS_NAME)
        )

    def outlook(self, text: str, today: date) -> str | list[str]:
        """The outlook of the list in the record."""
        taken = self._read(text, today, wish=False)
        if isinstance(taken, list):
            return taken
        given = self._given(taken)
        found = outlook(given)
        if found is None:
            return [NO_LIST]
        found = with_curve(given, found, fees_for(self._fees, taken.scenario.season))
        return write_outlook(found, self._rules.settings, self._directory)

    def suggestion(self, text: str, today: date) -> str | list[str]:
        """A list suggested for the record."""
        taken = self._read(text, today, wish=True)
        if isinstance(taken, list):
            return taken
        given = self._given(taken)
        wish = Wish(specialty=taken.specialty, count=self._count(taken))
        found = suggest(given, wish, self._quotas)
        if found is None:
            return [f"$.specialty: the directory has no program of {taken.specialty}"]
        after, _ = accept(taken.scenario, found.changes, specialty_in(given), self._quotas)
        return write_suggestion(found, after, self._rules.settings, self._directory)

    def comparison(self, text: str, today: date) -> str | list[str]:
        """Two to four records side by side, and how each list differs from the first's."""
        value = read_one(text)
        if isinstance(value, Problem):
            return [str(value)]
        if not isinstance(value, list) or not FEWEST <= len(value) <= MOST:
            return [f"$: expected an array of {FEWEST} to {MOST} records"]
        reader = ListReader(self._directory, self._quotas, self._reference.specialties)
        taken, problems = [], []
        for at, record in enumerate(value):
            found = reader.take_in(record, season_on(today), f"$[{at}]", more=(NAME,))
            if isinstance(found, list):
                problems += [str(problem) for problem in found]
            else:
                taken.append(found)
        if problems:
            return problems
        sides = [self._side(one, at, today) for at, one in enumerate(taken, start=1)]
        compared = side_by_side(sides, self._reference, self._rules.settings)
        return write_comparison(compared, sides, self._directory)

    def _side(self, taken: ListIntake, number: int, today: date) -> Side:
        scenario = replace(taken.scenario, name=taken.scenario.name or f"Scenario {number}")
        kind = taken.applicant.applicant_type
        return Side(
            scenario=scenario,
            assessment=assess(kind, scenario, self._reference, today=today),
            outlook=outlook(self._given(taken)),
            cost=season_cost(self._fees, scenario.season, scenario.entries),
        )

    def _read(self, text: str, today: date, *, wish: bool) -> ListIntake | list[str]:
        value = read_one(text)
        if isinstance(value, Problem):
            return [str(value)]
        reader = ListReader(self._directory, self._quotas, self._reference.specialties)
        more = WISH_FIELDS if wish else ()
        taken = reader.take_in(value, season_on(today), more=more)
        if isinstance(taken, list):
            return [str(problem) for problem in taken]
        return [NO_SCORE] if taken.scenario.step2_score is None else taken

    def _given(self, taken: ListIntake) -> OutlookInput:
        return OutlookInput(
            applicant=taken.applicant,
            scenario=taken.scenario,
            directory=self._directory,
            facts=FactColumns(self._directory, taken.facts),
            rules=self._rules,
            usual_score=self._reference.usual_score,
        )

    def _count(self, taken: ListIntake) -> int:
        fees = fees_for(self._fees, taken.scenario.season)
        if taken.budget is not None and fees is not None:
            return max(1, programs_for(taken.budget, fees))
        listed = [
            e for e in taken.scenario.entries if eras_specialty(e.specialty) == taken.specialty
        ]
        return taken.count or max(USUAL, len(listed))
