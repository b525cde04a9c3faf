"""The import rules: which layer may know which, read from the source and held as a table.

A row speaks for the modules under its name, the longest name that fits. A new library enters
a layer, or a new layer the program, by an edit of this table.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "smartpick_desktop"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

LEAVES = ("PRODUCT_NAME", "__version__")  # what the package itself holds, for all to use
COMPOSERS = (
    "__main__",
    "app",
    "cli",
    "selftest",
)  # they know every layer, and no layer knows them
NETWORK = (
    *("asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtHttpServer"),
    *("PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
)
IMPURE = (  # files, clock, randomness and the machine around us
    *("ctypes", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random"),
    *("secrets", "shutil", "sqlite3", "subprocess", "tempfile", "threading", "time"),
)
ABOVE_WIDGETS = tuple(
    f"ui.{name}"
    for name in ("actions", "commands", "dialogs", "document", "main_window", "pages", "panels")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the modules under `layer` may import of ours and of others', and never."""

    layer: str
    ours: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


_QT = ("PySide6",)
_LAYERS = ("core", "storage", "exchange", "reports", "ui", "paths", "log")
_READERS = ("charset_normalizer", "pypdfium2", "python_calamine", "xlsxwriter")
_LIBRARIES = ("apsw", "msgspec", "numpy", "platformdirs", "pyqtgraph", "rapidfuzz", *_QT)

TABLE = (
    Row(layer="core", ours=("core",), others=("numpy", "rapidfuzz"), never=IMPURE),
    Row(layer="storage", ours=("core", "storage", "paths"), others=("apsw", "msgspec", "numpy")),
    Row(
        layer="exchange",
        ours=("core", "exchange", "paths"),
        others=("msgspec", "numpy", *_READERS),
    ),
    Row(layer="reports", ours=("core", "reports", "paths")),
    *(
        Row(
            layer=layer,
            ours=("core", "ui", "paths"),
            others=(*_QT, "pyqtgraph", "numpy"),
            never=ABOVE_WIDGETS,
        )
        for layer in ("ui.widgets", "ui.models")
    ),
    Row(layer="ui", ours=("core", "ui", "paths"), others=(*_QT, "numpy")),
    Row(layer="paths", others=("platformdirs",)),
    Row(layer="log"),
    *(Row(layer=name, ours=(*COMPOSERS, *_LAYERS), others=_LIBRARIES) for name in COMPOSERS),
    Row(layer=""),  # the package's own __init__
)


def breaches(file: str, source: str) -> list[str]:
    """Return a line for each import in `source` that the table forbids to `file`."""
    module = _module(file)
    found = []
    for line, name, fault in _imports(ast.parse(source)):
        fault = fault or _fault(module, name)
        if fault:
            found.append(f"{file}:{line}: import of {name}: {fault}")
    return found


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("__init__").rstrip("/").replace("/", ".")


def _imports(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            for alias in node.names:
                fault = "a star import" if alias.name == "*" else ""
                fault = "a relative import" if node.level else fault
                yield node.lineno, f"{source}.{alias.name}", fault


def _fault(module: str, name: str) -> str:
    row = _row(module)
    if row is None:
        return f"{module} is in no row of the table"
    ours = _under(name, (PACKAGE,))
    inner = name.removeprefix(PACKAGE).removeprefix(".") if ours else name
    if _under(name, NETWORK):
        return "the program never opens a connection"
    if _under(inner, row.never):
        return f"never in {row.layer}"
    if ours:
        allowed = inner in LEAVES or _under(inner, row.ours)
    else:
        allowed = _under(name, tuple(sys.stdlib_module_names)) or _under(name, row.others)
    return "" if allowed else f"not for {row.layer or PACKAGE}"


def _row(module: str) -> Row | None:
    rows = [row for row in TABLE if row.layer == module or _under(module, (row.layer,))]
    return max(rows, key=lambda row: len(row.layer), default=None)


def _under(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def _files() -> list[str]:
    return sorted(file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py"))


def test_every_import_follows_the_table() -> None:
    found = [
        breach
        for file in _files()
        for breach in breaches(file, (SOURCE / file).read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(["imports against the table:", *found])


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("core/bands.py", "from PySide6.QtCore import QObject"),
        ("core/bands.py", "import random"),
        ("core/bands.py", "def late():\n    import sqlite3"),
        ("core/bands.py", "from smartpick_desktop import storage"),
        ("core/bands.py", "from smartpick_desktop.paths import resource"),
        ("core/assessment/__init__.py", "from .trend import trend"),
        ("core/assessment/__init__.py", "from smartpick_desktop.core.bands import *"),
        ("storage/library.py", "import PySide6"),
        ("storage/library.py", "from smartpick_desktop.exchange import spreadsheets"),
        ("exchange/spreadsheets.py", "import smartpick_desktop.storage.library"),
        ("reports/memo.py", "from smartpick_desktop.ui.theme import Theme"),
        ("ui/widgets/score_field.py", "from smartpick_desktop.ui.document import Document"),
        ("ui/models/programs.py", "from smartpick_desktop.ui import panels"),
        ("ui/panels/score.py", "from smartpick_desktop.storage.library import Library"),
        ("ui/panels/score.py", "import pyqtgraph"),
        ("ui/main_window.py", "from smartpick_desktop.app import run"),
        ("ui/main_window.py", "from PySide6 import QtNetwork"),
        ("storage/library.py", "from urllib.parse import quote"),
        ("app.py", "import socket"),
        ("paths.py", "import requests"),
        ("log.py", "from smartpick_desktop.cli import main"),
        ("cloud/sync.py", "import json"),
        ("__init__.py", "from smartpick_desktop.core.bands import ScoreBand"),
    ],
)
def test_a_breach_is_caught_and_named(file: str, source: str) -> None:
    line = source.count("\n") + 1
    [breach] = breaches(file, source)
    assert breach.startswith(f"{file}:{line}: import of ")


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("core/norms.py", "import numpy as np\nfrom datetime import date"),
        ("storage/library.py", "import apsw\nfrom smartpick_desktop.core.problems import Problem"),
        ("ui/widgets/band_chart.py", "import pyqtgraph\nfrom smartpick_desktop.ui import theme"),
        ("ui/panels/score.py", "from smartpick_desktop.ui.document import Document"),
        ("ui/main_window.py", "from smartpick_desktop import PRODUCT_NAME"),
        ("app.py", "from smartpick_desktop.storage.library import Library"),
        ("__main__.py", "from smartpick_desktop.cli import main"),
    ],
)
def test_an_import_the_table_allows_is_let_through(file: str, source: str) -> None:
    assert breaches(file, source) == []


@pytest.mark.parametrize("heavy", ["PySide6", "pyqtgraph"])
def test_nothing_but_the_window_loads_qt(heavy: str) -> None:
    windowless = ("core", "storage", "exchange", "reports", "paths", "log", "cli")
    modules = [_module(file) for file in _files() if _under(_module(file), windowless)]
    assert heavy not in _loaded_by(modules)


def test_the_command_line_starts_without_numpy() -> None:
    assert "numpy" not in _loaded_by([m for m in map(_module, _files()) if m == "cli"])


def _loaded_by(modules: list[str]) -> set[str]:
    program = "; ".join(
        [
            "import sys",
            *(f"import {PACKAGE}.{module}" for module in modules),
            "print(*sys.modules)",
        ]
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())
