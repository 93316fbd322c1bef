"""Every word a user sees is there in every language we speak."""

from __future__ import annotations

import io
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from resources.words import LANGUAGES, TRANSLATIONS
from tests.repository import REPOSITORY

ROOMS = ("app", "canvas", "storage", "export", "journey", "resources")
TRANSLATED = [language for language in LANGUAGES if language != "en"]
# As `make words` says them to Babel.
KEYWORDS = {"_": None, "_n": (1, 2)}

Words = str | tuple[str, ...]


def spoken_in_the_code() -> set[Words]:
    found: set[Words] = set()
    for room in ROOMS:
        for _file, _line, words, _comments, _context in extract_from_dir(
            REPOSITORY / room, keywords=KEYWORDS
        ):
            found.add(words if isinstance(words, str) else tuple(words))
    return found


def catalogue_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "reisekart.po"


def catalogue(language: str) -> Catalog:
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages(language: str) -> Iterator[Message]:
    return (message for message in catalogue(language) if message.id)


def all_of(words: Words | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def some(words: Iterable[Words]) -> list[str]:
    """As many as one wants to read in a report."""
    return sorted(map(str, words))[:5]


def placeholders(sentence: str) -> set[str]:
    return {
        name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name is not None
    }


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_has_what_the_code_says_and_nothing_else(language: str) -> None:
    """Where this fails: `make words`, then translate."""
    known = {it.id if isinstance(it.id, str) else tuple(it.id) for it in messages(language)}
    said = spoken_in_the_code()
    assert (some(said - known), some(known - said)) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    missing = [it.id for it in messages(language) if it.fuzzy or not all(all_of(it.string))]
    assert some(missing) == [], f"{len(missing)} messages have no {language}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_placeholders(language: str) -> None:
    """Of a plural, each form has at least those of both: "one card" may leave out the number."""
    for message in messages(language):
        singular, plural = placeholders(all_of(message.id)[0]), placeholders(all_of(message.id)[-1])
        for form in all_of(message.string):
            if form:
                assert singular & plural <= placeholders(form) <= singular | plural, form


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_read_is_what_is_written(language: str) -> None:
    """Where this fails: `make words`, and commit the .mo files with the .po files."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    assert catalogue_path(language).with_suffix(".mo").read_bytes() == compiled.getvalue()
