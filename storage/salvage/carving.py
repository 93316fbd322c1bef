"""Which rows of a damaged file belong to which table: by the tables' trees, and where these end by looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from journey.model import SHAPE_NAMED, SHAPES
from journey.model.fields import RECORD_LIMIT
from storage.rows import ROWS
from storage.salvage.forms import FORMS, Form, Values
from storage.salvage.pages import INDEX_INTERIOR, INDEX_LEAF, INTERIOR, LEAF, Pages, Row, TooManyRows

_SCHEMA_WIDTH, _ROOT = 5, 3
_ADDED_SINCE = frozenset({"version"})
"""Tables that files of the first version do not have."""


@dataclass(slots=True)
class Tree:
    """What a tree was followed to: its leaves, what leads to them, and whether all of it was there."""

    leaves: list[int] = field(default_factory=list)
    inner: list[int] = field(default_factory=list)
    whole: bool = True


@dataclass(slots=True)
class Carved:
    """The rows of each table, those first that its tree leads to.

    ``told`` are ids that the indexes name; ``whole`` says that no page of a table is lost. ``unknown`` are
    the tables of which nothing tells how many rows they had. So many of the ``pages`` were ``unread``.
    """

    rows: dict[str, list[Values]]
    told: dict[str, set[str]]
    whole: bool
    unknown: frozenset[str]
    unread: int
    pages: int

    def ids(self) -> set[str]:
        """The ids of all the records that are known of, whether or not they can be read."""
        rows = (values[0] for shape in SHAPES for values in self.rows[shape.name])
        return {one for one in rows if isinstance(one, str)}.union(
            *(self.told[shape.name] for shape in SHAPES)
        )


def carve(pages: Pages) -> Carved:
    """All the rows that can be had."""
    roots = _all_roots(pages)
    trees = {name: _tree(pages, roots[name]) if name in roots else Tree() for name in FORMS}
    rows = {name: _of_tree(pages, FORMS[name], tree) for name, tree in trees.items()}
    torn = [FORMS[name] for name, tree in trees.items() if not tree.whole]
    if torn:
        for page in _strays(pages, trees):
            _place(pages.rows(page), torn, rows)
    indexes = {name: _index(pages, roots, name) for name in FORMS}
    told = {name: _told(pages, index) for name, index in indexes.items()}
    unknown = (name for name in FORMS if not any(_is_sound(pages, its[name]) for its in (trees, indexes)))
    return Carved(rows, told, not torn, frozenset(unknown), pages.unread(), pages.expected())


def _is_sound(pages: Pages, tree: Tree) -> bool:
    """Whether all that a tree had could be read."""
    return tree.whole and pages.broken.isdisjoint([*tree.leaves, *tree.inner])


def _all_roots(pages: Pages) -> dict[str, int]:
    """Where each tree begins: as the file says, and what it does not say as in other files."""
    own = _roots(pages)
    return own if own.keys() >= FORMS.keys() - _ADDED_SINCE else {**_usual_roots(), **own}


def _roots(pages: Pages) -> dict[str, int]:
    """Where each tree begins, by the file's own list of them."""
    if not pages.has_header:
        return {}
    listed = (row.values for leaf in _tree(pages, 1).leaves for row in pages.rows(leaf))
    found: dict[str, int] = {}
    for values in listed:
        if len(values) == _SCHEMA_WIDTH and isinstance(root := values[_ROOT], int):
            found[str(values[1])] = root
    return found


@cache
def _usual_roots() -> dict[str, int]:
    """Where each tree begins in a file as it is made: for one whose own list is gone."""
    from sqlite_utils import Database

    from storage.migrations import lay_out

    db = Database(memory=True)
    try:
        lay_out(db)
        return dict(db.execute("select name, rootpage from sqlite_schema where rootpage > 0").fetchall())
    finally:
        db.close()


def _tree(pages: Pages, root: int, inner: int = INTERIOR, leaf: int = LEAF) -> Tree:
    """Follow a tree from its root; a page that is none of its own is told among the leaves."""
    tree, waiting, met = Tree(), [root], set[int]()
    while waiting:
        page = waiting.pop()
        if page in met or not 0 < page <= len(pages):
            tree.whole = False
            continue
        met.add(page)
        if pages.kind(page) == inner:
            tree.inner.append(page)
            waiting.extend(reversed(pages.children(page)))
        else:
            tree.whole = tree.whole and pages.kind(page) == leaf
            tree.leaves.append(page)
    return tree


def _of_tree(pages: Pages, form: Form, tree: Tree) -> list[Values]:
    """The rows on a tree's leaves; a leaf whose rows do not fit is left to be placed by looks.

    Raises TooManyRows where there are more than a map has room for.
    """
    found, kept = list[Values](), list[int]()
    for page in tree.leaves:
        rows = pages.rows(page)
        fitting = sum(form.takes(row) for row in rows)
        if rows and not fitting and any(one.takes(row) for one in FORMS.values() for row in rows):
            tree.whole = False
            continue
        kept.append(page)
        found += [form.values(row)[: form.width] for row in rows if len(row.values) >= form.width]
        if form.name in SHAPE_NAMED and len(found) > RECORD_LIMIT:
            raise TooManyRows
    tree.leaves = kept
    return found


def _strays(pages: Pages, trees: dict[str, Tree]) -> Iterable[int]:
    """Leaves that no tree leads to, those whose rows are told apart most easily first."""
    met = {page for tree in trees.values() for page in tree.leaves} | pages.free()
    first = 2 if pages.has_header else 1
    strays = [page for page in range(first, len(pages) + 1) if pages.kind(page) == LEAF and page not in met]
    return sorted(strays, key=lambda page: -max((len(row.values) for row in pages.rows(page)), default=0))


def _place(rows: list[Row], forms: list[Form], found: dict[str, list[Values]]) -> None:
    """Put the rows of a page to those of the table they fit best."""
    fitting = {form.name: [form.values(row) for row in rows if form.takes(row)] for form in forms}
    best = max(fitting, key=lambda name: (len(fitting[name]), _belonging(name, fitting[name], found)))
    found[best] += fitting[best]


def _belonging(name: str, rows: list[Values], found: dict[str, list[Values]]) -> int:
    """How many times rows, taken for those of a table, point at something that was found, or at nothing."""
    if name not in SHAPE_NAMED:
        return 0
    shape, count = SHAPE_NAMED[name], Counter[bool]()
    for reference in shape.references:
        place = ROWS[shape.record].columns.index(reference.field)
        target = next(one.name for one in SHAPES if one.record is reference.target)
        ids = {values[0] for values in found[target]}
        count.update(values[place] in ids for values in rows if values[place] is not None)
    return count[True] - count[False]


def _index(pages: Pages, roots: dict[str, int], table: str) -> Tree:
    """The index of a table's ids."""
    root = roots.get(f"sqlite_autoindex_{table}_1", 0)
    return _tree(pages, root, INDEX_INTERIOR, INDEX_LEAF)


def _told(pages: Pages, tree: Tree) -> set[str]:
    """The ids that an index names, whether or not their rows were found."""
    keys = (key for page in (*tree.inner, *tree.leaves) for key in pages.keys(page))
    return {key[0] for key in keys if len(key) == 2 and isinstance(key[0], str) and isinstance(key[1], int)}
