"""The bucket of each program, and why: how it stands to the average one of its specialty."""

import numpy as np

from smartpick_desktop.core.outlook.linear import Linear, OutlookInput, left_open, linear
from smartpick_desktop.core.outlook.results import Basis, ProgramChance
from smartpick_desktop.core.outlook.rules import NEEDED
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_list import Bucket
from smartpick_desktop.core.programs import RowArray

_TOLD = 0.12  # logits from which a term is worth naming
_WORDS = {
    "signal_core": "a signal is placed",
    "signal_middle": "a signal is placed",
    "signal_large": "a signal is placed",
    "place_wished": "it is where you would like to be, or a tie of region or family",
    "home": "it knows you already",
    "unfilled": "it left places open lately",
}
NO_RATING = (
    "Nothing of this program itself is known that bears on it: bring its usual score, or a tie."
)
NO_VISA = "It takes no visa, and one is needed."


def rate_programs(
    given: OutlookInput, rows: RowArray, *, reasons: bool = True
) -> dict[str, ProgramChance]:
    """The chances of those rows by program id; none without a Step 2 CK score.

    `reasons` False leaves the sentences out, for thousands of rows at once.
    """
    if given.scenario.step2_score is None or not len(rows):
        return {}
    return chances_of(given, linear(given, rows), reasons=reasons)


def rows_to_rate(given: OutlookInput) -> RowArray:
    """The rows of which something is known that may bear on a bucket, and those on the list."""
    facts = given.facts
    keys = (FactKey.TYPICAL_STEP2, FactKey.MINIMUM_STEP2, FactKey.PROGRAM_TYPE, FactKey.VISA_J1)
    known = np.any([~np.isnan(facts.numbers(key)) for key in keys], axis=0) | left_open(given)
    listed = given.directory.rows_of(entry.program_id for entry in given.scenario.entries)
    known[listed] = True
    return np.flatnonzero(known).astype(np.int32)


def chances_of(
    given: OutlookInput, terms: Linear, *, reasons: bool = True
) -> dict[str, ProgramChance]:
    """The chances of programs whose terms are known, by program id."""
    invite, take, relative = terms.invite, terms.take, terms.against_average
    found = {}
    for at, row in enumerate(terms.rows):
        program_id = given.directory.program_ids[row]
        shut, bears = bool(terms.shut[at]), bool(terms.bears[at])
        bucket = None
        if bears:
            bucket = _bucket(given, float(relative[at]), float(invite[at]), shut=shut)
        found[program_id] = ProgramChance(
            program_id=program_id,
            invite=0.0 if shut else float(invite[at]),
            take=float(take[at]),
            basis=_basis(given, terms, at),
            bucket=bucket,
            reason=(_reason(given, terms, at) if bears else NO_RATING) if reasons else "",
            assumed=() if terms.scored[at] else ("its usual Step 2 CK score",),
            excluded=NO_VISA if shut else "",
        )
    return found


def _bucket(given: OutlookInput, relative: float, invite: float, *, shut: bool) -> Bucket:
    settings = given.rules.settings
    if shut or relative < settings.reach_below:
        return Bucket.REACH
    above = relative >= settings.likely_above
    return Bucket.LIKELY if above and invite >= settings.likely_at_least else Bucket.TARGET


def _basis(given: OutlookInput, terms: Linear, at: int) -> Basis:
    if terms.scored[at]:
        return Basis.PROGRAM
    return Basis.SIMILAR if terms.bases[at].is_similar else Basis.SPECIALTY


def _reason(given: OutlookInput, terms: Linear, at: int) -> str:
    if terms.shut[at]:
        return NO_VISA
    parts = [_score_words(given, terms, at)]
    for key, weight in zip(NEEDED, terms.invite_terms[at] * terms.betas, strict=True):
        if key in _WORDS and abs(weight) >= _TOLD:
            parts.append(_WORDS[key])
        elif key in ("img_university", "do_university") and abs(weight) >= _TOLD:
            kind = "a community" if weight > 0 else "a university"
            parts.append(f"it is {kind} program")
    said = "; ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}."


def _score_words(given: OutlookInput, terms: Linear, at: int) -> str:
    score = given.scenario.step2_score
    if score is None or not terms.scored[at]:
        return "its usual score is not known"
    usual = round(float(terms.typical[at]))
    gap = score - usual
    side = "as here" if gap == 0 else f"{abs(gap)} {'under' if gap > 0 else 'over'} this one"
    return f"its usual score, {usual}, is {side}"
