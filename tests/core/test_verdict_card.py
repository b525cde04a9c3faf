"""The verdict card: state, sentence, reasons with their rules, and what would change it."""

from collections.abc import Callable
from datetime import date

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Reading, Scenario, Strength, Target
from smartpick_desktop.core.verdict_card import (
    FIGURES_ID,
    IMPACT_WORDS,
    SENTENCES,
    Sign,
    VerdictCard,
    verdict_card,
)

TODAY = date(2026, 9, 1)
ENDS = "These are the two ends. Add a specialty to see where it lies between them."

CardOf = Callable[..., VerdictCard]


@pytest.fixture(scope="module")
def card_of(reference: Reference) -> CardOf:
    """The card of a Step 1 and a Step 2 CK result, for the last of the targets."""

    def card(
        step1: int | None,
        step2: Step2Result | int | None,
        *targets: str | Target,
        kind: str = "us_md",
        reading: str = "article",
        strengths: tuple[Strength, ...] = (),
    ) -> VerdictCard:
        aims = tuple(t if isinstance(t, Target) else Target(specialty=t) for t in targets)
        scenario = Scenario(
            id="a",
            name="Actual",
            step1=None if step1 is None else Step1Result(score=step1),
            step2=Step2Result(score=step2) if isinstance(step2, int) else step2,
            targets=aims,
            reading=Reading(reading),
            strengths=frozenset(strengths),
        )
        found = assess(ApplicantType(kind), scenario, reference, today=TODAY)
        focus = aims[-1].specialty if aims else None
        return verdict_card(scenario, found, reference, focus)

    return card


def rule_ids(card: VerdictCard) -> list[str]:
    return [reason.rule_id for reason in card.reasons]


def signs(card: VerdictCard) -> dict[str, Sign]:
    return {reason.rule_id: reason.sign for reason in card.reasons}


@pytest.mark.parametrize(
    ("target", "reading", "headline"),
    [
        ("anesthesiology", "article", "Fine as is"),
        ("anesthesiology", "figures", "Worth a plan"),
        ("anesthesiology", "stricter", "Worth a plan"),
        ("dermatology", "article", "Worth a plan"),
        ("dermatology", "figures", "Needs a plan first"),
        ("dermatology", "stricter", "Needs a plan first"),
        ("internal_medicine", "article", "Fine as is"),
        ("internal_medicine", "figures", "Fine as is"),
        ("internal_medicine", "stricter", "Fine as is"),
    ],
)
def test_250_and_244_read(card_of: CardOf, target: str, reading: str, headline: str) -> None:
    assert card_of(250, 244, target, reading=reading).headline == headline


@pytest.mark.parametrize(
    ("score", "target", "state"),
    [
        (244, "anesthesiology", State.FINE_AS_IS),
        (244, "dermatology", State.WORTH_A_PLAN),
        (230, "dermatology", State.NEEDS_A_PLAN_FIRST),
    ],
)
def test_each_state_has_a_sentence_of_its_own(
    card_of: CardOf, score: int, target: str, state: State
) -> None:
    assert card_of(None, score, target).sentence == SENTENCES[state]


@pytest.mark.parametrize(
    ("score", "target", "level"),
    [(250, "family_medicine", 0), (244, "dermatology", 3), (230, "dermatology", 4)],
)
def test_the_level_is_said_in_a_number_and_in_words(
    card_of: CardOf, score: int, target: str, level: int
) -> None:
    text = card_of(None, score, target).impact_text
    assert text == f"Impact {level} of 5: {IMPACT_WORDS[level]}."


def test_the_card_of_250_and_244_for_anesthesiology_names_each_rule(card_of: CardOf) -> None:
    card = card_of(250, 244, "anesthesiology")
    assert rule_ids(card) == ["B240.moderate", "T1", "D1", FIGURES_ID]


@pytest.mark.parametrize("reading", ["figures", "stricter"])
def test_the_figures_come_first_where_they_are_asked(card_of: CardOf, reading: str) -> None:
    card = card_of(250, 244, "anesthesiology", reading=reading)
    assert rule_ids(card) == [FIGURES_ID, "B240.moderate", "T1", "D1"]


def test_the_reason_by_figures_says_what_it_rests_on(card_of: CardOf) -> None:
    reason = card_of(250, 244, "anesthesiology").reasons[-1]
    assert reason.text == (
        "Worth a plan by the figures: 89 % of 1,403 US MD seniors who ranked anesthesiology "
        "with 240–249 matched, 2020–24. Near the line."
    )


def test_a_reason_by_figures_far_from_every_edge_is_not_near_the_line(card_of: CardOf) -> None:
    assert "Near the line" not in card_of(None, 230, "dermatology").reasons[-1].text


@pytest.mark.parametrize(
    ("score", "target", "sign"),
    [
        (250, "internal_medicine", Sign.PLUS),
        (244, "anesthesiology", Sign.NEUTRAL),
        (244, "dermatology", Sign.MINUS),
    ],
)
def test_the_sign_of_the_figures_follows_their_state(
    card_of: CardOf, score: int, target: str, sign: Sign
) -> None:
    assert signs(card_of(None, score, target))[FIGURES_ID] is sign


@pytest.mark.parametrize(
    ("step1", "step2", "target", "rule", "sign"),
    [
        (250, 244, "anesthesiology", "B240.moderate", Sign.PLUS),
        (250, 244, "dermatology", "B240.ultra", Sign.MINUS),
        (250, 244, "anesthesiology", "T1", Sign.PLUS),
        (230, 244, "anesthesiology", "T2", Sign.PLUS),
        (250, 220, "anesthesiology", "T3", Sign.MINUS),
        (220, 214, "anesthesiology", "T4", Sign.MINUS),
        (250, 230, "anesthesiology", "T5", Sign.NEUTRAL),
        (250, 244, "anesthesiology", "D1", Sign.PLUS),
        (213, 210, "family_medicine", "M1", Sign.MINUS),
    ],
)
def test_a_rule_points_its_way(
    card_of: CardOf, step1: int, step2: int, target: str, rule: str, sign: Sign
) -> None:
    assert signs(card_of(step1, step2, target))[rule] is sign


def test_strengths_that_offset_are_a_plus(card_of: CardOf) -> None:
    card = card_of(255, 240, "dermatology", strengths=(Strength.LETTERS, Strength.RESEARCH))
    assert signs(card)["M2"] is Sign.PLUS


@pytest.mark.parametrize(
    ("target", "state"),
    [("anesthesiology", "worth a plan"), ("dermatology", "needs a plan first")],
)
def test_stricter_figures_are_told_where_the_article_leads(
    card_of: CardOf, target: str, state: str
) -> None:
    note = card_of(250, 244, target).stricter_note
    assert note == f"The figures are stricter here: {state}."


def test_a_stricter_article_is_told_where_the_figures_lead(card_of: CardOf) -> None:
    card = card_of(None, 224, "internal_medicine_academic", reading="figures")
    assert card.stricter_note == "The article is stricter here: worth a plan."


@pytest.mark.parametrize("target", ["anesthesiology", "dermatology", "radiation_oncology"])
def test_nothing_is_stricter_than_the_stricter_reading(card_of: CardOf, target: str) -> None:
    assert card_of(250, 224, target, reading="stricter").stricter_note == ""


def test_each_change_says_the_state_it_would_leave(card_of: CardOf) -> None:
    card = card_of(None, Step2Result(score=236, planned=True), "dermatology")
    assert [(change.text, change.state) for change in card.changes] == [
        ("Strong letters from known faculty and research in the specialty", State.WORTH_A_PLAN),
        ("A Step 2 CK of 240 or more", State.WORTH_A_PLAN),
        ("A moderately competitive specialty, beside this one or instead", State.FINE_AS_IS),
    ]


def test_a_verdict_that_is_fine_has_nothing_to_change(card_of: CardOf) -> None:
    assert card_of(250, 244, "anesthesiology").changes == ()


def test_a_score_that_was_taken_is_not_offered_again(card_of: CardOf) -> None:
    texts = [change.text for change in card_of(250, 244, "dermatology").changes]
    assert not any("Step 2 CK of" in text for text in texts)


def test_a_passed_exam_is_said_not_to_be_retaken(card_of: CardOf) -> None:
    assert card_of(250, 244, "dermatology").note == "A passed Step 2 CK is not retaken."


def test_a_planned_score_may_still_change(card_of: CardOf) -> None:
    assert card_of(None, Step2Result(score=236, planned=True), "dermatology").note == ""


@pytest.mark.parametrize("kind", ["us_img", "non_us_img"])
def test_a_group_without_figures_is_told_so(card_of: CardOf, kind: str) -> None:
    planned = Step2Result(score=249, planned=True)
    assert card_of(None, planned, "dermatology", kind=kind).note == (
        "No figures for this specialty and applicant type: one reading only."
    )


def test_what_the_open_ended_top_band_cannot_tell_is_said(card_of: CardOf) -> None:
    note = "250 and over holds 56 % of first-takers: it does not tell a 252 from a 270."
    for score, said in ((249, False), (250, True), (265, True)):
        planned = Step2Result(score=score, planned=True)
        assert (note in card_of(None, planned, "dermatology").note) is said


@pytest.mark.parametrize(
    ("specialty", "said"), [("family_medicine", True), ("internal_medicine", False)]
)
def test_scores_that_barely_separate_outcomes_are_said_to(
    card_of: CardOf, specialty: str, said: bool
) -> None:
    note = "Scores barely separate outcomes here: median 230 matched, 231 not matched."
    assert (note in card_of(None, 236, specialty, kind="non_us_img").note) is said


def test_no_figures_are_told_beside_what_else_there_is_to_note(card_of: CardOf) -> None:
    assert card_of(None, 244, "dermatology", kind="us_img").note == (
        "A passed Step 2 CK is not retaken. "
        "No figures for this specialty and applicant type: one reading only."
    )


class TestWithoutAScore:
    def test_there_is_no_state(self, card_of: CardOf) -> None:
        assert card_of(250, None, "dermatology").state is None

    def test_the_headline_says_so(self, card_of: CardOf) -> None:
        assert card_of(250, None, "dermatology").headline == "No score yet"

    def test_the_sentence_says_what_to_do(self, card_of: CardOf) -> None:
        assert card_of(250, None, "dermatology").sentence == (
            "Enter a Step 2 CK score to see a verdict, or plan one to try it out."
        )

    def test_there_are_no_reasons(self, card_of: CardOf) -> None:
        assert card_of(250, None, "dermatology").reasons == ()


class TestWithoutATarget:
    def test_both_ends_are_shown(self, card_of: CardOf) -> None:
        assert [reason.text for reason in card_of(250, 244).reasons] == [
            "Less competitive specialties: fine as is, impact 1 of 5.",
            "Ultra-competitive specialties: worth a plan, impact 3 of 5.",
        ]

    def test_two_ends_apart_make_no_state(self, card_of: CardOf) -> None:
        card = card_of(250, 244)
        assert (card.state, card.headline) == (None, "It depends on the specialty")

    def test_two_ends_alike_make_a_state(self, card_of: CardOf) -> None:
        card = card_of(250, 260)
        assert (card.state, card.headline) == (State.FINE_AS_IS, "Fine as is")

    def test_the_sentence_says_that_they_are_ends(self, card_of: CardOf) -> None:
        assert card_of(250, 244).sentence == ENDS

    def test_a_fail_is_named(self, card_of: CardOf) -> None:
        card = card_of(250, Step2Result(failed=True))
        assert card.sentence.startswith("The exam was not passed.")

    def test_a_score_under_the_pass_mark_of_its_date_is_named(self, card_of: CardOf) -> None:
        card = card_of(None, Step2Result(score=216, taken_on=date(2025, 7, 1)))
        assert card.sentence.startswith("216 is not a pass.")

    def test_a_pass_of_its_date_is_no_fail(self, card_of: CardOf) -> None:
        card = card_of(None, Step2Result(score=216, taken_on=date(2025, 6, 30)))
        assert card.sentence == ENDS


class TestASeparateMatch:
    """Urology stands in no source: the user says which group it belongs to."""

    def test_it_asks_for_a_group(self, card_of: CardOf) -> None:
        assert card_of(250, 244, "urology").needs_group

    def test_it_is_not_placed(self, card_of: CardOf) -> None:
        card = card_of(250, 244, "urology")
        assert (card.state, card.headline) == (None, "Not placed yet")

    def test_until_then_both_ends_are_shown(self, card_of: CardOf) -> None:
        assert card_of(250, 244, "urology").reasons == card_of(250, 244).reasons

    @pytest.mark.parametrize(
        ("group", "headline"),
        [
            (Group.LESS, "Fine as is"),
            (Group.MODERATE, "Fine as is"),
            (Group.ULTRA, "Worth a plan"),
        ],
    )
    def test_the_group_places_it(self, card_of: CardOf, group: Group, headline: str) -> None:
        target = Target(specialty="urology", group=group)
        assert card_of(250, 244, target).headline == headline

    def test_the_group_may_still_be_changed(self, card_of: CardOf) -> None:
        assert card_of(250, 244, Target(specialty="urology", group=Group.ULTRA)).needs_group

    @pytest.mark.parametrize("target", ["dermatology", "neurological_surgery", "pathology"])
    def test_a_specialty_that_a_source_places_does_not_ask(
        self, card_of: CardOf, target: str
    ) -> None:
        assert not card_of(250, 244, target).needs_group


class TestAFail:
    @pytest.mark.parametrize("target", ["family_medicine", "anesthesiology", "dermatology"])
    def test_without_a_number_it_needs_a_plan_first(self, card_of: CardOf, target: str) -> None:
        assert card_of(250, Step2Result(failed=True), target).headline == "Needs a plan first"

    def test_without_a_number_it_is_named_plainly(self, card_of: CardOf) -> None:
        assert card_of(250, Step2Result(failed=True), "dermatology").sentence == (
            "The exam was not passed. "
            "Talk about timing before anything else; the exam can be taken again."
        )

    def test_a_score_under_the_mark_of_its_date_is_named_plainly(self, card_of: CardOf) -> None:
        failed = Step2Result(score=216, taken_on=date(2025, 7, 1))
        assert card_of(None, failed, "pediatrics").sentence == (
            "216 is not a pass. "
            "Talk about timing before anything else; the exam can be taken again."
        )

    def test_the_rule_is_among_the_reasons(self, card_of: CardOf) -> None:
        failed = Step2Result(score=216, taken_on=date(2025, 7, 1))
        assert "R1" in rule_ids(card_of(None, failed, "pediatrics"))

    def test_the_same_score_of_a_day_before_the_mark_rose_is_none(self, card_of: CardOf) -> None:
        passed = Step2Result(score=216, taken_on=date(2025, 6, 30))
        assert "R1" not in rule_ids(card_of(None, passed, "pediatrics"))

    def test_nobody_is_told_that_it_is_not_retaken(self, card_of: CardOf) -> None:
        failed = Step2Result(score=216, taken_on=date(2025, 7, 1))
        assert card_of(None, failed, "pediatrics").note == ""


class TestALowScoreWithoutADate:
    NOTE = "218 is needed for exams since 1 July 2025. Enter the date of the exam."

    def test_the_mark_of_today_is_told(self, card_of: CardOf) -> None:
        assert card_of(None, 217, "pediatrics").note == self.NOTE

    def test_the_mark_of_today_is_told_without_a_target(self, card_of: CardOf) -> None:
        assert card_of(None, 217).note == self.NOTE

    def test_a_score_at_the_mark_needs_no_word(self, card_of: CardOf) -> None:
        assert self.NOTE not in card_of(None, 218, "pediatrics").note

    def test_a_date_settles_it(self, card_of: CardOf) -> None:
        dated = Step2Result(score=217, taken_on=date(2025, 6, 30))
        assert self.NOTE not in card_of(None, dated, "pediatrics").note

    def test_a_planned_score_has_no_date_to_enter(self, card_of: CardOf) -> None:
        planned = Step2Result(score=217, planned=True)
        assert self.NOTE not in card_of(None, planned, "pediatrics").note

    def test_a_score_that_may_be_a_fail_is_not_called_a_pass(self, card_of: CardOf) -> None:
        assert "passed" not in card_of(None, 217, "dermatology").note


@pytest.mark.parametrize(
    ("specialty", "note"),
    [
        ("emergency_medicine", "The article: tier 6; outcomes: 3.1 of 9."),
        ("radiation_oncology", "The article: ultra-competitive; outcomes: 2.9 of 9."),
    ],
)
def test_both_tiers_are_named_where_they_lie_far_apart(
    card_of: CardOf, specialty: str, note: str
) -> None:
    assert note in card_of(250, 244, specialty).note


def test_one_tier_is_enough_where_they_agree(card_of: CardOf) -> None:
    assert "outcomes" not in card_of(250, 244, "anesthesiology").note
