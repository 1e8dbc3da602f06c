"""A pack: the parameters, rules and norms of one city, as one value that an overlay can change."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

import attrs

from pbgov.base import Basis, Period, Text, both, check_id, need_day, parted
from pbgov.errors import InvalidValueError, PbgovError, UnknownIdError
from pbgov.rules._expr import FieldRef
from pbgov.rules._fields import Field, FieldTerm
from pbgov.rules._kinds import kind_of
from pbgov.rules._norms import Norm
from pbgov.rules._overlay import Entry, Overlay, Touch, changed, in_order, key
from pbgov.rules._parameters import Parameter, ParameterText
from pbgov.rules._resolved import ResolvedPack
from pbgov.rules._rule import Rule

E = TypeVar("E", Rule, Norm)


class _Memo:
    """What a pack works out once; it is no part of the pack's value."""

    __slots__ = ("cuts", "days", "digest")

    def __init__(self) -> None:
        self.cuts: tuple[date, ...] | None = None
        self.days: dict[int, ResolvedPack] = {}
        self.digest = ""


@attrs.frozen(kw_only=True)
class RulePack:
    """Parameters, rules and norms under one identifier.

    Attributes:
        id: Identifier of the pack.
        title: What a person calls it.
        fields: The facts its rules may ask for.
        parameters: Its figures.
        rules: What may be decided.
        norms: What a place must look like.
        overlays: Identifiers of the packs it was made from, the oldest first, each with the ground it gave.
        touched: What each of them changed, in order.

    Raises:
        InvalidValueError: Two entries share an identifier on one day, or the parts of a condition do not fit together.
        UnknownIdError: A rule or norm names a parameter or a field that the pack does not have.
    """

    id: str = attrs.field(validator=check_id)
    title: Text
    fields: tuple[Field, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()
    norms: tuple[Norm, ...] = ()
    overlays: tuple[tuple[str, Basis], ...] = ()
    touched: tuple[Touch, ...] = ()
    _memo: _Memo = attrs.field(factory=_Memo, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse entries that clash, point at nothing, or join what does not fit together."""
        _refuse_clashes([*self.entries()], self.fields)
        figures = {parameter.id: parameter.kind for parameter in self.parameters}
        fields = {declared.name: declared for declared in self.fields}
        for norm in self.norms:
            for name in norm.parameters():
                if name not in figures:
                    raise UnknownIdError(both("parameter.unknown", name=name), name, norm.code)
        for rule in self.rules:
            try:
                _check(rule, fields, figures)
            except PbgovError as error:
                message = both("rule.wrong", rule=rule.id, detail=parted(str(error)))
                raise type(error)(message, *error.culprits, rule.id) from None

    def __reduce__(self) -> tuple[type[Any], tuple[dict[str, Any]]]:
        """Pickle the value alone: what was worked out is worked out again."""
        state = {one.name: getattr(self, one.name) for one in attrs.fields(RulePack) if one.init}
        return cast("type[Any]", unpickled), (state,)

    def entries(self) -> Iterator[Entry]:
        """Yield parameters, rules and norms."""
        yield from self.parameters
        yield from self.rules
        yield from self.norms

    def versions(self, name: str) -> tuple[Entry, ...]:
        """Give an entry in all its versions, in the order of their first days.

        Raises:
            UnknownIdError: The pack has no such entry.
        """
        found = [entry for entry in self.entries() if key(entry) == name]
        if not found:
            raise UnknownIdError(both("pack.unknown", ids=name), name)
        return tuple(sorted(found, key=lambda entry: _period(entry).start or date.min))

    def __getitem__(self, name: str) -> Entry:
        """Give an entry by its identifier: the latest version of it.

        Raises:
            UnknownIdError: The pack has no such entry.
        """
        return self.versions(name)[-1]

    def rule(self, name: str) -> Rule:
        """Give a rule by its identifier.

        Raises:
            UnknownIdError: The pack has no such rule.
        """
        return self._of(Rule, name)

    def norm(self, code: str) -> Norm:
        """Give a norm by its code.

        Raises:
            UnknownIdError: The pack has no such norm.
        """
        return self._of(Norm, code)

    def _of(self, kind: type[E], name: str) -> E:
        entry = self[name]
        if not isinstance(entry, kind):
            raise UnknownIdError(both("pack.unknown", ids=name), name)
        return entry

    def chain(self, name: str) -> tuple[Touch, ...]:
        """Give the changes that made an entry what it is, the oldest first; none when it stands as it was written.

        Raises:
            UnknownIdError: The pack has no such entry and never had.
        """
        found = tuple(touch for touch in self.touched if touch.target == name)
        if not found:
            self.versions(name)
        return found

    def field(self, name: str) -> FieldTerm:
        """Give a declared field as a term, to build further conditions from.

        Raises:
            UnknownIdError: The pack has no such field.
        """
        for declared in self.fields:
            if declared.name == name:
                return FieldTerm(declared)
        raise UnknownIdError(both("field.unknown", name=name), name)

    def text(self, parameter: str, on: date) -> ParameterText:
        """Give a parameter on a day as a sentence, in either language: value, unit, since when, where it was read.

        Raises:
            UnknownIdError: The pack has no such parameter.
        """
        for one in self.parameters:
            if one.id == parameter:
                return one.text(on)
        raise UnknownIdError(both("parameter.unknown", name=parameter), parameter)

    def extend(self, *overlays: Overlay) -> RulePack:
        """Give a new pack with overlays laid over this one; several at once are put in the order they name.

        Raises:
            InvalidValueError: An added identifier is there already, one is touched twice, two overlays touch one and
                neither comes first, a floor would fall or a cap rise, or an entrenched entry would change.
            UnknownIdError: What is to be replaced, suspended or set is not there.
        """
        for one in overlays:
            if not isinstance(one, Overlay):
                raise InvalidValueError(both("overlay.none", value=repr(one)), one)
        pack = self
        for overlay in in_order(overlays):
            entries = changed([*pack.entries()], overlay)
            pack = RulePack(
                id=overlay.id,
                title=overlay.title,
                fields=(*pack.fields, *overlay.fields),
                parameters=tuple(entry for entry in entries if isinstance(entry, Parameter)),
                rules=tuple(entry for entry in entries if isinstance(entry, Rule)),
                norms=tuple(entry for entry in entries if isinstance(entry, Norm)),
                overlays=(*pack.overlays, (overlay.id, overlay.basis)),
                touched=(*pack.touched, *overlay.touches()),
            )
        return pack

    def pick(self, *ids: str) -> tuple[Entry, ...]:
        """Give entries by their identifiers, with the parameters they name: what another pack may borrow.

        Raises:
            UnknownIdError: The pack has no such entry.
        """
        held = {key(entry) for entry in self.entries()}
        lost = [name for name in ids if name not in held]
        if lost:
            raise UnknownIdError(both("pack.unknown", ids=", ".join(lost)), *lost)
        named: dict[Entry, None] = {}
        for entry in (version for name in ids for version in self.versions(name)):
            wanted = () if isinstance(entry, Parameter) else entry.parameters()
            named |= dict.fromkeys(version for name in wanted for version in self.versions(name)) | {entry: None}
        return tuple(named)

    def at(self, on: date) -> ResolvedPack:
        """Give the pack as it stands on a day; all days between two changes share one value.

        Raises:
            InvalidValueError: ``on`` is no day.
        """
        if type(on) is not date:
            need_day("on", on)
        memo = self._memo
        if memo.cuts is None:
            memo.cuts = self.cuts()
        span = bisect_right(memo.cuts, on)
        day = memo.days.get(span)
        if day is None:
            first = memo.cuts[span - 1] if span else date.min
            day = memo.days[span] = ResolvedPack(pack=self, on=first)
        return day

    def cuts(self) -> tuple[date, ...]:
        """Give the days on which something in the pack changes, in order."""
        dated: tuple[Entry, ...] = (*self.rules, *self.norms)
        spans = [_period(entry) for entry in dated]
        spans += [span for parameter in self.parameters for span, _ in parameter.spans()]
        return tuple(sorted({day for span in spans for day in (span.start, span.end) if day is not None}))

    @property
    def digest(self) -> str:
        """A fingerprint of everything in the pack: the same in any process."""
        if not self._memo.digest:
            whole = repr([getattr(self, one.name) for one in attrs.fields(RulePack) if one.init])
            self._memo.digest = sha256(whole.encode()).hexdigest()[:16]
        return self._memo.digest


def need_pack(value: object) -> None:
    """Refuse what is no pack."""
    if not isinstance(value, RulePack):
        raise InvalidValueError(both("judge.pack", value=repr(value)), value)


def unpickled(state: dict[str, Any]) -> RulePack:
    """Make a pack of its pickled attributes."""
    return RulePack(**state)


def _period(entry: Entry) -> Period:
    return Period() if isinstance(entry, Parameter) else Period(entry.start, entry.end)


def _refuse_clashes(entries: list[Entry], fields: tuple[Field, ...]) -> None:
    versions: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        versions[key(entry)].append(entry)
    names = [declared.name for declared in fields]
    twice = {f"field {name}" for name, n in Counter(names).items() if n > 1}
    twice |= {name for name, held in versions.items() if len({type(one) for one in held}) > 1}
    twice |= {name for name, held in versions.items() if isinstance(held[0], Parameter) and len(held) > 1}
    for name, held in versions.items():
        spans = sorted((_period(one) for one in held), key=lambda span: span.start or date.min)
        if any(a.overlaps(b) for a, b in pairwise(spans)):
            twice.add(name)
    if twice:
        raise InvalidValueError(both("table.repeated", ids=", ".join(sorted(twice))), *sorted(twice))


def _check(rule: Rule, fields: dict[str, Field], figures: dict[str, Any]) -> None:
    """Refuse a condition that is none, an amount that is no number, and what adds to no number."""
    for condition in (rule.when, *rule.unless):
        kind = kind_of(condition, fields, figures)
        if kind not in {"bool", "any"}:
            raise InvalidValueError(both("expr.wanted", part=repr(condition), kind=kind, wanted="bool"), condition)
    if rule.obligation is not None:
        wanted = [rule.obligation.amount]
        wanted += [FieldRef("", rule.obligation.into)] if rule.obligation.into is not None else []
        for tree in wanted:
            kind = kind_of(tree, fields, figures)
            if kind not in {"int", "any"}:
                raise InvalidValueError(both("expr.wanted", part=repr(tree), kind=kind, wanted="int"), tree)


NO_RULES: Final = RulePack(id="nothing", title=Text(zh="无规则", en="no rules"))
"""A pack that says nothing: a place without a pack is judged by its structure alone."""
