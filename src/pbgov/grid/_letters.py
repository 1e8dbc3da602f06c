"""Letters: neighbourhoods on their way to a worker and answers on their way back, as bytes.

A letter is written and read one by one, so that a neighbourhood that cannot travel keeps no other from it, and an
executor need know nothing but bytes. An answer does not carry its neighbourhood back: what it says of the
neighbourhood, and of the identifiers of its buildings, is replaced by the caller's own value when it is opened. So an
answer from another process is the same to the byte as one found here, and a city is not held twice.

Only what this library has written for itself is opened, in the process of the caller and in those of its executor.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TypeAlias, cast

import attrs

from pbgov.grid._ask import OBJECTIVES
from pbgov.grid._partitionings import Outcome
from pbgov.grid._place_options import PlaceOptions
from pbgov.grid._places import Neighbourhood


@attrs.frozen
class Task:
    """One neighbourhood to be planned.

    Attributes:
        name: Under which identifier its outcome stands.
        place: The neighbourhood.
        options: The options of ``partition``.
        seed: Where its chance begins.
    """

    name: str
    place: Neighbourhood
    options: PlaceOptions
    seed: int


Planner: TypeAlias = Callable[[Task], Outcome]


def write(task: Task) -> bytes:
    """Write a task; empty where it cannot be written."""
    try:
        return pickle.dumps(task)
    except Exception:  # noqa: BLE001 - whatever a stranger's value does; the caller plans it
        return b""


def answer_all(planner: Planner, letters: tuple[bytes, ...], attempt: int) -> tuple[bytes, ...]:
    """Answer letters, in a worker.

    Args:
        planner: What plans a neighbourhood.
        letters: The tasks, as written.
        attempt: How often these were sent before; an executor that knows work by its arguments then does it again.

    Returns:
        The answers in the same order; an answer that cannot be written, or a task that cannot be read here, is empty.
    """
    del attempt
    return tuple(_answer(planner, letter) for letter in letters)


def open_answer(place: Neighbourhood, letter: bytes) -> Outcome:
    """Open an answer, and put the caller's own neighbourhood into it."""
    return cast("Outcome", _Reader(_Tape(letter), place).load())


def _answer(planner: Planner, letter: bytes) -> bytes:
    try:
        task = cast("Task", pickle.loads(letter))  # noqa: S301 - written by `write`
        tape = _Tape()
        _Writer(tape, task.place).dump(planner(task))
    except Exception:  # noqa: BLE001 - as in `write`
        return b""
    return bytes(tape.content)


def _known(place: Neighbourhood) -> list[object]:
    """List what the caller and a worker have in common, in the same order."""
    held = [text for building in place.buildings for text in (building.id, building.compound)]
    return [place, place.id, place.community, place.name, *held, *OBJECTIVES]


class _Tape:
    """Bytes that are written or read from front to back."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = bytearray(content)
        self._at = 0

    def write(self, more: bytes) -> int:
        """Write at the end."""
        self.content += more
        return len(more)

    def read(self, n: int) -> bytes:
        """Read the next bytes."""
        start, self._at = self._at, self._at + n
        return bytes(self.content[start : self._at])

    def readline(self) -> bytes:
        """Read to the end of the line."""
        return self.read(self.content.index(b"\n", self._at) + 1 - self._at)


class _Writer(pickle.Pickler):
    """Writes an answer; what is known to the reader by its number only."""

    def __init__(self, tape: _Tape, place: Neighbourhood) -> None:
        super().__init__(tape)
        self._known = _known(place)
        self._numbers = {id(value): number for number, value in enumerate(self._known) if value is not None}

    def persistent_id(self, obj: object) -> int | None:
        """Number what is known, by identity: another string of the same letters stays another."""
        return self._numbers.get(id(obj))


class _Reader(pickle.Unpickler):
    """Reads an answer."""

    def __init__(self, tape: _Tape, place: Neighbourhood) -> None:
        super().__init__(tape)
        self._known = _known(place)

    def persistent_load(self, pid: int) -> object:
        """Give what is known under a number."""
        return self._known[pid]
