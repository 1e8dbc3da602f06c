"""Grids 网格, and the plan that divides a neighbourhood into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final, NoReturn

import attrs

from pbgov.base import (
    HTML,
    PLAIN,
    SVG,
    Argument,
    Band,
    Frame,
    FrozenMap,
    Lang,
    Row,
    Shapes,
    Shown,
    Table,
    Text,
    both,
    check_id,
    columns,
    need_lang,
)
from pbgov.errors import InvalidValueError, NotAPartitionError, StructureError, UnknownIdError
from pbgov.grid._afar import Afar, afar
from pbgov.grid._checks import as_ids, repeats
from pbgov.grid._closely import Closely, closely
from pbgov.grid._colours import colours
from pbgov.grid._features import feature_collection
from pbgov.grid._listing import Listing
from pbgov.grid._map import Look, Remark, grid_map
from pbgov.grid._places import Neighbourhood, connected_parts, need_neighbourhood, residents_of
from pbgov.grid._plan_shown import (
    as_marked,
    as_waived,
    by_grid,
    outside,
    plan_as_html,
    plan_as_text,
    remark_on,
    summary,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

NOTHING_FOUND: Final[FrozenMap[str, Remark]] = FrozenMap()
_CLOSE: Final = 1_000  # buildings that can be told apart on one map


def _members(values: Iterable[str]) -> tuple[str, ...]:
    return as_ids("members", values)


def _functions(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(as_ids("functions", values)))


@attrs.frozen(kw_only=True)
class Grid(Row):
    """A grid (网格): the buildings one grid worker cares for.

    Attributes:
        neighbourhood: Identifier of the neighbourhood it divides.
        members: Identifiers of its buildings, in order; at least one.
        functions: Codes of what the grid serves (party building, safety …), in order.

    Raises:
        InvalidValueError: It holds no building, lists one twice, or something is no identifier.

    Examples:
        >>> Grid(id="G1", neighbourhood="N1", members=["B2", "B1"]).members
        ('B1', 'B2')
    """

    neighbourhood: str = attrs.field(validator=check_id)
    members: tuple[str, ...] = attrs.field(converter=_members)
    functions: tuple[str, ...] = attrs.field(default=(), converter=_functions)

    def __attrs_post_init__(self) -> None:
        """Refuse a grid without buildings, or one that lists a building twice."""
        super().__attrs_post_init__()
        if not self.members:
            raise InvalidValueError(both("grid.empty", id=self.id), self.id)
        twice = repeats(self.members)
        if twice:
            raise InvalidValueError(both("grid.member_twice", id=self.id, buildings=Listing(twice)), *twice)


def _table(grids: Iterable[Grid] | Table[Grid]) -> Table[Grid]:
    if isinstance(grids, str) or not isinstance(grids, Iterable):
        raise InvalidValueError(both("plan.grids", value=repr(grids)), grids)
    listed = tuple(grids.values()) if isinstance(grids, Table) else tuple(grids)
    for grid in listed:
        if not isinstance(grid, Grid):
            raise InvalidValueError(both("grid.no_grid", value=repr(grid)), grid)
    return Table(listed)


@attrs.frozen(kw_only=True)
class GridPlan(Shown):
    """A division of a neighbourhood into grids: every building in exactly one.

    A plan may be *improper* (a grid of 340 households, a grid in two pieces): norms judge that. It is never
    *impossible*: no building is left out or counted twice.

    Attributes:
        neighbourhood: What is divided.
        grids: The grids, a table by identifier.

    Raises:
        NotAPartitionError: Buildings lie in no grid, or in several; ``culprits`` names them.
        UnknownIdError: A grid names a building the neighbourhood does not have.
        StructureError: A grid belongs to another neighbourhood.
        InvalidValueError: Something is no grid, or two grids share an identifier.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood
        >>> place = Neighbourhood(
        ...     id="N1",
        ...     community="C1",
        ...     buildings=[Building(id="B1", households=150), Building(id="B2", households=90)],
        ...     edges=[("B1", "B2")],
        ... )
        >>> plan = GridPlan(neighbourhood=place, grids=[Grid(id="G1", neighbourhood="N1", members=["B1", "B2"])])
        >>> plan.households()
        FrozenMap({'G1': 240})
        >>> plan.grid_of("B2").id, plan.connected()
        ('G1', True)
    """

    neighbourhood: Neighbourhood
    grids: Table[Grid] = attrs.field(converter=_table)

    def __attrs_post_init__(self) -> None:
        """Refuse whatever is no division of this neighbourhood."""
        place = self.neighbourhood
        need_neighbourhood(place)
        elsewhere = tuple(grid.id for grid in self.grids.values() if grid.neighbourhood != place.id)
        if elsewhere:
            raise StructureError(both("grid.elsewhere", id=place.id, grids=Listing(elsewhere)), *elsewhere)
        members = [grid.members for grid in self.grids.values()]
        held = dict.fromkeys(chain.from_iterable(members))
        if held.keys() != place.positions.keys() or len(held) != sum(map(len, members)):
            self._refuse(Counter(chain.from_iterable(members)))
        self.grid_places  # noqa: B018 - kept from now on

    def _refuse(self, held: Mapping[str, int]) -> NoReturn:
        place = self.neighbourhood
        unknown = sorted(member for member in held if member not in place.positions)
        if unknown:
            raise UnknownIdError(both("grid.building_unknown", id=place.id, building=Listing(tuple(unknown))), *unknown)
        missing = tuple(b.id for b in place.buildings if b.id not in held)
        repeated = tuple(sorted(member for member, times in held.items() if times > 1))
        sentence = both("grid.not_a_partition", id=place.id, missing=Listing(missing), repeated=Listing(repeated))
        raise NotAPartitionError(sentence, *missing, *repeated)

    @cached_property
    def grid_places(self) -> list[int]:
        """The place in ``grids`` of the grid that each building in turn lies in; do not change it."""
        members = [grid.members for grid in self.grids.values()]
        numbers = chain.from_iterable(map(repeat, range(len(members)), map(len, members)))
        number = dict(zip(chain.from_iterable(members), numbers, strict=True))
        return list(map(number.__getitem__, self.neighbourhood.positions))

    @cached_property
    def homes(self) -> FrozenMap[str, str]:
        """The grid each building lies in: building identifier to grid identifier, in the order of buildings."""
        grids = tuple(self.grids)
        named = map(grids.__getitem__, self.grid_places)
        return FrozenMap(dict(zip(self.neighbourhood.positions, named, strict=True)))

    def households(self) -> FrozenMap[str, int]:
        """Count the households (户) of each grid, by grid identifier."""
        place = self.neighbourhood
        return FrozenMap(
            {grid.id: sum(place.building(member).households for member in grid.members) for grid in self.grids.values()}
        )

    def residents(self) -> FrozenMap[str, int | None]:
        """Count the residents (居民) of each grid; ``None`` where a building with households was never counted."""
        place = self.neighbourhood
        return FrozenMap(
            {grid.id: residents_of(place.building(member) for member in grid.members) for grid in self.grids.values()}
        )

    def grid_of(self, building: str) -> Grid:
        """Give the grid a building lies in.

        Raises:
            UnknownIdError: The neighbourhood has no such building.
        """
        return self.grids[self.homes[self.neighbourhood.building(building).id]]

    def disconnected(self) -> tuple[str, ...]:
        """Name the grids that fall into several pieces."""
        place = self.neighbourhood
        return tuple(
            grid.id
            for grid in self.grids.values()
            if len(connected_parts(place.links, [place.positions[member] for member in grid.members])) > 1
        )

    def connected(self) -> bool:
        """Tell whether every grid hangs together."""
        return not self.disconnected()

    @cached_property
    def _view(self) -> Closely | Afar | None:
        """What a map shows of it; ``None`` when no building has a position."""
        return closely(self) if len(self.neighbourhood.buildings) <= _CLOSE else afar(self)

    def colours(self) -> dict[str, int]:
        """Number a colour for each grid, from 0 up, so that two grids side by side never share one.

        From 8 on the colours come again, hatched: ``number % 8`` is the colour and ``number // 8`` the hatching. No
        plan whose walkable ways can be drawn without crossing ever needs that. On a map on which buildings can be told
        apart, grids whose areas touch differ too, as far as eight colours reach.
        """
        view = self._view
        return colours(self) if view is None else dict(zip(self.grids, view.numbers, strict=True))

    def summary(self) -> Text:
        """Say how much is divided into how many grids, and how many households these hold."""
        return summary(self)

    def to_svg(
        self,
        *,
        households: tuple[int, int] | Band | None = None,
        waived: Collection[str] = (),
        marked: Mapping[str, Remark] = NOTHING_FOUND,
        lang: Lang | None = None,
    ) -> str:
        """Draw the map as SVG: north is up, every building in the colour of its grid, each grid with its households.

        Up to 1,000 buildings the map shows outlines, the area of each grid with its border, the compounds (dashed) and
        every label there is room for. Of more it shows what can still be seen: each grid as a thick line along its
        ways, and the labels there is room for; it stays below 200 KiB for 10,000 buildings.

        Args:
            households: Fewest and most households of a grid, both ends allowed; grids outside are marked, with by how
                much, unless they are waived.
            waived: Identifiers of grids that stand above the ceiling with a waiver; they are outlined.
            marked: What was found about grids, by identifier: a triangle beside the label, which says it when pointed
                at, and a thicker border.
            lang: The language of scale, marks and titles; by default both.

        Raises:
            InvalidValueError: The language is neither of the two, the bounds are no two whole numbers in order,
                ``waived`` holds no identifiers, or ``marked`` is no mapping to texts.
            UnknownIdError: What is waived or marked is no grid of this plan.
        """
        if lang is not None:
            need_lang(lang)
        excused, found = as_waived(self, waived), as_marked(self, marked)
        over = {key: remark_on(off) for key, off in outside(self, households).items() if key not in excused}
        return grid_map(self, self._view, Look(waived=excused, marked={**over, **found}, lang=lang))

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The buildings as ``Neighbourhood.__geo_interface__`` gives them, each with the ``grid`` it lies in."""
        return feature_collection(self.neighbourhood, self.homes)

    def to_columns(self) -> Frame:
        """Give one row a building, in the order of identifiers: its grid, its households, where it stands."""
        place = self.neighbourhood
        return columns(
            place.buildings,
            {
                "building": lambda building: building.id,
                "grid": lambda building: self.homes[building.id],
                "neighbourhood": lambda _: place.id,
                "compound": lambda building: building.compound,
                "households": lambda building: building.households,
                "residents": lambda building: building.residents,
                "floors": lambda building: building.floors,
                "x": lambda building: building.at and building.at[0],
                "y": lambda building: building.at and building.at[1],
            },
        )

    def by_grid(self, *, households: tuple[int, int] | Band | None = None, waived: Collection[str] = ()) -> Frame:
        """Give one row a grid, in the order of identifiers, as data frames take them.

        The columns: ``grid``, ``neighbourhood``; how many ``buildings``, ``households`` (户) and ``residents`` (居民,
        ``None`` where some were never counted) it has; of how many ``compounds`` (小区) it holds buildings; ``cut``,
        the ways that lead out of it; ``pieces``, 1 where it hangs together; ``outside``, by how many households it
        lies above (positive) or below its bounds, ``None`` where no bounds are given; and whether it is ``waived``.

        Args:
            households: Fewest and most households of a grid, both ends allowed.
            waived: Identifiers of grids that stand above the ceiling with a waiver.

        Raises:
            InvalidValueError: The bounds are no two whole numbers in order, or ``waived`` holds no identifiers.
            UnknownIdError: What is waived is no grid of this plan.

        Examples:
            >>> from pbgov.grid import Building, Neighbourhood
            >>> place = Neighbourhood(id="N1", community="C1", buildings=[Building(id="B1", households=310)])
            >>> plan = GridPlan(neighbourhood=place, grids=[Grid(id="G1", neighbourhood="N1", members=["B1"])])
            >>> plan.by_grid(households=(200, 300))["outside"]
            [10]
        """
        return by_grid(self, households, waived)

    def _shapes(self) -> Shapes:
        return {
            PLAIN: lambda: plan_as_text(self, ()),
            HTML: lambda: plan_as_html(self, ()),
            SVG: self.to_svg,
        }

    def move(self, building: str, *, to: str) -> GridPlan:
        """Give the plan in which a building lies in another grid; a grid left empty is dropped.

        Args:
            building: The building that moves.
            to: The grid it moves to, one of this plan.

        Raises:
            UnknownIdError: There is no such building, or no such grid.
        """
        source, target = self.grid_of(building), self.grids[to]
        if source.id == target.id:
            return self
        joined = attrs.evolve(target, members=(*target.members, building))
        left = tuple(member for member in source.members if member != building)
        grids = self.grids.having(joined)
        grids = grids.having(attrs.evolve(source, members=left)) if left else grids.without(source.id)
        return attrs.evolve(self, grids=grids)


def need_plan(value: object, key: str = "grid.no_plan", **arguments: Argument) -> None:
    """Refuse what is no plan.

    Args:
        value: What should be one.
        key: The sentence that says so.
        **arguments: What the sentence names beside the value.
    """
    if not isinstance(value, GridPlan):
        raise InvalidValueError(both(key, value=repr(value), **arguments), value)
