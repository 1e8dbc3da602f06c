"""Certificates: why a neighbourhood has no plan, said so that a clerk can read it and a program check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import both, say
from pbgov.errors import InvalidValueError
from pbgov.grid._check import vouches
from pbgov.grid._claims import Claim, Obstacle, Side
from pbgov.grid._conditions import Conditions
from pbgov.grid._listing import Listing, millionths, some
from pbgov.grid._proof import Proof

if TYPE_CHECKING:
    from pbgov.base import Lang
    from pbgov.grid._places import Neighbourhood

_TOLD: Final = 8  # so many obstacles are told in words; the first names every oversized building


@attrs.frozen(kw_only=True)
class Relaxation:
    """A change of the demand after which a plan was found, or would at least be thinkable.

    Attributes:
        ceiling: The most households (户) a grid may hold; ``None`` leaves it.
        floor: The fewest households a grid may hold; ``None`` leaves it.
        alone: Buildings that stand alone above the ceiling, with a waiver.
        most: The most grids there may be; ``None`` leaves it.
        works: Whether a plan was found so; otherwise the change is needed, but may not be enough.
        smallest: Whether every smaller change of the same kind is proven not to work.
    """

    ceiling: int | None = None
    floor: int | None = None
    alone: tuple[str, ...] = ()
    most: int | None = None
    works: bool
    smallest: bool

    def in_(self, lang: Lang) -> str:
        """Write the change as a phrase."""
        if self.ceiling is not None:
            return say("grid.way.ceiling", lang, n=self.ceiling)
        if self.floor is not None:
            return say("grid.way.floor", lang, n=self.floor)
        if self.most is not None:
            return say("grid.way.most", lang, n=self.most)
        return say("grid.way.alone", lang, buildings=Listing(self.alone))


@attrs.frozen(kw_only=True)
class Certificate:
    """Why there is no plan: the obstacles, and the ways out.

    It speaks of households. A place it proves impossible may still be sound by residents.

    Attributes:
        neighbourhood: Identifier of the neighbourhood it speaks of.
        low: Fewest households (户) asked of a grid.
        high: Most households asked of a grid.
        conditions: What was asked of a plan beside the bounds.
        alone: Buildings above the ceiling that stood alone by declared policy, and were set aside.
        claims: The obstacles, at least one; together they name every building that is too large.
        relaxations: The smallest changes that help, each enough by itself.
        proof: Why there must be so many grids, where the cap on their number is an obstacle.

    Raises:
        InvalidValueError: There is no claim.
    """

    neighbourhood: str
    low: int
    high: int
    conditions: Conditions = Conditions()  # noqa: RUF009 - frozen
    alone: tuple[str, ...] = ()
    claims: tuple[Claim, ...]
    relaxations: tuple[Relaxation, ...] = ()
    proof: Proof | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a certificate of nothing."""
        if not self.claims:
            raise InvalidValueError(both("certificate.no_claims", id=self.neighbourhood), self.neighbourhood)

    @property
    def proven(self) -> bool:
        """Whether it proves that no plan exists; otherwise none was found and nothing is claimed."""
        return any(claim.obstacle is not Obstacle.NOT_FOUND for claim in self.claims)

    def check(self, neighbourhood: Neighbourhood) -> bool:
        """Verify every claim anew, by other means than those that found it, whoever hands it in.

        All that ``explain`` tells of the obstacles is held to the neighbourhood, and that the claims name every
        building that is too large; a claim that is listed or searched again counts as false where that takes too long.
        The bounds and the conditions are the question the certificate answers; compare them with your own. The ways out
        are no part of the proof: each is held to its form alone, that it widens one thing that was asked. Whether it
        ``works`` shows when you ask so.

        Args:
            neighbourhood: What the certificate is about.

        Returns:
            Whether all claims hold of this neighbourhood. A claim of ``NOT_FOUND`` claims nothing, and holds.

        Raises:
            InvalidValueError: It is given no neighbourhood.
        """
        return vouches(self, neighbourhood)

    def explain(self, lang: Lang = "en") -> str:
        """Say what stands in the way, naming the buildings, and the smallest change that works.

        Args:
            lang: ``"en"`` or ``"zh"``.
        """
        parts = [self._claim(claim, lang) for claim in self.claims[:_TOLD]]
        if len(self.claims) > _TOLD:
            parts.append(say("grid.obstacle.more", lang, n=len(self.claims) - _TOLD))
        working = [way for way in self.relaxations if way.works]
        ways = say("grid.ways.or", lang).join(way.in_(lang) for way in working or self.relaxations)
        if not self.relaxations:
            parts.append(say("grid.ways.none_works" if self.proven else "grid.ways.none", lang))
        elif not working:
            parts.append(say("grid.ways.needed", lang, ways=_Phrase(ways)))
        else:
            smallest = all(way.smallest for way in working)
            parts.append(say("grid.ways.smallest" if smallest else "grid.ways.works", lang, ways=_Phrase(ways)))
        return ("" if lang == "zh" else " ").join(parts)

    def in_(self, lang: Lang) -> str:
        """Give the explanation, as sentences ask for it."""
        return self.explain(lang)

    def _claim(self, claim: Claim, lang: Lang) -> str:
        total, n, low, high = claim.households, len(claim.buildings), self.low, self.high
        if claim.obstacle is Obstacle.TOTAL:
            fewer = total // high
            key = "total_gap" if total >= low else "total_small"
            return say(
                f"grid.obstacle.{key}", lang, n=n, buildings=some(claim.buildings), total=total, low=low, high=high,
                fewer=fewer, more=fewer + 1,
            )  # fmt: skip
        if claim.obstacle is Obstacle.SIDE:
            return self._side(claim, lang)
        if claim.obstacle is Obstacle.OVERSIZED:
            pairs = zip(claim.buildings, claim.sizes, strict=True)
            named = Listing(tuple(say("grid.oversized", lang, building=_Phrase(b), n=size) for b, size in pairs))
        else:
            named = some(claim.buildings)
        return say(
            f"grid.obstacle.{claim.obstacle.value}", lang, n=n, buildings=named, total=total, low=low, high=high,
            at=claim.at, needed=claim.needed, most=self.conditions.most, borne=millionths(sum(claim.shares)),
            grids=total // low if low else n,
        )  # fmt: skip

    def _side(self, claim: Claim, lang: Lang) -> str:
        own, stuck = claim.households, [side for side in claim.sides if side.least]
        for side in stuck:
            if side.least + own > self.high:
                key = "bridge" if len(side.near) == 1 else "side"
                return say(
                    f"grid.obstacle.{key}", lang, at=claim.at, own=own, near=some(side.near), total=side.households,
                    least=side.least, sum=side.least + own, low=self.low, high=self.high,
                )  # fmt: skip
        together = own + sum(side.least for side in stuck)
        key, shown = ("star", stuck) if together > self.high else ("cut", list(claim.sides))
        listed = Listing(tuple(_Side(side).in_(lang) for side in shown))
        return say(
            f"grid.obstacle.{key}", lang, at=claim.at, own=own, n=len(shown), sides=listed, sum=together,
            low=self.low, high=self.high,
        )  # fmt: skip


@attrs.frozen
class _Phrase:
    """Words made already, passed on whole."""

    text: str

    def in_(self, _lang: Lang) -> str:
        return self.text


@attrs.frozen
class _Side:
    """A side, as a list names it."""

    side: Side

    def in_(self, lang: Lang) -> str:
        return say("grid.side", lang, near=some(self.side.near), n=self.side.households)
