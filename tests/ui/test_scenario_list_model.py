"""The scenarios as a list model."""

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.ui.models.scenario_list_model import (
    ROW_ROLE,
    ScenarioListModel,
    ScenarioRow,
)

Role = Qt.ItemDataRole

ACTUAL = ScenarioRow(
    id="a",
    name="Actual",
    scores="Step 1 250 · CK 244",
    state=State.WORTH_A_PLAN,
    is_actual=True,
    spoken="Actual, Step 1 250, CK 244, Worth a plan for anesthesiology",
)
LOWER = ScenarioRow(
    id="b",
    name="If CK 236",
    scores="Step 1 250 · CK 236",
    state=State.NEEDS_A_PLAN_FIRST,
    is_actual=False,
    spoken="If CK 236, Step 1 250, CK 236 planned, Needs a plan first for anesthesiology",
)


@pytest.fixture
def model() -> ScenarioListModel:
    model = ScenarioListModel()
    model.set_rows([ACTUAL, LOWER])
    return model


def test_keeps_the_rules_of_models(qtmodeltester: ModelTester, model: ScenarioListModel) -> None:
    qtmodeltester.check(model)


def test_an_empty_one_keeps_them_too(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ScenarioListModel())


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Role.DisplayRole, "Actual"),
        (Role.EditRole, "Actual"),
        (
            Role.AccessibleTextRole,
            "Actual, Step 1 250, CK 244, Worth a plan for anesthesiology",
        ),
        (ROW_ROLE, ACTUAL),
        (Role.DecorationRole, None),
    ],
)
def test_a_row_answers(model: ScenarioListModel, role: Role, value: object) -> None:
    assert model.index(0).data(role) == value


def test_a_row_is_found_by_its_id(model: ScenarioListModel) -> None:
    assert (model.row_of("b"), model.row_of("gone")) == (1, -1)


def test_new_values_keep_what_points_at_a_row(model: ScenarioListModel) -> None:
    kept = QPersistentModelIndex(model.index(1))
    model.set_rows([ACTUAL, replace(LOWER, scores="Step 1 250 · CK 240")])
    assert kept.isValid()
    assert kept.data(ROW_ROLE).scores == "Step 1 250 · CK 240"


def test_only_rows_that_changed_are_told_of(model: ScenarioListModel) -> None:
    spy = QSignalSpy(model.dataChanged)
    model.set_rows([ACTUAL, replace(LOWER, name="Other")])
    assert [spy.at(at)[0].row() for at in range(spy.count())] == [1]


def test_the_same_rows_tell_nobody(qtbot: QtBot, model: ScenarioListModel) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([replace(ACTUAL), replace(LOWER)])


@pytest.mark.parametrize("rows", [[ACTUAL], [LOWER, ACTUAL], []])
def test_other_rows_start_anew(
    qtbot: QtBot, model: ScenarioListModel, rows: list[ScenarioRow]
) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(rows)
    assert [model.index(row).data() for row in range(model.rowCount())] == [r.name for r in rows]


def test_a_rename_is_sent_on_and_not_kept(model: ScenarioListModel) -> None:
    spy = QSignalSpy(model.renamed)
    assert model.setData(model.index(1), "  If CK 230 ")
    assert spy.at(0) == ["b", "If CK 230"]
    assert model.index(1).data() == "If CK 236"


@pytest.mark.parametrize("name", ["", "   "])
def test_no_name_is_no_rename(qtbot: QtBot, model: ScenarioListModel, name: str) -> None:
    with qtbot.assertNotEmitted(model.renamed):
        assert not model.setData(model.index(1), name)


def test_rows_can_be_renamed_in_place(model: ScenarioListModel) -> None:
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable
