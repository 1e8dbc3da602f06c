"""The calendar of a rota as rows of the record, at the edges."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from pbgov.model import chair_ties
from pbgov.rules import Decline, Leave, Nominate, RoleKind, Rota, Substitute

ROTA = Rota(
    groups=("A", "B"), members={"A": ("a1", "a2"), "B": ("b1",)}, start=date(2018, 1, 1), months=1, quorum=1
)  # fmt: skip
NAMED = ROTA.with_(Nominate(on=date(2018, 1, 1), group="A", nominee="a1", nominators=("a2",)))
GONE = NAMED.with_(Leave(on=date(2018, 1, 11), group="A", members=("a1",)))
HEALED = GONE.with_(Substitute(on=date(2018, 1, 21), group="A", nominee="a2", nominators=("a2",)))
JANUARY, FEBRUARY = (date(2018, 1, 1), date(2018, 2, 1)), (date(2018, 2, 1), date(2018, 3, 1))
A, B = ("rotating_chair", "A", *JANUARY), ("rotating_chair", "B", *FEBRUARY)


@pytest.mark.parametrize(
    ("rota", "expected"),
    [
        (ROTA, [A, B]),
        (NAMED, [A, ("presides", "a1", *JANUARY), B]),
        # the chair stayed empty to the end, so the term stops there
        (GONE, [(*A[:3], date(2018, 1, 11)), ("presides", "a1", date(2018, 1, 1), date(2018, 1, 11)), B]),
        (
            HEALED,  # ten days without a chair in the term of a group, which goes on holding it
            [
                A,
                ("presides", "a1", date(2018, 1, 1), date(2018, 1, 11)),
                ("presides", "a2", date(2018, 1, 21), date(2018, 2, 1)),
                B,
            ],
        ),
        (
            ROTA.with_(Decline(date(2018, 1, 1), "A"), Decline(date(2018, 1, 1), "B")),
            [("rotating_chair", "A", *FEBRUARY)],
        ),
        (
            attrs.evolve(NAMED, role=RoleKind.DUTY_MEMBER),
            [("duty_member", *A[1:]), ("on_duty", "a1", *JANUARY), ("duty_member", *B[1:])],
        ),
    ],
)
def test_terms_and_who_presides_become_ties(rota: Rota, expected: list[tuple[str, str, date, date]]) -> None:
    ties = chair_ties(rota.calendar(date(2018, 1, 1), date(2018, 3, 1)), meeting="m")
    assert [(tie.kind, tie.source, tie.start, tie.end) for tie in ties] == expected
    assert {tie.target for tie in ties} == {"m"}


def test_ties_are_named_after_the_term() -> None:
    ties = chair_ties(HEALED.calendar(date(2018, 1, 1), date(2018, 2, 1)), meeting="m")
    assert [tie.id for tie in ties] == ["rotating_chair:m:0", "presides:m:0.0", "presides:m:0.2"]
    again = chair_ties(HEALED.calendar(date(2018, 1, 31), date(2018, 2, 2)), meeting="m")
    assert [tie.id for tie in again] == ["rotating_chair:m:0", "presides:m:0.0", "presides:m:0.2", "rotating_chair:m:1"]
