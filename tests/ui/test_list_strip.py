"""The list strip: count, specialties, signals and cost of the open list."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Open, Show

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.list_strip import ListStrip
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.meter import SignalMeter


def entries(
    specialty: str, count: int, signal: SignalTier = SignalTier.NONE
) -> tuple[ListEntry, ...]:
    return tuple(
        ListEntry(program_id=f"{specialty}-{signal}-{at}", specialty=specialty, signal=signal)
        for at in range(count)
    )


class Stand:
    """A strip in a window, over a document and its assessor."""

    def __init__(self, document: Document, assessor: Assessor, strip: ListStrip) -> None:
        self.document = document
        self.assessor = assessor
        self.strip = strip

    def words(self) -> list[str]:
        labels = [label for label in self.strip.findChildren(QLabel) if label.isVisible()]
        return [label.text() for label in labels if label.text()]

    def meters(self) -> list[str]:
        found = self.strip.findChildren(SignalMeter)
        return [meter.accessibleName() for meter in found if meter.isVisible()]

    def list_programs(self, *listed: ListEntry) -> None:
        after = replace(self.document.scenario, entries=listed)
        self.document.edit_scenario("Change the list", after)


@pytest.fixture(scope="module")
def fees() -> Sequence[SeasonFees]:
    return load_fees(resource("data", "eras_fees.csv"))


@pytest.fixture(scope="module")
def quotas() -> Sequence[SignalQuota]:
    return load_quotas(resource("data", "program_signals.csv"))


@pytest.fixture
def stand_of(
    theme: Theme,
    assess: Callable[[Document], Assessor],
    show: Show,
    fees: Sequence[SeasonFees],
    quotas: Sequence[SignalQuota],
) -> Callable[[Document], Stand]:
    def stand(document: Document) -> Stand:
        assessor = assess(document)
        strip = ListStrip(theme, document, assessor)
        strip.set_tables(fees, quotas)
        show(strip).resize(1100, 140)
        QApplication.processEvents()
        return Stand(document, assessor, strip)

    return stand


StandOf = Callable[[Document], Stand]


@pytest.fixture
def stand(document: Document, stand_of: StandOf) -> Stand:
    """An empty list of the 2026 season; anesthesiology is in focus, dermatology beside it."""
    stand = stand_of(document)
    document.edit_scenario("Change season", replace(document.scenario, season=2026))
    return stand


def test_an_empty_list_says_how_to_begin(stand: Stand) -> None:
    assert "No programs" in stand.words()
    assert "Open the list to add the first" in stand.words()


def test_a_list_is_counted_and_divided(stand: Stand) -> None:
    stand.list_programs(*entries("anesthesiology", 4), *entries("dermatology", 2))
    assert "6 programs" in stand.words()
    assert "4 Anesthesiology · 2 Dermatology" in stand.words()


@pytest.mark.parametrize(
    ("counts", "dollars"),
    [
        ((30, 0), "$330"),
        ((31, 0), "$360"),
        ((43, 7), "$797"),
        ((32, 32), "$780"),
        ((64, 0), "$1,350"),
    ],
)
def test_the_cost_counts_each_specialty_apart(
    stand: Stand, counts: tuple[int, int], dollars: str
) -> None:
    stand.list_programs(*entries("anesthesiology", counts[0]), *entries("dermatology", counts[1]))
    assert dollars in stand.words()


def test_the_next_program_has_the_price_of_the_specialty_in_focus(stand: Stand) -> None:
    stand.list_programs(*entries("anesthesiology", 30), *entries("dermatology", 2))
    assert "next program $30, 2026 fees" in stand.words()
    stand.assessor.set_focus("dermatology")
    assert "next program $11, 2026 fees" in stand.words()


def test_a_season_that_is_not_known_says_whose_fees_these_are(stand: Stand) -> None:
    after = replace(stand.document.scenario, season=2027)
    stand.document.edit_scenario("Change season", after)
    assert "next program $11, 2026 fees; 2027 not known yet" in stand.words()


def test_gold_and_silver_are_counted_apart(stand: Stand) -> None:
    stand.list_programs(
        *entries("anesthesiology", 3, SignalTier.GOLD),
        *entries("anesthesiology", 4, SignalTier.SILVER),
    )
    assert stand.meters() == ["Gold: 3 of 5", "Silver: 4 of 10"]


def test_signals_are_those_of_the_specialty_in_focus(stand: Stand) -> None:
    stand.list_programs(*entries("anesthesiology", 3, SignalTier.GOLD))
    stand.assessor.set_focus("dermatology")
    assert "Signals, Dermatology" in stand.words()
    assert stand.meters()[0].startswith("Gold: 0 of ")


def test_one_kind_of_signal_has_one_meter(opened: Open, stand_of: StandOf) -> None:
    target = Target(specialty="emergency_medicine")
    stand = stand_of(opened(targets=(target,), season=2026))
    assert len(stand.meters()) == 1
    assert stand.meters()[0].startswith("Signals: 0 of ")


def test_without_a_target_it_says_what_to_do(opened: Open, stand_of: StandOf) -> None:
    stand = stand_of(opened())
    assert "Add a specialty to see its signals" in stand.words()
    assert stand.meters() == []


def test_a_separate_match_has_no_quota_here(opened: Open, stand_of: StandOf) -> None:
    stand = stand_of(opened(targets=(Target(specialty="ophthalmology"),)))
    assert "No quota known for this specialty" in stand.words()


def test_the_season_is_chosen_as_an_edit(stand: Stand) -> None:
    [link] = stand.strip.findChildren(ChoiceLink)
    link._actions["2025"].trigger()
    assert stand.document.scenario.season == 2025
    assert stand.document.undo_stack.undoText() == "Change season"


def test_the_season_in_force_is_shown(stand: Stand) -> None:
    [link] = stand.strip.findChildren(ChoiceLink)
    assert (link.text(), link.accessibleName()) == ("2026", "ERAS season 2026")


def test_undo_takes_the_programs_away_again(stand: Stand) -> None:
    stand.list_programs(*entries("anesthesiology", 4))
    stand.document.undo_stack.undo()
    assert "No programs" in stand.words()


def test_a_score_changes_nothing_on_it(qtbot: QtBot, stand: Stand) -> None:
    stand.list_programs(*entries("anesthesiology", 4))
    before = stand.words()
    stand.document.edit_scenario("Change", replace(stand.document.scenario, step2=None))
    assert stand.words() == before


def test_the_button_asks_for_the_list(qtbot: QtBot, stand: Stand) -> None:
    [button] = [b for b in stand.strip.findChildren(QPushButton) if b.text() == "Open list"]
    with qtbot.waitSignal(stand.strip.list_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_before_the_tables_are_read_there_is_no_price(
    document: Document,
    theme: Theme,
    assess: Callable[[Document], Assessor],
    qtbot: QtBot,
) -> None:
    strip = ListStrip(theme, document, assess(document))
    qtbot.addWidget(strip)
    assert "–" in [label.text() for label in strip.findChildren(QLabel)]
