"""What is kept of a program: every edit an undo step, unknown neither yes nor no."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.exchange.made_up import NAMES, QUOTAS, made_up_directory
from tests.ui.conftest import TODAY, Open

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from smartpick_desktop.core.outlook.results import Basis, ProgramChance
from smartpick_desktop.core.program_comparison import MOST, compare
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import Bucket, EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.dialogs.program_dialog import ProgramDialog
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.my_list_panel import MyListPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.number_field import NumberField

LAKESIDE, GRANITE, HARBOR = "acgme-0403800001", "acgme-1403800002", "acgme-3204000003"
CHANCE = ProgramChance(
    program_id=LAKESIDE, invite=0.1, take=0.5, basis=Basis.PROGRAM, bucket=Bucket.TARGET,
    reason="Its usual score, 244, is as here.",
)  # fmt: skip
YES, NO = True, False


@pytest.fixture(scope="module")
def directory() -> Directory:
    return made_up_directory()


@pytest.fixture
def document(opened: Open) -> Document:
    entry = ListEntry(program_id=LAKESIDE, specialty="internal_medicine")
    return opened(entries=(entry,), season=2026)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, document: Document, directory: Directory) -> ProgramDialog:
    made = ProgramDialog(theme, document, NAMES, TODAY, QUOTAS)
    qtbot.addWidget(made)
    made.show_program(directory.row(0), "2025-06", None, CHANCE)
    made.show()
    return made


def entry(document: Document) -> ListEntry:
    found = document.scenario.entry(LAKESIDE)
    assert found is not None
    return found


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def undo_names(document: Document) -> list[str]:
    stack = document.undo_stack
    return [stack.text(at) for at in range(stack.count())]


def test_a_bucket_of_one_s_own_takes_a_reason(dialog: ProgramDialog, document: Document) -> None:
    assert dialog.entry.bucket.itemText(0) == "As worked out: Target"
    assert not dialog.entry.reason.isEnabled()
    choose(dialog.entry.bucket, Bucket.REACH)
    dialog.entry.reason.setText("They told me so")
    dialog.entry.reason.editingFinished.emit()
    assert (entry(document).bucket, entry(document).bucket_reason) == (
        Bucket.REACH,
        "They told me so",
    )
    assert undo_names(document) == [
        "Standing: Lakeside Medical Center",
        "Reason: Lakeside Medical Center",
    ]
    choose(dialog.entry.bucket, None)
    assert entry(document).bucket is None


def test_a_status_takes_its_day_and_keeps_those_before(
    dialog: ProgramDialog, document: Document
) -> None:
    choose(dialog.entry.status, EntryStatus.APPLIED)
    choose(dialog.entry.status, EntryStatus.OFFERED)
    assert entry(document).day_of(EntryStatus.APPLIED) == TODAY
    assert entry(document).day_of(EntryStatus.OFFERED) == TODAY
    dialog.entry.day.date_edited.emit(date(2026, 8, 1))
    assert entry(document).day_of(EntryStatus.OFFERED) == date(2026, 8, 1)
    assert "Is it right?" in dialog.entry._notice.sentence()


def test_a_signal_past_its_quota_is_refused_in_a_sentence(
    dialog: ProgramDialog, document: Document, directory: Directory
) -> None:
    other = ListEntry(program_id=GRANITE, specialty="internal_medicine", signal=SignalTier.GOLD)
    document.edit_scenario("Add", document.scenario.with_entry(other))
    choose(dialog.entry.signal, SignalTier.GOLD)
    assert dialog.entry._notice.sentence() == "All 1 gold are placed. Free one first."
    assert entry(document).signal is SignalTier.NONE
    choose(dialog.entry.signal, SignalTier.SILVER)
    assert entry(document).signal is SignalTier.SILVER


def test_note_tie_and_what_suggestions_may_do_are_kept(
    dialog: ProgramDialog, document: Document, library: SqliteLibrary
) -> None:
    choose(dialog.entry.tie, Tie.FAMILY)
    dialog.entry.keep.click()
    dialog.entry.never.click()
    dialog.entry.note.setPlainText("Ask about call")
    dialog.accept()
    [scenario] = library.load("p1").scenarios[:1]
    [kept] = scenario.entries
    assert (kept.tie, kept.must_keep, kept.note) == (Tie.FAMILY, True, "Ask about call")
    assert scenario.never == {LAKESIDE}


def fact(document: Document, key: FactKey) -> Fact | None:
    return document.facts.of(LAKESIDE).get(key)


class TestFacts:
    def test_a_value_typed_now_was_read_now(
        self, dialog: ProgramDialog, document: Document
    ) -> None:
        field = dialog.facts.rows[FactKey.TYPICAL_STEP2].value
        assert isinstance(field, NumberField)
        field.setValue(244)
        assert fact(document, FactKey.TYPICAL_STEP2) == Fact(value=244.0, day=TODAY)

    def test_a_source_can_be_told_and_undo_takes_it_back(
        self, dialog: ProgramDialog, document: Document
    ) -> None:
        row = dialog.facts.rows[FactKey.VISA_J1]
        assert isinstance(row.value, QComboBox)
        choose(row.value, NO)
        row.source.setText("program site")
        row.source.editingFinished.emit()
        assert fact(document, FactKey.VISA_J1) == Fact(
            value=False, source="program site", day=TODAY
        )
        document.undo_stack.undo()
        assert fact(document, FactKey.VISA_J1) is None
        assert row.value.currentText() == "unknown"

    def test_unknown_takes_a_fact_without_a_source_away(
        self, dialog: ProgramDialog, document: Document
    ) -> None:
        row = dialog.facts.rows[FactKey.VISA_J1]
        assert isinstance(row.value, QComboBox)
        choose(row.value, YES)
        choose(row.value, None)
        assert fact(document, FactKey.VISA_J1) is None

    def test_a_stale_fact_is_shown_so_and_renewed(
        self, dialog: ProgramDialog, document: Document
    ) -> None:
        old = Fact(value=220.0, source="site", day=date(2025, 5, 1))
        document.edit_facts("Old", document.facts.with_fact(LAKESIDE, FactKey.MINIMUM_STEP2, old))
        row = dialog.facts.rows[FactKey.MINIMUM_STEP2]
        assert row.age.text() == "stale: 16 months old"
        row.checked.click()
        assert fact(document, FactKey.MINIMUM_STEP2) == Fact(value=220.0, source="site", day=TODAY)
        assert not row.age.isVisible()


class TestTheOrderOfTheList:
    @pytest.fixture
    def panel(
        self, qtbot: QtBot, theme: Theme, document: Document, directory: Directory
    ) -> MyListPanel:
        scenario = document.scenario
        for program_id in (GRANITE, HARBOR):
            row = directory.index_of(program_id)
            assert row is not None
            added = ListEntry(program_id=program_id, specialty=directory.specialties[row])
            scenario = scenario.with_entry(added)
        document.edit_scenario("Add", scenario)
        panel = MyListPanel(document, NAMES, theme)
        panel.set_directory(directory)
        qtbot.addWidget(panel)
        panel.show()
        return panel

    def test_alt_and_an_arrow_move_a_program(
        self, qtbot: QtBot, panel: MyListPanel, document: Document
    ) -> None:
        row = panel._model.row_of(GRANITE)
        assert row is not None
        panel._list.setCurrentIndex(panel._model.index(row))
        qtbot.keyClick(panel._list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert [e.program_id for e in document.scenario.entries] == [GRANITE, LAKESIDE, HARBOR]
        assert panel._list.focused_program() == GRANITE
        assert document.undo_stack.undoText() == "Change the order of my list"

    def test_dragged_programs_land_where_they_are_dropped(
        self, panel: MyListPanel, document: Document
    ) -> None:
        rows = {key: panel._model.row_of(key) for key in (LAKESIDE, GRANITE)}
        data = panel._model.mimeData([panel._model.index(rows[GRANITE] or 0)])
        move = Qt.DropAction.MoveAction
        root = panel._list.rootIndex()
        panel._model.dropMimeData(data, move, rows[LAKESIDE] or 0, 0, root)
        assert [e.program_id for e in document.scenario.entries][:2] == [GRANITE, LAKESIDE]


def test_programs_side_by_side_show_what_differs_and_no_unknown_as_no(
    directory: Directory,
) -> None:
    book = (
        FactBook()
        .with_fact(LAKESIDE, FactKey.VISA_J1, Fact(value=True, source="site", day=TODAY))
        .with_fact(LAKESIDE, FactKey.POSITIONS, Fact(value=12.0, source="site"))
        .with_fact(GRANITE, FactKey.POSITIONS, Fact(value=8.0, source="site", day=TODAY))
    )
    found = compare(
        [LAKESIDE, GRANITE], Scenario(id="a", name="A"), directory, book, {}, {LAKESIDE: CHANCE},
        NAMES, TODAY,
    )  # fmt: skip
    lines = {row.title: row for row in found.rows}
    assert lines["J-1 visa"].values == ("yes", "unknown")
    assert not lines["J-1 visa"].differs
    assert lines["Positions"].differs
    assert lines["Positions"].sources == ("site, no date, stale", f"site, {TODAY.isoformat()}")
    assert lines["Standing"].values == ("Target", "not rated")
    assert found.text().splitlines()[0] == "\tLakeside Medical Center\tGranite University Hospital"
    with pytest.raises(ValueError, match="Up to 4 programs"):
        compare(
            [LAKESIDE] * (MOST + 1), Scenario(id="a", name="A"), directory, book, {}, {}, {}, TODAY
        )
