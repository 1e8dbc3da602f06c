from __future__ import annotations

from datetime import date

import pytest

from pbgov.base import Table
from pbgov.errors import UnknownIdError
from pbgov.org import Body, OrgGraph, Tie, Unit, cycles

DAY = date(2018, 7, 1)


def graph(*parents: str) -> OrgGraph:
    """Make a graph of units written ``child<parent``, or a root by its name alone."""
    pairs = [text.split("<") if "<" in text else (text, None) for text in parents]
    return OrgGraph(units=Table(Unit(id=str(child), kind="k", parent=parent) for child, parent in pairs))


CITY = graph("C", "D<C", "E<C", "S<D", "T<D", "A<S")
BROKEN = graph("A<X", "B<A", "P<Q", "Q<P", "R<P", "Z<Z")


@pytest.mark.parametrize(
    ("place", "unit", "chain"),
    [
        (CITY, "A", "ASDC"),
        (CITY, "C", "C"),
        (BROKEN, "B", "BA"),  # X is not on record
        (BROKEN, "P", "PQ"),
        (BROKEN, "R", "RPQ"),
        (BROKEN, "Z", "Z"),
    ],
)
def test_a_chain_ends_at_a_root_a_gap_or_a_circle(place: OrgGraph, unit: str, chain: str) -> None:
    assert place.chain(unit) == tuple(chain)


@pytest.mark.parametrize(
    ("place", "unit", "children", "subtree"),
    [
        (CITY, "C", "DE", "CDESTA"),
        (CITY, "A", "", "A"),
        (BROKEN, "A", "B", "AB"),
        (BROKEN, "P", "QR", "PQR"),
        (BROKEN, "Q", "P", "QPR"),
        (BROKEN, "Z", "Z", "Z"),
    ],
)
def test_what_stands_under_a_unit(place: OrgGraph, unit: str, children: str, subtree: str) -> None:
    assert place.children(unit) == tuple(children)
    assert place.subtree(unit) == tuple(subtree)


def test_a_missing_parent_has_children_but_no_chain() -> None:
    assert BROKEN.children("X") == ("A",)
    assert BROKEN.children("nobody") == ()
    for ask in (BROKEN.chain, BROKEN.subtree):
        with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'X'.* / 没有标识为'X'的记录") as caught:
            ask("X")
        assert caught.value.culprits == ("X",)


def test_roots_stand_under_none_on_record() -> None:
    assert CITY.roots() == ("C",)
    assert BROKEN.roots() == ("A",)


def test_leaders_and_the_led() -> None:
    ties = [
        Tie(id=f"T{i}", kind=kind, source=source, target=target)
        for i, (kind, source, target) in enumerate(
            [("leads", "C", "S"), ("leads", "D", "S"), ("leads", "C", "D"), ("leads", "C", "S"), ("serves", "E", "S")]
        )
    ]
    place = OrgGraph(units=CITY.units, ties=Table(ties))
    assert place.leaders("S") == ("C", "D")
    assert place.led_by("C") == ("D", "S")
    assert place.led_by("E") == place.leaders("E") == ()


def test_members_of_a_body() -> None:
    meeting = Body(id="M", kind="joint_meeting", host="C")
    ties = [Tie(id=f"T{i}", kind="member", source=source, target="M") for i, source in enumerate("EDE")]
    ties += [Tie(id="T8", kind="convener", source="C", target="M"), Tie(id="T9", kind="member", source="C", target="N")]
    place = OrgGraph(units=CITY.units, bodies=Table([meeting]), ties=Table(ties))
    assert place.members("M") == ("D", "E")
    with pytest.raises(UnknownIdError, match=r"'N'") as caught:
        place.members("N")
    assert caught.value.culprits == ("N",)


def test_a_name_may_be_that_of_several() -> None:
    units = [Unit(id=key, kind="k", name=name) for key, name in (("2", "东风"), ("1", "东风"), ("3", "西风"))]
    place = OrgGraph(units=Table(units))
    assert place.find("东风") == ("1", "2")
    assert place.find("北风") == ()


def test_the_graph_of_a_day_holds_what_is_in_force() -> None:
    old, new = Unit(id="A", kind="k", end=DAY), Unit(id="B", kind="k", start=DAY)
    host = Body(id="M", kind="k", host="A", end=DAY)
    tie = Tie(id="T", kind="member", source="A", target="M", start=DAY)
    place = OrgGraph(units=Table([old, new]), bodies=Table([host]), ties=Table([tie]))
    before, after = place.on(date(2018, 6, 30)), place.on(DAY)
    assert (before.units, before.bodies, before.ties) == (Table([old]), Table([host]), Table())
    assert (after.units, after.bodies, after.ties) == (Table([new]), Table(), Table([tie]))


@pytest.mark.parametrize(
    ("parents", "circles"),
    [
        ("", []),
        ("AB BC", []),
        ("AA", ["A"]),
        ("BA AB", ["AB"]),
        ("CA AB BC DA ED", ["ABC"]),  # D and E lead into it
        ("ZY YZ BA AB", ["AB", "YZ"]),
        ("XA AB BA", ["AB"]),
    ],
)
def test_circles_are_found_once_from_their_least(parents: str, circles: list[str]) -> None:
    assert cycles((pair[0], pair[1]) for pair in parents.split()) == tuple(map(tuple, circles))
