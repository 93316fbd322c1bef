"""The sample workshops load, hold together and show everything a map can hold."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from journey.model import MapData, Record, Workshop, check_all, map_of
from journey.plain import from_plain
from resources.samples import SAMPLES, sample_bytes


def records_of(name: str) -> Iterator[Record]:
    content = json.loads(sample_bytes(name))
    assert content["reisekart"] == 1
    for sort, rows in content["records"].items():
        yield from (from_plain(sort, row) for row in rows)


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> tuple[str, MapData]:
    return request.param, map_of(records_of(request.param))


def test_a_sample_is_consistent(sample: tuple[str, MapData]) -> None:
    _, content = sample
    check_all(content)


def test_a_sample_is_in_the_language_it_is_offered_in(sample: tuple[str, MapData]) -> None:
    name, content = sample
    (workshop,) = content.of(Workshop)
    assert (workshop.title, workshop.language) == (SAMPLES[name].title, SAMPLES[name].language)
