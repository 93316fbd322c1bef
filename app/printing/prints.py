"""Journeys of a file on paper: as PDF, and as pictures of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.opening import Opened, journey_called
from app.printing.doing import Doing
from app.printing.wall import Sheet, sheet
from app.printing.wishes import Wishes
from export.paper.pages import MILLIMETRES_A_POINT, POINTS_A_METRE, Page, Plan, plan, smallest_text
from export.paper.papers import Paper
from export.paper.pdf import Info, write_pdf
from export.paper.pictures import Pictures
from export.paper.png import write_png
from export.paper.report import Report
from export.paper.svg import write_svg
from journey.clean import one_line
from journey.drawing import Drawing
from journey.model import Asset, Journey, MapData
from resources.words import _


@dataclass(frozen=True, slots=True)
class Printed:
    """The files that were written, and what there is to say about them."""

    files: tuple[Path, ...]
    report: Report


def print_pdf(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a PDF, a journey a page. Raises Fault if it cannot be: an older one is then untouched."""
    first = journey_called(opened.map, wishes.journey)
    chosen = opened.map.journeys() if wishes.every else (first,)
    sheets = [_on_paper(opened, journey, wishes, doing) for journey in chosen]
    with doing(_("Painting …")) as progress:
        report = write_pdf(
            [one.drawing for one in sheets],
            [one.plan for one in sheets],
            target,
            info=_info(opened, chosen[0]),
            pictures=pictures_of(opened.map),
            progress=progress,
        )
    return Printed((target,), report)


def print_png(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a journey as a PNG, or one for each panel of a long roll. Raises Fault if it cannot be."""
    one = _on_paper(opened, journey_called(opened.map, wishes.journey), wishes, doing)
    with doing(_("Painting …")) as progress:
        files, report = write_png(
            [one.drawing],
            [one.plan],
            target,
            dpi=wishes.dpi,
            pictures=pictures_of(opened.map),
            progress=progress,
        )
    return Printed(files, report)


def print_svg(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a journey as an SVG of its own size, or at a scale. Raises Fault if it cannot be."""
    scale = wishes.scale or 1.0
    journey = journey_called(opened.map, wishes.journey)
    with doing(_("Laying out …")):
        one = sheet(opened.map, journey, opened.edited, lambda drawing: _whole(drawing, scale))
    with doing(_("Painting …")):
        report = write_svg(one.drawing, target, pictures=pictures_of(opened.map), scale=scale)
    return Printed((target,), report)


def _on_paper(opened: Opened, journey: Journey, wishes: Wishes, doing: Doing) -> Sheet:
    """A journey laid out for the paper that was asked for. Raises Fault if there is no such paper."""
    paper = Paper.parse(wishes.paper)

    def place(drawing: Drawing) -> Plan:
        return plan(
            drawing, paper, wishes.orientation, wishes.margin, scale=wishes.scale, read_from=wishes.read_from
        )

    with doing(_("Laying out …")):
        return sheet(opened.map, journey, opened.edited, place)


def _whole(drawing: Drawing, scale: float) -> Plan:
    """A plan with one page that is exactly as large as the drawing at a scale."""
    page = Page(drawing.w * scale, drawing.h * scale, 0.0, 0.0, drawing.w, drawing.h, 0.0, 0.0)
    points = smallest_text(drawing) * scale / MILLIMETRES_A_POINT
    return Plan((page,), scale, points, points / POINTS_A_METRE)


def pictures_of(map_data: MapData) -> Pictures:
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
