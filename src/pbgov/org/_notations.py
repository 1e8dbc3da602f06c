"""The chart of an organisation as text: for Mermaid, and for Graphviz in its language DOT.

Boxes are numbered, so no name or identifier of the record ever stands where a program reads its own signs. Within a
label every sign that either program might read is written as a number or an entity.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pbgov.base import Lang, escape, in_one, said
from pbgov.org._labels import name_lines, rest_lines, small_lines, tip
from pbgov.org._outline import Box, Outline, Rest
from pbgov.org._records import Body

_PLAIN: Final = frozenset(" ,.")  # signs that stand for themselves in a label of Mermaid
_LIGATURE: Final = "ﬂ"  # by it Mermaid marks numbered signs while it reads, and would take one in a name for a mark
_WIDER: Final = '%%{init: {"flowchart": {"wrappingWidth": 320}}}%%'  # or Mermaid breaks our lines again
_ASCII: Final = 128
_DOT: Final = {ord("\\"): "\\\\", ord('"'): '\\"'}


def mermaid(drawn: Outline, lang: Lang | None) -> str:
    """Write an outline as a flowchart for Mermaid."""
    rows = [
        f"accTitle: {in_one(said('chart.title'), lang)}",
        f"accDescr: {in_one(said('chart.desc', n=len(drawn.boxes)), lang)}",
        *(_mermaid_box(n, item, lang) for n, item in enumerate(drawn.items)),
        *_mermaid_links(drawn, lang),
        *_mermaid_notes(drawn, lang),
        "classDef unit fill:#ffffff,stroke:#1e2329,color:#1e2329",
        "classDef dual fill:#ffffff,stroke:#b34a00,stroke-width:3px,color:#1e2329",
        "classDef body fill:#ffffff,stroke:#0072b2,stroke-dasharray:2 3,color:#1e2329",
        "classDef rest fill:none,stroke:none,font-style:italic",
    ]
    return "\n".join([_WIDER, "flowchart LR", *(f"    {row}" for row in rows)]) + "\n"


def _mermaid_box(n: int, item: Box | Rest, lang: Lang | None) -> str:
    if isinstance(item, Rest):
        return f'n{n}["{_mermaid_label(rest_lines(item, lang))}"]:::rest'
    label = _mermaid_label((*name_lines(item), *small_lines(item, lang)))
    if isinstance(item.row, Body):
        return f'n{n}(["{label}"]):::body'
    return f'n{n}["{label}"]:::{"dual" if item.dual else "unit"}'


def _mermaid_links(drawn: Outline, lang: Lang | None) -> Iterator[str]:
    leads = in_one(said("chart.leads"), lang)
    for n, item in enumerate(drawn.items):
        if item.above is not None:
            hosted = isinstance(item, Box) and isinstance(item.row, Body)
            yield f"n{item.above} {'-.-' if hosted else '---'} n{n}"
        if isinstance(item, Box):
            yield from (f'n{leader} ==>|"{leads}"| n{n}' for leader in item.leaders)


def _mermaid_notes(drawn: Outline, lang: Lang | None) -> Iterator[str]:
    if drawn.adrift:
        yield f'adrift["{_mermaid_label((in_one(said("chart.adrift", n=drawn.adrift), lang),))}"]:::rest'
    if not drawn.items:
        yield f'none["{_mermaid_label((in_one(said("chart.none"), lang),))}"]:::rest'


def _mermaid_label(rows: tuple[str, ...]) -> str:
    """Write lines so that Mermaid reads no sign of its own in them."""
    return "<br/>".join("".join(map(_mermaid_sign, row)) for row in rows)


def _mermaid_sign(sign: str) -> str:
    if sign == _LIGATURE:
        return "fl"
    plain = sign in _PLAIN or sign.isalnum() or (ord(sign) >= _ASCII and sign.isprintable())
    return sign if plain else f"#{ord(sign)};"


def dot(drawn: Outline, lang: Lang | None) -> str:
    """Write an outline as a graph for Graphviz."""
    rows = [
        'graph [rankdir=LR, ranksep=0.6, nodesep=0.12, charset="UTF-8", bgcolor="white"]',
        'node [shape=box, fontsize=11, fontname="Noto Sans CJK SC", color="#1e2329", fontcolor="#1e2329"]',
        'edge [color="#59616c", arrowhead=none]',
        f"label={_quoted((in_one(said('chart.title'), lang), *_dot_notes(drawn, lang)))}",
        *(_dot_box(n, item, lang) for n, item in enumerate(drawn.items)),
        *_dot_links(drawn, lang),
    ]
    return "\n".join(["digraph organisation {", *(f"    {row};" for row in rows), "}"]) + "\n"


def _dot_box(n: int, item: Box | Rest, lang: Lang | None) -> str:
    if isinstance(item, Rest):
        return f'n{n} [label={_quoted(rest_lines(item, lang))}, shape=plain, fontcolor="#59616c"]'
    looks = [f"label={_quoted((*name_lines(item), *small_lines(item, lang)))}", f"tooltip={_quoted((tip(item),))}"]
    if isinstance(item.row, Body):
        looks.append('style="rounded,dotted", color="#0072b2"')
    if item.dual:
        looks.append('peripheries=2, color="#b34a00"')
    return f"n{n} [{', '.join(looks)}]"


def _dot_links(drawn: Outline, lang: Lang | None) -> Iterator[str]:
    leads = _quoted((in_one(said("chart.leads"), lang),))
    for n, item in enumerate(drawn.items):
        if item.above is not None:
            hosted = isinstance(item, Box) and isinstance(item.row, Body)
            yield f"n{item.above} -> n{n}" + (' [style=dotted, color="#0072b2"]' if hosted else "")
        if isinstance(item, Box):
            look = f'[label={leads}, style=dashed, color="#b34a00", fontsize=9, arrowhead=normal, constraint=false]'
            yield from (f"n{leader} -> n{n} {look}" for leader in item.leaders)


def _dot_notes(drawn: Outline, lang: Lang | None) -> tuple[str, ...]:
    notes = [said("chart.adrift", n=drawn.adrift)] if drawn.adrift else []
    notes += [] if drawn.items else [said("chart.none")]
    return tuple(in_one(note, lang) for note in notes)


def _quoted(rows: tuple[str, ...]) -> str:
    """Write lines as a string of DOT: its own signs behind a backslash, those of HTML, read there too, as entities."""
    return '"' + "\\n".join(escape(row).translate(_DOT) for row in rows) + '"'
