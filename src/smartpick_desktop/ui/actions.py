"""Menus as a table: id, menu, text, key and icon of every action."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. An empty id is a separator; `keys` are all its shortcuts."""

    id: str
    menu: str
    text: str = ""
    keys: tuple[str, ...] = ()
    group: str = ""


def _spec(menu: str, action_id: str, text: str, *keys: str, group: str = "") -> ActionSpec:
    return ActionSpec(id=action_id, menu=menu, text=text, keys=keys, group=group)


MENUS = {
    "file": "&File",
    "edit": "&Edit",
    "view": "&View",
    "applicant": "&Applicant",
    "scenario": "&Scenario",
    "programs": "&Programs",
    "help": "&Help",
}
ACTIONS = (
    _spec("file", "new_applicant", "New applicant", "Ctrl+Shift+N"),
    _spec("file", "demo", "Open the demo applicant"),
    _spec("file", "", ""),
    _spec("file", "save", "Save", "Ctrl+S"),
    _spec("file", "show_folder", "Show the data folder"),
    _spec("file", "", ""),
    _spec("file", "quit", "Quit", "Ctrl+Q"),
    _spec("edit", "undo", "Undo", "Ctrl+Z"),
    _spec("edit", "redo", "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    _spec("edit", "", ""),
    _spec("edit", "focus_step2", "Enter Step 2 CK", "Ctrl+E"),
    _spec("edit", "focus_step1", "Enter Step 1", "Ctrl+Shift+E"),
    _spec("edit", "add_target", "Add a specialty", "Ctrl+Shift+T"),
    _spec("edit", "profile", "Edit profile"),
    _spec("view", "workspace", "Workspace", "Ctrl+1", group="page"),
    _spec("view", "programs", "Programs", "Ctrl+2", group="page"),
    _spec("view", "compare", "Compare scenarios", "Ctrl+3", group="page"),
    _spec("view", "rules", "Rules and sources", "Ctrl+4", group="page"),
    _spec("view", "", ""),
    _spec("view", "toggle_table", "Chart or table", "Ctrl+T"),
    _spec("view", "next_pane", "Next pane", "F6"),
    _spec("view", "previous_pane", "Previous pane", "Shift+F6"),
    _spec("view", "", ""),
    _spec("view", "theme_system", "Appearance of the system", group="theme"),
    _spec("view", "theme_light", "Light", group="theme"),
    _spec("view", "theme_dark", "Dark", group="theme"),
    _spec("applicant", "switch_applicant", "Switch applicant", "Ctrl+Shift+A"),
    _spec("applicant", "rename_applicant", "Code and name"),
    _spec("applicant", "remove_applicant", "Remove this applicant"),
    _spec("scenario", "new_scenario", "New scenario", "Ctrl+N"),
    _spec("scenario", "duplicate", "Duplicate", "Ctrl+D"),
    _spec("scenario", "from_forecast", "New from the forecast"),
    _spec("scenario", "rename", "Rename"),
    _spec("scenario", "mark_actual", "Mark as actual"),
    _spec("scenario", "merge_list", "Bring in the list of another scenario…"),
    _spec("scenario", "delete", "Delete"),
    _spec("scenario", "", ""),
    _spec("scenario", "bands_article", "Bands of the article", group="bands"),
    _spec("scenario", "bands_scrutiny", "Bands of the second article", group="bands"),
    _spec("scenario", "bands_specialty", "Bands of the specialty's quartiles", group="bands"),
    _spec("scenario", "bands_custom", "Bands of my own…", group="bands"),
    _spec("scenario", "", ""),
    _spec("scenario", "next_scenario", "Next scenario", "Ctrl+Tab"),
    _spec("scenario", "previous_scenario", "Previous scenario", "Ctrl+Shift+Tab"),
    _spec("programs", "find_program", "Find a program", "Ctrl+K"),
    _spec("programs", "filter_programs", "Filter the directory", "Ctrl+F"),
    _spec("programs", "switch_view", "Table, map or both", "Ctrl+M"),
    _spec("programs", "program_details", "Details and facts…"),
    _spec("programs", "compare_programs", "Compare the chosen programs…"),
    _spec("programs", "", ""),
    _spec("programs", "show_outlook", "Outlook of my list", "Ctrl+L"),
    _spec("programs", "suggest_list", "Suggest a list…", "Ctrl+Shift+L"),
    _spec("programs", "place_signals", "Where signals do most…"),
    _spec("programs", "", ""),
    _spec("programs", "import_file", "Import programs and facts…", "Ctrl+I"),
    _spec("programs", "unlinked_tracks", "Tracks not linked…"),
    _spec("programs", "export_list", "Export my list…", "Ctrl+Shift+X"),
    _spec("programs", "copy_list", "Copy my list as a table", "Ctrl+Shift+C"),
    _spec("programs", "", ""),
    _spec("programs", "season_tables", "Fees and signals by season…"),
    _spec("help", "rules_help", "Rules and sources", "F1"),
    _spec("help", "outlook_help", "How chances are worked out"),
    _spec("help", "shortcuts", "Keyboard", "Ctrl+/"),
    _spec("help", "about", "About"),
)


def make_actions(window: QMainWindow, trigger: Callable[[str], None]) -> dict[str, QAction]:
    """Fill the window's menu bar; the actions by id. `trigger` is told the id of the one used."""
    menus = {key: window.menuBar().addMenu(_tr(title)) for key, title in MENUS.items()}
    actions: dict[str, QAction] = {}
    for spec in ACTIONS:
        if not spec.id:
            menus[spec.menu].addSeparator()
            continue
        actions[spec.id] = _make(window, menus[spec.menu], spec, trigger)
    return actions


def key_sheet() -> list[tuple[str, str, str]]:
    """Menu, text and keys of every action that has keys."""
    return [
        (
            _tr(MENUS[spec.menu]).replace("&", ""),
            _tr(spec.text),
            ", ".join(_native(key) for key in spec.keys),
        )
        for spec in ACTIONS
        if spec.keys
    ]


def _make(
    window: QMainWindow, menu: QMenu, spec: ActionSpec, trigger: Callable[[str], None]
) -> QAction:
    action = QAction(_tr(spec.text), window)
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    action.setCheckable(bool(spec.group))
    action.triggered.connect(lambda _=False: trigger(spec.id))
    menu.addAction(action)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text) if text else ""


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
