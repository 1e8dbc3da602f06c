"""Proofs and claims made by hand, true ones and ones that say too much, before the second opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from pbgov.grid import Certificate, Claim, Obstacle
from pbgov.grid._conditions import Conditions
from pbgov.grid._proof import Ground, Need, Proof
from tests.unit.grid.worlds import path, three_by_three, world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid import Neighbourhood

WHOLE = 1_000_000
THREE = path(200, 200, 200)  # of 300 at most: 600 households say two grids, and no two buildings fit into one
STREET = path(100, 100, 50, 100, 150)  # of 250 at most: two grids, or three when B1 and B3 share one
APART = Conditions(cannot_link=(("B0", "B1"),))
TOGETHER = Conditions(must_link=(("B1", "B3"),))
BESIDE = Conditions(must_link=(("B1", "B2"),))
STANDING = Conditions(fixed=(("B0", "B1"),), must_link=(("B0", "B1"),))


def need(place: Neighbourhood, grids: int, buildings: str = "", shares: Sequence[int] = ()) -> Need:
    named = tuple(f"B{i}" for i in buildings) or tuple(building.id for building in place.buildings)
    total = sum(building.households for building in place.buildings if building.id in named)
    ground = Ground.SHARES if shares else Ground.SEARCH
    return Need(ground=ground, buildings=named, households=total, grids=grids, shares=tuple(shares))


@pytest.mark.parametrize(
    ("place", "high", "conditions", "grids"),
    [
        (path(100, 100, 100), 300, Conditions(), 1),
        (path(100, 100, 101), 300, Conditions(), 2),
        (path(200, 200), 300, Conditions(), 2),
        (THREE, 300, Conditions(), 3),
        (STREET, 250, Conditions(), 2),
        (STREET, 250, TOGETHER, 3),
        (path(100, 100, 100), 200, Conditions(), 2),
        (path(100, 100, 100, 100), 200, BESIDE, 3),
        (path(100, 100), 200, Conditions(), 1),
        (path(100, 100), 200, APART, 2),
        (path(100, 100, 100), 300, APART, 2),
    ],
)
def test_a_piece_needs_so_many_grids_and_not_one_more(
    place: Neighbourhood, high: int, conditions: Conditions, grids: int
) -> None:
    for said in range(grids + 3):
        proof = Proof(neighbourhood="N1", low=0, high=high, conditions=conditions, needs=(need(place, said),))
        assert proof.check(place) is (said <= grids)


@pytest.mark.parametrize(
    ("shares", "sound"),
    [
        ((WHOLE, WHOLE, WHOLE), True),
        ((WHOLE, WHOLE, 1), True),
        ((WHOLE, WHOLE, 0), False),  # two whole grids do not call for a third
        ((WHOLE + 1, WHOLE, WHOLE), False),  # B0 is a grid by itself, and bears more than one
        ((WHOLE, WHOLE), False),
        ((WHOLE, WHOLE, WHOLE, WHOLE), False),
    ],
)
def test_shares_call_for_a_grid_when_no_grid_bears_more_than_a_whole(shares: tuple[int, ...], sound: bool) -> None:
    stated = need(THREE, 3, shares=shares)
    proof = Proof(neighbourhood="N1", low=0, high=300, conditions=Conditions(), needs=(stated,))
    assert proof.check(THREE) is sound


@pytest.mark.parametrize(
    ("place", "conditions", "aside", "rest", "sound"),
    [
        (path(100, 100, 100), STANDING, (("B0", "B1"),), "2", True),
        (path(100, 100, 100), STANDING, (), "2", False),  # the fixed grid is not among those set aside
        (path(100, 100, 100), Conditions(), (("B0", "B1"),), "2", False),  # nobody fixed it
        (path(350, 100), Conditions(), (("B0",),), "1", True),
        (path(300, 100), Conditions(), (("B0",),), "1", False),  # 300 are not above the ceiling
        (path(350, 100, 100), Conditions(), (("B0",),), "1", False),  # B2 is forgotten
    ],
)
def test_what_is_set_aside_is_fixed_or_too_large(
    place: Neighbourhood,
    conditions: Conditions,
    aside: tuple[tuple[str, ...], ...],
    rest: str,
    sound: bool,
) -> None:
    needs = (need(place, 1, rest),)
    proof = Proof(neighbourhood="N1", low=0, high=300, conditions=conditions, aside=aside, needs=needs)
    assert proof.check(place) is sound


@pytest.mark.parametrize(
    ("obstacle", "place", "conditions", "named", "sound"),
    [
        (Obstacle.SEARCHED, path(220, 210, 140, 20, 240), Conditions(), "01234", True),
        (Obstacle.SEARCHED, path(250, 250), Conditions(), "01", False),
        (Obstacle.SEARCHED, path(150, 100), Conditions(), "01", False),
        (Obstacle.SEARCHED, path(150, 100), APART, "01", True),
        (Obstacle.SEARCHED, three_by_three(*[100] * 9), Conditions(), "012345678", False),
        (Obstacle.TOTAL, path(200, 150), Conditions(), "01", True),
        (Obstacle.TOTAL, path(200, 100), Conditions(), "01", False),
        (Obstacle.TOTAL, path(200, 100), Conditions(), "1", False),  # B0 may take B1 in
        (Obstacle.TOTAL, path(100, 200), Conditions(fixed=(("B0",),)), "0", False),  # it was settled beforehand
        (Obstacle.TOTAL, path(100, 100), Conditions(must_link=(("B0", "B1"),)), "0", False),  # half of what is one
        (Obstacle.SUMS, path(150, 150, 160), Conditions(), "012", False),  # 150 and 150 are a grid
        (Obstacle.SUMS, path(60, 125, 190), Conditions(), "012", False),  # 60 and 190, though they are apart
        (
            Obstacle.SUMS,
            path(*[101] * 6),
            Conditions(must_link=(("B0", "B1", "B2"), ("B3", "B4", "B5"))),
            "012345",
            True,
        ),
        (Obstacle.SUMS, path(160, 160, 160), Conditions(), "012", True),
        (Obstacle.SUMS, path(160, 160, 160), Conditions(), "01", False),  # B2 hangs on them
        (Obstacle.SUMS, world([160, 160]), Conditions(), "01", False),  # they do not hang together
        (Obstacle.LINKED, path(200, 150), Conditions(must_link=(("B0", "B1"),)), "01", True),
        (Obstacle.LINKED, path(200, 100), Conditions(must_link=(("B0", "B1"),)), "01", False),
        (Obstacle.LINKED, path(200, 150), Conditions(), "01", False),  # nobody asked for it
        (Obstacle.SCATTERED, world([100, 100]), Conditions(must_link=(("B0", "B1"),)), "01", True),
        (Obstacle.SCATTERED, path(100, 100), Conditions(must_link=(("B0", "B1"),)), "01", False),
    ],
)
def test_a_claim_holds_exactly_when_no_plan_gets_past_it(
    obstacle: Obstacle,
    place: Neighbourhood,
    conditions: Conditions,
    named: str,
    sound: bool,
) -> None:
    buildings = tuple(f"B{i}" for i in named)
    total = sum(building.households for building in place.buildings if building.id in buildings)
    claim = Claim(obstacle=obstacle, buildings=buildings, households=total)
    made = Certificate(neighbourhood="N1", low=200, high=300, claims=(claim,), conditions=conditions)
    assert made.check(place) is sound


def test_a_proof_speaks_of_one_neighbourhood_and_is_told_piece_by_piece() -> None:
    place = world([150, 150, 200, 200, 100], [(0, 1), (2, 3)])
    needs = (need(place, 2, "23"), attrs.evolve(need(place, 1, "4"), ground=Ground.TOTAL))
    standing = Conditions(fixed=(("B0", "B1"),))
    proof = Proof(neighbourhood="N1", low=0, high=300, conditions=standing, aside=(("B0", "B1"),), needs=needs)
    assert proof.check(place)
    assert not proof.check(attrs.evolve(place, id="N2"))
    assert proof.grids == 4
    told = proof.explain()
    assert told.startswith("Grids settled beforehand: 1. B2, B3: 400 households. ")
    assert "no 1 of them divide the buildings; 2 are needed at least. B4: 100 households" in told
    told = proof.explain("zh")
    assert told.startswith("已先行定下的网格1个。B2、B3共400户：")
    assert "没有1个能恰好分完，至少需要2个。B4共100户" in told
    nothing_aside = attrs.evolve(proof, conditions=Conditions(), aside=())
    assert nothing_aside.explain().startswith("B2, B3: 400 households. ")
    assert nothing_aside.explain("zh").startswith("B2、B3共400户：")


TOWERS = path(220, 210, 140, 20, 240)
RING = [(0, 1), (0, 2), (1, 3), (2, 3)]


@pytest.mark.parametrize(
    ("place", "named", "at", "sound"),
    [
        (TOWERS, "1234", "B1", True),
        (TOWERS, "01234", "B2", True),
        (TOWERS, "234", "B2", False),  # 160 are left open, and B1 may make up for it
        (TOWERS, "0123", "B3", False),  # B4 hangs on it too
        (TOWERS, "134", "B1", False),  # B2 lies between
        (world([200, 60, 60, 70], RING), "0123", "B0", True),  # 190 cannot stand alone, and 390 is too large
        (world([200, 60, 60, 80], RING), "0123", "B0", False),  # 200 stand alone
        (world([250, 150]), "01", "B0", False),  # B1 stands alone, and B0 has nothing to do with it
    ],
)
def test_counting_inwards_is_followed_over_streets_and_rings(
    place: Neighbourhood,
    named: str,
    at: str,
    sound: bool,
) -> None:
    buildings = tuple(f"B{i}" for i in named)
    total = sum(building.households for building in place.buildings if building.id in buildings)
    claim = Claim(obstacle=Obstacle.CHAIN, buildings=buildings, households=total, at=at)
    assert Certificate(neighbourhood="N1", low=200, high=300, claims=(claim,)).check(place) is sound
