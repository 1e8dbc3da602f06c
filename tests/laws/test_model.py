"""Laws of the record: rows come and go without a trace, and views only read."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pbgov.base import Row, Table
from pbgov.boundary import validate
from pbgov.model import TABLES, DutyRequest, Jurisdiction, Path, Recorded, View, admit
from pbgov.org import FOUR_LEVELS
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import HERE, Outcome, RulePack, each
from pbgov.testing._base import days
from pbgov.testing._model import (
    documents,
    duty_requests,
    events,
    jurisdictions,
    postings,
    recorded,
    stated_facts,
    waivers,
)
from tests.unit.validation.worlds import EVERYTHING, bodies, posts, ties, units

ON = date(2018, 7, 1)
FEW = settings(max_examples=settings().max_examples // 5)  # each example is a whole place


def everything(place: Jurisdiction) -> list[tuple[str, Row]]:
    return [(name, row) for name in TABLES for row in place.table(name).values()]


class TestAPlaceIsAValue:
    @FEW
    @given(place=jurisdictions())
    def test_it_hashes_pickles_and_compares(self, place: Jurisdiction) -> None:
        again = pickle.loads(pickle.dumps(place))  # noqa: S301 - our own
        assert again == place
        assert hash(again) == hash(place)

    @FEW
    @given(place=jurisdictions())
    def test_it_is_made_of_its_rows_in_any_order(self, place: Jurisdiction) -> None:
        empty = Jurisdiction(
            id=place.id, name=place.name, world=place.world, profile=place.profile, recorded=place.recorded
        )
        rows = [row for _, row in everything(place)]
        assert empty.having(*rows) == empty.having(*reversed(rows)) == place

    @FEW
    @given(place=jurisdictions(), data=st.data())
    def test_a_row_taken_and_given_back_leaves_no_trace(self, place: Jurisdiction, data: st.DataObject) -> None:
        rows = everything(place)
        if rows:
            table, row = data.draw(st.sampled_from(rows))
            without = place.without(table, row.id)
            assert row.id not in without.table(table)
            assert without != place
            assert without.having(row) == place


class TestTheStrategies:
    @pytest.mark.parametrize("pack", [JIXI, LANGFANG, EVERYTHING], ids=["jixi", "langfang", "everything"])
    @FEW
    @given(data=st.data())
    def test_a_pack_breaches_nothing_where_that_was_asked_for(self, pack: RulePack, data: st.DataObject) -> None:
        on = data.draw(days())
        place = data.draw(jurisdictions(pack=pack, on=on))
        assert validate(place, pack=pack, on=on).breached == ()
        grids = {grid.neighbourhood for grid in place.grids.values()}
        for home in grids:
            members = [one for grid in place.grids.values() if grid.neighbourhood == home for one in grid.members]
            assert sorted(members) == sorted(building.id for building in place.neighbourhoods[home].buildings)

    def test_they_reach_every_table(self) -> None:
        seen: set[str] = set()

        @settings(max_examples=200, phases=[Phase.generate], database=None)
        @given(place=jurisdictions())
        def look(place: Jurisdiction) -> None:
            seen.update(name for name, _ in everything(place))
            seen.update("claims" for _ in place.recorded)
            seen.update("leads" for tie in place.ties.values() if tie.kind == "leads")
            seen.update("ended" for body in place.bodies.values() if body.end)

        look()
        assert seen == {*TABLES, "claims", "leads", "ended"}

    @FEW
    @given(data=st.data())
    def test_rows_stand_alone(self, data: st.DataObject) -> None:
        for strategy in (documents(), events(), postings(), stated_facts(), waivers()):
            row = data.draw(strategy)
            assert row == attrs.evolve(row)
            assert row.in_force(ON) is (ON in row.period)
        assert isinstance(data.draw(recorded()), Recorded)


class TestClaims:
    @given(claims=st.lists(recorded(tables=st.just("events")), max_size=4), since=days(), length=st.integers(1, 400))
    def test_what_is_claimed_is_claimed_day_by_day(self, claims: list[Recorded], since: date, length: int) -> None:
        place = attrs.evolve(Jurisdiction(id="X", profile=FOUR_LEVELS), recorded=tuple(claims))
        until = since + timedelta(days=length)
        every = [since + timedelta(days=n) for n in range(length)]

        def covered(kind: str | None) -> bool:
            return all(any(day in one.period and one.kind in {None, kind} for one in claims) for day in every)

        assert place.recorded_throughout("events", since, until) is covered(None)
        for kind in ("party", "regular_meeting"):
            assert place.recorded_throughout("events", since, until, (kind,)) is covered(kind)
        both = covered("party") and covered("regular_meeting")
        assert place.recorded_throughout("events", since, until, ("party", "regular_meeting")) is both


class TestViews:
    """Each step against a plain search over all rows."""

    @FEW
    @given(place=jurisdictions())
    def test_back_is_the_converse_of_along(self, place: Jurisdiction) -> None:
        view = View(place, EVERYTHING.at(ON), ON, date(2018, 1, 1))
        for unit in place.units.values():
            hosted = [body for body in place.bodies.values() if body.host == unit.id and body.in_force(ON)]
            assert list(view.select(HERE.back(bodies.host), unit)) == hosted
            assert list(view.select(HERE.back(posts.unit), unit)) == [
                post for post in place.posts.values() if post.unit == unit.id and post.in_force(ON)
            ]
        for body in place.bodies.values():
            assert [row.id for row in view.select(HERE.along(bodies.host, "units"), body)] == [body.host]

    @FEW
    @given(place=jurisdictions())
    def test_up_and_down_are_converse(self, place: Jurisdiction) -> None:
        view = View(place, EVERYTHING.at(ON), ON, date(2018, 1, 1))
        for level in {unit.level for unit in place.units.values()} - {None}:
            assert level is not None
            for unit in place.units.values():
                if unit.in_force(ON):
                    for above in view.select(HERE.up(level), unit):
                        assert unit in view.select(HERE.down(), above)

    @FEW
    @given(place=jurisdictions(), few=st.sampled_from([1, 16]))
    def test_down_to_a_level_is_down_and_then_a_search(self, place: Jurisdiction, few: int) -> None:
        view = View(place, EVERYTHING.at(ON), ON, date(2018, 1, 1))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("pbgov.model._ways._FEW", few)
            levels = sorted({unit.level or "" for unit in place.units.values()})
            for asked in [*([level] for level in levels), levels[:2], levels[:1] * 2]:
                several = units.level.is_in(tuple(asked))
                for top in place.units.values():
                    wanted = [unit.id for unit in view.select(HERE.down(), top) if (unit.level or "") in asked]
                    assert sorted(unit.id for unit in view.select(HERE.down(several), top)) == sorted(wanted)
                found = [unit.id for unit in view.select(each(several))]
                assert found == [unit.id for unit in view.rows("units") if (unit.level or "") in asked]

    @FEW
    @given(place=jurisdictions(), alone=st.booleans())
    def test_a_path_is_found_again_from_where_it_leads(self, place: Jurisdiction, alone: bool) -> None:
        """Where few bodies stand under many units, these are looked up from the bodies."""
        if alone:
            place = attrs.evolve(place, bodies=Table(place.bodies.rows()[:1]))
        view = View(place, EVERYTHING.at(ON), ON, date(2018, 1, 1))
        for level in {unit.level for unit in place.units.values()} - {None}:
            assert level is not None
            path = Path.of(HERE.along(bodies.host, "units").up(level), "bodies")
            for body in place.bodies.values():
                for top in view.select(path.selector, body):
                    assert body.id in path.behind(place, 2, top)
            for top in place.units.values():
                below = place.org.subtree(top.id)
                assert path.behind(place, 2, top) == {row.id for row in place.bodies.values() if row.host in below}

    @FEW
    @given(place=jurisdictions())
    def test_a_selection_is_a_search(self, place: Jurisdiction) -> None:
        view = View(place, EVERYTHING.at(ON), ON, date(2018, 1, 1))
        for kind in ("member", "convener"):
            assert list(view.select(each(ties.kind == kind))) == [
                tie for tie in place.ties.values() if tie.kind == kind and tie.in_force(ON)
            ]
        roots = [unit for unit in place.units.values() if unit.level == "city" and unit.in_force(ON)]
        assert list(view.select(each(units.level == "city"))) == roots


class TestRequests:
    @FEW
    @given(place=jurisdictions(), data=st.data())
    def test_any_request_is_decided(self, place: Jurisdiction, data: st.DataObject) -> None:
        if place.units:
            some = st.sampled_from(tuple(place.units))
            request: DutyRequest = data.draw(duty_requests(targets=some, units=some))
            decision = admit(request, place=place, pack=JIXI, on=ON)
            assert decision.outcome in Outcome
            assert decision == admit(request, place=place, pack=JIXI, on=ON)
