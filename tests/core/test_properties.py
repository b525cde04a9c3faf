"""What holds for every scenario and every input, tried on made-up ones, always the same."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import Assessment
from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.intake import FIELDS, Intake, take_in
from smartpick_desktop.core.problems import Problem
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Concern, Group, Reading, Scenario, Strength, Target

TODAY = date(2026, 9, 1)
SPECIALTIES = (
    "family_medicine", "internal_medicine", "internal_medicine_academic", "psychiatry",
    "neurology", "anesthesiology", "emergency_medicine", "dermatology", "orthopaedic_surgery",
    "radiation_oncology", "thoracic_surgery", "urology", "public_health_preventive_medicine",
    "gone",
)  # fmt: skip

steady = settings(derandomize=True, deadline=None, database=None, max_examples=50)

kinds = st.sampled_from(ApplicantType)
scores = st.integers(1, 300) | st.integers(195, 265)
days = st.none() | st.dates(date(2012, 1, 1), date(2027, 1, 1))
step1s = st.none() | st.one_of(
    st.builds(Step1Result, score=scores),
    st.builds(Step1Result, outcome=st.sampled_from(ExamOutcome), taken_on=days),
)
step2s = st.none() | st.one_of(
    st.builds(Step2Result, score=scores, taken_on=days),
    st.builds(Step2Result, score=scores, planned=st.just(value=True)),
    st.builds(Step2Result, failed=st.just(value=True), taken_on=days),
)
exams = st.builds(PracticeExam, score=scores, name=st.text(max_size=5), taken_on=days)
groups = st.none() | st.sampled_from(Group)
targets = st.lists(
    st.builds(Target, specialty=st.sampled_from(SPECIALTIES), group=groups),
    max_size=5, unique_by=lambda target: target.specialty,
).map(tuple)  # fmt: skip
scenarios = st.builds(
    Scenario,
    id=st.just("a"),
    name=st.just("A"),
    step1=step1s,
    step2=step2s,
    failed_step1=st.integers(0, 2),
    failed_step2=st.integers(0, 2),
    strengths=st.frozensets(st.sampled_from(Strength)),
    concerns=st.frozensets(st.sampled_from(Concern)),
    practice=st.lists(exams, max_size=5).map(tuple),
    targets=targets,
    reading=st.sampled_from(Reading),
)
names = st.text(max_size=4) | st.sampled_from(
    ("score", "result", "date", "planned", "step1", "step2", "name")
)
words = st.text(max_size=8) | st.sampled_from(("pass", "fail", "us_md", "2026-07-18", "letters"))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(1, 300) | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
almost_records = st.fixed_dictionaries(
    {"applicant_type": st.sampled_from([*ApplicantType, "x", None])},
    optional={field: anything for field in FIELDS if field != "applicant_type"},
)
good_records = st.fixed_dictionaries(
    {
        "applicant_type": st.sampled_from(ApplicantType),
        "step2": st.none() | st.fixed_dictionaries({"score": scores}),
    },
    optional={
        "strengths": st.lists(st.sampled_from(Strength)),
        "targets": st.lists(st.sampled_from(SPECIALTIES[:-1]), unique=True),
        "practice": st.lists(st.fixed_dictionaries({"score": scores})),
    },
)


def levels(kind: ApplicantType, scenario: Scenario, reference: Reference) -> list[int]:
    """Every impact there is: the two ends, then the targets in order; -1 where there is none."""
    found = assess(kind, scenario, reference, today=TODAY)
    impacts = (found.less_impact, found.ultra_impact, *(v.impact for v in found.verdicts))
    return [-1 if impact is None else impact for impact in impacts]


def with_step2(scenario: Scenario, score: int) -> Scenario:
    assert scenario.step2 is not None
    return replace(scenario, step2=replace(scenario.step2, score=score))


@steady
@given(kind=kinds, scenario=scenarios, score=scores, higher=scores)
def test_a_higher_step_2_ck_never_reads_worse(
    reference: Reference, kind: ApplicantType, scenario: Scenario, score: int, higher: int
) -> None:
    assume(scenario.step2 is not None and not scenario.step2.failed)
    low, high = sorted((score, higher))
    worse, better = (levels(kind, with_step2(scenario, s), reference) for s in (low, high))
    assert all(b <= w for b, w in zip(better, worse, strict=True))


@steady
@given(kind=kinds, scenario=scenarios)
def test_one_point_more_never_reads_worse(
    reference: Reference, kind: ApplicantType, scenario: Scenario
) -> None:
    assume(scenario.step2_score is not None and scenario.step2_score < 300)
    more = with_step2(scenario, (scenario.step2_score or 0) + 1)
    pairs = zip(levels(kind, more, reference), levels(kind, scenario, reference), strict=True)
    assert all(after <= before for after, before in pairs)


@steady
@given(kind=kinds, scenario=scenarios, strength=st.sampled_from(Strength))
def test_a_strength_more_never_reads_worse(
    reference: Reference, kind: ApplicantType, scenario: Scenario, strength: Strength
) -> None:
    more = replace(scenario, strengths=scenario.strengths | {strength})
    pairs = zip(levels(kind, more, reference), levels(kind, scenario, reference), strict=True)
    assert all(after <= before for after, before in pairs)


@steady
@given(kind=kinds, scenario=scenarios, concern=st.sampled_from(Concern))
def test_a_concern_less_never_reads_worse_in_either_reading(
    reference: Reference, kind: ApplicantType, scenario: Scenario, concern: Concern
) -> None:
    fewer = replace(scenario, concerns=scenario.concerns - {concern})
    pairs = zip(levels(kind, fewer, reference), levels(kind, scenario, reference), strict=True)
    assert all(after <= before for after, before in pairs)
    calmer, before = (severities(kind, s, reference) for s in (fewer, scenario))
    assert all(after <= former for after, former in zip(calmer, before, strict=True))


@steady
@given(kind=kinds, scenario=scenarios)
def test_a_failed_attempt_never_reads_better(
    reference: Reference, kind: ApplicantType, scenario: Scenario
) -> None:
    more = replace(scenario, failed_step2=scenario.failed_step2 + 1)
    pairs = zip(levels(kind, more, reference), levels(kind, scenario, reference), strict=True)
    assert all(after >= before for after, before in pairs)


@steady
@given(kind=kinds, scenario=scenarios, turned=st.randoms(use_true_random=False))
def test_the_order_of_targets_changes_nothing(
    reference: Reference, kind: ApplicantType, scenario: Scenario, turned: object
) -> None:
    order = list(scenario.targets)
    turned.shuffle(order)  # type: ignore[attr-defined]
    usual, other = (
        assess(kind, s, reference, today=TODAY)
        for s in (scenario, replace(scenario, targets=tuple(order)))
    )
    assert {v.specialty: v for v in usual.verdicts} == {v.specialty: v for v in other.verdicts}
    assert replace(usual, verdicts=()) == replace(other, verdicts=())
    assert [v.specialty for v in other.verdicts] == [target.specialty for target in order]


@steady
@given(kind=kinds, scenario=scenarios)
def test_a_target_changes_no_other(
    reference: Reference, kind: ApplicantType, scenario: Scenario
) -> None:
    together = assess(kind, scenario, reference, today=TODAY).verdicts
    alone = [
        assess(kind, replace(scenario, targets=(target,)), reference, today=TODAY).verdicts[0]
        for target in scenario.targets
    ]
    assert list(together) == alone


@settings(steady, max_examples=100)
@given(kind=kinds, scenario=scenarios)
def test_every_scenario_can_be_assessed(
    reference: Reference, kind: ApplicantType, scenario: Scenario
) -> None:
    found = assess(kind, scenario, reference, today=TODAY)
    assert_consistent(found, scenario)


@settings(steady, max_examples=120)
@given(value=anything)
@example(value={})
@example(value={"applicant_type": "us_md", "step2": {}})
def test_anything_is_taken_in_or_has_a_problem(reference: Reference, value: object) -> None:
    assert_taken_or_problem(value, reference)


@settings(steady, max_examples=120)
@given(value=almost_records)
def test_a_record_with_anything_in_its_fields_is_taken_in_or_has_a_problem(
    reference: Reference, value: object
) -> None:
    assert_taken_or_problem(value, reference)


@steady
@given(value=good_records)
def test_a_good_record_is_taken_in_and_can_be_assessed(
    reference: Reference, value: object
) -> None:
    taken = take_in(value, "$", reference.specialties)
    assert isinstance(taken, Intake)
    assess(taken.applicant_type, taken.scenario, reference, today=TODAY)


def severities(kind: ApplicantType, scenario: Scenario, reference: Reference) -> list[int]:
    """How strict the reading by figures is for each target; -1 where there is none."""
    found = assess(kind, scenario, reference, today=TODAY)
    states = [verdict.figures and verdict.figures.state for verdict in found.verdicts]
    return [state.severity if state else -1 for state in states]


def assert_consistent(found: Assessment, scenario: Scenario) -> None:
    """What any assessment keeps to, whatever the scenario."""
    is_open = scenario.step2 is None
    assert (found.step2 is None, found.less_impact is None, found.ultra_impact is None) == (
        is_open, is_open, is_open,
    )  # fmt: skip
    for verdict in found.verdicts:
        ids = [rule.id for rule in verdict.rules]
        assert len(set(ids)) == len(ids)
        assert {*verdict.to_address, *verdict.fine} <= set(ids)
        assert all(rule.reason and "None" not in rule.reason for rule in verdict.rules)
        assert (verdict.impact is None) == (is_open or verdict.group is None)
        assert verdict.impact is None or 0 <= verdict.impact <= 5
        assert all(
            verdict.impact is not None and change.impact < verdict.impact
            for change in verdict.changes
        )
        is_fail = "R1" in verdict.to_address
        assert (verdict.headline is None) == (verdict.state is None and not is_fail)


def assert_taken_or_problem(value: object, reference: Reference) -> None:
    taken = take_in(value, "$", reference.specialties)
    if isinstance(taken, Intake):
        assess(taken.applicant_type, taken.scenario, reference, today=TODAY)
    else:
        assert taken
        assert all(isinstance(problem, Problem) for problem in taken)
        assert all(problem.field.startswith("$") for problem in taken)
        assert all("\n" not in str(problem) for problem in taken)
