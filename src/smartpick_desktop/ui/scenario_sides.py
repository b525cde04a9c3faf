"""Works out what the scenarios of the open applicant come to, to be held side by side."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.fees import SeasonFees, season_cost
from smartpick_desktop.core.outlook.listing import outlook, with_score
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.sensitivity import Sensitivity, sensitivity
from smartpick_desktop.core.side_by_side import Side, SideBySide, side_by_side
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.ratings import Ratings


class ScenarioSides:
    """Asks for assessment, outlook and cost of each scenario; what did not change is kept."""

    def __init__(
        self,
        document: Document,
        assessor: Assessor,
        ratings: Ratings,
        fees: Callable[[], Sequence[SeasonFees]],
    ) -> None:
        self._document = document
        self._assessor = assessor
        self._ratings = ratings
        self._fees = fees
        self._kept: dict[str, tuple[tuple[object, ...], Side]] = {}

    @property
    def settings(self) -> Settings:
        """How chances are said."""
        return self._ratings.rules.settings

    def of(self, scenario_ids: Sequence[str]) -> tuple[Side, ...]:
        """The scenarios of those ids, in that order."""
        applicant = self._document.applicant
        return tuple(self._side(applicant.scenario(key)) for key in scenario_ids)

    def compare(self, sides: Sequence[Side]) -> SideBySide:
        """The sides held against each other."""
        return side_by_side(sides, self._assessor.view.reference, self.settings)

    def run_for(self, specialty: str) -> Callable[[], Sensitivity]:
        """What tries every score for a target of the open scenario, beside the window."""
        given, reference = self._ratings.given(), self._assessor.view.reference
        kind, today = given.applicant.applicant_type, self._assessor.today()

        def run() -> Sensitivity:
            return sensitivity(
                given.scenario,
                specialty,
                lambda scenario: assess(kind, scenario, reference, today=today),
                lambda score: outlook(with_score(given, score)),
            )

        return run

    def _side(self, scenario: Scenario) -> Side:
        given = replace(self._ratings.given(), scenario=scenario)
        applicant = replace(given.applicant, scenarios=(scenario,), actual_id=scenario.id)
        rests_on = (scenario, applicant, self._assessor.view.reference, given.facts, self._fees())
        kept = self._kept.get(scenario.id)
        if kept is not None and _same(kept[0], rests_on):
            return kept[1]
        side = Side(
            scenario=scenario,
            assessment=self._assessor.assessment(scenario),
            outlook=outlook(given),
            cost=season_cost(self._fees(), scenario.season, scenario.entries),
        )
        self._kept[scenario.id] = (rests_on, side)
        return side


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two things rest on the same; facts and figures are told by what they are."""
    return one[:2] == other[:2] and all(a is b for a, b in zip(one[2:], other[2:], strict=True))
