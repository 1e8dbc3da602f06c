"""Objects with the attributes of a class, and the choice among several kinds of values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import attrs

from pbgov.base import Json, both, parted
from pbgov.boundary._problems import any_of, pointer, shown
from pbgov.boundary._reading import LOST, Reading, Steps, listed
from pbgov.boundary._shapes import Names, Schema, Shape
from pbgov.errors import InvalidValueError, PbgovError

IS: Final = "is"


@attrs.frozen
class Cell:
    """An attribute: its name, its shape, and what it is when it is left out."""

    name: str
    shape: Shape
    default: object = attrs.field(factory=lambda: attrs.NOTHING)


@attrs.define(eq=False)
class Object(Shape):
    """An object with the attributes of a class.

    Attributes:
        kind: The class.
        tag: How ``is`` names it where several kinds may stand.
        cells: Its attributes by the keys in JSON.
    """

    kind: type
    tag: str
    cells: dict[str, Cell] = attrs.Factory(dict[str, Cell])

    def signs(self) -> tuple[str, ...]:
        """Its tag."""
        return (self.tag,)

    def holds(self, value: object) -> bool:
        """Tell whether it is of the very class."""
        return type(value) is self.kind

    def write(self, value: object, steps: Steps) -> dict[str, Json]:
        """Write the attributes that differ from their defaults."""
        self.need(value, steps)
        made: dict[str, Json] = {}
        for key, cell in self.cells.items():
            held = self.part(value, cell.name)
            if type(held) is not type(cell.default) or held != cell.default:
                made[key] = cell.shape.write(held, (*steps, key))
        return made

    def part(self, value: object, name: str) -> object:
        """Give an attribute of a value."""
        return getattr(value, name)

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read the attributes, and make the value."""
        if not isinstance(given, Mapping):
            return reading.mistyped("OBJECT", given, steps)
        row = cast("Mapping[object, object]", given)
        if not reading.enter(1, steps):
            return LOST
        columns: dict[str, object] = {}
        sound = reading.knows(row, self.cells, steps)
        for key, cell in self.cells.items():
            if key in row:
                columns[cell.name] = cell.shape.read(row[key], (*steps, key), reading)
            else:
                needed = cell.default is attrs.NOTHING
                columns[cell.name] = reading.wrong("PBB03", (*steps, key), key=key) if needed else cell.default
        return self.made(columns, steps, reading) if sound and LOST not in columns.values() else LOST

    def made(self, columns: dict[str, Any], steps: Steps, reading: Reading) -> object:
        """Make the value of its attributes."""
        try:
            return self.kind(**{name.lstrip("_"): value for name, value in columns.items()})
        except (PbgovError, TypeError, ValueError) as error:  # a class of the caller's own may refuse in its own way
            return reading.wrong("PBB09", steps, detail=parted(str(error)))

    def about(self) -> type:
        """Give the class whose docstring says what it is."""
        return self.kind

    def schema(self, names: Names) -> Schema:
        """Describe it, without a tag."""
        return names.ref(self.kind, self.kind.__name__, lambda: self.described(names))

    def tagged(self, names: Names) -> Schema:
        """Describe it, with its tag."""
        return names.ref((self.kind, self.tag), self.kind.__name__, lambda: self.described(names, self.tag))

    def described(self, names: Names, tag: str = "") -> Schema:
        """Describe the attributes."""
        known: dict[str, Json] = {IS: {"const": tag}} if tag else {}
        known |= {key: self._described(cell, names) for key, cell in self.cells.items()}
        required: list[Json] = [key for key, cell in self.cells.items() if cell.default is attrs.NOTHING]
        about = (self.about().__doc__ or "").partition("\n")[0]
        made: Schema = {"additionalProperties": False, "description": about, "properties": known, "type": "object"}
        made["required"] = [IS, *required] if tag else required
        return made

    @staticmethod
    def _described(cell: Cell, names: Names) -> Schema:
        schema = cell.shape.schema(names)
        return schema if cell.default is attrs.NOTHING else schema | {"default": cell.shape.write(cell.default, ())}


class Boxed(Object):
    """A word or day where other texts may stand: an object that says what it is, and holds it as ``value``."""

    @classmethod
    def of(cls, kind: type, tag: str, inner: Shape) -> Boxed:
        """Box values of a kind."""
        return cls(kind, tag, {"value": Cell("value", inner)})

    def about(self) -> type:
        """Give this one, for it says why there is a box."""
        return type(self)

    def part(self, value: object, name: str) -> object:  # noqa: ARG002 - it has one part
        """Give the value itself."""
        return value

    def made(self, columns: dict[str, Any], steps: Steps, reading: Reading) -> object:  # noqa: ARG002 - as above
        """Give the value itself."""
        return columns["value"]


@attrs.frozen
class Wrapped(Shape):
    """A value that looks like the one thing that it holds: a literal."""

    kind: type
    name: str
    inner: Shape

    def signs(self) -> tuple[str, ...]:
        """Those of what it holds."""
        return self.inner.signs()

    def holds(self, value: object) -> bool:
        """Tell whether it is of the very class."""
        return type(value) is self.kind

    def write(self, value: object, steps: Steps) -> Json:
        """Write what it holds."""
        self.need(value, steps)
        return self.inner.write(getattr(value, self.name), steps)

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read what it holds."""
        made = self.inner.read(given, steps, reading)
        return made if made is LOST else self.kind(made)

    def schema(self, names: Names) -> Schema:
        """Describe what it holds."""
        return self.inner.schema(names)


@attrs.define(eq=False)
class OneOf(Shape):
    """One of several kinds of values; where more than one is an object, its key ``is`` names the kind.

    Attributes:
        name: What the choice is called in a schema; empty when it has no name.
        marks: Keys that tell objects apart instead of ``is``, each with the tag it stands for.
        unknown: Which problem an unknown tag is.
        members: The kinds, by what tells them apart.
    """

    name: str = ""
    marks: Mapping[str, str] = attrs.Factory(dict[str, str])
    unknown: str = "PBB08"
    members: dict[str, Shape] = attrs.Factory(dict[str, Shape])

    def add(self, member: Shape) -> None:
        """Add a kind.

        Raises:
            InvalidValueError: Nothing tells it from another.
        """
        for key in member.signs():
            if key in self.members:
                raise InvalidValueError(both("exchange.alike", name=self.name or "-", key=key), key)
            self.members[key] = member

    def signs(self) -> tuple[str, ...]:
        """Those of the members."""
        return tuple(self.members)

    def _of(self, value: object) -> Shape | None:
        return next((member for member in self.members.values() if member.holds(value)), None)

    def holds(self, value: object) -> bool:
        """Tell whether it is of one of the kinds."""
        return self._of(value) is not None

    def misfit(self, value: object, steps: Steps) -> InvalidValueError:
        """Say what is to be done for a kind of payload that is not known."""
        if self.unknown == "PBB08":
            return super().misfit(value, steps)
        at, kind = pointer(*steps), type(value).__name__
        return InvalidValueError(both("exchange.payload", at=at, kind=kind), at, type(value))

    def write(self, value: object, steps: Steps) -> Json:
        """Write it as its kind, which an object names."""
        member = self._of(value)
        if member is None:
            raise self.misfit(value, steps)
        made = member.write(value, steps)
        if isinstance(member, Object) and isinstance(made, dict) and not self.marks:
            return {IS: member.tag, **made}
        return made

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read it as the kind that it is of."""
        if not isinstance(given, Mapping):
            plain = self.members.get(_kind(given))
            if plain is None:
                return reading.unexpected(any_of(self._kinds()), given, steps)
            return plain.read(given, steps, reading)
        row = cast("Mapping[object, object]", given)
        member = self._named(row, steps, reading)
        if isinstance(member, Object) and not self.marks:
            row = {key: value for key, value in row.items() if key != IS}
        return LOST if member is None else member.read(row, steps, reading)

    def _kinds(self) -> list[str]:
        plain = [key for key in self.members if key in PLAIN]
        return plain if len(plain) == len(self.members) else [*plain, "basis" if self.marks else "OBJECT"]

    def _named(self, row: Mapping[object, object], steps: Steps, reading: Reading) -> Shape | None:
        if "OBJECT" in self.members:
            return self.members["OBJECT"]
        tags = [key for key in self.members if key not in PLAIN]
        if self.marks or not tags:
            marked = next((tag for mark, tag in self.marks.items() if mark in row), None)
            if marked is None:
                reading.unexpected(any_of(self._kinds()), row, steps)
                return None
            return self.members[marked]
        tag = row.get(IS)
        if IS not in row:
            reading.wrong("PBB03", (*steps, IS), key=IS)
        elif not isinstance(tag, str) or tag not in tags:
            reading.wrong(self.unknown, (*steps, IS), value=shown(tag), expected=listed(tags))
        else:
            return self.members[tag]
        return None

    def schema(self, names: Names) -> Schema:
        """Describe the kinds."""
        return names.ref(self, self.name, lambda: self._any(names)) if self.name else self._any(names)

    def _any(self, names: Names) -> Schema:
        members = list({id(member): member for member in self.members.values()}.values())
        tagged: list[Json] = [
            member.tagged(names) if isinstance(member, Object) and not self.marks else member.schema(names)
            for member in members
        ]
        return {"anyOf": tagged}


PLAIN: Final = frozenset({"TEXT", "NUMBER", "FLAG", "LIST", "OBJECT"})


def _kind(given: object) -> str:
    if isinstance(given, bool):
        return "FLAG"
    kinds: dict[str, tuple[type, ...]] = {"NUMBER": (int,), "TEXT": (str,), "LIST": (list, tuple)}
    return next((kind for kind, types in kinds.items() if isinstance(given, types)), "")
