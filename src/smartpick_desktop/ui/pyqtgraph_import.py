"""The one way to import pyqtgraph: late, and without the parts that no chart of ours uses.

A plain import makes PySide6 build every class of three Qt modules, to mirror them under
`pyqtgraph.Qt`, and loads OpenGL, parameter trees and image views. Here the mirrors look their
names up when asked, and stubs stand in for the rest while the import runs. It leans on the
inside of pyqtgraph 0.14; whatever goes otherwise than expected ends in the plain import.
"""

import importlib
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType

_NAME = "pyqtgraph"
_KNOWN_VERSION = "0.14."
_MIRRORED = ("QtCore", "QtGui", "QtWidgets")
_NEVER_USED = (
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
    "pyqtgraph.Qt.OpenGLHelpers",
    "pyqtgraph.imageview",
    "pyqtgraph.widgets.CheckTable",
    "pyqtgraph.widgets.ColorMapWidget",
    "pyqtgraph.widgets.DataFilterWidget",
    "pyqtgraph.widgets.DataTreeWidget",
    "pyqtgraph.widgets.DiffTreeWidget",
    "pyqtgraph.widgets.FeedbackButton",
    "pyqtgraph.widgets.GradientWidget",
    "pyqtgraph.widgets.HistogramLUTWidget",
    "pyqtgraph.widgets.JoystickButton",
    "pyqtgraph.widgets.PathButton",
    "pyqtgraph.widgets.ProgressDialog",
    "pyqtgraph.widgets.RawImageWidget",
    "pyqtgraph.widgets.RemoteGraphicsView",
    "pyqtgraph.widgets.ScatterPlotWidget",
    "pyqtgraph.widgets.TableWidget",
    "pyqtgraph.widgets.ValueLabel",
    "pyqtgraph.widgets.VerticalLabel",
)


class _Stub(ModuleType):
    """Stands in for a module: every name in it is an empty class."""

    __all__ = ()

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made


def load() -> ModuleType:
    """Return pyqtgraph, imported the quick way where that works."""
    if _NAME not in sys.modules:
        try:
            _load_quickly()
        except Exception:  # any surprise: the plain import is slower and always right
            logging.getLogger(__name__).warning("pyqtgraph is imported plainly", exc_info=True)
            _forget()
    return importlib.import_module(_NAME)


def _load_quickly() -> None:
    with _stubs(), _mirrors():
        module = importlib.import_module(_NAME)
    if not module.__version__.startswith(_KNOWN_VERSION):
        raise ImportError(f"pyqtgraph {module.__version__} is not the version known here")


@contextmanager
def _stubs() -> Iterator[None]:
    absent = [name for name in _NEVER_USED if name not in sys.modules]
    sys.modules.update({name: _Stub(name) for name in absent})
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


@contextmanager
def _mirrors() -> Iterator[None]:
    sources = {name: importlib.import_module(f"PySide6.{name}") for name in _MIRRORED}
    listings = {name: vars(source)["__dir__"] for name, source in sources.items()}
    for name, source in sources.items():
        sys.modules[f"{_NAME}.Qt.{name}"] = _mirror(f"{_NAME}.Qt.{name}", source)
        vars(source)["__dir__"] = list  # nothing to see: pyqtgraph copies what dir() lists
    try:
        yield
    finally:
        for name, source in sources.items():
            vars(source)["__dir__"] = listings[name]


def _mirror(name: str, source: ModuleType) -> ModuleType:
    mirror = ModuleType(name)
    mirror.__package__ = f"{_NAME}.Qt"
    vars(mirror)["__getattr__"] = _lookup(mirror, source)
    return mirror


def _lookup(mirror: ModuleType, source: ModuleType) -> Callable[[str], object]:
    def look_up(name: str) -> object:
        found: object = getattr(source, name)
        setattr(mirror, name, found)
        return found

    return look_up


def _forget() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == _NAME]:
        del sys.modules[name]
