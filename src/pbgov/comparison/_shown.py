"""A comparison as a notebook shows it, and as plain lines: its tables, and never more than can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pbgov.base import Lang, Markup, element, join, listing, paired, said, stacked
from pbgov.comparison._sheets import Cell, Sheet, sheets

if TYPE_CHECKING:
    from pbgov.comparison._comparison import Comparison

_CELLS: Final = 200  # of the norms, which are many; all else is shown whole
_LEAST: Final = 10  # rows of norms, however many the sides
_SOFT: Final = "opacity:.75;font-size:.92em"


def as_html(comparison: Comparison) -> Markup:
    """Give the tables, in both languages; the norms fold."""
    return element(
        "div",
        element("strong", paired(said("comparison.title"))),
        element("p", stacked(comparison.summary)),
        *(_table(sheet) for sheet in sheets(comparison)),
    )


def as_text(comparison: Comparison, lang: Lang) -> str:
    """Give the tables as lines."""
    parts = ["\n".join(_lines(sheet, lang)) for sheet in sheets(comparison)]
    return "\n\n".join([f"{said('comparison.title').in_(lang)}\n{comparison.summary.in_(lang)}", *parts])


def _table(sheet: Sheet) -> Markup:
    rows = [[_cell(cell) for cell in row] for row in _kept(sheet)]
    hidden = len(sheet.rows) - len(rows)
    return element(
        "details",
        element("summary", element("strong", paired(sheet.title)), f" {len(sheet.rows):,}"),
        element("div", stacked(sheet.about), style=_SOFT) if sheet.about else "",
        listing([paired(head) for head in sheet.heads], rows)
        if rows
        else element("p", stacked(said("comparison.same"))),
        element("p", stacked(said("comparison.more", n=hidden)), style=_SOFT) if hidden else "",
        open=sheet.code != "norms",
    )


def _kept(sheet: Sheet) -> Sequence[Sequence[Cell]]:
    """Give the rows that are shown."""
    most = max(_LEAST, _CELLS // max(1, len(sheet.heads) - 1))
    return sheet.rows[:most] if sheet.code == "norms" else sheet.rows


def _cell(cell: Cell) -> Markup:
    return join(stacked(line) for line in cell)


def _lines(sheet: Sheet, lang: Lang) -> Iterator[str]:
    yield f"{sheet.title.in_(lang)} ({len(sheet.rows):,})"
    if not sheet.rows:
        yield said("comparison.same").in_(lang)
    rows = _kept(sheet)
    for row in rows:
        first, *rest = ("; ".join(line.in_(lang) for line in cell) for cell in row)
        yield f"- {first}"
        for head, told in zip(sheet.heads[1:], rest, strict=True):
            yield f"    {head.in_(lang)}: {told}"
    if len(sheet.rows) > len(rows):
        yield said("comparison.more", n=len(sheet.rows) - len(rows)).in_(lang)
