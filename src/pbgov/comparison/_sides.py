"""The sides of a comparison: what is compared, and how each is told from the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

import attrs

from pbgov.base import Report, Text, both, need_day, need_text
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction, View
from pbgov.packs import INSTITUTIONS, Institution
from pbgov.rules import NO_RULES, Payload, ResolvedPack, RulePack
from pbgov.validation import Evaluator, judge

T = TypeVar("T", str, Text)


@attrs.frozen
class Side:
    """One place in a comparison, with the norms it is judged by.

    Attributes:
        place: The place.
        pack: Its norms; without one it is compared by what is on record alone.
        on: The day it is seen; by default that of its report, or the day of the comparison. Two reports may speak of
            different years.
        since: First day of the span judged; by default the first day of the year of ``on``.
        label: What it is called; by default the name of the place.
        institutions: What it has beside norms; by default what the library has under the identifier of the pack, or of
            a pack that it was made from.
        report: What was found about it by this pack, where it was judged already.
    """

    place: Jurisdiction
    pack: RulePack | None = None
    on: date | None = attrs.field(default=None, kw_only=True)
    since: date | None = attrs.field(default=None, kw_only=True)
    label: Text | None = attrs.field(default=None, kw_only=True)
    institutions: tuple[Institution, ...] | None = attrs.field(default=None, kw_only=True)
    report: Report | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no place, no pack, no day, no label, or no institution."""
        if not isinstance(self.place, Jurisdiction):
            raise InvalidValueError(both("comparison.place", value=type(self.place).__name__), self.place)
        if self.pack is not None and not isinstance(self.pack, RulePack):
            raise InvalidValueError(both("judge.pack", value=repr(self.pack)), self.pack)
        for name, day in (("on", self.on), ("since", self.since)):
            if day is not None:
                need_day(name, day)
        if self.label is not None:
            need_text("label", self.label)
        if self.institutions is not None and not _are_institutions(self.institutions):
            raise InvalidValueError(both("comparison.institutions", value=repr(self.institutions)), self.institutions)


def _are_institutions(value: object) -> bool:
    held = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    return all(isinstance(one, Institution) for one in held)


@attrs.frozen(kw_only=True)
class Compared:
    """One side as it was compared: all that it left open is settled.

    Attributes:
        key: What it is called in data: the identifier of the place, numbered where it occurs again.
        label: What it is called; no other side has the same label.
        place: The place.
        pack: Its norms.
        on: The day it was seen.
        institutions: What it has beside norms.
        report: What was found about it.
    """

    key: str
    label: Text
    place: Jurisdiction
    pack: RulePack | None
    on: date
    institutions: tuple[Institution, ...]
    report: Report

    @property
    def resolved(self) -> ResolvedPack:
        """Its pack on the day; without one, a pack that says nothing."""
        return (self.pack or NO_RULES).at(self.on)

    def view(self) -> View:
        """Give what is on record of it on the day."""
        return View(self.place, self.resolved, self.on, self.report.since or self.on)


def settled(
    given: Iterable[Side | Jurisdiction],
    on: date | None,
    since: date | None,
    evaluators: Mapping[type[Payload], Evaluator],
) -> tuple[Compared, ...]:
    """Settle what sides leave open, and judge those that come without a report; see ``compare``."""
    if isinstance(given, str | Side | Jurisdiction) or not isinstance(given, Iterable):
        raise InvalidValueError(both("comparison.given", value=type(given).__name__), given)
    sides = [_side(one) for one in given]
    if not sides:
        raise InvalidValueError(both("comparison.none"))
    days = [_day(side, on) for side in sides]
    return tuple(
        Compared(
            key=key,
            label=label,
            place=side.place,
            pack=side.pack,
            on=day,
            institutions=_institutions(side),
            report=_judged(side, day, since, evaluators),
        )
        for side, day, key, label in zip(sides, days, _keys(sides), _labels(sides, days), strict=True)
    )


def _side(one: object) -> Side:
    if isinstance(one, Jurisdiction):
        return Side(one)
    if not isinstance(one, Side):
        raise InvalidValueError(both("comparison.given", value=type(one).__name__), one)
    return one


def _name(side: Side) -> Text:
    name = side.place.name or side.place.id
    return side.label or Text(zh=name, en=name)


def _day(side: Side, on: date | None) -> date:
    day = side.on or (side.report.on if side.report else None) or on
    if day is None:
        raise InvalidValueError(both("comparison.day", label=_name(side)), side.place.id)
    need_day("on", day)
    return day


def _keys(sides: Sequence[Side]) -> Iterator[str]:
    return _distinct([side.place.id for side in sides], "{}-{}".format)


def _labels(sides: Sequence[Side], days: Sequence[date]) -> Iterator[Text]:
    """Tell sides of one name apart by their days, where these differ, or else by numbers."""
    names = [_name(side) for side in sides]
    seen: defaultdict[Text, set[date]] = defaultdict(set)
    for name, day in zip(names, days, strict=True):
        seen[name].add(day)
    dated = [_marked(name, day) if len(seen[name]) > 1 else name for name, day in zip(names, days, strict=True)]
    return _distinct(dated, _marked)


def _marked(name: Text, mark: object) -> Text:
    return Text(zh=f"{name.zh}（{mark}）", en=f"{name.en} ({mark})")


def _distinct(names: Sequence[T], marked: Callable[[T, int], T]) -> Iterator[T]:
    """Number what occurs again, from 2 on."""
    given = frozenset(names)
    told: set[T] = set()
    for name in names:
        one, n = name, 1
        while one in told or (n > 1 and one in given):
            n += 1
            one = marked(name, n)
        told.add(one)
        yield one


def _institutions(side: Side) -> tuple[Institution, ...]:
    """Find what a place has beside norms by the pack it is judged by, or one that was made into it."""
    if side.institutions is not None or side.pack is None:
        return side.institutions or ()
    lineage = dict.fromkeys((*(name for name, _ in side.pack.overlays), side.pack.id))
    return tuple(one for name in lineage for one in INSTITUTIONS.get(name, ()))


def _judged(side: Side, day: date, since: date | None, evaluators: Mapping[type[Payload], Evaluator]) -> Report:
    """Judge a side, or take what was found already, if it is what would be found."""
    if side.report is None:
        return judge(
            side.place, side.pack, on=day, since=side.since or (None if side.on else since), evaluators=evaluators
        )
    report = side.report
    digest = side.pack.digest if side.pack else ""
    narrowed = report.within or report.select or report.ignore
    if narrowed or report.digest != digest or report.on != day or side.since not in {None, report.since}:
        raise InvalidValueError(both("comparison.report", label=_name(side), on=day), side.place.id)
    return report
