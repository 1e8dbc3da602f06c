"""The facts of the report on Langfang that the model must give back."""

from __future__ import annotations

from datetime import date
from typing import Final

from cities import langfang_asking as asking
from cities.city import Target, changed
from cities.langfang_asking import lost, measured, met
from cities.langfang_documents import CITY, COMMUNITY, MUNICIPAL_PILOT, PROVINCIAL_PILOT, SUBDISTRICTS, TASK_FORCE
from cities.langfang_spring import CALL, COMPOUNDS
from pbgov.base import Between, Exact, Nearly, Text, Verdict
from pbgov.packs import CAREER_PILOT

_SPRING: Final = (
    Target(
        what=Text(zh="下沉党员干部", en="members and cadres deployed"),
        value=6920,
        ask=measured(asking.DEPLOYED),
        undo=asking.one_less,
        code="LF3262",
    ),
    Target(
        what=Text(zh="每小区平均下沉人数（千分之一人）", en="people deployed to a compound on average, in thousandths"),
        value=5580,
        ask=measured(asking.PER_COMPOUND),
        undo=asking.one_less,
        code="LF3262",
    ),
    Target(
        what=Text(zh="党员检查点", en="member checkpoints"),
        value=1353,
        ask=measured(asking.CHECKPOINTS),
        undo=lost("bodies", "checkpoint-1353"),
        code="LF3272",
    ),
    Target(
        what=Text(zh="党员先锋岗", en="pioneer posts"),
        value=1374,
        ask=measured(asking.PIONEER_POSTS),
        undo=lost("posts", "pioneer-1374"),
        code="LF3273",
    ),
    Target(
        what=Text(zh="排查出的无物业小区", en="compounds without property service found by the survey"),
        value=1240,
        ask=lambda place, _: len(place.events["survey-2020"].refers or ()),
        undo=lambda place: changed(place, "events", "survey-2020", refers=COMPOUNDS[1:]),
        code="LF3253",
    ),
    Target(
        what=Text(zh="封闭管理的小区", en="compounds under closed management"),
        value=1240,
        ask=asking.closed,
        undo=asking.unclosed,
        code="PC328",
    ),
    Target(
        what=Text(zh="有人下沉的小区", en="compounds to which somebody was deployed"),
        value=1240,
        ask=met("LF3261"),
        undo=lost("ledger", f"sent-{COMPOUNDS[7]}"),
        code="LF3261",
    ),
    Target(
        what=Text(zh="至少一个检查点的小区", en="compounds with a checkpoint at least"),
        value=1240,
        ask=met("LF3271"),
        undo=lost("bodies", "checkpoint-0500"),
        code="LF3271",
    ),
    Target(
        what=Text(zh="先排查、后部署", en="surveyed before anybody was deployed"),
        value=1,
        ask=met("LF325"),
        undo=lambda place: changed(place, "events", CALL, date=date(2020, 1, 31)),
        code="LF325",
    ),
)
_WORKERS: Final = (
    Target(
        what=Text(zh="楼门长", en="entrance heads"),
        value=16_630,
        ask=measured(asking.stated("entrance_heads")),
        undo=asking.restated("entrance_heads", Exact(16_629)),
        code="LF314",
    ),
    Target(
        what=Text(zh="试点及其确定者的层级", en="the pilots and the level that designated each"),
        value=frozenset({(PROVINCIAL_PILOT, "province"), (MUNICIPAL_PILOT, "city")}),
        ask=asking.pilots,
        undo=lambda place: changed(place, "events", f"designated-{PROVINCIAL_PILOT}", subject=CITY),
        code="LF3241",
    ),
    Target(
        what=Text(zh="试点数", en="number of pilots"),
        value=2,
        ask=measured(asking.PILOT_COUNT),
        undo=lost("ties", f"designated_pilot-{MUNICIPAL_PILOT}-{CITY}"),
        code="LF3243",
    ),
    Target(
        what=Text(zh="试点启动日（同步）", en="days on which the pilots started, together"),
        value=1,
        ask=asking.starts,
        undo=lambda place: changed(place, "events", f"started-{MUNICIPAL_PILOT}", date=date(2021, 4, 1)),
        code="LF3242",
    ),
    Target(
        what=Text(zh="两个试点四步完成并兑现薪酬", en="both pilots through the four steps, and paid"),
        value=(CAREER_PILOT.states["paid"],) * 2,
        ask=asking.steps,
        undo=lost("processes", f"pilot-{MUNICIPAL_PILOT}"),
        code="LF146",
    ),
    Target(
        what=Text(zh="工作专班的部门类别", en="kinds of departments in the task force"),
        value=5,
        ask=measured(asking.MEMBER_KINDS, TASK_FORCE),
        undo=asking.unmember("staffing"),
        code="LF1341",
    ),
    Target(
        what=Text(zh="工作专班的层级", en="levels in the task force"),
        value=2,
        ask=measured(asking.MEMBER_LEVELS, TASK_FORCE),
        undo=lambda place: lost("ties", *(one.id for one in place.ties.values() if one.source.startswith("district-")))(
            place
        ),
        code="LF1342",
    ),
    Target(
        what=Text(zh="工作专班的成员部门（5类×2级）", en="departments in the task force, five kinds at two levels"),
        value=10,
        ask=measured(asking.MEMBERS, TASK_FORCE),
        undo=lost("ties", f"member-{CITY}-finance-{TASK_FORCE}"),
        code="LF1343",
    ),
    Target(
        what=Text(zh="一名书记所述的月工资", en="monthly pay, as one secretary says"),
        value=Between(4001, None),
        ask=measured(asking.stated("monthly_pay"), PROVINCIAL_PILOT),
        undo=asking.restated("monthly_pay", Exact(4000)),
    ),
    Target(
        what=Text(zh="人均月增资，六月与七月", en="mean rise of the monthly pay, in June and in July"),
        value=(0, Between(Nearly(2000).low, Nearly(2000).high)),
        ask=asking.rise_by_month,
        undo=asking.restated("monthly_pay_rise", Exact(2100)),
        code="LF321",
    ),
)
_GRIDS: Final = (
    Target(
        what=Text(zh="250户、700人的网格，按户数合格", en="a grid of 250 households and 700 persons, by households"),
        value=(250, 700, Verdict.MET),
        ask=asking.verdict_on("grid-households"),
        undo=asking.resized("grid-households", 199, 700),
        code="LF302",
    ),
    Target(
        what=Text(zh="390户、1010人的网格，按人数合格", en="a grid of 390 households and 1,010 persons, by persons"),
        value=(390, 1010, Verdict.MET),
        ask=asking.verdict_on("grid-persons"),
        undo=asking.resized("grid-persons", 390, 1101),
        code="LF302",
    ),
    Target(
        what=Text(zh="301户、1101人的网格不合格", en="a grid of 301 households and 1,101 persons is breached"),
        value=(301, 1101, Verdict.BREACHED),
        ask=asking.verdict_on("grid-households", 301, 1101),
        undo=asking.ungridded,
        code="LF302",
    ),
    Target(
        what=Text(zh="一格一员", en="grids with one worker each"),
        value=2,
        ask=met("LF305"),
        undo=lost("ties", "serves-worker-grid-persons-grid-persons"),
        code="LF305",
    ),
)
_COMMUNITIES: Final = (
    Target(
        what=Text(zh="工作经费10万元、专项经费20万元，合格", en="funds of 100,000 and 200,000 yuan are enough"),
        value=((100_000, 200_000), []),
        ask=asking.funds,
        undo=asking.underfunded("work_fund"),
        code="LF501",
    ),
    Target(
        what=Text(zh="专项经费达到下限的社区", en="communities whose service fund reaches its floor"),
        value=2,
        ask=met("LF502"),
        undo=asking.underfunded("service_fund"),
        code="LF502",
    ),
    Target(
        what=Text(zh="30万元全为工作经费，不合格", en="300,000 yuan of work fund and no service fund is a breach"),
        value=(300_000, ["LF502"]),
        ask=asking.moved_funds,
        undo=asking.underfunded("service_fund"),
        code="LF502",
    ),
    Target(
        what=Text(zh="“大工委”每半年至少一次：两个，各两个半年", en="half-years in which two working committees met"),
        value=4,
        ask=met("LF225"),
        undo=lost("events", f"met-enlarged_working_committee-{SUBDISTRICTS[0]}-2"),
        code="LF225",
    ),
    Target(
        what=Text(zh="“大党委”每季度至少一次：两个，各四个季度", en="quarters in which two community committees met"),
        value=8,
        ask=met("LF228"),
        undo=lost("events", f"met-enlarged_community_committee-{COMMUNITY}-2"),
        code="LF228",
    ),
    Target(
        what=Text(zh="四级逐级建立的联席会议", en="joint meetings, level by level"),
        value=7,
        ask=met("LF201"),
        undo=lost("bodies", f"joint-{PROVINCIAL_PILOT}"),
        code="LF201",
    ),
)

TARGETS: Final = (*_SPRING, *_WORKERS, *_GRIDS, *_COMMUNITIES)
