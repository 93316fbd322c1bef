"""What a PDF needs to be kept for decades: PDF/A-1b (ISO 19005-1) and PDF/A-2b (ISO 19005-2)."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFStream, PDFString
from reportlab.pdfbase.pdfdoc import PDFStreamFilterZCompress as Deflate

from export.paper import srgb
from export.paper.pdf_parts import Archive, Document

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{facts}
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def make_lasting(document: Document, archive: Archive) -> None:
    """Say in the document what its colours mean and which standard it keeps; it is finished otherwise."""
    colours = PDFStream(PDFDictionary({"N": 3}), srgb.profile(), [Deflate()])
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": PDFString(srgb.NAME),
        "Info": PDFString(srgb.NAME),
        "DestOutputProfile": document.Reference(colours),
    }
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    document.Catalog.Metadata = _Packet(_packet(document, archive))


class _Packet(PDFObject):  # type: ignore[misc]
    """A text that stands in the file as it is: archives want to be found by what they say."""

    __RefOnly__ = 1

    def __init__(self, text: bytes) -> None:
        self._text = text

    def format(self, _document: Document) -> bytes:
        head = b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(self._text)
        return head + b"\nstream\n" + self._text + b"endstream"


def _packet(document: Document, archive: Archive) -> bytes:
    """What the file says about itself, as the Info dictionary does, to the second."""
    info = document.info
    stamp = document.moment.isoformat(timespec="seconds")
    facts = "".join(
        (
            f"<dc:format>application/pdf</dc:format>{_choice('dc:title', info.title)}",
            f"<dc:creator><rdf:Seq><rdf:li>{escape(info.author)}</rdf:li></rdf:Seq></dc:creator>",
            _choice("dc:description", info.subject),
            f"<pdf:Keywords>{escape(info.keywords)}</pdf:Keywords>",
            f"<pdf:Producer>{escape(info.producer)}</pdf:Producer>",
            f"<xmp:CreatorTool>{escape(info.creator)}</xmp:CreatorTool>",
            f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>",
        )
    )
    return _PACKET.format(facts=facts, part=archive[0], level=archive[1].upper()).encode()


def _choice(name: str, text: str) -> str:
    """A text that could be there in several languages, and is in one."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'
