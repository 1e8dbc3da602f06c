"""A second opinion on claims and proofs: plain sets and repeated walks instead of bits and one clever walk.

Slow and obvious on purpose, and sharing nothing with the code that makes the claims. What is handed in may come from
anybody: whatever a clerk reads in it is counted anew, and what says more than was found, or takes too long to verify,
does not hold.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError
from pbgov.grid._claims import Claim, Ground, Obstacle
from pbgov.grid._places import Neighbourhood
from pbgov.grid._recount import (
    Things,
    TooLongError,
    counts,
    divided,
    divisible,
    listed,
    meets,
    reached,
    sides,
    sums_up,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pbgov.grid._certificate import Certificate, Relaxation
    from pbgov.grid._conditions import Conditions
    from pbgov.grid._proof import Need, Proof
    from pbgov.grid._recount import Grids

_WHOLE: Final = 1_000_000  # a whole grid, in the unit of shares


@attrs.frozen(kw_only=True)
class Asked:
    """What was asked, in sets: what must share a grid and hangs together is one thing, named by its first building.

    Attributes:
        size: Households of each thing.
        near: The things next to each.
        home: The thing of each building.
        members: The buildings of each thing.
        households: Households of each building.
        foes: What may not share a grid with a thing.
        groups: Things that share a grid, though they do not hang together by themselves.
        must_link: Groups of buildings as they were asked for.
        low: Fewest households of a grid.
        high: Most households of a grid.
    """

    size: dict[str, int]
    near: dict[str, frozenset[str]]
    home: dict[str, str]
    members: dict[str, frozenset[str]]
    households: dict[str, int]
    foes: dict[str, frozenset[str]]
    groups: tuple[frozenset[str], ...]
    must_link: tuple[tuple[str, ...], ...]
    low: int
    high: int

    @classmethod
    def of(
        cls, place: Neighbourhood, low: int, high: int, conditions: Conditions, alone: Sequence[str]
    ) -> Asked | None:
        """Put together what was asked of a neighbourhood; ``None`` when it does not fit it, or nobody may ask it."""
        households = {building.id: building.households for building in place.buildings}
        aside = [*chain.from_iterable(conditions.fixed), *alone]
        named = frozenset(aside).union(*conditions.must_link, *conditions.cannot_link)
        if not (type(low) is type(high) is int and 0 <= low <= high and high) or not named <= households.keys():
            return None
        if len(set(aside)) < len(aside) or any(households[b] <= high for b in alone):
            return None
        if not all(_stands(grid, place, low, high) for grid in conditions.fixed):
            return None
        left = households.keys() - aside
        beside = {b: frozenset(place.neighbours(b)) & left for b in left}
        home = {b: b for b in left}
        for group in conditions.must_link:
            inside = {b: beside[b] & frozenset(group) for b in left.intersection(group)}
            for b in inside:
                home[b] = min(reached(b, inside))
        together: dict[str, list[str]] = {}
        for b in sorted(left):
            together.setdefault(home[b], []).append(b)
        members = {t: frozenset(inside) for t, inside in together.items()}
        foes: dict[str, frozenset[str]] = dict.fromkeys(members, frozenset())
        for group in conditions.cannot_link:
            there = frozenset(home[b] for b in left.intersection(group))
            foes.update({t: foes[t] | there - {t} for t in there})
        groups = (frozenset(home[b] for b in group if b in left) for group in conditions.must_link)
        return cls(
            size={t: sum(households[b] for b in inside) for t, inside in members.items()},
            near={t: frozenset(home[c] for b in inside for c in beside[b]) - {t} for t, inside in members.items()},
            home=home,
            members=members,
            households=households,
            foes=foes,
            groups=tuple(group for group in groups if len(group) > 1),
            must_link=conditions.must_link,
            low=low,
            high=high,
        )

    def keeps(self, grid: frozenset[str]) -> bool:
        """Tell whether a grid keeps what must share a grid together and what must not apart."""
        return all(grid.isdisjoint(self.foes[t]) for t in grid) and all(
            group <= grid or grid.isdisjoint(group) for group in self.groups
        )

    def things(self) -> Things:
        """Give what is divided, with fresh patience."""
        return Things(size=self.size, near=self.near, low=self.low, high=self.high)

    def inside(self, named: Iterable[str]) -> frozenset[str]:
        """Give the buildings of some things."""
        return frozenset(chain.from_iterable(self.members[t] for t in named))

    def oversized(self) -> frozenset[str]:
        """Give the buildings above the ceiling that were not set aside."""
        return frozenset(b for b in self.home if self.households[b] > self.high)


def _stands(grid: Sequence[str], place: Neighbourhood, low: int, high: int) -> bool:
    """Tell whether a fixed grid may stand: it hangs together within the bounds, or is a building above the ceiling."""
    members = frozenset(grid)
    if not members or reached(min(members), {b: members.intersection(place.neighbours(b)) for b in members}) != members:
        return False
    total = sum(place.building(b).households for b in members)
    return low <= total <= high or (len(members) == 1 and total > high)


def need_place(place: object) -> None:
    """Refuse to check something against what is no neighbourhood.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(place, Neighbourhood):
        raise InvalidValueError(both("grid.no_neighbourhood", value=repr(place)), place)


def vouches(certificate: Certificate, place: Neighbourhood) -> bool:
    """Tell whether a certificate is sound: every claim, what they have to name together, and the form of ways out."""
    need_place(place)
    claims = certificate.claims
    asked = Asked.of(place, certificate.low, certificate.high, certificate.conditions, certificate.alone)
    if place.id != certificate.neighbourhood or asked is None:
        return False
    large = (claim.buildings for claim in claims if claim.obstacle is Obstacle.OVERSIZED)
    capped = [claim for claim in claims if claim.obstacle is Obstacle.CAP]
    return (
        asked.oversized() == frozenset(chain.from_iterable(large))
        and len({(claim.obstacle, frozenset(claim.buildings)) for claim in claims}) == len(claims)
        and all(_formed(way, certificate, asked) for way in certificate.relaxations)
        and (all(_capped(claim, certificate, place) for claim in capped) if capped else certificate.proof is None)
        and all(holds(claim, asked) for claim in claims)
    )


def _capped(claim: Claim, certificate: Certificate, place: Neighbourhood) -> bool:
    """Tell whether the proof answers the question of the certificate, and needs more grids than there may be."""
    proof, most = certificate.proof, certificate.conditions.most
    if proof is None or type(most) is not int or not proof.grids == claim.needed > most:
        return False
    if (proof.low, proof.high, proof.conditions) != (certificate.low, certificate.high, certificate.conditions):
        return False
    settled = (*proof.conditions.fixed, *((b,) for b in certificate.alone))
    return sorted(proof.aside) == sorted(settled) and bears(proof, place)


def _formed(way: Relaxation, certificate: Certificate, asked: Asked) -> bool:
    """Tell whether a way out widens one thing that was asked, and says no more of it than belongs together."""
    most, large = certificate.conditions.most, asked.oversized()
    widens = [
        way.ceiling is not None and way.ceiling > certificate.high,
        way.floor is not None and 0 <= way.floor < certificate.low,
        way.most is not None and most is not None and way.most > most,
        bool(way.alone) and tuple(sorted(large)) == tuple(sorted(way.alone)),
    ]
    said = [way.ceiling is not None, way.floor is not None, way.most is not None, bool(way.alone)]
    return widens == said and sum(said) == 1 and (way.works or not way.smallest)


_SAID: Final[Mapping[Obstacle, tuple[str, ...]]] = {
    Obstacle.OVERSIZED: ("sizes",),
    Obstacle.CAP: ("needed",),
    Obstacle.SIDE: ("at", "sides"),
    Obstacle.CHAIN: ("at",),
    Obstacle.EXHAUSTED: ("at",),
    Obstacle.SEARCHED: ("at",),
    Obstacle.SHARES: ("shares",),
}  # what a claim says beside its buildings and their households


def holds(claim: Claim, asked: Asked) -> bool:
    """Tell whether one claim is true of what was asked."""
    buildings = frozenset(claim.buildings)
    if not buildings or len(claim.buildings) > len(buildings) or not buildings <= asked.households.keys():
        return False
    if sum(asked.households[b] for b in buildings) != claim.households:
        return False
    test, said = _TESTS.get(claim.obstacle), _SAID.get(claim.obstacle, ())
    if test is None or any(value for name, value in _further(claim).items() if name not in said):
        return False
    try:
        return test(claim, asked)
    except TooLongError:
        return False


def _further(claim: Claim) -> dict[str, object]:
    """Give what a claim says beside its buildings and their households, false where that is nothing."""
    return {
        "at": claim.at is not None,
        "sizes": claim.sizes,
        "sides": claim.sides,
        "shares": claim.shares,
        "needed": claim.needed != 0,
    }


def _named(claim: Claim, asked: Asked) -> frozenset[str]:
    """Give the things that a claim names; nothing when it names a part of one, or what was set aside."""
    if not asked.home.keys() >= set(claim.buildings):
        return frozenset()
    named = frozenset(asked.home[b] for b in claim.buildings)
    return named if asked.inside(named) == frozenset(claim.buildings) else frozenset()


def _at(claim: Claim, asked: Asked) -> str:
    """Give the thing of the building that a claim singles out; nothing when that is none of its own."""
    return asked.home[claim.at] if claim.at in claim.buildings else ""


def _oversized(claim: Claim, asked: Asked) -> bool:
    return tuple(asked.households[b] for b in claim.buildings) == claim.sizes and min(claim.sizes) > asked.high


def _linked(claim: Claim, asked: Asked) -> bool:
    return claim.buildings in asked.must_link and claim.households > asked.high


def _scattered(claim: Claim, asked: Asked) -> bool:
    named = _named(claim, asked)
    return claim.buildings in asked.must_link and bool(named) and not named <= reached(min(named), asked.near)


def _side(claim: Claim, asked: Asked) -> bool:
    """Tell whether the grid of a point never comes right, and the sides around it are as told."""
    named, at, things = _named(claim, asked), _at(claim, asked), asked.things()
    if named != frozenset({at}):
        return False
    told = [
        (side.near, frozenset(asked.home.get(b) for b in side.near), side.households, side.least)
        for side in claim.sides
    ]
    around = sides(at, things)
    if len(around) <= 1 or len(told) != len(around) or {side[1:] for side in told} != set(around):
        return False
    return all(len(near) == len(heads) for near, heads, _, _ in told) and not meets(at, around, things)


def _chain(claim: Claim, asked: Asked) -> bool:
    named, at = _named(claim, asked), _at(claim, asked)
    return at in named and not counts(at, named, asked.things())


def _exhausted(claim: Claim, asked: Asked) -> bool:
    named, at = _named(claim, asked), _at(claim, asked)
    return at in named and not divisible(at, named, asked.things())


def _piece(claim: Claim, asked: Asked) -> frozenset[str]:
    """Give the things that a claim names; nothing unless they hang together and with nothing else."""
    named = _named(claim, asked)
    return named if named and reached(min(named), asked.near) == named else frozenset()


def _total(claim: Claim, asked: Asked) -> bool:
    return bool(_piece(claim, asked)) and not asked.things().whole(claim.households)


def _summed(claim: Claim, asked: Asked) -> bool:
    named = _piece(claim, asked)
    return bool(named) and not sums_up(named, asked.things())


def _shared(claim: Claim, asked: Asked) -> bool:
    named = _piece(claim, asked)
    most = claim.households // asked.low if asked.low else len(named)
    return bool(named) and _borne(claim.buildings, claim.shares, asked, named) > most * _WHOLE


def _searched(claim: Claim, asked: Asked) -> bool:
    named, things = _piece(claim, asked), asked.things()
    if not named or not (claim.at is None or _at(claim, asked)):
        return False
    return not divided(named, _drawn(asked, named, things), things, len(named))


def _claims_nothing(_claim: Claim, _asked: Asked) -> bool:
    return True


def _counted(claim: Claim, asked: Asked) -> bool:
    """Tell whether all buildings are named; what a cap comes to stands in the proof."""
    return asked.households.keys() == set(claim.buildings)


_TESTS: Final[Mapping[Obstacle, Callable[[Claim, Asked], bool]]] = {
    Obstacle.OVERSIZED: _oversized,
    Obstacle.LINKED: _linked,
    Obstacle.SCATTERED: _scattered,
    Obstacle.CAP: _counted,
    Obstacle.TOTAL: _total,
    Obstacle.SUMS: _summed,
    Obstacle.SIDE: _side,
    Obstacle.CHAIN: _chain,
    Obstacle.EXHAUSTED: _exhausted,
    Obstacle.SHARES: _shared,
    Obstacle.SEARCHED: _searched,
    Obstacle.NOT_FOUND: _claims_nothing,
}


def bears(proof: Proof, place: Neighbourhood) -> bool:
    """Tell whether a proof of the fewest grids is sound."""
    need_place(place)
    fixed = frozenset(proof.conditions.fixed)
    single = [grid for grid in proof.aside if grid not in fixed]
    aside = list(chain.from_iterable(proof.aside))
    if place.id != proof.neighbourhood or not fixed <= frozenset(proof.aside):
        return False
    if len(set(aside)) < len(aside) or any(len(grid) != 1 for grid in single):
        return False
    asked = Asked.of(place, proof.low, proof.high, proof.conditions, [grid[0] for grid in single])
    if asked is None or sorted(chain.from_iterable(need.buildings for need in proof.needs)) != sorted(asked.home):
        return False
    if single and asked.oversized():
        return False
    return all(_needed(need, asked) for need in proof.needs)


def _needed(need: Need, asked: Asked) -> bool:
    """Tell whether a piece needs so many grids, and on the ground that is given."""
    named, things = frozenset(asked.home[b] for b in need.buildings), asked.things()
    if not named or asked.inside(named) != frozenset(need.buildings) or reached(min(named), asked.near) != named:
        return False
    if things.sum(named) != need.households or type(need.grids) is not int:
        return False
    least = things.fewest(need.households)
    if need.ground is Ground.TOTAL or need.grids <= least:
        return need.ground is Ground.TOTAL and need.grids == least and not need.shares
    try:
        if need.ground is Ground.SHARES:
            return _borne(need.buildings, need.shares, asked, named) > (need.grids - 1) * _WHOLE
        return not need.shares and not divided(named, _drawn(asked, named, things), things, need.grids - 1)
    except TooLongError:
        return False


def _borne(buildings: Sequence[str], shares: Sequence[int], asked: Asked, named: frozenset[str]) -> int:
    """Add up what things bear; nothing, when the things of some possible grid bear more than a whole."""
    if len(shares) != len(buildings) or any(type(share) is not int for share in shares):
        return 0
    borne = dict.fromkeys(named, 0)
    for building, share in zip(buildings, shares, strict=True):
        borne[asked.home[building]] += share
    if any(sum(borne[t] for t in grid) > _WHOLE for grid in possible(asked, named)):
        return 0
    return sum(shares)


def possible(asked: Asked, named: frozenset[str]) -> Grids:
    """List the grids that may be drawn of some things, those left out that leave a thing anywhere without any.

    Raises:
        TooLongError: There are too many.
    """
    return _drawn(asked, named, asked.things())


def _drawn(asked: Asked, named: frozenset[str], things: Things) -> Grids:
    return listed(named, things, asked.keeps)
