"""What would be if the score were another: verdict and range to match from 200 to 280."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from smartpick_desktop.core.assessment.verdict import Assessment, State, TargetVerdict
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.scenario import Scenario

LOWEST, HIGHEST, STEP = 200, 280, 4
"""Scores looked at; ranges are worked out every `STEP` points, verdicts at each."""

Assess = Callable[[Scenario], Assessment]
OutlookAt = Callable[[int], Outlook | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Scores from `first` to `last` that read alike: the headline and its impact."""

    first: int
    last: int
    state: State | None
    impact: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeAt:
    """The range to match of the list at one score, in parts of one."""

    score: int
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """Stretches in order, without a gap, and ranges; no ranges without a list."""

    specialty: str
    stretches: tuple[Stretch, ...]
    ranges: tuple[RangeAt, ...]

    @property
    def edges(self) -> tuple[int, ...]:
        """The scores at which the headline or its impact changes."""
        return tuple(stretch.first for stretch in self.stretches[1:])


def sensitivity(
    scenario: Scenario, specialty: str, assess: Assess, outlook_at: OutlookAt
) -> Sensitivity:
    """Try every score for one target; the trend follows, since Step 1 stays as it is."""
    stretches: list[Stretch] = []
    for score in range(LOWEST, HIGHEST + 1):
        tried = replace(scenario, step2=Step2Result(score=score, planned=True))
        verdict = _of(assess(tried).verdicts, specialty)
        state, impact = (verdict.headline, verdict.impact) if verdict else (None, None)
        if stretches and (stretches[-1].state, stretches[-1].impact) == (state, impact):
            stretches[-1] = replace(stretches[-1], last=score)
        else:
            stretches.append(Stretch(first=score, last=score, state=state, impact=impact))
    ranges = []
    for score in range(LOWEST, HIGHEST + 1, STEP):
        found = outlook_at(score)
        if found is not None:
            ranges.append(
                RangeAt(score=score, low=found.low, middle=found.middle, high=found.high)
            )
    return Sensitivity(specialty=specialty, stretches=tuple(stretches), ranges=tuple(ranges))


def _of(verdicts: Sequence[TargetVerdict], specialty: str) -> TargetVerdict | None:
    return next((one for one in verdicts if one.specialty == specialty), None)
