"""Opens rules and library, asking the user what to do where one of them cannot be used."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from smartpick_desktop.app.folder import edited_rules_folder
from smartpick_desktop.app.questions import ask
from smartpick_desktop.app.session import Session
from smartpick_desktop.core.repository import DamagedLibraryError, LibraryError
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.files import set_aside
from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary
from smartpick_desktop.storage.reference_data import LoadedReference, load_reference
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Theme

_AGAIN, _ASIDE, _QUIT = "again", "aside", "quit"


def open_session(
    window: MainWindow,
    theme: Theme,
    folder: Path,
    *,
    today: Callable[[], date],
    new_id: Callable[[], str],
) -> Session | None:
    """The session, or None when the user would rather quit than go on without it."""
    loaded = _rules(window, theme, folder)
    library = _library(window, theme, folder) if loaded else None
    if loaded is None or library is None:
        return None
    return Session(window, theme, folder, library, loaded, today=today, new_id=new_id)


def _rules(window: MainWindow, theme: Theme, folder: Path) -> LoadedReference | None:
    try:
        return load_reference(resource(), edited_rules_folder(folder))
    except ResourceError as error:
        ask(
            window,
            theme,
            "A file of this installation cannot be used. Installing it again mends that; "
            "nothing of yours is affected.",
            str(error),
            [(_QUIT, "Quit")],
        )
        return None


def _library(window: MainWindow, theme: Theme, folder: Path) -> SqliteLibrary | None:
    path = folder / FILE_NAME
    while True:
        try:
            library = SqliteLibrary(path)
            library.applicants()
        except LibraryError as error:
            answer = _ask_about(window, theme, error)
            if answer == _QUIT:
                return None
            if answer == _ASIDE:
                _set_aside(window, theme, path)
        else:
            return library


def _ask_about(window: MainWindow, theme: Theme, error: LibraryError) -> str:
    answers = [(_AGAIN, "Try again")]
    if isinstance(error, DamagedLibraryError):
        answers.append((_ASIDE, "Set it aside and start afresh"))
    answers.append((_QUIT, "Quit"))
    details = "Nothing was changed. The file stays where it is."
    return ask(window, theme, str(error), details, answers) or _QUIT


def _set_aside(window: MainWindow, theme: Theme, path: Path) -> None:
    try:
        set_aside(path)
    except LibraryError as error:
        ask(window, theme, str(error), "", [(_AGAIN, "Go back")])
