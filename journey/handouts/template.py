"""The blank wall: lanes of cells as large as sticky notes, in true size on a roll or on sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey.drawing import Block, Box, Drawing, Line, Mark, Part, PartName, Placed, Target
from journey.handouts.asked import Asked
from journey.handouts.blank_lanes import GAP, NAME, RAIL_ROOM, SECOND, BlankLane, blank_lanes
from journey.handouts.parting import parted
from journey.handouts.styles import SMALL
from journey.handouts.voice import Voice
from journey.layout.outlines import glyph
from journey.layout.typeset import column, height, single, text_at
from journey.model import MapData
from journey.model.kinds import LaneKind
from resources.words import _

COLUMNS = 12
"""How many steps there is room for, unless somebody says otherwise."""
LONGEST = 5000.0
"""The longest page of a roll, mm: no more than every reader shows in its true size."""
_RAIL = RAIL_ROOM + 9.0
_STAGES = 34.0
_EDGE = 10.0
_FOOT = 7.0
_SIGN = 6.0
_DASH = (2.6, 2.2)


@dataclass(frozen=True, slots=True)
class _Wall:
    """The whole wall: its lanes, the note that a cell takes, and how many columns of them."""

    lanes: tuple[BlankLane, ...]
    note: tuple[float, float]
    columns: int

    @property
    def column(self) -> float:
        """A column's width, mm."""
        return self.note[0] + GAP

    @property
    def across(self) -> list[float]:
        """The widths of what must not be cut apart: the lane names, then each column."""
        return [_RAIL, *[self.column] * self.columns]

    @property
    def down(self) -> list[float]:
        """The heights of what must not be cut apart: the stages, then each lane."""
        return [_STAGES, *(lane.h for lane in self.lanes)]

    def strips(self, room: float) -> list[range]:
        """Which rows (0: the stages) stand together on strips of a height; a line with what is below it."""
        lines = {at for at, lane in enumerate(self.lanes, start=1) if lane.lane is LaneKind.LINE}
        return parted(self.down, room, {0} | lines)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet of the wall: which columns (0: the names) and rows (0: the stages) stand on it."""

    columns: range
    rows: range
    w: float
    h: float


def wall_template(
    map_data: MapData,
    journey: str,
    asked: Asked,
    note: tuple[float, float],
    *,
    preset: str | None = None,
    columns: int = COLUMNS,
    roll: bool = False,
) -> tuple[Drawing, ...]:
    """The sheets of the wall, row by row, in the language being spoken; no cell is cut apart.

    ``note`` is the size of a sticky note in mm. On a ``roll`` the paper's width is the height of a strip,
    which is as long as it need be, up to 5 m. Raises KeyError if there is no such journey or preset, Fault
    where the paper is too small for a single note.
    """
    voice = Voice(map_data.workshop.language, asked.second)
    wall = _Wall(blank_lanes(map_data, journey, voice, note, preset), note, columns)
    paper = (LONGEST, min(asked.width, asked.height)) if roll else _turned(asked, wall)
    room = paper[0] - 2 * _EDGE, paper[1] - 2 * _EDGE - _FOOT
    _expect_room(wall, room, asked)
    wall = _saving(wall, room[1])
    across, down = parted(wall.across, room[0]), wall.strips(room[1])
    wall = _filling(wall, down, room[1]) if roll else wall
    sheets = [_Sheet(c, r, _length(wall, c) if roll else paper[0], paper[1]) for r in down for c in across]
    return tuple(_drawn(wall, one, voice, (place, len(sheets))) for place, one in enumerate(sheets))


def _saving(wall: _Wall, room: float) -> _Wall:
    """The wall with lanes as low as saves a sheet from top to bottom, if any saves one."""
    low = replace(wall, lanes=tuple(replace(one, h=one.least) for one in wall.lanes))
    most = len(wall.strips(room)) - 1
    if len(low.strips(room)) > most:
        return wall
    steps = (_between(wall, low, share / 20) for share in range(1, 20))
    return next((one for one in steps if len(one.strips(room)) <= most), low)


def _between(wall: _Wall, low: _Wall, share: float) -> _Wall:
    lanes = (
        replace(one, h=one.h + (least.h - one.h) * share)
        for one, least in zip(wall.lanes, low.lanes, strict=True)
    )
    return replace(wall, lanes=tuple(lanes))


def _filling(wall: _Wall, down: Sequence[range], room: float) -> _Wall:
    """The wall as high as its strips: cells of notes get room for a second one, curves for more."""
    lanes: list[BlankLane] = []
    for rows in down:
        here = [wall.lanes[row - 1] for row in rows if row]
        used = sum(wall.down[row] for row in rows)
        noted = sum(bool(lane.sign) for lane in here)
        more = min((room - used) / max(noted, 1), wall.note[1] + GAP)
        felt = sum(lane.lane is LaneKind.FEELINGS for lane in here)
        higher = min((room - used - more * noted) / max(felt, 1), 2 * wall.note[1])
        for lane in here:
            added = higher if lane.lane is LaneKind.FEELINGS else more * bool(lane.sign)
            lanes.append(replace(lane, h=lane.h + added))
    return replace(wall, lanes=tuple(lanes))


def _length(wall: _Wall, columns: range) -> float:
    return sum(wall.across[place] for place in columns) + 2 * _EDGE


def _turned(asked: Asked, wall: _Wall) -> tuple[float, float]:
    """The sheet as it was asked to lie, or as fewer of them are needed."""
    short, long = sorted((asked.width, asked.height))
    if asked.orientation != "auto":
        return (short, long) if asked.orientation == "portrait" else (long, short)
    return min(((long, short), (short, long)), key=lambda paper: _count(wall, paper))


def _count(wall: _Wall, paper: tuple[float, float]) -> tuple[bool, int]:
    """Whether a paper is too small for a cell, and how many sheets of it the wall takes."""
    w, h = paper[0] - 2 * _EDGE, paper[1] - 2 * _EDGE - _FOOT
    return max(wall.across) > w or max(wall.down) > h, len(parted(wall.across, w)) * len(parted(wall.down, h))


def _expect_room(wall: _Wall, room: tuple[float, float], asked: Asked) -> None:
    """Raise Fault where the paper has no room for a cell."""
    w, h = max(wall.across), max(wall.down)
    if w > room[0] or h > room[1]:
        raise asked.fault(
            lambda: _(
                "This paper is too small for the wall: a cell with its note needs {w} × {h} mm, and there "
                "are {across} × {down} mm between the margins. Nothing was written. Choose a larger paper "
                "or smaller notes."
            ).format(w=f"{w:.0f}", h=f"{h:.0f}", across=f"{room[0]:.0f}", down=f"{room[1]:.0f}")
        )


def _drawn(wall: _Wall, sheet: _Sheet, voice: Voice, number: tuple[int, int]) -> Drawing:
    """One sheet, its cells in its top left corner."""
    blocks: list[Placed] = []
    y = _EDGE
    for row in sheet.rows:
        x = _EDGE
        for at in sheet.columns:
            blocks.append(Placed(x, y, _cell(wall, row, at, voice)))
            x += wall.across[at]
        y += wall.down[row]
    blocks.append(Placed(_EDGE, sheet.h - _EDGE - SMALL.leading, _foot(wall, sheet, voice, number)))
    title = _("Wall template")
    target = (Target(0, title, "", 0.0, 0.0, sheet.w, sheet.h),) if number[0] == 0 else ()
    part = Part(PartName.BODY, 0.0, 0.0, sheet.w, sheet.h, (tuple(blocks),))
    return Drawing(sheet.w, sheet.h, (part,), target, title, voice.language)


def _cell(wall: _Wall, row: int, at: int, voice: Voice) -> Block:
    """What stands in a column (0: the lane's name) of a row (0: the stages)."""
    if row == 0:
        return _corner(voice) if at == 0 else _stage(wall.column)
    lane = wall.lanes[row - 1]
    ground = Box(0.0, 0.0, wall.across[at], lane.h, "band" if row % 2 else "surface")
    rule = Line(0.0, 0.0, wall.across[at], 0.0, "hairline", 0.4)
    inside = _name(lane, voice) if at == 0 else _place(lane, wall)
    return Block(wall.across[at], lane.h, (ground, rule, *inside))


def _corner(voice: Voice) -> Block:
    word = voice.lines(voice.says(lambda: _("Stages")), RAIL_ROOM, NAME)
    return Block(_RAIL, _STAGES, tuple(column(word, 5.0, 9.0, RAIL_ROOM, NAME, "ink")))


def _stage(width: float) -> Block:
    """A piece of the band on which stages are written, each as long as they turn out."""
    h = _STAGES - 10.0
    band = Box(0.0, 4.0, width, h, "band")
    edge = Line(width, 4.0, width, 4.0 + h, "hairline", 0.5, (1.5, 1.5))
    base = Line(3.0, 4.0 + h - 5.0, width - 3.0, 4.0 + h - 5.0, "muted", 0.25, (0.1, 1.2))
    return Block(width, _STAGES, (band, edge, base))


def _name(lane: BlankLane, voice: Voice) -> Iterator[Mark]:
    """A lane's name in its colour, and under it that in the second language."""
    x, room = 5.0, RAIL_ROOM
    colour = f"{lane.sign}.accent" if lane.sign else "ink"
    lines = voice.lines(lane.name, room, NAME)
    second = voice.lines(lane.second, room, SECOND)
    tall = height(lines, NAME) + height(second, SECOND)
    top = (lane.h - tall) / 2 if lane.lane is LaneKind.LINE else 5.0
    yield from column(lines, x, top, room, NAME, colour)
    yield from column(second, x, top + height(lines, NAME), room, SECOND, "muted")


def _place(lane: BlankLane, wall: _Wall) -> Iterator[Mark]:
    """Where a note goes, or what the lane has instead."""
    w, h = wall.column, lane.h
    if lane.lane is LaneKind.LINE:
        yield Line(0.0, h / 2, w, h / 2, "ink", 1.2, (6.0, 4.0))
    elif lane.lane is LaneKind.FEELINGS:
        yield from _curve_place(w, h)
    elif lane.sign:
        note_w, note_h = wall.note
        top = min(GAP, h - note_h) / 2
        yield Box(GAP / 2, top, note_w, note_h, "surface", f"{lane.sign}.edge", 0.5, 2.0, _DASH)
        yield glyph(lane.sign, GAP / 2 + 4.0, top + 4.0, _SIGN, f"{lane.sign}.edge")
    else:
        yield Box(GAP / 2, GAP / 2, w - GAP, h - GAP, "surface", "muted", 0.4, (h - GAP) / 2, _DASH)


def _curve_place(w: float, h: float) -> Iterator[Mark]:
    """Five lines from very good to very bad, to draw the curve on."""
    for place in range(5):
        y = 9.0 + place * (h - 18.0) / 4
        score = 2 - place
        thick = 0.6 if score == 0 else 0.3
        yield Line(0.0, y, w, y, f"feeling:{score:.1f}", thick, () if score == 0 else (1.0, 2.4))
        line = single(f"{score:+d}".replace("-", "−") if score else "0", SMALL, "en")
        yield text_at(line, 2.0, y - SMALL.leading, SMALL, f"feeling:{score:.1f}")


def _foot(wall: _Wall, sheet: _Sheet, voice: Voice, number: tuple[int, int]) -> Block:
    """Which sheet this is, how large a note is, and that the sheet must be printed in its own size."""
    told = _("Notes of {w} × {h} mm · print at 100 %").format(w=f"{wall.note[0]:g}", h=f"{wall.note[1]:g}")
    if number[1] > 1:
        told = _("Sheet {page} of {pages}").format(page=number[0] + 1, pages=number[1]) + f" · {told}"
    return voice.block(told, sheet.w - 2 * _EDGE, SMALL, "muted")
