"""Turns one untyped record with a program list into what an outlook is worked out from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from smartpick_desktop.core.applicant import Applicant, Standing
from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.intake import FIELDS, Intake, take_in
from smartpick_desktop.core.problems import Problem
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey, FactKind
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.reader import MISSING, Fields, quoted
from smartpick_desktop.core.scenario import Preferences, Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, place
from smartpick_desktop.core.states import STATE_NAMES

LIST_FIELDS = (
    "list", "season", "needs_visa", "graduation_year", "couples", "preferences", "never", "facts",
)  # fmt: skip
WISH_FIELDS = ("specialty", "count", "budget")
NAME = "name"
_SEASONS = range(2015, 2101)
_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ListIntake:
    """A record with a list; `specialty`, `count` and `budget` are what a suggestion is asked."""

    applicant: Applicant
    scenario: Scenario
    facts: FactBook
    specialty: str = ""
    count: int | None = None
    budget: int | None = None


class ListReader:
    """Reads records against a directory and the signal quotas of its seasons."""

    def __init__(
        self, directory: Directory, quotas: Sequence[SignalQuota], specialties: Collection[str]
    ) -> None:
        self._directory = directory
        self._quotas = quotas
        self._specialties = specialties

    def take_in(
        self, value: object, season: int, path: str = "$", *, more: Sequence[str] = ()
    ) -> ListIntake | list[Problem]:
        """The record in `value`, or every problem it has, each with its place under `path`.

        `season` is that of a record which names none; `more` are fields known beside the usual:
        those of a wish, or a name.
        """
        problems: list[Problem] = []
        fields = Fields(value, path, problems)
        if problems:
            return problems
        fields.only(*FIELDS, *LIST_FIELDS, *more)
        known = {name: fields.raw(name) for name in FIELDS if name in fields}
        taken = take_in(known, path, self._specialties)
        name = fields.text(NAME) if NAME in more else ""
        facts = self._facts(fields)
        scenario = self._scenario(fields, season)
        asked = self._wish(fields) if WISH_FIELDS[0] in more else ("", None, None)
        if not isinstance(taken, Intake):
            problems[:0] = taken
        if problems or not isinstance(taken, Intake):
            return problems
        return self._joined(fields, taken, replace(scenario, name=name), facts, asked)

    def _joined(
        self,
        fields: Fields,
        taken: Intake,
        listed: Scenario,
        facts: FactBook,
        asked: tuple[str, int | None, int | None],
    ) -> ListIntake:
        scenario = replace(
            taken.scenario, id="s", name=listed.name, season=listed.season, entries=listed.entries,
            never=listed.never, preferences=listed.preferences, couples=listed.couples,
        )  # fmt: skip
        year = fields.integer("graduation_year")
        applicant = Applicant(
            id="a", code="", applicant_type=taken.applicant_type, scenarios=(scenario,),
            actual_id="s", needs_visa=fields.flag("needs_visa") or None, graduation_year=year,
            standing=Standing.SENIOR if year is None else Standing.GRADUATE,
        )  # fmt: skip
        specialty, count, budget = asked
        return ListIntake(
            applicant=applicant, scenario=scenario, facts=facts, specialty=specialty,
            count=count, budget=budget,
        )  # fmt: skip

    def _scenario(self, fields: Fields, season: int) -> Scenario:
        given = fields.integer("season")
        if given is not None and given not in _SEASONS:
            fields.report("season", f"{given} is no ERAS season")
        fields.integer("graduation_year")
        fields.flag("needs_visa")
        scenario = Scenario(
            id="s", name="", season=season if given is None else given,
            never=frozenset(filter(None, self._programs(fields, "never"))),
            preferences=self._preferences(fields), couples=fields.flag("couples"),
        )  # fmt: skip
        for where, value in fields.items("list"):
            scenario = self._with_entry(fields, where, value, scenario)
        return scenario

    def _with_entry(
        self, fields: Fields, where: str, value: object, scenario: Scenario
    ) -> Scenario:
        part = fields.part(where, {"program": value} if isinstance(value, str) else value)
        if not isinstance(value, str | dict):
            return scenario
        part.only("program", "signal", "tie", "status", "must_keep")
        program_id = self._program(part, "program")
        tie, status = part.choice("tie", Tie), part.choice("status", EntryStatus)
        signal, keep = part.choice("signal", SignalTier), part.flag("must_keep")
        row = self._directory.index_of(program_id)
        if row is None:
            return scenario
        if scenario.entry(program_id) is not None:
            part.report("program", f"{self._directory.acgme_numbers[row]} is listed twice")
            return scenario
        entry = ListEntry(
            program_id=program_id, specialty=self._directory.specialties[row],
            tie=tie or Tie.NONE, status=status or EntryStatus.CONSIDERING, must_keep=keep,
        )  # fmt: skip
        scenario = scenario.with_entry(entry)
        placed = place(scenario, program_id, signal or SignalTier.NONE, self._quotas, {})
        if isinstance(placed, Refusal):
            part.report("signal", placed.message)
            return scenario
        return placed

    def _program(self, part: Fields, name: str) -> str:
        """The id of a program by its ACGME number; empty where it was reported."""
        value = part.raw(name)
        if value is MISSING:
            part.report(name, "is missing; an ACGME number such as 0403821174")
            return ""
        return self._id_of(part, name, value)

    def _id_of(self, part: Fields, name: str, value: object) -> str:
        number = value.strip().zfill(10) if isinstance(value, str) else ""
        program_id = f"{PROGRAM_ID_PREFIX}{number}"
        if self._directory.index_of(program_id) is None:
            said = quoted(value) if isinstance(value, str) else "this"
            part.report(name, f"{said} is no ACGME number of the directory")
            return ""
        return program_id

    def _programs(self, fields: Fields, name: str) -> list[str]:
        return [self._id_of(fields, where, value) for where, value in fields.items(name)]

    def _preferences(self, fields: Fields) -> Preferences:
        if "preferences" not in fields:
            return Preferences()
        part = fields.part("preferences")
        part.only("states", "divisions", "city", "miles")
        divisions = sorted(set(self._directory.divisions) - {""})
        city, cities = part.text("city"), Cities(self._directory).names
        if city and city not in cities:
            part.report("city", f"{quoted(city)} is no city of the directory; as Cleveland, OH")
        miles = part.integer("miles")
        if miles is not None and miles < 1:
            part.report("miles", f"{miles} is below 1")
        states = (part.word(where, v, STATE_NAMES) for where, v in part.items("states"))
        found = (part.word(where, v, divisions) for where, v in part.items("divisions"))
        return Preferences(
            states=frozenset(filter(None, states)), divisions=frozenset(filter(None, found)),
            city=city, miles=miles,
        )  # fmt: skip

    def _facts(self, fields: Fields) -> FactBook:
        book = FactBook()
        if "facts" not in fields:
            return book
        part = fields.part("facts")
        raw = fields.raw("facts")
        for number, value in raw.items() if isinstance(raw, dict) else ():
            program_id = self._id_of(part, quoted(number), number)
            inner = part.part(quoted(number), value)
            inner.only(*(key.value for key in FactKey))
            for key in FactKey:
                if key.value in inner and program_id:
                    fact = self._fact(inner, key)
                    book = book.with_fact(program_id, key, fact) if fact else book
        return book

    @staticmethod
    def _fact(part: Fields, key: FactKey) -> Fact | None:
        if part.raw(key.value) is None:
            return Fact(value=None)
        if key.kind is FactKind.YES_NO:
            return Fact(value=part.flag(key.value))
        if key.kind is FactKind.WORD:
            return Fact(value=part.text(key.value))
        number = part.integer(key.value)
        if number is None or key.span is None:
            return None
        low, high = key.span
        if not low <= number <= high:
            part.report(key.value, f"{number} is outside {low:g} to {high:g}")
            return None
        return Fact(value=float(number))

    def _wish(self, fields: Fields) -> tuple[str, int | None, int | None]:
        specialty = ""
        if "specialty" in fields:
            specialty = fields.word("specialty", fields.raw("specialty"), self._specialties) or ""
        else:
            fields.report("specialty", "is missing; a specialty key such as internal_medicine")
        count, budget = fields.integer("count"), fields.integer("budget")
        if count is not None and not 1 <= count <= _MOST:
            fields.report("count", f"{count} is outside 1 to {_MOST}")
        if budget is not None and budget < 0:
            fields.report("budget", f"{budget} is below 0")
        if count is not None and budget is not None:
            fields.report("budget", "expected a count or a budget, not both")
        return eras_specialty(specialty), count, budget
