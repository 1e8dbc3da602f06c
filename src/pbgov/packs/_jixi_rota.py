"""The rotating chair 轮职 of Jixi: turns, length of terms, shared purposes, and what the chair is not.

References:
    鸡西市城市基层党建“四级联动”体系建设, as in the pack of Jixi.

Limitations:
    The text gives neither a tolerance for the length of a term nor days for a handover: both are 0 by assumption. Nor
    does it say how far ahead terms are announced: the next one, by assumption; nor that each purpose is served in every
    cycle, which is therefore encouraged and not asked. That a rotating chair is no secretary is not stated there and is
    an assumption.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Assumption, Basis, Derived, Modality, Reference, Text
from pbgov.model import columns
from pbgov.packs._columns import bodies, events, posts, ties
from pbgov.packs._shared_organs import chair_is_not_the_secretary
from pbgov.rules import HERE, Covered, Dated, Lasts, Norm, Parameter, Payload, Related, Relation, Rotates, Values, each

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")
_DAYS = Text(zh="天", en="days")
_NONE_GIVEN = Assumption(Text(zh="原文未写明，取0天", en="the text gives none; 0 days"))
_holdings = columns("holdings")

PURPOSES: Final = ("discuss_development", "build_party", "foster_culture", "serve_residents", "build_home")

_rotating = each(bodies.kind == "rotation_group").along(bodies.host, "bodies")
_terms = Values(HERE.back(ties.target, ties.kind == "rotating_chair"), "source")
_groups = Values(HERE.back(bodies.host, bodies.kind == "rotation_group"), "id")


def _norm(  # noqa: PLR0917 - the columns of a table of norms
    code: str, item: str, text: Text, basis: Basis, payload: Payload, modality: Modality = Modality.MUST
) -> Norm:
    return Norm(code=code, item=item, modality=modality, text=text, basis=basis, scope=_rotating, payload=payload)


PARAMETERS: Final = (
    Parameter(id="rotation.handover_gap", unit=_DAYS, values=(Dated(value=0, basis=_NONE_GIVEN),)),
    Parameter(
        id="rotation.announced",
        unit=Text(zh="任", en="terms"),
        values=(
            Dated(
                value=1,
                basis=Assumption(Text(zh="原文未写明，取下一任", en="the text gives none; the next term")),
            ),
        ),
    ),
    Parameter(
        id="rotation.cycle_months",
        unit=Text(zh="个月", en="months"),
        values=(
            Dated(
                value=12,
                basis=Derived(
                    from_=("rotation.groups", "rotation.term_months"),
                    how=Text(zh="6个小组各任两个月为一轮", en="six groups of two months each make a cycle"),
                ),
            ),
        ),
    ),
    Parameter(id="rotation.tolerance_days", unit=_DAYS, values=(Dated(value=0, basis=_NONE_GIVEN),)),
    Parameter(
        id="rotation.purposes",
        unit=Text(zh="项", en="codes"),
        values=(
            Dated(
                value=PURPOSES,
                basis=_REPORT.quote("共商區域發展、共抓基層黨建、共育先進文化、共同服務群眾、共建美好家園"),
            ),
        ),
    ),
)

NORMS: Final = (
    _norm(
        "JX216",
        "C-2.16",
        Text(zh="联席会议主席“轮职”", en="the groups take the chair in turn"),
        _REPORT.quote("在街道社區實行聯席會議主席“輪職”"),
        Rotates(terms=_terms, among=_groups, handover_gap="rotation.handover_gap", announced="rotation.announced"),
    ),
    _norm(
        "JX219",
        "C-2.19",
        Text(zh="“轮职”主席每人任期两个月", en="a rotating chair serves for two months"),
        _REPORT.quote("每人任期兩個月"),
        Lasts(terms=_terms, months="rotation.term_months", tolerance_days="rotation.tolerance_days"),
    ),
    _norm(
        "JX221",
        "C-2.21",
        Text(zh="共建活动归于五项共同目的", en="joint activities serve the five shared purposes"),
        _REPORT.quote("共商區域發展、共抓基層黨建"),
        Related(
            Values(HERE.back(events.subject, events.kind == "joint_activity"), "agenda"),
            Relation.SUBSET,
            "rotation.purposes",
        ),
    ),
    _norm(
        "JX231",
        "C-2.21",
        Text(
            zh="一轮之内五项共同目的均有共建活动",
            en="the joint activities of one cycle of chairs serve all five shared purposes between them",
        ),
        _REPORT.quote("共商區域發展、共抓基層黨建"),
        Covered(
            of=Values(HERE.back(events.subject, events.kind == "joint_activity"), "agenda"),
            codes="rotation.purposes",
            per="rotation.cycle_months",
            turns=_terms,
        ),
        Modality.ENCOURAGED,
    ),
    chair_is_not_the_secretary(
        "JX222",
        Assumption(
            Text(
                zh="原文未写明：主席主持联席会议，领导权仍属党组织书记",
                en="not stated: the chair presides, and the secretary goes on to lead",
            )
        ),
        _rotating,
        Values(HERE.back(ties.target, ties.kind == "presides"), "source"),
        HERE.along(bodies.host, "units").back(posts.unit, posts.kind == "secretary").back(_holdings.post),
    ),
)

ROTATION: Final = (*PARAMETERS, *NORMS)
