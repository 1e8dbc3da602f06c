"""What the report of Jixi says, fact by fact: how the model is asked for it, and what takes it away."""

from __future__ import annotations

from typing import Final

from cities import jixi_carriers as carriers
from cities import jixi_documents as documents
from cities.city import Target, without
from cities.jixi_asked import (
    MEETING,
    collected,
    exactly,
    gone,
    known_functions,
    matrix,
    more_than,
    other,
    per_community,
    plenary,
    stated,
    terms,
    warned,
)
from pbgov.base import Exact, Text, term
from pbgov.model import columns
from pbgov.rules import HERE, Count, Distinct, Ratio

bodies, docs, events, lists, posts, ties, units = (
    columns(table) for table in ("bodies", "documents", "events", "lists", "posts", "ties", "units")
)
_MEMBERS = HERE.back(ties.target, ties.kind == "member")
_REGIONAL = HERE.down().back(bodies.host, bodies.kind == "regional_joint_meeting")
_JOINED = _REGIONAL.back(ties.target, ties.kind == "member")
_COUNTIES = HERE.down(units.level == "county")
_CITY_MEETING = ("bodies", documents.CITY_MEETING)
_CITY = ("units", documents.CITY)
_DEPARTMENTS = _MEMBERS.along(ties.source, "units")


_MEETINGS: Final = (
    exactly(
        "市级联席会议成员单位28个", "28 member departments of the city meeting", 28, Count(_MEMBERS), _CITY_MEETING,
        gone("ties", "member-department-finance"), "JX205",
    ),
    exactly(
        "责任领导28名", "28 responsible leaders", 28,
        Count(_DEPARTMENTS.back(posts.unit, posts.kind == "responsible_leader")), _CITY_MEETING,
        gone("posts", "responsible_leader-department-finance"), "JX206",
    ),
    exactly(
        "联络人员28名", "28 liaison officers", 28,
        Count(_DEPARTMENTS.back(posts.unit, posts.kind == "liaison")), _CITY_MEETING,
        gone("posts", "liaison-department-finance"), "JX206",
    ),
    exactly(
        "召集人1名", "one convener", 1, Count(HERE.back(ties.target, ties.kind == "convener")), _CITY_MEETING,
        gone("ties", "convener"), "JX204",
    ),
    Target(
        what=Text(zh="召集人为组织部长", en="the convener heads the organisation department"),
        value=frozenset({"organisation_department_head"}),
        ask=collected(
            HERE.back(ties.target, ties.kind == "convener").along(ties.source, "posts"), "kind", *_CITY_MEETING
        ),
        undo=other("posts", "organisation-head", kind="head"),
        code="JX137",
    ),
    Target(
        what=Text(zh="6项职能，已知3项", en="six functions, of which three are known"),
        value=(3, True),
        ask=known_functions,
        undo=other("bodies", documents.CITY_MEETING, functions=tuple(f"function_{n}" for n in range(6))),
        code="JX203",
    ),
    Target(
        what=Text(zh="六月召开全体（扩大）会议，各方全部参加", en="plenary meeting in June, attended by all"),
        value=(6, 28 + 9 + 32 + 69, frozenset({None, "county", "township", "community"})),
        ask=plenary,
        undo=other("events", documents.JUNE_PLENARY, attendance=("department-finance",)),
        code="JX209",
    ),
    exactly(
        "区域化党建联席会议110个", "110 regional joint meetings", 110, Count(_REGIONAL), _CITY,
        gone("bodies", "meeting-baiyun"), "JX211",
    ),
    *(
        exactly(
            f"其中{term(level).zh}一级{n}个", f"{n} of them at this level: {term(level).en}", n,
            Count(HERE.down(units.level == level).back(bodies.host, bodies.kind == "regional_joint_meeting")), _CITY,
            gone("bodies", name), "JX201",
        )
        for level, n, name in (
            ("county", 9, "meeting-didao"), ("township", 32, "meeting-dongxing"), ("community", 69, "meeting-baiyun"),
        )
    ),
    exactly(
        "成员单位3500多家", "more than 3,500 member units", 3501, Distinct(_JOINED, "source"), _CITY,
        lambda place: without(
            place, "ties", *(tie.id for tie in place.ties.naming("source", "stationed-00001") if tie.kind == "member")
        ),
        "JX212",
    ),
    exactly(
        "每个联席会议平均约31.8家", "31.8 member units a meeting on average", 31_827,
        Ratio(Distinct(_JOINED, "source"), Count(_REGIONAL)), _CITY,
        lambda place: without(
            place, "ties", *(tie.id for tie in place.ties.naming("source", "stationed-00001") if tie.kind == "member")
        ),
        "JX212",
    ),
)  # fmt: skip

_ROTATION: Final = (
    exactly(
        "东风社区“轮职”小组6个", "six rotation groups in Dongfeng", 6,
        Count(HERE.back(bodies.host, bodies.kind == "rotation_group")), ("bodies", MEETING),
        gone("bodies", "group-6"), "JX220",
    ),
    Target(
        what=Text(
            zh="一年之内六组各轮值一次，每次两个月", en="each of six groups has the chair once a year, for two months"
        ),
        value=([f"group-{n}" for n in range(1, 7)], {2}),
        ask=terms,
        undo=other("ties", f"rotating_chair:{MEETING}:1", source="group-1"),
        code="JX216",
    ),
    Target(
        what=Text(zh="每任两个月", en="a term lasts two months"),
        value={2},
        ask=lambda place, report: terms(place, report)[1],
        undo=other("ties", f"rotating_chair:{MEETING}:2", end=None),
        code="JX219",
    ),
    exactly(
        "主题实践活动20余次", "more than 20 themed practice activities", 21,
        Count(HERE.back(events.subject, events.kind == "practice_activity")), ("bodies", MEETING),
        gone("events", "practice-01"), "JX850",
    ),
)  # fmt: skip

_DUTIES: Final = (
    Target(
        what=Text(zh="试点街道为东兴、南山", en="the pilot subdistricts are Dongxing and Nanshan"),
        value=frozenset({"dongxing", "nanshan"}),
        ask=collected(HERE.back(ties.target, ties.kind == "designated_pilot"), "source", *_CITY),
        undo=gone("lists", "powers-nanshan"),
        code="JX146",
    ),
    Target(
        what=Text(zh="试点街道的责任清单统一", en="the responsibility lists of both pilots have one wording"),
        value=frozenset({"2018"}),
        ask=collected(HERE.down().back(lists.owner, lists.kind == "responsibility_list"), "version", *_CITY),
        undo=other("lists", "duties-nanshan", version="2019"),
        code="JX401",
    ),
    exactly(
        "清理事项49项", "49 work items removed", 49,
        Count(_COUNTIES.back(events.subject, events.kind == "work_item_withdrawn")), _CITY,
        gone("events", "withdrawn-49"), "JX416",
    ),
    Target(
        what=Text(zh="清理“奇葩”证明、行政执法、拆迁拆违", en="odd certificates, enforcement and demolition removed"),
        value=frozenset({"odd_certificate", "admin_enforcement", "demolition"}),
        ask=collected(_COUNTIES.back(events.subject, events.kind == "work_item_withdrawn"), "agenda", *_CITY),
        undo=lambda place: without(
            place, "events", *(row.id for row in place.events.values() if row.agenda == ("demolition",))
        ),
        code="JX416",
    ),
    Target(
        what=Text(zh="街道三项权力", en="three powers of a subdistrict"),
        value=frozenset({"consent_right", "participation_right", "suggestion_right"}),
        ask=collected(
            HERE.back(lists.owner, lists.kind == "power_list").back(columns("entries").list),
            "category", "units", "nanshan",
        ),
        undo=gone("entries", "power-nanshan-3"),
        code="JX405",
    ),
)  # fmt: skip

_POPULATION: Final = (
    exactly(
        "总人口175万", "1.75 million residents", 1_750_000, stated("residents"), _CITY,
        other("facts", "all-residents", amount=Exact(750_000)), "JX143",
    ),
    exactly(
        "城镇人口112.9万", "1.129 million urban residents", 1_129_000, stated("urban_residents"), _CITY,
        other("facts", "urban-residents", amount=Exact(1_000_000)), "JX143",
    ),
    exactly(
        "占64.5%", "64.5 per cent of all", 645, Ratio(stated("urban_residents"), stated("residents")), _CITY,
        other("facts", "urban-residents", amount=Exact(1_000_000)), "JX143",
    ),
    Target(
        what=Text(zh="每个社区约16400名城镇居民", en="about 16,400 urban residents a community"),
        value=16_400,
        ask=per_community,
        undo=other("facts", "urban-residents", amount=Exact(690_000)),
        code="JX143",
    ),
    Target(
        what=Text(zh="社区规模过大，只作警告", en="communities are too large, which is a warning"),
        value=[("households-per-committee", "warning")],
        ask=warned,
        undo=other("facts", "households-per-committee", amount=Exact(700)),
        code="PBN501",
    ),
)  # fmt: skip

_JOINED_WITH_MINES: Final = (
    Target(
        what=Text(zh="大半道社区与盛和煤矿签订《共建公约》", en="Dabandao and Shenghe mine have signed a covenant"),
        value=frozenset({"dabandao", "shenghe-mine"}),
        ask=collected(
            HERE.back(docs.parties, docs.kind == "joint_building_covenant"), "parties", "units", "dabandao"
        ),
        undo=other("documents", carriers.COVENANT, parties=("dabandao",)),
        code="JX7051",
    ),
    more_than("解决难题120余件", "more than 120 problems solved", 120, "problems_solved", "dabandao", "JX1023"),
    Target(
        what=Text(zh="花园社区与城山煤矿组建党建联合体", en="Huayuan and Chengshan mine form a consortium"),
        value=frozenset({documents.HUAYUAN, "chengshan-mine"}),
        ask=collected(_MEMBERS, "source", "bodies", carriers.CONSORTIUM),
        undo=gone("ties", f"member-chengshan-mine-{carriers.CONSORTIUM}"),
        code="JX2402",
    ),
    exactly(
        "活动场所无偿", "the venue is free", 0, stated("venue_price"), ("units", documents.HUAYUAN),
        other("facts", "venue-price", amount=Exact(500)), "JX520",
    ),
    Target(
        what=Text(zh="企业提供场所，社区深入车间", en="the mine gives a venue, the community visits its workshops"),
        value=frozenset({"chengshan-mine"}),
        ask=collected(
            HERE.back(ties.source, ties.kind == "contributes")
            .along(ties.target, "units")
            .back(ties.source, ties.kind == "contributes")
            .along(ties.target, "units"),
            "id", "units", "chengshan-mine",
        ),
        undo=gone("ties", f"contributes-{documents.HUAYUAN}-chengshan-mine"),
        code="JX712",
    ),
)  # fmt: skip

_CARRIERS: Final = (
    more_than("服务2000余次", "more than 2,000 services", 2000, "services_given", "jianguo", "JX10251"),
    more_than("参与1100余人", "more than 1,100 participants", 1100, "service_participants", "jianguo", "JX10252"),
    Target(
        what=Text(zh="服务三类特殊群体", en="three special groups are served"),
        value=frozenset({"elderly_resident", "three_without_person", "left_behind_child"}),
        ask=collected(
            HERE.back(bodies.host, bodies.kind == "dual_purchase_service"), "functions", "units", "jianguo"
        ),
        undo=other("bodies", carriers.DUAL_PURCHASE, functions=("elderly_resident",)),
        code="JX639",
    ),
    more_than("入驻商家260余个", "more than 260 merchants", 260, "platform_merchants", "hengshan", "JX10111"),
    more_than("提供服务2800余次", "more than 2,800 services", 2800, "platform_services", "hengshan", "JX10112"),
    exactly(
        "密山微平台3个", "three micro-platforms of Mishan", 3,
        Count(HERE.back(bodies.host, bodies.kind == "micro_platform")), ("units", "mishan"),
        gone("bodies", "mishan-platform-3"), "JX1013",
    ),
    exactly(
        "密山服务品牌3个", "three service brands of Mishan", 3,
        Count(HERE.down().back(docs.parties, docs.kind == "service_brand")), ("units", "mishan"),
        gone("documents", "brand-hongwei"), "JX10143",
    ),
    exactly(
        "服务活动72次", "72 service activities", 72, stated("service_activities"), ("units", "mishan"),
        other("facts", "service-activities", amount=Exact(71)), "JX10141",
    ),
    more_than("参加7000余人", "more than 7,000 participants", 7000, "service_attendants", "mishan", "JX10142"),
    Target(
        what=Text(zh="三项联动在四级均有机制", en="three components at four levels, all non-empty"),
        value=12,
        ask=matrix,
        undo=gone("bodies", "linkage-06"),
        code="JX10272",
    ),
)  # fmt: skip

TARGETS: Final = (*_MEETINGS, *_ROTATION, *_DUTIES, *_POPULATION, *_JOINED_WITH_MINES, *_CARRIERS)
