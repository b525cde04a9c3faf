"""What the user reads: calm words only, in the source and in the rules files.

"Only" is left alone but before a score, where it belittles; elsewhere it limits what is said.
Text is every string of more than one word in the source that is no docstring, every string
that is marked for translation, and every value of the rules files. Words that people do not
read, such as keys and SQL, are strings too: they keep to the list all the same.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "smartpick_desktop"
RULES = TOP / "resources" / "rules"

_WORDS = (
    *("fail you", "doomed", "kills?", "killed", "killing", "red flags?", "worst", "bad", "badly"),
    *("poor", "poorly", "weak", "weaker", "weakness", "low chances?", "disasters?"),
    *("unfortunately", "sadly", "safe bets?", "guarantees?", "guaranteed"),
    *("predict", "predicts", "predicted", "predictions?", "your odds", "beats?", "beaten"),
    *("should have", "safety", "just"),
)
BANNED = re.compile(
    rf"\b(?i:{'|'.join(_WORDS)})\b"
    r"|\bAI\b"
    r"|\b[Oo]nly (?:an? |about )?\d"
)
EXCLAIMS = re.compile(r"[A-Za-z]!(?!=)")


def texts_of_source(file: Path) -> Iterator[tuple[str, str]]:
    """Where in `file` which text stands."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = set(_docstrings(tree))
    marked = set(_marked(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in silent and (id(node) in marked or " " in node.value):
            yield f"{file.relative_to(TOP)}:{node.lineno}", node.value


def texts_of_rules(file: Path) -> Iterator[tuple[str, str]]:
    """Where in `file` which text stands."""
    yield from _values(file.name, tomllib.loads(file.read_text(encoding="utf-8")))


def faults(text: str) -> list[str]:
    """The words of `text` that do not belong before a worried reader."""
    found = (*BANNED.finditer(text), *EXCLAIMS.finditer(text))
    return [match.group() for match in found]


def complaints(texts: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each text that has such words."""
    return [f"{at}: {faults(text)} in {text!r}" for at, text in texts if faults(text)]


def _docstrings(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            continue
        for statement in node.body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield id(statement.value)


def _marked(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in ("tr", "_tr", "translate"):
            yield from (id(argument) for argument in node.args)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _values(at: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _values(f"{at}, {key}", part)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _values(f"{at}[{number}]", part)
    elif isinstance(value, str):
        yield at, value


def test_no_text_of_the_source_alarms_or_belittles() -> None:
    files = sorted(SOURCE.rglob("*.py"))
    assert not complaints(text for file in files for text in texts_of_source(file))


def test_no_text_of_the_rules_alarms_or_belittles() -> None:
    texts = [text for file in sorted(RULES.glob("*.toml")) for text in texts_of_rules(file)]
    assert len(texts) > 100
    assert not complaints(texts)


def test_the_source_has_text_to_look_at() -> None:
    start = SOURCE / "ui" / "pages" / "start_page.py"
    said = [text for _, text in texts_of_source(start)]
    assert "My own planning" in said
    assert not any("`line_for` gives the number line" in text for text in said)
    card = SOURCE / "core" / "verdict_card.py"
    assert any("in reach of this specialty" in text for _, text in texts_of_source(card))


@pytest.mark.parametrize(
    "text",
    [
        "This will fail you.",
        "A red flag for programs",
        "You are doomed",
        "That kills an application",
        "The worst case",
        "A weak score",
        "An AI reads it",
        "It predicts a match",
        "You scored only 221",
        "only a 221",
        "You should have waited",
        "Safety schools",
        "It is just a number",
        "Well done!",
    ],
)
def test_what_does_not_belong_is_found(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "The score is a fail: 216 is under the pass mark of 218.",
        "Read only by you",
        "The figures are for US MD seniors only.",
        "He paid a deadbeat",
        "badge",
        "adjust",
        "a != b",
        "Skilled work",
    ],
)
def test_what_may_be_said_is_left_alone(text: str) -> None:
    assert not faults(text)
