#!/usr/bin/env python3
"""The one door to this source tree; it needs Python alone and makes .venv by itself.

python3 dev.py run [ARGS...]     start the program; ARGS are the program's own
python3 dev.py test [ARGS...]    ruff, mypy and pytest; ARGS are pytest's
python3 dev.py bench [NAME...]   run the scripts of benchmarks/, or those named
python3 dev.py package           build and try the bundle, then the wheel, into dist/
python3 dev.py lock [ARGS...]    write requirements/ anew with uv; ARGS are uv's (--upgrade)
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 14)
CHECKS = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("pytest",))
BUNDLE = ROOT / "dist" / "SmartPick" / ("SmartPick.exe" if os.name == "nt" else "SmartPick")
LOCKING = (
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
    *("--generate-hashes", "--only-binary", ":all:", "--no-config", "--quiet"),
    *("--custom-compile-command", "python3 dev.py lock"),
)
QT_NEEDS = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqxcb.so")
ODD_DEBIAN_NAMES = {
    **dict.fromkeys(("libglib-2.0.so.0", "libgthread-2.0.so.0"), "libglib2.0-0"),
    "libz.so.1": "zlib1g",
}


class SetupError(Exception):
    """What keeps us from going on, in one sentence for whoever typed the command."""


@dataclass(frozen=True)
class Venv:
    """A virtual environment; its stamp, there only while it is whole, tells of what."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that names the Python and the digest of each lock installed."""
        return self.folder / "smartpick-stamp.json"

    def read_stamp(self) -> dict[str, str]:
        """Return what was written down, or nothing where this is no finished environment."""
        try:
            return dict(json.loads(self.stamp.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def write_stamp(self, stamp: dict[str, str]) -> None:
        """Write down what is in here."""
        self.stamp.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


DEVELOPMENT = Venv(ROOT / ".venv")
PACKAGING = Venv(ROOT / "build" / "venv")  # of its own: a bundle must not pick up our tools


def main(args: list[str]) -> int:
    """Do what `args` ask for and return the exit code."""
    command = COMMANDS.get(args[0]) if args else None
    if command is None:
        asked = args[:1] in (["-h"], ["--help"])
        print(__doc__, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        check_python()
        return command(args[1:])
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(args: list[str]) -> int:
    """Start the program in place of this process where the system can do that."""
    prepare(DEVELOPMENT, "runtime")
    warn_of_missing_libraries(DEVELOPMENT)
    command = [str(DEVELOPMENT.python), "-P", "-m", "smartpick_desktop", *args]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment())  # noqa: S606
    process = subprocess.Popen(command, env=environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the program got it too and may want to end in order
            continue


def test(args: list[str]) -> int:
    """Run every check, whatever the one before it said, and name those that failed."""
    prepare(DEVELOPMENT, "dev")
    warn_of_missing_libraries(DEVELOPMENT)
    screenless = environment(QT_QPA_PLATFORM="offscreen", DISPLAY=None, WAYLAND_DISPLAY=None)
    failed = []
    for tool, *options in CHECKS:
        more = args if tool == "pytest" else options
        print(f"== {' '.join([tool, *more])}", flush=True)
        if call(DEVELOPMENT.python, "-m", tool, *more, env=screenless):
            failed.append(" ".join([tool, *options]))
    print(f"== failed: {', '.join(failed)}" if failed else "== all passed", flush=True)
    return 1 if failed else 0


def bench(args: list[str]) -> int:
    """Run the benchmark scripts, or those whose names are given."""
    prepare(DEVELOPMENT, "runtime")
    found = {script.stem: script for script in sorted((ROOT / "benchmarks").glob("bench_*.py"))}
    unknown = [name for name in args if name not in found]
    if unknown or not found:
        raise SetupError(f"no such benchmark: {', '.join(unknown) or 'there is none yet'}.")
    env = screen_or_memory(environment())
    return max(call(DEVELOPMENT.python, found[name], env=env) for name in args or found)


def package(_args: list[str]) -> int:
    """Build the one-folder bundle, let it test itself, then build the wheel and the sdist."""
    prepare(PACKAGING, "package")
    env = screen_or_memory(environment(PYTHONHASHSEED="0"))
    python = (PACKAGING.python, "-m")
    bundle = ("PyInstaller", "--noconfirm", "--clean", "--workpath", "build/bundle")
    return (
        call(*python, *bundle, "packaging/smartpick.spec", env=env)
        or call(BUNDLE, "--self-test", env=env)
        or call(*python, "build", "--no-isolation", "--outdir", "dist", env=env)
    )


def lock(args: list[str]) -> int:
    """Resolve for every system and Python at once; what runtime.txt chose binds the other two."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("locking needs uv: pip install uv.")
    for name in ("runtime", "dev", "package"):
        bound = ("--constraints", "requirements/runtime.txt", "--extra", name)
        more = () if name == "runtime" else bound
        out = ("--output-file", f"requirements/{name}.txt")
        if call(uv, "pip", "compile", "pyproject.toml", *LOCKING, *more, *out, *args):
            raise SetupError(f"uv could not lock requirements/{name}.txt; its words are above.")
    return 0


def check_python() -> None:
    """Refuse a Python that the locked requirements have no wheels for, or that lacks venv."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        known = " to ".join(".".join(map(str, version)) for version in (OLDEST, NEWEST))
        raise SetupError(f"this needs Python {known}, and this is {platform.python_version()}.")
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        raise SetupError(
            "this Python cannot make virtual environments; on Debian and Ubuntu run: "
            "apt-get install python3-venv"
        )


def prepare(venv: Venv, name: str) -> None:
    """See to it that `venv` holds what requirements/`name`.txt locks; a stale one is made anew."""
    stamp = venv.read_stamp()
    made = {"python": platform.python_version()}
    fresh = stamp.items() >= made.items() and all(
        stamp.get(other, digest) == digest for other, digest in locks().items()
    )
    if not fresh or not venv.python.exists():
        print(f"dev.py: making {venv.folder.relative_to(ROOT)}", file=sys.stderr)
        make(venv)
        stamp = made
    if name not in stamp:
        venv.stamp.unlink(missing_ok=True)
        install(venv, name)
        venv.write_stamp({**stamp, name: locks()[name]})


def locks() -> dict[str, str]:
    """Return the digest of each file of locked requirements."""
    files = (ROOT / "requirements").glob("*.txt")
    return {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def make(venv: Venv) -> None:
    """Make `venv` from nothing, with the Python that an active environment stands on."""
    base = getattr(sys, "_base_executable", sys.executable)
    if call(base, "-m", "venv", "--clear", venv.folder):
        raise SetupError(f"could not make {venv.folder}; the reason is above.")


def install(venv: Venv, name: str) -> None:
    """Install what requirements/`name`.txt locks, wheels alone, each checked against its hash."""
    print(f"dev.py: installing requirements/{name}.txt, once", file=sys.stderr, flush=True)
    quiet = () if sys.stderr.isatty() else ("--quiet",)
    pip = (venv.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
    only = ("--require-hashes", "--only-binary", ":all:", *quiet)
    lock_file = ROOT / "requirements" / f"{name}.txt"
    if call(
        *pip, *only, "--requirement", lock_file, env=environment(PYTHONPATH=None), to=sys.stderr
    ):
        raise SetupError(f"pip could not install requirements/{name}.txt; is there a network?")


def warn_of_missing_libraries(venv: Venv) -> None:
    """Name the system's libraries that Qt lacks here, and the command that brings them."""
    stamp = venv.read_stamp()
    if sys.platform != "linux" or "libraries" in stamp:
        return
    missing = missing_libraries(venv)
    if not missing:
        venv.write_stamp({**stamp, "libraries": "complete"})
    elif shutil.which("apt-get"):
        packages = " ".join(sorted({debian_package(library) for library in missing}))
        sudo = "" if os.geteuid() == 0 else "sudo "
        print(f"dev.py: Qt needs more: {sudo}apt-get install -y {packages}", file=sys.stderr)
    else:
        print(f"dev.py: Qt needs these libraries: {' '.join(missing)}", file=sys.stderr)


def missing_libraries(venv: Venv) -> list[str]:
    """Return the names of the shared libraries that Qt's window system asks for in vain."""
    ldd = shutil.which("ldd")
    binding = next(venv.folder.glob("lib/python*/site-packages/PySide6"), None)
    if ldd is None or binding is None:
        return []
    command = [ldd, *(str(binding / file) for file in QT_NEEDS)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    return sorted(set(re.findall(r"(\S+) => not found", told)))


def debian_package(library: str) -> str:
    """Return the package of a library, whose name Debian derives from the library's own."""
    stem, _, version = library.partition(".so.")
    joint = "-" if stem[-1].isdigit() else ""
    derived = f"{stem}{joint}{version}".lower().replace("_", "-")
    return ODD_DEBIAN_NAMES.get(library, derived)


def call(*command: str | Path, env: dict[str, str] | None = None, to: TextIO | None = None) -> int:
    """Run `command` from the top of the tree and return its exit code."""
    parts = [str(part) for part in command]
    return subprocess.call(parts, cwd=ROOT, env=env or environment(), stdout=to)


def environment(**changes: str | None) -> dict[str, str]:
    """Return our variables with the source on Python's path and `changes`; None takes away."""
    wanted = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHOME": None, **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def screen_or_memory(env: dict[str, str]) -> dict[str, str]:
    """Return `env`, which bids Qt draw in memory where a Linux has no screen."""
    if sys.platform != "linux" or env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"):
        return env
    return {"QT_QPA_PLATFORM": "offscreen", **env}


COMMANDS = {"run": run, "test": test, "bench": bench, "package": package, "lock": lock}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
