"""Judge a place against a pack: every norm in force, every subject, one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from pbgov._version import __version__
from pbgov.base import Finding, Report, both, in_order, need_day
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction, View, need_place
from pbgov.rules import NO_RULES, Payload, ResolvedPack, RulePack
from pbgov.validation._docket import Docket, filled
from pbgov.validation._evaluators import EVALUATORS, Evaluator
from pbgov.validation._hearing import Hearing
from pbgov.validation._screen import faults
from pbgov.validation._unclear import Unclear
from pbgov.validation._waived import with_waiver
from pbgov.validation._within import Territory


@attrs.frozen(kw_only=True)
class Unread:
    """What bad data kept from being read.

    Attributes:
        findings: What the boundary said about it.
        tables: The tables that lost rows; the record no longer claims to hold them whole.
        ids: Identifiers of the rows lost, where they could be read; a reference to one is no new fault.
        nameless: The tables that lost rows whose identifiers could not be read; nor is a reference into one.
    """

    findings: tuple[Finding, ...] = ()
    tables: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Brief:
    """What is asked: which norms, on which day, of which part of a place.

    Attributes:
        pack: The norms; without one only the structure is judged.
        on: The day.
        since: First day of the span whose calendar periods are judged.
        within: The unit whose territory is judged; empty for the whole place.
        select: The codes, or the beginnings of codes, that are judged; empty for all.
        ignore: The codes, or the beginnings of codes, that are not.
        evaluators: Evaluators by the type of the payload they judge.
    """

    pack: RulePack | None
    on: date
    since: date
    within: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    evaluators: Mapping[type[Payload], Evaluator]

    def asks(self, code: str) -> bool:
        """Tell whether a code is judged."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore or ("\0",))

    def pack_in_force(self) -> ResolvedPack:
        """Give the pack on the day; without one, a pack that says nothing."""
        return (self.pack or NO_RULES).at(self.on)

    def hearings(self, resolved: ResolvedPack) -> tuple[Hearing, ...]:
        """Open the hearings of the norms in force.

        Raises:
            StructureError: The pack has a norm of a kind that no evaluator knows.
        """
        return tuple(Hearing.of(norm, self.evaluators) for norm in resolved.norms if self.asks(norm.code))

    def report(self, found: Sequence[Finding], docket: Docket, view: View, unread: tuple[Finding, ...] = ()) -> Report:
        """Word what was found; what could not be read is told whatever is asked."""
        asked = [with_waiver(view, finding) for finding in found if self.asks(finding.code)]
        return Report(
            findings=in_order([*unread, *asked, *docket.findings(view)]),
            tallies=tuple(docket.tallies(view)),
            complete=not unread,
            pack=self.pack.id if self.pack else "",
            digest=self.pack.digest if self.pack else "",
            version=__version__,
            on=self.on,
            since=self.since,
            within=self.within,
            select=self.select,
            ignore=self.ignore,
        )


def brief(
    pack: RulePack | None,
    *,
    on: date,
    since: date | None = None,
    within: str = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Brief:
    """Check what is asked; see ``judge``."""
    need_day("on", on)
    if pack is not None and not isinstance(pack, RulePack):
        raise InvalidValueError(both("judge.pack", value=repr(pack)), pack)
    since = date(on.year, 1, 1) if since is None else since
    need_day("since", since)
    if since > on:
        raise InvalidValueError(both("judge.span", since=since, on=on), since, on)
    codes = {f"PBS{n:02}" for n in range(1, 14)} | ({norm.code for norm in pack.norms} if pack else set[str]())
    for name, given in (("select", select), ("ignore", ignore)):
        if isinstance(given, str):
            raise InvalidValueError(both("judge.codes", name=name, value=repr(given)), given)
        for code in given:
            if not any(known.startswith(code) for known in codes):
                raise InvalidValueError(both("judge.code", name=name, value=repr(code)), code)
    return Brief(
        pack=pack,
        on=on,
        since=since,
        within=within,
        select=tuple(select),
        ignore=tuple(ignore),
        evaluators={**EVALUATORS, **evaluators},
    )


def judge(
    place: Jurisdiction,
    pack: RulePack | None = None,
    *,
    on: date,
    since: date | None = None,
    within: str = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    unread: Unread = Unread(),
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Report:
    """Judge a place as it stands on a day.

    Args:
        place: The place.
        pack: The norms; without one only the structure is judged.
        on: The day. A calendar period is judged once it has ended by this day.
        since: First day of the span whose periods are judged; by default the first day of the year of ``on``.
        within: A unit; only what belongs to its territory is judged.
        select: Codes or beginnings of codes, ``("JX1", "PBS")``; only these are judged.
        ignore: Codes or beginnings of codes; these are not.
        unread: What bad data kept from being read.
        evaluators: Evaluators by the type of the payload they judge, beside those of the library or in their place.

    Raises:
        InvalidValueError: ``since`` lies after ``on``, or no code begins as ``select`` or ``ignore`` says.
        StructureError: The pack has a norm of a kind that no evaluator knows.
        UnknownIdError: There is no unit ``within``.
    """
    need_place(place)
    asked = brief(pack, on=on, since=since, within=within, select=select, ignore=ignore, evaluators=evaluators)
    kept = tuple(claim for claim in place.recorded if claim.table not in unread.tables)
    place = attrs.evolve(place, recorded=kept) if unread.tables else place
    inside = Territory(place, within) if within else None
    structural = list(faults(place, unread.ids, unread.nameless))
    found = [one for one in structural if inside is None or is_inside(place, inside, one)]
    view = View(place, asked.pack_in_force(), on, asked.since)
    unclear = Unclear(place, [*unread.findings, *structural], unread=bool(unread.findings))
    docket = filled(asked.hearings(view.pack), view, unclear, inside)
    return asked.report(found, docket, view, unread.findings)


def is_inside(place: Jurisdiction, inside: Territory, finding: Finding) -> bool:
    """Tell whether the subject of a structural fault belongs to a territory."""
    row = place.table(finding.path.split("/")[1]).get(finding.subject)
    return row is not None and row in inside
