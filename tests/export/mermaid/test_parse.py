"""Mermaid's journey language, its traps, and what is made of a text that Mermaid rejects."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.mermaid.draft import MermaidJourney, number
from export.mermaid.parse import parse
from resources.errors import Fault


def a_journey(*lines: str) -> MermaidJourney:
    """The one journey of a diagram with these lines under its header."""
    (journey,), _notices = parse("\n".join(["journey", *lines]))
    return journey


def messages(*lines: str) -> list[tuple[int, str]]:
    """The notices on a diagram with these lines under its header."""
    _journeys, notices = parse("\n".join(["journey", *lines]))
    return [(notice.line, notice.message) for notice in notices]


def tasks(journey: MermaidJourney) -> list[tuple[str, str, float | None, tuple[str, ...]]]:
    return [(task.section, task.title, task.score, task.people) for task in journey.tasks]


def test_sections_tasks_scores_and_people_are_read() -> None:
    journey = a_journey("title Kjøp", "section Før", "Søker: 2: Kunde, Venn", "section Etter", "Takker: 5")
    assert journey.title == "Kjøp"
    assert tasks(journey) == [("Før", "Søker", 2, ("Kunde", "Venn")), ("Etter", "Takker", 5, ())]
    assert [task.line for task in journey.tasks] == [4, 6]


def test_a_plain_diagram_gives_no_notice() -> None:
    assert messages("title Kjøp", "section Før", "Søker: 2: Kunde") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3", 3),
        (" +3 ", 3),
        ("05", 5),
        ("3.5", 3.5),
        (".5", 0.5),
        ("1e1", 10),
        ("0x10", 16),
        ("", 0),
        ("-2", -2),
    ],
)
def test_a_score_is_a_number_of_javascript(written: str, meant: float) -> None:
    assert number(written) == meant


@pytest.mark.parametrize(
    "written", ["3,5", "3 5", "3/5", "1_0", "nan", "inf", "\u0663", "\uff15", "happy", "0x", "-0x1"]
)
def test_what_is_no_number_of_javascript_is_none(written: str) -> None:
    assert number(written) is None


def test_a_score_without_end_is_a_number_as_in_javascript() -> None:
    assert number("-Infinity") == -math.inf
    assert number("0x" + "f" * 400) == math.inf


def test_signs_written_as_entities_are_text() -> None:
    journey = a_journey("section Fase 1#colon; A", "Sak #35;7#58; nå#59;: 3: Per#44; sjef, Kari")
    assert tasks(journey) == [("Fase 1: A", "Sak #7: nå;", 3, ("Per, sjef", "Kari"))]


def test_front_matter_gives_a_title_unless_the_diagram_has_its_own() -> None:
    front = '---\nconfig:\n  theme: base\ntitle: "Vår \\"reise\\"" # utkast\n---\n'
    assert parse(front + "journey\nDo: 3")[0][0].title == 'Vår "reise"'
    assert parse(front + "journey\ntitle Egen\nDo: 3")[0][0].title == "Egen"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("Kjøp", "Kjøp"),
        ("2026", "2026"),
        ("no", "no"),
        ("'Kundens ''ja'''", "Kundens 'ja'"),
        ("~", ""),
        ("Kjøp # utkast", "Kjøp"),
        (">\n  to\n  linjer", "to linjer"),
    ],
)
def test_the_title_of_front_matter_is_read_as_yaml(value: str, title: str) -> None:
    assert parse(f"---\ntitle: {value}\n---\njourney\nDo: 3")[0][0].title == title


def test_front_matter_that_yaml_refuses_is_read_and_reported() -> None:
    (journey,), (notice,) = parse("---\ntitle: [Kjøp\n---\njourney\nDo: 3")
    assert journey.title == "[Kjøp"
    assert notice.line == 1


def test_descriptions_for_screen_readers_are_kept() -> None:
    journey = a_journey("accTitle: Kort", "accDescr {", "  en", "  to", "}", "title Lang", "Do: 3")
    assert (journey.title, journey.description) == ("Lang", "Kort\nen\nto")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(newline: str) -> None:
    (journey,), _notices = parse(newline.join(["\ufeffjourney", "section A", "Do: 3: Me", ""]))
    assert [(task.title, task.line) for task in journey.tasks] == [("Do", 3)]


def test_directives_and_comments_are_set_aside_and_lines_keep_their_numbers() -> None:
    text = "%%{init: {\n'theme': 'base'}}%%\n%% note\njourney\n# remark\n%%\nDo: 3"
    (journey,), (notice,) = parse(text)
    assert journey.tasks[0].line == 7
    assert (notice.line, "1, 3, 5, 6" in notice.message) == (1, True)


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Møte 10:30: 3: Me", "drops “Me”"),
        ("Do: 3: Me: You", "drops “You”"),
        ("% av kundene: 3: Me", "“% av kundene: 3: Me” for a comment"),
        ("a%% b: 3: Me", "“a%% b: 3: Me” for a comment"),
        ("Do: 3: Me #1", "“#1” for a comment"),
        ("title", "the line after “title”"),
    ],
)
def test_what_mermaid_silently_loses_is_told_with_its_line(line: str, lost: str) -> None:
    ((number_of_line, message),) = messages("section A", line, "section B", "Last: 3")
    assert number_of_line == 3
    assert lost in message


def test_a_second_title_replaces_the_first_and_is_told() -> None:
    ((line, message),) = messages("title A", "Title screen: 3: Me", "Do: 3")
    assert line == 3
    assert "“A” is replaced by “screen: 3: Me”" in message


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Ring; vent: 3: Me", ("A", "Ring; vent", 3, ("Me",))),
        ("Do: 3: Me;", ("A", "Do", 3, ("Me",))),
        ("Sak #1 åpnes: 3: Me", ("A", "Sak #1 åpnes", 3, ("Me",))),
        ("Salg &amp; service: 3: Me", ("A", "Salg & service", 3, ("Me",))),
        ("Do\uff1a3\uff1aMe", ("A", "Do", 3, ("Me",))),
        ("Section leader calls: 3: Me", ("A", "Section leader calls", 3, ("Me",))),
        ("Journey starts: 3: Me", ("A", "Journey starts", 3, ("Me",))),
        ("section Fase 1: B\nDo: 3", ("Fase 1: B", "Do", 3, ())),
        ("section B;\nDo: 3", ("B", "Do", 3, ())),
        ("section B    Do: 3: Me", ("B", "Do", 3, ("Me",))),
        ("section B; Do: 3: Me", ("B", " Do", 3, ("Me",))),
        (": 3: Me", ("A", "", 3, ("Me",))),
        ("Just text", ("A", "Just text", 0, ())),
        ("Do:", ("A", "Do", 0, ())),
    ],
)
def test_a_line_that_mermaid_rejects_is_read_as_meant_and_reported(
    line: str, meant: tuple[object, ...]
) -> None:
    assert tasks(a_journey("section A", line)) == [meant]
    ((number_of_line, message),) = messages("section A", line)
    assert number_of_line == 3
    assert "Mermaid rejects the line" in message


@pytest.mark.parametrize("line", ["```", "%%{ open: 1", "}"])
def test_a_line_that_says_nothing_is_left_out_and_reported(line: str) -> None:
    assert tasks(a_journey("section A", "Do: 3", line, "Just text"))[0] == ("A", "Do", 3, ())
    assert 4 in [
        number_of_line for number_of_line, _message in messages("section A", "Do: 3", line, "Just text")
    ]


@pytest.mark.parametrize("header", ["JOURNEY", "Journey", "journeys"])
def test_a_header_in_other_letters_is_read_and_reported(header: str) -> None:
    (journey,), (notice,) = parse(f"{header}\nsection A\nDo: 3")
    assert tasks(journey) == [("A", "Do", 3, ())]
    assert header in notice.message


def test_a_missing_header_is_reported_when_the_rest_is_a_journey() -> None:
    (journey,), (notice,) = parse("section A\nDo: 3: Me")
    assert tasks(journey) == [("A", "Do", 3, ("Me",))]
    assert "missing" in notice.message


def test_two_diagrams_in_one_text_are_two_journeys() -> None:
    journeys, notices = parse("journey\ntitle A\nDo: 3\njourney\ntitle B\nDo: 4")
    assert [journey.title for journey in journeys] == ["A", "B"]
    assert [(notice.line, "map of its own" in notice.message) for notice in notices] == [(4, True)]


def test_a_header_said_twice_is_reported_as_such() -> None:
    (journey,), (notice,) = parse("journey\njourney\nDo: 3")
    assert tasks(journey) == [("", "Do", 3, ())]
    assert (notice.line, "said twice" in notice.message) == (2, True)


def test_the_quotes_of_an_html_tag_become_single_as_in_mermaid() -> None:
    assert tasks(a_journey('Do <b x="y">: 3: "Me"')) == [("", "Do <b x='y'>", 3, ('"Me"',))]


def test_what_mermaid_takes_for_a_style_loses_its_semicolon() -> None:
    assert tasks(a_journey("style x:1#58;")) == [("", "style x", 1, ())]
    assert messages("style x:1#58;") == [(2, "Mermaid takes “#58” for a comment and drops it.")]


def test_the_blocks_of_a_markdown_file_are_read_with_the_lines_of_the_file() -> None:
    block = "```mermaid\njourney\n  section A\n    Do: 3\n```\n"
    journeys, notices = parse(f"# Reiser\n\n{block}\n```mermaid\nflowchart LR\n  A --> B\n```\n\n{block}")
    assert [journey.tasks[0].line for journey in journeys] == [6, 17]
    assert [notice.line for notice in notices] == [4, 15]


@pytest.mark.parametrize(
    "text", ["", "Hello", "flowchart LR\n A --> B", "gantt\n title A\n section B\n C: 3", "\0"]
)
def test_what_is_no_journey_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Fault, match="no Mermaid journey"):
        parse(text)


def test_a_text_beyond_all_measure_is_refused_at_once() -> None:
    with pytest.raises(Fault, match="too large"):
        parse("journey\n" + "Do: 3\n" * 2_000_000)


WORDS = (
    *("journey", "title ", "section ", "accTitle:", "accDescr {", "style", "Do", "title: "),
    *("}", ":", ";", "#", "%%", "%%{", "}%%", "---\n", "```mermaid\n", "```", "\n", "  ", "\ufeff"),
    *("3", "-2", ",", "&amp;", "#58;", "<b x=", '"', "'"),
)


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5))).map("".join))
def test_no_text_ends_in_anything_but_journeys_or_a_fault(text: str) -> None:
    for whole in (text, f"journey\n{text}"):
        try:
            journeys, _notices = parse(whole)
        except Fault:
            continue
        assert journeys
