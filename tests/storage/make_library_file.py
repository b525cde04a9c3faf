"""Writes the library file of this version to tests/data/libraries, once, before its release."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_facts import (
    Fact,
    FactBook,
    FactKey,
    FillYear,
    Track,
    change_between,
)
from smartpick_desktop.core.program_list import (
    Bucket,
    EntryStatus,
    ListEntry,
    SignalTier,
    StatusDate,
    Tie,
)
from smartpick_desktop.core.scenario import (
    Concern,
    Dismissal,
    Group,
    Preferences,
    Scenario,
    Strength,
    Target,
)
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.storage.schema import MIGRATIONS

ACTUAL = Scenario(
    id="9a1d",
    name="Actual",
    step1=Step1Result(score=230, taken_on=date(2021, 5, 3)),
    step2=Step2Result(score=236, taken_on=date(2025, 8, 11)),
    failed_step1=1,
    comlex_level2="540",
    strengths=frozenset({Strength.LETTERS, Strength.RESEARCH}),
    concerns=frozenset({Concern.LEAVE}),
    practice=(PracticeExam(score=241, name="Form 12", taken_on=date(2025, 7, 20)),),
    targets=(Target(specialty="anesthesiology", group=Group.MODERATE, survey_anchor=228),),
    backup="anesthesiology",
    entries=(
        ListEntry(
            program_id="1400500001",
            specialty="anesthesiology",
            signal=SignalTier.GOLD,
            tie=Tie.AWAY_ROTATION,
            status=EntryStatus.APPLIED,
            note="Rotation in July",
            bucket=Bucket.TARGET,
            bucket_reason="They know me",
            dates=(StatusDate(status=EntryStatus.APPLIED, day=date(2025, 9, 24)),),
            must_keep=True,
        ),
    ),
    dismissals=(Dismissal(check="one_region", reason="Family in Boston"),),
    never=frozenset({"1400500002"}),
    preferences=Preferences(states=frozenset({"MA"}), city="Boston, MA", miles=100),
    interview_goal=12,
    notes="Meets the adviser on Friday",
)
IF_245 = Scenario(
    id="9a1e",
    name="If 245",
    step1=Step1Result(outcome=ExamOutcome.PASS),
    step2=Step2Result(score=245, planned=True),
)
FIRST = Applicant(
    id="6f0c1c0e",
    code="A-01",
    name="Jordan Example",
    applicant_type=ApplicantType.NON_US_IMG,
    standing=Standing.GRADUATE,
    graduation_year=2024,
    needs_visa=True,
    scenarios=(ACTUAL, IF_245),
    actual_id="9a1d",
)
TRACK = Track(
    code="1234040C0",
    name="Anesthesiology",
    institution="Example General",
    city="Boston",
    state="MA",
    years=(FillYear(year=2025, quota=12, filled=None),),
    program_id="1400500001",
)


def write(path: Path) -> None:
    """Write a library with two applicants and a third who was removed."""
    library = SqliteLibrary(path, clock=lambda: datetime(2026, 1, 5, tzinfo=UTC))
    library.add(FIRST)
    for number in (2, 3):
        plain = Scenario(id="a", name="Actual")
        library.add(
            Applicant(id=f"p{number}", code=f"A-0{number}", scenarios=(plain,), actual_id="a")
        )
    learned = FactBook(
        facts={
            "1400500001": {
                FactKey.VISA_J1: Fact(value=None, source="FREIDA", day=date(2025, 9, 1)),
                FactKey.TYPICAL_STEP2: Fact(value=244.0, source="FREIDA", day=date(2025, 9, 1)),
            }
        },
        tracks={"1234040C0": TRACK},
    )
    library.save(FIRST, change_between(FactBook(), learned))
    library.remove("p3")
    library.set_state("open", FIRST.id)
    library.close()


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "data" / "libraries" / f"v{len(MIGRATIONS)}.db"
    if target.exists():
        sys.exit(f"{target.name} is there already")
    write(target)
