"""`smartpick-desktop outlook` and `suggest`: figures as JSON, or every problem in a line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smartpick_desktop.cli import run

ALABAMA, ARKANSAS = "0400121010", "0400421013"
RECORD: dict[str, Any] = {
    "applicant_type": "us_md",
    "step2": {"score": 244},
    "season": 2025,
    "list": [ALABAMA, {"program": "400421013", "signal": "gold", "tie": "home"}],
    "facts": {ALABAMA: {"typical_step2": 250, "visa_j1": None}},
}
Ask = Any


@pytest.fixture
def ask(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], data_dir: Path) -> Ask:
    def asked(command: str, record: object) -> Any:
        file = tmp_path / "record.json"
        file.write_text(
            record if isinstance(record, str) else json.dumps(record), encoding="utf-8"
        )
        code = run([command, str(file)])
        out, err = (part.decode() for part in capfdbinary.readouterr())
        assert (code == 0) == bool(out)
        return json.loads(out) if code == 0 else err.splitlines()

    return asked


def test_the_outlook_of_a_list(ask: Ask) -> None:
    found = ask("outlook", RECORD)
    assert set(found) == {"match", "interviews", "programs", "curve", "next", "notes"}
    assert found["match"]["low"] % 5 == 0
    assert found["match"]["high"] % 5 == 0
    assert found["match"]["low"] < found["match"]["high"]
    first, second = found["programs"]
    assert (first["acgme"], first["bucket"], first["rests_on"]) == (ALABAMA, "target", "program")
    assert "it knows you already" in second["reason"]
    assert [point["dollars"] for point in found["curve"][:3]] == [0, 11, 22]
    assert found["next"]["count"] == 10
    assert "This is not a promise." in found["notes"][0]


def test_no_number_of_it_has_a_decimal(ask: Ask) -> None:
    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [n for part in value.values() for n in numbers(part)]
        if isinstance(value, list):
            return [n for part in value for n in numbers(part)]
        return [value] if isinstance(value, float) else []

    assert numbers(ask("outlook", RECORD)) == []
    assert numbers(ask("suggest", RECORD | {"specialty": "anesthesiology", "count": 12})) == []


def test_a_suggested_list_has_as_many_programs_and_keeps_the_quota(ask: Ask) -> None:
    found = ask("suggest", RECORD | {"specialty": "anesthesiology", "count": 30})
    assert len(found["list"]) == 30
    signals = [program["signal"] for program in found["list"]]
    assert (signals.count("gold"), signals.count("silver")) == (5, 10)
    assert found["after"]["match"]["low"] >= found["before"]["match"]["low"]
    assert all(change["why"] for change in found["changes"])


def test_a_budget_buys_as_many_as_it_costs(ask: Ask) -> None:
    record = RECORD | {"specialty": "anesthesiology", "budget": 330, "list": []}
    found = ask("suggest", record)
    assert len(found["list"]) == 30
    assert found["before"] is None


def test_every_problem_is_named_at_once(ask: Ask) -> None:
    wrong = RECORD | {
        "step2": {"score": 444},
        "list": [ALABAMA, "x", {"program": ALABAMA, "signal": "blue"}, 7],
        "facts": {ALABAMA: {"typical_step2": 2500, "colour": 1}, "7": {}},
        "preferences": {"city": "Nowhere", "states": ["XX"], "miles": 0},
        "season": 1900,
        "foo": 1,
    }
    places = [line.partition(": ")[0] for line in ask("outlook", wrong)]
    assert places == [
        "$.step2.score", "$.foo", f'$.facts."{ALABAMA}".colour',
        f'$.facts."{ALABAMA}".typical_step2', '$.facts."7"', "$.season", "$.preferences.city",
        "$.preferences.miles", "$.preferences.states[0]", "$.list[1].program",
        "$.list[2].signal", "$.list[2].program", "$.list[3]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"step2": None}, "$.step2: a score is needed, taken or planned"),
        ({"list": []}, "$.list: no program is listed"),
        ({"list": 3}, "$.list: expected a list, got a whole number"),
        ({"count": 5}, "$.count: unknown field"),
    ],
)
def test_what_an_outlook_needs(ask: Ask, changed: dict[str, Any], line: str) -> None:
    [found] = ask("outlook", RECORD | changed)
    assert found.startswith(line)


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "$.specialty: is missing"),
        ({"specialty": "alchemy"}, '$.specialty: "alchemy" is not known'),
        ({"specialty": "dermatology", "count": 0}, "$.count: 0 is outside 1 to 300"),
        ({"specialty": "dermatology", "count": 5, "budget": 5}, "$.budget: expected a count or"),
    ],
)
def test_what_a_suggestion_needs(ask: Ask, changed: dict[str, Any], line: str) -> None:
    [found] = ask("suggest", RECORD | changed)
    assert found.startswith(line)


def test_a_signal_over_the_quota_is_a_problem(ask: Ask) -> None:
    record = RECORD | {
        "list": [
            {"program": number, "signal": "gold"}
            for number in (
                ALABAMA, ARKANSAS, "0400300001", "0400331197", "0400321012", "0400500003",
            )
        ]
    }  # fmt: skip
    lines = ask("outlook", record)
    assert any(line.endswith("All 5 gold are placed. Free one first.") for line in lines)


@pytest.mark.parametrize("text", ["", "{", "[]", "3"])
def test_one_object_is_expected(ask: Ask, text: str) -> None:
    [line] = ask("outlook", text)
    assert line.startswith("$: ")


def test_it_works_without_qt_and_without_a_display(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(RECORD), encoding="utf-8")
    code = (
        "import sys; from smartpick_desktop.cli import run; code = run(sys.argv[1:]); "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    env = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code, "outlook", str(file)],
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_two_records_side_by_side(ask: Ask) -> None:
    other = {**RECORD, "name": "If CK 220", "step2": {"planned": True, "score": 220}}
    found = ask("compare", [{**RECORD, "name": "Actual", "targets": ["anesthesiology"]}, other])
    assert found["scenarios"] == ["Actual", "If CK 220"]
    assert found["note"] == ""
    lines = {line["key"]: line for line in found["lines"]}
    assert lines["step2"]["values"] == ["244", "220, planned"]
    assert lines["match"]["differs"]
    [diff] = found["lists"]
    assert (diff["scenario"], diff["against"]) == ("If CK 220", "Actual")
    assert {change["change"] for change in diff["changes"]} == {"bucket"}
    assert all(change["why"] for change in diff["changes"])


@pytest.mark.parametrize("records", [[], [RECORD], [RECORD] * 5, RECORD])
def test_two_to_four_records_are_compared(ask: Ask, records: object) -> None:
    assert ask("compare", records) == ["$: expected an array of 2 to 4 records"]


def test_problems_of_every_record_are_named_with_their_place(ask: Ask) -> None:
    lines = ask("compare", [{**RECORD, "foo": 1}, {**RECORD, "list": ["x"]}])
    assert [line.partition(":")[0] for line in lines] == ["$[0].foo", "$[1].list[0].program"]
