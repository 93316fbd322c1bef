"""What PDF/A-2b (ISO 19005-2) asks of a file, read back piece by piece: no validator of it is at hand."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pypdfium2
import pytest

from export.paper.pages import plan
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf
from export.paper.spread import with_marks
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from tests.export.paper.printed import lines_of, no_pictures, sample_pictures, sample_sheet, texts_drawing

NAMED = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_OBJECT = re.compile(rb"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(<<.*?>>)\s*stream\n(.*)\nendstream", re.DOTALL)


@cache
def kept() -> bytes:
    """The sample over sheets, with links between them, and then on one page, with pictures."""
    drawing, tiling = sample_sheet(), Tiling()
    spread = tile(drawing, Paper.parse("A2"), tiling)
    plans = [with_marks(drawing, spread, tiling, 10.0), plan(drawing, Paper.parse("A2"))]
    info = Info("Blåbær & “Ω”", "A < B", "Why?", "a, b", language="nb-NO", archive="2b")
    data, _report = make_pdf([drawing, drawing], plans, info=info, pictures=sample_pictures)
    return data


@cache
def objects() -> dict[int, bytes]:
    """Every object by its number, those that are packed together too."""
    found = {int(number): body for number, body in _OBJECT.findall(kept())}
    for body in list(found.values()):
        if b"/Type/ObjStm" in body:
            found |= _packed(body)
    return found


def _packed(body: bytes) -> dict[int, bytes]:
    content, first = stream(body), int(re.search(rb"/First (\d+)", body)[1])  # type: ignore[index]
    places = [int(one) for one in content[:first].split()]
    starts = [*places[1::2], len(content) - first]
    return {
        number: content[first + start : first + end].strip()
        for number, (start, end) in zip(places[::2], pairwise(starts), strict=True)
    }


def stream(body: bytes) -> bytes:
    """What a stream holds."""
    head, content = _STREAM.fullmatch(body.strip()).groups()  # type: ignore[union-attr]
    return zlib.decompress(content) if b"/FlateDecode" in head else content


def streams() -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the bytes of each stream as they are in the file."""
    for body in objects().values():
        if (found := _STREAM.fullmatch(body.strip())) is not None:
            yield found[1], found[2]


def reference(body: bytes, key: bytes) -> bytes:
    """The object that an entry leads to."""
    return objects()[int(re.search(rb"/%s (\d+) 0 R" % key, body)[1])]  # type: ignore[index]


def of_type(name: bytes) -> list[bytes]:
    return [body for body in objects().values() if re.search(rb"/Type ?/%s\b" % name, body)]


def test_the_file_begins_and_ends_as_it_must_and_is_not_encrypted() -> None:
    head, comment = kept().split(b"\n")[:2]
    assert re.fullmatch(rb"%PDF-1\.[0-7]", head)
    assert comment[:1] == b"%"
    assert sum(byte > 127 for byte in comment) >= 4
    assert kept().endswith(b"%%EOF\n")
    trailer = kept()[kept().rindex(b"/Type/XRef") :]
    assert re.search(rb"/ID\s*\[<([0-9a-f]{32})><\1>\]", trailer)
    assert b"/Encrypt" not in kept()


def test_streams_say_how_long_they_are_and_are_packed_in_a_way_that_is_allowed() -> None:
    found = list(streams())
    assert len(found) > 10
    for head, content in found:
        assert int(re.search(rb"/Length (\d+)\b", head)[1]) == len(content)  # type: ignore[index]
        assert set(re.findall(rb"/(\w+Decode|Crypt)\b", head)) <= {b"FlateDecode", b"DCTDecode"}
        assert not re.search(rb"/F(Filter|DecodeParms)?\s*[(<]", head)


def test_where_objects_are_is_found_by_other_programs() -> None:
    assert len(pypdfium2.PdfDocument(kept())) == len(of_type(b"Page"))


def test_the_packet_of_facts_says_which_standard_it_is_and_what_the_file_says_of_itself() -> None:
    [body] = of_type(b"Metadata")
    head, packet = _STREAM.fullmatch(body.strip()).groups()  # type: ignore[union-attr]
    assert b"/Filter" not in head
    opened = packet.decode().split("\n")[0]
    assert "bytes=" not in opened
    assert "encoding=" not in opened
    facts = ElementTree.fromstring(packet)

    def fact(path: str) -> str | None:
        return facts.findtext(f".//{path}", namespaces=NAMED)

    assert (fact("pdfaid:part"), fact("pdfaid:conformance")) == ("2", "B")
    about = pypdfium2.PdfDocument(kept()).get_metadata_dict()
    assert about["Title"] == fact("dc:title/rdf:Alt/rdf:li") == "Blåbær & “Ω”"
    assert about["Author"] == fact("dc:creator/rdf:Seq/rdf:li") == "A < B"
    assert about["Subject"] == fact("dc:description/rdf:Alt/rdf:li")
    assert about["Keywords"] == fact("pdf:Keywords")
    assert about["Producer"] == fact("pdf:Producer")
    assert about["CreationDate"][2:10] == (fact("xmp:CreateDate") or "")[:10].replace("-", "")


def test_colours_mean_what_the_profile_says_and_none_is_of_another_kind() -> None:
    [meant] = of_type(b"OutputIntent")
    profile = reference(meant, b"DestOutputProfile")
    colours = stream(profile)
    assert b"/S /GTS_PDFA1" in meant
    assert b"/N 3" in profile
    assert colours[36:40] == b"acsp"
    assert colours[12:20] == b"mntrRGB "
    assert int.from_bytes(colours[:4], "big") == len(colours)
    for code in contents():
        assert not re.search(rb"\s(k|K|cs|CS|sc|SC|scn|SCN|sh)\s", strings_out(code))
    spaces = {space for body in objects().values() for space in re.findall(rb"/ColorSpace\s*/(\w+)", body)}
    assert spaces <= {b"DeviceRGB", b"DeviceGray"}


def contents() -> list[bytes]:
    """The operators of each page."""
    return [stream(reference(page, b"Contents")) for page in of_type(b"Page")]


def strings_out(code: bytes) -> bytes:
    """Operators without their strings."""
    return re.sub(rb"\((?:[^\\()]|\\.)*\)", b"()", code, flags=re.DOTALL)


def test_pages_use_only_operators_that_there_are_and_nest_no_deeper_than_allowed() -> None:
    known = set(
        b"q Q cm re W n m l c h f S B w J j d rg RG BT ET Tf Tm Td TL T* TJ Ts BDC BMC EMC Do".split()
    )
    for code in contents():
        bare = re.sub(rb"<<.*?>>|/[\w.+-]+|\[[^\]]*\]|<[0-9A-F]*>", b" ", strings_out(code))
        words = [word for word in bare.split() if not re.fullmatch(rb"[-+.\d]+", word)]
        assert set(words) - known == set()
        depth = deepest = 0
        for word in words:
            depth += (word == b"q") - (word == b"Q")
            deepest = max(deepest, depth)
        assert depth == 0
        assert deepest <= 28


def test_every_font_is_in_the_file_with_the_widths_that_are_told_and_its_glyphs_can_be_read() -> None:
    fonts = of_type(b"Font")
    whole = [font for font in fonts if b"/Type0" in font]
    assert len(whole) >= 3
    assert len(fonts) == 2 * len(whole)
    for font in whole:
        behind = objects()[int(re.search(rb"/DescendantFonts \[ (\d+) 0 R", font)[1])]  # type: ignore[index]
        assert b"/Encoding /Identity-H" in font
        assert b"/CIDToGIDMap /Identity" in behind
        told = _widths(behind)
        drawn = _advances(stream(reference(reference(behind, b"FontDescriptor"), b"FontFile2")))
        assert told
        assert all(abs(width - drawn[glyph]) <= 1 for glyph, width in told.items())
        read = stream(reference(font, b"ToUnicode")).split(b"endcodespacerange")[1]
        assert {int(glyph, 16) for glyph in re.findall(rb"^<(\w{4})> <", read, re.MULTILINE)} <= set(told)


def _widths(behind: bytes) -> dict[int, int]:
    """How wide glyphs are by their number, as the font's dictionary says."""
    told: dict[int, int] = {}
    [array] = re.findall(rb"/W \[(.*)\]", behind, re.DOTALL)
    for first, widths in re.findall(rb"(\d+)\s*\[([^\]]*)\]", array):
        told |= {int(first) + place: int(width) for place, width in enumerate(widths.split())}
    return told


def _advances(font: bytes) -> list[float]:
    """The same in thousandths of an em, as the font's own tables say."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)
    }
    em = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    glyphs = struct.unpack_from(">H", font, tables[b"maxp"] + 4)[0]
    long = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    widths = [
        struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * min(one, long - 1))[0] for one in range(glyphs)
    ]
    return [width * 1000 / em for width in widths]


def test_what_no_font_has_is_shown_by_a_sign_that_is_read_as_it() -> None:
    drawing = texts_drawing(["a\uaa00b\uaa01", "◌"])
    info = Info("x", archive="2b")
    data, report = make_pdf([drawing], [plan(drawing, Paper.parse("A4"))], info=info, pictures=no_pictures)
    assert report.missing == ("\uaa00", "\uaa01")
    assert lines_of(data) == ["a\uaa00b\uaa01", "◌"]
    [code] = [one for one in streams_of(data) if b"TJ" in one]
    assert b"(\0\0)" not in code
    assert b"(\0\0" not in code


def streams_of(data: bytes) -> list[bytes]:
    """What each packed stream of a file holds."""
    found = re.findall(rb"/FlateDecode.*?>>\s*stream\n(.*?)\nendstream", data, re.DOTALL)
    return [zlib.decompress(one) for one in found]


def test_no_glyph_is_shown_that_stands_for_none() -> None:
    shown = re.compile(rb"\(((?:[^\\()]|\\.)*)\)", re.DOTALL)
    for code in contents():
        for text in shown.findall(code):
            plain = re.sub(
                rb"\\(133|.)", lambda one: b"[" if one[1] == b"133" else one[1], text, flags=re.DOTALL
            )
            assert b"\0\0" not in (plain[at : at + 2] for at in range(0, len(plain), 2))


def test_links_are_printed_and_lead_only_within_the_file() -> None:
    links = [body for body in objects().values() if b"/Subtype /Link" in body]
    assert len(links) == len(of_type(b"Page")) - 2
    assert all(re.search(rb"/F 4\b", link) for link in links)
    assert all(b"/Dest" in link and b"/A " not in link for link in links)


def test_nothing_acts_asks_hides_or_is_elsewhere() -> None:
    everything = b"\n".join(body.split(b"stream\n")[0] for body in objects().values())
    for word in (
        *(b"JavaScript", b"JS", b"Launch", b"Sound", b"Movie", b"AA", b"OpenAction", b"AcroForm", b"XFA"),
        *(b"EmbeddedFile", b"EmbeddedFiles", b"Alternates", b"OPI", b"PS", b"Ref", b"TR", b"HTP", b"BM"),
        *(b"PresSteps", b"Requirements", b"NeedsRendering", b"LZWDecode", b"Crypt"),
    ):
        assert not re.search(rb"/%s\b" % word, everything), word
    assert not re.search(rb"/Interpolate\s+true", everything)


def test_layers_are_all_listed_under_one_name_and_none_switches_itself() -> None:
    [root] = of_type(b"Catalog")
    layers = root if b"/OCGs" in root else reference(root, b"OCProperties")
    groups = re.findall(rb"\d+ 0 R", re.search(rb"/OCGs \[(.*?)\]", layers)[1])  # type: ignore[index]
    order = re.findall(rb"\d+ 0 R", re.search(rb"/Order \[(.*?)\]", layers)[1])  # type: ignore[index]
    assert len(groups) > 3
    assert sorted(order) == sorted(groups)
    assert b"/AS" not in layers
    assert re.search(rb"/Name \(\w+\)", layers)


@pytest.mark.parametrize("key", [b"MediaBox", b"TrimBox"])
def test_pages_and_numbers_keep_the_limits(key: bytes) -> None:
    for page in of_type(b"Page"):
        left, bottom, right, top = (
            float(edge)
            for edge in re.search(rb"/%s \[(.*?)\]" % key, page)[1].split()  # type: ignore[index]
        )
        assert 3 <= right - left <= 14400
        assert 3 <= top - bottom <= 14400
    for body in objects().values():
        bare = re.sub(rb"<[0-9A-Fa-f]{4,}>", b"", body.split(b"stream\n")[0])
        assert all(len(text) <= 32767 for text in re.findall(rb"\((.*?)\)", bare, re.DOTALL))
        assert all(len(name) <= 127 for name in re.findall(rb"/([^\s/\[\]<>()]+)", bare))
        numbers = re.findall(rb"(?<![\w.-])-?\d+(?![\w.])", strings_out(bare))
        assert all(abs(int(number)) < 2**31 for number in numbers)
    assert len(objects()) < 8_388_607
