"""The lists of a card: its measures, the evidence that backs it, what will be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.faces import Face
from app.panels.fields import LineField, NumberField, TextField
from app.panels.fold_list import FoldList
from app.panels.measure_text import measure_told, told_words
from app.panels.picker import Fresh, Offer
from app.panels.pickers import (
    chosen_owner,
    new_record,
    new_source_picker,
    owner_picker,
    renamed,
    word_picker,
)
from app.panels.sheet import Sheet, field_of
from app.panels.source_sheet import DAY, add_source_fields
from journey import edits
from journey.edits.records import in_turn
from journey.edits.wording import called
from journey.layout.days import spoken_day
from journey.layout.numbers import amount, misses_goal
from journey.model import (
    Action,
    ActionStatus,
    Backing,
    Card,
    Change,
    Evidence,
    Knowledge,
    MapData,
    Measure,
    MeasureKind,
    Method,
    Owner,
)
from journey.terms import word
from resources.theme import Theme
from resources.words import _, _n, spoken


def measure_list(desk: Desk, theme: Theme) -> FoldList:
    """The measures of a card, and a field to add one by its name, its value and its goal."""
    made = FoldList(
        *(desk, theme, lambda _count: _("Measures"), _ids(Measure), measure_face),
        lambda: MeasureSheet(desk, theme),
    )

    def change(text: str) -> Change:
        told = measure_told(text)
        return edits.add_measure(
            desk.map, made.record, told.name, told.kind, value=told.value, goal=told.goal
        )

    def say(measure: str) -> None:
        if words := told_words(desk.map.of(Measure)[measure]):
            desk.said.emit(words, False)

    _add_entry(made, _("Add a measure"), desk, change, say)
    return made


def source_list(desk: Desk, theme: Theme) -> FoldList:
    """The evidence that backs a card, and a field to add more, known or new."""

    def heading(count: int) -> str:
        words = _n("Evidence · {n} source", "Evidence · {n} sources", count).format(n=count)
        return words if count else _("Evidence")

    made = FoldList(*(desk, theme, heading, _ids(Backing), backing_face), lambda: BackingSheet(desk, theme))

    def offers() -> list[Offer]:
        backing = {one.evidence for one in desk.map.of(Backing).by("card").get(made.record, ())}
        return [Offer(one.id, one.title) for one in desk.map.of(Evidence) if one.id not in backing]

    add = new_source_picker(desk, theme, _("Add evidence"), offers)

    def back(chosen: str | Fresh) -> None:
        done = desk.attempt(lambda: _back(desk.map, made.record, chosen))
        add.put("")
        if done and (step := desk.document.next_undo) is not None:
            desk.said.emit(step.label, False)

    add.finished.connect(back)
    made.column.addWidget(add)
    return made


def action_list(desk: Desk, theme: Theme) -> FoldList:
    """What will be done about a card, and a field to add to it."""
    made = FoldList(
        *(desk, theme, lambda _count: _("Actions"), _ids(Action), action_face),
        lambda: ActionSheet(desk, theme),
    )
    _add_entry(made, _("Add an action"), desk, lambda title: edits.add_action(desk.map, made.record, title))
    return made


def measure_face(m: MapData, measure: str) -> Face:
    """Name, value, goal, and how far the value has come."""
    one = m.of(Measure)[measure]
    value = "–" if one.value is None else amount(one.value, one.kind, spoken())
    goal = "" if one.goal is None else _("goal {goal}").format(goal=amount(one.goal, one.kind, spoken()))
    return Face(one.name, strong=value, aside=goal, share=share(one), wrong=misses_goal(one))


def share(measure: Measure) -> float | None:
    """How far the value has come: to its goal, else along its own scale; None where that has no end."""
    value, goal = measure.value, measure.goal
    if value is None:
        return None
    if goal is not None and goal > 0 and value >= 0:
        return min(value / goal, 1.0)
    if measure.kind is MeasureKind.NPS:
        return (value + 100) / 200
    return value / 100 if measure.kind is MeasureKind.PERCENT else None


def backing_face(m: MapData, backing: str) -> Face:
    """The source, and what it says here."""
    one = m.of(Backing)[backing]
    source = m.of(Evidence)[one.evidence]
    words = f"{source.title}\n{one.says}" if one.says else source.title
    return Face(words, "tick", "idea.accent")


def action_face(m: MapData, action: str) -> Face:
    """The action, who does it, by when, how far it has come."""
    one = m.of(Action)[action]
    owner = m.of(Owner).get(one.owner)
    parts = (owner.name if owner else "", spoken_day(one.due), word(one.status))
    return Face(f"{one.title}\n{' · '.join(part for part in parts if part)}", "action", "action.accent")


class MeasureSheet(Sheet):
    """All fields of a measure."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._field(_("Name"), LineField(), "name")
        self.add_row(
            *(_("Scale"), word_picker(MeasureKind, theme), field_of(Measure, "kind")),
            lambda m, ids, kind: edits.edit_measure(m, ids[0], kind=MeasureKind(kind)),
        )
        for name, field in (
            *((_("Value"), "value"), (_("Goal"), "goal")),
            *((_("Lower bound"), "low"), (_("Upper bound"), "high")),
        ):
            self._field(name, NumberField(), field)
        self._field(_("Answers"), NumberField(whole=True), "answers")
        self._field(_("Day"), LineField(DAY), "date")
        self._field(_("Source"), LineField(), "source")
        self.column.addWidget(
            quiet_button(_("Remove this measure"), lambda: _gone(self, edits.remove_measure))
        )

    def _field(self, name: str, field: Any, of: str) -> None:
        self.add_row(
            name,
            field,
            field_of(Measure, of),
            lambda m, ids, value: edits.edit_measure(m, ids[0], **{of: value}),
        )


class BackingSheet(Sheet):
    """What a source says at a card, and the source itself."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.add_wide(_("What it says here"), TextField(), field_of(Backing, "says"), _say)
        add_source_fields(self, lambda m, backing: m.of(Backing)[backing].evidence)
        self.column.addWidget(quiet_button(_("Take it from this card"), self._take_away))

    def _take_away(self) -> None:
        """Let the source go; where it was the last, say that how well the card is known stays."""
        card = self.desk.map.of(Backing)[self.records[0]].card
        _gone(self, _unback)
        one = self.desk.map.of(Card)[card]
        if one.evidence is not Knowledge.GUESS and card not in self.desk.map.of(Backing).by("card"):
            words = _("No source backs “{title}” now. How well it is known stays “{known}”.")
            self.desk.said.emit(words.format(title=called(one), known=word(one.evidence)), False)


class ActionSheet(Sheet):
    """All fields of an action."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._field(_("What"), LineField(), "title")
        who = owner_picker(desk, theme, _("nobody yet"), _("Nobody"))
        self.add_row(_("Who"), who, lambda m, it: m.of(Action)[it].owner or "", _do)
        self._field(_("By"), LineField(DAY), "due")
        self.add_row(
            *(_("Status"), word_picker(ActionStatus, theme), field_of(Action, "status")),
            lambda m, ids, status: edits.edit_action(m, ids[0], status=ActionStatus(status)),
        )
        self._field(_("Measured by"), LineField(), "measure_name")
        self._field(_("Goal"), NumberField(), "measure_goal")
        self.column.addWidget(quiet_button(_("Remove this action"), lambda: _gone(self, edits.remove_action)))

    def _field(self, name: str, field: Any, of: str) -> None:
        self.add_row(
            name,
            field,
            field_of(Action, of),
            lambda m, ids, value: edits.edit_action(m, ids[0], **{of: value}),
        )


def _ids(sort: type[Measure] | type[Backing] | type[Action]) -> Callable[[MapData, str], list[str]]:
    return lambda m, card: [one.id for one in m.of(sort).by("card").get(card, ())]


def _add_entry(
    made: FoldList,
    words: str,
    desk: Desk,
    edit: Callable[[str], Change],
    then: Callable[[str], None] | None = None,
) -> None:
    """A field below a list: what is written there becomes a new line, which unfolds."""
    entry = LineField(words)
    entry.setAccessibleName(words)
    entry.setProperty("adds", True)

    def add(text: str) -> None:
        new: list[str] = []

        def change() -> Change:
            made_now = edit(text)
            new.append(new_record(made_now).id)
            return made_now

        done = bool(text.strip()) and desk.attempt(change)
        entry.put("")
        if done:
            made.show_records((made.record,))
            made.unfold(new[0])
            if then is not None:
                then(new[0])

    entry.finished.connect(add)
    made.column.addWidget(entry)


def _back(m: MapData, card: str, chosen: str | Fresh) -> Change:
    if not isinstance(chosen, Fresh):
        return edits.back_card(m, card, chosen)
    new = edits.add_evidence(m, chosen.name, Method(chosen.kind))
    source = new_record(new)
    return in_turn(m, new.label, [lambda _m: new, lambda after: edits.back_card(after, card, source.id)])


def _say(m: MapData, ids: tuple[str, ...], says: str) -> Change:
    one = m.of(Backing)[ids[0]]
    return edits.back_card(m, one.card, one.evidence, says)


def _unback(m: MapData, backing: str) -> Change:
    one = m.of(Backing)[backing]
    return edits.unback_card(m, one.card, one.evidence)


def _do(m: MapData, ids: tuple[str, ...], chosen: str | Fresh) -> Change:
    if not chosen:
        return edits.edit_action(m, ids[0], owner=None)
    return renamed(
        chosen_owner(m, chosen, lambda after, owner: edits.edit_action(after, ids[0], owner=owner)),
        _("Say who does it"),
    )


def _gone(sheet: Sheet, remove: Callable[[MapData, str], Change]) -> None:
    """Take away the record a sheet is about; what was being written about it goes along."""
    record = sheet.records[0]
    sheet.desk.attempt(lambda: remove(sheet.desk.map, record))
