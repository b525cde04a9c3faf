"""The command line: opens the window, or assesses records without one."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartpick_desktop import PRODUCT_NAME, __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from typing import Any

    from smartpick_desktop.core.reference import Reference
    from smartpick_desktop.exchange.assess_json import Batch

EXIT_PROBLEMS = 2
EXIT_NO_DISPLAY = 1
NO_DISPLAY = (
    "No display was found, so no window can be opened; "
    "--screenshot FILE.png draws the window into a picture instead."
)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; the exit code."""
    if arguments[:1] == ["assess"]:
        return _assess(_assess_parser().parse_args(arguments[1:]))
    if arguments[:1] in (["outlook"], ["suggest"], ["compare"]):
        return _outlook(arguments[0], _outlook_parser(arguments[0]).parse_args(arguments[1:]))
    if arguments[:1] == ["import"]:
        return _import(_import_parser().parse_args(arguments[1:]))
    if not arguments:
        return _open_window({})  # the usual start does without the parser
    options = _window_parser().parse_args(arguments)
    if options.self_test:
        from smartpick_desktop.selftest import run_self_test

        return run_self_test()
    chosen = vars(options)
    del chosen["self_test"]
    return _open_window(chosen)


def _open_window(chosen: "Mapping[str, Any]") -> int:
    if chosen.get("screenshot") is None and not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return EXIT_NO_DISPLAY
    from smartpick_desktop.app import WindowOptions, open_window

    return open_window(WindowOptions(**chosen))


def _window_parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="smartpick-desktop",
        description=f"{PRODUCT_NAME}: where a Step 2 CK score stands, and what to do next.",
        epilog="Without a window: smartpick-desktop assess, outlook, suggest, compare, import.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PRODUCT_NAME} {__version__}")
    parser.add_argument(
        "--screenshot", type=_picture, metavar="FILE.png", help="draw the window, then quit"
    )
    parser.add_argument(
        "--page", choices=("workspace", "programs", "compare", "rules"), help="the page to open"
    )
    parser.add_argument("--size", type=_size, metavar="1440x900", help="size of the window")
    parser.add_argument("--scale", type=_scale, metavar="2", help="pixels a point, 1 to 4")
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="light or dark")
    parser.add_argument("--demo", action="store_true", help="a made-up applicant; nothing is kept")
    parser.add_argument("--self-test", action="store_true", help="check this installation")
    return parser


def _assess_parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="smartpick-desktop assess",
        description="Assess one JSON record, an array or JSON Lines; prints results likewise.",
        epilog="Exit code 2, and one line a problem, when a record cannot be assessed.",
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    return parser


def _import_parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="smartpick-desktop import",
        description="Print as JSON what taking in a file would do, row by row.",
        epilog="Exit code 2, and one line, when the file cannot be used. Nothing is changed: "
        "the file is held against an empty list without facts.",
        allow_abbrev=False,
    )
    parser.add_argument("file", type=Path, help="a CSV or XLSX table, or the NRMP's PDF")
    parser.add_argument(
        "--dry-run", action="store_true", required=True, help="print the preview; always needed"
    )
    return parser


def _outlook_parser(command: str) -> "argparse.ArgumentParser":
    import argparse

    does = {
        "outlook": "Work out the range to match and the interviews of a list, as one JSON record.",
        "suggest": "Suggest a list near the best one for a file, as one JSON record.",
        "compare": "Hold two to four JSON records with lists against each other, as one record.",
    }
    parser = argparse.ArgumentParser(
        prog=f"smartpick-desktop {command}",
        description=does[command],
        epilog="Exit code 2, and one line a problem, when the record cannot be used.",
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    return parser


def _outlook(command: str, options: "argparse.Namespace") -> int:
    from smartpick_desktop.storage.resource_error import ResourceError

    text = _read_text(options.file)
    reference = _reference() if isinstance(text, str) else None
    if reference is None or not isinstance(text, str):
        return _refuse(text if isinstance(text, list) else [])
    from smartpick_desktop.app.outlook_report import OutlookReport

    try:
        report = OutlookReport(reference)
    except ResourceError as error:
        return _refuse([str(error)])
    make = {
        "outlook": report.outlook,
        "suggest": report.suggestion,
        "compare": report.comparison,
    }[command]
    found = make(text, date.today())  # noqa: DTZ011  the user's own calendar day is meant
    return _print(found) if isinstance(found, str) else _refuse(found)


def _read_text(file: str) -> str | list[str]:
    """The text of a file or of standard input, or the line that says why it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [f"$: expected UTF-8 text; byte {error.start + 1} is none"]
    except OSError as error:
        return [f"{file}: could not be read: {error.strerror or error}"]


def _import(options: "argparse.Namespace") -> int:
    from smartpick_desktop.app.import_preview import preview
    from smartpick_desktop.core.import_file import ExchangeError

    reference = _reference()
    if reference is None:
        return EXIT_PROBLEMS
    names = {key: reference.short_name(key) for key in reference.specialties}
    try:
        text = preview(options.file, names)
    except ExchangeError as error:
        return _refuse([str(error)])
    return _print(text)


def _assess(options: "argparse.Namespace") -> int:
    from smartpick_desktop.exchange.assess_json import read_batch

    text = _read_text(options.file)
    if isinstance(text, list):
        return _refuse(text)
    reference = _reference()
    if reference is None:
        return EXIT_PROBLEMS
    batch = read_batch(text, reference.specialties)
    if batch.problems:
        return _refuse([str(problem) for problem in batch.problems])
    return _print_results(batch, reference)


def _print_results(batch: "Batch", reference: "Reference") -> int:
    from smartpick_desktop.core.assessment import assess
    from smartpick_desktop.exchange.assess_json import write_results

    today = date.today()  # noqa: DTZ011  the user's own calendar day is meant
    results = [
        assess(intake.applicant_type, intake.scenario, reference, today=today)
        for intake in batch.intakes
    ]
    return _print(write_results(batch.form, results))


def _print(text: str) -> int:
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _reference() -> "Reference | None":
    """The rules and figures; what is wrong with edited files goes to standard error."""
    from smartpick_desktop.app.folder import edited_rules_folder
    from smartpick_desktop.paths import data_dir, resource
    from smartpick_desktop.storage.reference_data import load_reference
    from smartpick_desktop.storage.resource_error import ResourceError

    try:
        loaded = load_reference(resource(), edited_rules_folder(data_dir()))
    except ResourceError as error:
        _refuse([str(error)])
        return None
    for passed_over in loaded.passed_over:
        print(f"{passed_over}; the built-in file is used", file=sys.stderr)
    return loaded.reference


def _refuse(lines: Sequence[str]) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return EXIT_PROBLEMS


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _picture(value: str) -> Path:
    path = Path(value)
    if path.suffix.lower() != ".png":
        raise _wrong(f"{value} must end in .png")
    return path


def _size(value: str) -> tuple[int, int]:
    width, _, height = value.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise _wrong(f"{value} is no size; expected one such as 1440x900")
    size = int(width), int(height)
    if not (640 <= size[0] <= 7680 and 480 <= size[1] <= 4320):
        raise _wrong(f"{value} is outside 640x480 to 7680x4320")
    return size


def _scale(value: str) -> float:
    try:
        scale = float(value)
    except ValueError:
        scale = 0.0
    if not 1 <= scale <= 4:
        raise _wrong(f"{value} is no scale; expected 1 to 4")
    return scale


def _wrong(message: str) -> Exception:
    from argparse import ArgumentTypeError

    return ArgumentTypeError(message)
