"""A picture to choose from a file: a persona's portrait, the picture of a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.fields import MIXED
from app.sizes import PORTRAIT, px
from canvas.decoding import decoded, encoded
from journey.edits import picture_of
from journey.model import Asset, Refused
from journey.picture_head import MOST_DOTS, picture_head
from resources.words import _

_LARGEST = 100_000_000
"""Bytes of a file that are looked at."""


class PortraitField(QWidget):
    """The picture, small; "Choose" asks for a file, "Remove" takes it away."""

    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(px(PORTRAIT), px(PORTRAIT)))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = quiet_button(_("Choose a picture …"), self._ask)
        self._remove = quiet_button(_("Remove the picture"), lambda: self.finished.emit(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.addWidget(self._choose)
        column.addWidget(self._remove)
        row.addLayout(column, 1)

    def show_value(self, value: object) -> None:
        """Show the picture of this id."""
        asset = self._desk.map.of(Asset).get(str(value)) if value and value is not MIXED else None
        self._picture.setVisible(asset is not None)
        self._remove.setVisible(asset is not None)
        if asset is not None:
            pixmap = QPixmap.fromImage(decoded(asset.data))
            self._picture.setPixmap(
                pixmap.scaled(
                    self._picture.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def finish(self) -> None:
        """A choice is finished as it is made."""

    def take(self, path: Path) -> None:
        """Take a picture from a file; if it is none we can show the status line says so."""
        try:
            picture = read_picture(path)
        except Refused as refused:
            self._desk.said.emit(refused.sentence, True)
        else:
            self.finished.emit(picture)

    def _ask(self) -> None:
        """Ask for a file where the last picture came from, else where the map lies."""
        folder = self._desk.pictures or self._desk.path.parent
        name, _sort = QFileDialog.getOpenFileName(
            self, _("Choose a picture"), str(folder), _("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self._desk.pictures = Path(name).parent
            self.take(Path(name))


def read_picture(path: Path) -> Asset:
    """The picture in a file, written anew and upright, without what else the file says: where it was taken.

    Raises Refused, with a sentence, if it cannot be read or shown.
    """
    refusal = Refused(_("{name} is no PNG or JPEG picture that can be read.").format(name=path.name))
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError:
        raise refusal from None
    head = picture_head(data)
    if head is not None and not head.bearable:
        sentence = _("{name} has more than {limit} million dots; make it smaller first.")
        raise Refused(sentence.format(name=path.name, limit=MOST_DOTS // 1_000_000))
    image = decoded(data, upright=True)
    if head is None or image.isNull():
        raise refusal
    return picture_of(encoded(image, head.media_type), head.media_type, image.width(), image.height())
