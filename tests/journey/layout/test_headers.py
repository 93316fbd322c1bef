"""Above the steps: stages, and phases where the stages do not say them themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journey.drawing import PartName
from journey.layout import View, layout
from journey.model import Stage, replacing
from tests.journey.layout.drawn import part_of, texts
from tests.journey.layout.small_maps import untitled


def headed(titles: tuple[str, str, str], language: str = "en") -> list[str]:
    """What stands in the headers over three stages of the three phases that have these titles."""
    made = untitled()
    stages = [made.of(Stage)[f"g{at}"] for at in range(3)]
    pairs = [(stage, replace(stage, title=title)) for stage, title in zip(stages, titles, strict=True)]
    drawing = layout(made.apply(replacing("name", pairs)), View("j", language))
    blocks = (placed.block for placed in part_of(drawing, PartName.HEADERS).blocks)
    return [text.line.text for block in blocks for text in texts(block)]


@pytest.mark.parametrize(
    ("titles", "language"),
    [
        (("Before", "During", "After"), "en"),
        (("før", "Under ", "ETTER"), "nb"),
        (("Before", "", "After"), "en"),
        (("", "", ""), "en"),
    ],
)
def test_a_phase_that_every_stage_says_itself_is_not_said_twice(
    titles: tuple[str, str, str], language: str
) -> None:
    assert len(headed(titles, language)) == 3


@pytest.mark.parametrize("titles", [("Before", "During", "Aftercare"), ("During", "Before", "After")])
def test_phases_stand_over_stages_that_are_called_otherwise(titles: tuple[str, str, str]) -> None:
    said = headed(titles)
    assert len(said) == 6
    assert said[:3] == ["Before", "During", "After"]
