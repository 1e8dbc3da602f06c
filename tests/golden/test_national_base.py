"""The national base: every figure says how far it was checked, and what changes with the years does."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pbgov.base import Attributed, Band, Basis, Derived, Modality, Required, Source
from pbgov.packs import INSTITUTIONS, NATIONAL, PARTY_LIFE
from pbgov.rules import Classification, Parameter

STANDINGS = Path(__file__).parent / "data" / "national_standings.csv"
with STANDINGS.open(encoding="utf-8", newline="") as file:
    STATED = {row["parameter"]: row["standing"] for row in csv.DictReader(file)}


def standing(basis: Basis) -> str:
    match basis:
        case Source():
            return "checked"
        case Attributed():
            return basis.standing
        case Required():
            return "wanted"
        case Derived():
            return "derived"
        case _:
            raise AssertionError(basis)


PARAMETERS = {one.id: one for one in PARTY_LIFE.parameters}


def test_the_table_of_standings_names_every_figure() -> None:
    assert STATED.keys() == PARAMETERS.keys()
    assert all(isinstance(one, Parameter) for one in PARAMETERS.values())


@pytest.mark.parametrize("name", STATED)
def test_a_figure_says_how_far_it_was_checked(name: str) -> None:
    assert "; ".join(standing(dated.basis) for dated in PARAMETERS[name].values) == STATED[name]


def test_all_standings_occur() -> None:
    counted = Counter(standing(dated.basis) for one in PARTY_LIFE.parameters for dated in one.values)
    assert {"checked", "secondary", "known", "unsure", "wanted"} <= counted.keys()


def test_what_the_revised_law_changes_holds_from_its_first_day() -> None:
    before, after = NATIONAL.at(date(2025, 12, 31)), NATIONAL.at(date(2026, 1, 1))
    assert (before.figure("residents_committee.households"), after.figure("residents_committee.households")) == (
        Band(100, 700),
        Band(1000, 3000),
    )
    assert before.figure("residents_committee.members") == Band(5, 9)
    assert after.figure("residents_committee.members") is None
    assert before.figure("self_governance.selves") == ("education", "management", "service")
    assert after.figure("self_governance.selves") == ("education", "management", "service", "supervision")
    assert before.figure("self_governance.mechanisms") is None
    assert after.figure("self_governance.mechanisms") == tuple(
        f"democratic_{name}" for name in ("consultation", "decision", "election", "management", "supervision")
    )


def test_the_civil_code_replaces_the_regulations_on_votes_of_owners() -> None:
    shares = [
        NATIONAL.at(day).figure("owners_assembly.participation") for day in (date(2020, 12, 31), date(2021, 1, 1))
    ]
    assert shares == [500, 667]


def test_what_is_only_generally_so_gives_no_error() -> None:
    sizes = ("PBN102", "PBN104", "PBN114", "PBN501")
    assert {NATIONAL.norm(code).modality for code in sizes} == {Modality.IN_PRINCIPLE}


@pytest.mark.parametrize(
    ("full", "members", "form"),
    [
        (2, 4, "joint_branch"),
        (3, 3, "party_branch"),
        (40, 50, "party_branch"),
        (40, 51, "general_branch"),  # “above 50”; another regulation says “50 or more”, and 51 is the default
        (80, 100, "general_branch"),
        (80, 101, "party_committee"),
    ],
)
def test_the_form_follows_the_number_of_members(full: int, members: int, form: str) -> None:
    (institution,) = INSTITUTIONS["national"]
    assert isinstance(institution.value, Classification)
    figures = NATIONAL.at(date(2020, 1, 1)).figure
    found = institution.value.classify({"full_members": full, "members": members}, figures=figures)
    assert found.category == form
