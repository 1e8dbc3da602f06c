"""Coverage both ways, vertical to the bottom and horizontal to the edge 纵向到底、横向到边, and lines that cross."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from pbgov.org._graph import OrgGraph
from pbgov.org._levels import LevelProfile


@attrs.frozen(kw_only=True)
class DualLeadership:
    """A unit that stands on one line and is led on another 条块.

    Attributes:
        unit: The unit.
        parent: Its administrative parent; ``None`` for a root.
        leaders: The organisations that lead it and do not stand above it.
    """

    unit: str
    parent: str | None
    leaders: tuple[str, ...]


def dual_leadership(org: OrgGraph) -> tuple[DualLeadership, ...]:
    """List the units whose administrative line and whose leading line end apart, with both.

    A unit that is led from within its own chain is not among them: a county may lead its communities over the head of
    the subdistricts, and both lines still end at the county.

    Args:
        org: The graph, best of a day.
    """
    led = sorted({tie.target for tie in org.ties.values() if tie.kind == "leads" and tie.target in org.units})
    apart = ((unit, tuple(leader for leader in org.leaders(unit) if leader not in org.chain(unit))) for unit in led)
    return tuple(
        DualLeadership(unit=unit, parent=org.parent(unit), leaders=leaders) for unit, leaders in apart if leaders
    )


@attrs.frozen
class LevelBreak:
    """A unit whose chain misses levels of the profile 断层.

    Attributes:
        unit: The unit.
        missing: The levels between it and what it stands under, from the bottom up.
    """

    unit: str
    missing: tuple[str, ...]


def level_breaks(org: OrgGraph, profile: LevelProfile) -> tuple[LevelBreak, ...]:
    """Find the units that stand under none of a level that their own level may stand under.

    Organisations of no level between two units are passed over; what is itself of no level of the profile is not asked.
    Each unit speaks for itself: those under it are not named for its sake.

    Args:
        org: The graph, best of a day.
        profile: The levels; they are compared by what they are, not by how deep they lie.
    """
    found: list[LevelBreak] = []
    for unit in org.units.values():
        if unit.level is None or unit.level not in profile:
            continue
        above = (org.level_of(key) for key in org.ancestors(unit.id))
        over = next((level for level in above if level is not None and level in profile), None)
        missing = profile.between(unit.level, over)
        if missing:
            found.append(LevelBreak(unit.id, missing))
    return tuple(found)


def breaks(org: OrgGraph, kind: str) -> tuple[str, ...]:
    """Find the units of a level without an organisation of a kind, though one above and one below have it 断层.

    Args:
        org: The graph, best of a day.
        kind: Kind of the organisation: a body that the unit hosts, or a unit of no level that stands under it or is
            seated in it.
    """
    having = _having(org, kind)
    over = {above for unit in having for above in org.ancestors(unit)}
    return tuple(
        sorted(
            unit
            for unit in over - having
            if org.level_of(unit) is not None and not having.isdisjoint(org.ancestors(unit))
        )
    )


def blind_spots(org: OrgGraph, kind: str) -> tuple[str, ...]:
    """Find the units at the bottom without an organisation of a kind 死角.

    At the bottom is a unit of a level with no unit of a level right under it.

    Args:
        org: The graph, best of a day.
        kind: Kind of the organisation, as in ``breaks``.
    """
    having = _having(org, kind)
    levelled = [unit for unit in org.units.values() if unit.level is not None]
    under = Counter(unit.parent for unit in levelled)
    return tuple(unit.id for unit in levelled if not under[unit.id] and unit.id not in having)


def seams(org: OrgGraph, kind: str, *, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """Find the organisations that are members of no body of a kind 缝隙 (C-2.15: every unit goes somewhere).

    Args:
        org: The graph, best of a day.
        kind: Kind of the bodies.
        among: Who should be; by default every unit of no level.
    """
    bodies = org.bodies
    asked = (unit.id for unit in org.units.values() if unit.level is None) if among is None else among
    sitting = {
        tie.source
        for tie in org.ties.values()
        if tie.kind == "member" and tie.target in bodies and bodies[tie.target].kind == kind
    }
    return tuple(sorted(set(asked) - sitting))


@attrs.frozen(kw_only=True)
class Coverage:
    """How far an organisation of a kind reaches, down and across.

    Attributes:
        breaks: Units without it between two that have it 断层.
        seams: Organisations that are members of none 缝隙.
        blind_spots: Units at the bottom without it 死角.
    """

    breaks: tuple[str, ...]
    seams: tuple[str, ...]
    blind_spots: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it reaches the bottom and the edge."""
        return not (self.breaks or self.seams or self.blind_spots)


def coverage(org: OrgGraph, kind: str, *, among: Iterable[str] | None = None) -> Coverage:
    """Tell where joint bodies of a kind do not reach.

    Args:
        org: The graph, best of a day.
        kind: Kind of the bodies.
        among: Who should be a member; by default every unit of no level.
    """
    return Coverage(breaks=breaks(org, kind), seams=seams(org, kind, among=among), blind_spots=blind_spots(org, kind))


def _having(org: OrgGraph, kind: str) -> frozenset[str]:
    """Give the units that have an organisation of a kind."""
    units = org.units
    hosts = {org.host(body.id) for body in org.bodies.values() if body.kind == kind}
    wanted = {unit.id: unit.parent for unit in units.values() if unit.kind == kind and unit.level is None}
    seats = {tie.target for tie in org.ties.values() if tie.kind == "seated_in" and tie.source in wanted}
    return frozenset(key for key in (*hosts, *wanted.values(), *seats) if key is not None and key in units)
