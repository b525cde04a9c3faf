"""An edited copy of the list checks: taken where it is sound, else named with the field."""

from pathlib import Path

import pytest

from smartpick_desktop.core.list_rules import CHECK_IDS
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.reference_data import load_reference

NAME = "list_checks.toml"
SHIPPED = resource("rules", NAME).read_text(encoding="utf-8")
BACKUP, CHECKS = "checks[0]", "thresholds.asks_not_to_signal_ties"


def edit(folder: Path, old: str, new: str) -> None:
    assert old in SHIPPED
    (folder / NAME).write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "where", "expected"),
    [
        ('urgency = "first"', 'urgency = "red"', "checks[0].urgency", "one of note, look, first"),
        ('id = "no_backup"', 'id = "no_plan"', BACKUP, "unknown check 'no_plan'"),
        ("{backup_impact} of 5", "{level} of 5", BACKUP, "{level} in no_backup.alike"),
        ("{backup_impact} of 5", "{backup_impact of 5", BACKUP, "expected '}'"),
        ("\nnone = ", "\nnobody = ", BACKUP, "needs these reasons and no others: none, unlisted"),
        ("{weeks} weeks", "{days} days", "checks[12]", "{days} in missing_step2.settled_by"),
        ("impact_from = 4", "impact_from = 'four'", "thresholds.impact_from", "Expected `int`"),
        ("first_days = 42", "first_days = 91", "thresholds", "more than step2_look_days"),
        ('["emergency_medicine"]', '["emergency_medecine"]', CHECKS, "the key of a specialty"),
        ("day = 2025-09-24", "day = 2025-09-31", "line 41", "Invalid date"),
        ("[[application_days]]", "[[application_dais]]", "application_dais", "unknown field"),
        ("[[application_days]]", "[spare]", "spare", "unknown field"),
    ],
)
def test_a_broken_edit_is_named_and_the_built_in_checks_used(
    tmp_path: Path, old: str, new: str, where: str, expected: str
) -> None:
    edit(tmp_path, old, new)

    loaded = load_reference(resource(), tmp_path)

    [error] = loaded.passed_over
    assert error.file == NAME
    assert error.where.startswith(where)
    assert expected in error.message
    assert loaded.reference == load_reference(resource()).reference


def test_a_check_without_a_text_or_with_two_is_refused(tmp_path: Path) -> None:
    start = SHIPPED.index('[[checks]]\nid = "couples"')
    for text, expected in (
        (SHIPPED[:start], "no text for couples"),
        (SHIPPED + SHIPPED[start:], "expected one text for each check"),
    ):
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        [error] = load_reference(resource(), tmp_path).passed_over
        assert expected in error.message


def test_an_edited_threshold_and_another_order_are_in_force(tmp_path: Path) -> None:
    start = SHIPPED.index('[[checks]]\nid = "couples"')
    first = SHIPPED.index("[[checks]]")
    text = SHIPPED[:first] + SHIPPED[start:] + SHIPPED[first:start]
    (tmp_path / NAME).write_text(text.replace("impact_from = 4", "impact_from = 3"), "utf-8")

    loaded = load_reference(resource(), tmp_path)

    assert loaded.passed_over == ()
    assert loaded.reference.list_rules.thresholds.impact_from == 3
    assert [check.id for check in loaded.reference.list_rules.checks] == [
        "couples",
        *CHECK_IDS[:-1],
    ]
