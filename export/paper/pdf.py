"""The map as a PDF: the marks of drawings on their pages, with an outline to find one's way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from export.paper.culling import Shelves, Shown
from export.paper.glyph_code import Typesetter
from export.paper.outline_code import number
from export.paper.pages import Page, Plan
from export.paper.paint import PAGE_START, block_code
from export.paper.pdf_canvas import POINTS, PdfCanvas
from export.paper.pdf_parts import Archive
from export.paper.pictures import Pictures
from export.paper.report import Report, reported
from export.paper.structure import ARTIFACT
from export.target import write_file
from journey.drawing import Block, Drawing, Placed, Target
from resources.theme import load_theme

Progress = Callable[[int, int], None]
"""Told how many of how many blocks are painted."""

_TELL_EVERY = 200


@dataclass(frozen=True, slots=True)
class Info:
    """What the file says about itself; without ``created`` the day that SOURCE_DATE_EPOCH says, or 2000.

    ``archive`` is the standard it is to keep, if any.
    """

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en"
    created: datetime | None = None
    archive: Archive | None = None


def write_pdf(
    drawings: Sequence[Drawing],
    plans: Sequence[Plan],
    target: Path,
    *,
    info: Info,
    pictures: Pictures,
    progress: Progress | None = None,
) -> Report:
    """Write the drawings as planned, in turn, as one file; the same input gives the same bytes.

    Raises Fault if the file cannot be written; then the old one is as it was.
    """
    data, report = make_pdf(drawings, plans, info=info, pictures=pictures, progress=progress)
    write_file(target, data)
    return report


def make_pdf(
    drawings: Sequence[Drawing],
    plans: Sequence[Plan],
    *,
    info: Info,
    pictures: Pictures,
    progress: Progress | None = None,
) -> tuple[bytes, Report]:
    """Return the file that `write_pdf` writes, and what there is to say about it."""
    canvas = _canvas(info)
    # Archives of the second kind may not show the glyph that stands for none.
    press = _Press(canvas, pictures, signed=info.archive == "2b")
    shelves = [Shelves(drawing) for drawing in drawings]
    shown = [
        [shelf.on(page.window) if page.across else [] for page in plan.pages]
        for shelf, plan in zip(shelves, plans, strict=True)
    ]
    told = _Counter(progress, sum(len(blocks) for pages in shown for blocks in pages))
    for drawing, plan, pages in zip(drawings, plans, shown, strict=True):
        canvas.begin_drawing(drawing)
        for page, blocks in zip(plan.pages, pages, strict=True):
            press.print_page(drawing, page, plan, blocks, told)
        press.outline(drawing.targets)
    data = canvas.finished(drawings)
    return data, reported(drawings, plans, press.typesetter.missing, press.unreadable, press.pixels)


def _canvas(info: Info) -> PdfCanvas:
    canvas = PdfCanvas(info.language, info.archive)
    canvas.setTitle(info.title)
    canvas.setAuthor(info.author)
    canvas.setSubject(info.subject)
    canvas.setKeywords(info.keywords)
    canvas.setCreator("Reisekart")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    if info.created is not None:
        canvas.date(info.created)
    return canvas


class _Counter:
    """Tells how far the work has come, now and then."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def step(self) -> None:
        self._done += 1
        if self._progress and (self._done % _TELL_EVERY == 0 or self._done == self._total):
            self._progress(self._done, self._total)


class _Press:
    """Prints pages; what is made of a block is kept for the other pages that show it."""

    def __init__(self, canvas: PdfCanvas, pictures: Pictures, *, signed: bool) -> None:
        self._canvas = canvas
        self._pictures = pictures
        self._theme = load_theme("light")
        self._codes: dict[Block, tuple[str, tuple[str, ...]]] = {}
        self._sizes: dict[str, tuple[str, int, int] | None] = {}
        self._shown: dict[str, None] = {}
        self._places: dict[Target, str] = {}
        self.typesetter = Typesetter(canvas.add_font, signed=signed)
        self.unreadable: list[str] = []

    def print_page(
        self, drawing: Drawing, page: Page, plan: Plan, blocks: Sequence[Shown], told: _Counter
    ) -> None:
        """Print the blocks of a drawing that its page shows, and what stands on the paper over them."""
        canvas, unit = self._canvas, plan.scale * POINTS
        canvas.begin_page(page.w, page.h, page.trim, page.bleed)
        x = (page.left - page.x * plan.scale) * POINTS
        y = (page.h - page.top + page.y * plan.scale) * POINTS
        canvas.write(PAGE_START)
        with canvas.measured(unit, x, y):
            if (page.across, page.down) != (drawing.w, drawing.h):
                window = (page.x, page.y, page.across, page.down)
                canvas.write(f"{' '.join(map(number, window))} re W n")
            for part, placed in blocks:
                self._print(placed, canvas.opening(part, placed))
                told.step()
        for target in drawing.targets:
            if target not in self._places and _begins_on(target, page):
                self._mark_place(target, (x, y, unit))
        self._print_over(page)
        canvas.showPage()

    def _print_over(self, page: Page) -> None:
        """Print what stands on the paper and not in the map, in mm of paper, and let it be found."""
        with self._canvas.measured(POINTS, 0.0, page.h * POINTS):
            for placed in page.over:
                self._print(placed, ARTIFACT)
        if page.name:
            self._canvas.name_page(page.name)
        for lead in page.leads:
            self._canvas.lead(lead.to, (lead.x, page.h - lead.y - lead.h, lead.x + lead.w, page.h - lead.y))

    @property
    def pixels(self) -> dict[str, tuple[int, int]]:
        """The width and height of each picture that was printed."""
        return {asset: found[1:] for asset, found in self._sizes.items() if found is not None}

    def outline(self, targets: Sequence[Target]) -> None:
        """List the places of a drawing that was printed; none may be deeper than one level below the last."""
        level = -1
        for target in targets:
            if target in self._places:
                level = min(target.level, level + 1)
                self._canvas.addOutlineEntry(target.title, self._places[target], level)
                self._canvas.showOutline()

    def _print(self, placed: Placed, opening: str) -> None:
        code, pictures = self._codes.get(placed.block) or self._kept(placed.block)
        if code:
            place = f"{number(placed.x)} {number(placed.y)}"
            self._canvas.write(f"{opening} q 1 0 0 1 {place} cm\n{code}\nQ EMC")
        for name in pictures:
            self._canvas.show_picture(name)

    def _kept(self, block: Block) -> tuple[str, tuple[str, ...]]:
        self._shown = {}
        code = block_code(block, self._theme, self.typesetter, self._picture, self._canvas.layers)
        made = self._codes[block] = (code, tuple(self._shown))
        return made

    def _picture(self, asset: str) -> tuple[str, int, int] | None:
        """Return a picture's name in the file and its size; None for one that cannot be read."""
        if asset not in self._sizes:
            try:
                self._sizes[asset] = self._canvas.add_picture(asset, self._pictures(asset)[0])
            except OSError:
                self._sizes[asset] = None
                self.unreadable.append(asset)
        if self._sizes[asset] is not None:
            self._shown[asset] = None
        return self._sizes[asset]

    def _mark_place(self, target: Target, place: tuple[float, float, float]) -> None:
        """Let the outline lead to a target on this page, the window's corner at x, y in points."""
        x, y, unit = place
        key = self._places[target] = f"p{len(self._places) + 1}"
        left, top = x + target.x * unit, y - target.y * unit
        right, bottom = left + target.w * unit, top - target.h * unit
        box = {"left": left, "bottom": bottom, "right": right, "top": top}
        self._canvas.bookmarkPage(key, fit="FitR", **{edge: round(at, 2) for edge, at in box.items()})


def _begins_on(target: Target, page: Page) -> bool:
    """Tell whether the top left corner of a target is on the page."""
    return page.x <= target.x < page.x + page.across and page.y <= target.y < page.y + page.down
