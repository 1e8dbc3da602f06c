"""Laws of rhythms, chains, order and delay: against a naive model that looks at every day by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeAlias

import attrs
from hypothesis import given
from hypothesis import strategies as st

from pbgov import testing as pt
from pbgov.base import Band, Cycle, TimeUnit, Verdict
from pbgov.model import Event, Jurisdiction, Recorded, View, columns
from pbgov.org import FOUR_LEVELS, Body, Tie, Unit
from pbgov.rules import (
    HERE,
    Anchoring,
    Answered,
    Cadence,
    Chained,
    Covered,
    Figure,
    Link,
    Norm,
    Partial,
    Payload,
    Preceded,
    Selector,
    Values,
    each,
)
from pbgov.validation import EVALUATORS
from tests.unit.validation.worlds import norm, pack

MET, BREACHED, UNKNOWN, NOT_DUE = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE
DECIDED = (MET, BREACHED)
RANK = {NOT_DUE: 0, MET: 1, UNKNOWN: 2, BREACHED: 3}
events = columns("events")
ONE_DAY = timedelta(days=1)
FIRST = date(2018, 1, 1)
OFFSETS = st.integers(0, 800)
OF = HERE.back(events.subject, events.kind == "a")
BY = HERE.back(events.subject, events.kind == "b")
LAST = HERE.back(events.subject, events.kind == "c")
Told: TypeAlias = list[tuple[Verdict, str]]


def day(offset: int) -> date:
    return FIRST + offset * ONE_DAY


@attrs.frozen(kw_only=True)
class World:
    """A body, its events, what the record claims of them, and the span in question."""

    rows: tuple[Event, ...]
    claims: tuple[Recorded, ...]
    body: Body
    norm_start: date | None
    since: date
    on: date
    figures: tuple[tuple[str, Figure | None], ...] = ()
    turns: tuple[Tie, ...] = ()

    def answers(self, payload: Payload) -> Told:
        given_ = Jurisdiction(id="place", profile=FOUR_LEVELS, recorded=self.claims)
        given_ = given_.having(Unit(id="H", kind="k"), self.body, *self.rows, *self.turns)
        rules = pack(norm(payload, start=self.norm_start), **dict(self.figures))
        view = View(given_, rules.at(self.on), self.on, self.since)
        found = EVALUATORS[type(payload)](view, self.norm(payload), payload, self.body)
        return [(answer.verdict, answer.aspect) for answer in found]

    def norm(self, payload: Payload) -> Norm:
        return norm(payload, each(columns("bodies")), start=self.norm_start)

    def claimed(self, kind: str, one: date) -> bool:
        """Whether a day is claimed for a kind of event."""
        return any(
            claim.kind in {None, kind} and (claim.start or date.min) <= one and (claim.end is None or one < claim.end)
            for claim in self.claims
        )

    def seen(self, kind: str) -> list[Event]:
        """The events of a kind that have happened."""
        return sorted((row for row in self.rows if row.kind == kind and row.date <= self.on), key=lambda row: row.date)

    def in_force(self, one: date) -> bool:
        return (
            (self.body.start is None or self.body.start <= one)
            and (self.body.end is None or one < self.body.end)
            and (self.norm_start is None or self.norm_start <= one)
        )

    def holds(self, kind: str, days: Sequence[date]) -> int:
        return sum(row.date == one for one in days for row in self.seen(kind))


@st.composite
def worlds(draw: st.DrawFn, *, max_size: int = 14) -> World:
    """Worlds of two years, the body and the norm perhaps younger, the record perhaps partial."""
    offsets = st.lists(st.tuples(OFFSETS, st.sampled_from("abc"), st.none() | st.lists(st.integers(0, 13), max_size=2)))
    drawn = draw(offsets.map(lambda rows: rows[:max_size]))
    rows = tuple(
        Event(
            id=f"E{n}",
            kind=kind,
            subject="M",
            date=day(offset),
            refers=None if refers is None else tuple(f"E{m}" for m in refers),
        )
        for n, (offset, kind, refers) in enumerate(drawn)
    )
    spans = st.lists(
        st.tuples(st.none() | OFFSETS, st.integers(1, 500), st.sampled_from((None, "a", "b", "c"))), max_size=3
    )
    claims = tuple(
        Recorded(table="events", kind=kind, start=None if start is None else day(start), end=day((start or 0) + length))
        for start, length, kind in draw(spans)
    )
    whole = (Recorded(table="events"),) if draw(st.booleans()) else ()
    start, end = draw(st.none() | OFFSETS), draw(st.none() | OFFSETS)
    since, span = draw(st.sampled_from((0, 59, 120, 181, 366))), draw(st.integers(0, 500))
    return World(
        rows=rows,
        claims=(*claims, *whole),
        body=Body(
            id="M",
            kind="meeting",
            host="H",
            start=None if start is None else day(start),
            end=None if end is None else day((start or 0) + end + 1),
        ),
        norm_start=draw(st.none() | OFFSETS.map(day)),
        since=day(since),
        on=day(since + span),
    )


# The naive model of a calendar rhythm


def calendar_key(cycle: Cycle, one: date) -> tuple[int, int]:
    """Which period of its cycle a day belongs to."""
    match cycle:
        case Cycle.WEEK:
            return one.isocalendar()[0], one.isocalendar()[1]
        case Cycle.MONTH:
            return one.year, one.month
        case Cycle.QUARTER:
            return one.year, (one.month + 2) // 3
        case Cycle.HALF_YEAR:
            return one.year, 1 if one.month <= 6 else 2
        case Cycle.YEAR:
            return one.year, 0


@cache
def windows(cycle: Cycle, months: Band | None, days: Band | None) -> tuple[list[date], ...]:
    """The days of every period, or of the window in it, from well before the world to well after it."""
    periods: defaultdict[tuple[int, int], list[date]] = defaultdict(list)
    for offset in range(-370, 1470):
        periods[calendar_key(cycle, day(offset))].append(day(offset))
    found: list[list[date]] = []
    for whole in list(periods.values())[1:-1]:
        first, window = whole[0], whole
        if months is not None:
            number = {one: (one.year - first.year) * 12 + one.month - first.month + 1 for one in whole}
            window = [one for one in whole if months.distance(number[one]) == 0]
        if days is not None:
            window = [one for n, one in enumerate(whole, 1) if days.distance(n) == 0]
        found += [window] if window else []
    return tuple(found)


def naive_calendar(world: World, payload: Cadence) -> Told:
    given_: dict[str, Any] = dict(world.figures)
    cycle, months, days = given_["per"], given_.get(payload.months), given_.get(payload.days)
    times = given_["times"] if payload.times else 1
    most = given_["most"] if payload.at_most else None
    told: Told = []
    for window in windows(cycle, months, days):
        part = [one for one in window if world.in_force(one)]
        if not part or part[0] < world.since or part[-1] >= world.on:
            continue
        asked: float = times
        if len(part) < len(window):
            if payload.partial is Partial.SKIP:
                continue
            if payload.partial is Partial.REQUIRE and len(part) < (given_["min"] if payload.min_days else 0):
                continue
            if payload.partial is Partial.PRORATE:
                asked = int(asked * len(part) / len(window) + 0.5)
                if not asked:
                    continue
        n = world.holds("a", part)
        whole = all(world.claimed("a", one) for one in part)
        aspect = f"[{part[0]}, {part[-1] + ONE_DAY})"
        if most is not None and n > most:
            told.append((BREACHED, aspect))
        elif n < asked:
            told.append((BREACHED if whole else UNKNOWN, aspect))
        else:
            told.append((MET if whole or most is None else UNKNOWN, aspect))
    return told or [(NOT_DUE, "")]


@st.composite
def calendar_rhythms(draw: st.DrawFn) -> tuple[Cadence, tuple[tuple[str, Figure | None], ...]]:
    """Rhythms of the calendar with their figures."""
    cycle = draw(st.sampled_from(Cycle))
    low = draw(st.integers(1, 4))
    band = Band(*draw(st.sampled_from(((low, low + 2), (low, None), (None, low)))))
    window = draw(st.sampled_from(("", "days") if cycle is Cycle.WEEK else ("", "", "months", "days")))
    partial = draw(st.sampled_from(Partial))
    times = draw(st.sampled_from(("", "", "times")))
    most = draw(st.sampled_from(("", "", "most")))
    least = draw(st.integers(0, 3))
    payload = Cadence(
        of=OF,
        per="per",
        times=times,
        at_most=most,
        partial=partial,
        min_days=draw(st.sampled_from(("", "min"))) if partial is Partial.REQUIRE else "",
        months="band" if window == "months" else "",
        days="band" if window == "days" else "",
    )
    figures = {"per": cycle, "times": least, "most": draw(st.integers(least, 3)), "min": draw(st.integers(0, 40))}
    return payload, (*figures.items(), ("band", band))


@st.composite
def rolling_rhythms(draw: st.DrawFn) -> tuple[Cadence, tuple[tuple[str, Figure | None], ...]]:
    """Rolling rhythms with their figures."""
    per: Figure = draw(st.sampled_from((Cycle.WEEK, Cycle.MONTH, Cycle.QUARTER, Cycle.HALF_YEAR)) | st.integers(1, 60))
    unit: TimeUnit = draw(st.sampled_from(("day", "month"))) if per in range(1, 7) else "day"
    times = draw(st.sampled_from(("", "times")))
    payload = Cadence(of=OF, per="per", times=times, anchoring=Anchoring.ROLLING, unit=unit)
    return payload, (("per", per), ("times", draw(st.integers(1, 3))))


def months_later(one: date, n: int) -> date:
    """The same day some months later, or the last day there is before it."""
    year, month = one.year + (one.month - 1 + n) // 12, (one.month - 1 + n) % 12 + 1
    number = one.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def later(one: date, figure: Figure | None, unit: str) -> date:
    match figure:
        case Cycle.WEEK:
            return one + 7 * ONE_DAY
        case Cycle():
            return months_later(one, {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}[figure])
        case int():
            return months_later(one, figure) if unit == "month" else one + figure * ONE_DAY
        case _:
            raise AssertionError(figure)


def naive_rolling(world: World, payload: Cadence) -> Verdict:
    """The worst verdict on any span."""
    given_ = dict(world.figures)
    times: Any = given_["times"] if payload.times else 1
    dates = [row.date for row in world.seen("a")]
    verdicts = {NOT_DUE}
    start = world.since
    while start < world.on:
        end = later(start, given_["per"], payload.unit)
        days = [start + n * ONE_DAY for n in range((end - start).days)]
        if end <= world.on and all(world.in_force(one) for one in days):
            n = sum(start <= one < end for one in dates)
            silent = BREACHED if all(world.claimed("a", one) for one in days) else UNKNOWN
            verdicts.add(MET if n >= times else silent)
        start += ONE_DAY
    return next(one for one in (BREACHED, UNKNOWN, MET, NOT_DUE) if one in verdicts)


class TestTheNaiveModel:
    @given(world=worlds(), rhythm=calendar_rhythms())
    def test_a_calendar_rhythm_is_what_a_look_at_every_day_says(self, world: World, rhythm: Any) -> None:
        payload, figures = rhythm
        world = attrs.evolve(world, figures=figures)
        assert world.answers(payload) == naive_calendar(world, payload)

    @given(world=worlds(), rhythm=rolling_rhythms())
    def test_a_rolling_rhythm_is_what_a_look_at_every_span_says(self, world: World, rhythm: Any) -> None:
        payload, figures = rhythm
        world = attrs.evolve(world, figures=figures)
        verdicts = [verdict for verdict, _ in world.answers(payload)]
        assert len(set(verdicts)) == 1
        assert verdicts[0] is naive_rolling(world, payload)

    @given(world=worlds(), referring=st.booleans())
    def test_a_chain_is_what_a_look_at_every_period_says(self, world: World, referring: bool) -> None:
        links = (Link(OF, "short"), Link(BY, "per"), Link(LAST, "long"))
        figures = (("short", Cycle.MONTH), ("per", Cycle.QUARTER), ("long", Cycle.HALF_YEAR))
        world = attrs.evolve(world, figures=figures)
        assert world.answers(Chained(links=links, referring=referring)) == naive_chain(world, referring)

    @given(
        world=worlds(),
        within=st.none() | st.integers(0, 60) | st.sampled_from(Cycle),
        referring=st.booleans(),
        unit=st.sampled_from(("day", "month")),
    )
    def test_what_comes_before_is_found(self, world: World, within: Any, referring: bool, unit: Any) -> None:
        within = min(within, 5) if unit == "month" and type(within) is int else within
        world = attrs.evolve(world, figures=(("within", within),) if within is not None else ())
        payload = Preceded(of=OF, by=BY, within="" if within is None else "within", unit=unit, referring=referring)
        assert world.answers(payload) == naive_preceded(world, payload, within)

    @given(
        world=worlds(),
        within=st.integers(0, 60) | st.sampled_from(Cycle),
        referring=st.booleans(),
        unit=st.sampled_from(("day", "month")),
    )
    def test_what_answers_is_found(self, world: World, within: Any, referring: bool, unit: Any) -> None:
        within = min(within, 5) if unit == "month" and type(within) is int else within
        world = attrs.evolve(world, figures=(("within", within),))
        payload = Answered(of=OF, by=BY, within="within", unit=unit, referring=referring)
        assert world.answers(payload) == naive_answered(world, payload, within)


def naive_chain(world: World, referring: bool) -> Told:
    told: Told = []
    kinds = (("a", Cycle.MONTH), ("b", Cycle.QUARTER), ("c", Cycle.HALF_YEAR))
    for number, (kind, cycle) in enumerate(kinds, 1):
        under = kinds[number - 2][0] if number > 1 else None
        for window in windows(cycle, None, None):
            if window[0] < world.since or window[-1] >= world.on or not all(map(world.in_force, window)):
                continue
            upper = [row for row in world.seen(kind) if row.date in window]
            lower = [row for row in world.seen(under) if row.date in window] if under else []
            aspect = f"{number} [{window[0]}, {window[-1] + ONE_DAY})"
            told.append(
                ((naive_naming if referring else naive_following)(world, (kind, under), window, (upper, lower)), aspect)
            )
    return told or [(NOT_DUE, "")]


def naive_following(
    world: World, kinds: tuple[str, str | None], window: list[date], rows: tuple[list[Event], list[Event]]
) -> Verdict:
    """Try every way in which the record may be completed: none, or one more of either sort on any open day."""
    upper, lower = [row.date for row in rows[0]], [row.date for row in rows[1]]
    kind, under = kinds

    def good(above: list[date], below: list[date]) -> bool:
        return bool(above) and max(above) >= max(below, default=date.min)

    now = good(upper, lower)
    others = [good([*upper, one], lower) for one in window if not world.claimed(kind, one)]
    others += [good(upper, [*lower, one]) for one in window if under and not world.claimed(under, one)]
    return UNKNOWN if (not now) in others else MET if now else BREACHED


def naive_naming(
    world: World, kinds: tuple[str, str | None], window: list[date], rows: tuple[list[Event], list[Event]]
) -> Verdict:
    upper, lower = rows
    kind, under = kinds
    named = {row.id for row in lower}
    if any(named & set(row.refers or ()) for row in upper):
        return MET
    if upper and not lower:
        return MET if under is None or all(world.claimed(under, one) for one in window) else UNKNOWN
    more = any(not world.claimed(kind, one) for one in window) or any(row.refers is None for row in upper)
    return UNKNOWN if more else BREACHED


def naive_preceded(world: World, payload: Preceded, within: Figure | None) -> Told:
    told: Told = []
    judged = [row for row in world.seen("a") if world.since <= row.date and world.in_force(row.date)]
    for row in sorted(judged, key=lambda row: (row.date, row.id)):
        start = date.min
        if within is not None:
            start = earlier(row.date, within, payload.unit)
        told.append((beside(world, payload.referring, row, start, row.date), row.id))
    return told or [(naive_empty(world, world.since), "")]


def naive_empty(world: World, first: date) -> Verdict:
    days = [first + n * ONE_DAY for n in range((world.on - first).days + 1)]
    return NOT_DUE if all(world.claimed("a", one) for one in days if world.in_force(one)) else UNKNOWN


def earlier(one: date, figure: Figure, unit: str) -> date:
    match figure:
        case Cycle.WEEK:
            return one - 7 * ONE_DAY
        case Cycle():
            return months_later(one, -{Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}[figure])
        case int():
            return months_later(one, -figure) if unit == "month" else one - figure * ONE_DAY
        case _:
            raise AssertionError(figure)


def beside(world: World, referring: bool, row: Event, start: date, last: date) -> Verdict:
    others = [other for other in world.seen("b") if start <= other.date <= last]
    if any(not referring or row.id in (other.refers or ()) for other in others):
        return MET
    if referring and any(other.refers is None for other in others):
        return UNKNOWN
    if start == date.min:  # no need to look at every day since the year 1: nothing was drawn before 2018
        return BREACHED if world.claimed("b", start) and all_claimed(world, FIRST, last) else UNKNOWN
    return BREACHED if all_claimed(world, start, last) else UNKNOWN


def all_claimed(world: World, first: date, last: date) -> bool:
    return all(world.claimed("b", first + n * ONE_DAY) for n in range((last - first).days + 1))


def naive_answered(world: World, payload: Answered, within: Figure) -> Told:
    told: Told = []
    for row in sorted(world.seen("a"), key=lambda row: (row.date, row.id)):
        due = later(row.date, within, payload.unit)
        if due < world.since or not world.in_force(row.date):
            continue
        found = beside(world, payload.referring, row, row.date, due)
        ended = world.body.end is not None and world.body.end <= due
        told.append((NOT_DUE if found is not MET and (due >= world.on or ended) else found, row.id))
    return told or [(naive_empty(world, earlier(world.since, within, payload.unit)), "")]


COVERED = Covered(of=Values(HERE.back(events.subject), "kind"), codes="codes", per="per")
TURNS = Values(HERE.back(columns("ties").target), "source")
CODES = st.sets(st.sampled_from("abc")).map(lambda codes: tuple(sorted(codes)))


def naive_covered(world: World, codes: tuple[str, ...], cycle: Cycle) -> Told:
    told: Told = []
    for window in windows(cycle, None, None):
        if window[0] < world.since or window[-1] >= world.on or not all(world.in_force(one) for one in window):
            continue
        whole = all(world.claimed("of every kind", one) for one in window)
        aspect = f"[{window[0]}, {window[-1] + ONE_DAY})"
        met = all(world.holds(code, window) for code in codes)
        told.append((MET if met else BREACHED if whole else UNKNOWN, aspect))
    return told or [(NOT_DUE, "")]


class TestCoverage:
    """在一轮之内，五项共同目的均有共建活动: each code is taken up in each period, by whichever event."""

    @given(world=worlds(), codes=CODES, cycle=st.sampled_from(Cycle))
    def test_coverage_is_looked_up_day_by_day(self, world: World, codes: tuple[str, ...], cycle: Cycle) -> None:
        world = attrs.evolve(world, figures=(("codes", codes), ("per", cycle)))
        assert world.answers(COVERED) == naive_covered(world, codes, cycle)

    @given(world=worlds(), codes=CODES, cycle=st.sampled_from((Cycle.MONTH, Cycle.QUARTER, Cycle.YEAR)))
    def test_a_rota_begun_on_new_years_day_has_the_cycles_of_the_calendar(
        self, world: World, codes: tuple[str, ...], cycle: Cycle
    ) -> None:
        turns = attrs.evolve(
            world,
            figures=(("codes", codes), ("per", cycle.length[0])),
            turns=(Tie(id="first", kind="turn", source="H", target="M", start=date(2016, 1, 1)),),
            claims=(*world.claims, Recorded(table="ties")),
        )
        calendar = attrs.evolve(world, figures=(("codes", codes), ("per", cycle)))
        assert turns.answers(attrs.evolve(COVERED, turns=TURNS)) == calendar.answers(COVERED)

    @given(world=worlds(), codes=CODES, more=CODES)
    def test_asking_for_more_never_helps(self, world: World, codes: tuple[str, ...], more: tuple[str, ...]) -> None:
        per: tuple[str, Figure] = ("per", Cycle.QUARTER)
        few = attrs.evolve(world, figures=(("codes", codes), per)).answers(COVERED)
        many = attrs.evolve(world, figures=(("codes", codes + more), per)).answers(COVERED)
        assert all(RANK[one] <= RANK[other] for (one, _), (other, _) in zip(few, many, strict=True))


PAYLOADS: Sequence[tuple[Payload, dict[str, Figure | None]]] = (
    (Cadence(of=OF, per="per"), {"per": Cycle.MONTH}),
    (Cadence(of=OF, per="per", partial=Partial.REQUIRE), {"per": Cycle.QUARTER}),
    (Cadence(of=OF, per="per", partial=Partial.PRORATE, times="n"), {"per": Cycle.QUARTER, "n": 2}),
    (Cadence(of=OF, per="per", days="band"), {"per": Cycle.MONTH, "band": Band(1, 9)}),
    (Cadence(of=OF, per="per", anchoring=Anchoring.ROLLING), {"per": Cycle.MONTH}),
    (Cadence(of=OF, per="per", anchoring=Anchoring.ROLLING, times="n"), {"per": 45, "n": 2}),
    (Preceded(of=OF, by=BY), {}),
    (Preceded(of=OF, by=BY, within="per", referring=True), {"per": Cycle.QUARTER}),
    (Answered(of=OF, by=BY, within="per"), {"per": 30}),
    (Answered(of=OF, by=BY, within="per", referring=True), {"per": Cycle.MONTH}),
    (COVERED, {"codes": ("a", "b"), "per": Cycle.QUARTER}),
    (Chained(links=(Link(OF, "per"), Link(BY, "long"))), {"per": Cycle.MONTH, "long": Cycle.QUARTER}),
    (Chained(links=(Link(OF, "per"), Link(BY, "long")), referring=True), {"per": Cycle.MONTH, "long": Cycle.QUARTER}),
)
PATTERNS = st.sampled_from(PAYLOADS)
AT_LEAST = st.sampled_from(PAYLOADS[:6])


class TestMoreOnRecord:
    @given(world=worlds(), pattern=AT_LEAST, offset=OFFSETS)
    def test_an_event_more_never_breaks_what_is_asked_at_least(self, world: World, pattern: Any, offset: int) -> None:
        payload, figures = pattern
        world = attrs.evolve(world, figures=tuple(figures.items()))
        more = attrs.evolve(
            world, rows=(*world.rows, Event(id="Enew", kind="a", subject="M", date=day(offset), attendance=()))
        )
        before, after = world.answers(payload), more.answers(payload)
        if payload.anchoring is Anchoring.ROLLING:  # a lack may be cut in two, and none arises
            assert max(RANK[one] for one, _ in after) <= max(RANK[one] for one, _ in before)
        else:
            for (was, aspect), (now, same) in zip(before, after, strict=True):
                assert aspect == same
                assert now is was or (was in {BREACHED, UNKNOWN} and now is MET)

    @given(world=worlds(), pattern=PATTERNS, claim=st.tuples(OFFSETS, st.integers(1, 400)))
    def test_a_claim_more_only_settles_what_was_open(self, world: World, pattern: Any, claim: tuple[int, int]) -> None:
        payload, figures = pattern
        world = attrs.evolve(world, figures=tuple(figures.items()))
        wider = Recorded(table="events", start=day(claim[0]), end=day(sum(claim)))
        before = world.answers(payload)
        after = attrs.evolve(world, claims=(*world.claims, wider)).answers(payload)
        assert {one for one in before if one[0] in DECIDED} <= set(after)
        assert {one for one in after if one[0] is UNKNOWN} <= set(before)

    @given(world=worlds(), pattern=PATTERNS, cut=OFFSETS)
    def test_a_record_kept_in_two_parts_says_the_same(self, world: World, pattern: Any, cut: int) -> None:
        payload, figures = pattern
        world = attrs.evolve(world, figures=tuple(figures.items()))
        claims: list[Recorded] = []
        for claim in world.claims:
            inside = day(cut) in claim.period and day(cut) != claim.start
            claims += [attrs.evolve(claim, end=day(cut)), attrs.evolve(claim, start=day(cut))] if inside else [claim]
        parted = attrs.evolve(world, claims=tuple(claims), rows=world.rows[::-1])
        assert parted.answers(payload) == world.answers(payload)


def _two(links: tuple[Link, ...]) -> Payload:
    return Chained(links=links)


SELECTED: st.SearchStrategy[Selector] = st.sampled_from((OF, BY))
DRAWN: st.SearchStrategy[tuple[Payload, str]] = st.one_of(
    st.tuples(pt.cadences(SELECTED, cycles=("c",), numbers=("n",), bands=("b",)), st.just("cnb")),
    st.tuples(pt.chains(SELECTED, cycles=("c",)), st.just("c")),
    st.tuples(st.tuples(pt.links(SELECTED, cycles=("c",)), pt.links(SELECTED, cycles=("c",))).map(_two), st.just("c")),
    st.tuples(pt.precedences(SELECTED, lengths=("n",)), st.just("n")),
    st.tuples(pt.responses(SELECTED, lengths=("n",)), st.just("n")),
)


class TestStrategies:
    @given(drawn=DRAWN)
    def test_what_is_drawn_names_only_the_parameters_it_was_given(self, drawn: tuple[Payload, str]) -> None:
        payload, names = drawn
        assert set(payload.figures()) <= set(names)
