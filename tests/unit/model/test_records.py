"""What the other rows on record refuse."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from typing import Any

import pytest

from pbgov.base import Exact, Period
from pbgov.errors import InvalidValueError
from pbgov.model import Document, Event, Fact, Posting, Recorded, Waiver
from tests.unit.validation.worlds import BASIS

DAY = date(2018, 1, 1)
NO_DAYS: list[Any] = ["2018-01-01", 20180101, None, datetime(2018, 1, 1)]  # noqa: DTZ001 - no date, and that is it
NO_IDS: list[Any] = [["A"], "A", ("A", 1), ("A", ""), ("a b",), 3, {"A"}]


def document(**cells: Any) -> Document:
    known: dict[str, Any] = {"id": "D", "kind": "plan"}
    return Document(**known | cells)


def event(**cells: Any) -> Event:
    known: dict[str, Any] = {"id": "E", "kind": "k", "subject": "A", "date": DAY}
    return Event(**known | cells)


def posting(**cells: Any) -> Posting:
    known: dict[str, Any] = {"id": "K", "account": "A", "resource": "posts", "amount": 1, "date": DAY, "transfer": "t"}
    return Posting(**known | cells)


def fact(**cells: Any) -> Fact:
    known: dict[str, Any] = {"id": "F", "about": "A", "amount": Exact(1), "unit": "u", "basis": BASIS}
    return Fact(**known | cells)


def waiver(**cells: Any) -> Waiver:
    known: dict[str, Any] = {"id": "W", "code": "X1", "subject": "A", "reason": "so"}
    return Waiver(**known | cells)


def recorded(**cells: Any) -> Recorded:
    known: dict[str, Any] = {"table": "units"}
    return Recorded(**known | cells)


@pytest.mark.parametrize("make", [document, event, posting, fact, waiver, recorded])
def test_a_row_is_a_value(make: Any) -> None:
    assert make() == make()
    assert hash(make()) == hash(make())
    assert pickle.loads(pickle.dumps(make())) == make()  # noqa: S301 - our own


@pytest.mark.parametrize("value", NO_IDS)
@pytest.mark.parametrize(
    ("make", "name"), [(document, "parties"), (document, "sections"), (event, "attendance"), (event, "agenda")]
)
def test_several_identifiers_are_a_tuple_of_them(make: Any, name: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match=name):
        make(**{name: value})


@pytest.mark.parametrize("name", ["attendance", "agenda"])
def test_what_was_not_recorded_of_an_event_is_none(name: str) -> None:
    assert getattr(event(), name) is None
    assert getattr(event(**{name: ()}), name) == ()


@pytest.mark.parametrize("value", NO_DAYS)
@pytest.mark.parametrize("make", [event, posting])
def test_a_day_is_a_date(make: Any, value: Any) -> None:
    with pytest.raises(InvalidValueError, match="date"):
        make(date=value)


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_an_amount_moved_is_a_whole_number(value: Any) -> None:
    assert posting(amount=-5).amount == -5
    with pytest.raises(InvalidValueError, match="amount"):
        posting(amount=value)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (document, "kind"), (event, "kind"), (event, "subject"), (posting, "account"), (posting, "resource"),
        (posting, "transfer"), (fact, "about"), (fact, "unit"), (waiver, "code"), (waiver, "subject"),
        (recorded, "table"), (recorded, "kind"),
    ],
)  # fmt: skip
def test_what_names_something_is_an_identifier(make: Any, name: str) -> None:
    with pytest.raises(InvalidValueError, match=name):
        make(**{name: "a b"})


@pytest.mark.parametrize("reason", ["", " ", "\u3000 "])
def test_a_waiver_needs_a_reason(reason: str) -> None:
    # RULINGS 21: not blank.
    with pytest.raises(InvalidValueError):
        waiver(reason=reason)


def test_a_name_is_printable() -> None:
    with pytest.raises(InvalidValueError, match="name"):
        document(name="a\nb")
    with pytest.raises(InvalidValueError, match="reason"):
        waiver(reason="a\nb")


def test_a_claim_spans_a_day_at_least() -> None:
    assert recorded().period == Period()
    assert recorded(start=DAY, end=date(2018, 1, 2)).period == Period(DAY, date(2018, 1, 2))
    with pytest.raises(InvalidValueError):
        recorded(start=DAY, end=DAY)
    for value in NO_DAYS[:2]:
        with pytest.raises(InvalidValueError, match="start"):
            recorded(start=value)
        with pytest.raises(InvalidValueError, match="end"):
            recorded(end=value)
