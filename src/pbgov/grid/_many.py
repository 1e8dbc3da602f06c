"""Dividing all neighbourhoods of a city, here or on the workers of an executor."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Generator as Yielding
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs

from pbgov.base import Argument, Band, FrozenMap, Generator, both, parted, said
from pbgov.errors import InvalidValueError, PbgovError, StructureError
from pbgov.grid._ask import Oversize, Pace, need_pace
from pbgov.grid._divide import Progress
from pbgov.grid._letters import Task, answer_all, open_answer, write
from pbgov.grid._listing import some
from pbgov.grid._objectives import Objective
from pbgov.grid._partition import partition
from pbgov.grid._partitionings import Cause, Outcome, Partitionings, Unplanned
from pbgov.grid._place_options import PlaceOptions, read_options, with_our_names
from pbgov.grid._places import Neighbourhood

if TYPE_CHECKING:
    import random
    from concurrent.futures import Executor, Future

Stop: TypeAlias = Callable[[], bool]
Answers: TypeAlias = Yielding[tuple[Task, Outcome], None, None]

_AHEAD: Final = 256  # so many batches are with the executor at a time
_BATCHES: Final = 128  # into about so many batches a city is divided, unless they grew too large
_BATCH: Final = 16  # the most neighbourhoods of a batch
_GLANCE: Final = 0.05  # seconds to wait for the oldest batch before looking at the others, and asking whether to stop
_WORD: Final = 8  # bytes that are mixed into a seed at a time


def partition_all(
    neighbourhoods: Iterable[Neighbourhood] | Mapping[str, Neighbourhood],
    households: tuple[int, int] | Band = (200, 300),
    *,
    whole: bool = False,
    most: int | None = None,
    objectives: Sequence[Objective] = ("grids", "splits", "cut"),
    oversize: Oversize = "refuse",
    effort: Pace = "good",
    each: Mapping[str, PlaceOptions] = FrozenMap({}),
    executor: Executor | None = None,
    rng: int | random.Random = 0,
    progress: Progress | None = None,
    work: int | None = None,
    stop: Callable[[], bool] | None = None,
) -> Partitionings:
    """Divide each of many neighbourhoods, here or on the workers of an executor, with the same plans to the byte.

    The plan of a neighbourhood depends on itself, its options and ``rng`` alone: not on the others, on the order, or
    on who worked it out. What cannot be planned is an outcome that says why, and stops none of the others.

    Work goes to the executor in batches, of which 256 are with it at a time; neighbourhoods travel as bytes. A batch
    that does not come back is sent once more, one neighbourhood at a time; when the executor takes no more work (a
    pool of processes is broken when one dies), the rest is planned in the calling process, and so is what cannot be
    pickled. Dask sends the work of a lost worker to another by itself.

    Args:
        neighbourhoods: What to divide, no two with one identifier. A mapping stands for its values.
        households: As in ``partition``.
        whole: As in ``partition``, for all compounds or none.
        most: As in ``partition``, for each neighbourhood.
        objectives: As in ``partition``.
        oversize: As in ``partition``.
        effort: As in ``partition``.
        each: By identifier of a neighbourhood, options of ``partition`` that are its own: conditions, a plan in force,
            or others than those given for all.
        executor: Who works: any ``concurrent.futures.Executor``, such as a ``ProcessPoolExecutor``, or
            ``Client.get_executor()`` of Dask. ``None`` for the calling process. It is not shut down.
        rng: A seed, or a ``random.Random`` of which one draw of 64 bits is taken. The seed of a neighbourhood is mixed
            from it and the identifier.
        progress: Called with the neighbourhoods dealt with and all neighbourhoods, after each.
        work: As in ``partition``, for each neighbourhood.
        stop: Asked between neighbourhoods whether to stop, and while workers are waited for. Batches that wait are
            then cancelled; those that cannot be cancelled are waited for. What was not begun is an outcome named so.

    Returns:
        The outcome for each neighbourhood, in the order given.

    Raises:
        InvalidValueError: What is given holds no neighbourhoods, the executor is none, or an option is unknown or
            lies outside its meaning.
        StructureError: Two neighbourhoods share an identifier.
        UnknownIdError: ``each`` names a neighbourhood that was not given.
        MissingExtraError: ``effort="exact"`` is asked for and SciPy is not installed.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood
        >>> homes = [Building(id=f"B{i}", households=100) for i in range(6)]
        >>> ways = [(f"B{i}", f"B{i + 1}") for i in range(5)]
        >>> city = [Neighbourhood(id=name, community="C1", buildings=homes, edges=ways) for name in ("east", "west")]
        >>> found = partition_all(city, each={"west": {"must_link": [["B1", "B2", "B3", "B4"]]}})
        >>> found.planned, found.grids, found.gap
        (('east',), 2, 0)
        >>> print(found["west"].certificate.explain())  # doctest: +ELLIPSIS
        These must share a grid and hold 400 households, above the ceiling of 300: B1, B2, B3, B4. ...
    """
    listed = _read(neighbourhoods)
    need_pace(effort, work=work, stop=stop, progress=progress)
    if executor is not None and (isinstance(executor, type) or not callable(getattr(executor, "submit", None))):
        raise InvalidValueError(both("city.executor", value=repr(executor)), executor)
    common: PlaceOptions = {
        "households": households,
        "whole": whole,
        "most": most,
        "objectives": objectives,
        "oversize": oversize,
        "effort": effort,
        "work": work,
    }
    options = read_options(common, each, listed)
    draw = Generator(rng).bits()
    tasks = [Task(name, place, options[name], _seed(draw, name)) for name, place in listed.items()]
    found: dict[str, Outcome] = {}
    with closing(_answers(tasks, executor, stop)) as answers:
        for task, outcome in answers:
            found[task.name] = outcome
            if progress is not None:
                progress(len(found), len(tasks))
    return Partitionings(outcomes=FrozenMap({task.name: found.get(task.name, _not_begun(task)) for task in tasks}))


def _read(neighbourhoods: Iterable[Neighbourhood] | Mapping[str, Neighbourhood]) -> dict[str, Neighbourhood]:
    """Give the neighbourhoods by identifier; what is none is kept under its number, to be named when its turn comes."""
    given: object = neighbourhoods
    values = cast("Mapping[str, object]", given).values() if isinstance(given, Mapping) else given
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidValueError(both("city.no_neighbourhoods", value=repr(values)), values)
    listed: dict[str, Neighbourhood] = {}
    twice: dict[str, None] = {}
    for number, place in enumerate(cast("Iterable[Neighbourhood]", values), 1):
        name = place.id if isinstance(place, Neighbourhood) else f"~{number}"
        if name in listed:
            twice[name] = None
        listed[name] = place
    if twice:
        raise StructureError(both("city.twice", ids=some(tuple(twice), "city.list.more")), *twice)
    return listed


def _seed(draw: int, name: str) -> int:
    """Mix a seed from the draw and an identifier, the same in any process."""
    letters = name.encode()
    seed = Generator(draw ^ len(letters)).bits()
    for start in range(0, len(letters), _WORD):
        seed = Generator(seed ^ int.from_bytes(letters[start : start + _WORD], "little")).bits()
    return seed


def _plan(task: Task) -> Outcome:
    """Plan one neighbourhood; whatever is raised becomes its outcome."""
    try:
        return partition(task.place, **with_our_names(task.options), rng=task.seed)
    except Exception as error:  # noqa: BLE001 - one bad neighbourhood stops no other
        error.__cause__ = error.__context__ = error.__traceback__ = None  # they hold the whole work, and do not travel
        if isinstance(error, PbgovError):
            why = parted(str(error))
        else:
            why = said("city.unforeseen", what=f"{type(error).__name__}: {error}")
        return _unplanned(task, Cause.FAILED, "city.failed", error, why=why)


def _not_begun(task: Task) -> Unplanned:
    return _unplanned(task, Cause.NOT_BEGUN, "city.not_begun")


def _unplanned(task: Task, cause: Cause, key: str, error: Exception | None = None, **arguments: Argument) -> Unplanned:
    place = task.place if isinstance(task.place, Neighbourhood) else None
    reason = said(key, id=task.name, **arguments)
    return Unplanned(id=task.name, neighbourhood=place, cause=cause, reason=reason, error=error)


def _answers(tasks: Sequence[Task], executor: Executor | None, stop: Stop | None) -> Answers:
    """Answer tasks in any order, until asked to stop."""
    if executor is None:
        yield from _here(tasks, stop)
        return
    sound = [task for task in tasks if isinstance(task.place, Neighbourhood)]
    yield from _here((task for task in tasks if not isinstance(task.place, Neighbourhood)), stop)
    yield from _Errand(executor, sound).answers(stop)


def _here(tasks: Iterable[Task], stop: Stop | None) -> Answers:
    """Answer tasks in the calling process."""
    for task in tasks:
        if stop is not None and stop():
            return
        yield task, _plan(task)


@attrs.frozen
class _Batch:
    """Tasks sent together, and how often they were sent before."""

    tasks: tuple[Task, ...]
    attempt: int = 0


class _Errand:
    """Tasks that an executor works on.

    Args:
        executor: Who works.
        tasks: All tasks.
    """

    def __init__(self, executor: Executor, tasks: Sequence[Task]) -> None:
        self._executor = executor
        size = min(_BATCH, len(tasks) // _BATCHES + 1)
        self._waiting = deque(_Batch(tuple(tasks[at : at + size])) for at in range(0, len(tasks), size))
        self._out: dict[Future[tuple[bytes, ...]], _Batch] = {}
        self._home: list[Task] = []

    def answers(self, stop: Stop | None) -> Answers:
        """Give answers as they come."""
        try:
            while self._waiting or self._out:
                if stop is not None and stop():
                    yield from self._ended()
                    return
                self._send()
                if self._out:
                    with suppress(Exception):  # whatever comes of it is read when it has come
                        next(iter(self._out)).result(timeout=_GLANCE)
                for future in [one for one in self._out if one.done()]:
                    yield from self._opened(future)
        finally:
            for future in self._out:
                future.cancel()
        yield from _here(self._home, stop)

    def _send(self) -> None:
        """Keep the executor busy; when it takes no more work, what waits is planned here."""
        while self._waiting and len(self._out) < _AHEAD:
            batch = self._waiting.popleft()
            letters = [write(task) for task in batch.tasks]
            self._home += [task for task, letter in zip(batch.tasks, letters, strict=True) if not letter]
            tasks = tuple(task for task, letter in zip(batch.tasks, letters, strict=True) if letter)
            if not tasks:
                continue
            try:
                future = self._executor.submit(answer_all, _plan, tuple(filter(None, letters)), batch.attempt)
            except Exception:  # noqa: BLE001 - broken, shut down, out of reach: each executor says it by its own error
                self._home += [*tasks, *(task for one in self._waiting for task in one.tasks)]
                self._waiting.clear()
            else:
                self._out[future] = _Batch(tasks, batch.attempt)

    def _opened(self, future: Future[tuple[bytes, ...]]) -> Answers:
        """Open the answers of a batch; what was lost is sent once more, one by one."""
        batch = self._out.pop(future)
        try:
            letters = future.result()
            pairs = list(zip(batch.tasks, letters, strict=True))
            answers = [(task, open_answer(task.place, letter)) for task, letter in pairs if letter]
        except Exception as error:  # noqa: BLE001 - tasks raise nothing, so whatever it is, the executor raised it
            if not batch.attempt:
                self._waiting.extend(_Batch((task,), 1) for task in batch.tasks)
                return
            told = f"{type(error).__name__}: {error}"
            error.__cause__ = error.__context__ = error.__traceback__ = None
            for task in batch.tasks:
                yield task, _unplanned(task, Cause.LOST, "city.lost", error, what=told)
            return
        self._home += [task for task, letter in pairs if not letter]
        yield from answers

    def _ended(self) -> Answers:
        """Cancel what can be cancelled, and wait for the rest."""
        kept = [future for future in self._out if not future.cancel()]
        self._out = {future: self._out[future] for future in kept}
        for future in kept:
            yield from self._opened(future)
