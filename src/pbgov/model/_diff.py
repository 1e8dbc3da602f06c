"""What sets two states of a place apart, in the words of the field: moved, merged, appointed; not removed and added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias

import attrs

from pbgov.base import LANGS, Json, Lang, Row, Table, several, term
from pbgov.base import say as _say
from pbgov.model._changes_units import FORMS
from pbgov.model._jurisdiction import REFERENCES, TABLES, Jurisdiction, need_place
from pbgov.model._lineage import FORMERLY, LINEAGE, SUCCEEDS

What: TypeAlias = Literal[
    "established", "dissolved", "merged", "split", "moved", "renamed", "upgraded", "joined", "left", "tied", "untied",
    "appointed", "vacated", "met", "signed", "added", "ended", "removed", "changed",
]  # fmt: skip
_BEGIN: Final[Mapping[str, What]] = {
    "units": "established", "bodies": "established", "posts": "established", "holdings": "appointed", "events": "met",
    "documents": "signed",
}  # fmt: skip
_STOP: Final[Mapping[str, What]] = {
    "units": "dissolved", "bodies": "dissolved", "posts": "dissolved", "holdings": "vacated",
}  # fmt: skip
_NAMING: Final[Mapping[str, frozenset[str]]] = {
    **{table: frozenset(columns) for table, columns in REFERENCES.items()},
    "ledger": frozenset({"account"}),
}


@attrs.frozen(kw_only=True)
class DiffItem:
    """One thing in which two states differ.

    Attributes:
        what: What came about: ``"merged"``, ``"moved"``, ``"appointed"`` …; ``"changed"`` for any other column.
        table: The table.
        id: The row: of what came of a merge, of what was split, of the tie or holding.
        column: The column, where one says something else; the kind of a tie.
        was: What it said, or what a merge came from; of a tie or holding, who.
        become: What it says, or what a split gave; of a tie or holding, to what.
    """

    what: What
    table: str
    id: str
    column: str = ""
    was: tuple[str, ...] = ()
    become: tuple[str, ...] = ()

    def in_(self, lang: Lang) -> str:
        """Say it in one language."""
        comma = "、" if lang == "zh" else ", "
        return _say(
            f"diff.{self.what}",
            lang,
            table=term(self.table),
            id=self.id,
            column=term(self.column) if self.column else "",
            was=comma.join(self.was) or "-",
            become=comma.join(self.become) or "-",
        )

    def to_dict(self) -> dict[str, Json]:
        """Give it as JSON values, worded in both languages."""
        return {
            "what": self.what,
            "table": self.table,
            "id": self.id,
            "column": self.column,
            "was": list(self.was),
            "become": list(self.become),
            "message": {lang: self.in_(lang) for lang in LANGS},
        }


@attrs.frozen
class Diff:
    """In what two states of a place differ.

    Attributes:
        items: Each thing once, in the order of tables and identifiers.
    """

    items: tuple[DiffItem, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.items)

    def having(self, what: What) -> tuple[DiffItem, ...]:
        """Give the items of one sort."""
        return tuple(item for item in self.items if item.what == what)

    def in_(self, lang: Lang) -> str:
        """Say all of it in one language, one item a line."""
        return "\n".join(item.in_(lang) for item in self.items)

    def to_dict(self) -> dict[str, Json]:
        """Give it as JSON values."""
        return {"items": [item.to_dict() for item in self.items]}

    def to_columns(self) -> dict[str, list[str]]:
        """Give it as columns of one length: what, table, id, column, was, become; commas set several names apart."""
        names = ("what", "table", "id", "column", "was", "become")
        return {name: [", ".join(several(getattr(item, name))) for item in self.items] for name in names}


def diff(before: Jurisdiction, after: Jurisdiction) -> Diff:
    """Tell in what two states of a place differ.

    Lineage and identity explain what they can: a child of merged units has not moved, a tie that goes on has not ended,
    and what was renamed is not removed and added. What existed only between the two states is not shown. Tables and
    rows that both share cost next to nothing.

    Args:
        before: One state.
        after: A later one.

    Raises:
        InvalidValueError: One of them is no place.

    Examples:
        >>> from datetime import date
        >>> from pbgov.model import Move
        >>> from pbgov.org import FOUR_LEVELS, Unit
        >>> place = Jurisdiction(id="place", profile=FOUR_LEVELS).having(
        ...     *(Unit(id=key, kind="office") for key in "AB"), Unit(id="C", kind="station", parent="A")
        ... )
        >>> print(diff(place, place.apply(Move("C", "B", on=date(2018, 7, 1))).place).in_("en"))
        C moved from A to B
    """
    need_place(before)
    need_place(after)
    return Diff(tuple(_Reading(before, after).items()))


def differing(before: Table[Any], after: Table[Any]) -> list[tuple[str, Any, Any]]:
    """Give each identifier whose row differs, with both rows; ``None`` stands for no row."""
    return [(key, before.get(key), after.get(key)) for key in before.differing(after)]


class _Reading:
    """Two states, read side by side."""

    def __init__(self, before: Jurisdiction, after: Jurisdiction) -> None:
        self.before, self.after = before, after
        self.changed = {name: differing(before.table(name), after.table(name)) for name in TABLES}
        self.heirs: defaultdict[str, set[str]] = defaultdict(set)
        self.origins: defaultdict[str, set[str]] = defaultdict(set)
        self.archives: set[str] = set()
        self.turned: set[str] = set()
        for _, old, new in self.changed["ties"]:
            if old is None and new.kind == SUCCEEDS:
                self.heirs[new.target].add(new.source)
                self.origins[new.source].add(new.target)
            elif old is None and new.kind == FORMERLY:
                self.archives.add(new.target)
                self.turned.add(new.source)
        self.explained: set[str] = set()  # ties that go on, and those they go on as
        self._follow_ties()

    def reach(self, key: str) -> set[str]:
        """Name all that came from a thing, itself apart."""
        found: set[str] = set()
        todo = [key]
        while todo:
            fresh = self.heirs.get(todo.pop(), set()) - found
            found |= fresh
            todo += fresh
        return found

    def _roots(self, key: str) -> tuple[str, ...]:
        """Name what a thing came from, leaving out what existed only in between."""
        found: set[str] = set()
        todo = [key]
        while todo:
            here = todo.pop()
            found |= {origin for origin in self.origins.get(here, ()) if not self._between(origin)}
            todo += [origin for origin in self.origins.get(here, ()) if self._between(origin)]
        return tuple(sorted(found))

    def _between(self, key: str) -> bool:
        """Tell whether a unit came from others and has successors itself, both between the two states."""
        return bool(self.origins.get(key)) and bool(self.heirs.get(key)) and key in self._added_units

    @property
    def _added_units(self) -> set[str]:
        return {key for key, old, _ in self.changed["units"] if old is None}

    def _follow_ties(self) -> None:
        """Find the ties that go on as others, because what they tie has a successor."""
        stopped = [old for _, old, new in self.changed["ties"] if old is not None and _stops(old, new)]
        stopped += [new for _, old, new in self.changed["ties"] if old is None and new.end is not None]
        fresh = True
        while fresh:
            fresh = False
            for tie in stopped:
                if tie.id in self.explained:
                    continue
                sources, targets = self.reach(tie.source), self.reach(tie.target)
                onward = (
                    [
                        other.id
                        for source in (tie.source, *sources)
                        for other in self.after.ties.naming("source", source)
                        if other.kind == tie.kind and other.id != tie.id
                        if other.target in targets or (other.target == tie.target and source in sources)
                    ]
                    if sources or targets
                    else []
                )
                if onward:
                    self.explained.update((tie.id, *onward))
                    self.heirs[tie.id].update(onward)
                    fresh = True

    def items(self) -> Iterator[DiffItem]:
        """Yield all that differs."""
        for table in TABLES:
            handed = self._handed_over() if table == "ledger" else frozenset[str]()
            rows = {key: (old, new) for key, old, new in self.changed[table]}
            lined = [key for key in (*self.origins, *self.heirs) if self._holds(table, key)]
            for key in sorted({*rows, *lined}):
                if key not in self.archives and key not in handed:
                    yield from self._lineage(table, key) if key in lined else ()
                    if key in rows:
                        yield from self._items(table, key, *rows[key])

    def _holds(self, table: str, key: str) -> bool:
        """Tell whether something with a line of descent stands in a table; ties go on, and descend from nothing."""
        return table != "ties" and (key in self.before.table(table) or key in self.after.table(table))

    def _stands(self, key: str) -> bool:
        """Tell whether something is in both states, and has not ended in between."""
        for table in ("units", "bodies"):
            old, new = self.before.table(table).get(key), self.after.table(table).get(key)
            if old is not None and new is not None:
                return not _stops(old, new)
        return False

    def _lineage(self, table: str, key: str) -> Iterator[DiffItem]:
        """Yield what something came from, and what it became, where that is more than one."""
        if self._between(key):
            return
        stands = (key,) if self._stands(key) else ()
        roots = self._roots(key)
        if roots and (stands or len(roots) > 1 or all(len(self._parts(root)) == 1 for root in roots)):
            yield DiffItem(what="merged", table=table, id=key, was=tuple(sorted({*roots, *stands})))
        parts = self._parts(key)
        if len(parts) > 1:
            yield DiffItem(what="split", table=table, id=key, become=parts)

    def _parts(self, key: str) -> tuple[str, ...]:
        """Name what a thing has become: those that came from it, and itself while it stands."""
        heirs = {heir for heir in self.reach(key) if not self._between(heir)}
        return tuple(sorted({*heirs, *((key,) if self._stands(key) else ())}))

    def _handed_over(self) -> frozenset[str]:
        """Name the postings by which an account was handed over to a successor."""
        sides: defaultdict[str, list[Any]] = defaultdict(list)
        for _, old, new in self.changed["ledger"]:
            if old is None:
                sides[new.transfer].append(new)
        return frozenset(
            row.id
            for rows in sides.values()
            for accounts in [sorted({row.account for row in rows})]
            if any(other in self.reach(one) for one in accounts for other in accounts)
            for row in rows
        )

    def _items(self, table: str, key: str, old: Any, new: Any) -> Iterator[DiffItem]:  # noqa: ANN401 - rows
        row = new if old is None else old
        if table == "ties":
            if row.kind not in LINEAGE and key not in self.explained:
                yield from self._tie(key, old, new)
        elif new is None:
            yield DiffItem(what="removed", table=table, id=key)
        elif old is None:
            yield from self._begun(table, key, new)
        elif _stops(old, new):
            yield from self._stopped(table, key, new)
        else:
            yield from self._columns(table, key, old, new)

    def _begun(self, table: str, key: str, new: Any) -> Iterator[DiffItem]:  # noqa: ANN401 - a row
        if not self.origins.get(key):  # else its line of descent has been told
            who, what = _ends(table, new)
            yield DiffItem(what=_BEGIN.get(table, "added"), table=table, id=key, was=who, become=what)

    def _stopped(self, table: str, key: str, new: Any) -> Iterator[DiffItem]:  # noqa: ANN401 - a row
        if not self.reach(key):
            who, what = _ends(table, new)
            yield DiffItem(what=_STOP.get(table, "ended"), table=table, id=key, was=who, become=what)

    def _columns(self, table: str, key: str, old: Row, new: Row) -> Iterator[DiffItem]:
        """Yield what a row says otherwise; what lineage explains is left out."""
        for attribute in attrs.fields(type(new)):
            column = attribute.name
            was, now = getattr(old, column), getattr(new, column)
            if was == now or (column == "start" and key in self.turned):
                continue
            if column in _NAMING.get(table, ()) and self._explains(several(was), several(now)):
                continue
            what = _word(table, column, was, now)
            yield DiffItem(what=what, table=table, id=key, column=column, was=_told(was), become=_told(now))

    def _explains(self, was: tuple[str, ...], now: tuple[str, ...]) -> bool:
        gone, come = set(was) - set(now), set(now) - set(was)
        heirs = {key: self.reach(key) for key in gone}
        reached = set[str]().union(*heirs.values())
        return come <= reached and all(found & set(now) for found in heirs.values())

    def _tie(self, key: str, old: Any, new: Any) -> Iterator[DiffItem]:  # noqa: ANN401 - ties
        tie = new if new is not None else old
        seat = tie.target in self.after.bodies
        if old is None:
            what: What = "joined" if seat else "tied"
        elif new is None:
            what = "removed"
        elif _stops(old, new):
            what = "left" if seat else "untied"
        else:
            yield from self._columns("ties", key, old, new)
            return
        yield DiffItem(what=what, table="ties", id=key, column=tie.kind, was=(tie.source,), become=(tie.target,))


def _stops(old: Row, new: Row | None) -> bool:
    """Tell whether a row has got an end that it did not have."""
    return (
        new is None or (new.ended and not old.ended) or (new.end is not None and (old.end is None or new.end < old.end))
    )


def _ends(table: str, row: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: ANN401 - a row
    """Give who holds what, and to whom something happens."""
    if table == "holdings":
        return (row.person,), (row.post,)
    return ((), (row.subject,)) if table == "events" else ((), row.parties) if table == "documents" else ((), ())


def _word(table: str, column: str, was: object, now: object) -> What:
    if (table, column) in {("units", "parent"), ("bodies", "host")}:
        return "moved"
    if column == "name":
        return "renamed"
    risen = column == "kind" and was in FORMS and now in FORMS and FORMS.index(str(was)) < FORMS.index(str(now))
    return "upgraded" if table == "units" and risen else "changed"


def _told(cell: object) -> tuple[str, ...]:
    """Write what a cell holds; what is no text or day is written as Python writes it."""
    return tuple(
        one if isinstance(one, str) else one.isoformat() if isinstance(one, date) else repr(one)
        for one in several(cell)
    )
