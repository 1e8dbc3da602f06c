"""The facts of the report on Jiefangbei: what each is, how it is asked for, how it is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cities.city import Target, target
from cities.jiefangbei_asking import (
    balanced,
    counted,
    gone,
    happened,
    in_february,
    in_the_year,
    labels,
    measured,
    met,
    other,
)
from cities.jiefangbei_documents import COMMUNITIES, FIRMS, GUOMAO, MINSHENG, STREET, ZILI
from cities.jiefangbei_members import BRANCHES, GONE, NEW_BRANCH, WARNED
from pbgov.base import Between, Exact
from pbgov.model import columns
from pbgov.rules import HERE, Count, Distinct, Ratio, Sum, each, param

bodies, documents, events, facts, posts, ties, units = map(
    columns, ("bodies", "documents", "events", "facts", "posts", "ties", "units")
)
_communities = HERE.down(units.level == "community")
_in_organisation = each(ties.kind.is_in(("registered_with", "participates_in")))
_sanctions = events.kind == "sanction"


def _structure() -> Iterator[Target]:
    yield target(
        "社区10个", "ten communities", Exact(10), counted(_communities), other("units", ZILI, level=None), "JF106"
    )
    yield target(
        "党建联席会11个", "eleven joint meetings", Exact(11),
        counted(HERE.down().back(bodies.host, bodies.kind == "joint_meeting")),
        gone("bodies", f"meeting-{ZILI}"), "JF2352",
    )  # fmt: skip
    yield target(
        "街道和10个社区分别成立", "one for the subdistrict and one for each community", 11, met("JF2351"),
        other("bodies", f"meeting-{ZILI}", host=MINSHENG), "JF2351",
    )  # fmt: skip
    yield target(
        "国贸党群服务中心一处，不在社区中心之列", "one centre in Guomao, which is no community's", Exact(1),
        counted(HERE.back(bodies.host, bodies.kind == "new_sector_centre")),
        other("bodies", GUOMAO, kind="party_masses_centre", host=ZILI), "JF5171",
    )  # fmt: skip
    yield target(
        "网格书记兼任巷长、楼长", "grid secretaries are heads of lanes and buildings", (10, 10),
        lambda place, report: (met("JF3122")(place, report), met("JF3123")(place, report)),
        other("holdings", f"held-lane-head-{ZILI}", person=WARNED), "JF3122",
    )  # fmt: skip
    yield target(
        "网络纵向到底", "the network reaches every grid", 1, met("JF1131"),
        gone("ties", f"anchored_on-grid-secretary-{ZILI}-grid-{ZILI}"), "JF1131",
    )  # fmt: skip


def _members() -> Iterator[Target]:
    yield target(
        "在册党员1995名", "1,995 registered members", Exact(1995),
        measured(Distinct(each(ties.kind == "registered_with"), "source")), gone("ties", "of-m0500"), "JF608",
    )  # fmt: skip
    yield target(
        "流动党员665名", "665 mobile members", Exact(665),
        measured(Distinct(each(ties.kind == "participates_in"), "source")), gone("ties", "of-f0500"), "JF6091",
    )  # fmt: skip
    yield target(
        "都纳入党的组织", "all of them are in an organisation", 2660, met("JF610"), gone("ties", "of-f0500"), "JF610"
    )
    yield target(
        "培训全覆盖", "training reaches all", Between(1000, 1000),
        measured(
            Ratio(Sum(HERE.back(facts.about, facts.unit == "members_trained"), "amount"),
                  Distinct(_in_organisation, "source"))
        ),
        other("facts", "trained", amount=Exact(2659)), "JF829",
    )  # fmt: skip


def _organisations() -> Iterator[Target]:
    yield target(
        "党组织176个", "176 Party organisations", Exact(176),
        counted(each(bodies.kind.is_in(param("party_organisations.kinds")))),
        other("bodies", GONE[0], end=None), "JF903",
    )  # fmt: skip
    yield target(
        "新建1个", "one established", Exact(1), happened("organisation_established"),
        gone("events", f"organisation_established-{NEW_BRANCH}-0510"), "JF904",
    )  # fmt: skip
    changes = tuple(f"organisation_{act}" for act in ("dissolved", "merged", "adjusted"))
    yield target(
        "撤并、调整6个", "six dissolved, merged or adjusted", Exact(6), counted(each(events.kind.is_in(changes))),
        gone("events", f"organisation_adjusted-{BRANCHES[20]}-0228"), "JF9051",
    )  # fmt: skip
    yield target(
        "前后相符，撤并在0至6之间", "the balance holds, with 0 to 6 removed", (0, True), balanced,
        other("bodies", GONE[0], end=None), "JF903",
    )  # fmt: skip
    yield target(
        "登记的非公组织9844家", "9,844 non-public organisations on the register", Exact(9844),
        counted(HERE.down(units.kind == "non_public_organisation")), gone("units", f"firm-{FIRMS}"), "JF9021",
    )  # fmt: skip
    yield target(
        "每家都有摸排日期", "each of them with a day of check", 9844, met("JF9022"),
        gone("events", "checked-firm-0500"), "JF9022",
    )  # fmt: skip


def _discipline() -> Iterator[Target]:
    for measure, zh, en, code in (
        ("expulsion", "开除党籍1名", "one expelled", "JF6171"),
        ("warning", "党内警告1名", "one warned", "JF6172"),
        ("unspecified", "社区工作者1名，处理种类未写明", "one community worker, the kind not said", "JF6181"),
    ):
        yield target(
            zh, en, Exact(1), counted(each(_sanctions & events.agenda.has(measure))),
            gone("events", f"sanction-{measure}"), code,
        )  # fmt: skip
    yield target(
        "不补写处理种类", "and no kind is added", 1, met("JF6182"),
        other("events", "sanction-unspecified", agenda=("removal",)), "JF6182",
    )  # fmt: skip
    branch = BRANCHES[60]
    for kind, zh, en, code in (
        ("probation_revoked", "取消预备党员资格1名", "one probation revoked", "JF614"),
        ("probation_extended", "延期转正1名", "one probation extended", "JF613"),
    ):
        yield target(zh, en, Exact(1), happened(kind), gone("events", f"{kind}-{branch}-0701"), code)


def _calendars() -> Iterator[Target]:
    branch, branches = BRANCHES[0], len(BRANCHES) - 1
    for code, kind, subject, day, n, times, zh, en in (
        ("JF8361", "archive_improved", ZILI, "0103", 10, 52, "十个社区的档案一年完善52次", "completed 52 times a year"),
        ("JF8362", "archive_sorted", ZILI, "0515", 10, 12, "十个社区的档案一年整理12次", "sorted 12 times a year"),
        ("JF8363", "archive_summarised", ZILI, "0629", 10, 2, "十个社区的档案一年汇总2次", "summarised twice a year"),
        ("JF8364", "archive_filed", ZILI, "1229", 10, 1, "十个社区的档案一年归档1次", "filed once a year"),
        ("JF607", "points_registered", branch, "0515", branches, 12, "支部登记积分12次", "points registered 12 times"),
        ("JF607", "points_published", branch, "0628", branches, 4, "支部公开积分4次", "points published four times"),
        ("JF607", "points_reviewed", branch, "1230", branches, 1, "支部评审积分1次", "points reviewed once"),
        ("JF842", "inspection", STREET, "0515", 1, 12, "街道督查12次", "twelve inspections"),
        ("JF842", "notice", STREET, "0628", 1, 4, "街道通报4次", "four notices"),
        ("JF842", "analysis", STREET, "0629", 1, 2, "街道研判2次", "two analyses"),
    ):
        words = f"archives of ten communities, {en}" if subject == ZILI else en
        yield target(zh, words, (n, times), in_the_year(kind), gone("events", f"{kind}-{subject}-{day}"), code)


def _review() -> Iterator[Target]:
    yield target(
        "考核覆盖10个社区", "ten of ten communities are appraised", Exact(10),
        measured(Distinct(each(facts.unit == "appraisal_points"), "about")), gone("facts", f"points-{ZILI}"), "JF8431",
    )  # fmt: skip
    yield target(
        "得分都在0至100之间", "all points lie between 0 and 100", 10, met("JF8432"),
        other("facts", f"points-{ZILI}", amount=Exact(101)), "JF8432",
    )  # fmt: skip
    yield target(
        "竞赛参加者2000多人", "more than 2,000 in the contest", Between(2001, None),
        measured(Sum(HERE.back(facts.about, facts.unit == "contest_participants"), "amount")),
        other("facts", "participants", amount=Exact(2000)), "JF8511",
    )  # fmt: skip
    yield target(
        "二月的竞赛，三方面参加", "the contest of February, with three sides",
        {"residents_committee", "non_public_organisation", "state_enterprise"}, in_february,
        other("events", "contest", attendance=("firm-0001", *COMMUNITIES)), "JF8512",
    )  # fmt: skip
    yield target(
        "特色10个，各不相同", "ten features, one for each community", (10, 10), labels,
        other("documents", f"feature-{ZILI}", sections=("happy_and_colourful",)), "JF5132",
    )  # fmt: skip
    volumes = _communities.back(bodies.host, bodies.kind == "archive").back(
        documents.parties, documents.kind == "archive_volume"
    )
    yield target(
        "每个社区7个资料卷", "seven volumes in each community", Exact(70), counted(volumes),
        gone("documents", f"volume_7-{ZILI}"), "JF8341",
    )  # fmt: skip
    standards = HERE.back(documents.parties, documents.kind == "archive_standard")
    yield target(
        "档案标准4个", "four standards of archives", Exact(4), measured(Count(standards)),
        gone("documents", "archive-standard-cover_sample"), "JF833",
    )  # fmt: skip


TARGETS: Final = (
    *_structure(), *_members(), *_organisations(), *_discipline(), *_calendars(), *_review(),
)  # fmt: skip
