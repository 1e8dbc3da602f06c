"""The norms about duty lists: their two kinds at the edges, and the norms of the packs that no case holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Modality, Row, Verdict
from pbgov.boundary import validate
from pbgov.errors import UnknownIdError
from pbgov.model import Event, Jurisdiction
from pbgov.org import Body, Post, Tie, Unit
from pbgov.packs import JIXI, LANGFANG, NANQIAO, NATIONAL, SHANWEI
from pbgov.rules import HERE, Admitted, DutyItem, DutyList, RulePack, Stated, each
from tests.unit.model.duties import APPROVED, BOTH, WORK_ITEMS, approval, item, world
from tests.unit.validation.worlds import ON, documents, entries, events, lists, norm, pack, place, units, verdicts

MET, BREACHED, UNKNOWN, APART = Verdict.MET, Verdict.BREACHED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE


def of(kind: str, owner: str, name: str, **cells: Any) -> DutyList:
    return DutyList(id=name, kind=kind, owner=owner, **cells)


class TestStated:
    ON_LISTS = pack(norm(Stated(HERE.back(entries.list), ("post", "name", "power")), each(lists)))
    FULL: dict[str, Any] = {"list": "work", "category": "c", "post": "P", "name": "n", "power": 0}  # noqa: RUF012 - read

    def judged(self, *rows: Row, whole: tuple[str, ...] = ("entries",)) -> Verdict:
        (verdict,) = verdicts(place(WORK_ITEMS, Post(id="P", kind="head", unit="U"), Unit(id="didao", kind="k"),
                                    Unit(id="U", kind="k"), *rows, whole=whole), self.ON_LISTS)  # fmt: skip
        return verdict

    @pytest.mark.parametrize(
        ("gap", "verdict"),
        [({}, MET), ({"post": None}, BREACHED), ({"name": ""}, BREACHED), ({"power": None}, BREACHED)],
    )
    def test_an_empty_cell_of_a_whole_table_breaches(self, gap: dict[str, Any], verdict: Verdict) -> None:
        assert self.judged(DutyItem(id="a", **self.FULL), DutyItem(id="b", **(self.FULL | gap))) is verdict

    def test_without_a_claim_it_may_only_not_be_entered(self) -> None:
        assert self.judged(DutyItem(id="a", **(self.FULL | {"post": None})), whole=()) is UNKNOWN
        assert self.judged(DutyItem(id="a", **self.FULL), whole=()) is UNKNOWN  # there may be more

    def test_a_list_without_items_leaves_nothing_open(self) -> None:
        assert self.judged() is MET
        assert self.judged(whole=()) is UNKNOWN

    def test_it_says_which_rows_and_what_is_missing(self) -> None:
        rows = [DutyItem(id=f"i{n}", list="work", category="c", name="n") for n in range(7)]
        record = place(WORK_ITEMS, Unit(id="didao", kind="k"), *rows, whole=("entries",))
        (finding,) = validate(record, pack=self.ON_LISTS, on=ON).breached
        shown = ", ".join(f"i{n} (responsible post, steps of power)" for n in range(5))
        assert finding.message() == f"work: “a norm” is open in {shown} … +2"
        assert "i0（责任岗位、级权力）、i1（责任岗位、级权力）" in finding.message("zh")
        assert finding.message("zh").endswith(" … +2")
        assert "补写" in finding.fix("zh")
        five = place(WORK_ITEMS, Unit(id="didao", kind="k"), *rows[:5], whole=("entries",))
        assert "+" not in validate(five, pack=self.ON_LISTS, on=ON).breached[0].message()
        six = place(WORK_ITEMS, Unit(id="didao", kind="k"), *rows[:6], whole=("entries",))
        assert validate(six, pack=self.ON_LISTS, on=ON).breached[0].message().endswith(" … +1")

    def test_the_subject_itself_may_be_asked(self) -> None:
        own = pack(norm(Stated(HERE, ("post",)), each(entries)))
        silent, full = item("a"), item("b", post="P")
        rows = [WORK_ITEMS, Unit(id="didao", kind="k"), Post(id="P", kind="head", unit="didao")]
        assert verdicts(place(*rows, silent, full, whole=("entries",)), own) == [BREACHED, MET]
        assert verdicts(place(*rows, silent, full), own) == [MET, UNKNOWN]

    def test_what_is_missing_is_named_by_its_tables(self) -> None:
        below = pack(norm(Stated(HERE.down().back(documents.parties), ("sections",)), each(units)))
        (finding,) = validate(place(Unit(id="U", kind="k")), pack=below, on=ON).unknown
        assert finding.aspect == "units, documents"
        along = pack(norm(Stated(each(lists).along(lists.owner, "units"), ("level",)), each(units)))
        (named,) = validate(place(Unit(id="U", kind="k", level="city")), pack=along, on=ON).unknown
        assert named.aspect == "lists, units"

    def test_a_column_that_no_row_has_is_misuse(self) -> None:
        with pytest.raises(UnknownIdError):
            verdicts(place(WORK_ITEMS, item()), pack(norm(Stated(HERE, ("colour",)), each(entries))))


class TestAdmitted:
    SCOPE = each(entries)
    PAYLOAD = Admitted(organs="organs", approvers="approvers")
    PACK = pack(norm(PAYLOAD, SCOPE), organs=BOTH, approvers=2)

    @pytest.mark.parametrize(
        ("rows", "whole", "expected"),
        [
            (APPROVED, ("events",), MET),
            (APPROVED[:1], ("events",), BREACHED),
            (APPROVED[:1], (), UNKNOWN),
        ],
    )
    def test_an_item_is_admitted_or_not(self, rows: tuple[Row, ...], whole: tuple[str, ...], expected: Verdict) -> None:
        assert verdicts(world(item(), *rows, whole=whole), self.PACK) == [expected]

    def test_figures_still_wanted_leave_it_open(self) -> None:
        record = world(item(), *APPROVED)
        for figures in ({"organs": None, "approvers": 2}, {"organs": BOTH, "approvers": None}):
            (finding,) = validate(record, pack=pack(norm(self.PAYLOAD, self.SCOPE), **figures), on=ON).unknown
            assert figures[finding.aspect] is None

    def test_it_names_what_was_not_admitted(self) -> None:
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("a", "b", "c"))
        approved = [attrs.evolve(event, date=ON, agenda=("b",)) for event in APPROVED]
        rules = pack(norm(self.PAYLOAD, each(events.kind == "duty_handed_down")), organs=BOTH, approvers=2)
        (finding,) = validate(world(down, *approved), pack=rules, on=ON).breached
        assert finding.subject == "down"
        assert finding.message().endswith("is on record of a, c")
        assert finding.message("zh").endswith("批准记录：a、c")
        assert finding.fix()

    def test_one_open_code_leaves_an_event_open(self) -> None:
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("a", "b"))
        approved = [attrs.evolve(event, agenda=("a",)) for event in APPROVED]
        rules = pack(norm(self.PAYLOAD, each(events.kind == "duty_handed_down")), organs=BOTH, approvers=2)
        assert verdicts(world(down, *approved, whole=()), rules) == [UNKNOWN]

    @pytest.mark.parametrize(
        ("cells", "on_list", "expected"),
        [
            ({"matter": "a"}, {}, MET),
            ({"matter": "b"}, {}, BREACHED),
            ({"matter": "a", "end": ON}, {}, BREACHED),
            ({"matter": "a", "start": date(2018, 7, 2)}, {}, BREACHED),
            ({"matter": "a"}, {"owner": "other"}, BREACHED),
            ({"matter": "a"}, {"kind": "basic_duty_list"}, BREACHED),
            ({"matter": "a"}, {"end": ON}, BREACHED),
            ({"matter": "a", "end": date(2018, 7, 2)}, {"end": date(2018, 7, 2)}, MET),  # it stood there that day
        ],
    )
    def test_what_stood_on_the_list_is_permitted_as_it_stands(
        self, cells: dict[str, Any], on_list: dict[str, Any], expected: Verdict
    ) -> None:
        """Ruling 6."""
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("a",))
        rules = pack(norm(self.PAYLOAD, each(events.kind == "duty_handed_down")), organs=BOTH, approvers=2)
        record = world(item(**cells), down).having(attrs.evolve(WORK_ITEMS, **on_list))
        assert verdicts(record, rules, on=date(2018, 8, 1)) == [expected]
        assert verdicts(record.having(item("lost", list="gone", matter="a")), rules, on=date(2018, 8, 1)) == [expected]

    def test_a_row_that_brings_no_task_is_open(self) -> None:
        assert verdicts(place(item()), self.PACK) == [UNKNOWN]  # its list is not on record
        about_units = pack(norm(self.PAYLOAD, each(units)), organs=BOTH, approvers=2)
        assert verdicts(place(Unit(id="U", kind="k")), about_units) == [UNKNOWN]


def found(record: Jurisdiction, rules: RulePack, code: str, on: date = ON, since: date | None = None) -> set[Verdict]:
    """The verdicts of one norm."""
    report = validate(record, pack=rules, on=on, since=since)
    return {verdict for verdict in Verdict if report.count(code, verdict)}


TIERS = ("basic_duty_list", "cooperating_duty_list", "taken_back_list")
LATER = date(2025, 7, 1)


def tiered(*rows: Row, kinds: tuple[str, ...] = TIERS, whole: tuple[str, ...] = ("lists", "entries")) -> Jurisdiction:
    """A subdistrict with its lists; ``basic``, ``cooperating`` and ``taken`` are their identifiers."""
    named = [of(kind, "street", kind.split("_")[0]) for kind in kinds]
    city = [Unit(id="jixi", kind="prefecture", level="city"), Unit(id="didao", kind="k", level="county", parent="jixi")]
    street = Unit(id="street", kind="subdistrict", level="township", parent="didao")
    return place(*city, street, Unit(id="bureau", kind="department", parent="didao"), *named, *rows, whole=whole)


def line(name: str, on: str, matter: str | None = None, **cells: Any) -> DutyItem:
    return DutyItem(id=name, list=on, category="safety", matter=matter, **cells)


class TestThreeTiers:
    """N-8.09 to N-8.13."""

    def test_every_subdistrict_has_three_lists_from_july_2025_on(self) -> None:
        assert found(tiered(), NATIONAL, "PBN809", LATER) == {MET}
        assert found(tiered(kinds=TIERS[:2]), NATIONAL, "PBN809", LATER) == {BREACHED}
        assert found(tiered(kinds=TIERS[:2], whole=()), NATIONAL, "PBN809", LATER) == {UNKNOWN}
        assert found(tiered(kinds=TIERS[:2]), NATIONAL, "PBN809", date(2025, 6, 30)) == set()

    @pytest.mark.parametrize(
        ("rows", "verdict"),
        [
            ([line("a", "basic", "m1"), line("b", "cooperating", "m2"), line("c", "taken", "m3")], MET),
            ([line("a", "basic", "m1"), line("b", "cooperating", "m1"), line("c", "taken", "m3")], BREACHED),
            ([line("a", "basic", "m1"), line("b", "cooperating", "m2"), line("c", "taken", "m2")], BREACHED),
            ([line("a", "basic", "m1"), line("b", "cooperating", "m2"), line("c", "taken", "m1")], BREACHED),
            ([line("a", "basic", "m1"), line("b", "cooperating", "m2"), line("c", "taken")], UNKNOWN),
        ],
    )
    def test_a_matter_stands_on_one_list_only(self, rows: list[Row], verdict: Verdict) -> None:
        assert found(tiered(*rows), NATIONAL, "PBN811") == {verdict}

    @pytest.mark.parametrize(
        ("cells", "verdict"),
        [
            ({"department": "bureau", "scope": "报告隐患"}, MET),
            ({"department": "bureau"}, BREACHED),
            ({"scope": "报告隐患"}, BREACHED),
        ],
    )
    def test_a_cooperating_duty_names_department_and_scope(self, cells: dict[str, Any], verdict: Verdict) -> None:
        assert found(tiered(line("a", "cooperating", **cells)), NATIONAL, "PBN813") == {verdict}
        assert found(tiered(line("a", "basic", **cells)), NATIONAL, "PBN813") == {MET}

    @pytest.mark.parametrize(
        ("cells", "verdict"),
        [
            ({"department": "bureau", "method": "由部门直接检查"}, MET),
            ({"department": "bureau"}, BREACHED),
            ({"method": "由部门直接检查"}, BREACHED),
        ],
    )
    def test_what_is_taken_back_names_receiver_and_method(self, cells: dict[str, Any], verdict: Verdict) -> None:
        assert found(tiered(line("a", "taken", **cells)), NATIONAL, "PBN814") == {verdict}

    def test_what_is_off_the_lists_is_admitted_before_it_is_handed_down(self) -> None:
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=LATER, agenda=("a",))
        rows = [approval(f"{organ}-didao", LATER, ("a",)) for organ in BOTH]
        assert found(world(down, *rows), NATIONAL, "PBN812", LATER) == {MET}
        assert found(world(down, rows[0]), NATIONAL, "PBN812", LATER) == {BREACHED}
        assert found(world(attrs.evolve(down, date=ON)), NATIONAL, "PBN812") == set()

    def test_a_place_without_such_lists_is_not_asked(self) -> None:
        for code in ("PBN811", "PBN813", "PBN814"):
            assert found(tiered(kinds=()), NATIONAL, code) == {APART}


class TestTheNoticeOf2015:
    """N-9.01, N-9.05, N-9.06."""

    @pytest.mark.parametrize(
        ("owner", "national", "jixi"),
        [("jixi", MET, BREACHED), ("didao", BREACHED, MET), ("street", BREACHED, BREACHED)],
    )
    def test_at_which_level_the_list_is_made(self, owner: str, national: Verdict, jixi: Verdict) -> None:
        record = tiered(of("work_item_list", owner, "W"))
        assert found(record, NATIONAL, "PBN901") == {national}
        assert found(record, JIXI, "PBN901") == {jixi}
        assert found(record, NATIONAL, "PBN901", date(2015, 7, 12)) == set()

    @pytest.mark.parametrize(
        ("category", "role", "targets", "responsible"),
        [
            ("serve", None, {MET}, {UNKNOWN}),  # the list does not say as whom
            ("serve", "responsible", {MET}, {MET}),
            ("tax_assistance", "responsible", {BREACHED}, {MET}),
            ("demolition", "responsible", {MET}, {BREACHED}),
            ("demolition", "assisting", {MET}, {MET}),
        ],
    )
    def test_what_is_cancelled(
        self, category: str, role: str | None, targets: set[Verdict], responsible: set[Verdict]
    ) -> None:
        record = tiered(of("work_item_list", "jixi", "W"), item("w", category, list="W", role=role))
        assert found(record, NATIONAL, "PBN905") == targets
        assert found(record, NATIONAL, "PBN906") == responsible
        for entry in NATIONAL.norms:
            if entry.code in {"PBN905", "PBN906"}:
                assert entry.modality is Modality.IN_PRINCIPLE  # 原则上一律取消


class TestCities:
    def test_every_party_organisation_of_a_micro_enterprise_is_led(self) -> None:
        shop = Unit(id="shop", kind="micro_enterprise")
        tie = Tie(id="t", kind="leads", source="willow", target="shop")
        assert found(world(shop, tie, whole=("units", "ties")), JIXI, "JX412") == {MET}
        assert found(world(shop, whole=("units", "ties")), JIXI, "JX412") == {BREACHED}
        assert found(world(shop), JIXI, "JX412") == {UNKNOWN}

    def test_each_county_inspects_itself_once_a_year(self) -> None:
        audit = Event(id="a", kind="self_inspection", subject="didao", date=date(2018, 3, 1), agenda=())
        year = date(2018, 1, 1)
        assert found(world(audit), JIXI, "JX418", date(2019, 1, 1), year) == {MET, BREACHED}  # the other has none
        assert found(world(audit, whole=()), JIXI, "JX418", date(2019, 1, 1), year) == {MET, UNKNOWN}
        assert found(world(audit), JIXI, "JX418", date(2018, 12, 31), year) == {APART}

    def test_a_secretary_has_no_two_task_lists_at_once(self) -> None:
        first = of("annual_task_list", "didao", "T1", start=date(2018, 1, 1), end=date(2019, 1, 1))
        second = attrs.evolve(first, id="T2")
        assert found(world(first), NANQIAO, "NQ429") == {MET}
        assert found(world(first, second), NANQIAO, "NQ429") == {MET, BREACHED}
        assert found(world(first, attrs.evolve(second, start=first.end, end=None)), NANQIAO, "NQ429") == {MET}

    def test_the_lead_is_a_party_organisation(self) -> None:
        body = Body(id="b", kind="governance_arrangement", host="willow")
        tie = Tie(id="t", kind="lead_coordinator", source="lead", target="b")
        for kind, verdict in (("community_party_organisation", MET), ("property_company", BREACHED)):
            record = world(body, tie, Unit(id="lead", kind=kind), whole=("ties",))
            assert found(record, NANQIAO, "NQ435") == {verdict}

    def test_the_level_responsible_is_one_of_three(self) -> None:
        demands = of("demand_list", "street", "D")
        for level, verdict in (("township", MET), ("city", BREACHED), (None, UNKNOWN)):
            record = tiered(demands, item("d", list="D", level=level))
            assert found(record, SHANWEI, "SW433") == {verdict}

    def test_a_member_that_some_organisation_holds_is_not_asked(self) -> None:
        assert found(world(whole=("people",)), LANGFANG, "LF412") == {APART}

    def test_who_else_may_not_approve_what_is_handed_down(self) -> None:
        down = Event(id="down", kind="duty_handed_down", subject="willow", date=ON, agenda=("a",))
        for organ in ("bureau", "government-other", "street"):
            rows = [approval(name, ON, ("a",)) for name in ("party_committee-didao", organ)]
            assert found(world(down, *rows), JIXI, "JX409") == {BREACHED}
        rows = [approval(name, ON, ("a",)) for name in ("party_committee-didao", "government-didao")]
        assert found(world(down, *rows), JIXI, "JX409") == {MET}
