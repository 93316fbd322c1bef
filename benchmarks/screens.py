"""How long a frame on the screen takes, beside the same work in a QGraphicsView."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import sin
from statistics import median

from benchmarks.frames import Step, Taken, once, paint_now, settle, show, timed
from benchmarks.maps import JOURNEY, large_map
from benchmarks.plain_marks import no_picture
from benchmarks.screen_ours import OurScreen
from benchmarks.screen_theirs import TheirScreen
from benchmarks.table import Row
from benchmarks.with_graphics_view import GraphicsMap
from canvas.camera import PLAIN
from canvas.paint import glyph_runs, outline
from canvas.view import MapView
from journey.collecting import uncollected
from journey.drawing import Drawing
from journey.layout import Memory, View, layout
from journey.model import Card, MapData, replacing
from resources.theme import load_theme

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
CARD = "card-7"
MOST = {"pan": 4.0, "pan, all in view": 8.0, "zoom": 8.0, "drag": 4.0, "typing": 8.0}
"""Milliseconds that 95 of 100 frames may take with 10,000 cards, on 1920 x 1080 pixels."""
MOST_OF_AN_EDIT = {2_000: 16.0, 10_000: 33.0}
MOST_TO_OPEN, MOST_TO_BE_SHARP = 600.0, 150.0
_AIMED_AT = 10_000
_UNSEEN = (7, 8, 9)
"""The seeds of maps whose texts nobody has laid out yet, as when a file is opened."""
_FRAMES = 80
_GESTURES, _STEPS_OF_A_GESTURE, _FACTOR = 6, 12, 1.1

Screen = OurScreen | TheirScreen


def screen_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """Opening, then every gesture, on 1920 x 1080 pixels, and moving the map on 3840 x 2160.

    As in the program, Python does not look for garbage by itself (`app/collecting.py`).
    """
    with uncollected():
        yield from _opening(map_data, rounds)
        yield from _gestures(map_data)


def _gestures(map_data: MapData) -> Iterator[Row]:
    cards = len(map_data.of(Card))
    ours, theirs = OurScreen(map_data), TheirScreen(map_data)
    for size, name in ((FULL_HD, "screen"), (FOUR_K, "4K screen")):
        for screen in (ours, theirs):
            show(screen.widget, size)
        taken = [_moving(screen, ours.whole()) for screen in (ours, theirs)]
        yield from _rows(name, cards, taken)
        yield _sharp(ours, cards, name)
    for screen in (ours, theirs):
        show(screen.widget, FULL_HD)
    yield from _rows("screen", cards, [_working(screen, map_data) for screen in (ours, theirs)])
    for screen in (ours, theirs):
        screen.widget.close()


def _rows(name: str, cards: int, taken: Sequence[dict[str, Taken]]) -> Iterator[Row]:
    """The middle frame and the slow one of each gesture, ours and theirs."""
    ours, theirs = taken
    for gesture, took in ours.items():
        limit = MOST_OF_AN_EDIT.get(cards) if gesture == "edit" else None
        if cards == _AIMED_AT and name == "screen":
            limit = limit or MOST.get(gesture)
        case, other = f"{name}, {gesture}", theirs[gesture]
        yield Row(f"{case} (middle)", cards, took.middle, "ms", TheirScreen.name, other.middle)
        yield Row(f"{case} (p95)", cards, took.most, "ms", TheirScreen.name, other.most, limit=limit)


def _opening(map_data: MapData, rounds: int) -> Iterator[Row]:
    """From a map, and from a drawing of it, to the first picture of 1920 x 1080 pixels."""
    cards = len(map_data.of(Card))
    drawing = layout(map_data, View(JOURNEY), Memory())
    ours: list[float] = []
    theirs: list[float] = []
    for _round in range(min(rounds, 3)):
        forget()
        ours.append(once(partial(_shown, MapView(load_theme(), no_picture), drawing)))
        forget()
        theirs.append(once(partial(_shown, GraphicsMap(), drawing)))
    whole: list[float] = []
    for seed in _UNSEEN[:rounds]:
        unseen = large_map(cards, seed)
        forget()
        settle()
        whole.append(once(partial(_opened, unseen)))
    limit = MOST_TO_OPEN if cards == _AIMED_AT else None
    yield Row("screen, map to first picture", cards, median(whole), "ms", limit=limit)
    case = "screen, drawing to first picture"
    yield Row(case, cards, median(ours), "ms", TheirScreen.name, median(theirs))


def forget() -> None:
    """What Qt was given of earlier drawings is made anew, as in a program that just began."""
    glyph_runs.cache_clear()
    outline.cache_clear()


def _opened(map_data: MapData) -> None:
    show(OurScreen(map_data).widget, FULL_HD)


def _shown(view: MapView | GraphicsMap, drawing: Drawing) -> None:
    view.show_drawing(drawing)
    if isinstance(view, GraphicsMap):
        view.scale(PLAIN, PLAIN)
    show(view, FULL_HD)


def _moving(screen: Screen, whole: float) -> dict[str, Taken]:
    """Panning near and far, and zooming."""
    screen.scale_to(PLAIN)
    paint_now()
    near = timed(_pans(screen))
    screen.scale_to(1.2 * whole)
    paint_now()
    far = timed(_pans(screen))
    screen.scale_to(whole)
    paint_now()
    return {"pan": near, "pan, all in view": far, "zoom": _zoomed(screen)}


def _pans(screen: Screen) -> Iterator[Step]:
    """Along a winding way, both ways at once."""
    for number in range(_FRAMES):
        yield partial(screen.pan_to, 14 * number, round(200 + 150 * sin(number / 12)))


def _zoomed(screen: Screen) -> Taken:
    """In and out again, in gestures as short as a turn of the wheel; between them the picture gets sharp."""
    steps: list[Step] = []
    for gesture in range(_GESTURES):
        factor = _FACTOR if gesture < _GESTURES / 2 else 1 / _FACTOR
        steps += [partial(screen.zoom, factor)] * _STEPS_OF_A_GESTURE

    def with_rests() -> Iterator[Step]:
        for number, step in enumerate(steps):
            if number % _STEPS_OF_A_GESTURE == 0:
                screen.rest()
                paint_now()
            yield step

    return timed(with_rests())


def _sharp(screen: OurScreen, cards: int, name: str) -> Row:
    """By the clock, from the last turn of the wheel to a sharp picture."""
    taken: list[float] = []
    for factor in (_FACTOR, 1 / _FACTOR) * 3:
        start = time.perf_counter()
        screen.zoom(factor)
        paint_now()
        screen.rest()
        paint_now()
        taken.append((time.perf_counter() - start) * 1000)
    limit = MOST_TO_BE_SHARP if cards == _AIMED_AT else None
    return Row(f"{name}, sharp after zooming (slowest)", cards, max(taken), "ms", limit=limit)


def _working(screen: Screen, map_data: MapData) -> dict[str, Taken]:
    """Dragging a card, writing on it, and edits that lay the map out again."""
    screen.scale_to(PLAIN)
    screen.go_to(CARD)
    paint_now()
    screen.take(CARD)
    dragged = timed(partial(screen.drag, 4.0 * n, 60 * sin(n / 9)) for n in range(1, _FRAMES))
    screen.give_back()
    paint_now()
    screen.write(CARD)
    paint_now()
    typed = timed(partial(screen.type, "enrstaldio"[n % 10]) for n in range(_FRAMES))
    screen.leave()
    paint_now()
    return {"drag": dragged, "typing": typed, "edit": timed(_edits(screen, map_data))}


def _edits(screen: Screen, map_data: MapData) -> Iterator[Step]:
    """A number after the card's text, each time another."""
    card = first = map_data.of(Card)[CARD]
    for number in range(_FRAMES // 2):
        new = replace(first, text=f"{first.text} {number}")
        yield partial(screen.edit, replacing("Edit", [(card, new)]))
        card = new
