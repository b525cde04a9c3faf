"""The composition root of the window: the one package that knows every layer."""

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from smartpick_desktop import PRODUCT_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What the command line asks of the window."""

    screenshot: Path | None = None
    page: str | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None
    theme: str | None = None
    demo: bool = False

    @property
    def keeps_nothing(self) -> bool:
        """Whether this window leaves no trace in the user's settings."""
        return self.demo or self.screenshot is not None


def open_window(options: WindowOptions) -> int:
    """Run the window until it is closed, or draw it into a picture; the exit code."""
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(options.scale or 1)
    from smartpick_desktop.ui.pyside_import import skip_feature_search

    skip_feature_search()
    from PySide6.QtWidgets import QApplication

    from smartpick_desktop.app.folder import working_folder
    from smartpick_desktop.app.instance import OneInstance
    from smartpick_desktop.app.start import Start

    # Nothing made while starting is garbage: looking for it only delays the first paint.
    gc.disable()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(PRODUCT_NAME)
    with working_folder(temporary=options.demo) as folder:
        instance = None if options.keeps_nothing else OneInstance(folder)
        if instance is not None and not instance.is_first():
            instance.call_first()
            print(f"{PRODUCT_NAME} is open already; its window comes to the front.")  # noqa: T201
            return 0
        start = Start(application, options, folder)
        if instance is not None:
            instance.called.connect(start.raise_window)
        start.show()
        code = application.exec()
        start.close()
    return code
