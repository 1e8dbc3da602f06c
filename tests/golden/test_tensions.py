"""Where the reports contradict each other, themselves or the national base: a test for each tension, by its number.

A test fails if the tension were resolved by reading one thing as the other. What each is, and how it is held, stands
in ``docs/explanation/tensions.md``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

import pbgov
from pbgov.base import About, Cycle, Derived, Exact, Interval, Known, MoreThan, Row, Severity, Source, Verdict
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Document, Event, Fact, Jurisdiction, View, columns
from pbgov.org import FOUR_LEVELS, Body, Holding, LevelProfile, Person, Post
from pbgov.packs import (
    INSTITUTIONS,
    JIEFANGBEI,
    JIEFANGBEI_LEVELS,
    JIXI,
    JIXI_LEVELS,
    LANGFANG,
    NANQIAO,
    NANQIAO_LEVELS,
    NATIONAL,
    PARTY_LIFE,
    PROCESSES,
    SELF_GOVERNANCE,
    SHANWEI,
    SHANWEI_LEVELS,
)
from pbgov.rules import (
    HERE,
    Count,
    DutyItem,
    DutyList,
    Ledger,
    Leg,
    Norm,
    OpenUnit,
    Outcome,
    Overlay,
    Parameter,
    Power,
    RoleKind,
    Rota,
    RulePack,
    Transfer,
)
from pbgov.validation import faults
from tests.catalogue.worlds import A_CASE, CHAIN, ON, SINCE, members, place, populations, request, supplied, tie, unit

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from cities.jixi_world import reported_place as jixi_place

ROOT: Final = Path(__file__).parents[2]
MET, BREACHED, UNKNOWN = {Verdict.MET}, {Verdict.BREACHED}, {Verdict.UNKNOWN}
CITIES: Final = (LANGFANG, JIXI, NANQIAO, SHANWEI, JIEFANGBEI)
COMMUNITY_FORMS: Final = ("community_party_committee", "community_general_branch", "community_party_branch")


def said(world: Jurisdiction, pack: RulePack, code: str, on: date = ON) -> set[Verdict]:
    """What a norm says of its subjects."""
    report = pbgov.validate(world, pack=pack, on=on, since=min(SINCE, on), select=[code])
    return {verdict for verdict in Verdict if report.count(code, verdict)}


def figures(pack: RulePack, name: str) -> list[Any]:
    """The values a parameter has over time; none where the pack has no such parameter."""
    return [dated.value for one in pack.parameters if one.id == name for dated in one.values]


def event(kind: str, subject: str, on: date, *agenda: str, **cells: Any) -> Event:
    """Something that happened."""
    return Event(id=f"{kind}-{subject}-{on}", kind=kind, subject=subject, date=on, agenda=agenda, **cells)


def gridded(*sizes: tuple[int, int | None], **cells: Any) -> list[Row]:
    """Grids of one building each, by households and residents."""
    homes = [Building(id=f"b{n}", households=hh, residents=people) for n, (hh, people) in enumerate(sizes)]
    grids = [Grid(id=f"g{n}", neighbourhood="n", members=(f"b{n}",), **cells) for n in range(len(sizes))]
    return [Neighbourhood(id="n", community="block", buildings=homes), *grids]


def test_x01_three_levels_are_not_three_parties() -> None:
    """“Three levels” are district, subdistrict and community, and elsewhere the three parties of one meeting."""
    rows = [
        *CHAIN[1:],
        unit("bureau", None, "street", "department"),
        Body(id="organ", kind="organ_party_organisation", host="bureau"),
        Body(id="working", kind="working_committee", host="street"),
        Body(id="party", kind="community_general_branch", host="block"),
        Body(id="m", kind="three_party_meeting", host="street"),
        *members("m", "organ", "working", "party"),
    ]
    rows[0] = attrs.evolve(CHAIN[1], parent=None)
    below, beside = (
        place(*rows, tie("leads", leader, "party"), whole="ties:leads", profile=SHANWEI_LEVELS)
        for leader in ("organ", "working")
    )
    assert SHANWEI_LEVELS.chain("community") == ("community", "township", "county")
    assert beside.org.chain("block") == ("block", "street", "county")  # the bureau is no step of it
    assert (said(below, SHANWEI, "SW133"), said(beside, SHANWEI, "SW133")) == (BREACHED, MET)
    meeting = place(*rows, whole="ties:member bodies", profile=SHANWEI_LEVELS)
    two = attrs.evolve(meeting, ties=meeting.ties.without("member:organ:m"))  # all three levels, and one party short
    assert (said(meeting, SHANWEI, "SW2331"), said(two, SHANWEI, "SW2331")) == (MET, BREACHED)
    as_a_level = place(unit("organ", "organ_party_organisation"), profile=SHANWEI_LEVELS)
    assert [fault.subject for fault in faults(as_a_level)] == ["organ"]


@pytest.mark.parametrize(
    ("profile", "levels"),
    [
        (JIXI_LEVELS, ("city", "county", "township", "community")),
        (SHANWEI_LEVELS, ("county", "township", "community")),
        (JIEFANGBEI_LEVELS, ("township", "community")),
    ],
)
def test_x02_levels_are_the_same_by_kind_however_deep_they_lie(profile: LevelProfile, levels: tuple[str, ...]) -> None:
    """Four levels here, three or two there, and five in a Party chain that starts at the subdistrict."""
    chain = [unit(code, code, above) for code, above in zip(levels, (None, *levels), strict=False)]
    org = place(*chain, profile=profile).org
    assert org.depth("community") == len(levels) - 1
    assert org.at_level("community", "township") == "township"
    assert FOUR_LEVELS.shared(profile) == levels
    assert len(NANQIAO_LEVELS.chain("hub_household")) == 5
    assert (
        FOUR_LEVELS.shared(NANQIAO_LEVELS) == SHANWEI_LEVELS.chain("community")[::-1]
    )  # none of the five is among them


def test_x03_households_or_residents_and_it_is_told_which() -> None:
    """200–300 households and about 1,000 persons are given as the same size, and are not."""
    world = place(*CHAIN, *gridded((250, 700), (390, 1010), (301, 1101)), whole="grids")
    either, both = LANGFANG, supplied(LANGFANG, "grid.size_measures", 2)
    found = pbgov.validate(world, pack=either, on=ON, select=["LF302"]).breached
    assert [f.subject for f in found] == ["g2"]
    failed = {f.subject: f.message() for f in pbgov.validate(world, pack=both, on=ON, select=["LF302"]).breached}
    told = {
        subject: [unit_ for unit_ in ("(households)", "(residents)") if unit_ in failed[subject]] for subject in failed
    }
    assert told == {"g0": ["(residents)"], "g1": ["(households)"], "g2": ["(households)", "(residents)"]}


def test_x04_demolition_is_no_work_of_a_community_here_and_a_task_of_the_district_there() -> None:
    """One city bars demolition and enforcement from communities, one praises such tasks, one has grids enforce."""
    item = DutyItem(id="i", list="l", category="demolition", role="responsible")
    listed = place(*CHAIN, DutyList(id="l", kind="work_item_list", owner="county"), item, whole="lists entries")
    assert said(listed, JIXI, "JX417") == BREACHED
    elsewhere = pbgov.validate(listed, pack=LANGFANG, on=ON, since=SINCE, ignore=["PBN901"])  # who makes it is X-07
    assert {f.code: f.severity for f in elsewhere.breached} == {"PBN906": Severity.WARNING}
    demolition = request(duty="demolition")
    assert pbgov.admit(demolition, place=listed, pack=JIXI, on=ON).outcome is Outcome.FORBIDDEN

    tasks = [event("campaign_task_done", "county", date(2018, 5, day)) for day in range(1, 18)]
    campaign = place(attrs.evolve(CHAIN[1], parent=None), *CHAIN[2:], *tasks, whole="events", profile=SHANWEI_LEVELS)
    assert said(campaign, SHANWEI, "SW8471") == MET  # the tasks of the district count,
    (kinds,) = figures(SHANWEI, "campaign.kinds")
    as_items = listed.having(attrs.evolve(item, id="task", category=kinds[0]))
    assert said(as_items, SHANWEI, "SW8472") == BREACHED  # and are no work items of a community
    assert Verdict.BREACHED not in said(campaign, JIXI, "JX417")

    (functions,) = figures(LANGFANG, "grid.functions")
    (barred,) = figures(JIXI, "community.forbidden")
    assert "urban_management_enforcement" in functions
    assert "admin_enforcement" in barred
    short = tuple(one for one in functions if one != "urban_management_enforcement")
    grids = [place(*CHAIN, *gridded((250, 700), functions=these), whole="grids") for these in (functions, short)]
    assert [said(world, LANGFANG, "LF304") for world in grids] == [MET, BREACHED]


def test_x05_a_compound_grid_branch_stands_on_a_compound_and_not_on_each_grid() -> None:
    """84 “compound (grid) branches” in 84 compounds, and 366 grids: the bracket is no identity."""
    compounds, cells = ("c0", "c1"), tuple(f"g{n}" for n in range(9))
    rows = [
        attrs.evolve(CHAIN[1], parent=None),
        *CHAIN[2:],
        *gridded(*[(1, None)] * 9),
        unit("committee", "working_committee"),
        unit("party", "community_party_organisation", "committee", "general_branch"),
        *(unit(name, None, "block", "compound") for name in compounds),
        tie("organ_of", "committee", "street"),
    ]

    def anchored(*anchors: str) -> Jurisdiction:
        branches = [unit(f"x{n}", "compound_branch", "party", "compound_branch") for n in range(len(anchors))]
        stand = [tie("anchored_on", f"x{n}", anchor) for n, anchor in enumerate(anchors)]
        return place(*rows, *branches, *stand, whole="units ties:anchored_on ties:organ_of", profile=NANQIAO_LEVELS)

    assert said(anchored(*compounds), NANQIAO, "NQ3101") == said(anchored(*compounds), NANQIAO, "NQ3102") == MET
    assert said(anchored(*cells), NANQIAO, "NQ3101") == BREACHED
    assert Verdict.BREACHED in said(anchored(*compounds, "c0"), NANQIAO, "NQ3102")
    grids = {f.subject for f in pbgov.validate(anchored(*compounds), pack=NANQIAO, on=ON).breached}
    assert grids.isdisjoint(cells)  # nine grids without a branch: no rule asks for one a grid


def test_x06_where_a_member_reports_is_the_citys_own_rule() -> None:
    """A member reports to where the unit is seated, to what the unit is contracted to, or to where the member lives."""
    rows = [
        *CHAIN,
        unit("seat", "community", "street", "residents_committee"),
        *gridded((1, None)),
        unit("school", None, None, "public_institution"),
        Person(id="m", category="in_service_member"),
        tie("works_at", "m", "school"),
        tie("seated_in", "school", "seat"),
        tie("contracted_to", "school", "g0"),
    ]
    whole = "ties:works_at ties:reports_to ties:contracted_to ties:seated_in"
    at_seat, contracted = (place(*rows, tie("reports_to", "m", to), whole=whole) for to in ("seat", "block"))
    assert (said(at_seat, NANQIAO, "NQ707"), said(contracted, NANQIAO, "NQ707")) == (BREACHED, MET)
    assert (said(at_seat, LANGFANG, "LF624"), said(contracted, LANGFANG, "LF624")) == (MET, BREACHED)
    policies = [figures(pack, "dual_report.policy") for pack in (LANGFANG, NANQIAO)]
    assert policies == [[("seat",)], [("contracted",)]]
    assert figures(NATIONAL, "dual_report.member_destination") == [("residence",)]


def test_x07_the_list_of_work_items_is_made_where_the_pack_says() -> None:
    """The national notice has the prefecture make the list, Jixi each county-level unit."""
    by_city, by_county = (
        place(*CHAIN, DutyList(id="l", kind="work_item_list", owner=owner), whole="lists units")
        for owner in ("city", "county")
    )
    assert (said(by_city, NATIONAL, "PBN901"), said(by_county, NATIONAL, "PBN901")) == (MET, BREACHED)
    assert (said(by_city, JIXI, "PBN901"), said(by_county, JIXI, "PBN901")) == (BREACHED, MET)


def test_x08_consent_is_more_than_an_opinion() -> None:
    """Nationally the opinion of the subdistrict is sought; in Jixi nothing happens without its consent."""

    def asked(kind: str) -> Jurisdiction:
        day = date(2018, 5, 1)
        first = Event(id="first", kind=kind, subject="street", date=day, refers=("act",))
        act = Event(id="act", kind="head_appointed", subject="agency", date=day + timedelta(days=4))
        rows = [unit("agency", None, "county", "dispatched_agency"), tie("seated_in", "agency", "street"), first, act]
        return place(*CHAIN, *rows, whole="events units ties:seated_in")

    (heard_on,) = figures(NATIONAL, "subdistrict.heard_on")
    assert "appointment_of_agency_heads" in heard_on
    assert said(asked("consent_given"), JIXI, "JX406") == MET
    assert said(asked("opinion_sought"), JIXI, "JX406") == BREACHED
    outcomes = [
        pbgov.admit(request(power_needed=needed, power_moved=moved), place=place(*CHAIN), pack=JIXI, on=ON).outcome
        for needed, moved in ((Power.SUGGEST, Power.CONSENT), (Power.CONSENT, Power.SUGGEST))
    ]
    assert outcomes == [Outcome.ADMITTED, Outcome.CONDITIONAL]  # the stronger right does for the weaker need


def test_x09_more_matters_may_be_solved_than_suggestions_were_made() -> None:
    """6,416 matters solved, of 6,368 suggestions: two counts of two things."""

    def stated(**counts: int) -> Jurisdiction:
        amounts = {"suggestions": 6368, "matters_solved": 6416, "matters_opened": 6500} | counts
        rows = [Fact(id=name, about="county", amount=Exact(n), unit=name, basis=A_CASE) for name, n in amounts.items()]
        return place(*CHAIN, *rows, whole="facts")

    codes = ("SW809", "SW8101", "SW8102")
    assert [said(stated(), SHANWEI, code) for code in codes] == [MET, MET, MET]
    assert [said(stated(suggestions=6367), SHANWEI, code) for code in codes] == [BREACHED, MET, MET]
    assert [said(stated(matters_opened=6368), SHANWEI, code) for code in codes] == [MET, MET, BREACHED]


@pytest.mark.parametrize("form", COMMUNITY_FORMS)
def test_x10_an_enlarged_committee_says_nothing_of_the_form_beneath_it(form: str) -> None:
    """A community whose organisation is a general branch has an enlarged “committee”."""
    rows: list[Row] = [attrs.evolve(CHAIN[1], parent=None), *CHAIN[2:]]
    rows += [Body(id="base", kind=form, host="block")]
    rows += [Body(id="great", kind="enlarged_community_committee", host="block")]
    for name, kind, body in (("p", "team_member", "base"), ("q", "part_time_member", "great")):
        rows += [Person(id=name, category="full_member"), Post(id=f"s-{name}", kind=kind, unit=body)]
        rows += [Holding(id=f"h-{name}", post=f"s-{name}", person=name), *members("great", name)]
    kinds = (*COMMUNITY_FORMS, "enlarged_community_committee")
    whole = " ".join(f"bodies:{kind}" for kind in kinds) + " ties:member posts holdings"
    world = place(*rows, whole=whole, profile=SHANWEI_LEVELS)
    assert said(world, SHANWEI, "SW227") == MET
    stranger = world.having(Person(id="x", category="full_member"), *members("great", "x"))
    assert said(stranger, SHANWEI, "SW227") == BREACHED


def test_x11_each_joint_body_has_its_own_cadence_and_none_is_lent() -> None:
    """Half-year and quarter, half-year in principle, “regularly”, and nothing at all."""
    bodies = {
        "enlarged_working_committee": "street",
        "enlarged_community_committee": "block",
        "city_joint_meeting": "city",
        "three_party_meeting": "street",
    }
    rows: list[Row] = [Body(id=kind, kind=kind, host=host) for kind, host in bodies.items()]
    rows += [event("regular_meeting", kind, date(2018, month, 9)) for kind in bodies for month in (2, 8)]
    world = place(*CHAIN, *rows, whole="bodies events")
    assert (said(world, LANGFANG, "LF225"), said(world, LANGFANG, "LF228")) == (MET, MET | BREACHED)
    assert (said(world, JIXI, "JX207"), said(world, SHANWEI, "SW234")) == (MET, UNKNOWN)
    assert JIXI.norm("JX207").modality is not LANGFANG.norm("LF225").modality
    cadences = {
        name: [figures(pack, f"{name}.cadence") for pack in CITIES]
        for name in ("enlarged_working_committee", "enlarged_community_committee", "city_meeting")
    }
    assert cadences == {
        "enlarged_working_committee": [[Cycle.HALF_YEAR], [], [], [], []],
        "enlarged_community_committee": [[Cycle.QUARTER], [], [], [], []],
        "city_meeting": [[], [Cycle.HALF_YEAR], [], [], []],
    }
    assert figures(SHANWEI, "three_party_meeting.cadence") == [None]


def test_x12_convener_rotating_chair_and_duty_member_are_three_roles() -> None:
    """One is bound to a post, one passes from group to group, one from member to member for a term nobody gives."""
    assert [role.rotates for role in (RoleKind.CONVENER, RoleKind.ROTATING_CHAIR, RoleKind.DUTY_MEMBER)] == [
        False,
        True,
        True,
    ]
    with pytest.raises(InvalidValueError):
        Rota(groups=("a", "b"), start=ON, months=2, role=RoleKind.CONVENER)
    meeting = Body(id="meeting", kind="city_joint_meeting", host="city")
    head = Post(id="head", kind="organisation_department_head", unit="city")
    chaired = place(*CHAIN, meeting, head, tie("rotating_chair", "head", "meeting"), whole="ties:convener")
    convened = chaired.having(tie("convener", "head", "meeting"))
    assert (said(chaired, JIXI, "JX204"), said(convened, JIXI, "JX204")) == (BREACHED, MET)  # a chair is no convener

    def presided(by: str) -> Jurisdiction:
        rows: list[Row] = [
            Body(id="m", kind="joint_meeting", host="block"),
            Post(id="s", kind="secretary", unit="block"),
        ]
        rows += [Body(id="A", kind="rotation_group", host="m"), Holding(id="h", post="s", person="secretary")]
        rows += [Person(id=name, category="full_member") for name in ("secretary", "other")]
        return place(*CHAIN, *rows, tie("presides", by, "m"), whole="ties:presides posts holdings")

    assert (said(presided("other"), JIXI, "JX222"), said(presided("secretary"), JIXI, "JX222")) == (MET, BREACHED)


def test_x13_who_may_be_a_part_time_member_is_the_citys_own_figure() -> None:
    """Organs, institutions and the two “new” kinds in one city; organs, institutions and partner units in another."""
    kinds = ("party_government_organ", "public_institution", "new_economic_organisation", "partner_unit")

    def admitted(city: str, kind: str) -> Outcome:
        (rules,) = (one.value for one in INSTITUTIONS[city] if "C-2.29" in one.items)
        assert isinstance(rules, RulePack)
        return rules.at(ON).outcome({one.name: kind if one.kind == "code" else True for one in rules.fields})

    outcomes = {city: [admitted(city, kind) is Outcome.ADMITTED for kind in kinds] for city in ("langfang", "nanqiao")}
    assert outcomes == {"langfang": [True, True, True, False], "nanqiao": [True, True, False, True]}

    def seated(kind: str) -> Jurisdiction:
        rows: list[Row] = [unit("firm", None, None, kind), Body(id="branch", kind="party_branch", host="firm")]
        rows += [Body(id="great", kind="enlarged_community_committee", host="block")]
        rows += [Post(id="seat", kind="part_time_member", unit="great"), Post(id="s", kind="secretary", unit="branch")]
        rows += [Person(id="p", category="full_member"), Holding(id="h-s", post="s", person="p")]
        return place(*CHAIN, *rows, Holding(id="h", post="seat", person="p", concurrent="s"), whole="posts holdings")

    assert [said(seated(kind), NANQIAO, "NQ2292") for kind in kinds] == [MET, MET, BREACHED, MET]


def test_x14_three_heads_of_houses_are_three_posts() -> None:
    """Head of an entrance, head of a building or lane, leader of a building's Party group."""

    def at(where: str, *kinds: str) -> Jurisdiction:
        rows: list[Row] = [unit("tower", None, "block", "building"), unit("entrance", None, "tower", "entrance")]
        for n, kind in enumerate(kinds):
            rows += [Person(id=f"p{n}", category="resident"), Post(id=f"s{n}", kind=kind, unit=where)]
            rows += [Holding(id=f"h{n}", post=f"s{n}", person=f"p{n}")]
        return place(*CHAIN, *rows, whole="posts holdings")

    assert said(at("entrance", "entrance_head", "building_head", "group_leader"), LANGFANG, "LF3131") == MET
    assert said(at("entrance", "entrance_head", "entrance_head"), LANGFANG, "LF3131") == BREACHED

    chain = ("working_committee", "community_party_organisation", "compound_branch", "building_party_group")
    groups = [unit(level, level, above) for level, above in zip(chain, (None, *chain), strict=False)]
    for kind, verdict in (("group_leader", MET), ("entrance_head", BREACHED), ("building_head", BREACHED)):
        seat = Post(id="s", kind=kind, unit="building_party_group")
        assert said(place(*groups, seat, whole="posts", profile=NANQIAO_LEVELS), NANQIAO, "NQ1202") == verdict


def test_x15_four_linked_parties_satisfy_three_and_three_do_not_satisfy_four() -> None:
    """Community, social organisations and social work in Jixi; volunteers beside them in Langfang."""
    ((three,), (four,)) = (figures(pack, "social_linkage.parties") for pack in (JIXI, LANGFANG))
    assert set(three) < set(four)

    def linked(kinds: tuple[str, ...]) -> Jurisdiction:
        rows = [unit(f"of-{kind}", None, None, kind) for kind in kinds]
        body = Body(id="linkage", kind="social_linkage", host="block")
        return place(*CHAIN, body, *rows, *members("linkage", *(row.id for row in rows)), whole="units ties:member")

    assert [said(linked(three), pack, code) for pack, code in ((JIXI, "JX1015"), (LANGFANG, "LF1016"))] == [
        MET,
        BREACHED,
    ]
    assert [said(linked(four), pack, code) for pack, code in ((JIXI, "JX1015"), (LANGFANG, "LF1016"))] == [MET, MET]


def test_x16_four_mechanisms_four_steps_and_the_laws_five_do_not_convert() -> None:
    """Consult, decide, manage, supervise; discuss, decide, do, manage in this order; and elections in the law."""
    (four,) = figures(LANGFANG, "democracy.mechanisms")
    five = supplied(LANGFANG, "democracy.mechanisms", (*four, "democratic_election"))

    def ruled(sections: Sequence[str]) -> Jurisdiction:
        rules = [Document(id=one, kind="community_rule", parties=("block",), sections=(one,)) for one in sections]
        return place(*CHAIN, *rows, *rules, whole="documents processes")

    rows: list[Row] = []
    steps = list(SELF_GOVERNANCE.acts)
    assert [said(ruled(four), pack, "LF817") for pack in (LANGFANG, five)] == [MET, BREACHED]
    assert said(ruled(steps), LANGFANG, "LF817") == BREACHED
    assert said(ruled([*four, "democratic_election"]), five, "LF817") == MET
    assert said(ruled(four), PROCESSES, "PC816") == {Verdict.NOT_APPLICABLE}  # a rule about steps is no step taken
    assert set(steps).isdisjoint(four)


def test_x17_the_nine_points_stand_beside_1_7_and_99() -> None:
    """1+7+99+N is said to come of four stations, four posts and one home, which are neither 1 nor 7 nor 99."""

    def matrix(points: int) -> Jurisdiction:
        towns = [f"t{n}" for n in range(7)]
        above = dict.fromkeys(towns, "county") | {f"v{n:02}": towns[n % 7] for n in range(99)}
        rows: list[Row] = [attrs.evolve(CHAIN[1], parent=None)]
        rows += [unit(name, "township" if name in towns else "community", up) for name, up in above.items()]
        rows += [Body(id=f"c-{name}", kind="party_masses_centre", host=name) for name in ("county", *above)]
        rows += [tie("linked_to", f"c-{name}", f"c-{up}") for name, up in above.items()]
        kinds = ("service_station",) * 4 + ("member_station",) * 4 + ("mobile_member_home",)
        rows += [Body(id=f"point{n}", kind=kind, host="t0") for n, kind in enumerate(kinds[:points])]
        return place(*rows, whole="units bodies ties:linked_to", profile=SHANWEI_LEVELS)

    nine, eight = matrix(9), matrix(8)
    tiers = ("SW10011", "SW10012", "SW10013")
    assert [said(nine, SHANWEI, code) for code in (*tiers, "SW10015")] == [MET] * 4
    assert [said(eight, SHANWEI, code) for code in tiers] == [MET] * 3
    assert said(eight, SHANWEI, "SW10015") == BREACHED


def test_x17_zones_divide_communities_and_fields_do_not() -> None:
    """There are four zones, and three fields named for what is done in them."""
    (labels,), (fields,) = (figures(SHANWEI, name) for name in ("zone.kinds", "coverage.fields"))
    assert (len(labels), len(fields)) == (4, 3)

    def zoned(*reached: str, homeless: str = "") -> Jurisdiction:
        rows: list[Row] = [attrs.evolve(CHAIN[1], parent=None), CHAIN[2]]
        for n, label in enumerate(labels):
            rows += [
                unit(f"v{n}", "community", "street"),
                Body(id=f"z{n}", kind="zone", host="county", functions=(label,)),
            ]
            rows += [
                tie("leads", "county", f"v{n}"),
                *([] if homeless == f"v{n}" else [tie("in_zone", f"v{n}", f"z{n}")]),
            ]
            rows += [Document(id=f"d{n}", kind="coverage_programme", parties=("county", f"z{n}"), sections=reached)]
        whole = "units bodies:zone ties:in_zone ties:leads documents"
        return place(*rows, whole=whole, profile=SHANWEI_LEVELS)

    codes = ("SW10041", "SW10043", "SW10051", "SW10052")
    assert [said(zoned(*fields), SHANWEI, code) for code in codes] == [MET] * 4
    assert [said(zoned(*fields[:2]), SHANWEI, code) for code in codes] == [MET, MET, MET, BREACHED]
    assert [said(zoned(*fields, homeless="v0"), SHANWEI, code) for code in codes] == [MET, BREACHED, MET, MET]


def test_x18_the_population_is_reconstructed_and_says_so() -> None:
    """A damaged character leaves “75萬” of what the urban share shows to be 1.75 million."""
    assert (said(populations(1_750_000), JIXI, "JX143"), said(populations(750_000), JIXI, "JX143")) == (MET, BREACHED)
    stated = {fact.unit: fact for fact in jixi_place().facts.values()}
    assert stated["residents"].amount == Exact(1_750_000)
    assert isinstance(stated["residents"].basis, Derived)
    assert isinstance(stated["urban_residents"].basis, Source)


def test_x19_whether_mobile_members_are_registered_stays_open() -> None:
    """1,995 registered and 665 mobile members, “more than 2,000” in a contest, 176 organisations out of who knows."""
    apart = Interval.of(Exact(1995)) + Interval.of(Exact(665))
    members_ = Interval(low=1995, high=apart.high)  # all mobile members registered, up to none
    contest = Interval.of(MoreThan(2000))
    assert apart.compare("==", Interval.of(Exact(2660))) is Known.YES
    assert contest.compare(">", Interval.of(Exact(1995))) is Known.YES  # not registered members alone
    assert contest.compare("<=", members_) is Known.UNKNOWN
    ((itself,),) = figures(JIEFANGBEI, "subdistrict.itself")
    twice = [tie("registered_with", "m", "branch"), tie("participates_in", "m", "elsewhere")]
    rows = [unit(itself, "township", kind="subdistrict"), Person(id="m", category="mobile_member"), *twice]
    rows += [Body(id=name, kind="party_branch", host=itself) for name in ("branch", "elsewhere")]
    world = place(*rows, whole="ties bodies people units", profile=JIEFANGBEI_LEVELS)
    among = JIEFANGBEI.extend(Overlay(id="among", title=JIEFANGBEI.title, basis=A_CASE, suspend=("JF6092",)))
    assert said(world, JIEFANGBEI, "JF6092") == BREACHED
    assert "JF6092" not in {f.code for f in pbgov.validate(world, pack=among, on=ON, since=SINCE).breached}
    after = Interval.of(Exact(179)) + Interval.of(Exact(1)) - Interval(low=0, high=6)
    assert after.compare("==", Interval.of(Exact(176))) is Known.UNKNOWN


def test_x20_two_wordings_name_the_same_three_components() -> None:
    """联动 in the sentence, 联席, 联担 and 联创 in the headings: aliases of three components."""
    components = ("organisation_linkage", "responsibility_linkage", "carrier")
    wordings = (("组织联动", "责任联动", "载体联动"), ("组织联席", "责任联担", "载体联创"))

    def linked(*kinds: str) -> Jurisdiction:
        rows = [Body(id="linkage", kind="four_level_linkage", host="city")]
        for n, host in enumerate(CHAIN):
            rows += [
                Body(
                    id=f"{host.id}-{k}", kind="linkage_mechanism", host=host.id, functions=(k,), name=wordings[n % 2][i]
                )
                for i, k in enumerate(kinds)
            ]
        return place(*CHAIN, *rows, whole="units bodies:linkage_mechanism")

    codes = [f"JX1027{n}" for n in range(1, 5)]
    assert [said(linked(*components), JIXI, code) for code in codes] == [MET] * 4
    apart = linked("joint_meeting", *components[1:])  # a fourth component instead of an alias
    assert [said(apart, JIXI, code) for code in codes] == [BREACHED] * 4


def test_x21_points_of_one_kind_are_never_those_of_another() -> None:
    """Points of members, points of volunteers that are redeemed, points issued jointly with a mine."""
    (own,) = (one.value for one in INSTITUTIONS["jiefangbei"] if isinstance(one.value, OpenUnit))
    volunteer, joint = (one.value for one in INSTITUTIONS["jixi"] if isinstance(one.value, OpenUnit))
    assert len({own.resource, volunteer.resource, joint.resource}) == 3
    assert own.under is volunteer.under is None
    assert joint.under is not None  # a covenant, where two issue one unit
    (branch,), (station,), (platform,) = own.issuers, volunteer.issuers, volunteer.redeemers

    def moved(*legs: tuple[str, str, str, int]) -> Ledger:
        ledger = Ledger(units=[own, volunteer, joint])
        for n, (giver, taker, resource, amount) in enumerate(legs):
            leg = Leg(giver=giver, taker=taker, resource=resource, amount=amount)
            ledger = ledger.submit(Transfer(id=f"t{n}", legs=(leg,), basis=A_CASE)).start(f"t{n}")
        return ledger

    earned = ((branch, "m", own.resource, 20), (station, "m", volunteer.resource, 10))
    spent = moved(*earned, ("m", platform, volunteer.resource, 10))
    left = [spent.balance("m", resource, on=ON) for resource in (own.resource, volunteer.resource)]
    assert left == [20, 0]
    for wrong in (
        ("m", platform, own.resource, 5),
        ("m", platform, volunteer.resource, 11),
        ("m", branch, joint.resource, 5),
    ):
        with pytest.raises(IllegalEventError):
            moved(*earned, wrong)
    with pytest.raises(InvalidValueError):
        attrs.evolve(joint, under=None)


def test_x22_the_leader_is_the_sixth_of_six_in_one() -> None:
    """Six-in-one lists five parties under a leader."""
    rows: list[Row] = [
        *CHAIN,
        unit("yard", None, "block", "compound"),
        unit("firm", None, None, "property_enterprise"),
        Body(id="six", kind="six_in_one", host="block"),
        Body(id="party", kind="community_general_branch", host="block"),
        Body(id="committee", kind="residents_committee", host="block"),
        Body(id="station", kind="comprehensive_service_station", host="block"),
        Body(id="owners", kind="owners_committee", host="yard"),
        Post(id="head", kind="entrance_head", unit="yard"),
        tie("property_service", "firm", "yard"),
    ]
    whole = "bodies posts units ties:leads ties:property_service"
    five, six = place(*rows, whole=whole), place(*rows, tie("leads", "party", "six"), whole=whole)
    assert figures(LANGFANG, "six_in_one.parties") == [6]
    assert (said(five, LANGFANG, "LF10181"), said(six, LANGFANG, "LF10181")) == (BREACHED, MET)
    assert said(attrs.evolve(six, bodies=six.bodies.without("station")), LANGFANG, "LF10181") == BREACHED


def test_x23_a_cooperative_mesh_is_no_grid() -> None:
    """网格 is once said of units that build and live together, and is no territory."""
    rows = [*CHAIN, *gridded((250, 700), (250, 700))]
    mesh = Document(id="mesh", kind="slogan", parties=("block",), sections=("cooperative_mesh",))
    told, untold = place(*rows, mesh, whole="grids"), place(*rows, whole="grids")
    assert len(told.grids) == len(untold.grids)
    assert said(told, LANGFANG, "LF302") == MET
    home = Neighbourhood(id="mesh-n", community="block", buildings=[Building(id="all", households=5, residents=9)])
    as_a_grid = untold.having(home, Grid(id="mesh", neighbourhood="mesh-n", members=("all",)))
    assert said(as_a_grid, LANGFANG, "LF302") == MET | BREACHED


def per_committee(households: Exact | About) -> Jurisdiction:
    stated = Fact(id="f", about="city", amount=households, unit="households_per_residents_committee", basis=A_CASE)
    return place(*CHAIN, stated, whole="facts")


def test_x24_the_size_of_a_residents_committee_changed_on_a_day() -> None:
    """100 to 700 households until the end of 2025, 1,000 to 3,000 from then on."""
    before, after = date(2025, 12, 31), date(2026, 1, 1)
    for households, verdicts in ((700, [MET, BREACHED]), (1000, [BREACHED, MET])):
        world = per_committee(Exact(households))
        assert [said(world, NATIONAL, "PBN501", on) for on in (before, after)] == verdicts


def test_x25_too_large_a_community_is_a_warning_and_no_error() -> None:
    """1.129 million urban residents in 69 communities are far above either norm, and both say “generally”."""
    crowded = per_committee(About(1_129_000 * 2 // (69 * 5), 20))  # two and a half persons to a household
    for on in (ON, date(2026, 1, 1)):
        report = pbgov.validate(crowded, pack=JIXI, on=on, since=SINCE, select=["PBN501"])
        assert [(f.code, f.severity) for f in report.breached] == [("PBN501", Severity.WARNING)]
        assert report.ok


def test_x26_110_is_what_one_meeting_a_unit_comes_to_if_there_are_nine_counties() -> None:
    """110 regional meetings “in the counties”: 32 subdistricts and 69 communities make 101, and seven are named."""

    def city(counties: int) -> Jurisdiction:
        rows: list[Row] = [CHAIN[0]]
        rows += [unit(f"c{n}", "county", "city", "county") for n in range(counties)]
        rows += [unit(f"s{n}", "township", f"c{n % counties}", "subdistrict") for n in range(32)]
        rows += [unit(f"v{n}", "community", f"s{n % 32}", "residents_committee") for n in range(69)]
        rows += [Body(id=f"m-{row.id}", kind="regional_joint_meeting", host=row.id) for row in rows[1:]]
        rows += [Body(id="m-city", kind="city_joint_meeting", host="city")]
        return place(*rows, whole="units bodies:regional_joint_meeting bodies:city_joint_meeting")

    nine, seven = city(9), city(7)
    assert (said(nine, JIXI, "JX211"), said(seven, JIXI, "JX211")) == (MET, BREACHED)
    assert (said(nine, JIXI, "JX201"), said(seven, JIXI, "JX201")) == (MET, MET)  # one a unit, however many there are
    assert pbgov.validate(seven, pack=JIXI, on=ON, select=["JX211"]).ok  # a number that a text states is no rule
    lacking = attrs.evolve(nine, bodies=nine.bodies.without("m-v0"))
    assert (said(lacking, JIXI, "JX211"), said(lacking, JIXI, "JX201")) == (BREACHED, MET | BREACHED)
    per_unit = JIXI["joint_meeting.per_unit"]
    assert isinstance(per_unit, Parameter)
    assert isinstance(per_unit.values[0].basis, Derived)


def test_x27_to_be_contracted_to_a_grid_is_not_to_sit_in_a_group() -> None:
    """Units answer for grids in one city and take turns in the chair in another; a unit may do both."""
    both = NANQIAO.extend(Overlay(id="both", title=NANQIAO.title, basis=A_CASE, add=JIXI.pick("JX217")))
    ties = columns("ties")
    rows: list[Row] = [
        *CHAIN,
        *gridded((1, None), (1, None)),
        Body(id="m", kind="regional_joint_meeting", host="block"),
    ]
    rows += [unit(name, None, None, "public_institution") for name in ("school", "bank")]
    rows += [Body(id=f"r{n}", kind="rotation_group", host="m") for n in range(2)]
    rows += [*members("m", "school", "bank"), *members("r0", "school")]
    rows += [tie("contracted_to", "school", "g0")]
    more = {"contract": tie("contracted_to", "bank", "g1"), "seat": members("r1", "bank")[0]}
    whole = "ties:member ties:contracted_to bodies:rotation_group"
    world, uncontracted, unseated = (
        place(*rows, *(more[name] for name in kept), whole=whole)
        for kept in (("contract", "seat"), ("seat",), ("contract",))
    )
    assert (said(world, both, "NQ7061"), said(world, both, "JX217")) == (MET, MET)
    assert (said(uncontracted, both, "NQ7061"), said(uncontracted, both, "JX217")) == (MET | BREACHED, MET)
    assert (said(unseated, both, "NQ7061"), said(unseated, both, "JX217")) == (MET, BREACHED)
    load = Count(HERE.back(ties.source, ties.kind.is_in(("contracted_to", "member"))))
    view = View(world, both.at(ON), ON, SINCE)
    assert view.measure(load, world.units["bank"]) == Exact(3)  # one grid, the meeting and the group


def test_x28_training_everyone_once_a_year_is_not_one_course_a_year() -> None:
    """“Trained through once” is coverage of all secretaries, each of them."""
    rows: list[Row] = [*CHAIN]
    for name, where in (("a", "street"), ("b", "block")):
        rows += [Post(id=f"s-{name}", kind="secretary", unit=where), Person(id=name, category="full_member")]
        rows += [Holding(id=f"h-{name}", post=f"s-{name}", person=name)]
    whole = "posts holdings events:training_completed"
    one, all_ = (
        place(*rows, event("training_completed", "county", date(2018, 5, 4), attendance=there), whole=whole)
        for there in (("h-a",), ("h-a", "h-b"))
    )
    assert (said(one, LANGFANG, "LF629"), said(all_, LANGFANG, "LF629")) == (MET | BREACHED, MET)


def test_x29_once_a_week_and_every_monday_differ_by_a_parameter() -> None:
    """“每周一” may be once a week or every Monday; beside “每月一” it is once a week."""
    mondays = [date(2017, 12, 25) + timedelta(weeks=n) for n in range(54)]
    on_mondays, midweek = (
        place(
            *CHAIN,
            *(event("archive_improved", "block", day + timedelta(days=shift)) for day in mondays),
            whole="events",
        )
        for shift in (0, 2)
    )
    anchored = supplied(JIEFANGBEI, "archive.week_days", attrs.evolve(week(JIEFANGBEI), high=1))
    assert (said(on_mondays, JIEFANGBEI, "JF8361"), said(midweek, JIEFANGBEI, "JF8361")) == (MET, MET)
    assert (said(on_mondays, anchored, "JF8361"), said(midweek, anchored, "JF8361")) == (MET, BREACHED)


def week(pack: RulePack) -> Any:
    (days,) = figures(pack, "archive.week_days")
    return days


def test_x30_the_organisational_life_meeting_has_its_months_from_the_pack() -> None:
    """The national regulation has it in the fourth quarter in general, Jiefangbei at the beginning of the year."""
    branch = Body(id="branch", kind="party_branch", host="block")
    early, late = (
        place(*CHAIN, branch, event("organisational_life_meeting", "branch", day), whole="events bodies")
        for day in (date(2018, 2, 9), date(2018, 11, 9))
    )
    assert [said(world, PARTY_LIFE, "PBN306") for world in (early, late)] == [BREACHED, MET]
    assert [said(world, JIEFANGBEI, "PBN306") for world in (early, late)] == [MET, BREACHED]


def test_x31_above_50_and_50_or_more_are_one_member_apart() -> None:
    """A general branch is set up above 50 members by one regulation, and from 50 members on by another."""
    name = "general_branch.min_members"
    assert figures(NATIONAL, name) == [MoreThan(50).low] == [51]
    (enterprises,) = figures(NATIONAL, "enterprise_general_branch.members")
    assert [enterprises.verdict(Exact(n)) for n in (49, 50)] == [Verdict.BREACHED, Verdict.MET]
    other = supplied(NATIONAL, name, 50)  # a city that reads it so
    assert [pack.at(ON).figure(name) for pack in (NATIONAL, other, JIXI)] == [51, 50, 51]


TENSIONS: Final = tuple(f"X-{n:02}" for n in range(1, 32))


@pytest.mark.parametrize("page", ["tensions.md", "tensions.zh.md"])
def test_the_page_names_each_tension_and_each_has_a_test(page: str) -> None:
    text = (ROOT / "docs/explanation" / page).read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| (X-\d\d) \|", text, re.MULTILINE)) == TENSIONS
    tested = {f"X-{name[6:8]}" for name in globals() if re.match(r"test_x\d\d_", name)}
    assert tested == set(TENSIONS)


@pytest.mark.parametrize("page", ["tensions.md", "tensions.zh.md"])
def test_every_code_and_parameter_that_the_page_names_is_in_some_pack(page: str) -> None:
    text = (ROOT / "docs/explanation" / page).read_text(encoding="utf-8")
    known = [entry for pack in (*CITIES, PROCESSES) for entry in pack.entries()]
    decisions = [one.value for many in INSTITUTIONS.values() for one in many if isinstance(one.value, RulePack)]
    known += [entry for pack in decisions for entry in pack.entries()]
    ids = {entry.code if isinstance(entry, Norm) else entry.id for entry in known}
    named = set(re.findall(r"`((?:LF|JX|NQ|SW|JF|PBN|PC)\d+|[a-z_]+\.[a-z_]+)`", text)) - {"tests.golden"}
    assert len(named) > 40
    assert named <= ids
