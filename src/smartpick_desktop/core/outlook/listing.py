"""The outlook of the list at hand: chance to match as a range, interviews, and what each adds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.outlook.chances import NODES, WEIGHTS, at_nodes, logit, sigmoid
from smartpick_desktop.core.outlook.draws import normal_draws
from smartpick_desktop.core.outlook.interviews import count_range, mixed_distribution
from smartpick_desktop.core.outlook.linear import Linear, OutlookInput, linear
from smartpick_desktop.core.outlook.notes import notes
from smartpick_desktop.core.outlook.rating import chances_of
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.outlook.rules import NEEDED, SpecialtyClass
from smartpick_desktop.core.program_list import EntryStatus
from smartpick_desktop.core.programs import RowArray

Floats = NDArray[np.float64]

OFFERED = frozenset(
    (EntryStatus.OFFERED, EntryStatus.SCHEDULED, EntryStatus.INTERVIEWED, EntryStatus.RANKED)
)
_SURE = 12.0  # logit of an invitation that came already
_COARSE = slice(None, None, 2)  # every other node does for the range, which is rounded to fives
_SPREAD = 0.3458


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChances:
    """The programs of a list at every node of the hidden strength, (programs, nodes)."""

    terms: Linear
    invited: Floats
    joint: Floats

    @property
    def match(self) -> float:
        """P(match) = 1 - E_z prod (1 - p_i(z))."""
        return float(WEIGHTS @ (1.0 - np.prod(1.0 - self.joint, axis=0)))


def outlook(given: OutlookInput) -> Outlook | None:
    """The outlook of the list of `given`; None without a Step 2 CK score or any known program."""
    listed = listed_rows(given)
    if given.scenario.step2_score is None or not len(listed):
        return None
    chances = list_chances(given, linear(given, listed))
    held = Held.of(given, chances.terms)
    low, high = _range(given, chances)
    match = chances.match
    pmf = mixed_distribution(chances.invited.T, WEIGHTS)
    fewest, most = count_range(pmf)
    without = _without_each(chances)
    programs = chances_of(given, chances.terms)
    for at, row in enumerate(chances.terms.rows):
        key = given.directory.program_ids[row]
        adds = held.back(match) - held.back(float(without[at]))
        programs[key] = replace(programs[key], adds=max(0.0, adds))
    return Outlook(
        low=held.back(low), middle=held.back(match), high=held.back(high),
        expected=float(pmf @ np.arange(len(pmf))), fewest=fewest, most=most,
        interviews=tuple(float(part) for part in pmf),
        programs=programs, notes=notes(given, chances.terms),
    )  # fmt: skip


def what_if(given: OutlookInput, score: int) -> Outlook | None:
    """The same list with another Step 2 CK score; None without one to begin with."""
    return None if given.scenario.step2 is None else outlook(with_score(given, score))


def with_score(given: OutlookInput, score: int) -> OutlookInput:
    """The same file with another Step 2 CK score."""
    step2 = given.scenario.step2 or Step2Result(score=score, planned=True)
    scenario = replace(given.scenario, step2=replace(step2, score=score, failed=False))
    return replace(given, scenario=scenario)


def listed_rows(given: OutlookInput) -> RowArray:
    """The rows of the list's programs that the directory has."""
    return given.directory.rows_of(entry.program_id for entry in given.scenario.entries)


def list_chances(given: OutlookInput, terms: Linear, steps: int = 3) -> ListChances:
    """Every program's chances with the hidden strength; a program without a visa has none."""
    settings = given.rules.settings
    invited = at_nodes(sigmoid(invite_logits(given, terms)), settings.invite_tau, steps)
    invited[terms.shut] = 0.0
    taken = np.empty_like(invited)
    for kind in set(terms.classes):
        of = class_mask(terms.classes, kind)
        taken[of] = at_nodes(terms.take[of], settings.take_tau[kind], steps)
    return ListChances(terms=terms, invited=invited, joint=settings.arrives * invited * taken)


def class_mask(classes: Sequence[SpecialtyClass], kind: SpecialtyClass) -> NDArray[np.bool_]:
    """Which programs are of a class."""
    return np.array([each is kind for each in classes], dtype=np.bool_)


def invite_logits(given: OutlookInput, terms: Linear) -> Floats:
    """The logit of each invitation; as good as sure where it was offered already."""
    found: Floats = terms.invite_base + terms.invite_terms @ terms.betas
    return np.where(offered(given, terms), _SURE, found)


def offered(given: OutlookInput, terms: Linear) -> NDArray[np.bool_]:
    """Which programs the list says have invited already."""
    came = {entry.program_id for entry in given.scenario.entries if entry.status in OFFERED}
    ids = given.directory.program_ids
    return np.array([ids[row] in came for row in terms.rows], dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Held:
    """Holds chances back towards the match rate of the group: logit P' = l logit P + (1-l) b.

    The more of a list was suggested, the more: the best of many estimates flatters itself.
    """

    share: float
    base: float

    @staticmethod
    def of(given: OutlookInput, terms: Linear) -> "Held":
        """How far the list of `given` is believed; `terms` are those of its programs."""
        settings, entries = given.rules.settings, given.scenario.entries
        came = sum(entry.suggested for entry in entries) / max(len(entries), 1)
        share = settings.shrink_own + came * (settings.shrink_suggested - settings.shrink_own)
        base = logit(np.array([one.match for one in terms.bases])).mean()
        return Held(share, float(base))

    def back(self, chance: float) -> float:
        """The chance as it may be shown."""
        mixed = self.share * logit(np.array(chance)) + (1.0 - self.share) * self.base
        return float(sigmoid(mixed))


def _without_each(chances: ListChances) -> Floats:
    """P(match) of the list without each of its programs."""
    missed = np.log1p(-np.minimum(chances.joint, 1.0 - 1e-12))
    rest = missed.sum(axis=0) - missed
    found: Floats = (1.0 - np.exp(rest)) @ WEIGHTS
    return found


def _range(given: OutlookInput, chances: ListChances) -> tuple[float, float]:
    """The 10 and 90 % points of P(match) over the doubt about the coefficients."""
    drawn = drawn_matches(given, chances)[:, -1]
    low, high = np.quantile(drawn, (0.1, 0.9))
    return float(low), float(high)


def drawn_matches(
    given: OutlookInput, chances: ListChances, order: NDArray[np.intp] | None = None
) -> Floats:
    """P(match) of the first k + 1 programs in `order`, a row each draw, (draws, programs).

    The draws' middle is moved onto the exact chance, since they are centred less exactly.
    """
    terms, settings = chances.terms, given.rules.settings
    order = np.arange(len(terms.rows)) if order is None else order
    sds = np.array([given.rules.coefficients[key].sd for key in NEEDED])
    eps = normal_draws(settings.draws, len(NEEDED) + 3)
    eps = np.vstack((np.zeros(eps.shape[1]), eps))  # the first is the middle
    shifts = (eps[:, : len(NEEDED)] * sds).T
    base_sds = [
        settings.base_sd_similar if base.is_similar else settings.base_sd for base in terms.bases
    ]
    invite = invite_logits(given, terms)[:, None] + terms.invite_terms @ shifts
    invite += np.outer(base_sds, eps[:, -3])
    take = (terms.take_base + terms.take_terms @ terms.betas)[:, None] + terms.take_terms @ shifts
    invite_tau = np.maximum(0.0, settings.invite_tau + settings.invite_tau_sd * eps[:, -2])
    taus = np.array([settings.take_tau[kind] for kind in terms.classes])[:, None]
    take_tau = np.maximum(0.0, taus + settings.take_tau_sd * eps[:, -1])
    joint = settings.arrives * _at(invite, invite_tau) * _at(take, take_tau)
    joint[terms.shut] = 0.0
    missed = np.exp(np.cumsum(np.log1p(-np.minimum(joint[order], 1.0 - 1e-12)), axis=0))
    weights = WEIGHTS[_COARSE] / WEIGHTS[_COARSE].sum()
    drawn = ((1.0 - missed) @ weights).T
    exact = _exact(chances, order)
    moved: Floats = sigmoid(logit(drawn[1:]) + logit(exact) - logit(drawn[0]))
    return moved


def _exact(chances: ListChances, order: NDArray[np.intp]) -> Floats:
    """P(match) of the first k + 1 programs in `order`."""
    missed = np.cumprod(1.0 - chances.joint[order], axis=0)
    found: Floats = (1.0 - missed) @ WEIGHTS
    return found


def _at(logits: Floats, tau: Floats) -> Floats:
    """Chances at every other node, centred by rule of thumb alone: (programs, draws, nodes)."""
    centre = logits * np.sqrt(1.0 + _SPREAD * tau * tau)
    z = NODES[_COARSE]
    return sigmoid(centre[..., None] + (tau[..., None] * z))


def specialties_of(given: OutlookInput) -> tuple[str, ...]:
    """The specialties of the list, as the application service counts them, in its order."""
    return tuple(dict.fromkeys(eras_specialty(e.specialty) for e in given.scenario.entries))
