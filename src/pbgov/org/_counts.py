"""How many units and bodies there are, by level and kind: what a chart of a large place cannot show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from pbgov.base import LANGS, Lang, Markup, Table, Text, element, listing, paired, said, stacked, term
from pbgov.org._records import Body, Unit

_COLUMNS = ("level", "kind", "n", "made_up")


@attrs.frozen
class _Count:
    level: Text
    kind: Text
    n: int
    made_up: int


def _counted(units: Table[Unit], bodies: Table[Body]) -> Iterator[_Count]:
    """Count by level and kind: the levels first, then organisations of none, then bodies."""
    rows = [(unit.level, unit.kind, unit.made_up) for unit in units.values()]
    yield from _grouped(rows, said("chart.no_level"))
    hosted = [(None, body.kind, body.made_up) for body in bodies.values()]
    yield from _grouped(hosted, said("chart.bodies"))


def _grouped(rows: Sequence[tuple[str | None, str, bool]], otherwise: Text) -> Iterator[_Count]:
    whole = Counter((level, kind) for level, kind, _ in rows)
    made_up = Counter((level, kind) for level, kind, invented in rows if invented)
    sizes: Mapping[str | None, int] = Counter(level for level, _, _ in rows)
    for level, kind in sorted(whole, key=lambda pair: (pair[0] is None, sizes[pair[0]], pair[0] or "", pair[1])):
        words = otherwise if level is None else term(level)
        yield _Count(words, term(kind), whole[level, kind], made_up[level, kind])


def counts_as_html(units: Table[Unit], bodies: Table[Body]) -> Markup:
    """Give the counts as a table, in both languages."""
    heads = [paired(said(f"chart.column.{name}")) for name in _COLUMNS]
    rows = [(paired(one.level), paired(one.kind), f"{one.n:,}", f"{one.made_up:,}") for one in _counted(units, bodies)]
    return element("div", stacked(said("chart.count")), listing(heads, rows))


def counts_as_text(units: Table[Unit], bodies: Table[Body]) -> str:
    """Give the counts as lines, Chinese first."""
    return "\n\n".join("\n".join(_lines(units, bodies, lang)) for lang in reversed(LANGS))


def _lines(units: Table[Unit], bodies: Table[Body], lang: Lang) -> Iterator[str]:
    yield f"{said('chart.title').in_(lang)}: {len(units):,} + {len(bodies):,}"
    for one in _counted(units, bodies):
        note = f" ({said('chart.column.made_up').in_(lang)} {one.made_up:,})" if one.made_up else ""
        yield f"  {one.level.in_(lang)} · {one.kind.in_(lang)}: {one.n:,}{note}"
