"""Shapes that are hard on a divider, with answers by hand or in closed form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from pbgov.grid import Ground, Neighbourhood, Obstacle, Partitioning, partition
from tests.grid_oracle import Question, verified
from tests.unit.grid.worlds import path, ring, star, world

if TYPE_CHECKING:
    from collections.abc import Sequence

Effort = Literal["first", "good", "best"]
EFFORTS: tuple[Effort, ...] = ("first", "good", "best")


def clique(*households: int) -> Neighbourhood:
    """Every building beside every other."""
    return world(households, [(i, j) for j in range(len(households)) for i in range(j)])


def comb(spine: Sequence[int], teeth: Sequence[int]) -> Neighbourhood:
    """Give a street with one building behind each of its buildings."""
    n = len(spine)
    return world([*spine, *teeth], [*((i, i + 1) for i in range(n - 1)), *((i, n + i) for i in range(n))])


def lattice(rows: int, columns: int, households: int) -> Neighbourhood:
    """Give rows and columns of equal buildings."""
    at = [(r, c) for r in range(rows) for c in range(columns)]
    edges = [(r * columns + c, r * columns + c + 1) for r, c in at if c + 1 < columns]
    edges += [(r * columns + c, (r + 1) * columns + c) for r, c in at if r + 1 < rows]
    return world([households] * (rows * columns), edges)


def planned(place: Neighbourhood, low: int, high: int, effort: Effort = "best") -> Partitioning:
    """Ask for a plan, and hold it against what was asked."""
    question = Question(place=place, low=low, high=high)
    result = question.put(effort)
    verified(question, result)
    return result


def refused(place: Neighbourhood, low: int, high: int, effort: Effort = "best") -> tuple[Obstacle, ...]:
    """Ask for a plan that does not exist: what is claimed, proven and checked."""
    result = partition(place, (low, high), effort=effort)
    assert not result.feasible
    assert result.certificate is not None
    assert result.certificate.proven
    assert result.certificate.check(place)
    return tuple(claim.obstacle for claim in result.certificate.claims)


@pytest.mark.parametrize("effort", EFFORTS)
class TestSmall:
    @pytest.mark.parametrize(("low", "high", "feasible"), [(0, 9, True), (9, 99, True), (10, 99, False), (0, 8, True)])
    def test_a_star_whose_centre_serves_one_grid(self, effort: Effort, low: int, high: int, feasible: bool) -> None:
        """All leaves but those in the grid of the centre stand alone: 9 leaves of 1 around a centre of 0."""
        place = star(0, *[1] * 9)
        if not feasible:
            refused(place, low, high, effort)
            return
        result = planned(place, low, high, effort)
        assert result.bound <= len(result.grids)
        if effort == "best":
            assert result.measures["grids"] == 1 + max(0, 9 - high)
            assert result.measures["cut"] == result.measures["grids"] - 1

    def test_a_star_with_leaves_too_small_to_stand_alone(self, effort: Effort) -> None:
        assert Obstacle.SIDE in refused(star(100, *[60] * 4), 100, 200, effort)
        planned(star(100, *[25] * 4), 100, 200, effort)

    def test_a_comb_is_divided_between_its_teeth(self, effort: Effort) -> None:
        """Teeth of 100 that cannot stand alone hang on a spine of 50: two teeth, or one, to a grid of 150 to 300."""
        result = planned(comb([50] * 6, [100] * 6), 150, 300, effort)
        if effort == "best":
            assert (result.measures["grids"], result.measures["cut"]) == (3, 2)
            assert result.proven == ("grids", "splits", "cut")

    def test_a_comb_whose_teeth_do_not_fit(self, effort: Effort) -> None:
        assert refused(comb([80, 80, 80], [180, 180, 180]), 200, 250, effort)

    def test_a_ladder_is_cut_across(self, effort: Effort) -> None:
        """2 by 12 buildings of 50 and grids of 300: six buildings, three rungs each, two edges cut between them."""
        result = planned(lattice(2, 12, 50), 300, 300, effort)
        assert result.measures["grids"] == 4
        if effort == "best":
            assert result.measures["cut"] == 6

    def test_a_ring_has_as_many_cuts_as_grids(self, effort: Effort) -> None:
        result = planned(ring(*[100] * 12), 200, 300, effort)
        assert result.measures["cut"] == result.measures["grids"]
        if effort == "best":
            assert result.measures["grids"] == 4

    def test_a_ring_has_no_end_to_begin_at(self, effort: Effort) -> None:
        """Weights 3 and 2 in turn, grids of 5: two ways around, both of them cut everywhere."""
        result = planned(ring(*[3, 2] * 6), 5, 5, effort)
        assert (result.measures["grids"], result.measures["cut"]) == (6, 6)
        assert refused(ring(3, 3, 3, 2, 2, 2), 5, 5, effort)
        assert refused(ring(*[3] * 4), 4, 5, effort)

    @pytest.mark.parametrize(("n", "size"), [(4, 100), (10, 60), (12, 75)])
    def test_equal_weights_on_a_street(self, effort: Effort, n: int, size: int) -> None:
        result = planned(path(*[size] * n), 200, 300, effort)
        if effort == "best":
            assert result.measures["grids"] == -(-n // (300 // size))
            assert result.measures["cut"] == result.measures["grids"] - 1

    def test_a_clique_of_twelve(self, effort: Effort) -> None:
        """Any six pairs or four triples: grids of 300 of 100 each; 12 * 11 / 2 edges, 4 * 3 of them inside."""
        result = planned(clique(*[100] * 12), 200, 300, effort)
        if effort == "best":
            assert (result.measures["grids"], result.measures["cut"]) == (4, 54)

    def test_nobody_at_home(self, effort: Effort) -> None:
        result = planned(clique(*[0] * 6), 0, 300, effort)
        assert result.bound == 1
        assert Obstacle.TOTAL in refused(clique(*[0] * 6), 1, 300, effort)
        vacant = planned(path(0, 0, 200, 0, 0, 200, 0), 200, 300, effort)
        assert vacant.measures["grids"] == 2

    @pytest.mark.parametrize("at", [0, 3, 6])
    def test_one_giant(self, effort: Effort, at: int) -> None:
        households = [100] * 7
        households[at] = 301
        place = path(*households)
        assert Obstacle.OVERSIZED in refused(place, 200, 300, effort)
        question = Question(place=place, low=200, high=300, oversize="alone")
        result = question.put(effort)
        assert result.feasible
        verified(question, result)
        assert len(result.waived) == 1
        households[at] = 300
        planned(path(*households), 200, 300, effort)

    @pytest.mark.parametrize("grids", [1, 2, 3, 4])
    @pytest.mark.parametrize("off", [-1, 0, 1])
    def test_totals_beside_a_multiple(self, effort: Effort, grids: int, off: int) -> None:
        """Buildings of 1 household on a street: whatever the totals allow is possible, and nothing else is."""
        low, high = 7, 8
        for total in (grids * low + off, grids * high + off):
            place = path(*[1] * total)
            possible = any(k * low <= total <= k * high for k in range(1, 9))
            if possible:
                result = planned(place, low, high, effort)
                assert result.bound == -(-total // high)
                assert result.gap == 0 or effort != "best"
            else:
                assert refused(place, low, high, effort) == (Obstacle.TOTAL,)

    def test_two_cliques_and_a_bridge(self, effort: Effort) -> None:
        """Four of 70 on either side, 280 a side: the bridge is cut, or nothing fits."""
        pairs = [(i, j) for side in (0, 4) for j in range(side, side + 4) for i in range(side, j)]
        place = world([70] * 8, [*pairs, (0, 4)])
        result = planned(place, 200, 300, effort)
        assert (result.measures["grids"], result.measures["cut"]) == (2, 1)
        assert refused(place, 281, 559, effort) == (Obstacle.TOTAL,)
        assert refused(place, 300, 350, effort) == (Obstacle.TOTAL,)

    def test_no_street_joins_them(self, effort: Effort) -> None:
        result = planned(world([250] * 20), 200, 300, effort)
        assert (result.measures["grids"], result.measures["cut"], result.bound) == (20, 0, 20)
        assert set(refused(world([150] * 20), 200, 300, effort)) == {Obstacle.TOTAL}


def test_a_proof_by_shares_where_totals_say_too_little() -> None:
    """Forty of 160 in a ring: two never fit in 300, so there are 40 grids, though 6,400 households need but 22."""
    place = ring(*[160] * 40)
    result = planned(place, 100, 300)
    assert (result.bound, result.gap) == (40, 0)
    assert result.proof is not None
    assert result.proof.needs[0].ground is Ground.SHARES
    assert result.proof.check(place)


class TestMiddling:
    @pytest.mark.parametrize("effort", ["first", "good"])
    def test_a_clique_of_forty(self, effort: Effort) -> None:
        planned(clique(*[20 + i for i in range(40)]), 200, 300, effort)

    @pytest.mark.parametrize("effort", EFFORTS)
    def test_a_star_of_three_hundred(self, effort: Effort) -> None:
        place = star(0, *[1] * 300)
        assert len(planned(place, 200, 300, effort).grids) == 1
        assert refused(place, 200, 299, effort) == (Obstacle.TOTAL,)
        assert refused(place, 50, 250, effort) == (Obstacle.SIDE,)

    @pytest.mark.parametrize("effort", ["first", "good"])
    def test_a_street_of_two_thousand(self, effort: Effort) -> None:
        place = path(*[20 + i * 7 % 80 for i in range(2_000)])
        result = planned(place, 200, 300, effort)
        assert result.measures["cut"] == result.measures["grids"] - 1

    def test_a_street_of_two_thousand_with_one_bad_end(self) -> None:
        assert refused(path(*[250] * 1_999, 60), 200, 300, "first") == (Obstacle.SIDE,)

    @pytest.mark.parametrize("effort", ["first", "good"])
    def test_nine_hundred_small_buildings(self, effort: Effort) -> None:
        result = planned(lattice(30, 30, 5), 200, 300, effort)
        assert result.bound == 15

    def test_a_lattice_of_equal_weights_and_one_size(self) -> None:
        assert planned(lattice(10, 10, 100), 200, 200, "first").measures["grids"] == 50

    def test_a_chessboard_without_two_corners(self) -> None:
        """Gomory and Mendelsohn: opposite corners have one colour, so no dominoes cover what is left."""
        rows = 6
        kept = [(r, c) for r in range(rows) for c in range(rows) if (r, c) not in {(0, 0), (5, 5)}]
        number = {spot: i for i, spot in enumerate(kept)}
        near = [((r, c), other) for r, c in kept for other in ((r, c + 1), (r + 1, c)) if other in number]
        place = world([100] * len(kept), [(number[a], number[b]) for a, b in near])
        assert set(refused(place, 200, 200)) <= {Obstacle.EXHAUSTED, Obstacle.SEARCHED, Obstacle.SHARES, Obstacle.CHAIN}


@pytest.mark.nightly
def test_a_hundred_thousand_buildings() -> None:
    result = planned(lattice(250, 400, 60), 200, 300, "first")
    assert len(result.grids) >= result.bound == 20_000
