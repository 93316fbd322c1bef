"""Which part of a drawing is in the window: zoom and scroll, map millimetres to device pixels and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST, MOST = 0.04, 16.0
"""Device-independent pixels a map millimetre may have."""
PLAIN = 2.5
"""The same at 100 %."""
_EDGE = 28
"""Pixels from the window's edge where a drag pulls the map."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of a drawing whose rail and headers stay in place.

    ``scale`` is pixels per map millimetre, ``x`` and ``y`` how many whole pixels the body is scrolled,
    ``view_w`` x ``view_h`` the window's pixels, ``rail`` x ``head`` the frozen millimetres, ``map_w`` x
    ``map_h`` the drawing's. ``room`` is how many millimetres of ground right of the map something needs that
    is being made there. All pixels are the device's own, so that scrolled pictures stay sharp.
    """

    view_w: int = 1
    view_h: int = 1
    map_w: float = 1.0
    map_h: float = 1.0
    rail: float = 0.0
    head: float = 0.0
    scale: float = PLAIN
    x: int = 0
    y: int = 0
    grain: int = 1
    room: float = 0.0
    dpr: float = 1.0

    @property
    def plain(self) -> float:
        """The scale at 100 %."""
        return PLAIN * self.dpr

    @property
    def rail_px(self) -> int:
        """How wide the frozen rail is."""
        return self._grained(self.rail * self.scale)

    @property
    def head_px(self) -> int:
        """How high the frozen headers are."""
        return self._grained(self.head * self.scale)

    @property
    def most_x(self) -> int:
        """How far the body can be scrolled to the right: to a last bit of ground, unless the map fits."""
        reach = self.map_w + max(self._beyond, self.room)
        return max(0, self._grained(reach * self.scale - self.view_w))

    @property
    def most_y(self) -> int:
        """How far the body can be scrolled down, in the same way."""
        return max(0, self._grained((self.map_h + self._beyond) * self.scale - self.view_h))

    def to_map(self, px: float, py: float) -> tuple[float, float]:
        """The place in the drawing under a pixel; rail and headers count as what is seen there."""
        x = px if px < self.rail_px else px + self.x
        y = py if py < self.head_px else py + self.y
        return x / self.scale, y / self.scale

    def to_pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the body is in the window, also if it is hidden behind rail or headers."""
        return x * self.scale - self.x, y * self.scale - self.y

    def fitted(self, x: int, y: int) -> Camera:
        """The camera scrolled there, as far as the map reaches."""
        x, y = self._grained(x), self._grained(y)
        return replace(self, x=min(max(0, x), self.most_x), y=min(max(0, y), self.most_y))

    def zoomed(self, factor: float, px: float, py: float) -> Camera:
        """The camera with another scale, the place under a pixel staying where it is."""
        scale = min(max(self.scale * factor, LEAST * self.dpr), MOST * self.dpr)
        at_x, at_y = (px + self.x) / self.scale, (py + self.y) / self.scale
        return replace(self, scale=scale).fitted(round(at_x * scale - px), round(at_y * scale - py))

    def sized(self, view_w: int, view_h: int, dpr: float) -> Camera:
        """The camera of a window of so many pixels; on a finer screen it shows the same, finer."""
        finer = dpr / self.dpr
        camera = replace(self, view_w=view_w, view_h=view_h, grain=grain_of(dpr), dpr=dpr)
        return replace(camera, scale=self.scale * finer).fitted(round(self.x * finer), round(self.y * finer))

    def showing_all(self) -> Camera:
        """The camera that shows the whole map."""
        scale = min(self.view_w / max(self.map_w, 1.0), self.view_h / max(self.map_h, 1.0))
        return replace(self, scale=min(max(scale, LEAST * self.dpr), self.plain)).fitted(0, 0)

    def showing(self, x: float, y: float, w: float, h: float, margin: float = 6.0) -> Camera:
        """The camera scrolled as little as needed so that a rectangle of the body is in view."""
        left = (x - margin) * self.scale - self.rail_px
        top = (y - margin) * self.scale - self.head_px
        right = (x + w + margin) * self.scale - self.view_w
        bottom = (y + h + margin) * self.scale - self.view_h
        return self.fitted(_nearest(self.x, right, left), _nearest(self.y, bottom, top))

    @property
    def _beyond(self) -> float:
        """The ground shown beyond the map; none where the whole map fits, to the pixel, into the window."""
        fits_w = self.map_w * self.scale <= self.view_w + 0.5
        return 0.0 if fits_w and self.map_h * self.scale <= self.view_h + 0.5 else _BEYOND

    def _grained(self, pixels: float) -> int:
        return round(pixels / self.grain) * self.grain


_BEYOND = 30.0


def grain_of(dpr: float) -> int:
    """How many device pixels are a whole number of the window system's, at most 8: 1.25 gives 5."""
    return next((n for n in range(1, 9) if (n / dpr).is_integer()), 1)


def _nearest(now: int, least: float, most: float) -> int:
    """The offset nearest to the present one between two; the second wins where both cannot be had."""
    return round(min(max(now, least), most))


def pull(from_near: float, from_far: float) -> int:
    """How far to scroll for a pointer so far from the near and the far edge, or beyond the far one."""
    if 0 <= from_near < _EDGE:
        return -round((_EDGE - from_near) / 2)
    return round((_EDGE - max(from_far, 0)) / 2) if from_far < _EDGE else 0
