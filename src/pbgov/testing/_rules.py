"""Strategies for rules: conditions, parameters, norms, packs and the facts for them, rotas, duty lists.

Fields, codes and numbers come from small sets, so that conditions are often met and often not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from pbgov.base import Band, Cycle, Modality, Required, Text
from pbgov.rules import (
    HERE,
    Admitted,
    AllEqual,
    Along,
    And,
    Arith,
    Back,
    Cmp,
    CompleteChain,
    Concentration,
    Count,
    Covered,
    Dated,
    Distinct,
    Divided,
    Down,
    DutyItem,
    DutyList,
    Effect,
    Enumerated,
    Even,
    Expr,
    Facts,
    Field,
    FieldRef,
    Figure,
    In,
    Lit,
    Measure,
    Move,
    Norm,
    Not,
    Or,
    Own,
    Parameter,
    ParamRef,
    Payload,
    Power,
    Ratio,
    Related,
    Relation,
    Rota,
    Rule,
    RulePack,
    SameEnd,
    Selector,
    Shared,
    Stated,
    Step,
    Sum,
    Unbroken,
    Up,
    Value,
    Values,
    Within,
)
from pbgov.testing._base import bands, bases, cycles, days, ids, names, texts
from pbgov.testing._org import dated
from pbgov.testing._rhythm import cadences, chains, precedences, responses

CODES: Final = ("party_building", "safety", "service")
DAYS: Final = (date(2018, 1, 1), date(2018, 7, 1))
GREATEST: Final = 3
_KINDS: Final = ("bool", "int", "code", "codes", "date")
_TEXTS: Final = texts()
_BASES: Final = bases()
_PLACES: Final = st.sampled_from(("kind", "level"))
_COMPARISONS: Final = ("==", "!=", "<", "<=", ">", ">=")
_COLUMNS: Final = {
    "units": ("kind", "level", "parent"),
    "bodies": ("kind", "host"),
    "ties": ("kind", "source", "target"),
    "events": ("kind", "subject"),
}
THREE_TIERS: Final = ("basic_duty_list", "cooperating_duty_list", "taken_back_list")
_FIGURES: Final[Mapping[str, type]] = MappingProxyType({"int": int, "codes": tuple, "band": Band, "cycle": Cycle})


def fields(names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Field]:
    """Declared facts of any kind; by default ``f0`` to ``f9``."""
    named = st.integers(0, 9).map("f{}".format) if names is None else names
    return st.builds(Field, name=named, kind=st.sampled_from(_KINDS), label=_TEXTS)


def values(field: Field) -> st.SearchStrategy[Value]:
    """Values that a field may have, from a small set."""
    some: dict[str, st.SearchStrategy[Value]] = {
        "bool": st.booleans(),
        "int": st.integers(0, GREATEST),
        "date": st.sampled_from(DAYS),
        "code": st.sampled_from(CODES),
        "codes": st.lists(st.sampled_from(CODES), unique=True, max_size=2).map(tuple),
    }
    return some[field.kind]


def figures(kinds: Sequence[str] = tuple(_FIGURES)) -> st.SearchStrategy[Figure]:
    """Values of parameters of the given kinds."""
    some: dict[str, st.SearchStrategy[Figure]] = {
        "int": st.integers(0, GREATEST),
        "codes": st.lists(st.sampled_from(CODES), min_size=1, unique=True, max_size=2).map(tuple),
        "band": bands(st.integers(0, GREATEST)),
        "cycle": cycles(),
    }
    return st.one_of([some[kind] for kind in kinds])


def parameters(
    elements: st.SearchStrategy[Figure] | None = None,
    *,
    names: st.SearchStrategy[str] | None = None,
    required: bool = True,
    max_size: int = 3,
) -> st.SearchStrategy[Parameter]:
    """Dated figures, the first of them sometimes from the beginning of time.

    Args:
        elements: Their values, all of one kind.
        names: Their identifiers; by default ``p0`` to ``p9``.
        required: Whether a value may be left for the user to supply.
        max_size: Most values.
    """
    named = st.integers(0, 9).map("p{}".format) if names is None else names
    of_one_kind = [figures((kind,)) for kind in _FIGURES] if elements is None else [elements]
    wanted = st.builds(Dated, value=st.none(), basis=st.builds(Required, texts()), start=days())
    several: list[st.SearchStrategy[list[Dated]]] = []
    for figure in of_one_kind:
        value = st.builds(Dated, value=figure, basis=_BASES, start=days())
        several.append(
            st.lists(
                value | wanted if required else value,
                min_size=1,
                max_size=max_size,
                unique_by=lambda dated: dated.start,
            )
        )
    return st.builds(_parameter, named, texts(), st.one_of(several), st.booleans())


def _parameter(name: str, unit: Text, values: Sequence[Dated], ancient: bool) -> Parameter:  # noqa: FBT001 - drawn
    first, *later = sorted(values, key=lambda dated: dated.start or date.min)
    return Parameter(id=name, unit=unit, values=(attrs.evolve(first, start=None) if ancient else first, *later))


def numbers(
    fields: Sequence[Field], parameters: Sequence[Parameter] = (), *, max_leaves: int = 3
) -> st.SearchStrategy[Expr]:
    """Whole-number arithmetic over the fields and parameters that are numbers."""
    leaves: list[st.SearchStrategy[Expr]] = [st.builds(Lit, st.integers(0, GREATEST))]
    leaves += [st.just(FieldRef("", field.name)) for field in fields if field.kind == "int"]
    leaves += [st.just(ParamRef(name)) for name in _holding("int", parameters)]
    operations = st.sampled_from(("+", "-", "*"))
    return st.recursive(
        st.one_of(leaves), lambda inner: st.builds(Arith, operations, inner, inner), max_leaves=max_leaves
    )


def _holding(kind: str, parameters: Sequence[Parameter]) -> list[str]:
    return [p.id for p in parameters if all(d.value is None or type(d.value) is _FIGURES[kind] for d in p.values)]


def conditions(
    fields: Sequence[Field], parameters: Sequence[Parameter] = (), *, max_leaves: int = 5
) -> st.SearchStrategy[Expr]:
    """Expression trees over the given fields and parameters, every comparison between values of one kind.

    Args:
        fields: What they may ask for.
        parameters: What they may compare it with: those that hold numbers or codes.
        max_leaves: Most comparisons.
    """
    numeric = numbers(fields, parameters)
    comparisons = st.sampled_from(_COMPARISONS)
    leaves: list[st.SearchStrategy[Expr]] = [st.builds(Lit, st.booleans())]
    lists: list[Expr] = [ParamRef(name) for name in _holding("codes", parameters)]
    for field in fields:
        ref = st.just(FieldRef("", field.name))
        match field.kind:
            case "bool":
                leaves.append(ref)
            case "int":
                leaves.append(st.builds(Cmp, comparisons, ref, numeric))
            case "date":
                leaves.append(st.builds(Cmp, comparisons, ref, st.builds(Lit, st.sampled_from(DAYS))))
            case "code":
                one = st.builds(Lit, st.sampled_from(CODES))
                leaves.append(st.builds(Cmp, st.sampled_from(("==", "!=")), ref, one))
                some = st.builds(Lit, st.lists(st.sampled_from(CODES), unique=True).map(tuple))
                leaves.append(st.builds(In, ref, st.sampled_from(lists) | some if lists else some))
            case "codes":
                leaves.append(st.builds(In, st.builds(Lit, st.sampled_from(CODES)), ref))
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
        ),
        max_leaves=max_leaves,
    )


@st.composite
def decision_rules(
    draw: st.DrawFn,
    fields: Sequence[Field],
    parameters: Sequence[Parameter] = (),
    *,
    names: st.SearchStrategy[str] | None = None,
    timeless: bool = False,
) -> Rule:
    """Rules of decision over the given fields and parameters.

    Args:
        draw: Given by Hypothesis.
        fields: What they may ask for.
        parameters: What they may compare it with.
        names: Their identifiers; by default ``r0`` to ``r9``.
        timeless: Whether they must be in force on every day.
    """
    drawn = draw(_rules(tuple(fields), tuple(parameters), timeless))
    return drawn if names is None else attrs.evolve(drawn, id=draw(names))


@lru_cache
def _rules(fields: Sequence[Field], parameters: Sequence[Parameter], timeless: bool) -> st.SearchStrategy[Rule]:  # noqa: FBT001 - a key of the cache
    when = conditions(fields, parameters)
    columns: dict[str, st.SearchStrategy[Any]] = {
        "id": st.integers(0, 9).map("r{}".format),
        "when": when,
        "unless": st.lists(when, max_size=1).map(tuple),
        "modality": st.sampled_from(Modality),
        "text": _TEXTS,
        "basis": _BASES,
    }
    moved = st.builds(Move, st.sampled_from(("posts", "yuan_a_year")), numbers(fields, parameters))
    make: Callable[..., st.SearchStrategy[Rule]] = partial(st.builds, Rule) if timeless else partial(dated, Rule)
    return st.one_of(
        make(effect=st.just(Effect.PERMIT), **columns),
        make(effect=st.just(Effect.FORBID), **columns),
        make(effect=st.just(Effect.REQUIRE), obligation=st.none() | moved, **columns),
    )


def table_conditions(table: str) -> st.SearchStrategy[Expr]:
    """Conditions on the columns of a table."""
    refs = st.sampled_from([FieldRef(table, column) for column in _COLUMNS[table]])
    code = st.sampled_from(CODES)
    several = st.lists(code, min_size=1, max_size=2, unique=True).map(tuple)
    leaves: st.SearchStrategy[Expr] = st.builds(
        Cmp, st.sampled_from(("==", "!=")), refs, st.builds(Lit, code)
    ) | st.builds(In, refs, st.builds(Lit, several))
    pairs = st.lists(leaves, min_size=2, max_size=2).map(tuple)
    return leaves | st.builds(Not, leaves) | st.builds(And, pairs) | st.builds(Or, pairs)


@st.composite
def selectors(draw: st.DrawFn, *, here: bool = True, max_size: int = 2) -> Selector:
    """Selectors over units, bodies, ties and events.

    Args:
        draw: Given by Hypothesis.
        here: Whether they may start at the subject itself.
        max_size: Most steps.
    """
    return draw(_selectors(here, max_size))


@lru_cache
def _selectors(here: bool, max_size: int) -> st.SearchStrategy[Selector]:  # noqa: FBT001 - a key of the cache
    wheres = {table: st.none() | table_conditions(table) for table in _COLUMNS}
    backs = (st.builds(Back, st.just(of), st.sampled_from(_COLUMNS[of]), wheres[of]) for of in _COLUMNS)
    step: st.SearchStrategy[Step] = st.one_of(
        st.builds(Up, st.sampled_from(("city", "county"))),
        st.builds(Down, wheres["units"]),
        st.just(Along("target", "bodies")),
        *backs,
    )
    via = st.lists(step, max_size=max_size).map(tuple)
    starts = [st.builds(Selector, st.just(table), where, via) for table, where in wheres.items()]
    return st.one_of([st.builds(Selector, st.just(HERE.table), st.none(), via), *starts] if here else starts)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Measures of a selection, ratios of two, and how far one of several rows stands out by a measure."""
    part, other = draw(_PLAIN), draw(st.none() | _PLAIN | selectors())
    match other:
        case None:
            return part
        case Selector():
            return Concentration(other, part)
        case _:
            return Ratio(part, other)


_PLAIN: Final[st.SearchStrategy[Measure]] = st.one_of(
    st.builds(Count, selectors()),
    st.builds(Sum, selectors(), _PLACES),
    st.builds(Distinct, selectors(), _PLACES),
    st.builds(Own, _PLACES),
)


_ONE_BACK: Final = Selector("", via=(Back("ties", "target"),))
_TURNS: Final = st.builds(Values, st.just(_ONE_BACK), _PLACES)


@st.composite
def payloads(draw: st.DrawFn, parameters: Sequence[Parameter] = ()) -> Payload:
    """Payloads of every kind that the given parameters have figures for."""
    return draw(_payloads(tuple(parameters)))


@lru_cache
def _payloads(parameters: Sequence[Parameter]) -> st.SearchStrategy[Payload]:
    selected, measured, relations = selectors(), measures(), st.sampled_from(Relation)
    values = st.builds(Values, selected, _PLACES)
    several: list[st.SearchStrategy[Payload]] = [
        st.builds(AllEqual, values),
        st.builds(SameEnd, selected, selected),
        st.builds(Divided, whole=values, into=selected, members=values),
        st.builds(Related, values, relations, st.lists(values, min_size=1, max_size=2).map(tuple)),
        st.builds(Stated, selected, st.lists(_PLACES, min_size=1, unique=True).map(tuple)),
    ]
    counts, codes, sizes, turns = (_holding(kind, parameters) for kind in _FIGURES)
    if counts:
        n = st.sampled_from(counts)
        several.append(st.builds(Within, of=measured, exactly=n))
        several.append(st.builds(Within, of=measured, at_least=n, at_most=st.none() | n))
        several.append(st.builds(Enumerated, values, n))
        several.append(st.builds(Even, selected, measured, n))
        several.append(st.builds(Shared, values, values, n))
        several.append(st.builds(Unbroken, st.just(_ONE_BACK), n))
    if codes:
        several.append(st.builds(CompleteChain, st.sampled_from(codes)))
        if counts:
            both = st.sampled_from(codes), st.sampled_from(counts)
            several.append(st.builds(Admitted, organs=both[0], approvers=both[1]))
        several.append(st.builds(Related, values, relations, st.sampled_from(codes)))
    if sizes:
        sized = st.builds(Within, of=measured, band=st.sampled_from(sizes))
        several.append(sized)
        choice = st.lists(sized, min_size=1, max_size=2).map(tuple)
        needed = st.none() | st.sampled_from(counts) if counts else st.none()
        several.append(st.builds(Within, of=measured, band=st.sampled_from(sizes), alternatives=choice, needed=needed))
    if turns and codes:
        cover = {"of": values, "codes": st.sampled_from(codes), "per": st.sampled_from(turns)}
        several.append(st.builds(Covered, **cover, turns=st.none() | _TURNS))
    if turns:
        several.append(cadences(selected, cycles=turns, numbers=counts, bands=sizes))
        several.append(chains(selected, cycles=turns))
    several.append(precedences(selected, lengths=(*turns, *counts)))
    if turns or counts:
        several.append(responses(selected, lengths=(*turns, *counts)))
    return st.one_of(several)


def norms(
    parameters: Sequence[Parameter] = (), *, codes: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Norm]:
    """Norms that rest on the given parameters.

    Args:
        parameters: The figures they may name.
        codes: Their codes; by default ``XX100`` to ``XX109``.
    """
    return dated(
        Norm,
        code=st.integers(100, 109).map("XX{}".format) if codes is None else codes,
        scope=selectors(here=False),
        payload=payloads(parameters),
        modality=st.sampled_from(Modality),
        text=_TEXTS,
        basis=_BASES,
        item=st.sampled_from(("", "C-1.01")),
        waivable=st.booleans(),
    )


@st.composite
def rule_packs(
    draw: st.DrawFn,
    *,
    max_fields: int = 4,
    max_parameters: int = 3,
    min_rules: int = 0,
    max_rules: int = 4,
    max_norms: int = 2,
    timeless: bool = False,
    required: bool = True,
) -> RulePack:
    """Packs whose rules and norms name only the fields and parameters that the pack has.

    Args:
        draw: Given by Hypothesis.
        max_fields: Most fields.
        max_parameters: Most parameters.
        min_rules: Fewest rules.
        max_rules: Most rules.
        max_norms: Most norms.
        timeless: Whether every rule must be in force on every day.
        required: Whether a parameter may be left for the user to supply.
    """
    asked = draw(st.lists(fields(), max_size=max_fields, unique_by=lambda field: field.name))
    kinds = st.sampled_from(tuple(_FIGURES))
    figured = kinds.flatmap(lambda kind: parameters(figures((kind,)), required=required))
    held = draw(st.lists(figured, max_size=max_parameters, unique_by=lambda parameter: parameter.id))
    ruled = decision_rules(asked, held, timeless=timeless)
    return RulePack(
        id=draw(ids()),
        title=draw(_TEXTS),
        fields=tuple(asked),
        parameters=tuple(held),
        rules=tuple(draw(st.lists(ruled, min_size=min_rules, max_size=max_rules, unique_by=lambda rule: rule.id))),
        norms=tuple(draw(st.lists(norms(held), max_size=max_norms, unique_by=lambda norm: norm.code))),
    )


def facts(pack: RulePack, *, missing: bool = True) -> st.SearchStrategy[Facts]:
    """Facts for the fields of a pack.

    Args:
        pack: Whose rules are to decide.
        missing: Whether some may be ``None`` or left out.
    """
    known: dict[str, st.SearchStrategy[Value | None]] = {field.name: values(field) for field in pack.fields}
    if not missing:
        return st.fixed_dictionaries(known)
    return st.fixed_dictionaries({}, optional={name: st.none() | some for name, some in known.items()})


def rotas(*, max_groups: int = 6, max_months: int = 18) -> st.SearchStrategy[Rota]:
    """Rotas of one to ``max_groups`` groups."""
    groups = st.lists(ids("G"), min_size=1, max_size=max_groups, unique=True).map(tuple)
    return st.builds(Rota, groups=groups, start=days(), months=st.integers(1, max_months))


def duty_lists(
    elements: st.SearchStrategy[str] | None = None, *, owners: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[DutyList]:
    """Lists of duties.

    Args:
        elements: Their identifiers.
        owners: The units they belong to.
    """
    return dated(
        DutyList,
        id=ids("L") if elements is None else elements,
        kind=st.sampled_from(("responsibility_list", "power_list", "work_item_list", "negative_list", *THREE_TIERS)),
        owner=ids("U") if owners is None else owners,
        version=st.sampled_from(("1", "2")),
    )


def duty_items(
    elements: st.SearchStrategy[str] | None = None,
    *,
    lists: st.SearchStrategy[str] | None = None,
    posts: st.SearchStrategy[str] | None = None,
    departments: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[DutyItem]:
    """Items of duty lists, some saying little and some saying all.

    Args:
        elements: Their identifiers.
        lists: The lists they stand on.
        posts: The posts that are responsible; by default no item names one.
        departments: The departments that lead or take back; by default no item names one.
    """
    optional = st.none() | st.sampled_from(CODES)
    return dated(
        DutyItem,
        id=ids("I") if elements is None else elements,
        list=ids("L") if lists is None else lists,
        category=st.sampled_from(CODES),
        function=optional,
        name=names(),
        matter=st.none() | ids("M"),
        role=st.sampled_from((None, "responsible", "assisting")),
        level=st.sampled_from((None, "county", "township", "community")),
        post=st.none() if posts is None else st.none() | posts,
        department=st.none() if departments is None else st.none() | departments,
        scope=names(),
        method=names(),
        object=optional,
        power=st.none() | powers(),
    )


def powers() -> st.SearchStrategy[Power]:
    """Powers of every strength."""
    return st.sampled_from(Power)
