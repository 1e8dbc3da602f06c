"""Langfang 廊坊, what is decided and not judged: who may hold a post, who may host an organisation; ways things go.

References:
    党旗高扬谱华章——全市城市基层党建工作综述 (survey of urban grassroots Party building), Langfang, about 2021.

Checked with:
    中国共产党章程 (Constitution of the CPC), article 30, and 中国共产党支部工作条例（试行） (Regulation on Party
    Branches), article 5, for the number of members of a branch and of units of a joint one.

Limitations:
    The text names three ways in which secretaries are found and adds that graduates are recruited “to the community”;
    they work there, and come to the post of secretary only by an election or by being sent. Of a member of the two
    committees who joins an owners' committee, “who qualifies” 符合条件的 is read as an owner of the compound. What
    share of Party members makes an owners' committee red, and from which satisfaction on property service is red, are
    assumptions. What cases are ranked by, the text does not say: the closure rate, by assumption.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.packs._institution import Institution
from pbgov.packs._lifecycles import CASE, PLEDGE
from pbgov.packs._making import assumed, figure
from pbgov.packs._shared_decisions import permission, red_property
from pbgov.packs._steps import CONSTITUTION, asked
from pbgov.rules import And, Category, Classification, Expr, Term, lift, param, rank

_REPORT = Reference(title="党旗高扬谱华章——全市城市基层党建工作综述", issuer="廊坊", date="约2021")
_BRANCHES = Reference(title="中国共产党支部工作条例（试行）", issuer="中共中央", date="2018")
_ROUTES = _REPORT.quote("优秀党员干部选举为党组织书记、将街道年轻后备干部选派到社区担任党组织负责人")
_FOUR = _REPORT.quote("以守信念、讲奉献、有本领、重品行的要求")
_OWNERS = _REPORT.quote("符合条件的社区“两委”成员通过法定程序兼任业主委员会委员")
_TOWERS = _REPORT.quote("依托楼宇内物业服务企业、产权单位、骨干企业等建立楼宇党组织")
_MARKETS = _REPORT.quote("依托街道、市场监管部门、协会商会或产权单位建立商圈市场党组织")
_FORMS = _REPORT.quote("推动入驻企业单独或联合建立党组织")
_INTERNET = _REPORT.quote("统一管理律师、会计师等行业党建和重点互联网企业党建工作")
_RED = _REPORT.quote("建立以党员为骨干力量的“红色业委会”")
_CASES = _REPORT.quote("实行首接负责、接诉即办、流转交办、部门联动等工作机制")
_RANKED = _REPORT.quote("健全结果反馈、定期调度、办理排名等考评机制")
_PLEDGED = _REPORT.quote("采取承诺践诺、志愿服务等方式")
_MEMBERS = Text(zh="名正式党员", en="full members")
_UNITS = Text(zh="家单位", en="units")

_post, _route, _host, _form, _kind = (asked(name, "code") for name in ("post", "route", "host", "form", "kind"))
_criteria = asked("criteria", "codes")
_located, _elected, _owner, _two, _key = (
    asked(name, "bool") for name in ("located", "elected", "owner_there", "of_two_committees", "key")
)
_full, _joined = (asked(name, "int") for name in ("full_members", "units_joined"))
_seats, _party = (asked(name, "int") for name in ("seats_held", "party_seats"))
_hosting, _concurrent = (asked(name, "bool") for name in ("hosts_organisation", "dual_post"))

FOUR_CRITERIA: Final = ("faith", "dedication", "skill", "character")
"""守信念、讲奉献、有本领、重品行."""


def _affirmed(criteria: Term, *all_of: str) -> Expr:
    """Every one of the criteria was affirmed of a person."""
    return And(tuple(lift(criteria.has(one)) for one in all_of))


LANGFANG_ADMISSIONS: Final[tuple[Institution, ...]] = (
    permission(
        "langfang",
        "secretary_source",
        "LF626",
        "C-6.26",
        Text(zh="社区党组织书记的来源", en="how one comes to be secretary of a community"),
        Text(
            zh="书记由选举或选派产生，选聘大学生到社区工作",
            en="a secretary is elected or sent; a graduate is recruited to work in the community",
        ),
        _ROUTES,
        ((_post == "secretary") & _route.is_in(param("secretary.routes")))
        | ((_post == "community_worker") & (_route == "recruitment")),
        (_post, _route),
        figure("secretary.routes", ("dispatch", "election"), _ROUTES),
    ),
    permission(
        "langfang",
        "secretary_quality",
        "LF628",
        "C-6.28",
        Text(zh="新兴领域党组织书记的标准", en="what is asked of a secretary in a new sector"),
        Text(
            zh="书记须守信念、讲奉献、有本领、重品行",
            en="a secretary has faith, dedication, skill and character: all four are affirmed",
        ),
        _FOUR,
        _affirmed(_criteria, *FOUR_CRITERIA),
        (_criteria,),
    ),
    permission(
        "langfang",
        "owners_committee_member",
        "LF644",
        "C-6.44",
        Text(zh="“两委”成员兼任业主委员会委员", en="a member of the two committees on an owners' committee"),
        Text(
            zh="本小区业主中的“两委”成员经选举可以兼任",
            en="a member of the two committees who owns a home there may be elected to it",
        ),
        _OWNERS,
        _two & _owner & _elected,
        (_two, _owner, _elected),
    ),
    permission(
        "langfang",
        "tower_organisation",
        "LF908",
        "C-9.08",
        Text(zh="楼宇党组织的依托单位", en="who may host the Party organisation of a tower"),
        Text(
            zh="依托楼宇内的物业服务企业、产权单位或骨干企业",
            en="a property enterprise, the owner of the property or a leading enterprise, in the tower itself",
        ),
        _TOWERS,
        _host.is_in(param("tower.hosts")) & _located,
        (_host, _located),
        figure("tower.hosts", ("leading_enterprise", "property_enterprise", "property_owner"), _TOWERS),
    ),
    permission(
        "langfang",
        "market_organisation",
        "LF909",
        "C-9.09",
        Text(zh="商圈市场党组织的依托单位", en="who may host the Party organisation of a market"),
        Text(
            zh="依托街道、市场监管部门、协会商会或产权单位",
            en="a subdistrict, the market regulator, an association or chamber, or the owner of the property",
        ),
        _MARKETS,
        _host.is_in(param("market.hosts")),
        (_host,),
        figure(
            "market.hosts",
            ("association_or_chamber", "market_regulator", "property_owner", "subdistrict"),
            _MARKETS,
        ),
    ),
    permission(
        "langfang",
        "organisation_form",
        "LF911",
        "C-9.11",
        Text(zh="单独或联合建立党组织", en="a Party organisation of one's own, or a joint one"),
        Text(
            zh="正式党员足够的单独建立，或由若干单位联合建立",
            en="with enough full members of one's own, or jointly with some other units",
        ),
        _FORMS,
        (_full >= param("branch.min_full_members"))
        & (
            (_form == "independent")
            | (
                (_form == "joint")
                & (_joined >= param("joint_branch.min_units"))
                & (_joined <= param("joint_branch.max_units"))
            )
        ),
        (_form, _full, _joined),
        figure("branch.min_full_members", 3, CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条"), _MEMBERS),
        figure("joint_branch.min_units", 2, assumed("联合即两家以上", "it takes two to be joint"), _UNITS),
        figure("joint_branch.max_units", 5, _BRANCHES.quote("联合党支部覆盖单位一般不超过5个", "第五条"), _UNITS),
    ),
    permission(
        "langfang",
        "internet_enterprise",
        "LF913",
        "C-9.13",
        Text(zh="由互联网行业党组织管理的企业", en="which firms the internet industry's organisation manages"),
        Text(zh="只管理重点互联网企业", en="it manages key internet enterprises, and no others"),
        _INTERNET,
        (_kind == "internet_enterprise") & _key,
        (_kind, _key),
    ),
    red_property("langfang", "LF918", _REPORT.quote("着力打造居民满意的“红色物业”")),
    Institution(
        code="red_owners_committee",
        title=Text(zh="“红色业委会”的认定", en="what counts as a red owners' committee"),
        items=("C-6.45",),
        value=Classification(
            id="langfang-owners-committees",
            text=Text(zh="业主委员会", en="owners' committees"),
            fields=(_seats.field, _party.field, _hosting.field, _concurrent.field),
            categories=(
                Category(
                    "red_owners_committee",
                    _hosting | _concurrent | (_party * 1000 >= _seats * param("red_owners_committee.share")),
                    _RED,
                ),
            ),
            default="owners_committee",
            basis=assumed("二者互斥", "the two exclude each other"),
        ),
        basis=_RED,
    ),
    Institution(
        code="pledge",
        title=Text(zh="承诺践诺", en="pledges"),
        items=("C-6.21", "C-7.15"),
        value=PLEDGE,
        basis=_PLEDGED,
    ),
    Institution(
        code="case_handling",
        title=Text(zh="群众诉求办理", en="how a resident's case is handled"),
        items=("C-8.01", "C-8.02", "C-8.03", "C-8.04", "C-8.05", "C-8.06"),
        value=CASE,
        basis=_CASES,
    ),
    Institution(
        code="case_ranking",
        title=Text(zh="诉求办理排名", en="ranking of case handling"),
        items=("C-8.08",),
        value=rank((), text=Text(zh="办结率", en="closure rate"), basis=_RANKED),
        basis=_RANKED,
    ),
)
