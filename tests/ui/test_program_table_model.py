"""The program table and the short list as models: what cells say, and what a change resets."""

import numpy as np
import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt

from smartpick_desktop.core.fees import season_cost
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees
from smartpick_desktop.ui.models.my_list_model import ListRow, MyListModel
from smartpick_desktop.ui.models.program_columns import CELL_ROLE, Cell, Column
from smartpick_desktop.ui.models.program_table_model import ProgramTableModel

FEES = load_fees(resource("data", "eras_fees.csv"))
_Role = Qt.ItemDataRole


def directory(programs: int = 5) -> Directory:
    same = ("",) * programs
    return Directory(
        source_date="2025-06",
        attribution="made up",
        acgme_numbers=tuple(f"{number:010}" for number in range(programs)),
        names=tuple(f"Hospital {number}" for number in range(programs)),
        specialties=("dermatology",) * programs,
        cities=("Akron", *same[1:]),
        states=("OH",) * programs,
        divisions=same,
        latitudes=np.zeros(programs),
        longitudes=np.zeros(programs),
        entry_levels=same,
        match_systems=same,
        military=np.zeros(programs, dtype=np.bool_),
        notes=same,
    )


def scenario(*signals: SignalTier) -> Scenario:
    """A list of the first programs of the directory, with these signals."""
    entries = tuple(
        ListEntry(program_id=f"acgme-{number:010}", specialty="dermatology", signal=signal)
        for number, signal in enumerate(signals)
    )
    return Scenario(id="s", name="Actual", entries=entries)


@pytest.fixture
def model() -> ProgramTableModel:
    table = ProgramTableModel({"dermatology": "Dermatology"})
    table.set_directory(directory())
    table.set_rows(np.array([0, 2, 4], dtype=np.int32))
    return table


def show(table: ProgramTableModel, listed: Scenario) -> None:
    table.set_list(listed, season_cost(FEES, 2026, listed.entries))


def cell(
    table: ProgramTableModel, row: int, column: Column, role: int = _Role.DisplayRole
) -> object:
    return table.data(table.index(row, column), role)


def said(
    text: str, *, listed: bool = False, signal: SignalTier | None = None, unknown: bool = False
) -> Cell:
    return Cell(text=text, is_listed=listed, signal=signal, is_unknown=unknown)


def test_the_program_table_is_a_sound_model(
    qtmodeltester: ModelTester, model: ProgramTableModel
) -> None:
    show(model, scenario(SignalTier.GOLD))

    qtmodeltester.check(model)


def test_a_row_says_what_the_directory_and_the_list_say(model: ProgramTableModel) -> None:
    show(model, scenario(SignalTier.GOLD))

    texts = {column.name: cell(model, 0, column) for column in Column}
    told = {
        "NAME": "Hospital 0",
        "SPECIALTY": "Dermatology",
        "CITY": "Akron",
        "STATE": "OH",
        "STATUS": "Considering",
        "TIE": "none",
        "SIGNAL": "Gold",
        "NEXT_FEE": "listed",
        "BUCKET": "not rated",
        "FACTS": "0/9",
    }
    silent = {"LISTED": "", "MILES": ""}
    unknown = {name: "unknown" for name in texts if name not in told | silent}
    assert texts == told | silent | unknown
    assert cell(model, 0, Column.LISTED, _Role.AccessibleTextRole) == "on my list"
    assert cell(model, 0, Column.LISTED, _Role.CheckStateRole) == Qt.CheckState.Checked
    assert cell(model, 0, Column.NAME, CELL_ROLE) == said(
        "Hospital 0", listed=True, signal=SignalTier.GOLD
    )


def test_a_program_off_the_list_says_what_it_would_cost(model: ProgramTableModel) -> None:
    show(model, scenario())

    assert cell(model, 1, Column.NEXT_FEE) == "$11"
    assert cell(model, 1, Column.SIGNAL) == ""
    assert cell(model, 1, Column.LISTED, _Role.AccessibleTextRole) == "not on my list"
    assert cell(model, 1, Column.LISTED, _Role.CheckStateRole) == Qt.CheckState.Unchecked


def test_what_is_not_known_is_said_and_marked(model: ProgramTableModel) -> None:
    assert cell(model, 1, Column.CITY) == "unknown"
    assert cell(model, 1, Column.CITY, CELL_ROLE) == said("unknown", unknown=True)
    assert cell(model, 0, Column.CITY, CELL_ROLE) == said("Akron")
    assert cell(model, 1, Column.SIGNAL, CELL_ROLE) == said("")
    assert cell(model, 1, Column.NEXT_FEE) == "unknown"  # no fee table yet


@pytest.mark.parametrize(
    ("tier", "word"),
    [
        (SignalTier.GOLD, "Gold"),
        (SignalTier.SILVER, "Silver"),
        (SignalTier.SINGLE, "Signal"),
        (SignalTier.NONE, "none"),
    ],
)
def test_a_signal_is_a_word(model: ProgramTableModel, tier: SignalTier, word: str) -> None:
    show(model, scenario(tier))

    assert cell(model, 0, Column.SIGNAL) == word
    assert cell(model, 0, Column.SIGNAL, CELL_ROLE) == said(word, listed=True, signal=tier)


def test_a_change_of_the_list_resets_nothing(qtbot: QtBot, model: ProgramTableModel) -> None:
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged),
    ):
        show(model, scenario(SignalTier.SILVER))


def test_the_same_rows_again_reset_nothing(qtbot: QtBot, model: ProgramTableModel) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(np.array([0, 2, 4], dtype=np.int32))


def test_other_rows_reset(qtbot: QtBot, model: ProgramTableModel) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(np.array([4, 2], dtype=np.int32))

    assert model.directory_rows([0, 1]) == [4, 2]
    assert model.rows_of([2, 3]) == [1]


def test_every_column_has_a_title_but_the_box(model: ProgramTableModel) -> None:
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]

    assert [column for column, title in zip(Column, titles, strict=True) if not title] == [
        Column.LISTED
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_short_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    short = MyListModel()
    short.set_rows([ListRow(text="Dermatology"), ListRow(text="Hospital", program_id="acgme-1")])

    qtmodeltester.check(short)


def test_a_heading_of_the_short_list_cannot_be_selected() -> None:
    short = MyListModel()
    short.set_rows([ListRow(text="Dermatology"), ListRow(text="Hospital", program_id="acgme-1")])

    assert not short.flags(short.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert short.flags(short.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert (short.row_of("acgme-1"), short.row_of("acgme-2")) == (1, None)


def test_a_line_of_the_short_list_is_read_out_whole(qtbot: QtBot) -> None:
    short = MyListModel()
    row = ListRow(text="Hospital", place="OH", program_id="acgme-1")
    short.set_rows([row])
    with qtbot.assertNotEmitted(short.modelReset), qtbot.waitSignal(short.dataChanged):
        short.set_rows(
            [
                ListRow(
                    text="Hospital",
                    place="OH",
                    program_id="acgme-1",
                    signal=SignalTier.GOLD,
                    number=3,
                    bucket=Bucket.REACH,
                )
            ]
        )

    assert short.index(0).data(_Role.AccessibleTextRole) == "3, Hospital, OH, Reach, Gold"
