"""The person: applicant type, background, strengths, concerns, and their scenarios."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from smartpick_desktop.core.scenario import Scenario


class ApplicantType(StrEnum):
    """The four groups that NRMP reports apart."""

    US_MD = "us_md"
    US_DO = "us_do"
    US_IMG = "us_img"
    NON_US_IMG = "non_us_img"

    @property
    def is_img(self) -> bool:
        """Whether the medical school lies outside the US and Canada."""
        return self in (ApplicantType.US_IMG, ApplicantType.NON_US_IMG)


class Standing(StrEnum):
    """Whether the applicant is still in school."""

    SENIOR = "senior"
    GRADUATE = "graduate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """One applicant with every scenario. The code stands for the person; a name is optional."""

    id: str
    code: str
    name: str = ""
    applicant_type: ApplicantType = ApplicantType.US_MD
    standing: Standing = Standing.SENIOR
    graduation_year: int | None = None
    needs_visa: bool | None = None
    scenarios: tuple[Scenario, ...]
    actual_id: str

    def __post_init__(self) -> None:
        ids = [scenario.id for scenario in self.scenarios]
        if len(set(ids)) != len(ids):
            raise ValueError("two scenarios share an id")
        if self.actual_id not in ids:
            raise ValueError("the actual scenario is not among the scenarios")

    def scenario(self, scenario_id: str) -> Scenario:
        """The scenario of that id; KeyError if there is none."""
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        raise KeyError(scenario_id)

    def with_scenario(self, changed: Scenario) -> Self:
        """The same applicant with `changed` in the place of its former self."""
        scenarios = tuple(changed if s.id == changed.id else s for s in self.scenarios)
        return replace(self, scenarios=scenarios)

    def with_added(self, scenario: Scenario, *, after: str) -> Self:
        """The same applicant with `scenario` behind the one whose id is `after`."""
        at = [s.id for s in self.scenarios].index(after) + 1
        return replace(self, scenarios=(*self.scenarios[:at], scenario, *self.scenarios[at:]))

    def without_scenario(self, scenario_id: str) -> Self:
        """The same applicant without that scenario; the first one left takes over as actual."""
        kept = tuple(s for s in self.scenarios if s.id != scenario_id)
        if not kept:
            raise ValueError("the last scenario stays")
        actual = self.actual_id if self.actual_id != scenario_id else kept[0].id
        return replace(self, scenarios=kept, actual_id=actual)

    def with_actual(self, scenario_id: str) -> Self:
        """The same applicant with another scenario marked as what really happened."""
        return replace(self, actual_id=scenario_id)
