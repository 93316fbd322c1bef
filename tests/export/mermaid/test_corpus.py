"""Of real, mutated and tricky diagrams we read what Mermaid's own parser reads, and report the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from export.encoding import decode
from export.mermaid.draft import MermaidJourney
from export.mermaid.mermaid_in import read_mermaid
from export.mermaid.mermaid_out import write_mermaid
from export.mermaid.parse import parse
from journey.model import Journey, check_all, map_of
from resources.errors import Fault

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "mermaid"

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real diagrams is not here")


@dataclass(frozen=True)
class Case:
    """A text and what Mermaid makes of it; `model` is None where Mermaid rejects it."""

    name: str
    text: str
    model: dict[str, Any] | None


def _cases(part: str) -> list[Case]:
    if part == "fuzz":
        lines = (CORPUS / "fuzz.jsonl").read_text(encoding="utf-8").splitlines()
        return [Case(case["id"], case["text"], case["model"]) for case in map(json.loads, lines)]
    folder = CORPUS / part
    results = json.loads((folder / "oracle.json").read_text(encoding="utf-8"))["results"]
    return [Case(name, _text(folder / name), result.get("model")) for name, result in results.items()]


def _text(path: Path) -> str:
    """The text as Mermaid was given it: bytes that are no UTF-8 were replaced."""
    data = path.read_bytes()
    return data.decode("utf-8", errors="replace") if b"\xff" in data or b"\xf8" in data else decode(data)


PARTS = [pytest.param(".", id="real"), "fuzz", "probes"]


@pytest.mark.parametrize("part", PARTS)
def test_what_mermaid_accepts_is_read_as_mermaid_reads_it(part: str) -> None:
    accepted = [case for case in _cases(part) if case.model]
    assert len(accepted) > 100
    for case in accepted:
        (journey,), _notices = parse(case.text)
        assert _said(journey) == _expected(case.model or {}), case.name


def _said(journey: MermaidJourney) -> tuple[list[str], list[object]]:
    tasks: list[object] = [(one.section, one.title, one.score, one.people) for one in journey.tasks]
    return [title for title, _line in journey.sections], tasks


def _expected(model: dict[str, Any]) -> tuple[list[str], list[object]]:
    tasks: list[object] = [
        (task["section"], task["task"], _score(task["score"]), tuple(task["people"]))
        for task in model["tasks"]
    ]
    return model["sections"], tasks


def _score(written: float | str) -> float | None:
    """JSON knows neither NaN nor Infinity: they are written as text."""
    return None if written == "NaN" else float(written)


@pytest.mark.parametrize("part", PARTS)
def test_titles_are_those_of_mermaid(part: str) -> None:
    for case in _cases(part):
        if case.model and "<" not in case.text:  # Mermaid washes HTML out of its title; we show it as text
            (journey,), _notices = parse(case.text)
            assert journey.title == (case.model["title"].strip() or case.model["accTitle"]), case.name


@pytest.mark.parametrize("part", PARTS)
def test_what_mermaid_rejects_is_reported_or_refused_in_a_sentence(part: str) -> None:
    rejected = [case for case in _cases(part) if case.model is None]
    assert rejected
    for case in rejected:
        assert all(_words_about(case)), case.name
        assert _words_about(case), case.name


def _words_about(case: Case) -> list[str]:
    """The sentences that a user reads about a text."""
    try:
        journeys, notices = parse(case.text)
    except Fault as fault:
        return [fault.sentence]
    return [notice.message for notice in notices] if journeys else []


@pytest.mark.parametrize("part", PARTS)
def test_every_diagram_becomes_a_consistent_map_that_writes_itself_back(part: str) -> None:
    for case in _cases(part):
        try:
            map_data = map_of(read_mermaid(case.text).records)
        except Fault:
            continue
        check_all(map_data)
        for journey in map_data.of(Journey):
            text = write_mermaid(map_data, journey.id)
            again = map_of(read_mermaid(text).records)
            assert write_mermaid(again, again.journeys()[0].id) == text, case.name
