"""A local log that tells where a fault lay, never whose data met it.

An exception's message, a path under the user's home and the source line may hold names and
scores, so a crash is written down as types and places alone. `logging` and `traceback` are
imported late: they would cost every start some milliseconds that only a fault needs.
"""

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

LOGGER_NAME = "smartpick_desktop"
LOG_FILE = "smartpick.log"

_LARGEST_FILE = 256 * 1024
_FILES_KEPT = 3
_PACKAGE = Path(__file__).parent


def install(log_dir: Path, on_crash: Callable[[str], None]) -> None:
    """Write uncaught exceptions to the log in `log_dir`, then hand their text to `on_crash`.

    It is called in the thread that failed, which need not be the one that owns the window.
    """

    def report(error: BaseException) -> None:
        sys.__excepthook__(type(error), error, error.__traceback__)
        if not isinstance(error, Exception):
            return
        text = describe(error)
        with contextlib.suppress(OSError):  # a full disk must not hide the crash itself
            attach(log_dir)
            _write(text)
        on_crash(text)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_value)

    sys.excepthook = lambda _type, error, _traceback: report(error)
    threading.excepthook = on_thread_exception


def attach(log_dir: Path) -> None:
    """Let the records of our loggers go to a rotating file in `log_dir`; once is enough."""
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger(LOGGER_NAME)
    if logger.handlers:
        return
    log_dir.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        log_dir / LOG_FILE,
        maxBytes=_LARGEST_FILE,
        backupCount=_FILES_KEPT,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def describe(error: BaseException) -> str:
    """Return the types and places of `error` and of what caused it, without a word of data."""
    return "\ncaused by\n".join(_describe_one(link) for link in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _describe_one(error: BaseException) -> str:
    kind = type(error)
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *_places(error.__traceback__)])


def _places(traceback: TracebackType | None) -> Iterator[str]:
    from traceback import walk_tb

    for frame, line in walk_tb(traceback):
        code = frame.f_code
        yield f"  {_without_home(Path(code.co_filename))}:{line} {code.co_qualname}"


def _without_home(file: Path) -> str:
    if file.is_relative_to(_PACKAGE):
        return file.relative_to(_PACKAGE.parent).as_posix()
    return file.name


def _write(text: str) -> None:
    import logging

    logging.getLogger(LOGGER_NAME).critical("%s", text)
