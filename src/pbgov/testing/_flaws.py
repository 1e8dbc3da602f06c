"""Packs without a flaw, and packs with exactly one: what an analysis must leave alone, and what it must find.

A sound pack has bans on some duties, permits for what is listed or approved, and requirements of which one owes a
resource; figures and constants are drawn. ``flawed_packs`` plants one flaw of a drawn kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs
from hypothesis import strategies as st

from pbgov.base import Assumption, Modality, Source, Text
from pbgov.rules import (
    HERE,
    Bound,
    Count,
    Dated,
    Effect,
    FieldTerm,
    Flaw,
    Lit,
    Move,
    Norm,
    Parameter,
    Rule,
    RulePack,
    Within,
    each,
    field,
    lift,
    param,
    parts,
)
from pbgov.rules import Columns as TableColumns
from pbgov.synth import Planted
from pbgov.testing._rules import fields

Mutation: TypeAlias = Callable[[st.DrawFn, RulePack], tuple[RulePack, str]]

_WORDS: Final = Text(zh="规则", en="rule")
_GROUND: Final = Assumption(Text(zh="示例", en="example"))
_DUTIES: Final = ("attraction", "tax", "visits", "library", "safety")
_LEVELS: Final = ("township", "community")
_MOST: Final = 20


def _term(name: str, **declared: Any) -> FieldTerm:  # noqa: ANN401 - the attributes of a field
    return field(name, declared.pop("kind", "bool"), Text(zh=f"字段{name}", en=f"field {name}"), **declared)


_duty = _term("duty", kind="code")
_level = _term("level", kind="code", options=_LEVELS)
_listed, _approved, _urgent = (_term(name, actionable=True) for name in ("listed", "approved", "urgent"))
_needed = _term("needed", kind="int", low=0, high=_MOST)
_moved = _term("moved", kind="int", low=0, high=2 * _MOST, actionable=True)
_size = _term("size", kind="int", low=0, high=_MOST)
_FIELDS: Final = tuple(term.field for term in (_duty, _level, _listed, _approved, _urgent, _needed, _moved, _size))


def _rule(name: str, effect: Effect, when: Any, *unless: Any, **more: Any) -> Rule:  # noqa: ANN401 - terms
    return Rule(id=name, effect=effect, when=when, unless=unless, text=_WORDS, basis=_GROUND, **more)


@st.composite
def sound_packs(draw: st.DrawFn) -> RulePack:
    """Packs in which nothing is wrong: no rule is idle, every figure is in force, every word said in both languages.

    Args:
        draw: Given by Hypothesis.
    """
    banned = draw(st.lists(st.sampled_from(_DUTIES), min_size=1, max_size=3, unique=True))
    large, least = draw(st.integers(2, _MOST - 1)), draw(st.integers(2, 4))
    levels = draw(st.permutations(_LEVELS))
    ban = (_level == levels[0]) & _duty.is_in(tuple(banned))
    bans = [_rule("ban", Effect.FORBID, ban, *([_urgent] if draw(st.booleans()) else []))]
    if draw(st.booleans()):
        bans.append(_rule("too_large", Effect.FORBID, _size > large))
    permits = [_rule("listed", Effect.PERMIT, _listed), _rule("approved", Effect.PERMIT, _approved & ~_listed)]
    if draw(st.booleans()):
        permits.append(_rule("urgent", Effect.PERMIT, _urgent & (_duty == draw(st.sampled_from(_DUTIES)))))
    owed = _rule(
        "follows", Effect.REQUIRE, _listed | (_moved >= _needed), obligation=Move("staff", _needed - _moved, _moved)
    )
    counted = _rule("counted", Effect.REQUIRE, (_size >= param("least")) | _urgent)
    values = [Dated(value=least, basis=_GROUND)]
    values += [Dated(value=least + 1, basis=_GROUND, start=date(2020, 1, 1))] if draw(st.booleans()) else []
    bound = draw(st.sampled_from((None, Bound.FLOOR)))
    figure = Parameter(id="least", unit=_WORDS, label=Text(zh="下限", en="floor"), values=tuple(values), bound=bound)
    scope = each(TableColumns("units", ("level",)).level == "community")
    norm = Norm(
        code="XX001", scope=scope, payload=Within(of=Count(HERE), at_least="least"), modality=Modality.MUST,
        text=_WORDS, basis=_GROUND,
    )  # fmt: skip
    rules = tuple(draw(st.permutations([*bans, *permits, owed, counted])))
    return RulePack(id="sound", title=_WORDS, fields=_FIELDS, parameters=(figure,), rules=rules, norms=(norm,))


def _with(pack: RulePack, *rules: Rule) -> RulePack:
    return attrs.evolve(pack, rules=(*pack.rules, *rules))


def _but(pack: RulePack, name: str, **changes: Any) -> RulePack:  # noqa: ANN401 - the attributes of a rule
    changed = tuple(attrs.evolve(rule, **changes) if rule.id == name else rule for rule in pack.rules)
    return attrs.evolve(pack, rules=changed)


def _never(draw: st.DrawFn) -> Any:  # noqa: ANN401 - a condition
    cut = draw(st.integers(1, _MOST))
    return draw(
        st.sampled_from(
            (
                (_size >= cut) & (_size < cut),
                (_duty == "tax") & (_duty == "visits"),
                _urgent & ~_urgent,
                _size > _MOST,  # beyond the range of the field
                (_needed > _moved) & (_moved >= _needed),
                (_needed - _moved >= cut) & (_needed == 0),
            )
        )
    )


def _dead(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    effect = draw(st.sampled_from((Effect.FORBID, Effect.PERMIT)))
    return _with(pack, _rule("planted", effect, _never(draw) & _approved)), "planted"


def _always_lifted(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    lifted = draw(st.sampled_from((_urgent, _urgent | _approved, _size >= 0)))
    return _with(pack, _rule("planted", Effect.FORBID, _urgent & (_size == _MOST), lifted)), "planted"


def _idle_exception(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    ban = _rule("planted", Effect.FORBID, _urgent & (_size == 0), _never(draw) & _approved)
    return _with(pack, ban), "planted"


def _redundant(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    narrow = draw(st.sampled_from((_urgent, _needed > 1, _size == 1)))
    wider = draw(st.booleans())
    if wider:  # covered by two together, and by neither alone
        cut = draw(st.integers(1, _MOST))
        halves = (_needed < cut, _needed >= cut)
        two = [_rule(f"half_{i}", Effect.FORBID, _approved & _urgent & half) for i, half in enumerate(halves)]
        return _with(pack, *two, _rule("planted", Effect.FORBID, _approved & _urgent & (_size == 1))), "planted"
    return _with(pack, _rule("planted", Effect.PERMIT, _listed & narrow)), "planted"


def _shadowed(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    ban = next(rule for rule in pack.rules if rule.id == "ban")
    narrow = draw(st.sampled_from((_approved & _listed, _needed > 1))) & ~_urgent
    permit = _rule("planted", Effect.PERMIT, lift(ban.when) & narrow)
    # What is listed or approved is permitted already; as the only permit of its kind it would be idle all the same.
    return _with(_but(pack, "listed", when=_listed & ~lift(ban.when)), permit), "planted"


def _contrary(_draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    twin = _urgent & (_size == 1) & ~_listed & ~_approved
    return _with(
        pack, _rule("twin", Effect.FORBID, twin), _rule("planted", Effect.PERMIT, twin & (_size >= 1))
    ), "planted"


def _gap(_draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    ban = next(rule for rule in pack.rules if rule.id == "ban")
    barred = next(level for level in _LEVELS if Lit(level) in parts(ban.when))
    open_ = next(level for level in _LEVELS if level != barred)
    only = [
        attrs.evolve(rule, when=lift(rule.when) & (_level == open_)) if rule.effect is Effect.PERMIT else rule
        for rule in pack.rules
    ]
    return attrs.evolve(pack, rules=tuple(only)), "level"


def _unmeetable(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    return _with(pack, _rule("planted", Effect.REQUIRE, _never(draw))), "planted"


def _hollow(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    short = _needed - _moved - draw(st.integers(1, 3))
    return _but(pack, "follows", obligation=Move("staff", short, _moved)), "follows"


def _absolute(_draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    ban = _rule("planted", Effect.FORBID, _urgent & (_size == 1) & ~_listed, modality=Modality.IN_PRINCIPLE)
    return _with(pack, ban), "planted"


def _date_gap(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    (figure,) = pack.parameters
    first = attrs.evolve(figure.values[0], start=draw(st.dates(date(2000, 1, 1), date(2019, 1, 1))))
    return attrs.evolve(pack, parameters=(attrs.evolve(figure, values=(first, *figure.values[1:])),)), "least"


def _lowered(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    (figure,) = pack.parameters
    value = figure.values[-1].value
    bound, by = draw(st.sampled_from(((Bound.FLOOR, -1), (Bound.CAP, 1))))
    last = Dated(value=(value if isinstance(value, int) else 0) + by, basis=_GROUND, start=date(2030, 1, 1))
    kept = figure.values if bound is Bound.FLOOR else figure.values[-1:]
    changed = attrs.evolve(figure, bound=bound, values=(attrs.evolve(kept[0], start=None), *kept[1:], last))
    return attrs.evolve(pack, parameters=(changed,)), "least"


def _unused_field(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    idle = attrs.evolve(draw(fields()), name="planted")
    return attrs.evolve(pack, fields=(*pack.fields, idle)), "planted"


def _unused_parameter(_draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    idle = Parameter(id="planted", unit=_WORDS, values=(Dated(value=1, basis=_GROUND),))
    return attrs.evolve(pack, parameters=(*pack.parameters, idle)), "planted"


def _unknown_column(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    table, column = draw(st.sampled_from((("units", "colour"), ("towers", "level"))))
    scope = each(getattr(TableColumns(table, (column,)), column) == "community")
    return attrs.evolve(pack, norms=(attrs.evolve(pack.norms[0], scope=scope),)), "XX001"


def _untranslated(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    half = draw(st.sampled_from((Text(zh="规则", en=""), Text(zh=" ", en="rule"))))
    if draw(st.booleans()):
        return attrs.evolve(pack, norms=(attrs.evolve(pack.norms[0], text=half),)), "XX001"
    return _but(pack, "listed", text=half), "listed"


def _groundless(draw: st.DrawFn, pack: RulePack) -> tuple[RulePack, str]:
    empty = draw(st.sampled_from((Source(document="", quote="原文"), Source(document="文件", quote=" "))))
    return _but(pack, "listed", basis=empty), "listed"


MUTATIONS: Final[Mapping[Flaw, Mutation]] = MappingProxyType(
    {
        Flaw.DEAD: _dead,
        Flaw.ALWAYS_LIFTED: _always_lifted,
        Flaw.IDLE_EXCEPTION: _idle_exception,
        Flaw.REDUNDANT: _redundant,
        Flaw.SHADOWED: _shadowed,
        Flaw.CONFLICT: _contrary,
        Flaw.GAP: _gap,
        Flaw.UNMEETABLE: _unmeetable,
        Flaw.HOLLOW_OBLIGATION: _hollow,
        Flaw.ABSOLUTE_PRINCIPLE: _absolute,
        Flaw.DATE_GAP: _date_gap,
        Flaw.LOWERED_FLOOR: _lowered,
        Flaw.UNUSED_FIELD: _unused_field,
        Flaw.UNUSED_PARAMETER: _unused_parameter,
        Flaw.UNKNOWN_COLUMN: _unknown_column,
        Flaw.MISSING_TRANSLATION: _untranslated,
        Flaw.MISSING_BASIS: _groundless,
    }
)


@st.composite
def flawed_packs(draw: st.DrawFn, flaws: st.SearchStrategy[Flaw] | None = None) -> tuple[RulePack, Planted]:
    """Packs with exactly one flaw, and its code and subject.

    A column that no table has is seen only where the tables are told: ``analyse(pack, tables=COLUMNS)``.

    Args:
        draw: Given by Hypothesis.
        flaws: Which flaws; by default every one that a pack can have.
    """
    flaw = draw(st.sampled_from(tuple(MUTATIONS)) if flaws is None else flaws)
    pack, subject = MUTATIONS[flaw](draw, draw(sound_packs()))
    return pack, Planted(flaw.value, subject, flaw.name.lower())
