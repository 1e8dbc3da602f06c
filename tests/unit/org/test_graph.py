from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from pbgov.base import Table
from pbgov.errors import StructureError, UnknownIdError
from pbgov.org import Body, OrgGraph, Tie, Unit, cycles
from tests.unit.org.worlds import CITY as LITTLE
from tests.unit.org.worlds import DAY


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


def test_a_walk_down_goes_no_further_than_is_asked_for() -> None:
    walk = CITY.walk_down("C")
    assert list(islice(walk, 3)) == list("CDE")
    assert next(walk) == "S"
    with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'X'"):
        next(CITY.walk_down("X"))


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


def test_a_graph_of_a_day_is_asked_of_another_day_through_the_same_record() -> None:
    old, new = Unit(id="A", kind="k", end=DAY), Unit(id="B", kind="k", start=DAY)
    place = OrgGraph(units=Table([old, new]))
    before = place.on(date(2018, 6, 30))
    assert before.day == date(2018, 6, 30)
    assert before.on(DAY) == place.on(DAY) != place
    assert place.day is None


def test_a_unit_not_in_force_is_unknown_to_the_day_and_ends_a_chain() -> None:
    units = [Unit(id="C", kind="k", end=DAY), Unit(id="D", kind="k", parent="C"), Unit(id="E", kind="k", parent="D")]
    place = OrgGraph(units=Table(units), bodies=Table([Body(id="M", kind="k", host="D", end=DAY)]))
    then = place.on(DAY)
    assert (place.chain("E"), then.chain("E")) == (("E", "D", "C"), ("E", "D"))
    assert (then.roots(), then.children("C")) == (("D",), ("D",))
    for ask in (then.chain, then.parent, then.subtree, then.level_of):
        with pytest.raises(UnknownIdError, match=r"'C' is not in force on 2018-07-01.* / 'C'在2018-07-01") as caught:
            ask("C")
        assert caught.value.culprits == ("C",)
    with pytest.raises(UnknownIdError, match="'C'"):
        then.subtree_size("C")
    for ask_body in (then.members, then.host, then.chairs, then.conveners):
        with pytest.raises(UnknownIdError, match="'M' is not in force"):
            ask_body("M")
    assert then.hosted_by("D") == ()


def test_the_graph_says_how_much_it_holds() -> None:
    assert repr(LITTLE) == "<OrgGraph of 11 units, 6 bodies, 5 posts, 13 ties>"
    assert repr(LITTLE.on(DAY)) == "<OrgGraph of 11 units, 6 bodies, 5 posts, 13 ties, on 2018-07-01>"


def test_up_and_down_the_administrative_line() -> None:
    assert LITTLE.ancestors("willow") == ("river", "east", "city")
    assert LITTLE.descendants("east") == ("river", "elm", "willow", "school")
    assert LITTLE.parent("city") is None
    assert [LITTLE.depth(key) for key in ("city", "willow", "school", "mine")] == [0, 3, 4, 0]
    assert (LITTLE.level_of("school"), LITTLE.level_of("river")) == (None, "township")
    assert LITTLE.at_level("school", "county") == "east"
    assert LITTLE.at_level("river", "township") == "river"
    assert LITTLE.at_level("mine", "county") is None


@pytest.mark.parametrize("place", [CITY, BROKEN, LITTLE])
def test_the_size_of_a_subtree_is_that_of_what_stands_in_it(place: OrgGraph) -> None:
    assert [place.subtree_size(key) for key in place.units] == [len(place.subtree(key)) for key in place.units]
    with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'X'"):
        place.subtree_size("X")


def test_the_one_unit_of_a_name() -> None:
    units = [Unit(id=key, kind="k", name=name) for key, name in (("2", "东风"), ("1", "东风"), ("3", "西风"))]
    place = OrgGraph(units=Table(units))
    assert place.only("西风") == "3"
    with pytest.raises(
        StructureError, match=r"several units are called “东风”: 1, 2;.* / 名为“东风”的单位不止一个"
    ) as caught:
        place.only("东风")
    assert caught.value.culprits == ("1", "2")
    with pytest.raises(UnknownIdError, match=r"no unit is called “北风”.* / 没有名为“北风”的单位"):
        place.only("北风")


def test_bodies_and_who_sits_in_them() -> None:
    assert LITTLE.hosted_by("willow") == ("m-willow",)
    assert LITTLE.hosted_by("m-willow") == ("group",)
    assert (LITTLE.host("group"), LITTLE.host("m-oak")) == ("willow", "oak")
    assert LITTLE.members("m-willow") == ("bank", "mine", "school")
    assert LITTLE.bodies_of("bank") == ("m-elm", "m-willow")
    assert LITTLE.conveners("m-river") == ("p-river",)
    assert LITTLE.chairs("m-willow") == ("mine",)
    assert LITTLE.conveners("m-willow") == LITTLE.chairs("m-river") == ()
    for ask in (LITTLE.host, LITTLE.conveners, LITTLE.chairs):
        with pytest.raises(UnknownIdError, match="'willow'"):
            ask("willow")


def test_a_body_may_belong_to_nothing_on_record() -> None:
    hosts = {"M": "N", "N": "M", "O": "gone"}
    place = OrgGraph(units=Table(), bodies=Table(Body(id=key, kind="k", host=host) for key, host in hosts.items()))
    assert [place.host(key) for key in hosts] == [None, None, None]


def test_posts_and_who_holds_them() -> None:
    assert LITTLE.posts_of("mine") == ("p-mine", "s-board")
    assert LITTLE.posts_of("m-river") == ("s-great",)
    assert LITTLE.holders("p-mine") == ("x1",)
    assert LITTLE.holders("p-bank") == ()
    assert LITTLE.posts_held("x1") == ("p-mine", "s-great")
    assert LITTLE.posts_held("x9") == ()
    with pytest.raises(UnknownIdError, match="'mine'"):
        LITTLE.holders("mine")
    (row,) = LITTLE.holdings_of("s-great")
    assert (row.route, row.concurrent) == ("recommended", "p-mine")
    assert [row.share for row in LITTLE.ties_of("mine") if row.kind == "member"] == [500, 200]


def test_what_an_identifier_stands_for() -> None:
    asked = ("willow", "m-willow", "p-mine", "x1", "grid-7")
    assert [LITTLE.what_is(key) for key in asked] == ["unit", "body", "post", None, None]


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
