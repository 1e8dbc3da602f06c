"""The demo runs every city with progress, tells what came of each, and writes one page of several chapters."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import attrs
import pytest

import pbgov
from pbgov.base import LANGS, Cycle, Lang, Report, Text, Verdict
from pbgov.grid import Building, Neighbourhood
from pbgov.model import Edit, Jurisdiction
from pbgov.rules import Rota
from tests.unit.comparison.worlds import ON, meeting, rhythm
from tests.unit.display.reading import nested, seen, tree
from tests.unit.display.worlds import decision, divided

EXAMPLES = Path(__file__).parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))

import demo  # noqa: E402 - found through the line above
from cities.city import City, Document, Target, changed, without  # noqa: E402

YEAR = date(2018, 1, 1)


def document() -> Document:
    """A city whose one joint meeting met in either quarter."""
    return pbgov.to_document(meeting().without("bodies", "m2").without("ties", "m2-mine"))


def communities(place: Jurisdiction, _: Report) -> int:
    return sum(unit.level == "community" for unit in place.units.values())


def quarters(_: Jurisdiction, report: Report) -> int:
    return report.count("ZZ228", Verdict.MET)


def faults(place: Jurisdiction) -> Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]:
    """A quarter without a meeting, and a town under nothing that is on record."""
    return {
        ("ZZ228", "m1"): (Text(zh="少一次会", en="a meeting"), without(place, "events", "e0")),
        ("PBS01", "t"): (Text(zh="上级不存在", en="no parent"), changed(place, "units", "t", parent="nowhere")),
    }


WORLD = City(
    id="jixi",
    heading=Text(zh="清河模型", en="Model of Clear River"),
    pack=rhythm("quarterly", Cycle.QUARTER),
    document=document,
    on=ON,
    since=YEAR,
    targets=(
        Target(
            what=Text(zh="社区", en="communities"),
            value=3,
            ask=communities,
            undo=lambda place: changed(place, "units", "t1", level=None),
        ),
        Target(
            what=Text(zh="开会的季度", en="quarters with a meeting"),
            value=2,
            ask=quarters,
            undo=lambda place: without(place, "events", "e0"),
            code="ZZ228",
        ),
    ),
    kept={},
    decide=lambda _: [(Text(zh="道路保洁", en="road sweeping"), decision())],
    plan=lambda place: (place, ()),
    rota=lambda _: Rota(groups=("A", "B"), start=YEAR, months=2),
    faults=faults,
)
ELSEWHERE = attrs.evolve(
    WORLD, id="elsewhere", pack=rhythm("yearly", Cycle.YEAR), heading=Text(zh="别处", en="Elsewhere"), rota=None
)


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
    assert "quarters with a meeting" in told
    assert "2 ≠ 0" in told
    assert "1 of 2 planted ones found" in told
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
    place = pbgov.parse(document())
    both = {**faults(place), ("X", "y"): faults(place)["ZZ228", "m1"]}
    assert len(demo.together(both)) == 2
