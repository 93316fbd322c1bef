"""What a new journey starts with: the lanes and stages of each preset, in the language being spoken."""

from __future__ import annotations

from dataclasses import dataclass

from resources.words import _


@dataclass(frozen=True, slots=True)
class LaneTemplate:
    """A lane to begin with; ``kind`` is one of the model's lane kinds."""

    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class StageTemplate:
    """A stage to begin with; ``phase`` is before, during or after the crucial moment."""

    phase: str
    title: str


@dataclass(frozen=True, slots=True)
class Template:
    """What a preset is called and what its journeys begin with, from top to bottom and left to right."""

    title: str
    scope: str
    lanes: tuple[LaneTemplate, ...]
    stages: tuple[StageTemplate, ...]


_CUSTOMER = ("steps", "touchpoints", "feelings", "quotes", "pains", "ideas")
_PROVIDER = (
    *("line of interaction", "frontstage", "line of visibility", "backstage"),
    *("line of internal interaction", "systems", "owners"),
)
_FULL = (*_CUSTOMER[:4], *_PROVIDER, *_CUSTOMER[4:])
_BUYING_ROLES = ("user", "buyer", "decider", "influencer", "gatekeeper")

_LANES = {
    "journey-map": _CUSTOMER,
    "service-blueprint": ("steps", "touchpoints", *_PROVIDER),
    "full-map": _FULL,
    "b2b-journey": ("steps", *_BUYING_ROLES, *_FULL[1:]),
    "lifecycle": ("steps", "touchpoints", "feelings", "pains", "ideas"),
}
_ACTORS = frozenset(_BUYING_ROLES)

PRESETS = tuple(_LANES)
"""The names of the presets, the simplest first."""


def template(preset: str) -> Template:
    """What a journey of this preset begins with; KeyError for a preset that does not exist."""
    scope = "lifecycle" if preset == "lifecycle" else "service"
    lanes = tuple(LaneTemplate(_kind(name), _lane_titles()[name]) for name in _LANES[preset])
    return Template(_preset_titles()[preset], scope, lanes, _stages(preset))


def lane_title(kind: str) -> str:
    """What a lane of this kind is called until somebody names it."""
    return _lane_titles()[kind]


def step_title(number: int) -> str:
    """What a step is called until somebody says what the customer does there."""
    return _("Step {number}").format(number=number)


def _kind(name: str) -> str:
    if name in _ACTORS:
        return "actors"
    return "line" if name.startswith("line ") else name


def _preset_titles() -> dict[str, str]:
    return {
        "journey-map": _("Journey map"),
        "service-blueprint": _("Service blueprint"),
        "full-map": _("Full map"),
        "b2b-journey": _("B2B journey"),
        "lifecycle": _("Lifecycle"),
    }


def _stages(preset: str) -> tuple[StageTemplate, ...]:
    titles = {
        "lifecycle": (_("Before being a customer"), _("As a customer"), _("After leaving")),
        "b2b-journey": (_("Before the contract"), _("In use"), _("Renewing or leaving")),
    }.get(preset, (_("Before"), _("During"), _("After")))
    phases = ("before", "during", "after")
    return tuple(StageTemplate(phase, title) for phase, title in zip(phases, titles, strict=True))


def _lane_titles() -> dict[str, str]:
    return _customer_titles() | _provider_titles() | _role_titles()


def _customer_titles() -> dict[str, str]:
    return {
        "steps": _("What the customer does"),
        "actors": _("Who takes part"),
        "storyboard": _("Storyboard"),
        "quotes": _("Quotes"),
        "feelings": _("How it feels"),
        "touchpoints": _("Touchpoints"),
        "physical": _("Physical evidence"),
        "measures": _("Measures"),
        "pains": _("Pain points"),
        "gains": _("Gains"),
        "questions": _("Questions"),
        "ideas": _("Ideas"),
        "actions": _("Actions"),
        "notes": _("Notes"),
        "pictures": _("Pictures"),
    }


def _provider_titles() -> dict[str, str]:
    return {
        "frontstage": _("Frontstage"),
        "backstage": _("Backstage"),
        "systems": _("Systems"),
        "policies": _("Policies"),
        "owners": _("Owners"),
        "line": _("Line"),
        "line of interaction": _("Line of interaction"),
        "line of visibility": _("Line of visibility"),
        "line of internal interaction": _("Line of internal interaction"),
    }


def _role_titles() -> dict[str, str]:
    return {
        "user": _("User"),
        "buyer": _("Buyer"),
        "decider": _("Decider"),
        "influencer": _("Influencer"),
        "gatekeeper": _("Gatekeeper"),
    }
