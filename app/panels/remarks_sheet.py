"""What could not be taken as it stood in a file that was imported, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from app.panels.drawer import Drawer
from app.panels.layouts import wrap
from app.panels.notice import Offer
from app.sizes import px
from export.notices import Notice
from resources.words import _, _n


def remarks_told(notices: Sequence[Notice], drawer: Drawer) -> tuple[str, tuple[Offer, ...]]:
    """What is said of remarks, and the offer to show them in a drawer."""
    said = _n("{n} remark on what was imported.", "{n} remarks on what was imported.", len(notices))
    show = Offer(_("Show"), lambda: drawer.show_panel(_("Remarks"), RemarksSheet(notices)))
    return said.format(n=len(notices)), (show,)


class RemarksSheet(QWidget):
    """A list to be read."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        super().__init__()
        remarks = QListWidget()
        wrap(remarks)
        remarks.setAccessibleName(_("Remarks"))
        for notice in notices:
            words = _("line {line}: {message}") if notice.line else _("whole file: {message}")
            remarks.addItem(words.format(line=notice.line, message=notice.message))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addWidget(remarks)
