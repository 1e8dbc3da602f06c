"""A history played again: the place after each day of changes, and what is found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, pairwise
from typing import Literal

from pbgov.base import Report, both
from pbgov.errors import IllegalEventError, InvalidValueError
from pbgov.model import Change, Jurisdiction, need_change, need_place
from pbgov.rules import Payload, RulePack
from pbgov.validation._evaluators import EVALUATORS, Evaluator
from pbgov.validation._judge import judge


def replay(
    place: Jurisdiction,
    changes: Iterable[Change],
    pack: RulePack | None = None,
    *,
    since: date | None = None,
    lost: Literal["refuse", "report"] = "refuse",
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Iterator[tuple[date, Jurisdiction, Report]]:
    """Apply changes one after another, and judge the place after each day of them.

    Changes of one day are applied in the order given and judged together. They are not sorted: what is out of order is
    refused before anything is done, since one change may rest on another. Each place is made when it is asked for.

    Args:
        place: The place before the first change.
        changes: The changes, in the order of their days.
        pack: The norms; without one only the structure is judged.
        since: First day of the span whose periods are judged, as ``judge`` takes it.
        lost: What to do when a change would leave something without a successor, as ``place.apply`` takes it.
        evaluators: Evaluators by the type of the payload they judge, as ``judge`` takes them.

    Yields:
        The day, the place after all changes of that day, and what is found in it on that day.

    Raises:
        InvalidValueError: Something is no place, no list or no change.
        IllegalEventError: The changes are out of order, or one cannot happen.
        StructureError: What a change asks for cannot stand.
        UnknownIdError: A change names what is not on record.
    """
    need_place(place)
    if isinstance(changes, Change) or not isinstance(changes, Iterable):
        raise InvalidValueError(both("replay.list", value=type(changes).__name__), changes)
    listed = tuple(changes)
    for change in listed:
        need_change(change)
    for one, other in pairwise(listed):
        if other.on < one.on:
            raise IllegalEventError(both("replay.order", day=other.on, before=one.on), one, other)
    return _played(place, listed, pack, since, lost, evaluators)


def _played(  # noqa: PLR0917 - what replay was given
    place: Jurisdiction,
    changes: tuple[Change, ...],
    pack: RulePack | None,
    since: date | None,
    lost: Literal["refuse", "report"],
    evaluators: Mapping[type[Payload], Evaluator],
) -> Iterator[tuple[date, Jurisdiction, Report]]:
    for day, of_a_day in groupby(changes, key=lambda change: change.on):
        for change in of_a_day:
            place = place.apply(change, lost=lost).place
        yield day, place, judge(place, pack, on=day, since=since, evaluators=evaluators)
