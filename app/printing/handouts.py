"""Prints for those who were not there, as PDF and as pictures: asked for, drawn up, painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.meant import meant
from app.opening import Opened, journey_called
from app.printing.audience import Audience
from app.printing.doing import Doing
from app.printing.prints import Printed, info_of, pictures_of, stamp_of
from app.printing.wishes import Wishes
from export.paper.pages import as_it_is
from export.paper.papers import Paper
from export.paper.pdf import write_pdf
from export.paper.png import write_png
from journey.drawing import Drawing
from journey.handouts import Asked, Handout, Hidden, Special, drawn_up, with_second_names, without
from journey.model import Journey, MapData, Owner
from resources.errors import Fault
from resources.words import _, speaking, spoken


class NothingToPrint(Fault):
    """A journey has nothing of what a print is about."""


def print_handout(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a print as a PDF, or each of its pages as a PNG. Raises Fault if it cannot be."""
    first = journey_called(opened.map, wishes.journey)
    chosen = opened.map.journeys() if wishes.every else (first,)
    with doing(_("Laying out …")) as progress:
        drawings: list[Drawing] = []
        for place, journey in enumerate(chosen):
            progress(place, len(chosen))
            drawings += handout(opened, journey, wishes)
    if not drawings:
        raise NothingToPrint(_nothing(wishes.audience))
    plans = [as_it_is(drawing) for drawing in drawings]
    pictures = pictures_of(opened.map)
    with doing(_("Painting …")) as progress:
        if target.suffix.lower() == ".png":
            files, report = write_png(
                drawings, plans, target, dpi=wishes.dpi, pictures=pictures, progress=progress
            )
            return Printed(files, report)
        info = info_of(for_audience(opened, wishes.audience), first, wishes.archive)
        return Printed(
            (target,), write_pdf(drawings, plans, target, info=info, pictures=pictures, progress=progress)
        )


def handout(opened: Opened, journey: Journey, wishes: Wishes) -> tuple[Drawing, ...]:
    """The pages of the print that is wished for. Raises Fault if there is no such paper or owner."""
    audience, paper = wishes.audience, Paper.parse(wishes.paper)
    what = Handout(audience.what)
    if paper.height is None and what is not Handout.TEMPLATE:
        raise Fault(_("This print is for sheets, not for rolls. Nothing was written. Choose a sheet."))
    asked = Asked(
        width=paper.width,
        height=paper.height or paper.width,
        orientation=wishes.orientation,
        hide=frozenset(map(Hidden, audience.hide)),
        second=audience.second_language,
        day=opened.edited.date().isoformat() if opened.edited else "",
        stamp=stamp_of(opened, journey),
        reader=spoken(),
    )
    special = Special(
        owner=audience.owner_id or _owner(opened.map, audience.owner),
        card=audience.card,
        blank=audience.blank,
        kinds=audience.kinds,
        preset=audience.preset,
        columns=audience.columns,
        roll=paper.height is None,
    )
    return drawn_up(what, opened.map, journey.id, asked, special)


def for_audience(opened: Opened, audience: Audience) -> Opened:
    """What is printed of a file as a map: without what is hidden, its lanes named in both languages."""
    with speaking(opened.map.workshop.language):
        shown = without(opened.map, frozenset(map(Hidden, audience.hide)))
        return replace(opened, map=with_second_names(shown, audience.second_language))


def _owner(map_data: MapData, wanted: str | None) -> str | None:
    """The id of the owner of this name, or of the only one with it in its name; None: all are wanted."""
    if wanted is None:
        return None
    owners: Sequence[Owner] = tuple(map_data.of(Owner))
    found = meant(wanted, owners, lambda one: one.name)
    if len(found) == 1:
        return found[0].id
    known = "; ".join(one.name for one in owners) or _("none")
    sentence = _("“{wanted}” names no single owner of this file. It has: {known}")
    raise Fault(sentence.format(wanted=wanted, known=known))


def _nothing(audience: Audience) -> str:
    if audience.what == "owners" and audience.owner:
        return _("This owner has no part in the journey, so there is no sheet. Nothing was written.")
    if audience.what == "owners":
        return _("Nobody owns anything in this journey yet, so there is no sheet. Nothing was written.")
    return _(
        "There is no card of that kind in this journey, so there is nothing to print. Nothing was written."
    )
