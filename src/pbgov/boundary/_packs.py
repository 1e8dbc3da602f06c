"""Packs and overlays as JSON and back, without loss: the form in which they are exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeAlias, cast

import attrs

from pbgov.base import Json, Report, Text, in_order, parted
from pbgov.boundary._forms import Forms
from pbgov.boundary._json import read_json
from pbgov.boundary._objects import Object
from pbgov.boundary._problems import refusal
from pbgov.boundary._reading import DEEPEST, LOST, Reading, Steps
from pbgov.boundary._shapes import Choice, Listed, Names
from pbgov.errors import PbgovError
from pbgov.rules import Field, Norm, Overlay, Parameter, Payload, Rule, RulePack

Given: TypeAlias = Mapping[str, Any] | str | bytes
PACK: Final = "pbgov-pack/1"
OVERLAY: Final = "pbgov-overlay/1"
_Entry: TypeAlias = Parameter | Rule | Norm
_Look: TypeAlias = Callable[[Object, Mapping[str, object], Reading], None]
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@lru_cache(maxsize=8)
def _forms(payloads: tuple[type[Payload], ...]) -> Forms:
    return Forms(payloads)


def pack_to_document(pack: RulePack, *, payloads: Iterable[type[Payload]] = ()) -> dict[str, Json]:
    """Give a pack as JSON values, keys in a fixed order; reading them gives an equal pack with the same digest.

    Args:
        pack: The pack.
        payloads: Kinds of payloads of your own.

    Raises:
        InvalidValueError: It holds a value that JSON cannot say, or a payload of a kind that is not known.

    Examples:
        >>> from pbgov.packs import NATIONAL
        >>> document = pack_to_document(NATIONAL)
        >>> document["schema"], document["id"], parse_pack(document) == NATIONAL
        ('pbgov-pack/1', 'national', True)
    """
    return {"schema": PACK} | _forms(tuple(payloads)).record(RulePack).write(pack, ())


def overlay_to_document(overlay: Overlay, *, payloads: Iterable[type[Payload]] = ()) -> dict[str, Json]:
    """Give an overlay as JSON values, keys in a fixed order; reading them gives an equal overlay.

    Args:
        overlay: The overlay.
        payloads: Kinds of payloads of your own.

    Raises:
        InvalidValueError: It holds a value that JSON cannot say, or a payload of a kind that is not known.
    """
    return {"schema": OVERLAY} | _forms(tuple(payloads)).record(Overlay).write(overlay, ())


def parse_pack(given: Given, *, payloads: Iterable[type[Payload]] = ()) -> RulePack:
    """Read a pack from a document, a mapping or JSON text.

    Args:
        given: The document.
        payloads: Kinds of payloads of your own.

    Raises:
        InvalidDocumentError: It holds no sound pack; ``.report`` lists every problem, each with its JSON pointer.
        InvalidValueError: A payload of your own is none, or has an attribute that JSON cannot say.
    """
    shape = _forms(tuple(payloads)).record(RulePack)
    return cast("RulePack", _read(given, shape, PACK, _apart))


def parse_overlay(given: Given, *, payloads: Iterable[type[Payload]] = ()) -> Overlay:
    """Read an overlay from a document, a mapping or JSON text.

    Whether it can be laid over a pack is seen when it is: ``pack.extend(overlay)``.

    Args:
        given: The document.
        payloads: Kinds of payloads of your own.

    Raises:
        InvalidDocumentError: It holds no sound overlay; ``.report`` lists every problem, each with its JSON pointer.
        InvalidValueError: A payload of your own is none, or has an attribute that JSON cannot say.
    """
    shape = _forms(tuple(payloads)).record(Overlay)
    return cast("Overlay", _read(given, shape, OVERLAY))


def pack_schema(*, payloads: Iterable[type[Payload]] = ()) -> dict[str, Json]:
    """Give the schema of a pack in JSON as JSON Schema (draft 2020-12), for other languages."""
    return _schema(_forms(tuple(payloads)).record(RulePack), PACK)


def overlay_schema(*, payloads: Iterable[type[Payload]] = ()) -> dict[str, Json]:
    """Give the schema of an overlay in JSON as JSON Schema (draft 2020-12), for other languages."""
    return _schema(_forms(tuple(payloads)).record(Overlay), OVERLAY)


def _schema(shape: Object, mark: str) -> dict[str, Json]:
    names = Names()
    schema = shape.described(names)
    known: dict[str, Json] = {"schema": {"const": mark, "default": mark}}
    known |= cast("dict[str, Json]", schema["properties"])
    whole: dict[str, Json] = {"$schema": _DIALECT, "title": mark, **schema}
    whole["properties"], whole["$defs"] = known, names.defs
    return whole


def _read(given: object, shape: Object, mark: str, look: _Look | None = None) -> object:
    """Read a document; ``look`` says more closely why its parts do not stand together."""
    reading = Reading()
    document = _opened(given, mark, reading)
    made = LOST if document is LOST else shape.read(document, (), reading)
    if reading.found and look is not None and isinstance(document, Mapping):
        look(shape, cast("Mapping[str, object]", document), reading)
    if reading.found:
        raise refusal(Report(findings=in_order(reading.found), complete=False))
    return made


def _opened(given: object, mark: str, reading: Reading) -> object:
    """Give what JSON text holds, without the key that says which schema it follows."""
    if isinstance(given, str | bytes):
        parsed = read_json(given, DEEPEST)
        if parsed.problem is not None:
            reading.found.append(parsed.problem)
            return LOST
        for repeat in parsed.repeats:
            reading.wrong("PBB11", repeat.steps, keys=", ".join(repeat.keys))
        given = parsed.document
    if not isinstance(given, Mapping):
        return given
    document = dict(cast("Mapping[object, object]", given))
    if "schema" in document:
        Choice({mark: mark}).read(document.pop("schema"), ("schema",), reading)
    return document


def _apart(shape: Object, document: Mapping[str, object], reading: Reading) -> None:
    """Point at each entry that cannot stand: the pack as a whole tells of the first."""
    tables = {name: _items(shape, document, name) for name in ("fields", "parameters", "rules", "norms")}
    known = [*tables["fields"].values(), *tables["parameters"].values()]
    if reading.left < 0 or LOST in known:  # what names a part that could not be read is no second fault
        return
    before = len(reading.found)
    fields = {one.name: one for one in known if isinstance(one, Field)}
    declared = [(one.name, steps) for steps, one in tables["fields"].items() if isinstance(one, Field)]
    seen: set[str] = set()
    for name, steps in declared:
        if name in seen:
            reading.wrong("PBB14", steps, id=name)
        seen.add(name)
    pieces = _Pieces(fields, {one.id: one for one in known if isinstance(one, Parameter)})
    versions: defaultdict[str, dict[Steps, _Entry]] = defaultdict(dict)
    for steps, entry in (pair for table in tables.values() for pair in table.items()):
        if isinstance(entry, Parameter | Rule | Norm) and pieces.stand([entry], steps, reading):
            versions[entry.code if isinstance(entry, Norm) else entry.id][steps] = entry
    for held in versions.values():
        pieces.stand([*held.values()], [*held][-1], reading)
    if len(reading.found) > before:
        reading.found = [one for one in reading.found if one.at or one.code != "PBB09"]


def _items(shape: Object, document: Mapping[str, object], name: str) -> dict[Steps, object]:
    """Read a table once more, entry by entry."""
    table = cast("Listed", shape.cells[name].shape)
    items = table.items(document.get(name, ()), (name,), Reading())
    return {(name,): LOST} if items is None else {(name, number): item for number, item in enumerate(items)}


@attrs.frozen
class _Pieces:
    """What entries may name."""

    fields: Mapping[str, Field]
    parameters: Mapping[str, Parameter]

    def stand(self, entries: Sequence[_Entry], steps: Steps, reading: Reading) -> bool:
        """Tell whether entries stand by themselves, with what they name; why not is a problem at ``steps``."""
        held = [entry for entry in entries if isinstance(entry, Parameter)]
        rules = tuple(entry for entry in entries if isinstance(entry, Rule))
        norms = tuple(entry for entry in entries if isinstance(entry, Norm))
        asked = dict.fromkeys(name for rule in rules for name in _fields_of(rule))
        figured: tuple[Rule | Norm, ...] = (*rules, *norms)
        named = dict.fromkeys(name for entry in figured for name in entry.parameters())
        try:
            RulePack(
                id="pieces",
                title=Text(zh="", en=""),
                fields=tuple(self.fields[name] for name in asked if name in self.fields),
                parameters=(*held, *(self.parameters[name] for name in named if name in self.parameters)),
                rules=rules,
                norms=norms,
            )
        except PbgovError as error:
            reading.wrong("PBB09", steps, detail=parted(str(error)))
            return False
        return True


def _fields_of(rule: Rule) -> tuple[str, ...]:
    into = rule.obligation.into if rule.obligation else None
    return rule.fields if into is None else (*rule.fields, into)
