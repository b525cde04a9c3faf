"""Notes of the window's own, kept in the library."""

from contextlib import suppress

from smartpick_desktop.core.repository import Library, LibraryError
from smartpick_desktop.ui.notes import Notes


def library_notes(library: Library) -> Notes:
    """Notes of the library; that one is not kept is no loss worth a sentence."""

    def read(key: str) -> str | None:
        try:
            return library.state(key)
        except LibraryError:
            return None

    def write(key: str, text: str) -> None:
        with suppress(LibraryError):
            library.set_state(key, text)

    return Notes(read=read, write=write)
