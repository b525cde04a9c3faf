"""A made-up applicant to look around with; the programs on the list are real."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import asin, cos, radians, sin, sqrt

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_list import ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario, Strength, Target

DEMO_CODE = "Demo"
_SEASON = 2027
_CLEVELAND = (41.4995, -81.6954)
_EARTH_MILES = 3958.8
_ANESTHESIOLOGY = 28
_INTERNAL_MEDICINE = 18
_GOLD, _SILVER = 4, 10


def demo_applicant(new_id: Callable[[], str], directory: Directory | None) -> Applicant:
    """An applicant with 250 and 244, a what-if and a planned score; lists need a directory."""
    actual = Scenario(
        id=new_id(),
        name="Actual",
        step1=Step1Result(score=250, taken_on=date(2021, 6, 12)),
        step2=Step2Result(score=244, taken_on=date(2026, 7, 18)),
        practice=(
            PracticeExam(name="NBME 10", taken_on=date(2026, 6, 1), score=250),
            PracticeExam(name="NBME 11", taken_on=date(2026, 6, 20), score=252),
            PracticeExam(name="UWSA 2", taken_on=date(2026, 7, 8), score=254),
        ),
        strengths=frozenset({Strength.CLINICAL_GRADES, Strength.MSPE, Strength.HOME_PROGRAM}),
        targets=tuple(
            Target(specialty=key) for key in ("anesthesiology", "internal_medicine", "dermatology")
        ),
        season=_SEASON,
        entries=_entries(directory) if directory else (),
    )
    lower = replace(
        actual, id=new_id(), name="If CK 236", step2=Step2Result(score=236, planned=True)
    )
    higher = replace(
        actual, id=new_id(), name="Forecast 252", step2=Step2Result(score=252, planned=True)
    )
    return Applicant(
        id=new_id(),
        code=DEMO_CODE,
        applicant_type=ApplicantType.US_MD,
        graduation_year=2027,
        scenarios=(actual, lower, higher),
        actual_id=actual.id,
    )


def _entries(directory: Directory) -> tuple[ListEntry, ...]:
    near = sorted(range(len(directory)), key=lambda row: _miles(directory, row))
    chosen = {
        "anesthesiology": [r for r in near if directory.specialties[r] == "anesthesiology"],
        "internal_medicine": [r for r in near if directory.specialties[r] == "internal_medicine"],
    }
    return (
        *_signalled(directory, chosen["anesthesiology"][:_ANESTHESIOLOGY]),
        *_signalled(directory, chosen["internal_medicine"][:_INTERNAL_MEDICINE], gold=3, silver=9),
    )


def _signalled(
    directory: Directory, rows: Sequence[int], gold: int = _GOLD, silver: int = _SILVER
) -> tuple[ListEntry, ...]:
    """Entries of `rows`, the nearest with signals, and a home tie on the first."""
    tiers = [SignalTier.GOLD] * gold + [SignalTier.SILVER] * silver
    tiers += [SignalTier.NONE] * (len(rows) - len(tiers))
    return tuple(
        ListEntry(
            program_id=directory.program_ids[row],
            specialty=directory.specialties[row],
            signal=tier,
            tie=Tie.HOME if at == 0 else Tie.NONE,
        )
        for at, (row, tier) in enumerate(zip(rows, tiers, strict=False))
    )


def _miles(directory: Directory, row: int) -> float:
    """Great-circle distance from Cleveland in miles (haversine)."""
    lat1, lon1 = map(radians, _CLEVELAND)
    lat2 = radians(float(directory.latitudes[row]))
    lon2 = radians(float(directory.longitudes[row]))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_MILES * asin(sqrt(half))
