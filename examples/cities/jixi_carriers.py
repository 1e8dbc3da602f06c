"""Jixi as its report has it, second part: mines and communities, platforms and brands, three parties, the linkage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cities.city import Document

CITY = "jixi"
DONGFENG = "dongfeng"
HUAYUAN = "huayuan"
REPORT = "鸡西市城市基层党建“四级联动”体系建设(干训网, 2021-02-01发布)"
EIGHT_JOINTS = "eight-joints"
CONSORTIUM = "consortium"
COVENANT = "covenant-shenghe"
DUAL_PURCHASE = "dual-purchase"
PLATFORM = "micro-platform"
E_HOME = "e-home"
WORKSHOP = "startup-workshop"
SOCIAL_LINKAGE = "social-linkage"
MISHAN_PLATFORMS = ("密山慧党建", "密山发布", "青春密山")

_NETWORKS = {
    "party_building_network": "基层党建网",
    "social_governance_network": "社会治理网",
    "community_management_network": "社区管理网",
}
_BRANDS = (("yangguang", "居民大讲堂"), ("chengxi", "五大服务组"), ("hongwei", "社医联合"))
# what stands for each component at each level; the names are those of the report
_LINKAGE = (
    (CITY, "organisation_linkage", "市城市基层党建联席会议"),
    (CITY, "responsibility_linkage", "市委主体责任"),
    (CITY, "carrier", "党群综合服务管理微平台"),
    ("didao", "organisation_linkage", "区域化党建联席会议"),
    ("didao", "responsibility_linkage", "区委第一责任"),
    ("hengshan", "carrier", "“邻里E家”微平台"),
    ("dongxing", "organisation_linkage", "联席会议主席“轮职”"),
    ("dongxing", "responsibility_linkage", "街道党组织直接责任"),
    ("dongxing", "carrier", "“八联”共治"),
    (DONGFENG, "organisation_linkage", "联席会议主席“轮职”"),
    ("dabandao", "responsibility_linkage", "社区党组织具体责任"),
    (DONGFENG, "carrier", "“三社”联动"),
)


def units() -> list[Document]:
    """Give who stands beside the territory: the province's department, mines, a shop on the net, an association."""
    named = [
        ("province-organisation", "provincial_department", "省委组织部"),
        ("shenghe-mine", "state_enterprise", "盛和煤矿"),
        ("chengshan-mine", "state_enterprise", "城山煤矿"),
        ("xinguangyuan", "new_economic_organisation", "鑫广源电子商务有限公司"),
        ("weavers", "social_organisation", "手工编织协会"),
    ]
    rows: list[Document] = [{"id": name, "kind": kind, "name": said} for name, kind, said in named]
    return [*rows, {"id": "social-workers", "kind": "social_work", "name": "社工团队", "made_up": True}]


def bodies() -> list[Document]:
    """Give joint bodies, platforms and programmes."""
    named: list[tuple[str, str, str, str, tuple[str, ...]]] = [
        (EIGHT_JOINTS, "eight_joints_programme", CITY, "“八联”共治", _EIGHT),
        (CONSORTIUM, "party_building_consortium", HUAYUAN, "党建联合体", ()),
        ("social-platform", "social_management_platform", "dabandao", "社管平台", _FOUR),
        ("squad", "service_squad", "dabandao", "“快易送”小分队", ()),
        (PLATFORM, "party_masses_micro_platform", CITY, "党群综合服务管理微平台", ()),
        (E_HOME, "internet_plus_platform", "hengshan", "邻里E家", _MODES),
        (DUAL_PURCHASE, "dual_purchase_service", "jianguo", "惠民双购", _SERVED),
        (SOCIAL_LINKAGE, "social_linkage", DONGFENG, "“三社”联动", ()),
        (WORKSHOP, "startup_workshop", DONGFENG, "创业工场", _SKILLS),
        ("labour-bank", "labour_information_bank", WORKSHOP, "劳动用工信息资源库", ()),
        ("service-groups", "service_groups", "chengxi", "五大服务组", ()),
        ("linkage", "four_level_linkage", CITY, "“四级联动”体系", ()),
    ]
    named += [(kind.replace("_", "-"), kind, CITY, name, ()) for kind, name in _NETWORKS.items()]
    named += [
        (f"mishan-platform-{n}", "micro_platform", "mishan", name, ()) for n, name in enumerate(MISHAN_PLATFORMS, 1)
    ]
    named += [
        (f"linkage-{n:02}", "linkage_mechanism", host, name, (component,))
        for n, (host, component, name) in enumerate(_LINKAGE, 1)
    ]
    return [
        {"id": name, "kind": kind, "host": host, "name": said, "functions": list(functions)}
        for name, kind, host, said, functions in named
    ]


def ties() -> list[Document]:
    """Give who belongs to what, and who gives what to whom."""
    named = [
        ("member", HUAYUAN, CONSORTIUM),
        ("member", "chengshan-mine", CONSORTIUM),
        ("contributes", "chengshan-mine", HUAYUAN),  # a venue
        ("contributes", HUAYUAN, "chengshan-mine"),  # visits to workshops and teams
        ("located_in", "shenghe-mine", "dabandao"),
        ("located_in", "chengshan-mine", HUAYUAN),
        ("located_in", "xinguangyuan", "mashan"),
        ("member", "xinguangyuan", DUAL_PURCHASE),
        ("leads", DONGFENG, "weavers"),
        *(("member", name, SOCIAL_LINKAGE) for name in (DONGFENG, "weavers", "social-workers")),
        ("member", "weavers", WORKSHOP),
        *(("feeds", kind.replace("_", "-"), PLATFORM) for kind in _NETWORKS),
    ]
    return [
        {"id": f"{kind}-{source}-{target}", "kind": kind, "source": source, "target": target}
        for kind, source, target in named
    ]


def documents() -> list[Document]:
    """Give the covenant, and the brands of Mishan's communities."""
    covenant: Document = {
        "id": COVENANT,
        "kind": "joint_building_covenant",
        "parties": ["dabandao", "shenghe-mine"],
        "sections": ["joint_member_points", "volunteer_service", "convenience_service"],
        "name": "共建公约",
    }
    brands: list[Document] = [
        {
            "id": f"brand-{community}",
            "kind": "service_brand",
            "parties": [community],
            "sections": [f"brand_{community}"],
            "name": name,
        }
        for community, name in _BRANDS
    ]
    return [covenant, *brands]


def facts() -> list[Document]:
    """Give the numbers that the report states, as exactly as it states them."""
    rows: list[tuple[str, str, Any, str]] = [
        ("dabandao", "problems_solved", {"more_than": 120}, "解決居民生產生活難題120余件"),
        (HUAYUAN, "venue_price", 0, "企業無償為社區提供活動場所"),
        ("jianguo", "services_given", {"more_than": 2000}, "累計為特殊群體提供服務2000余次"),
        ("jianguo", "service_participants", {"more_than": 1100}, "參與黨員群眾1100余人"),
        ("hengshan", "platform_merchants", {"more_than": 260}, "全區260余個商家入駐平臺"),
        ("hengshan", "platform_services", {"more_than": 2800}, "提供各類服務2800余次"),
        ("mishan", "service_activities", 72, "累計開展服務活動72次"),
        ("mishan", "service_attendants", {"more_than": 7000}, "參加人數7000余人"),
    ]
    return [
        {
            "id": unit.replace("_", "-"),
            "about": about,
            "amount": amount,
            "unit": unit,
            "basis": {"document": REPORT, "quote": quote},
        }
        for about, unit, amount, quote in rows
    ]


_EIGHT = (
    "joint_organisation",
    "joint_regional",
    "joint_safety",
    "joint_employment",
    "joint_livelihood",
    "joint_service",
    "joint_venue",
    "joint_evaluation",
)
_FOUR = ("social_governance", "petition_stability", "public_security", "hazards")
_MODES = ("with_residents", "with_social_workers", "with_merchants")
_SERVED = ("elderly_resident", "three_without_person", "left_behind_child")
_SKILLS = ("paper_cutting", "paper_folding", "calligraphy", "painting")
