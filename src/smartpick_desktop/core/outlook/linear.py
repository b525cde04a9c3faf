"""The chances of programs for one file, before anything they have in common is averaged over.

    logit q_i = alpha[specialty, type] + sum_c beta_c x_ic,   logit s_i likewise

What a program publishes of itself is used where the user brought it, and the specialty's figures
where not. A missing answer on visas lowers nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.exams import ExamOutcome
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.outlook.chances import sigmoid
from smartpick_desktop.core.outlook.rules import NEEDED, GroupBase, OutlookRules, SpecialtyClass
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_list import SignalTier, Tie
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.core.scenario import Concern, Scenario

Floats = NDArray[np.float64]

_AT = {key: place for place, key in enumerate(NEEDED)}
PLACE = _AT["place_wished"]
"""The column of the terms that says one would like to be there."""

_CONCERNS = frozenset((Concern.PROFESSIONALISM, Concern.REMEDIATION, Concern.CLERKSHIP_COMMENTS))
_KNOWN = (Tie.HOME, Tie.AWAY_ROTATION)
_TAKE_SHARE = 0.3  # how much of a flag is left once a program has met the applicant (A)
_POINTS_SOUGHT = 6.0
_YEARS_FREE = 3
_STEP1_SHARE, _STEP1_SHIFT = 0.2, 14.0  # a Step 1 with three digits, on the Step 2 CK scale (A)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookInput:
    """What chances are worked out from. `usual_score` gives a specialty's matched score."""

    applicant: Applicant
    scenario: Scenario
    directory: Directory
    facts: FactColumns
    rules: OutlookRules
    usual_score: Callable[[str], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Terms of a few programs, a row each, a column for each coefficient of `NEEDED`.

    `bears` tells rows of which something of the program itself is known, `scored` those with a
    score of their own, `shut` those that take no visa for one who needs it.
    """

    rows: RowArray
    classes: tuple[SpecialtyClass, ...]
    bases: tuple[GroupBase, ...]
    invite_base: Floats
    take_base: Floats
    invite_terms: Floats
    take_terms: Floats
    typical: Floats
    bears: NDArray[np.bool_]
    scored: NDArray[np.bool_]
    shut: NDArray[np.bool_]
    betas: Floats

    @property
    def invite(self) -> Floats:
        """P(invited), averaged over the hidden strength."""
        return sigmoid(self.invite_base + self.invite_terms @ self.betas)

    @property
    def take(self) -> Floats:
        """P(taken | interviewed), averaged likewise."""
        return sigmoid(self.take_base + self.take_terms @ self.betas)

    @property
    def against_average(self) -> Floats:
        """Logits over the specialty's average program, what all programs see alike left out."""
        own = np.array([key not in _OF_ALL for key in NEEDED])
        found: Floats = (self.invite_terms * own) @ self.betas
        return found


_OF_ALL = frozenset(("failed_attempt", "concern", "visa", "year_since"))


def effective_score(scenario: Scenario) -> float | None:
    """The score that counts: Step 2 CK, with a fifth of a Step 1 that has three digits."""
    step2, step1 = scenario.step2_score, scenario.step1_score
    if step2 is None or step1 is None:
        return None if step2 is None else float(step2)
    return (1.0 - _STEP1_SHARE) * step2 + _STEP1_SHARE * (step1 + _STEP1_SHIFT)


def linear(given: OutlookInput, rows: RowArray, *, signals: bool = True) -> Linear:
    """The terms of those rows; ValueError without a Step 2 CK score.

    `signals` False leaves the signals of the list out, to place them anew.
    """
    score = effective_score(given.scenario)
    if score is None:
        raise ValueError("chances need a Step 2 CK score")
    rules, directory = given.rules, given.directory
    keys = [eras_specialty(directory.specialties[row]) for row in rows]
    classes = tuple(rules.class_of(key) for key in keys)
    means = np.array([_mean(given, key, score) for key in keys])
    typical, scored = _typical(given, rows, means)
    terms = np.zeros((len(rows), len(NEEDED)))
    take = np.zeros_like(terms)
    distance = np.clip(
        (score - typical) / rules.settings.score_sd,
        rules.settings.farthest_below,
        rules.settings.farthest_above,
    )
    bases = [rules.base(key, given.applicant.applicant_type) for key in keys]
    score_terms = distance * np.array([base.factor for base in bases])
    terms[:, _AT["score_below"]] = np.minimum(score_terms, 0.0)
    terms[:, _AT["score_above"]] = np.maximum(score_terms, 0.0)
    take[:, _AT["score_take"]] = score_terms
    sought = (typical - means) / _POINTS_SOUGHT
    terms[:, _AT["sought_after"]] = take[:, _AT["sought_take"]] = sought
    opened = left_open(given)[rows]
    terms[:, _AT["unfilled"]] = opened
    typed = _type_terms(given, rows, terms)
    bound = _entry_terms(given, rows, classes, terms, take, signals=signals)
    shut = _flags(given, rows, terms, take)
    return Linear(
        rows=rows, classes=classes, bases=tuple(bases),
        invite_base=_logits([base.invite for base in bases]),
        take_base=_logits([base.take for base in bases]),
        invite_terms=terms, take_terms=take, typical=typical,
        bears=scored | opened | typed | bound | shut, scored=scored, shut=shut,
        betas=np.array([rules.number(key) for key in NEEDED]),
    )  # fmt: skip


def _mean(given: OutlookInput, specialty: str, score: float) -> float:
    """The specialty's usual score; without one the file's own, so that it says nothing."""
    found = given.usual_score(specialty)
    return score if found is None else found


def _typical(
    given: OutlookInput, rows: RowArray, means: Floats
) -> tuple[Floats, NDArray[np.bool_]]:
    typical = given.facts.numbers(FactKey.TYPICAL_STEP2)[rows]
    least = given.facts.numbers(FactKey.MINIMUM_STEP2)[rows]
    own = np.where(np.isnan(typical), least + given.rules.settings.typical_over_minimum, typical)
    return np.where(np.isnan(own), means, own), ~np.isnan(own)


def _type_terms(given: OutlookInput, rows: RowArray, terms: Floats) -> NDArray[np.bool_]:
    """University or community, for those whom it makes a difference to."""
    kind = given.applicant.applicant_type
    if kind is ApplicantType.US_MD:
        return np.zeros(len(rows), dtype=np.bool_)
    side = np.zeros(len(rows))
    for at, row in enumerate(rows):
        word = given.facts.facts.value(given.directory.program_ids[row], FactKey.PROGRAM_TYPE)
        side[at] = {"university": 1.0, "community": -1.0}.get(str(word), 0.0)
    terms[:, _AT["img_university" if kind.is_img else "do_university"]] = side
    known: NDArray[np.bool_] = side != 0.0
    return known


def left_open(given: OutlookInput) -> NDArray[np.bool_]:
    """Programs that left places open lately; a full one says little, since most are."""
    settings = given.rules.settings
    return given.facts.left_open(settings.unfilled_years, settings.unfilled_share)


def _entry_terms(
    given: OutlookInput,
    rows: RowArray,
    classes: Sequence[SpecialtyClass],
    terms: Floats,
    take: Floats,
    *,
    signals: bool,
) -> NDArray[np.bool_]:
    """Ties and signals of the list, and places one would like to be."""
    bound = np.zeros(len(rows), dtype=np.bool_)
    terms[:, _AT["place_wished"]] = wished(given, rows)
    place = {int(row): at for at, row in enumerate(rows)}
    for entry in given.scenario.entries:
        row = given.directory.index_of(entry.program_id)
        at = place.get(row) if row is not None else None
        if at is None:
            continue
        if entry.tie in _KNOWN:
            terms[at, _AT["home"]] = take[at, _AT["home_take"]] = 1.0
            terms[at, _AT["place_wished"]] = 0.0
        elif entry.tie is not Tie.NONE:
            terms[at, _AT["place_wished"]] = 1.0
        if signals and entry.signal is not SignalTier.NONE:
            terms[at, _AT[f"signal_{classes[at].value}"]] = 1.0
            terms[at, _AT["gold_more"]] = float(entry.signal is SignalTier.GOLD)
        bound[at] = entry.tie is not Tie.NONE or entry.signal is not SignalTier.NONE
    return bound


def wished(given: OutlookInput, rows: RowArray) -> Floats:
    """1 for programs where the scenario says one would like to be."""
    wish, directory = given.scenario.preferences, given.directory
    found = np.array(
        [
            directory.states[row] in wish.states or directory.divisions[row] in wish.divisions
            for row in rows
        ],
        dtype=np.float64,
    )
    if wish.city and wish.miles:
        miles = Cities(directory).miles(wish.city)
        if miles is not None:
            found = np.maximum(found, miles[rows] <= wish.miles)
    return found


def _flags(given: OutlookInput, rows: RowArray, terms: Floats, take: Floats) -> NDArray[np.bool_]:
    """What every program sees alike, and where no visa is to be had."""
    applicant, scenario = given.applicant, given.scenario
    failed = scenario.step1 is not None and scenario.step1.outcome is ExamOutcome.FAIL
    years = 0
    if applicant.standing is Standing.GRADUATE and applicant.graduation_year is not None:
        years = max(0, scenario.season - applicant.graduation_year - _YEARS_FREE)
    flags = {
        "failed_attempt": float(failed or scenario.failed_step1 + scenario.failed_step2 > 0),
        "concern": float(bool(scenario.concerns & _CONCERNS)),
        "year_since": float(years),
        "visa": float(bool(applicant.needs_visa)),
    }
    for key, value in flags.items():
        terms[:, _AT[key]] = value
        take[:, _AT[key]] = _TAKE_SHARE * value
    if not applicant.needs_visa:
        return np.zeros(len(rows), dtype=np.bool_)
    answers = [given.facts.numbers(key)[rows] for key in (FactKey.VISA_J1, FactKey.VISA_H1B)]
    found: NDArray[np.bool_] = (answers[0] == 0.0) & (answers[1] == 0.0)
    return found


def _logits(chances: Sequence[float]) -> Floats:
    p = np.array(chances)
    found: Floats = np.log(p / (1.0 - p))
    return found
