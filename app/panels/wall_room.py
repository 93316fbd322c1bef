"""Where things are in the picture of a wall: millimetres of a room as pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.printing.plan_words import EYES
from export.paper.planning import Piece, Proposal, Wall

PERSON = 1750.0
"""How tall the person is, mm."""
_LEAST_HIGH, _OVER = 2500.0, 150.0
_FLOOR = 240.0
_SHOULDERS = 470.0
_BESIDE = 850.0
"""For the person at one side, mm."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room in a rectangle of pixels: ``scale`` pixels a mm, where its floor is and the wall's middle."""

    area: QRectF
    scale: float
    floor: float
    middle: QPointF

    @staticmethod
    def around(wall: Wall, area: QRectF) -> Room:
        """The room of a wall as large as it fits: the person stands at the left."""
        high = max(_LEAST_HIGH, EYES + wall.h / 2 + _OVER, wall.h + _OVER)
        wide = wall.w + _BESIDE + 2 * _OVER
        scale = min(area.width() / wide, area.height() / (high + _FLOOR))
        floor = area.center().y() + (high + _FLOOR) * scale / 2 - _FLOOR * scale
        left = area.center().x() - wide * scale / 2
        # What is too high to hang at eye level stands on the floor.
        up = max(EYES, wall.h / 2)
        middle = QPointF(left + (_BESIDE + _OVER + wall.w / 2) * scale, floor - up * scale)
        shown = QRectF(area.left(), floor - high * scale, area.width(), (high + _FLOOR) * scale)
        return Room(shown, scale, floor, middle)

    def wall(self, wall: Wall) -> QRectF:
        """Where the wall is."""
        return self._centred(wall.w, wall.h)

    def paper(self, proposal: Proposal) -> QRectF:
        """Where the paper hangs, in the middle of the wall."""
        return self._centred(proposal.w, proposal.h)

    def piece(self, proposal: Proposal, piece: Piece) -> QRectF:
        """Where one sheet of it is."""
        at = self.paper(proposal).topLeft()
        k = self.scale
        return QRectF(at.x() + piece.x * k, at.y() + piece.y * k, piece.w * k, piece.h * k)

    def person(self, wall: Wall) -> QRectF:
        """Where the person stands, left of the wall: as wide as shoulders, as tall as people are."""
        wide, tall = _SHOULDERS * self.scale, PERSON * self.scale
        left = self.wall(wall).left() - (_BESIDE + _SHOULDERS) / 2 * self.scale
        return QRectF(left, self.floor - tall, wide, tall)

    def _centred(self, w: float, h: float) -> QRectF:
        size = (w * self.scale, h * self.scale)
        return QRectF(self.middle.x() - size[0] / 2, self.middle.y() - size[1] / 2, *size)
