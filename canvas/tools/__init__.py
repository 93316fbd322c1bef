"""What the mouse can do on the map: states without Qt, each leading to the next.

Idle: press a card, its edge or its handle, a header, a lane's name, a feeling, a link or the ground.
Pressed: release selects or opens; a move drags.
Dragging: a ghost shows what would happen; release does it, Escape gives it back.
"""

from __future__ import annotations

from canvas.tools.aiming import Aiming
from canvas.tools.idle import Hover, Idle, Shape
from canvas.tools.offers import Offer
from canvas.tools.placing import Placing, PlacingOwner, PlacingStage, PlacingStep

__all__ = [
    "Aiming",
    "Hover",
    "Idle",
    "Offer",
    "Placing",
    "PlacingOwner",
    "PlacingStage",
    "PlacingStep",
    "Shape",
]
