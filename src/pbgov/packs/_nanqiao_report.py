"""The report that the pack of Nanqiao was read from, and the units of which it states a number."""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference
from pbgov.packs._columns import facts, ties, units
from pbgov.rules import HERE, Selector, each

REPORT: Final = Reference(title="南谯区城市社区党建工作报道（无题）", issuer="滁州市南谯区", date="无日期")

CHAIN_BELOW: Final = (
    HERE.down(units.level == "township").back(ties.target, ties.kind == "organ_of").along(ties.source, "units")
)
"""From the district to the working committees at the top of the five-level chain."""


def stating(what: str) -> Selector:
    """Pick the units of which a number of this is stated: only there is there something to count against."""
    return each(facts.unit == what).along(facts.about, "units")
