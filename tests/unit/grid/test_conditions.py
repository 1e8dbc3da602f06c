"""Bad input to the grid room: named in both languages, with the culprits, before any work begins."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf, nan
from typing import Any

import attrs
import pytest

from pbgov.errors import InvalidValueError, PbgovError, StructureError, UnknownIdError
from pbgov.grid import Building, Conditions, Grid, GridPlan, Neighbourhood, Partitioning, partition
from tests.unit.grid.worlds import path, world

STREET = world([100] * 6, [(i, i + 1) for i in range(5)], "aabbc-")
IN_FORCE = GridPlan(
    neighbourhood=STREET,
    grids=[
        Grid(id="G1", neighbourhood="N1", members=["B0", "B1", "B2"]),
        Grid(id="G2", neighbourhood="N1", members=["B3", "B4", "B5"]),
    ],
)
GROUPS = r"groups of identifiers of buildings and is .* / \w+应为若干组楼栋标识"
CONFLICT = r"must share a grid and must not; drop one .* / .*既须同格又不得同格"
Case = tuple[dict[str, Any], type[PbgovError], str, tuple[object, ...]]


def refused(ask: Callable[[], object], kind: type[PbgovError], told: str, culprits: tuple[object, ...]) -> None:
    with pytest.raises(PbgovError, match=told) as caught:
        ask()
    assert type(caught.value) is kind
    assert repr(caught.value.culprits) == repr(culprits)  # nan is not equal to itself
    assert " / " in str(caught.value)


def untouched(*_: object) -> bool:
    pytest.fail("work began")


def asked(options: dict[str, Any], place: Neighbourhood = STREET) -> Partitioning:
    """Ask, and fail if anything is done before the answer."""
    given: dict[str, Any] = {"households": (100, 300), "stop": untouched, "progress": untouched}
    return partition(place, **(given | options))


class TestPlaces:
    @pytest.mark.parametrize("value", [-1, 1.0, True, nan, inf, "3", None], ids=repr)
    def test_households(self, value: Any) -> None:
        told = r"B1\.households should be a whole number of 0 or more and is .* / B1\.households应为非负整数"
        refused(lambda: Building(id="B1", households=value), InvalidValueError, told, ("households", value))

    @pytest.mark.parametrize("value", [nan, inf, 1.5, True, "1"], ids=repr)
    def test_positions(self, value: Any) -> None:
        told = r"of building B1 should be whole millimetres and is .* / 楼栋B1的\w+应为整毫米数"
        for name, other in (("x", "y"), ("y", "x")):
            given: dict[str, Any] = {name: value, other: 0}
            refused(partial(Building, id="B1", households=1, **given), InvalidValueError, told, ("B1", value))
        corners: Any = [(0, 0), (1, 0), (1, value)]
        refused(lambda: Building(id="B1", households=1, outline=corners), InvalidValueError, told, ("B1", (1, value)))

    @pytest.mark.parametrize(
        ("outline", "point"),
        [(None, (None,)), (5, (5,)), ("ab", ("a",)), ([5], (5,)), ([None], (None,)), ([(0,)], (0,))],
    )
    def test_outlines(self, outline: Any, point: object) -> None:
        told = r"outline of building B1 should be whole millimetres .* / 楼栋B1的outline"
        refused(lambda: Building(id="B1", households=1, outline=outline), InvalidValueError, told, ("B1", point))

    @pytest.mark.parametrize(
        ("edges", "kind", "told", "culprit"),
        [
            (None, InvalidValueError, "an edge is a pair .* / 边应为两个", None),
            (5, InvalidValueError, "an edge is a pair .* / 边应为两个", 5),
            ("ab", InvalidValueError, "an edge is a pair .* / 边应为两个", "a"),
            ([5], InvalidValueError, "an edge is a pair .* / 边应为两个", 5),
            ([None], InvalidValueError, "an edge is a pair .* / 边应为两个", None),
            ([("B0",)], InvalidValueError, "an edge is a pair .* / 边应为两个", ("B0",)),
            ([("B0", None)], InvalidValueError, "an edge is a pair .* / 边应为两个", ("B0", None)),
            ([("B0", "B1", "B2")], InvalidValueError, "an edge is a pair .* / 边应为两个", ("B0", "B1", "B2")),
            ([("B0", "B0")], StructureError, "B0 is adjacent to itself; .* / 楼栋B0与自己相邻", "B0"),
            (
                [("B0", "B9")],
                UnknownIdError,
                "end at buildings that do not exist: B9; .* / 边指向不存在的楼栋：B9",
                "B9",
            ),
        ],
        ids=repr,
    )
    def test_edges(self, edges: Any, kind: type[PbgovError], told: str, culprit: object) -> None:
        refused(
            lambda: Neighbourhood(id="N1", community="C1", buildings=STREET.buildings, edges=edges),
            kind, told.replace(" / 边", " / .*边"), (culprit,),
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("buildings", "stranger"), [(None, None), (5, 5), ("ab", "a"), ([5], 5), ([STREET], STREET)]
    )
    def test_buildings(self, buildings: Any, stranger: object) -> None:
        told = r"the buildings of neighbourhood N1 hold .*; give Building values only / .*只放入Building"
        refused(
            lambda: Neighbourhood(id="N1", community="C1", buildings=buildings),
            InvalidValueError, told, ("N1", stranger),
        )  # fmt: skip

    def test_two_buildings_of_one_name(self) -> None:
        twice = [Building(id="B1", households=1), Building(id="B1", households=2)]
        refused(
            lambda: Neighbourhood(id="N1", community="C1", buildings=twice),
            InvalidValueError, "identifiers repeat in neighbourhood N1: B1; .* / .*重复：B1", ("B1",),
        )  # fmt: skip


BOUNDS = r"two whole numbers \(low, high\), 0 <= low <= high and .* / 户数界限应为"
SHAPES: list[tuple[Any, Any]] = [
    (None, None), (5, 5), ("B0", "B0"), ("B0,B1", "B0,B1"), (["B0", "B1"], "B0"), ([5], 5), ([None], None),
    ({"B0": "B1"}, "B0"), (True, True),
]  # fmt: skip


@pytest.mark.parametrize("name", ["must_link", "cannot_link", "fixed"])
class TestGroups:
    @pytest.mark.parametrize(("value", "culprit"), SHAPES, ids=repr)
    def test_a_string_is_no_group(self, name: str, value: Any, culprit: object) -> None:
        refused(lambda: asked({name: value}), InvalidValueError, rf"^{name} should be {GROUPS}", (name, culprit))

    @pytest.mark.parametrize("member", [5, None, "B1 ", "", "a/b"], ids=repr)
    def test_members_are_identifiers(self, name: str, member: Any) -> None:
        told = rf"^{name} is no identifier: .* / {name}不是有效标识"
        refused(lambda: asked({name: [("B0",), ("B1", member)]}), InvalidValueError, told, (name, member))

    def test_unknown_buildings_are_named_all(self, name: str) -> None:
        told = "N1 has no building X, Y; check the identifier .* / N1中没有楼栋X、Y；"
        refused(lambda: asked({name: [("Y", "B0", "X")]}), UnknownIdError, told, ("X", "Y"))

    def test_nothing_asked_is_nothing_lost(self, name: str) -> None:
        assert partition(STREET, **{name: iter([()])}) == partition(STREET)  # type: ignore[arg-type]


WHOLE = r"whole should be True, False or identifiers of compounds and is .* / whole应为True、False或若干小区标识"
NO_OPTION = r"objectives knows no .*; use one of grids, splits, change, .* / objectives没有.*这一选项"
NO_OBJECTIVES = r"objectives are one or more different ones, not .* / objectives应为一个或多个不同的目标"
NO_PLANS: tuple[Any, ...] = (5, "G1", [], STREET, IN_FORCE.grids)
NO_CALLABLES: tuple[Any, ...] = (5, "x", True, [])
NO_OPTIONS: tuple[Any, ...] = (None, 5, "x", [], "BEST")
CASES: dict[str, Case] = {
    **{
        f"bounds {value!r}": ({"households": value}, InvalidValueError, BOUNDS, (value,))
        for value in (
            (300, 200),
            (-1, 5),
            (0, 0),
            (nan, 1),
            (1, nan),
            (True, 3),
            (200, 300.0),
            (1,),
            (1, 2, 3),
            None,
            "ab",
            (200, 1_000_001),
        )
    },
    **{
        f"whole {value!r}": ({"whole": value}, InvalidValueError, WHOLE, ("whole", value))
        for value in (None, 1, 0, "a", nan)
    },
    "whole, members": ({"whole": ["a", 5]}, InvalidValueError, "whole is no identifier: 5", ("whole", 5)),
    "whole, unknown": (
        {"whole": ["x", "a", "y"]},
        UnknownIdError,
        "N1 has no compounds x, y; .* / N1中没有小区x、y；",
        ("x", "y"),
    ),
    **{
        f"most {value!r}": (
            {"most": value},
            InvalidValueError,
            "a whole number of 1 or more, not .*; None for any number / 网格数上限应为1以上的整数",
            (value,),
        )
        for value in (0, -1, True, False, 2.5, nan, "3")
    },
    "most, less than fixed": (
        {"most": 1, "fixed": [("B0",), ("B1",)]},
        StructureError,
        "at most 1 grids are allowed and 2 are fixed already; .* / 网格数上限1少于已固定的2个网格",
        (1,),
    ),
    "linked against": (
        {"must_link": [("B0", "B1")], "cannot_link": [("B1", "B0")]},
        StructureError,
        CONFLICT,
        ("B0", "B1"),
    ),
    "linked against, in a larger group": (
        {"must_link": [("B0", "B2")], "cannot_link": [("B1", "B2", "B0")]},
        StructureError,
        CONFLICT,
        ("B0", "B2"),
    ),
    "linked against, through a chain": (
        {"must_link": [("B0", "B1"), ("B3", "B2"), ("B1", "B2")], "cannot_link": [("B0", "B3")]},
        StructureError,
        CONFLICT,
        ("B0", "B3"),
    ),
    "linked against, through a compound": (
        {"whole": ["a"], "cannot_link": [("B0", "B1")]},
        StructureError,
        CONFLICT,
        ("B0", "B1"),
    ),
    "linked against, through two compounds": (
        {"whole": True, "must_link": [("B1", "B2")], "cannot_link": [("B0", "B3")]},
        StructureError,
        CONFLICT,
        ("B0", "B3"),
    ),
    "linked against, in a fixed grid": (
        {"fixed": [("B0", "B1")], "cannot_link": [("B0", "B1")]},
        StructureError,
        CONFLICT,
        ("B0", "B1"),
    ),
    "linked against, through a fixed grid": (
        {"fixed": [("B1", "B2")], "must_link": [("B2", "B3")], "cannot_link": [("B1", "B3")]},
        StructureError,
        CONFLICT,
        ("B1", "B3"),
    ),
    "fixed, disconnected": (
        {"fixed": [("B2", "B0")]},
        StructureError,
        "the fixed grid of B0, B2 does not hang together; .* / 固定网格（B0、B2）互不相连",
        ("B0", "B2"),
    ),
    "fixed, too small": (
        {"households": (200, 300), "fixed": [("B0",)]},
        StructureError,
        "of B0 holds 100 households, outside 200 to 300; .* / 固定网格（B0）有100户，不在200至300户",
        ("B0",),
    ),
    "fixed, too large": (
        {"fixed": [("B0", "B1", "B2", "B3")]},
        StructureError,
        "holds 400 households, outside 100 to 300",
        ("B0", "B1", "B2", "B3"),
    ),
    "fixed, too large, though one may stand alone": (
        {"fixed": [("B0", "B1", "B2", "B3")], "oversize": "alone"},
        StructureError,
        "holds 400 households, outside 100 to 300",
        ("B0", "B1", "B2", "B3"),
    ),
    "fixed, overlapping": (
        {"fixed": [("B0", "B1"), ("B1", "B2")]},
        StructureError,
        "building B1 stands in two fixed grids; .* / 楼栋B1列在两个固定网格中",
        ("B1",),
    ),
    "fixed, twice the same": (
        {"fixed": [("B0", "B1"), ("B1", "B0")]},
        StructureError,
        "stands in two fixed grids",
        ("B0",),
    ),
    "fixed, partly linked": (
        {"fixed": [("B0", "B1")], "must_link": [("B1", "B2")]},
        StructureError,
        "B0, B1, B2 must share a grid, but a fixed grid holds only some; .* / B0、B1、B2须同格",
        ("B0", "B1", "B2"),
    ),
    "fixed, two linked": (
        {"fixed": [("B0",), ("B1",)], "must_link": [("B0", "B1")]},
        StructureError,
        "must share a grid",
        ("B0", "B1"),
    ),
    "fixed, splitting a whole compound": (
        {"fixed": [("B1",)], "whole": ["a"]},
        StructureError,
        "must share a grid",
        ("B0", "B1"),
    ),
    "fixed, of another place": (
        {"fixed": [Grid(id="G1", neighbourhood="N9", members=["Z"])]},
        UnknownIdError,
        "N1 has no building Z",
        ("Z",),
    ),
    **{
        f"objectives {value!r}": ({"objectives": value}, InvalidValueError, NO_OBJECTIVES, (value,))
        for value in ((), [], ["grids", "grids"], ("cut", "grids", "cut"), None, 5)
    },
    **{
        f"objectives [{value!r}]": ({"objectives": [value]}, InvalidValueError, NO_OPTION, ("objectives", value))
        for value in ("x", 5, None, ["grids"], "Grids")
    },
    "objectives, a string": ({"objectives": "grids"}, InvalidValueError, NO_OBJECTIVES, ("grids",)),
    "change from nothing": (
        {"objectives": ["change"]},
        InvalidValueError,
        r"change compares with the plan in force; give it as current=.* / 目标change要与现行方案比较",
        (["change"],),
    ),
    **{
        f"current {value!r:.9}": (
            {"objectives": ["change"], "current": value},
            InvalidValueError,
            "GridPlan.* / .*GridPlan",
            (value,),
        )
        for value in NO_PLANS
    },
    **{
        f"work {value!r}": ({"work": value}, InvalidValueError, r"^work .* / work", (value,))
        for value in (-1, 2.5, True, nan, "x")
    },
    **{
        f"{name} {value!r}": ({name: value}, InvalidValueError, rf"^{name} .* / {name}", (name, value))
        for name in ("stop", "progress")
        for value in NO_CALLABLES
    },
    **{
        f"{name} {value!r}": ({name: value}, InvalidValueError, rf"{name} knows no .* / {name}没有", (name, value))
        for name in ("effort", "oversize")
        for value in NO_OPTIONS
    },
    **{
        f"rng {value!r}": ({"rng": value}, InvalidValueError, r"a seed is a whole number .* / 随机种子应为", (value,))
        for value in (-1, 2**64, 2.5, True, None, "x", nan)
    },
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_question_is_refused_before_any_work(name: str) -> None:
    options, kind, told, culprits = CASES[name]
    refused(lambda: asked(options), kind, told, culprits)


@pytest.mark.parametrize("value", ["N1", None, IN_FORCE, 5])
def test_only_a_neighbourhood_is_divided(value: Any) -> None:
    told = "neighbourhood should be a Neighbourhood and is .* / neighbourhood应为Neighbourhood"
    refused(lambda: asked({}, place=value), InvalidValueError, told, (value,))


class TestGoodInput:
    """What looks like the bad cases and is none."""

    def test_conditions_stand_in_the_proof_as_they_were_read(self) -> None:
        result = partition(
            STREET, (100, 300), must_link=[("B3", "B2"), ("B3", "B4"), ("B5",)], cannot_link=[("B4", "B1"), ("B0",)],
            fixed=[Grid(id="G7", neighbourhood="N1", members=["B0", "B1"])], whole=["a"], most=3,
        )  # fmt: skip
        assert result.proof is not None
        assert result.proof.conditions == Conditions(
            must_link=(("B0", "B1"), ("B2", "B3", "B4")),
            cannot_link=(("B0",), ("B1", "B4")),
            fixed=(("B0", "B1"),),
            most=3,
        )
        assert {grid.id: grid.members for grid in result.grids}["G7"] == ("B0", "B1")

    def test_iterators_are_read_once(self) -> None:
        result = partition(
            STREET, (100, 300), must_link=(iter(pair) for pair in [("B4", "B5")]), fixed=iter([iter(["B0"])]),
            cannot_link=iter([{"B1", "B2"}]), whole=iter(["b"]),
        )  # fmt: skip
        grids = [set(grid.members) for grid in result.plan.grids.values()]
        assert {"B0"} in grids
        assert {"B1"} in grids
        assert any({"B2", "B3"} <= grid for grid in grids)
        assert any({"B4", "B5"} <= grid for grid in grids)

    def test_a_cap_as_high_as_what_is_fixed(self) -> None:
        everything = [("B0", "B1", "B2"), ("B3", "B4", "B5")]
        assert partition(STREET, fixed=everything, most=2).feasible
        assert not partition(STREET, fixed=everything[:1], most=1).feasible

    def test_a_fixed_grid_above_the_ceiling_stands_where_one_may_stand_alone(self) -> None:
        place = path(350, 100, 100)
        refused(lambda: asked({"fixed": [("B0",)]}, place), StructureError, "holds 350 households", ("B0",))
        result = partition(place, fixed=[("B0",)], oversize="alone")
        assert [grid.members for grid in result.plan.grids.values()] == [("B0",), ("B1", "B2")]
        assert len(result.waived) == 1

    def test_links_within_one_fixed_grid_say_nothing_new(self) -> None:
        assert partition(STREET, fixed=[("B0", "B1", "B2")], must_link=[("B0", "B1")]).feasible

    def test_a_plan_of_other_buildings_has_nothing_to_keep(self) -> None:
        before = Neighbourhood(id="N1", community="C1", buildings=[Building(id="Z", households=1)])
        other = GridPlan(neighbourhood=before, grids=[Grid(id="G1", neighbourhood="N1", members=["Z"])])
        result = partition(STREET, objectives=["change", "grids"], current=other)
        assert result.measures == {"change": 0, "grids": 2}

    def test_no_work_still_gives_a_valid_answer(self) -> None:
        result = partition(STREET, work=0)
        assert result.feasible or not result.certificate.proven  # type: ignore[union-attr]


def test_buildings_of_no_compound_are_no_compound() -> None:
    """Were they one, 400 households would have to share a grid of 300."""
    place = world([200, 100, 100, 200], [(0, 1), (1, 2), (2, 3)], compounds="-AA-")
    assert {grid.members for grid in partition(place, whole=True).grids} == {("B0",), ("B1", "B2"), ("B3",)}


def test_buildings_that_nothing_links_may_be_kept_apart() -> None:
    place = path(200, 100, 100, 200)
    plan = partition(place, must_link=[("B1", "B2")], cannot_link=[("B0", "B3"), ("B0", "B1")])
    assert {grid.members for grid in plan.grids} == {("B0",), ("B1", "B2"), ("B3",)}


def test_only_what_is_too_large_may_be_fixed_out_of_bounds() -> None:
    """A waiver lets a building above the ceiling stand alone, none below the floor."""
    with pytest.raises(StructureError):
        partition(path(100, 200), (200, 300), fixed=[("B0",)], oversize="alone")
    assert partition(path(350, 200), (200, 300), fixed=[("B0",)], oversize="alone").feasible


def test_a_fixed_grid_is_one_of_this_neighbourhood_with_a_name_of_its_own() -> None:
    street = path(*[100] * 6)
    one, other = (Grid(id="G1", neighbourhood="N1", members=m) for m in (["B0", "B1"], ["B4", "B5"]))
    with pytest.raises(StructureError, match=r"are called G1; give each .* / 几个固定网格同用标识G1"):
        partition(street, fixed=[one, other])
    with pytest.raises(StructureError, match="G1"):
        partition(street, fixed=[attrs.evolve(one, neighbourhood="N2")])
