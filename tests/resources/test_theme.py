"""Colours that can be read, by everybody, in every theme."""

from __future__ import annotations

import pytest

from journey.model.kinds import CardKind
from resources.theme import THEMES, Theme, contrast, load_theme, mix, owner_colours

KINDS = ["step", "measure", *CardKind]
SCORES = [-2.0, -1.5, -1.0, -0.1, 0.0, 0.1, 1.0, 1.5, 2.0]
WHITE = (255, 255, 255)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def readable(theme: Theme) -> float:
    return 7.0 if theme.name == "contrast" else 4.5


def test_every_theme_has_the_same_tokens() -> None:
    light, *others = (load_theme(name).tokens.keys() for name in THEMES)
    for other in others:
        assert other == light


@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_read_on_every_kind_of_card(theme: Theme, kind: str) -> None:
    tint = theme.rgb(f"{kind}.tint")
    assert contrast(theme.rgb("ink"), tint) >= readable(theme)
    assert contrast(theme.rgb("muted"), tint) >= readable(theme)


@pytest.mark.parametrize("kind", KINDS)
def test_the_accent_of_every_kind_stands_out(theme: Theme, kind: str) -> None:
    accent = theme.rgb(f"{kind}.accent")
    assert contrast(accent, theme.rgb(f"{kind}.tint")) >= 4.5
    assert contrast(accent, theme.rgb("paper")) >= 4.5
    assert contrast(theme.rgb("on_accent"), accent) >= readable(theme)


@pytest.mark.parametrize("kind", KINDS)
def test_the_edge_of_a_card_lies_between_its_tint_and_its_accent(theme: Theme, kind: str) -> None:
    tint, edge, accent = (theme.rgb(f"{kind}.{part}") for part in ("tint", "edge", "accent"))
    assert 1.2 < contrast(edge, tint) < contrast(accent, tint)


@pytest.mark.parametrize("ground", ["paper", "surface", "band"])
def test_text_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    for text in ("ink", "muted"):
        assert contrast(theme.rgb(text), theme.rgb(ground)) >= readable(theme)
    assert contrast(theme.rgb("focus"), theme.rgb(ground)) >= 3


@pytest.mark.parametrize("strong", ["petrol", "focus", "gold"])
def test_words_can_be_read_on_strong_colours(theme: Theme, strong: str) -> None:
    assert contrast(theme.rgb(f"on_{strong}"), theme.rgb(strong)) >= readable(theme)


@pytest.mark.parametrize("fate", ["added", "changed", "removed"])
def test_what_differs_stands_out(theme: Theme, fate: str) -> None:
    for ground in ("paper", "surface", "band"):
        assert contrast(theme.rgb(f"compare.{fate}"), theme.rgb(ground)) >= 4.5


def test_no_two_kinds_look_the_same(theme: Theme) -> None:
    accents = {theme.rgb(f"{kind}.accent") for kind in KINDS}
    tints = {theme.rgb(f"{kind}.tint") for kind in KINDS}
    assert len(accents) == len(tints) == len(KINDS)


@pytest.mark.parametrize("score", SCORES)
def test_every_feeling_can_be_seen_and_read_upon(theme: Theme, score: float) -> None:
    assert contrast(theme.rgb(f"feeling:{score}"), theme.rgb("paper")) >= 3
    band = theme.rgb(f"feeling_band:{score}")
    assert contrast(theme.rgb("ink"), band) >= readable(theme)
    assert contrast(band, theme.rgb("paper")) < contrast(theme.rgb(f"feeling:{score}"), theme.rgb("paper"))


def test_feelings_run_from_red_over_grey_to_blue() -> None:
    theme = load_theme("light")
    assert theme.rgb("feeling:-2") == theme.rgb("#B2182B")
    assert theme.rgb("feeling:0") == theme.rgb("feeling:-0.0") == theme.rgb("#667085")
    assert theme.rgb("feeling:+2.0") == theme.rgb("#2166AC")
    redness = [red - blue for red, _green, blue in (theme.rgb(f"feeling:{score}") for score in SCORES)]
    assert redness == sorted(redness, reverse=True)
    assert len(set(redness)) == len(redness)


def test_a_score_beyond_the_scale_has_the_colour_of_its_end(theme: Theme) -> None:
    assert theme.rgb("feeling:9") == theme.rgb("feeling:2")
    assert theme.rgb("feeling:-9") == theme.rgb("feeling:-2")


def test_an_owners_own_colour_is_kept(theme: Theme) -> None:
    assert theme.rgb("#0E6e6E") == (14, 110, 110)


@pytest.mark.parametrize(
    "token", ["", "nothing", "feeling", "feeling:", "feeling:good", "touchpoint", "#12345", "#GGGGGG"]
)
def test_an_unknown_token_is_our_mistake(theme: Theme, token: str) -> None:
    with pytest.raises(KeyError):
        theme.rgb(token)


def test_an_unknown_theme_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        load_theme("../light")


def test_new_owners_get_colours_that_carry_white_initials() -> None:
    colours = owner_colours()
    assert len(set(colours)) == 12
    for colour in colours:
        assert contrast(WHITE, load_theme().rgb(colour)) >= 4.5


def test_a_theme_is_read_once() -> None:
    assert load_theme("dark") is load_theme("dark")


def test_mixing_begins_and_ends_with_the_colours_given() -> None:
    sand, sea = (228, 213, 183), (16, 78, 139)
    assert mix(sand, sea, 0) == sand
    assert mix(sand, sea, 1) == sea


def test_the_middle_of_black_and_white_is_the_grey_that_looks_so() -> None:
    """Half-way in OKLab is darker than 128: the eye sees 128 as nearer to white."""
    assert mix((0, 0, 0), WHITE, 0.5) == (99, 99, 99)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast(WHITE, (119, 119, 119)) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, WHITE) == 1
