"""Party life 组织生活: the three meetings and one lecture 三会一课, theme Party day, organisational life, appraisal.

References:
    中国共产党支部工作条例（试行） (Regulation on the Work of Party Branches, for trial implementation), 中共中央, 2018,
    chapters on meetings and on organisational life.

Limitations:
    A figure checked against the text of the regulation quotes it; one that was read in secondary texts alone is
    attributed. The regulation gives no number for lectures in every branch; many local rules ask for one
    a quarter, which is therefore left to the user. The monthly committee meeting is asked of branches with a
    committee, and the group meeting of groups, so neither is asked of a small branch that has none. Whether more than
    half of a committee attended is not judged.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Attributed, Band, Basis, Cycle, Modality, Reference, Required, Text
from pbgov.packs._columns import bodies, events
from pbgov.packs._national import NATIONAL
from pbgov.rules import HERE, Cadence, Dated, Figure, Norm, Overlay, Parameter, each

_REGULATION = Reference(title="中国共产党支部工作条例（试行）", issuer="中共中央", date="2018")
_CYCLE = Text(zh="周期", en="cycle")


def _secondary(article: str) -> Attributed:
    """Say that a figure was read in secondary texts alone."""
    return _REGULATION.attributed("secondary", article)


def _cycle(name: str, value: Figure | None, basis: Basis, unit: Text = _CYCLE) -> Parameter:
    return Parameter(id=name, unit=unit, values=(Dated(value=value, basis=basis),))


def _norm(code: str, text: Text, basis: Basis, body: str, payload: Cadence) -> Norm:
    """Make a norm that binds in principle; the item is that of the national base."""
    return Norm(
        code=code,
        item=f"N-{code[3]}.{code[4:]}",
        modality=Modality.IN_PRINCIPLE,
        text=text,
        basis=basis,
        scope=each(bodies.kind == body),
        payload=payload,
    )


def _held(kind: str, per: Parameter, months: str = "") -> Cadence:
    return Cadence(of=HERE.back(events.subject, events.kind == kind), per=per.id, months=months)


_COMMITTEE = _REGULATION.quote("党支部委员会会议一般每月召开1次", "第十二条")
_GROUP = _REGULATION.quote("党小组会一般每月召开1次", "第十三条")
_THEME_DAY = _REGULATION.quote("党支部每月相对固定1天开展主题党日", "第十六条")
_NOT_FIXED = Required(
    Text(zh="条例没有为所有支部规定党课次数", en="the regulation fixes no number of lectures for every branch")
)

MEMBERS_MEETING = _cycle("members_meeting.cadence", Cycle.QUARTER, _secondary("第十一条"))
COMMITTEE_MEETING = _cycle("branch_committee_meeting.cadence", Cycle.MONTH, _COMMITTEE)
GROUP_MEETING = _cycle("group_meeting.cadence", Cycle.MONTH, _GROUP)
LECTURE = _cycle("lecture.cadence", None, _NOT_FIXED)
THEME_DAY = _cycle("theme_party_day.cadence", Cycle.MONTH, _THEME_DAY)
LIFE_MEETING = _cycle("organisational_life_meeting.cadence", Cycle.YEAR, _secondary("第十七条"))
LIFE_MONTHS = _cycle(
    "organisational_life_meeting.months", Band(10, 12), _secondary("第十七条"), Text(zh="月份", en="months of the year")
)
APPRAISAL = _cycle("democratic_appraisal.cadence", Cycle.YEAR, _secondary("第十八条"))
TALK = _cycle("heart_to_heart_talk.cadence", Cycle.YEAR, _secondary("第十九条"))

_PARAMETERS = (
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    THEME_DAY,
    LIFE_MEETING,
    LIFE_MONTHS,
    APPRAISAL,
    TALK,
)
_NORMS = (
    _norm(
        "PBN301",
        Text(
            zh="支部党员大会一般每季度召开一次", en="a branch's meeting of all members is generally held each quarter"
        ),
        _secondary("第十一条"),
        "party_branch",
        _held("members_meeting", MEMBERS_MEETING),
    ),
    _norm(
        "PBN302",
        Text(zh="支部委员会会议一般每月召开一次", en="a branch committee generally meets each month"),
        _COMMITTEE,
        "branch_committee",
        _held("regular_meeting", COMMITTEE_MEETING),
    ),
    _norm(
        "PBN303",
        Text(zh="党小组会一般每月召开一次", en="a Party group generally meets each month"),
        _GROUP,
        "party_group",
        _held("regular_meeting", GROUP_MEETING),
    ),
    _norm(
        "PBN304",
        Text(zh="支部按期上党课", en="a branch holds a Party lecture in each period"),
        _NOT_FIXED,
        "party_branch",
        _held("lecture", LECTURE),
    ),
    _norm(
        "PBN305",
        Text(zh="支部每月相对固定一天开展主题党日", en="a branch keeps a theme Party day each month"),
        _THEME_DAY,
        "party_branch",
        _held("theme_party_day", THEME_DAY),
    ),
    _norm(
        "PBN306",
        Text(
            zh="组织生活会每年至少召开一次，一般在规定月份",
            en="an organisational-life meeting is held each year, generally in the months given",
        ),
        _secondary("第十七条"),
        "party_branch",
        _held("organisational_life_meeting", LIFE_MEETING, LIFE_MONTHS.id),
    ),
    _norm(
        "PBN307",
        Text(zh="民主评议党员一般每年开展一次", en="members are appraised democratically, generally each year"),
        _secondary("第十八条"),
        "party_branch",
        _held("democratic_appraisal", APPRAISAL),
    ),
    _norm(
        "PBN308",
        Text(zh="谈心谈话每年不少于一次", en="heart-to-heart talks are held each year"),
        _secondary("第十九条"),
        "party_branch",
        _held("heart_to_heart_talk", TALK),
    ),
)

PARTY_LIFE: Final = NATIONAL.extend(
    Overlay(
        id="party_life",
        title=Text(zh="组织生活规则", en="pack of Party life"),
        basis=_COMMITTEE,
        add=(*_PARAMETERS, *_NORMS),
    )
)
"""The national base together with Party life: what a city extends that asks for 三会一课."""
