"""Every print in one folder: all of it with good names, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import byref, c_int, create_string_buffer
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
from pypdfium2 import raw

from app.opening import opened
from app.printing.export_set import file_name, publish_set
from app.printing.wishes import Wishes
from resources.errors import Fault
from resources.samples import sample_bytes
from tests.app.conftest import Typed


class Broken(Exception):
    """Stands for whatever may end an export in the middle."""


def links_of(path: Path) -> list[str]:
    """Where the links of a PDF lead."""
    found = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            place, link = c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, byref(place), byref(link)):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(pdf, action, None, 0)
                text = create_string_buffer(size)
                raw.FPDFAction_GetURIPath(pdf, action, text, size)
                found.append(unquote(text.value.decode()))
    return found


@pytest.fixture
def bare(typed: Typed, tmp_path: Path) -> Path:
    """A new map, whose prints are soon made."""
    assert typed("new", tmp_path / "bare.journey", "--title", "A map").exit_code == 0
    return tmp_path / "bare.journey"


@contextmanager
def quietly(_what: str) -> Iterator[Callable[[int, int], None]]:
    yield lambda _done, _of: None


def test_the_set_has_every_print_and_a_contents_page_that_leads_to_them(typed: Typed, claim: Path) -> None:
    folder = claim.with_name("prints")
    told = typed("export", claim, "-o", folder, "--set")
    assert told.exit_code == 0
    files = sorted(str(one.relative_to(folder)) for one in folder.rglob("*.pdf"))
    assert told.stdout == f"Wrote {len(files)} files into {folder}\n"
    assert files[:5] == [
        "00 Contents.pdf",
        "01 The whole map.pdf",
        "02 The map on A3 sheets.pdf",
        "03 Stages.pdf",
        "04 One page for the board.pdf",
    ]
    owners = [file for file in files if file.startswith("05 ")]
    assert "05 Owners/Contact centre.pdf" in owners
    assert len(owners) == 6
    assert sorted(links_of(folder / "00 Contents.pdf")) == files[1:]
    assert [one for one in claim.parent.iterdir() if one.name.endswith(".part")] == []


def test_a_map_in_another_language_has_names_in_it_and_leaves_out_what_there_is_not(
    typed: Typed, tmp_path: Path
) -> None:
    typed("new", tmp_path / "kart.journey", "--title", "Et kart", "--language", "nb")
    told = typed("export", tmp_path / "kart.journey", "-o", tmp_path / "utskrifter", "--set")
    assert told.exit_code == 0
    names = [one.name for one in (tmp_path / "utskrifter").iterdir()]
    assert len(names) == 9
    assert not any("Owners" in name for name in names)


def test_a_folder_with_something_in_it_is_left_alone_unless_it_may_be_replaced(
    typed: Typed, bare: Path
) -> None:
    folder = bare.with_name("prints")
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    told = typed("export", bare, "-o", folder, "--set")
    assert told.exit_code == 1
    assert "not empty" in told.stderr
    assert [one.name for one in folder.iterdir()] == ["mine.txt"]
    assert typed("export", bare, "-o", folder, "--set", "--force").exit_code == 0
    assert (folder / "mine.txt").read_text() == "mine"
    assert (folder / "04 One page for the board.pdf").is_file()


def test_an_empty_folder_is_filled(typed: Typed, bare: Path) -> None:
    folder = bare.with_name("prints")
    folder.mkdir()
    assert typed("export", bare, "-o", folder, "--set").exit_code == 0
    assert (folder / "00 Contents.pdf").is_file()


@pytest.mark.parametrize("after", [0, 3, 9])
def test_a_set_that_ends_in_the_middle_leaves_nothing_behind(bare: Path, after: int) -> None:
    prints = 0

    @contextmanager
    def breaking(_what: str) -> Iterator[Callable[[int, int], None]]:
        nonlocal prints
        prints += 1
        if prints > after:
            raise Broken
        yield lambda _done, _of: None

    before = sorted(bare.parent.iterdir())
    with pytest.raises(Broken):
        list(publish_set(opened(bare), bare.with_name("prints"), Wishes(), breaking))
    assert sorted(bare.parent.iterdir()) == before


def test_where_nothing_can_be_written_that_is_said(claim: Path) -> None:
    with pytest.raises(Fault, match="There is no folder"):
        list(publish_set(opened(claim), claim.parent / "nowhere" / "prints", Wishes(), quietly))
    file = claim.with_name("prints")
    file.write_text("a file")
    with pytest.raises(Fault):
        list(publish_set(opened(claim), file, Wishes(), quietly))
    assert file.read_text() == "a file"


def test_all_journeys_have_a_folder_each(typed: Typed, claim: Path) -> None:
    folder = claim.with_name("prints")
    typed("export", claim, "-o", folder, "--set", "--all")
    assert sorted(one.name for one in folder.iterdir()) == [
        "00 Contents.pdf",
        "Water damage at home",
        "Water damage at home, as we want it",
    ]
    assert all((folder / link).is_file() for link in links_of(folder / "00 Contents.pdf"))


def test_names_of_files_are_such_as_every_system_takes() -> None:
    assert file_name('Sales/Support: "who?"\n') == "Sales-Support- -who--"
    assert file_name(" . ") == "–"
    assert len(file_name("long " * 50)) <= 60


def test_a_set_that_hides_names_has_one_sheet_for_a_team_and_its_people(typed: Typed, tmp_path: Path) -> None:
    source, file = tmp_path / "jacket.json", tmp_path / "jacket.journey"
    source.write_bytes(sample_bytes("jakken-der-skulle-retur"))
    assert typed("import", source, "-o", file).exit_code == 0
    folder = tmp_path / "prints"
    assert typed("export", file, "-o", folder, "--set", "--hide", "names").exit_code == 0
    owners = sorted(one.stem for one in (folder / "05 Ejere").iterdir())
    assert owners == ["IT", "Indkøb", "Kundeservice", "Lager", "Pakkefirmaet", "Webshop", "Økonomi"]
    [sheet] = folder.rglob("Lager.pdf")
    with pypdfium2.PdfDocument(sheet) as pdf:
        said = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Åbner, tjekker og sorterer returen" in said
    assert "Lone" not in said
