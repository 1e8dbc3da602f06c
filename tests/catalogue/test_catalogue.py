"""Every case of the catalogue, by one test."""

import csv
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

import pbgov
from pbgov import packs
from pbgov.base import LANGS, Finding, Report, Verdict
from pbgov.rules import Decision, Outcome, Overlay, RulePack, State, analyse
from tests.catalogue.cases import CASES
from tests.catalogue.worlds import (
    A_CASE,
    CHAIN,
    ON,
    SINCE,
    Asked,
    Case,
    Decided,
    Judged,
    Refused,
    Ruled,
    Stored,
    Wanting,
    place,
)

PACKS = [pack for name in packs.__all__ if isinstance(pack := getattr(packs, name), RulePack)]
ITEMS = Path(__file__).parent / "items.csv"


def named(cases: Sequence[Case]) -> list[str]:
    """Name each case after its item; of several cases of one item the second and later ones by number too."""
    seen = Counter[str]()
    names: list[str] = []
    for case in cases:
        seen[case.item] += 1
        names.append(case.item if seen[case.item] == 1 else f"{case.item} {seen[case.item]}")
    return names


@cache
def bare(name: str) -> Report:
    """What a pack finds in the four levels alone."""
    [pack] = [pack for pack in PACKS if pack.id == name]
    return pbgov.validate(place(*CHAIN), pack=pack, on=ON, since=SINCE)


@pytest.mark.parametrize("case", CASES, ids=named(CASES))
def test_item(case: Case) -> None:
    match case:
        case Judged():
            accepted = pbgov.validate(case.accepting, pack=case.pack, on=case.on, since=SINCE)
            violated = pbgov.validate(case.violating, pack=case.pack, on=case.on, since=SINCE)
            assert accepted.breached == ()
            assert {finding.code for finding in violated.breached} == {case.code}
            assert not case.subject or [finding.subject for finding in violated.breached] == [case.subject]
            assert all(worded(finding) for finding in violated.breached)
            assert met_by(case, accepted) or case.code.startswith("PBS") or case.code == "JX203"
        case Decided():
            accepted_ = pbgov.admit(case.accepting, place=case.place, pack=case.pack, on=ON)
            refused = pbgov.admit(case.violating, place=case.place, pack=case.pack, on=ON)
            turned(accepted_, refused, case.code, case.outcome)
        case Ruled():
            rules = case.pack.at(ON)
            turned(rules.decide(case.accepting), rules.decide(case.violating), case.code, case.outcome)
            assert analyse(case.pack) == ()
        case Refused():
            case.accepting()
            with pytest.raises(case.error):
                case.violating()
        case Asked():
            assert case.accepting() == case.answer
            assert case.violating() == case.other
            assert case.answer != case.other
        case Stored():
            kept = place(*CHAIN, case.row)
            again = pbgov.parse(pbgov.to_document(kept))
            assert again == kept
            for pack in PACKS:
                before = bare(pack.id)
                after = pbgov.validate(again, pack=pack, on=ON, since=SINCE)
                assert after.breached == before.breached
                assert case.row.id not in {finding.subject for finding in after.findings}
        case Wanting():
            overlay = Overlay(id="declared", title=case.pack.title, basis=A_CASE, replace=(case.declared,))
            declared = pbgov.validate(case.accepting, pack=case.pack.extend(overlay), on=case.on, since=SINCE)
            assert declared.breached == ()
            assert declared.count(case.code, Verdict.MET) > 0
            assert declared.count(case.code, Verdict.UNKNOWN) == 0
            silent = pbgov.validate(case.accepting, pack=case.pack, on=case.on, since=SINCE)
            assert case.declared.id in {finding.aspect for finding in silent.unknown if finding.code == case.code}
            assert silent.count(case.code, Verdict.MET) == 0


def turned(accepted: Decision, refused: Decision, code: str, outcome: Outcome) -> None:
    """Check that a request is admitted, another gets the outcome, and that one rule makes the difference."""
    assert accepted.outcome is Outcome.ADMITTED
    assert refused.outcome is outcome
    speaking = {reason.rule.id: reason.state for reason in refused.reasons}
    before = {reason.rule.id: reason.state for reason in accepted.reasons}
    assert (speaking[code], before[code]) in {
        (State.SILENT, State.ACTIVE),  # a permit that no longer speaks
        (State.ACTIVE, State.SILENT),  # a requirement that is no longer met
    }


def worded(finding: Finding) -> bool:
    """Tell whether a finding says in two languages what is wrong and what to do."""
    pairs = [{finding.message("en"), finding.message("zh")}, {finding.fix("en"), finding.fix("zh")}]
    return all(len(pair) == len(LANGS) and all(pair) for pair in pairs)


def met_by(case: Judged, report: Report) -> bool:
    """Whether the norm really spoke: an accepting place must not pass for want of a subject."""
    return report.count(case.code, Verdict.MET) > 0


def test_cases_name_items_of_the_catalogue_in_its_order() -> None:
    with ITEMS.open(encoding="utf-8", newline="") as file:
        items = [row["item"] for row in csv.DictReader(file)]
    held = list(dict.fromkeys(case.item for case in CASES))
    assert len(items) == len(set(items)) == 349
    assert set(held) <= set(items)
    assert held == sorted(held, key=items.index)
