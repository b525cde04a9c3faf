"""The verdict card: the state in words, the reasons for it, and what would change it."""

from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.assessment.impact import state_of
from smartpick_desktop.core.assessment.verdict import (
    STATE_WORDS,
    Assessment,
    FiguresReading,
    State,
    TargetVerdict,
)
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Reading, Scenario
from smartpick_desktop.core.verdict_notes import card_note, pass_mark_note

FIGURES_ID = "figures"

IMPACT_WORDS = (
    "makes no real difference",
    "usually fine",
    "fine with a solid application",
    "asks for a strong application and a broad list",
    "serious: plan a backup specialty as well",
    "high risk: plan with care",
)
SENTENCES = {
    State.FINE_AS_IS: "The number is not what programs here will stop at. Keep the list balanced.",
    State.WORTH_A_PLAN: (
        "The score is in reach of this specialty. The list will do more than the number."
    ),
    State.NEEDS_A_PLAN_FIRST: (
        "The number will be looked at closely here. Settle the plan before the list."
    ),
}


class Sign(StrEnum):
    """Which way a reason points."""

    PLUS = "plus"
    MINUS = "minus"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One line under "Why", with the rule that it rests on."""

    sign: Sign
    text: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChange:
    """One line under "What would change this", with the state that it would leave."""

    text: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCard:
    """Everything the card shows. `state` None: nothing to say yet, or two ends to show."""

    specialty: str | None
    state: State | None
    headline: str
    sentence: str
    impact_text: str
    reasons: tuple[Reason, ...]
    stricter_note: str
    changes: tuple[CardChange, ...]
    note: str
    needs_group: bool = False


def verdict_card(
    scenario: Scenario, assessment: Assessment, reference: Reference, focus: str | None
) -> VerdictCard:
    """The card of the target in focus; without a target, of the two ends."""
    verdict = next((v for v in assessment.verdicts if v.specialty == focus), None)
    if scenario.step2 is None:
        return _empty(focus)
    if verdict is None:
        return _two_ends(scenario, assessment, reference)
    return VerdictCard(
        specialty=verdict.specialty,
        state=verdict.headline,
        headline=STATE_WORDS[verdict.headline] if verdict.headline else "Not placed yet",
        sentence=_sentence(verdict, scenario),
        impact_text=_impact_text(verdict),
        reasons=reasons(verdict, scenario.reading) if verdict.group else _ends(assessment),
        stricter_note=verdict.stricter_note or "",
        changes=_changes(verdict, reference),
        note=card_note(scenario, verdict, reference),
        needs_group=verdict.tier is None and verdict.specialty not in _named(reference),
    )


def reasons(verdict: TargetVerdict, reading: Reading) -> tuple[Reason, ...]:
    """The reasons of both readings, those of the reading that leads first."""
    by_rule = tuple(
        Reason(sign=_sign(rule.id, verdict), text=rule.reason, rule_id=rule.id)
        for rule in verdict.rules
    )
    by_figures = (_figures_reason(verdict.figures),) if verdict.figures else ()
    figures_lead = reading is not Reading.ARTICLE and verdict.figures is not None
    return (*by_figures, *by_rule) if figures_lead else (*by_rule, *by_figures)


def _figures_reason(figures: FiguresReading) -> Reason:
    near = " Near the line." if figures.near_the_line else ""
    words = f"{STATE_WORDS[figures.state]} by the figures: " if figures.state else ""
    basis = figures.basis if not words else figures.basis[0].lower() + figures.basis[1:]
    calm = figures.state in (None, State.FINE_AS_IS)
    sign = Sign.PLUS if calm else Sign.MINUS
    if figures.state is State.WORTH_A_PLAN:
        sign = Sign.NEUTRAL
    return Reason(sign=sign, text=f"{words}{basis}{near}", rule_id=FIGURES_ID)


def _sign(rule_id: str, verdict: TargetVerdict) -> Sign:
    if rule_id in ("T1", "T2", "M2", "D1"):
        return Sign.PLUS
    if rule_id == "T5":
        return Sign.NEUTRAL
    if rule_id.startswith("B"):
        return Sign.PLUS if verdict.state is State.FINE_AS_IS else Sign.MINUS
    return Sign.MINUS


def _sentence(verdict: TargetVerdict, scenario: Scenario) -> str:
    if verdict.headline is None:
        return "No source here places this specialty. Say which group it belongs to."
    if "R1" in verdict.to_address:
        return _fail_sentence(scenario)
    return SENTENCES[verdict.headline]


def _fail_sentence(scenario: Scenario) -> str:
    score = scenario.step2_score
    begin = "The exam was not passed." if score is None else f"{score} is not a pass."
    return f"{begin} Talk about timing before anything else; the exam can be taken again."


def _impact_text(verdict: TargetVerdict) -> str:
    if verdict.impact is None:
        return ""
    return f"Impact {verdict.impact} of 5: {IMPACT_WORDS[verdict.impact]}."


def _changes(verdict: TargetVerdict, reference: Reference) -> tuple[CardChange, ...]:
    states = reference.impact.states
    return tuple(
        CardChange(text=change.text, state=state_of(change.impact, states))
        for change in verdict.changes
    )


def _named(reference: Reference) -> frozenset[str]:
    return frozenset(reference.tiers.article_groups)


def _empty(focus: str | None) -> VerdictCard:
    return VerdictCard(
        specialty=focus,
        state=None,
        headline="No score yet",
        sentence="Enter a Step 2 CK score to see a verdict, or plan one to try it out.",
        impact_text="",
        reasons=(),
        stricter_note="",
        changes=(),
        note="",
    )


def _two_ends(scenario: Scenario, assessment: Assessment, reference: Reference) -> VerdictCard:
    less, ultra = assessment.less_state, assessment.ultra_state
    is_fail = assessment.step2 is not None and assessment.step2.passed is False
    ends = "These are the two ends. Add a specialty to see where it lies between them."
    return VerdictCard(
        specialty=None,
        state=less if less == ultra else None,
        headline=STATE_WORDS[less] if less and less == ultra else "It depends on the specialty",
        sentence=_fail_sentence(scenario) if is_fail else ends,
        impact_text="",
        reasons=_ends(assessment),
        stricter_note="",
        changes=(),
        note=pass_mark_note(scenario, reference),
    )


def _ends(assessment: Assessment) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            sign=Sign.PLUS if state is State.FINE_AS_IS else Sign.MINUS,
            text=f"{where}: {STATE_WORDS[state].lower()}, impact {level} of 5.",
            rule_id="B",
        )
        for where, state, level in (
            ("Less competitive specialties", assessment.less_state, assessment.less_impact),
            ("Ultra-competitive specialties", assessment.ultra_state, assessment.ultra_impact),
        )
        if state is not None
    )
