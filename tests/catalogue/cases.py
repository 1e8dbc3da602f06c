"""The catalogue as a table: for each item a place that accepts, a place that violates, and the code that says so."""

from __future__ import annotations

from tests.catalogue import (
    cases_admitted,
    cases_archives,
    cases_core,
    cases_deployment,
    cases_district,
    cases_duties,
    cases_grids,
    cases_jixi,
    cases_ledger,
    cases_lifecycle,
    cases_meetings,
    cases_members,
    cases_nanqiao,
    cases_organs,
    cases_platforms,
    cases_reporting,
    cases_rhythm,
    cases_rota,
    cases_sectors,
    cases_sets,
    cases_street,
    cases_venues,
    cases_zones,
)
from tests.catalogue.worlds import Case

_ALL: tuple[Case, ...] = (
    *cases_core.CASES,
    *cases_rota.CASES,
    *cases_duties.CASES,
    *cases_grids.CASES,
    *cases_ledger.CASES,
    *cases_sectors.CASES,
    *cases_sets.CASES,
    *cases_rhythm.CASES,
    *cases_lifecycle.CASES,
    *cases_organs.CASES,
    *cases_district.CASES,
    *cases_zones.CASES,
    *cases_street.CASES,
    *cases_members.CASES,
    *cases_archives.CASES,
    *cases_admitted.CASES,
    *cases_deployment.CASES,
    *cases_meetings.CASES,
    *cases_venues.CASES,
    *cases_reporting.CASES,
    *cases_platforms.CASES,
    *cases_jixi.CASES,
    *cases_nanqiao.CASES,
)


def _number(case: Case) -> tuple[int, ...]:
    return tuple(map(int, case.item.removeprefix("C-").split(".")))


CASES = tuple(sorted(_ALL, key=_number))
"""Every case, in the order of the catalogue; an item that says several things has a case for each."""
