"""Tests of dev.py: when its environment is used, mended or made anew, and what it tells."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest


class Tree:
    """A source tree with locks, whose dev.py notes what it would do instead of doing it."""

    def __init__(self, top: Path, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.dev = dev
        self.locks = top / "requirements"
        self.venv = dev.Venv(top / ".venv")
        self.done: list[str] = []
        self.locks.mkdir()
        for name in ("runtime", "dev"):
            (self.locks / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
        monkeypatch.setattr(dev, "ROOT", top)
        monkeypatch.setattr(dev, "make", self._make)
        monkeypatch.setattr(dev, "install", lambda _venv, name: self.done.append(name))

    def prepare(self, name: str) -> list[str]:
        self.done.clear()
        self.dev.prepare(self.venv, name)
        return self.done

    def _make(self, venv: object) -> None:
        assert venv == self.venv
        self.done.append("make")
        self.venv.python.parent.mkdir(parents=True, exist_ok=True)
        self.venv.python.touch()


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    file = Path(__file__).parents[1] / "dev.py"
    spec = importlib.util.spec_from_file_location("dev", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "dev", module)  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path: Path, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Tree:
    return Tree(tmp_path, dev, monkeypatch)


def test_the_first_use_makes_the_environment_and_the_second_does_nothing(tree: Tree) -> None:
    assert tree.prepare("runtime") == ["make", "runtime"]
    assert tree.prepare("runtime") == []


def test_another_lock_is_added_to_what_is_there(tree: Tree) -> None:
    tree.prepare("runtime")
    assert tree.prepare("dev") == ["dev"]
    assert tree.prepare("runtime") == []


def test_a_changed_lock_makes_the_environment_anew(tree: Tree) -> None:
    tree.prepare("runtime")
    tree.prepare("dev")
    (tree.locks / "dev.txt").write_text("dev==2\n", encoding="utf-8")
    assert tree.prepare("runtime") == ["make", "runtime"]


def test_a_lock_that_was_not_installed_may_change(tree: Tree) -> None:
    tree.prepare("runtime")
    (tree.locks / "dev.txt").write_text("dev==2\n", encoding="utf-8")
    assert tree.prepare("runtime") == []


def test_another_python_makes_the_environment_anew(tree: Tree) -> None:
    tree.prepare("runtime")
    stamp = json.loads(tree.venv.stamp.read_text(encoding="utf-8"))
    tree.venv.write_stamp(stamp | {"python": "3.11.0rc1"})
    assert tree.prepare("runtime") == ["make", "runtime"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null"])
def test_an_unreadable_stamp_makes_the_environment_anew(tree: Tree, text: str) -> None:
    tree.prepare("runtime")
    tree.venv.stamp.write_text(text, encoding="utf-8")
    assert tree.prepare("runtime") == ["make", "runtime"]


def test_a_vanished_interpreter_makes_the_environment_anew(tree: Tree) -> None:
    tree.prepare("runtime")
    tree.venv.python.unlink()
    assert tree.prepare("runtime") == ["make", "runtime"]


def test_a_failed_installation_is_not_taken_for_a_finished_one(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_venv: object, _name: str) -> None:
        raise tree.dev.SetupError("no network")

    tree.prepare("runtime")
    with monkeypatch.context() as broken:
        broken.setattr(tree.dev, "install", fail)
        with pytest.raises(tree.dev.SetupError):
            tree.dev.prepare(tree.venv, "dev")
    assert tree.prepare("runtime") == ["make", "runtime"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_is_traced_to_its_debian_package(
    dev: ModuleType, library: str, package: str
) -> None:
    assert dev.debian_package(library) == package


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 15, 0)])
def test_a_python_without_wheels_is_refused_in_one_sentence(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    version: tuple[int, int, int],
) -> None:
    with monkeypatch.context() as other:
        other.setattr(dev.sys, "version_info", version)
        code = dev.main(["run"])
    assert code == 1
    assert capsys.readouterr().err.startswith("dev.py: this needs Python 3.11 to 3.14, ")


def test_a_python_without_venv_names_the_debian_package(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(dev.SetupError, match="apt-get install python3-venv"):
        dev.check_python()


def test_an_unknown_command_gets_the_list_of_commands(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["fly"]) == 2
    assert "dev.py test" in capsys.readouterr().err
