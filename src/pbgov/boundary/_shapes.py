"""The shapes that values take in JSON: each writes a kind of value, reads it back, and describes it as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

import attrs
from pydantic import TypeAdapter, ValidationError

from pbgov.base import FrozenMap, Json, both
from pbgov.boundary._problems import from_pydantic, list_of, pointer, problem, shown
from pbgov.boundary._reading import DEEPEST, LOST, Reading, Steps, listed, unreadable
from pbgov.errors import InvalidValueError

Schema: TypeAlias = dict[str, Json]


class Names:
    """The parts of a JSON Schema that have names."""

    def __init__(self) -> None:
        """Know none."""
        self.defs: dict[str, Json] = {}
        self._known: dict[object, str] = {}

    def ref(self, key: object, name: str, make: Callable[[], Schema]) -> Schema:
        """Refer to a part by its name; it is made when it is first asked for, and may hold itself."""
        if key not in self._known:
            while name in self.defs:
                name += "_"
            self._known[key] = name
            self.defs[name] = None
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{self._known[key]}"}


class Shape:
    """How one kind of value looks in JSON."""

    def signs(self) -> tuple[str, ...]:
        """Give what tells it from others where several may stand: kinds of JSON values, or tags of objects."""
        raise NotImplementedError

    def holds(self, value: object) -> bool:
        """Tell whether a value is of this kind."""
        raise NotImplementedError

    def write(self, value: Any, steps: Steps) -> Json:  # noqa: ANN401 - whatever it holds
        """Give a value as JSON.

        Raises:
            InvalidValueError: It is of another kind, or could not be read back.
        """
        raise NotImplementedError

    def need(self, value: object, steps: Steps) -> None:
        """Refuse a value of another kind, and one that lies too deep."""
        if not self.holds(value):
            raise self.misfit(value, steps)
        if len(steps) > DEEPEST:
            raise unreadable(problem("PBB13", pointer(*steps)))

    def misfit(self, value: object, steps: Steps) -> InvalidValueError:
        """Give the error that says that a value is of no kind that may stand there."""
        at, kind = pointer(*steps), type(value).__name__
        return InvalidValueError(both("exchange.misfit", at=at or "/", value=repr(value), kind=kind), at, value)

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Give the value that JSON stands for; ``LOST`` when a problem was found."""
        raise NotImplementedError

    def schema(self, names: Names) -> Schema:
        """Describe it."""
        raise NotImplementedError


@attrs.frozen(kw_only=True)
class Scalar(Shape):
    """A text, number, flag or day, as its pydantic type says."""

    adapter: TypeAdapter[Any]
    kind: type
    key: str
    dump: Callable[[Any], Json] = attrs.field(default=lambda value: value)

    def signs(self) -> tuple[str, ...]:
        """Its kind of JSON value."""
        return (self.key,)

    def holds(self, value: object) -> bool:
        """Tell whether it is of the plain type: ``True`` is no number."""
        return type(value) is self.kind

    def write(self, value: object, steps: Steps) -> Json:
        """Write it, if it can be read back."""
        self.need(value, steps)
        reading, made = Reading(), self.dump(value)
        if self.read(made, steps, reading) is LOST:
            raise unreadable(reading.found[0])
        return made

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read it."""
        try:
            return self.adapter.validate_python(given)
        except ValidationError as error:
            at = pointer(*steps)
            reading.found += [from_pydantic(detail, at, "", at) for detail in error.errors(include_url=False)]
            return LOST

    def schema(self, names: Names) -> Schema:  # noqa: ARG002 - a scalar needs no name
        """Describe it."""
        return cast("Schema", self.adapter.json_schema())


@attrs.frozen
class Choice(Shape):
    """One of a few values, each with its word."""

    options: Mapping[str, object]

    def signs(self) -> tuple[str, ...]:
        """A text."""
        return ("TEXT",)

    def holds(self, value: object) -> bool:
        """Tell whether it is one of them."""
        return any(type(value) is type(option) and value == option for option in self.options.values())

    def write(self, value: object, steps: Steps) -> Json:
        """Write its word."""
        self.need(value, steps)
        return next(word for word, option in self.options.items() if option == value)

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read the word."""
        if not isinstance(given, str):
            return reading.mistyped("TEXT", given, steps)
        if given not in self.options:
            return reading.wrong("PBB08", steps, value=shown(given), expected=listed(self.options))
        return self.options[given]

    def schema(self, names: Names) -> Schema:  # noqa: ARG002 - a choice needs no name
        """Describe it."""
        return {"enum": [*self.options], "type": "string"}


@attrs.frozen
class Nullable(Shape):
    """A value, or null."""

    inner: Shape

    def signs(self) -> tuple[str, ...]:
        """Those of the value."""
        return self.inner.signs()

    def holds(self, value: object) -> bool:
        """Tell whether it is nothing, or such a value."""
        return value is None or self.inner.holds(value)

    def write(self, value: object, steps: Steps) -> Json:
        """Write null for nothing."""
        self.need(value, steps)
        return None if value is None else self.inner.write(value, steps)

    def misfit(self, value: object, steps: Steps) -> InvalidValueError:
        """Say it as for the value itself."""
        return self.inner.misfit(value, steps)

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read null as nothing."""
        return None if given is None else self.inner.read(given, steps, reading)

    def schema(self, names: Names) -> Schema:
        """Describe it."""
        return {"anyOf": [self.inner.schema(names), {"type": "null"}]}


def _sequence(given: object) -> Sequence[object] | None:
    return cast("Sequence[object]", given) if isinstance(given, list | tuple) else None


@attrs.frozen
class Listed(Shape):
    """A list of values of one kind."""

    item: Shape

    def signs(self) -> tuple[str, ...]:
        """A list."""
        return ("LIST",)

    def holds(self, value: object) -> bool:
        """Tell whether it is a tuple."""
        return type(value) is tuple

    def write(self, value: tuple[object, ...], steps: Steps) -> Json:
        """Write each."""
        self.need(value, steps)
        made: list[Json] = []
        for number, item in enumerate(value):  # no comprehension: its frame would count towards the depth
            made.append(self.item.write(item, (*steps, number)))
        return made

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read each."""
        items = self.items(given, steps, reading)
        return LOST if items is None or LOST in items else items

    def items(self, given: object, steps: Steps, reading: Reading) -> tuple[object, ...] | None:
        """Read each; those that are wrong are ``LOST``."""
        items = _sequence(given)
        if items is None:
            reading.mistyped("LIST", given, steps)
            return None
        if not reading.enter(len(items), steps):
            return None
        made: list[object] = []
        for number, item in enumerate(items):  # as above
            made.append(self.item.read(item, (*steps, number), reading))
        return tuple(made)

    def schema(self, names: Names) -> Schema:
        """Describe it."""
        return {"items": self.item.schema(names), "type": "array"}


@attrs.frozen
class Fixed(Shape):
    """A list of so many values, each of its own kind."""

    parts: tuple[Shape, ...]

    def signs(self) -> tuple[str, ...]:
        """A list."""
        return ("LIST",)

    def holds(self, value: object) -> bool:
        """Tell whether it is a tuple of that length."""
        return type(value) is tuple and len(cast("tuple[object, ...]", value)) == len(self.parts)

    def write(self, value: tuple[object, ...], steps: Steps) -> Json:
        """Write each."""
        self.need(value, steps)
        pairs = enumerate(zip(self.parts, value, strict=True))
        return [part.write(item, (*steps, number)) for number, (part, item) in pairs]

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read each."""
        size = len(self.parts)
        items = _sequence(given)
        if items is None or len(items) != size:
            return reading.unexpected(list_of(size), given, steps)
        made = tuple(
            part.read(item, (*steps, number), reading)
            for number, (part, item) in enumerate(zip(self.parts, items, strict=True))
        )
        return LOST if LOST in made else made

    def schema(self, names: Names) -> Schema:
        """Describe it."""
        size = len(self.parts)
        items: list[Json] = [part.schema(names) for part in self.parts]
        return {"maxItems": size, "minItems": size, "prefixItems": items, "type": "array"}


@attrs.frozen
class Keyed(Shape):
    """An object of values of one kind by name."""

    key: Shape
    item: Shape

    def signs(self) -> tuple[str, ...]:
        """An object."""
        return ("OBJECT",)

    def holds(self, value: object) -> bool:
        """Tell whether it is such a mapping."""
        return isinstance(value, FrozenMap)

    def write(self, value: FrozenMap[Any, object], steps: Steps) -> Json:
        """Write each, in its order."""
        self.need(value, steps)
        return {
            str(self.key.write(name, (*steps, name))): self.item.write(item, (*steps, name))
            for name, item in value.items()
        }

    def read(self, given: object, steps: Steps, reading: Reading) -> object:
        """Read each."""
        if not isinstance(given, Mapping):
            return reading.mistyped("OBJECT", given, steps)
        items = cast("Mapping[str, object]", given)
        if not reading.enter(len(items), steps):
            return LOST
        made: dict[object, object] = {}
        for name, item in items.items():
            made[self.key.read(name, (*steps, name), reading)] = self.item.read(item, (*steps, name), reading)
        return LOST if LOST in made or LOST in made.values() else FrozenMap(made)

    def schema(self, names: Names) -> Schema:
        """Describe it."""
        return {"additionalProperties": self.item.schema(names), "type": "object"}
