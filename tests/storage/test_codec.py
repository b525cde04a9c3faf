"""Whatever the core allows comes back from its JSON body as it was."""

import types
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.scenario import Scenario, Strength
from smartpick_desktop.storage import codec

Strategy = st.SearchStrategy[Any]

SCORES = st.integers(1, 300)
DATES = st.none() | st.dates()
FLAG = st.just(value=True)

CONSTRAINED: dict[Any, Strategy] = {
    int: st.integers(0, 2**31),
    PracticeExam: st.builds(PracticeExam, score=SCORES, name=st.text(), taken_on=DATES),
    Step1Result: st.builds(Step1Result, outcome=st.sampled_from(ExamOutcome), taken_on=DATES)
    | st.builds(Step1Result, score=SCORES),
    Step2Result: st.builds(Step2Result, score=SCORES, taken_on=DATES)
    | st.builds(Step2Result, score=SCORES, planned=FLAG)
    | st.builds(Step2Result, failed=FLAG, taken_on=DATES),
}


def of_type(hint: Any) -> Strategy:
    """Values of a type; of a dataclass, with every field varied, those added later too."""
    if hint in CONSTRAINED:
        return CONSTRAINED[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        values = {field.name: of_type(hints[field.name]) for field in fields(hint)}
        return st.builds(partial(allowed, hint), **values)
    if isinstance(hint, types.UnionType):
        return st.one_of([of_type(part) for part in get_args(hint)])
    if get_origin(hint) in (tuple, frozenset):
        return st.lists(of_type(get_args(hint)[0]), max_size=3).map(get_origin(hint))
    return st.from_type(hint)


def allowed(kind: Any, **values: object) -> Any:
    try:
        return kind(**values)
    except ValueError:
        reject()


@st.composite
def applicants(draw: st.DrawFn) -> Applicant:
    scenarios = [draw(of_type(Scenario)) for _ in range(draw(st.integers(1, 3)))]
    numbered = tuple(replace(held, id=f"s{n}") for n, held in enumerate(scenarios))
    hints = get_type_hints(Applicant)
    others = {
        field.name: draw(of_type(hints[field.name]))
        for field in fields(Applicant)
        if field.name not in ("scenarios", "actual_id")
    }
    actual = draw(st.sampled_from(numbered))
    return Applicant(scenarios=numbered, actual_id=actual.id, **others)


@settings(max_examples=60, deadline=None)
@given(applicants())
def test_round_trip(applicant: Applicant) -> None:
    bodies = [codec.encode_scenario(scenario).encode() for scenario in applicant.scenarios]
    body = codec.encode_applicant(applicant).encode()
    kept = codec.decode_applicant(
        body,
        applicant_id=applicant.id,
        code=applicant.code,
        scenarios=[codec.decode_scenario(held) for held in bodies],
    )
    assert kept == applicant
    assert codec.encode_applicant(kept).encode() == body
    assert [codec.encode_scenario(held).encode() for held in kept.scenarios] == bodies
    particulars = codec.decode_particulars(body)
    assert all(
        getattr(particulars, f.name) == getattr(applicant, f.name) for f in fields(particulars)
    )


def test_sets_are_sorted_so_that_equal_scenarios_have_equal_bodies() -> None:
    scenario = Scenario(id="s", name="Plan", strengths=frozenset(Strength))
    listed = ",".join(f'"{name}"' for name in sorted(Strength))
    assert f'"strengths":[{listed}]' in codec.encode_scenario(scenario)


def test_an_unknown_field_is_passed_over_and_a_missing_one_takes_its_default() -> None:
    body = b'{"id": "s", "name": "Plan", "mood": {"calm": true}}'
    assert codec.decode_scenario(body) == Scenario(id="s", name="Plan")
    assert codec.decode_particulars(b'{"mood": 1}') == codec.Particulars(
        applicant_type=ApplicantType.US_MD, standing=Standing.SENIOR
    )


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"", ""),
        (b"[]", ""),
        (b'{"id": "s", "name": "Ada", "step1": {"score": 240, "outcome": "pass"}}', "step1"),
        (b'{"id": "s", "name": "Ada", "strengths": ["charm"]}', "strengths[0]"),
        (b'{"id": "s", "name": 7}', "name"),
    ],
)
def test_says_where_a_body_is_wrong_and_not_what_is_there(body: bytes, place: str) -> None:
    with pytest.raises(codec.UnreadableBodyError) as caught:
        codec.decode_scenario(body)
    assert str(caught.value) == place
    assert caught.value.__suppress_context__
