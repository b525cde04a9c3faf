"""What is committed: one version, a changelog, locked requirements, and no package host."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import smartpick_desktop

TOP = Path(__file__).parents[1]
LOCKS = sorted((TOP / "requirements").glob("*.txt"))
HOST = re.compile(  # letters in brackets, or this line would find itself
    r"(?:https?|file)://[^\s\"'`)>]*(?:py[p]i|python[h]osted|npm[j]s|debian\.or[g]/debian|crates\.i[o])"
    r"|--(?:extra-)?inde[x]-url|--find-link[s]|--trusted-hos[t]"
)


def _committed() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (TOP / ".git").exists():
        pytest.skip("no git checkout")
    listed = subprocess.run(  # noqa: S603
        [git, "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True
    )
    return [TOP / name for name in listed.stdout.split("\0") if name]


def _requirements(lock: Path) -> list[str]:
    lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def test_no_committed_file_names_a_package_host() -> None:
    files = [file for file in _committed() if file.is_file()]
    named = [
        f"{file.relative_to(TOP)}: {match.group()}"
        for file in files
        for match in HOST.finditer(file.read_text(encoding="utf-8", errors="replace"))
    ]
    assert files
    assert not named


def test_a_package_host_would_be_found() -> None:
    assert HOST.search("see https://mirror." + "py" + "pi.example/simple")
    assert HOST.search("--index" + "-url elsewhere")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    requirements = _requirements(lock)
    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", requirement)
        assert "--hash=sha256:" in requirement


def test_the_locks_agree_on_every_version() -> None:
    pins: dict[str, set[str]] = {}
    for lock in LOCKS:
        for requirement in _requirements(lock):
            name, _, version = requirement.split()[0].partition("==")
            pins.setdefault(name, set()).add(version)
    assert not {name: versions for name, versions in pins.items() if len(versions) > 1}


def test_the_runtime_lock_is_part_of_the_others() -> None:
    pinned = {lock.stem: {line.split()[0] for line in _requirements(lock)} for lock in LOCKS}
    assert pinned["runtime"] <= pinned["dev"]
    assert pinned["runtime"] <= pinned["package"]


def test_the_program_and_its_metadata_tell_one_version() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == smartpick_desktop.__version__


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    changelog = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[?Unreleased\]?", changelog, re.MULTILINE)
