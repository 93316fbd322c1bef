"""Journeys of a file on paper: as PDF, and as pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.opening import Opened, journey_called
from app.print_report import report_lines
from app.progress import doing
from app.wall import Sheet, sheet
from app.wishes import Wishes
from export.pages import Plan, plan
from export.papers import Paper
from export.pdf import Info, write_pdf
from journey.clean import one_line
from journey.drawing import Drawing
from journey.model import Asset, Journey, MapData
from resources.words import _


def print_pdf(opened: Opened, target: Path, wishes: Wishes) -> list[str]:
    """Write a PDF, a journey a page; gives what there is to say about it. Raises Fault if it cannot be."""
    first = journey_called(opened.map, wishes.journey)
    chosen = opened.map.journeys() if wishes.every else (first,)
    with doing(_("Laying out …")):
        sheets = [planned_sheet(opened, journey, wishes) for journey in chosen]
    with doing(_("Painting …")) as progress:
        report = write_pdf(
            [one.drawing for one in sheets],
            [one.plan for one in sheets],
            target,
            info=_info(opened, chosen[0]),
            pictures=pictures_of(opened.map),
            progress=progress,
        )
    return list(report_lines(report))


def planned_sheet(opened: Opened, journey: Journey, wishes: Wishes) -> Sheet:
    """A journey laid out for the paper that was asked for. Raises Fault if there is no such paper."""
    paper = Paper.parse(wishes.paper)

    def place(drawing: Drawing) -> Plan:
        return plan(
            drawing, paper, wishes.orientation, wishes.margin, scale=wishes.scale, read_from=wishes.read_from
        )

    return sheet(opened.map, journey, opened.edited, place)


def pictures_of(map_data: MapData) -> Callable[[str], tuple[bytes, str]]:
    """The bytes and the media type of a map's pictures, by their id."""

    def picture(asset: str) -> tuple[bytes, str]:
        found = map_data.of(Asset)[asset]
        return found.data, found.media_type

    return picture


def _info(opened: Opened, journey: Journey) -> Info:
    workshop = opened.map.workshop
    return Info(
        title=one_line(journey.title),
        author=one_line(workshop.facilitator or workshop.organisation),
        subject=one_line(journey.purpose),
        language=workshop.language,
        created=opened.edited,
    )
