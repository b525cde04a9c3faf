"""A number line to try a score on, before there is any applicant."""

from datetime import date

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.core.number_line_build import number_line
from smartpick_desktop.core.number_line_rows import LineInput
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target

TARGETS = ("anesthesiology", "internal_medicine", "dermatology")


def line_for(score: int | None, reference: Reference, today: date) -> NumberLine:
    """The line of a US MD senior with `score` and three specialties of different tiers."""
    step2 = None if score is None else Step2Result(score=score)
    targets = tuple(Target(specialty=key) for key in TARGETS)
    scenario = Scenario(id="try", name="", step2=step2, targets=targets)
    applicant = Applicant(id="try", code="", scenarios=(scenario,), actual_id="try")
    assessment = assess(applicant.applicant_type, scenario, reference, today=today)
    return number_line(
        LineInput(
            applicant=applicant,
            scenario=scenario,
            assessment=assessment,
            reference=reference,
            focus=TARGETS[0],
            today=today,
        )
    )
