"""Keeps PySide from reading the source of every module that is imported after it."""

import sys


def skip_feature_search() -> None:
    """Tell PySide that no module uses its `__feature__` switch; ours do not.

    To find out, it would read and keep the source of each module imported from now on: some
    300 files at a start, for a switch that is off. Where the hook is not known, nothing is done.
    """
    import PySide6.QtCore  # noqa: F401  brings in the hook

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature  # type: ignore[attr-defined]  # noqa: SLF001


def _uses_no_feature(_module: object) -> bool:
    return False
