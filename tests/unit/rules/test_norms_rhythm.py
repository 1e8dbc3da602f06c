"""What a pattern of events may say, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest

from pbgov.errors import InvalidValueError
from pbgov.rules import HERE, Anchoring, Answered, Cadence, Chained, Link, Partial, Payload, Preceded

LINKS = (Link(HERE, "m"), Link(HERE, "q"))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"anchoring": Anchoring.ROLLING, "at_most": "n"}, "rolling"),
        ({"anchoring": Anchoring.ROLLING, "months": "b"}, "rolling"),
        ({"anchoring": Anchoring.ROLLING, "days": "b"}, "rolling"),
        ({"anchoring": Anchoring.ROLLING, "partial": Partial.PRORATE}, "rolling"),
        ({"months": "a", "days": "b"}, r"months \(a\) and days \(b\)"),
        ({"min_days": "n"}, "min_days"),
        ({"min_days": "n", "partial": Partial.PRORATE}, "prorate"),
        ({"unit": "week"}, "week"),
    ],
)
def test_what_excludes_each_other_is_refused(cells: dict[str, Any], reason: str) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        Cadence(of=HERE, per="c", **cells)


@pytest.mark.parametrize("cells", [{"partial": "half"}, {"anchoring": "sliding"}])
def test_an_unknown_policy_is_refused(cells: dict[str, Any]) -> None:
    with pytest.raises(
        InvalidValueError, match=r"is not one of (skip, require, prorate|calendar, rolling); .*不在可选值中"
    ):
        Cadence(of=HERE, per="c", **cells)


def test_a_policy_may_be_given_as_its_code() -> None:
    assert Cadence(of=HERE, per="c", partial="require", min_days="n").partial is Partial.REQUIRE
    assert Cadence(of=HERE, per="c", anchoring="rolling").anchoring is Anchoring.ROLLING


@pytest.mark.parametrize("links", [(), LINKS[:1]])
def test_a_chain_of_fewer_than_two_links_is_refused(links: tuple[Link, ...]) -> None:
    with pytest.raises(InvalidValueError, match=f"two links or more and this one has {len(links)}"):
        Chained(links=links)


@pytest.mark.parametrize("kind", [Preceded, Answered])
@pytest.mark.parametrize("unit", ["year", "", None])
def test_an_unknown_unit_of_time_is_refused(kind: Any, unit: Any) -> None:
    with pytest.raises(InvalidValueError, match='"day" or "month"'):
        kind(of=HERE, by=HERE, within="n", unit=unit)


@pytest.mark.parametrize(
    ("payload", "figures"),
    [
        (Cadence(of=HERE, per="c"), ("c",)),
        (Cadence(of=HERE, per="c", times="n", at_most="m", months="b"), ("c", "n", "m", "b")),
        (Cadence(of=HERE, per="c", days="b", partial=Partial.REQUIRE, min_days="d"), ("c", "b", "d")),
        (Chained(links=LINKS), ("m", "q")),
        (Preceded(of=HERE, by=HERE), ()),
        (Preceded(of=HERE, by=HERE, within="w"), ("w",)),
        (Answered(of=HERE, by=HERE, within="w"), ("w",)),
    ],
)
def test_the_figures_are_those_named(payload: Payload, figures: tuple[str, ...]) -> None:
    assert payload.figures() == figures


@pytest.mark.parametrize("former", [True, False])
def test_those_who_have_ended_are_judged_where_that_is_said(former: bool) -> None:
    assert Cadence(of=HERE, per="c", former=former).over_span() is former
    assert Chained(links=LINKS, former=former).over_span() is former
    assert Preceded(of=HERE, by=HERE, former=former).over_span() is former
    assert Answered(of=HERE, by=HERE, within="w", former=former).over_span() is former
    assert not Payload().over_span()
