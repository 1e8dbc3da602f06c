from __future__ import annotations

import attrs
import pytest

from pbgov.errors import UnknownIdError
from pbgov.org import (
    DIRECT_LEVELS,
    FOUR_LEVELS,
    NATIONAL_LEVELS,
    Body,
    Coverage,
    DualLeadership,
    LevelBreak,
    LevelProfile,
    Unit,
    blind_spots,
    breaks,
    coverage,
    dual_leadership,
    level_breaks,
    seams,
)
from tests.unit.org.worlds import CITY, MEETING, graph, tie, unit


def test_lines_that_end_apart_are_dual_leadership() -> None:
    # The city leads the river subdistrict and stands above it; the mine leads oak and does not.
    assert dual_leadership(CITY) == (DualLeadership(unit="oak", parent="hill", leaders=("mine",)),)


def test_a_root_may_be_led_from_elsewhere() -> None:
    place = graph(unit("a", "city"), unit("b", None), tie("leads", "b", "a"), tie("leads", "b", "gone"))
    assert dual_leadership(place) == (DualLeadership(unit="a", parent=None, leaders=("b",)),)


NONE: dict[str, tuple[str, ...]] = {}


@pytest.mark.parametrize(
    ("profile", "rows", "missing"),
    [
        (FOUR_LEVELS, [unit("c", "city"), unit("v", "community", "c")], {"v": ("township", "county")}),
        (FOUR_LEVELS, [unit("c", "city"), unit("t", "township", "c")], {"t": ("county",)}),
        (DIRECT_LEVELS, [unit("c", "city"), unit("t", "township", "c")], NONE),  # Dongguan has no districts
        (NATIONAL_LEVELS, [unit("p", "province"), unit("c", "city", "p"), unit("t", "township", "c")], NONE),
        (NATIONAL_LEVELS, [unit("p", "province"), unit("d", "county", "p")], NONE),  # Chongqing has no city level
        (FOUR_LEVELS, [unit("v", "community")], {"v": ("township", "county", "city")}),
        (FOUR_LEVELS, [unit("v", "city"), unit("w", "city", "v")], NONE),  # a wrong level, but none is missing
        (FOUR_LEVELS, [unit("c", "city"), unit("o", None, "c"), unit("d", "county", "o")], NONE),
        (FOUR_LEVELS, [unit("c", "city"), unit("o", "office", "c"), unit("d", "county", "o")], NONE),
        (FOUR_LEVELS, [unit("o", None), unit("x", "office", "o")], NONE),
    ],
)
def test_a_chain_that_misses_a_level(
    profile: LevelProfile, rows: list[Unit], missing: dict[str, tuple[str, ...]]
) -> None:
    assert level_breaks(graph(*rows), profile) == tuple(LevelBreak(key, levels) for key, levels in missing.items())


def test_breaks_seams_and_blind_spots() -> None:
    # m-city, none in east, m-river: east is a break, and so are west and hill above oak.
    assert breaks(CITY, MEETING) == ("east", "hill", "west")
    assert blind_spots(CITY, MEETING) == ()
    assert seams(CITY, MEETING) == ()
    assert seams(CITY, MEETING, among=["mine", "river", "river"]) == ("river",)
    assert coverage(CITY, MEETING) == Coverage(breaks=("east", "hill", "west"), seams=(), blind_spots=())
    assert not coverage(CITY, MEETING).whole


def test_nothing_reaches_anywhere_without_bodies() -> None:
    bare = attrs.evolve(CITY, bodies=graph().bodies)
    assert coverage(bare, MEETING) == Coverage(
        breaks=(), seams=("bank", "mine", "school"), blind_spots=("elm", "oak", "willow")
    )
    assert coverage(graph(), MEETING).whole


def test_an_organisation_of_a_kind_may_be_a_unit_under_or_seated_in_another() -> None:
    assert blind_spots(CITY, "mine") == ("elm", "willow")  # seated in oak
    assert blind_spots(CITY, "school") == ("elm", "oak")  # stands under willow
    assert blind_spots(CITY, "rotation_group") == ("elm", "oak")  # belongs to the meeting of willow
    assert breaks(CITY, "mine") == ()


def test_a_unit_in_the_middle_without_a_level_is_no_break() -> None:
    rows = [unit("c", "city"), unit("o", None, "c"), unit("v", "community", "o")]
    place = graph(*rows, Body(id="m", kind=MEETING, host="c"), Body(id="n", kind=MEETING, host="v"))
    assert breaks(place, MEETING) == ()


def test_levels_that_are_missing_between_two() -> None:
    assert FOUR_LEVELS.between("community", "city") == ("township", "county")
    assert FOUR_LEVELS.between("community", "township") == ()
    assert FOUR_LEVELS.between("community", None) == ("township", "county", "city")
    assert FOUR_LEVELS.between("city", None) == ()
    assert FOUR_LEVELS.between("county", "community") == ("city",)  # upside down: all it lacks
    assert NATIONAL_LEVELS.between("community", "province") == ("township", "county")  # the shortest way
    for low, high in (("village", None), ("city", "village")):
        with pytest.raises(UnknownIdError, match="has no level village"):
            FOUR_LEVELS.between(low, high)


def test_profiles_are_compared_by_what_their_levels_are() -> None:
    assert FOUR_LEVELS.shared(DIRECT_LEVELS) == ("city", "township", "community")
    assert NATIONAL_LEVELS.shared(FOUR_LEVELS) == ("city", "county", "township", "community")
    assert FOUR_LEVELS.shared(LevelProfile(id="none", levels=())) == ()
    assert LevelBreak("a", ()) != LevelBreak("a", ("city",))
