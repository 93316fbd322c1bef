"""Nothing that was left out stands in the bytes of a clean copy."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journey.clean import clean
from journey.edits import set_text
from journey.model import Judgement, Owner, OwnerKind, Participant, Record, Verdict, Workshop, adding, map_of
from journey.sharing import LeftOut, cleaned
from journey.versions import VersionKind
from storage import FileFault, JourneyFile
from storage.clean_copy import left_in, write_clean_copy
from tests.builders import a_card, a_map
from tests.storage.maps import everything

SECRETS = ("Kari Nordmann", "kari@firma.no", "“Vent litt”", "Ola", "Skal aldri vises")


@pytest.fixture
def original(path: Path) -> JourneyFile:
    """A file that holds every secret, some of them only in its history."""
    with JourneyFile.create(path, everything().records()) as file:
        file.who = "Kari Nordmann"
        kari = Owner(
            id="kari-n", name="Kari Nordmann", kind=OwnerKind.PERSON, contact="kari@firma.no", initials="KN"
        )
        file.document().do(set_text(file.map, "call", "Skal aldri vises"))
        file.document().do(set_text(file.map, "call", "Ringer"))
        file.document().do(adding("Add Kari Nordmann", [kari]))
        file.keep_version(VersionKind.NAMED, "Skal aldri vises")
    return file


def test_a_clean_copy_holds_the_map_and_none_of_the_secrets(original: JourneyFile, tmp_path: Path) -> None:
    target = tmp_path / "clean.journey"
    write_clean_copy(cleaned(original.map), target)
    whole, copy = original.path.read_bytes(), target.read_bytes()
    for secret in SECRETS:
        assert secret.encode() in whole
        assert secret.encode() not in copy
    with JourneyFile.open(target, read_only=True) as file:
        assert file.map == cleaned(original.map).map
        assert (file.history, file.versions) == ((), ())
        assert file.document_id != original.document_id


def test_no_name_of_this_machine_or_its_user_stands_in_it(original: JourneyFile, tmp_path: Path) -> None:
    write_clean_copy(cleaned(original.map), tmp_path / "clean.journey")
    with closing(sqlite3.connect(tmp_path / "clean.journey")) as connection:
        assert connection.execute("select count(*) from entry").fetchone() == (0,)
        assert connection.execute("select key from meta order by key").fetchall() == [
            ("created",),
            ("digest",),
            ("document",),
            ("oldest_reader",),
            ("revision",),
        ]


def test_an_older_copy_is_replaced_and_stays_where_that_fails(original: JourneyFile, tmp_path: Path) -> None:
    target = tmp_path / "clean.journey"
    target.write_bytes(b"older")
    leaking = replace(cleaned(original.map, LeftOut(people=False)), removed=("not there", "Kari Nordmann"))
    write_clean_copy(leaking, target)
    assert target.read_bytes() != b"older"


def test_a_text_that_is_left_behind_is_found(path: Path) -> None:
    map_data = everything()
    JourneyFile.create(path, map_data.records()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("insert into meta values ('left', 'Left behind')")
    assert left_in(path, ["Ringer «kundeservice»", "nowhere at all"], map_data) == []
    with path.open("ab") as file:
        file.write("Ringer «ingen»".encode())
    assert left_in(path, ["Ringer «ingen»"], map_data) == ["Ringer «ingen»"]


def test_a_copy_with_a_text_left_behind_is_not_kept(tmp_path: Path) -> None:
    # The bytes of this number spell a name, which no search of the texts on the map would find.
    (cost,) = struct.unpack(">d", b"BIRGITTE")
    idea = a_card("birgitte", "ideas", "step-2", cost=cost)
    whole = map_of([*everything().records(), idea])
    with pytest.raises(FileFault, match="still stands in the copy"):
        write_clean_copy(replace(cleaned(whole), removed=("BIRGITTE",)), tmp_path / "clean.journey")
    assert list(tmp_path.iterdir()) == []


ANYWAY = ("AAAA", "card", "2026", "text not null", "workshop", "Step 1", "A!A!", "SQLite format 3")
"""Texts that stand in a file whatever is in it."""
TEXTS = st.text(max_size=40).map(clean).map(str.strip).filter(bool) | st.sampled_from(ANYWAY)


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=4, max_size=4), TEXTS)
@example(["AAAA", "card", "2026", "named"], "0" * 30)
def test_whatever_was_said_and_whoever_said_it_is_nowhere_in_the_bytes(said: list[str], name: str) -> None:
    image, other = clean_image(*said, name), clean_image(*["§§§§"] * 5)
    for text in {*said, name} - {"2026"}:
        assert len(text.encode()) < 5 or text.encode() not in image or text.encode() in other


def clean_image(facilitator: str, contact: str, guest: str, comment: str, name: str) -> bytes:
    """The bytes of a clean copy of a map with people of these names, who said something."""
    verdict = Verdict(id="v", card="call", participant="g", judgement=Judgement.APPROVE, comment=comment)
    records: list[Record] = [
        Workshop(id="workshop", facilitator=facilitator),
        Owner(id="p", name=name, kind=OwnerKind.PERSON, contact=contact),
        Participant(id="g", name=guest),
        a_card("call", "touchpoints", "step-1", text="Ringer"),
        verdict,
    ]
    rest = [one for one in a_map().records() if not isinstance(one, Workshop)]
    with TemporaryDirectory() as folder:
        target = Path(folder) / "clean.journey"
        write_clean_copy(cleaned(map_of([*rest, *records])), target)
        return target.read_bytes()
