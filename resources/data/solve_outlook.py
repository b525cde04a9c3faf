#!/usr/bin/env python3
"""Solves the last columns of outlook_groups.csv anew, from its first ones and outlook.toml.

python3 resources/data/solve_outlook.py

Needed after an edit of the groups' published figures, of a coefficient of the outlook, or of the
match rates by score band. Run it with the Python of the environment that `dev.py test` makes.
"""

import csv
import sys
from dataclasses import fields
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(RESOURCES.parent / "src"))

from smartpick_desktop.core.outlook.group_solving import solve_groups  # noqa: E402
from smartpick_desktop.core.outlook.rules import GroupBase  # noqa: E402
from smartpick_desktop.storage.outlook_data import load_outlook_rules  # noqa: E402
from smartpick_desktop.storage.reference_data import load_reference  # noqa: E402
from smartpick_desktop.storage.season_data import load_quotas  # noqa: E402


def main() -> None:
    """Rewrite the file in its place."""
    path = RESOURCES / "data" / "outlook_groups.csv"
    rules = load_outlook_rules(RESOURCES / "rules" / "outlook.toml", path)
    reference = load_reference(RESOURCES).reference

    quotas = load_quotas(RESOURCES / "data" / "program_signals.csv")
    solved = solve_groups(rules, reference.figures.rates, quotas, reference.usual_score)
    names = [field.name for field in fields(GroupBase)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for base in solved:
            cells = {name: getattr(base, name) for name in names}
            cells["source_ids"] = ";".join(base.source_ids)
            writer.writerow(["" if cells[name] is None else str(cells[name]) for name in names])
    sys.stdout.write(f"{len(solved)} groups solved\n")


if __name__ == "__main__":
    main()
