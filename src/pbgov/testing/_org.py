"""Strategies for organisations: level profiles, rows on record, and whole graphs, valid by construction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, TypeVar

import attrs
from hypothesis import strategies as st

from pbgov.base import Table
from pbgov.org import FOUR_LEVELS, Body, Holding, Level, LevelProfile, OrgGraph, Person, Post, Tie, Unit
from pbgov.testing._base import days, ids, names, texts

T = TypeVar("T")
_FIRST: Final = date(2012, 1, 1)
_KINDS: Final = ("department", "stationed_unit", "public_institution")
_TIES: Final = ("leads", "member", "convener", "seated_in", "serves")


@st.composite
def level_profiles(draw: st.DrawFn, *, min_size: int = 1, max_size: int = 5) -> LevelProfile:
    """Profiles of ``min_size`` to ``max_size`` levels; a level may stand under several before it, or be a root."""
    drawn = draw(
        st.lists(
            st.tuples(texts(), st.lists(st.integers(0, max_size - 1), max_size=2)), min_size=min_size, max_size=max_size
        )
    )
    levels = [
        Level(code=f"L{i}", label=label, parents=tuple(dict.fromkeys(f"L{back % i}" for back in above)) if i else ())
        for i, (label, above) in enumerate(drawn)
    ]
    return LevelProfile(id="profile", levels=tuple(levels))


def spans() -> st.SearchStrategy[tuple[date | None, date | None]]:
    """Starts and ends of rows: each end may be open, no span is empty."""
    return st.tuples(st.none() | days(), st.none() | st.integers(1, 1_000)).map(_span)


def _span(drawn: tuple[date | None, int | None]) -> tuple[date | None, date | None]:
    start, length = drawn
    return start, None if length is None else date.fromordinal((start or _FIRST).toordinal() + length)


def dated(kind: Callable[..., T], /, **columns: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values with a start and an end, each other column from its strategy."""

    def build(span: tuple[date | None, date | None], **cells: object) -> T:
        return kind(start=span[0], end=span[1], **cells)

    return st.builds(build, spans(), **columns)


def units(
    elements: st.SearchStrategy[str] | None = None,
    *,
    levels: st.SearchStrategy[str | None] | None = None,
    parents: st.SearchStrategy[str | None] | None = None,
) -> st.SearchStrategy[Unit]:
    """Units one by one; what they name need not be on record, see ``forests``.

    Args:
        elements: Their identifiers.
        levels: Their levels; by default those of four, or none.
        parents: Their parents; by default none.
    """
    return dated(
        Unit,
        id=ids("U") if elements is None else elements,
        kind=st.sampled_from(_KINDS),
        level=st.sampled_from((None, *(level.code for level in FOUR_LEVELS.levels))) if levels is None else levels,
        parent=st.none() if parents is None else parents,
        name=names(),
        made_up=st.booleans(),
    )


@st.composite
def forests(
    draw: st.DrawFn, profile: LevelProfile = FOUR_LEVELS, *, min_size: int = 0, max_size: int = 8
) -> Table[Unit]:
    """Units that stand under one another as a profile allows; those of no level stand under any.

    Each unit is drawn together with its level and its place under the earlier ones, so that dropping one while
    shrinking leaves a smaller forest.

    Args:
        draw: Given by Hypothesis.
        profile: The levels.
        min_size: Fewest units.
        max_size: Most units.
    """
    codes = [level.code for level in profile.levels]
    drawn = draw(
        st.lists(
            st.tuples(units(levels=st.none()), st.sampled_from((*codes, None)), st.integers(0, max(0, max_size - 1))),
            min_size=min_size,
            max_size=max_size,
            unique_by=lambda triple: triple[0].id,
        )
    )
    placed: list[Unit] = []
    for unit, wished, back in drawn:
        level, parent = _place(placed, profile, wished, back)
        placed.append(attrs.evolve(unit, level=level, parent=parent))
    return Table(placed)


def _place(
    placed: Sequence[Unit], profile: LevelProfile, wished: str | None, back: int
) -> tuple[str | None, str | None]:
    """Put a unit where its level allows; one that finds no parent becomes an organisation without a level."""
    allowed = () if wished is None else profile[wished].parents
    above = [unit.id for unit in placed if wished is None or unit.level in allowed]
    if wished is not None and not allowed:
        return wished, None
    return (wished, above[back % len(above)]) if above else (None, None)


def bodies(
    elements: st.SearchStrategy[str] | None = None, *, hosts: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Body]:
    """Joint bodies.

    Args:
        elements: Their identifiers.
        hosts: The units they belong to.
    """
    return dated(
        Body,
        id=ids("M") if elements is None else elements,
        kind=st.sampled_from(("city_joint_meeting", "regional_joint_meeting", "rotation_group")),
        host=ids("U") if hosts is None else hosts,
        functions=st.lists(st.sampled_from(("party", "safety", "service")), max_size=3, unique=True).map(tuple),
        name=names(),
    )


def posts(
    elements: st.SearchStrategy[str] | None = None, *, units: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Post]:
    """Seats.

    Args:
        elements: Their identifiers.
        units: The units or bodies they belong to.
    """
    return dated(
        Post,
        id=ids("P") if elements is None else elements,
        kind=st.sampled_from(("head", "responsible_leader", "liaison", "grid_worker")),
        unit=ids("U") if units is None else units,
        name=names(),
    )


def people(elements: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Person]:
    """People: an opaque identifier and a category."""
    categories = st.sampled_from(("resident", "full_member", "probationary_member"))
    return dated(Person, id=ids("X") if elements is None else elements, category=categories)


def holdings(
    elements: st.SearchStrategy[str] | None = None,
    *,
    posts: st.SearchStrategy[str] | None = None,
    people: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Holding]:
    """Posts held by people.

    Args:
        elements: Identifiers of the holdings.
        posts: Identifiers of posts.
        people: Identifiers of people.
    """
    return dated(
        Holding,
        id=ids("H") if elements is None else elements,
        post=ids("P") if posts is None else posts,
        person=ids("X") if people is None else people,
        route=st.sampled_from((None, "elected", "dispatched", "ex_officio")),
        full_time=st.sampled_from((None, False, True)),
        concurrent=st.none() | (ids("P") if posts is None else posts),
    )


def ties(
    elements: st.SearchStrategy[str] | None = None,
    *,
    kinds: st.SearchStrategy[str] | None = None,
    sources: st.SearchStrategy[str] | None = None,
    targets: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Tie]:
    """Ties of any kind between any two things.

    Args:
        elements: Their identifiers.
        kinds: Their kinds.
        sources: What is tied.
        targets: What it is tied to.
    """
    return dated(
        Tie,
        id=ids("T") if elements is None else elements,
        kind=st.sampled_from(_TIES) if kinds is None else kinds,
        source=ids("U") if sources is None else sources,
        target=ids("U") if targets is None else targets,
        share=st.none() | st.integers(1, 1000),
        route=st.sampled_from((None, "elected", "recommended", "ex_officio")),
    )


@st.composite
def org_graphs(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Table[Unit]] | None = None,
    *,
    max_bodies: int = 3,
    max_ties: int = 6,
    max_posts: int = 3,
    max_holdings: int = 4,
) -> OrgGraph:
    """Graphs of a forest of units, the bodies they host, posts and who holds them, and ties between all of these.

    Args:
        draw: Given by Hypothesis.
        elements: Their units.
        max_bodies: Most bodies.
        max_ties: Most ties.
        max_posts: Most posts.
        max_holdings: Most holdings; few people hold them, so that some hold several.
    """
    forest = draw(forests() if elements is None else elements)
    if not forest:
        return OrgGraph(units=forest)
    some = st.sampled_from(tuple(forest))
    hosted = draw(st.lists(bodies(hosts=some), max_size=max_bodies, unique_by=lambda body: body.id))
    owners = st.sampled_from((*forest, *(body.id for body in hosted)))
    seats = draw(st.lists(posts(units=owners), max_size=max_posts, unique_by=lambda post: post.id))
    seat = st.sampled_from(tuple(post.id for post in seats)) if seats else st.nothing()
    across = ties(kinds=st.sampled_from(("leads", "seated_in", "serves")), sources=some, targets=some)
    into = st.sampled_from(tuple(body.id for body in hosted)) if hosted else st.nothing()
    sitting = ties(kinds=st.sampled_from(("member", "convener", "presides")), sources=some | seat, targets=into)
    tied = draw(st.lists(across | sitting, max_size=max_ties, unique_by=lambda tie: tie.id))
    held = holdings(posts=seat, people=st.sampled_from(("X1", "X2", "X3")))
    holding = draw(st.lists(held, max_size=max_holdings if seats else 0, unique_by=lambda row: row.id))
    return OrgGraph(units=forest, bodies=Table(hosted), posts=Table(seats), holdings=Table(holding), ties=Table(tied))
