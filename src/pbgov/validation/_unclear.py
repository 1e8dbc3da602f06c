"""What a structural fault touches: nothing is said of it but that it is unclear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from pbgov.base import Finding, Severity
from pbgov.model import Jurisdiction
from pbgov.validation._faults import unresolved
from pbgov.validation._screen import loose

_PLACING: Final = frozenset({"parent", "level"})  # the columns that say where a unit stands


class Unclear:
    """The subjects of faults, whatever names a row that is not there, and all units under one whose place is unclear.

    Args:
        place: The record.
        found: Its faults.
        unread: Whether rows were lost, so that what names them is no fault and still unclear.
    """

    def __init__(self, place: Jurisdiction, found: Iterable[Finding], *, unread: bool = False) -> None:
        """Keep the subjects; what lies below them is found when it is asked for."""
        self._hold(place, Counter(), Counter())
        self._add(found, 1)
        for key in loose(place) if unread else ():
            self._subjects[key[1]] += 1
            if key[0] == "units" and any(column in _PLACING for column, _ in unresolved(place, key)):
                self._placing[key[1]] += 1

    def _add(self, found: Iterable[Finding], sign: int) -> None:
        for finding in found:
            if finding.severity is Severity.ERROR:
                self._subjects[finding.subject] += sign
                if finding.aspect in _PLACING:
                    self._placing[finding.subject] += sign

    def after(self, place: Jurisdiction, opened: Collection[Finding], closed: Collection[Finding]) -> Unclear:
        """Give what is unclear of a changed record, given the faults that came and went."""
        made = Unclear.__new__(Unclear)
        made._hold(place, self._subjects, self._placing)  # noqa: SLF001 - its own class
        if opened or closed:
            made._hold(place, self._subjects.copy(), self._placing.copy())  # noqa: SLF001
            made._add(opened, 1)  # noqa: SLF001
            made._add(closed, -1)  # noqa: SLF001
            made._hold(place, +made._subjects, +made._placing)  # noqa: SLF001
        return made

    def _hold(self, place: Jurisdiction, subjects: Counter[str], placing: Counter[str]) -> None:
        self._place, self._subjects, self._placing = place, subjects, placing
        self._below: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        """Tell whether something is touched."""
        return self._subjects[str(name)] > 0 or (bool(self._placing) and self._is_below(str(name)))

    def _is_below(self, name: str) -> bool:
        way: list[str] = []
        here: str | None = name
        while here is not None and here not in self._below and not self._is_placing(here):
            way.append(here)
            self._below[here] = False  # so that a circle ends
            here = self._place.units.cell(here, "parent")
        answer = here is not None and (self._is_placing(here) or self._below[here])
        self._below.update(dict.fromkeys(way, answer))
        return answer

    def _is_placing(self, name: str) -> bool:
        return self._placing[name] > 0 and name in self._place.units

    def differing(self, other: Unclear, moved: Iterable[str]) -> set[str]:
        """Name what is unclear in one of two records alone; ``moved`` are the units that stand elsewhere now."""
        candidates = _uneven(self._subjects, other._subjects)
        roots = _uneven(self._placing, other._placing)
        if self._placing or other._placing:
            roots |= set(moved)
        for root in roots:
            candidates |= self.under(root) | other.under(root)
        return {name for name in candidates if (name in self) != (name in other)}

    def under(self, unit: str) -> set[str]:
        """Name a unit and those under it."""
        return set(self._place.org.subtree(unit)) if unit in self._place.units else set()


def _uneven(one: Counter[str], other: Counter[str]) -> set[str]:
    """Name what two counts differ in; what did not change is one object."""
    return set() if one is other else {name for name in {*one, *other} if one[name] != other[name]}
