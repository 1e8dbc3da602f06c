"""Judge a place against a pack: every norm in force, every subject, one report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from pbgov._version import __version__
from pbgov.base import Argument, Finding, Modality, Report, Row, Tally, Text, Verdict, both, in_order, need_day, term
from pbgov.errors import InvalidValueError, StructureError
from pbgov.model import TABLES, Jurisdiction, View, Waiver
from pbgov.rules import Norm, Payload, RulePack
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._evaluators import EVALUATORS, Evaluator
from pbgov.validation._structure import faults, touched

_TABLE_OF: Final = {kind: name for name, kind in TABLES.items()}


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


def judge(
    place: Jurisdiction,
    pack: RulePack | None = None,
    *,
    on: date,
    since: date | None = None,
    unread: Unread = Unread(),
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> Report:
    """Judge a place as it stands on a day.

    Args:
        place: The place.
        pack: The norms; without one only the structure is judged.
        on: The day. A calendar period is judged once it has ended by this day.
        since: First day of the span whose periods are judged; by default the first day of the year of ``on``.
        unread: What bad data kept from being read.
        evaluators: Evaluators by the type of the payload they judge, beside those of the library or in their place.

    Raises:
        InvalidValueError: ``since`` lies after ``on``.
        StructureError: The pack has a norm of a kind that no evaluator knows.
    """
    table: Mapping[type[Payload], Evaluator] = {**EVALUATORS, **evaluators}
    need_day("on", on)
    if pack is not None and not isinstance(pack, RulePack):
        raise InvalidValueError(both("judge.pack", value=repr(pack)), pack)
    since = date(on.year, 1, 1) if since is None else since
    need_day("since", since)
    if since > on:
        raise InvalidValueError(both("judge.span", since=since, on=on), since, on)
    kept = tuple(claim for claim in place.recorded if claim.table not in unread.tables)
    place = attrs.evolve(place, recorded=kept)
    structural = list(faults(place, unread.ids, unread.nameless))
    found = [*unread.findings, *structural]
    tallies: Counter[tuple[str, Verdict]] = Counter()
    if pack is not None:
        view = View(place, pack.at(on), on, since)
        unclear = touched(place, structural) if structural or unread.findings else frozenset[str]()
        for norm in view.pack.norms:
            answers = list(_answers(view, norm, unclear, table))
            tallies.update((norm.code, answer.verdict) for _, answer in answers)
            found += _findings(norm, answers)
    return Report(
        findings=in_order(found),
        tallies=tuple(Tally(code, verdict, n) for (code, verdict), n in sorted(tallies.items())),
        complete=not unread.findings,
        pack=pack.id if pack else "",
        digest=pack.digest if pack else "",
        version=__version__,
        on=on,
        since=since,
    )


def _answers(
    view: View, norm: Norm, unclear: frozenset[str], evaluators: Mapping[type[Payload], Evaluator]
) -> Iterator[tuple[Row | None, Answer]]:
    evaluate = evaluators.get(type(norm.payload))
    if evaluate is None:
        raise StructureError(both("judge.evaluator", kind=type(norm.payload).__name__, code=norm.code), norm.code)
    reading = view.reaching(view.since) if norm.payload.over_span() else view
    subjects = reading.pick(norm.scope)
    if not subjects.rows:
        empty = Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.empty")
        yield None, empty if subjects.complete else unknown(norm.scope.table)
    waivers = {row.subject: row for row in view.rows("waivers") if row.code == norm.code}
    for subject in subjects.rows:
        for answer in evaluate(reading, norm, norm.payload, subject):
            yield subject, _settled(norm, subject, answer, unclear, waivers)


def _settled(
    norm: Norm, subject: Row, answer: Answer, unclear: frozenset[str], waivers: Mapping[str, Waiver]
) -> Answer:
    """What follows from a fault is not reported again; what is waived is shown with its reason."""
    if answer.verdict is Verdict.BREACHED and norm.modality is Modality.MAY:
        return attrs.evolve(answer, verdict=Verdict.MET)
    if subject.id in unclear and answer.verdict in {Verdict.MET, Verdict.BREACHED}:
        return unknown("structure", answer.aspect)
    if answer.verdict is not Verdict.BREACHED:
        return answer
    waiver = waivers.get(subject.id)
    if waiver is None or (norm.modality is Modality.MUST and not norm.waivable):
        return answer
    reason: tuple[str, Argument] = ("reason", waiver.reason)
    return attrs.evolve(answer, verdict=Verdict.WAIVED, key="norm.waived", arguments=(*answer.arguments, reason))


def _findings(norm: Norm, answers: list[tuple[Row | None, Answer]]) -> Iterator[Finding]:
    """Breaches and waivers one by one; UNKNOWN and NOT_APPLICABLE once for each thing that is missing."""
    silent: defaultdict[tuple[Verdict, str, str], int] = defaultdict(int)
    for subject, answer in answers:
        if answer.verdict in {Verdict.BREACHED, Verdict.WAIVED} and subject is not None:
            yield _finding(norm, _worded(answer), subject.id, f"/{_TABLE_OF[type(subject)]}/{subject.id}")
        elif answer.verdict is not Verdict.MET:
            key = "norm.unknown" if answer.verdict is Verdict.UNKNOWN else _empty_or(answer.key)
            silent[answer.verdict, key, answer.missing] += 1
    for (verdict, key, missing), n in silent.items():
        grouped = Answer(verdict=verdict, key=key, aspect=missing, arguments=(("missing", _words(missing)), ("n", n)))
        yield _finding(norm, grouped, "", "/recorded" if verdict is Verdict.UNKNOWN else "")


def _worded(answer: Answer) -> Answer:
    """Give the sentence what it names where an evaluator left that out."""
    if answer.key != "norm.relation" or "detail" in dict(answer.arguments):
        return answer
    return attrs.evolve(answer, arguments=(*answer.arguments, ("detail", "-")))


def _empty_or(key: str) -> str:
    """Give the sentence of what does not apply; an evaluator that names none says that nothing applies."""
    return "norm.empty" if key == "norm.relation" else key


def _words(missing: str) -> Text:
    """Word the tables, columns and parameters that are missing."""
    terms = [term(name) for name in missing.split(", ")]
    return Text(zh="、".join(one.zh for one in terms), en=", ".join(one.en for one in terms))


def _finding(norm: Norm, answer: Answer, subject: str, path: str) -> Finding:
    return Finding(
        code=norm.code,
        subject=subject,
        aspect=answer.aspect,
        verdict=answer.verdict,
        severity=norm.modality.severity,
        path=path,
        key=answer.key,
        arguments=answer.arguments,
        text=norm.text,
        basis=norm.basis,
        measured=answer.measured,
        wanted=answer.wanted,
        unit=answer.unit,
    )
