"""Jiefangbei 解放碑, points: who issues them, how high they go, and a standard of three parts for each category.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The text gives the hundred points and the three parts, and not how much each part weighs; see the schemes among
    the institutions. Points stand in the ledger: what a branch gives is what the member receives. The standards stand
    on a list, with one entry for each category.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, Text
from pbgov.packs._columns import bodies, documents, entries, ledger, lists
from pbgov.packs._jiefangbei_base import REPORT
from pbgov.packs._making import figure, norm
from pbgov.rules import HERE, Count, Related, Relation, Sum, Values, Within, each

_STANDARDS = REPORT.quote("5个类别,分别设置考核标准")
_BRANCH = REPORT.quote("以支部为单位,将党员划分为")
_HUNDRED = REPORT.quote("对党员发挥作用情况以百分制进行量化")
_PARTS = REPORT.quote("由基础积分、日常积分和民主评议积分3部分组成")
_CODES = Text(zh="项", en="codes")

PARTS: Final = ("base_points", "daily_points", "review_points")

FIGURES: Final = (
    figure("points.scale", Band(0, 100), _HUNDRED, Text(zh="分", en="points")),
    figure("points.parts", PARTS, _PARTS, _CODES),
    figure("points.standards", 5, _STANDARDS, Text(zh="项标准", en="standards")),
)

_standards = each(lists.kind == "points_standard")

NORMS: Final = (
    norm(
        "JF6041",
        "C-6.04",
        Text(zh="每个党员类别都有考核标准", en="every category of members has a standard"),
        _STANDARDS,
        _standards,
        Related(Values(HERE.back(entries.list), "category"), Relation.EQUALS, "member.categories"),
    ),
    norm(
        "JF6042",
        "C-6.04",
        Text(zh="每个党员类别只有一项考核标准", en="no category of members has a second standard"),
        _STANDARDS,
        _standards,
        Within(of=Count(HERE.back(entries.list)), exactly="points.standards"),
    ),
    norm(
        "JF605",
        "C-6.05",
        Text(zh="积分以支部为单位，由支部记给党员", en="points are kept by branch, which gives them to its members"),
        _BRANCH,
        each((ledger.resource == "member_points") & (ledger.amount < 0)),
        Related(Values(HERE, "account"), Relation.SUBSET, (Values(each(bodies.kind == "party_branch"), "id"),)),
    ),
    norm(
        "JF6061",
        "C-6.06",
        Text(zh="党员积分在百分以内", en="a member has between 0 and 100 points"),
        _HUNDRED,
        each(ledger.resource == "member_points").along(ledger.account, "people"),
        Within(of=Sum(HERE.back(ledger.account, ledger.resource == "member_points"), "amount"), band="points.scale"),
    ),
    norm(
        "JF6062",
        "C-6.06",
        Text(
            zh="积分办法由基础积分、日常积分、民主评议积分三部分组成",
            en="the scheme of points has three parts: base, daily, and democratic appraisal",
        ),
        _PARTS,
        each(documents.kind == "points_scheme"),
        Related(Values(HERE, "sections"), Relation.EQUALS, "points.parts"),
    ),
)

JIEFANGBEI_POINTS: Final = (*FIGURES, *NORMS)
