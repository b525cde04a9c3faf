"""The documents: links that lead somewhere, words that are told once, and nothing left out."""

import json
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from smartpick_desktop.cli import run
from smartpick_desktop.core.rules import RULE_IDS
from smartpick_desktop.ui.actions import ACTIONS

TOP = Path(__file__).parents[1]
DOCS = TOP / "docs"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
WORD = re.compile(r"^\| \*\*(.+?)\*\* \|", re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def _documents() -> list[Path]:
    """Every Markdown file that is committed, or about to be."""
    git = shutil.which("git")
    if git is None or not (TOP / ".git").exists():
        return sorted([*TOP.glob("*.md"), *DOCS.rglob("*.md")])
    listed = subprocess.run(  # noqa: S603
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({TOP / name for name in listed.stdout.split("\0") if name})


def _text(*parts: str) -> str:
    return TOP.joinpath(*parts).read_text(encoding="utf-8")


def _anchors(document: Path) -> set[str]:
    """The fragments under which the headings of `document` can be linked to."""
    headings = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def _dead_links(document: Path) -> list[str]:
    dead = []
    for target in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        if not there.exists() or (fragment and fragment not in _anchors(there)):
            dead.append(f"{document.name}: {target}")
    return dead


def test_every_link_leads_somewhere() -> None:
    documents = _documents()
    assert TOP / "README.md" in documents
    assert not [dead for document in documents for dead in _dead_links(document)]


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(
        "# Here\n[a](#here) [b](#there) [c](gone.md) [d](https://e.org) `[f](g)`\n"
    )
    assert _dead_links(document) == ["page.md: #there", "page.md: gone.md"]


def test_the_readme_fits_a_newcomer() -> None:
    readme = _text("README.md")
    assert len(readme.splitlines()) <= 150
    for command in ("python3 dev.py run", "python3 dev.py test"):
        assert command in readme


def test_the_readme_names_every_library_that_ci_installs() -> None:
    packages = re.search(r"^packages=\((.*?)^\)", _text(".ci", "run"), re.DOTALL | re.MULTILINE)
    assert packages is not None
    wanted = set(packages[1].split()) - {"python3", "git"}
    [line] = re.findall(r"apt-get install ((?:.*\\\n)*.*)", _text("README.md"))
    assert set(line.replace("\\\n", " ").split()) == wanted


def test_the_readmes_example_of_assess_is_what_assess_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = _text("README.md")
    [record] = re.findall(r"echo '(\{.*?\})' \| smartpick-desktop assess", readme, re.DOTALL)
    [shown] = re.findall(r"```json\n(.*?)```", readme, re.DOTALL)
    file = tmp_path / "record.json"
    file.write_text(record, encoding="utf-8")
    assert run(["assess", str(file)]) == 0
    found = json.loads(capsys.readouterr().out)
    _agree(json.loads(re.sub(r", …|…", "", shown)), found)


def _agree(shown: object, found: object) -> None:
    """Assert that what is shown was found; what was left out may be anything."""
    if isinstance(shown, dict) and isinstance(found, dict):
        for key, value in shown.items():
            _agree(value, found[key])
    elif (
        isinstance(shown, list)
        and isinstance(found, list)
        and shown
        and isinstance(shown[0], dict)
    ):
        for each, other in zip(shown, found, strict=True):
            _agree(each, other)
    else:
        assert shown == found


def test_every_rule_is_documented() -> None:
    contract = _text("docs", "json-contract.md")
    rules = tomllib.loads(_text("resources", "rules", "impact.toml"))["rules"]
    ids = [rule["id"] for rule in rules]
    assert sorted(ids) == sorted(RULE_IDS)
    rows = re.findall(r"^\| ((?:B|[A-Z]\d)(?:, [A-Z]\d)*) \|", contract, re.MULTILINE)
    assert sorted(", ".join(rows).split(", ")) == sorted(ids)


def test_every_file_of_rules_and_data_is_documented() -> None:
    sources = _text("docs", "data-sources.md")
    files = [
        file for folder in ("rules", "data") for file in (TOP / "resources" / folder).iterdir()
    ]
    assert files
    assert not [file.name for file in files if f"`{file.name}`" not in sources]


def test_every_source_of_a_file_is_named_with_it() -> None:
    rows = [row for row in _text("docs", "data-sources.md").splitlines() if row.startswith("| `")]
    for file in sorted((TOP / "resources").glob("*/*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        [row] = [row for row in rows if f"`{file.name}`" in row]
        named = table.get("meta", table)["source_ids"]
        assert not [source_id for source_id in named if source_id not in row], file.name


def test_a_word_of_the_glossary_is_told_once() -> None:
    words = Counter(word.casefold() for word in WORD.findall(_text("docs", "glossary.md")))
    assert len(words) > 50
    assert not [word for word, times in words.items() if times > 1]


def test_every_key_of_the_menus_is_documented() -> None:
    keyboard = _text("docs", "keyboard.md")
    keys = [key for action in ACTIONS for key in action.keys]
    assert not [
        key for key in keys if not re.search(rf"(?<![+\w]){re.escape(key)}(?![\w])", keyboard)
    ]


def test_decisions_are_numbered_without_a_gap() -> None:
    pages = sorted((DOCS / "adr").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for number, page in enumerate(pages, start=1):
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. "), page.name


def test_the_licence_of_the_metadata_is_the_one_in_the_tree() -> None:
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    assert project["license"] == "MIT"
    assert _text("LICENSE").startswith("MIT License")
    assert all((TOP / name).is_file() for name in project["license-files"])
