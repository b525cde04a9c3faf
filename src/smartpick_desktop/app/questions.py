"""Asks the user what to do about a problem; the dialog is imported when there is one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.theme import Theme


def ask(
    window: QWidget,
    theme: Theme,
    sentence: str,
    details: str,
    answers: Sequence[tuple[str, str]],
) -> str:
    """The key of the answer chosen out of (key, text); the first is the default.

    Closing the question gives an empty key.
    """
    from smartpick_desktop.ui.dialogs.problem_dialog import ProblemDialog

    dialog = ProblemDialog(theme, sentence, details, answers, parent=window)
    dialog.exec()
    return dialog.answer()
