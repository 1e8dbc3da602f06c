"""Cases of units and levels, joint bodies, grids, funds and stored facts."""

from __future__ import annotations

from datetime import date

import attrs

from pbgov.model import Document, Event
from pbgov.packs import JIXI, LANGFANG, NANQIAO_LEVELS, SHANWEI_LEVELS
from tests.catalogue.worlds import (
    ALL_28,
    CHAIN,
    CONVENER,
    ENLARGED,
    FIVE_LEVELS,
    GREAT,
    HEAD,
    MEETING,
    PARTY_CHAIN,
    QUARTERS,
    STANDING,
    Case,
    Judged,
    Stored,
    crowd,
    departments,
    funded,
    grouped,
    hosted,
    loaded,
    members,
    met_on,
    overlapping,
    place,
    plenary,
    populations,
    regional,
    seated,
    staffed,
    supplied,
    tie,
    unit,
)

CASES: tuple[Case, ...] = (
    Judged(
        "C-1.01",
        place(unit("p", "province"), unit("c", "city", "p"), profile=FIVE_LEVELS),
        place(unit("c", "city", "p"), unit("p", "province", "r"), unit("r", "province"), profile=FIVE_LEVELS),
        "PBS05",
    ),
    Judged("C-1.02", place(*CHAIN), place(CHAIN[0], unit("block", "community", "city")), "PBS05"),
    Judged(
        "C-1.03",
        place(CHAIN[0], unit("mishan", "county", "city", "county_level_city")),
        place(CHAIN[0], unit("mishan", "city", "city", "county_level_city")),
        "PBS05",
    ),
    Judged("C-1.04", place(*CHAIN), place(*CHAIN[:3], unit("block", "community", "county")), "PBS05"),
    Judged(
        "C-1.10", place(*CHAIN), place(CHAIN[0], CHAIN[3], unit("street", "township", None, "subdistrict")), "PBS07"
    ),
    Judged(
        "C-1.11",
        place(unit("d", "county"), unit("s", "township", "d"), profile=SHANWEI_LEVELS),
        place(unit("d", "county"), unit("s", "township"), profile=SHANWEI_LEVELS),
        "PBS07",
    ),
    Judged(
        "C-1.12",
        place(*PARTY_CHAIN, profile=NANQIAO_LEVELS),
        place(*PARTY_CHAIN[:3], unit("group", "building_party_group", "party"), profile=NANQIAO_LEVELS),
        "PBS05",
    ),
    Judged(
        "C-1.27",
        place(*CHAIN, MEETING, *departments(28), *members("meeting", *ALL_28), whole="ties:member"),
        place(*CHAIN, MEETING, *departments(1, "county"), *members("meeting", "dept0")),
        "JX127",
    ),
    Judged(
        "C-1.37",
        place(*CHAIN, MEETING, HEAD, CONVENER, whole="ties:convener"),
        place(*CHAIN, MEETING, attrs.evolve(HEAD, kind="liaison"), CONVENER, whole="ties:convener"),
        "JX137",
    ),
    Judged("C-1.38", staffed("liaison", "responsible_leader"), staffed("responsible_leader"), "JX206"),
    Judged("C-1.43", populations(1_750_000), populations(750_000), "JX143"),
    Judged(
        "C-1.47",
        place(*CHAIN, whole="bodies:rotation_group"),
        place(*CHAIN, unit("lost", "community", "nowhere", "residents_committee")),
        "PBS01",
    ),
    Judged("C-2.01", hosted("county", "street", "block"), hosted("county", "street"), "JX201"),
    Judged(
        "C-2.02",
        place(*CHAIN, MEETING, HEAD, CONVENER, whole="ties:convener"),
        place(*CHAIN, MEETING, HEAD, whole="ties:convener"),
        "JX204",
    ),
    Judged(
        "C-2.03",
        place(*CHAIN, attrs.evolve(MEETING, functions=("study", "deploy", "coordinate"))),
        place(*CHAIN, attrs.evolve(MEETING, functions=tuple(f"f{i}" for i in range(7)))),
        "JX203",
    ),
    Judged(
        "C-2.04",
        place(*CHAIN, MEETING, HEAD, CONVENER, whole="ties:convener"),
        place(*CHAIN, MEETING, HEAD, CONVENER, attrs.evolve(HEAD, id="h2"), tie("convener", "h2", "meeting")),
        "JX204",
    ),
    Judged(
        "C-2.05",
        place(*CHAIN, MEETING, *departments(28), *members("meeting", *ALL_28), whole="ties:member"),
        place(*CHAIN, MEETING, *departments(27), *members("meeting", *ALL_28[:27]), whole="ties:member"),
        "JX205",
    ),
    Judged("C-2.06", staffed("liaison", "responsible_leader"), staffed("liaison"), "JX206"),
    Judged(
        "C-2.07", met_on(date(2018, 2, 20), date(2018, 9, 15)), met_on(date(2018, 2, 20), date(2018, 5, 5)), "JX207"
    ),
    Judged(
        "C-2.08",
        met_on(date(2018, 2, 20), date(2018, 9, 15)),
        met_on(date(2018, 2, 20), date(2018, 9, 15), kind="special_meeting"),
        "JX207",
    ),
    Judged("C-2.09", plenary(*ALL_28, "county", "street", "block"), plenary(*ALL_28, "county", "street"), "JX209"),
    Judged("C-2.11", regional(110), regional(109), "JX211"),
    Judged("C-2.12", crowd(3501), crowd(3500), "JX212"),
    Judged("C-2.13", overlapping(shared=True), overlapping(shared=False), "JX213"),
    Judged("C-2.14", loaded(10, 11, 9), loaded(28, 1, 1), "JX214", supplied(JIXI, "allocation.concentration", 1500)),
    Judged("C-2.15", seated("county"), seated("other"), "JX215"),
    Judged("C-2.17", grouped(6), grouped(6, twice=True), "JX217"),
    Judged("C-2.20", grouped(6), grouped(7), "JX220"),
    Judged(
        "C-2.25",
        met_on(date(2018, 6, 30), date(2018, 7, 1), body=ENLARGED),
        met_on(date(2018, 1, 1), date(2018, 6, 30), body=ENLARGED),
        "LF225",
        LANGFANG,
    ),
    Judged(
        "C-2.28",
        met_on(*QUARTERS, body=GREAT),
        met_on(QUARTERS[0], date(2018, 3, 1), QUARTERS[1], QUARTERS[3], body=GREAT),
        "LF228",
        LANGFANG,
    ),
    Judged("C-5.01", funded(100_000, 200_000), funded(99_999, 200_000), "LF501", LANGFANG),
    Judged("C-5.02", funded(100_000, 200_000), funded(300_000, 0), "LF502", LANGFANG),
    Judged(
        "C-8.23",
        met_on(*QUARTERS, kind="report_heard", body=STANDING),
        met_on(*QUARTERS[1:], kind="report_heard", body=STANDING),
        "JX823",
    ),
    Stored(
        "C-8.24",
        Event(id="visit", kind="field_research", subject="street", date=date(2018, 1, 9), attendance=("block",)),
    ),
    Stored("C-8.54", Event(id="talk", kind="experience_presented", subject="street", date=date(2017, 9, 1))),
    Stored("C-10.32", Event(id="songs", kind="activity_series", subject="block", date=date(2018, 5, 1))),
    *(
        Stored(item, Document(id="words", kind=kind, parties=("block",), sections=sections))
        for item, kind, sections in (
            ("C-1.44", "territory_tag", ("old_mining_area",)),
            ("C-1.48", "context", ("resource_city",)),
            ("C-2.44", "slogan", ("joint_building", "joint_governance", "sharing")),
            ("C-2.45", "slogan", ("lead", "fortress")),
            ("C-3.17", "four_selves", ("education", "management", "service", "supervision")),
            ("C-3.18", "brand", ("one_grid_one_sister",)),
            ("C-3.29", "slogan", ("mass_prevention",)),
            ("C-3.30", "slogan", ("cooperative_mesh",)),
            ("C-5.14", "facility_tag", ("culture_wall",)),
            ("C-5.22", "funding_source", ("unspecified",)),
            ("C-6.46", "possible_transition", ("public_institution",)),
            ("C-7.17", "contract_tag", ("civility",)),
            ("C-8.21", "slogan", ("small_cut", "large_rise")),
            ("C-8.28", "programme", ("two_studies_one_action",)),
            ("C-9.22", "diagnosis", ("coverage", "venue", "effect")),
            ("C-9.23", "activity_tag", ("production", "practice")),
            ("C-10.28", "activity_tag", ("eye_clinic",)),
            ("C-10.29", "activity_tag", ("one_closeness_three_hearts",)),
            ("C-10.30", "slogan", ("innovative", "digital", "healthy", "safe")),
            ("C-10.33", "platform_tag", ("self_governance",)),
            ("C-10.34", "brand", ("residents_lecture",)),
        )
    ),
)
