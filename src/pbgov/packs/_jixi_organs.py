"""Jixi 鸡西, organs and stationed units: one city committee, dispatched agencies, line and block.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Limitations:
    The text speaks of one city committee, of heads of agencies and of stationed units without giving numbers; that each
    is one, is read from what they are. By which organisation a member unit is led along its line 条, it does not say;
    the block 块 of a unit is where it is seated. The three lines of Party building are read by who takes part:
    subdistricts and communities host meetings, stationed units are their members, and the departments in the city's
    meeting stand for the industries.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import bodies, documents, events, lists, posts, ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._organs import MEMBERS
from pbgov.packs._shared_territory import one_city_committee
from pbgov.rules import HERE, Count, Distinct, Norm, Parameter, Related, Relation, Values, Within, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_CITY = _REPORT.quote("一是認真履行市委主體責任")
_AGENCY = _REPORT.quote("縣(市)區直部門派駐機構負責人任免")
_DEPARTMENT = _REPORT.quote("駐街道縣區屬職能部門年終考核")
_STATIONED = _REPORT.quote("駐區單位輪流“坐莊”")
_LINES = _REPORT.quote("打破以往各領域黨建條塊分割")
_PILOTS = _REPORT.quote("雞冠區南山街道為試點")
_CATEGORIES = _REPORT.quote("黨政機關、國有企事業單位、“兩新”組織")
_THREE_LINES = _REPORT.quote("單靠街道社區黨建、單位黨建、行業黨建")

_regional = bodies.kind == "regional_joint_meeting"
_seats = HERE.back(ties.source, ties.kind == "seated_in")
_agencies = each(units.kind == "dispatched_agency")
_lined = each(ties.kind == "line_superior").along(ties.target, "units")
_of_communities = each(units.level == "community").back(bodies.host, _regional).back(ties.target, ties.kind == "member")

# of whom regional meetings are made, and which lines of Party building meet in the city
_PILOT_LISTS: Final = ("power_list", "responsibility_list")
_OF_MEETINGS: Final = (
    ("party_government_organ", "党政机关", "Party or government organs", ("party_government_organ",)),
    ("state_units", "国有企事业单位", "state enterprises or institutions", ("public_institution", "state_enterprise")),
    (
        "two_new",
        "“两新”组织",
        "“new” economic or social organisations",
        ("new_economic_organisation", "new_social_organisation"),
    ),
)
_ON_LINES: Final = (
    (
        "territory_line",
        "街道社区党建",
        "territorial",
        ("residents_committee", "subdistrict"),
        each(_regional).along(bodies.host, "units"),
    ),
    (
        "unit_line",
        "单位党建",
        "unit",
        tuple(kind for *_, kinds in _OF_MEETINGS for kind in kinds),
        each(_regional).back(ties.target, ties.kind == "member").along(ties.source, "units"),
    ),
    ("industry_line", "行业党建", "industry", ("department",), MEMBERS.along(ties.source, "units")),
)

_FIGURES = (
    figure("pilot.lists", _PILOT_LISTS, _PILOTS),
    *(figure(f"member_kinds.{name}", kinds, _CATEGORIES) for name, _, _, kinds in _OF_MEETINGS),
    *(figure(f"party_lines.{name}", kinds, _THREE_LINES) for name, _, _, kinds, _ in _ON_LINES),
    figure(
        "dispatched_agency.ties",
        ("belongs_to", "seated_in"),
        assumed("派驻机构隶属部门、驻在街道", "an agency belongs to a department and sits in a subdistrict"),
    ),
    figure("dispatched_agency.heads", 1, _AGENCY, Text(zh="名负责人", en="posts of a head")),
    figure("stationed_department.kinds", ("stationed_department",), _DEPARTMENT),
    figure(
        "stationed_unit.seats",
        1,
        assumed("驻区单位驻在一个社区", "a stationed unit sits in one community"),
        Text(zh="个驻地", en="seats"),
    ),
    figure(
        "line_block.lines",
        1,
        assumed("一个单位至多一个条线上级", "an organisation has one superior along its line at most"),
        Text(zh="个条线上级", en="superiors along the line"),
    ),
    figure(
        "line_block.blocks",
        1,
        assumed(
            "条块结合：至少一个成员驻在辖区", "line meets block where one member at least has a seat in the territory"
        ),
        Text(zh="个驻地", en="seats"),
    ),
)

_NORMS: Final[tuple[Parameter | Norm, ...]] = (
    *one_city_committee("JX114", _CITY),
    norm(
        "JX1281",
        "C-1.28",
        Text(
            zh="派驻机构既隶属部门，又驻在街道",
            en="a dispatched agency belongs to a department and sits in a subdistrict",
        ),
        _AGENCY,
        _agencies,
        Related(Values(HERE.back(ties.source), "kind"), Relation.CONTAINS, "dispatched_agency.ties"),
    ),
    norm(
        "JX1282",
        "C-1.28",
        Text(zh="派驻机构有一个负责人职位", en="a dispatched agency has one post of a head"),
        _AGENCY,
        _agencies,
        Within(of=Count(HERE.back(posts.unit, posts.kind == "head")), exactly="dispatched_agency.heads"),
    ),
    norm(
        "JX129",
        "C-1.29",
        Text(
            zh="征得同意权及于派驻机构负责人，不及于驻街道职能部门",
            en="consent is asked for heads of dispatched agencies, not for departments stationed in the subdistrict",
        ),
        _DEPARTMENT,
        each(events.kind == "consent_given"),
        Related(
            Values(HERE.along(events.refers, "events").along(events.subject, "units"), "kind"),
            Relation.DISJOINT,
            "stationed_department.kinds",
        ),
    ),
    norm(
        "JX1301",
        "C-1.30",
        Text(zh="驻区单位只驻在一个社区", en="a stationed unit is seated in one place"),
        _STATIONED,
        _of_communities.along(ties.source, "units"),
        Within(of=Distinct(_seats, "target"), exactly="stationed_unit.seats"),
    ),
    norm(
        "JX1302",
        "C-1.30",
        Text(
            zh="驻区单位加入所在社区的联席会议；加入他处的须签有协议",
            en="a stationed unit joins the meeting of the community it sits in, or of one it has an agreement with",
        ),
        _STATIONED,
        _of_communities,
        Related(
            Values(HERE.along(ties.target, "bodies"), "host"),
            Relation.SUBSET,
            (
                Values(HERE.along(ties.source, "units").back(ties.source, ties.kind == "seated_in"), "target"),
                Values(
                    HERE.along(ties.source, "units").back(
                        documents.parties, documents.kind == "joint_building_agreement"
                    ),
                    "parties",
                ),
            ),
        ),
    ),
    norm(
        "JX146",
        "C-1.46",
        Text(zh="试点街道建立责任清单和权力清单", en="a pilot subdistrict has a responsibility list and a power list"),
        _PILOTS,
        each(ties.kind == "designated_pilot").along(ties.source, "units"),
        Related(
            Values(HERE.back(lists.owner, lists.kind.is_in(_PILOT_LISTS)), "kind"), Relation.CONTAINS, "pilot.lists"
        ),
    ),
    *(
        norm(
            f"JX210{number}",
            "C-2.10",
            Text(
                zh=f"县（市）区的区域化党建联席会议吸收{zh}",
                en=f"the regional meeting of a county-level unit has {en} among its members",
            ),
            _CATEGORIES,
            each(units.level == "county")
            .back(bodies.host, _regional)
            .back(ties.target, ties.kind == "member")
            .along(ties.target, "bodies"),
            Related(Values(MEMBERS.along(ties.source, "units"), "kind"), Relation.OVERLAPS, f"member_kinds.{name}"),
            Modality.IN_PRINCIPLE,
        )
        for number, (name, zh, en, _) in enumerate(_OF_MEETINGS, 1)
    ),
    *(
        norm(
            f"JX243{number}",
            "C-2.43",
            Text(zh=f"{zh}在四级联动之内", en=f"the {en} line of Party building is part of the linkage"),
            _THREE_LINES,
            each(bodies.kind == "city_joint_meeting"),
            Related(Values(of, "kind"), Relation.OVERLAPS, f"party_lines.{name}"),
        )
        for number, (name, zh, en, _, of) in enumerate(_ON_LINES, 1)
    ),
    norm(
        "JX1391",
        "C-1.39",
        Text(zh="一个单位至多一个条线上级", en="an organisation has one superior along its line at most"),
        _LINES,
        _lined,
        Within(of=Distinct(HERE.back(ties.target, ties.kind == "line_superior"), "source"), at_most="line_block.lines"),
    ),
    norm(
        "JX1392",
        "C-1.39",
        Text(
            zh="有条线单位参加的联席会议，也有驻在辖区的成员",
            en="a joint body with members along a line has members seated in a territory as well",
        ),
        _LINES,
        _lined.back(ties.source, ties.kind == "member").along(ties.target, "bodies"),
        Within(
            of=Count(MEMBERS.along(ties.source, "units").back(ties.source, ties.kind == "seated_in")),
            at_least="line_block.blocks",
        ),
        Modality.ENCOURAGED,
    ),
)

JIXI_ORGANS: Final = (*_FIGURES, *_NORMS)
