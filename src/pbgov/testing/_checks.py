"""Checks for a pack and a norm of one's own, to be called from a test."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Mapping
from datetime import date

from pbgov.base import LANGS, Text, Verdict, both
from pbgov.errors import InvalidValueError
from pbgov.model import COLUMNS, Jurisdiction
from pbgov.rules import Flaw, Norm, Payload, RulePack, analyse
from pbgov.validation import EVALUATORS, Evaluator, judge


def check_pack(pack: RulePack, *, on: date | None = None, ignore: Collection[Flaw] = ()) -> None:
    """Fail where a pack has a flaw, or does not survive pickling with its digest.

    Args:
        pack: The pack.
        on: The day whose rules are looked at; by default all days.
        ignore: Flaws that are accepted.

    Raises:
        AssertionError: It has; the message lists every flaw in both languages, with the way out.

    Examples:
        >>> from pbgov.packs import JIXI
        >>> check_pack(JIXI)
    """
    defects = [defect for defect in analyse(pack, on=on, tables=COLUMNS) if defect.flaw not in ignore]
    told = [
        f"{one.flaw.value}: " + " / ".join(f"{one.message(lang)}; {one.fix(lang)}" for lang in LANGS) for one in defects
    ]
    if told:
        raise AssertionError("\n".join(told))
    again: RulePack = pickle.loads(pickle.dumps(pack))  # noqa: S301 - our own bytes
    if again != pack or again.digest != pack.digest:
        raise AssertionError(both("check.pickle", pack=pack.id))


def check_norm(
    norm: Norm,
    *,
    accept: Jurisdiction,
    violate: Jurisdiction,
    on: date,
    since: date | None = None,
    pack: RulePack | None = None,
    evaluators: Mapping[type[Payload], Evaluator] = EVALUATORS,
) -> None:
    """Fail where a norm does not tell a place that keeps it from one that breaks it.

    Args:
        norm: The norm.
        accept: A place of which it must say MET of some subject, and BREACHED of none.
        violate: A place of which it must say BREACHED of some subject.
        on: The day.
        since: First day of the span whose periods are judged, as ``validate`` takes it.
        pack: Where the parameters of the norm are taken from.
        evaluators: What judges each kind of norm, as ``judge`` takes it: for a kind of one's own.

    Raises:
        AssertionError: It does not; the message says what it said instead, in both languages.
        InvalidValueError: The norm names parameters and no pack is given.
    """
    if pack is None and norm.parameters():
        raise InvalidValueError(both("check.pack", code=norm.code, ids=", ".join(norm.parameters())), norm.code)
    parameters = tuple(one for one in (pack.parameters if pack else ()) if one.id in norm.parameters())
    alone = RulePack(id="check", title=Text(zh="检验", en="check"), parameters=parameters, norms=(norm,))
    for place, wanted in ((accept, Verdict.MET), (violate, Verdict.BREACHED)):
        report = judge(place, alone, on=on, since=since, evaluators=evaluators)
        said = {verdict: report.count(norm.code, verdict) for verdict in Verdict}
        if not said[wanted] or (wanted is Verdict.MET and said[Verdict.BREACHED]):
            told = ", ".join(f"{verdict.value} {n}" for verdict, n in said.items() if n) or "-"
            raise AssertionError(both("check.norm", code=norm.code, place=place.id, wanted=wanted.value, said=told))
