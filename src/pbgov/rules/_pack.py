"""A pack: the parameters, rules and norms of one city, as one value that an overlay can change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Literal, TypeAlias

import attrs

from pbgov.base import Basis, Text, both, check_id
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._decide import Decision, Facts, Rule, decide
from pbgov.rules._expr import Field, FieldRef, FieldTerm, Value, parts
from pbgov.rules._norms import Norm
from pbgov.rules._parameters import Dated, Figure, Parameter

Entry: TypeAlias = Parameter | Rule | Norm
Act: TypeAlias = Literal["add", "replace", "suspend"]


@attrs.frozen(kw_only=True)
class Overlay:
    """Changes to a pack, each naming its target.

    Attributes:
        id: Identifier of the pack that results.
        title: Its title.
        basis: On what ground the pack is changed.
        add: Entries with new identifiers.
        replace: Entries that take the place of those with the same identifier.
        suspend: Identifiers of entries that no longer apply.
        fields: Further fields that rules may ask for.
    """

    id: str = attrs.field(validator=check_id)
    title: Text
    basis: Basis
    add: tuple[Entry, ...] = ()
    replace: tuple[Entry, ...] = ()
    suspend: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


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

    Raises:
        InvalidValueError: Two entries share an identifier.
        UnknownIdError: A rule or norm names a parameter or a field that the pack does not have.
    """

    id: str = attrs.field(validator=check_id)
    title: Text
    fields: tuple[Field, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()
    norms: tuple[Norm, ...] = ()
    overlays: tuple[tuple[str, Basis], ...] = ()
    _memo: dict[date, ResolvedPack] = attrs.field(
        factory=dict["date", "ResolvedPack"], init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Refuse entries that clash or point at nothing."""
        entries = [key(entry) for entry in self.entries()] + [f"field {f.name}" for f in self.fields]
        twice = sorted({name for name in entries if entries.count(name) > 1})
        if twice:
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
        known = {parameter.id for parameter in self.parameters}
        fields = {declared.name for declared in self.fields}
        named: list[tuple[str, str]] = [(name, rule.id) for rule in self.rules for name in rule.parameters()]
        named += [(name, norm.code) for norm in self.norms for name in norm.parameters()]
        for name, owner in named:
            if name not in known:
                raise UnknownIdError(both("parameter.unknown", name=name), name, owner)
        for rule in self.rules:
            for ref in (part for tree in rule.trees() for part in parts(tree) if isinstance(part, FieldRef)):
                if ref.name not in fields:
                    raise UnknownIdError(both("field.unknown", name=ref.name), ref.name, rule.id)

    def entries(self) -> Iterator[Entry]:
        """Yield parameters, rules and norms."""
        yield from self.parameters
        yield from self.rules
        yield from self.norms

    def __getitem__(self, name: str) -> Entry:
        """Give an entry by its identifier.

        Raises:
            UnknownIdError: The pack has no such entry.
        """
        for entry in self.entries():
            if key(entry) == name:
                return entry
        raise UnknownIdError(both("pack.unknown", ids=name), name)

    def field(self, name: str) -> FieldTerm:
        """Give a declared field as a term, to build further conditions from.

        Raises:
            UnknownIdError: The pack has no such field.
        """
        for declared in self.fields:
            if declared.name == name:
                return FieldTerm(declared)
        raise UnknownIdError(both("field.unknown", name=name), name)

    def extend(self, overlay: Overlay) -> RulePack:
        """Give a new pack with an overlay laid over this one.

        Raises:
            InvalidValueError: An added identifier is there already, or one is replaced or suspended twice.
            UnknownIdError: A replaced or suspended identifier is not.
        """
        held = {key(entry): entry for entry in self.entries()}
        gone = [*overlay.suspend, *(key(entry) for entry in overlay.replace)]
        lost = [name for name in gone if name not in held]
        if lost:
            raise UnknownIdError(both("overlay.unknown", ids=", ".join(lost)), *lost)
        twice = sorted({name for name in gone if gone.count(name) > 1})
        if twice:
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
        changed = {key(entry): entry for entry in overlay.replace}
        kept = [changed.get(name, entry) for name, entry in held.items() if name not in overlay.suspend]
        entries = [*kept, *overlay.add]
        return RulePack(
            id=overlay.id,
            title=overlay.title,
            fields=(*self.fields, *overlay.fields),
            parameters=tuple(entry for entry in entries if isinstance(entry, Parameter)),
            rules=tuple(entry for entry in entries if isinstance(entry, Rule)),
            norms=tuple(entry for entry in entries if isinstance(entry, Norm)),
            overlays=(*self.overlays, (overlay.id, overlay.basis)),
        )

    def pick(self, *ids: str) -> tuple[Entry, ...]:
        """Give entries by their identifiers, with the parameters they name: what another pack may borrow.

        Raises:
            UnknownIdError: The pack has no such entry.
        """
        held = {key(entry): entry for entry in self.entries()}
        lost = [name for name in ids if name not in held]
        if lost:
            raise UnknownIdError(both("pack.unknown", ids=", ".join(lost)), *lost)
        named: dict[str, Entry] = {}
        for entry in (held[name] for name in ids):
            wanted = () if isinstance(entry, Parameter) else entry.parameters()
            named |= {name: held[name] for name in wanted} | {key(entry): entry}
        return tuple(named.values())

    def at(self, on: date) -> ResolvedPack:
        """Give the pack as it stands on a day."""
        if on not in self._memo:
            self._memo[on] = ResolvedPack(pack=self, on=on)
        return self._memo[on]

    @property
    def digest(self) -> str:
        """A fingerprint of everything in the pack: the same in any process."""
        whole = repr((self.id, self.title, self.fields, self.parameters, self.rules, self.norms, self.overlays))
        return sha256(whole.encode()).hexdigest()[:16]


@attrs.frozen(kw_only=True)
class ResolvedPack:
    """A pack on one day: only what is in force, every parameter with its value."""

    pack: RulePack
    on: date

    def dated(self, name: str) -> Dated | None:
        """Give the value of a parameter with its basis; ``None`` when none is in force yet."""
        return self._parameter(name).at(self.on)

    def figure(self, name: str) -> Figure | None:
        """Give the value of a parameter; ``None`` when none is in force or it is still wanted."""
        dated = self.dated(name)
        return dated.value if dated else None

    def unit(self, name: str) -> Text:
        """Give the unit of a parameter."""
        return self._parameter(name).unit

    @property
    def norms(self) -> tuple[Norm, ...]:
        """The norms in force."""
        return tuple(norm for norm in self.pack.norms if norm.in_force(self.on))

    def decide(self, facts: Facts) -> Decision:
        """Decide a request by the rules in force.

        Raises:
            UnknownIdError: A fact is named that the pack has no field for.
            InvalidValueError: A fact is not of the kind of its field.
        """
        unknown = sorted(set(facts) - {declared.name for declared in self.pack.fields})
        if unknown:
            raise UnknownIdError(both("field.unknown", name=", ".join(unknown)), *unknown)
        for declared in self.pack.fields:
            value = facts.get(declared.name)
            if value is not None and not declared.takes(value):
                message = both("fact.kind", name=declared.name, kind=declared.kind, value=repr(value))
                raise InvalidValueError(message, declared.name, value)
        rules = tuple(rule for rule in self.pack.rules if rule.in_force(self.on))
        return decide(rules, facts, self._value, {declared.name: declared.label for declared in self.pack.fields})

    def _parameter(self, name: str) -> Parameter:
        for parameter in self.pack.parameters:
            if parameter.id == name:
                return parameter
        raise UnknownIdError(both("parameter.unknown", name=name), name)

    def _value(self, name: str) -> Value | None:
        figure = self.figure(name)
        return figure if isinstance(figure, int | str | tuple) else None


def key(entry: Entry) -> str:
    """Give the identifier of an entry."""
    return entry.code if isinstance(entry, Norm) else entry.id
