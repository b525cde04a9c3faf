"""What the user is told when the program itself fails, or an edit cannot be kept."""

from smartpick_desktop.app.questions import ask
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Theme

_STAY, _GO = "stay", "go"


def tell(window: MainWindow, theme: Theme, text: str) -> None:
    """Say that something failed; every edit up to then is saved."""
    ask(
        window,
        theme,
        "Something in the program failed. Every edit up to now is saved, and you can go on.",
        f"This was written to the log on this computer, without names or scores:\n\n{text}",
        [(_STAY, "Go on")],
    )


def ask_to_lose_edits(window: MainWindow, theme: Theme) -> bool:
    """Whether the window may close although the last edits could not be written."""
    answer = ask(
        window,
        theme,
        "The last edits could not be saved. Closing now loses them.",
        "Staying keeps them in this window until the library can be written again.",
        [
            (_STAY, "Stay"),
            (_GO, "Close without them"),
        ],
    )
    return answer == _GO
