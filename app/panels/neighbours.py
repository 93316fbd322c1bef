"""What a card hangs together with: what supports it, what it is linked to, what the customer says there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.faces import Face, FaceButton
from app.panels.layouts import empty
from app.panels.sheet import head, rule
from app.sizes import GAP, px
from journey.clean import one_line
from journey.edits import accountable
from journey.model import CARDS_OF_LANE, Card, CardKind, Grid, Lane, Link, LinkKind, MapData, Owner
from journey.terms import word
from resources.theme import Theme
from resources.words import _

_MOST = 12
_MOST_QUOTES = 4
"""Lines that are shown: on dense maps everything supports everything."""

Line = tuple[str, Face]
"""The card that a line is about, and what it shows."""


class Lines(QWidget):
    """Lines that go to a card each, made anew where they changed; away where there are none."""

    ruled = False
    """Whether a thin line stands above."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._shown: list[Line] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(GAP), 0, 0)
        self._column.setSpacing(px(3))

    def show_records(self, cards: tuple[str, ...]) -> None:
        """Be about one card; several have no lines in common."""
        lines = list(self.lines(self._desk.map, cards[0])) if len(cards) == 1 else []
        self.setVisible(any(card for card, _face in lines))
        if lines != self._shown:
            self._shown = lines
            empty(self._column)
            if self.ruled and lines:
                self._column.addWidget(rule())
                self._column.addSpacing(px(GAP) // 2)
            for place, (card, face) in enumerate(lines):
                if place and not card:
                    self._column.addSpacing(px(GAP))
                self._column.addWidget(self._button(card, face) if card else head(face.words))

    def lines(self, m: MapData, card: str) -> Iterator[Line]:
        """What is shown about a card; a line about no card is a heading."""
        raise NotImplementedError

    def _button(self, card: str, face: Face) -> FaceButton:
        button = FaceButton(face, self._theme)
        button.clicked.connect(lambda: self.go(card))
        return button

    def go(self, card: str) -> None:
        """Show what a line is about."""
        self._desk.select([card])


class Quotes(Lines):
    """What the customer says at a card's step."""

    def lines(self, m: MapData, card: str) -> Iterator[Line]:
        """Each quote of the step, but not of a quote."""
        one = m.of(Card)[card]
        if one.kind is CardKind.QUOTE:
            return
        here = m.of(Card).by("step").get(one.step, ())
        quotes = [other for other in here if other.kind is CardKind.QUOTE and other.text]
        for other in quotes[:_MOST_QUOTES]:
            yield other.id, Face(other.text, kind="quote")


class Neighbours(Lines):
    """What supports a card, however far below, and the other links it has."""

    ruled = True

    def lines(self, m: MapData, card: str) -> Iterator[Line]:
        """What supports it, then what else it is linked to."""
        supporting = list(islice(supporters(m, card), _MOST))
        if supporting:
            yield "", Face(_("Supported by"))
            yield from ((one, _face(m, one, "")) for one in supporting)
        links = [(one.target, word(one.kind), one) for one in m.of(Link).by("source").get(card, ())]
        links += [(one.source, "", one) for one in m.of(Link).by("target").get(card, ())]
        others = [it for it in links if it[1] or it[2].kind is not LinkKind.SUPPORTS]
        if others:
            yield "", Face(_("Linked to"))
        for other, said, link in others[:_MOST]:
            yield other, _face(m, other, said or word(link.kind), arriving=not said)


def supporters(m: MapData, card: str) -> Iterator[str]:
    """The cards that carry a card, and those that carry them: near ones first, each once.

    The rule is that of the analysis (docs/decisions/0009-what-carries-a-touchpoint.md), for one card.
    """
    met, queue = {card}, [card]
    while queue:
        for other in _carriers(m, m.of(Card)[queue.pop(0)]):
            if other.id not in met:
                met.add(other.id)
                queue.append(other.id)
                yield other.id


def _carriers(m: MapData, card: Card) -> list[Card]:
    """What was drawn to carry it, else what stands below it in the nearest deeper lane that has anything."""
    from journey.analysis.carrying import DEPTH

    if card.kind not in DEPTH:
        return []
    links, cards, depth = m.of(Link), m.of(Card), DEPTH[card.kind]
    drawn = [
        *(cards[one.target] for one in links.by("source").get(card.id, ()) if one.kind is LinkKind.SUPPORTS),
        *(cards[one.source] for one in links.by("target").get(card.id, ()) if one.kind is LinkKind.SUPPORTS),
    ]
    if deeper := [one for one in drawn if DEPTH.get(one.kind, 0) > depth]:
        return deeper
    return _standing(m, card, [kind for kind, below in DEPTH.items() if below > depth])


def _standing(m: MapData, card: Card, kinds: Sequence[CardKind]) -> list[Card]:
    grid = m.grid(m.of(Lane)[card.lane].journey)
    of_lane = m.of(Card).by("lane")
    columns = _columns(grid, card)
    for kind in kinds:
        lanes = [lane for lane in grid.lanes if kind in CARDS_OF_LANE[lane.kind]]
        below = [one for lane in lanes for one in of_lane.get(lane.id, ()) if one.kind is kind]
        if here := [one for one in below if _meet(columns, _columns(grid, one))]:
            return here
    return []


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _columns(grid: Grid, card: Card) -> range:
    first = grid.column[card.step]
    return range(first, first + card.span)


def _face(m: MapData, card: str, relation: str, *, arriving: bool = False) -> Face:
    one = m.of(Card)[card]
    text = one_line(one.text) or one.code or "…"
    if relation:
        text = f"{text} · {relation}" if arriving else f"{relation}: {text}"
    else:
        present = accountable(m, card)
        text = f"{text} → {m.of(Owner)[present.owner].name}" if present else text
    return Face(text, str(one.kind), f"{one.kind}.accent")
