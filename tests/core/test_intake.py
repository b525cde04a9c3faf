"""Records from outside: what is taken in, and every problem of what is not."""

from datetime import date

import pytest

from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.intake import Intake, take_in
from smartpick_desktop.core.reader import quoted
from smartpick_desktop.core.scenario import Concern, Reading, Scenario, Strength, Target

SPECIALTIES = ("dermatology", "neurology", "internal_medicine")
SCORED = {"score": 244}
ANYTHING: tuple[object, ...] = (None, "x", 3, True, [], {}, 2.5)
RIGHT_TYPES: dict[str, tuple[type, ...]] = {
    "step1": (dict, type(None)),
    "step2": (dict, type(None)),
    "failed_attempts": (dict,),
    "strengths": (list,),
    "concerns": (list,),
    "practice": (list,),
    "targets": (list,),
    "reading": (),
}


def record(**fields: object) -> dict[str, object]:
    return {"applicant_type": "us_md", "step2": SCORED} | fields


def taken(**fields: object) -> Scenario:
    found = take_in(record(**fields), "$", SPECIALTIES)
    assert isinstance(found, Intake), found
    return found.scenario


def problems(value: object) -> list[str]:
    found = take_in(value, "$", SPECIALTIES)
    assert isinstance(found, list)
    return [str(problem) for problem in found]


def problems_of(**fields: object) -> list[str]:
    return problems(record(**fields))


@pytest.mark.parametrize("kind", ["us_md", "us_do", "us_img", "non_us_img"])
def test_every_applicant_type_is_taken_in(kind: str) -> None:
    found = take_in({"applicant_type": kind, "step2": None}, "$", SPECIALTIES)
    assert isinstance(found, Intake)
    assert found.applicant_type == kind


def test_all_but_two_fields_may_be_left_out() -> None:
    assert taken() == Scenario(id="", name="", step2=Step2Result(score=244))


@pytest.mark.parametrize(
    ("step1", "expected"),
    [
        (None, None),
        ({"score": 250}, Step1Result(score=250)),
        ({"score": 250, "date": "2021-06-12"}, Step1Result(score=250, taken_on=date(2021, 6, 12))),
        ({"score": 250, "date": "2022-01-25"}, Step1Result(score=250, taken_on=date(2022, 1, 25))),
        ({"result": "pass"}, Step1Result(outcome=ExamOutcome.PASS)),
        (
            {"result": "fail", "date": "2023-01-01"},
            Step1Result(outcome=ExamOutcome.FAIL, taken_on=date(2023, 1, 1)),
        ),
    ],
)
def test_a_step_1_is_taken_in(step1: object, expected: Step1Result | None) -> None:
    assert taken(step1=step1).step1 == expected


@pytest.mark.parametrize(
    ("step2", "expected"),
    [
        (None, None),
        ({"score": 1}, Step2Result(score=1)),
        ({"score": 300}, Step2Result(score=300)),
        (
            {"score": 244, "date": "2026-07-18"},
            Step2Result(score=244, taken_on=date(2026, 7, 18)),
        ),
        ({"planned": True, "score": 244}, Step2Result(score=244, planned=True)),
        ({"planned": False, "score": 244}, Step2Result(score=244)),
        ({"result": "fail"}, Step2Result(failed=True)),
        (
            {"result": "fail", "date": "2026-07-18"},
            Step2Result(failed=True, taken_on=date(2026, 7, 18)),
        ),
    ],
)
def test_a_step_2_ck_is_taken_in(step2: object, expected: Step2Result | None) -> None:
    assert taken(step2=step2).step2 == expected


@pytest.mark.parametrize(
    ("attempts", "counts"),
    [({}, (0, 0)), ({"step1": 1}, (1, 0)), ({"step1": 0, "step2": 2}, (0, 2))],
)
def test_failed_attempts_are_taken_in(attempts: object, counts: tuple[int, int]) -> None:
    found = taken(failed_attempts=attempts)
    assert (found.failed_step1, found.failed_step2) == counts


def test_every_strength_is_taken_in() -> None:
    assert taken(strengths=list(Strength)).strengths == frozenset(Strength)


@pytest.mark.parametrize(
    "concern", ["clerkship_comments", "remediation", "leave", "professionalism"]
)
def test_every_concern_is_taken_in(concern: str) -> None:
    assert taken(concerns=[concern]).concerns == {Concern(concern)}


def test_a_strength_named_twice_counts_once() -> None:
    assert taken(strengths=["letters", "letters"]).strengths == {Strength.LETTERS}


def test_practice_exams_keep_their_order() -> None:
    found = taken(practice=[{"name": "NBME 10", "date": "2026-06-01", "score": 250}, {"score": 1}])
    assert found.practice == (
        PracticeExam(name="NBME 10", taken_on=date(2026, 6, 1), score=250),
        PracticeExam(score=1),
    )


def test_targets_keep_their_order() -> None:
    found = taken(targets=["neurology", "dermatology"])
    assert found.targets == (Target(specialty="neurology"), Target(specialty="dermatology"))


@pytest.mark.parametrize("reading", list(Reading))
def test_every_reading_is_taken_in(reading: Reading) -> None:
    assert taken(reading=reading.value).reading is reading


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"), ([], "a list"), ("x", "text"), (3, "a whole number"),
        (3.5, "a number with decimals"), (True, "true or false"),
    ],
)  # fmt: skip
def test_a_record_must_be_an_object(value: object, kind: str) -> None:
    assert problems(value) == [f"$: expected an object, got {kind}"]


def test_an_empty_record_lacks_two_fields() -> None:
    assert problems({}) == [
        "$.applicant_type: is missing; one of us_md, us_do, us_img, non_us_img",
        "$.step2: is missing; null where there is no result yet",
    ]


@pytest.mark.parametrize("wrong", [None, "x", "US_MD", 3, True, [], {}, 2.5])
def test_a_wrong_applicant_type_names_the_right_ones(wrong: object) -> None:
    [problem] = problems(record(applicant_type=wrong))
    assert problem.startswith("$.applicant_type: ")
    assert "us_md, us_do, us_img, non_us_img" in problem


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (field, wrong)
        for field, right in RIGHT_TYPES.items()
        for wrong in ANYTHING
        if not isinstance(wrong, right)
    ],
)
def test_a_wrong_type_in_any_field_is_a_problem_of_that_field(field: str, wrong: object) -> None:
    [problem] = problems(record(**{field: wrong}))
    assert problem.startswith(f"$.{field}: expected ") or "is not one of" in problem


@pytest.mark.parametrize(
    ("step1", "expected"),
    [
        ({}, ["$.step1: expected a score, or a result of pass or fail"]),
        ({"date": "2021-01-01"}, ["$.step1: expected a score, or a result of pass or fail"]),
        ({"score": 0}, ["$.step1.score: 0 is below 1"]),
        ({"score": 301}, ["$.step1.score: 301 is above 300"]),
        ({"score": 250.0}, ["$.step1.score: expected a whole number, got a number with decimals"]),
        ({"score": "250"}, ["$.step1.score: expected a whole number, got text"]),
        ({"score": True}, ["$.step1.score: expected a whole number, got true or false"]),
        ({"score": None}, ["$.step1.score: expected a whole number, got null"]),
        ({"result": "passed"}, ['$.step1.result: "passed" is not one of pass, fail']),
        ({"result": 1}, ["$.step1.result: expected one of pass, fail, got a whole number"]),
        (
            {"score": 250, "result": "pass"},
            ["$.step1.result: a numeric Step 1 has no result; give the score or the result"],
        ),
    ],
)
def test_a_step_1_that_cannot_be_says_why(step1: object, expected: list[str]) -> None:
    assert problems_of(step1=step1) == expected


def test_a_numeric_step_1_of_the_pass_fail_years_says_why() -> None:
    [problem] = problems_of(step1={"score": 250, "date": "2022-01-26"})
    assert problem.startswith("$.step1.score: Step 1 taken on 2022-01-26 has no score")


def test_every_problem_of_a_step_1_is_named() -> None:
    found = problems_of(step1={"score": 312, "result": "x", "date": "2023-01-01", "other": 1})
    assert [problem.partition(":")[0] for problem in found] == [
        "$.step1.other", "$.step1.result", "$.step1.score", "$.step1.score", "$.step1.result",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("step2", "expected"),
    [
        ({}, ["$.step2.score: is missing; a score from 1 to 300"]),
        ({"planned": True}, ["$.step2.score: is missing; a score from 1 to 300"]),
        ({"date": "2026-07-18"}, ["$.step2.score: is missing; a score from 1 to 300"]),
        ({"score": 312}, ["$.step2.score: 312 is above 300"]),
        ({"score": 0}, ["$.step2.score: 0 is below 1"]),
        ({"score": "244"}, ["$.step2.score: expected a whole number, got text"]),
        ({"score": None}, ["$.step2.score: expected a whole number, got null"]),
        ({"result": "pass"}, ['$.step2.result: expected "fail"; a pass is given by its score']),
        ({"result": None}, ['$.step2.result: expected "fail"; a pass is given by its score']),
        (
            {"score": 200, "result": "fail"},
            ["$.step2.result: expected a score or a result, not both"],
        ),
        (
            {"score": 244, "planned": 1},
            ["$.step2.planned: expected true or false, got a whole number"],
        ),
        (
            {"score": 244, "planned": True, "date": "2026-07-18"},
            ["$.step2.date: a planned score has no exam date yet"],
        ),
        (
            {"planned": True, "result": "fail"},
            ["$.step2.planned: a planned exam has no result yet"],
        ),
    ],
)
def test_a_step_2_ck_that_cannot_be_says_why(step2: object, expected: list[str]) -> None:
    assert problems_of(step2=step2) == expected


@pytest.mark.parametrize(
    "day",
    ["2026-7-18", "18.07.2026", "2026-02-30", "2026-07-18T00:00", "20260718", "2026-W29-6", "",
     "\uff12026-07-18", "0000-01-01", "yesterday"],
)  # fmt: skip
def test_a_date_is_a_day_of_the_calendar(day: str) -> None:
    [problem] = problems_of(step2={"score": 244, "date": day})
    assert problem == (f"$.step2.date: {quoted(day)} is no date; expected one such as 2026-07-18")


@pytest.mark.parametrize("day", [None, 20260718, True, []])
def test_a_date_is_text(day: object) -> None:
    [problem] = problems_of(step2={"score": 244, "date": day})
    assert problem.startswith("$.step2.date: expected a date such as 2026-07-18, got ")


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_is_a_date(day: str) -> None:
    result = taken(step2={"score": 244, "date": day}).step2
    assert result is not None
    assert result.taken_on == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ({"step1": -1}, ["$.failed_attempts.step1: -1 is below 0"]),
        (
            {"step1": "1", "step2": 1.0},
            [
                "$.failed_attempts.step1: expected a whole number, got text",
                "$.failed_attempts.step2: expected a whole number, got a number with decimals",
            ],
        ),
        ({"step3": 1}, ["$.failed_attempts.step3: unknown field; known here: step1, step2"]),
    ],
)
def test_failed_attempts_are_counts(attempts: object, expected: list[str]) -> None:
    assert problems_of(failed_attempts=attempts) == expected


@pytest.mark.parametrize("field", ["strengths", "concerns"])
def test_an_unknown_word_names_its_place_and_the_known_words(field: str) -> None:
    found = problems_of(**{field: ["x", 3]})
    assert [problem.partition(":")[0] for problem in found] == [f"$.{field}[0]", f"$.{field}[1]"]
    known = "letters, clinical_grades" if field == "strengths" else "clerkship_comments"
    assert all(known in problem for problem in found)


@pytest.mark.parametrize(
    ("practice", "expected"),
    [
        ([{}], ["$.practice[0].score: is missing; a score from 1 to 300"]),
        ([{"score": 244}, {"score": 301}], ["$.practice[1].score: 301 is above 300"]),
        ([{"score": 0}], ["$.practice[0].score: 0 is below 1"]),
        ([3], ["$.practice[0]: expected an object, got a whole number"]),
        ([{"score": 1, "name": 3}], ["$.practice[0].name: expected text, got a whole number"]),
        (
            [{"score": 1, "form": 3}],
            ["$.practice[0].form: unknown field; known here: name, date, score"],
        ),
        (
            [{"score": "x", "date": "x", "name": None}],
            [
                "$.practice[0].name: expected text, got null",
                '$.practice[0].date: "x" is no date; expected one such as 2026-07-18',
                "$.practice[0].score: expected a whole number, got text",
            ],
        ),
    ],
)
def test_a_practice_exam_that_cannot_be_says_why(practice: object, expected: list[str]) -> None:
    assert problems_of(practice=practice) == expected


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (["dermatolgy"], ['$.targets[0]: "dermatolgy" is not known; did you mean dermatology?']),
        (["x"], ['$.targets[0]: "x" is not known']),
        ([None], ["$.targets[0]: expected text, got null"]),
        (["neurology", "neurology"], ["$.targets[1]: neurology is listed twice"]),
    ],
)
def test_a_target_that_cannot_be_says_why(targets: object, expected: list[str]) -> None:
    assert problems_of(targets=targets) == expected


def test_an_unknown_field_names_the_known_ones() -> None:
    [problem] = problems_of(visa=True)
    assert problem.startswith("$.visa: unknown field; known here: applicant_type, step1, step2")


@pytest.mark.parametrize(
    ("name", "place"),
    [("a b", '$."a b"'), ("a\nb", '$."a b"'), ("", '$.""'), ("a\x1b[31m", '$."a [31m"')],
)
def test_an_odd_field_name_stays_on_its_line(name: str, place: str) -> None:
    [problem] = problems_of(**{name: 1})
    assert problem.startswith(f"{place}: unknown field")


def test_a_long_word_is_cut() -> None:
    [problem] = problems_of(targets=["x" * 1000])
    assert problem == f'$.targets[0]: "{"x" * 39}…" is not known'


def test_all_problems_are_named_at_once() -> None:
    found = problems(
        {
            "applicant_type": "md",
            "step1": {"score": 0},
            "step2": {"score": 312},
            "failed_attempts": {"step2": -1},
            "strengths": ["x"],
            "concerns": [1],
            "practice": [{"score": 0}],
            "targets": ["x"],
            "reading": "x",
            "other": 1,
        }
    )
    assert [problem.partition(":")[0] for problem in found] == [
        "$.other", "$.applicant_type", "$.step1.score", "$.step2.score",
        "$.failed_attempts.step2", "$.strengths[0]", "$.concerns[0]", "$.practice[0].score",
        "$.targets[0]", "$.reading",
    ]  # fmt: skip


def test_the_path_given_leads_every_place() -> None:
    found = take_in({"step2": {"score": 0}}, "$[3]", SPECIALTIES)
    assert isinstance(found, list)
    assert [problem.field for problem in found] == ["$[3].applicant_type", "$[3].step2.score"]
