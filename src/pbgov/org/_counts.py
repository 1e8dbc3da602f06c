"""How many units and bodies there are, by level and kind: what a chart of a large place cannot show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from pbgov.base import LANGS, Lang, Markup, Text, element, listing, paired, said, stacked, term
from pbgov.org._outline import Forest
from pbgov.org._records import Body, Unit

_COLUMNS = ("level", "kind", "n", "made_up")


@attrs.frozen
class _Count:
    level: Text
    kind: Text
    n: int
    made_up: int


def _counted(forest: Forest) -> Iterator[_Count]:
    """Count by level and kind: the levels from the top down, then organisations of none, then bodies."""
    units = [row for row in forest.rows.values() if isinstance(row, Unit)]
    bodies = [row for row in forest.rows.values() if isinstance(row, Body)]
    found = [row.level for row in map(forest.rows.__getitem__, forest.count) if isinstance(row, Unit)]
    order = list(dict.fromkeys(level for level in (*found, *(unit.level for unit in units)) if level is not None))
    rows = [(unit.level, unit.kind, unit.made_up) for unit in units]
    yield from _grouped(rows, order, said("chart.no_level"))
    hosted = [(None, body.kind, body.made_up) for body in bodies]
    yield from _grouped(hosted, order, said("chart.bodies"))


def _grouped(rows: Sequence[tuple[str | None, str, bool]], order: Sequence[str], otherwise: Text) -> Iterator[_Count]:
    whole = Counter((level, kind) for level, kind, _ in rows)
    made_up = Counter((level, kind) for level, kind, invented in rows if invented)
    places = {level: place for place, level in enumerate(order)}
    for level, kind in sorted(whole, key=lambda pair: (places.get(pair[0] or "", len(places)), pair[1])):
        words = otherwise if level is None else term(level)
        yield _Count(words, term(kind), whole[level, kind], made_up[level, kind])


def counts_as_html(forest: Forest) -> Markup:
    """Give the counts as a table, in both languages."""
    heads = [paired(said(f"chart.column.{name}")) for name in _COLUMNS]
    rows = [(paired(one.level), paired(one.kind), f"{one.n:,}", f"{one.made_up:,}") for one in _counted(forest)]
    return element("div", stacked(said("chart.count")), listing(heads, rows))


def counts_as_text(forest: Forest) -> str:
    """Give the counts as lines, Chinese first."""
    return "\n\n".join("\n".join(_lines(forest, lang)) for lang in reversed(LANGS))


def _lines(forest: Forest, lang: Lang) -> Iterator[str]:
    yield f"{said('chart.title').in_(lang)}: {len(forest.rows):,}"
    for one in _counted(forest):
        note = f" ({said('chart.column.made_up').in_(lang)} {one.made_up:,})" if one.made_up else ""
        yield f"  {one.level.in_(lang)} · {one.kind.in_(lang)}: {one.n:,}{note}"
