"""Measures of an organisation graph: span of control, load, overlap, what bodies above take in from below."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import Final

import attrs

from pbgov.base import FrozenMap
from pbgov.org._graph import OrgGraph

_WHOLE: Final = 1000


@attrs.frozen(kw_only=True)
class SpanOfControl:
    """How much hangs on one organisation, by each of the three relations.

    Attributes:
        children: Units directly under it by administrative parent.
        led: Units that it leads 领导.
        hosted: Joint bodies that belong to it.
        posts: Seats that belong to it.
    """

    children: int
    led: int
    hosted: int
    posts: int


def span_of_control(org: OrgGraph, unit: str) -> SpanOfControl:
    """Count what hangs on a unit directly.

    Raises:
        UnknownIdError: There is no such unit.

    Examples:
        >>> from pbgov.base import Table
        >>> from pbgov.org import Unit
        >>> units = [Unit(id="C", kind="city"), Unit(id="S", kind="subdistrict", parent="C")]
        >>> span_of_control(OrgGraph(units=Table(units)), "C").children
        1
    """
    org.parent(unit)  # refuses what is no unit
    return SpanOfControl(
        children=len(org.children(unit)),
        led=len(org.led_by(unit)),
        hosted=len(org.hosted_by(unit)),
        posts=len(org.posts_of(unit)),
    )


@attrs.frozen(kw_only=True)
class Load:
    """What one unit, post or person carries, over all bodies and posts.

    Attributes:
        posts: Posts held; of a post, itself.
        bodies: Bodies that the ties lead to.
        ties: Identifiers of the ties.
        share: Summed shares of the ties, in parts per thousand; above 1000 is more than one can give.
        unrecorded: How many of the ties say no share, and so are not in ``share``.
    """

    posts: tuple[str, ...]
    bodies: tuple[str, ...]
    ties: tuple[str, ...]
    share: int
    unrecorded: int

    @property
    def over(self) -> bool:
        """Whether the recorded shares alone are more than the whole."""
        return self.share > _WHOLE


def load(org: OrgGraph, who: str) -> Load:
    """Sum what a unit, a post or a person carries.

    Of a unit its ties into bodies count (member, convener …), and not who leads it or where it is seated; of a post all
    its ties; of a person those of each post held and the person's own.

    Args:
        org: The graph, best of a day.
        who: Identifier of a unit, post or person; one that nothing is known of carries nothing.
    """
    what = org.what_is(who)
    posts = (who,) if what == "post" else org.posts_held(who)
    rows = {tie.id: tie for source in (who, *posts) for tie in org.ties_of(source)}
    into = {tie.target for tie in rows.values() if org.what_is(tie.target) == "body"}
    ties = [rows[key] for key in sorted(rows) if what != "unit" or rows[key].target in into]
    return Load(
        posts=posts,
        bodies=tuple(sorted(into)),
        ties=tuple(tie.id for tie in ties),
        share=sum(tie.share for tie in ties if tie.share is not None),
        unrecorded=sum(tie.share is None for tie in ties),
    )


@attrs.frozen(kw_only=True)
class Overlap:
    """How far two bodies have the same members.

    Attributes:
        one: The body whose identifier comes first.
        other: The other body.
        shared: Members of both.
        permille: The shared members over all members of either (Jaccard), in parts per thousand, rounded down; 0 where
            neither has any.
    """

    one: str
    other: str
    shared: tuple[str, ...]
    permille: int


def overlap(org: OrgGraph, one: str, other: str) -> Overlap:
    """Compare the members of two bodies.

    Raises:
        UnknownIdError: There is no such body.
    """
    one, other = sorted((one, other))
    left, right = set(org.members(one)), set(org.members(other))
    return _overlap(one, other, left & right, len(left | right))


def overlaps(org: OrgGraph, *, at_least: int = 1) -> tuple[Overlap, ...]:
    """Give every two bodies that share so many members, those that share most first.

    It counts, for each member, the pairs of bodies it sits in; bodies that share nobody cost nothing.

    Args:
        org: The graph, best of a day.
        at_least: Fewest shared members, 1 or more.
    """
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    size: Counter[str] = Counter()
    for member in sorted({tie.source for tie in org.ties.values() if tie.kind == "member"}):
        sits_in = org.bodies_of(member)
        size.update(sits_in)
        for pair in combinations(sits_in, 2):
            shared[pair].add(member)
    found = [
        _overlap(*pair, members, size[pair[0]] + size[pair[1]] - len(members))
        for pair, members in shared.items()
        if len(members) >= at_least
    ]
    return tuple(sorted(found, key=lambda two: (-len(two.shared), two.one, two.other)))


def _overlap(one: str, other: str, shared: set[str], union: int) -> Overlap:
    permille = _WHOLE * len(shared) // union if union else 0
    return Overlap(one=one, other=other, shared=tuple(sorted(shared)), permille=permille)


@attrs.frozen(kw_only=True)
class Inclusion:
    """Which members of a body the body above it takes in 上级吸收下级成员.

    Attributes:
        below: The lower body.
        above: The body of the nearest ancestor of its host that has one.
        taken: Members of both.
    """

    below: str
    above: str
    taken: tuple[str, ...]


def upward_inclusion(org: OrgGraph, kind: str, *, above: str | None = None) -> tuple[Inclusion, ...]:
    """Tell for each body of a kind which of its members the body above takes in (C-2.13).

    A body hosted by the topmost unit that has one stands below none and is left out.

    Args:
        org: The graph, best of a day.
        kind: Kind of the lower bodies.
        above: Kind of the upper bodies; by default the same.
    """
    hosts = {body.id: org.host(body.id) for body in org.bodies.values() if body.kind in {kind, above or kind}}
    upper: defaultdict[str, list[str]] = defaultdict(list)
    for body, host in hosts.items():
        if host is not None and org.bodies[body].kind == (above or kind):
            upper[host].append(body)
    found: list[Inclusion] = []
    for body, host in hosts.items():
        if host is not None and org.bodies[body].kind == kind:
            nearest = next((upper[unit] for unit in org.ancestors(host) if unit in upper), list[str]())
            found += [Inclusion(below=body, above=over, taken=overlap(org, body, over).shared) for over in nearest]
    return tuple(found)


@attrs.frozen(kw_only=True)
class CrossAppointment:
    """Someone from one organisation holds a seat in another as well 交叉任职; who, is not said.

    Attributes:
        giver: The organisation the person comes from.
        taker: The organisation that has the seat.
        post: The post at home.
        seat: The post, or the body, at the taker.
        via: The holding or the tie that says so.
    """

    giver: str
    taker: str
    post: str
    seat: str
    via: str


def cross_appointments(org: OrgGraph, one: str, other: str) -> tuple[CrossAppointment, ...]:
    """Find the cross-appointments between two organisations, both ways.

    There is one where a holding of a seat at the taker is ``concurrent`` with a post at the giver, and where a post at
    the giver has a tie to the taker. Posts of an organisation are its own and those of the bodies it hosts.

    Args:
        org: The graph, best of a day.
        one: An organisation.
        other: Another one.

    Returns:
        First those from ``one`` into ``other``.
    """
    return (*_given(org, one, other), *_given(org, other, one))


def _given(org: OrgGraph, giver: str, taker: str) -> list[CrossAppointment]:
    home, away = _seats(org, giver), _seats(org, taker)
    places = {taker, *org.hosted_by(taker), *away}
    found = [
        (holding.concurrent, holding.post, holding.id)
        for seat in sorted(away)
        for holding in org.holdings_of(seat)
        if holding.concurrent in home
    ]
    found += [(tie.source, tie.target, tie.id) for post in home for tie in org.ties_of(post) if tie.target in places]
    return [
        CrossAppointment(giver=giver, taker=taker, post=post, seat=seat, via=via) for post, seat, via in sorted(found)
    ]


def _seats(org: OrgGraph, organisation: str) -> frozenset[str]:
    owners = (organisation, *org.hosted_by(organisation))
    return frozenset(post for owner in owners for post in org.posts_of(owner))


def routes(org: OrgGraph, *, kind: str | None = None) -> FrozenMap[str | None, int]:
    """Count by which route posts came to be held: elected, dispatched …; ``None``, last, where none is recorded.

    Args:
        org: The graph, best of a day.
        kind: Only posts of this kind; by default all.
    """
    posts = org.posts
    counted = Counter(
        holding.route
        for holding in org.holdings.values()
        if kind is None or (holding.post in posts and posts[holding.post].kind == kind)
    )
    return FrozenMap(
        {route: counted[route] for route in sorted(counted, key=lambda route: (route is None, route or ""))}
    )
