"""What a facilitator does, in the words of the field: writes steps, lays cards, draws links, names owners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from journey.model import LinkKind
from tests.workshop.display import Display
from tests.workshop.hand import Hand, Point
from tests.workshop.kept import kept_steps, until_steps
from tests.workshop.program import menus_shown
from tests.workshop.twin import Twin
from tests.workshop.waiting import wait_for

Where = Callable[[Twin], Point]


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Works on a map that is open on a display; ``file`` is where it is kept.

    Each deed waits until it is on the disk, and fails if it became another number of steps than it should.
    """

    display: Display
    file: Path
    twin: Twin

    @property
    def hand(self) -> Hand:
        """Mouse and keyboard."""
        return Hand(self.display)

    @contextmanager
    def making(self, steps: int = 1) -> Iterator[None]:
        """What is done here becomes so many steps of the history."""
        before = len(kept_steps(self.file))
        yield
        until_steps(self.file, before + steps)

    # Where things are

    def at(self, place: Where) -> Point:
        """Where something is on the display, with the whole map in view."""
        self.hand.key("ctrl+1")
        self.twin.follow()
        return place(self.twin)

    def way(self, start: Where, end: Where) -> tuple[Point, Point]:
        """Where a drag begins and ends."""
        return self.at(start), self.at(end)

    # Writing

    def name_journey(self, title: str) -> None:
        """Give the journey in view a title."""
        with self.making():
            self.hand.key("shift+F2")
            self.hand.lines([title])

    def write_row(self, lane: str, step: str, texts: Sequence[str]) -> None:
        """Write cards side by side in a lane from a step on; an empty text leaves a cell empty."""
        self.hand.click(self.at(lambda it: it.cell(lane, step)))
        with self.making(sum(1 for text in texts if text)):
            for text in texts:
                # Enter opens the cell, and after a card goes on to the next one.
                self.hand.key("Return")
                if text:
                    self.hand.lines([text])
                self.hand.key("Escape")
                if not text:
                    self.hand.key("Right")

    def begin_stage(self, step: str, title: str) -> None:
        """Begin a stage at a step, and name it."""
        self.hand.click(self.at(lambda it: it.step(step)))
        with self.making():
            self.hand.key("s")
            self.hand.lines([title])

    def remove_lane(self, title: str) -> None:
        """Select a lane by its name and take it away."""
        self.hand.click(self.at(lambda it: it.lane(title)))
        with self.making():
            self.hand.key("Delete")

    def rename(self, place: Where, title: str) -> None:
        """Open a header or a lane's name with a double click and write another."""
        with self.making():
            self.hand.double(self.at(place))
            self.hand.lines([title])

    def choose(self, *names: str) -> None:
        """Choose from the menu bar by the letters of its lines: a menu, menus within it, a line."""
        letters = [self.twin.letter("/".join(names[:n]), name) for n, name in enumerate(names)]
        self.hand.key(f"alt+{letters[0]}", *letters[1:])

    def add_lane(self, name: str) -> None:
        """Add a lane from the menu, under its usual name."""
        with self.making():
            self.choose("Insert", "Lane", name)
            self.hand.key("Return")

    def put(self, kind: str, place: Where, title: str) -> None:
        """Click a tile of the palette, then a place on the map, and write a title."""
        self.hand.click(self.at(lambda it: it.button(kind)))
        self.write_at(place, title)

    def write_at(self, place: Where, text: str) -> None:
        """Click where a click opens a new text, and write it, as one step."""
        with self.making():
            self.hand.click(self.at(place))
            self.hand.lines([text])
        self.hand.key("Escape")

    # On cards

    def star(self, card: str) -> None:
        """Make a card a moment of truth."""
        self.hand.click(self.at(lambda it: it.card(card)))
        with self.making():
            self.hand.key("m")

    def drag(self, start: Where, end: Where, *held: str) -> None:
        """Carry something on the map as one step, with keys held."""
        way = self.way(start, end)
        with self.making():
            self.hand.drag(*way, *held)

    def place(self, kind: str, lane: str, step: str, text: str) -> None:
        """Drag a new card from the palette into a cell and write its text."""
        way = self.way(lambda it: it.button(kind), lambda it: it.cell(lane, step))
        with self.making():
            self.hand.drag(*way)
            self.hand.lines([text])

    def feel(self, lane: str, step: str, score: float, word: str) -> None:
        """Set the feeling at a step by hand, to the tenth with Alt, and say its word."""
        held = () if (score * 2).is_integer() else ("alt",)
        way = self.way(lambda it: it.score(lane, step, 0.0), lambda it: it.score(lane, step, score))
        with self.making(2 if score else 1):
            self.hand.drag(*way, *held)
            self.hand.key("Return")
            self.hand.lines([word])
            # Where the word is the first thing said of a step, Enter went on to the next.
            self.hand.key("Escape")

    def own(self, owner: str, card: str, *held: str) -> None:
        """Drag an owner from the palette onto a card: who answers for it, or with Ctrl is involved."""
        self.drag(lambda it: it.owner(owner), lambda it: it.card(card), *held)

    def link(
        self, source: str, target: str, kind: LinkKind, kinds: Sequence[LinkKind], label: str = ""
    ) -> None:
        """Draw a link from a card's handle, choose its kind in the palette that opens, and label it."""
        self.hand.click(self.at(lambda it: it.card(source)))
        way = self.way(lambda it: it.handle(source), lambda it: it.card(target))
        with self.making(1 + bool(label)):
            self.hand.drag(*way)
            wait_for(lambda: menus_shown(self.display) == 1, lambda: "the palette of kinds")
            self.hand.key(*["Down"] * kinds.index(kind), "Return")
            # Keys that come while a menu goes are lost; nobody types before it is gone.
            wait_for(lambda: menus_shown(self.display) == 0, lambda: "a kind was chosen")
            if label:
                self.hand.key("Return")
                self.hand.lines([label])

    # In the panels

    def say_channel(self, card: str, channel: str) -> None:
        """Select a card and write its channel into the inspector, where it follows the text."""
        self.hand.click(self.at(lambda it: it.card(card)))
        with self.making():
            self.hand.key("ctrl+i", "Tab")
            self.hand.lines([channel])
        self.hand.key("Escape")

    def say_phase(self, stage: str, phase: str) -> None:
        """Select a stage and choose its phase in the inspector."""
        self.hand.click(self.at(lambda it: it.stage(stage)))
        self.hand.key("ctrl+i")
        with self.making():
            self.hand.click(self.twin.choice(stage, f"Phase: {phase}"))
        self.hand.key("Escape")

    def add_to_panel(self, panel: str, button: str, field: str, names: Sequence[str]) -> None:
        """Open a side panel and write new names into its field."""
        self.hand.click(self.at(lambda it: it.button(button)))
        self.hand.click(self.at(lambda it: it.field(panel, field)))
        with self.making(len(names)):
            self.hand.lines(names)
        self.hand.key("Escape")
