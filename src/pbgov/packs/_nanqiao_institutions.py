"""What Nanqiao has beside its norms: who may sit where, who reports, what is red, and how projects and matters go.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Limitations:
    The text names organs, institutions and partner units 机关事业单位、共建单位 and does not say what comes first where
    a unit is several of these; its order is kept. What a secretary is measured by is named, not how. Of red property
    service 红色物业 it gives no conditions; those of other cities are taken.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Basis, Text
from pbgov.packs._institution import Institution
from pbgov.packs._lifecycles import PROJECT, SELF_GOVERNANCE
from pbgov.packs._making import assumed, figure
from pbgov.packs._nanqiao_report import REPORT
from pbgov.packs._nanqiao_reporting import DESTINATIONS
from pbgov.packs._nanqiao_seats import PART_TIME_CATEGORIES, THREE_HAVES
from pbgov.packs._shared_decisions import in_service_member, permission, red_property
from pbgov.packs._steps import asked
from pbgov.rules import And, Category, Classification, Effect, Operand, Rule, RulePack, param

_UNITS = REPORT.quote("轄區內機關事業單位、共建單位等黨組織負責人")
_PART_TIME = REPORT.quote("黨組織負責人擔任街道社區兼職委員")
_HAVES = REPORT.quote("按照有能力、有熱情、有公心“三有”標準")
_CONCURRENT = REPORT.quote("社區工作者“兼任一批”")
_RECOMMENDED = REPORT.quote("小區優秀黨員“推選一批”")
_DISPATCHED = REPORT.quote("退休老干部“派駐一批”")
_IN_SERVICE = REPORT.quote("1100多名在職黨員")
_REPORTING = REPORT.quote("到包保社區報到")
_RED = REPORT.quote("“皖美紅色物業”")

_organ, _institution, _partner = (
    asked(name, "bool") for name in ("party_government_organ", "public_institution", "partner_unit")
)
_head, _located = asked("head", "bool"), asked("in_territory", "bool")
_category, _route, _destination = (asked(name, "code") for name in ("unit_category", "route", "destination"))
_criteria, _pools = asked("criteria", "codes"), asked("pools", "codes")
_in_service, _linked = asked("in_service", "bool"), asked("residents_linked", "int")


def _permit(code: str, item: str, text: Text, basis: Basis, when: Operand) -> Rule:
    return Rule(id=code, effect=Effect.PERMIT, item=item, text=text, basis=basis, when=when)


def _batch(code: str, route: str, pool: str, text: Text, basis: Basis) -> Rule:
    """Permit one of the three batches of secretaries: by its route, from its pool, and with all three haves."""
    haves = And(tuple(_criteria.has(one) for one in THREE_HAVES))
    return _permit(code, "C-6.27", text, basis, (_route == route) & _pools.has(pool) & haves)


UNIT_CATEGORIES: Final = Classification(
    id="nanqiao-unit-categories",
    text=Text(zh="单位类别", en="category of a unit"),
    fields=(_organ.field, _institution.field, _partner.field),
    categories=(
        Category("party_government_organ", _organ, _UNITS),
        Category("public_institution", _institution, _UNITS),
        Category("partner_unit", _partner, _UNITS),
    ),
    default="other_unit",
    basis=assumed("按原文次序", "in the order of the text"),
)

BRANCH_SECRETARY: Final = RulePack(
    id="nanqiao-branch-secretary",
    title=Text(zh="小区（网格）党支部书记选配", en="who may be secretary of a compound branch"),
    rules=(
        _batch(
            "NQ6274",
            "concurrent",
            "community_worker",
            Text(zh="社区工作者符合“三有”的可以兼任", en="a community worker with the three haves may hold it as well"),
            _CONCURRENT,
        ),
        _batch(
            "NQ6275",
            "recommended",
            "compound_member",
            Text(zh="小区优秀党员符合“三有”的可以推选", en="a compound's member with the three haves may be chosen"),
            _RECOMMENDED,
        ),
        _batch(
            "NQ6276",
            "dispatched",
            "retired_cadre",
            Text(zh="退休老干部符合“三有”的可以派驻", en="a retired cadre with the three haves may be sent"),
            _DISPATCHED,
        ),
    ),
    fields=(_route.field, _pools.field, _criteria.field),
)

DUAL_REPORT: Final = RulePack(
    id="nanqiao-dual-report",
    title=Text(zh="在职党员报到", en="where a member in service reports"),
    rules=(
        _permit(
            "NQ6224",
            "C-6.22",
            Text(zh="在职党员可以报到", en="a member in service may report"),
            _IN_SERVICE,
            _in_service,
        ),
        Rule(
            id="NQ6241",
            effect=Effect.FORBID,
            item="C-6.24",
            text=Text(
                zh="报到去向不得在规定的方式之外",
                en="nobody reports to a destination other than the policy has it",
            ),
            basis=_REPORTING,
            when=~_destination.is_in(param("dual_report.policy")),
        ),
        Rule(
            id="NQ6251",
            effect=Effect.REQUIRE,
            item="C-6.25",
            text=Text(zh="报到党员联系居民", en="a member who reports is linked to residents"),
            basis=REPORT.quote("每名黨員聯系若干居民"),
            when=_linked >= param("member_link.min"),
        ),
    ),
    parameters=(
        figure("dual_report.policy", DESTINATIONS, _REPORTING),
        figure(
            "member_link.min",
            1,
            assumed("“若干”按至少一户理解", "“several” is read as one at least"),
            Text(zh="户", en="households"),
        ),
    ),
    fields=(_in_service.field, _destination.field, _linked.field),
)

NANQIAO_INSTITUTIONS: Final[tuple[Institution, ...]] = (
    Institution(
        code="unit_class",
        title=UNIT_CATEGORIES.text,
        items=("C-1.31",),
        value=UNIT_CATEGORIES,
        basis=_UNITS,
    ),
    permission(
        "nanqiao",
        "part_time_member",
        "NQ2293",
        "C-2.29",
        Text(zh="兼职委员的选任", en="who may be a part-time member"),
        Text(
            zh="辖区内机关、事业单位、共建单位党组织的负责人可以担任兼职委员",
            en="the head of the Party organisation of an organ, institution or partner unit in the territory may be a "
            "part-time member",
        ),
        _PART_TIME,
        _head & _located & _category.is_in(param("part_time.categories")),
        (_head, _located, _category),
        figure("part_time.categories", PART_TIME_CATEGORIES, _UNITS),
    ),
    Institution(
        code="branch_secretary",
        title=BRANCH_SECRETARY.title,
        items=("C-5.06", "C-6.27", "C-6.38"),
        value=BRANCH_SECRETARY,
        basis=_HAVES,
    ),
    Institution(
        code="dual_report",
        title=DUAL_REPORT.title,
        items=("C-6.22", "C-6.24", "C-6.25"),
        value=DUAL_REPORT,
        basis=_REPORTING,
    ),
    in_service_member("nanqiao", "NQ6371", _IN_SERVICE),
    red_property("nanqiao", "NQ918", _RED),
    Institution(
        code="secretary_project",
        title=PROJECT.title,
        items=("C-8.18", "C-8.19"),
        value=PROJECT,
        basis=PROJECT.basis,
    ),
    Institution(
        code="self_governance",
        title=SELF_GOVERNANCE.title,
        items=("C-8.16",),
        value=SELF_GOVERNANCE,
        basis=SELF_GOVERNANCE.basis,
    ),
)
