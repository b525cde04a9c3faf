"""What the program is, whose work it stands on, and what its figures are not."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smartpick_desktop import PRODUCT_NAME, __version__
from smartpick_desktop.paths import resource
from smartpick_desktop.ui.icons import app_icon
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_ICON = 48
_WIDTH, _HEIGHT = 560, 600


class AboutDialog(QDialog):
    """Product, version, licences and data; Esc closes."""

    sources_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About {}").format(PRODUCT_NAME))
        self._sources = LinkButton(self.tr("All sources"), theme, "book")
        self._texts_folder = resource("licences")  # only a bundle carries them
        self._licences = LinkButton(self.tr("Licence texts"), theme, "folder")
        self._licences.setVisible(self._texts_folder.is_dir())
        self._licences.setAutoDefault(False)
        self._close = secondary_button(self.tr("Close"), theme)
        self._sources.setAutoDefault(False)
        self._close.setDefault(True)
        self._close.setFocus()

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._notices(), 1)
        column.addLayout(self._foot())
        self.resize(theme.length(_WIDTH), theme.length(_HEIGHT))

        self._sources.clicked.connect(self._on_sources_clicked)
        self._licences.clicked.connect(self._on_licences_clicked)
        self._close.clicked.connect(self.accept)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(PRODUCT_NAME, TextRole.VERDICT))
        version = _selectable(self.tr("Version {}").format(__version__), Tone.INK2)
        words.addWidget(version)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _notices(self) -> QWidget:
        card = Card()
        scroll = ScrollColumn(name=self.tr("Notices"))
        scroll.column.setContentsMargins(18, 10, 14, 10)
        scroll.column.setSpacing(4)
        for heading, text in self._texts():
            scroll.column.addWidget(TextLabel(heading, TextRole.STRONG))
            scroll.column.addWidget(_selectable(text, Tone.INK2))
            scroll.column.addSpacing(12)
        scroll.column.addStretch(1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 6, 4, 6)
        inside.addWidget(scroll)
        return card

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield (
            self.tr("An association, not a promise"),
            self.tr(
                "The figures describe groups of people who applied before. They say nothing "
                "certain about one person, and no program was asked. Talk the plan over with an "
                "advisor."
            ),
        )
        yield (
            self.tr("Data"),
            self.tr(
                "Programs: ACGME, List of Programs by Specialty, June 2025. Match figures: NRMP "
                "Charting Outcomes in the Match, 2024 and 2026, from secondary transcriptions. "
                "Percentiles: USMLE score norms. None of these bodies made or checked this "
                "program."
            ),
        )
        yield (
            self.tr("Qt and PySide6"),
            self.tr(
                "Qt {} and PySide6 are used under the GNU Lesser General Public License, version "
                "3. They are separate libraries beside the program: you may replace them with "
                "your own build of them."
            ).format(qVersion()),
        )
        yield (
            self.tr("Other libraries"),
            self.tr(
                "Python (PSF licence), pyqtgraph (MIT), NumPy (BSD), msgspec (BSD), platformdirs "
                "(MIT), APSW (OSI-approved licence of your choice), SQLite (public domain), "
                "SQLite3 Multiple Ciphers (MIT), RapidFuzz (MIT), calamine and python-calamine "
                "(MIT), XlsxWriter (BSD), PDFium and pypdfium2 (BSD or Apache 2.0), "
                "charset-normalizer (MIT)."
            ),
        )
        yield (
            self.tr("Typeface"),
            self.tr("Inter, by The Inter Project Authors, under the SIL Open Font License 1.1."),
        )

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._sources)
        foot.addWidget(self._licences)
        foot.addStretch(1)
        foot.addWidget(self._close)
        return foot

    def _on_sources_clicked(self) -> None:
        self.accept()
        self.sources_requested.emit()

    def _on_licences_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._texts_folder)))


def _selectable(text: str, tone: Tone) -> TextLabel:
    label = TextLabel(text, TextRole.BODY, tone, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
