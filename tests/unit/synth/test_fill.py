"""Made-up worlds: the counts are reached, all that is made up is marked, a seed gives one world."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbgov.base import Row
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.model import TABLES, Jurisdiction
from pbgov.org import Body, Post, Tie, Unit
from pbgov.synth import fill_meetings, fill_members, fill_units
from pbgov.validation import faults
from tests.unit.validation.worlds import place

KINDS = {"county": "district", "township": "subdistrict", "community": "residents_committee"}
CITY = Unit(id="city", kind="prefecture", level="city", name="市")
KNOWN = place(CITY, Unit(id="old", kind="district", level="county", parent="city", name="旧区"))
COUNTS = {"county": 3, "township": 7, "community": 11}


def rows(given_: Jurisdiction) -> list[Row]:
    return [row for name in TABLES for row in given_.table(name).values()]


def levels(given_: Jurisdiction) -> Counter[str | None]:
    return Counter(unit.level for unit in given_.units.values())


def spread(given_: Jurisdiction, level: str) -> set[int]:
    """Give how many units of the level below stand under each unit of a level."""
    return {len(given_.org.children(unit.id)) for unit in given_.units.values() if unit.level == level}


def filled(rng: int | random.Random = 7, members: int = 20) -> Jurisdiction:
    made = fill_units(KNOWN, COUNTS, kinds=KINDS, rng=rng)
    made = fill_meetings(made, "regional_joint_meeting", ("county", "township", "community"))
    return fill_members(made, "regional_joint_meeting", members, rng=rng)


class TestAll:
    @given(rng=st.integers(0, 2**64 - 1))
    def test_what_is_made_is_sound_and_marked(self, rng: int) -> None:
        made = filled(rng)
        assert not list(faults(made))
        known = {row.id for row in rows(KNOWN)}
        assert {row.id for row in rows(made) if not row.made_up} == known
        assert made.units["old"] == KNOWN.units["old"]
        assert filled(rng) == made

    def test_a_seed_decides(self) -> None:
        assert len({str([unit.parent for unit in filled(seed).units.values()]) for seed in range(20)}) > 1
        assert filled(random.Random(3)) == filled(random.Random(3))

    def test_kinds_differ_by_seed(self) -> None:
        assert len({str([unit.kind for unit in filled(seed).units.values()]) for seed in range(5)}) == 5


class TestUnits:
    @given(counts=st.tuples(st.integers(1, 5), st.integers(0, 9), st.integers(0, 12)), rng=st.integers(0, 99))
    def test_counts_are_reached_and_evenly_spread(self, counts: tuple[int, int, int], rng: int) -> None:
        wanted = dict(zip(KINDS, counts, strict=True))
        if counts[2] and not counts[1]:
            with pytest.raises(StructureError, match="community"):
                fill_units(KNOWN, wanted, kinds=KINDS, rng=rng)
            return
        made = fill_units(KNOWN, wanted, kinds=KINDS, rng=rng)
        assert levels(made) == Counter({"city": 1} | {level: n for level, n in wanted.items() if n})
        for level in ("city", "county", "township"):
            loads = spread(made, level)
            assert not loads or max(loads) - min(loads) <= 1

    def test_names_and_kinds(self) -> None:
        made = fill_units(KNOWN, {"county": 2, "township": 1}, kinds=KINDS)
        county, township = made.units["county-002"], made.units["township-001"]
        assert (county.kind, county.level, county.parent) == ("district", "county", "city")
        assert (township.kind, township.level) == ("subdistrict", "township")
        assert county.name.endswith("2")

    def test_the_lightest_come_first(self) -> None:
        crowded = KNOWN.having(
            Unit(id="new", kind="district", level="county", parent="city"),
            *(Unit(id=f"t{n}", kind="subdistrict", level="township", parent="old") for n in range(3)),
        )
        made = fill_units(crowded, {"township": 6}, kinds=KINDS)
        assert spread(made, "county") == {3}

    def test_an_identifier_that_is_taken_is_not_taken_again(self) -> None:
        taken = KNOWN.having(
            Unit(id="county-002", kind="k", parent="city"), Post(id="county-003", kind="head", unit="city")
        )
        made = fill_units(taken, {"county": 3}, kinds=KINDS)
        assert levels(made)["county"] == 3
        assert not list(faults(made))
        assert made.units["county-002"] == taken.units["county-002"]

    def test_enough_is_enough(self) -> None:
        assert fill_units(KNOWN, {"county": 1}, kinds={}) == KNOWN
        assert fill_units(KNOWN, {}, kinds={}) == KNOWN

    @pytest.mark.parametrize(("counts", "level"), [({"county": 0}, "county"), ({"community": 1}, "community")])
    def test_counts_that_cannot_be(self, counts: dict[str, int], level: str) -> None:
        with pytest.raises(StructureError, match=level):
            fill_units(KNOWN, counts, kinds=KINDS)

    def test_an_unknown_level_is_misuse(self) -> None:
        with pytest.raises(UnknownIdError, match="nonsense"):
            fill_units(KNOWN, {"nonsense": 1}, kinds=KINDS)


class TestMeetings:
    def test_every_unit_of_the_levels_hosts_one_with_a_convener(self) -> None:
        made = fill_meetings(KNOWN, "regional_joint_meeting", ("city", "county"))
        assert [body.host for body in made.bodies.values()] == ["city", "old"]
        assert {body.kind for body in made.bodies.values()} == {"regional_joint_meeting"}
        for body in made.bodies.values():
            [convener] = [tie for tie in made.ties.values() if tie.target == body.id]
            assert convener.kind == "convener"
            assert made.posts[convener.source].unit == body.host
            assert made.posts[convener.source].kind == "secretary"
        assert made.bodies["meeting-old"].name.startswith("旧区")
        assert fill_meetings(made, "regional_joint_meeting", ("city", "county")) == made

    def test_a_secretary_on_record_convenes(self) -> None:
        seat = Post(id="secretary-old", kind="secretary", unit="old", name="书记")
        made = fill_meetings(KNOWN.having(seat), "regional_joint_meeting", ("county",))
        assert made.posts.rows() == (seat,)
        assert [(tie.source, tie.target) for tie in made.ties.values()] == [("secretary-old", "meeting-old")]

    def test_other_rows_of_like_names_stay(self) -> None:
        other = Post(id="secretary-old", kind="liaison", unit="city")
        body = Body(id="meeting-old", kind="council", host="old")
        made = fill_meetings(KNOWN.having(other, body), "regional_joint_meeting", ("county",))
        assert made.posts["secretary-old"] == other
        assert made.bodies["meeting-old"] == body
        assert (len(made.posts), len(made.bodies), len(made.ties)) == (2, 2, 1)
        assert not list(faults(made))

    def test_the_longest_identifiers_and_names_fit(self) -> None:
        long = Unit(id="x" * 120, kind="district", level="county", parent="city", name="市" * 200)
        made = fill_meetings(place(CITY, long), "regional_joint_meeting", ("county",))
        made = fill_members(made, "regional_joint_meeting", 3)
        assert not list(faults(made))
        assert made.org.members(next(iter(made.bodies)))

    def test_levels_that_no_unit_has_host_nothing(self) -> None:
        assert fill_meetings(KNOWN, "regional_joint_meeting", ("community",)) == KNOWN


class TestMembers:
    @given(wanted=st.integers(0, 40), rng=st.integers(0, 99))
    def test_members_are_many_as_wanted_and_evenly_spread(self, wanted: int, rng: int) -> None:
        meetings = fill_meetings(
            fill_units(KNOWN, COUNTS, kinds=KINDS), "regional_joint_meeting", ("county", "township", "community")
        )
        made = fill_members(meetings, "regional_joint_meeting", wanted, rng=rng)
        members = {tie.source for tie in made.ties.values() if tie.kind == "member"}
        assert len(members) == wanted
        seats = {tie.source: tie.target for tie in made.ties.values() if tie.kind == "seated_in"}
        assert seats.keys() == members
        seated = Counter(seats.values())
        loads = [seated[body.host] for body in made.bodies.values()]
        assert max(loads) - min(loads) <= 1

    def test_the_meeting_above_takes_in_one_of_each_below(self) -> None:
        made = filled(members=21 * 2)
        for body in made.bodies.values():
            parent = made.units[body.host].parent
            above = next((one for one in made.bodies.values() if one.host == parent), None)
            if above is not None:
                assert len({*made.org.members(body.id)} & {*made.org.members(above.id)}) >= 1

    def test_members_on_record_count(self) -> None:
        meetings = fill_meetings(KNOWN, "regional_joint_meeting", ("county",))
        known = meetings.having(
            Unit(id="mine", kind="k"), Tie(id="T", kind="member", source="mine", target="meeting-old")
        )
        made = fill_members(known, "regional_joint_meeting", 3)
        assert len(made.org.members("meeting-old")) == 3
        assert fill_members(made, "regional_joint_meeting", 3) == made
        with pytest.raises(StructureError, match="3"):
            fill_members(made, "regional_joint_meeting", 2)

    def test_a_body_of_a_body_has_no_meeting_above(self) -> None:
        nested = KNOWN.having(Body(id="M", kind="council", host="old"), Body(id="G", kind="group", host="M"))
        made = fill_members(nested, "group", 2)
        assert len(made.org.members("G")) == 2
        assert not list(faults(made))

    def test_without_a_body_there_is_nowhere_to_go(self) -> None:
        assert fill_members(KNOWN, "regional_joint_meeting", 0) == KNOWN
        with pytest.raises(InvalidValueError):
            fill_members(KNOWN, "regional_joint_meeting", 1)
