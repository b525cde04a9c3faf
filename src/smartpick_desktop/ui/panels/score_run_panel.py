"""What if the score were another: the strip for one target, and its words."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.assessment.verdict import STATE_WORDS
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.outlook.words import range_words
from smartpick_desktop.core.sensitivity import STEP, Sensitivity
from smartpick_desktop.ui.latest_job import LatestJob
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.score_run import ScoreRun
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

RunFor = Callable[[str], Callable[[], Sensitivity]]


class ScoreRunPanel(QWidget):
    """Works a strip out beside the window whenever it is asked to look again."""

    def __init__(
        self,
        theme: Theme,
        run_for: RunFor,
        settings: Settings,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_for = run_for
        self._settings = settings
        self._names = names
        self._marks: Mapping[str, int] = {}
        self._shown: Sensitivity | None = None
        self._job = LatestJob(self)
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("Specialty"))
        self.run = ScoreRun(theme)
        self._words = TextLabel("", TextRole.CAPTION, wrap=True)

        head = QHBoxLayout()
        head.addWidget(self.target)
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.run, 1)

        self.target.activated.connect(lambda _: self._ask())
        self.run.score_read.connect(self._on_score_read)
        self._job.done.connect(self._on_done)

    def look_again(self, targets: list[str], marks: Mapping[str, int]) -> None:
        """Offer these targets, and mark these scores by the name of their scenario."""
        before = self.target.currentData()
        self._marks = marks
        self.target.clear()
        for key in targets:
            self.target.addItem(self._names.get(key, key), key)
        if before in targets:
            self.target.setCurrentIndex(targets.index(str(before)))
        self.target.setVisible(bool(targets))
        if targets:
            self._ask()
        else:
            self._on_done(None)

    def _ask(self) -> None:
        self._job.ask(self._run_for(str(self.target.currentData())))

    def _on_done(self, found: object) -> None:
        self._shown = found if isinstance(found, Sensitivity) else None
        self.run.show_run(self._shown, self._marks)
        self._on_score_read(None)

    def _on_score_read(self, score: int | None) -> None:
        shown = self._shown
        if shown is None:
            self._words.setText(self.tr("Choose a specialty to apply to first."))
            return
        if score is None:
            self._words.setText(self._summary(shown))
            return
        stretch = next(s for s in shown.stretches if s.first <= score <= s.last)
        state = STATE_WORDS[stretch.state].lower() if stretch.state else self.tr("no verdict")
        nearest = min(shown.ranges, key=lambda r: abs(r.score - score), default=None)
        match = ""
        if nearest is not None:
            said = range_words(nearest.low, nearest.high, self._settings)
            match = self.tr("; about {} with this list").format(said)
        impact = "" if stretch.impact is None else self.tr(", impact {}").format(stretch.impact)
        self._words.setText(f"{score}: {state}{impact}{match}")
        self.run.setAccessibleDescription(self._words.text())

    def _summary(self, shown: Sensitivity) -> str:
        edges = ", ".join(map(str, shown.edges))
        changes = self.tr("The verdict changes at {}.").format(edges) if edges else ""
        marks = ", ".join(f"{name} {score}" for name, score in self._marks.items())
        dashed = self.tr("Dashed: {}.").format(marks) if marks else ""
        missing = "" if shown.ranges else self.tr("Without a list there is no range.")
        every = self.tr("Ranges every {} points.").format(STEP) if shown.ranges else ""
        return " ".join(part for part in (changes, dashed, every, missing) if part)
