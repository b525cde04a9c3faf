"""Why a program is in a suggested list or out of it, each in a sentence."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.buckets import BUCKET_WORDS
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.outlook.linear import PLACE
from smartpick_desktop.core.outlook.listing import Held
from smartpick_desktop.core.outlook.portfolio import OFF
from smartpick_desktop.core.outlook.rating import NO_VISA, chances_of
from smartpick_desktop.core.outlook.results import ChangeKind, ProposedChange
from smartpick_desktop.core.outlook.task import Levels, Task
from smartpick_desktop.core.outlook.words import points_words

Floats = NDArray[np.float64]

NEVER = "It is on your never-list."
MILITARY = "It belongs to the armed forces, which take their own applicants."
_ALIKE = 1e-6  # chances that differ by less are alike
_PROBABLY = 0.5


class Why:
    """Tells a search's result, program by program."""

    def __init__(self, task: Task, levels: Levels) -> None:
        self._task = task
        self._levels = levels
        self._gains = task.gains(levels)
        self._chances = chances_of(task.given, task.terms)
        self._match = task.match(levels)
        self._back = Held.of(task.given, task.terms).back
        self._alike = self._count_alike(task.candidates.chances[0])
        inside = self._gains[(levels > OFF) & task.own & ~task.keep]
        self._weakest = float(inside.min()) if len(inside) else 0.0

    def changes(self) -> tuple[ProposedChange, ...]:
        """What comes in, what goes out and which signals move, what adds most first."""
        now, then = self._task.levels_now, self._levels
        gains, rises = self._gains, np.sign(then - now)
        ins = _sorted((now == OFF) & (then > OFF), -gains)
        outs = _sorted((now > OFF) & (then == OFF), gains)
        moved = _sorted((now > OFF) & (then > OFF) & (now != then), -gains - rises)
        return (
            *(self._change(ChangeKind.ADD, at, self._added(at)) for at in ins),
            *(self._change(ChangeKind.DROP, at, self._dropped(at)) for at in outs),
            *(self._change(ChangeKind.SIGNAL, at, self._moved(at)) for at in moved),
        )

    def left_out(self) -> Mapping[str, str]:
        """Why each program of the specialty that is not on the new list is out of it."""
        task, given = self._task, self._task.given
        out = np.flatnonzero((self._levels == OFF) & task.own)
        found = {task.ids[at]: self._out(int(at)) for at in out}
        asked = set(task.ids)
        for row, specialty in enumerate(given.directory.specialties):
            key = given.directory.program_ids[row]
            if key not in asked and eras_specialty(specialty) == task.wish.specialty:
                found[key] = NEVER if key in given.scenario.never else MILITARY
        return found

    def _change(self, kind: ChangeKind, at: int, why: str) -> ProposedChange:
        task = self._task
        return ProposedChange(
            kind=kind,
            program_id=task.ids[at],
            signal_before=task.tier(int(task.levels_now[at])),
            signal_after=task.tier(int(self._levels[at])),
            why=why,
            adds=self._held(float(self._gains[at])),
        )

    def _added(self, at: int) -> str:
        others = int(self._alike[at])
        one = "1 more would do as well." if others == 1 else f"{others} more would do as well."
        return _joined(self._reason(at), self._points(at, "Adds"), one if others else "")

    def _dropped(self, at: int) -> str:
        if self._task.terms.shut[at]:
            return NO_VISA
        return _joined("What comes in adds more.", self._reason(at))

    def _moved(self, at: int) -> str:
        if self._levels[at] > self._task.levels_now[at]:
            return _joined("A signal changes the answer more here.", self._reason(at))
        invited = self._chances[self._task.ids[at]].invite
        if invited >= _PROBABLY:
            return "It would probably invite you anyway; the signal does more elsewhere."
        return "The signal does more elsewhere."

    def _out(self, at: int) -> str:
        if self._task.terms.shut[at]:
            return NO_VISA
        if not self._task.wish.programs:
            return "It is not on the list."
        if self._gains[at] >= self._weakest - _ALIKE:
            return _joined("As good as the last that came in, but the list is full.")
        return _joined("Would add less than any that is in.", self._reason(at))

    def _reason(self, at: int) -> str:
        """Why the program is as near as it is, in the words of its bucket."""
        task = self._task
        chance = self._chances[task.ids[at]]
        if chance.bucket is not None:
            return f"{BUCKET_WORDS[chance.bucket]}: {chance.reason[:1].lower()}{chance.reason[1:]}"
        if task.terms.invite_terms[at, PLACE] > 0.0:
            return "It is where you would like to be; its usual score is not known."
        return "Its usual score is not known; the specialty's stands in."

    def _points(self, at: int, verb: str) -> str:
        shown = self._held(float(self._gains[at]))
        return f"{verb} {points_words(shown)}." if round(shown * 100) else ""

    def _held(self, gain: float) -> float:
        """A gain as it may be shown: the difference of two chances that are held back."""
        back = self._back
        return max(0.0, back(self._match) - back(self._match - gain))

    def _count_alike(self, plain: Floats) -> NDArray[np.int64]:
        """How many programs that are out are as good as each one."""
        worth = np.round(self._task.candidates.utility, 1) * 1e9  # being listed makes no worth
        keys = np.round(plain[:, plain.shape[1] // 2] / _ALIKE) + worth
        free = (self._levels == OFF) & ~self._task.never
        kinds, counts = np.unique(keys[free], return_counts=True)
        held = dict(zip(kinds.tolist(), counts.tolist(), strict=True))
        return np.array([held.get(key, 0) for key in keys.tolist()], dtype=np.int64)


def _sorted(which: NDArray[np.bool_], by: Floats) -> list[int]:
    found = np.flatnonzero(which)
    order: list[int] = found[np.argsort(by[found], kind="stable")].tolist()
    return order


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
