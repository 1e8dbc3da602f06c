"""Adjacency: who is next to whom, derived from outlines or points, over no barrier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from pbgov.base import both
from pbgov.errors import InvalidValueError, MissingExtraError, UnknownIdError
from pbgov.grid._barriers import FARTHEST, Barrier, is_point
from pbgov.grid._checks import as_ids, repeats
from pbgov.grid._groups import join, leader
from pbgov.grid._listing import Listing
from pbgov.grid._places import Building

if TYPE_CHECKING:
    from pbgov.grid._geometry import Gap, Limits, Plane

_Corners: TypeAlias = tuple[tuple[int, int], ...]

_Pair: TypeAlias = tuple[int, int]
_Legs: TypeAlias = tuple[list[tuple[int, int]], list[tuple[int, int]]]

_NEAR: Final = 14_000
_NEAR_POINTS: Final = 40_000
_FIRST: Final = 30_000  # millimetres that are looked over first for what may be joined
_FINE: Final = 1_000  # to the millimetre
_UNPLACED: Final = ("refuse", "alone")


def adjacency(
    buildings: Iterable[Building],
    *,
    within: int = _NEAR,
    points_within: int = _NEAR_POINTS,
    barriers: Iterable[Barrier] = (),
    in_sight: bool = False,
    connect: int | None = None,
    last: Iterable[str] = (),
    unplaced: Literal["refuse", "alone"] = "refuse",
) -> tuple[tuple[str, str], ...]:
    """Derive who is next to whom: pairs of buildings with a short and free way between them.

    A way is straight, from outline to outline where these come closest, or by one crossing of a barrier: straight to
    it, over it, and straight on; the length of the crossing itself does not count. It is free when it meets no barrier.
    Where several straight ways are equally short to a millimetre, as between walls that face each other, one free way
    will do. Between buildings that touch or overlap there is no way for anything to stand in.

    What is found depends on where things stand and not on their names or their order.

    Args:
        buildings: Buildings; where one has an outline, its position is not looked at.
        within: The longest way between two outlines, in millimetres, itself allowed.
        points_within: The longest way between two buildings known by a point alone. Between a point and an outline it
            is the mean of the two limits, rounded down.
        barriers: What nobody walks across.
        in_sight: Whether a way must not lead through a third building's outline either.
        connect: Join what is still apart: the shortest free ways of at most so many millimetres that make one graph,
            of all that can be made one. Where barriers stand between two parts, the 1,000 shortest gaps are tried each
            time the distance looked over doubles. By default nothing is joined.
        last: Identifiers of buildings that ``connect`` joins to the rest after all others, so that no others hang
            together by them alone: such as stand alone in every plan.
        unplaced: ``"refuse"`` buildings of which neither outline nor position is known, or leave them ``"alone"``,
            without neighbours.

    Returns:
        Edges as ``Neighbourhood`` takes them: each pair and the whole in order, none twice.

    Raises:
        InvalidValueError: A limit is no whole number of 0 or more; something is no building or no barrier; a building
            occurs twice, has no place, lies beyond 10,000 km, or has an outline that crosses or touches itself; an
            area does so; a crossing does not lie on its barrier, or ends inside it.
        UnknownIdError: ``last`` names a building that is not given.
        MissingExtraError: shapely is not installed; it comes with the extra ``pbgov[geometry]``.

    Examples:
        >>> from pbgov.grid import Barrier, Building, Neighbourhood
        >>> def house(name, x):
        ...     return Building(id=name, households=40, outline=[(x, 0), (x + 9, 0), (x + 9, 9), (x, 9)])
        >>> row = [house("B1", 0), house("B2", 14), house("B3", 30)]
        >>> adjacency(row, within=5)
        (('B1', 'B2'),)
        >>> adjacency(row, within=5, connect=10)
        (('B1', 'B2'), ('B2', 'B3'))
        >>> wall = Barrier(corners=[(12, -50), (12, 50)])
        >>> adjacency(row, within=5, connect=10, barriers=[wall])
        (('B2', 'B3'),)
    """
    for name, limit in (("within", within), ("points_within", points_within), ("connect", connect)):
        if not (limit is None and name == "connect"):
            _need_limit(name, limit)
    if type(in_sight) is not bool:
        raise InvalidValueError(both("places.flag", name="in_sight", value=repr(in_sight)), "in_sight", in_sight)
    if unplaced not in _UNPLACED:
        options = ", ".join(_UNPLACED)
        raise InvalidValueError(both("grid.option", name="unplaced", value=repr(unplaced), options=options), unplaced)
    placed = _placed(buildings, unplaced)
    walls = _barriers(barriers)
    late = set(as_ids("last", last, "places.not_ids"))
    unknown = sorted(late - placed.keys())
    if unknown:
        raise UnknownIdError(both("places.last_unknown", buildings=Listing(tuple(unknown))), *unknown)
    try:
        from pbgov.grid._geometry import Limits, Plane  # noqa: PLC0415 - an extra, loaded when first asked for
    except ModuleNotFoundError as error:
        if error.name != "shapely":
            raise
        raise MissingExtraError(both("places.no_shapely"), "shapely") from error
    _need_sound(placed, walls)
    names = sorted((name for name, corners in placed.items() if corners), key=lambda name: (placed[name], name))
    if not names:
        return ()
    outlines = [placed[name] for name in names]
    plane = Plane(outlines, walls, in_sight=in_sight)
    limits = Limits(outlines=within, points=points_within)
    passes = list(plane.by_crossings(max(within, points_within, connect or 0)))
    gaps = [*plane.near(limits), *_over(passes, limits, outlines)]
    found = {(one, other) for _, one, other in gaps}
    if connect is not None:
        found |= _joined(plane, passes, found, [name in late for name in names], connect)
    return tuple(sorted((min(pair), max(pair)) for pair in ((names[one], names[other]) for one, other in found)))


def _need_limit(name: str, limit: object) -> None:
    if type(limit) is not int or not 0 <= limit <= FARTHEST:
        raise InvalidValueError(both("places.limit", name=name, value=repr(limit)), name, limit)


def _placed(buildings: object, unplaced: str) -> dict[str, _Corners]:
    """Give where buildings stand by their identifiers: corners, one point, or nothing.

    Raises:
        InvalidValueError: Something is no building, or one occurs twice, has no place, or is too far away.
    """
    if not isinstance(buildings, Iterable):
        raise InvalidValueError(both("places.no_building", value=repr(buildings)), buildings)
    listed = list(cast("Iterable[object]", buildings))
    made: dict[str, _Corners] = {}
    for building in listed:
        if not isinstance(building, Building):
            raise InvalidValueError(both("places.no_building", value=repr(building)), building)
        corners = building.outline or (() if building.at is None else (building.at,))
        made[building.id] = _in_order(corners)
    twice = repeats(sorted(building.id for building in cast("list[Building]", listed)))
    if twice:
        raise InvalidValueError(both("places.building_twice", buildings=Listing(twice)), *twice)
    lost = tuple(sorted(name for name, corners in made.items() if not corners))
    if lost and unplaced == "refuse":
        raise InvalidValueError(both("places.unplaced", buildings=Listing(lost)), *lost)
    far = tuple(sorted(name for name, corners in made.items() if not all(map(is_point, corners))))
    if far:
        raise InvalidValueError(both("places.far", buildings=Listing(far)), *far)
    return made


def _in_order(corners: _Corners) -> _Corners:
    """Give an outline from its least corner on, the way round that comes first: one outline, one value."""
    least = corners.index(min(corners)) if corners else 0
    onward = corners[least:] + corners[:least]
    return min(onward, onward[:1] + onward[:0:-1])


def _barriers(given: object) -> tuple[Barrier, ...]:
    listed = tuple(cast("Iterable[object]", given)) if isinstance(given, Iterable) else (given,)
    for barrier in listed:
        if not isinstance(barrier, Barrier):
            raise InvalidValueError(both("places.no_barrier", value=repr(barrier)), barrier)
    return cast("tuple[Barrier, ...]", listed)


def _need_sound(placed: Mapping[str, _Corners], barriers: Sequence[Barrier]) -> None:
    """Refuse outlines and areas that cross or touch themselves, and crossings that do not cross."""
    from pbgov.grid._geometry import crooked, is_sound, misplaced  # noqa: PLC0415 - as above

    names = sorted(placed)
    bad = tuple(names[n] for n in crooked([placed[name] for name in names]))
    if bad:
        raise InvalidValueError(both("places.crooked", buildings=Listing(bad)), *bad)
    for n, one in enumerate(barriers):
        if not is_sound(one):
            barrier = _called(barriers, n)
            raise InvalidValueError(both("places.barrier_crooked", barrier=barrier), barrier)
        for crossing in misplaced(one):
            barrier = _called(barriers, n)
            raise InvalidValueError(both("places.crossing_off", barrier=barrier, n=crossing), barrier, crossing)


def _called(barriers: Sequence[Barrier], number: int) -> str:
    """Say which barrier: its place among them, and its name where it has one."""
    name = barriers[number].name
    return f"{number} ({name})" if name else str(number)


def _over(passes: Sequence[_Legs], limits: Limits, outlines: Sequence[_Corners]) -> Iterator[Gap]:
    """Yield the ways by crossings that are within their limits."""
    widest = _FINE * max(limits.outlines, limits.points)
    for both_ends in passes:
        here, there = ([leg for leg in legs if leg[0] <= widest] for legs in both_ends)
        for (leg, one), (onward, other) in product(here, there):
            if one != other and leg + onward <= _FINE * limits.between(outlines[one], outlines[other]):
                yield leg + onward, min(one, other), max(one, other)


def _joined(
    plane: Plane, passes: Sequence[_Legs], found: Iterable[_Pair], late: Sequence[bool], connect: int
) -> set[_Pair]:
    """Give the shortest ways that join what is apart, first without buildings that come last, and then with them."""
    groups = list(range(len(late)))
    made: set[_Pair] = set()
    for phase in (False, True) if any(late) else (True,):
        now = [phase or not one for one in late]
        for one, other in found:
            if now[one] and now[other]:
                join(groups, one, other)
        beyond, reach = -1, min(_FIRST, connect)
        while True:
            part = [leader(groups, n) if now[n] else -1 for n in range(len(late))]
            if len(set(part) - {-1}) <= 1:
                break
            gaps = [*plane.apart(part, beyond, reach), *_shortest_over(passes, part, reach)]
            for _, one, other in sorted(gaps):
                if join(groups, one, other):
                    made.add((one, other))
            if reach == connect or (reach > plane.extent and not passes):
                break
            beyond, reach = reach, min(2 * reach, connect)
    return made


def _shortest_over(passes: Sequence[_Legs], part: Sequence[int], reach: int) -> Iterator[Gap]:
    """Yield ways by crossings between different parts: from each part the shortest."""
    for here, there in passes:
        first, second = _of_parts(here, part), _of_parts(there, part)
        for (leg, one), (onward, other) in product(first, second):
            if part[one] != part[other] and leg + onward <= _FINE * reach:
                yield leg + onward, min(one, other), max(one, other)


def _of_parts(legs: Sequence[tuple[int, int]], part: Sequence[int]) -> list[tuple[int, int]]:
    """Give the shortest way from each part; they come shortest first."""
    shortest: dict[int, tuple[int, int]] = {}
    for leg in legs:
        if part[leg[1]] >= 0:
            shortest.setdefault(part[leg[1]], leg)
    return list(shortest.values())
