"""Strategies for rules: conditions, parameters, norms, packs and the facts for them, ledgers, rotas, duty lists.

Fields, codes and numbers come from small sets, so that conditions are often met and often not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st

from pbgov.base import Band, Cycle, FrozenMap, Modality, Required
from pbgov.rules import (
    HERE,
    AllEqual,
    Along,
    And,
    Arith,
    AtLeastOnce,
    Back,
    Cmp,
    CompleteChain,
    Count,
    Dated,
    Distinct,
    Divided,
    Down,
    DutyItem,
    DutyList,
    Effect,
    Enumerated,
    Expr,
    Facts,
    Field,
    FieldRef,
    Figure,
    In,
    Ledger,
    Leg,
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
    Ratio,
    Related,
    Relation,
    Rota,
    Rule,
    RulePack,
    SameEnd,
    Selector,
    Step,
    Sum,
    Transfer,
    Up,
    Value,
    Values,
    Within,
)
from pbgov.testing._base import bands, bases, cycles, days, ids, names, texts
from pbgov.testing._org import spans

CODES: Final = ("party_building", "safety", "service")
DAYS: Final = (date(2018, 1, 1), date(2018, 7, 1))
GREATEST: Final = 3
_KINDS: Final = ("bool", "int", "code", "codes", "date")
_COMPARISONS: Final = ("==", "!=", "<", "<=", ">", ">=")
_COLUMNS: Final = {
    "units": ("kind", "level", "parent"),
    "bodies": ("kind", "host"),
    "ties": ("kind", "source", "target"),
    "events": ("kind", "subject"),
}
_FIGURES: Final[Mapping[str, type]] = MappingProxyType({"int": int, "codes": tuple, "band": Band, "cycle": Cycle})


def fields(names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Field]:
    """Declared facts of any kind; by default ``f0`` to ``f9``."""
    named = st.integers(0, 9).map("f{}".format) if names is None else names
    return st.builds(Field, name=named, kind=st.sampled_from(_KINDS), label=texts())


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


@st.composite
def parameters(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Figure] | None = None,
    *,
    names: st.SearchStrategy[str] | None = None,
    required: bool = True,
    max_size: int = 3,
) -> Parameter:
    """Dated figures, the first of them sometimes from the beginning of time.

    Args:
        draw: Given by Hypothesis.
        elements: Their values.
        names: Their identifiers; by default ``p0`` to ``p9``.
        required: Whether a value may be left for the user to supply.
        max_size: Most values.
    """
    starts = sorted(draw(st.sets(days(), min_size=1, max_size=max_size)))
    dated: list[Dated] = []
    for number, start in enumerate(starts):
        first = None if not number and draw(st.booleans()) else start
        basis = draw(bases(required=required))
        value = None if isinstance(basis, Required) else draw(figures() if elements is None else elements)
        dated.append(Dated(value=value, basis=basis, start=first))
    named = st.integers(0, 9).map("p{}".format) if names is None else names
    return Parameter(id=draw(named), unit=draw(texts()), values=tuple(dated))


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
    effect = draw(st.sampled_from((Effect.PERMIT, Effect.FORBID, Effect.REQUIRE)))
    when = conditions(fields, parameters)
    moved = st.builds(Move, st.sampled_from(("posts", "yuan_a_year")), numbers(fields, parameters))
    start, end = (None, None) if timeless else draw(spans())
    return Rule(
        id=draw(st.integers(0, 9).map("r{}".format) if names is None else names),
        effect=effect,
        when=draw(when),
        unless=tuple(draw(st.lists(when, max_size=1))),
        obligation=draw(st.none() | moved) if effect is Effect.REQUIRE else None,
        modality=draw(st.sampled_from(Modality)),
        text=draw(texts()),
        basis=draw(bases()),
        start=start,
        end=end,
    )


def table_conditions(table: str) -> st.SearchStrategy[Expr]:
    """Conditions on the columns of a table."""
    refs = st.sampled_from([FieldRef(table, column) for column in _COLUMNS[table]])
    leaves: st.SearchStrategy[Expr] = st.builds(
        Cmp, st.sampled_from(("==", "!=")), refs, st.builds(Lit, st.sampled_from(CODES))
    )
    return leaves | st.builds(Not, leaves) | st.lists(leaves, min_size=2, max_size=2).map(lambda two: Or(tuple(two)))


@st.composite
def selectors(draw: st.DrawFn, *, here: bool = True, max_size: int = 2) -> Selector:
    """Selectors over units, bodies, ties and events.

    Args:
        draw: Given by Hypothesis.
        here: Whether they may start at the subject itself.
        max_size: Most steps.
    """
    tables = st.sampled_from(tuple(_COLUMNS))
    table = draw(tables)
    start = HERE if here and draw(st.booleans()) else Selector(table, draw(st.none() | table_conditions(table)))
    steps: list[Step] = draw(
        st.lists(
            st.one_of(
                st.builds(Up, st.sampled_from(("city", "county"))),
                st.builds(Down, st.none() | table_conditions("units")),
                st.just(Along("target", "bodies")),
                tables.flatmap(
                    lambda of: st.builds(
                        Back, st.just(of), st.sampled_from(_COLUMNS[of]), st.none() | table_conditions(of)
                    )
                ),
            ),
            max_size=max_size,
        )
    )
    return Selector(start.table, start.where, tuple(steps))


def measures() -> st.SearchStrategy[Measure]:
    """Measures of a selection, and ratios of two."""
    columns = st.sampled_from(("kind", "level"))
    plain: st.SearchStrategy[Measure] = st.one_of(
        st.builds(Count, selectors()),
        st.builds(Sum, selectors(), columns),
        st.builds(Distinct, selectors(), columns),
        st.builds(Own, columns),
    )
    return plain | st.builds(Ratio, plain, plain)


@st.composite
def payloads(draw: st.DrawFn, parameters: Sequence[Parameter] = ()) -> Payload:
    """Payloads of every kind that the given parameters have figures for."""
    columns = st.sampled_from(("kind", "level"))
    values = st.builds(Values, selectors(), columns)
    numbers, codes, sizes, turns = (_holding(kind, parameters) for kind in _FIGURES)
    several: list[st.SearchStrategy[Payload]] = [
        st.builds(AllEqual, values),
        st.builds(SameEnd, selectors(), selectors()),
        st.builds(Divided, whole=values, into=selectors(), members=values),
        st.builds(Related, values, st.sampled_from(Relation), st.lists(values, min_size=1, max_size=2).map(tuple)),
    ]
    if numbers:
        number = st.sampled_from(numbers)
        several += [
            st.builds(Within, of=measures(), exactly=number),
            st.builds(Within, of=measures(), at_least=number, at_most=st.none() | number),
            st.builds(Enumerated, values, number),
        ]
    if codes:
        several.append(st.builds(CompleteChain, st.sampled_from(codes)))
        several.append(st.builds(Related, values, st.sampled_from(Relation), st.sampled_from(codes)))
    if sizes:
        several.append(st.builds(Within, of=measures(), band=st.sampled_from(sizes)))
    if turns:
        several.append(st.builds(AtLeastOnce, selectors(), st.sampled_from(turns)))
    return draw(st.one_of(several))


@st.composite
def norms(
    draw: st.DrawFn, parameters: Sequence[Parameter] = (), *, codes: st.SearchStrategy[str] | None = None
) -> Norm:
    """Norms that rest on the given parameters.

    Args:
        draw: Given by Hypothesis.
        parameters: The figures they may name.
        codes: Their codes; by default ``XX100`` to ``XX109``.
    """
    start, end = draw(spans())
    return Norm(
        code=draw(st.integers(100, 109).map("XX{}".format) if codes is None else codes),
        scope=draw(selectors(here=False)),
        payload=draw(payloads(parameters)),
        modality=draw(st.sampled_from(Modality)),
        text=draw(texts()),
        basis=draw(bases()),
        item=draw(st.sampled_from(("", "C-1.01"))),
        start=start,
        end=end,
        waivable=draw(st.booleans()),
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
        title=draw(texts()),
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


@st.composite
def legs(
    draw: st.DrawFn,
    accounts: Sequence[str] = ("bureau", "street", "community"),
    *,
    resources: Sequence[str] = ("posts", "yuan_a_year"),
    max_amount: int = 9,
) -> Leg:
    """Legs between two different accounts.

    Args:
        draw: Given by Hypothesis.
        accounts: Two or more.
        resources: What may move.
        max_amount: Most that moves.
    """
    giver = draw(st.sampled_from(accounts))
    taker = draw(st.sampled_from([account for account in accounts if account != giver]))
    return Leg(
        giver=giver, taker=taker, resource=draw(st.sampled_from(resources)), amount=draw(st.integers(1, max_amount))
    )


@st.composite
def transfers(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Leg] | None = None,
    *,
    names: st.SearchStrategy[str] | None = None,
    max_size: int = 3,
) -> Transfer:
    """Transfers of one to ``max_size`` legs.

    Args:
        draw: Given by Hypothesis.
        elements: Their legs.
        names: Their identifiers; by default ``t0`` to ``t9``.
        max_size: Most legs.
    """
    return Transfer(
        id=draw(st.integers(0, 9).map("t{}".format) if names is None else names),
        legs=tuple(draw(st.lists(legs() if elements is None else elements, min_size=1, max_size=max_size))),
        basis=draw(bases()),
    )


@st.composite
def ledgers(
    draw: st.DrawFn,
    *,
    accounts: Sequence[str] = ("bureau", "street", "community"),
    resources: Sequence[str] = ("posts", "yuan_a_year"),
    max_size: int = 4,
) -> Ledger:
    """Ledgers with up to ``max_size`` transfers under way, done, given up or booked back.

    Args:
        draw: Given by Hypothesis.
        accounts: Who may hold something.
        resources: What may be held.
        max_size: Most transfers.
    """
    places = [(account, resource) for account in accounts for resource in resources]
    ledger = Ledger(balances=FrozenMap({place: draw(st.integers(0, 20)) for place in places}))
    acts = st.sampled_from(("reserve", "start", "reject", "reverse"))
    drawn = draw(st.lists(st.tuples(legs(accounts, resources=resources), acts, bases()), max_size=max_size))
    for number, (leg, act, basis) in enumerate(drawn):
        if ledger.available(leg.giver, leg.resource) < leg.amount:
            continue
        ledger = ledger.submit(Transfer(id=f"t{number}", legs=(leg,), basis=basis))
        if act == "reject":
            ledger = ledger.reject(f"t{number}")
        elif act != "reserve":
            ledger = ledger.start(f"t{number}")
            ledger = ledger.reverse(f"t{number}") if act == "reverse" else ledger
    return ledger


def rotas(*, max_groups: int = 6, max_months: int = 18) -> st.SearchStrategy[Rota]:
    """Rotas of one to ``max_groups`` groups."""
    groups = st.lists(ids("G"), min_size=1, max_size=max_groups, unique=True).map(tuple)
    return st.builds(Rota, groups=groups, start=days(), months=st.integers(1, max_months))


@st.composite
def duty_lists(
    draw: st.DrawFn, elements: st.SearchStrategy[str] | None = None, *, owners: st.SearchStrategy[str] | None = None
) -> DutyList:
    """Lists of duties.

    Args:
        draw: Given by Hypothesis.
        elements: Their identifiers.
        owners: The units they belong to.
    """
    start, end = draw(spans())
    return DutyList(
        id=draw(ids("L") if elements is None else elements),
        kind=draw(st.sampled_from(("responsibility_list", "power_list", "work_item_list", "negative_list"))),
        owner=draw(ids("U") if owners is None else owners),
        version=draw(st.sampled_from(("1", "2"))),
        start=start,
        end=end,
    )


def duty_items(
    elements: st.SearchStrategy[str] | None = None, *, lists: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[DutyItem]:
    """Items of duty lists."""
    return st.builds(
        DutyItem,
        id=ids("I") if elements is None else elements,
        list=ids("L") if lists is None else lists,
        category=st.sampled_from(CODES),
        function=st.none() | st.sampled_from(CODES),
        name=names(),
    )
