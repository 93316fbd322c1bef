"""What links share, such as a card's edge or a channel: shared out anew only where a link came or went."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
N = TypeVar("N", bound=Hashable)
I = TypeVar("I")  # noqa: E741
P = TypeVar("P")
T = TypeVar("T")


class Shared(NamedTuple, Generic[K, N, I, P]):
    """Groups of members by what they share, each member by its name, and what each group comes to.

    Never changed: ``after`` gives the next one, which has in common with this what stayed.
    """

    groups: dict[K, dict[N, I]]
    places: dict[K, P]

    def after(
        self,
        gone: Iterable[tuple[K, N, I]],
        come: Iterable[tuple[K, N, I]],
        share: Callable[[K, Collection[I]], P],
    ) -> tuple[Shared[K, N, I, P], set[K]]:
        """The groups without the members that are gone and with those that came; and which groups these are.

        ``share`` makes places of a group's members; it must not matter in which order it gets them.
        """
        if not self.groups:
            return self._first(come, share)
        groups, places = self.groups.copy(), self.places.copy()
        touched: set[K] = set()
        for key, name, _item in gone:
            _own(groups, key, touched).pop(name, None)
        for key, name, item in come:
            _own(groups, key, touched)[name] = item
        for key in touched:
            if groups[key]:
                places[key] = share(key, groups[key].values())
            else:
                del groups[key]
                places.pop(key, None)
        return Shared(groups, places), touched

    def _first(
        self, come: Iterable[tuple[K, N, I]], share: Callable[[K, Collection[I]], P]
    ) -> tuple[Shared[K, N, I, P], set[K]]:
        """The same where there was nothing: no group has to be kept as it is."""
        groups: dict[K, dict[N, I]] = {}
        for key, name, item in come:
            if (group := groups.get(key)) is None:
                groups[key] = {name: item}
            else:
                group[name] = item
        return Shared(groups, {key: share(key, group.values()) for key, group in groups.items()}), set(groups)

    def members(self, keys: Iterable[K]) -> set[N]:
        """The names of all members of some groups."""
        return {name for key in keys for name in self.groups.get(key, ())}


def _own(groups: dict[K, dict[N, I]], key: K, touched: set[K]) -> dict[N, I]:
    """A group that may be changed: a copy, made when the group is first touched."""
    if key not in touched:
        groups[key] = groups.get(key, {}).copy()
        touched.add(key)
    return groups[key]


def changes(old: Mapping[str, T], new: Mapping[str, T]) -> tuple[list[T], list[T]]:
    """What is gone from one state to another, and what came; what is the very same stayed."""
    gone = [one for name, one in old.items() if new.get(name) is not one]
    come = [one for name, one in new.items() if old.get(name) is not one]
    return gone, come
