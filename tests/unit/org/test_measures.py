from __future__ import annotations

import attrs
import pytest

from pbgov.errors import UnknownIdError
from pbgov.org import (
    Body,
    CrossAppointment,
    Holding,
    Inclusion,
    Overlap,
    Post,
    SpanOfControl,
    cross_appointments,
    load,
    overlap,
    overlaps,
    routes,
    span_of_control,
    upward_inclusion,
)
from tests.unit.org.worlds import CITY, DAY, MEETING, graph, tie, unit


def test_span_of_control_keeps_the_relations_apart() -> None:
    assert span_of_control(CITY, "city") == SpanOfControl(children=2, led=1, hosted=1, posts=0)
    assert span_of_control(CITY, "river") == SpanOfControl(children=2, led=0, hosted=1, posts=1)
    assert span_of_control(CITY, "mine") == SpanOfControl(children=0, led=1, hosted=0, posts=2)
    with pytest.raises(UnknownIdError):
        span_of_control(CITY, "m-city")


def test_the_load_of_a_unit_is_what_ties_it_to_bodies() -> None:
    found = load(CITY, "mine")
    assert found.bodies == ("m-river", "m-willow")
    assert found.ties == ("member:mine:m-river", "member:mine:m-willow", "presides:mine:m-willow")
    assert (found.posts, found.share, found.unrecorded, found.over) == ((), 700, 1, False)


def test_the_load_of_a_post_and_of_who_holds_it() -> None:
    post = load(CITY, "p-bank")
    assert (post.posts, post.bodies, post.ties, post.share) == (("p-bank",), (), ("serves:p-bank:grid-7",), 250)
    person = load(CITY, "x2")
    assert (person.posts, person.bodies, person.share) == (("p-river", "s-board"), ("m-river",), 300)
    nobody = load(CITY, "x9")
    assert (nobody.posts, nobody.ties, nobody.share, nobody.unrecorded) == ((), (), 0, 0)


def test_shares_may_add_up_to_more_than_there_is() -> None:
    place = graph(
        unit("a", None),
        Body(id="m", kind=MEETING, host="a"),
        Body(id="n", kind=MEETING, host="a"),
        tie("member", "a", "m", 600),
        tie("member", "a", "n", 400),
    )
    assert not load(place, "a").over
    assert load(
        graph(*place.units.values(), *place.bodies.values(), *place.ties.values(), tie("convener", "a", "n", 1)), "a"
    ).over


def test_overlap_of_two_bodies_whichever_comes_first() -> None:
    found = Overlap(one="m-elm", other="m-willow", shared=("bank",), permille=333)
    assert overlap(CITY, "m-willow", "m-elm") == overlap(CITY, "m-elm", "m-willow") == found
    assert overlap(CITY, "m-city", "m-oak").permille == 0
    assert overlap(CITY, "m-willow", "m-willow").permille == 1000
    with pytest.raises(UnknownIdError):
        overlap(CITY, "m-willow", "willow")


def test_all_overlaps_the_greatest_first() -> None:
    assert [(found.one, found.other, found.shared) for found in overlaps(CITY)] == [
        ("m-elm", "m-willow", ("bank",)), ("m-river", "m-willow", ("mine",)),
    ]  # fmt: skip
    assert overlaps(CITY, at_least=2) == ()


def test_the_body_above_takes_in_members_of_the_one_below() -> None:
    assert upward_inclusion(CITY, MEETING) == (
        Inclusion(below="m-elm", above="m-river", taken=()),
        Inclusion(below="m-oak", above="m-city", taken=()),
        Inclusion(below="m-river", above="m-city", taken=()),
        Inclusion(below="m-willow", above="m-river", taken=("mine",)),
    )
    (group,) = upward_inclusion(CITY, "rotation_group", above=MEETING)
    assert (group.below, group.above) == (
        "group",
        "m-river",
    )  # above the community, and not the meeting it is a part of


def test_a_body_whose_host_is_not_on_record_stands_under_none() -> None:
    place = graph(unit("a", "city"), Body(id="m", kind=MEETING, host="gone"), Body(id="n", kind=MEETING, host="a"))
    assert upward_inclusion(place, MEETING) == ()


def test_cross_appointments_both_ways() -> None:
    there = CrossAppointment(giver="mine", taker="river", post="p-mine", seat="s-great", via="h2")
    back = CrossAppointment(giver="river", taker="mine", post="p-river", seat="s-board", via="h4")
    assert cross_appointments(CITY, "mine", "river") == (there, back)
    assert cross_appointments(CITY, "river", "mine") == (back, there)
    assert cross_appointments(CITY, "mine", "bank") == ()


def test_a_tie_from_a_post_is_a_cross_appointment_too() -> None:
    place = graph(
        unit("a", None),
        unit("b", None),
        Body(id="m", kind=MEETING, host="b"),
        Post(id="p", kind="head", unit="a"),
        tie("part_time_member", "p", "m"),
        tie("serves", "p", "grid"),
    )
    assert cross_appointments(place, "b", "a") == (
        CrossAppointment(giver="a", taker="b", post="p", seat="m", via="part_time_member:p:m"),
    )


def test_routes_are_counted_and_those_not_recorded_come_last() -> None:
    assert list(routes(CITY).items()) == [("elected", 2), ("recommended", 1), (None, 1)]
    assert routes(CITY, kind="part_time_member") == {"recommended": 1}
    assert routes(CITY, kind="none") == {}
    lost = graph(Holding(id="h", post="gone", person="x"))
    assert routes(lost, kind="k") == {}


def test_measures_of_a_day_count_what_is_in_force() -> None:
    ended = attrs.evolve(tie("member", "mine", "m-oak"), end=DAY)
    place = graph(unit("mine", None), unit("oak", "community"), Body(id="m-oak", kind=MEETING, host="oak"), ended)
    assert load(place, "mine").bodies == ("m-oak",)
    assert load(place.on(DAY), "mine").bodies == ()
    assert overlaps(place.on(DAY)) == ()
