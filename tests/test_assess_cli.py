"""`smartpick-desktop assess`: the JSON that goes in and comes out, and what is refused."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartpick_desktop import cli
from smartpick_desktop.core.norms import pass_mark_on
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.reference_data import load_reference

SOURCE = Path(__file__).parents[1] / "src"
RECORD = {"applicant_type": "us_md", "step2": {"score": 244}}
FULL = {
    "applicant_type": "us_md",
    "step1": {"score": 250, "date": "2021-06-12"},
    "step2": {"score": 238, "date": "2026-07-18"},
    "failed_attempts": {"step1": 0, "step2": 0},
    "strengths": ["letters", "clinical_grades"],
    "concerns": ["leave"],
    "practice": [{"name": "NBME 10", "date": "2026-06-01", "score": 250}],
    "targets": ["dermatology", "anesthesiology"],
    "reading": "stricter",
}
RULE_FAMILIES = {
    "T1",
    "T2",
    "T3",
    "T4",
    "T5",
    "M1",
    "M2",
    "M3",
    "M4",
    "M5",
    "M6",
    "R1",
    "L1",
    "D1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a call came to: exit code, standard output and the lines of standard error."""

    code: int
    out: str
    err: list[str]

    @property
    def value(self) -> Any:
        assert (self.code, self.err) == (0, [])
        return json.loads(self.out)


Assess = Callable[..., Outcome]


@pytest.fixture
def assess(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Assess:
    """Run `assess` in this process; text and bytes go in as they are, values as JSON."""

    def run(given: object, *arguments: str) -> Outcome:
        text = given if isinstance(given, str | bytes) else json.dumps(given)
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = cli.run(["assess", *arguments])
        captured = capsys.readouterr()
        return Outcome(code=code, out=captured.out, err=captured.err.splitlines())

    return run


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(resource()).reference


def test_a_full_record_gives_the_whole_contract(assess: Assess) -> None:
    found = assess(FULL).value
    for target in found["targets"]:
        assert [reason["rule"] for reason in target["reasons"]] == target["rules"]
        assert all(set(reason) == {"rule", "text"} for reason in target.pop("reasons"))
    sources = [target["figures"].pop("source") for target in found["targets"]]
    assert all(isinstance(source, str) and source for source in sources)
    assert found == {
        "step1": {"band": "highly_competitive", "percentile": 82},
        "step2": {
            "band": "solid",
            "percentile": 20,
            "norm_cohort": "first-takers from LCME schools, July 2023 to June 2026",
            "pass_mark": 218,
            "passed": True,
        },
        "trend": {"rule": "T5", "difference": -12},
        "forecast": {"mean": 250.0, "low": 250, "high": 250, "gap": -12.0, "within_noise": True},
        "targets": [
            {
                "specialty": "dermatology",
                "tier": 9,
                "group": "ultra",
                "impact": 3,
                "state": "worth_a_plan",
                "headline_state": "needs_a_plan_first",
                "rules": ["B225.ultra", "T5", "M2"],
                "flags": {"to_address": [], "fine": []},
                "figures": {
                    "state": "needs_a_plan_first",
                    "near_the_line": False,
                    "match_rate": {
                        "percent": 59,
                        "n": 103,
                        "band": "230-239",
                        "years": "2020-2024",
                    },
                    "q1": 251,
                    "median": 258,
                    "q3": 266,
                    "not_matched_median": 252,
                    "year": 2026,
                },
                "changes": [{"change": "group:moderate", "impact": 2}],
            },
            {
                "specialty": "anesthesiology",
                "tier": 5,
                "group": "moderate",
                "impact": 2,
                "state": "fine_as_is",
                "headline_state": "worth_a_plan",
                "rules": ["B225.moderate", "T5", "D1"],
                "flags": {"to_address": [], "fine": ["D1"]},
                "figures": {
                    "state": "worth_a_plan",
                    "near_the_line": False,
                    "match_rate": {
                        "percent": 81,
                        "n": 874,
                        "band": "230-239",
                        "years": "2020-2024",
                    },
                    "q1": 247,
                    "median": 255,
                    "q3": 263,
                    "not_matched_median": 239,
                    "year": 2026,
                },
                "changes": [],
            },
        ],
        "untargeted": {"less": {"impact": 2}, "ultra": {"impact": 3}},
    }


def test_a_bare_record_gives_the_same_keys(assess: Assess, reference: Reference) -> None:
    mark = pass_mark_on(reference.pass_marks, date.today())  # noqa: DTZ011  as the command does
    assert mark is not None
    assert assess(RECORD).value == {
        "step1": {"band": None, "percentile": None},
        "step2": {
            "band": "strong",
            "percentile": 30,
            "norm_cohort": "first-takers from LCME schools, July 2023 to June 2026",
            "pass_mark": mark.score,
            "passed": None,
        },
        "trend": None,
        "forecast": None,
        "targets": [],
        "untargeted": {"less": {"impact": 1}, "ultra": {"impact": 3}},
    }


def test_an_open_step_2_ck_leaves_place_and_group_alone(assess: Assess) -> None:
    found = assess(FULL | {"step2": None}).value
    assert (found["step2"], found["trend"]) == (None, None)
    assert found["untargeted"] == {"less": {"impact": None}, "ultra": {"impact": None}}
    assert found["forecast"] == {
        "mean": 250.0, "low": 250, "high": 250, "gap": None, "within_noise": None,
    }  # fmt: skip
    assert found["targets"][0] == {
        "specialty": "dermatology",
        "tier": 9,
        "group": "ultra",
        "impact": None,
        "state": None,
        "headline_state": None,
        "rules": [],
        "reasons": [],
        "flags": {"to_address": [], "fine": []},
        "figures": None,
        "changes": [],
    }


def test_a_fail_without_a_score_reads_5_by_r1(assess: Assess) -> None:
    found = assess(FULL | {"step2": {"result": "fail", "date": "2026-07-18"}}).value
    assert found["step2"] == {
        "band": None, "percentile": None, "norm_cohort": None, "pass_mark": 218, "passed": False,
    }  # fmt: skip
    for target in found["targets"]:
        assert (target["impact"], target["rules"]) == (5, ["R1"])
        assert target["flags"] == {"to_address": ["R1"], "fine": []}
        assert target["figures"]["state"] == "needs_a_plan_first"
        assert target["figures"]["match_rate"] is None
    assert found["untargeted"] == {"less": {"impact": 5}, "ultra": {"impact": 5}}


def test_a_target_without_a_group_leaves_the_ends_to_untargeted(assess: Assess) -> None:
    found = assess(RECORD | {"targets": ["urology"]}).value
    [target] = found["targets"]
    named = ("tier", "group", "impact", "state", "headline_state", "figures")
    assert [target[name] for name in named] == [None] * 6
    assert found["untargeted"] == {"less": {"impact": 1}, "ultra": {"impact": 3}}


@pytest.mark.parametrize("reading", ["article", "figures", "stricter"])
def test_without_figures_the_headline_is_the_articles(assess: Assess, reading: str) -> None:
    record = RECORD | {"applicant_type": "us_img", "targets": ["dermatology"], "reading": reading}
    [target] = assess(record).value["targets"]
    assert target["figures"] is None
    assert target["headline_state"] == target["state"] == "worth_a_plan"


@pytest.mark.parametrize(
    ("reading", "headline"),
    [("article", "fine_as_is"), ("figures", "worth_a_plan"), ("stricter", "worth_a_plan")],
)
def test_the_headline_follows_the_reading(assess: Assess, reading: str, headline: str) -> None:
    record = FULL | {"targets": ["anesthesiology"], "reading": reading}
    [target] = assess(record).value["targets"]
    assert target["headline_state"] == headline


def test_too_few_people_give_no_match_rate(assess: Assess) -> None:
    record = RECORD | {"step2": {"score": 225}, "targets": ["plastic_surgery"]}
    [target] = assess(record).value["targets"]
    assert target["figures"]["match_rate"] is None


def test_us_dos_have_means_in_the_places_of_quartiles(assess: Assess) -> None:
    record = RECORD | {"applicant_type": "us_do", "targets": ["anesthesiology"]}
    figures = assess(record).value["targets"][0]["figures"]
    named = ("q1", "median", "q3", "not_matched_median", "year", "match_rate")
    assert [figures[name] for name in named] == [251, None, None, 239, 2024, None]


@pytest.mark.parametrize(
    ("step2", "mark", "passed"),
    [
        ({"score": 216, "date": "2025-06-30"}, 214, True),
        ({"score": 216, "date": "2025-07-01"}, 218, False),
        ({"score": 216, "date": "2013-06-30"}, None, None),
        ({"planned": True, "score": 216}, 218, None),
    ],
)
def test_the_pass_mark_is_that_of_the_day(
    assess: Assess, step2: object, mark: int | None, passed: bool | None
) -> None:
    found = assess(RECORD | {"step2": step2}).value["step2"]
    assert (found["pass_mark"], found["passed"]) == (mark, passed)


@pytest.mark.parametrize(
    ("scores", "mean"), [([240, 240, 241], 240.3), ([240, 241, 241], 240.7), ([240, 241], 240.5)]
)
def test_the_forecasts_mean_has_one_decimal(
    assess: Assess, scores: list[int], mean: float
) -> None:
    practice = [{"score": score} for score in scores]
    assert assess(RECORD | {"practice": practice}).value["forecast"]["mean"] == mean


def test_rules_and_flags_are_ids(assess: Assess) -> None:
    record = {
        "applicant_type": "us_img", "step1": {"score": 214},
        "step2": {"score": 204, "date": "2026-01-01"}, "failed_attempts": {"step1": 1},
        "concerns": ["remediation"], "targets": ["dermatology"],
    }  # fmt: skip
    [target] = assess(record).value["targets"]
    cell, *others = target["rules"]
    assert cell == "B0.ultra"
    assert set(others) <= RULE_FAMILIES
    assert target["flags"]["to_address"] == ["R1", "M4", "M5", "L1"]


@pytest.mark.parametrize("records", [[], [RECORD], [RECORD, FULL, RECORD]])
def test_an_array_comes_back_as_an_array(assess: Assess, records: list[object]) -> None:
    found = assess(records).value
    assert isinstance(found, list)
    assert len(found) == len(records)


def test_results_keep_the_order_of_the_records(assess: Assess) -> None:
    records = [RECORD | {"step2": {"score": score}} for score in (260, 200, 230)]
    bands = [found["step2"]["band"] for found in assess(records).value]
    assert bands == ["highly_competitive", "concerning", "solid"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n  \n"])
def test_json_lines_come_back_as_json_lines(assess: Assess, end: str) -> None:
    found = assess(json.dumps(RECORD) + "\n\n" + json.dumps(FULL) + end)
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert (found.code, found.err, len(lines)) == (0, [], 2)
    assert lines == assess([RECORD, FULL]).value


def test_an_odd_line_end_inside_a_text_is_no_line_end(assess: Assess) -> None:
    record = RECORD | {"practice": [{"name": "a\u2028b\u0085c", "score": 240}]}
    line = json.dumps(record, ensure_ascii=False)
    assert assess(f"{line}\n{line}\n").code == 0


@pytest.mark.parametrize("form", ["{}", " \r\n {} \n", "\ufeff{}", "\ufeff\n{}\n"])
def test_a_byte_order_mark_and_space_around_do_no_harm(assess: Assess, form: str) -> None:
    assert assess(form.replace("{}", json.dumps(RECORD))).value == assess(RECORD).value


def test_a_record_over_many_lines_is_one_record(assess: Assess) -> None:
    assert assess(json.dumps(FULL, indent=1)).value == assess(FULL).value


def test_an_object_comes_back_as_one_object_with_a_line_end(assess: Assess) -> None:
    found = assess(RECORD)
    assert found.out.startswith("{")
    assert found.out.endswith("}\n")


def test_a_dash_means_standard_input(assess: Assess) -> None:
    assert assess(RECORD, "-").value == assess(RECORD).value


def test_a_file_is_read(assess: Assess, tmp_path: Path) -> None:
    file = tmp_path / "Bewerber größer.json"
    file.write_text(json.dumps(FULL), encoding="utf-8-sig")
    assert assess("not read", str(file)).value == assess(FULL).value


@pytest.mark.parametrize("name", ["gone.json", "."])
def test_a_file_that_cannot_be_read_is_named(assess: Assess, tmp_path: Path, name: str) -> None:
    found = assess("", str(tmp_path / name))
    [line] = found.err
    assert (found.code, found.out) == (2, "")
    assert line.startswith(f"{tmp_path / name}: could not be read: ")


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\t\n", "\ufeff"])
def test_an_empty_input_is_a_problem(assess: Assess, text: str) -> None:
    assert refused(assess(text)) == ["$: the input is empty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", "$: no JSON at column 1: Expecting value"),
        ("{", "$: no JSON at column 2: "),
        ('{"step2": }', "$: no JSON at column 11: "),
        ('{\n"step2": }', "$: no JSON at line 2, column 10: "),
        ("[1,]", "$: no JSON at column "),
        ("{'step2': null}", "$: no JSON at column 2: "),
        ("{} {}", "$: no JSON at column 4: Extra data"),
        ("NaN", "$: NaN is no JSON number"),
        ('{"step2": {"score": NaN}}', "$: NaN is no JSON number"),
        ("[Infinity]", "$: Infinity is no JSON number"),
        ('{"a": -Infinity}', "$: -Infinity is no JSON number"),
        ('{"a": 1, "a": 2}', '$: the field "a" stands twice in one object'),
        ('{"step2": {"score": 1, "score": 2}}', '$: the field "score" stands twice'),
        ('{"x;y": 1, "x;y": 2}', '$: the field "x;y" stands twice in one object'),
        ('{"x\\ny": 1, "x\\ny": 2}', '$: the field "x y" stands twice in one object'),
        ("[" * 100_000, "$: nested too deeply"),
        ('{"a":' * 100_000, "$: nested too deeply"),
        ("1" * 5000, "$: a number has too many digits"),
    ],
)
def test_what_is_no_json_says_where(assess: Assess, text: str, expected: str) -> None:
    [line] = refused(assess(text))
    assert line.startswith(expected)


@pytest.mark.parametrize(
    ("data", "byte"), [(b"\xff\xd8\xff\xe0", 1), (b'{"a": "\xe9"}', 8), ("{}".encode("utf-16"), 1)]
)
def test_what_is_not_utf_8_says_at_which_byte(assess: Assess, data: bytes, byte: int) -> None:
    assert refused(assess(data)) == [f"$: expected UTF-8 text; byte {byte} is none"]


@pytest.mark.parametrize("value", [None, '"x"', 3, 2.5, True])
def test_a_record_must_be_an_object(assess: Assess, value: object) -> None:
    [line] = refused(assess(value))
    assert line.startswith("$: expected an object, got ")


def test_a_problem_in_an_array_names_the_record(assess: Assess) -> None:
    records = [RECORD, RECORD, RECORD, RECORD | {"step2": {"score": 312}}]
    assert refused(assess(records)) == ["$[3].step2.score: 312 is above 300"]


def test_a_problem_in_an_object_names_the_field(assess: Assess) -> None:
    assert refused(assess(RECORD | {"step2": {"score": 312}})) == [
        "$.step2.score: 312 is above 300"
    ]


def test_all_problems_of_all_records_come_at_once(assess: Assess) -> None:
    found = assess([{"applicant_type": "x", "step2": {"score": 0}}, RECORD, 3, {"step2": None}])
    assert [line.partition(": ")[0] for line in refused(found)] == [
        "$[0].applicant_type", "$[0].step2.score", "$[2]", "$[3].applicant_type",
    ]  # fmt: skip


def test_a_problem_in_json_lines_names_the_record(assess: Assess) -> None:
    good, bad = json.dumps(RECORD), json.dumps(RECORD | {"step2": {"score": 312}})
    assert refused(assess(f"{good}\n\noops\n{bad}\n[]\n")) == [
        "$[1]: no JSON at column 1: Expecting value",
        "$[2].step2.score: 312 is above 300",
        "$[3]: expected an object, got a list",
    ]


@pytest.mark.parametrize("first", ['{"a": NaN}', '{"a": 1, "a": 2}', '{"a": 1,}', "{"])
def test_json_lines_that_start_with_a_broken_one_are_lines_all_the_same(
    assess: Assess, first: str
) -> None:
    bad = json.dumps(RECORD | {"step2": {"score": 312}})
    lines = refused(assess(f"{first}\n{bad}\n"))
    assert [line.partition(": ")[0] for line in lines] == ["$[0]", "$[1].step2.score"]


def test_one_record_that_cannot_be_assessed_keeps_all_results_back(assess: Assess) -> None:
    refused(assess([RECORD, {}]))


def test_an_unknown_field_is_a_problem(assess: Assess) -> None:
    [line] = refused(assess(RECORD | {"visa": True}))
    assert line.startswith("$.visa: unknown field")


def test_every_problem_takes_one_line(assess: Assess) -> None:
    odd = {"a\nb": 1, "\u2028": 2, "targets": ["x\ny"], "reading": "\x1b[2J"}
    lines = refused(assess(RECORD | odd))
    assert len(lines) == 4
    assert all(line.isprintable() and line.startswith("$.") for line in lines)


def test_a_half_character_is_a_problem_and_no_crash(assess: Assess) -> None:
    [line] = refused(assess('{"applicant_type":"us_md","step2":null,"\\ud800":1}'))
    assert "unknown field" in line


def test_every_specialty_of_the_program_can_be_a_target(
    assess: Assess, reference: Reference
) -> None:
    found = assess(RECORD | {"targets": list(reference.specialties)}).value
    assert [target["specialty"] for target in found["targets"]] == list(reference.specialties)


def test_a_broken_edited_file_is_named_and_passed_over(assess: Assess, data_dir: Path) -> None:
    plain = assess(FULL).out
    (data_dir / "rules").mkdir(parents=True)
    (data_dir / "rules" / "impact.toml").write_text("[meta\n", encoding="utf-8")
    found = assess(FULL)
    [line] = found.err
    assert (found.code, found.out) == (0, plain)
    assert line.startswith("impact.toml, line 1")
    assert line.endswith("; the built-in file is used")


def test_a_sound_edited_file_is_used(assess: Assess, data_dir: Path) -> None:
    (data_dir / "rules").mkdir(parents=True)
    shipped = resource("rules", "impact.toml").read_text(encoding="utf-8")
    edited = shipped.replace("lowest = 240\nless = 1", "lowest = 240\nless = 2")
    (data_dir / "rules" / "impact.toml").write_text(edited, encoding="utf-8")
    assert assess(RECORD).value["untargeted"]["less"]["impact"] == 2


def test_a_broken_shipped_file_is_named_with_exit_code_2(
    assess: Assess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("smartpick_desktop.paths.resource", lambda *_parts: tmp_path)
    [line] = refused(assess(RECORD))
    assert "could not be read" in line


def test_it_runs_as_a_command_of_its_own() -> None:
    done = command("assess", given=json.dumps([RECORD]))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 1


def test_it_refuses_as_a_command_of_its_own() -> None:
    done = command("assess", given='{"step2": {"score": 312}}')
    assert (done.returncode, done.stdout) == (2, "")
    assert "$.step2.score: 312 is above 300" in done.stderr.splitlines()


def test_it_runs_without_a_display_and_without_qt_or_numpy() -> None:
    program = (
        "import sys; from smartpick_desktop.cli import run; code = run(['assess']); "
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    done = python("-c", program, given=json.dumps(FULL))
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert done.returncode == 0
    assert not loaded & {"PySide6", "shiboken6", "pyqtgraph", "numpy", "apsw"}


def test_help_is_given_and_a_second_file_refused() -> None:
    helped, refused_ = command("assess", "--help"), command("assess", "a", "b")
    assert (helped.returncode, refused_.returncode) == (0, 2)
    assert "JSON" in helped.stdout
    assert refused_.stdout == ""


def refused(found: Outcome) -> list[str]:
    """The problems of a call that was refused: exit code 2 and nothing on standard output."""
    assert (found.code, found.out) == (2, "")
    assert found.err
    return found.err


def command(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return python("-m", "smartpick_desktop", *arguments, given=given)


def python(*arguments: str, given: str) -> subprocess.CompletedProcess[str]:
    unseen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    seen = {name: value for name, value in os.environ.items() if name not in unseen}
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments],
        env=seen | {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
