"""`reisekart merge`: two copies of one file that went apart, made one again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app import same_file
from app.commands.command import Command, force_option, json_option, output_option, path_argument
from app.commands.saying import say, say_data
from resources.words import _, _n

if TYPE_CHECKING:
    from journey.merging import Conflict, Merge


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "merge",
        _merge,
        [
            path_argument("mine"),
            path_argument("theirs"),
            output_option(_("The journey file to make.")),
            click.Option(
                ["--take"],
                type=click.Choice(["mine", "theirs"]),
                default="mine",
                show_default=True,
                help=_("Whose value stands where both changed the same field."),
            ),
            force_option(_("Replace the journey file if it is there already.")),
            json_option(),
        ],
        _(
            "Make one file of two copies that went apart.\n\n"
            "The new file is a copy of MINE, its whole history with it, and one change more that brings in "
            "what was done in THEIRS. Neither of them is changed. Where both changed the same field, the "
            "list says what each copy has and which was taken. What one copy took away and the other worked "
            "on stays."
        ),
        [
            "reisekart merge mine.journey theirs.journey -o both.journey",
            "reisekart merge mine.journey theirs.journey -o both.journey --take theirs",
            "reisekart merge a.journey b.journey -o ab.journey --json",
        ],
    )


def _merge(mine: Path, theirs: Path, target: Path, take: str, force: bool, as_json: bool) -> None:
    from app.commands.keeping import expect_another, expect_journey_name, expect_new, expect_place
    from app.commands.progress import doing
    from journey.merging import Side, merge
    from storage import JourneyFile
    from storage.merged_copy import write_merged
    from storage.shared_history import shared_history

    for source in (mine, theirs):
        expect_another(source, target)
    _expect_two(mine, theirs)
    expect_journey_name(target)
    expect_place(target)
    expect_new(target, force)
    with (
        JourneyFile.open(mine, read_only=True) as ours,
        JourneyFile.open(theirs, read_only=True) as others,
        doing(_("Merging {file} …").format(file=theirs.name)),
    ):
        shared = shared_history(ours.moment(), others.moment())
        merged = merge(shared.base, ours.map, others.map, usual=Side(take))
        change = merged.change(_("Merge with “{file}”").format(file=theirs.name))
        write_merged(ours, target, change, before_merging(theirs), shared.upto)
    if as_json:
        say_data(json.dumps(_plain(merged), ensure_ascii=False, indent=1) + "\n")
        return
    for line in _report(merged, target):
        say(line)


def before_merging(theirs: Path) -> str:
    """What the version is called that is kept before a merge."""
    return _("Before merging with “{file}”").format(file=theirs.name)


def _expect_two(mine: Path, theirs: Path) -> None:
    sentence = _("“{mine}” and “{theirs}” are the same file. Name the two copies that went apart.")
    same_file.expect_another(mine, theirs, sentence.format(mine=mine.name, theirs=theirs.name))


def _report(merged: Merge, target: Path) -> Iterator[str]:
    from app.commands.tally import tally
    from journey.merging import incoming, keeps_other, remark_words

    yield _("Made {file}: {tally}").format(file=target, tally=tally(merged.map))
    yield from incoming(merged) or [_("Nothing came in: all that is in the other copy is in this one.")]
    if merged.conflicts:
        count = len(merged.conflicts)
        yield ""
        words = _n(
            "{n} conflict; what was taken is marked with →",
            "{n} conflicts; what was taken is marked with →",
            count,
        )
        yield words.format(n=count)
    for conflict in merged.conflicts:
        yield from _conflict(merged, conflict)
    if any(keeps_other(conflict) for conflict in merged.conflicts):
        yield _("A text that was not taken stands in the note of its card.")
    if merged.remarks:
        yield ""
    for remark in merged.remarks:
        yield remark_words(merged, remark)


def _conflict(merged: Merge, conflict: Conflict) -> Iterator[str]:
    from journey.merging import Side, told

    words = told(merged, conflict)
    yield _("  {what}: {field}").format(what=words.what, field=words.field)
    for side, copy in ((Side.MINE, _("mine: {value}")), (Side.THEIRS, _("theirs: {value}"))):
        mark = "→" if side is conflict.taken else " "
        yield f"    {mark} {copy.format(value=words.of(side))}"


def _plain(merged: Merge) -> dict[str, Any]:
    """A merge for other programs: what came in, the conflicts, and what was done without asking."""
    from journey.merging import counts, remark_words, told
    from journey.plain import sort_of

    conflicts = []
    for conflict in merged.conflicts:
        words = told(merged, conflict)
        conflicts.append(
            {
                "key": conflict.key,
                "about": str(conflict.dispute),
                "sort": sort_of(conflict.record),
                "id": conflict.record.id,
                "fields": conflict.fields,
                "what": words.what,
                "mine": words.mine,
                "theirs": words.theirs,
                "taken": str(conflict.taken),
            }
        )
    remarks = [{"about": str(it.note), "says": remark_words(merged, it)} for it in merged.remarks]
    return {"came_in": counts(merged), "conflicts": conflicts, "remarks": remarks}
