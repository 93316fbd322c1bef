"""Journeys of a file on paper: as PDF, and as pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.opening import Opened, journey_called
from app.printing.doing import Doing
from app.printing.naming import name_of
from app.printing.wall import Arranged, Sheet, sheet
from app.printing.wishes import Wishes
from export.paper.codes import code_block, way_back
from export.paper.pages import Plan, as_it_is, plan
from export.paper.papers import Paper
from export.paper.pdf import Info, Progress, make_pdf, write_pdf
from export.paper.pdf_parts import Archive
from export.paper.pictures import Pictures
from export.paper.png import write_png
from export.paper.report import Report, joined
from export.paper.spread import with_marks
from export.paper.svg import write_svg
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from export.target import write_files
from journey.clean import one_line
from journey.drawing import Block, Drawing
from journey.model import Asset, Journey, MapData
from resources.words import _

STAMP = 24.0
"""The side of the code beside a map, map mm."""
SHEET_STAMP = 10.0
"""The side of the code below a map on each of several sheets, mm."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The files that were written, and what there is to say about them."""

    files: tuple[Path, ...]
    report: Report


def print_pdf(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a PDF, a journey a page. Raises Fault if it cannot be: an older one is then untouched."""
    first = journey_called(opened.map, wishes.journey)
    chosen = opened.map.journeys() if wishes.every else (first,)
    sheets = [on_paper(opened, journey, wishes, doing) for journey in chosen]
    info, pictures = info_of(opened, chosen[0], wishes.archive), pictures_of(opened.map)
    with doing(_("Painting …")) as progress:
        if wishes.sheets and wishes.each_its_file:
            made = print_each(sheets[0], target, info, pictures, progress)
            return replace(made, report=_with_names(opened.map, made.report))
        report = write_pdf(
            [one.drawing for one in sheets],
            [one.plan for one in sheets],
            target,
            info=info,
            pictures=pictures,
            progress=progress,
        )
    return Printed((target,), _with_names(opened.map, report))


def _with_names(map_data: MapData, report: Report) -> Report:
    """A report that names the cards and steps that a seam cuts."""
    return replace(report, cut=tuple(name_of(map_data, record) for record in report.cut))


def print_each(sheet: Sheet, target: Path, info: Info, pictures: Pictures, progress: Progress) -> Printed:
    """Write each page of a map as a PDF of its own, named after its sheet. Raises Fault if one cannot be."""
    made: list[tuple[Path, bytes]] = []
    reports: list[Report] = []
    for place, page in enumerate(sheet.plan.pages):
        progress(place, len(sheet.plan.pages))
        alone = replace(sheet.plan, pages=(replace(page, leads=()),))
        data, report = make_pdf([sheet.drawing], [alone], info=info, pictures=pictures)
        name = page.name or _("map")
        made.append((target.with_stem(f"{target.stem}-{name}"), data))
        reports.append(report)
    write_files(made)
    return Printed(tuple(path for path, _data in made), joined(reports))


def print_png(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    """Write a journey as a PNG, or one for each panel of a long roll. Raises Fault if it cannot be."""
    one = on_paper(opened, journey_called(opened.map, wishes.journey), wishes, doing)
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
    arranged = _arranged(opened, journey, wishes)
    with doing(_("Laying out …")):
        one = sheet(opened.map, journey, opened.edited, lambda drawing: as_it_is(drawing, scale), arranged)
    with doing(_("Painting …")):
        report = write_svg(one.drawing, target, pictures=pictures_of(opened.map), scale=scale)
    return Printed((target,), report)


def _arranged(opened: Opened, journey: Journey, wishes: Wishes) -> Arranged:
    return Arranged(wishes.column, wishes.panel, stamp_of(opened, journey))


def stamp_of(opened: Opened, journey: Journey, side: float = STAMP) -> Block | None:
    """The code that leads from a print back to its file, so many mm wide; None for what is in no file."""
    if not opened.document:
        return None
    return code_block(way_back(opened.document, journey.id, opened.revision), side)


def on_paper(opened: Opened, journey: Journey, wishes: Wishes, doing: Doing) -> Sheet:
    """A journey laid out for the paper that was asked for. Raises Fault if there is no such paper."""
    with doing(_("Laying out …")):
        one = sheet(opened.map, journey, opened.edited, placing(wishes), _arranged(opened, journey, wishes))
        if not one.plan.tiles:
            return one
        stamp = stamp_of(opened, journey, SHEET_STAMP)
        return replace(one, plan=with_marks(one.drawing, one.plan, tiling_of(wishes), wishes.margin, stamp))


def placing(wishes: Wishes) -> Callable[[Drawing], Plan]:
    """How a drawing goes on paper as somebody wishes. Raises Fault if there is no such paper."""
    paper, at = Paper.parse(wishes.sheets or wishes.paper), wishes.orientation
    scale, read_from = wishes.scale, wishes.read_from
    if wishes.sheets:
        tiling = tiling_of(wishes)
        return lambda drawing: tile(drawing, paper, tiling, at, wishes.margin, scale, read_from)
    return lambda drawing: plan(drawing, paper, at, wishes.margin, scale, read_from, bleed=wishes.bleed)


def tiling_of(wishes: Wishes) -> Tiling:
    """How sheets are wished for."""
    return Tiling(wishes.overlap, wishes.marks, wishes.repeat_lanes, wishes.page_map)


def pictures_of(map_data: MapData) -> Pictures:
    """The bytes and the media type of a map's pictures, by their id."""

    def picture(asset: str) -> tuple[bytes, str]:
        found = map_data.of(Asset)[asset]
        return found.data, found.media_type

    return picture


def info_of(opened: Opened, journey: Journey, archive: Archive | None = None) -> Info:
    """What a PDF of a journey says about itself, and the standard it is to meet, if any."""
    workshop = opened.map.workshop
    return Info(
        title=one_line(journey.title),
        author=one_line(workshop.facilitator or workshop.organisation),
        subject=one_line(journey.purpose),
        language=workshop.language,
        created=opened.edited,
        archive=archive,
    )
