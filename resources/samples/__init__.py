"""The sample workshops that come with Reisekart: which there are, and their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's title, in its own language, and that language as a BCP 47 tag."""

    title: str
    language: str


SAMPLES = {
    "water-damage": Sample("Water damage at home", "en"),
    "hjem-fra-sykehuset": Sample("Hjem fra sykehuset", "nb"),
    "nytt-lonesystem": Sample("Nytt lönesystem", "sv"),
    "jakken-der-skulle-retur": Sample("Jakken der skulle retur", "da"),
}
"""Every sample by its name, in the order they are offered."""


def sample_bytes(name: str) -> bytes:
    """A sample's file, as our JSON; KeyError for a name that is not in SAMPLES."""
    if name not in SAMPLES:
        raise KeyError(name)
    return files(__package__).joinpath(f"{name}.json").read_bytes()
