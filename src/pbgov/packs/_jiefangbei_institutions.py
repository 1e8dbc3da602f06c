"""What Jiefangbei has beside its norms: who may be what, five categories of members, their points, forms and stars.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018. 中国共产党章程 art. 30; 中国共产党纪律处分条例 art. 5.

Limitations:
    The text names the five categories and defines none of them; it does not say which counts where several do. It
    gives the hundred points and the three parts, and no weights: those of each category here are assumptions, and
    differ, since the standards are “set separately” 分别设置. It gives no bands of stars. Which sanction belongs to
    which of the four forms is the national rule's; expulsion counts as the third form, as long as no crime is at
    issue.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, FrozenMap, Reference, Text, term
from pbgov.packs._institution import Institution
from pbgov.packs._jiefangbei_base import REPORT
from pbgov.packs._jiefangbei_members import CATEGORIES
from pbgov.packs._jiefangbei_points import PARTS
from pbgov.packs._making import assumed, figure
from pbgov.packs._shared_decisions import permission
from pbgov.packs._steps import CONSTITUTION, asked
from pbgov.rules import (
    Category,
    Classification,
    FieldTerm,
    Grading,
    OpenUnit,
    ScorePart,
    ScoreScheme,
    Standards,
    param,
)

_DISCIPLINE = Reference(title="中国共产党纪律处分条例", issuer="中共中央", date="2018修订")
_SECRETARIES = REPORT.quote("推选党性观念强、群众威望高的党员担任")
_FIRST_THREE = REPORT.quote("将党员划分为在职党员、无职党员、非公党员")
_LAST_TWO = REPORT.quote("流动党员和老弱病残党员5个类别")
_STANDARDS = REPORT.quote("分别设置考核标准")
_PARTS = REPORT.quote("由基础积分、日常积分和民主评议积分3部分组成")
_BRANCH = REPORT.quote("以支部为单位,将党员划分为")
_FORMS = REPORT.quote("充分运用“四种形态”")
_STARS = REPORT.quote("结合星级社区考核")
_ALL = REPORT.quote("做到应建尽建")
_THREE = CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条")

_status, _criteria, _kind = asked("status", "code"), asked("criteria", "codes"), asked("kind", "code")
_full = asked("full_members", "int")
_own, _joint, _work = asked("own_branch", "bool"), asked("joint_branch", "bool"), asked("work_coverage", "bool")
_infirm, _mobile, _non_public, _in_service = (
    asked(name, "bool") for name in ("infirm", "mobile", "non_public", "in_service")
)
_BRANCH_OF_THREE = figure("branch.full_members", 3, _THREE, Text(zh="名正式党员", en="full members"))

GRID_SECRETARY: Final = permission(
    "jiefangbei",
    "grid_secretary",
    "JF311",
    "C-3.11",
    Text(zh="网格支部书记的推选", en="who may be secretary of a grid branch"),
    Text(
        zh="党性观念强、群众威望高的正式党员可任网格支部书记",
        en="a full member of strong Party spirit and high standing may be secretary of a grid branch",
    ),
    _SECRETARIES,
    (_status == "full_member") & _criteria.has("party_spirit") & _criteria.has("prestige"),
    (_status, _criteria),
)
BRANCH_OF_THREE: Final = permission(
    "jiefangbei",
    "branch",
    "JF602",
    "C-6.02",
    Text(zh="成立支部的条件", en="when a branch may be formed"),
    Text(zh="正式党员三人以上可成立支部，预备党员不计", en="three full members may form a branch; others do not count"),
    _THREE,
    _full >= param("branch.full_members"),
    (_full,),
    _BRANCH_OF_THREE,
)
ALL_ESTABLISHED: Final = permission(
    "jiefangbei",
    "all_established",
    "JF901",
    "C-9.01",
    Text(zh="应建尽建", en="whether everything is established that should be"),
    Text(
        zh="正式党员三人以上的单独建支部，不足三人的单独或联合，没有党员的有党的工作覆盖",
        en="three full members have their own branch, fewer their own or a joint one, none are reached by work",
    ),
    _ALL,
    ((_full >= param("branch.full_members")) & _own)
    | ((_full < param("branch.full_members")) & (_full >= 1) & (_own | _joint))
    | ((_full == 0) & _work),
    (_full, _own, _joint, _work),
    _BRANCH_OF_THREE,
)

_WHEN: Final[tuple[tuple[FieldTerm, str], ...]] = (
    (_infirm, "elderly_infirm_member"),
    (_mobile, "mobile_member"),
    (_non_public, "non_public_member"),
    (_in_service, "in_service_member"),
)
MEMBER_CATEGORIES: Final = Classification(
    id="member-categories",
    text=Text(zh="党员类别", en="category of a member"),
    fields=tuple(one.field for one, _ in _WHEN),
    categories=tuple(
        Category(code, when, _LAST_TWO if n < 2 else _FIRST_THREE)  # noqa: PLR2004 - the text names them in two halves
        for n, (when, code) in enumerate(_WHEN)
    ),
    default="no_post_member",
    basis=assumed("原文未说明类别重叠时以何为先", "the text does not say which category counts where several do"),
)

_WEIGHTS: Final = ((50, 30, 20), (40, 30, 30), (40, 35, 25), (30, 50, 20), (40, 40, 20))
"""What base, daily and review points weigh at most for each category, by assumption."""


def _scheme(category: str, caps: tuple[int, ...]) -> ScoreScheme:
    """Make the standard of one category."""
    parts = tuple(ScorePart(part, cap) for part, cap in zip(PARTS, caps, strict=True))
    return ScoreScheme(
        id=f"points-{category.replace('_', '-')}",
        parts=parts,
        basis=assumed("原文未给出三部分的分值", "the text does not say how much each part weighs"),
    )


SCHEMES: Final = tuple(_scheme(category, caps) for category, caps in zip(CATEGORIES, _WEIGHTS, strict=True))
STANDARDS: Final = Standards(categories=CATEGORIES, schemes=FrozenMap(dict(zip(CATEGORIES, SCHEMES, strict=True))))
FOUR_FORMS: Final = Classification(
    id="four-forms",
    text=Text(zh="监督执纪“四种形态”", en="the four forms of discipline"),
    fields=(_kind.field,),
    categories=(
        Category("form_1", _kind.is_in(("criticism", "talk_or_inquiry")), _FORMS),
        Category("form_2", _kind.is_in(("warning", "serious_warning")), _FORMS),
        Category("form_3", _kind.is_in(("removal", "probation_in_party", "expulsion")), _FORMS),
    ),
    default="form_4",
    basis=_DISCIPLINE.quote("党纪轻处分、组织调整成为违纪处理的大多数", "第五条"),
)
STARS: Final = Grading(
    grades=(
        ("one_star", Band(0, 59)),
        ("two_stars", Band(60, 69)),
        ("three_stars", Band(70, 79)),
        ("four_stars", Band(80, 89)),
        ("five_stars", Band(90, 100)),
    )
)

JIEFANGBEI_INSTITUTIONS: Final[tuple[Institution, ...]] = (
    GRID_SECRETARY,
    BRANCH_OF_THREE,
    ALL_ESTABLISHED,
    Institution(
        code="member_categories",
        title=Text(zh="党员的5个类别", en="the five categories of members"),
        items=("C-6.03",),
        value=MEMBER_CATEGORIES,
        basis=_LAST_TWO,
    ),
    Institution(
        code="points_standards",
        title=Text(zh="各类党员的考核标准", en="the standard of each category of members"),
        items=("C-6.04", "C-6.06"),
        value=STANDARDS,
        basis=_STANDARDS,
    ),
    *(
        Institution(
            code=scheme.id.replace("-", "_"),
            title=Text(zh=f"{title.zh}的百分制积分", en=f"hundred points of a member of the category: {title.en}"),
            items=("C-6.06",),
            value=scheme,
            basis=_PARTS,
        )
        for scheme, title in ((scheme, term(category)) for category, scheme in STANDARDS.schemes.items())
    ),
    Institution(
        code="member_points",
        title=Text(zh="支部记给党员的积分", en="points that a branch gives its members"),
        items=("C-6.05",),
        value=OpenUnit(resource="member_points", issuers=("branch",)),
        basis=_BRANCH,
    ),
    Institution(
        code="four_forms",
        title=Text(zh="监督执纪“四种形态”", en="the four forms of discipline"),
        items=("C-6.15", "C-6.16"),
        value=FOUR_FORMS,
        basis=_FORMS,
    ),
    Institution(
        code="community_stars",
        title=Text(zh="考核得分与社区星级", en="the stars that a community gets for its points"),
        items=("C-5.18", "C-8.49"),
        value=STARS,
        basis=_STARS,
    ),
)
