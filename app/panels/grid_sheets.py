"""The inspector's sheets for what is no card: journey, stage, step, lane, feeling, link."""

from __future__ import annotations

from typing import Any

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.choice_fields import CheckField, ChoiceField
from app.panels.detailed import DetailedCard, card_picker
from app.panels.fields import LineField, NumberField, TextField
from app.panels.picker import Offer, Picker
from app.panels.pickers import word_picker
from app.panels.plain import PlainLabel
from app.panels.settings_sheet import LANGUAGES
from app.panels.sheet import Sheet, field_of
from journey import edits
from journey.clean import one_line
from journey.model import (
    Card,
    Change,
    Feeling,
    Journey,
    Lane,
    Link,
    LinkKind,
    MapData,
    Persona,
    Phase,
    Scope,
    Stage,
    State,
    Step,
)
from journey.phases import phase_said
from journey.terms import options, word
from resources.theme import Theme
from resources.words import _


class JourneySheet(Sheet):
    """The journey in view, and the workshop that the file is of, shown while nothing is selected."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        title = TextField(_("Untitled journey"), title=True)
        self.add_title(_("Title"), title, field_of(Journey, "title"), _one(edits.edit_journey, "title"))
        purpose = TextField(_("What the customer tries to get done"))
        self.add_wide(
            _("Purpose"), purpose, field_of(Journey, "purpose"), _one(edits.edit_journey, "purpose")
        )
        state = ChoiceField(options(State))
        self.add_row(_("Shows"), state, field_of(Journey, "state"), _one(edits.edit_journey, "state"))
        self.add_row(
            *(_("Scope"), word_picker(Scope, theme), field_of(Journey, "scope")),
            lambda m, ids, scope: edits.edit_journey(m, ids[0], scope=Scope(scope)),
        )
        current = Picker(self._others, theme, placeholder=_("none"), none=_("No other journey"))
        self.add_row(
            *(_("Intended form of"), current, lambda m, it: m.of(Journey)[it].intended_for or ""),
            lambda m, ids, other: edits.edit_journey(m, ids[0], intended_for=other or None),
        )
        self.add_wide(
            *(_("Details the card"), card_picker(desk, theme)),
            *(lambda m, it: m.of(Journey)[it].parent_card or "", _detail_card),
            when=lambda m, _ids: len(m.of(Journey)) > 1,
        )
        self.add_part(DetailedCard(desk, theme))
        self.add_rule()
        self.add_wide(_("Notes"), TextField(), field_of(Journey, "notes"), _one(edits.edit_journey, "notes"))
        self.add_rule()
        self._add_workshop()

    def _add_workshop(self) -> None:
        spoken = Picker(self._languages, self.theme)
        self.add_row(_("Language of the map"), spoken, *_of_workshop("language"))
        self.add_row(_("Title of the workshop"), LineField(), *_of_workshop("title"))
        self.add_row(_("Organisation"), LineField(), *_of_workshop("organisation"))
        self.add_row(_("Facilitator"), LineField(), *_of_workshop("facilitator"))
        self.add_wide(_("Agenda"), TextField(), *_of_workshop("agenda"))

    def _languages(self) -> list[Offer]:
        """Those there are words for, and the map's own if it is another."""
        known = [Offer(tag, name) for name, tag in LANGUAGES]
        own = self.desk.map.workshop.language
        return known if own in {tag for _name, tag in LANGUAGES} else [*known, Offer(own, own)]

    def _others(self) -> list[Offer]:
        mine = set(self.records)
        return [Offer(one.id, one.title) for one in self.desk.map.journeys() if one.id not in mine]


class StageSheet(Sheet):
    """One stage or several."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        title = TextField(_("Name of the stage"), title=True)
        self.add_title(_("Title"), title, field_of(Stage, "title"), _one(edits.edit_stage, "title"))
        phase = ChoiceField([("", _("none")), *options(Phase)])
        self.add_row(_("Phase"), phase, _phase, _say_phase)


class StepSheet(Sheet):
    """A step: its title, and how long it takes."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        title = TextField(_("What the customer does"), title=True)
        self.add_title(_("Title"), title, field_of(Step, "title"), _one(edits.edit_step, "title"))
        for name, field in ((_("Takes, minutes"), "minutes"), (_("Then waits, minutes"), "wait_minutes")):
            self.add_row(name, NumberField(), field_of(Step, field), _one(edits.edit_step, field))


class LaneSheet(Sheet):
    """A lane: its title, and whether it is shown."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        title = TextField(_("Name of the lane"), title=True)
        self.add_title(
            *(_("Title"), title, field_of(Lane, "title")),
            lambda m, ids, text: edits.rename_lane(m, ids[0], text),
        )
        self.add_row(
            _("Shown"), CheckField(_("On the map"), theme), lambda m, it: not m.of(Lane)[it].hidden, _show
        )


class FeelingSheet(Sheet):
    """A point of the curve."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        word_field = TextField(_("In a word"), title=True)
        self.add_title(_("Word"), word_field, field_of(Feeling, "word"), _name_feeling)
        marks = [(2.0, "+2"), (1.0, "+1"), (0.0, "0"), (-1.0, "−1"), (-2.0, "−2")]
        self.add_row(_("Feeling"), ChoiceField(marks), field_of(Feeling, "score"), _score)
        self.add_row(_("Exactly"), NumberField(), field_of(Feeling, "score"), _score)
        self._who = PlainLabel()
        self._who.setObjectName("hint")
        self.column.addWidget(self._who)

    def refresh(self) -> None:
        """Show the feeling, and whose it is."""
        super().refresh()
        persona = self.desk.map.of(Feeling)[self.records[0]].persona
        somebody = self.desk.map.of(Persona).get(persona)
        self._who.setText(somebody.name if somebody else "")


class LinkSheet(Sheet):
    """An arrow: what it means, its label, its ends."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._ends = PlainLabel()
        self._ends.setWordWrap(True)
        self.column.addWidget(self._ends)
        kind = ChoiceField(options(LinkKind))
        self.add_wide(_("Meaning"), kind, field_of(Link, "kind"), _one(edits.edit_link, "kind"))
        self.add_row(_("Label"), LineField(), field_of(Link, "label"), _one(edits.edit_link, "label"))
        self.column.addWidget(quiet_button(_("Turn it round"), self._reverse))

    def refresh(self) -> None:
        """Show the arrow and where it goes."""
        super().refresh()
        m = self.desk.map
        link = m.of(Link)[self.records[0]]
        ends = [one_line(m.of(Card)[end].text) or "…" for end in (link.source, link.target)]
        self._ends.setText(
            _("{source} – {relation} – {target}").format(
                source=ends[0], relation=word(link.kind).lower(), target=ends[1]
            )
        )

    def _reverse(self) -> None:
        self.desk.attempt(lambda: edits.reverse_link(self.desk.map, self.records[0]))


def _phase(m: MapData, stage: str) -> str:
    one = m.of(Stage)[stage]
    return phase_said(m.grid(one.journey).stages, one) or ""


def _say_phase(m: MapData, ids: tuple[str, ...], phase: str) -> Change:
    return edits.say_phase(m, ids[0], Phase(phase) if phase else None)


def _of_workshop(field: str) -> tuple[Any, Any]:
    """How a field of the file's one workshop is read and written."""
    return (
        lambda m, _journey: getattr(m.workshop, field),
        lambda m, _journeys, value: edits.edit_workshop(m, **{field: value}),
    )


def _one(edit: Any, field: str) -> Any:
    """Write a field of the one record."""
    return lambda m, ids, value: edit(m, ids[0], **{field: value})


def _detail_card(m: MapData, ids: tuple[str, ...], card: str) -> Change:
    return edits.edit_journey(m, ids[0], parent_card=card or None)


def _show(m: MapData, ids: tuple[str, ...], shown: bool) -> Change:
    return (edits.show_lane if shown else edits.hide_lane)(m, ids[0])


def _name_feeling(m: MapData, ids: tuple[str, ...], text: str) -> Change:
    one = m.of(Feeling)[ids[0]]
    return edits.set_feeling(m, one.journey, one.step, one.score, one.persona, word=text)


def _score(m: MapData, ids: tuple[str, ...], score: float | None) -> Change:
    one = m.of(Feeling)[ids[0]]
    if score is None:
        return edits.clear_feeling(m, one.journey, one.step, one.persona)
    return edits.set_feeling(m, one.journey, one.step, float(score), one.persona)
