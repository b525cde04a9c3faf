"""Scenarios side by side: what differs, and what differs by measurement noise alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.core.list_diff import ListChangeKind, list_diff
from smartpick_desktop.core.outlook.results import Basis, Outlook, ProgramChance
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.core.side_by_side import Line, Side, side_by_side
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.reference_data import load_reference

SideOf = Callable[..., Side]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(resource()).reference


@pytest.fixture(scope="module")
def settings() -> Any:
    data = resource("data", "outlook_groups.csv")
    return load_outlook_rules(resource("rules", "outlook.toml"), data).settings


def outlook(low: float = 0.6, **buckets: Bucket | None) -> Outlook:
    programs = {
        key: ProgramChance(
            program_id=key, invite=0.2, take=0.5, basis=Basis.PROGRAM, bucket=bucket,
            reason=f"Because of {key}.",
        )
        for key, bucket in buckets.items()
    }  # fmt: skip
    return Outlook(
        low=low, middle=low + 0.1, high=low + 0.2, expected=6.0, fewest=2, most=9,
        interviews=(1.0,), programs=programs,
    )  # fmt: skip


@pytest.fixture
def side_of(reference: Reference) -> SideOf:
    def side(name: str, score: int, *entries: ListEntry, **changed: Any) -> Side:
        found = changed.pop("outlook", None)
        usual: dict[str, Any] = {
            "step1": Step1Result(score=250), "step2": Step2Result(score=score),
            "targets": (Target(specialty="anesthesiology"),), "entries": entries,
        }  # fmt: skip
        scenario = Scenario(id=name, name=name, **(usual | changed))
        assessment = assess(ApplicantType.US_MD, scenario, reference, today=date(2026, 9, 1))
        return Side(scenario=scenario, assessment=assessment, outlook=found, cost=None)

    return side


def entry(key: str, **changed: Any) -> ListEntry:
    return replace(ListEntry(program_id=key, specialty="anesthesiology"), **changed)


def line(lines: tuple[Line, ...], key: str) -> Line:
    return next(one for one in lines if one.key == key)


def test_scores_inside_noise_are_said_to_be_in_the_note_and_in_each_line(
    side_of: SideOf, reference: Reference, settings: Any
) -> None:
    found = side_by_side([side_of("Actual", 244), side_of("If CK 236", 236)], reference, settings)
    assert found.names == ("Actual", "If CK 236")
    assert found.note.startswith("If CK 236 lies less than 16 points from Actual")
    assert line(found.lines, "step2").is_noise == (False, True)
    assert line(found.lines, "article.anesthesiology").values == (
        "Fine as is, impact 1", "Fine as is, impact 2",
    )  # fmt: skip
    assert line(found.lines, "article.anesthesiology").is_noise == (False, True)
    assert line(found.lines, "step1").differs is False


def test_scores_beyond_noise_are_not(side_of: SideOf, reference: Reference, settings: Any) -> None:
    found = side_by_side([side_of("Actual", 244), side_of("Low", 228)], reference, settings)
    assert found.note == ""
    assert not any(mark for one in found.lines for mark in one.is_noise)


def test_another_list_is_no_noise(side_of: SideOf, reference: Reference, settings: Any) -> None:
    same = (side_of("A", 244, entry("x"), outlook=outlook(0.6)),
            side_of("B", 240, entry("x"), outlook=outlook(0.5)))  # fmt: skip
    other = side_of("C", 240, entry("x"), entry("y"), outlook=outlook(0.5))
    found = side_by_side([*same, other], reference, settings)
    assert line(found.lines, "match").is_noise == (False, True, False)
    assert line(found.lines, "programs").values == ("1", "1", "2")
    assert line(found.lines, "programs").is_noise == (False, False, False)


def test_a_target_that_only_one_has_leaves_a_gap(
    side_of: SideOf, reference: Reference, settings: Any
) -> None:
    both = (Target(specialty="anesthesiology"), Target(specialty="dermatology"))
    found = side_by_side([side_of("A", 244), side_of("B", 244, targets=both)], reference, settings)
    assert line(found.lines, "article.dermatology").values[0] == "–"
    text = found.text(only_differing=True)
    assert text.splitlines()[0] == "\tA\tB"
    assert "Step 1" not in text
    assert "Dermatology, article\t–\t" in text
    assert "Step 1\t250\t250" in found.text()


@pytest.mark.parametrize("number", [0, 1, 5])
def test_two_to_four_are_compared(
    side_of: SideOf, reference: Reference, settings: Any, number: int
) -> None:
    sides = [side_of(str(at), 244) for at in range(number)]
    with pytest.raises(ValueError, match="2 to 4"):
        side_by_side(sides, reference, settings)


def test_the_lists_are_held_against_each_other_program_by_program(side_of: SideOf) -> None:
    before = side_of("A", 244, entry("x", signal=SignalTier.GOLD), entry("y"), entry("z"))
    after = side_of("B", 236, entry("x"), entry("z", bucket=Bucket.REACH, bucket_reason="Far"),
                    entry("new", signal=SignalTier.SILVER), entry("w"))  # fmt: skip
    was = outlook(x=Bucket.TARGET, y=None, z=Bucket.TARGET)
    now = outlook(x=Bucket.REACH, z=Bucket.TARGET, new=Bucket.LIKELY, w=None)
    found = {
        (one.kind, one.program_id): one
        for one in list_diff(before.scenario, after.scenario, was, now)
    }
    added, dropped = ListChangeKind.ADDED, ListChangeKind.DROPPED
    moved, signal = ListChangeKind.BUCKET, ListChangeKind.SIGNAL
    assert set(found) == {
        (added, "new"), (added, "w"), (dropped, "y"), (moved, "x"), (moved, "z"), (signal, "x"),
    }  # fmt: skip
    assert found[added, "new"].after == "Likely, silver"
    assert found[dropped, "y"].before == "not rated"
    assert (found[moved, "x"].before, found[moved, "x"].after) == ("Target", "Reach")
    assert found[moved, "x"].why == "Because of x."
    assert found[moved, "z"].why == "Far"
    assert (found[signal, "x"].before, found[signal, "x"].after) == ("gold", "no signal")


def test_the_same_list_has_no_difference(side_of: SideOf) -> None:
    side = side_of("A", 244, entry("x"))
    assert list_diff(side.scenario, side.scenario, None, None) == ()
