"""The mechanisms of grassroots governance, by which places are laid side by side.

A mechanism gathers the catalogue items that serve one purpose, wherever they were read: the joint meetings of one city
and the three-party meetings of another are one mechanism. Every item of the catalogue belongs to exactly one.

References:
    The table of models in the profiles of the five reports, and what each of them names as distinctive.

Limitations:
    An item that serves several purposes stands under the one that its report puts first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from pbgov.base import Text, check_id


@attrs.frozen(kw_only=True)
class Mechanism:
    """One way in which places are governed, whatever each of them calls it.

    Attributes:
        code: What it is called in data, ``"joint_meetings"``.
        title: What a person calls it, in few words.
        items: The catalogue items that belong to it.
    """

    code: str = attrs.field(validator=check_id)
    title: Text
    items: tuple[str, ...]


def _each(spans: str) -> Iterator[str]:
    """Write out spans of items: ``"2.01-2.03 5.20"``."""
    for span in spans.split():
        first, _, last = span.partition("-")
        group, number = first.split(".")
        for one in range(int(number), int(last.partition(".")[2] or number) + 1):
            yield f"C-{group}.{one:02}"


def _mechanism(code: str, zh: str, en: str, spans: str) -> Mechanism:
    return Mechanism(code=code, title=Text(zh=zh, en=en), items=tuple(_each(spans)))


MECHANISMS: Final = (
    _mechanism("territory", "层级与区划", "levels and territory", "1.01-1.07 1.10-1.11 1.43-1.44 1.47-1.48"),
    _mechanism(
        "party_chain", "党组织链条", "chain of Party organisations", "1.12-1.14 1.17-1.21 1.33 1.35 1.40 3.09-3.10"
    ),
    _mechanism("responsibility", "分级责任", "tiers of responsibility", "1.15 1.41-1.42 8.23 8.39-8.41 8.46"),
    _mechanism("lines_and_blocks", "条块关系", "lines and blocks", "1.28-1.31 1.34 1.39 4.24"),
    _mechanism("joint_meetings", "党建联席会议", "joint meetings", "1.27 1.37-1.38 2.01-2.15 2.21 2.32-2.39 2.43-2.45"),
    _mechanism("enlarged_committees", "大工委、大党委", "enlarged committees", "1.36 2.23-2.30"),
    _mechanism("rotation", "轮职轮值", "rotation of chair and duty", "2.16-2.20 2.22 2.31 8.50"),
    _mechanism("grids", "网格", "grids", "3.01-3.08 3.11-3.12 3.18 3.30"),
    _mechanism("entrance_heads", "楼门长", "building-entrance heads", "3.13-3.16"),
    _mechanism("community_workers", "社区工作者职业体系", "careers of community workers", "3.19-3.24 6.46"),
    _mechanism("closed_management", "下沉与封闭管理", "deployment, closed management", "3.25-3.29"),
    _mechanism("duty_lists", "权责清单与准入", "duty lists and admission", "1.16 4.01-4.18"),
    _mechanism("task_lists", "任务清单与方案", "task lists and plans", "4.19-4.23"),
    _mechanism("funds", "经费保障", "funds", "5.01-5.02 5.22"),
    _mechanism("venues", "阵地与服务场所", "venues and service centres", "5.03-5.04 5.07-5.12 5.14-5.17 5.21"),
    _mechanism("service_matrix", "党群服务矩阵", "matrix of service centres", "10.01-10.03 10.08"),
    _mechanism("zones", "片区", "zones", "10.04-10.05"),
    _mechanism("agreements", "共建协议", "joint-building agreements", "2.40 5.20 7.01-7.05 7.12-7.13 7.15"),
    _mechanism("contracting", "单位包保网格", "units contracted to grids", "7.06-7.08 7.17"),
    _mechanism("documents", "制度文件与试点", "policy documents and pilots", "1.46 7.09-7.11 7.16 8.24 8.54"),
    _mechanism("linkage", "多方联动", "linkage of several parties", "1.26 4.25 10.15-10.19 10.27"),
    _mechanism("platforms", "网络与平台", "networks and platforms", "10.09-10.13 10.20-10.22"),
    _mechanism(
        "self_governance",
        "居民自治",
        "residents' self-governance",
        "1.22-1.23 1.45 2.41-2.42 3.17 8.16-8.17 10.26 10.33",
    ),
    _mechanism(
        "property", "物业与业委会", "property and owners' committees", "1.08-1.09 1.24-1.25 6.43-6.45 7.14 9.17-9.18"
    ),
    _mechanism("members", "党员管理", "members on record", "6.01-6.02 6.08-6.10 6.12-6.14 6.19 6.32 6.37-6.38"),
    _mechanism("member_points", "积分", "points", "6.03-6.07 6.40-6.42 8.55"),
    _mechanism("discipline", "监督执纪", "oversight and discipline", "6.15-6.18"),
    _mechanism("party_life", "组织生活", "organisational life", "6.11 8.25-8.27 8.31-8.32"),
    _mechanism("dual_reporting", "双报到", "dual reporting", "6.20-6.25 6.47"),
    _mechanism("secretaries", "书记选任", "choice of secretaries", "5.06 6.26-6.28"),
    _mechanism("training", "教育培训", "training", "6.29-6.31 6.48 8.28-8.30"),
    _mechanism("archives", "档案", "archives", "5.05 8.33-8.38"),
    _mechanism("case_handling", "诉求办理", "handling of cases", "8.01-8.08 8.15"),
    _mechanism("suggestions", "意见征集与协商", "suggestions and consultation", "6.36 8.09-8.11 8.14 10.31"),
    _mechanism("micro_governance", "微治理", "micro-governance", "8.12-8.13 8.21"),
    _mechanism("secretary_projects", "书记领办项目", "secretary projects", "8.18-8.20"),
    _mechanism("campaigns", "专项行动", "campaigns", "8.22 8.47-8.48 8.51"),
    _mechanism("appraisal", "督查考评", "inspection and appraisal", "5.18 8.42-8.45 8.49 8.53"),
    _mechanism("services", "为民服务与双购", "services and dual purchase", "6.39 8.52 10.23-10.25 10.28"),
    _mechanism("new_sectors", "新兴领域党建", "new sectors", "1.32 6.33 9.01-9.16 9.20-9.25"),
    _mechanism(
        "brands",
        "特色示范与品牌",
        "features, exemplars, brands",
        "5.13 5.19 6.34-6.35 9.19 10.06-10.07 10.14 10.29-10.30 10.32 10.34",
    ),
)
"""Every mechanism, in the order in which a comparison shows them."""
