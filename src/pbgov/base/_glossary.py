"""The terms of the field: what each code of the vocabulary is called, in both languages.

A code is data. Packs and records may use codes that stand here and others; one that no table knows stands for
itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base._text import Text

_TERMS: Final = (
    # levels and kinds of territory
    ("province", "省级", "provincial level"),
    ("city", "市", "city"),
    ("county", "县（市）区", "county-level unit"),
    ("township", "街道（镇）", "subdistrict or town"),
    ("community", "社区（村）", "community or village"),
    ("prefecture", "地级市", "prefecture-level city"),
    ("city_district", "市辖区", "city district"),
    ("county_level_city", "县级市", "county-level city"),
    ("county_level_unit", "县级单位", "county-level unit"),
    ("subdistrict", "街道", "subdistrict"),
    ("town", "镇", "town"),
    ("residents_committee", "居民委员会", "residents' committee"),
    ("villagers_committee", "村民委员会", "villagers' committee"),
    ("compound", "小区", "compound"),
    ("building", "楼栋", "building"),
    ("neighbourhood", "片区", "neighbourhood"),
    ("grid", "网格", "grid"),
    ("household", "户", "household"),
    # organisations
    ("department", "市直部门", "department"),
    ("organisation", "组织部门", "organisation department"),
    ("political_legal", "政法部门", "political-legal department"),
    ("staffing", "编制部门", "staffing department"),
    ("finance", "财政部门", "finance department"),
    ("civil_affairs", "民政部门", "civil affairs department"),
    ("human_resources", "人社部门", "human resources and social security department"),
    ("stationed_unit", "驻区单位", "stationed unit"),
    ("party_government_organ", "党政机关", "Party or government organ"),
    ("public_institution", "事业单位", "public institution"),
    ("state_enterprise", "国有企业", "state enterprise"),
    ("new_economic_organisation", "新经济组织", "new economic organisation"),
    ("new_social_organisation", "新社会组织", "new social organisation"),
    # Party organisations
    ("working_committee", "党工委", "Party working committee"),
    ("community_party_organisation", "社区党组织", "community Party organisation"),
    ("party_committee", "党委", "Party committee"),
    ("general_branch", "党总支", "general branch"),
    ("compound_branch", "小区（网格）党支部", "compound (grid) Party branch"),
    ("building_party_group", "楼栋党小组", "building Party group"),
    ("hub_household", "党员中心户", "Party-member hub household"),
    ("government", "政府", "government"),
    # joint bodies
    ("joint_meeting", "党建联席会议", "Party-building joint meeting"),
    ("city_joint_meeting", "市级党建联席会议", "city joint meeting"),
    ("regional_joint_meeting", "区域化党建联席会议", "regional joint meeting"),
    ("standing_committee", "市委常委会", "standing committee of the city Party committee"),
    ("enlarged_working_committee", "街道“大工委”", "enlarged subdistrict Party working committee"),
    ("enlarged_community_committee", "社区“大党委”", "enlarged community Party committee"),
    ("rotation_group", "“轮职”小组", "rotation group"),
    ("rotating_chair", "“轮职”主席", "rotating chair"),
    # posts and ties
    ("convener", "召集人", "convener"),
    ("member", "成员", "member"),
    ("part_time_member", "兼职委员", "part-time member"),
    ("organisation_department_head", "组织部长", "head of the organisation department"),
    ("responsible_leader", "责任领导", "responsible leader"),
    ("liaison", "联络人员", "liaison officer"),
    ("secretary", "党组织书记", "secretary of the Party organisation"),
    ("grid_worker", "网格员", "grid worker"),
    ("leads", "领导", "leads"),
    ("seated_in", "驻在", "is seated in"),
    ("serves", "服务", "serves"),
    # lists and documents
    ("responsibility_list", "责任清单", "responsibility list"),
    ("power_list", "权力清单", "power list"),
    ("work_item_list", "社区工作事项清单", "community work-item list"),
    ("negative_list", "负面清单", "negative list"),
    ("implementation_plan", "实施方案", "implementation plan"),
    ("guiding_ideology", "指导思想", "guiding ideology"),
    ("principles", "基本原则", "principles"),
    ("objectives", "工作目标", "objectives"),
    ("tasks", "工作任务", "tasks"),
    ("measures", "推进措施", "measures"),
    # duties
    ("investment_attraction", "招商引资", "investment attraction"),
    ("tax_assistance", "协税护税", "tax assistance"),
    ("odd_certificate", "“奇葩”证明", "odd certificate"),
    ("admin_enforcement", "行政执法", "administrative enforcement"),
    ("demolition", "拆迁拆违", "demolition and removal of illegal structures"),
    ("coordinate_party_building", "统筹党的建设", "co-ordinating Party building"),
    ("social_management", "社会管理", "social management"),
    ("comprehensive_governance", "综合治理", "comprehensive governance"),
    ("community_development", "社区发展", "community development"),
    ("public_service", "公共服务", "public service"),
    ("safety_stability", "安全稳定", "safety and stability"),
    ("manage_members", "教育管理监督党员", "managing members"),
    ("organise", "组织群众", "organising residents"),
    ("publicise", "宣传群众", "informing residents"),
    ("unite", "凝聚群众", "uniting residents"),
    ("serve", "服务群众", "serving residents"),
    ("catch_all_management", "兜底管理", "catch-all management"),
    # resources that follow a task
    ("staff", "名人员", "staff"),
    ("yuan_a_year", "元/年", "yuan a year"),
    ("power", "级权力", "steps of power"),
    ("work_fund", "工作经费", "work fund"),
    ("fen_a_year", "分/年", "fen a year"),
    ("member_points", "党员积分", "member points"),
    ("volunteer_credits", "志愿者积分", "volunteer credits"),
    ("service_fund", "服务群众专项经费", "service fund"),
    # events
    ("plenary_meeting", "全体（扩大）会议", "plenary (enlarged) meeting"),
    ("regular_meeting", "例会", "regular meeting"),
    ("special_meeting", "专题会议", "special meeting"),
    ("report_heard", "听取汇报", "report heard"),
    # what is recorded
    ("units", "单位", "units"),
    ("posts", "职位", "posts"),
    ("ledger", "台账", "ledger"),
    ("structure", "健全的结构", "a sound structure"),
    ("bodies", "机构", "bodies"),
    ("ties", "关系", "ties"),
    ("events", "事件", "events"),
    ("lists", "清单", "lists"),
    ("entries", "事项", "entries"),
    ("documents", "文件", "documents"),
    ("facts", "数据", "facts"),
    ("functions", "职能", "functions"),
    ("grids", "网格", "grids"),
    # worlds
    ("reported", "据报道", "as reported"),
    ("registered", "据登记", "as registered"),
    ("made_up", "虚构", "made up"),
)

GLOSSARY: Final[Mapping[str, Text]] = MappingProxyType({code: Text(zh=zh, en=en) for code, zh, en in _TERMS})


def term(code: str) -> Text:
    """Give the words for a code; one that no table knows stands for itself.

    Examples:
        >>> term("grid").in_("zh")
        '网格'
    """
    return GLOSSARY.get(code, Text(zh=code, en=code.replace("_", " ")))
