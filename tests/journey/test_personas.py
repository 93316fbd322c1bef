"""What personas are called where several bear one name, and in the middle of a sentence."""

from __future__ import annotations

from journey.model import Journey, JourneyPersona, Persona, Workshop, map_of
from journey.personas import names_of, within
from resources.words import speaking


def called(*people: tuple[str, str]) -> list[str]:
    made = [Persona(id=f"p{at}", name=name, segment=segment) for at, (name, segment) in enumerate(people)]
    found = names_of(map_of([Workshop(id="workshop"), *made]))
    assert list(found) == [one.id for one in made]
    return list(found.values())


def test_those_of_one_name_are_told_apart_by_as_little_of_their_segments_as_is_enough() -> None:
    assert called(("Ola", "parent, Oslo"), ("Kari", ""), ("Ola", "student, Oslo")) == [
        "Ola (parent)",
        "Kari",
        "Ola (student)",
    ]
    assert called(("Ola", "parent, Oslo"), ("Ola", "parent, Bergen")) == [
        "Ola (parent, Oslo)",
        "Ola (parent, Bergen)",
    ]
    assert called(("Ola", "parent"), ("Ola", "")) == ["Ola 1", "Ola 2"]


def test_one_without_a_name_goes_by_its_segment() -> None:
    assert called(("", "parent"), ("", "")) == ["parent", "Customer"]


def test_numbers_run_as_the_journeys_name_them_and_then_through_the_others() -> None:
    people = [Persona(id=one, name="Ola") for one in "abc"]
    journeys = [Journey(id="j2", title="", rank="B"), Journey(id="j1", title="", rank="A")]
    looks = [
        JourneyPersona(id="x", journey="j1", persona="c", rank="A"),
        JourneyPersona(id="y", journey="j1", persona="b", rank="B"),
        JourneyPersona(id="z", journey="j2", persona="c"),
    ]
    found = names_of(map_of([Workshop(id="workshop"), *people, *journeys, *looks]))
    assert found == {"c": "Ola 1", "b": "Ola 2", "a": "Ola 3"}


def test_the_customer_begins_with_a_small_letter_within_a_sentence_and_names_do_not() -> None:
    assert [within(name) for name in ("The customer", "The customer (81)", "The customers’ aunt", "Ola")] == [
        "the customer",
        "the customer (81)",
        "The customers’ aunt",
        "Ola",
    ]
    with speaking("nb"):
        assert within("Kunden (81 år)") == "kunden (81 år)"
