"""Static analysis of a pack as a whole: its figures over time, its words, and what nobody uses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import cast

from pbgov.base import Assumption, Attributed, Basis, Derived, Required, Source, Text, need_day
from pbgov.rules._analyse import of_day, shows
from pbgov.rules._expr import FieldRef
from pbgov.rules._flaws import Defect, Flaw
from pbgov.rules._norms import Along, Back, Norm, Own, Selector, Sum, Values
from pbgov.rules._overlay import key
from pbgov.rules._pack import RulePack, need_pack
from pbgov.rules._parameters import Bound, Parameter
from pbgov.rules._rule import Rule


def analyse(
    pack: RulePack, *, on: date | None = None, tables: Mapping[str, Collection[str]] | None = None
) -> tuple[Defect, ...]:
    """Find what is wrong with a pack, whatever the place it is used for.

    Args:
        pack: The pack.
        on: The day whose rules are looked at; by default every span of days between two changes is.
        tables: The columns of each table of a record; without it, selectors are not looked at.

    Returns:
        The defects in order of their codes and subjects, each once, on the first day it shows.

    Raises:
        InvalidValueError: ``on`` is no day.

    Examples:
        >>> from pbgov.packs import JIXI
        >>> analyse(JIXI, on=date(2018, 7, 1))
        ()
    """
    need_pack(pack)
    if on is not None:
        need_day("on", on)
    days = [on] if on is not None else [date.min, *pack.cuts()]
    found = [defect for day in days for defect in of_day(pack.at(day))]
    found += [*_date_gaps(pack), *_bounds(pack), *_unused(pack), *_words(pack), *_bases(pack)]
    found += _columns(pack, tables) if tables is not None else ()
    unique: dict[tuple[str, str, tuple[str, ...]], Defect] = {}
    for defect in found:
        unique.setdefault((defect.flaw.value, defect.subject, defect.others), defect)
    return tuple(unique[identity] for identity in sorted(unique))


def reproduces(pack: RulePack, defect: Defect) -> bool:
    """Decide the witness of a defect again: a defect without one shows in no request, and has nothing to decide."""
    return defect.on is None or shows(pack.at(defect.on), defect)


def _said(pack: RulePack) -> tuple[Rule | Norm, ...]:
    """Give what a pack says: its rules and norms."""
    return (*pack.rules, *pack.norms)


def _date_gaps(pack: RulePack) -> Iterator[Defect]:
    """Yield parameters that have no value yet on a day on which a rule or norm in force rests on them."""
    for parameter in pack.parameters:
        first = parameter.values[0].start
        if first is None:
            continue
        early = [entry for entry in _said(pack) if parameter.id in entry.parameters() and _before(entry, first)]
        if early:
            day = min(entry.start or date.min for entry in early)
            names = tuple(dict.fromkeys(key(entry) for entry in early))
            yield Defect(flaw=Flaw.DATE_GAP, subject=parameter.id, others=names, on=day, detail=first)


def _before(entry: Rule | Norm, day: date) -> bool:
    return entry.start is None or entry.start < day


def _bounds(pack: RulePack) -> Iterator[Defect]:
    """Yield floors that fall over time, and caps that rise."""
    for parameter in pack.parameters:
        if parameter.bound is None:
            continue
        for old, new in pairwise(parameter.values):
            if isinstance(old.value, int) and isinstance(new.value, int):
                falls = new.value < old.value
                if (falls if parameter.bound is Bound.FLOOR else new.value > old.value) and new.start is not None:
                    yield Defect(flaw=Flaw.LOWERED_FLOOR, subject=parameter.id, on=new.start, detail=new.value)


def _unused(pack: RulePack) -> Iterator[Defect]:
    """Yield fields and parameters that nothing in the pack asks for."""
    asked = {name for rule in pack.rules for name in rule.fields}
    asked |= {rule.obligation.into for rule in pack.rules if rule.obligation and rule.obligation.into}
    yield from (Defect(flaw=Flaw.UNUSED_FIELD, subject=one.name) for one in pack.fields if one.name not in asked)
    used = {name for entry in _said(pack) for name in entry.parameters()}
    used |= {name for _, basis in _entry_bases(pack) if isinstance(basis, Derived) for name in basis.from_}
    yield from (
        Defect(flaw=Flaw.UNUSED_PARAMETER, subject=one.id)
        for one in pack.parameters
        if one.id not in used and not one.informative
    )


def _entry_bases(pack: RulePack) -> Iterator[tuple[str, Basis]]:
    for entry in _said(pack):
        yield key(entry), entry.basis
    for parameter in pack.parameters:
        yield from ((parameter.id, dated.basis) for dated in parameter.values)


def _texts(pack: RulePack) -> Iterator[tuple[str, Text]]:
    yield pack.id, pack.title
    for declared in pack.fields:
        yield declared.name, declared.label
    for entry in pack.entries():
        if isinstance(entry, Parameter):
            yield entry.id, entry.unit
            yield entry.id, entry.name()
        else:
            yield key(entry), entry.text
    for name, basis in _entry_bases(pack):
        match basis:
            case Assumption(why) | Required(why):
                yield name, why
            case Derived(how=how):
                yield name, how
            case Source() | Attributed():
                continue


def _words(pack: RulePack) -> Iterator[Defect]:
    """Yield what is not said in both languages."""
    for name, text in _texts(pack):
        for lang, words in (("zh", text.zh), ("en", text.en)):
            if not words.strip():
                yield Defect(flaw=Flaw.MISSING_TRANSLATION, subject=name, detail=lang)


def _bases(pack: RulePack) -> Iterator[Defect]:
    """Yield what rests on a source without a document or without words that were read there."""
    for name, basis in _entry_bases(pack):
        if (isinstance(basis, Attributed) and not basis.document.strip()) or (
            isinstance(basis, Source) and not (basis.document.strip() and basis.quote.strip())
        ):
            yield Defect(flaw=Flaw.MISSING_BASIS, subject=name)
        if isinstance(basis, Derived) and not basis.from_:
            yield Defect(flaw=Flaw.MISSING_BASIS, subject=name)


def _columns(pack: RulePack, tables: Mapping[str, Collection[str]]) -> Iterator[Defect]:
    """Yield columns that norms name and their tables do not have, and tables that do not exist."""
    anywhere = {name for columns in tables.values() for name in columns}
    for norm in pack.norms:
        named = dict.fromkeys([*_refs(norm.scope, ""), *_refs(norm.payload, norm.scope.table)])
        unknown = {table: None for table, _ in named if table and table not in tables}
        unknown |= {
            f"{table}.{column}".strip("."): None
            for table, column in named
            if column and table not in unknown and column not in (tables[table] if table else anywhere)
        }
        for shown in unknown:
            yield Defect(flaw=Flaw.UNKNOWN_COLUMN, subject=norm.code, others=(shown,), detail=shown)


def _refs(value: object, table: str) -> Iterator[tuple[str, str]]:
    """Yield every (table, column) that a part of a norm names; the table is empty where it depends on the subject."""
    match value:
        case FieldRef(of, name) if of:  # without a table it is a fact of a guard
            yield of, name
        case Selector(of, where, via):
            yield of, ""
            yield from _refs((where, via), of or table)
        case Back(of, column, where):
            yield of, column
            yield from _refs(where, of)
        case Along(column, of):
            yield "", column
            yield of, ""
        case Own(column):
            yield "", column
        case Sum(of, column) | Values(of, column):
            yield "", column
            yield from _refs(of, table)
        case _:
            for part in _inner(value):
                yield from _refs(part, table)


def _inner(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return cast("tuple[object, ...]", value)
    return tuple(getattr(value, one.name) for one in getattr(value, "__attrs_attrs__", ()) if one.init)
