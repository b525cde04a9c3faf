"""The rail: whose file is open, its scenarios, and two promises."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.profile_words import who
from smartpick_desktop.core.scenario_rows import scenario_line
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.scenario_delegate import ScenarioDelegate
from smartpick_desktop.ui.models.scenario_list_model import (
    ROW_ROLE,
    ScenarioListModel,
    ScenarioRow,
)
from smartpick_desktop.ui.scenario_edits import ScenarioEdits
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.applicant_switch import ApplicantSwitch
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.promise import Promise
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Index = QModelIndex | QPersistentModelIndex


class RailPanel(QWidget):
    """Binds the scenarios to the document, both ways."""

    applicants_requested = Signal(QPoint)  # where the menu is to open

    def __init__(
        self,
        theme: Theme,
        document: Document,
        assessor: Assessor,
        edits: ScenarioEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._assessor = assessor
        self._edits = edits
        self.switch = ApplicantSwitch(theme)
        self._copy = IconButton(
            theme, "copy", self.tr("Duplicate scenario"), shortcut="Ctrl+D", side=26
        )
        self._new = IconButton(theme, "plus", self.tr("New scenario"), shortcut="Ctrl+N", side=26)
        self._model = ScenarioListModel(self)
        self._list = ScenarioList(self._model, ScenarioDelegate(theme, self))
        self._offline = Promise(theme, "shield", self.tr("Offline, on this computer only"))
        self._figures = Promise(theme, "calendar", "")

        self._lay_out()

        self.switch.clicked.connect(self.open_applicants)
        self._copy.clicked.connect(edits.duplicate)
        self._new.clicked.connect(edits.new)
        self._model.renamed.connect(edits.rename)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._list.viewport().update)
        self._list.delete_requested.connect(edits.delete)
        self._list.customContextMenuRequested.connect(self._open_menu)
        assessor.view_changed.connect(self._render)
        self._render()

    def open_applicants(self) -> None:
        """Ask for the menu of applicants, under the switcher."""
        corner = self.switch.mapToGlobal(QPoint(0, self.switch.height() + 4))
        self.applicants_requested.emit(corner)

    def rename_current(self) -> None:
        """Edit the name of the open scenario in its place."""
        self._list.setFocus()
        self._list.edit(self._list.currentIndex())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(TextLabel(self.tr("Scenarios"), TextRole.HEADING))
        head.addStretch(1)
        head.addWidget(self._copy)
        head.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._offline)
        column.addWidget(self._figures)

    def _render(self, _: object = None) -> None:
        applicant = self._document.applicant
        self.switch.set_applicant(applicant.name or applicant.code, who(applicant))
        year = self._assessor.view.reference.files["charting_outcomes_2026"].year
        self._figures.set_text(self.tr("Figures: {} set").format(year))
        self._model.set_rows([self._row(s.id) for s in applicant.scenarios])
        current = self._model.index(self._model.row_of(self._document.scenario.id))
        self._list.setCurrentIndex(current)  # it is told to the document, which is there already

    def _row(self, scenario_id: str) -> ScenarioRow:
        applicant = self._document.applicant
        scenario = applicant.scenario(scenario_id)
        assessment = self._assessor.assessment(scenario)
        focus = self._assessor.focus_of(scenario)
        verdict = next((v for v in assessment.verdicts if v.specialty == focus), None)
        name = self._assessor.view.reference.short_name(focus) if focus else ""
        line = scenario_line(scenario, verdict, name, is_actual=scenario_id == applicant.actual_id)
        return ScenarioRow(
            id=scenario.id,
            name=scenario.name,
            scores=line.scores,
            state=line.state,
            is_actual=scenario_id == applicant.actual_id,
            spoken=line.spoken,
        )

    def _on_current_changed(self) -> None:
        row: ScenarioRow | None = self._list.currentIndex().data(ROW_ROLE)
        if row is not None:
            self._document.switch_to(row.id)

    def _open_menu(self, where: QPoint) -> None:
        index = self._list.indexAt(where)
        if not index.isValid():
            return
        self._list.setCurrentIndex(index)
        menu = QMenu(self)
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Rename"), self.rename_current),
            (self.tr("Duplicate"), self._edits.duplicate),
            (self.tr("Mark as actual"), self._edits.mark_actual),
            (self.tr("Delete"), self._edits.delete),
        )
        for text, do in actions:
            action = QAction(text, menu)
            action.triggered.connect(do)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._list.viewport().mapToGlobal(where))


class ScenarioList(QListView):
    """The list of scenarios; Delete asks for the open one to go, F2 renames it."""

    delete_requested = Signal()

    def __init__(
        self, model: ScenarioListModel, delegate: ScenarioDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setObjectName("scenario_list")
        self.setAccessibleName(self.tr("Scenarios"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # else a changed row lays out the whole list anew

    def dataChanged(  # noqa: N802
        self, top_left: _Index, bottom_right: _Index, roles: "Sequence[int]" = ()
    ) -> None:
        # Qt would lay out and paint the whole list; a changed row is as high as before.
        for row in range(top_left.row(), bottom_right.row() + 1):
            self.viewport().update(self.visualRect(self.model().index(row, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)
