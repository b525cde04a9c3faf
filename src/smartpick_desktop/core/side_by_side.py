"""Scenarios side by side: a line for each thing that can be compared, and what is only noise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.assessment.verdict import STATE_WORDS, Assessment, TargetVerdict
from smartpick_desktop.core.bands import ARTICLE
from smartpick_desktop.core.buckets import bucket_counts
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import SeasonCost
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.outlook.words import range_words
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario

FEWEST, MOST = 2, 4
NONE = "–"
_SIGNALS = {SignalTier.GOLD: "gold", SignalTier.SILVER: "silver", SignalTier.SINGLE: "signals"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One scenario with all that was worked out for it; `outlook` and `cost` where there are."""

    scenario: Scenario
    assessment: Assessment
    outlook: Outlook | None
    cost: SeasonCost | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A title and a value for each scenario; `is_noise` tells those that differ by noise alone.

    That is: from the first's, where the scores are apart by no more than measurement noise and
    nothing else that the line follows differs.
    """

    key: str
    title: str
    values: tuple[str, ...]
    is_noise: tuple[bool, ...]

    @property
    def differs(self) -> bool:
        """Whether the values are not all the same."""
        return len(set(self.values)) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The names, a sentence on noise ("" where none is due), and the lines in their order.

    `cohort` says whose scores the percentiles are of, "" without percentiles.
    """

    names: tuple[str, ...]
    note: str
    cohort: str
    lines: tuple[Line, ...]

    def text(self, *, only_differing: bool = False) -> str:
        """The comparison with tabs, for the clipboard and for sheets."""
        shown = [line for line in self.lines if line.differs or not only_differing]
        rows = [("", *self.names), *((line.title, *line.values) for line in shown)]
        return "\n".join("\t".join(row) for row in rows)


def side_by_side(sides: Sequence[Side], reference: Reference, settings: Settings) -> SideBySide:
    """Compare two to four scenarios, the first being what the others are held against."""
    if not FEWEST <= len(sides) <= MOST:
        raise ValueError(f"{FEWEST} to {MOST} scenarios are compared, not {len(sides)}")
    noise = _noise(sides, reference)
    alike = tuple(
        near and _same_list(side.scenario, sides[0].scenario)
        for near, side in zip(noise, sides, strict=True)
    )
    none = (False,) * len(sides)
    lines = [
        _line("step1", "Step 1", sides, none, _step1),
        _line("step2", "Step 2 CK", sides, noise, _step2),
        _line("percentile", "Percentile", sides, noise, _percentile),
        _line("band", "Band", sides, noise, lambda side: _band(side, reference)),
        _line("trend", "Trend", sides, noise, _trend),
        _line("forecast", "Forecast", sides, none, _forecast),
    ]
    for specialty in _targets(sides):
        lines += _target_lines(specialty, sides, noise, reference)
    lines += [
        _line("programs", "Programs", sides, none, _programs),
        _line("mix", "Reach / target / likely / not rated", sides, alike, _mix),
        _line("signals", "Signals placed", sides, none, _signals),
        _line("cost", "ERAS cost", sides, none, _cost),
        _line("interviews", "Interviews", sides, alike, _interviews),
        _line("match", "Match range", sides, alike, lambda side: _match(side, settings)),
    ]
    return SideBySide(
        names=tuple(side.scenario.name for side in sides),
        note=_note(sides, noise, reference),
        cohort=_cohort(sides),
        lines=tuple(line for line in lines if set(line.values) != {NONE}),
    )


def _line(
    key: str,
    title: str,
    sides: Sequence[Side],
    noise: Sequence[bool],
    value: Callable[[Side], str],
) -> Line:
    values = tuple(value(side) or NONE for side in sides)
    marks = tuple(
        near and each != values[0] and NONE not in (each, values[0])
        for near, each in zip(noise, values, strict=True)
    )
    return Line(key=key, title=title, values=values, is_noise=marks)


def _same_list(one: Scenario, other: Scenario) -> bool:
    """Whether two lists are the same in all that a chance follows."""

    def told(scenario: Scenario) -> set[tuple[object, ...]]:
        return {(e.program_id, e.signal, e.tie, e.status, e.bucket) for e in scenario.entries}

    return told(one) == told(other) and one.preferences == other.preferences


def _noise(sides: Sequence[Side], reference: Reference) -> tuple[bool, ...]:
    """Which scores differ from the first's by no more than measurement noise."""
    first = sides[0].scenario.step2_score
    found = []
    for side in sides:
        score = side.scenario.step2_score
        near = first is not None and score is not None and score != first
        found.append(near and not reference.noise.tells_apart((score or 0) - (first or 0)))
    return tuple(found)


def _note(sides: Sequence[Side], noise: Sequence[bool], reference: Reference) -> str:
    names = [side.scenario.name for side, near in zip(sides, noise, strict=True) if near]
    if not names:
        return ""
    points = reference.noise.telling_apart
    which = " and ".join(names)
    verb = "lies" if len(names) == 1 else "lie"
    return (
        f"{which} {verb} less than {points} points from {sides[0].scenario.name}: inside "
        "measurement noise. Read these as a range, not as different outcomes."
    )


def _targets(sides: Sequence[Side]) -> list[str]:
    every = [verdict.specialty for side in sides for verdict in side.assessment.verdicts]
    return list(dict.fromkeys(every))


def _target_lines(
    specialty: str, sides: Sequence[Side], noise: Sequence[bool], reference: Reference
) -> list[Line]:
    name = reference.short_name(specialty)

    def of(side: Side) -> TargetVerdict | None:
        verdicts = side.assessment.verdicts
        return next((one for one in verdicts if one.specialty == specialty), None)

    def article(side: Side) -> str:
        found = of(side)
        if found is None or found.state is None:
            return ""
        return f"{STATE_WORDS[found.state]}, impact {found.impact}"

    def figures(side: Side) -> str:
        found = of(side)
        state = found.figures.state if found and found.figures else None
        return STATE_WORDS[state] if state else ""

    def flags(side: Side) -> str:
        found = of(side)
        return ", ".join(found.to_address) if found else ""

    return [
        _line(f"article.{specialty}", f"{name}, article", sides, noise, article),
        _line(f"figures.{specialty}", f"{name}, figures", sides, noise, figures),
        _line(f"flags.{specialty}", f"{name}, to address", sides, noise, flags),
    ]


def _step1(side: Side) -> str:
    step1 = side.scenario.step1
    if step1 is None:
        return ""
    if step1.score is not None:
        return str(step1.score)
    return step1.outcome.value if step1.outcome else ""


def _step2(side: Side) -> str:
    step2 = side.scenario.step2
    if step2 is None:
        return ""
    if step2.score is None:
        return "fail"
    return f"{step2.score}, planned" if step2.planned else str(step2.score)


def _percentile(side: Side) -> str:
    found = side.assessment.step2
    return "" if found is None or found.percentile is None else str(found.percentile)


def _cohort(sides: Sequence[Side]) -> str:
    found = (side.assessment.step2 for side in sides)
    return "; ".join(dict.fromkeys(one.norm_cohort for one in found if one and one.norm_cohort))


def _band(side: Side, reference: Reference) -> str:
    found = side.assessment.step2
    bands = reference.band_schemes[ARTICLE].bands
    return next((b.label for b in bands if found and b.key == found.band), "")


def _trend(side: Side) -> str:
    trend = side.assessment.trend
    return f"{trend.difference:+d} from Step 1, {trend.rule}" if trend else ""


def _forecast(side: Side) -> str:
    found = side.assessment.forecast
    return f"{found.mean:.0f}, {found.low} to {found.high}" if found else ""


def _programs(side: Side) -> str:
    counts: dict[str, int] = {}
    for entry in side.scenario.entries:
        key = eras_specialty(entry.specialty)
        counts[key] = counts.get(key, 0) + 1
    return str(sum(counts.values()))


def _mix(side: Side) -> str:
    if not side.scenario.entries:
        return ""
    chances = side.outlook.programs if side.outlook else {}
    return " / ".join(str(number) for number in bucket_counts(side.scenario.entries, chances))


def _signals(side: Side) -> str:
    placed: Mapping[SignalTier, int] = {
        tier: sum(entry.signal is tier for entry in side.scenario.entries) for tier in _SIGNALS
    }
    return ", ".join(f"{number} {_SIGNALS[tier]}" for tier, number in placed.items() if number)


def _cost(side: Side) -> str:
    return f"${side.cost.dollars:,}" if side.cost else ""


def _interviews(side: Side) -> str:
    found = side.outlook
    if found is None:
        return ""
    return f"{found.fewest} to {found.most}, about {round(found.expected)}"


def _match(side: Side, settings: Settings) -> str:
    found = side.outlook
    return range_words(found.low, found.high, settings) if found else ""
