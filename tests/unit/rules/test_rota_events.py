"""What may happen to a rota, case by case, and what may not."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from pbgov.base import FrozenMap, Period
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.rules import (
    Decline,
    Join,
    Leave,
    Nominate,
    Reorder,
    RoleKind,
    Rota,
    RotaEvent,
    Stint,
    Substitute,
    Vacancy,
)

MEMBERS: Mapping[str, tuple[str, ...]] = {group: tuple(f"{group}{n}" for n in range(1, 7)) for group in "ABCD"}
FOUR = Rota(groups=tuple("ABCD"), members=FrozenMap(MEMBERS), start=date(2018, 1, 1), months=2)
PLAIN = Rota(groups=tuple("ABCD"), start=date(2018, 1, 1), months=2)


def holders(rota: Rota, n: int = 8) -> str:
    return "".join(rota.term(number).group or "-" for number in range(n))


def nominate(on: date, nominee: str, n: int = 4) -> Nominate:
    return Nominate(on=on, group=nominee[0], nominee=nominee, nominators=MEMBERS[nominee[0]][:n])


def substitute(on: date, nominee: str, n: int = 4) -> Substitute:
    return Substitute(on=on, group=nominee[0], nominee=nominee, nominators=MEMBERS[nominee[0]][:n])


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "ABCDABCD"),
        ((Decline(date(2018, 2, 1), "B"),), "ACDBABCD"),  # to the end of the cycle, and back in order in the next
        ((Decline(date(2018, 1, 1), "A"),), "BCDAABCD"),  # on the first day it still may
        ((Decline(date(2018, 2, 1), "B"), Decline(date(2018, 2, 2), "C")), "ADBCABCD"),
        ((Decline(date(2018, 6, 1), "D"),), "ABC-DABC"),  # nobody is left in the cycle: vacant, and D comes after
        (tuple(Decline(date(2018, 1, 1), group) for group in "ABCD"), "-ABCDABC"),  # all decline
        ((*(Decline(date(2018, 1, 1), group) for group in "ABCD"), Join(on=date(2018, 1, 1), group="E")), "-ABCDEAB"),
        ((Join(on=date(2018, 1, 31), group="E"),), "ABCDEABC"),
        ((Join(on=date(2018, 6, 30), group="E"),), "ABCDEABC"),  # D is announced and stays
        ((Join(on=date(2018, 7, 1), group="E"),), "ABCDABCD"),  # A is announced; E comes last in the second cycle
        ((Leave(on=date(2018, 1, 31), group="B"),), "ACDACDAC"),
        ((Leave(on=date(2018, 1, 31), group="A"),), "ABCDBCDB"),  # the term under way stays its term
        ((Leave(on=date(2018, 1, 1), group="A"),), "BCDBCDBC"),  # on the first day it has not begun
        ((Reorder(date(2018, 1, 31), tuple("DCBA")),), "ABDCDCBA"),  # A and B are announced
        ((Leave(on=date(2018, 2, 1), group="B"), Join(on=date(2018, 2, 2), group="B")), "ACDBACDB"),
        ((Leave(on=date(2018, 4, 1), group="A"), Join(on=date(2018, 4, 2), group="A")), "ABCDBCDA"),  # once a cycle
    ],
)  # fmt: skip
def test_whose_turn_it_is_after_events(events: tuple[RotaEvent, ...], expected: str) -> None:
    assert holders(PLAIN.with_(*events)) == expected


@pytest.mark.parametrize(
    ("announced", "expected"), [(0, "ADCBDCBA"), (1, "ABDCDCBA"), (2, "ABCDDCBA"), (4, "ABCDADCB")]
)
def test_how_much_is_announced_is_a_parameter(announced: int, expected: str) -> None:
    rota = Rota(groups=tuple("ABCD"), start=date(2018, 1, 1), months=2, announced=announced)
    assert holders(rota.with_(Reorder(date(2018, 1, 31), tuple("DCBA")))) == expected


def test_an_emptied_group_is_passed_over_and_comes_back_last() -> None:
    empty = FOUR.with_(Leave(on=date(2018, 1, 15), group="C", members=MEMBERS["C"]))
    assert holders(empty) == "ABDABDAB"
    assert holders(empty.with_(Join(on=date(2018, 1, 16), group="C", members=("C9",)))) == "ABDCABCD"


def test_with_nobody_left_every_term_is_vacant_until_somebody_joins() -> None:
    left = Rota(groups=("A",), start=date(2018, 1, 1), months=1).with_(Leave(on=date(2018, 1, 1), group="A"))
    assert holders(left, 3) == "---"
    assert [turn.cycle for turn in map(left.term, range(3))] == [2, 3, 4]  # two were drawn up, and emptied
    assert left.cycle() == ()
    assert left.stint(date(9000, 1, 1)).vacancy is Vacancy.NOBODY
    assert holders(left.with_(Join(on=date(2018, 1, 2), group="E")), 4) == "--EE"


def test_the_chair_is_who_was_nominated_jointly() -> None:
    rota = FOUR.with_(nominate(date(2018, 1, 1), "A3"), nominate(date(2018, 1, 5), "C1"))
    assert rota.stint(date(2018, 1, 1)).chair == "A3"
    assert rota.stint(date(2018, 3, 1)).chair is None  # B has nominated nobody
    assert rota.stint(date(2018, 5, 1)).chair == "C1"
    assert rota.stint(date(2019, 1, 1)).chair is None  # for one term


def test_a_late_nomination_counts_from_its_day_and_a_later_one_is_for_the_next_term() -> None:
    rota = FOUR.with_(nominate(date(2018, 1, 11), "A1"), nominate(date(2018, 1, 21), "A2"))
    stints = rota.calendar(date(2018, 1, 1), date(2018, 3, 1)).stints
    assert [(stint.chair, stint.period.start) for stint in stints] == [
        (None, date(2018, 1, 1)), ("A1", date(2018, 1, 11)),
    ]  # fmt: skip
    assert rota.stint(date(2018, 9, 1)).chair == "A2"


def test_who_was_nominated_and_left_before_the_term_does_not_preside() -> None:
    rota = FOUR.with_(nominate(date(2018, 1, 1), "B2"), Leave(on=date(2018, 3, 1), group="B", members=("B2",)))
    assert rota.stint(date(2018, 3, 1)) == Stint(
        number=1, cycle=0, group="B", period=Period(date(2018, 3, 1), date(2018, 5, 1))
    )


def test_the_rest_of_a_leavers_term_goes_to_a_substitute_of_the_same_group() -> None:
    left = FOUR.with_(nominate(date(2018, 1, 1), "A6"), Leave(on=date(2018, 1, 21), group="A", members=("A6",)))
    [first, second] = left.calendar(date(2018, 1, 1), date(2018, 2, 28)).stints
    assert (first.chair, first.vacancy, first.period.end) == ("A6", None, date(2018, 1, 21))
    assert (second.group, second.chair, second.vacancy) == ("A", None, Vacancy.LEFT)
    healed = left.with_(substitute(date(2018, 1, 31), "A2"))
    assert [stint.vacancy for stint in healed.calendar(date(2018, 1, 1), date(2018, 2, 28))] == [
        None, Vacancy.LEFT, None,
    ]  # fmt: skip
    assert healed.stint(date(2018, 2, 28)).substitute
    at_once = left.with_(substitute(date(2018, 1, 21), "A2"))
    assert [stint.chair for stint in at_once.calendar(date(2018, 1, 1), date(2018, 2, 28))] == ["A6", "A2"]
    assert at_once.stint(date(2018, 3, 1)).chair is None
    assert holders(at_once) == holders(FOUR)


def test_a_member_who_does_not_preside_may_leave_unnoticed() -> None:
    rota = FOUR.with_(nominate(date(2018, 1, 1), "A6"), Leave(on=date(2018, 1, 21), group="A", members=("A5",)))
    assert len(rota.calendar(date(2018, 1, 1), date(2018, 3, 1))) == 1


def test_a_group_that_goes_leaves_the_rest_of_its_term_vacant() -> None:
    rota = PLAIN.with_(Leave(on=date(2018, 1, 21), group="A"))
    [finding] = rota.calendar(date(2018, 1, 1), date(2018, 9, 1)).findings()
    assert (finding.code, finding.subject, finding.aspect) == ("PBR01", "A", "[2018-01-21, 2018-03-01)")
    assert finding.message("en") == (
        "A: rotating chair, term 1, [2018-01-21, 2018-03-01): vacant, since the holder left and no substitute was "
        "nominated"
    )
    assert finding.message("zh") == "A：“轮职”主席第1任自[2018-01-21, 2018-03-01)空缺：任职者已退出，未推荐替补"


@pytest.mark.parametrize("quorum", [1, 3, 6])
def test_the_quorum_is_a_parameter(quorum: int) -> None:
    rota = Rota(groups=tuple("ABCD"), members=MEMBERS, start=date(2018, 1, 1), months=2, quorum=quorum)
    rota.with_(nominate(date(2018, 1, 1), "A1", quorum))
    with pytest.raises(IllegalEventError, match=rf"{quorum - 1} of group A nominate together and {quorum} are needed"):
        rota.with_(nominate(date(2018, 1, 1), "A1", quorum - 1))


@pytest.mark.parametrize(("size", "enough"), [(1, 1), (2, 2), (3, 2), (6, 4)])
def test_without_a_quorum_more_than_half_must_sign(size: int, enough: int) -> None:
    rota = Rota(groups=("A",), members={"A": MEMBERS["A"][:size]}, start=date(2018, 1, 1), months=2)
    assert rota.with_(nominate(date(2018, 1, 1), "A1", enough)).stint(date(2018, 1, 1)).chair == "A1"
    with pytest.raises(IllegalEventError, match="nominate together"):
        rota.with_(nominate(date(2018, 1, 1), "A1", enough - 1))


DURING = date(2018, 1, 15)
REFUSED: dict[str, tuple[tuple[RotaEvent, ...], str, str]] = {
    "before the start": ((Join(on=date(2017, 12, 31), group="E"),), "lies before the rota starts", "早于轮值开始日"),
    "no such group": ((Leave(on=DURING, group="E"),), "E is no group of the rota", "E不是参加轮值的小组"),
    "left already": ((Leave(on=DURING, group="A"), Leave(on=DURING, group="A")), "A is no group", "A不是参加轮值"),
    "joined already": ((Join(on=DURING, group="A"),), "group A is in the rota already", "小组A已参加轮值"),
    "joined twice": ((Join(on=DURING, group="E"), Join(on=DURING, group="E")), "E is in the rota", "E已参加"),
    "member of another": ((Join(on=DURING, group="A", members=("B1",)),), "B1 belongs to group B", "B1已是小组B"),
    "member already": ((Join(on=DURING, group="A", members=("A1",)),), "A1 belongs to group A", "A1已是小组A"),
    "no member": ((Leave(on=DURING, group="A", members=("B1",)),), "B1 is no member of group A", "B1不是小组A"),
    "not in turn": ((Decline(DURING, "C"),), r"group C has no announced term.*announced: B\)", "小组C没有已公布"),
    "begun": ((Decline(date(2018, 1, 2), "A"),), "group A has no announced term", "请在任期公布后至其首日辞任"),
    "declined already": ((Decline(DURING, "B"), Decline(DURING, "B")), "B has no announced term", "B没有已公布"),
    "before its turn": (
        (Decline(date(2018, 2, 1), "C"), Decline(date(2018, 2, 2), "B")), "C has no announced", "C没有已公布",
    ),
    "nominee of another": (
        (Nominate(on=DURING, group="A", nominee="B1", nominators=MEMBERS["A"]),), "B1 is no member of group A",
        "B1不是",
    ),
    "nominator outside": (
        (Nominate(on=DURING, group="A", nominee="A1", nominators=(*MEMBERS["A"], "B1", "C1")),),
        "B1, C1 is no member of group A", "B1, C1不是",
    ),
    "no chair yet": ((substitute(DURING, "A1"),), "group A has nobody in the chair", "首次提名用Nominate"),
    "not in the chair": ((substitute(DURING, "B1"),), "group B has nobody in the chair", "没有正在履职的主席"),
    "not begun": (
        (nominate(date(2018, 1, 1), "A1"), substitute(date(2018, 1, 1), "A2")), "A has nobody in the chair", "可替",
    ),
    "in the chair": (
        (nominate(date(2018, 1, 1), "A1"), substitute(DURING, "A1")), "A1 is in the chair already", "A1已在任",
    ),
    "order too short": ((Reorder(DURING, ("A", "B")),), "hold each of these groups once: A, B, C, D", "各小组一次"),
    "order with a stranger": ((Reorder(DURING, tuple("ABCE")),), "each of these groups once", "补上遗漏的"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_happen_is_refused(case: str) -> None:
    events, en, zh = REFUSED[case]
    with pytest.raises(IllegalEventError, match=rf"{en}.* / .*{zh}") as caught:
        FOUR.with_(*events)
    assert caught.value.culprits[0] in events


@pytest.mark.parametrize(
    "event",
    [
        Join(on=DURING, group="A", members=("A9",)),
        Leave(on=DURING, group="A", members=("A1",)),
        nominate(DURING, "A1"),
        substitute(DURING, "A1"),
    ],
)
def test_where_nobody_listed_the_members_they_can_do_nothing(event: RotaEvent) -> None:
    with pytest.raises(IllegalEventError, match="nobody has said who is in group A"):
        PLAIN.with_(event)


def test_an_event_told_late_is_checked_against_the_later_ones() -> None:
    later = FOUR.with_(Decline(date(2018, 2, 2), "B"))
    with pytest.raises(IllegalEventError, match="on 2018-02-02, group B has no announced term"):
        later.with_(Leave(on=date(2018, 2, 1), group="B"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"members": {"E": ("e",)}}, "names groups that are not in the rota: E"),
        ({"members": {"A": ()}}, "the groups A have no members"),
        ({"members": {"A": ("x", "y"), "B": ("y",)}}, "y belong to more than one group"),
        ({"members": {"A": "x"}}, "should be identifiers, each once, and are 'x'"),
        ({"members": {"A": ("x", "x")}}, "should be identifiers, each once"),
        ({"members": {"A": (1,)}}, "should be identifiers"),
        ({"members": {"A": ("a b",)}}, "should be identifiers"),
        ({"events": ("A",)}, "'A' is no event of a rota"),
        ({"announced": -1}, "announced should be a whole number of 0 or more"),
        ({"announced": True}, "announced should be a whole number of 0 or more"),
        ({"quorum": 0}, "quorum should be a whole number of 1 or more"),
        ({"quorum": True}, "quorum should be a whole number of 1 or more"),
        ({"role": RoleKind.CONVENER}, "CONVENER.* does not rotate"),
        ({"role": "rotating_chair"}, "'rotating_chair' does not rotate"),
        ({"months": None}, "a term is a whole number of months"),  # no source gives the term of a duty rota
    ],
)
def test_a_rota_that_cannot_be_is_refused(change: dict[str, Any], message: str) -> None:
    given: dict[str, Any] = {"groups": ("A", "B"), "start": date(2018, 1, 1), "months": 2, **change}
    with pytest.raises(InvalidValueError, match=message):
        Rota(**given)


def test_a_duty_rota_needs_its_term_from_the_model() -> None:
    without: dict[str, Any] = {"groups": ("A",), "start": date(2018, 1, 1), "role": RoleKind.DUTY_MEMBER}
    with pytest.raises(TypeError, match="months"):
        Rota(**without)
    assert Rota(**without, months=3).calendar(date(2018, 1, 1), date(2018, 1, 2)).role is RoleKind.DUTY_MEMBER


@pytest.mark.parametrize("on", [datetime(2018, 1, 1), "2018-01-01", None])  # noqa: DTZ001 - a moment is no day
def test_days_are_days(on: Any) -> None:
    calls: list[Callable[[], object]] = [
        lambda: FOUR.on(on), lambda: FOUR.next(on), lambda: FOUR.calendar(on, date(2019, 1, 1)),
        lambda: FOUR.calendar(date(2018, 1, 1), on), lambda: Decline(on, "A"),
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(InvalidValueError, match="should be a date"):
            call()


@pytest.mark.parametrize("number", [-1, True, 1.0])
def test_terms_and_cycles_are_counted_from_zero(number: Any) -> None:
    for call in (FOUR.term, FOUR.cycle):
        with pytest.raises(InvalidValueError, match="number should be a whole number of 0 or more"):
            call(number)


def test_what_comes_next() -> None:
    assert FOUR.next(date(2017, 1, 1)) == FOUR.term(0)
    assert FOUR.next(date(2018, 1, 1)) == FOUR.term(1)
    assert FOUR.next(date(2018, 2, 28)) == FOUR.term(1)
    with pytest.raises(InvalidValueError, match="leaves the years 1 to 9999"):
        FOUR.next(date.max)


def test_a_calendar_is_half_open_and_starts_with_the_rota() -> None:
    assert [stint.group for stint in PLAIN.calendar(date(2018, 2, 28), date(2018, 5, 1))] == ["A", "B"]
    assert [stint.group for stint in PLAIN.calendar(date(2017, 1, 1), date(2018, 1, 2))] == ["A"]
    assert len(PLAIN.calendar(date(2017, 1, 1), date(2018, 1, 1))) == 0
    assert PLAIN.calendar(date(9999, 12, 30), date.max).stints[-1].period.end is None
    with pytest.raises(InvalidValueError, match="holds no day"):
        PLAIN.calendar(date(2018, 1, 1), date(2018, 1, 1))


def test_cycles_end_with_the_calendar() -> None:
    rota = Rota(groups=("A", "B"), start=date(9999, 8, 30), months=2)
    assert [turn.group for turn in rota.cycle(1)] == ["A"]
    assert rota.cycle(2) == ()


def test_cycles_shaped_by_events_are_told_one_by_one() -> None:
    rota = PLAIN.with_(Join(on=date(2018, 1, 31), group="E"), Decline(date(2018, 8, 1), "E"))
    cycles = [[turn.group for turn in rota.cycle(number)] for number in range(3)]
    assert cycles == [["A", "B", "C", "D", None, "E"], list("ABCDE"), list("ABCDE")]
    numbers = [turn.number for number in range(3) for turn in rota.cycle(number)]
    assert all(b == a + 1 for a, b in itertools.pairwise(numbers))
