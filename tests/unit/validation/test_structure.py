"""Structural faults in small places, and what is no fault though it looks like one."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from pbgov.base import Row
from pbgov.boundary import validate
from pbgov.grid import Building, Grid, Neighbourhood
from pbgov.model import Jurisdiction, Posting, Recorded
from pbgov.org import FOUR_LEVELS, Body, LevelProfile, Tie, Unit
from pbgov.packs import NATIONAL
from pbgov.validation import faults
from tests.unit.validation.worlds import ON, place

DAY = date(2018, 1, 1)


def told(given: Jurisdiction) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.subject, finding.path) for finding in faults(given)]


def leads(source: str, target: str, start: int | None = None, end: int | None = None) -> Tie:
    """Let one lead another, from one month of 2018 to another."""
    first, last = (None if month is None else date(2018, month, 1) for month in (start, end))
    return Tie(id=f"{source}-{target}-{start}", kind="leads", source=source, target=target, start=first, end=last)


def led(*ties: Tie) -> Jurisdiction:
    return place(*(Unit(id=name, kind="k") for name in "ABCD"), *ties)


class TestLeaders:
    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            ([leads("A", "C"), leads("B", "C")], ["C"]),
            ([leads("A", "C", None, 3), leads("B", "C", 3)], []),
            ([leads("A", "C", None, 4), leads("B", "C", 3)], ["C"]),
            ([leads("A", "C", 1, 9), leads("B", "C", 3, 4)], ["C"]),
            ([leads("A", "C", 1, 9), leads("D", "C", 9), leads("B", "C", 3, 4)], ["C"]),
            ([leads("A", "C", 1, 2), leads("A", "C", 3, 4), leads("B", "C", 2, 3)], []),
            ([leads("A", "C", 1, 4), leads("A", "C", 3, 5), leads("B", "C", 5)], []),  # twice the same leader
            ([leads("A", "C", 1, 4), leads("A", "C", 3, 5), leads("B", "C", 4)], ["C"]),
            ([leads("A", "C", 1, 4), leads("A", "C", 2, 3), leads("B", "C", 3, 4)], ["C"]),
            ([leads("A", "C"), leads("A", "C", 2)], []),
        ],
    )
    def test_one_at_a_time(self, ties: list[Tie], expected: list[str]) -> None:
        assert told(led(*ties)) == [("PBS04", name, f"/units/{name}") for name in expected]

    def test_all_who_lead_at_once_are_named(self) -> None:
        [finding] = faults(led(leads("A", "D", 1, 9), leads("B", "D", 2, 3), leads("C", "D", 4, 5)))
        assert dict(finding.arguments)["leaders"] == "A, B, C"
        [finding] = faults(led(leads("A", "D", 1, 3), leads("B", "D", 2, 3), leads("C", "D", 4, 5)))
        assert dict(finding.arguments)["leaders"] == "A, B"

    @pytest.mark.parametrize(
        ("ties", "ring"),
        [
            ([leads("A", "A")], "A → A"),
            ([leads("A", "B"), leads("B", "A")], "A → B → A"),
            ([leads("C", "B"), leads("B", "A"), leads("A", "C")], "A → B → C → A"),
            ([leads("C", "B", 1, 4), leads("B", "C", 3, 5)], "B → C → B"),
            ([leads("C", "B", 1, 3), leads("B", "C", 3, 5)], None),
            ([leads("A", "B"), leads("B", "C"), leads("C", "D")], None),
            # a leader that came after another
            ([leads("A", "B", None, 3), leads("C", "B", 3), leads("B", "C", 3)], "B → C → B"),
            ([leads("A", "B", None, 3), leads("C", "B", 3), leads("B", "C", None, 3)], None),
            # a tail that leads into a circle
            ([leads("A", "B"), leads("B", "A"), leads("B", "C"), leads("C", "D", 2)], "A → B → A"),
        ],
    )
    def test_no_circle_on_any_day(self, ties: list[Tie], ring: str | None) -> None:
        found = list(faults(led(*ties)))
        assert [finding.code for finding in found] == ["PBS03"] * (ring is not None)
        assert [dict(finding.arguments)["ring"] for finding in found] == [ring] * (ring is not None)

    def test_where_two_lead_no_circle_can_be_told(self) -> None:
        assert told(led(leads("A", "B"), leads("C", "B"), leads("B", "A"))) == [("PBS04", "B", "/units/B")]

    def test_a_body_is_led_like_a_unit(self) -> None:
        given = led(leads("A", "M"), leads("B", "M")).having(Body(id="M", kind="k", host="A"))
        assert told(given) == [("PBS04", "M", "/bodies/M")]

    def test_what_is_not_on_record_is_not_judged_as_well(self) -> None:
        assert [code for code, _, _ in told(led(leads("A", "C"), leads("X", "C")))] == ["PBS01"]
        found = told(led(leads("A", "X"), leads("B", "X"), leads("X", "A")))
        assert found == [
            ("PBS01", "A-X-None", "/ties/A-X-None/target"),
            ("PBS01", "B-X-None", "/ties/B-X-None/target"),
            ("PBS01", "X-A-None", "/ties/X-A-None/source"),
        ]


class TestLevels:
    def test_a_wrong_level_is_told_once(self) -> None:
        rows = [
            Unit(id="C", kind="k", level="city"),
            Unit(id="T", kind="k", level="township", parent="C"),
            Unit(id="S", kind="k", level="community", parent="T"),
        ]
        assert told(place(*rows)) == [("PBS05", "T", "/units/T/parent")]

    def test_a_root_stands_under_nothing(self) -> None:
        rows = [Unit(id="A", kind="k"), Unit(id="C", kind="k", level="city", parent="A")]
        [finding] = faults(place(*rows))
        assert (finding.code, finding.subject) == ("PBS05", "C")
        assert (dict(finding.arguments)["above"], dict(finding.arguments)["wanted"]) == ("-", "-")

    def test_what_stands_under_an_unknown_level_is_not_at_fault(self) -> None:
        rows = [Unit(id="C", kind="k", level="nonsense"), Unit(id="T", kind="k", level="county", parent="C")]
        assert told(place(*rows)) == [("PBS06", "C", "/units/C/level")]

    def test_a_dangling_unit_of_an_unknown_level_has_two_faults(self) -> None:
        found = told(place(Unit(id="C", kind="k", level="nonsense", parent="X")))
        assert [code for code, _, _ in found] == ["PBS01", "PBS06"]

    def test_a_profile_without_levels_states_none(self) -> None:
        profile = LevelProfile(id="none", levels=())
        assert not list(faults(Jurisdiction(id="X", profile=profile).having(Unit(id="C", kind="k", level="city"))))

    def test_in_a_circle_of_parents_levels_say_nothing(self) -> None:
        rows = [
            Unit(id="A", kind="k", level="county", parent="B"),
            Unit(id="B", kind="k", level="county", parent="A"),
            Unit(id="C", kind="k", level="township", parent="B"),
        ]
        assert told(place(*rows)) == [("PBS02", "A", "/units/A/parent")]
        assert FOUR_LEVELS["county"].parents == ("city",)


class TestGrids:
    def plan(self, *members: str) -> Jurisdiction:
        """Give grids of three buildings; ``"01"`` holds the first two."""
        buildings = tuple(Building(id=f"B{n}", households=1) for n in range(3))
        grids = [
            Grid(id=f"G{n}", neighbourhood="N", members=tuple(f"B{one}" for one in held))
            for n, held in enumerate(members)
        ]
        home = Neighbourhood(id="N", community="A", buildings=buildings)
        return place(Unit(id="A", kind="k"), home, *grids)

    @pytest.mark.parametrize(
        ("members", "expected"),
        [
            (("01", "2"), []),
            (("01", "12"), [("PBS10", "G1")]),
            (("012", "012"), [("PBS10", "G1")]),
            (("0", "0", "0"), [("PBS10", "G1"), ("PBS10", "G2")]),
            (("01", "1", "0"), [("PBS10", "G1"), ("PBS10", "G2")]),
            (("09", "1"), [("PBS09", "G0")]),
            (("09", "19"), [("PBS09", "G0"), ("PBS09", "G1")]),  # and not that both hold a building of nowhere
        ],
    )
    def test_a_building_is_in_one_grid_of_its_neighbourhood(
        self, members: tuple[str, ...], expected: list[tuple[str, str]]
    ) -> None:
        found = told(self.plan(*members))
        assert sorted((code, subject) for code, subject, _ in found) == sorted(expected)
        assert all(path == f"/grids/{subject}/members" for _, subject, path in found)

    def test_one_plan_may_follow_another(self) -> None:
        given = self.plan("012", "012")
        before = attrs.evolve(given.grids["G0"], end=DAY)
        for start, found in ((DAY, []), (DAY - timedelta(days=1), ["PBS10"])):
            after = attrs.evolve(given.grids["G1"], start=start)
            assert [code for code, _, _ in told(given.having(before, after))] == found


class TestBodies:
    @pytest.mark.parametrize(
        ("end", "found"),
        [(None, True), (DAY + timedelta(days=1), True), (DAY, False), (DAY - timedelta(days=1), False)],
    )
    def test_a_tie_ends_with_its_body(self, end: date | None, found: bool) -> None:
        rows: list[Row] = [
            Unit(id="A", kind="k"),
            Body(id="M", kind="k", host="A", end=DAY),
            Tie(id="T", kind="member", source="A", target="M", end=end),
        ]
        assert told(place(*rows)) == [("PBS08", "T", "/ties/T/end")] * found

    def test_a_body_without_an_end_is_outlived_by_none(self) -> None:
        rows: list[Row] = [
            Unit(id="A", kind="k"),
            Body(id="M", kind="k", host="A"),
            Tie(id="T", kind="member", source="A", target="M"),
        ]
        assert told(place(*rows)) == []


def test_an_identifier_in_three_tables_is_one_fault() -> None:
    rows: list[Row] = [
        Unit(id="A", kind="k"),
        Body(id="A", kind="k", host="A"),
        Tie(id="A", kind="member", source="A", target="A"),
    ]
    [finding] = faults(place(*rows))
    assert (finding.code, finding.subject, finding.path) == ("PBS11", "A", "/bodies/A")
    assert dict(finding.arguments)["tables"] == "units, bodies, ties"


@pytest.mark.parametrize(
    ("amounts", "claims", "total"),
    [
        ([-5, 5], [Recorded(table="ledger")], None),
        ([-5, 3, 2], [Recorded(table="ledger")], None),
        ([-5, 4], [Recorded(table="ledger")], -1),
        ([5], [Recorded(table="ledger")], 5),
        ([5], [], None),  # nobody says that this is all
        ([5], [Recorded(table="ledger", end=ON)], None),  # nor of that day
        ([5], [Recorded(table="ledger", start=ON, end=ON + timedelta(1))], 5),
    ],
)
def test_what_a_transfer_gives_it_takes(amounts: list[int], claims: list[Recorded], total: int | None) -> None:
    sides = [
        Posting(id=f"K{n}", account=f"A{n}", resource="staff", amount=amount, date=ON, transfer="t")
        for n, amount in enumerate(amounts)
    ]
    other = Posting(id="K9", account="A0", resource="yuan", amount=0, date=date.max, transfer="t")
    found = list(faults(attrs.evolve(place(*sides, other), recorded=tuple(claims))))
    assert [(one.code, one.subject, one.path) for one in found] == (
        [] if total is None else [("PBS12", "K0", "/ledger/K0/amount")]
    )
    assert [dict(one.arguments) for one in found] == (
        [] if total is None else [{"transfer": "t", "resource": "staff", "total": total}]
    )


def test_a_transfer_of_the_last_day_is_added_up_too() -> None:
    side = Posting(id="K", account="A", resource="staff", amount=1, date=date.max, transfer="t")
    [found] = faults(attrs.evolve(place(side), recorded=(Recorded(table="ledger"),)))
    assert found.code == "PBS12"


N = 3_000
LARGE: dict[str, tuple[list[Row], int]] = {
    "one leads all": ([Tie(id=f"T{n}", kind="leads", source="U0", target=f"U{n}") for n in range(1, N)], 0),
    "all lead one": ([Tie(id=f"T{n}", kind="leads", source=f"U{n}", target="U0") for n in range(1, N)], 1),
    "a circle of all": (
        [Tie(id=f"T{n}", kind="leads", source=f"U{n}", target=f"U{(n + 1) % N}") for n in range(N)],
        1,
    ),
    "a deep chain": ([Unit(id=f"V{n}", kind="k", parent=f"V{n - 1}" if n else "U0") for n in range(N)], 0),
    "wrong levels": (
        [Unit(id=f"V{n}", kind="k", level="city", parent=f"V{n - 1}" if n else None) for n in range(N)],
        N - 1,
    ),
    "one building": (
        [
            Neighbourhood(id="N", community="U0", buildings=(Building(id="B", households=1),)),
            *(Grid(id=f"G{n}", neighbourhood="N", members=("B",)) for n in range(N)),
        ],
        N - 1,
    ),
    "one neighbourhood": (
        [
            Neighbourhood(
                id="N", community="U0", buildings=tuple(Building(id=f"B{n}", households=1) for n in range(N))
            ),
            *(Grid(id=f"G{n}", neighbourhood="N", members=(f"B{n}",)) for n in range(N)),
        ],
        0,
    ),
    "nothing is there": ([Tie(id=f"T{n}", kind="k", source=f"X{n}", target=f"Y{n}") for n in range(N)], 2 * N),
}


@pytest.mark.parametrize("world", LARGE)
def test_a_large_world_is_judged_to_its_end(world: str) -> None:
    # Passes over pairs of rows would keep this test for minutes.
    rows, expected = LARGE[world]
    report = validate(place(*(Unit(id=f"U{n}", kind="k") for n in range(N)), *rows), pack=NATIONAL, on=ON)
    assert sum(finding.code.startswith("PBS") for finding in report.findings) == expected
