"""National base, duty lists and the burden of communities: what stands behind every city's lists.

References:
    民政部、中央组织部关于进一步开展社区减负工作的通知 (notice on further reducing the burden of communities),
    民发 2015 No. 136, 2015-07-13. Read in a reproduction.
    关于全面建立乡镇（街道）履行职责事项清单的意见 (opinions on establishing lists of duties of towns and
    subdistricts). Its title was read; what it says was read in press reports and local rules only.

Checked with:
    A report on the staffing authority's figures: about 38,000 towns and subdistricts, lists complete by the end of
    June 2025, 340 items on average: 117 basic, 99 cooperating, 124 taken back, which adds up.

Limitations:
    What the three tiers mean, that an item stands on one list only, and that the county-level Party committee and
    government admit additions, is taken from secondary texts, and is attributed here. That every town and
    subdistrict has its lists, and that additions are admitted, is asked from 2025-07-01 on, the day after the press
    calls them complete. The notice of
    2015 asks for one list of work items a prefecture; Jixi makes one a county-level unit.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.base import Basis, Derived, Modality, Reference, Text
from pbgov.packs._columns import entries, events, lists, units
from pbgov.rules import (
    HERE,
    Admitted,
    Dated,
    Divided,
    Figure,
    Norm,
    Parameter,
    Payload,
    Related,
    Relation,
    Selector,
    Stated,
    Values,
    each,
)

_NOTICE = Reference(title="关于进一步开展社区减负工作的通知", issuer="民政部、中央组织部", date="2015-07-13")
_OPINIONS = Reference(title="关于全面建立乡镇（街道）履行职责事项清单的意见", issuer="中共中央办公厅、国务院办公厅")
_SECONDARY = _OPINIONS.attributed("secondary")
_CODES = Text(zh="项", en="codes")
_COMPLETE = date(2025, 7, 1)
_NOTICE_DAY = date(2015, 7, 13)
_TIERS = ("basic_duty_list", "cooperating_duty_list", "taken_back_list")


def _figure(name: str, value: Figure, basis: Basis, unit: Text = _CODES) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


NATIONAL_DUTY_PARAMETERS: Final = (
    _figure("admission.organs", ("party_committee", "government"), _SECONDARY),
    _figure("admission.approvers", 2, _SECONDARY, Text(zh="个审批机关", en="approving organs")),
    _figure("duty_lists.tiers", _TIERS, _SECONDARY),
    _figure("work_item_list.owner_level", ("city",), _NOTICE.quote("以市(地、州、盟)为单位制定社区工作事项清单", "一")),
    _figure(
        "community.cancelled_targets",
        ("investment_attraction", "tax_assistance", "revenue_target"),
        _NOTICE.quote("招商引资、协税护税、经济创收等任务指标", "一"),
    ),
    _figure(
        "community.cancelled_as_responsible",
        ("admin_enforcement", "demolition", "environmental_remediation", "urban_management"),
        _NOTICE.quote("社区作为责任主体的执法、拆迁拆违、环境整治、城市管理等事项", "一"),
    ),
)

_tiered = lists.kind.is_in(_TIERS)
_work_items = each(lists.kind == "work_item_list")


def _norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str,
    item: str,
    text: Text,
    basis: Basis,
    scope: Selector,
    payload: Payload,
    modality: Modality = Modality.MUST,
    start: date | None = None,
) -> Norm:
    return Norm(
        code=code, item=item, text=text, basis=basis, scope=scope, payload=payload, modality=modality, start=start
    )


NATIONAL_DUTY_NORMS: Final = (
    _norm(
        "PBN809",
        "N-8.09",
        Text(
            zh="乡镇（街道）建立基本履职、配合履职、上级收回三张清单",
            en="every town and subdistrict has three lists: basic duties, cooperating duties, what was taken back",
        ),
        _OPINIONS.quote("全面建立乡镇(街道)履行职责事项清单"),
        each(units.kind.is_in(("subdistrict", "town"))),
        Related(Values(HERE.back(lists.owner), "kind"), Relation.CONTAINS, "duty_lists.tiers"),
        start=_COMPLETE,
    ),
    _norm(
        "PBN811",
        "N-8.11",
        Text(zh="一个事项只列入三张清单之一", en="a matter stands on one of the three lists only"),
        _SECONDARY,
        each(_tiered).along(lists.owner, "units"),
        Divided(
            whole=Values(HERE.back(lists.owner, _tiered).back(entries.list), "matter"),
            into=HERE.back(lists.owner, _tiered),
            members=Values(HERE.back(entries.list), "matter"),
        ),
    ),
    _norm(
        "PBN812",
        "N-8.12",
        Text(
            zh="清单之外的事项须经县（市）区委、政府准入方可下放",
            en="what is off the lists is handed down only once the county-level committee and government admit it",
        ),
        _SECONDARY,
        each(events.kind == "duty_handed_down"),
        Admitted(organs="admission.organs", approvers="admission.approvers"),
        start=_COMPLETE,
    ),
    _norm(
        "PBN813",
        "N-8.13",
        Text(
            zh="配合履职事项写明牵头部门与配合范围",
            en="each cooperating duty names the department that leads and the scope of assistance",
        ),
        Derived(from_=("N-8.11",), how=Text(zh="由清单含义推得", en="from what such a list means")),
        each(lists.kind == "cooperating_duty_list"),
        Stated(HERE.back(entries.list), ("department", "scope")),
    ),
    _norm(
        "PBN814",
        "N-8.13",
        Text(
            zh="上级收回事项写明承接部门与工作方式",
            en="each item taken back names the department that receives it and its method",
        ),
        Derived(from_=("N-8.11",), how=Text(zh="由清单含义推得", en="from what such a list means")),
        each(lists.kind == "taken_back_list"),
        Stated(HERE.back(entries.list), ("department", "method")),
    ),
    _norm(
        "PBN901",
        "N-9.01",
        Text(
            zh="社区工作事项清单由规定层级制定",
            en="a list of community work items is made at the level the rules name",
        ),
        _NOTICE.quote("以市(地、州、盟)为单位制定社区工作事项清单", "一"),
        _work_items,
        Related(Values(HERE.along(lists.owner, "units"), "level"), Relation.SUBSET, "work_item_list.owner_level"),
        start=_NOTICE_DAY,
    ),
    _norm(
        "PBN905",
        "N-9.05",
        Text(
            zh="社区不承担招商引资、协税护税、经济创收指标",
            en="communities have no targets of investment attraction, tax assistance or revenue",
        ),
        _NOTICE.quote("招商引资、协税护税、经济创收等任务指标", "一"),
        _work_items,
        Related(Values(HERE.back(entries.list), "category"), Relation.DISJOINT, "community.cancelled_targets"),
        Modality.IN_PRINCIPLE,
        _NOTICE_DAY,
    ),
    _norm(
        "PBN906",
        "N-9.06",
        Text(
            zh="社区不作为执法、拆迁拆违、环境整治、城市管理的责任主体，协助不在此限",
            en="communities are not responsible for enforcement, demolition, remediation or urban management; they may "
            "assist",
        ),
        _NOTICE.quote("社区作为责任主体的执法、拆迁拆违、环境整治、城市管理等事项", "一"),
        _work_items,
        Related(
            Values(HERE.back(entries.list, entries.role != "assisting"), "category"),
            Relation.DISJOINT,
            "community.cancelled_as_responsible",
        ),
        Modality.IN_PRINCIPLE,
        _NOTICE_DAY,
    ),
)
