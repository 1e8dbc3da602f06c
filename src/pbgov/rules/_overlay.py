"""Overlays: how a city's pack is laid over the base it stands on, each change naming its target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Literal, TypeAlias

import attrs

from pbgov.base import Argument, Basis, Period, Text, both, check_id
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._fields import Field
from pbgov.rules._instruments import Instrument
from pbgov.rules._norms import Norm
from pbgov.rules._parameters import Bound, Dated, Parameter
from pbgov.rules._rule import Rule

Entry: TypeAlias = Parameter | Rule | Norm
Act: TypeAlias = Literal["add", "replace", "suspend", "set"]


def key(entry: Entry) -> str:
    """Give the identifier of an entry."""
    return entry.code if isinstance(entry, Norm) else entry.id


@attrs.frozen(kw_only=True)
class Suspension:
    """An entry does not apply for a span of days.

    Attributes:
        target: Its identifier.
        start: First day without it; ``None`` for ever so far back.
        end: First day with it again; ``None`` for good.

    Raises:
        InvalidValueError: The span holds no day.
    """

    target: str = attrs.field(validator=check_id)
    start: date | None = None
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a span that holds no day."""
        Period(self.start, self.end)


@attrs.frozen
class Setting:
    """A parameter gets a value from a day on."""

    target: str = attrs.field(validator=check_id)
    dated: Dated


@attrs.frozen(kw_only=True)
class Touch:
    """An overlay changed an entry: one link of the chain of grounds on which the entry stands."""

    target: str
    act: Act
    overlay: str
    basis: Basis


def _suspensions(given: Iterable[Suspension | str]) -> tuple[Suspension, ...]:
    return tuple(Suspension(target=one) if isinstance(one, str) else one for one in given)


@attrs.frozen(kw_only=True)
class Overlay:
    """Changes to a pack, each naming its target.

    Attributes:
        id: Identifier of the pack that results.
        title: Its title.
        basis: On what ground the pack is changed.
        add: Entries with new identifiers; one that the pack has already, just so, changes nothing.
        replace: Entries that take the place of those with the same identifier, from their own first day on.
        suspend: Identifiers of entries that no longer apply, or suspensions for a span of days.
        set: Values of parameters from a day on; those of later days stay.
        fields: Further fields that rules may ask for.
        after: The overlays that come before this one, where several are laid over a pack at once.
        instrument: The instrument that orders the changes; an entrenched entry yields only to a higher one.
    """

    id: str = attrs.field(validator=check_id)
    title: Text
    basis: Basis
    add: tuple[Entry, ...] = ()
    replace: tuple[Entry, ...] = ()
    suspend: tuple[Suspension, ...] = attrs.field(default=(), converter=_suspensions)
    set: tuple[Setting, ...] = ()
    fields: tuple[Field, ...] = ()
    after: tuple[str, ...] = ()
    instrument: Instrument | None = None

    def touches(self) -> Iterator[Touch]:
        """Yield what the overlay changes."""
        named = {
            "add": [key(entry) for entry in self.add],
            "replace": [key(entry) for entry in self.replace],
            "suspend": [one.target for one in self.suspend],
            "set": [one.target for one in self.set],
        }
        acts: tuple[Act, ...] = ("add", "replace", "suspend", "set")
        for act in acts:
            for target in named[act]:
                yield Touch(target=target, act=act, overlay=self.id, basis=self.basis)


def in_order(overlays: Sequence[Overlay]) -> tuple[Overlay, ...]:
    """Put overlays that are laid at once in the order they name.

    Raises:
        InvalidValueError: Two have one identifier, or touch one entry and neither comes first, or they wait for one
            another.
    """
    named = {overlay.id: overlay for overlay in overlays}
    if len(named) < len(overlays):
        twice = sorted(name for name, n in Counter(one.id for one in overlays).items() if n > 1)
        raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
    try:
        order = tuple(TopologicalSorter({one.id: one.after for one in overlays}).static_order())
    except CycleError as error:
        ids: list[str] = error.args[1]
        raise InvalidValueError(both("overlay.after", ids=", ".join(ids)), *ids) from None
    lost = [name for name in order if name not in named]
    if lost:
        raise InvalidValueError(both("overlay.after", ids=", ".join(lost)), *lost)
    before = {name: _all_before(name, named) for name in order}
    for i, one in enumerate(order):
        for other in order[:i]:
            shared = sorted({t.target for t in named[one].touches()} & {t.target for t in named[other].touches()})
            if shared and other not in before[one]:
                message = both("overlay.conflict", one=other, other=one, ids=", ".join(shared))
                raise InvalidValueError(message, other, one, *shared)
    return tuple(named[name] for name in order)


def _all_before(name: str, named: dict[str, Overlay]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(named[name].after)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += named[one].after
    return frozenset(reached)


def changed(entries: Sequence[Entry], overlay: Overlay) -> tuple[Entry, ...]:
    """Give the entries of a pack as an overlay leaves them.

    Raises:
        InvalidValueError: An entry is touched twice, is entrenched, a floor or a cap would move the wrong way, or a
            parameter is suspended for a span.
        UnknownIdError: What is to be replaced, suspended or set is not there.
    """
    held = {key(entry) for entry in entries}
    targets = [touch.target for touch in overlay.touches() if touch.act != "add"]
    lost = [name for name in dict.fromkeys(targets) if name not in held]
    if lost:
        raise UnknownIdError(both("overlay.unknown", ids=", ".join(lost)), *lost)
    settings = Counter((one.target, one.dated.start) for one in overlay.set)
    other = Counter(touch.target for touch in overlay.touches() if touch.act in {"replace", "suspend"})
    twice = sorted({name for (name, _), n in settings.items() if n > 1} | {name for name, n in other.items() if n > 1})
    if twice:
        raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
    replaced = {key(entry): entry for entry in overlay.replace}
    suspended = {one.target: one for one in overlay.suspend}
    last = {key(entry): entry for entry in entries}  # of the versions of one entry, the new one follows the last
    result: list[Entry] = []
    for entry in entries:
        name = key(entry)
        if name in targets:
            _may_change(entry, overlay)
        new = replaced.get(name)
        result += _without(entry, suspended.get(name)) if new is None else _until(entry, new)
        result += [] if new is None or last[name] is not entry else [new]
    for setting in overlay.set:
        result = [_with_value(entry, setting, overlay) if key(entry) == setting.target else entry for entry in result]
    for old in entries:
        if isinstance(old, Parameter) and key(old) in replaced:
            _keeps_bound(old, replaced[key(old)], overlay)
    return (*result, *(entry for entry in overlay.add if entry not in result))


def _outranked(entry: Entry, overlay: Overlay) -> bool:
    return entry.entrenched is not None and overlay.instrument is not None and overlay.instrument > entry.entrenched


def _may_change(entry: Entry, overlay: Overlay) -> None:
    if entry.entrenched is not None and not _outranked(entry, overlay):
        given = overlay.instrument or Text(zh="未写明层级", en="no instrument named")
        message = both("overlay.entrenched", name=key(entry), held=entry.entrenched, overlay=overlay.id, given=given)
        raise InvalidValueError(message, key(entry), overlay.id)


def _until(old: Entry, new: Entry) -> list[Entry]:
    """What an entry was until another takes its place."""
    if isinstance(old, Parameter) or isinstance(new, Parameter) or new.start is None:
        return []
    return _without(old, Suspension(target=key(old), start=new.start))


def _without(entry: Entry, gap: Suspension | None) -> list[Entry]:
    """What remains of an entry outside a span of days: nothing, the whole, or one or two pieces."""
    if gap is None:
        return [entry]
    if isinstance(entry, Parameter):
        if gap.start is not None or gap.end is not None:
            raise InvalidValueError(both("overlay.span", name=entry.id), entry.id)
        return []
    pieces: list[Entry] = []
    before = _earlier(entry.end, gap.start)
    if gap.start is not None and (entry.start is None or entry.start < gap.start):
        pieces.append(attrs.evolve(entry, end=before))
    if gap.end is not None and (entry.end is None or gap.end < entry.end):
        pieces.append(attrs.evolve(entry, start=max(gap.end, entry.start or gap.end)))
    return pieces


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _with_value(entry: Entry, setting: Setting, overlay: Overlay) -> Entry:
    """Set a value from a day on; where a floor or a cap holds, the later values of the base do not undo it."""
    if not isinstance(entry, Parameter):
        raise InvalidValueError(both("overlay.number", name=setting.target), setting.target)
    new = setting.dated
    since = new.start or date.min
    kept = [old for old in entry.values if (old.start or date.min) != since]
    values = sorted([*kept, new], key=lambda dated: dated.start or date.min)
    if entry.bound is not None and not _outranked(entry, overlay):
        values = [_tighter(entry, new, old) if (old.start or date.min) > since else old for old in values]
        result = attrs.evolve(entry, values=tuple(values))
        _keeps_bound(entry, result, overlay)
        return result
    return attrs.evolve(entry, values=tuple(values))


def _tighter(entry: Parameter, new: Dated, old: Dated) -> Dated:
    """Of a value set by an overlay and a later one of the base, the one that binds more."""
    if not isinstance(new.value, int) or not isinstance(old.value, int):
        return old
    binds = new.value > old.value if entry.bound is Bound.FLOOR else new.value < old.value
    return attrs.evolve(new, start=old.start) if binds else old


def _keeps_bound(old: Parameter, new: Entry, overlay: Overlay) -> None:
    """Refuse a floor that falls or a cap that rises on any day."""
    if old.bound is None or not isinstance(new, Parameter) or _outranked(old, overlay):
        return
    for day in sorted({dated.start or date.min for dated in (*old.values, *new.values)}):
        before, after = old.at(day), new.at(day)
        if before is None or not isinstance(before.value, int):
            continue
        value = after.value if after else None
        wrong = not isinstance(value, int) or (
            value < before.value if old.bound is Bound.FLOOR else value > before.value
        )
        if wrong:
            shown = value if isinstance(value, int) else repr(value)
            arguments: dict[str, Argument] = {
                "name": old.id,
                "base": before.value,
                "overlay": overlay.id,
                "value": shown,
                "start": day,
            }
            raise InvalidValueError(both(f"overlay.{old.bound.value}", **arguments), old.id, overlay.id)
