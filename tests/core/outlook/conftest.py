"""A file and a directory to work chances out for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.reference_data import load_reference
from smartpick_desktop.storage.season_data import load_quotas

RESOURCES = Path(__file__).parents[3] / "resources"
Make = Callable[..., OutlookInput]


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory(RESOURCES / "data" / "programs.csv")


@pytest.fixture(scope="session")
def rules() -> OutlookRules:
    data = RESOURCES / "data" / "outlook_groups.csv"
    return load_outlook_rules(RESOURCES / "rules" / "outlook.toml", data)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(RESOURCES).reference


@pytest.fixture(scope="session")
def quotas() -> tuple[SignalQuota, ...]:
    return load_quotas(RESOURCES / "data" / "program_signals.csv")


@pytest.fixture
def make(directory: Directory, rules: OutlookRules, reference: Reference) -> Make:
    """A file with a list of the first programs of a specialty."""

    def made(
        kind: str = "us_md",
        specialty: str = "internal_medicine",
        score: int | None = 244,
        programs: int = 20,
        facts: FactBook | None = None,
        needs_visa: bool | None = None,
        **changed: Any,
    ) -> OutlookInput:
        rows = [row for row, key in enumerate(directory.specialties) if key == specialty]
        entries = tuple(
            ListEntry(program_id=directory.program_ids[row], specialty=specialty)
            for row in rows[:programs]
        )
        step2 = None if score is None else Step2Result(score=score)
        scenario = replace(
            Scenario(id="a", name="Actual", step2=step2, entries=entries, season=2025), **changed
        )
        applicant = Applicant(
            id="p", code="A", scenarios=(scenario,), actual_id="a",
            applicant_type=ApplicantType(kind), needs_visa=needs_visa,
        )  # fmt: skip
        return OutlookInput(
            applicant=applicant, scenario=scenario, directory=directory,
            facts=FactColumns(directory, facts or FactBook()), rules=rules,
            usual_score=reference.usual_score,
        )  # fmt: skip

    return made
