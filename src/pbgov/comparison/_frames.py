"""A comparison as columns: one data frame a part, a row for each row of the part and each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pbgov.base import Frame, Verdict, columns
from pbgov.comparison._asked import AskedCell, Stand
from pbgov.comparison._levels import LevelRow
from pbgov.comparison._rows import MechanismRow, NormRow
from pbgov.comparison._sides import Compared
from pbgov.comparison._yardsticks import MeasureRow

if TYPE_CHECKING:
    from pbgov.comparison._comparison import Comparison

Row: TypeAlias = LevelRow | MeasureRow | MechanismRow | NormRow
Triple: TypeAlias = tuple[Row, Compared, Any]
Readers: TypeAlias = Mapping[str, Callable[[Any], object]]

_WHICH: Final[Readers] = {
    "code": lambda one: one[0].code,
    "title_zh": lambda one: one[0].title.zh,
    "title_en": lambda one: one[0].title.en,
    "side": lambda one: one[1].key,
}
_SIDES: Final[Readers] = {
    "side": lambda side: side.key,
    "label_zh": lambda side: side.label.zh,
    "label_en": lambda side: side.label.en,
    "place": lambda side: side.place.id,
    "world": lambda side: side.place.world,
    "pack": lambda side: side.pack.id if side.pack else None,
    "on": lambda side: side.on,
    "since": lambda side: side.report.since,
    "complete": lambda side: side.report.complete,
}
_LEVELS: Final[Readers] = {
    "present": lambda one: one[2] is not None,
    "low": lambda one: one[2] and one[2].amount.low,
    "high": lambda one: one[2] and one[2].amount.high,
    "made_up": lambda one: one[2] and one[2].made_up,
    "label_zh": lambda one: one[2] and one[2].label and one[2].label.zh,
    "label_en": lambda one: one[2] and one[2].label and one[2].label.en,
}
_MEASURES: Final[Readers] = {
    "low": lambda one: one[2].low,
    "high": lambda one: one[2].high,
    "per_thousand": lambda one: one[0].per_thousand,
}
_PRESENCE: Final[Readers] = {"presence": lambda one: one[2].presence}
_MECHANISM: Final[Readers] = {"mechanism": lambda one: one[0].mechanism}
_FIGURES: Final[Readers] = {
    "code": lambda one: one[0].code,
    "side": lambda one: one[1].key,
    "parameter": lambda one: one[2].parameter,
    "name_zh": lambda one: one[2].name.zh,
    "name_en": lambda one: one[2].name.en,
    "value_zh": lambda one: one[2].worded.zh or None,
    "value_en": lambda one: one[2].worded.en or None,
    "unit_zh": lambda one: one[2].unit.zh,
    "unit_en": lambda one: one[2].unit.en,
    "basis_zh": lambda one: one[2].basis and one[2].basis.in_("zh"),
    "basis_en": lambda one: one[2].basis and one[2].basis.in_("en"),
}


def frames(comparison: Comparison) -> dict[str, Frame]:
    """Give each part as columns."""
    sides = comparison.sides
    whole: Readers = _asked(lambda cell: cell)
    parts: Mapping[str, tuple[Iterable[Row], Readers]] = {
        "levels": (comparison.levels, _LEVELS),
        "measures": (comparison.measures, _MEASURES),
        "mechanisms": (comparison.mechanisms, {**_PRESENCE, **_asked(lambda cell: cell.asked)}),
        "contrasts": (comparison.contrasts, whole),
        "norms": (comparison.norms, {**_MECHANISM, **whole}),
    }
    made = {name: columns(_flat(rows, sides), {**_WHICH, **readers}) for name, (rows, readers) in parts.items()}
    return {"sides": columns(sides, _SIDES), **made, "figures": columns(_figures(comparison), _FIGURES)}


def _flat(rows: Iterable[Row], sides: tuple[Compared, ...]) -> Iterator[Triple]:
    for row in rows:
        for side, cell in zip(sides, row.cells, strict=True):
            yield row, side, cell


def _asked(of: Callable[[Any], AskedCell | None]) -> Readers:
    """Read what a side asks for; ``None`` where it says nothing."""

    def part(name: str) -> Callable[[Any], object]:
        return lambda one: getattr(of(one[2]), name, None)

    def counted(verdict: Verdict) -> Callable[[Any], object]:
        def count(one: Triple) -> int | None:
            cell = of(one[2])
            return None if cell is None else cell.verdicts.get(verdict, 0)

        return count

    names = ("own", "norms", "rules", "institutions", "modalities", "effects")
    return {name: part(name) for name in names} | {verdict.value: counted(verdict) for verdict in Verdict}


def _figures(comparison: Comparison) -> Iterator[tuple[NormRow, Compared, Stand]]:
    for row in comparison.norms:
        for side, cell in zip(comparison.sides, row.cells, strict=True):
            for stand in cell.figures if cell else ():
                yield row, side, stand
