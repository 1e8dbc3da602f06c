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
    ("micro_enterprise", "小微企业", "micro or small enterprise"),
    ("social_organisation", "社会组织", "social organisation"),
    ("new_sector_member", "新兴领域党员", "Party member of a new sector"),
    ("mobile_member", "流动党员", "mobile Party member"),
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
    ("governance_arrangement", "协调共治体系", "governance arrangement"),
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
    ("manages", "管理", "manages"),
    ("lead_coordinator", "牵头抓总", "lead co-ordinator"),
    # lists and documents
    ("responsibility_list", "责任清单", "responsibility list"),
    ("power_list", "权力清单", "power list"),
    ("work_item_list", "社区工作事项清单", "community work-item list"),
    ("negative_list", "负面清单", "negative list"),
    ("basic_duty_list", "基本履职事项清单", "list of basic duties"),
    ("cooperating_duty_list", "配合履职事项清单", "list of cooperating duties"),
    ("taken_back_list", "上级部门收回事项清单", "list of items taken back by superior departments"),
    ("annual_task_list", "年度重点任务清单", "annual key-task list"),
    ("joint_building_list", "党建共建清单", "joint-building list"),
    ("demand_list", "群众服务需求清单", "list of residents' demands"),
    ("commitment_list", "职责承诺清单", "list of commitments"),
    ("governance_plan", "治理重点工作方案", "plan of key governance tasks"),
    ("task_book", "任务书", "task book"),
    ("timetable", "时间表", "timetable"),
    ("roadmap", "路线图", "roadmap"),
    ("matter", "事项代码", "code of the matter"),
    ("role", "承担方式", "role"),
    ("responsible", "责任主体", "responsible"),
    ("assisting", "协助", "assisting"),
    ("post", "责任岗位", "responsible post"),
    ("level", "层级", "level"),
    ("scope", "配合范围", "scope of assistance"),
    ("method", "措施", "measure"),
    ("category", "类别", "category"),
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
    ("revenue_target", "经济创收指标", "revenue target"),
    ("environmental_remediation", "环境整治", "environmental remediation"),
    ("urban_management", "城市管理", "urban management"),
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
    # powers of a subdistrict over departments
    ("power_none", "无", "none"),
    ("power_suggest", "建议", "suggest"),
    ("power_participate", "参与", "participate"),
    ("power_consent", "征得同意", "consent"),
    ("power_decide", "决定", "decide"),
    ("consent_right", "征得同意权", "right of consent"),
    ("participation_right", "参与权", "right of participation"),
    ("suggestion_right", "建议权", "right of suggestion"),
    ("agency_head_appointment", "派驻机构负责人任免", "appointment and removal of heads of dispatched agencies"),
    ("planning_construction", "规划布局、建设施工", "planning, layout and construction"),
    ("year_end_grade", "年终考核评定等次", "grade of the year-end appraisal"),
    # resources that follow a task
    ("staff", "名人员", "staff"),
    ("yuan_a_year", "元/年", "yuan a year"),
    ("power", "级权力", "steps of power"),
    ("work_fund", "工作经费", "work fund"),
    ("service_fund", "服务群众专项经费", "service fund"),
    # events
    ("plenary_meeting", "全体（扩大）会议", "plenary (enlarged) meeting"),
    ("regular_meeting", "例会", "regular meeting"),
    ("special_meeting", "专题会议", "special meeting"),
    ("report_heard", "听取汇报", "report heard"),
    ("admission_approved", "准入批准", "admission approved"),
    ("duty_handed_down", "事项下放", "duty handed down"),
    ("work_item_withdrawn", "事项清理", "work item withdrawn"),
    ("self_inspection", "自查自纠", "self-inspection"),
    ("power_exercised", "权力行使", "power exercised"),
    ("department_action", "部门在辖区的行动", "action of a department in the territory"),
    ("task_list_issued", "重点任务清单印发", "key-task list issued"),
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
