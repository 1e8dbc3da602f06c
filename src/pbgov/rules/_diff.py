"""What differs between two packs: their entries, and the outcomes, each change shown by a request."""

from __future__ import annotations

from datetime import date
from itertools import product

import attrs

from pbgov.base import FrozenMap, Lang, need_day, say
from pbgov.rules._analyse import MOST_CELLS
from pbgov.rules._cells import Space, Vocabulary
from pbgov.rules._expr import Value
from pbgov.rules._overlay import key
from pbgov.rules._pack import RulePack, need_pack
from pbgov.rules._program import Clause, Outcome, active, answers
from pbgov.rules._resolved import ResolvedPack
from pbgov.rules._witness import find
from pbgov.rules._words import Told


@attrs.frozen(kw_only=True)
class OutcomeChange:
    """Requests that one pack answers one way and the other another, shown by one of them.

    Attributes:
        before: The answer of the one pack.
        after: The answer of the other.
        witness: The facts of one of these requests.
        day: The other pack on the day.
    """

    before: Outcome
    after: Outcome
    witness: FrozenMap[str, Value]
    day: ResolvedPack = attrs.field(repr=False)

    def in_(self, lang: Lang) -> str:
        """Say it."""
        before, after = (say(f"outcome.{outcome.value}", lang) for outcome in (self.before, self.after))
        facts = [
            say("diff.fact", lang, fact=self.day.label(name), value=self.day.said(name, value, lang))
            for name, value in self.witness.items()
        ]
        return say("diff.outcome", lang, before=before, after=after, witness=Told(say("diff.join", lang).join(facts)))


@attrs.frozen(kw_only=True)
class PackDiff:
    """What differs between two packs on a day.

    Attributes:
        added: Identifiers of entries that only the other pack has.
        removed: Identifiers of entries that only this pack has.
        changed: Identifiers of entries that both have, and that are not the same.
        outcomes: A witness for each way in which an outcome changes.
        complete: Whether every such way was looked for; false where there are too many cells to look through all.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    outcomes: tuple[OutcomeChange, ...]
    complete: bool


def diff(pack: RulePack, other: RulePack, *, on: date) -> PackDiff:
    """Compare two packs: their entries whatever the day, and their outcomes on a day.

    Args:
        pack: The one, before.
        other: The other, after.
        on: The day.

    Raises:
        InvalidValueError: ``on`` is no day.
    """
    need_pack(pack)
    need_pack(other)
    need_day("on", on)
    mine, its = _entries(pack), _entries(other)
    outcomes, complete = _outcome_changes(pack.at(on), other.at(on))
    return PackDiff(
        added=tuple(sorted(its.keys() - mine.keys())),
        removed=tuple(sorted(mine.keys() - its.keys())),
        changed=tuple(sorted(name for name in mine.keys() & its.keys() if mine[name] != its[name])),
        outcomes=outcomes,
        complete=complete,
    )


def _entries(pack: RulePack) -> dict[str, frozenset[object]]:
    found: dict[str, set[object]] = {}
    for entry in pack.entries():
        found.setdefault(key(entry), set()).add(entry)
    return {name: frozenset(versions) for name, versions in found.items()}


def _outcome_changes(before: ResolvedPack, after: ResolvedPack) -> tuple[tuple[OutcomeChange, ...], bool]:
    kept, complete = _looked_at(before, after)
    words = Vocabulary({**after.fields, **before.fields})
    space = Space.over([tree for one in kept for tree in (one.speaks, one.lifted)], words)
    sliced = [answers(*active(one for one in day.program.clauses if one in kept)) for day in (before, after)]
    whole = [answers(*day.program.actives) for day in (before, after)]
    cells = [{outcome: space.cells(tree) for outcome, tree in one.items()} for one in sliced]
    found: list[OutcomeChange] = []
    for old, new in product(cells[0], cells[1]):
        shared = cells[0][old] & cells[1][new]
        if old is new or not shared:
            continue
        search = find(space, shared, (whole[0][old], whole[1][new]))
        if search.facts is not None:
            found.append(OutcomeChange(before=old, after=new, witness=search.facts, day=after))
        complete = complete and (search.facts is not None or search.none_exists)
    return tuple(found), complete


def _looked_at(before: ResolvedPack, after: ResolvedPack) -> tuple[frozenset[Clause], bool]:
    """Give the rules to look at: all that differ, and as many of the rest as there is room for."""
    mine, its = dict.fromkeys(before.program.clauses), dict.fromkeys(after.program.clauses)
    differing = [*(one for one in mine if one not in its), *(one for one in its if one not in mine)]
    shared = [one for one in mine if one in its]
    words = Vocabulary({**after.fields, **before.fields})
    kept = list(differing)
    for one in shared if differing else ():
        trees = [tree for each in (*kept, one) for tree in (each.speaks, each.lifted)]
        if Space.over(trees, words).size <= MOST_CELLS:
            kept.append(one)
    return frozenset(kept), not differing or len(kept) == len(differing) + len(shared)
