"""The preview of an import as JSON, for scripts: what the window would show."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from smartpick_desktop.core.import_plan import Action, PlanRow
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX


def write_preview(name: str, kind: str, rows: Sequence[PlanRow]) -> str:
    """The preview of one file, as `docs/json-contract.md` has it."""
    counts = Counter(row.action for row in rows)
    preview = {
        "file": name,
        "kind": kind,
        "counts": {action.value: counts.get(action, 0) for action in Action},
        "rows": [_row(row) for row in rows],
    }
    return json.dumps(preview, ensure_ascii=False, indent=1) + "\n"


def _row(row: PlanRow) -> dict[str, Any]:
    return {
        "row": row.number,
        "title": row.title,
        "acgme": row.program_id.removeprefix(PROGRAM_ID_PREFIX) or None,
        "action": row.action.value,
        "reason": row.reason,
        "changes": [
            {"what": change.what, "before": change.before or None, "after": change.after}
            for change in row.changes
        ],
        "candidates": [key.removeprefix(PROGRAM_ID_PREFIX) for key in row.candidates],
        "problems": list(row.problems),
    }
