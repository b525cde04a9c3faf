"""Turns one untyped record into an applicant type and a scenario, or into problems."""

from collections.abc import Collection
from dataclasses import dataclass

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.exams import (
    ExamOutcome,
    PracticeExam,
    Step1Result,
    Step2Result,
    score_problem,
    step1_problem,
)
from smartpick_desktop.core.problems import Problem
from smartpick_desktop.core.reader import MISSING, Fields
from smartpick_desktop.core.scenario import Concern, Reading, Scenario, Strength, Target

FIELDS = (
    "applicant_type", "step1", "step2", "failed_attempts", "strengths", "concerns",
    "practice", "targets", "reading",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A record that can be assessed."""

    applicant_type: ApplicantType
    scenario: Scenario


def take_in(value: object, path: str, specialties: Collection[str]) -> Intake | list[Problem]:
    """The record in `value`, or every problem it has, each with its place under `path`."""
    problems: list[Problem] = []
    fields = Fields(value, path, problems)
    if problems:
        return problems
    fields.only(*FIELDS)
    applicant_type = _applicant_type(fields)
    scenario = _scenario(fields, specialties, problems)
    if problems or applicant_type is None or scenario is None:
        return problems
    return Intake(applicant_type=applicant_type, scenario=scenario)


def _applicant_type(fields: Fields) -> ApplicantType | None:
    if "applicant_type" not in fields:
        fields.report("applicant_type", f"is missing; one of {', '.join(ApplicantType)}")
    return fields.choice("applicant_type", ApplicantType)


def _scenario(
    fields: Fields, specialties: Collection[str], problems: list[Problem]
) -> Scenario | None:
    step1, step2 = _step1(fields), _step2(fields)
    failed_step1, failed_step2 = _failed_attempts(fields)
    strengths = fields.choices("strengths", Strength)
    concerns = fields.choices("concerns", Concern)
    practice = _practice(fields)
    targets = _targets(fields, specialties)
    reading = fields.choice("reading", Reading) or Reading.ARTICLE
    if problems:
        return None
    return Scenario(
        id="",
        name="",
        step1=step1,
        step2=step2,
        failed_step1=failed_step1,
        failed_step2=failed_step2,
        strengths=strengths,
        concerns=concerns,
        practice=practice,
        targets=targets,
        reading=reading,
    )


def _step1(fields: Fields) -> Step1Result | None:
    if fields.raw("step1") in (MISSING, None):
        return None
    part = fields.part("step1")
    part.only("score", "result", "date")
    score, outcome = part.integer("score"), part.choice("result", ExamOutcome)
    taken_on = part.day("date")
    wrong = dict.fromkeys((score_problem(score), step1_problem(score, taken_on)))
    for message in filter(None, wrong):
        part.report("score", message)
    if "score" in part and "result" in part:
        part.report("result", "a numeric Step 1 has no result; give the score or the result")
    elif (not part.is_empty and "score" not in part and "result" not in part) or (
        part.is_empty and isinstance(fields.raw("step1"), dict)
    ):
        part.report("", "expected a score, or a result of pass or fail")
    if (score is None) == (outcome is None) or any(wrong):
        return None
    return Step1Result(score=score, outcome=outcome, taken_on=taken_on)


def _step2(fields: Fields) -> Step2Result | None:
    if "step2" not in fields:
        fields.report("step2", "is missing; null where there is no result yet")
        return None
    if fields.raw("step2") is None:
        return None
    part = fields.part("step2")
    part.only("score", "planned", "result", "date")
    score, planned, taken_on = part.integer("score"), part.flag("planned"), part.day("date")
    failed = _is_fail(part)
    part.check("score", lambda: score_problem(score))
    _check_step2_fields(part, planned=planned, is_object=isinstance(fields.raw("step2"), dict))
    usable = score is not None and score_problem(score) is None
    if usable == failed or (planned and (failed or taken_on is not None)):
        return None
    return Step2Result(score=score, planned=planned, failed=failed, taken_on=taken_on)


def _is_fail(part: Fields) -> bool:
    value = part.raw("result")
    if value is MISSING or value == "fail":
        return value == "fail"
    part.report("result", 'expected "fail"; a pass is given by its score')
    return False


def _check_step2_fields(part: Fields, *, planned: bool, is_object: bool) -> None:
    if not is_object:
        return
    if "score" in part and "result" in part:
        part.report("result", "expected a score or a result, not both")
    if "score" not in part and "result" not in part:
        part.report("score", "is missing; a score from 1 to 300")
    if planned and "date" in part:
        part.report("date", "a planned score has no exam date yet")
    if planned and "result" in part:
        part.report("planned", "a planned exam has no result yet")


def _failed_attempts(fields: Fields) -> tuple[int, int]:
    if "failed_attempts" not in fields:
        return 0, 0
    part = fields.part("failed_attempts")
    part.only("step1", "step2")
    return _count(part, "step1"), _count(part, "step2")


def _count(part: Fields, name: str) -> int:
    count = part.integer(name) or 0
    if count < 0:
        part.report(name, f"{count} is below 0")
    return count


def _practice(fields: Fields) -> tuple[PracticeExam, ...]:
    exams = []
    for place, value in fields.items("practice"):
        part = fields.part(place, value)
        part.only("name", "date", "score")
        name, taken_on, score = part.text("name"), part.day("date"), part.integer("score")
        message = score_problem(score)
        if message:
            part.report("score", message)
        elif isinstance(value, dict) and "score" not in part:
            part.report("score", "is missing; a score from 1 to 300")
        elif score is not None:
            exams.append(PracticeExam(name=name, taken_on=taken_on, score=score))
    return tuple(exams)


def _targets(fields: Fields, specialties: Collection[str]) -> tuple[Target, ...]:
    found: dict[str, Target] = {}
    for place, value in fields.items("targets"):
        key = fields.word(place, value, specialties)
        if key is not None and key in found:
            fields.report(place, f"{key} is listed twice")
        elif key is not None:
            found[key] = Target(specialty=key)
    return tuple(found.values())
