"""A comparison as a chapter: the drawing first, then its tables, then what each place says, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pbgov.base import LANGS, Markup, Text, both, element, join
from pbgov.comparison import Comparison, Sheet
from pbgov.display._document import contents
from pbgov.display._words import folded, inlined, phrase, scrolling, section, sentences, table, words
from pbgov.errors import InvalidValueError
from pbgov.packs import MECHANISMS


def need_comparison(value: object) -> Comparison:
    """Refuse what is no comparison."""
    if not isinstance(value, Comparison):
        raise InvalidValueError(both("display.comparison", value=type(value).__name__), value)
    return value


def compared(comparison: Comparison, prefix: str) -> tuple[Markup, Markup, tuple[Markup, ...]]:
    """Give the head of the chapter, the links to its sections, and the sections."""
    sheets = {sheet.code: sheet for sheet in comparison.sheets()}
    parts = {
        "drawing": _drawing(comparison, [sheets[name] for name in ("levels", "mechanisms")], prefix),
        "measures": _section(prefix, sheets["measures"], _table(sheets["measures"], f"{prefix}measures-heading")),
        "contrasts": _section(prefix, sheets["contrasts"], _cards(comparison, sheets["contrasts"].rows)),
        "norms": _section(prefix, sheets["norms"], *_by_mechanism(comparison, sheets["norms"])),
    }
    top = element(
        "header",
        element("h1", words("comparison.title")),
        element("p", phrase(comparison.summary), class_="lead"),
        element("h2", phrase(sheets["sides"].title), id=f"{prefix}sides-heading", class_="unseen"),
        _sides(sheets["sides"], f"{prefix}sides-heading"),
    )
    headings = {name: phrase(sheets[name].title) for name in ("measures", "contrasts", "norms")}
    links = [(name, headings.get(name) or words("display.drawing")) for name in parts]
    return top, contents(prefix, links), tuple(parts.values())


def _sides(sheet: Sheet, heading: str) -> Markup:
    """Say what is compared; a day is not broken."""
    rows = [
        [_lines(label), _lines(world), element("time", day[0].en), _lines(pack)]
        for label, world, day, pack in sheet.rows
    ]
    return scrolling(heading, table([phrase(head) for head in sheet.heads], rows, class_="sides"))


def _drawing(comparison: Comparison, tables: Iterable[Sheet], prefix: str) -> Markup:
    """Show the drawing, in each language for itself, and its tables for those who do not see it."""
    name = f"{prefix}drawing"
    about = [sheet.about for sheet in tables if sheet.about]
    pictures = [element("div", inlined(comparison.to_svg(lang=lang)), class_=lang, lang=lang) for lang in LANGS]
    return section(
        name,
        words("display.drawing"),
        element("p", sentences(about), class_="about"),
        scrolling(f"{name}-heading", *pictures),
        *(folded(words("display.as_table", title=sheet.title), _table(sheet, f"{name}-heading")) for sheet in tables),
    )


def _section(prefix: str, sheet: Sheet, *content: Markup) -> Markup:
    about = element("p", phrase(sheet.about), class_="about") if sheet.about else Markup()
    return section(f"{prefix}{sheet.code}", phrase(sheet.title), about, *content)


def _table(sheet: Sheet, heading: str) -> Markup:
    rows = [[_lines(cell) for cell in row] for row in sheet.rows]
    return scrolling(heading, table([phrase(head) for head in sheet.heads], rows, class_="sides"))


def _lines(cell: Sequence[Text]) -> Markup:
    """Write the lines of a cell, the first as it is, the rest smaller below it."""
    first, *rest = cell
    return join((phrase(first), *(element("small", phrase(line)) for line in rest)))


def _by_mechanism(comparison: Comparison, sheet: Sheet) -> Iterator[Markup]:
    """Fold the norms away, mechanism by mechanism; what belongs to none comes last."""
    titles = {one.code: one.title for one in MECHANISMS}
    order = {one.code: place for place, one in enumerate(MECHANISMS)}
    pairs = sorted(
        zip(comparison.norms, sheet.rows, strict=True), key=lambda pair: order.get(pair[0].mechanism, len(order))
    )
    for code, held in groupby(pairs, lambda pair: pair[0].mechanism):
        rows = [row for _, row in held]
        heading = phrase(titles[code]) if code else words("display.no_mechanism")
        count = element("span", f"{len(rows):,}", class_="count")
        yield folded(element("h3", heading, count), _cards(comparison, rows), class_="verdict")


def _cards(comparison: Comparison, rows: Iterable[Sequence[Sequence[Text]]]) -> Markup:
    """Show what each place says of an item: those that say something, then the names of those that do not."""
    return element("ul", *(_card(comparison, row) for row in rows), class_="findings asked")


def _card(comparison: Comparison, row: Sequence[Sequence[Text]]) -> Markup:
    (code, title), *cells = row
    labels = [side.label for side in comparison.sides]
    said = [(label, cell) for label, cell in zip(labels, cells, strict=True) if len(cell) > 1]
    silent = [label for label, cell in zip(labels, cells, strict=True) if len(cell) == 1]
    names = Text(zh="、".join(one.zh for one in silent), en=", ".join(one.en for one in silent))
    return element(
        "li",
        element("p", element("code", code.en), element("span", phrase(title), class_="norm"), class_="head"),
        element("dl", *(element("div", element("dt", phrase(label)), *map(_told, cell)) for label, cell in said)),
        element("p", words("display.unsaid"), " ", phrase(names), class_="basis") if silent else "",
        class_="finding",
    )


def _told(line: Text) -> Markup:
    return element("dd", phrase(line))
