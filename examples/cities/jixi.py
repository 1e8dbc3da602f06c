"""Jixi 鸡西 as a report of 2018 has it: built through the boundary, filled up to what the report counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

import pbgov
from cities import jixi_documents as documents
from cities.city import City, changed, without
from cities.jixi_grids import plan
from cities.jixi_targets import TARGETS
from cities.jixi_world import ON, PACK, YEAR, groups, reported_place
from pbgov.base import Text
from pbgov.model import Approval, DutyRequest, Edit
from pbgov.org import Post, Tie
from pbgov.packs import INSTITUTIONS
from pbgov.rules import DutyItem, Rota, RulePack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cities.city import Document
    from pbgov.model import Jurisdiction
    from pbgov.rules import Decision

HEADING: Final = Text(zh="鸡西模型（据2018年报道）", en="Model of Jixi, as reported in 2018")


def document() -> Document:
    """Give the whole reported world as plain data."""
    return pbgov.to_document(reported_place())


def decide(place: Jurisdiction) -> list[tuple[Text, Decision]]:
    """Decide eight requests, one for each way a request can go."""
    county = place.org.chain(documents.DONGFENG)[2]
    committee = Approval(organ="party_committee", unit=county, on=date(2018, 3, 1))
    government = Approval(organ="government", unit=county, on=date(2018, 3, 1))
    complete = DutyRequest(
        id="complete",
        duty="elderly_care_visits",
        target=documents.DONGFENG,
        start=date(2018, 4, 1),
        approvals=(committee, government),
        staff_needed=2,
        staff_moved=2,
        yuan_needed=12_000,
        yuan_moved=12_000,
        power_needed=0,
    )
    requests = [
        (Text(zh="已取消的职能", en="removed duty"), _but(complete, duty="investment_attraction", target="dongxing")),
        (Text(zh="清单内事项", en="on the list"), _but(complete, duty="serve", approvals=(), staff_needed=None)),
        (Text(zh="清单外，未审批", en="off the list, no approval"), _but(complete, approvals=())),
        (Text(zh="只有一方批准", en="one approval of two"), _but(complete, approvals=(committee,))),
        (Text(zh="人员未随转", en="approved, without staff"), _but(complete, staff_moved=0)),
        (Text(zh="经费未随转", en="approved, without money"), _but(complete, yuan_moved=0)),
        (Text(zh="手续齐全", en="complete"), complete),
        (Text(zh="未报所需人员", en="a fact is missing"), _but(complete, staff_needed=None)),
    ]
    return [(label, pbgov.admit(request, place=place, pack=PACK, on=ON)) for label, request in requests]


def _but(request: DutyRequest, **changes: Any) -> DutyRequest:  # noqa: ANN401 - fields of a request
    return attrs.evolve(request, **changes)


def nominate(place: Jurisdiction) -> list[tuple[Text, Decision]]:
    """Decide who may take the chair for the first group of Dongfeng: by its members, and by others too."""
    (joint,) = (one.value for one in INSTITUTIONS["jixi"] if one.code == "joint_nomination")
    if not isinstance(joint, RulePack):
        raise TypeError(joint)
    one, other = ({*place.org.members(group)} for group in groups(place)[:2])
    signed = [
        (Text(zh="本组成员联名推荐主席", en="a chair nominated by the group"), one),
        (Text(zh="另一组成员也联名", en="a chair nominated by others too"), one | other),
    ]
    return [
        (
            label,
            joint.at(ON).decide(
                {
                    "nominee_in_group": True,
                    "nominators": len(signers & one),
                    "outside_nominators": len(signers - one),
                    "group_size": len(one),
                }
            ),
        )
        for label, signers in signed
    ]


def rota(place: Jurisdiction) -> Rota:
    """Give whose turn it is in the chair of Dongfeng's meeting."""
    return Rota(groups=groups(place), start=YEAR, months=2)


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """Damage a copy in five named ways: the finding each should bring, and what was done."""
    head = attrs.evolve(place.posts["organisation-head"], id="second-head")
    convener = Tie(id="second-convener", kind="convener", source=head.id, target=documents.CITY_MEETING)
    back = DutyItem(
        id="duty-nanshan-extra", list="duties-nanshan", category="investment_attraction", function="public_service"
    )
    parts = tuple(part for part in place.documents["plan-mashan"].sections if part != "measures")
    return {
        ("JX204", documents.CITY_MEETING): (
            Text(zh="第二名召集人", en="a second convener"),
            (_new("posts", head), _new("ties", convener)),
        ),
        ("JX206", "department-finance"): (
            Text(zh="成员单位缺联络人员", en="a member without liaison officer"),
            without(place, "posts", "liaison-department-finance"),
        ),
        ("JX207", documents.CITY_MEETING): (
            Text(zh="六月会议只是专题会议", en="the June meeting was only a special one"),
            changed(place, "events", documents.JUNE_PLENARY, kind="special_meeting"),
        ),
        ("JX404", "duties-nanshan"): (
            Text(zh="招商引资重回清单", en="investment attraction back on a list"),
            (_new("entries", back),),
        ),
        ("JX422", "mashan"): (
            Text(zh="实施方案缺推进措施", en="a plan without measures"),
            changed(place, "documents", "plan-mashan", sections=parts),
        ),
    }


def _new(table: str, row: Post | Tie | DutyItem) -> Edit:
    return Edit(table, row.id, None, row)


CITY: Final = City(
    id="jixi",
    heading=HEADING,
    pack=PACK,
    document=document,
    on=ON,
    since=YEAR,
    targets=TARGETS,
    warnings=frozenset({"PBN501"}),  # 69 communities are few for 1.129 million
    # what the report says should be, and of which it says no more
    unknown=frozenset(
        {
            "JX129",
            "JX203",
            "JX214",
            "JX221",
            "JX222",
            "JX402",
            "JX407",
            "JX409",
            "JX424",
            "JX713",
            "JX823",
            "JX10144",
            "LF302",
            "LF305",
            "PBN906",
            "PC1025",
            "PC408",
            "PC413",
            "PC418",
            "PC852",
        }
    ),
    kept={
        "C-1.01": "/units/province-organisation",
        "C-1.02": "/units/jixi",
        "C-1.03": "/units/mishan",
        "C-1.04": "/units/dongxing",
        "C-1.06": "/units/dongfeng",
        "C-1.15": "/bodies/standing-committee",
        "C-1.16": "/bodies/committee-didao",
        "C-1.38": "JX206",
        "C-1.44": "/documents/territory",
        "C-1.47": "/units/baiyun",
        "C-1.48": "/documents/context",
        "C-2.02": "/bodies/city-meeting",
        "C-2.20": "JX231",
        "C-8.24": "/events/field-research",
        "C-8.54": "/events/experience",
        "C-10.32": "/events/practice-01",
        "C-10.34": "/documents/brand-yangguang",
    },
    decide=lambda place: [*decide(place), *nominate(place)],
    plan=plan,
    rota=rota,
    faults=faults,
)
