"""What can be done to the map by way of the Edit menu: back and forth, removing, doubling, marking."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.deed import Deed
from app.days import dated
from app.desk import Desk
from canvas import carrying
from canvas.choosing import cards_to_own, choose_more, chosen_cards
from journey import edits
from journey.document import Entry
from journey.layout import kind_word
from journey.model import CardKind, Link, Owner
from resources.words import _


def edit_deeds(desk: Desk, find: Callable[[], object], make_owner_one: Callable[[], object]) -> list[Deed]:
    """What can be done to the map.

    ``find`` opens the field to search with, ``make_owner_one`` asks with which other the selected one is.
    """
    menu = _("Edit")
    last = [
        Deed(
            *("one_owner", menu, _("Make the owner one with another …"), (), make_owner_one),
            can=lambda: _is_one_of_several_owners(desk),
        ),
        Deed("find", menu, _("Find …"), ("Ctrl+F",), find, parted=True),
    ]
    return [*_back_and_forth(desk), *_clipboard(desk), *_of_selected(desk), *_of_cards(desk), *last]


def _back_and_forth(desk: Desk) -> list[Deed]:
    menu, history = _("Edit"), desk.document
    return [
        Deed(
            *("undo", menu, _("Undo"), ("Ctrl+Z",), desk.undo),
            can=lambda: history.next_undo is not None,
            now=lambda: named_step(_("Undo {step}"), _("Undo"), history.next_undo),
            icon="undo",
        ),
        Deed(
            *("redo", menu, _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), desk.redo),
            can=lambda: desk.editor.may_take_up or history.next_redo is not None,
            now=lambda: _redo_words(desk),
            icon="redo",
        ),
    ]


def _redo_words(desk: Desk) -> str:
    """What redo would bring back."""
    if desk.editor.may_take_up:
        return _("Take up the words that were given up")
    return named_step(_("Redo {step}"), _("Redo"), desk.document.next_redo)


def _clipboard(desk: Desk) -> list[Deed]:
    menu, editor = _("Edit"), desk.editor

    def some() -> bool:
        return bool(chosen_cards(editor))

    return [
        Deed("cut", menu, _("Cut"), ("Ctrl+X",), editor.cut, some, parted=True, on_map=True),
        Deed("copy", menu, _("Copy"), ("Ctrl+C",), editor.copy, some, on_map=True),
        Deed("paste", menu, _("Paste"), ("Ctrl+V",), editor.paste, on_map=True),
        Deed(
            *("duplicate", menu, _("Duplicate"), ("Ctrl+D",), lambda: carrying.duplicate(editor)),
            can=some,
            on_map=True,
        ),
        Deed(
            *("all", menu, _("Widen the selection"), ("Ctrl+A",), lambda: choose_more(editor)),
            on_map=True,
        ),
    ]


def _of_selected(desk: Desk) -> list[Deed]:
    menu, editor = _("Edit"), desk.editor
    return [
        Deed(
            *("write", menu, _("Edit text"), ("F2",), lambda: editor.edit(desk.selected[0])),
            can=lambda: len(desk.selected) == 1,
            parted=True,
            on_map=True,
        ),
        Deed(
            *("star", menu, _("Moment of truth"), ("Ctrl+M",), lambda: carrying.star(editor)),
            can=lambda: bool(chosen_cards(editor)),
            icon="star",
        ),
        Deed(
            *("reverse", menu, _("Turn the link round"), (), lambda: _reverse(desk)),
            can=lambda: len(desk.selected) == 1 and desk.selected[0] in desk.map.of(Link),
        ),
        Deed(
            *("remove", menu, _("Remove"), ("Delete",), lambda: carrying.remove(editor)),
            can=lambda: bool(desk.selected),
            on_map=True,
        ),
    ]


def _of_cards(desk: Desk) -> list[Deed]:
    """What is said of selected cards: who owns them, what kind they are."""
    editor, within = desk.editor, _("Edit") + "/" + _("Make it")

    def some() -> bool:
        return bool(chosen_cards(editor))

    def becoming(kind: CardKind) -> Callable[[], object]:
        return lambda: carrying.become_kind(editor, kind)

    return [
        Deed("own", _("Edit"), _("Owner …"), (), editor.ask_owner, lambda: bool(cards_to_own(editor))),
        *(
            Deed(
                f"become_{kind.name.lower()}",
                within,
                kind_word(kind),
                (),
                becoming(kind),
                some,
                icon=str(kind),
            )
            for kind in CardKind
        ),
    ]


def named_step(words: str, bare: str, entry: Entry | None) -> str:
    """The words with a step’s own, and the day of one of an earlier day; ``bare`` where there is no step."""
    if entry is None:
        return bare
    return words.format(step=dated(entry))


def _is_one_of_several_owners(desk: Desk) -> bool:
    owners = desk.map.of(Owner)
    return len(desk.selected) == 1 and desk.selected[0] in owners and len(owners) > 1


def _reverse(desk: Desk) -> None:
    desk.attempt(lambda: edits.reverse_link(desk.map, desk.selected[0]))
