"""What a notebook is given: each kind of content whole, in both languages, of bounded size, and without persons."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from pbgov.base import LANGS, Finding, Lang, Report, Severity, Shown, Tally, Text, Verdict, say, svg, wrapped
from pbgov.display import page
from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood, partition
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS, OrgGraph
from pbgov.rules import Decline, Join, Nominate, Rota
from tests.unit.display.reading import nested, part
from tests.unit.display.worlds import HEADING, NASTY, ON, decision, finding, jixi, plan, report

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, HTML, SVG = "text/plain", "text/html", "image/svg+xml"
ROTA = Rota(groups=("group-1", "group-2", NASTY.replace("/", "")), start=date(2018, 5, 1), months=2)
STREET = Neighbourhood(id="N", community="C", buildings=[Building(id="B1", households=100, x=0, y=0)])
SHOWN: Mapping[str, tuple[Shown, set[str]]] = {
    "org": (jixi().org, {PLAIN, HTML, SVG}),
    "report": (report(), {PLAIN, HTML}),
    "rota": (ROTA, {PLAIN, HTML, SVG}),
    "plan": (plan(), {PLAIN, HTML, SVG}),
    "partition": (partition(STREET, (50, 100)), {PLAIN, HTML, SVG}),
    "certificate": (partition(STREET, (5, 10)), {PLAIN, HTML}),
    "decision": (decision(), {PLAIN, HTML}),
    "forbidden": (decision(duty="tax_assistance"), {PLAIN, HTML}),
    "undecided": (decision(staff_moved=None), {PLAIN, HTML}),
    "empty": (Report(), {PLAIN, HTML}),
    "unplaced": (
        GridPlan(
            neighbourhood=Neighbourhood(id="N", community="C", buildings=[Building(id="B", households=1)]),
            grids=[Grid(id="G", neighbourhood="N", members=["B"])],
        ),
        {PLAIN, HTML, SVG},
    ),
}


def bundle(shown: Shown, **how: Any) -> dict[str, str]:
    return shown._repr_mimebundle_(**how)


@pytest.mark.parametrize("name", SHOWN)
def test_each_gives_its_kinds_and_of_them_those_that_are_asked_for(name: str) -> None:
    shown, kinds = SHOWN[name]
    whole = bundle(shown)
    assert set(whole) == kinds
    assert bundle(shown, include=[PLAIN]) == {PLAIN: whole[PLAIN]}
    assert bundle(shown, exclude=[HTML]) == {kind: made for kind, made in whole.items() if kind != HTML}
    assert bundle(shown, include=(), exclude=()) == {}
    assert bundle(shown) == whole


@pytest.mark.parametrize("name", SHOWN)
def test_each_is_well_formed_loads_nothing_and_names_no_part(name: str) -> None:
    whole = bundle(SHOWN[name][0])
    for kind in {HTML, SVG} & set(whole):
        ET.fromstring(f"<div>{whole[kind]}</div>")  # noqa: S314 - our own
        tags = nested(whole[kind]).seen
        assert not {"script", "link", "img", "iframe", "style", "use"} & {tag for tag, _ in tags}
        assert not [given for _, given in tags if "id" in given or any(key.startswith("on") for key in given)]
        assert not re.search(r"url\(|@import", whole[kind])


@pytest.mark.parametrize("name", SHOWN)
def test_each_says_everything_in_both_languages(name: str) -> None:
    html = ET.fromstring(f"<div>{bundle(SHOWN[name][0])[HTML]}</div>")  # noqa: S314 - our own
    spoken = {lang: [one for one in html.iter() if one.get("lang") == lang] for lang in LANGS}
    assert len(spoken["zh"]) == len(spoken["en"]) > 0
    assert all(re.search("[\u4e00-\u9fff]", "".join(one.itertext())) for one in spoken["zh"])
    plain = bundle(SHOWN[name][0])[PLAIN]
    assert re.search("[\u4e00-\u9fff]", plain)
    assert re.search("[a-z]{3}", plain)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("kind", [PLAIN, HTML, SVG])
def test_no_person_is_listed(name: str, kind: str) -> None:
    assert "SECRET" not in bundle(SHOWN[name][0]).get(kind, "")


def test_a_value_that_says_no_kinds_is_unfinished() -> None:
    with pytest.raises(NotImplementedError):
        bundle(Shown())


class TestAReport:
    @pytest.mark.parametrize("lang", LANGS)
    def test_it_words_every_finding_its_way_out_and_its_ground(self, lang: Lang) -> None:
        html = "".join(ET.fromstring(bundle(report())[HTML]).itertext())  # noqa: S314 - our own
        for one in report().findings:
            assert one.message(lang) in html
            assert one.fix(lang) in html
            assert one.basis is None or one.basis.in_(lang) in html

    def test_ten_thousand_findings_are_counted_and_not_listed(self) -> None:
        many = tuple(finding(f"JX{i % 40:03}", f"subject-{i}") for i in range(10_000))
        large = Report(findings=many)
        whole = bundle(large)
        assert max(map(len, whole.values())) < 60_000
        assert "10,000" in whole[HTML]
        assert "245 more, not listed" in whole[HTML]
        assert "7,000 more findings of 28 norms" in whole[HTML]
        assert "7,000 more findings of 28 norms" in whole[PLAIN]

    def test_heavier_norms_come_first(self) -> None:
        mixed = Report(
            findings=(finding("A1", severity=Severity.INFO), finding("B1"), finding("A0", severity=Severity.WARNING))
        )
        assert re.findall("<code>(..)</code>", bundle(mixed)[HTML]) == ["B1", "A0", "A1"]

    def test_a_finding_about_a_person_keeps_its_details_back(self) -> None:
        of_person = Finding(code="PBS01", subject="SECRET-1", path="/people/SECRET-1", key="structure.PBS02",
                            arguments=(("ring", "SECRET-1"),))  # fmt: skip
        whole = bundle(Report(findings=(of_person,)))
        assert not any("SECRET" in made for made in whole.values())
        assert say("report.person", "zh") in whole[HTML]
        assert of_person.personal
        assert not finding().personal

    def test_it_says_when_data_could_not_be_read(self) -> None:
        assert all("could not be read" in made for made in bundle(Report(complete=False)).values())

    def test_subjects_are_counted_where_norms_were_judged(self) -> None:
        tallied = Report(
            findings=(finding("X"),), tallies=(Tally("X", Verdict.BREACHED, 1), Tally("X", Verdict.MET, 9))
        )
        assert "9 " in bundle(tallied)[PLAIN]
        assert bundle(tallied)[PLAIN].splitlines()[1] == "符合 9  违反 1"


class TestARota:
    def test_the_calendar_lists_terms_with_their_days(self) -> None:
        assert "  1  2018-05-01 – 2018-06-30  group-1" in bundle(ROTA)[PLAIN]
        assert "2018-06-30" in bundle(ROTA)[HTML]

    def test_it_reaches_beyond_the_last_event(self) -> None:
        later = ROTA.with_(Join(on=date(2022, 1, 5), group="late", members=("SECRET-1",)))
        assert "late" in bundle(later)[PLAIN]
        assert not any("SECRET" in made for made in bundle(later).values())

    def test_a_chair_is_not_listed(self) -> None:
        members = {"group-1": ["SECRET-1", "SECRET-2"]}
        chaired = attrs.evolve(ROTA, members=members).with_(
            Nominate(on=date(2018, 5, 1), group="group-1", nominee="SECRET-1", nominators=("SECRET-1", "SECRET-2"))
        )
        assert not any("SECRET" in made for made in bundle(chaired).values())

    def test_vacant_terms_are_said(self) -> None:
        two = Rota(groups=("D", "E"), start=date(2018, 7, 1), months=1)
        empty = two.with_(Decline(on=date(2018, 7, 1), group="D"), Decline(on=date(2018, 7, 1), group="E"))
        assert "(vacant)" in bundle(empty)[HTML]

    def test_a_rota_of_many_groups_is_bounded(self) -> None:
        many = Rota(groups=[f"g{i:04}" for i in range(2_000)], start=date(2018, 7, 1), months=1)
        assert bundle(many)[PLAIN].count("\n") < 100

    def test_the_ring_is_of_the_cycle_of_a_day(self) -> None:
        assert ROTA.to_svg(on=date(2019, 1, 1)).count('class="now"') == 2
        assert ROTA.to_svg(on=date(2000, 1, 1)) == ROTA.to_svg(0) == ROTA.to_svg()
        assert ROTA.to_svg(1) != ROTA.to_svg()
        for wrong in ({"number": -1}, {"lang": "fr"}):
            with pytest.raises(InvalidValueError):
                ROTA.to_svg(**wrong)


class TestAPlan:
    def test_the_map_stands_alone(self) -> None:
        root = ET.fromstring(plan().to_svg(waived=["N1-G3"], lang="en"))  # noqa: S314 - our own
        space = "{http://www.w3.org/2000/svg}"
        assert root.findtext(f"{space}title") == "Map of the grids of 老城"
        parents = {child: parent for parent in root.iter() for child in parent}
        for path in root.iter(f"{space}path"):  # a look of its own, or of a group it is in
            above = path
            while "fill" not in above.attrib:
                above = parents[above]
        assert {"20 m", "N"} <= {text.text for text in root.iter(f"{space}text")}

    def test_waivers_are_said(self) -> None:
        held = partition(STREET, (5, 10), oversize="alone")
        assert all("waived" in made for kind, made in bundle(held).items() if kind != SVG or "polygon" not in made)

    def test_many_grids_are_counted(self) -> None:
        row = Neighbourhood(id="N", community="C", buildings=[Building(id=f"B{i}", households=1) for i in range(200)])
        many = GridPlan(
            neighbourhood=row, grids=[Grid(id=f"G{i}", neighbourhood="N", members=[f"B{i}"]) for i in range(200)]
        )
        assert "140 more" in bundle(many)[PLAIN].replace("and ", "")
        assert "140 more" in bundle(many)[HTML].replace("and ", "")
        assert many.colours() == dict.fromkeys(many.grids, 0) or len(set(many.colours().values())) <= 8

    def test_it_speaks_two_languages(self) -> None:
        with pytest.raises(InvalidValueError):
            plan().to_svg(lang="fr")  # type: ignore[arg-type] # on purpose


class TestADecision:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("facts", [{}, {"duty": "tax_assistance"}, {"staff_moved": None}])
    def test_it_says_all_that_it_explains(self, lang: Lang, facts: Any) -> None:
        html = "".join(ET.fromstring(bundle(decision(**facts))[HTML]).itertext())  # noqa: S314 - our own
        assert [line for line in decision(**facts).explain(lang).splitlines() if line not in html] == []

    def test_it_tells_reasons_from_what_is_owed_and_what_is_missing(self) -> None:
        assert "应办" in bundle(decision())[HTML]
        assert "应办" not in bundle(decision(duty="tax_assistance"))[HTML]
        assert say("decision.part.missing", "en") in bundle(decision(staff_moved=None))[HTML]


def test_a_page_lists_no_more_findings_than_can_be_read() -> None:
    many = Report(findings=tuple(finding(f"JX{i % 100:03}", f"subject-{i}") for i in range(10_000)))
    html = page(Jurisdiction(id="X", profile=FOUR_LEVELS), many, heading=HEADING, on=ON)
    section = part(html, "findings")
    assert len(html) < 2_000_000
    assert len(section.findall(".//li[@class='finding error']")) == 80
    assert "60 more, not listed" in html
    assert "2,000 more findings of 20 norms" in html


def test_lines_break_between_words_and_anywhere_in_chinese() -> None:
    assert wrapped("", 10, 2) == ()
    assert wrapped("社区 community", 20, 2) == ("社区 community",)
    assert wrapped("共有1,234,567个", 10, 3) == ("共有", "1,234,567", "个")
    assert wrapped("abcdefghijklmnop", 8, 3) == ("abcdefgh", "ijklmnop")
    assert wrapped("甲乙丙丁戊", 4, 2) == ("甲乙", "丙…")
    assert wrapped("e\u0301" * 8, 8, 1) == ("e\u0301" * 8,)


def test_a_picture_can_stand_alone() -> None:
    drawn = svg((0, 0, 4, 4), name="a & b", told="<c>", width=40)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert [child.text for child in root] == ["a & b", "<c>"]
    assert root.get("viewBox") == "0 0 4 4"


def test_a_graph_shows_its_chart_and_counts_what_is_there() -> None:
    whole = bundle(jixi().org)
    assert whole[SVG] == jixi().org.to_svg()
    assert whole[SVG] in whole[HTML]
    assert "县（市）区 · 县（市）区: 3（" in whole[PLAIN].replace(" (", "（")
    assert isinstance(jixi().org, OrgGraph)
    assert Text(zh="虚构", en="made up").en in whole[PLAIN]
