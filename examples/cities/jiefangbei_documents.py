"""Jiefangbei as the report of 2018 has it: subdistrict, communities, organs, venues, lists and papers, as plain data.

The report names two communities and one centre and counts the rest; what it only counts is made up and marked. The
subdistrict goes by its division code, by which its pack knows whom the counts speak of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cities.city import Document
from pbgov.packs import JIEFANGBEI_LEVELS

STREET: Final = "500103003"
ZILI: Final = "zilixiang"
MINSHENG: Final = "minshenglu"
NAMES: Final = {ZILI: "自力巷社区", MINSHENG: "民生路社区"}
COMMUNITIES: Final = (ZILI, MINSHENG, *(f"community-{n:02d}" for n in range(3, 11)))
FIRMS: Final = 9844
OTHERS: Final = {
    "state-enterprise": "state_enterprise",
    "school": "public_institution",
    "bureau": "party_government_organ",
    "association": "industry_association",
}
"""Units that take part in Party building beside the communities; the report names no unit."""
ON_OTHERS: Final = {
    "firm-0001": "enterprise_party_organisation",
    "state-enterprise": "enterprise_party_organisation",
    "school": "institution_party_organisation",
    "bureau": "organ_party_organisation",
    "association": "industry_party_organisation",
}
GUOMAO: Final = "guomao-centre"
NAMED_VOLUMES: Final = ("party_documents", "theme_party_day", "daily_party_affairs")
VOLUMES: Final = (*NAMED_VOLUMES, *(f"volume_{n}" for n in range(4, 8)))
_SOURCE: Final = "扎实开展规范化建设 夯实基层党建基础(中国社区工作网, 2018)"
_YEAR: Final = {"start": "2018-01-01", "end": "2019-01-02"}
_TOLD: Final = (
    "points_registered", "points_published", "points_reviewed", "inspection", "notice", "analysis",
    "archive_improved", "archive_sorted", "archive_summarised", "archive_filed", "community_meeting",
    "non_public_meeting", "records_meeting", "duty_report", "year_end_appraisal", "organisational_life_meeting",
    "dues_notice", "record_checked", "sanction", "probation_revoked", "probation_extended", "special_lecture",
    "lecture_session", "organisation_established", "organisation_dissolved", "organisation_merged",
    "organisation_adjusted", "knowledge_contest",
)  # fmt: skip


def levels() -> Document:
    """Give the two levels as plain data."""
    return {
        "id": JIEFANGBEI_LEVELS.id,
        "levels": [
            {
                "code": level.code,
                "label": {"zh": level.label.zh, "en": level.label.en},
                "parents": list(level.parents),
            }
            for level in JIEFANGBEI_LEVELS.levels
        ],
    }


def recorded() -> list[Document]:
    """Give what the record claims to hold: what the report counts, and the rhythms that it says were kept in 2018."""
    whole = (
        "units", "bodies", "posts", "holdings", "people", "neighbourhoods", "grids", "entries", "documents",
        "facts",
    )  # fmt: skip
    tied = ("registered_with", "participates_in", "member", "leads", "anchored_on", "located_in", "serves")
    return [
        *({"table": table} for table in whole),
        *({"table": "ties", "kind": kind} for kind in tied),
        *({"table": "lists", "kind": kind} for kind in ("responsibility_list", "points_standard")),
        *({"table": "processes", "kind": kind} for kind in ("duty_report", "accountability", "membership")),
        *({"table": "events", "kind": kind, **_YEAR} for kind in _TOLD),
    ]


def made(row: Document) -> Document:
    """Mark a row that the report only counts, or tells of without naming it."""
    return row | {"made_up": True}


def units() -> Iterator[Document]:
    """Give the subdistrict, its communities, the organisations registered in them, and lanes and buildings."""
    yield {"id": STREET, "kind": "subdistrict", "level": "township", "name": "解放碑街道"}
    for n, name in enumerate(COMMUNITIES, 1):
        row = {"id": name, "kind": "residents_committee", "level": "community", "parent": STREET}
        yield row | {"name": NAMES[name]} if name in NAMES else made(row | {"name": f"社区{n}"})
        yield made({"id": f"lane-{name}", "kind": "lane", "parent": name})
        yield made({"id": f"building-{name}", "kind": "building", "parent": name})
    for n in range(1, FIRMS + 1):
        parent = COMMUNITIES[n % len(COMMUNITIES)]
        yield made({"id": f"firm-{n:04d}", "kind": "non_public_organisation", "parent": parent})
    for name, kind in OTHERS.items():
        yield made({"id": name, "kind": kind, "parent": COMMUNITIES[0]})


def organs() -> Iterator[Document]:
    """Give the eleven joint meetings, the working committee and the communities' organisations, venues and archives."""
    yield {"id": "working-committee", "kind": "working_committee", "host": STREET, "name": "街道党工委"}
    yield {"id": GUOMAO, "kind": "new_sector_centre", "host": STREET, "name": "国贸党群服务中心"}
    haves = ["cabinet", "uniform_box", "uniform_cover", "uniform_numbering"]
    for name in (STREET, *COMMUNITIES):
        yield {"id": f"meeting-{name}", "kind": "joint_meeting", "host": name, "name": "党建联席会"}
    for name in COMMUNITIES:
        yield made({"id": f"party-{name}", "kind": "community_party_committee", "host": name})
        yield made({"id": f"room-{name}", "kind": "activity_room", "host": name})
        yield made({"id": f"venue-{name}", "kind": "activity_venue", "host": name})
        yield made({"id": f"archive-{name}", "kind": "archive", "host": name, "functions": haves})


def posts() -> Iterator[Document]:
    """Give the secretaries, the heads of lanes and buildings, and a community worker."""
    for name in COMMUNITIES:
        yield made({"id": f"secretary-{name}", "kind": "secretary", "unit": name})
        yield made({"id": f"grid-secretary-{name}", "kind": "grid_secretary", "unit": f"grid-branch-{name}"})
        yield made({"id": f"lane-head-{name}", "kind": "lane_head", "unit": f"lane-{name}"})
        yield made({"id": f"building-head-{name}", "kind": "building_head", "unit": f"building-{name}"})
        yield made({"id": f"affairs-{name}", "kind": "party_affairs_worker", "unit": f"party-{name}"})
    yield made({"id": "worker", "kind": "community_worker", "unit": COMMUNITIES[-1]})


def ties() -> Iterator[Document]:
    """Give who leads, who takes part in joint meetings, what stands on a grid, and whom the Guomao centre serves."""
    for name in COMMUNITIES:
        yield _tie("leads", "working-committee", f"party-{name}")
        yield _tie("member", f"party-{name}", f"meeting-{name}")
        yield _tie("anchored_on", f"grid-secretary-{name}", f"grid-{name}")
        yield _tie("located_in", f"lane-{name}", f"grid-{name}")
    for name in ("working-committee", *(f"party-of-{unit}" for unit in ON_OTHERS)):
        yield _tie("member", name, f"meeting-{STREET}")
    for n in range(1, 4):
        yield _tie("serves", GUOMAO, f"firm-{n:04d}")


def neighbourhoods() -> Iterator[Document]:
    """Give a neighbourhood of one building for each community: the report counts neither buildings nor households."""
    for name in COMMUNITIES:
        building = {"id": f"building-{name}", "households": 0}
        yield made({"id": f"homes-{name}", "community": name, "buildings": [building], "edges": []})


def grids() -> Iterator[Document]:
    """Give a grid for each community."""
    for name in COMMUNITIES:
        yield made({"id": f"grid-{name}", "neighbourhood": f"homes-{name}", "members": [f"building-{name}"]})


def lists() -> Iterator[Document]:
    """Give the list of responsibilities and the standards of points."""
    yield {"id": "responsibilities", "kind": "responsibility_list", "owner": STREET, "version": "2018"}
    yield {"id": "standards", "kind": "points_standard", "owner": STREET, "version": "2018"}


def entries() -> Iterator[Document]:
    """Give an item of the list of responsibilities, and a standard for each of the five categories."""
    post = f"secretary-{COMMUNITIES[0]}"
    duty = {"list": "responsibilities", "category": "standardisation", "post": post}
    yield made({"id": "duty-1", **duty, "name": "党建规范化建设", "method": "月督查"})
    for code in (
        "elderly_infirm_member", "mobile_member", "non_public_member", "in_service_member", "no_post_member",
    ):  # fmt: skip
        yield {"id": f"standard-{code}", "list": "standards", "category": code}


def documents() -> Iterator[Document]:
    """Give features, archives, schemes, appraisals and what else is written down."""
    yield _paper("four-modes", "governance_modes", ZILI, *_MODES)
    for n, name in enumerate(COMMUNITIES, 1):
        known = {ZILI: "four_governances", MINSHENG: "happy_and_colourful"}
        row = _paper(f"feature-{name}", "community_feature", name, known.get(name, f"feature_{n}"))
        yield row if name in known else made(row)
        yield made(_paper(f"checklist-{name}", "venue_checklist", f"venue-{name}"))
        for volume in VOLUMES:
            row = _paper(f"{volume}-{name}", "archive_volume", f"archive-{name}", volume)
            yield row if volume in NAMED_VOLUMES else made(row)
    for code in ("work_archive", "basic_ledger", "cover_sample", "catalogue_sample"):
        yield _paper(f"archive-standard-{code}", "archive_standard", STREET, code)
    for name, kind, sections in _PAPERS:
        yield _paper(name, kind, STREET, *sections)


def facts() -> Iterator[Document]:
    """Give what the report states: the contest, the training, and that every community has points out of a hundred."""
    contest = {"document": _SOURCE, "quote": "吸引社区、非公、国企2000多名党员踊跃参加"}
    yield {
        "id": "participants", "about": STREET, "amount": {"more_than": 2000}, "unit": "contest_participants",
        "basis": contest,
    }  # fmt: skip
    all_of_them = {
        "derived_from": ["1995名在册党员", "665名流动党员"],
        "how": {"zh": "培训全覆盖，故为全体党员", "en": "training reaches everybody: all members"},
    }
    yield {"id": "trained", "about": STREET, "amount": 2660, "unit": "members_trained", "basis": all_of_them}
    appraised = {"document": _SOURCE, "quote": "全覆盖考核,百分制管理"}
    for name in COMMUNITIES:
        points = {"at_least": 0, "at_most": 100}
        yield {"id": f"points-{name}", "about": name, "amount": points, "unit": "appraisal_points", "basis": appraised}


_MODES: Final = ("self_governance", "joint_governance", "virtue_governance", "law_governance")
_PAPERS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("archive-rules", "archive_rules", ("full_process", "original_kept", "bound", "classified", "cabinet")),
    ("points-scheme", "points_scheme", ("base_points", "daily_points", "review_points")),
    ("selection-rules", "selection_rules", ("pioneer_post",)),
    ("key-points", "annual_key_points", ("standardisation",)),
    ("report-appraisal", "duty_report_appraisal", ("standardisation",)),
    ("building-appraisal", "party_building_appraisal", ("standardisation",)),
    ("programme", "standardisation_programme", ("organisation_setup", "venue", "mechanism", "duty_conduct")),
    ("two-studies", "programme", ("two_studies_one_action",)),
    ("culture-wall", "facility_tag", ("culture_wall",)),
    ("three-difficulties", "diagnosis", ("coverage", "venue", "effect")),
)


def _paper(name: str, kind: str, party: str, *sections: str) -> Document:
    return {"id": name, "kind": kind, "parties": [party], "sections": list(sections)}


def _tie(kind: str, source: str, target: str) -> Document:
    return made({"id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target})
