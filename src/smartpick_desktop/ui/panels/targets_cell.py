"""The targets cell: the specialties applied to, as chips; one is in focus."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.panels.specialty_picker import SpecialtyPicker
from smartpick_desktop.ui.panels.target_menu import TargetMenu
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.popover import Popover


class TargetsCell(ScoreCell):
    """Binds the targets to the document, both ways."""

    target_added = Signal(str)

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__("Applying to", parent=parent)
        self._theme = theme
        self._document = document
        self._assessor = assessor
        self._chips: dict[str, Chip] = {}
        self._popover: Popover | None = None
        self._area = QWidget(self)
        self._flow = FlowLayout(self._area, gap=6)
        self._add = LinkButton(self.tr("+ Add"), theme)
        self._add.setAccessibleName(self.tr("Add a specialty"))

        self.body.addWidget(self._area, 1)
        self._flow.addWidget(self._add)

        self._add.clicked.connect(self.open_picker)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def open_picker(self) -> None:
        """Open the list of specialties to add one."""
        view = self._assessor.view
        taken = frozenset(target.specialty for target in view.scenario.targets)
        picker = SpecialtyPicker(self._theme, view.reference, taken)
        self._popover = Popover(picker, self)
        picker.picked.connect(self._on_picked)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.open_below(self._add)
        picker.focus_search()

    def _render(self, view: View) -> None:
        wanted = [target.specialty for target in view.scenario.targets]
        if wanted != list(self._chips):
            self._make_chips(wanted, view.reference)
        for key, chip in self._chips.items():
            chip.set_selected(key == view.focus)
            name = view.reference.short_name(key)
            backup = self.tr("{}, backup").format(name) if key == view.scenario.backup else name
            if chip.text() != backup:
                chip.setText(backup)
                chip.updateGeometry()

    def _make_chips(self, wanted: list[str], reference: Reference) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        self._chips = {key: self._make_chip(key, reference) for key in wanted}
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)

    def _make_chip(self, key: str, reference: Reference) -> Chip:
        name = reference.short_name(key)
        chip = Chip(name, self._theme, removable=True)
        chip.setToolTip(reference.specialty_name(key))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(
            lambda where, key=key: self._open_menu(key, chip.mapToGlobal(where))
        )
        chip.clicked.connect(lambda _=False, key=key: self._assessor.set_focus(key))
        chip.remove_requested.connect(lambda key=key: self._on_remove_requested(key))
        return chip

    def _open_menu(self, key: str, where: QPoint) -> None:
        self._assessor.set_focus(key)
        menu = TargetMenu(self._document, self._assessor.view.reference, key, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _on_picked(self, key: str) -> None:
        if self._popover is not None:
            self._popover.close()
        name = self._assessor.view.reference.short_name(key)
        after = self._document.scenario.with_target(Target(specialty=key))
        self._document.edit_scenario(self.tr("Add {}").format(name), after)
        self._assessor.set_focus(key)
        self.target_added.emit(key)

    def _on_remove_requested(self, key: str) -> None:
        name = self._assessor.view.reference.short_name(key)
        after = self._document.scenario.without_target(key)
        self._document.edit_scenario(self.tr("Remove {}").format(name), after)
