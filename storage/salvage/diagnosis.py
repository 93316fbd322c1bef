"""What exactly is wrong with a damaged file, as far as the file itself can tell."""

from __future__ import annotations

from resources.words import _
from storage.rows import DIGEST_SIZE, record_hash
from storage.salvage.finding import Found, found_in, turn_back
from storage.salvage.reporting import named
from storage.salvage.weighing import Weighed, weigh
from storage.versions import version_hash

_LARGEST = 2_000_000
"""Bytes of a file that is looked at while somebody waits for it to open."""
_PATIENCE = 400_000_000
"""Bytes that are hashed at most to find a single wrong bit: well under a second."""


def what_is_wrong(image: bytes) -> str:
    """A sentence on what in a file is not as it was written, empty where that cannot be told in a moment."""
    if len(image) > _LARGEST:
        return ""
    found = found_in(image)
    weighed = weigh(found.carved, found.pictures, found.history, None)
    turn_back(weighed, found, _PATIENCE)
    keys = {*weighed.from_history, *weighed.older, *weighed.spoilt, *weighed.turned_back}
    wrong = [record for key, record in weighed.records.items() if key in keys]
    said = [_("Not as it was written: {what}.").format(what=named(wrong))] if wrong else []
    if weighed.lost:
        said.append(_("Lost: {what}.").format(what=named(weighed.lost)))
    if not said and _is_proved(weighed, found) and found.history.gaps:
        said.append(_("The map in it is whole, but its history is not."))
    return " ".join(said)


def _is_proved(weighed: Weighed, found: Found) -> bool:
    versions = sum(map(version_hash, found.versions()))
    return found.digest == (sum(map(record_hash, weighed.records.values())) + versions) % DIGEST_SIZE
