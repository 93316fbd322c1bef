"""What the bytes of a damaged file say, before anything is chosen or mended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from journey.versions import Version
from storage.rows import DIGEST_SIZE, record_hash
from storage.salvage.carving import Carved, carve
from storage.salvage.flipped import PATIENCE, unflipped
from storage.salvage.pages import pages_of
from storage.salvage.proofs import History, history_of
from storage.salvage.weighing import Weighed
from storage.versions import version_hash, version_of_row

_ID = re.compile("[0-9a-z]{1,64}")


@dataclass(frozen=True, slots=True)
class Found:
    """What the file itself says: rows, pictures by the names of their bytes, and the few facts about it."""

    carved: Carved
    pictures: Mapping[str, bytes]
    meta: Mapping[str, str]
    history: History

    @property
    def document(self) -> str:
        """The id that all copies share; empty where it is lost."""
        told = self.meta.get("document", "")
        return told if _ID.fullmatch(told) else ""

    @property
    def digest(self) -> int | None:
        """The digest that the file tells, if it is one."""
        told = self.meta.get("digest", "")
        return int(told) if told.isdecimal() and len(told) <= 20 else None

    @property
    def knows_revision(self) -> bool:
        """Whether it is known how many steps the history had: by the file's word, or all being there."""
        return _told_revision(self.meta) is not None or not self.carved.unknown & {"entry", "change"}

    def versions(self) -> tuple[Version, ...]:
        """The versions that can be read."""
        versions: dict[str, Version] = {}
        for row in self.carved.rows["version"]:
            try:
                version = version_of_row(row, self.history.revision)
            except (ValueError, TypeError):
                continue
            versions.setdefault(version.id, version)
        return tuple(versions.values())


def found_in(data: bytes) -> Found:
    """What the bytes of a file say."""
    carved = carve(pages_of(data))
    pictures = {str(name): cast("bytes", blob) for name, blob in carved.rows["blob"]}
    meta = {str(key): str(value) for key, value in reversed(carved.rows["meta"])}
    return Found(carved, pictures, meta, history_of(carved, pictures, _told_revision(meta) or 0))


def _told_revision(meta: Mapping[str, str]) -> int | None:
    told = meta.get("revision", "")
    return int(told) if told.isdecimal() and len(told) < 12 else None


def turn_back(weighed: Weighed, found: Found, patience: int = PATIENCE) -> None:
    """If all is there and one bit turned over may be all that is wrong, look for it and turn it back."""
    digest, wrong = found.digest, {*weighed.lost, *weighed.spoilt}
    if digest is None or not found.carved.whole or weighed.older or len(wrong) > 1:
        return
    wanted = (digest - sum(map(version_hash, found.versions()))) % DIGEST_SIZE
    if sum(map(record_hash, weighed.records.values())) % DIGEST_SIZE == wanted:
        return
    turned = unflipped(weighed.records, weighed.rows, weighed.spoilt, wanted, found.pictures, patience)
    if turned is not None:
        weighed.turn_back(*turned)
