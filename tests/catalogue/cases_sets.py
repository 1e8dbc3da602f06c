"""Cases of what belongs together: an item and its meeting, both organs of an approval, a member and who manages."""

from __future__ import annotations

from datetime import date
from typing import Final

from pbgov.model import Approval, Event, Jurisdiction
from pbgov.org import Person
from pbgov.packs import LANGFANG
from pbgov.rules import Outcome
from tests.catalogue.worlds import CHAIN, QUARTERS, STANDING, Case, Decided, Judged, met_on, place, request, tie, unit


def managed(by: str) -> Jurisdiction:
    """A mobile member managed by a unit."""
    rows = [
        *CHAIN,
        unit("firm", None, None, "new_economic_organisation"),
        Person(id="p1", category="mobile_member"),
        tie("manages", by, "p1"),
    ]
    return place(*rows, whole="ties:manages")


CASES: Final[tuple[Case, ...]] = (
    Judged(
        "C-1.15",
        met_on(*QUARTERS, kind="report_heard", body=STANDING),
        met_on(*QUARTERS, kind="report_heard", body=STANDING).having(
            Event(id="item", kind="report_heard", subject="no-meeting", date=date(2018, 2, 1))
        ),
        "PBS01",
    ),
    Decided(
        "C-1.16",
        place(*CHAIN),
        request(),
        request(approvals=[Approval(organ="government", unit="county", on=date(2018, 2, 1))]),
        "JX464",
        Outcome.NOT_ADMITTED,
    ),
    Judged("C-9.14", managed("block"), managed("firm"), "LF914", LANGFANG),
)
