"""One unit becomes several."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import attrs

from pbgov.base import FrozenMap, Row, both, check_id
from pbgov.errors import StructureError
from pbgov.model._changes_merge import FEWEST, as_ids, need_ids
from pbgov.model._draft import Draft
from pbgov.model._drafted import Drafted
from pbgov.model._settle import hand_over
from pbgov.org import Unit

_optional_id = attrs.validators.optional(check_id)
_NOTHING: FrozenMap[str, str] = FrozenMap()


def _frozen(given: Mapping[str, str]) -> FrozenMap[str, str]:
    return FrozenMap({key: given[key] for key in sorted(given)})


@attrs.frozen
class Split(Drafted):
    """One unit becomes several 拆分 of its kind, level and parent; the caller says what goes where.

    Attributes:
        source: The unit.
        into: The parts: new units, and the source itself where it goes on.
        assign: Which part takes what names the source, by the identifier of the row that names it: a child, a post, a
            tie, an agreement; the source's own identifier stands for its accounts.
        rest: The part that takes what is not assigned. Without it that stays with the source where it goes on, and is
            lost where it does not.
        names: The names of parts; the source keeps its own unless it is given one.

    Raises:
        UnknownIdError: The source is not on record.
        IllegalEventError: It is not in force, or begins on the day itself; a part is the identifier of something else;
            something is lost.
        StructureError: There are not two parts; something goes to what is no part; a row that is assigned does not
            name the source.

    Examples:
        >>> from datetime import date
        >>> from pbgov.model import Jurisdiction
        >>> from pbgov.org import FOUR_LEVELS
        >>> place = Jurisdiction(id="place", profile=FOUR_LEVELS).having(
        ...     Unit(id="A", kind="office"), *(Unit(id=key, kind="station", parent="A") for key in "CD")
        ... )
        >>> step = place.apply(Split("A", ["A1", "A2"], assign={"C": "A1"}, rest="A2", on=date(2018, 7, 1)))
        >>> step.place.units["C"].parent, step.place.units["D"].parent
        ('A1', 'A2')
    """

    source: str = attrs.field(validator=check_id)
    into: tuple[str, ...] = attrs.field(converter=as_ids, validator=need_ids)
    assign: FrozenMap[str, str] = attrs.field(default=_NOTHING, kw_only=True, converter=_frozen)
    rest: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    names: FrozenMap[str, str] = attrs.field(default=_NOTHING, kw_only=True, converter=_frozen)

    def draw(self, draft: Draft) -> None:
        """Let the parts begin, and let each thing follow the part it goes to."""
        stays = self.source in self.into
        unit: Unit = (draft.standing if stays else draft.ending)(self.source, "units")[1]
        self._need_parts(draft)
        for part in self.into:
            if part != self.source:
                draft.need_fresh(part)
                draft.put("units", attrs.evolve(unit, id=part, name=self.names.get(part, ""), start=self.on))
                draft.succeed(part, self.source)
        if not stays:
            draft.end("units", unit)
        elif self.names.get(self.source, unit.name) != unit.name:
            draft.turn("units", unit, name=self.names[self.source])
        default = self.source if stays and self.rest is None else self.rest

        def heir(_table: str, row: Row) -> str | None:
            return self.assign.get(row.id, default)

        draft.follow({self.source: heir})
        books = self.assign.get(self.source, default)
        if books != self.source:
            hand_over(draft, self.source, books)

    def _need_parts(self, draft: Draft) -> None:
        if len(self.into) < FEWEST:
            raise StructureError(both("split.few", source=self.source), self.source)
        for part in chain(self.assign.values(), self.names, () if self.rest is None else (self.rest,)):
            if part not in self.into:
                raise StructureError(both("split.part", part=part, parts=", ".join(self.into)), part)
        strangers = sorted(set(self.assign) - {self.source} - draft.referring(self.source))
        if strangers:
            raise StructureError(both("split.strangers", ids=", ".join(strangers), source=self.source), *strangers)
