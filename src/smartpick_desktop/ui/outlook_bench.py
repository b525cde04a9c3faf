"""What is worked out for the list: buckets, outlook, suggestions, and scenarios compared."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.applicant_desk import ApplicantDesk
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.pages.programs_page import ProgramsPage
from smartpick_desktop.ui.panels.list_strip import ListStrip
from smartpick_desktop.ui.ratings import Ratings
from smartpick_desktop.ui.scenario_sides import ScenarioSides
from smartpick_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from smartpick_desktop.ui.pages.compare_page import ComparePage


class OutlookBench(QObject):
    """Joins the outlook with the pages that show it; made once there is a directory."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        desk: ApplicantDesk,
        rules: OutlookRules,
        programs: tuple[Directory, Finder],
        names: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._desk = desk
        self._directory, finder = programs
        self._names = names
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._compare: ComparePage | None = None
        self.ratings = Ratings(
            desk.document,
            self._directory,
            lambda: finder.facts,
            rules,
            lambda specialty: desk.assessor.view.reference.usual_score(specialty),
            self,
        )
        self._sides = ScenarioSides(desk.document, desk.assessor, self.ratings, lambda: self._fees)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._fees, self._quotas = fees, quotas
        self.ratings.set_fees(fees)

    def join(self, page: ProgramsPage, strip: ListStrip) -> None:
        """Show on these what was worked out, and do what they ask."""
        ratings, settings = self.ratings, self.ratings.rules.settings
        ratings.changed.connect(page.set_ratings)
        ratings.outlook_changed.connect(strip.set_outlook)
        strip.set_rules(settings)
        page.set_rater(ratings.of)
        if page.column is not None:
            panel = page.column.outlook
            panel.set_rules(settings, ratings.what_if, self._chosen_anew)
            panel.suggest_requested.connect(self.suggest)
            panel.signals_requested.connect(self.place_signals)
            ratings.outlook_changed.connect(page.column.set_outlook)
        ratings.work_out()

    def suggest(self) -> None:
        """Work out a list near the best one, to be taken or not."""
        self._suggest(programs=True)

    def place_signals(self) -> None:
        """Work out where signals do most on the list as it is."""
        self._suggest(programs=False)

    def make_page(self, key: str) -> None:
        """Make the compare page when it is first asked for."""
        if key != "compare" or self._compare is not None:
            return
        from smartpick_desktop.ui.pages.compare_page import ComparePage
        from smartpick_desktop.ui.panels.score_run_panel import ScoreRunPanel

        sides = self._sides
        page = ComparePage(
            self._theme, self._desk.document, sides.of, sides.compare, self._directory,
            self._names, ScoreRunPanel(self._theme, sides.run_for, sides.settings, self._names),
        )  # fmt: skip
        page.set_compact(compact=self._window.is_compact)
        self._window.compact_changed.connect(lambda compact: page.set_compact(compact=compact))
        self._compare = page
        self._window.add_page("compare", page)

    def _suggest(self, *, programs: bool) -> None:
        from smartpick_desktop.ui.dialogs.suggest_dialog import SuggestDialog, SuggestRoom

        scenario = self._desk.document.scenario
        wanted = [target.specialty for target in scenario.targets] if programs else []
        wanted += [entry.specialty for entry in scenario.entries]
        specialties = tuple(dict.fromkeys(map(eras_specialty, wanted)))
        if not specialties or scenario.step2_score is None:
            self._window.toolbar.say(self.tr("A list needs a Step 2 CK score and a specialty."))
            return
        self._window.show_page("programs")
        room = SuggestRoom(
            given=self.ratings.given, fees=self._fees, quotas=self._quotas, names=self._names
        )
        dialog = SuggestDialog(
            self._theme, self._desk.document, room, specialties, programs=programs,
            parent=self._window,
        )  # fmt: skip
        dialog.told.connect(self._window.toolbar.say)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _chosen_anew(self, score: int) -> Callable[[], int | None]:
        return self.ratings.chosen_anew(score, self._quotas)
