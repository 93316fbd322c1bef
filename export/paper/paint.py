"""How each mark is painted on paper; knows colours and shapes, nothing of journeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, singledispatch

from export.paper.glyph_code import Typesetter
from export.paper.layers import SWITCHED, opening
from export.paper.outline_code import box_outline, number, path_outline
from export.paper.pictures import fitted
from journey.drawing import Block, Box, Image, Layer, Line, Mark, Path, Text, has_flat_ends
from resources.theme import Theme

PAGE_START = "1 J 1 j"
"""How strokes end and join on a page unless a block says otherwise."""

Picture = Callable[[str], tuple[str, int, int] | None]
"""The name of a picture in the file, its width and height in pixels; None if it cannot be shown."""


@dataclass(slots=True)
class Ink:
    """The operators of one block so far, and what is set while they are carried out.

    ``layers`` collects those that can be switched; without it none can.
    """

    theme: Theme
    typesetter: Typesetter
    picture: Picture
    layers: set[Layer] | None = None
    code: list[str] = field(default_factory=list)
    _set: dict[str, str] = field(default_factory=lambda: {"ends": "1 J", "dash": "[]0 d"})
    _font: tuple[str, float] = ("", 0.0)
    _line_start: tuple[float, float] | None = None
    _layer: Layer | None = None

    def belong(self, layer: Layer) -> None:
        """What comes belongs to a layer, until it belongs to another."""
        switched = layer if self.layers is not None and layer in SWITCHED else None
        if switched is not self._layer:
            self.end_text()
            if self._layer is not None:
                self.code.append("EMC")
            if switched is not None and self.layers is not None:
                self.layers.add(switched)
                self.code.append(opening(switched))
            self._layer = switched

    def colour(self, token: str, operator: str) -> None:
        """Set a colour of fills (rg) or strokes (RG)."""
        self.setting(operator, _colour(self.theme, token, operator))

    def setting(self, what: str, code: str) -> None:
        """Carry out what sets something, unless it is set so already."""
        if self._set.get(what) != code:
            self._set[what] = code
            self.code.append(code)

    def stroke(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        """Set what strokes look like."""
        self.colour(colour, "RG")
        self.setting("width", f"{number(width)} w")
        self.setting("ends", "0 J" if has_flat_ends(dash) else "1 J")
        self.setting("dash", f"[{' '.join(map(number, dash))}]0 d")

    def shape(self, outline: str, mark: Box | Path) -> None:
        """Fill and stroke an outline as a mark wants it."""
        self.end_text()
        if mark.fill is not None:
            self.colour(mark.fill, "rg")
        if mark.stroke is not None:
            self.stroke(mark.stroke, mark.stroke_width, mark.dash)
        operator = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        self.code.append(f"{outline} {operator[mark.fill is not None, mark.stroke is not None]}")

    def begin_line(self, x: float, y: float) -> None:
        """Go to where a line of text begins. Text stands upright though the page counts downwards."""
        if self._line_start is None:
            self.code.append(f"BT 1 0 0 -1 {number(x)} {number(y)} Tm")
        else:
            last_x, last_y = self._line_start
            right, down = number(x - last_x), number(y - last_y)
            if right == "0":
                self.setting("leading", f"{down} TL")
                self.code.append("T*")
            else:
                self.code.append(f"{right} {number(last_y - y)} Td")
        # What a reader adds up are the rounded numbers.
        self._line_start = (round(x, 3), round(y, 3))

    def use_font(self, key: str, size: float) -> None:
        """Set the font, unless it is set already."""
        if self._font != (key, size):
            self._font = (key, size)
            self.code.append(f"/{key} {number(size)} Tf")

    def end_text(self) -> None:
        """End a stretch of lines of text, if there is one."""
        if self._line_start is not None:
            self._line_start = None
            self.code.append("ET")


def block_code(
    block: Block, theme: Theme, typesetter: Typesetter, picture: Picture, layers: set[Layer] | None = None
) -> str:
    """Return the operators that paint a block from its own top left corner, in map mm, downwards.

    What can be switched is marked as such if there is a set of ``layers``, to which those met are added.
    """
    ink = Ink(theme, typesetter, picture, layers)
    for mark in block.marks:
        ink.belong(mark.layer)
        paint(mark, ink)
    ink.belong(Layer.CARDS)
    ink.end_text()
    code = "\n".join(ink.code)
    if block.layer is None or layers is None:
        return code
    layers.add(block.layer)
    return f"{opening(block.layer)}\n{code}\nEMC"


@singledispatch
def paint(mark: Mark, ink: Ink) -> None:
    """Paint one mark at its place. Raises NotImplementedError for what is no mark."""
    raise NotImplementedError(type(mark).__name__)


@paint.register
def _box(mark: Box, ink: Ink) -> None:
    ink.shape(box_outline(mark.x, mark.y, mark.w, mark.h, mark.radius), mark)


@paint.register
def _line(mark: Line, ink: Ink) -> None:
    ink.end_text()
    ink.stroke(mark.stroke, mark.stroke_width, mark.dash)
    ink.code.append(f"{number(mark.x1)} {number(mark.y1)} m {number(mark.x2)} {number(mark.y2)} l S")


@paint.register
def _path(mark: Path, ink: Ink) -> None:
    ink.shape(path_outline(mark.segments), mark)


@paint.register
def _text(mark: Text, ink: Ink) -> None:
    ink.colour(mark.colour, "rg")
    ink.begin_line(mark.x, mark.y)
    for key, shown in ink.typesetter.stretches(mark.line, mark.size):
        ink.use_font(key, mark.size)
        ink.code.append(shown)


@paint.register
def _image(mark: Image, ink: Ink) -> None:
    found = ink.picture(mark.asset)
    if found is None:
        return
    ink.end_text()
    key, wide, tall = found
    x, y, w, h = fitted(mark, wide, tall)
    clip = f"{box_outline(x, y, w, h, mark.radius)} W n " if mark.radius else ""
    ink.code.append(f"q {clip}{number(w)} 0 0 {number(-h)} {number(x)} {number(y + h)} cm /{key} Do Q")


@lru_cache(maxsize=4096)
def _colour(theme: Theme, token: str, operator: str) -> str:
    red, green, blue = theme.rgb(token)
    return " ".join([*(number(part / 255) for part in (red, green, blue)), operator])
