from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from pbgov.base import Assumption, FrozenMap, Text
from pbgov.errors import IllegalEventError, InvalidValueError, StructureError, UnknownIdError
from pbgov.packs import AGREEMENT, AUDIT, CASE, LIFECYCLES, MEMBERSHIP, OWNERS_COMMITTEE, PROCESSES
from pbgov.rules import (
    OWNER,
    Act,
    Due,
    Field,
    Follows,
    Guard,
    History,
    Lifecycle,
    Parts,
    Refusal,
    Review,
    Span,
    Transition,
    explicable,
    field,
    param,
    review,
)

WORDS = Text(zh="甲", en="a")
DAY = date(2021, 3, 1)
LATER = date(2021, 3, 9)
agreed = field("agreed", "bool", Text(zh="是否同意", en="whether it is agreed"))
months = field("months", "int", Text(zh="月数", en="months"))
AGREED = Guard(agreed, Text(zh="已同意", en="it is agreed"))
NO_DAY: Any = "2021-03-01"
MOMENT: Any = datetime(2021, 3, 1, 12)  # noqa: DTZ001 - a moment is refused, whatever its zone


def go(state: str, act: str, to: str, **more: Any) -> Transition:
    return Transition(state=state, act=act, to=to, **more)


def table(*steps: Transition, start: str = "s", **more: Any) -> Lifecycle:
    """A lifecycle of these steps, whose states, acts and ends are those it needs."""
    states = dict.fromkeys([start, *(one for step in steps for one in (step.state, step.to))], WORDS)
    left = {step.state for step in steps}
    given: dict[str, Any] = {
        "id": "t",
        "title": WORDS,
        "states": states,
        "acts": dict.fromkeys([step.act for step in steps], WORDS),
        "start": start,
        "finals": tuple(state for state in states if state not in left),
        "transitions": steps,
        "fields": (agreed.field, months.field),
        "basis": Assumption(WORDS),
    }
    return Lifecycle(**(given | more))


def begun(lifecycle: Lifecycle, start: date | None = DAY) -> History:
    return History(lifecycle=lifecycle, id="p", start=start)


ONE = table(go("s", "x", "t"))


class Known:
    """A pack that knows these figures."""

    def __init__(self, **figures: Any) -> None:
        self.figures = figures

    def figure(self, name: str) -> Any:
        return self.figures.get(name)


# what no table can be

FAULTS: tuple[tuple[Callable[[], object], type[Exception], str, str, tuple[object, ...]], ...] = (
    (
        lambda: table(go("s", "x", "t"), start="u", states={"s": WORDS, "t": WORDS}),
        UnknownIdError,
        "no state 'u'",
        "没有状态'u'",
        ("u",),
    ),
    (lambda: table(go("s", "x", "t"), states={"s": WORDS}), UnknownIdError, "no state 't'", "没有状态't'", ("t",)),
    (
        lambda: table(go("s", "x", "t"), states={"t": WORDS}, start="t"),
        UnknownIdError,
        "no state 's'",
        "没有状态's'",
        ("s",),
    ),
    (lambda: table(go("s", "x", "t"), finals=("t", "u")), UnknownIdError, "no state 'u'", "没有状态'u'", ("u",)),
    (lambda: table(go("s", "x", "t"), acts={"y": WORDS}), UnknownIdError, "no act 'x'", "没有行为'x'", ("x",)),
    (
        lambda: table(go("s", "x", "t", within=Span(1, "day", "y"))),
        UnknownIdError,
        "no act 'y'",
        "没有行为'y'",
        ("y",),
    ),
    (
        lambda: table(go("s", "x", "t", not_before=Span(1, "day", "y"))),
        UnknownIdError,
        "no act 'y'",
        "没有行为'y'",
        ("y",),
    ),
    (lambda: table(go("s", "x", "t"), once=("y",)), UnknownIdError, "no act 'y'", "没有行为'y'", ("y",)),
    (lambda: table(go("s", "x", "t"), handing=("y",)), UnknownIdError, "no act 'y'", "没有行为'y'", ("y",)),
    (lambda: table(go("s", "x", "t"), accountable="y"), UnknownIdError, "no act 'y'", "没有行为'y'", ("y",)),
    (
        lambda: table(go("s", "x", "t"), parts=Parts(opened_by="x", closed_by="x", before=("y",))),
        UnknownIdError,
        "no act 'y'",
        "没有行为'y'",
        ("y",),
    ),
    (
        lambda: table(go("s", "x", "t"), parts=Parts(opened_by="y", closed_by="x", before=())),
        UnknownIdError,
        "no act 'y'",
        "没有行为'y'",
        ("y",),
    ),
    (
        lambda: table(go("s", "x", "t"), parts=Parts(opened_by="x", closed_by="y", before=())),
        UnknownIdError,
        "no act 'y'",
        "没有行为'y'",
        ("y",),
    ),
    (
        lambda: table(go("s", "x", "t", guards=(AGREED,)), fields=()),
        UnknownIdError,
        "field agreed",
        "字段agreed",
        ("agreed",),
    ),
    (
        lambda: table(go("s", "x", "t", within=Span(months)), fields=(agreed.field,)),
        UnknownIdError,
        "field months that is not declared; declare it beside: agreed",
        "未声明的字段months",
        ("months",),
    ),
    (
        lambda: table(go("s", "x", "t"), fields=(agreed.field, agreed.field)),
        InvalidValueError,
        "twice",
        "重复",
        ("agreed",),
    ),
    (
        lambda: table(go("s", "x", "t"), fields=(Field(name="d", kind="date", label=WORDS),)),
        InvalidValueError,
        "or is a date",
        "或为日期",
        ("d",),
    ),
    (
        lambda: table(go("s", "x", "t"), acts={"x": WORDS, "y": WORDS}),
        StructureError,
        "stand in no step: y",
        "没有用到：y",
        ("y",),
    ),
    (
        lambda: table(go("s", "x", "t"), go("s", "x", "s")),
        StructureError,
        "x leads from state s to two",
        "行为x通向两处",
        ("s", "x"),
    ),
    (
        lambda: table(go("s", "x", "t"), go("u", "x", "t")),
        StructureError,
        "no acts lead to .*: u",
        "无法到达：u",
        ("u",),
    ),
    (
        lambda: table(go("s", "x", "t"), finals=()),
        StructureError,
        "cannot be left .*: t",
        "无法离开，又不是终态：t",
        ("t",),
    ),
    (
        lambda: table(go("s", "x", "t"), go("t", "x", "t")),
        StructureError,
        "cannot be left .*: t",
        "无法离开，又不是终态：t",
        ("t",),
    ),
    (
        lambda: table(go("s", "x", "t"), go("t", "x", "s"), finals=("t",)),
        StructureError,
        "can be left: t",
        "还能离开：t",
        ("t",),
    ),
    (lambda: Span(-1), InvalidValueError, "amount should be a whole", "amount应为非负整数", (-1,)),
    (lambda: Span(True), InvalidValueError, "amount should be a whole", "amount应为非负整数", (True,)),
    (lambda: Span(1, "weeks"), InvalidValueError, "is 'weeks'", "实为'weeks'", ("weeks",)),  # type: ignore[arg-type]
    (lambda: Act(kind="x y", on=DAY), InvalidValueError, "kind is no identifier", "kind不是有效标识", ("kind", "x y")),
    (lambda: Act(kind="x", on=NO_DAY), InvalidValueError, "on should be a date", "on应为日期", ("on", NO_DAY)),
    (lambda: Act(kind="x", on=MOMENT), InvalidValueError, "on should be a date", "on应为日期", ("on", MOMENT)),
    (lambda: Act(kind="x", on=DAY, by=""), InvalidValueError, "by is no identifier", "by不是有效标识", ("by", "")),
    (
        lambda: Act(kind="x", on=DAY, facts={"n": DAY}),
        InvalidValueError,
        "fact n of an act cannot be",
        "所附事实n",
        ("facts", "n", DAY),
    ),
    (
        lambda: Act(kind="x", on=DAY, facts={"n": "a b"}),
        InvalidValueError,
        "fact n of",
        "所附事实n",
        ("facts", "n", "a b"),
    ),
    (
        lambda: Act(kind="x", on=DAY, facts={"n o": 1}),
        InvalidValueError,
        "fact n o of",
        "所附事实n o",
        ("facts", "n o", 1),
    ),
    (lambda: begun(ONE, start=NO_DAY), InvalidValueError, "start should be a date", "start应为日期", ("start", NO_DAY)),
    (lambda: begun("t"), InvalidValueError, "lifecycle should be a Lifecycle", "lifecycle应为Lifecycle", ("t",)),  # type: ignore[arg-type]
    (lambda: begun(ONE).overdue(NO_DAY), InvalidValueError, "on should be a date", "on应为日期", ("on", NO_DAY)),
)


@pytest.mark.parametrize(("make", "kind", "english", "chinese", "culprits"), FAULTS, ids=map(str, range(len(FAULTS))))
def test_what_cannot_be_is_refused_in_both_languages(
    make: Callable[[], object], kind: type[Exception], english: str, chinese: str, culprits: tuple[object, ...]
) -> None:
    with pytest.raises(kind, match=f"{english}.* / .*{chinese}") as caught:
        make()
    assert getattr(caught.value, "culprits", None) == culprits


def test_a_state_that_only_begins_may_be_all_there_is() -> None:
    alone = table(finals=("s",))
    assert alone.run(()) == "s"
    assert begun(alone).ended
    assert begun(alone).possible() == ()


def test_a_step_that_stays_is_no_way_out() -> None:
    assert table(go("s", "x", "s"), go("s", "y", "t")).finals == ("t",)


def test_the_basis_of_a_step_is_its_own_or_that_of_the_whole() -> None:
    own = Assumption(Text(zh="乙", en="b"))
    bound = table(go("s", "x", "t", basis=own), go("s", "y", "t"))
    assert [bound.basis_of(step) for step in bound.transitions] == [own, bound.basis]


def test_an_agreement_takes_two_parties_and_ends_in_three_ways() -> None:
    two = {"signers": 2, "community_signs": True}
    held = begun(AGREEMENT).after("sign", on=DAY, facts=two).after("take_effect", on=DAY)
    assert held.possible() == ("renew", "expire", "terminate")
    with pytest.raises(IllegalEventError, match=r"two parties sign at the least"):
        begun(AGREEMENT).after("sign", on=DAY, facts={**two, "signers": 1})


def test_it_names_its_parameters_once() -> None:
    rests = table(
        go("s", "x", "t", within=Span("a"), not_before=Span(param("b"), "month")),
        go("s", "y", "t", guards=(Guard(months <= param("a"), WORDS),)),
    )
    assert rests.parameters() == ("a", "b")
    assert Follows(rests).figures() == ("a", "b")


# spans


@pytest.mark.parametrize(
    ("span", "first", "amount", "last"),
    [
        (Span(30), date(2021, 3, 1), 30, date(2021, 3, 31)),
        (Span(0), date(2021, 3, 1), 0, date(2021, 3, 1)),
        (Span(1, "month"), date(2021, 1, 31), 1, date(2021, 2, 28)),
        (Span(12, "month"), date(2020, 2, 29), 12, date(2021, 2, 28)),
        (Span(1), date(9999, 12, 30), 1, date.max),
        (Span(1), date(9999, 12, 31), 1, date.max),
        (Span(1, "month"), date(9999, 11, 30), 1, date(9999, 12, 30)),
        (Span(1, "month"), date(9999, 12, 1), 1, date.max),
        (Span(1, "month"), date(2021, 1, 1), 10**9, date.max),
        (Span(1), date(2021, 1, 1), 10**12, date.max),
    ],
)
def test_the_last_day_of_a_span(span: Span, first: date, amount: int, last: date) -> None:
    assert span.last(first, amount) == last


def test_the_last_day_is_in_time() -> None:
    filing = History(lifecycle=OWNERS_COMMITTEE, id="o").after("prepare", on=DAY).after("assemble", on=DAY)
    elected = filing.after("elect", on=date(2021, 5, 1))
    pack = PROCESSES.at(LATER)
    (due,) = elected.due(pack)
    assert (due.act, due.day) == ("file", date(2021, 5, 31))
    assert elected.overdue(date(2021, 5, 31), pack) == ()
    assert elected.overdue(date(2021, 6, 1), pack) == (due,)
    assert elected.after("file", on=date(2021, 6, 15)).state == "filed"  # late, not impossible
    assert elected.overdue(date(2021, 6, 1)) == ()  # nobody knows the limit


def test_a_limit_that_nobody_gave_makes_nothing_overdue() -> None:
    due: Due
    (due,) = begun(CASE).due(PROCESSES.at(LATER))
    assert (due.day, due.missing) == (None, ("case.accept_days",))
    assert begun(CASE).overdue(date(2022, 1, 1), PROCESSES.at(LATER)) == ()
    assert begun(CASE).overdue(date(2021, 3, 4), Known(**{"case.accept_days": 2}))[0].day == date(2021, 3, 3)


@pytest.mark.parametrize("figure", [-1, True, (1, 2), None])
def test_what_counts_nothing_is_not_known(figure: Any) -> None:
    (due,) = begun(CASE).due(Known(**{"case.accept_days": figure}))
    assert due.day is None
    assert due.missing in {("case.accept_days",), ("amount",)}


def test_a_limit_needs_the_day_it_is_counted_from() -> None:
    (due,) = begun(table(go("s", "x", "t", within=Span(1))), start=None).due()
    assert (due.day, due.missing) == (None, ("start",))
    since = table(go("s", "x", "t"), go("t", "y", "u", within=Span(3, "day", "x")), go("t", "x", "t"))
    assert begun(since).due() == ()
    twice = begun(since).after("x", on=DAY).after("x", on=LATER)
    assert twice.due()[0].day == date(2021, 3, 12)  # from the last time
    never = table(go("s", "x", "t", within=Span(1, "day", "y"), not_before=Span(1, "day", "y")), go("s", "y", "s"))
    assert begun(never).due() == ()
    assert begun(never).after("x", on=DAY).ended


def test_a_step_that_stays_does_not_start_the_clock_again() -> None:
    clock = table(go("s", "x", "s"), go("s", "y", "t", within=Span(1)))
    assert begun(clock).after("x", on=LATER).since == DAY
    assert begun(clock).after("x", on=LATER).due()[0].day == date(2021, 3, 2)
    assert begun(clock).after("y", on=LATER).since == LATER


# what cannot happen

DIVIDED = table(
    go("s", "call", "s"), go("s", "part", "s"), go("s", "end", "t"),
    parts=Parts(opened_by="call", closed_by="part", before=("end",)),
)  # fmt: skip
OWNED = table(
    go("s", "take", "h"), go("h", "take", "h"), go("h", "pass", "h"), go("h", "end", "t", by=(OWNER,)),
    go("h", "drop", "u", by=(OWNER, "boss")),
    accountable="take", handing=("pass",),
)  # fmt: skip
GUARDED = table(go("s", "x", "t", guards=(AGREED, Guard(months >= param("least"), WORDS))))
WAITING = table(go("s", "x", "m"), go("m", "y", "t", not_before=Span(months, "month")))
ROLED = table(go("s", "x", "t", by=("secretary",)))


@pytest.mark.parametrize(
    ("history", "act", "reason", "missing"),
    [
        (begun(ONE), Act(kind="z", on=DAY), "unknown", ()),
        (begun(DIVIDED), Act(kind="end", on=date(2021, 2, 28)), "back", ()),
        (begun(ONE).after("x", on=LATER), Act(kind="x", on=LATER), "ended", ()),
        (begun(OWNED), Act(kind="pass", on=DAY, to="b"), "table", ()),
        (begun(OWNED), Act(kind="take", on=DAY), "missing", ("by",)),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="take", on=DAY, by="b"), "once", ()),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="pass", on=DAY), "missing", ("to",)),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="end", on=DAY, by="b"), "owner", ()),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="end", on=DAY), "missing", ("by",)),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="drop", on=DAY, by="b"), "missing", ("role",)),
        (begun(OWNED).after("take", on=DAY, by="a"), Act(kind="drop", on=DAY, by="b", role="clerk"), "role", ()),
        (begun(table(go("s", "x", "t", by=(OWNER,)))), Act(kind="x", on=DAY, by="a"), "missing", ("role",)),
        (begun(ROLED), Act(kind="x", on=DAY, by="a", role="deputy"), "role", ()),
        (begun(ROLED), Act(kind="x", on=DAY, by="a"), "missing", ("role",)),
        (begun(ROLED), Act(kind="x", on=DAY), "missing", ("by",)),
        (begun(DIVIDED), Act(kind="call", on=DAY), "missing", ("to",)),
        (begun(DIVIDED), Act(kind="part", on=DAY), "missing", ("by",)),
        (begun(DIVIDED), Act(kind="part", on=DAY, by="b"), "no_part", ()),
        (begun(DIVIDED).after("call", on=DAY, to="b"), Act(kind="call", on=DAY, to="b"), "has_part", ()),
        (begun(DIVIDED).after("call", on=DAY, to="b"), Act(kind="part", on=DAY, by="c"), "no_part", ()),
        (begun(DIVIDED).after("call", on=DAY, to="b"), Act(kind="end", on=DAY), "parts", ()),
        (begun(GUARDED), Act(kind="x", on=DAY), "missing", ("agreed", "months", "least")),
        (begun(GUARDED), Act(kind="x", on=DAY, facts={"months": 1}), "missing", ("agreed", "least")),
        (begun(GUARDED), Act(kind="x", on=DAY, facts={"agreed": False}), "guard", ()),
        (begun(GUARDED), Act(kind="x", on=DAY, facts={"agreed": 1}), "fact", ()),
        (begun(GUARDED), Act(kind="x", on=DAY, facts={"agreed": True, "n": 1}), "fact", ()),
        (begun(WAITING).after("x", on=DAY), Act(kind="y", on=LATER), "missing", ("months",)),
        (begun(WAITING).after("x", on=DAY, facts={"months": -1}), Act(kind="y", on=LATER), "missing", ("amount",)),
        (begun(WAITING).after("x", on=DAY, facts={"months": 2}), Act(kind="y", on=date(2021, 4, 30)), "early", ()),
        (begun(table(go("s", "x", "t", not_before=Span(1))), start=None), Act(kind="x", on=DAY), "missing", ("start",)),
    ],
)
def test_why_an_act_cannot_happen(history: History, act: Act, reason: str, missing: tuple[str, ...]) -> None:
    no = history.refusal(act)
    assert no is not None
    assert (no.reason, no.missing) == (reason, missing)
    error = UnknownIdError if reason == "unknown" else IllegalEventError
    with pytest.raises(error, match=r"possible now: .* / .*此时可以：") as caught:
        history.then(act)
    assert no.in_("en") in str(caught.value)
    assert no.in_("zh") in str(caught.value)
    if error is IllegalEventError:
        assert caught.value.culprits == ("p", history.state, act.kind, no)
        assert pickle.loads(pickle.dumps(caught.value)).culprits == caught.value.culprits  # noqa: S301 - our own


def test_what_certainly_stands_in_the_way_comes_before_what_is_not_known() -> None:
    no = begun(GUARDED).refusal(Act(kind="x", on=date(2021, 1, 1)))
    assert isinstance(no, Refusal)
    assert no.reason == "back"


def test_the_message_names_state_act_reason_and_what_is_possible() -> None:
    case = begun(CASE).after("accept", on=DAY, by="willow")
    with pytest.raises(IllegalEventError) as caught:
        case.after("transfer", on=LATER, to="east", facts={"receiver_has_duty": False})
    assert str(caught.value) == (
        "p is in state “accepted” and cannot “transfer”: it is required that the matter is a duty of the one who takes "
        "over; possible now: handle directly, transfer, assign / p处于“已受理”，不能“流转”：要求：承接方负有此项职责；"
        "此时可以：直接办理、流转、交办"
    )


def test_known_acts_lead_on() -> None:
    pack = Known(least=2)
    done = begun(GUARDED).after("x", on=DAY, facts={"agreed": True, "months": 2}, pack=pack)
    assert (done.state, done.ended, dict(done.facts)) == ("t", True, {"agreed": True, "months": 2})
    assert begun(WAITING).after("x", on=DAY, facts={"months": 2}).after("y", on=date(2021, 5, 1)).ended
    assert begun(ROLED).after("x", on=DAY, role="secretary").ended
    held = begun(OWNED).after("take", on=DAY, by="a")
    assert held.after("drop", on=DAY, by="a").state == "u"
    assert held.after("drop", on=DAY, by="b", role="boss").state == "u"


def test_the_first_contact_stays_accountable_whoever_handles_it() -> None:
    case = begun(OWNED)
    assert (case.owner, case.handler) == (None, None)
    case = case.after("take", on=DAY, by="a")
    assert (case.owner, case.handler) == ("a", "a")
    case = case.after("pass", on=DAY, by="a", to="b").after("pass", on=DAY, by="b", to="c")
    assert (case.owner, case.handler) == ("a", "c")
    assert case.after("end", on=DAY, by="a").owner == "a"


def test_parts_are_opened_and_closed() -> None:
    case = begun(DIVIDED).after("call", on=DAY, to="fire").after("call", on=DAY, to="power")
    assert case.open == ("fire", "power")
    assert case.possible() == ("call", "part")
    case = case.after("part", on=DAY, by="fire")
    assert case.open == ("power",)
    case = case.after("part", on=DAY, by="power")
    assert case.possible() == ("call", "end")
    assert case.after("end", on=DAY).ended
    assert case.handler is None


def test_what_is_possible_is_so_for_certain() -> None:
    assert begun(GUARDED).possible() == ()
    assert begun(GUARDED).possible({"agreed": True, "months": 1}, pack=Known(least=1)) == ("x",)
    assert begun(GUARDED).possible({"agreed": True, "months": 0}, pack=Known(least=1)) == ()
    waiting = begun(WAITING).after("x", on=DAY, facts={"months": 1})
    assert waiting.possible() == ("y",)
    assert waiting.possible(on=date(2021, 3, 31)) == ()
    assert waiting.possible(on=date(2021, 4, 1)) == ("y",)
    assert waiting.possible({"months": 0}, on=DAY) == ()  # an act cannot shorten its own waiting
    assert begun(table(go("s", "x", "s"), go("s", "y", "t"), once=("x",))).after("x", on=DAY).possible() == ("y",)


def test_a_history_is_a_value() -> None:
    case = begun(CASE).after("accept", on=DAY, by="willow")
    again = History(lifecycle=CASE, id="p", start=DAY, acts=case.acts)
    assert again == case
    assert hash(again) == hash(case)
    assert pickle.loads(pickle.dumps(case)).possible() == case.possible()  # noqa: S301 - our own
    with pytest.raises(IllegalEventError):
        History(lifecycle=CASE, id="p", acts=(Act(kind="close", on=DAY),))
    assert "standing" not in repr(case).lower()


def test_a_lifecycle_is_a_value() -> None:
    assert pickle.loads(pickle.dumps(CASE)) == CASE  # noqa: S301 - our own
    assert hash(pickle.loads(pickle.dumps(CASE))) == hash(CASE)  # noqa: S301 - our own
    assert len({lifecycle.id for lifecycle in LIFECYCLES}) == len(LIFECYCLES)


# batches


def test_a_run_goes_by_the_table_alone() -> None:
    assert CASE.run(["accept", "assign", "begin", "join", "resolve"]) == "resolved"
    assert MEMBERSHIP.run(()) == "applicant"
    assert CASE.count([["accept"], ["accept"], ["reject"], []]) == FrozenMap(
        dict.fromkeys(CASE.states, 0) | {"accepted": 2, "rejected": 1, "received": 1}
    )


@pytest.mark.parametrize(
    ("lifecycle", "acts", "english", "culprits"),
    [
        (
            CASE,
            ("accept", "close"),
            "cannot “close”: the table has no such step; possible then: handle",
            ("accepted", "close"),
        ),
        (
            CASE,
            ("sing",),
            "cannot “sing”: the table has no such step; possible then: accept, reject",
            ("received", "sing"),
        ),
        (OWNED, ("take", "take"), "cannot “a”: it happens once at most", ("h", "take")),
        (table(go("s", "x", "s"), go("s", "y", "t"), once=("x",)), ("x", "x", "y"), "once at most", ("s", "x")),
    ],
)
def test_a_run_stops_at_the_first_act_that_cannot_follow(
    lifecycle: Lifecycle, acts: tuple[str, ...], english: str, culprits: tuple[str, ...]
) -> None:
    with pytest.raises(IllegalEventError, match=f"{english}.* / .*不能") as caught:
        lifecycle.run(acts)
    assert caught.value.culprits == culprits


# what is on record


def seen(
    lifecycle: Lifecycle, *acts: Act, on: date = date(2021, 7, 1), start: date | None = DAY, **more: Any
) -> Review:
    return review(lifecycle, acts, on=on, start=start, **more)


def test_a_review_follows_what_can_be_followed() -> None:
    sound = seen(OWNED, Act(kind="take", on=DAY, by="a"), Act(kind="end", on=LATER, by="a"))
    assert sound == Review(state="t", ended=True, owner="a")
    wrong = Act(kind="end", on=LATER, by="b")
    found = seen(OWNED, Act(kind="take", on=DAY, by="a"), wrong)
    assert (found.state, found.ended, found.act, found.gap) == ("h", False, wrong, False)
    assert found.refusal is not None
    assert found.refusal.reason == "owner"


def test_acts_after_the_day_do_not_count() -> None:
    assert seen(ONE, Act(kind="z", on=LATER), on=DAY).refusal is None
    assert seen(ONE, Act(kind="x", on=LATER), on=LATER).ended


def test_an_act_for_which_something_is_not_known_happened_all_the_same() -> None:
    found = seen(GUARDED, Act(kind="x", on=DAY))
    assert (found.state, found.refusal, found.missing) == ("t", None, ("agreed", "months", "least"))
    assert seen(ROLED, Act(kind="x", on=DAY, by="a")).missing == ("role",)
    assert seen(ROLED, Act(kind="x", on=DAY, by="a"), roles=lambda _: ("secretary",)).missing == ()
    refused = seen(ROLED, Act(kind="x", on=DAY, by="a"), roles=lambda _: ("deputy",)).refusal
    assert refused is not None
    assert refused.in_("en") == "it is done by: deputy; it takes: secretary of the Party organisation"


def test_a_missed_limit_is_found() -> None:
    timed = table(go("s", "x", "t", within=Span(3)))
    assert seen(timed, Act(kind="x", on=date(2021, 3, 4))).late is None
    late = seen(timed, Act(kind="x", on=date(2021, 3, 5)))
    assert late.late is not None
    assert (late.late.day, late.gap, late.state) == (date(2021, 3, 4), False, "s")
    over = seen(timed, on=date(2021, 3, 5))
    assert over.late is not None
    assert (over.act, over.gap) == (None, True)
    assert seen(timed, on=date(2021, 3, 4)).late is None
    assert seen(timed, start=None).missing == ("start",)
    assert seen(timed, Act(kind="x", on=LATER), start=None).missing == ("start",)


def test_acts_that_nobody_recorded_may_explain_a_fault() -> None:
    close, accept = Act(kind="close", on=LATER, by="a"), Act(kind="accept", on=DAY, by="a")
    assert seen(CASE, accept, close).gap
    assert not seen(CASE, close, Act(kind="accept", on=LATER, by="a")).gap
    assert not seen(CASE, accept, Act(kind="reject", on=LATER)).gap  # nothing leads from one to the other
    assert seen(DIVIDED, Act(kind="call", on=DAY, to="b"), Act(kind="end", on=DAY)).gap
    assert seen(DIVIDED, Act(kind="part", on=DAY, by="b")).gap


@pytest.mark.parametrize(
    ("lifecycle", "acts", "gap"),
    [
        (table(go("s", "x", "t", within=Span(1)), go("s", "y", "u"), go("u", "z", "s")), ["x"], True),
        (table(go("s", "x", "t", within=Span(1)), go("s", "y", "s")), ["x"], False),
        (table(go("s", "y", "m"), go("m", "x", "t", within=Span(1, "day", "y"))), ["y", "x"], False),
        (table(go("s", "y", "m"), go("m", "y", "m"), go("m", "x", "t", within=Span(1, "day", "y"))), ["y", "x"], True),
        (
            table(go("s", "y", "m"), go("m", "x", "t", within=Span(1, "day", "y")), go("m", "z", "s")),
            ["y", "x"], True,
        ),
    ],
)  # fmt: skip
def test_a_limit_may_have_begun_again_only_where_the_table_turns(
    lifecycle: Lifecycle, acts: list[str], gap: bool
) -> None:
    days = [DAY, LATER][-len(acts) :]
    found = seen(lifecycle, *(Act(kind=kind, on=day) for kind, day in zip(acts, days, strict=True)))
    assert found.late is not None
    assert found.gap is gap


def test_what_happens_once_explains_nothing_twice() -> None:
    again = table(go("s", "x", "t"), go("t", "back", "s"), once=("x",))
    assert explicable(again, ("x", "back"))
    assert not explicable(again, ("x", "x"))
    assert not explicable(OWNED, ("take", "take"))
    assert explicable(table(go("s", "x", "t"), go("t", "back", "s")), ("x", "x"))


@pytest.mark.parametrize(("withdrawn", "allowed"), [(2, True), (1, False)])
def test_an_audit_is_reported_once_all_it_flagged_is_withdrawn(withdrawn: int, allowed: bool) -> None:
    history = History(lifecycle=AUDIT, id="a", start=date(2018, 1, 1))
    for number, (kind, known) in enumerate((("inventory", {}), ("flag", {"items_flagged": 2}), ("withdraw", {}))):
        history = history.after(kind, on=date(2018, 2, 1 + number), facts=known)
    told = {"items_flagged": 2, "items_withdrawn": withdrawn}
    if allowed:
        assert history.after("report", on=date(2018, 3, 1), facts=told).state == "reported"
    else:
        with pytest.raises(IllegalEventError):
            history.after("report", on=date(2018, 3, 1), facts=told)
