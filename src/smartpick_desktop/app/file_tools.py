"""Puts together what reads and writes the user's own files."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from smartpick_desktop.app.file_reader import file_reader
from smartpick_desktop.app.library_notes import library_notes
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.repository import Library
from smartpick_desktop.exchange.list_export import html_table, tab_text, write_list
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.file_exchange import FileExchange, FileTools
from smartpick_desktop.ui.theme import Theme

Programs = tuple[Directory, Finder, Mapping[str, str]]
"""The directory, the search over it, and the names of specialties."""


def file_exchange(
    window: QWidget, theme: Theme, document: Document, programs: Programs, library: Library
) -> FileExchange:
    """What the file actions work with."""
    tools = FileTools(
        read=file_reader(programs[0]),
        write=write_list,
        as_text=tab_text,
        as_html=html_table,
        notes=library_notes(library),
    )
    return FileExchange(window, theme, document, *programs, tools)
