"""The page as a whole: sound markup, both languages, nothing from outside, no persons."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

import pbgov
from pbgov.base import LANGS, Lang, Report, Table, Text, Verdict
from pbgov.display import page
from pbgov.model import TABLES, Jurisdiction
from pbgov.org import FOUR_LEVELS
from pbgov.rules import Rota
from tests.unit.display.reading import nested, part, seen, tree
from tests.unit.display.worlds import HEADING, NASTY, ON, decision, finding, jixi, plan, report, whole

PAGE = whole()
NOWHERE = Jurisdiction(id="X", profile=FOUR_LEVELS)
EMPTY = page(NOWHERE, Report(), heading=HEADING, on=ON)


@pytest.mark.parametrize("html", [PAGE, EMPTY], ids=["whole", "empty"])
def test_a_page_is_well_formed_as_html_and_as_xml(html: str) -> None:
    assert html.startswith("<!DOCTYPE html>\n<html")
    nested(html)
    assert tree(html).tag == "html"


@pytest.mark.parametrize("html", [PAGE, EMPTY], ids=["whole", "empty"])
def test_identifiers_are_unique_and_whatever_is_named_exists(html: str) -> None:
    attributes = [given for _, given in nested(html).seen]
    ids = [given["id"] for given in attributes if "id" in given]
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "for"):
        assert {key for given in attributes for key in (given.get(name) or "").split()} <= set(ids)
    links = [given["href"] or "" for given in attributes if "href" in given]
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_a_page_loads_and_runs_nothing() -> None:
    seen_ = nested(PAGE).seen
    assert not {"script", "link", "img", "iframe", "object", "embed", "image", "use"} & {tag for tag, _ in seen_}
    names = {name for _, given in seen_ for name in given}
    assert not {name for name in names if name.startswith("on") or name in {"src", "srcset", "action", "style"}}
    assert not re.search(r"url\(|@import|https?:", PAGE)
    policies = [given["content"] for _, given in seen_ if given.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_language_asked_for_is_shown_first(lang: Lang) -> None:
    html = whole(lang)
    switches = {given["id"]: "checked" in given for tag, given in nested(html).seen if tag == "input"}
    assert switches == {f"lang-{code}": code == lang for code in LANGS}
    root = tree(html)
    assert root.get("lang") == lang
    assert root.findtext("head/title") == HEADING.in_(lang)


def test_the_languages_differ_by_the_mark_alone() -> None:
    marks = [(r'<html lang="\w\w">', ""), (" checked=.checked.", ""), ("<title>[^<]*</title><style>", "")]
    shown = [whole(lang) for lang in LANGS]
    for mark, nothing in marks:
        shown = [re.sub(mark, nothing, html) for html in shown]
    assert shown[0] == shown[1]


def test_every_phrase_stands_beside_its_twin_and_says_its_language() -> None:
    for parent in tree(PAGE).iter():
        inside = [child for child in parent if {"en", "zh"} & set(child.get("class", "").split())]
        assert all(child.get("lang") in child.get("class", "").split() for child in inside)
        assert sum(child.get("lang") == "en" for child in inside) * 2 == len(inside)


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_is_there_in_both_languages(lang: Lang) -> None:
    text = seen(part(PAGE, "findings"), lang)
    for found in report().findings:
        assert found.message(lang) in text
        assert found.fix(lang) in text
        assert found.basis is None or found.basis.in_(lang) in text


def test_what_comes_from_data_is_escaped() -> None:
    assert "<script" not in PAGE
    # the unit in the chart, in the tree and above its grids, and the label of a decision
    assert PAGE.count("&lt;script&gt;") == 4
    assert seen(tree(PAGE), "en").count(NASTY) == 4


def test_no_person_is_listed() -> None:
    touching = (
        finding(subject="SECRET-1"),
        finding(subject="w1", aspect="SECRET-2"),
        finding(subject="h1", path="/holdings/h1/person", arguments=(("detail", "SECRET-3"),)),
        finding(subject="SECRET-4", path="/people/SECRET-4/category"),
        finding(subject="", at="/people/0", arguments=(("detail", "'SECRET-5'"),)),
        finding(subject="t1", arguments=(("detail", "finance, SECRET-1 → x"),)),
    )
    rota = Rota(groups=("SECRET-1", "group-1"), start=date(2018, 5, 1), months=1)
    html = page(jixi(), Report(findings=touching), heading=HEADING, on=ON, rota=rota)
    assert "SECRET" not in html
    assert seen(part(html, "findings"), "en").count("This concerns a person") == len(touching)
    assert "(a person, not shown)" in seen(part(html, "rota"), "en")
    assert seen(part(html, "findings"), "zh").count("每半年召开一次") == 1


def test_sections_appear_only_where_there_is_something_to_show() -> None:
    def sections(html: str) -> list[str | None]:
        return [section.get("id") for section in tree(html).iter("section")]

    assert sections(EMPTY) == ["chart", "findings"]
    assert sections(PAGE) == ["chart", "map", "rota", "decisions", "findings", "damaged"]
    links = [a.get("href") for a in tree(PAGE).iterfind(".//nav//a")]
    assert links == ["#chart", "#map", "#rota", "#decisions", "#findings"]


def test_landmarks_and_headings_are_in_order() -> None:
    body = tree(PAGE).find("body")
    assert body is not None
    assert [child.tag for child in body if child.tag not in {"input", "label"}] == ["header", "nav", "main", "footer"]
    levels = [int(tag[1]) for tag, _ in nested(PAGE).seen if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_heads_and_drawings_have_names() -> None:
    root = tree(PAGE)
    for table in root.iter("table"):
        assert {cell.get("scope") for cell in table.iterfind("thead/tr/th")} == {"col"}
        assert all(row[0].get("scope") == "row" for row in table.iterfind("tbody/tr"))
    for drawing in root.iter("svg"):
        assert [child.tag for child in drawing][:2] == ["title", "desc"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["as reported", "2018-07-01", "1city", "2county-level unit1 made up", "0123456789abcdef", "1,234met"]),
        ("zh", ["据报道", "1市", "2县（市）区其中虚构1", "0123456789abcdef", "1,234符合", "由pbgov"]),
    ],
)
def test_the_head_and_the_totals_say_what_was_counted(lang: Lang, words: list[str]) -> None:
    text = seen(tree(PAGE), lang)
    assert [word for word in words if word not in text] == []


def test_the_head_says_how_much_is_made_up() -> None:
    text = seen(tree(PAGE), "en")
    assert "Of the 6 units of the levels, 1 (16.6%) are made up" in text  # the one that is gone is not counted
    assert "Of the 2 organisations of no level, 1 (50%) are made up" in text
    assert "are made up" not in seen(tree(EMPTY), "en")


def test_a_page_without_pack_says_so() -> None:
    assert "no pack: the structure alone was judged" in seen(tree(EMPTY), "en")
    assert "digest" not in seen(tree(EMPTY), "en")


@pytest.mark.parametrize("world", ["reported", "registered", "made_up"])
@pytest.mark.parametrize("lang", LANGS)
def test_every_world_has_its_words(world: str, lang: Lang) -> None:
    place = Jurisdiction(id="X", profile=FOUR_LEVELS, world=world)  # type: ignore[arg-type] # one of three
    assert "display." not in seen(tree(page(place, Report(), heading=HEADING, on=ON)), lang)


def test_every_table_has_its_words() -> None:
    rows = {name: jixi().table(name) for name in TABLES}
    assert {"units", "people"} <= {name for name, held in rows.items() if held}
    for name in TABLES:
        assert pbgov.base.say(f"display.table.{name}", "zh") != pbgov.base.say(f"display.table.{name}", "en")


def test_the_version_is_at_the_foot() -> None:
    assert f"Made by pbgov {pbgov.__version__}" in seen(tree(PAGE), "en")


def test_an_empty_report_says_that_there_is_nothing() -> None:
    assert "Nothing to report." in seen(part(EMPTY, "findings"), "en")
    assert "Judged on" not in seen(part(EMPTY, "findings"), "en")


def test_findings_of_one_norm_share_a_card() -> None:
    cards = {card.findtext("p/code"): card for card in part(PAGE, "findings").iterfind(".//li[p]")}
    assert set(cards) == {"PBS02", "JX206", "JX207", "JX422", "JX823"}
    text = seen(cards["JX206"], "en")
    assert "× 5" in text
    assert "and 2 more" in text
    assert text.count("Way out") == text.count("Basis") == 1
    assert text.count("does not hold") == 5
    assert "Basis" not in seen(cards["PBS02"], "en")


def test_breaches_and_waivers_are_open_the_rest_folds() -> None:
    groups = part(PAGE, "findings").findall("details")
    assert [group.get("open") for group in groups] == ["open", "open", None, None, None]
    assert [group.get("class", "").removeprefix("verdict ") for group in groups][:4] == [
        verdict.value for verdict in Verdict if verdict is not Verdict.MET
    ]


def test_what_a_second_report_adds_is_marked_and_comes_first() -> None:
    damaged = part(PAGE, "damaged")
    assert seen(damaged, "en").count("new") == 1
    assert [card.findtext("p/code") for card in damaged.iterfind(".//li[p]")][:1] == ["JX500"]
    assert "鸡冠区" in seen(damaged, "en")
    assert "Some data could not be read" in seen(damaged, "en")
    assert "new" not in seen(part(PAGE, "findings"), "en").split()


def test_heavier_norms_come_first() -> None:
    lighter = finding("JX100", severity=finding().severity.WARNING)
    html = page(jixi(), Report(findings=(lighter, finding("JX200"))), heading=HEADING, on=ON)
    assert [card.findtext("p/code") for card in part(html, "findings").iterfind(".//li[p]")] == ["JX200", "JX100"]


def test_a_fault_that_no_norm_counts_is_in_the_totals() -> None:
    totals = {item.get("class"): item.findtext("b") for item in part(PAGE, "findings").iterfind("ul/li")}
    assert totals["total breached"] == "6"
    assert totals["total met"] == "1,234"


@pytest.mark.parametrize("lang", LANGS)
def test_decisions_are_explained_in_full(lang: Lang) -> None:
    shown = seen(part(PAGE, "decisions"), lang)
    for made in (decision(), decision(duty="tax_assistance")):
        for line in made.explain(lang).splitlines():
            assert line in shown


def test_a_decision_shows_its_outcome() -> None:
    badges = [span.get("class") for span in part(PAGE, "decisions").iterfind(".//article/p/span")]
    assert badges == ["badge conditional", "badge forbidden"]


def test_control_characters_and_lone_surrogates_do_no_harm() -> None:
    heading = Text(zh="\x00\x1b\ud800", en="\x85\uffff")
    html = page(NOWHERE, Report(), heading=heading, on=ON)
    html.encode()
    tree(html)


def test_a_place_of_rows_out_of_force_is_empty() -> None:
    place = Jurisdiction(id="X", profile=FOUR_LEVELS, units=Table([u for u in jixi().units.values() if u.id == "gone"]))
    assert "No unit of any level" in seen(part(page(place, Report(), heading=HEADING, on=ON), "chart"), "en")


def test_a_plan_without_positions_has_no_drawing() -> None:
    bare = plan()
    stripped = [pbgov.grid.Building(id=b.id, households=b.households) for b in bare.neighbourhood.buildings]
    neighbourhood = pbgov.grid.Neighbourhood(id="N1", community="C", buildings=stripped)
    html = page(
        NOWHERE,
        Report(),
        heading=HEADING,
        on=ON,
        plans=[pbgov.grid.GridPlan(neighbourhood=neighbourhood, grids=bare.grids)],
    )
    assert part(html, "map").find(".//svg") is None
    assert "not drawn: 7" in seen(part(html, "map"), "en")
    assert len(part(html, "map").findall(".//tbody/tr")) == 4
