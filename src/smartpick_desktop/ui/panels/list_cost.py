"""What applying to the list costs, and what the next program would add."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fees import NextPrice, SeasonCost
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole


class ListCost(QWidget):
    """The sum in dollars, the next price, and which season's fees these are."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._sum = TextLabel("", TextRole.FIGURE)
        self._next = ElidedLabel("", TextRole.CAPTION)
        self._season = TextLabel("", TextRole.CAPTION, wrap=True)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(self.tr("ERAS cost"), TextRole.HEADING))
        for label in (self._sum, self._next, self._season):
            column.addWidget(label)

    def show_cost(self, cost: SeasonCost | None, specialty: str) -> None:
        """Show `cost`, and the next price in `specialty` where that is one."""
        self._sum.setText(f"${cost.dollars:,}" if cost else self.tr("unknown"))
        self._season.setText(cost.note if cost else "")
        price = cost.fees.next_price(cost.counts, specialty) if cost and specialty else None
        name = eras_name(self._names, specialty) if specialty else ""
        self._next.setText(f"{name}: {self._words(price)}" if price else "")
        self._next.setVisible(price is not None)

    def _words(self, price: NextPrice) -> str:
        if price.left is None or price.then is None:
            return self.tr("${} for each more").format(price.dollars)
        text = self.tr("{} more at ${}, then ${}")
        return text.format(price.left, price.dollars, price.then)
