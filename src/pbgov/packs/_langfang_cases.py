"""Langfang 廊坊, requests of residents: how they are handled and appraised; democracy in a community; processes.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Limitations:
    How soon a case is to be accepted 接诉即办 the text does not say: ``case.accept_days`` is wanted. The steps of a
    case, a pledge, the way to an organisation in a property enterprise and that of an owners' committee are those of
    the pack of processes. The four ways of democracy each want a rule, in whichever document; a community of which no
    rule is on record is not judged.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import bodies, documents
from pbgov.packs._making import figure, norm
from pbgov.packs._processes import PROCESSES
from pbgov.rules import HERE, Related, Relation, Values, each

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_MECHANISMS = _REPORT.quote("实行首接负责、接诉即办、流转交办、部门联动等工作机制")
_APPRAISAL = _REPORT.quote("健全结果反馈、定期调度、办理排名等考评机制")
_DEMOCRACY = _REPORT.quote("民主协商、民主决策、民主管理和民主监督制度机制")

_arrangements = each(bodies.kind == "case_handling")

FIGURES: Final = (
    figure(
        "case.mechanisms", ("first_contact", "immediate_handling", "joint_handling", "transfer_handling"), _MECHANISMS
    ),
    figure("case.appraisal", ("case_ranking", "dispatch_meeting", "result_feedback"), _APPRAISAL),
    figure(
        "democracy.mechanisms",
        (
            "democratic_consultation",
            "democratic_decision",
            "democratic_management",
            "democratic_supervision",
        ),
        _DEMOCRACY,
    ),
)

NORMS: Final = (
    norm(
        "LF801",
        "C-8.01",
        Text(
            zh="诉求办理实行首接负责、接诉即办、流转交办、部门联动",
            en="cases are handled by first contact, at once, by transfer, and by departments jointly",
        ),
        _MECHANISMS,
        _arrangements,
        Related(Values(HERE, "functions"), Relation.CONTAINS, "case.mechanisms"),
    ),
    norm(
        "LF808",
        "C-8.08",
        Text(
            zh="诉求办理的考评有结果反馈、定期调度、办理排名",
            en="the handling of cases is appraised by feedback, by dispatch and by ranking",
        ),
        _APPRAISAL,
        _arrangements,
        Related(Values(HERE, "functions"), Relation.CONTAINS, "case.appraisal"),
    ),
    norm(
        "LF817",
        "C-8.17",
        Text(
            zh="社区的制度涵盖民主协商、决策、管理、监督",
            en="a community that has rules has some for democratic consultation, decision, management and supervision",
        ),
        _DEMOCRACY,
        each(documents.kind == "community_rule").along(documents.parties, "units"),
        Related(
            Values(HERE.back(documents.parties, documents.kind == "community_rule"), "sections"),
            Relation.CONTAINS,
            "democracy.mechanisms",
        ),
        Modality.ENCOURAGED,
    ),
)

LANGFANG_CASES: Final = (*FIGURES, *NORMS, *PROCESSES.pick("PC621", "PC643", "PC801", "PC917"))
