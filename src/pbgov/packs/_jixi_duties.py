"""Jixi 鸡西, duty lists and admission: powers of the pilots, the communities' main duties, the self-inspection.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Checked with:
    The notice of 2015-07-13 on the burden of communities asks for the same list and admission, one list a prefecture;
    Jixi makes one a county-level unit, which replaces the national figure here.

Limitations:
    How the 49 withdrawn items divide among odd certificates, enforcement and demolition is not told. They are counted
    by county-level unit and item, one event each. Nor is told how often a self-inspection takes place; “since the
    beginning of the year” is read as once a year. Catch-all management is asked of Party organisations of micro
    enterprises and social organisations: some organisation leads each.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Basis, Cycle, Modality, Reference, Text
from pbgov.packs._columns import entries, events, lists, ties, units
from pbgov.rules import (
    HERE,
    Admitted,
    Cadence,
    Count,
    Dated,
    Figure,
    Norm,
    Parameter,
    Payload,
    Related,
    Relation,
    Selector,
    Stated,
    Values,
    Within,
    each,
)

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_APPROVAL: Final = "須經縣(市)區委、政府嚴格審批"
_CODES = Text(zh="项", en="codes")


def _figure(name: str, value: Figure, basis: Basis, unit: Text = _CODES) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


JIXI_DUTY_FIGURES: Final = (
    _figure("admission.organs", ("party_committee", "government"), _REPORT.quote(_APPROVAL)),
    _figure("admission.approvers", 2, _REPORT.quote(_APPROVAL), Text(zh="个审批机关", en="approving organs")),
    _figure("work_item_list.owner_level", ("county",), _REPORT.quote("以縣(市)區為單位制定了社區工作事項清單")),
)
"""Figures of the national base that Jixi has its own for."""

_PARAMETERS = (
    _figure(
        "subdistrict.powers",
        ("consent_right", "participation_right", "suggestion_right"),
        _REPORT.quote("建議權等“三項權力”"),
    ),
    _figure(
        "community.duties",
        ("manage_members", "organise", "publicise", "unite", "serve", "catch_all_management"),
        _REPORT.quote("教育管理監督黨員和組織群眾、宣傳群眾"),
    ),
    _figure(
        "catch_all.leaders",
        1,
        _REPORT.quote("小微企業和社會組織黨組織的兜底管理"),
        Text(zh="个上级党组织", en="leading organisations"),
    ),
    Parameter(
        id="transfer.resources",
        unit=_CODES,
        label=Text(zh="随事转移的资源", en="what follows a task"),
        values=(Dated(value=("power", "staff", "yuan_a_year"), basis=_REPORT.quote("人隨事轉、權隨責轉、費隨事轉")),),
        informative=True,  # three requirements of the decision ask for them, one each
    ),
    _figure(
        "withdrawn_items.count",
        49,
        _REPORT.quote("行政執法、拆遷拆違等工作事項49項"),
        Text(zh="项", en="items withdrawn"),
    ),
    _figure(
        "self_inspection.cadence",
        Cycle.YEAR,
        Assumption(
            Text(zh="原文只说“年初以来”开展，按每年一次理解", en="the text says “since the beginning of the year”")
        ),
        Text(zh="周期", en="cycle"),
    ),
)


def _norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str, item: str, text: Text, quote: str, scope: Selector, payload: Payload, modality: Modality = Modality.MUST
) -> Norm:
    basis = _REPORT.quote(quote)
    return Norm(code=code, item=item, text=text, basis=basis, scope=scope, payload=payload, modality=modality)


_county = units.level == "county"
_granted = HERE.along(events.subject, "units").back(lists.owner, lists.kind == "power_list").back(entries.list)
_work_items = HERE.along(events.subject, "units").back(lists.owner, lists.kind == "work_item_list").back(entries.list)

_NORMS = (
    _norm(
        "JX402",
        "C-4.02",
        Text(zh="街道只行使权力清单上的权力", en="a subdistrict exercises powers of its power list only"),
        "統一建立街道責任清單和權力清單",
        each(events.kind == "power_exercised"),
        Related(Values(HERE, "agenda"), Relation.SUBSET, (Values(_granted, "id"),)),
    ),
    _norm(
        "JX405",
        "C-4.05",
        Text(
            zh="赋予街道征得同意权、参与权、建议权三项权力",
            en="the power list holds the three powers: consent, participation, suggestion",
        ),
        "建議權等“三項權力”",
        each(lists.kind == "power_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.EQUALS, "subdistrict.powers"),
    ),
    _norm(
        "JX409",
        "C-4.09",
        Text(
            zh="职能部门不得将工作职责随意下放到街道社区",
            en="departments hand no duty down to subdistricts and communities without admission",
        ),
        "不得將工作職責隨意下放到街道社區",
        each(events.kind == "duty_handed_down"),
        Admitted(organs="admission.organs", approvers="admission.approvers"),
    ),
    _norm(
        "JX411",
        "C-4.11",
        Text(
            zh="社区工作事项清单列明社区党组织主要职责",
            en="a list of community work items holds the main duties of the community Party organisation",
        ),
        "教育管理監督黨員和組織群眾、宣傳群眾",
        each(lists.kind == "work_item_list"),
        Related(Values(HERE.back(entries.list), "category"), Relation.CONTAINS, "community.duties"),
    ),
    _norm(
        "JX412",
        "C-4.12",
        Text(
            zh="小微企业和社会组织党组织均有上级党组织兜底管理",
            en="every Party organisation of a micro enterprise or social organisation is led by some organisation",
        ),
        "小微企業和社會組織黨組織的兜底管理",
        each(units.kind.is_in(("micro_enterprise", "social_organisation"))),
        Within(of=Count(HERE.back(ties.target, ties.kind == "leads")), at_least="catch_all.leaders"),
    ),
    _norm(
        "JX416",
        "C-4.16",
        Text(zh="清理工作事项49项", en="49 work items were withdrawn"),
        "行政執法、拆遷拆違等工作事項49項",
        each(units.level == "city"),
        Within(
            of=Count(HERE.down(_county).back(events.subject, events.kind == "work_item_withdrawn")),
            exactly="withdrawn_items.count",
        ),
        Modality.ENCOURAGED,
    ),
    _norm(
        "JX418",
        "C-4.18",
        Text(
            zh="各县（市）区每年开展准入事项自查自纠",
            en="each county-level unit inspects its admitted items once a year",
        ),
        "廣泛開展社區事務準入事項自查自糾",
        each(_county),
        Cadence(of=HERE.back(events.subject, events.kind == "self_inspection"), per="self_inspection.cadence"),
    ),
    _norm(
        "JX438",
        "C-4.18",
        Text(
            zh="自查发现的问题事项不再列入清单",
            en="what a self-inspection flagged no longer stands on the list",
        ),
        "廣泛開展社區事務準入事項自查自糾",
        each(events.kind == "self_inspection"),
        Related(
            Values(HERE, "agenda"),
            Relation.DISJOINT,
            (Values(_work_items, "id"),),
        ),
    ),
    _norm(
        "JX423",
        "C-4.03",
        Text(zh="街道责任清单各项写明所属职能", en="every item of a responsibility list says which function it serves"),
        "社區發展、公共服務、安全穩定“6項職能”",
        each(lists.kind == "responsibility_list"),
        Stated(HERE.back(entries.list), ("function",)),
    ),
    _norm(
        "JX424",
        "C-4.24",
        Text(
            zh="部门在辖区的行动只经由已赋予街道的权力协调",
            en="departments' actions are co-ordinated through powers granted to the subdistrict",
        ),
        "進一步增強了街道黨組織的統籌協調功能",
        each(events.kind == "department_action"),
        Related(Values(HERE, "agenda"), Relation.SUBSET, (Values(_granted, "id"),)),
        Modality.ENCOURAGED,
    ),
)

JIXI_DUTIES: Final[tuple[Parameter | Norm, ...]] = (*_PARAMETERS, *_NORMS)
