"""What readers of a PDF can switch off and on: links, owners, pains and the like (ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObjectReference, PDFString

from journey.drawing import Layer
from resources.words import _, speaking

SWITCHED = frozenset(Layer) - {Layer.GRID, Layer.CARDS}
"""The layers that can be switched; without the others there would be no map."""


def opening(layer: Layer) -> str:
    """The operator that opens what belongs to a layer, to be closed by EMC."""
    return f"/OC/{layer.value} BDC"


def declare(document: PDFDocument, layers: Iterable[Layer], language: str) -> dict[str, PDFObjectReference]:
    """Let readers switch these layers, named in a language; what pages call them by, and where they are."""
    named = _named(language)
    used = {layer.value: _group(document, named[layer]) for layer in Layer if layer in set(layers)}
    groups = PDFArray(list(used.values()))
    shown = PDFDictionary({"Name": PDFString("Reisekart"), "Order": groups, "ON": groups})
    document.Catalog.OCProperties = PDFDictionary({"OCGs": groups, "D": shown})
    return used


def _group(document: PDFDocument, name: str) -> PDFObjectReference:
    return document.Reference(PDFDictionary({"Type": "/OCG", "Name": PDFString(name)}))


def _named(language: str) -> dict[Layer, str]:
    with speaking(language):
        return {
            Layer.LINKS: _("Links"),
            Layer.FEELINGS: _("Feelings"),
            Layer.OWNERS: _("Owners"),
            Layer.MEASURES: _("Measures"),
            Layer.FINDINGS: _("Findings"),
            Layer.PAINS: _("Pain points"),
            Layer.CODES: _("Codes"),
        }
