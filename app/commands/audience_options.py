"""The options of `reisekart export` that say for whom a print is, and which of them go with which print."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import click

from app.printing.audience import HIDDEN, PRINTS, USUAL_PAPER, Audience
from export.lengths import size_typed
from resources.templates import PRESETS
from resources.words import LANGUAGES, _

ONLY_FOR: dict[str, tuple[str, ...]] = {
    "owner": ("owners",),
    "card": ("cards", "template"),
    **dict.fromkeys(("blank", "kinds"), ("cards",)),
    **dict.fromkeys(("preset", "columns"), ("template",)),
    **dict.fromkeys(("sheets", "overlap", "marks", "repeat_lanes", "page_map"), ("map",)),
    **dict.fromkeys(("each_its_file", "column", "panel", "bleed"), ("map",)),
    **dict.fromkeys(("read_from", "scale", "margin"), ("map",)),
}
"""The prints that an option is for, where it is not for all."""
GOES_WITH_SET = frozenset(
    ("file", "target", "force", "whole_set", "hide", "second_language", "journey", "every", "card", "archive")
)
"""The options that mean something for every print of a set."""
_OWN = ("what", "hide", "second_language", "owner", "card", "blank", "kinds", "preset", "columns")


def audience_options() -> list[click.Parameter]:
    """The options in the language being spoken."""
    return [
        click.Option(
            ["--print", "what"],
            type=click.Choice(PRINTS),
            default="map",
            show_default=True,
            help=_(
                "The whole map, a sheet a stage, a sheet an owner, one page for the board, an interview "
                "guide, cards to cut, a blank wall, or ballots for sign-off."
            ),
        ),
        click.Option(
            ["--hide"],
            type=_some_of(HIDDEN),
            metavar="WHAT",
            default="",
            help=_("Leave out quotes, names of people or measures; several with commas between them."),
        ),
        click.Option(
            ["--second-language"],
            type=click.Choice(LANGUAGES),
            default=None,
            help=_("Say our own words, such as names of lanes and fields, in a second language too."),
        ),
        click.Option(
            ["--set", "whole_set"],
            is_flag=True,
            help=_("Write every print into a folder, the -o, with a contents page."),
        ),
        *_special_options(),
    ]


def _special_options() -> list[click.Parameter]:
    """The options that only some prints have."""
    return [
        click.Option(["--owner"], metavar="NAME", help=_("Only the sheet of this owner.")),
        click.Option(
            ["--card-size", "card"],
            type=_size,
            metavar="WxH",
            default="76x76mm",
            show_default=True,
            help=_("How large cards to cut, and the notes of a blank wall, are."),
        ),
        click.Option(["--blank"], is_flag=True, help=_("Cards to write on instead of those of the map.")),
        click.Option(
            ["--kind", "kinds"],
            type=_kinds,
            metavar="KINDS",
            default="",
            help=_("Only cards of these kinds, with commas between them, as touchpoint,pain_point."),
        ),
        click.Option(
            ["--preset"],
            type=click.Choice(PRESETS),
            default=None,
            help=_("The lanes of a blank wall; otherwise those of the map."),
        ),
        click.Option(
            ["--columns"],
            type=click.IntRange(1, 60),
            metavar="NUMBER",
            default=12,
            show_default=True,
            help=_("How many steps a blank wall has room for."),
        ),
    ]


def audience_of(options: dict[str, Any]) -> Audience:
    """Take what is about the audience out of the options that were given."""
    own = {name: options.pop(name) for name in _OWN}
    own["second_language"] = own["second_language"] or ""
    return Audience(**own)


def usual_paper(audience: Audience) -> str:
    """The paper a print is for if nobody asked for another."""
    return USUAL_PAPER[audience.what]


def expect_fitting_print(
    what: str, suffix: str, given: Collection[str], spelled: Callable[[str], str]
) -> None:
    """Raise a usage error for an option that has no meaning for a print, or a format it is not made in."""
    if what != "map" and suffix not in (".pdf", ".png"):
        sentence = _("--print {print} is made as .pdf or .png, not as {suffix}.")
        raise click.UsageError(sentence.format(print=what, suffix=suffix))
    for name in sorted(given & ONLY_FOR.keys()):
        if what not in ONLY_FOR[name]:
            sentence = _("{option} is for {prints}.")
            prints = _(" or ").join(f"--print {one}" for one in ONLY_FOR[name])
            raise click.UsageError(sentence.format(option=spelled(name), prints=prints))


def _some_of(known: Collection[str]) -> Callable[[str], frozenset[str]]:
    """A type of option: words of a list with commas between them."""

    def words(text: str | frozenset[str]) -> frozenset[str]:
        if isinstance(text, frozenset):
            return text
        asked = frozenset(word.strip() for word in text.split(",") if word.strip())
        if unknown := sorted(asked - set(known)):
            sentence = _("There is no “{word}”; there are {known}.")
            raise click.BadParameter(sentence.format(word=unknown[0], known=", ".join(known)))
        return asked

    return words


def _kinds(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A type of option: kinds of cards with commas between them."""
    if isinstance(text, tuple):
        return text
    from journey.model.kinds import CardKind

    return tuple(sorted(_some_of(("step", *map(str, CardKind)))(text)))


def _size(text: str | tuple[float, float]) -> tuple[float, float]:
    """A type of option: width and height, in mm or with a unit after them."""
    if isinstance(text, tuple):
        return text
    if (size := size_typed(text)) is None:
        sentence = _("“{text}” is no size; type it as 76x76mm.")
        raise click.BadParameter(sentence.format(text=text))
    return size
