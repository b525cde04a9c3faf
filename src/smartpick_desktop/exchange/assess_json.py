"""The JSON that `assess` reads and prints: one record, an array, or JSON Lines."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from smartpick_desktop.core.assessment.verdict import Assessment, FiguresReading, TargetVerdict
from smartpick_desktop.core.intake import Intake, take_in
from smartpick_desktop.core.problems import Problem
from smartpick_desktop.core.reader import quoted


class Form(Enum):
    """How the records came, and so how the results go out."""

    OBJECT = auto()
    ARRAY = auto()
    LINES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The records of one input, and everything wrong with them."""

    form: Form
    intakes: tuple[Intake, ...]
    problems: tuple[Problem, ...]


class _UnfitError(ValueError):
    """What Python reads as JSON and we do not: NaN, or a field that stands twice in one object."""


def read_batch(text: str, specialties: Collection[str]) -> Batch:
    """The records in `text`; nothing raises, what is wrong is among the problems."""
    form, parsed = _records(text)
    problems: list[Problem] = []
    intakes: list[Intake] = []
    for path, value in parsed:
        taken = [value] if isinstance(value, Problem) else take_in(value, path, specialties)
        if isinstance(taken, Intake):
            intakes.append(taken)
        else:
            problems += taken
    return Batch(form=form, intakes=tuple(intakes), problems=tuple(problems))


def read_one(text: str) -> object:
    """The one JSON value in `text`, or the Problem of what keeps it from being one."""
    if not text.strip():
        return Problem(field="$", message="the input is empty")
    return _parse(text, "$")


def write_results(form: Form, results: Collection[Assessment]) -> str:
    """The results as JSON in the form that the records came in, with a line end."""
    values = [result_value(result) for result in results]
    if form is Form.LINES:
        return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    whole = values[0] if form is Form.OBJECT else values
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def result_value(result: Assessment) -> dict[str, Any]:
    """An assessment as JSON values."""
    step2, trend, forecast = result.step2, result.trend, result.forecast
    return {
        "step1": {"band": result.step1.band, "percentile": result.step1.percentile},
        "step2": step2
        and {
            "band": step2.band,
            "percentile": step2.percentile,
            "norm_cohort": step2.norm_cohort,
            "pass_mark": step2.pass_mark,
            "passed": step2.passed,
        },
        "trend": trend and {"rule": trend.rule, "difference": trend.difference},
        "forecast": forecast
        and {
            "mean": forecast.mean,
            "low": forecast.low,
            "high": forecast.high,
            "gap": forecast.gap,
            "within_noise": forecast.within_noise,
        },
        "targets": [_target(verdict) for verdict in result.verdicts],
        "untargeted": {
            "less": {"impact": result.less_impact},
            "ultra": {"impact": result.ultra_impact},
        },
    }


def _target(verdict: TargetVerdict) -> dict[str, Any]:
    return {
        "specialty": verdict.specialty,
        "tier": verdict.tier,
        "group": verdict.group,
        "impact": verdict.impact,
        "state": verdict.state,
        "headline_state": verdict.headline,
        "rules": [rule.id for rule in verdict.rules],
        "reasons": [{"rule": rule.id, "text": rule.reason} for rule in verdict.rules],
        "flags": {"to_address": list(verdict.to_address), "fine": list(verdict.fine)},
        "figures": _figures(verdict.figures),
        "changes": [{"change": c.change, "impact": c.impact} for c in verdict.changes],
    }


def _figures(figures: FiguresReading | None) -> dict[str, Any] | None:
    # Figures without a state belong to a score that is still open: nothing to read yet.
    if figures is None or figures.state is None:
        return None
    rate = figures.rate
    return {
        "state": figures.state,
        "near_the_line": figures.near_the_line,
        "match_rate": rate
        and {"percent": rate.percent, "n": rate.n, "band": rate.band, "years": rate.years},
        "q1": figures.q1,
        "median": figures.median,
        "q3": figures.q3,
        "not_matched_median": figures.not_matched_median,
        "year": figures.year,
        "source": figures.source,
    }


def _records(text: str) -> tuple[Form, list[tuple[str, object]]]:
    """The form, and each record with its path; a Problem stands for one that is no JSON."""
    if not text.strip():
        return Form.OBJECT, [("$", Problem(field="$", message="the input is empty"))]
    whole = _parse(text, "$")
    if isinstance(whole, list):
        return Form.ARRAY, [(f"$[{number}]", value) for number, value in enumerate(whole)]
    lines = [line for line in text.split("\n") if line.strip()]
    if isinstance(whole, Problem) and len(lines) > 1 and _are_records(lines):
        paths = [f"$[{number}]" for number in range(len(lines))]
        return Form.LINES, [
            (path, _parse(line, path)) for path, line in zip(paths, lines, strict=True)
        ]
    return Form.OBJECT, [("$", whole)]


def _are_records(lines: list[str]) -> bool:
    """Whether lines that are no JSON together look like a record each."""
    return isinstance(_parse(lines[0], "$"), dict) or all(
        line.lstrip().startswith("{") for line in lines
    )


def _parse(text: str, path: str) -> Any:
    """The JSON value in `text`, or the Problem of what keeps it from being one."""
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        column = f"column {error.colno}"
        where = f"line {error.lineno}, {column}" if "\n" in text.strip() else column
        return Problem(field=path, message=f"no JSON at {where}: {error.msg}")
    except RecursionError:
        return Problem(field=path, message="nested too deeply")
    except _UnfitError as error:
        return Problem(field=path, message=str(error))
    except ValueError:
        return Problem(field=path, message="a number has too many digits")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _UnfitError(f"the field {quoted(twice)} stands twice in one object")
    return value


def _no_constant(word: str) -> object:
    raise _UnfitError(f"{word} is no JSON number")
