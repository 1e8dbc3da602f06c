"""A book: several places and their comparison in one document, no id twice, nothing from outside."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import pbgov
from pbgov.base import LANGS, Cycle, Lang, MoreThan, Text, Verdict
from pbgov.comparison import Side
from pbgov.display import Chapter, Statement, book, page
from pbgov.errors import InvalidValueError
from pbgov.model import Jurisdiction
from pbgov.org import FOUR_LEVELS
from pbgov.packs import JIXI
from pbgov.rules import Rota
from tests.unit.comparison.worlds import meeting, rhythm
from tests.unit.display.reading import nested, part, seen, tree
from tests.unit.display.worlds import HEADING, NASTY, ON, decision, divided, finding, jixi, report

if TYPE_CHECKING:
    from pbgov.comparison import Comparison

WHAT = Text(zh="成员单位", en="member units")
STATEMENTS = (
    Statement(WHAT, 28, 28),
    Statement(WHAT, MoreThan(3500), 3630),
    Statement(WHAT, ("city", "230302"), frozenset({"SECRET-1", "x"})),
    Statement(WHAT, {"kind": True}, ((), None)),
    Statement(WHAT, Verdict.MET, Text(zh="字", en=NASTY)),
    Statement(WHAT, date(2018, 7, 1), tuple(range(1000, 1020))),
)


def full(**more: Any) -> Chapter:
    return Chapter(
        heading=HEADING,
        label=Text(zh="鸡西", en="Jixi"),
        place=jixi(),
        report=report(),
        on=ON,
        statements=STATEMENTS,
        plans=[divided()],
        rota=Rota(groups=("group-1", "group-2", "group-3"), start=date(2018, 5, 1), months=2),
        decisions=[(Text(zh="道路保洁", en="road sweeping"), decision())],
        damaged=report(),
        **more,
    )


def comparison() -> Comparison:
    sides = [Side(jixi(), JIXI), Side(meeting(), rhythm("q", Cycle.QUARTER), label=Text(zh=NASTY, en=NASTY))]
    return pbgov.compare(sides, on=ON)


BARE = Chapter(heading=HEADING, place=Jurisdiction(id="X", profile=FOUR_LEVELS), report=report(), on=ON)
TITLE = Text(zh="三处", en="Three places")
WHOLE = book([full(), full(), BARE], heading=TITLE, comparison=comparison())


@pytest.mark.parametrize(
    "html", [WHOLE, book([], heading=TITLE), book([BARE], heading=TITLE)], ids=["whole", "none", "one"]
)
def test_a_book_is_well_formed_and_no_id_stands_twice(html: str) -> None:
    assert tree(html).tag == "html"
    attributes = [given for _, given in nested(html).seen]
    ids = [given["id"] for given in attributes if "id" in given]
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "for"):
        assert {key for given in attributes for key in (given.get(name) or "").split()} <= set(ids)
    assert {(given["href"] or "").removeprefix("#") for given in attributes if "href" in given} <= set(ids)


def test_a_book_loads_and_runs_nothing() -> None:
    seen_ = nested(WHOLE).seen
    assert not {"script", "link", "img", "iframe", "object", "embed", "image", "use"} & {tag for tag, _ in seen_}
    names = {name for _, given in seen_ for name in given}
    assert not {name for name in names if name.startswith("on") or name in {"src", "srcset", "action", "style"}}
    assert not re.search(r"url\(|@import|https?:", WHOLE)
    policies = [given["content"] for _, given in seen_ if given.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "SECRET" not in WHOLE


def test_chapters_are_led_to_by_links_and_the_comparison_comes_first() -> None:
    root = tree(WHOLE)
    links = {link.get("href"): seen(link, "en") for link in root.iterfind(".//nav[@class='chapters']//a")}
    assert links == {"#c0": "side by side", "#c1": "Jixi", "#c2": "Jixi", "#c3": HEADING.en}
    assert [one.get("id") for one in root.iterfind("body/main/article")] == ["c0", "c1", "c2", "c3"]
    assert [seen(one, "zh") for one in root.iter("h1")] == ["各地对照", *[HEADING.zh] * 3]
    alone = tree(book([BARE], heading=TITLE))
    assert [one.get("id") for one in alone.iterfind("body/main/article")] == ["c1"]


def test_only_the_chapter_led_to_is_shown_and_every_rule_names_one_that_exists() -> None:
    style = tree(WHOLE).findtext("head/style") or ""
    assert "main:not(:has(.chapter:target, .chapter :target)) > .chapter:first-child { display: block }" in style
    assert set(re.findall(r"body:has\(#(c\d+):target", style)) == {"c0", "c1", "c2", "c3"}
    assert not re.search(r":has\([^)]*:has", style)  # which no browser takes


def test_a_chapter_shows_what_a_page_shows() -> None:
    alone = page(
        jixi(), report(), heading=HEADING, on=ON, statements=STATEMENTS, plans=[divided()], rota=full().rota,
        decisions=full().decisions, damaged=report(),
    )  # fmt: skip
    for name in ("chart", "statements", "map", "rota", "decisions", "findings", "damaged"):
        inside = ET.tostring(part(WHOLE, f"c2-{name}"), encoding="unicode").replace("c2-", "")
        assert inside.strip() == ET.tostring(part(alone, name), encoding="unicode").strip()


@pytest.mark.parametrize("lang", LANGS)
def test_the_language_asked_for_is_shown_first(lang: Lang) -> None:
    root = tree(book([BARE], heading=TITLE, lang=lang))
    assert root.get("lang") == lang
    assert root.findtext("head/title") == TITLE.in_(lang)


class TestTheComparison:
    def test_it_has_the_drawing_in_each_language_and_every_table(self) -> None:
        drawn = part(WHOLE, "c0-drawing")
        assert [one.get("lang") for one in drawn.iter("div") if one.find("svg") is not None] == ["en", "zh"]
        assert len(drawn.findall(".//table")) == 2
        assert "鸡西" in seen(drawn, "en")
        assert part(WHOLE, "c0-measures").find(".//table") is not None

    def test_it_shows_norms_under_their_mechanisms(self) -> None:
        norms = part(WHOLE, "c0-norms")
        headings = [seen(one, "en") for one in norms.iterfind("details/summary/h3")]
        assert "enlarged committees1" in headings
        assert headings[-1].startswith("national base and others")
        cards = [one.findtext("p/code") for one in norms.iterfind(".//li") if one.find("p/code") is not None]
        assert len(cards) == len(set(cards)) == len(comparison().norms)

    def test_what_a_place_does_not_say_is_named_as_unsaid(self) -> None:
        (card,) = (one for one in part(WHOLE, "c0-norms").iterfind(".//li") if one.findtext("p/code") == "C-2.28")
        assert "says nothing of it: 鸡西" in seen(card, "en")
        assert "cadence: quarter" in seen(card, "en")
        assert [seen(one, "en") for one in card.iter("dt")] == [NASTY]

    def test_twenty_places_have_their_chapter_too(self) -> None:
        many = pbgov.compare([meeting()] * 20, on=ON)
        html = book([], heading=TITLE, comparison=many)
        nested(html)
        assert 'class="comparison many"' in html


class TestStatements:
    def test_each_says_whether_the_model_agrees(self) -> None:
        shown = part(WHOLE, "c1-statements")
        marks = [one.get("class") for one in shown.iterfind(".//td/span") if "badge" in one.get("class", "")]
        assert marks == ["badge admitted", *["badge forbidden"] * 5]
        assert "1 of 6 agree" in seen(shown, "en")
        assert [one.agrees for one in STATEMENTS].count(True) == 1

    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            (
                "en",
                [
                    "more than 3,500",
                    "city, 鸡冠区",
                    "(a person, not shown), x",
                    "kind: yes",
                    "none, none",
                    "2018-07-01",
                ],
            ),
            ("zh", ["3,500余", "市, 鸡冠区", "（人员，不显示）, x", "类别: 是", "无", "符合", "1,011 +8"]),
        ],
    )
    def test_answers_are_worded_for_people(self, lang: Lang, words: list[str]) -> None:
        text = seen(part(WHOLE, "c1-statements"), lang)
        assert [word for word in words if word not in text] == []

    def test_a_page_without_statements_has_no_section_for_them(self) -> None:
        assert 'id="statements"' not in page(jixi(), report(), heading=HEADING, on=ON)


NO: Any = "no"


def chapter(**given: Any) -> str:
    return book([attrs.evolve(BARE, **given)], heading=TITLE)


@pytest.mark.parametrize(
    ("call", "en", "zh"),
    [
        (lambda: book(5, heading=TITLE), "chapters should be several Chapter", "chapters中应为Chapter"),  # type: ignore[arg-type]
        (lambda: book([NO], heading=TITLE), "and holds str; for a single one", "其中却有str"),
        (lambda: book(BARE, heading=TITLE), "and holds Chapter", "只有一章请写"),  # type: ignore[arg-type]
        (
            lambda: book([], heading=TITLE, comparison=NO),
            "comparison should be what compare()",
            "comparison应为compare()",
        ),
        (lambda: book([], heading=TITLE, lang=NO), "no language 'no'", "没有语言'no'"),
        (
            lambda: page(jixi(), report(), heading=HEADING, on=ON, statements=[NO]),
            "holds str; for example",
            "其中却有str",
        ),
        (lambda: book([], heading=NO), "heading should be a Text and is 'no'", "heading应为双语文本（Text），实为'no'"),
        (lambda: chapter(heading=NO), "heading should be a Text", "heading应为双语文本"),
        (lambda: chapter(label=NO), "label should be a Text", "label应为双语文本"),
        (lambda: chapter(place=NO), "a place (Jurisdiction) is expected, not str", "应为一地的记录"),
        (lambda: chapter(on=NO), "on should be a date and is 'no'", "on应为日期"),
        (lambda: chapter(report=None), "report should be a Report and is NoneType", "report应为判定结果"),
        (lambda: chapter(damaged=NO), "damaged should be a Report and is str", "damaged应为判定结果"),
        (lambda: chapter(rota=NO), "rota should be a Rota and is str", "rota应为轮值表"),
        (lambda: chapter(decisions=NO), "pairs of a label and a Decision and holds str", "若干对（标签，决定）"),
        (lambda: chapter(decisions=[("a", 1)]), "a Decision and holds tuple", "其中却有tuple"),
        (lambda: chapter(decisions=[NO]), "a Decision and holds str", "其中却有str"),
        (lambda: chapter(statements=NO), "several Statement values and holds str", "应为Statement"),
        (lambda: chapter(plans=NO), "several of GridPlan or Partitioning and holds str", "应为若干GridPlan"),
        (lambda: Statement(NO, 1, 1), "what should be a Text", "what应为双语文本"),
    ],
    ids=range(20),
)
def test_a_wrong_call_is_answered_in_both_languages(call: Any, en: str, zh: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        call()
    assert en in str(told.value)
    assert zh in str(told.value)


def test_what_is_found_of_a_person_stays_untold() -> None:
    touching = finding(subject="SECRET-1")
    told = pbgov.base.Report(findings=(touching,))
    html = book([Chapter(heading=HEADING, place=jixi(), report=told, on=ON)], heading=TITLE)
    assert "SECRET" not in html
    assert "This concerns a person" in seen(part(html, "c1-findings"), "en")
