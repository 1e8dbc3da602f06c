"""Every reading of a pack takes the same requests, gives them the same answer, and refuses the same."""

from __future__ import annotations

from collections import Counter, OrderedDict, UserDict, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import make_dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType, SimpleNamespace
from typing import Any, NamedTuple

import attrs
import numpy as np
import pydantic
import pytest

from pbgov.base import Assumption, Required, Text
from pbgov.boundary import pack_to_document, parse_pack
from pbgov.errors import InvalidValueError, PbgovError, UnknownIdError
from pbgov.rules import (
    Dated,
    Effect,
    Flaw,
    Lit,
    Move,
    Outcome,
    Parameter,
    ResolvedPack,
    Rule,
    RulePack,
    State,
    analyse,
    diff,
    field,
    param,
)

ON = date(2018, 7, 1)
WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
LEVELS = ("township", "community")
urgent, posts = field("urgent", "bool", WORDS), field("posts", "int", WORDS, low=0, high=50)
homes, since = field("homes", "int", WORDS), field("since", "date", WORDS)
level, duty = field("level", "code", WORDS, options=LEVELS), field("duty", "code", WORDS)
flags, marks = field("flags", "codes", WORDS), field("marks", "codes", WORDS, options=("red", "black"))
FIELDS = tuple(term.field for term in (urgent, posts, homes, since, level, duty, flags, marks))


def rule(name: str, effect: Effect, when: Any, *unless: Any, **more: Any) -> Rule:
    return Rule(id=name, effect=effect, when=when, unless=unless, text=WORDS, basis=GROUND, **more)


def pack(*rules: Rule, **more: Any) -> RulePack:
    given: dict[str, Any] = {"id": "p", "title": WORDS, "fields": FIELDS, "rules": rules}
    return RulePack(**given | more)


PACK = pack(
    rule("F", Effect.FORBID, flags.has("banned") | marks.has("black"), urgent),
    rule("G", Effect.FORBID, (duty == "tax") & (level != "community")),
    rule("P", Effect.PERMIT, (since <= ON) & duty.is_in(("tax", "visits", "library"))),
    rule("R", Effect.REQUIRE, posts >= homes.per(300), obligation=Move("staff", homes.per(300) - posts, posts)),
)
DAY = PACK.at(ON)
KNOWN: dict[str, Any] = {
    "urgent": False, "posts": 1, "homes": 301, "since": ON, "level": "community", "duty": "visits", "flags": ("a",),
    "marks": ("red",),
}  # fmt: skip


def readings(day: ResolvedPack, request: Any) -> Iterator[Callable[[], Outcome]]:
    """Every way to ask for the outcome of a request."""
    yield lambda: day.outcome(request)
    yield lambda: day.decide(request).outcome
    yield lambda: day.batch([request]).outcomes[0]
    yield lambda: day.batch([request])[0].outcome


def outcome(day: ResolvedPack, request: Any) -> Outcome:
    """The outcome on which all readings agree."""
    (answer,) = {ask() for ask in readings(day, request)}
    return answer


class Level(StrEnum):
    TOWN = "township"
    COMMUNITY = "community"


class Duty(str, Enum):  # noqa: UP042 - the older way, whose str is another than its value
    VISITS = "visits"


class Homes(IntEnum):
    MANY = 301


class Codes(tuple[str, ...]):
    __slots__ = ()


class Day(date):
    __slots__ = ()


@attrs.frozen
class Held:
    urgent: bool
    posts: int
    homes: int
    since: date
    level: str
    duty: str
    flags: tuple[str, ...]
    marks: tuple[str, ...]


class Model(pydantic.BaseModel):
    urgent: bool
    posts: int
    homes: int
    since: date
    level: str
    duty: str
    flags: tuple[str, ...]
    marks: tuple[str, ...]


class Row(NamedTuple):
    urgent: bool
    posts: int
    homes: int
    since: date
    level: str
    duty: str
    flags: tuple[str, ...]
    marks: tuple[str, ...]


Record = make_dataclass("Record", list(KNOWN))


class Properties:
    """Everything is worked out when it is asked for."""

    def __getattr__(self, name: str) -> Any:
        try:
            return KNOWN[name]
        except KeyError:
            raise AttributeError(name) from None


DRESSES: tuple[Callable[[Mapping[str, Any]], Any], ...] = (
    dict, OrderedDict, UserDict, MappingProxyType, Counter, lambda known: defaultdict(bool, known),
    lambda known: SimpleNamespace(**known), lambda known: Held(**known), lambda known: Model(**known),
    lambda known: Row(**known), lambda known: Record(**known), lambda _: Properties(),
    lambda known: SimpleNamespace(**known, keys="an object may know more than it is asked"),
)  # fmt: skip


@pytest.mark.parametrize("dress", DRESSES, ids=[str(number) for number in range(len(DRESSES))])
def test_a_request_is_read_in_any_dress(dress: Callable[[Mapping[str, Any]], Any]) -> None:
    request = dress(KNOWN)
    assert outcome(DAY, request) is Outcome.CONDITIONAL
    assert DAY.decide(request) == DAY.decide(KNOWN)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"level": Level.COMMUNITY}, Outcome.CONDITIONAL),
        ({"level": Level.TOWN, "duty": "tax"}, Outcome.FORBIDDEN),
        ({"duty": Duty.VISITS}, Outcome.CONDITIONAL),
        ({"homes": Homes.MANY}, Outcome.CONDITIONAL),
        ({"homes": 10**30}, Outcome.CONDITIONAL),
        ({"homes": -(10**30)}, Outcome.ADMITTED),
        ({"flags": Codes(("banned",))}, Outcome.FORBIDDEN),
        ({"flags": (Duty.VISITS,)}, Outcome.CONDITIONAL),
        ({"marks": Codes(("black",))}, Outcome.FORBIDDEN),
        ({"marks": (), "flags": ()}, Outcome.CONDITIONAL),
        ({"since": Day(2018, 7, 1)}, Outcome.CONDITIONAL),
        ({"since": Day(2018, 7, 2)}, Outcome.NOT_ADMITTED),
        ({"posts": 0}, Outcome.CONDITIONAL),  # both ends of a range are within it
        ({"posts": 50}, Outcome.ADMITTED),
        ({"posts": 2}, Outcome.ADMITTED),
    ],
)
def test_a_value_of_a_subclass_or_at_an_end_is_a_value(changes: dict[str, Any], wanted: Outcome) -> None:
    for request in (KNOWN | changes, SimpleNamespace(**KNOWN | changes), UserDict(KNOWN | changes)):
        assert outcome(DAY, request) is wanted


WRONG: tuple[tuple[str, Any], ...] = (
    ("urgent", 1), ("urgent", 0), ("urgent", "yes"), ("urgent", np.True_), ("urgent", ()),
    ("posts", True), ("posts", False), ("posts", 1.0), ("posts", float("nan")), ("posts", "1"), ("posts", -1),
    ("posts", 51), ("posts", 10**5_000), ("posts", -(10**5_000)), ("posts", np.int64(1)), ("homes", False),
    ("homes", float("inf")), ("since", datetime(2018, 7, 1)), ("since", "2018-07-01"), ("since", 20180701),  # noqa: DTZ001 - no day
    ("level", "city"), ("level", ""), ("level", 0), ("level", ["township"]), ("level", ("township",)),
    ("duty", 3), ("duty", b"tax"), ("duty", ("tax",)), ("duty", object()),
    ("flags", "banned"), ("flags", ["banned"]), ("flags", {"banned"}), ("flags", frozenset({"banned"})),
    ("flags", ("banned", 1)), ("flags", (None,)), ("flags", 7),
    ("marks", ("red", "blue")), ("marks", "red"), ("marks", ["red"]), ("marks", ((),)),
)  # fmt: skip
EVERYTHING = pack(  # asks for every field, whatever the others are, so that even the outcome alone reads each
    *(
        rule(f"F{number}", Effect.FORBID, when)
        for number, when in enumerate(
            (urgent, posts == 7, homes == 7, since > ON, level == "township", duty == "x", flags.has("x"))
        )
    ),
    rule("F9", Effect.FORBID, marks.has("black")),
).at(ON)


@pytest.mark.parametrize(("name", "value"), WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_an_unsound_fact_is_refused_by_every_reading(name: str, value: Any) -> None:
    assert outcome(EVERYTHING, KNOWN) is Outcome.NOT_ADMITTED
    for request in (KNOWN | {name: value}, SimpleNamespace(**KNOWN | {name: value}), UserDict(KNOWN | {name: value})):
        for ask in readings(EVERYTHING, request):
            with pytest.raises(InvalidValueError, match=rf"fact {name} .* / .*事实{name}") as caught:
                ask()
            assert caught.value.culprits[-1] is value


@pytest.mark.parametrize("name", KNOWN)
def test_a_fact_left_out_is_missing_in_every_dress(name: str) -> None:
    left = {key: value for key, value in KNOWN.items() if key != name}
    invented = defaultdict(bool, left)
    for request in (left, UserDict(left), Counter(left), invented, SimpleNamespace(**left), KNOWN | {name: None}):
        assert outcome(EVERYTHING, request) is Outcome.UNDECIDED
        assert EVERYTHING.decide(request).missing == (name,)
    assert dict(invented) == left  # and what is asked is not written to


def test_a_fact_too_many_is_named_and_what_only_looks_complete_is_not() -> None:
    assert DAY.outcome(KNOWN | {"colour": 1}) is Outcome.CONDITIONAL  # it reads no more than it needs
    swapped = {("colour" if key == "urgent" else key): value for key, value in KNOWN.items()}  # as many as there are
    for request in (KNOWN | {"colour": 1}, swapped, UserDict(swapped)):
        for ask in (DAY.decide, lambda one: DAY.batch([one])):
            with pytest.raises(UnknownIdError, match="no field colour"):
                ask(request)


def test_what_fails_when_it_is_read_fails_as_itself() -> None:
    class Broken(SimpleNamespace):
        @property
        def urgent(self) -> bool:
            raise ZeroDivisionError

    left = {key: value for key, value in KNOWN.items() if key != "urgent"}
    for ask in readings(EVERYTHING, Broken(**left)):
        with pytest.raises(ZeroDivisionError):
            ask()


@pytest.mark.parametrize("request_", [None, 3, "urgent", [KNOWN], object(), dict])
def test_what_is_no_request_is_refused_by_every_reading(request_: Any) -> None:
    for ask in readings(DAY, request_):
        with pytest.raises(InvalidValueError, match=r"is no request.* / .*不是申请"):
            ask()


def test_the_row_of_an_error_is_told_from_zero() -> None:
    rows = [KNOWN, KNOWN, KNOWN | {"posts": -1}, KNOWN | {"posts": -2}]
    with pytest.raises(InvalidValueError, match=r"row 2: fact posts is -1") as caught:
        DAY.batch(rows)
    assert caught.value.culprits == (2, "posts", -1)
    with pytest.raises(UnknownIdError, match=r"row 0: .*no field colour"):
        DAY.batch(iter([{"colour": 1}]))


def test_a_batch_is_a_sequence() -> None:
    rows = [KNOWN, KNOWN | {"posts": 2}, KNOWN | {"since": date.max}, KNOWN | {"flags": ("banned",)}, {}]
    batch = DAY.batch(iter(rows))
    wanted = [
        Outcome.CONDITIONAL, Outcome.ADMITTED, Outcome.NOT_ADMITTED, Outcome.FORBIDDEN, Outcome.UNDECIDED,
    ]  # fmt: skip
    assert (len(batch), list(batch.outcomes)) == (5, wanted)
    assert list(batch) == [DAY.decide(row) for row in rows]
    assert batch[-1] == DAY.decide({})
    assert list(batch[1:3]) == [batch[1], batch[2]]
    assert batch[1:3].outcomes == batch.outcomes[1:3]
    assert repr(batch[:2]) == "<Batch of 2: admitted 1, conditional 1>"
    assert batch.tally() == dict.fromkeys(Outcome, 1)
    columns = batch.to_columns()
    assert columns["row"] == [0, 1, 2, 3, 4]
    assert columns["outcome"] == [str(one) for one in wanted]
    for number, decision in enumerate(batch):
        assert {name: columns[name][number] for name in "FGPR"} == {
            reason.rule.id: reason.state for reason in decision.reasons
        }
    assert (len(DAY.batch([])), DAY.batch([]).outcomes, DAY.batch([]).tally()) == (0, (), {})


class TestPacksAtTheirEdges:
    def test_an_empty_pack_admits_nothing(self) -> None:
        day = RulePack(id="p", title=WORDS).at(ON)
        for request in ({}, SimpleNamespace(), object(), UserDict()):
            assert outcome(day, request) is Outcome.NOT_ADMITTED
        decision = day.decide({})
        assert (decision.reasons, decision.obligations, decision.missing, decision.remedies()) == ((), (), (), ())
        assert decision.explain() == "not admitted"
        assert day.batch([{}, {}]).to_columns() == {"row": [0, 1], "outcome": ["not_admitted"] * 2}
        with pytest.raises(UnknownIdError, match="no field colour"):
            day.decide({"colour": 1})

    @pytest.mark.parametrize("effect", [Effect.FORBID, Effect.REQUIRE])
    def test_without_a_permit_nothing_is_ever_admitted(self, effect: Effect) -> None:
        day = pack(rule("X", effect, urgent)).at(ON)
        for value in (True, False):
            forbidden = effect is Effect.FORBID and value
            wanted = Outcome.FORBIDDEN if forbidden else Outcome.NOT_ADMITTED
            assert outcome(day, KNOWN | {"urgent": value}) is wanted
            assert day.decide(KNOWN | {"urgent": value}).remedies() == ()
        open_ = Outcome.UNDECIDED if effect is Effect.FORBID else Outcome.NOT_ADMITTED
        assert outcome(day, {}) is open_

    def test_conditions_that_ask_nothing_hold_or_do_not(self) -> None:
        always = pack(
            rule("P", Effect.PERMIT, True), rule("F", Effect.FORBID, True, True), rule("R", Effect.REQUIRE, True)
        )
        assert outcome(always.at(ON), {}) is Outcome.ADMITTED
        assert [reason.state for reason in always.at(ON).decide({}).reasons] == [
            State.ACTIVE, State.LIFTED, State.SILENT,
        ]  # fmt: skip
        never = pack(rule("P", Effect.PERMIT, True), rule("R", Effect.REQUIRE, Lit(value=False)))
        assert outcome(never.at(ON), {}) is Outcome.CONDITIONAL

    def test_hundreds_of_rules_are_decided_as_one_by_one(self) -> None:
        effects = (Effect.FORBID, Effect.PERMIT, Effect.REQUIRE)
        rules = [rule(f"r{n}", effects[n % 3], homes == n, posts == n % 50) for n in range(600)]
        day = pack(*rules).at(ON)
        for n in (0, 1, 2, 298, 299, 300, 598, 599, 600):
            for p in (n % 50, (n + 1) % 50):
                request = KNOWN | {"homes": n, "posts": p}
                mine = [reason.state for reason in day.decide(request).reasons]
                alone = [pack(one).at(ON).decide(request).reasons[0].state for one in rules[max(n - 3, 0) : n + 3]]
                assert mine[max(n - 3, 0) : n + 3] == alone
                speaks = n < 600 and p != n % 50
                wanted = (
                    Outcome.FORBIDDEN if speaks and n % 3 == 0 else Outcome.NOT_ADMITTED
                    if not speaks or n % 3 != 1 else Outcome.CONDITIONAL
                )  # fmt: skip
                assert outcome(day, request) is wanted


class TestFiguresOnTheirFirstDay:
    def test_a_figure_applies_from_its_very_first_day(self) -> None:
        figure = Parameter(
            id="least", unit=WORDS,
            values=(Dated(value=3, start=ON, basis=GROUND), Dated(value=5, start=date(2019, 1, 1), basis=GROUND)),
        )  # fmt: skip
        dated = pack(rule("P", Effect.PERMIT, posts >= param("least")), parameters=(figure,))
        for on, held, wanted in (
            (ON - timedelta(1), 50, Outcome.UNDECIDED),
            (ON, 2, Outcome.NOT_ADMITTED),
            (ON, 3, Outcome.ADMITTED),
            (date(2018, 12, 31), 4, Outcome.ADMITTED),
            (date(2019, 1, 1), 4, Outcome.NOT_ADMITTED),
            (date(2019, 1, 1), 5, Outcome.ADMITTED),
            (date.max, 5, Outcome.ADMITTED),
        ):
            assert outcome(dated.at(on), KNOWN | {"posts": held}) is wanted
        before = dated.at(ON - timedelta(1)).decide(KNOWN)
        assert before.missing == ("least",)
        assert before.remedies() == ()

    def test_a_figure_still_wanted_keeps_open_only_what_rests_on_it(self) -> None:
        wanted = Parameter(id="least", unit=WORDS, values=(Dated(value=None, basis=Required(WORDS)),))
        open_ = pack(
            rule("F", Effect.FORBID, urgent & (posts >= param("least"))), rule("P", Effect.PERMIT, True),
            parameters=(wanted,),
        ).at(ON)  # fmt: skip
        for request in (KNOWN, SimpleNamespace(**KNOWN), UserDict(KNOWN)):
            assert outcome(open_, request) is Outcome.ADMITTED
        assert outcome(open_, KNOWN | {"urgent": True}) is Outcome.UNDECIDED
        bare = pack(rule("P", Effect.PERMIT, param("least") > 0), fields=(), parameters=(wanted,)).at(ON)
        for nothing in ({}, object(), UserDict[str, Any]()):
            assert outcome(bare, nothing) is Outcome.UNDECIDED
        for ask in readings(open_, KNOWN | {"posts": 51}):
            with pytest.raises(InvalidValueError, match="fact posts is 51, outside"):
                ask()


@pytest.mark.parametrize(
    ("condition", "plain"),
    [
        (level == Level.TOWN, level == "township"),
        (level.is_in((Level.TOWN, "community")), level.is_in(LEVELS)),
        (level.is_in(tuple(Level)), level.is_in(LEVELS)),
        (duty == Duty.VISITS, duty == "visits"),
        (flags.has(Duty.VISITS), flags.has("visits")),
        (duty.is_in(Codes(("visits",))), duty.is_in(("visits",))),
        (homes >= Homes.MANY, homes >= 301),
        (homes + Homes.MANY > 602, homes + 301 > 602),
        (homes.per(Homes.MANY) == 1, homes.per(301) == 1),
        (since <= Day(2018, 7, 1), since <= ON),
    ],
)
def test_a_value_of_a_subclass_stands_in_a_condition_as_the_plain_one(condition: Any, plain: Any) -> None:
    assert condition == plain
    dressed, bare = (pack(rule("P", Effect.PERMIT, one)) for one in (condition, plain))
    assert dressed.digest == bare.digest
    assert parse_pack(pack_to_document(dressed)) == bare
    for changes in ({}, {"level": "township"}, {"duty": "visits"}, {"flags": ("visits",)}, {"homes": 302}):
        assert outcome(dressed.at(ON), KNOWN | changes) is outcome(bare.at(ON), KNOWN | changes)


def test_fields_and_figures_may_be_named_by_enumerations() -> None:
    named = field(Duty.VISITS, "code", WORDS, options=tuple(Level))
    assert (named.field.name, named.field.options) == ("visits", LEVELS)
    figures = tuple(
        Parameter(id=name, unit=WORDS, values=(Dated(value=value, basis=GROUND),))
        for name, value in (("least", Homes.MANY), ("towns", (Level.TOWN,)), ("first", Day(2018, 7, 1)))
    )
    permit = rule(
        "P", Effect.PERMIT, named.is_in(param("towns")) & (homes >= param("least")) & (since >= param("first"))
    )
    day = RulePack(
        id="p", title=WORDS, fields=(named.field, homes.field, since.field), parameters=figures, rules=(permit,)
    ).at(ON)
    for given, held, wanted in (
        ("township", 301, Outcome.ADMITTED),
        (Level.TOWN, Homes.MANY, Outcome.ADMITTED),
        ("community", 301, Outcome.NOT_ADMITTED),
        ("township", 300, Outcome.NOT_ADMITTED),
    ):
        assert outcome(day, {"visits": given, "homes": held, "since": ON}) is wanted


FIGURES = tuple(
    Parameter(id=name, unit=WORDS, values=(Dated(value=value, basis=GROUND),))
    for name, value in (("least", 3), ("most", 4), ("first", ON), ("known", ("red", "black")))
)
least, most, first, known = (param(one.id) for one in FIGURES)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (least < most, True), (least > most, False), (least >= 3, True), (least != 3, False), (least == 3, True),
        (most <= 3, False), (least + most == 7, True), (most - least == 2, False), (least * most == 12, True),
        (most.per(3) == 2, True), (most.per(4) == 2, False), (first <= ON, True), (first < ON, False),
        (first.plus_months(1) == date(2018, 8, 1), True), (first.plus_months(least) > date(2018, 10, 1), False),
        (known.has("red"), True), (known.has("blue"), False), (known == ("red", "black"), True),
        ((least < most) & (most > 4), False), ((least > most) | (most > 3), True), (~(least > most), True),
        ((least < most) & ~known.has("blue"), True), (~known.has("red") | (least > 3), False),
    ],
)  # fmt: skip
def test_what_figures_settle_needs_no_fact(condition: Any, holds: bool) -> None:
    settled = pack(rule("P", Effect.PERMIT, condition), parameters=FIGURES)
    day, wanted = settled.at(ON), Outcome.ADMITTED if holds else Outcome.NOT_ADMITTED
    for request in ({}, KNOWN, UserDict(KNOWN), SimpleNamespace(**KNOWN)):
        assert outcome(day, request) is wanted
    assert day.columns({"homes": np.array([1, 2])}).where(wanted).all()
    assert [one.flaw for one in analyse(settled, on=ON) if one.subject == "P"] == ([] if holds else [Flaw.DEAD])


@pytest.mark.parametrize(
    ("condition", "plain"),
    [
        (duty.is_in(known), duty.is_in(("red", "black"))),
        (flags.has("red") & (least < most), flags.has("red")),
        ((homes > least) | (least > most), homes > 3),
        (homes + least < most * 100, homes < 397),
        (since > first.plus_months(least), since > date(2018, 10, 1)),
        (duty.is_in(()), Lit(value=False)),
        (duty.is_in(("red",)), duty == "red"),
        (~~urgent, urgent),
        (urgent & urgent, urgent),
    ],
)
def test_a_figure_stands_for_its_value(condition: Any, plain: Any) -> None:
    one, other = (pack(rule("P", Effect.PERMIT, each), parameters=FIGURES).at(ON) for each in (condition, plain))
    for changes in (
        {}, {"duty": "red"}, {"flags": ("red",)}, {"homes": 3}, {"homes": 4}, {"homes": 396}, {"homes": 397},
        {"since": date(2018, 10, 1)}, {"since": date(2018, 10, 2)}, {"urgent": True}, {"duty": None}, {"homes": None},
    ):  # fmt: skip
        assert outcome(one, KNOWN | changes) is outcome(other, KNOWN | changes)


def nested(levels: int) -> Any:
    """A condition of so many levels, of every kind of join."""
    condition: Any = homes != 0
    while condition.depth < levels:
        number = condition.depth
        condition = (condition & (homes != number)) if number % 2 else (condition | (homes == -number))
    return condition


class TestTheDeepestCondition:
    @pytest.mark.parametrize("effect", Effect)
    @pytest.mark.parametrize("deepest", ["when", "unless", "both"])
    def test_every_reading_takes_a_rule_of_as_many_levels_as_it_may_have(self, effect: Effect, deepest: str) -> None:
        when, unless = {
            "when": (nested(90), (level == "township",)),
            "unless": (urgent, (level == "township", nested(90))),
            "both": (nested(90), (nested(89), nested(90))),
        }[deepest]
        permits, requires = rule("P", Effect.PERMIT, posts > 0), rule("R", Effect.REQUIRE, posts > 1)
        deep = pack(rule("D", effect, when, *unless), permits, requires)
        day = deep.at(ON)
        for request in (KNOWN, KNOWN | {"urgent": True}, KNOWN | {"homes": 0}, KNOWN | {"level": "township"}):
            answer = outcome(day, request)
            columns = {name: np.array([value]) for name, value in request.items() if name not in {"flags", "marks"}}
            assert day.columns(columns).where(answer).all()
            assert outcome(day, UserDict(request)) is answer
            assert all(day.decide(request).explain(lang) for lang in ("en", "zh"))
            assert all(day.outcome(dict(one.facts)) is Outcome.ADMITTED for one in day.decide(request).remedies())
        assert day.decide({}).missing
        assert all(isinstance(one.flaw, Flaw) for one in analyse(deep, on=ON))
        assert diff(deep, pack(permits), on=ON).removed == ("D", "R")
        assert parse_pack(pack_to_document(deep)) == deep

    def test_one_level_more_is_refused_when_the_rule_is_written(self) -> None:
        for parts in ((nested(91),), (urgent, nested(91)), (urgent, urgent, nested(91))):
            with pytest.raises(InvalidValueError, match=r"nested more than 90 levels.* / .*超过90层") as caught:
                rule("D", Effect.FORBID, *parts)
            assert caught.value.culprits == (91,)
        assert nested(100).depth == 100
        with pytest.raises(InvalidValueError, match=r"nested more than 100 levels.* / .*超过100层"):
            nested(101)


def test_a_number_longer_than_python_writes_is_told_by_its_size() -> None:
    with pytest.raises(PbgovError, match=r"fact posts is 2\^16609…, outside .* / .*2\^16609…"):
        DAY.decide(KNOWN | {"posts": 10**5_000})
    owed = DAY.decide(KNOWN | {"homes": 10**5_000})
    assert owed.outcome is Outcome.CONDITIONAL
    assert "2^16601… staff" in owed.explain()
