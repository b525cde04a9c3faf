"""A small made-up directory, and a short way to what the checks find in a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.list_checks import Finding, ListInput, check_list
from smartpick_desktop.core.outlook.results import Basis, Outlook, ProgramChance
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import Bucket, ListEntry
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees, load_quotas

TODAY = date(2025, 6, 1)
FEES = load_fees(resource("data", "eras_fees.csv"))
QUOTAS = load_quotas(resource("data", "program_signals.csv"))
EAST, WEST = ("OH", "East North Central"), ("CA", "Pacific")
IM, EM, ANES = "internal_medicine", "emergency_medicine", "anesthesiology"

Place = tuple[str, str, str, str, str]  # name, specialty, city, state, division


def place(name: str, specialty: str = IM, where: tuple[str, str] = EAST) -> Place:
    return name, specialty, "Springfield", *where


PLACES: tuple[Place, ...] = (
    *(place(f"General {number}") for number in range(40)),
    *(place(f"Pacific {number}", where=WEST) for number in range(5)),
    *(place(f"Emergency {number}", EM) for number in range(5)),
    *(place(f"Anesthesia {number}", ANES) for number in range(5)),
    place("Twin Clinic"),
    place("twin clinic"),
)


def program_id(number: int) -> str:
    return f"acgme-{number:010}"


def made_directory(places: Sequence[Place] = PLACES) -> Directory:
    names, specialties, cities, states, divisions = zip(*places, strict=True)
    same = ("",) * len(places)
    return Directory(
        source_date="2025-06",
        attribution="made up",
        acgme_numbers=tuple(f"{number:010}" for number in range(len(places))),
        names=names,
        specialties=specialties,
        cities=cities,
        states=states,
        divisions=divisions,
        latitudes=np.zeros(len(places)),
        longitudes=np.zeros(len(places)),
        entry_levels=same,
        match_systems=same,
        military=np.zeros(len(places), dtype=np.bool_),
        notes=same,
    )


DIRECTORY = made_directory()
NUMBER_OF = {name: number for number, (name, *_) in enumerate(PLACES)}


def entry(name: str, **fields: Any) -> ListEntry:
    """The entry of a program by its name."""
    number = NUMBER_OF[name]
    return ListEntry(program_id=program_id(number), specialty=PLACES[number][1], **fields)


def general(count: int, **fields: Any) -> tuple[ListEntry, ...]:
    """So many entries of internal medicine in one state."""
    return tuple(entry(f"General {number}", **fields) for number in range(count))


def facts_of(key: FactKey, values: Mapping[str, float | bool | None]) -> FactBook:
    """A book with one fact by program name."""
    facts = {
        program_id(NUMBER_OF[name]): {key: Fact(value=value)} for name, value in values.items()
    }
    return FactBook(facts=facts)


def outlook(invites: Mapping[str, float], bucket: Bucket | None = None) -> Outlook:
    """An outlook with these chances of an invitation, by program name."""
    programs = {
        program_id(NUMBER_OF[name]): ProgramChance(
            program_id=program_id(NUMBER_OF[name]),
            invite=invite,
            take=0.5,
            basis=Basis.PROGRAM,
            bucket=bucket,
            reason="",
        )
        for name, invite in invites.items()
    }
    return Outlook(
        low=0.5,
        middle=0.6,
        high=0.7,
        expected=sum(invites.values()),
        fewest=0,
        most=9,
        interviews=(),
        programs=programs,
    )


@dataclass(frozen=True, kw_only=True)
class Case:
    """One list with what is around it; fields left alone are those of a calm file."""

    reference: Reference
    entries: tuple[ListEntry, ...] = ()
    targets: tuple[str, ...] = (IM,)
    step2: int | None = 250
    kind: ApplicantType = ApplicantType.US_MD
    needs_visa: bool | None = False
    facts: FactBook = field(default_factory=FactBook)
    fees: tuple[SeasonFees, ...] = FEES
    quotas: tuple[SignalQuota, ...] = QUOTAS
    outlook: Outlook | None = None
    today: date = TODAY
    scenario: Mapping[str, Any] = field(default_factory=dict)

    def given(self) -> ListInput:
        score = None if self.step2 is None else Step2Result(score=self.step2)
        fields: dict[str, Any] = {
            "step2": score,
            "targets": tuple(Target(specialty=key) for key in self.targets),
            "entries": self.entries,
            **self.scenario,
        }
        scenario = Scenario(id="a", name="Actual", **fields)
        return ListInput(
            applicant=Applicant(
                id="p",
                code="A-17",
                applicant_type=self.kind,
                needs_visa=self.needs_visa,
                scenarios=(scenario,),
                actual_id="a",
            ),
            scenario=scenario,
            assessment=assess(self.kind, scenario, self.reference, today=self.today),
            reference=self.reference,
            directory=DIRECTORY,
            facts=self.facts,
            fees=self.fees,
            quotas=self.quotas,
            today=self.today,
            outlook=self.outlook,
        )

    def found(self, check: str) -> list[Finding]:
        """What one check finds."""
        return [finding for finding in check_list(self.given()) if finding.check == check]

    def one(self, check: str) -> Finding:
        """The one thing that a check finds."""
        [finding] = self.found(check)
        return finding


Make = Callable[..., Case]


@pytest.fixture
def case(reference: Reference) -> Make:
    """A calm case with these fields."""
    return lambda **fields: replace(Case(reference=reference), **fields)
