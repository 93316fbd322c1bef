"""A picture to choose from a file: a persona's portrait, the picture of a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.fields import MIXED
from app.panels.fold_list import quiet_button
from app.sizes import PORTRAIT, px
from journey.edits import picture_of
from journey.model import Asset, Refused
from resources.words import _

_MEDIA = {b"png": "image/png", b"jpeg": "image/jpeg"}


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
            pixmap = QPixmap()
            pixmap.loadFromData(asset.data)
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
        name, _sort = QFileDialog.getOpenFileName(
            self, _("Choose a picture"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.take(Path(name))


def read_picture(path: Path) -> Asset:
    """The picture in a file. Raises Refused, with a sentence, if it cannot be read or shown."""
    refusal = Refused(_("{name} is no PNG or JPEG picture that can be read.").format(name=path.name))
    try:
        data = path.read_bytes()
    except OSError:
        raise refusal from None
    image = QImage.fromData(data)
    media = _MEDIA.get(bytes(QImageReader.imageFormat(str(path)).data()))
    if image.isNull() or media is None:
        raise refusal
    return picture_of(data, media, image.width(), image.height())
