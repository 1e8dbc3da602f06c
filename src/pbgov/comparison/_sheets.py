"""A comparison as tables in words: what is shown in a notebook, on a page, or as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from pbgov.base import Text, said
from pbgov.comparison._levels import LevelCell
from pbgov.comparison._rows import MechanismCell, NormRow
from pbgov.comparison._words import alike, amount_words, asked_lines, codes_of, presence_words

if TYPE_CHECKING:
    from pbgov.comparison._comparison import Comparison

Cell: TypeAlias = tuple[Text, ...]
"""The lines of a cell."""


@attrs.frozen(kw_only=True)
class Sheet:
    """One part of a comparison as a table in words.

    Attributes:
        code: Which part: ``"sides"``, ``"levels"``, ``"measures"``, ``"mechanisms"``, ``"contrasts"`` or ``"norms"``.
        title: What a person calls it.
        about: What to know of it.
        heads: What stands above the columns.
        rows: The rows, each with one cell a column; the first heads the row.
    """

    code: str
    title: Text
    about: Text | None = None
    heads: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets(comparison: Comparison) -> tuple[Sheet, ...]:
    """Give each part as a table in words."""
    labels = tuple(side.label for side in comparison.sides)
    parts = (
        ("levels", [((row.title,), *map(_level, row.cells)) for row in comparison.levels]),
        ("measures", list(_measures(comparison))),
        ("mechanisms", [((row.title,), *map(_mechanism, row.cells)) for row in comparison.mechanisms]),
        ("contrasts", list(_asked(comparison.contrasts))),
        ("norms", list(_asked(comparison.norms))),
    )
    return (_sides(comparison), *(_sheet(code, (said("comparison.kind"), *labels), rows) for code, rows in parts))


def _sheet(code: str, heads: Sequence[Text], rows: Iterable[Sequence[Cell]]) -> Sheet:
    return Sheet(
        code=code,
        title=said(f"comparison.{code}"),
        about=said(f"comparison.{code}.about"),
        heads=tuple(heads),
        rows=tuple(map(tuple, rows)),
    )


def _sides(comparison: Comparison) -> Sheet:
    heads = [said(f"comparison.{name}") for name in ("side", "world", "on", "pack")]
    rows = [
        (
            (side.label,),
            (said(f"comparison.world.{side.place.world}"),),
            (alike(f"{side.on}"),),
            (side.pack.title if side.pack else said("display.pack.none"),),
        )
        for side in comparison.sides
    ]
    return _sheet("sides", heads, rows)


def _level(cell: LevelCell | None) -> Cell:
    if cell is None:
        return (said("comparison.absent"),)
    made_up = (said("comparison.made_up", n=cell.made_up),) if cell.made_up else ()
    return (amount_words(cell.amount), *((cell.label,) if cell.label else ()), *made_up)


def _measures(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for row in comparison.measures:
        yield (row.title,), *((amount_words(one, per_thousand=row.per_thousand),) for one in row.cells)


def _mechanism(cell: MechanismCell) -> Cell:
    return (presence_words(cell), *((alike(codes_of(cell.asked)),) if cell.asked else ()))


def _asked(rows: Iterable[NormRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (alike(row.code), row.title), *map(asked_lines, row.cells)
