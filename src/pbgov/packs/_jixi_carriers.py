"""Jixi 鸡西, carriers of service 载体: three networks fused, platforms, three parties linked, special groups served.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Limitations:
    How the three networks divide a community the text does not say. A network is a body, its cells are bodies that it
    hosts, ties ``covers`` lead from a cell to the grids that it is made of; networks map onto one another where the
    cells of each divide the buildings of the community. Numbers that the text states are judged where they are stated.
    Of the “five service groups” none is named. That a start-up workshop belongs to a community and has a partner is
    read from the one example.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Source, Text
from pbgov.packs._columns import bodies, documents, events, facts, neighbourhoods, ties
from pbgov.packs._making import figure, norm
from pbgov.packs._organs import COMMUNITY_KINDS, MEMBERS
from pbgov.rules import (
    HERE,
    Count,
    Dated,
    Divided,
    Enumerated,
    Norm,
    Own,
    Parameter,
    Related,
    Relation,
    Values,
    Within,
    each,
)

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_NETWORKS = _REPORT.quote("整合基層黨建網、社會治理網、社區管理網")
_PLATFORM = _REPORT.quote("建設面向社區群眾的黨群綜合服務管理微平臺")
_MODES = _REPORT.quote("互聯網+群眾、互聯網+社工、互聯網+商家")
_PARTIES = _REPORT.quote("加強社區、社會組織、社會工作互聯互動")
_SERVED = _REPORT.quote("為社區85歲以上老人、三無人員、留守兒童")
_ACTIVITIES = _REPORT.quote("主題實踐活動20余次")
_BRANDS = _REPORT.quote("居民大講堂”、城西社區“五大服務組")
_WORKSHOP = _REPORT.quote("開辦“創業工場”,建立勞動用工信息資源庫")
_PARTNER = _REPORT.quote("依托手工編織協會廣泛開展")
_SKILLS = _REPORT.quote("剪紙、折紙、書法、繪畫等技能培訓")

NETWORKS: Final = ("party_building_network", "social_governance_network", "community_management_network")
MODES: Final = ("with_residents", "with_social_workers", "with_merchants")
BENEFICIARIES: Final = ("elderly_resident", "three_without_person", "left_behind_child")
PARTIES: Final = ("residents_committee", "social_organisation", "social_work")
SKILLS: Final = ("paper_cutting", "paper_folding", "calligraphy", "painting")

_cells = bodies.kind == "network_cell"
_network_cells = HERE.back(bodies.host, bodies.kind.is_in(NETWORKS)).back(bodies.host, _cells)
_workshops = each(bodies.kind == "startup_workshop")


def _number(name: str, value: int, quote: str, zh: str, en: str) -> Parameter:
    return figure(f"{name}.number", value, _REPORT.quote(quote), Text(zh=zh, en=en))


_STATED: Final = (
    ("JX10111", "platform_merchants", 261, "全區260余個商家入駐平臺", "家", "merchants", "平台入驻商家260余个"),
    ("JX10112", "platform_services", 2801, "提供各類服務2800余次", "次", "services", "平台提供服务2800余次"),
    ("JX10141", "service_activities", 72, "累計開展服務活動72次", "次", "activities", "开展服务活动72次"),
    ("JX10142", "service_attendants", 7001, "參加人數7000余人", "人", "attendants", "参加服务活动7000余人"),
    ("JX10251", "services_given", 2001, "累計為特殊群體提供服務2000余次", "次", "services", "为特殊群体服务2000余次"),
    ("JX10252", "service_participants", 1101, "參與黨員群眾1100余人", "人", "participants", "参与党员群众1100余人"),
)
_ENGLISH: Final = {
    "JX10111": "more than 260 merchants are on the platform",
    "JX10112": "the platform provided more than 2,800 services",
    "JX10141": "72 service activities were held",
    "JX10142": "more than 7,000 people attended the service activities",
    "JX10251": "special groups were served more than 2,000 times",
    "JX10252": "more than 1,100 members and residents took part",
}


def _as_stated(code: str, name: str, quote: str, zh: str) -> Norm:
    payload = (
        Within(of=Own("amount"), exactly=f"{name}.number")
        if name == "service_activities"
        else Within(of=Own("amount"), at_least=f"{name}.number")
    )
    item = f"C-10.{code.removeprefix('JX10')[:2]}"
    words = Text(zh=zh, en=_ENGLISH[code])
    return norm(code, item, words, _REPORT.quote(quote), each(facts.unit == name), payload, Modality.ENCOURAGED)


_FIGURES: Final = (
    figure("networks.kinds", NETWORKS, _NETWORKS),
    figure("internet_plus.modes", MODES, _MODES),
    figure("social_linkage.parties", PARTIES, _PARTIES),
    figure("beneficiaries.kinds", BENEFICIARIES, _SERVED),
    Parameter(
        id="beneficiaries.min_age",
        unit=Text(zh="周岁", en="years of age"),
        values=(Dated(value=85, basis=_SERVED),),
        informative=True,  # the class of groups served rests on it
    ),
    _number("practice_activity", 21, "主題實踐活動20余次", "次", "activities"),
    figure("service_brand.number", 3, _BRANDS, Text(zh="个品牌", en="brands")),
    figure("service_groups.number", 5, _BRANDS, Text(zh="个服务组", en="service groups")),
    figure("startup_workshop.hosts", COMMUNITY_KINDS, _WORKSHOP),
    figure("startup_workshop.banks", 1, _WORKSHOP, Text(zh="个资源库", en="information banks")),
    figure("startup_workshop.partners", ("social_organisation",), _PARTNER),
    figure("startup_workshop.skills", SKILLS, _SKILLS),
    *(_number(name, value, quote, zh, en) for _, name, value, quote, zh, en, _ in _STATED),
)


def _workshop(number: int, zh: str, en: str, basis: Source, payload: Related | Within) -> Norm:
    return norm(f"JX1024{number}", "C-10.24", Text(zh=zh, en=en), basis, _workshops, payload)


_NORMS: Final = (
    norm(
        "JX639",
        "C-6.39",
        Text(
            zh="“惠民双购”服务85岁以上老人、三无人员、留守儿童",
            en="the dual purchase serves elders aged 85 or over, three-without persons and left-behind children",
        ),
        _SERVED,
        each(bodies.kind == "dual_purchase_service"),
        Related(Values(HERE, "functions"), Relation.EQUALS, "beneficiaries.kinds"),
    ),
    norm(
        "JX850",
        "C-8.50",
        Text(zh="开展主题实践活动20余次", en="more than 20 themed practice activities were held"),
        _ACTIVITIES,
        each(events.kind == "practice_activity").along(events.subject, "bodies"),
        Within(
            of=Count(HERE.back(events.subject, events.kind == "practice_activity")),
            at_least="practice_activity.number",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX10091",
        "C-10.09",
        Text(
            zh="每一张网都把社区的楼栋划分完，三网可以互相对应",
            en="the cells of each network divide the buildings of the community, so that networks map onto one another",
        ),
        _NETWORKS,
        each(_cells).along(bodies.host, "bodies"),
        Divided(
            whole=Values(HERE.along(bodies.host, "units").back(neighbourhoods.community), "building_ids"),
            into=HERE.back(bodies.host, _cells),
            members=Values(HERE.back(ties.source, ties.kind == "covers").along(ties.target, "grids"), "members"),
        ),
    ),
    norm(
        "JX10092",
        "C-10.09",
        Text(
            zh="三网融合：一张网划分的社区，另两张网也已划分",
            en="where one network has divided a community, the other two have as well",
        ),
        _NETWORKS,
        each(_cells).along(bodies.host, "bodies").along(bodies.host, "units"),
        Related(
            Values(_network_cells.along(bodies.host, "bodies"), "kind"),
            Relation.CONTAINS,
            "networks.kinds",
        ),
    ),
    norm(
        "JX1010",
        "C-10.10",
        Text(
            zh="党群综合服务管理微平台由三网供给",
            en="a Party-masses service micro-platform is fed by all three networks",
        ),
        _PLATFORM,
        each(bodies.kind == "party_masses_micro_platform"),
        Related(
            Values(HERE.back(ties.target, ties.kind == "feeds").along(ties.source, "bodies"), "kind"),
            Relation.CONTAINS,
            "networks.kinds",
        ),
    ),
    norm(
        "JX1012",
        "C-10.12",
        Text(
            zh="互联网+群众、社工、商家三种形式俱全",
            en="an internet-plus platform brings residents, social workers and merchants together",
        ),
        _MODES,
        each(bodies.kind == "internet_plus_platform"),
        Related(Values(HERE, "functions"), Relation.CONTAINS, "internet_plus.modes"),
    ),
    norm(
        "JX10143",
        "C-10.14",
        Text(zh="县（市）区叫响的社区党建服务品牌为三个", en="the county-level unit has three service brands"),
        _BRANDS,
        each(documents.kind == "service_brand").along(documents.parties, "units").up("county"),
        Within(
            of=Count(HERE.down().back(documents.parties, documents.kind == "service_brand")),
            exactly="service_brand.number",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "JX10144",
        "C-10.14",
        Text(zh="“五大服务组”为五个", en="there are five service groups"),
        _BRANDS,
        each(bodies.kind == "service_groups"),
        Enumerated(Values(HERE, "functions"), "service_groups.number"),
    ),
    norm(
        "JX1015",
        "C-10.15",
        Text(
            zh="“三社”联动有社区、社会组织、社会工作三方",
            en="a linkage of three parties joins a community, a social organisation and a team of social work",
        ),
        _PARTIES,
        each(bodies.kind == "social_linkage"),
        Related(Values(MEMBERS.along(ties.source, "units"), "kind"), Relation.CONTAINS, "social_linkage.parties"),
    ),
    _workshop(
        1,
        "“创业工场”由社区开办",
        "a start-up workshop belongs to a community",
        _WORKSHOP,
        Related(Values(HERE.along(bodies.host, "units"), "kind"), Relation.SUBSET, "startup_workshop.hosts"),
    ),
    _workshop(
        2,
        "“创业工场”建有劳动用工信息资源库",
        "a start-up workshop has a bank of labour information",
        _WORKSHOP,
        Within(
            of=Count(HERE.back(bodies.host, bodies.kind == "labour_information_bank")),
            exactly="startup_workshop.banks",
        ),
    ),
    _workshop(
        3,
        "“创业工场”依托协会开展培训",
        "a start-up workshop has an association for a partner",
        _PARTNER,
        Related(Values(MEMBERS.along(ties.source, "units"), "kind"), Relation.OVERLAPS, "startup_workshop.partners"),
    ),
    _workshop(
        4,
        "“创业工场”培训剪纸、折纸、书法、绘画",
        "a start-up workshop trains paper-cutting, paper-folding, calligraphy and painting",
        _SKILLS,
        Related(Values(HERE, "functions"), Relation.CONTAINS, "startup_workshop.skills"),
    ),
    *(_as_stated(code, name, quote, zh) for code, name, _, quote, _, _, zh in _STATED),
)

JIXI_CARRIERS: Final[tuple[Parameter | Norm, ...]] = (*_FIGURES, *_NORMS)
