"""Spread weighted things over places so that the greatest load is small (防止优势资源集中扎堆)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeVar

import attrs

from pbgov.base._columns import Frame, columns
from pbgov.base._frozen import FrozenMap
from pbgov.base._messages import Argument, both, say
from pbgov.base._spreading import Crowd, Spreading
from pbgov.base._text import Lang
from pbgov.errors import InfeasibleError, InvalidValueError

T = TypeVar("T")
_WHOLE: Final = 1000
_TOLD: Final = 5


@attrs.frozen(kw_only=True)
class Allocation:
    """Which thing goes to which place, and how good that is.

    Attributes:
        place_of: The place of each thing.
        loads: The summed weight at each place.
        bound: Proven: no allocation whatever under the same conditions has a greatest load below this.
    """

    place_of: FrozenMap[str, str]
    loads: FrozenMap[str, int]
    bound: int

    @property
    def greatest(self) -> int:
        """The greatest load."""
        return max(self.loads.values(), default=0)

    def to_columns(self) -> Frame:
        """Give one row a thing: the thing and its place."""
        return columns(self.place_of.items(), {"thing": lambda pair: pair[0], "place": lambda pair: pair[1]})

    @property
    def gap(self) -> int:
        """How far the greatest load lies above the proven bound; 0 means that it is the least possible."""
        return self.greatest - self.bound

    @property
    def concentration(self) -> int:
        """How far the greatest load stands above the mean 扎堆, in ‰, rounded up.

        1000 where all are alike, a thousand for each place where one has everything; 0 where there is nothing to have.
        The measure ``Concentration`` of a norm says the same of what is on record.
        """
        total = sum(self.loads.values())
        return -(-_WHOLE * self.greatest * len(self.loads) // total) if total else 0


@attrs.frozen(kw_only=True)
class Crowding:
    """Why not all things find a place: these may go only to these places, which hold fewer (Hall 1935).

    Attributes:
        things: The things, in order.
        places: All the places that any of them may go to, in order.
        room: How many things those places hold together; fewer than ``things``.
    """

    things: tuple[str, ...]
    places: tuple[str, ...]
    room: int

    def explain(self, lang: Lang = "en") -> str:
        """Say which things are too many for which places, and the way out.

        Args:
            lang: ``"en"`` or ``"zh"``.
        """
        return say(
            "allocation.crowded",
            lang,
            n=len(self.things),
            things=_some(self.things),
            m=len(self.places),
            places=_some(self.places),
            room=self.room,
        )

    def in_(self, lang: Lang) -> str:
        """Give the explanation, as sentences ask for it."""
        return self.explain(lang)


def allocate(
    weights: Mapping[str, int],
    places: Collection[str],
    *,
    capacity: Mapping[str, int] | None = None,
    eligible: Mapping[str, Collection[str]] | None = None,
    fixed: Mapping[str, str] | None = None,
) -> Allocation:
    """Spread weighted things over places, each thing to one place.

    What is sought is the smallest greatest load, and then the smallest sum of squared loads, so that the other places
    do not crowd either.

    With equal weights the answer is best possible in both, whatever the capacities and wherever things may go: no chain
    of moves leads to a place that has two things fewer (Harvey, Ladner, Lovász and Tamir 2006). Otherwise the heaviest
    go first, each to the least loaded place, and moves and exchanges follow while they help. The greatest load is then
    at most 4/3 of the least possible where each thing may go anywhere (Graham 1969), and at most twice that where it
    may not (Gairing, Lücking, Mavronicolas and Monien 2004); with capacities, ``gap`` says how good it is. Ties are
    broken by identifier.

    A unit that sits in several bodies is allocated once for each, without the places it has been given before.

    Args:
        weights: A weight, 0 or more, for each thing.
        places: Where things may go; one named twice is one place.
        capacity: How many things a place holds at most; a place not named holds any number.
        eligible: Where a thing may go; a thing not named may go anywhere.
        fixed: The place of each thing that has been placed already and stays; it counts towards load and capacity.

    Raises:
        InvalidValueError: Something is no mapping or no collection of strings, a weight or a capacity is no whole
            number of 0 or more, there are things and no place, or something is named that is not there.
        InfeasibleError: The things do not all find a place; ``certificate`` is a ``Crowding``.

    Examples:
        >>> allocate({"mine": 5, "school": 3, "bank": 2}, ["A", "B"]).loads["B"]
        5
        >>> allocate({"mine": 5, "school": 3}, ["A", "B"], eligible={"school": ["A"]}, fixed={"mine": "A"}).loads
        FrozenMap({'A': 8, 'B': 0})
    """
    weights = named("weights", weights)
    places = tuple(_strings("places", _several(places, "allocation.places")))
    capacity, eligible, fixed = named("capacity", capacity), eligible_for(eligible), named("fixed", fixed)
    _strings("fixed", fixed.values())
    light = [thing for thing, weight in weights.items() if not _natural(weight)]
    if light:
        raise InvalidValueError(both("count.negative", name=light[0], value=repr(weights[light[0]])), *light)
    small = [place for place, room in capacity.items() if not _natural(room)]
    if small:
        raise InvalidValueError(both("allocation.negative", place=small[0], value=repr(capacity[small[0]])), *small)
    if weights and not places:
        raise InvalidValueError(both("allocation.nowhere", n=len(weights)))
    names, things = sorted(set(places)), sorted(weights)
    index = {place: number for number, place in enumerate(names)}
    _need_listed("capacity", capacity, index)
    _need_listed("eligible", eligible, weights)
    _need_listed("fixed", fixed, weights)
    _need_listed("eligible", (place for where in eligible.values() for place in where), index)
    _need_listed("fixed", fixed.values(), index)
    for thing, place in fixed.items():
        if place not in eligible.get(thing, index):
            raise InvalidValueError(both("allocation.fixed", thing=thing, place=place), thing, place)
    spreading = Spreading(
        weights=[weights[thing] for thing in things],
        options=[
            (index[fixed[thing]],)
            if thing in fixed
            else tuple(sorted({index[place] for place in eligible[thing]}))
            if thing in eligible
            else None
            for thing in things
        ],
        room=[capacity.get(place, len(things)) for place in names],
    )
    crowd = spreading.place()
    if crowd is not None:
        certificate = _crowding(crowd, things, names, capacity)
        raise InfeasibleError(both("allocation.infeasible", why=certificate), certificate)
    bound = spreading.spread()
    return Allocation(
        place_of=FrozenMap(dict(zip(things, (names[place] for place in spreading.place_of), strict=True))),
        loads=FrozenMap(dict(zip(names, spreading.loads, strict=True))),
        bound=bound,
    )


def named(name: str, values: Mapping[str, T] | None) -> dict[str, T]:
    """Give what is said of things by their names; nothing where nothing is given.

    Args:
        name: Which of the arguments of ``allocate`` it is.
        values: What is said.

    Raises:
        InvalidValueError: It is no mapping, or a name is no string.
    """
    if values is None and name != "weights":
        return {}
    if not isinstance(values, Mapping):
        raise InvalidValueError(both(f"allocation.shape.{name}", value=repr(values)), values)
    _strings(name, values)
    return dict(values)


def eligible_for(eligible: Mapping[str, Iterable[str]] | None) -> dict[str, tuple[str, ...]]:
    """Give the places that are open to each thing, read once, since they may be given by iterators.

    Raises:
        InvalidValueError: It is no mapping of strings to several strings.
    """
    return {
        thing: tuple(_strings("eligible", _several(where, "allocation.open", thing=thing)))
        for thing, where in named("eligible", eligible).items()
    }


def _several(values: Iterable[T], key: str, **arguments: Argument) -> tuple[T, ...]:
    """Give several values, read once; one string is not several."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidValueError(both(key, value=repr(values), **arguments), values)
    return tuple(values)


def _strings(name: str, values: Collection[str]) -> Collection[str]:
    """Refuse a name that is no string."""
    for value in values:
        if not isinstance(value, str):
            raise InvalidValueError(both("allocation.name", name=name, value=repr(value)), value)
    return values


def _natural(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _need_listed(name: str, named: Iterable[str], known: Collection[str]) -> None:
    strange = sorted({one for one in named if one not in known})
    if strange:
        raise InvalidValueError(both("allocation.strange", name=name, ids=", ".join(strange)), *strange)


def _crowding(crowd: Crowd, things: list[str], names: list[str], capacity: Mapping[str, int]) -> Crowding:
    places = tuple(names[place] for place in crowd.places)
    return Crowding(
        things=tuple(things[thing] for thing in crowd.things),
        places=places,
        room=sum(capacity[place] for place in places),  # each of them is full, and so has one
    )


def _some(ids: tuple[str, ...]) -> str:
    return ", ".join(ids[:_TOLD]) + (", …" if len(ids) > _TOLD else "")
