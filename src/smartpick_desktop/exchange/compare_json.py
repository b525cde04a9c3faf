"""The JSON that `compare` prints."""

import json
from collections.abc import Sequence
from typing import Any

from smartpick_desktop.core.list_diff import ListChange, list_diff
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.side_by_side import Side, SideBySide

_NBSP = "\u00a0"


def write_comparison(compared: SideBySide, sides: Sequence[Side], directory: Directory) -> str:
    """A comparison as JSON with a line end; lists are held against the first scenario's."""
    first, *others = sides
    value = {
        "scenarios": list(compared.names),
        "note": compared.note,
        "norm_cohort": compared.cohort,
        "lines": [
            {
                "key": line.key,
                "title": line.title,
                "values": [_plain(value) for value in line.values],
                "differs": line.differs,
                "inside_noise": list(line.is_noise),
            }
            for line in compared.lines
        ],
        "lists": [
            {
                "scenario": side.scenario.name,
                "against": first.scenario.name,
                "changes": [
                    _change(change, directory)
                    for change in list_diff(
                        first.scenario, side.scenario, first.outlook, side.outlook
                    )
                ],
            }
            for side in others
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _change(change: ListChange, directory: Directory) -> dict[str, Any]:
    row = directory.index_of(change.program_id)
    return {
        "change": change.kind.value,
        "acgme": "" if row is None else directory.acgme_numbers[row],
        "name": "" if row is None else directory.names[row],
        "before": change.before,
        "after": change.after,
        "why": change.why,
    }


def _plain(text: str) -> str:
    return text.replace(_NBSP, " ")
