"""Looking at a drawing: its marks as text, and the rectangles they cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from journey.drawing import Block, Box, Drawing, Image, Line, Mark, Part, PartName, Path, Text, flat
from journey.text import CAP_HEIGHT

Rect = tuple[float, float, float, float]
_DESCENT = 0.16
"""How far letters reach below the baseline, in em, without those signs that reach deeper than letters."""


def written(drawing: Drawing, parts: Collection[PartName] = tuple(PartName)) -> str:
    """The drawing as text, a mark a line: part, record, layer, sort of mark, numbers to 0.01 mm, text."""
    lines = [f"drawing {_numbers(drawing.w, drawing.h)} {drawing.language} {drawing.title!r}"]
    for part in (one for one in drawing.parts if one.name in parts):
        lines.append(f"part {part.name} {_numbers(part.x, part.y, part.w, part.h)}")
        for record, mark in flat(part.blocks):
            lines.append(f"{part.name} {record or '-'} {mark.layer} {_told(mark)}")
    for target in drawing.targets:
        where = _numbers(target.x, target.y, target.w, target.h)
        lines.append(f"target {target.level} {target.record} {where} {target.title!r}")
    return "\n".join(lines) + "\n"


def _told(mark: Mark) -> str:
    match mark:
        case Box():
            place = _numbers(mark.x, mark.y, mark.w, mark.h)
            return f"box {place} fill {mark.fill} {_stroke(mark)} radius {_numbers(mark.radius)}"
        case Line():
            return f"line {_numbers(mark.x1, mark.y1, mark.x2, mark.y2)} {_stroke(mark)}"
        case Path():
            outline = " ".join(f"{s[0]} {_numbers(*s[1:])}".strip() for s in mark.segments)
            return f"path {outline} fill {mark.fill} {_stroke(mark)}"
        case Text():
            place = _numbers(mark.x, mark.y, mark.size, mark.width)
            return f"text {place} {mark.colour} {mark.text!r}"
        case Image():
            return f"image {_numbers(mark.x, mark.y, mark.w, mark.h)} {mark.asset}"


def _stroke(mark: Box | Line | Path) -> str:
    return f"stroke {mark.stroke} {_numbers(mark.stroke_width)} dash ({_numbers(*mark.dash)})"


def _numbers(*values: float | str) -> str:
    return " ".join(f"{round(float(value), 2) + 0.0:.2f}" for value in values)


def ink(mark: Mark) -> Rect:
    """The rectangle a mark covers: x, y of two corners; of a text, from its capitals to its descenders."""
    match mark:
        case Text():
            top, bottom = mark.y - CAP_HEIGHT * mark.size, mark.y + _DESCENT * mark.size
            return mark.x, top, mark.x + mark.width, bottom
        case Path():
            numbers = [float(v) for segment in mark.segments for v in segment[1:]]
            half = mark.stroke_width / 2 if mark.stroke else 0.0
            xs, ys = numbers[::2], numbers[1::2]
            return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half
        case Line():
            x1, x2 = sorted((mark.x1, mark.x2))
            y1, y2 = sorted((mark.y1, mark.y2))
            return x1, y1, x2, y2
        case Box():
            half = mark.stroke_width / 2 if mark.stroke else 0.0
            return mark.x - half, mark.y - half, mark.x + mark.w + half, mark.y + mark.h + half
        case Image():
            return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h


def inside(inner: Rect, outer: Rect, slack: float = 0.01) -> bool:
    """Whether a rectangle lies within another, or reaches out of it by the slack at most."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def overlap(one: Rect, other: Rect, slack: float = 0.01) -> bool:
    """Whether two rectangles share more than an edge."""
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def overlapping(rects: Iterable[tuple[str, Rect]]) -> list[tuple[str, str]]:
    """The names of all pairs of rectangles that lie over one another."""
    return [(a, b) for (a, one), (b, other) in combinations(rects, 2) if overlap(one, other)]


def whole(block: Block) -> Rect:
    """The rectangle a block says it has, from its own corner."""
    return 0.0, 0.0, block.w, block.h


def part_of(drawing: Drawing, name: PartName) -> Part:
    part = drawing.part(name)
    assert part is not None, name
    return part


def places(
    drawing: Drawing, records: Iterable[str], name: PartName = PartName.BODY
) -> Iterator[tuple[str, Rect]]:
    """The records that have blocks in a part, each with the rectangle of its block."""
    wanted = set(records)
    for one in part_of(drawing, name).blocks:
        if one.block.record in wanted:
            yield one.block.record, (one.x, one.y, one.x + one.block.w, one.y + one.block.h)


def texts(block: Block) -> list[Text]:
    return [mark for mark in block.marks if isinstance(mark, Text)]
