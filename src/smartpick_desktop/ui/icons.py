"""Icons: SVG files recoloured by token, drawn when first asked for and kept by Qt."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from smartpick_desktop.paths import resource

ICON_SIZE = 16


def pixmap(name: str, color: str, size: int = ICON_SIZE, dpr: float = 1.0) -> QPixmap:
    """The icon `name` in `color`, `size` logical pixels square on a `dpr` screen."""
    key = f"icon/{name}/{color}/{size}/{dpr}"
    drawn = QPixmap()
    if not QPixmapCache.find(key, drawn):
        drawn = _draw(name, color, size, dpr)
        QPixmapCache.insert(key, drawn)
    return drawn


def icon(
    name: str, color: str, size: int = ICON_SIZE, *, disabled: str = "", gap: int = 0
) -> QIcon:
    """The icon `name` in `color`, for buttons and actions; `disabled` is its other colour.

    A `gap` adds empty pixels after it, or before it if negative: buttons set text too near.
    """
    made = QIcon()
    for dpr in {QGuiApplication.primaryScreen().devicePixelRatio(), 2.0}:
        made.addPixmap(_widened(pixmap(name, color, size, dpr), gap))
        if disabled:
            greyed = pixmap(name, disabled, size, dpr)
            made.addPixmap(_widened(greyed, gap), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """The icon of the window and the task bar."""
    return QIcon(str(resource("icons", "app-256.png")))


def _widened(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    dpr = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(abs(gap) * dpr), drawn.height())
    wide.setDevicePixelRatio(dpr)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(max(-gap, 0), 0, drawn)
    painter.end()
    return wide


def _draw(name: str, color: str, size: int, dpr: float) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
    drawn = QPixmap(round(size * dpr), round(size * dpr))
    drawn.setDevicePixelRatio(dpr)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
