"""What a PDF tells those who hear it: a tree of headings, paragraphs and figures in reading order.

Tags are those of ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as formatted

from journey.drawing import Block, Drawing, Image, Passage, Placed, Text

ARTIFACT = "/Artifact BMC"
"""Opens what is only there to be seen; EMC closes it."""

Key = tuple[str, object]
"""A record, or a block that stands for none, in one of a drawing's parts."""


@dataclass(slots=True)
class _Element:
    """A leaf of the tree: the number of each page with its content, and of the mark there."""

    places: list[tuple[int, int]] = field(default_factory=list)


class Structure:
    """The tree of one document, which grows while its pages are printed."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._pages: list[list[_Element]] = []
        self._sections: list[dict[Key, _Element]] = []
        self._figures: set[Key] = set()

    def begin_drawing(self, drawing: Drawing) -> None:
        """From now on another drawing is printed."""
        self._sections.append({})
        self._figures = {_key(one) for one in drawing.passages if one.alternate}

    def begin_page(self) -> None:
        """From now on another page is printed."""
        self._pages.append([])

    def opening(self, part: str, placed: Placed) -> str:
        """The operator that opens what a block shows, to be closed by EMC."""
        block = placed.block
        key = (part, block.record or block)
        if key not in self._figures and not _is_read(block):
            return ARTIFACT
        element = self._sections[-1].setdefault(key, _Element())
        page = self._pages[-1]
        element.places.append((len(self._pages) - 1, len(page)))
        page.append(element)
        return f"/P<</MCID {len(page) - 1}>>BDC"

    def finish(self, document: PDFDocument, drawings: Sequence[Drawing]) -> None:
        """Write the tree into the document, whose pages are all there."""
        tree = _Tree(document)
        for drawing, section in zip(drawings, self._sections, strict=True):
            tree.section(drawing, section)
        tree.close(self._pages)
        for number, page in enumerate(document.Pages.pages):
            page.StructParents, page.Tabs = number, "/S"


def _key(passage: Passage) -> Key:
    return passage.part.value, passage.record


def _is_read(block: Block) -> bool:
    return any(isinstance(mark, Text | Image) for mark in block.marks)


class _Node(PDFObject):  # type: ignore[misc]
    """An element of the tree as the file holds it."""

    __RefOnly__ = 1

    def __init__(self, role: str, parent: bytes) -> None:
        self._role, self._parent = role, parent
        self.children: list[bytes] = []
        self.more = b""

    def format(self, _document: PDFDocument) -> bytes:
        children = b" ".join(self.children)
        return b"<</S/%s/P %s%s/K[%s]>>" % (self._role.encode(), self._parent, self.more, children)


class _Tree:
    """The tree being written: a branch a stage and a step, and what is told of them as leaves."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._pages = [self._reference(page) for page in document.Pages.pages]
        self._root = PDFDictionary({"Type": "/StructTreeRoot"})
        self._top = _Node("Document", self._reference(self._root))
        self._root["K"] = document.Reference(self._top)
        self._leaves: dict[int, PDFObjectReference] = {}

    def section(self, drawing: Drawing, elements: dict[Key, _Element]) -> None:
        """Write what was printed of a drawing: its passages in their order, then the rest as painted."""
        branches = [self._branch(self._top)]
        left = dict(elements)
        for passage in drawing.passages:
            element = left.pop(_key(passage), None)
            if element is not None:
                self._passage(passage, element, branches)
        for element in left.values():
            self._leaf("P", "", element, branches[0])

    def close(self, pages: Iterable[Sequence[_Element]]) -> None:
        """Write which element each mark of each page belongs to, and that the file is tagged."""
        document, numbers = self._document, list[object]()
        for number, page in enumerate(pages):
            numbers += [number, PDFArray([self._leaves[id(element)] for element in page])]
        self._root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _passage(self, passage: Passage, element: _Element, branches: list[_Node]) -> None:
        """Hang a heading into a branch of its own, and what is below a heading into the branch of that."""
        del branches[max(passage.level, 1) :]
        if passage.heading and passage.level:
            branches.append(self._branch(branches[-1]))
        role = f"H{passage.level + 1}" if passage.heading else "Figure" if passage.alternate else "P"
        self._leaf(role, passage.alternate, element, branches[-1])

    def _branch(self, parent: _Node) -> _Node:
        node = _Node("Sect", self._reference(parent))
        parent.children.append(self._reference(node))
        return node

    def _leaf(self, role: str, alternate: str, element: _Element, parent: _Node) -> None:
        node = _Node(role, self._reference(parent))
        parent.children.append(self._reference(node))
        self._leaves[id(element)] = self._document.Reference(node)
        if alternate:
            node.more = b"/Alt" + formatted(PDFString(alternate), self._document)
        [(page, mark), *others] = element.places
        if others:
            node.children = [b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[p], m) for p, m in element.places]
        else:
            node.more += b"/Pg " + self._pages[page]
            node.children = [b"%d" % mark]

    def _reference(self, thing: PDFObject) -> bytes:
        return bytes(formatted(self._document.Reference(thing), self._document))
