"""Several units become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import attrs

from pbgov.base import both, check_id, check_name, is_id, several
from pbgov.errors import InvalidValueError, StructureError
from pbgov.model._draft import Draft, always
from pbgov.model._drafted import Drafted
from pbgov.model._leading import settle_leaders
from pbgov.model._settle import hand_over
from pbgov.org import Unit

FEWEST: Final = 2
_optional_id = attrs.validators.optional(check_id)


def as_ids(given: Iterable[str]) -> tuple[str, ...]:
    """Take one identifier, or several in any order."""
    return (given,) if isinstance(given, str) else tuple(sorted(set(given)))


def need_ids(_self: object, attribute: attrs.Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    """Refuse what are no identifiers."""
    if not all(isinstance(key, str) and is_id(key) for key in value):
        raise InvalidValueError(both("row.ids", name=attribute.name, value=repr(several(value))), attribute.name, value)


@attrs.frozen
class Merge(Drafted):
    """Several units become one 合并, and everything that names them follows.

    Children, hosted bodies, posts, ties, agreements, lists, neighbourhoods, stated numbers, waivers and open processes
    go over; what accounts hold is handed over in one transfer; what happened before keeps the names it had. A member of
    two bodies that are one now is a member once.

    Attributes:
        sources: The units.
        into: The unit that comes of it: a new one, one of the sources, or another that takes them in.
        parent: Its parent; needed where theirs differ.
        name: Its name; by default that of the unit that goes on, or none.
        kind: Its kind; needed where theirs differ.

    Raises:
        UnknownIdError: A source or the parent is not on record.
        IllegalEventError: One of them is not in force, or a source begins on the day itself; ``into`` is the identifier
            of something else; something is lost.
        StructureError: There are not two; parents, kinds or levels differ; the parent would stand under its child.

    Examples:
        >>> from datetime import date
        >>> from pbgov.model import Jurisdiction
        >>> from pbgov.org import FOUR_LEVELS
        >>> place = Jurisdiction(id="place", profile=FOUR_LEVELS).having(
        ...     *(Unit(id=key, kind="office") for key in "AB"), Unit(id="C", kind="station", parent="B")
        ... )
        >>> step = place.apply(Merge({"A", "B"}, into="AB", on=date(2018, 7, 1)))
        >>> step.place.units["C"].parent, step.place.on(date(2018, 6, 30)).units["C"].parent
        ('AB', 'B')
    """

    sources: tuple[str, ...] = attrs.field(converter=as_ids, validator=need_ids)
    into: str = attrs.field(validator=check_id)
    parent: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    name: str | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(check_name))
    kind: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Check that the units may be one, let it begin, and let all the rest follow."""
        goes_on = draft.get("units", self.into) is not None
        gone = [key for key in self.sources if key != self.into]
        units: list[Unit] = [draft.ending(key, "units")[1] for key in gone]
        if goes_on:
            units.insert(0, draft.standing(self.into, "units")[1])
        else:
            draft.need_fresh(self.into)
        if len(units) < FEWEST:
            raise StructureError(both("merge.few", sources=", ".join(self.sources) or "-"), *self.sources)
        cells = self._cells(draft, units)
        if goes_on and _differs(units[0], cells):
            draft.turn("units", units[0], **cells, end=_last(units))
        elif goes_on:
            draft.put("units", attrs.evolve(units[0], end=_last(units)))
        else:
            made_up = all(unit.made_up for unit in units)
            new: dict[str, Any] = {"name": "", **cells}
            draft.put("units", Unit(id=self.into, start=self.on, end=_last(units), made_up=made_up, **new))
        for unit in units[goes_on:]:
            draft.end("units", unit)
        draft.follow({key: always(self.into) for key in gone})
        draft.merge_ties(self.into)
        settle_leaders(draft, self.into)
        for key in gone:
            hand_over(draft, key, self.into)
            draft.succeed(self.into, key)

    def _cells(self, draft: Draft, units: Sequence[Unit]) -> dict[str, Any]:
        """Give what the unit that comes of it says; where its sources differ, the caller has to say."""
        cells: dict[str, Any] = {"parent": self.parent, "kind": self.kind, "level": None}
        for column, given in cells.items():
            found = sorted({getattr(unit, column) or "-" for unit in units})
            if given is None and len(found) > 1:
                ids = ", ".join(unit.id for unit in units)
                raise StructureError(both(f"merge.{column}", ids=ids, found=", ".join(found)), *found)
            cells[column] = getattr(units[0], column) if given is None else given
        if self.parent is not None:
            draft.standing(self.parent, "units")
            for unit in units:
                draft.need_apart(unit.id, self.parent)
            draft.need_level(self.into, cells["level"], self.parent)
        return cells if self.name is None else {**cells, "name": self.name}


def _differs(unit: Unit, cells: dict[str, Any]) -> bool:
    return any(getattr(unit, column) != cell for column, cell in cells.items())


def _last(units: Sequence[Unit]) -> date | None:
    """Give the last end of several; open where one is."""
    ends = [unit.end for unit in units]
    return None if None in ends else max(end for end in ends if end is not None)
