"""Laws of judging: damage is found and nothing else is; silence is never a breach, and never a merit."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pbgov.base import Modality, Report, Table, Verdict
from pbgov.boundary import to_document
from pbgov.model import TABLES, Jurisdiction, Recorded, Waiver
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import RulePack
from pbgov.synth import Planted
from pbgov.testing._model import broken, jurisdictions
from pbgov.validation import Unread, faults, judge
from tests.rfc6901 import resolves
from tests.unit.validation.worlds import EVERYTHING

ON = date(2018, 7, 1)
FEW = settings(max_examples=settings().max_examples // 5)  # each example is a whole place
FAULTS = [f"PBS{number:02}" for number in range(1, 14)]
PACKS = st.sampled_from((EVERYTHING, EVERYTHING, JIXI, LANGFANG))
DECIDED = (Verdict.MET, Verdict.BREACHED)


def told(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in report.findings]


def silent(place: Jurisdiction) -> Jurisdiction:
    return attrs.evolve(place, recorded=())


def claiming(place: Jurisdiction) -> Jurisdiction:
    return attrs.evolve(place, recorded=tuple(Recorded(table=table) for table in TABLES))


class TestStructure:
    """RULINGS: one fault, one finding; what follows from a reported fault is not reported again."""

    @FEW
    @given(place=jurisdictions())
    def test_a_sound_place_has_no_fault(self, place: Jurisdiction) -> None:
        assert list(faults(place)) == []
        assert judge(place, on=ON).ok

    @pytest.mark.parametrize("code", FAULTS)
    @FEW
    @given(data=st.data())
    def test_one_damage_is_one_finding(self, code: str, data: st.DataObject) -> None:
        place, planted = data.draw(broken(codes=(code,)))
        report = judge(place, on=ON)
        assert told(report) == [(planted.code, planted.subject)]
        assert report.complete
        assert report.ok is (code == "PBS13")  # a warning
        [finding] = report.findings
        assert resolves(json.loads(json.dumps(to_document(place))), finding.path, last_may_be_missing=True)
        for lang in ("en", "zh"):
            assert "{" not in finding.message(lang) + finding.fix(lang)
            assert finding.message(lang)
            assert finding.fix(lang)

    @FEW
    @given(pair=broken())
    def test_a_damaged_place_is_judged_all_the_same(self, pair: tuple[Jurisdiction, Planted]) -> None:
        place, planted = pair
        for pack in (EVERYTHING, JIXI):
            report = judge(claiming(place), pack, on=ON)
            assert (planted.code, planted.subject) in told(report)
            assert planted.subject not in {f.subject for f in report.breached if not f.code.startswith("PBS")}

    @FEW
    @given(pair=broken())
    def test_what_was_not_read_is_no_fault(self, pair: tuple[Jurisdiction, Planted]) -> None:
        # A reference to a row that bad data kept from being read, by name or by table.
        place, planted = pair
        found = [finding.code for finding in faults(place, {"Znowhere"})]
        assert found == ([] if planted.code == "PBS01" else [planted.code])
        found = [finding.code for finding in faults(place, (), set(TABLES))]
        assert found == ([] if planted.code == "PBS01" else [planted.code])


class TestSilence:
    """Outside what is claimed a norm is UNKNOWN; inside, nothing recorded means it did not happen."""

    @FEW
    @given(place=jurisdictions(), pack=PACKS)
    def test_taking_claims_away_only_opens_what_was_decided(self, place: Jurisdiction, pack: RulePack) -> None:
        before, after = judge(place, pack, on=ON), judge(silent(place), pack, on=ON)
        whole = judge(claiming(place), pack, on=ON)
        for less, more in ((after, before), (before, whole)):
            assert {(f.code, f.subject, f.aspect) for f in less.breached} <= {
                (f.code, f.subject, f.aspect) for f in more.breached
            }
            for norm in pack.norms:
                assert all(less.count(norm.code, verdict) <= more.count(norm.code, verdict) for verdict in DECIDED)

    @FEW
    @given(place=jurisdictions(), pack=PACKS)
    def test_every_answer_is_counted_once(self, place: Jurisdiction, pack: RulePack) -> None:
        report = judge(place, pack, on=ON)
        single = Counter(f.verdict for f in report.findings if f.verdict in {Verdict.BREACHED, Verdict.WAIVED})
        assert single == Counter(
            {
                v: n
                for v in (Verdict.BREACHED, Verdict.WAIVED)
                if (n := sum(t.n for t in report.tallies if t.verdict is v))
            }
        )
        grouped = [f for f in report.findings if f.verdict not in {Verdict.BREACHED, Verdict.WAIVED}]
        for finding in grouped:
            assert dict(finding.arguments)["n"] <= report.count(finding.code, finding.verdict)  # type: ignore[operator]
        assert Verdict.MET not in {finding.verdict for finding in report.findings}

    @FEW
    @given(place=jurisdictions(), table=st.sampled_from(tuple(TABLES)))
    def test_a_table_that_lost_a_row_claims_nothing(self, place: Jurisdiction, table: str) -> None:
        place = claiming(place)
        without = attrs.evolve(place, recorded=tuple(one for one in place.recorded if one.table != table))
        for pack in (EVERYTHING, JIXI):
            lossy = judge(place, pack, on=ON, unread=Unread(tables=frozenset({table})))
            assert lossy == judge(without, pack, on=ON)


class TestWaivers:
    @FEW
    @given(place=jurisdictions(), pack=PACKS)
    def test_a_waiver_lifts_breaches_alone(self, place: Jurisdiction, pack: RulePack) -> None:
        place = attrs.evolve(claiming(place), waivers=Table())
        before = judge(place, pack, on=ON)
        norms = {norm.code: norm for norm in pack.norms}
        rows = {row.id for name in TABLES for row in place.table(name).values()}
        waivers = [
            Waiver(id=f"W{number}", code=code, subject=subject, reason="so")
            for number, (code, subject) in enumerate((code, subject) for code in norms for subject in sorted(rows))
        ]
        after = judge(place.having(*waivers), pack, on=ON)
        waivable = [f for f in before.breached if norms[f.code].modality is not Modality.MUST or norms[f.code].waivable]
        assert {(f.code, f.subject, f.aspect) for f in after.waived} == {
            (f.code, f.subject, f.aspect) for f in waivable
        }
        for norm in pack.norms:
            assert after.count(norm.code, Verdict.MET) >= before.count(norm.code, Verdict.MET) or "waivers" in str(norm)


class TestSameInputSameOutput:
    @FEW
    @given(pair=broken())
    def test_a_report_is_a_value(self, pair: tuple[Jurisdiction, Planted]) -> None:
        place, _ = pair
        assert judge(place, JIXI, on=ON) == judge(place, JIXI, on=ON)
        assert hash(judge(place, JIXI, on=ON)) == hash(judge(place, JIXI, on=ON))
