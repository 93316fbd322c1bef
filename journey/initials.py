"""The initials on owners' chips: those that come from a name, and how one owner's differ from another's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import product

from journey.model import Owner
from journey.text.clusters import clusters

_MOST = 4
"""Letters a chip has room for."""
_WORDS = 3
"""Words of a name that give a letter each."""
Letters = tuple[str, ...]
"""The letters of a word, as a reader sees them."""
_NUMBERS = range(2, 1_000)
"""What follows the initials where there is no other way to tell owners apart."""


def initials(owner: Owner) -> str:
    """What stands on an owner's chip: its initials, four letters at most, or those of its name."""
    return "".join(clusters(owner.initials.strip())[:_MOST]) or next(_forms(owner.name), "?")


def taken_initials(owners: Iterable[Owner]) -> set[str]:
    """What stands on the chips of owners, in small letters: Po and PO are easily mixed up."""
    return {initials(owner).casefold() for owner in owners}


def derived_initials(name: str, taken: Collection[str]) -> str:
    """Initials of a name that are not ``taken``, in small letters: PD, else PoD or PDi, at last PD2.

    Empty where the name is.
    """
    first = next(_forms(name), "")
    return next((form for form in _all_forms(name) if form.casefold() not in taken), first)


def are_derived(own: str, name: str) -> bool:
    """Whether initials may have come from this name by themselves; else somebody wrote them."""
    if not own or own in _forms(name):
        return True
    first = next(_forms(name), "")
    return any(own[at:].isdecimal() and own == _numbered(first, own[at:]) for at in range(1, len(own)))


def _all_forms(name: str) -> Iterator[str]:
    """The forms of a name, then its first form with numbers."""
    yield from _forms(name)
    if first := next(_forms(name), ""):
        yield from (_numbered(first, str(number)) for number in _NUMBERS)


def _numbered(first: str, number: str) -> str:
    return "".join(clusters(first)[: _MOST - len(number)]) + number


def _forms(name: str) -> Iterator[str]:
    """Short forms of a name: a letter of each word, then more letters, of the first words first.

    A name that is an acronym by itself, “IT”, is its own first form.
    """
    words = _words(name)
    if len(words) == 1 and 1 < len(words[0]) <= _MOST and "".join(words[0]).isupper():
        yield "".join(words[0])
    for taken in dict.fromkeys((words[:_WORDS], words[:_MOST])):
        for lengths in sorted(product(range(1, _MOST + 1), repeat=len(taken)), key=_plainest_first):
            if taken and sum(lengths) <= _MOST and all(map(_reaches, taken, lengths)):
                yield "".join(clusters("".join(map(_begun, taken, lengths)))[:_MOST])


def _words(name: str) -> tuple[Letters, ...]:
    """Letters and digits of each word of a name, hyphens parting words; its signs where it has neither."""
    parts = re.split(r"[\s-]+", name)
    lettered = [tuple(one for one in clusters(part) if one[0].isalnum()) for part in parts]
    return tuple(filter(None, lettered)) or tuple(tuple(clusters(part)) for part in parts if part)


def _plainest_first(lengths: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return sum(lengths), tuple(-length for length in lengths)


def _reaches(word: Letters, length: int) -> bool:
    return length <= len(word)


def _begun(word: Letters, length: int) -> str:
    """The first letters of a word, the first of them a capital."""
    return word[0].upper() + "".join(word[1:length])
