"""The JSON that `outlook` and `suggest` print."""

import json
from typing import Any

from smartpick_desktop.core.outlook.results import CurvePoint, Outlook, ProgramChance, Suggestion
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.outlook.words import range_words, steps
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario

_NBSP = "\u00a0"


def write_outlook(found: Outlook, settings: Settings, directory: Directory) -> str:
    """An outlook as JSON with a line end."""
    return _text(_outlook(found, settings, directory))


def write_suggestion(
    found: Suggestion, after: Scenario, settings: Settings, directory: Directory
) -> str:
    """A suggested list as JSON with a line end; `after` is the scenario with all of it."""
    value = {
        "changes": [
            {
                "change": change.kind.value,
                **_program(change.program_id, directory),
                "signal_before": change.signal_before.value,
                "signal_after": change.signal_after.value,
                "why": change.why,
            }
            for change in found.changes
        ],
        "list": [
            {**_program(entry.program_id, directory), "signal": entry.signal.value}
            for entry in after.entries
        ],
        "before": found.before and _outlook(found.before, settings, directory),
        "after": found.after and _outlook(found.after, settings, directory),
        "points_to_the_bound": max(0, round((found.bound - found.reached) * 100)),
    }
    return _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _outlook(found: Outlook, settings: Settings, directory: Directory) -> dict[str, Any]:
    more = found.next_programs
    return {
        "match": _range(found.low, found.high, settings),
        "interviews": {
            "expected": round(found.expected),
            "fewest": found.fewest,
            "most": found.most,
            "percent_by_number": [round(part * 100) for part in found.interviews],
        },
        "programs": [
            _chance(program, chance, directory) for program, chance in found.programs.items()
        ],
        "curve": [_point(point, settings) for point in found.curve],
        "next": more
        and {"count": more.count, "dollars": more.dollars, "points": round(more.adds * 100)},
        "notes": list(found.notes),
    }


def _range(low: float, high: float, settings: Settings) -> dict[str, Any]:
    """Low and high in percent, in the steps that may be shown; a high of null is "or more"."""
    last = steps(high, settings)
    return {
        "range": range_words(low, high, settings).replace(_NBSP, " "),
        "low": min(steps(low, settings), settings.highest),
        "high": None if last >= settings.highest else last,
    }


def _point(point: CurvePoint, settings: Settings) -> dict[str, Any]:
    return {
        "count": point.count,
        "dollars": point.dollars,
        **_range(point.low, point.high, settings),
    }


def _chance(program_id: str, chance: ProgramChance, directory: Directory) -> dict[str, Any]:
    return {
        **_program(program_id, directory),
        "bucket": chance.bucket and chance.bucket.value,
        "reason": chance.reason,
        "rests_on": chance.basis.value,
        "excluded": chance.excluded,
    }


def _program(program_id: str, directory: Directory) -> dict[str, Any]:
    row = directory.index_of(program_id)
    if row is None:
        return {"acgme": "", "name": ""}
    return {"acgme": directory.acgme_numbers[row], "name": directory.names[row]}
