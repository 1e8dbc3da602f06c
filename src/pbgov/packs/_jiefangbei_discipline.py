"""Jiefangbei 解放碑, discipline: what was done in the year, on which ground, and what becomes of an expelled member.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    A sanction is an event of a branch that refers to the member, with what it was on its agenda. How the community
    worker was “handled seriously” 严肃处理, the text does not say: ``unspecified``, and a record that says more says
    what it cannot know. That a sanction rests on a case, and that an expelled member is registered nowhere, is read
    from what they are. “Respectively” 分别 is read in the order listed: one expelled, one warned.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import events, holdings, posts, ties, units
from pbgov.packs._jiefangbei_base import BRANCHES, IN_ORGANISATION, ITSELF, REPORT
from pbgov.packs._making import assumed, figure, norm
from pbgov.rules import HERE, Count, Operand, Preceded, Related, Relation, Values, Within, each

_HANDLING = REPORT.quote("开展批评和自我批评、约谈函询和违纪违法党员处理")
_TWO = REPORT.quote("分别开除党籍和党内警告处分")
_WORKER = REPORT.quote("对1名党员社区工作者违纪违规行为严肃处理")
_REVOKED = REPORT.quote("取消1名超期不申请转正预备党员资格")
_EXTENDED = REPORT.quote("延期1名预备党员转正时间")
_CASES = Text(zh="起", en="cases")
_sanctions = events.kind == "sanction"
_of_workers = (
    ITSELF.down(units.level == "community")
    .back(posts.unit, posts.kind == "community_worker")
    .back(holdings.post)
    .along(holdings.person, "people")
    .back(events.refers, _sanctions)
)


def _in_year(where: Operand, name: str) -> Within:
    """Ask for so many events of the year."""
    return Within(of=Count(each(where)), exactly=name)


FIGURES: Final = (
    figure("discipline.expulsions", 1, _TWO, _CASES),
    figure("discipline.warnings", 1, _TWO, _CASES),
    figure("discipline.workers", 1, _WORKER, _CASES),
    figure(
        "discipline.worker_measures",
        ("unspecified",),
        assumed("原文只写“严肃处理”，未写明种类", "the text says “handled seriously” and gives no kind"),
    ),
    figure(
        "discipline.registrations",
        0,
        assumed("开除党籍即不再是党员", "who is expelled is no member any more"),
        Text(zh="处", en="places"),
    ),
    figure("probation.revoked", 1, _REVOKED, _CASES),
    figure("probation.extended", 1, _EXTENDED, _CASES),
)

NORMS: Final = (
    norm(
        "JF613",
        "C-6.13",
        Text(zh="全年延期转正1名", en="one probation is extended in the year"),
        _EXTENDED,
        ITSELF,
        _in_year(events.kind == "probation_extended", "probation.extended"),
    ),
    norm(
        "JF614",
        "C-6.14",
        Text(
            zh="全年取消超期不申请转正的预备党员1名",
            en="one probation is revoked in the year for want of an application",
        ),
        _REVOKED,
        ITSELF,
        _in_year(events.kind == "probation_revoked", "probation.revoked"),
    ),
    norm(
        "JF616",
        "C-6.16",
        Text(zh="处分以立案为前提", en="a sanction rests on a case"),
        _HANDLING,
        BRANCHES,
        Preceded(
            of=HERE.back(events.subject, _sanctions),
            by=HERE.back(events.subject, events.kind == "case_opened"),
            referring=True,
        ),
    ),
    norm(
        "JF6171",
        "C-6.17",
        Text(zh="全年开除党籍1名", en="one member is expelled in the year"),
        _TWO,
        ITSELF,
        _in_year(_sanctions & events.agenda.has("expulsion"), "discipline.expulsions"),
    ),
    norm(
        "JF6172",
        "C-6.17",
        Text(zh="全年党内警告1名", en="one member is warned in the year"),
        _TWO,
        ITSELF,
        _in_year(_sanctions & events.agenda.has("warning"), "discipline.warnings"),
    ),
    norm(
        "JF6173",
        "C-6.17",
        Text(zh="被开除者不再属于任何党组织", en="who is expelled belongs to no Party organisation"),
        _TWO,
        each(_sanctions & events.agenda.has("expulsion")).along(events.refers, "people"),
        Within(of=Count(HERE.back(ties.source, ties.kind.is_in(IN_ORGANISATION))), exactly="discipline.registrations"),
    ),
    norm(
        "JF6181",
        "C-6.18",
        Text(zh="全年处理党员社区工作者1名", en="one community worker is handled in the year"),
        _WORKER,
        ITSELF,
        Within(of=Count(_of_workers), exactly="discipline.workers"),
    ),
    norm(
        "JF6182",
        "C-6.18",
        Text(
            zh="对社区工作者的处理未写明种类，不得另加", en="how the community worker was handled is left unspecified"
        ),
        _WORKER,
        _of_workers,
        Related(Values(HERE, "agenda"), Relation.SUBSET, "discipline.worker_measures"),
    ),
)

JIEFANGBEI_DISCIPLINE: Final = (*FIGURES, *NORMS)
