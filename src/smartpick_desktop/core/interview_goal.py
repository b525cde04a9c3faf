"""How many interviews to aim for: the user's own number, or what matched applicants ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.profile_words import TYPE_NAMES
from smartpick_desktop.core.scenario import Scenario

EVERYONE = "applicants of all types"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFigure:
    """Programs ranked by those who matched: of a specialty, or all; of a type, or all.

    It stands in for interviews: one ranks where one interviewed.
    """

    specialty: str | None
    applicant_type: ApplicantType | None
    years: str
    statistic: str
    matched: float
    not_matched: float | None
    n_matched: int | None
    n_not_matched: int | None
    confidence: str
    source_ids: tuple[str, ...]
    notes: str | None = None

    @property
    def who(self) -> str:
        """Whose number this is, in words."""
        whose = f"{TYPE_NAMES[self.applicant_type]}s" if self.applicant_type else EVERYONE
        where = "in this specialty" if self.specialty else "in all specialties"
        return f"the {self.statistic} of matched {whose} {where}, {self.years}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewGoal:
    """How many interviews, in which specialty ("" is the whole list), and by which figure."""

    number: int
    specialty: str = ""
    figure: RankFigure | None = None

    @property
    def is_own(self) -> bool:
        """Whether the user set it."""
        return self.figure is None


def interview_goal(
    scenario: Scenario,
    applicant_type: ApplicantType,
    ranks: Sequence[RankFigure],
    *,
    people_needed: int,
) -> InterviewGoal | None:
    """The goal of the first target, the nearest figure to it; None where nothing gives one.

    Nearest: this specialty and type, this specialty, this type, everyone. A figure of fewer
    than `people_needed` matched people is passed over.
    """
    if scenario.interview_goal is not None:
        return InterviewGoal(number=scenario.interview_goal)
    if not scenario.targets:
        return None
    specialty = scenario.targets[0].specialty
    key = eras_specialty(specialty)
    wanted = ((key, applicant_type), (key, None), (None, applicant_type), (None, None))
    usable = {
        (each.specialty, each.applicant_type): each
        for each in ranks
        if each.n_matched is None or each.n_matched >= people_needed
    }
    found = next((usable[group] for group in wanted if group in usable), None)
    if found is None:
        return None
    return InterviewGoal(number=ceil(found.matched), specialty=key, figure=found)
