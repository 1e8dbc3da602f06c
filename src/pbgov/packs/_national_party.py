"""National base, Party organisations: from how many members on, for how long, how they vote, and who stays a member.

References:
    中国共产党支部工作条例（试行） (Regulation on the Work of Party Branches, for trial implementation), 中共中央, 2018.
    关于党的基层组织任期的意见 (Opinions on Terms of Grassroots Party Organisations), 中共中央办公厅, 2018.
    中国共产党基层组织选举工作条例 (Regulation on Elections of Grassroots Party Organisations), 中共中央, 2020.
    中国共产党党员教育管理工作条例 (Regulation on the Education and Management of Members), 中共中央, 2019.
    中国共产党农村基层组织工作条例 (Regulation on Rural Grassroots Organisations), 中共中央, 2018.
    中国共产党国有企业基层组织工作条例（试行） (Regulation on Grassroots Organisations of State Enterprises), 2019.

Limitations:
    A figure with a quotation was checked against a text of the instrument. One that is attributed was not: its standing
    says whether secondary texts give it, whether it is common knowledge, or whether even that is unsure. Most figures
    are for people and programs to read, and no norm rests on them. The Party Constitution itself names no threshold of
    50 or 100 members; “above 50” of one regulation is “50 or more” in another, and 51 is taken. An organisation below
    or above a threshold may keep its form with the consent of the one above it, so forms are classes and no norms. When
    terms end is not judged: a span of judgement is a year, and a term several.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Band, Modality, Reference, Text
from pbgov.packs._columns import bodies, holdings, posts, ties
from pbgov.packs._making import CODES, figure, norm, told
from pbgov.packs._steps import CONSTITUTION, RECRUITING
from pbgov.rules import HERE, Distinct, Within, each

_BRANCH = Reference(title="中国共产党支部工作条例（试行）", issuer="中共中央", date="2018")
_TERMS = Reference(title="关于党的基层组织任期的意见", issuer="中共中央办公厅", date="2018")
_ELECTION = Reference(title="中国共产党基层组织选举工作条例", issuer="中共中央", date="2020")
_MANAGEMENT = Reference(title="中国共产党党员教育管理工作条例", issuer="中共中央", date="2019")
_RURAL = Reference(title="中国共产党农村基层组织工作条例", issuer="中共中央", date="2018")
_ENTERPRISE = Reference(title="中国共产党国有企业基层组织工作条例（试行）", issuer="中共中央", date="2019")
_DUES = Reference(title="关于中国共产党党费收缴、使用和管理的规定", issuer="中共中央组织部", date="2008")

_MEMBERS = Text(zh="名党员", en="members")
_FULL = Text(zh="名正式党员", en="full members")
_UNITS = Text(zh="个单位", en="units")
_MONTHS = Text(zh="个月", en="months")
_YEARS = Text(zh="年", en="years")
_PERMILLE = Text(zh="‰", en="per thousand")
_PERSONS = Text(zh="人", en="persons")

_MOST = _BRANCH.quote("党支部党员人数一般不超过50人", "第四条")
_JOINT = _BRANCH.quote("联合党支部覆盖单位一般不超过5个", "第五条")
_SIZE = _BRANCH.quote("党支部委员会由3至5人组成，一般不超过7人")

PARAMETERS: Final = (
    told(
        "branch.min_full_members",
        3,
        CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条"),
        _FULL,
        "成立党支部所需人数",
        "full members from which there is a branch",
    ),
    figure("branch.max_members", 50, _MOST, _MEMBERS, Text(zh="党支部人数上限", en="most members of a branch")),
    figure(
        "joint_branch.max_units", 5, _JOINT, _UNITS, Text(zh="联合党支部单位数上限", en="most units of a joint branch")
    ),
    figure(
        "branch_committee.size",
        Band(3, 7),
        _SIZE,
        _PERSONS,
        Text(zh="支部委员会人数", en="members of a branch committee"),
    ),
    told(
        "term.village_community_years",
        5,
        _TERMS.quote("村和社区党的委员会、总支部委员会、支部委员会每届任期为5年", "一"),
        _YEARS,
        "村、社区党组织任期",
        "term of Party organisations of villages and communities",
    ),
    told(
        "joint_branch.below",
        3,
        _BRANCH.quote("正式党员不足3人的单位", "第五条"),
        _FULL,
        "单独设立支部所需人数",
        "fewer full members than this make a joint branch",
    ),
    told(
        "joint_branch.principles",
        ("adjacent", "manageable", "similar_trade", "suitable_size"),
        _BRANCH.quote("地域相邻、行业相近、规模适当、便于管理的原则", "第五条"),
        CODES,
        "联合党支部组建原则",
        "principles of joint branches",
    ),
    told(
        "project_branch.min_months",
        6,
        _BRANCH.quote("为期6个月以上的工程、工作项目", "第五条"),
        _MONTHS,
        "项目党支部最短工期",
        "shortest project with a branch of its own",
    ),
    told(
        "general_branch.min_members",
        51,
        _RURAL.attributed("secondary", "第五条"),
        _MEMBERS,
        "设党总支所需人数",
        "members from which a general branch is set up",
    ),
    told(
        "party_committee.min_members",
        101,
        _RURAL.attributed("secondary", "第五条"),
        _MEMBERS,
        "设党委所需人数",
        "members from which a committee is set up",
    ),
    told(
        "enterprise_general_branch.members",
        Band(50, 99),
        _ENTERPRISE.attributed("secondary"),
        _MEMBERS,
        "国有企业设党总支的人数",
        "members of a state enterprise with a general branch",
    ),
    told(
        "branch_committee.min_full_members",
        7,
        _BRANCH.quote("有正式党员7人以上的党支部，应当设立党支部委员会"),
        _FULL,
        "设支部委员会所需人数",
        "full members from which a branch has a committee",
    ),
    told(
        "branch_committee.posts",
        ("discipline", "organisation", "publicity", "secretary"),
        _BRANCH.quote("党支部委员会设书记和组织委员、宣传委员、纪检委员等"),
        CODES,
        "支部委员会职务",
        "posts of a branch committee",
    ),
    told(
        "small_branch.secretaries",
        1,
        _BRANCH.quote("正式党员不足7人的党支部，设1名书记"),
        _PERSONS,
        "不设委员会的支部书记数",
        "secretaries of a branch without committee",
    ),
    told(
        "branch.approval_months",
        1,
        _BRANCH.attributed("known", "第六条"),
        _MONTHS,
        "支部设立审批期限",
        "time to approve a new branch",
    ),
    told(
        "term.committee_years",
        5,
        _TERMS.quote("党的基层委员会每届任期一般为5年", "一"),
        _YEARS,
        "基层党委任期",
        "term of a grassroots committee",
    ),
    told(
        "term.branch_years",
        3,
        _TERMS.quote("党的总支部委员会、支部委员会每届任期一般为3年", "一"),
        _YEARS,
        "总支、支部委员会任期",
        "term of a general branch or branch",
    ),
    told(
        "term.extension_max_years",
        1,
        _ELECTION.quote("延长或者提前期限一般不超过1年", "第三条"),
        _YEARS,
        "换届延长或提前的上限",
        "most by which a term is lengthened or shortened",
    ),
    told(
        "term.reminder_months",
        6,
        _BRANCH.attributed("secondary"),
        _MONTHS,
        "任期届满前提醒",
        "reminder before a term ends",
    ),
    told(
        "election.congress_min_members",
        500,
        _ELECTION.quote("党员人数在500名以上", "第四条"),
        _MEMBERS,
        "可召开党员代表大会的人数",
        "members from which representatives may vote",
    ),
    told(
        "election.quorum",
        800,
        _ELECTION.attributed("known"),
        _PERMILLE,
        "选举到会比例",
        "share of those entitled that must attend an election",
    ),
    told(
        "election.surplus_candidates",
        200,
        _ELECTION.attributed("secondary"),
        _PERMILLE,
        "差额比例",
        "more candidates than seats, at least",
    ),
    told(
        "election.majority_base",
        ("entitled",),
        _ELECTION.attributed("unsure"),
        CODES,
        "过半数以应到会为基数",
        "whom more than half of is asked",
    ),
    told(
        "branch_committee_meeting.quorum",
        500,
        _BRANCH.quote("党支部委员会会议须有半数以上委员到会方可进行", "第十二条"),
        _PERMILLE,
        "支委会到会比例",
        "share of a committee that must attend",
    ),
    told(
        "secretary_lecture.cadence_months",
        12,
        _BRANCH.quote("党员领导干部应当定期为基层党员讲党课", "第十六条"),
        _MONTHS,
        "书记讲党课的间隔",
        "months within which a secretary gives a lecture",
    ),
    told(
        "admission.approval_months",
        3,
        RECRUITING.attributed("secondary"),
        _MONTHS,
        "接收预备党员审批期限",
        "time to approve an admission",
    ),
    told(
        "probation.months", 12, CONSTITUTION.quote("预备党员的预备期为一年", "第七条"), _MONTHS, "预备期", "probation"
    ),
    told(
        "probation.extension_min",
        6,
        RECRUITING.quote("延长时间不能少于半年", "第三十二条"),
        _MONTHS,
        "延长预备期的下限",
        "least extension of a probation",
    ),
    told(
        "probation.extension_max",
        12,
        RECRUITING.quote("最长不超过一年", "第三十二条"),
        _MONTHS,
        "延长预备期的上限",
        "most by which a probation is extended",
    ),
    told(
        "probation.lapse_months",
        24,
        Reference(title="党务实务问答", issuer="各级党务手册").attributed("unsure"),
        _MONTHS,
        "预备期满后超过十二个月仍不申请的取消资格",
        "months from admission after which a probation lapses where nobody applied",
    ),
    told(
        "relation.transfer_months",
        6,
        _MANAGEMENT.quote("外出学习、工作、生活6个月以上并且地点相对固定", "第二十五条"),
        _MONTHS,
        "应转移组织关系的外出时间",
        "absence after which the relation is transferred",
    ),
    told(
        "lost_contact.suspend_months",
        6,
        _MANAGEMENT.quote("与党组织失去联系6个月以上", "第二十四条"),
        _MONTHS,
        "失联停止党籍",
        "lost contact after which membership is suspended",
    ),
    told(
        "lost_contact.remove_years",
        2,
        _MANAGEMENT.quote("停止党籍2年后确实无法取得联系", "第二十四条"),
        _YEARS,
        "停止党籍后除名",
        "suspension after which a member is removed",
    ),
    told(
        "abroad.suspend_years",
        5,
        _MANAGEMENT.quote("出国学习研究超过5年仍未返回", "第二十四条"),
        _YEARS,
        "出国停止党籍",
        "years abroad after which membership is suspended",
    ),
    told(
        "self_withdrawal.months",
        6,
        CONSTITUTION.attributed("known", "第九条"),
        _MONTHS,
        "自行脱党的期限",
        "months that count as withdrawal",
    ),
    told(
        "sanction.kinds",
        ("expulsion", "probation_within_party", "removal_from_posts", "serious_warning", "warning"),
        Reference(title="中国共产党纪律处分条例", issuer="中共中央").attributed("secondary"),
        CODES,
        "党纪处分种类",
        "kinds of sanctions",
    ),
    told("dues.cadence_months", 1, _DUES.attributed("known"), _MONTHS, "交纳党费的间隔", "months between dues"),
)

NORMS: Final = (
    norm(
        "PBN102",
        "N-1.02",
        Text(zh="党支部一般不超过规定人数", en="a branch generally has no more members than a stated number"),
        _MOST,
        each(bodies.kind == "party_branch"),
        Within(
            of=Distinct(HERE.back(ties.target, ties.kind == "registered_with"), "source"), at_most="branch.max_members"
        ),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "PBN104",
        "N-1.04",
        Text(
            zh="联合党支部覆盖的单位一般不超过规定数目",
            en="a joint branch generally covers no more units than a stated number",
        ),
        _JOINT,
        each(bodies.kind == "joint_branch"),
        Within(of=Distinct(HERE.back(ties.target, ties.kind == "member"), "source"), at_most="joint_branch.max_units"),
        Modality.IN_PRINCIPLE,
    ),
    norm(
        "PBN114",
        "N-1.14",
        Text(zh="支部委员会人数一般在规定范围内", en="a branch committee generally has a stated number of members"),
        _SIZE,
        each(bodies.kind == "branch_committee"),
        Within(of=Distinct(HERE.back(posts.unit).back(holdings.post), "person"), band="branch_committee.size"),
        Modality.IN_PRINCIPLE,
    ),
)
