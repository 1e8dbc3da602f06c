"""The order in which buildings are looked at: what they are called does not matter."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.grid import Building, Neighbourhood
from pbgov.grid._order import _marks, order  # pyright: ignore[reportPrivateUsage]
from tests.unit.grid.worlds import world

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW: Final = [(i, i + 1) for i in range(8)]
SHAPES: Final = {
    "path": (9, ROW),
    "ring": (9, [*ROW, (8, 0)]),
    "star": (9, [(0, i) for i in range(1, 9)]),
    "comb": (10, [(i, i + 2) for i in range(0, 8, 2)] + [(i, i + 1) for i in range(0, 10, 2)]),
    "ladder": (10, [(i, i + 2) for i in range(8)] + [(i, i + 1) for i in range(0, 10, 2)]),
    "clique": (6, list(combinations(range(6), 2))),
    "streets": (9, [(i, i + 1) for i in range(8) if i % 3 < 2]),
}


class TestOrder:
    @given(at=st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), max_size=9, unique=True))
    def test_who_has_a_position_of_its_own_is_counted_by_it_alone(self, at: list[tuple[int, int]]) -> None:
        def counted(at: list[tuple[int, int]]) -> list[tuple[int, int]]:
            buildings = [Building(id=f"B{i}", households=1, x=x, y=y) for i, (x, y) in enumerate(at)]
            return [at[i] for i in order(Neighbourhood(id="N1", community="C1", buildings=buildings), [])]

        assert sorted(counted(at)) == sorted(at)
        assert counted(at) == counted(sorted(at)) == counted(at[::-1])

    def test_it_goes_from_west_to_east_in_strips_and_from_south_to_north_in_each(self) -> None:
        spots = [(0, 9), (2, 0), (9, 0), (11, 9)]
        buildings = [Building(id=f"B{i}", households=1, x=x, y=y) for i, (x, y) in enumerate(spots)]
        assert order(Neighbourhood(id="N1", community="C1", buildings=buildings), []) == [1, 0, 2, 3]

    @pytest.mark.parametrize("shape", SHAPES)
    @given(data=st.data())
    @settings(max_examples=20)
    def test_without_positions_new_names_give_the_same_picture(self, shape: str, data: st.DataObject) -> None:
        """What is counted first, second … is beside the same ones, whatever it is called."""
        n, edges = SHAPES[shape]
        weights = data.draw(st.lists(st.integers(1, 3), min_size=n, max_size=n) | st.just([1] * n))
        name = data.draw(st.permutations(range(n)))
        group = data.draw(st.just(set()) if shape in {"star", "clique", "streets"} else st.sets(st.integers(0, n - 1)))

        def seen(name: Sequence[int]) -> object:
            place = world([weights[name.index(i)] for i in range(n)], [(name[a], name[b]) for a, b in edges])
            alike = [name[i] for i in group]
            number = {one: i for i, one in enumerate(order(place, [[alike]]))}
            ways = {frozenset((number[a], number[b])) for a, near in enumerate(place.links) for b in near}
            held = [weights[name.index(one)] for one in number]
            return held, ways, {number[one] for one in alike}

        assert seen(range(n)) == seen(name)

    def test_a_street_is_counted_from_its_smaller_end(self) -> None:
        assert order(world([3, 2, 2, 1], [(0, 1), (1, 2), (2, 3)]), []) == [3, 2, 1, 0]

    def test_what_shares_a_position_is_told_apart_by_what_it_is(self) -> None:
        buildings = [Building(id=f"B{i}", households=n, x=0, y=0) for i, n in enumerate((3, 1, 2))]
        assert order(Neighbourhood(id="N1", community="C1", buildings=buildings), []) == [1, 2, 0]

    def test_one_and_three_around_a_building_are_not_two_and_two(self) -> None:
        place = world([5, 1, 3, 5, 2, 2], [(0, 1), (0, 2), (3, 4), (3, 5)])
        marks = _marks(place, [])
        assert marks[0] != marks[3]
        assert marks[4] == marks[5]

    def test_what_has_something_in_common_with_others_differs_by_what_it_is(self) -> None:
        """Four alike without ways: one pair shares a grid, the other a compound."""
        marks = _marks(world([1, 1, 1, 1]), [[[0, 1]], [[2, 3]]])
        assert marks[0] == marks[1] != marks[2] == marks[3]
