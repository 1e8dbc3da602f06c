"""Jixi, end to end: built, partitioned, ruled, validated and shown.

Run it with ``python examples/jixi.py [--lang zh] [--output build/jixi.html]``. All reading and
writing of files happens here; the library itself does none.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from cities import jixi_documents as documents
from cities.jixi import HEADING, decide, faults, rota
from cities.jixi_grids import read_houses
from cities.jixi_world import ON, PACK, reported_place
from jixi_grids import with_grids
from teller import Teller

import pbgov
from pbgov.base import Assumption, Text, Verdict, say, term
from pbgov.rules import Decision, Ledger, Leg, Overlay, Transfer, analyse

if TYPE_CHECKING:
    from pbgov.base import Lang, Report
    from pbgov.model import Jurisdiction

HERE = Path(__file__).parent


def main() -> int:
    """Run the example and say where the page is."""
    options = _options()
    tell = Teller(options.lang, 6)
    tell.step("读取两份资料，各建成一个世界", "read two documents and build a world from each")
    register = pbgov.parse(documents.registered(_rows(HERE / "data" / "jixi_divisions.csv")))
    place = reported_place()
    worlds = [tell.words("2018年报道", "report of 2018"), tell.words("2023年区划", "register of 2023")]
    tell.table([(name, count(world, options.lang)) for name, world in zip(worlds, (place, register), strict=True)])

    tell.step("为两个社区划分200至300户的网格", "partition two communities into grids of 200 to 300 households")
    tell.line(
        tell.words(
            "  房屋为实，却在苏州，此处代作两个社区；户数为估计（见examples/data/NOTICE）。",
            "  The houses are real, but stand in Suzhou; their households are estimated (see examples/data/NOTICE).",
        )
    )
    place, partitionings = with_grids(place, read_houses(), tell)

    tell.step("审议八项下放申请", "decide eight requests to hand a duty down")
    decisions = decide(place)
    tell.table([(label.in_(options.lang), first_lines(decision, options.lang)) for label, decision in decisions])
    tell.table([(label.in_(options.lang), way_out(decision, options.lang)) for label, decision in decisions[2:4]])
    tell.line(proven(options.lang))
    tell.line(moved_and_reversed(options.lang))
    turns = ", ".join(f"{turn.period.start:%m-%d} {turn.group}" for turn in rota(place).cycle())
    tell.line(f"{term('rotating_chair').in_(options.lang)}: {turns}")

    tell.step("按鸡西规则包判定两个世界", "validate both worlds against Jixi's pack")
    document = pbgov.to_document(place)
    report = pbgov.validate(document, pack=PACK, on=ON)
    reports = [report, pbgov.validate(register, pack=PACK, on=ON)]
    tell.table([(name, verdicts(one, options.lang)) for name, one in zip(worlds, reports, strict=True)])
    tell.findings(report)

    tell.step("在副本中制造五处损坏并全部找出", "damage a copy in five ways and find them all")
    planted = faults(place)
    broken = place.edited(edit for _, edits in planted.values() for edit in edits)
    after = pbgov.validate(broken, pack=PACK, on=ON)
    found = {(f.code, f.subject) for f in after.breached} - {(f.code, f.subject) for f in report.breached}
    tell.table(
        [
            (f"{code} {subject}", f"{'✓' if (code, subject) in found else '✗'} {what.in_(options.lang)}")
            for (code, subject), (what, _) in planted.items()
        ]
    )
    if found != set(planted):
        tell.line(f"unexpected: {sorted(found ^ set(planted))}")
        return 1

    tell.step("写出网页", "write the page")
    html = pbgov.page(
        place, report, heading=HEADING, on=ON, plans=partitionings, rota=rota(place), decisions=decisions,
        damaged=after, lang=options.lang,
    )  # fmt: skip
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(html, encoding="utf-8")
    tell.line(f"  {options.output} ({len(html.encode()) // 1024} KiB)")
    return 0


def moved_and_reversed(lang: Lang) -> str:
    """Reserve a transfer of people, power and funds, start it and reverse it; nothing is lost on the way."""
    ledger = Ledger(
        balances={("bureau", "staff"): 5, ("bureau", "yuan_a_year"): 80_000, ("bureau", "power:decide:agency_heads"): 1}
    )
    resources = {"staff": 2, "yuan_a_year": 12_000, "power:consent:agency_heads": 1}
    legs = tuple(
        Leg(giver="bureau", taker=documents.DONGFENG, resource=resource, amount=amount)
        for resource, amount in resources.items()
    )
    transfer = Transfer(id="t1", legs=legs, basis=Assumption(Text(zh="演示", en="example")))
    reserved = ledger.submit(transfer)
    started = reserved.start("t1")
    reversed_ = started.reverse("t1")
    totals = {
        step: [book.total(name) for name in resources]
        for step, book in enumerate((ledger, reserved, started, reversed_))
    }
    conserved = len({tuple(total) for total in totals.values()}) == 1
    left = reserved.available("bureau", "staff")
    got, kept = (book.balance(documents.DONGFENG, "staff") for book in (started, reversed_))
    words = Text(
        zh=f"转移：预留后可用{left}人，启动后社区有{got}人，撤回后{kept}人；总量守恒：{'是' if conserved else '否'}",
        en=f"transfer: {left} staff left once reserved, the community has {got} once started and {kept} once reversed; "
        f"conserved: {'yes' if conserved else 'no'}",
    )
    return words.in_(lang)


def first_lines(decision: Decision, lang: Lang) -> str:
    """Give the outcome, and what is still asked for or missing."""
    lines = decision.explain(lang).splitlines()
    extra = len(decision.obligations) + len(decision.missing)
    return "; ".join([lines[0], *lines[len(lines) - extra :]] if extra else lines[:1])


def way_out(decision: Decision, lang: Lang) -> str:
    """Give the least that would have a request admitted."""
    return "; ".join(f"→ {remedy.in_(lang)}" for remedy in decision.remedies())


def proven(lang: Lang) -> str:
    """Prove the pack sound without a request at hand, and a damaged copy flawed, with a request that shows it."""
    damaged = attrs.evolve(PACK.rule("JX464"), id="EX001", when=PACK.rule("JX454").when)  # permits what JX454 forbids
    change = Overlay(id="damaged", title=HEADING, basis=PACK.rule("JX464").basis, add=(damaged,))
    (defect,) = (one for one in analyse(PACK.extend(change), on=ON) if one.subject == "EX001")
    flaws = len(analyse(PACK, on=ON))
    words = Text(
        zh=f"规则分析：“{PACK.title.zh}”有{flaws}处缺陷；损坏的副本：{defect.message('zh')}",
        en=f"analysis: {flaws} flaws in the “{PACK.title.en}”; a damaged copy: {defect.message('en')}",
    )
    return words.in_(lang)


def count(place: Jurisdiction, lang: Lang) -> str:
    """Count a place's units by level, its meetings and what of it is made up."""
    levels = [sum(unit.level == level.code for unit in place.units.values()) for level in place.profile.levels]
    meetings = sum(body.kind.endswith("joint_meeting") for body in place.bodies.values())
    made_up = sum(unit.made_up for unit in place.units.values() if unit.level is not None)
    sums = f"{' + '.join(map(str, levels))} = {sum(levels)}"
    words = Text(
        zh=f"{len(levels)}级单位{sums}个，其中虚构{made_up}个；联席会议{meetings}个",
        en=f"units on {len(levels)} levels: {sums}, of which made up: {made_up}; joint meetings: {meetings}",
    )
    return words.in_(lang)


def verdicts(report: Report, lang: Lang) -> str:
    """Count what a report found, by verdict."""
    met = sum(tally.n for tally in report.tallies if tally.verdict is Verdict.MET)
    counts = {Verdict.MET: met} | {
        verdict: len(report.having(verdict)) for verdict in (Verdict.BREACHED, Verdict.WAIVED, Verdict.UNKNOWN)
    }
    return ", ".join(f"{say(f'verdict.{verdict.value}', lang)} {n}" for verdict, n in counts.items())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _options() -> Any:  # noqa: ANN401 - argparse gives a namespace
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the terminal and the page")
    parser.add_argument("--output", type=Path, default=HERE.parent / "build" / "jixi.html", help="where the page goes")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
