"""Dual service and dual reporting 双服务双报到 of Nanqiao: who reports, by which policy, and whom they are linked to.

References:
    Report on urban community Party building of Nanqiao District 南谯, Chuzhou, undated (2021 or later).

Checked with:
    Practice elsewhere, where a member in service reports to the community of residence. That policy, and reporting at
    the seat of the unit, are codes of ``dual_report.policy`` as well: ``residence``, ``seat`` and ``contracted``.

Limitations:
    How many residents “several” 若干 are is not told; one at least is assumed. What the two services are is not told.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import ties, units
from pbgov.packs._making import assumed, figure, norm
from pbgov.packs._nanqiao_report import REPORT, stating
from pbgov.rules import HERE, Count, Distinct, Related, Relation, Values, Within, each

_DUAL = REPORT.quote("“雙服務雙報到”")
_NUMBER = REPORT.quote("1100多名在職黨員到包保社區報到")
_POLICY = REPORT.quote("到包保社區報到")
_LINKED = REPORT.quote("每名黨員聯系若干居民")
_IN_SERVICE = REPORT.quote("1100多名在職黨員")

DESTINATIONS: Final = ("contracted",)
"""By which policy members report in Nanqiao; elsewhere it is ``seat`` or ``residence``."""

_reports = each(ties.kind == "reports_to")
_members = _reports.along(ties.source, "people")

FIGURES: Final = (
    figure("dual_report.policy", DESTINATIONS, _POLICY),
    figure("dual_report.members", 1101, _NUMBER, Text(zh="名党员", en="members")),
    figure(
        "dual_report.per_member",
        1,
        assumed("每名在职党员至少到一处报到", "every member in service reports somewhere"),
        Text(zh="处", en="places"),
    ),
    figure("dual_report.categories", ("in_service_member",), _IN_SERVICE),
    figure(
        "member_link.min",
        1,
        assumed("“若干”按至少一户理解", "“several” is read as one at least"),
        Text(zh="户", en="households"),
    ),
)

NORMS: Final = (
    norm(
        "NQ6221",
        "C-6.22",
        Text(
            zh="包保单位的在职党员都报到",
            en="every member in service at a contracting unit reports to a community",
        ),
        _DUAL,
        each(ties.kind == "contracting_unit")
        .along(ties.source, "units")
        .back(ties.target, ties.kind == "works_at")
        .along(ties.source, "people"),
        Within(of=Count(HERE.back(ties.source, ties.kind == "reports_to")), at_least="dual_report.per_member"),
    ),
    norm(
        "NQ6222",
        "C-6.22",
        Text(zh="全区报到的在职党员多于1100名", en="more than 1,100 members in service report in the district"),
        _NUMBER,
        stating("reported_members"),
        Within(
            of=Distinct(HERE.down(units.level == "community").back(ties.target, ties.kind == "reports_to"), "source"),
            at_least="dual_report.members",
        ),
        Modality.ENCOURAGED,
    ),
    norm(
        "NQ624",
        "C-6.24",
        Text(
            zh="报到去向按规定的方式确定：包保社区",
            en="a member reports by the policy laid down: where the unit is contracted",
        ),
        _POLICY,
        _reports,
        Related(Values(HERE, "route"), Relation.SUBSET, "dual_report.policy"),
    ),
    norm(
        "NQ625",
        "C-6.25",
        Text(
            zh="每名报到党员至少联系一户居民",
            en="every member who reports is linked to one household of residents at least",
        ),
        _LINKED,
        _members,
        Within(of=Count(HERE.back(ties.source, ties.kind == "linked_to")), at_least="member_link.min"),
    ),
    norm(
        "NQ637",
        "C-6.37",
        Text(
            zh="报到的是在职党员，退休党员不计入",
            en="those who report are members in service; retired ones are not counted",
        ),
        _IN_SERVICE,
        _members,
        Related(Values(HERE, "category"), Relation.SUBSET, "dual_report.categories"),
    ),
)

NANQIAO_REPORTING: Final = (*FIGURES, *NORMS)
