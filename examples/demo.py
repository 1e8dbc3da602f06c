"""Five cities, end to end: built, asked for what their reports say, judged, decided, damaged, compared and shown.

Run it with ``make demo``, or ``python examples/demo.py [--lang zh] [--output build/pbgov.html] [--only jixi nanqiao]``.
All reading and writing of files happens here and in the cities; the library itself does none.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import attrs
from cities import CITIES
from teller import Teller

import pbgov
from pbgov.base import Text, Verdict, say
from pbgov.comparison import Side
from pbgov.display import Chapter, Statement, book
from pbgov.validation import Checker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cities.city import City

    from pbgov.base import Lang, Report
    from pbgov.grid import Partitioning
    from pbgov.model import Edit, Jurisdiction
    from pbgov.rules import Decision

HERE = Path(__file__).parent
HEADING = Text(
    zh="五城基层治理模型（据公开报道）", en="Grassroots governance in five cities, as public reports have it"
)
NAMES = {
    "langfang": Text(zh="廊坊", en="Langfang"),
    "jixi": Text(zh="鸡西", en="Jixi"),
    "nanqiao": Text(zh="南谯", en="Nanqiao"),
    "shanwei": Text(zh="汕尾城区", en="Shanwei"),
    "jiefangbei": Text(zh="解放碑", en="Jiefangbei"),
}


@attrs.frozen(kw_only=True)
class Story:
    """What came of one city.

    Attributes:
        chapter: Its chapter.
        side: Its side of the comparison: the reported world, without the grids drawn for show.
        sound: Whether every fact was given back, every fault found, and nothing breached of severity error.
    """

    chapter: Chapter
    side: Side
    sound: bool


def main() -> int:
    """Tell every city's story, compare them, and say where the page is."""
    options = _options()
    cities = [city for city in CITIES if not options.only or city.id in options.only]
    tell = Teller(options.lang, len(cities) + 2)
    if not cities:
        tell.line(tell.words("没有可演示的城市", "there is no city to show"))
        return 1
    stories = [told(city, tell) for city in cities]

    tell.step("各城对照", "compare the cities")
    comparison = pbgov.compare(story.side for story in stories)
    tell.line(f"  {comparison.summary.in_(options.lang)}")
    tell.table([(row.code, row.title.in_(options.lang)) for row in comparison.differences.contrasts])

    tell.step("写出网页", "write the page")
    html = book([story.chapter for story in stories], heading=HEADING, comparison=comparison, lang=options.lang)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(html, encoding="utf-8")
    tell.line(f"  {options.output} ({len(html.encode()) // 1024} KiB)")
    return 0 if all(story.sound for story in stories) else 1


def told(city: City, tell: Teller) -> Story:
    """Build a city, ask it for what its report says, judge it, decide in it, divide it, and damage copies of it."""
    begun, name = monotonic(), NAMES.get(city.id, city.heading)
    tell.step(name.zh, name.en)
    reported = Checker(pbgov.parse(city.document()), pack=city.pack, on=city.on, since=city.since)
    place, report = reported.place, reported.report
    statements = [Statement(one.what, one.value, one.ask(place, report)) for one in city.targets]
    faults = city.faults(place)
    found = planted(reported, faults)
    decisions = list(city.decide(place))
    planned, partitionings = city.plan(place)
    shown = reported if planned is place else Checker(planned, pack=city.pack, on=city.on, since=city.since)
    agreeing, facts = sum(one.agrees for one in statements), len(statements)
    given = tell.words(f"{facts}项中给回{agreeing}项", f"{agreeing} of {facts} given back")
    caught = tell.words(f"埋下{len(faults)}处，找出{found}处", f"{found} of {len(faults)} planted ones found")
    tell.table(
        [
            (tell.words("单位", "units"), levels(place, tell.lang)),
            (tell.words("报告所述", "facts"), given),
            *((one.what.in_(tell.lang), f"{one.says} ≠ {one.gives}") for one in statements if not one.agrees),
            (tell.words("判定", "verdicts"), verdicts(report, tell.lang)),
            *((finding.code, finding.message(tell.lang)) for finding in report.breached),
            (tell.words("决定", "decisions"), outcomes(decisions, tell.lang)),
            *((tell.words("网格", "grids"), drawn(one, tell.lang)) for one in partitionings),
            (tell.words("错误", "faults"), caught),
        ]
    )
    tell.line(f"  {monotonic() - begun:.1f} s")
    chapter = Chapter(
        heading=city.heading,
        label=name,
        place=planned,
        report=shown.report,
        on=city.on,
        statements=statements,
        plans=partitionings,
        rota=city.rota(place) if city.rota else None,
        decisions=decisions,
        damaged=shown.edited(together(city.faults(planned))).report,
    )
    sound = agreeing == facts and found == len(faults) and report.ok
    return Story(chapter=chapter, side=Side(place, city.pack, label=name, report=report), sound=sound)


def planted(checker: Checker, faults: Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]) -> int:
    """Count the faults that are found, each alone in a copy of its own."""
    before = {(finding.code, finding.subject) for finding in checker.report.breached}
    found = 0
    for fault, (_, edits) in faults.items():
        after = {(finding.code, finding.subject) for finding in checker.edited(edits).report.breached}
        found += after - before == {fault}
    return found


def together(faults: Mapping[tuple[str, str], tuple[Text, Sequence[Edit]]]) -> list[Edit]:
    """Gather the edits of all faults that touch rows of their own."""
    gathered: dict[tuple[str, str], Edit] = {}
    for _, edits in faults.values():
        rows = {(edit.table, edit.id): edit for edit in edits}
        if gathered.keys().isdisjoint(rows):
            gathered |= rows
    return list(gathered.values())


def levels(place: Jurisdiction, lang: Lang) -> str:
    """Count the units of a place by level, and how many of them are made up."""
    counted = Counter(unit.level for unit in place.units.values())
    made_up = sum(unit.made_up for unit in place.units.values() if unit.level is not None)
    parts = [f"{level.label.in_(lang)} {counted[level.code]}" for level in place.profile.levels]
    marked = Text(zh=f"其中虚构{made_up}", en=f"of these made up: {made_up}").in_(lang)
    return ", ".join([*parts, marked])


def verdicts(report: Report, lang: Lang) -> str:
    """Count subjects by verdict."""
    counted: Counter[Verdict] = Counter()
    for tally in report.tallies:
        counted[tally.verdict] += tally.n
    return ", ".join(f"{say(f'verdict.{verdict.value}', lang)} {counted[verdict]:,}" for verdict in Verdict)


def outcomes(decisions: Sequence[tuple[Text, Decision]], lang: Lang) -> str:
    """Count requests by what was decided."""
    counted = Counter(decision.outcome for _, decision in decisions)
    return ", ".join(f"{say(f'outcome.{outcome.value}', lang)} {n}" for outcome, n in counted.items()) or "0"


def drawn(result: Partitioning, lang: Lang) -> str:
    """Say what a partition came to: the plan, or why there is none."""
    if result.feasible:
        return result.plan.summary().in_(lang)
    return result.certificate.explain(lang) if result.certificate else ""


def _options() -> Any:  # noqa: ANN401 - argparse gives a namespace
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the terminal and the page")
    parser.add_argument("--output", type=Path, default=HERE.parent / "build" / "pbgov.html", help="where the page goes")
    known = [city.id for city in CITIES]
    parser.add_argument("--only", nargs="+", choices=known, help="these cities alone", metavar="CITY")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
