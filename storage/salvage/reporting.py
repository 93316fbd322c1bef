"""What came back and what did not, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from journey.edits.wording import called
from journey.model import SHAPE_OF, MapData, Record
from journey.model.naming import field_word, how_many, sort_word
from resources.words import _, in_quotes, listed
from storage.salvage.mending import Mended
from storage.salvage.proofs import Key
from storage.salvage.weighing import Weighed

_MOST = 5
"""Names that one line tells."""


def came_back(map_data: MapData, but: Collection[Record]) -> str:
    """How much is in the map but for some records, as “4 stages, 12 steps, 48 cards”."""
    counts = Counter(SHAPE_OF[type(record)].name for record in map_data.records() if record not in but)
    del counts["workshop"]
    return ", ".join(how_many(sort, count) for sort, count in counts.items())


def details(weighed: Weighed, mended: dict[Mended, list[Record]], proved: bool) -> tuple[str, ...]:
    """A line for each thing that happened, naming what it happened to; what is ``proved`` is not doubted."""
    kept = weighed.records
    doubted = (set[Key](), set[Key]()) if proved else (weighed.older.keys(), weighed.filled)
    history = weighed.from_history | weighed.older.keys() - doubted[0]
    backup = weighed.from_backup | weighed.filled - doubted[1]
    return (
        *_each(_("Did not come back: {what}."), weighed.lost),
        *_each(_("Came back from the history: {what}."), _of(history, kept)),
        *_each(_("As the last change that is known left it: {what}."), _of(doubted[0], kept)),
        *_each(_("Came back from a backup: {what}."), _of(backup, kept)),
        *_each(_("Lost, and put back as the last backup has it: {what}."), _of(doubted[1], kept)),
        *_each(_("Was damaged, and is as it was again: {what}."), _of(weighed.turned_back, kept)),
        *_spoilt(weighed),
        *(line for why, says in _mended() for line in _each(says, mended.get(why, []))),
    )


def _of(keys: Collection[Key], kept: Mapping[Key, Record]) -> list[Record]:
    return [record for key, record in kept.items() if key in keys]


def _mended() -> tuple[tuple[Mended, str], ...]:
    return (
        (Mended.STOOD_IN, _("Stands in for what was lost, so that all the rest has its place: {what}.")),
        (Mended.MOVED, _("Was fitted to where it stands: {what}.")),
        (Mended.LOOSENED, _("Pointed to something that did not come back, and does so no more: {what}.")),
        (Mended.LEFT_OUT, _("Left out, because what it belonged to did not come back: {what}.")),
        (Mended.TWICE, _("Left out, because it was there twice: {what}.")),
    )


def _spoilt(weighed: Weighed) -> tuple[str, ...]:
    """What was lost of single records, field by field."""
    lines = []
    for key, names in weighed.spoilt.items():
        record = weighed.records[key]
        said = _("{record}: what could not be read was replaced ({fields}).")
        fields = listed([field_word(name) for name in names], _MOST)
        lines.append(said.format(record=_titled(record), fields=fields))
    return tuple(lines)


def _each(says: str, these: Iterable[Record | Key]) -> tuple[str, ...]:
    """A sentence about records, sort by sort, naming some of them; none about none."""
    what = named(these)
    return (says.format(what=what),) if what else ()


def named(what: Iterable[Record | Key]) -> str:
    """Records sort by sort, as “3 cards (“A”, “B” and “C”), 1 link”; a key only says of what sort."""
    by_sort = defaultdict[str, list[Record | Key]](list)
    for one in what:
        by_sort[SHAPE_OF[type(one) if isinstance(one, Record) else one[0]].name].append(one)
    return ", ".join(_named(sort, these) for sort, these in by_sort.items())


def _named(sort: str, these: list[Record | Key]) -> str:
    called_so = dict.fromkeys(called(one) for one in these if isinstance(one, Record))
    names = [in_quotes(name) for name in called_so if name != "…"]
    count = how_many(sort, len(these))
    return _("{count} ({names})").format(count=count, names=listed(names, _MOST)) if names else count


def _titled(record: Record) -> str:
    sort = sort_word(SHAPE_OF[type(record)].name)
    return _("{sort} “{title}”").format(sort=sort[:1].upper() + sort[1:], title=called(record))
