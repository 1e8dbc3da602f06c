"""A city of neighbourhoods: the same plans whoever works them out, and nothing that stops the others."""

from __future__ import annotations

import multiprocessing
import pickle
import random
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pytest

from pbgov.base import Band, Generator, Text
from pbgov.errors import InvalidValueError, PbgovError, StructureError, UnknownIdError
from pbgov.grid import (
    Building,
    Cause,
    Neighbourhood,
    Partitioning,
    Partitionings,
    PlaceOptions,
    Unplanned,
    partition,
    partition_all,
)
from pbgov.grid._letters import _Tape
from pbgov.grid._many import _seed
from tests.unit.grid.lost import Deadly

Work: TypeAlias = Callable[..., Any]


def block(name: str, rows: int, columns: int, seed: int, kind: type[Neighbourhood] = Neighbourhood, **more: Any) -> Any:
    """Give a block of buildings in rows, of 20 to 119 households each, four to a compound."""
    gen = Generator(seed)
    buildings = [
        Building(
            id=f"{name}-{row}-{column}",
            households=20 + gen.below(100),
            compound=f"{name}-{row // 2}-{column // 2}",
            x=column * 30_000,
            y=row * 30_000,
        )
        for row in range(rows)
        for column in range(columns)
    ]
    edges = [
        (f"{name}-{row}-{column}", f"{name}-{row + down}-{column + 1 - down}")
        for row in range(rows)
        for column in range(columns)
        for down in (0, 1)
        if row + down < rows and column + 1 - down < columns
    ]
    return kind(id=name, community=f"of-{name}", buildings=buildings, edges=edges, **more)


def city(n: int = 12) -> list[Neighbourhood]:
    """Give a few blocks of several sizes, among them one without a plan and one without a building."""
    blocks: list[Neighbourhood] = [block(f"N{i}", 3, 3 + i % 3, i) for i in range(n - 2)]
    giant = Building(id="giant", households=420)
    return [
        *blocks,
        Neighbourhood(id="alone", community="C", buildings=[giant]),
        Neighbourhood(id="empty", community="C"),
    ]


EACH: Mapping[str, PlaceOptions] = {
    "N1": {"must_link": [["N1-0-0", "N1-0-1"]], "cannot_link": [["N1-0-0", "N1-2-2"]]},
    "N2": {"whole": True, "effort": "good", "objectives": ["grids", "compactness", "balance"]},
    "N3": {"most": 5, "households": Band(150, 320)},
    "alone": {"oversize": "alone"},
}


class Here(Executor):
    """An executor that works at once, in the calling thread, and can fail in several ways."""

    def __init__(self, *, lose: int = 0, refuse_after: int | None = None) -> None:
        self.calls: list[tuple[int, int]] = []
        self.lose = lose
        self.refuse_after = refuse_after

    def submit(self, fn: Work, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.refuse_after is not None and len(self.calls) >= self.refuse_after:
            raise RuntimeError("cannot schedule new futures after shutdown")
        self.calls.append((len(args[1]), args[2]))
        future: Future[Any] = Future()
        if len(self.calls) <= self.lose:
            future.set_exception(ConnectionError("the line is dead"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


class Never(Executor):
    """An executor that begins with some work and leaves the rest waiting."""

    def __init__(self, begun: int) -> None:
        self.begun = begun
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Work, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.futures.append(future)
        if len(self.futures) <= self.begun:
            future.set_running_or_notify_cancel()
            future.set_result(fn(*args, **kwargs))
        return future


class Watched(Executor):
    """An executor that hands everything on, and keeps the futures."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Work, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = self.executor.submit(fn, *args, **kwargs)
        self.futures.append(future)
        return future


def spawned(n: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(n, mp_context=multiprocessing.get_context("spawn"))


@pytest.fixture(scope="module")
def expected() -> Partitionings:
    return partition_all(city(), effort="first", each=EACH, rng=7)


def assert_same(found: Partitionings, expected: Partitionings) -> None:
    assert found == expected
    assert list(found) == list(expected)
    for name, outcome in found.items():
        assert pickle.dumps(outcome) == pickle.dumps(expected[name]), name
    assert pickle.dumps(found) == pickle.dumps(expected)


class TestTheSameToTheByte:
    """The plan of a neighbourhood depends on itself, its options and the seed."""

    def test_the_city_has_all_kinds_of_answers(self, expected: Partitionings) -> None:
        assert "alone" in expected.planned
        assert "empty" in expected.planned
        assert len(expected.planned) + len(expected.infeasible) == len(expected) == 12
        bare = partition_all(city(), effort="first")
        assert "alone" in bare.infeasible

    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # other tests may have left threads
    @pytest.mark.parametrize("start", ["fork", "spawn"])
    def test_on_processes(self, start: str, expected: Partitionings) -> None:
        if start not in multiprocessing.get_all_start_methods():
            pytest.skip("this platform starts processes otherwise")
        context = multiprocessing.get_context(start)
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            watched = Watched(pool)
            assert_same(partition_all(city(), effort="first", each=EACH, rng=7, executor=watched), expected)
        assert [future.exception() for future in watched.futures] == [None] * len(expected)

    def test_on_threads(self, expected: Partitionings) -> None:
        with ThreadPoolExecutor(3) as pool:
            assert_same(partition_all(city(), effort="first", each=EACH, rng=7, executor=pool), expected)

    def test_in_the_calling_thread(self, expected: Partitionings) -> None:
        assert_same(partition_all(city(), effort="first", each=EACH, rng=7, executor=Here()), expected)

    def test_an_answer_holds_the_neighbourhood_of_the_caller(self) -> None:
        places = city()
        found = partition_all(places, effort="first", executor=Here())
        for place in places:
            outcome = found[place.id]
            assert outcome.neighbourhood is place
            if isinstance(outcome, Partitioning) and outcome.grids:
                assert outcome.grids[0].members[0] in {building.id for building in place.buildings}

    def test_neither_order_nor_company_matters(self, expected: Partitionings) -> None:
        turned = partition_all(reversed(city()), effort="first", each=EACH, rng=7)
        assert list(turned) == list(expected)[::-1]
        assert dict(turned) == dict(expected)
        for place in city():
            each = {name: own for name, own in EACH.items() if name == place.id}
            alone = partition_all([place], effort="first", each=each, rng=7)
            assert pickle.dumps(alone[place.id]) == pickle.dumps(expected[place.id])

    def test_a_mapping_stands_for_its_values(self, expected: Partitionings) -> None:
        places = {place.id: place for place in city()}
        assert_same(partition_all(places, effort="first", each=EACH, rng=7), expected)

    def test_one_draw_of_a_generator_is_taken(self) -> None:
        first, second = random.Random(3), random.Random(3)
        found = partition_all(city(4), effort="first", rng=first)
        second.getrandbits(64)
        assert first.random() == second.random()
        assert found == partition_all(city(4), effort="first", rng=random.Random(3))

    def test_seeds_differ_by_draw_and_by_identifier_and_stay_what_they_are(self) -> None:
        names = ["a", "b", "aa", "a" * 8, "a" * 9, "a" * 8 + "b", "社区", "社"]
        seeds = {(draw, name): _seed(draw, name) for draw in (0, 1, 2**64 - 1) for name in names}
        assert len(set(seeds.values())) == len(seeds)
        assert all(0 <= seed < 2**64 for seed in seeds.values())
        assert seeds[1, "社区"] == 0xE5FE67295A02CEA8

    def test_the_seed_is_that_of_partition(self) -> None:
        place: Neighbourhood = block("N", 6, 6, 1)
        seed = _seed(Generator(5).bits(), "N")
        assert partition_all([place], effort="first", rng=5)["N"] == partition(place, effort="first", rng=seed)

    def test_a_plan_in_force_and_fixed_grids_travel(self) -> None:
        place: Neighbourhood = block("N", 5, 5, 3)
        before = partition(place, (150, 320)).plan
        kept = next(iter(before.grids.values()))
        named = attrs.evolve(kept, id="kept", functions=("safety",))
        for own in (
            PlaceOptions(current=before, objectives=("change", "grids", "cut")),
            PlaceOptions(fixed=[named]),
            PlaceOptions(current=before, fixed=[kept.members], objectives=("grids", "change")),
        ):
            here = partition_all([place], (140, 330), each={"N": own})
            assert here.planned == ("N",)
            assert kept.members in {grid.members for grid in here.plans["N"].grids.values()} or "fixed" not in own
            with spawned(1) as pool:
                assert_same(partition_all([place], (140, 330), each={"N": own}, executor=pool), here)

    def test_iterators_among_the_options_are_read_once(self) -> None:
        place: Neighbourhood = block("N", 3, 3, 5)
        linked = [["N-0-0", "N-0-1"]]
        given: PlaceOptions = {"must_link": (iter(group) for group in linked), "households": (100, 300)}
        want: PlaceOptions = {"must_link": linked, "households": (100, 300)}
        found = partition_all([place], effort="first", each={"N": given}, executor=Here())
        assert_same(found, partition_all([place], effort="first", each={"N": want}))


class TestBadNeighbourhoods:
    """What cannot be planned is an outcome."""

    @pytest.mark.parametrize("executor", [None, Here()])
    def test_what_is_no_neighbourhood_stands_under_its_number(self, executor: Executor | None) -> None:
        given: list[Any] = [block("N1", 3, 3, 1), "N2", block("N3", 3, 3, 3), None]
        found = partition_all(given, executor=executor)
        assert list(found) == ["N1", "~2", "N3", "~4"]
        assert found.unplanned == ("~2", "~4")
        fault = found["~2"]
        assert isinstance(fault, Unplanned)
        assert (fault.cause, fault.neighbourhood) == (Cause.FAILED, None)
        assert isinstance(fault.error, InvalidValueError)
        assert "should be a Neighbourhood and is 'N2'" in fault.reason.en
        assert "实为'N2'" in fault.reason.zh

    @pytest.mark.parametrize("processes", [False, True])
    def test_a_condition_that_names_an_unknown_building_stops_no_other(self, processes: bool) -> None:
        each: Mapping[str, PlaceOptions] = {"N1": {"must_link": [["N1-0-0", "nowhere"]]}, "N2": {"fixed": [["N2-0-0"]]}}
        here = partition_all(city(5), effort="first", each=each)
        assert here.unplanned == ("N1", "N2")
        fault = here["N1"]
        assert isinstance(fault, Unplanned)
        assert isinstance(fault.error, UnknownIdError)
        assert fault.error.culprits == ("nowhere",)
        assert fault.error.__traceback__ is None
        assert fault.reason.en.startswith("N1 could not be planned: N1 has no building nowhere")
        assert fault.reason.zh.startswith("未能规划N1：")
        if processes:
            with spawned(2) as pool:
                assert_same(partition_all(city(5), effort="first", each=each, executor=pool), here)

    def test_an_error_nobody_foresaw_is_named_too(self) -> None:
        place: Neighbourhood = block("odd", 3, 3, 1, Broken)
        here = partition_all([place, *city(4)], effort="first")
        fault = here["odd"]
        assert isinstance(fault, Unplanned)
        assert fault.reason == Text(
            zh="未能规划odd：中途出错（ZeroDivisionError: no bridge）；请核对该小区图及其选项",
            en="odd could not be planned: the work broke off (ZeroDivisionError: no bridge); check the neighbourhood "
            "and its options",
        )
        assert_same(partition_all([place, *city(4)], effort="first", executor=Here()), here)

    def test_a_plan_in_force_that_is_none_is_the_fault_of_its_place(self) -> None:
        wrong: Any = {"N0": {"current": "the plan"}}
        assert partition_all(city(4), each=wrong, effort="first").unplanned == ("N0",)


class Broken(Neighbourhood):
    """A neighbourhood that breaks whoever looks at its edges, once it is made."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        pass

    @property
    def edge_places(self) -> tuple[list[int], list[int]]:
        raise ZeroDivisionError("no bridge")


class TestLostWorkers:
    """What is lost is sent once more; where nobody takes it, it is planned here."""

    def test_a_process_that_dies_loses_nothing(self, tmp_path: Path) -> None:
        deadly = block("deadly", 3, 4, 9, Deadly, marker=str(tmp_path / "visits"))
        places = [*city(6)[:3], deadly, *city(6)[3:]]
        with spawned(2) as pool:
            found = partition_all(places, effort="first", executor=pool)
        assert (tmp_path / "visits").read_bytes() == b"x"
        assert_same(found, partition_all(places, effort="first"))

    def test_a_lost_batch_is_sent_once_more_one_by_one(self) -> None:
        executor = Here(lose=1)
        places = [block(f"N{i}", 2, 3, i) for i in range(130)]
        found = partition_all(places, effort="first", executor=executor)
        assert executor.calls == [(2, 0)] * 65 + [(1, 1)] * 2
        assert_same(found, partition_all(places, effort="first"))

    def test_what_is_lost_twice_is_named(self) -> None:
        executor = Here(lose=10_000)
        found = partition_all(city(3), effort="first", executor=executor)
        assert executor.calls == [(1, 0)] * 3 + [(1, 1)] * 3
        fault = found["N0"]
        assert isinstance(fault, Unplanned)
        assert fault.cause is Cause.LOST
        assert isinstance(fault.error, ConnectionError)
        assert "(ConnectionError: the line is dead)" in fault.reason.en
        assert "两次" in fault.reason.zh

    def test_what_an_executor_takes_no_more_is_planned_here(self, expected: Partitionings) -> None:
        executor = Here(refuse_after=4)
        assert_same(partition_all(city(), effort="first", each=EACH, rng=7, executor=executor), expected)
        assert len(executor.calls) == 4

    def test_what_cannot_travel_is_planned_here(self) -> None:
        class Local(Neighbourhood):  # no other process can know it
            __slots__ = ()

        places = [block("local", 3, 3, 1, Local), *city(4)]
        with spawned(1) as pool:
            found = partition_all(places, effort="first", executor=pool)
        want = partition_all(places, effort="first")
        assert found == want
        assert {name: pickle.dumps(one) for name, one in found.items() if name != "local"} == {
            name: pickle.dumps(one) for name, one in want.items() if name != "local"
        }

    def test_what_cannot_be_read_there_is_planned_here(self) -> None:
        places = [block("shy", 3, 3, 1, Shy), *city(4)]
        assert partition_all(places, effort="first", executor=Here()).unplanned == ()


class Shy(Neighbourhood):
    """A neighbourhood that can be written and not read."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return int, ("no number",)


class TestProgressAndStopping:
    """Somebody watches, and may have enough."""

    @pytest.mark.parametrize("executor", [None, Here()])
    def test_progress_is_told_after_each(self, executor: Executor | None) -> None:
        told: list[tuple[int, int]] = []
        given: list[Any] = [*city(5), "no neighbourhood"]
        partition_all(given, effort="first", executor=executor, progress=lambda *at: told.append(at))
        assert told == [(n, 6) for n in range(1, 7)]

    def test_the_rest_is_not_begun(self) -> None:
        told: list[int] = []
        found = partition_all(
            city(), effort="first", progress=lambda done, _: told.append(done), stop=lambda: len(told) >= 3
        )
        assert told == [1, 2, 3]
        assert found.unplanned == tuple(place.id for place in city()[3:])
        fault = found["N3"]
        assert isinstance(fault, Unplanned)
        assert (fault.cause, fault.error) == (Cause.NOT_BEGUN, None)
        assert fault.neighbourhood == city()[3]
        assert "was not begun" in fault.reason.en
        assert "尚未开始" in fault.reason.zh

    def test_what_waits_is_cancelled_and_what_is_done_is_kept(self) -> None:
        executor = Never(begun=4)
        asked: list[None] = []

        def stop() -> bool:
            asked.append(None)
            return len(asked) > 2

        found = partition_all(city(), effort="first", executor=executor, stop=stop)
        assert [future.cancelled() for future in executor.futures] == [False] * 4 + [True] * 8
        assert found.unplanned == tuple(place.id for place in city()[4:])

    def test_work_that_was_begun_is_waited_for(self) -> None:
        class Begun(Future[Any]):  # goes on whoever asks it to stop
            def __init__(self, work: Callable[[], Any]) -> None:
                super().__init__()
                self.work = work

            def cancel(self) -> bool:
                self.set_result(self.work())
                return False

        class Busy(Executor):
            def submit(self, fn: Work, /, *args: Any, **kwargs: Any) -> Future[Any]:
                return Begun(partial(fn, *args, **kwargs))

        asked = iter([False, True])
        found = partition_all(city(), effort="first", executor=Busy(), stop=lambda: next(asked))
        assert_same(found, partition_all(city(), effort="first"))

    def test_a_pool_of_threads_stops_too(self) -> None:
        done: list[None] = []
        with ThreadPoolExecutor(1) as pool:
            found = partition_all(
                city(), effort="first", executor=pool, progress=lambda *_: done.append(None), stop=lambda: bool(done)
            )
        assert found.planned
        assert all(one.cause is Cause.NOT_BEGUN for one in found.values() if isinstance(one, Unplanned))

    def test_an_error_of_the_watcher_cancels_what_waits(self) -> None:
        executor = Never(begun=1)

        def progress(_done: int, _total: int) -> None:
            raise LookupError("enough")

        with pytest.raises(LookupError, match="enough"):
            partition_all(city(), effort="first", executor=executor, progress=progress)
        assert all(future.cancelled() for future in executor.futures[1:])

    def test_few_are_out_at_a_time(self) -> None:
        executor = Never(begun=10_000)
        most: list[int] = []

        def stop() -> bool:
            most.append(len(executor.futures))
            return False

        same = block("N", 1, 2, 1)
        places = [attrs.evolve(same, id=f"N{i}") for i in range(5_000)]
        found = partition_all(places, effort="first", executor=executor, stop=stop, households=(0, 300))
        assert len(found.planned) == 5_000
        assert most[1] == 256
        assert len(executor.futures) == 313  # batches of 16


class TestRefusals:
    """Named before any work begins."""

    def test_two_neighbourhoods_of_one_identifier(self) -> None:
        executor = Here()
        with pytest.raises(StructureError, match=r"share one identifier: N0; .* / 这些标识") as error:
            partition_all([*city(4), block("N0", 2, 2, 2)], executor=executor)
        assert error.value.culprits == ("N0",)
        assert executor.calls == []

    def test_many_identifiers_are_counted_as_neighbourhoods(self) -> None:
        with pytest.raises(StructureError, match=r"N4, N5 and 4 more; .* / .*N4、N5等10个；") as error:
            partition_all([block(f"N{i}", 1, 2, i) for i in (*range(10), *range(10))])
        assert error.value.culprits == tuple(f"N{i}" for i in range(10))

    @pytest.mark.parametrize("name", ["progress", "stop"])
    @pytest.mark.parametrize("value", [5, "now", [print]])
    def test_what_cannot_be_called(self, name: str, value: Any) -> None:
        executor = Here()
        wrong: dict[str, Any] = {name: value}
        with pytest.raises(InvalidValueError, match=rf"{name} is something to call, or None.* / {name}应为可调用"):
            partition_all(city(4), executor=executor, **wrong)
        assert executor.calls == []

    @pytest.mark.parametrize("value", [3, ThreadPoolExecutor, ProcessPoolExecutor, Here])
    def test_what_is_no_executor(self, value: Any) -> None:
        with pytest.raises(InvalidValueError, match=r"executor should be a .*Executor.* / executor应为"):
            partition_all(city(4), executor=value, progress=lambda *_: pytest.fail("work began"))

    def test_a_plan_in_force_of_another_neighbourhood(self) -> None:
        places = [block(f"N{i}", 3, 4, i) for i in range(2)]
        before = partition(places[0], effort="first").plan
        given: dict[str, PlaceOptions] = {"N1": {"current": before}}
        fault = partition_all(places, effort="first", each=given)["N1"]
        assert isinstance(fault, Unplanned)
        assert "the plan in force divides neighbourhood N0, and N1 is to be divided" in fault.reason.en
        assert "现行方案划分的是小区图N0，而要划分的是N1" in fault.reason.zh

    @pytest.mark.parametrize("given", ["N1", 5, None, block("N", 2, 2, 1)])
    def test_no_neighbourhoods(self, given: Any) -> None:
        with pytest.raises(InvalidValueError, match="give a list of them"):
            partition_all(given)

    @pytest.mark.parametrize(
        ("options", "fault", "words"),
        [
            ({"executor": 3}, InvalidValueError, "concurrent.futures.Executor"),
            ({"households": (300, 200)}, InvalidValueError, "bounds"),
            ({"most": 0}, InvalidValueError, "whole number"),
            ({"effort": "more"}, InvalidValueError, "effort"),
            ({"oversize": "cut"}, InvalidValueError, "oversize"),
            ({"objectives": ["beauty"]}, InvalidValueError, "beauty"),
            ({"rng": -1}, InvalidValueError, "-1"),
            ({"each": [("N1", {})]}, InvalidValueError, "map identifiers"),
            ({"each": {"N1": 5}}, InvalidValueError, "at N1 is 5"),
            ({"each": {"N1": {"must": 5}}}, InvalidValueError, "knows no 'must'"),
            ({"each": {"N1": {"effort": "more"}}}, InvalidValueError, "effort"),
            ({"each": {"N99": {}}}, UnknownIdError, "N99"),
        ],
    )
    def test_options(self, options: dict[str, Any], fault: type[PbgovError], words: str) -> None:
        with pytest.raises(fault, match=words) as error:
            partition_all(city(4), progress=lambda *_: pytest.fail("work began"), **options)
        assert " / " in str(error.value)


class TestTheValue:
    """A mapping with totals, columns and a look."""

    def test_totals_are_those_of_the_plans(self, expected: Partitionings) -> None:
        plans = expected.plans
        assert tuple(plans) == expected.planned
        assert expected.grids == sum(len(plan.grids) for plan in plans.values())
        bounds = [partition(place).bound for place in city(4)[:2]]
        assert partition_all(city(4)[:2]).bound == sum(bounds)
        assert expected.gap == expected.grids - expected.bound >= 0

    def test_columns_have_one_row_a_neighbourhood(self) -> None:
        given: list[Any] = [block("N1", 3, 3, 1), Neighbourhood(id="lone", community="C", buildings=LONE), None]
        frame = partition_all(given).to_columns()
        assert frame["neighbourhood"] == ["N1", "lone", "~3"]
        assert frame["community"] == ["of-N1", "C", None]
        assert frame["outcome"] == ["planned", "infeasible", "failed"]
        assert frame["households"][1:] == [90, None]
        assert frame["buildings"][1:] == [1, None]
        assert [type(cell) for cell in frame["grids"]] == [int, type(None), type(None)]
        assert frame["waived"] == [0, None, None]
        why = frame["why_en"]
        assert why[0] is None
        assert "90 households in all" in str(why[1])
        assert {len(column) for column in frame.values()} == {3}

    def test_it_shows_the_totals_and_what_has_no_plan(self) -> None:
        given: list[Any] = [block("N1", 3, 3, 1), Neighbourhood(id="lone", community="C", buildings=LONE), "<b>"]
        shown = partition_all(given)._repr_mimebundle_()
        assert sorted(shown) == ["text/html", "text/plain"]
        for content in shown.values():
            assert "3 neighbourhoods: 1 have a plan" in content
            assert "共3个小区图：1个有方案" in content
            assert "lone" in content
            assert "N1" not in content
        assert "<b>" not in shown["text/html"]
        quiet = partition_all(given[:1])._repr_mimebundle_()
        assert "<table" not in quiet["text/html"]

    def test_a_long_list_is_cut_short_and_counted(self) -> None:
        many = [Neighbourhood(id=f"lone{i}", community="C", buildings=LONE) for i in range(63)]
        shown = partition_all(many, effort="first")._repr_mimebundle_()
        for content in shown.values():
            assert "lone59" in content
            assert "lone60" not in content
            assert "Without plan or answer beyond these: 3." in content

    def test_it_is_a_frozen_mapping_that_travels(self, expected: Partitionings) -> None:
        assert pickle.loads(pickle.dumps(expected)) == expected  # noqa: S301
        assert len(expected) == len(list(expected))
        with pytest.raises(UnknownIdError, match="there is no outcome for neighbourhood 'nobody'"):
            expected["nobody"]
        assert "nobody" not in expected
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            expected.outcomes = expected.outcomes  # type: ignore[misc]

    def test_faults_that_differ_in_the_exception_alone_are_equal(self) -> None:
        given: Any = [None]
        assert partition_all(given) == partition_all(given)

    def test_an_answer_on_tape_is_read_line_by_line_too(self) -> None:
        tape = _Tape(b"one\ntwo\n")
        assert (tape.readline(), tape.read(2), tape.readline()) == (b"one\n", b"tw", b"o\n")


LONE = [Building(id="B1", households=90)]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers of Dask, each a process of its own."""
    distributed = pytest.importorskip("distributed")
    options: dict[str, Any] = {"processes": True, "threads_per_worker": 1, "dashboard_address": None}
    with (
        closing(distributed.LocalCluster(n_workers=2, silence_logs=50, **options)) as local,
        closing(distributed.Client(local)) as client,
    ):
        yield client


class TestDask:
    """Real worker processes."""

    def test_the_plans_are_the_same_to_the_byte(self, cluster: Any, expected: Partitionings) -> None:
        watched = Watched(cluster.get_executor())
        assert_same(partition_all(city(), effort="first", each=EACH, rng=7, executor=watched), expected)
        assert [future.exception() for future in watched.futures] == [None] * len(expected)
        assert len(cluster.scheduler_info()["workers"]) == 2

    def test_a_worker_that_dies_loses_nothing(self, cluster: Any, tmp_path: Path) -> None:
        places = [*city(6), block("deadly", 3, 4, 9, Deadly, marker=str(tmp_path / "visits"))]
        watched = Watched(cluster.get_executor())
        found = partition_all(places, effort="first", executor=watched)
        assert (tmp_path / "visits").read_bytes() == b"x"
        assert [future.exception() for future in watched.futures] == [None] * len(places)  # Dask sent it on by itself
        assert_same(found, partition_all(places, effort="first"))

    def test_stopping_cancels_what_waits(self, cluster: Any) -> None:
        same = block("N", 6, 6, 1)
        places = [attrs.evolve(same, id=f"N{i}") for i in range(400)]
        done: list[None] = []
        found = partition_all(
            places, executor=cluster.get_executor(), progress=lambda *_: done.append(None), stop=lambda: bool(done)
        )
        assert len(found.unplanned) == len(places) - len(done) > 0
        assert all(one.cause is Cause.NOT_BEGUN for one in found.values() if isinstance(one, Unplanned))
