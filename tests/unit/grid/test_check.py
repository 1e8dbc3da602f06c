"""Proofs and claims made by hand, true ones and ones that say too much, before the second opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from pbgov.errors import InvalidValueError
from pbgov.grid import Certificate, Claim, Neighbourhood, Obstacle, Relaxation, Side, partition
from pbgov.grid import _recount as recount
from pbgov.grid._conditions import Conditions
from pbgov.grid._proof import Ground, Need, Proof
from tests.unit.grid.worlds import path, ring, star, three_by_three, world

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WHOLE = 1_000_000
THREE = path(200, 200, 200)  # of 300 at most: 600 households say two grids, and no two buildings fit into one
STREET = path(100, 100, 50, 100, 150)  # of 250 at most: two grids, or three when B1 and B3 share one
APART = Conditions(cannot_link=(("B0", "B1"),))
TOGETHER = Conditions(must_link=(("B1", "B3"),))
BESIDE = Conditions(must_link=(("B1", "B2"),))
STANDING = Conditions(fixed=(("B0", "B1"),), must_link=(("B0", "B1"),))


def need(
    place: Neighbourhood, grids: int, buildings: str = "", shares: Sequence[int] = (), ground: Ground = Ground.TOTAL
) -> Need:
    named = tuple(f"B{i}" for i in buildings) or tuple(building.id for building in place.buildings)
    total = sum(building.households for building in place.buildings if building.id in named)
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
    by_total = -(-place.households // high)
    for said in range(grids + 3):
        for ground, sound in (
            (Ground.TOTAL, said == by_total),
            (Ground.SEARCH, by_total < said <= grids),  # a search is needed only for more than the total tells
            (Ground.SHARES, False),
        ):
            needs = (need(place, said, ground=ground),)
            proof = Proof(neighbourhood="N1", low=0, high=high, conditions=conditions, needs=needs)
            assert proof.check(place) is sound


@pytest.mark.parametrize(
    ("shares", "sound"),
    [
        ((WHOLE, WHOLE, WHOLE), True),
        ((WHOLE, WHOLE, 1), True),
        ((WHOLE, WHOLE, 0), False),  # two whole grids do not call for a third
        ((WHOLE + 1, WHOLE, WHOLE), False),  # B0 is a grid by itself, and bears more than one
        ((WHOLE, WHOLE), False),
        ((WHOLE, WHOLE, WHOLE, WHOLE), False),
        ((float(WHOLE), WHOLE, WHOLE), False),  # sums of these may round
    ],
)
def test_shares_call_for_a_grid_when_no_grid_bears_more_than_a_whole(shares: tuple[int, ...], sound: bool) -> None:
    stated = need(THREE, 3, shares=shares, ground=Ground.SHARES)
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
        (path(350, 100), Conditions(), (("B0",), ("B0",)), "1", False),  # one building makes one grid
        (path(350, 100), Conditions(), (("B0",), ()), "1", False),  # and none makes none
        (path(350, 100), Conditions(), (("B0", "B0"),), "1", False),
        (path(350, 100, 100), Conditions(), (("B0",), ("B1",)), "2", False),  # 100 do not stand alone
        (path(350, 100), Conditions(fixed=(("B0",),)), (("B0",),), "1", True),  # it may be fixed as well
        (path(100, 100, 100), Conditions(fixed=(("B0", "B1"), ("B0", "B1"))), (("B0", "B1"), ("B0", "B1")), "2", False),
        (path(100, 100), Conditions(fixed=((), ("B0",))), ((), ("B0",)), "1", False),
        (path(100, 100, 100), Conditions(fixed=(("B0", "B2"),)), (("B0", "B2"),), "1", False),  # B1 lies between
        (path(200, 200, 100), Conditions(fixed=(("B0", "B1"),)), (("B0", "B1"),), "2", False),  # 400 are no grid
        (path(350, 100, 350), Conditions(), (("B0",),), "12", False),  # one stands alone, and the other does not
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
        (Obstacle.TOTAL, path(350, 200), Conditions(fixed=(("B0",),)), "0", False),  # it was settled beforehand
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
    place = world([150, 150, 200, 200, 100, 200], [(0, 1), (2, 3), (3, 5)])
    needs = (need(place, 3, "235", ground=Ground.SEARCH), need(place, 1, "4"))
    standing = Conditions(fixed=(("B0", "B1"),))
    proof = Proof(neighbourhood="N1", low=0, high=300, conditions=standing, aside=(("B0", "B1"),), needs=needs)
    assert proof.check(place)
    assert not proof.check(attrs.evolve(place, id="N2"))
    assert proof.grids == 5
    told = proof.explain()
    assert told.startswith("Grids settled beforehand: 1. B2, B3, B5: 600 households. ")
    assert "no 2 of them divide the buildings; 3 are needed at least. B4: 100 households" in told
    told = proof.explain("zh")
    assert told.startswith("已先行定下的网格1个。B2、B3、B5共600户：")
    assert "没有2个能恰好分完，至少需要3个。B4共100户" in told
    nothing_aside = attrs.evolve(proof, conditions=Conditions(), aside=())
    assert nothing_aside.explain().startswith("B2, B3, B5: 600 households. ")
    assert nothing_aside.explain("zh").startswith("B2、B3、B5共600户：")


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


Sort = tuple[Neighbourhood, Certificate]


def certified(place: Neighbourhood, low: int = 200, high: int = 300, **asked: Any) -> Sort:
    found = partition(place, (low, high), **asked).certificate
    assert found is not None
    return place, found


def by_hand(place: Neighbourhood, obstacle: Obstacle, *, shares: tuple[int, ...] = ()) -> Sort:
    """Claim something of all buildings."""
    claim = Claim(obstacle=obstacle, buildings=place.building_ids, households=place.households, shares=shares)
    return place, Certificate(neighbourhood="N1", low=200, high=300, claims=(claim,))


RING_OF_FIVE = ring(110, 110, 110, 110, 110)
CHESSBOARD = world([4, 1] * 12 + [4], [(i, i + 1) for i in range(25) if i % 5 < 4] + [(i, i + 5) for i in range(20)])
SORTS: Final[dict[str, Sort]] = {
    "oversized": certified(path(350, 100, 100, 420)),
    "linked": certified(path(200, 200), must_link=(("B0", "B1"),)),
    "scattered": certified(world([100, 100]), 100, 300, must_link=(("B0", "B1"),)),
    "cap": certified(THREE, most=2),
    "cap beside a tower": certified(path(250, 400, 250), most=2, oversize="alone"),
    "too few": certified(path(199)),
    "a gap": certified(ring(90, 90, 90, 80)),
    "sums": certified(path(160, 160, 160)),
    "bridge": certified(world([60, 62, 60, 240, 200, 200], [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)])),
    "side": certified(path(150, 200, 250)),
    "star": certified(star(100, 60, 60, 60, 60, 250)),
    "cut": certified(path(250, 100, 250)),
    "linked side": certified(path(150, 100, 100, 250), must_link=(("B1", "B2"),)),
    "chain": certified(path(220, 210, 140, 20, 240)),
    "exhausted": certified(CHESSBOARD, 8, 8),
    "looked at": certified(RING_OF_FIVE),
    "shares": by_hand(RING_OF_FIVE, Obstacle.SHARES, shares=(WHOLE // 2,) * 5),
    "searched": certified(path(100, 100, 100), 100, 300, must_link=(("B0", "B2"),), cannot_link=(("B1", "B2"),)),
    "not found": by_hand(path(150, 100), Obstacle.NOT_FOUND),
}


def forged_claims(claim: Claim) -> dict[str, list[Any]]:
    """Give for each field of a claim what it might say instead."""
    named, first = claim.buildings, claim.buildings[0]
    values: dict[str, list[Any]] = {
        "obstacle": [Obstacle.OVERSIZED if claim.obstacle is Obstacle.LINKED else Obstacle.LINKED, "linked"],
        "buildings": [(), named[1:], (*named, "B99"), ("B99", *named[1:]), (*named, first), (*named[:-1], first)[1:]],
        "households": [claim.households - 1, claim.households + 1, 0],
        "sizes": [(1,), tuple(size + 1 for size in claim.sizes), claim.sizes[1:]],
        "at": ["B99", "", "B0" if claim.at is None else None],
        "sides": [(), (*claim.sides, Side(near=(first,), households=1, least=1)), claim.sides * 2, claim.sides[1:]],
        "shares": [(), (*claim.shares, 1), tuple(share + 1 for share in claim.shares), tuple(map(str, claim.shares))],
        "needed": [claim.needed - 1, claim.needed + 1],
    }
    for i, side in enumerate(claim.sides):
        for changes in forged_sides(side, claim).values():
            values["sides"] += [(*claim.sides[:i], changed, *claim.sides[i + 1 :]) for changed in changes]
    if claim.obstacle is Obstacle.SEARCHED:
        values["at"].remove(None)  # wherever it begins, a complete search comes to the same
    return {name: [value for value in said if value != getattr(claim, name)] for name, said in values.items()}


def forged_sides(side: Side, claim: Claim) -> dict[str, list[Side]]:
    other = claim.buildings[0]
    said: dict[str, list[Any]] = {
        "near": [(), (other,), ("B99",), (*side.near, other), side.near * 2],
        "households": [side.households - 1, side.households + 1],
        "least": [side.least - 1, side.least + 1, 999],
    }
    return {name: [attrs.evolve(side, **{name: value}) for value in values] for name, values in said.items()}


def test_no_field_of_a_claim_is_forgotten() -> None:
    (claim,) = SORTS["side"][1].claims
    assert list(forged_claims(claim)) == [field.name for field in attrs.fields(Claim)]
    assert list(forged_sides(claim.sides[0], claim)) == [field.name for field in attrs.fields(Side)]
    assert {claim.obstacle for _, one in SORTS.values() for claim in one.claims} == set(Obstacle)


@pytest.mark.parametrize("sort", SORTS)
def test_a_claim_that_says_anything_else_does_not_hold(sort: str) -> None:
    place, certificate = SORTS[sort]
    assert certificate.check(place)
    (claim,) = certificate.claims
    for name, values in forged_claims(claim).items():
        for value in values:
            forged = attrs.evolve(certificate, claims=(attrs.evolve(claim, **{name: value}),))
            assert not forged.check(place), (name, value)
    assert not attrs.evolve(certificate, claims=(claim, claim)).check(place)


def test_sides_may_come_in_any_order() -> None:
    place, certificate = SORTS["star"]
    (claim,) = certificate.claims
    turned = attrs.evolve(claim, sides=claim.sides[::-1])
    assert attrs.evolve(certificate, claims=(turned,)).check(place)


@pytest.mark.parametrize(
    ("sort", "at", "buildings"),
    [
        ("chain", "B3", ("B1", "B2", "B3", "B4")),
        ("exhausted", "B24", ("B23", "B24")),
        ("exhausted", "B12", ("B12",)),  # grids of it reach further
        ("exhausted", "B12", ("B24",)),
        ("looked at", "B1", ("B1",)),
        ("looked at", "B2", ("B0", "B1", "B2")),
        ("side", "B0", ("B0",)),
        ("bridge", "B4", ("B4",)),
    ],
)
def test_what_was_looked_at_is_looked_at_again(sort: str, at: str, buildings: tuple[str, ...]) -> None:
    place, certificate = SORTS[sort]
    (claim,) = certificate.claims
    total = sum(place.building(one).households for one in buildings)
    said = attrs.evolve(claim, at=at, buildings=buildings, households=total)
    wanted = (sort, at, buildings) == ("exhausted", "B24", ("B23", "B24"))  # more than was needed
    assert attrs.evolve(certificate, claims=(said,)).check(place) is wanted


def test_a_certificate_that_was_changed_does_not_hold() -> None:
    place, certificate = SORTS["cap beside a tower"]
    (claim,), proof = certificate.claims, certificate.proof
    assert proof is not None
    other, capped = SORTS["cap"]
    conditions = certificate.conditions
    more = attrs.evolve(proof, aside=proof.aside * 2)
    said: dict[str, list[Any]] = {
        "neighbourhood": ["N2"],
        "low": [-1, 199, 301, 200.0, None],
        "high": [0, 199, 301, 400, 300.0],
        "conditions": [
            Conditions(),
            attrs.evolve(conditions, most=3),
            attrs.evolve(conditions, most=1),
            attrs.evolve(conditions, most=False),
            attrs.evolve(conditions, fixed=(("B0",),)),
        ],
        "alone": [(), ("B0",), ("B0", "B1"), ("B1", "B1"), ("B9",)],
        "claims": [(claim, claim), (attrs.evolve(claim, needed=4),)],
        "relaxations": [(way,) for way in forged_ways()],
        "proof": [None, more, capped.proof, attrs.evolve(proof, needs=proof.needs[:1])],
    }
    assert list(said) == [field.name for field in attrs.fields(Certificate)]
    for name, values in said.items():
        for value in values:
            assert not attrs.evolve(certificate, **{name: value}).check(place), (name, value)
    assert not attrs.evolve(certificate, claims=(attrs.evolve(claim, needed=4),), proof=more).check(place)
    assert partition(place, (200, 300), most=3, oversize="alone").feasible
    assert not attrs.evolve(certificate, alone=(), claims=(SORTS["oversized"][1].claims)).check(place)
    assert not capped.check(attrs.evolve(other, buildings=[attrs.evolve(b, households=300) for b in place.buildings]))
    unasked = attrs.evolve(SORTS["side"][1], proof=SORTS["cap"][1].proof)
    assert not unasked.check(SORTS["side"][0])  # nothing was asked about their number


def forged_ways() -> list[Relaxation]:
    """Give ways out that lead nowhere, asked for [200, 300] and 2 grids, with nothing left above the ceiling."""
    sure = {"works": True, "smallest": True}
    said: dict[str, list[dict[str, Any]]] = {
        "ceiling": [{"ceiling": 300}, {"ceiling": 299}, {"ceiling": 400, "most": 3}],
        "floor": [{"floor": 200}, {"floor": -1}, {"floor": 100, "ceiling": 400}],
        "alone": [{"alone": ("B1",)}, {"alone": ("B9",)}, {"alone": ("B1",), "most": 3}],
        "most": [{"most": 2}, {"most": 1}, {}],
        "works": [{"most": 3, "works": False}],
        "smallest": [{"ceiling": 400, "works": False}],
    }
    assert list(said) == [field.name for field in attrs.fields(Relaxation)]
    return [Relaxation(**{**sure, **way}) for ways in said.values() for way in ways]


def test_ways_out_name_what_stands_above_the_ceiling() -> None:
    place, certificate = SORTS["oversized"]
    for alone, sound in ((("B0", "B3"), True), (("B3", "B0"), True), (("B0",), False), (("B0", "B0", "B3"), False)):
        way = Relaxation(alone=alone, works=True, smallest=True)
        assert attrs.evolve(certificate, relaxations=(way,)).check(place) is sound
    way = Relaxation(most=3, works=True, smallest=True)
    assert not attrs.evolve(certificate, relaxations=(way,)).check(place)  # no number was asked


def test_every_building_that_is_too_large_is_named() -> None:
    place, certificate = SORTS["oversized"]
    (claim,) = certificate.claims
    some = attrs.evolve(claim, buildings=("B0",), sizes=(350,), households=350)
    assert not attrs.evolve(certificate, claims=(some,)).check(place)
    place = path(250, 700, 250)  # 1,200 households make four grids, but the tower may stand alone: then three do
    needs = (need(place, 4),)
    proof = Proof(neighbourhood="N1", low=200, high=300, conditions=Conditions(most=3), needs=needs)
    capped = Claim(obstacle=Obstacle.CAP, buildings=place.building_ids, households=1_200, needed=4)
    made = Certificate(
        neighbourhood="N1", low=200, high=300, conditions=Conditions(most=3), claims=(capped,), proof=proof
    )
    assert not made.check(place)
    assert partition(place, (200, 300), most=3, oversize="alone").feasible


def test_a_cap_beside_a_search_without_end_claims_nothing() -> None:
    place = path(100, 100, 250)
    claim = Claim(obstacle=Obstacle.NOT_FOUND, buildings=place.building_ids, households=450)
    fixed = Conditions(fixed=(("B0", "B1"),), most=1)
    assert Certificate(neighbourhood="N1", low=200, high=300, claims=(claim,), conditions=fixed).check(place)


PROOFS: Final[dict[str, tuple[Neighbourhood, Proof]]] = {
    "total": (
        place := path(250, 400, 250),
        Proof(
            neighbourhood="N1", low=200, high=300, conditions=Conditions(), aside=(("B1",),),
            needs=(need(place, 1, "0"), need(place, 1, "2")),
        ),
    ),
    "shares": (
        THREE,
        Proof(
            neighbourhood="N1", low=0, high=300, conditions=Conditions(),
            needs=(need(THREE, 3, shares=(WHOLE, WHOLE, WHOLE), ground=Ground.SHARES),),
        ),
    ),
    "search": (
        STREET,
        Proof(
            neighbourhood="N1", low=0, high=250, conditions=TOGETHER,
            needs=(need(STREET, 3, ground=Ground.SEARCH),),
        ),
    ),
    "linked": (
        place := path(150, 150, 200),
        Proof(
            neighbourhood="N1", low=0, high=300, conditions=Conditions(must_link=(("B0", "B1"),)),
            needs=(need(place, 2),),
        ),
    ),
}  # fmt: skip


def forged_needs(one: Need) -> dict[str, list[Any]]:
    named, first = one.buildings, one.buildings[0]
    return {
        "ground": [ground for ground in Ground if ground is not one.ground],
        "buildings": [(), named[1:], (*named, "B9"), ("B9", *named[1:]), (*named, first)],
        "households": [one.households - 1, one.households + 1, 0],
        "grids": [one.grids + 1, one.grids + 0.5, 0, -1, one.grids + 1_000],
        "shares": [
            (1,),
            (*one.shares, 0),
            tuple(share + 1 for share in one.shares) or (WHOLE,),
            one.shares[1:] or (0,),
        ],
    }


@pytest.mark.parametrize("ground", PROOFS)
def test_a_proof_that_says_anything_else_does_not_hold(ground: str) -> None:
    place, proof = PROOFS[ground]
    assert proof.check(place)
    assert list(forged_needs(proof.needs[0])) == [field.name for field in attrs.fields(Need)]
    for i, one in enumerate(proof.needs):
        for name, values in forged_needs(one).items():
            for value in values:
                needs = (*proof.needs[:i], attrs.evolve(one, **{name: value}), *proof.needs[i + 1 :])
                assert not attrs.evolve(proof, needs=needs).check(place), (name, value)
    said: dict[str, list[Any]] = {
        "neighbourhood": ["N2"],
        "low": [-1, 301, None],
        "high": [0, -1, 150, 1_000],
        "conditions": [Conditions(fixed=(("B0",),)), Conditions(must_link=(("B0", "B9"),))],
        "aside": [
            ((),),
            (("B0",),),
            (("B9",),),
            (*proof.aside, ("B0", "B1")),
            *([proof.aside * 5] if proof.aside else []),
        ],
        "needs": [(), proof.needs * 2, proof.needs[1:], (*proof.needs, attrs.evolve(proof.needs[0], buildings=()))],
    }
    assert list(said) == [field.name for field in attrs.fields(Proof)]
    for name, values in said.items():
        for value in values:
            assert not attrs.evolve(proof, **{name: value}).check(place), (name, value)


def test_what_must_share_a_grid_is_counted_once() -> None:
    place = path(200, 200)
    conditions = Conditions(must_link=(("B0", "B1"),))
    halves = tuple(attrs.evolve(need(place, 2, name), households=400) for name in "01")
    assert not Proof(neighbourhood="N1", low=0, high=300, conditions=conditions, needs=halves).check(place)
    assert Proof(neighbourhood="N1", low=0, high=300, conditions=conditions, needs=(need(place, 2),)).check(place)


def square(side: int, households: int) -> Neighbourhood:
    """Give buildings in as many rows as columns."""
    across = [(i, i + 1) for i in range(side * side) if i % side < side - 1]
    return world([households] * side * side, [*across, *((i, i + side) for i in range(side * side - side))])


@pytest.mark.parametrize("obstacle", [Obstacle.EXHAUSTED, Obstacle.SEARCHED, Obstacle.SHARES])
@pytest.mark.parametrize("place", [square(10, 1), square(10, 40), star(1, *[1] * 400)])
def test_what_takes_too_long_is_not_proven(
    obstacle: Obstacle, place: Neighbourhood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recount, "_GRIDS", 2_000)
    shares = (1,) * len(place.building_ids) if obstacle is Obstacle.SHARES else ()
    _, made = by_hand(place, obstacle, shares=shares)
    (claim,) = made.claims
    if obstacle is Obstacle.EXHAUSTED:
        claim = attrs.evolve(claim, at="B0")
    assert not attrs.evolve(made, low=60, high=1_000, claims=(claim,)).check(place)


@pytest.mark.parametrize("sort", ["chain", "exhausted", "shares", "searched", "side"])
def test_patience_ends(sort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place, certificate = SORTS[sort]
    assert certificate.check(place)
    monkeypatch.setattr(recount.Patience, "spend", recount.Patience(left=0).spend)
    assert not certificate.check(place)


def test_patience_ends_with_needs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    place, proof = PROOFS["search"]
    monkeypatch.setattr(recount, "_GRIDS", 3)
    assert not proof.check(place)


@pytest.mark.parametrize("given", [None, "N1", 3])
def test_what_is_checked_against_no_neighbourhood_is_refused(given: Any) -> None:
    checks: list[Callable[[Any], bool]] = [SORTS["side"][1].check, PROOFS["total"][1].check]
    for check in checks:
        with pytest.raises(InvalidValueError, match=r"should be a Neighbourhood .* / neighbourhood应为Neighbourhood"):
            check(given)


def test_a_certificate_names_an_obstacle() -> None:
    with pytest.raises(InvalidValueError, match=r"of N1 names no obstacle .* / N1的证书未列出任何障碍"):
        Certificate(neighbourhood="N1", low=200, high=300, claims=())


@pytest.mark.parametrize(
    ("place", "named", "sound"),
    [
        (world([2, 2, 2, 2, 1, 1, 1], [(0, 1), (1, 2), (2, 3), (3, 4), (3, 5), (3, 6)]), "0123456", True),
        (world([2, 2, 2, 2, 1, 1, 1], [(0, 1), (1, 2), (2, 3), (3, 4), (3, 5), (3, 6)]), "01", False),
        (world([2, 2, 2, 2, 1, 1], [(0, 1), (1, 2), (2, 3), (3, 4), (3, 5)]), "012345", False),  # B3 takes both in
        (world([1, 1, 2], [(1, 2)]), "01", False),  # nobody gets from B0 to B1
    ],
)
def test_the_ends_of_a_street_are_tried_from_far_off(place: Neighbourhood, named: str, sound: bool) -> None:
    """Three leaves of one household hang on B3 of two, which cannot take all of them."""
    buildings = tuple(f"B{i}" for i in named)
    total = sum(place.building(one).households for one in buildings)
    claim = Claim(obstacle=Obstacle.EXHAUSTED, buildings=buildings, households=total, at="B0")
    assert Certificate(neighbourhood="N1", low=2, high=4, claims=(claim,)).check(place) is sound
