"""What the room says of a card: who approves or rejects it, and how many dots each role gave it."""

from __future__ import annotations

import re
from typing import Any

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.choice_fields import ChoiceField
from app.panels.faces import Face
from app.panels.fields import LineField, NumberField, TextField
from app.panels.fold_list import FoldList
from app.panels.picker import Fresh, Offer, Picker
from app.panels.pickers import new_record
from app.panels.sheet import Sheet, field_of
from journey import edits
from journey.clean import one_line
from journey.layout.numbers import number
from journey.model import Change, Judgement, MapData, Participant, Verdict, Vote, joined
from journey.terms import options, word
from resources.theme import Theme
from resources.words import _, _n, spoken

_GLYPHS = {Judgement.APPROVE: "tick", Judgement.REJECT: "pain_point", Judgement.NEEDS_EVIDENCE: "question"}
_COLOURS = {
    Judgement.APPROVE: "gain.accent",
    Judgement.REJECT: "pain_point.accent",
    Judgement.NEEDS_EVIDENCE: "question.accent",
}
_ROLE_AND_DOTS = re.compile(r"(.*\S)\s+(\d{1,3})")


def verdict_list(desk: Desk, theme: Theme) -> FoldList:
    """The verdicts on a card, and a field to add that of somebody known or new."""

    def ids(m: MapData, card: str) -> list[str]:
        return [one.id for one in m.of(Verdict).by("card").get(card, ())]

    made = FoldList(
        *(desk, theme, lambda _count: _("Verdicts"), ids, verdict_face), lambda: VerdictSheet(desk, theme)
    )

    def offers() -> list[Offer]:
        heard = {one.participant for one in desk.map.of(Verdict).by("card").get(made.record, ())}
        return [Offer(one.id, one.name) for one in desk.map.of(Participant) if one.id not in heard]

    add = Picker(offers, theme, placeholder=_("Add a verdict"), fresh=_("New participant “{name}”"))
    add.setAccessibleName(_("Add the verdict of"))
    add.setProperty("adds", True)

    def judge(chosen: str | Fresh) -> None:
        known = set(ids(desk.map, made.record))
        done = desk.attempt(lambda: _judged(desk.map, made.record, chosen))
        add.put("")
        if done:
            made.show_records((made.record,))
            made.unfold(next(one for one in ids(desk.map, made.record) if one not in known))

    add.finished.connect(judge)
    made.column.addWidget(add)
    return made


def vote_list(desk: Desk, theme: Theme) -> FoldList:
    """The dots on a card, role by role, and a field to add those of another role: “Front line 3”."""

    def ids(m: MapData, card: str) -> list[str]:
        return [one.id for one in m.of(Vote).by("card").get(card, ())]

    def heading(_count: int) -> str:
        votes = desk.map.of(Vote).by("card").get(made.record, ())
        dots = sum(vote.dots for vote in votes)
        said = _n("Votes · {n} dot", "Votes · {n} dots", dots).format(n=number(dots, spoken()))
        return said if dots else _("Votes")

    made = FoldList(*(desk, theme, heading, ids, vote_face), lambda: VoteSheet(desk, theme))
    add = LineField(_("Add votes: role and dots"))
    add.setAccessibleName(_("Add votes: role and dots"))
    add.setProperty("adds", True)

    def vote(text: str) -> None:
        role, dots = _role_and_dots(text)
        if role:
            desk.attempt(lambda: edits.set_votes(desk.map, made.record, role, dots))
        add.put("")

    add.finished.connect(vote)
    made.column.addWidget(add)
    return made


def verdict_face(m: MapData, verdict: str) -> Face:
    """Who says what, and why."""
    one = m.of(Verdict)[verdict]
    words = f"{m.of(Participant)[one.participant].name}: {word(one.judgement)}"
    said = f"{words}\n{one.comment}" if one.comment else words
    return Face(said, _GLYPHS[one.judgement], _COLOURS[one.judgement])


def vote_face(m: MapData, vote: str) -> Face:
    """The role, and its dots."""
    one = m.of(Vote)[vote]
    return Face(one.role, strong=number(one.dots, spoken()))


class VerdictSheet(Sheet):
    """What somebody says of a card, and who that is."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        judgement = ChoiceField(options(Judgement))
        self.add_wide(_("Says"), judgement, field_of(Verdict, "judgement"), _rejudge("judgement"))
        self.add_wide(_("Because"), TextField(), field_of(Verdict, "comment"), _rejudge("comment"))
        for name, field in (
            *((_("Name"), "name"), (_("Role"), "role")),
            (_("Organisation"), "organisation"),
        ):
            self.add_row(name, LineField(), _of_somebody(field), _write_somebody(field))
        self.column.addWidget(quiet_button(_("Take this verdict back"), self._withdraw))
        self.column.addWidget(quiet_button(_("Remove this participant"), self._remove))

    @property
    def _verdict(self) -> Verdict:
        return self.desk.map.of(Verdict)[self.records[0]]

    def _withdraw(self) -> None:
        one = self._verdict
        self.desk.attempt(lambda: edits.withdraw_verdict(self.desk.map, one.card, one.participant))

    def _remove(self) -> None:
        """The participant goes with every verdict given."""
        somebody = self._verdict.participant
        self.desk.attempt(lambda: edits.remove_participant(self.desk.map, somebody))


class VoteSheet(Sheet):
    """How many dots a role gave; none takes them away."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.add_row(_("Dots"), NumberField(whole=True), field_of(Vote, "dots"), _revote)
        self.column.addWidget(quiet_button(_("Take these votes away"), self._remove))

    def _remove(self) -> None:
        self.desk.attempt(lambda: _revote(self.desk.map, self.records, 0))


def _judged(m: MapData, card: str, chosen: str | Fresh) -> Change:
    if not isinstance(chosen, Fresh):
        return edits.give_verdict(m, card, chosen, Judgement.APPROVE)
    new = edits.add_participant(m, chosen.name)
    somebody = new_record(new).id
    given = edits.give_verdict(m.apply(new), card, somebody, Judgement.APPROVE)
    return joined(given.label, [given, new])


def _role_and_dots(text: str) -> tuple[str, int]:
    """“Front line 3” as a role and its dots; one where no number is said."""
    line = one_line(text)
    found = _ROLE_AND_DOTS.fullmatch(line)
    return (found[1], int(found[2])) if found else (line, 1)


def _rejudge(field: str) -> Any:
    def edit(m: MapData, ids: tuple[str, ...], value: Any) -> Change:
        one = m.of(Verdict)[ids[0]]
        said = {"judgement": one.judgement, "comment": one.comment, field: value}
        return edits.give_verdict(m, one.card, one.participant, said["judgement"], said["comment"])

    return edit


def _of_somebody(field: str) -> Any:
    return lambda m, verdict: getattr(m.of(Participant)[m.of(Verdict)[verdict].participant], field)


def _write_somebody(field: str) -> Any:
    def edit(m: MapData, ids: tuple[str, ...], value: Any) -> Change:
        return edits.edit_participant(m, m.of(Verdict)[ids[0]].participant, **{field: value})

    return edit


def _revote(m: MapData, ids: tuple[str, ...], dots: int | None) -> Change:
    one = m.of(Vote)[ids[0]]
    return edits.set_votes(m, one.card, one.role, dots or 0)
