"""Figures that norms rest on: dated, with a unit, each value saying where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

import attrs

from pbgov.base import GLOSSARY, Band, Basis, Cycle, Lang, Period, Required, Text, both, check_id, say, term
from pbgov.errors import InvalidValueError
from pbgov.rules._expr import Value, are_codes
from pbgov.rules._fields import Kind
from pbgov.rules._instruments import Instrument
from pbgov.rules._kinds import Found, kind_of_value

Figure: TypeAlias = int | Band | Cycle | date | tuple[str, ...]


class Bound(StrEnum):
    """How far an overlay may move a figure: a FLOOR 下限 only rises, a CAP 上限 only falls."""

    FLOOR = "floor"
    CAP = "cap"


def figure_kind(figure: Figure) -> str:
    """Name the kind of a figure: that of a condition's value where it can be one."""
    if isinstance(figure, Cycle | Band):
        return type(figure).__name__.lower()
    return kind_of_value(figure)


@attrs.frozen(kw_only=True)
class Dated:
    """A value from a day on.

    Attributes:
        value: The figure; ``None`` together with a ``Required`` basis when the text asks for one and gives none.
        basis: Where it comes from.
        start: First day it applies; ``None`` when the source gives none.

    Raises:
        InvalidValueError: The value is missing and not wanted, or is no figure (``True`` and ``2.0`` are none).
    """

    value: Figure | None
    basis: Basis
    start: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a missing value that nobody asks for, and what is no figure."""
        if (self.value is None) is not isinstance(self.basis, Required):
            raise InvalidValueError(both("parameter.required", value=repr(self.value)), self.value)
        plain = isinstance(self.value, int | Band | Cycle | date) or are_codes(self.value) or self.value is None
        if not plain or isinstance(self.value, bool | datetime):
            raise InvalidValueError(both("parameter.figure", value=repr(self.value)), self.value)


@attrs.frozen(kw_only=True)
class Parameter:
    """A dated figure of a pack.

    Attributes:
        id: How norms and conditions name it.
        unit: What it counts.
        values: The values in the order of their first days, all of one kind.
        bound: Whether overlays may only raise it (FLOOR) or only lower it (CAP); where it is ``entrenched``, an overlay
            of a higher instrument may do either.
        label: What a person calls it; by default the terms of the parts of its identifier, 市级联席会议 · 周期,
            or the identifier itself where a part has no term.
        entrenched: The instrument that lays it down, where only a higher one may change it.
        informative: Whether it is stated for people and programs to read, and no rule or norm need rest on it.

    Raises:
        InvalidValueError: No value is given, the dates do not rise, the values are of several kinds, or the bound is on
            what is no whole number.

    Examples:
        >>> from pbgov.base import Assumption
        >>> why = Assumption(Text(zh="示例", en="example"))
        >>> fund = Parameter(id="fund.min", unit=Text(zh="元", en="yuan"), values=(Dated(value=100_000, basis=why),))
        >>> fund.at(date(2021, 7, 1)).value
        100000
    """

    id: str = attrs.field(validator=check_id)
    unit: Text
    values: tuple[Dated, ...]
    bound: Bound | None = None
    label: Text | None = None
    entrenched: Instrument | None = None
    informative: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse values out of order or of several kinds."""
        starts = [dated.start or date.min for dated in self.values]
        if not starts or any(b <= a for a, b in pairwise(starts)):
            raise InvalidValueError(both("parameter.order", name=self.id), self.id)
        kinds = sorted({figure_kind(dated.value) for dated in self.values if dated.value is not None})
        if len(kinds) > 1:
            raise InvalidValueError(both("parameter.kinds", name=self.id, kinds=", ".join(kinds)), self.id, *kinds)
        if self.bound is not None and kinds not in ([], ["int"]):
            raise InvalidValueError(both("parameter.bound", name=self.id, bound=self.bound.value), self.id)

    @property
    def kind(self) -> Found | None:
        """The kind of value that conditions see; ``None`` for figures that no condition can take."""
        found = {figure_kind(dated.value) for dated in self.values if dated.value is not None}
        kinds: tuple[Kind, ...] = ("int", "date", "codes")
        if not found:
            return "any"
        return next((kind for kind in kinds if kind in found), None)

    def at(self, on: date) -> Dated | None:
        """Give the value in force on a day; ``None`` before the first one."""
        current = None
        for dated in self.values:
            if dated.start is None or dated.start <= on:
                current = dated
        return current

    def spans(self) -> Iterator[tuple[Period, Dated]]:
        """Yield each value with the half-open span in which it is in force."""
        for dated, following in zip(self.values, (*self.values[1:], None), strict=True):
            yield Period(dated.start, following.start if following else None), dated

    def name(self) -> Text:
        """Give what a person calls it: its label, or else the terms of the parts of its identifier."""
        parts = self.id.split(".")
        if self.label or not GLOSSARY.keys() >= set(parts):
            return self.label or term(self.id)
        told = [GLOSSARY[part] for part in parts]
        return Text(zh=" · ".join(one.zh for one in told), en=" · ".join(one.en for one in told))

    def text(self, on: date) -> ParameterText:
        """Give the parameter on a day as a sentence: value, unit, since when, and where it was read."""
        return ParameterText(self, on)


@attrs.frozen
class ParameterText:
    """A parameter on a day, in words."""

    parameter: Parameter
    on: date

    def in_(self, lang: Lang) -> str:
        """Say it."""
        dated = self.parameter.at(self.on)
        name = self.parameter.name()
        if dated is None or dated.value is None:
            return say("parameter.text.none", lang, name=name, on=self.on)
        start = dated.start or say("parameter.start.always", lang)
        shown = figure_in(dated.value, lang)
        unit = self.parameter.unit
        return say("parameter.text", lang, name=name, value=shown, unit=unit, start=start, basis=dated.basis)


def figure_in(figure: Figure, lang: Lang) -> str:
    """Write a figure as a phrase, without its unit."""
    if isinstance(figure, tuple):
        return say("words.list", lang).join(term(code).in_(lang) for code in figure)
    if isinstance(figure, Band):
        return figure.in_(lang)
    if isinstance(figure, Cycle):
        return term(figure.value).in_(lang)
    return f"{figure:,}" if isinstance(figure, int) else figure.isoformat()


def as_value(figure: Figure | None) -> Value | None:
    """Give a figure as a condition sees it; ``None`` when it is missing or fits no condition."""
    return None if isinstance(figure, Band | Cycle) else figure
