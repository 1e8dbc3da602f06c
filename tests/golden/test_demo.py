"""The demo runs every city with progress, tells what came of each, and writes one page of several chapters."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import attrs
import pytest

import pbgov
from pbgov.base import LANGS, Lang, Report, Text
from pbgov.grid import Building, Neighbourhood
from pbgov.model import Edit, Jurisdiction
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import Rota
from tests.unit.display.reading import nested, seen, tree
from tests.unit.display.worlds import divided

EXAMPLES = Path(__file__).parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))

import demo  # noqa: E402 - found through the line above
import jixi  # noqa: E402
import jixi_documents as documents  # noqa: E402
from cities.city import City, Document, Target, without  # noqa: E402

YEAR = date(2018, 1, 1)


def document() -> Document:
    return pbgov.to_document(jixi.reported_place())


def members(place: Jurisdiction, _: Report) -> int:
    return len(place.org.members(documents.CITY_MEETING))


def communities(_: Jurisdiction, report: Report) -> int:
    return sum(tally.n for tally in report.tallies if tally.code == "JX110" and tally.verdict.value == "met")


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """One member of the city's meeting and its convener are gone."""
    member = next(tie for tie in place.ties.values() if tie.target == documents.CITY_MEETING and tie.kind == "member")
    return {
        ("JX205", documents.CITY_MEETING): (Text(zh="少一个成员", en="a member"), without(place, "ties", member.id)),
        ("JX204", documents.CITY_MEETING): (Text(zh="少召集人", en="no convener"), without(place, "ties", "convener")),
    }


WORLD = City(
    id="jixi",
    heading=jixi.HEADING,
    pack=JIXI,
    document=document,
    on=jixi.ON,
    since=YEAR,
    targets=(
        Target(
            what=Text(zh="市级联席会议成员", en="members of the city meeting"),
            value=28,
            ask=members,
            undo=lambda place: without(place, "ties", "convener"),
        ),
        Target(
            what=Text(zh="社区", en="communities"),
            value=69,
            ask=communities,
            undo=lambda place: without(place, "ties", "convener"),
        ),
    ),
    kept={},
    decide=jixi.decide,
    plan=lambda place: (place, ()),
    rota=lambda place: Rota(groups=jixi.groups(place), start=YEAR, months=2),
    faults=faults,
)
ELSEWHERE = attrs.evolve(WORLD, id="elsewhere", pack=LANGFANG, heading=Text(zh="别处", en="Elsewhere"), rota=None)


def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cities: Sequence[City], *given: str) -> tuple[int, Path]:
    target = tmp_path / "new" / "pbgov.html"
    monkeypatch.setattr(sys, "argv", ["demo.py", "--output", str(target), *given])
    monkeypatch.setattr(demo, "CITIES", tuple(cities))
    return demo.main(), target


@pytest.mark.parametrize("lang", LANGS)
def test_every_city_is_told_and_the_page_has_a_chapter_for_each(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, target = run(monkeypatch, tmp_path, [WORLD, attrs.evolve(WORLD, id="again")], "--lang", lang)
    told = capsys.readouterr().out
    assert code == 0, told
    assert [f"[{n}/4]" in told for n in (1, 2, 3, 4)] == [True] * 4
    assert {"en": "2 of 2 given back", "zh": "2项中给回2项"}[lang] in told
    assert {"en": "2 of 2 planted ones found", "zh": "埋下2处，找出2处"}[lang] in told
    html = target.read_text(encoding="utf-8")
    nested(html)
    assert [one.get("id") for one in tree(html).iterfind("body/main/article")] == ["c0", "c1", "c2"]
    links = [seen(link, lang) for link in tree(html).iterfind(".//nav[@class='chapters']//a")]
    assert links[1] == {"en": "Jixi", "zh": "鸡西"}[lang]


def test_one_city_alone_may_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = run(monkeypatch, tmp_path, [WORLD, ELSEWHERE], "--only", "jixi")
    assert code == 0
    assert "[3/3]" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        run(monkeypatch, tmp_path, [WORLD], "--only", "atlantis")


def test_a_fact_that_is_not_given_back_and_a_fault_that_is_not_found_are_told_and_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, target = run(monkeypatch, tmp_path, [ELSEWHERE])
    told = capsys.readouterr().out
    assert code == 1
    assert "1 of 2 given back" in told
    assert "communities" in told
    assert "69 ≠ 0" in told
    assert "0 of 2 planted ones found" in told
    assert target.exists()


def test_what_was_divided_is_told_or_why_it_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tower = Neighbourhood(id="N", community="C", buildings=[Building(id="B1", households=100)])
    plans = (divided(), pbgov.partition(tower, (5, 10)))
    code, target = run(monkeypatch, tmp_path, [attrs.evolve(WORLD, plan=lambda place: (place, plans))])
    told = capsys.readouterr().out
    assert code == 0
    assert plans[0].plan.summary().en in told
    assert plans[1].certificate is not None
    assert plans[1].certificate.explain("en") in told
    assert 'id="c1-map"' in target.read_text(encoding="utf-8")


def test_without_a_city_there_is_nothing_to_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, target = run(monkeypatch, tmp_path, [])
    assert code == 1
    assert not target.exists()
    assert "there is no city" in capsys.readouterr().out


def test_edits_of_one_row_are_made_once() -> None:
    place = jixi.reported_place()
    both = {**faults(place), ("X", "y"): faults(place)["JX204", documents.CITY_MEETING]}
    assert len(demo.together(both)) == 2
