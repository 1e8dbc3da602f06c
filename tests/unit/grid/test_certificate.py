"""Certificates on worlds counted by hand."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Literal

import attrs
import pytest

from pbgov.grid import Certificate, Claim, Obstacle, Relaxation, _relax, _searched, partition
from pbgov.grid._solve import Effort
from tests.unit.grid.worlds import path, ring, three_by_three, world

if TYPE_CHECKING:
    from pbgov.grid import Neighbourhood


def certificate(
    place: Neighbourhood, low: int = 200, high: int = 300, oversized: Literal["refuse", "alone"] = "refuse"
) -> Certificate:
    result = partition(place, (low, high), oversize=oversized)
    assert result.certificate is not None
    assert result.certificate.check(place)
    assert pickle.loads(pickle.dumps(result.certificate)) == result.certificate  # noqa: S301 - our own bytes
    return result.certificate


def test_all_oversized_buildings_are_named() -> None:
    found = certificate(path(350, 100, 100, 420))
    assert found.claims[0].buildings == ("B0", "B3")
    assert found.explain() == (
        "Buildings above the ceiling of 300 households on their own: B0 (350), B3 (420). "
        "The smallest change that works: raise the ceiling to 420 households, or let B0, B3 stand alone with a waiver."
    )
    assert found.explain("zh") == (
        "楼栋B0（350户）、B3（420户）各自已超过每个网格的上限300户。"
        "可行的最小调整：把上限提高到420户，或经豁免让楼栋B0、B3单独成格。"
    )


@pytest.mark.parametrize("households", [[199], [100, 99], [0]])
def test_too_few_in_all(households: list[int]) -> None:
    found = certificate(path(*households))
    assert found.claims[0].obstacle is Obstacle.TOTAL
    assert found.relaxations == (Relaxation(floor=sum(households), works=True, smallest=True),)
    assert f"{sum(households)} households in all, below the floor of 200." in found.explain("en")
    assert f"合计{sum(households)}户，不足一个网格的下限200户" in found.explain("zh")


def test_too_many_for_one_grid_too_few_for_two() -> None:
    found = certificate(ring(90, 90, 90, 80))
    assert found.claims[0].obstacle is Obstacle.TOTAL
    assert "350 households in all, more than 1 × 300 and less than 2 × 200." in found.explain("en")
    assert "多于1×300户而少于2×200户" in found.explain("zh")
    assert found.relaxations[0] == Relaxation(ceiling=350, works=True, smallest=True)
    assert found.relaxations[1] == Relaxation(floor=170, works=True, smallest=True)


def test_two_towers_and_a_bridge() -> None:
    """A ring of 182 households, a bridge, a tower of 240 in a ring of its own: 182 + 240 is too large."""
    place = world([60, 62, 60, 240, 200, 200], [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)])
    found = certificate(place)
    (claim,) = found.claims
    assert (claim.obstacle, claim.at, claim.households) == (Obstacle.SIDE, "B3", 240)
    assert "The side of bridge B2–B3 holds 182 households" in found.explain("en")
    assert "at least 182 of them join building B3 (240), which makes 422, too large" in found.explain("en")
    assert "连线B2–B3的一侧共182户" in found.explain("zh")
    assert found.relaxations == (
        Relaxation(ceiling=422, works=True, smallest=True),
        Relaxation(floor=182, works=True, smallest=True),
    )


def test_a_side_that_hangs_by_two_edges() -> None:
    place = world([60, 62, 60, 240, 200, 200], [(0, 1), (1, 2), (0, 3), (2, 3), (3, 4), (4, 5), (3, 5)])
    found = certificate(place)
    assert "The side that hangs on building B3 by B0, B2 holds 182 households" in found.explain("en")
    assert "经楼栋B0、B2与楼栋B3相连的一侧共182户" in found.explain("zh")


def test_a_star_with_too_many_leaves() -> None:
    found = certificate(world([100, 60, 60, 60, 60, 250], [(0, i) for i in range(1, 6)]))
    assert found.claims[0].at == "B0"
    assert "carries 4 sides that cannot stand alone (by B1: 60, by B2: 60, by B3: 60, by B4: 60)" in found.explain("en")
    assert "the grid of B0 comes to 340, above the ceiling of 300" in found.explain("en")
    assert "连着4处不能自成网格的部分（经B1：60户、经B2：60户" in found.explain("zh")


def test_a_point_whose_grid_never_comes_right() -> None:
    """Either all of a side or none of it: 100 + 250 is too many, 100 alone too few."""
    found = certificate(path(250, 100, 250))
    assert found.claims[0].obstacle is Obstacle.SIDE
    assert "Building B1 (100 households) holds several sides together (by B0: 250, by B2: 250)" in found.explain("en")
    assert "楼栋B1（100户）把小区图分成几部分" in found.explain("zh")


def test_counting_inwards_on_a_street() -> None:
    """140 is too small with 20 and too large with either tower; no total and no single point shows it."""
    found = certificate(path(220, 210, 140, 20, 240))
    (claim,) = found.claims
    assert (claim.obstacle, claim.at, claim.households) == (Obstacle.CHAIN, "B1", 610)
    assert "Counting inwards from the ends to building B1 (4 buildings, 610 households)" in found.explain("en")
    assert "从各端逐栋累计到楼栋B1（涉及4栋楼，共610户）" in found.explain("zh")
    assert found.relaxations == (
        Relaxation(ceiling=350, works=True, smallest=True),
        Relaxation(floor=160, works=True, smallest=True),
    )
    assert not attrs.evolve(found, claims=(attrs.evolve(claim, at="B0"),)).check(path(220, 210, 140, 20, 240))


def test_three_rows_are_searched_to_the_end() -> None:
    found = certificate(three_by_three(4, 1, 4, 1, 4, 1, 4, 1, 4), 6, 6)
    assert found.claims[0].obstacle is Obstacle.EXHAUSTED
    assert "Every grid that building B2 could lie in was tried" in found.explain("en")
    assert "可能所在的网格及其周边的分法已逐一试过" in found.explain("zh")


def test_what_cannot_be_divided_around_one_building_is_proven() -> None:
    """Fours and ones as on a chessboard: an eight is a four amid four ones, and there are not ones enough."""
    place = world([4, 1] * 12 + [4], [(i, i + 1) for i in range(25) if i % 5 < 4] + [(i, i + 5) for i in range(20)])
    found = certificate(place, 8, 8)
    assert found.claims[0].obstacle is Obstacle.EXHAUSTED
    assert len(found.claims[0].buildings) < 25


def test_a_search_that_ends_without_a_plan_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    effort = Effort(starts=1, patience=2, listed=0, trials=0)
    monkeypatch.setattr(_searched, "EFFORTS", dict.fromkeys(("first", "good", "best", "exact"), (effort,)))
    monkeypatch.setattr(_relax, "PROBE", (effort,))
    found = certificate(three_by_three(4, 1, 4, 1, 4, 1, 4, 1, 4), 6, 6)
    assert not found.proven
    assert found.claims[0].obstacle is Obstacle.NOT_FOUND
    assert "that does not prove that there is none" in found.explain("en")
    assert "这并不说明方案不存在" in found.explain("zh")
    ways = (Relaxation(ceiling=7, works=False, smallest=False), Relaxation(floor=5, works=False, smallest=False))
    needed = attrs.evolve(found, relaxations=ways)
    assert "At the least: raise the ceiling to 7 households, or lower the floor to 5 households." in needed.explain(
        "en"
    )
    assert "至少需要：把上限提高到7户，或把下限降低到5户。" in needed.explain("zh")
    works = attrs.evolve(found, relaxations=(Relaxation(ceiling=9, works=True, smallest=False), *ways))
    assert works.explain("en").endswith("A change that works: raise the ceiling to 9 households.")
    assert works.explain("zh").endswith("可行的调整：把上限提高到9户。")
    bare = attrs.evolve(found, relaxations=())
    assert 'Try another rng, more work, effort="best", or wider bounds.' in bare.explain("en")
    assert "可试着换一个rng" in bare.explain("zh")


def test_a_claim_about_another_world_does_not_hold() -> None:
    place = path(350, 100)
    found = certificate(place)
    assert not found.check(path(250, 100))
    assert not found.check(attrs.evolve(place, id="N2"))
    claim = found.claims[0]
    for wrong in (
        {"buildings": ("B9",)},
        {"buildings": ("B0", "B1"), "sizes": (350, 100), "households": 450},
        {"households": 1},
        {"sizes": (351,)},
        {"buildings": (), "sizes": (), "households": 0},
    ):
        assert not attrs.evolve(found, claims=(attrs.evolve(claim, **wrong),)).check(place)
    assert not attrs.evolve(found, alone=("B1",)).check(place)
    assert not attrs.evolve(found, alone=("B0",)).check(place)


@pytest.mark.parametrize("obstacle", [Obstacle.TOTAL, Obstacle.SIDE, Obstacle.CHAIN, Obstacle.EXHAUSTED])
def test_wrong_claims_are_seen_through(obstacle: Obstacle) -> None:
    place = path(100, 150, 120, 90)
    everything = ("B0", "B1", "B2", "B3")
    for buildings, total in ((everything, 460), (("B1",), 150), (("B0", "B1"), 250), (("B0", "B2"), 220), ((), 0)):
        for at in (None, *buildings):
            claim = Claim(obstacle=obstacle, buildings=buildings, households=total, at=at)
            wrong = Certificate(neighbourhood="N1", low=200, high=300, claims=(claim,))
            assert not wrong.check(place)


def test_many_obstacles_are_counted_not_told() -> None:
    found = certificate(world([10] * 20))
    assert len(found.claims) == 20
    assert "Obstacles beyond these, in claims: 12." in found.explain("en")
    assert "另有12处障碍，见claims。" in found.explain("zh")


def test_one_fault_is_told_once() -> None:
    found = certificate(path(50, 280, 280, 280, 280))
    assert len(found.claims) == 1


def test_where_no_change_works_the_facts_are_to_be_checked() -> None:
    found = certificate(path(100, 13_912_345_678, 100))
    assert found.proven
    assert found.explain("en").endswith("check the households of these buildings, their edges and the conditions.")
    assert found.explain("zh").endswith("请核对这些楼栋的户数、连线与所附条件。")


def test_a_bridge_is_named_by_its_ends_where_buildings_are_linked() -> None:
    """B0 and B1 share a grid, and B1 it is that stands beside B2."""
    found = partition(path(50, 100, 250, 250), must_link=[("B0", "B1")]).certificate
    assert found is not None
    assert "bridge B1–B2" in found.explain("en")
    assert found.check(path(50, 100, 250, 250))
