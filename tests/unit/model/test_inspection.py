"""Self-inspection 自查自纠, C-4.18: Jixi's 49, and each check at its edges."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from pbgov.base import Row, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import Check, Event, Inspection, Jurisdiction, Recorded, inspect
from pbgov.org import Unit
from pbgov.packs import JIXI
from pbgov.rules import DutyItem, DutyList, Parameter
from tests.duty_packs import joined
from tests.unit.model.duties import APPROVED, EITHER, EVENTS, ON, figure, item, world
from tests.unit.validation.worlds import WORDS, pack

MET, BREACHED, UNKNOWN, APART = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE
JIXIS_49 = {"odd_certificate": 23, "admin_enforcement": 15, "demolition": 11}
MAIN = ("manage_members", "organise", "publicise", "unite", "serve", "catch_all_management")


def jixi(*, withdrawn: int = 0) -> Jurisdiction:
    """A county whose list has six admitted main duties and 49 others that nobody admitted."""
    sound = [item(code, code) for code in MAIN]
    approvals = [attrs.evolve(event, agenda=MAIN) for event in APPROVED]
    others = [item(f"{category}-{n:02}", category) for category, count in JIXIS_49.items() for n in range(count)]
    return world(*sound, *approvals, *others[: len(others) - withdrawn])


class TestJixis49:
    def test_49_are_flagged_by_category(self) -> None:
        found = inspect(jixi(), JIXI, on=ON)
        assert len(found.tasks) == 55
        assert len(found.flagged) == 49
        assert list(found.by_category.items()) == [
            ("odd_certificate", 23),
            ("admin_enforcement", 15),
            ("demolition", 11),
        ]
        assert found.count(Check.ADMITTED) == found.count(Check.PERMITTED) == 49
        assert found.count(Check.ADMITTED, MET) == 6
        assert found.open == ()

    def test_when_one_is_withdrawn_48_are_found(self) -> None:
        found = inspect(jixi(withdrawn=1), JIXI, on=ON)
        assert len(found.flagged) == 48
        assert found.by_category["demolition"] == 10

    def test_it_is_said_in_both_languages(self) -> None:
        found = inspect(jixi(), JIXI, on=ON)
        assert found.explain("zh").splitlines() == [
            "2018-07-01自查：在办事项55项，其中有问题49项，有待补充记录0项",
            "“奇葩”证明：23项",
            "行政执法：15项",
            "拆迁拆违：11项",
            "没有准入批准：49项",
            "属于禁止的类别：49项",
        ]
        assert found.explain().splitlines()[:2] == [
            "self-inspection on 2018-07-01: 55 tasks in force, 49 flagged, 0 open for want of records",
            "odd certificate: 23",
        ]

    def test_a_record_that_claims_nothing_flags_what_is_banned_and_leaves_the_rest_open(self) -> None:
        found = inspect(attrs.evolve(jixi(), recorded=()), JIXI, on=ON)
        assert len(found.flagged) == 49
        assert len(found.open) == 6
        assert found.count(Check.ADMITTED) == 0
        assert found.count(Check.ADMITTED, UNKNOWN) == 49
        assert found.explain("zh").splitlines()[-4:] == [
            "是否“没有准入批准”，尚无法判断：49项",
            "是否“列入负面清单”，尚无法判断：55项",
            "是否“已收回或已清理而仍在办”，尚无法判断：55项",
            "是否“责任主体不止一个”，尚无法判断：55项",
        ]


def one(place: Jurisdiction, check: Check, pack: Any = JIXI, on: date = ON) -> Verdict:
    """The verdict of a check on the item ``i1``."""
    (found,) = [each for each in inspect(place, pack, on=on).tasks if each.task.id == "i1"]
    return found.verdicts[check]


def of(kind: str, owner: str, name: str, **cells: Any) -> DutyList:
    return DutyList(id=name, kind=kind, owner=owner, **cells)


BARE = pack()  # without any figure


class TestAdmitted:
    def test_both_or_either_says_the_pack(self) -> None:
        place = world(item(), APPROVED[0])
        assert one(place, Check.ADMITTED) is BREACHED
        assert one(place, Check.ADMITTED, EITHER) is MET

    def test_a_pack_without_the_figures_does_not_ask(self) -> None:
        assert one(world(item()), Check.ADMITTED, BARE) is APART
        half = joined(BARE, "half", figure("admission.approvers", 2))
        assert one(world(item()), Check.ADMITTED, half) is APART

    @pytest.mark.parametrize("name", ["admission.organs", "admission.approvers"])
    def test_a_figure_still_wanted_leaves_it_open(self, name: str) -> None:
        late = Parameter(id=name, unit=WORDS, values=(attrs.evolve(figure(name, 2).values[0], start=date(2019, 1, 1)),))
        assert one(world(item(), *APPROVED), Check.ADMITTED, joined(JIXI, "late", replace=(late,))) is UNKNOWN


class TestPermitted:
    @pytest.mark.parametrize(
        ("category", "role", "verdict"),
        [
            ("serve", None, MET),
            ("demolition", None, BREACHED),
            ("demolition", "responsible", BREACHED),
            ("demolition", "assisting", MET),  # ruling 11
        ],
    )
    def test_being_responsible_for_what_is_banned(self, category: str, role: str | None, verdict: Verdict) -> None:
        assert one(world(item(category=category, role=role)), Check.PERMITTED) is verdict

    @pytest.mark.parametrize(
        ("taker", "category", "verdict"),
        [
            ("willow", "demolition", BREACHED),
            ("street", "demolition", MET),
            ("street", "tax_assistance", BREACHED),
            ("willow", "tax_assistance", MET),
            ("didao", "demolition", APART),
        ],
    )
    def test_each_level_has_its_own_ban(self, taker: str, category: str, verdict: Verdict) -> None:
        event = Event(id="down", kind="duty_handed_down", subject=taker, date=ON, agenda=(category,))
        (found,) = inspect(world(event), JIXI, on=ON).tasks
        assert found.verdicts[Check.PERMITTED] is verdict

    def test_a_ban_still_wanted_leaves_it_open(self) -> None:
        name = "community.forbidden"
        late = attrs.evolve(figure(name, ("x",)).values[0], start=date(2019, 1, 1))
        wanting = joined(JIXI, "late", replace=(Parameter(id=name, unit=WORDS, values=(late,)),))
        assert one(world(item()), Check.PERMITTED, wanting) is UNKNOWN
        assert one(world(item()), Check.PERMITTED, BARE) is APART


class TestNegativeLists:
    @pytest.mark.parametrize(
        ("owner", "category", "matter", "verdict"),
        [
            ("didao", "serve", None, BREACHED),
            ("jixi", "serve", None, BREACHED),
            ("other", "serve", None, MET),
            ("street", "serve", None, MET),
            ("didao", "seals", None, MET),
            ("didao", "seals", "m", BREACHED),
            ("didao", "serve", "n", MET),
        ],
    )
    def test_a_matter_or_a_whole_category(
        self, owner: str, category: str, matter: str | None, verdict: Verdict
    ) -> None:
        rows = [of("negative_list", owner, "N"), item("n", category, list="N", matter=matter)]
        assert one(world(item(matter="m"), *rows), Check.OFF_NEGATIVE_LIST) is verdict

    @pytest.mark.parametrize(
        ("claims", "empty", "verdict"),
        [
            (("lists", "entries"), True, MET),
            (("lists",), True, MET),  # no such list, so nothing on it
            (("lists",), False, UNKNOWN),
            (("entries",), True, UNKNOWN),
            (("lists", "entries"), False, MET),
        ],
    )
    def test_only_a_whole_record_says_that_nothing_bans(
        self, claims: tuple[str, ...], empty: bool, verdict: Verdict
    ) -> None:
        rows: list[Row] = [] if empty else [of("negative_list", "didao", "N")]
        assert one(world(item(), *rows, whole=claims), Check.OFF_NEGATIVE_LIST) is verdict


def withdrawal(subject: str = "didao", day: date = date(2018, 3, 1), agenda: Any = ("i1",)) -> Event:
    return Event(id="w", kind="work_item_withdrawn", subject=subject, date=day, agenda=agenda)


class TestRemoved:
    @pytest.mark.parametrize(
        ("rows", "verdict"),
        [
            ([], MET),
            ([withdrawal()], BREACHED),
            ([withdrawal(agenda=("m",))], BREACHED),
            ([withdrawal("jixi")], BREACHED),
            ([withdrawal("other")], MET),
            ([withdrawal(day=date(2017, 12, 31))], MET),  # before it was listed anew
            ([withdrawal(day=date(2018, 7, 2))], MET),
            ([of("taken_back_list", "street", "T"), item("t", list="T", matter="m")], BREACHED),
            ([of("taken_back_list", "didao", "T"), item("t", list="T", matter="m")], BREACHED),
            ([of("taken_back_list", "far", "T"), item("t", list="T", matter="m")], MET),
            ([of("taken_back_list", "street", "T"), item("t", list="T", matter="n")], MET),
            ([of("taken_back_list", "street", "T", end=ON), item("t", list="T", matter="m")], MET),
            ([of("basic_duty_list", "far", "T"), item("t", list="T", matter="m")], MET),
        ],
    )
    def test_listed_and_removed(self, rows: list[Row], verdict: Verdict) -> None:
        assert one(world(item(matter="m"), *rows), Check.NOT_REMOVED) is verdict

    @pytest.mark.parametrize(
        ("claims", "verdict"),
        [
            (EVENTS, MET),
            (("lists", "entries"), UNKNOWN),
            (("events", "entries"), UNKNOWN),
            (("events", "lists"), MET),
        ],
    )
    def test_only_a_whole_record_says_that_it_was_not(self, claims: tuple[str, ...], verdict: Verdict) -> None:
        assert one(world(item(), whole=claims), Check.NOT_REMOVED) is verdict

    def test_the_claim_reaches_from_the_start_to_the_day(self) -> None:
        for start, end, verdict in [
            (date(2018, 1, 1), date(2018, 7, 2), MET),
            (date(2018, 1, 2), date(2018, 7, 2), UNKNOWN),
            (date(2018, 1, 1), date(2018, 7, 1), UNKNOWN),
        ]:
            claim = Recorded(table="events", kind="work_item_withdrawn", start=start, end=end)
            place = attrs.evolve(world(item()), recorded=(claim, Recorded(table="lists")))
            assert one(place, Check.NOT_REMOVED) is verdict


class TestOwners:
    @pytest.mark.parametrize(
        ("cells", "rows", "owned", "once"),
        [
            ({}, [], MET, MET),
            ({"role": "assisting"}, [], BREACHED, MET),
            ({"role": "assisting", "department": "bureau"}, [], MET, MET),
            # a department's own duty is shifted to the communities
            ({}, [of("responsibility_list", "bureau", "D"), item("d", list="D", matter="m")], MET, BREACHED),
            ({"role": "assisting"}, [of("responsibility_list", "bureau", "D"), item("d", list="D", matter="m")],
             MET, MET),
            # a subdistrict of the county owns it too, one of another county does not count
            ({}, [of("basic_duty_list", "street", "B"), item("b", list="B", matter="m")], MET, BREACHED),
            ({}, [of("basic_duty_list", "far", "B"), item("b", list="B", matter="m")], MET, MET),
            ({}, [of("basic_duty_list", "jixi", "B"), item("b", list="B", matter="m")], MET, BREACHED),
            ({}, [of("basic_duty_list", "street", "B"), item("b", list="B", matter="n")], MET, MET),
            ({}, [of("annual_task_list", "street", "B"), item("b", list="B", matter="m")], MET, MET),
            ({}, [of("cooperating_duty_list", "street", "C"), item("c", list="C", matter="m", department="bureau")],
             MET, BREACHED),
            ({}, [of("responsibility_list", "abroad", "D"), item("d", list="D", matter="m")], MET, MET),
            ({}, [of("basic_duty_list", "other", "B"), item("b", list="B", matter="m")], MET, MET),
            ({}, [of("basic_duty_list", "nowhere", "B"), item("b", list="B", matter="m")], MET, MET),
        ],
    )  # fmt: skip
    def test_nobody_one_or_two(self, cells: dict[str, Any], rows: list[Row], owned: Verdict, once: Verdict) -> None:
        place = world(Unit(id="abroad", kind="department", parent="other"), item(matter="m", **cells), *rows)
        assert (one(place, Check.OWNED), one(place, Check.OWNED_ONCE)) == (owned, once)

    def test_a_department_of_the_county_serves_those_below_it(self) -> None:
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("m",))
        for owner, once in (("bureau", BREACHED), ("abroad", MET)):
            rows = [of("responsibility_list", owner, "D"), item("d", list="D", matter="m")]
            place = world(Unit(id="abroad", kind="department", parent="other"), down, *rows)
            (found,) = inspect(place, JIXI, on=ON).tasks
            assert found.verdicts[Check.OWNED_ONCE] is once

    def test_without_whole_lists_another_owner_may_stand_elsewhere(self) -> None:
        place = world(item(role="assisting"), whole=("lists",))
        assert (one(place, Check.OWNED), one(place, Check.OWNED_ONCE)) == (UNKNOWN, UNKNOWN)
        assert one(world(item(), whole=("entries",)), Check.OWNED) is MET


class TestTheResult:
    def test_columns_hold_a_task_a_row(self) -> None:
        event = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("seals",))
        columns = inspect(world(item(start=None), event), JIXI, on=ON).to_columns()
        assert {name: column[1] for name, column in columns.items()} == {
            "task": "down", "code": "seals", "category": "seals", "holder": "willow", "start": "2018-07-01",
            "flagged": True, "admitted": "breached", "permitted": "met", "off_negative_list": "met",
            "not_removed": "met", "owned": "met", "owned_once": "met",
        }  # fmt: skip
        old = world(DutyItem(id="x", list="old", category="serve"), of("work_item_list", "didao", "old"))
        assert inspect(old, JIXI, on=ON).to_columns()["start"] == [None]

    def test_a_flagged_task_says_what_is_wrong(self) -> None:
        (found,) = inspect(world(item("i1", "demolition", name="拆除违建")), JIXI, on=ON).flagged
        assert found.wrong == (Check.ADMITTED, Check.PERMITTED)
        assert found.in_("zh") == "拆除违建（拆迁拆违，didao）：没有准入批准、属于禁止的类别"
        words = (
            "拆除违建 (demolition and removal of illegal structures, didao): without admission, of a banned category"
        )
        assert found.in_("en") == words
        (sound,) = inspect(world(item(), *APPROVED), JIXI, on=ON).tasks
        assert sound.in_("en") == "i1 (serving residents, didao): -"

    def test_equal_counts_stand_in_the_order_of_codes(self) -> None:
        found = inspect(world(item("i1", "seals"), item("i2", "odd"), item("i3", "zeal")), JIXI, on=ON)
        assert list(found.by_category) == ["odd", "seals", "zeal"]

    def test_nothing_in_force_is_nothing_to_flag(self) -> None:
        assert inspect(world(), JIXI, on=ON) == Inspection(on=ON, tasks=())

    def test_misuse_is_refused(self) -> None:
        moment: Any = datetime(2018, 7, 1, 12)  # noqa: DTZ001 - a moment is refused, whatever its zone
        with pytest.raises(InvalidValueError, match="on should be a date"):
            inspect(world(), JIXI, on=moment)
        no_pack: Any = "jixi"
        with pytest.raises(InvalidValueError, match=r"pack should be a RulePack.* / .*pack应为规则包"):
            inspect(world(), no_pack, on=ON)
        wrong: Any = "fr"
        with pytest.raises(InvalidValueError, match="no language"):
            inspect(world(), JIXI, on=ON).explain(wrong)
