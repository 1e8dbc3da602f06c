"""The chart of an organisation, in three notations: the same boxes, lines and notes, whatever things are called."""

from __future__ import annotations

import re
from itertools import pairwise
from time import perf_counter
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from pbgov.base import LANGS, Lang, Table
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.org import Body, OrgGraph, Tie, Unit

SVG = "{http://www.w3.org/2000/svg}"
NASTY = """<script>alert(1)</script>&"']]>`--><!--#;%%{init}%%\\"""


def unit(key: str, parent: str | None = None, level: str | None = "township", **more: Any) -> Unit:
    return Unit(id=key, kind="subdistrict" if level else "department", level=level, parent=parent, **more)


def leads(source: str, target: str) -> Tie:
    return Tie(id=f"{source}-{target}", kind="leads", source=source, target=target)


def graph(*rows: Unit | Body | Tie) -> OrgGraph:
    def held(kind: type[Any]) -> Table[Any]:
        return Table([row for row in rows if isinstance(row, kind)])

    return OrgGraph(units=held(Unit), bodies=held(Body), ties=held(Tie))


def city(counties: int, townships: int) -> OrgGraph:
    names = [f"c{i:02}" for i in range(counties)]
    below = [unit(f"{county}t{i:03}", county) for county in names for i in range(townships)]
    return graph(unit("city", level="city"), *(unit(name, "city", "county") for name in names), *below)


def drawn(org: OrgGraph, **how: Any) -> ET.Element:
    return ET.fromstring(org.to_svg(**how))  # noqa: S314 - our own picture


def titles(org: OrgGraph, **how: Any) -> list[str]:
    """The tips of the boxes, in the order of the drawing."""
    return [found for group in drawn(org, **how).iterfind(f"{SVG}g") if (found := group.findtext(f"{SVG}title"))]


def words(org: OrgGraph, **how: Any) -> str:
    return " ".join(text.text or "" for text in drawn(org, **how).iter(f"{SVG}text"))


SMALL = graph(
    unit("city", level="city", name="某市"),
    unit("east", "city", "county", name="东区"),
    unit("river", "east", name="清河街道"),
    unit("hill", "east", name="山前街道", made_up=True),
    unit("finance", "city", None, name="财政局"),
    Body(id="meeting", kind="city_joint_meeting", host="city", name="联席会议"),
    Body(id="group", kind="rotation_group", host="meeting"),
    leads("finance", "river"),
    leads("city", "east"),
    leads("elsewhere", "hill"),
    Tie(id="m1", kind="member", source="finance", target="meeting"),
    Tie(id="m2", kind="member", source="east", target="meeting"),
)


def test_bodies_come_first_then_units_of_a_level_then_others() -> None:
    assert titles(SMALL) == [
        "某市 · city", "联席会议 · meeting", "group", "东区 · east", "山前街道 · hill", "清河街道 · river",
        "财政局 · finance",
    ]  # fmt: skip


def test_each_box_says_its_kind_and_what_ties_say_of_it() -> None:
    said = words(SMALL, lang="en")
    assert "members: 2" in said
    assert "subdistrict (made up)" in said
    assert "led by elsewhere" in said
    assert "led by 财政局" in said
    assert said.count("dual leadership") == 3  # two boxes and the legend
    assert "led by 某市" not in said  # the parent is a line


def test_columns_are_headed_by_levels() -> None:
    assert [text.text for text in drawn(SMALL, lang="zh").iterfind(f"{SVG}text")] == ["市", "县（市）区", "街道（镇）"]


def test_three_relations_are_three_strokes() -> None:
    dashes = [path.get("stroke-dasharray") for path in drawn(SMALL).iterfind(f"{SVG}path") if path.get("stroke")]
    assert dashes.count(None) == 4  # parents
    assert dashes.count("1 4") == 2  # hosts
    assert dashes.count("6 4") == 2  # leaders that are drawn


def test_no_box_lies_on_another() -> None:
    org = city(4, 6)
    frames = [[int(rect.attrib[name]) for name in ("x", "y", "height")] for rect in drawn(org).iter(f"{SVG}rect")
              if rect.get("rx") == "3"]  # fmt: skip
    assert len(frames) == 29
    for column in {x for x, _, _ in frames}:
        spans = sorted((y, y + high) for x, y, high in frames if x == column)
        assert all(foot < top for (_, foot), (top, _) in pairwise(spans))


def test_the_picture_is_as_large_as_what_is_on_it() -> None:
    root = drawn(SMALL)
    wide, high = (int(root.attrib[name]) for name in ("width", "height"))
    assert root.get("viewBox") == f"0 0 {wide} {high}"
    for rect in root.iter(f"{SVG}rect"):
        assert int(rect.get("x", "0")) + int(rect.attrib["width"]) <= wide
        assert int(rect.get("y", "0")) + int(rect.attrib["height"]) <= high


def test_it_has_a_name_and_says_what_it_shows() -> None:
    root = drawn(SMALL)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("role") == "img"
    assert "7" in (root.findtext(f"{SVG}desc") or "")


def test_the_legend_explains_what_is_there_and_no_more() -> None:
    alone = words(graph(unit("a")), lang="en")
    assert not {"administrative parent", "leads", "joint body, beside its host"} & set(alone.split(" "))
    assert "administrative parent" in words(SMALL, lang="en")
    assert "joint body, beside its host" in words(SMALL, lang="en")


def test_a_long_name_is_broken_into_lines_and_stands_whole_in_the_tip() -> None:
    name = "黑龙江省鸡西市鸡冠区人民政府向阳街道办事处综合行政执法和应急管理局第一分队及其所属各中队"
    org = graph(unit("a", name=name))
    rows = [text.text or "" for text in drawn(org).iter(f"{SVG}text") if text.get("font-size") == "13"]
    assert len(rows) == 3
    assert max(map(len, rows)) <= 14
    assert rows[-1].endswith("…")
    assert titles(org) == [f"{name} · a"]


@pytest.mark.parametrize("lang", LANGS)
def test_one_language_says_nothing_in_the_other(lang: Lang) -> None:
    zh, en = ("行政隶属", "administrative parent")
    for said in (words(SMALL, lang=lang), SMALL.to_mermaid(lang=lang), SMALL.to_dot(lang=lang)):
        assert ("街道（镇）" in said or "市直部门" in said) == (lang == "zh")
        assert ("department" in said) == (lang == "en")
    assert (zh in words(SMALL, lang=lang), en in words(SMALL, lang=lang)) == (lang == "zh", lang == "en")


def test_both_languages_stand_side_by_side_unless_one_is_chosen() -> None:
    for said in (words(SMALL), SMALL.to_mermaid(), SMALL.to_dot()):
        assert "市直部门 department" in said


class TestWhatIsLeftOut:
    def test_a_level_that_does_not_fit_is_shared_out_evenly(self) -> None:
        shown = titles(city(9, 10), limit=50)
        assert [sum(name.startswith(f"c{i:02}t") for name in shown) for i in range(9)] == [4] * 9
        assert words(city(9, 10), limit=50, lang="en").count("not drawn: 6 more") == 9

    def test_less_than_three_of_each_are_none(self) -> None:
        shown = titles(city(9, 10), limit=29)
        assert len(shown) == 10
        assert words(city(9, 10), limit=29, lang="en").count("not drawn: 10 more") == 9

    def test_what_has_few_below_it_is_shown_whole(self) -> None:
        org = graph(unit("r"), *(unit(f"a{i}", "r") for i in range(2)), *(unit(f"b{i:02}", "a0") for i in range(40)),
                    unit("c", "a1"))  # fmt: skip
        assert "c" in titles(org, limit=20)

    def test_what_stands_deeper_is_counted_too(self) -> None:
        said = words(city(9, 10), depth=0, lang="en")
        assert "not drawn: 9 more, 99" in said.replace("  ", " ")
        assert "未画：下级9个，逐级共99个" in words(city(9, 10), depth=0, lang="zh").replace(" ", "")

    def test_everything_is_drawn_or_counted_once(self) -> None:
        org = city(7, 13)
        for limit in (1, 2, 7, 8, 20, 60, 99, 200):
            said = org.to_dot(limit=limit, lang="en")
            boxes = len(re.findall(r"^    n\d+ \[label=\"[^\"]*\", tooltip", said, re.MULTILINE))
            rest = re.findall(r"not drawn: ([\d,]+) more(?:, ([\d,]+))?", said.replace("\\n", " "))
            assert boxes <= limit
            assert boxes + sum(int((whole or n).replace(",", "")) for n, whole in rest) == 1 + 7 + 7 * 13

    def test_roots_are_bounded_too(self) -> None:
        org = graph(*(unit(f"r{i:02}") for i in range(30)))
        assert len(titles(org, limit=10)) == 10
        assert "not drawn: 20 more" in words(org, limit=10, lang="en")

    def test_organisations_of_no_level_leave_the_room_to_the_levels(self) -> None:
        stationed = [unit(f"s{i:03}", level=None) for i in range(500)]
        org = graph(*city(9, 10).units.values(), *stationed)
        whole = titles(city(9, 10), limit=50)  # 46 of them: four townships of each county
        assert titles(org, limit=50) == [*whole, "s000", "s001", "s002", "s003"]
        assert titles(org, limit=48) == whole  # two would say too little
        assert "not drawn: 500 more" in words(org, limit=48, lang="en")
        assert sum(name.startswith("s") for name in titles(org, limit=120)) == 120 - 100

    def test_a_branch_can_be_looked_into(self) -> None:
        assert titles(city(9, 3), root="c04") == ["c04", "c04t000", "c04t001", "c04t002"]
        assert titles(SMALL, root="meeting") == ["联席会议 · meeting", "group"]

    def test_depth_counts_levels_below_the_first(self) -> None:
        assert len(titles(city(2, 2), depth=0)) == 1
        assert len(titles(city(2, 2), depth=1)) == 3
        assert len(titles(city(2, 2), depth=2)) == 7

    def test_many_leaders_are_counted(self) -> None:
        org = graph(unit("a", "b"), unit("b"), *(leads(f"L{i}", "a") for i in range(9)))
        assert "L3 and 5 more" in words(org, lang="en").replace("  ", " ")

    def test_a_large_city_makes_a_small_picture_and_costs_what_is_drawn(self) -> None:
        org = city(30, 1000)
        assert len(org.to_svg()) < 200_000
        assert len(org.to_mermaid()) < 50_000
        assert len(org.to_dot()) < 50_000
        one = graph(*(unit(f"u{i}") for i in range(80)))
        one.to_svg()
        fast, slow = (min(_seconds(each) for _ in range(5)) for each in (one, org))
        assert slow < 10 * fast


def _seconds(org: OrgGraph) -> float:
    start = perf_counter()
    org.to_svg()
    return perf_counter() - start


class TestOddRecords:
    def test_an_empty_graph_says_so(self) -> None:
        assert "No unit is on record." in words(OrgGraph(units=Table()), lang="en")
        assert "No unit is on record#46;" in OrgGraph(units=Table()).to_mermaid(lang="en").replace(
            "record.", "record#46;"
        )
        assert "No unit is on record." in OrgGraph(units=Table()).to_dot(lang="en")

    def test_a_circle_of_parents_is_counted_and_can_be_looked_into(self) -> None:
        org = graph(unit("a", "b"), unit("b", "a"), unit("c", "b"), unit("r"))
        assert titles(org) == ["r"]
        for said in (words(org, lang="en"), org.to_dot(lang="en"), org.to_mermaid(lang="en")):
            assert "3 more are not drawn" in said
        assert titles(org, root="a") == ["a", "b", "c"]
        assert "not drawn: 1 more, 2" in words(org, root="a", depth=0, lang="en")

    def test_bodies_that_host_each_other_and_bodies_of_no_host_do_no_harm(self) -> None:
        org = graph(unit("a"), Body(id="x", kind="k", host="y"), Body(id="y", kind="k", host="x"),
                    Body(id="z", kind="k", host="nowhere"))  # fmt: skip
        assert titles(org) == ["a", "z"]
        assert "2 more are not drawn" in words(org, lang="en")

    def test_a_unit_and_a_body_of_one_identifier_are_two_boxes(self) -> None:
        org = graph(unit("a"), Body(id="a", kind="k", host="a"))
        assert titles(org) == ["a", "a"]

    def test_a_unit_that_leads_itself_is_drawn(self) -> None:
        assert titles(graph(unit("a"), leads("a", "a"))) == ["a"]

    @pytest.mark.parametrize("name", [NASTY, "end", "a" * 200, "ﬂ°°60¶ß", "\U0001f3d9", "%%{init: {}}%%"])
    def test_names_harm_no_notation(self, name: str) -> None:
        org = graph(unit("a", name=name, level=None), unit("b", "a"), Body(id="c", kind="k", host="a", name=name))
        root = drawn(org)
        assert {child.tag.removeprefix(SVG) for child in root.iter()} <= {
            "svg", "title", "desc", "rect", "g", "text", "path",
        }  # fmt: skip
        assert titles(org)[0] == f"{name} · a"
        label = re.findall(r'^    n\d+\(?\["(.*)"\]\)?:::', org.to_mermaid(lang="en"), re.MULTILINE)
        assert len(label) == 3
        assert "ﬂ" not in org.to_mermaid()  # Mermaid would read it as a mark of its own
        assert not [one for one in label if re.search(r"[^\w\s#;,.<>/…()\u0080-\U0010ffff]|<(?!br/>)", one)]
        strings = re.findall(r'"((?:[^"\\]|\\.)*)"', org.to_dot())
        assert not [one for one in strings if re.search(r"[<>]|&(?!amp;|lt;|gt;|quot;|#39;)", one)]
        assert re.sub(r'"(?:[^"\\]|\\.)*"', "", org.to_dot()).count('"') == 0


@pytest.mark.parametrize("make", [OrgGraph.to_svg, OrgGraph.to_mermaid, OrgGraph.to_dot])
def test_what_cannot_be_drawn_is_refused(make: Any) -> None:
    with pytest.raises(UnknownIdError):
        make(SMALL, root="nowhere")
    for wrong in (0, -1, True, "3", 2.0):
        with pytest.raises(InvalidValueError, match="boxes"):
            make(SMALL, limit=wrong)
    for wrong in (-1, True, 1.0):
        with pytest.raises(InvalidValueError, match="depth"):
            make(SMALL, depth=wrong)
    with pytest.raises(InvalidValueError):
        make(SMALL, lang="fr")
