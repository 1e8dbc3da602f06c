"""The rules room beside code by hand and beside other engines, in one run: the figures of the room in one table.

Every pair is timed in turns, so that a slow moment of the machine falls on all; CPU time, medians. What is not
installed is left out: `pip install numpy zen-engine rule-engine business-rules OpenFisca-Core` brings it.
"""

import argparse
import ast
import importlib
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from rules_cases import (
    CODES,
    ON,
    PACK,
    WORDS,
    by_hand,
    by_hand_with_reasons,
    by_numpy,
    by_numpy_with_positions,
    requests,
)
from rules_peers import openfisca, row_engines

import pbgov
from pbgov.base import Assumption
from pbgov.rules import Effect, Operand, Outcome, Rule, RulePack, analyse, field, lift

Row = tuple[str, str, str, str]
CORE = ("_expr", "_kleene", "_fold", "_rule", "_program", "_compile", "_completions", "_decide")
CHECKS = ("_fields", "_kinds", "_resolved")


def in_turns(rounds: int, jobs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Median CPU seconds of each job, run in turns after one turn that does not count."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(rounds + 1):
        for name, job in jobs.items():
            start = process_time()
            job()
            if turn:
                times[name].append(process_time() - start)
    return {name: median(values) for name, values in times.items()}


def over(function: Callable[[Any], object], rows: Sequence[Any]) -> Callable[[], object]:
    """Make a job of a function and its rows."""
    return lambda: [function(row) for row in rows]


def one_row(rows: list[dict[str, Any]], rounds: int) -> Iterator[Row]:
    """Rows, plain, with reasons, and as objects."""
    day = PACK.at(ON)
    assert [str(day.outcome(row)) for row in rows] == [by_hand(row) for row in rows]
    assert [str(one) for one in day.batch(rows).outcomes] == [by_hand_with_reasons(row)[0] for row in rows]
    jobs: dict[str, Callable[[], object]] = {
        "hand": over(by_hand, rows),
        "pbgov": over(day.outcome, rows),
        "hand, reasons": over(by_hand_with_reasons, rows),
        "pbgov, reasons": lambda: day.batch(rows),
        "pbgov, objects": over(day.decide, rows),
    }
    took = in_turns(rounds, jobs)
    each = 1e9 / len(rows)
    told = took["hand"] * each, took["pbgov"] * each
    yield (
        "decide one row, every fact read is checked",
        "≥ 0.6",
        "≥ 0.85",
        (f"{took['hand'] / took['pbgov']:.2f} × by hand ({told[0]:.0f} and {told[1]:.0f} ns)"),
    )
    with_reasons = took["hand, reasons"]
    yield (
        "with all reasons, lazy (batch)",
        "≥ 1.0",
        "≥ 1.2",
        (
            f"{with_reasons / took['pbgov, reasons']:.2f} × by hand with reasons ({with_reasons * each:.0f} and "
            f"{took['pbgov, reasons'] * each:.0f} ns)"
        ),
    )
    yield (
        "with a Decision object per request",
        "≥ 0.4",
        "≥ 0.6",
        (
            f"{with_reasons / took['pbgov, objects']:.2f} × by hand with reasons "
            f"({took['pbgov, objects'] * each:.0f} ns)"
        ),
    )
    few = rows[: len(rows) // 20]
    for name, decide in row_engines():
        assert [decide(row) for row in few] == [by_hand(row) for row in few]
        took = in_turns(3, {"hand": over(by_hand, few), "engine": over(decide, few)})
        yield f"  {name}", "", "", f"1/{took['engine'] / took['hand']:.0f} of by hand"


def columns(rows: list[dict[str, Any]], rounds: int) -> Iterator[Row]:
    """Whole columns."""
    try:
        np = importlib.import_module("numpy")
    except ImportError:
        yield "columns", "≥ 0.8", "≥ 1.0", "numpy is not installed"
        return
    day = PACK.at(ON)
    words = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    positions = {
        name: np.array([CODES[name].index(row[name]) for row in rows]) if name in CODES else column
        for name, column in words.items()
    }
    jobs: dict[str, Callable[[], Any]] = {
        "hand": lambda: by_numpy(np, words),
        "pbgov": lambda: day.columns(words).to_columns(),
        "hand, positions": lambda: by_numpy_with_positions(np, positions),
        "pbgov, positions": lambda: day.columns(positions).to_columns(),
    }
    fisca = openfisca(rows)
    if fisca is not None:
        jobs["OpenFisca"] = fisca
    answers = {name: job() for name, job in jobs.items()}
    assert all((answers["hand"][key] == one[key]).all() for one in answers.values() for key in one)
    took = {name: 1e3 * seconds for name, seconds in in_turns(rounds, jobs).items()}
    for what, suffix in (("columns, codes as words", ""), ("columns, codes as numbers", ", positions")):
        hand, mine = took[f"hand{suffix}"], took[f"pbgov{suffix}"]
        yield what, "≥ 0.8", "≥ 1.0", f"{hand / mine:.2f} × numpy by hand ({hand:.1f} and {mine:.1f} ms)"
    if "OpenFisca" in took:
        beside = took["OpenFisca"] / took["pbgov, positions"]
        yield (
            "  beside OpenFisca, codes as numbers",
            "",
            "≥ 3",
            f"{beside:.1f} × OpenFisca ({took['OpenFisca']:.1f} ms)",
        )


def compiling(rounds: int) -> Iterator[Row]:
    """From rules to functions, and to a day that is known."""
    row = requests(1)[0]

    def fresh() -> None:
        RulePack(id="fresh", title=WORDS, fields=PACK.fields, rules=PACK.rules).at(ON).outcome(row)

    def cached() -> None:
        for _ in range(1000):
            PACK.at(ON)

    took = in_turns(rounds, {"compile": fresh, "at": cached})
    yield "compile 12 rules, checked, to the first outcome", "≤ 5 ms", "≤ 1 ms", f"{1e3 * took['compile']:.2f} ms"
    yield "cached at(date)", "≤ 2 µs", "≤ 1 µs", f"{1e3 * took['at']:.2f} µs"


def many_rules(n_rules: int = 300, n_fields: int = 200, seed: int = 1) -> RulePack:
    """A large pack from a seed: rules over two to four fields, three in ten with an exception."""
    chance = random.Random(seed)
    kinds = [chance.choice(("bool", "bool", "int", "code")) for _ in range(n_fields)]
    options = ("a", "b", "c")
    terms = [
        field(f"f{i}", kind, WORDS, low=0 if kind == "int" else None, options=options if kind == "code" else ())  # type: ignore[arg-type] # of a list of kinds
        for i, kind in enumerate(kinds)
    ]

    def condition() -> Operand:
        i = chance.randrange(n_fields)
        if kinds[i] == "bool":
            return terms[i] if chance.random() < 0.5 else ~terms[i]  # noqa: PLR2004 - as often as not
        if kinds[i] == "int":
            return terms[i] >= chance.randint(1, 9)
        return terms[i].is_in(tuple(chance.sample(options, chance.randint(1, 2))))

    rules: list[Rule] = []
    for i in range(n_rules):
        when = lift(condition())
        for _ in range(chance.randint(1, 3)):
            when = when & condition()
        unless = (lift(condition()),) if chance.random() < 0.3 else ()  # noqa: PLR2004 - three in ten
        effect = chance.choice(list(Effect))
        rules.append(Rule(id=f"r{i}", effect=effect, when=when, unless=unless, text=WORDS, basis=Assumption(WORDS)))
    return RulePack(id="many", title=WORDS, fields=tuple(term.field for term in terms), rules=tuple(rules))


def proving(rounds: int) -> Iterator[Row]:
    """Static analysis of a small pack and of a large one."""
    large = many_rules()
    large.at(ON).program.active(0)
    took = in_turns(rounds, {"12": lambda: analyse(PACK, on=ON), "300": lambda: analyse(large, on=ON)})
    yield "analyse 12 rules", "≤ 30 ms", "≤ 10 ms", f"{1e3 * took['12']:.1f} ms"
    yield (
        "analyse 300 rules over 200 fields",
        "≤ 3 s",
        "≤ 1 s",
        f"{took['300']:.2f} s, {len(analyse(large, on=ON))} flaws",
    )


def curing(rounds: int) -> Iterator[Row]:
    """Remedies of requests that were not admitted."""
    day = PACK.at(ON)
    decisions = [one for one in day.batch(requests(2_000)) if one.outcome is not Outcome.ADMITTED]
    took = in_turns(rounds, {"remedies": lambda: [one.remedies() for one in decisions]})
    curable = sum(bool(one.remedies()) for one in decisions)
    yield (
        "remedies, minimal",
        "≥ 2,000 /s",
        "≥ 5,000 /s",
        (f"{len(decisions) / took['remedies']:,.0f} /s ({curable} of {len(decisions)} have one)"),
    )


def told(figure: float | str) -> str:
    """Write a figure of a machine, so many a second; one that asks for nothing is left out."""
    return figure if isinstance(figure, str) else f"{figure:,.0f} /s" if figure else ""


def at_least(figure: str) -> str:
    """Write what is asked of a machine."""
    return f"≥ {figure}" if figure.endswith("/s") else figure


def others() -> Iterator[Row]:
    """The machines have scripts of their own, which give their rows."""
    for name in ("rules_ledger", "rules_lifecycle", "rules_flaws"):
        if (Path(__file__).parent / f"{name}.py").exists():
            for what, *figures in importlib.import_module(name).rows():
                gate, goal, measured = (told(figure) for figure in figures)
                yield what, at_least(gate), at_least(goal), measured


def code_lines(names: Sequence[str]) -> int:
    """Count the lines of modules of the room, without docstrings, comments and blank lines."""
    room = Path(pbgov.__file__).parent / "rules"
    count = 0
    for name in names:
        text = (room / f"{name}.py").read_text(encoding="utf-8")
        said: set[int] = set()
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Expr(value=ast.Constant(value=str())):
                    said |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
                case _:
                    continue
        lines = enumerate(text.splitlines(), 1)
        count += sum(bool(line.strip()) and not line.strip().startswith("#") and n not in said for n, line in lines)
    return count


def size() -> Iterator[Row]:
    """Lines of the decision core: trees, rules, the plain and the generated reading, decisions."""
    core, checks = code_lines(CORE), code_lines(CHECKS)
    yield "size of the decision core", "≤ 900 lines", "", f"{core} lines, and {checks} that check what is given to it"


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--requests", type=int, default=100_000, help="requests (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=7, help="turns that count (default: %(default)s)")
    options = parser.parse_args()
    rows = requests(options.requests)
    print(f"{'what':<66}{'gate':<14}{'goal':<14}measured")
    for measure in (
        one_row(rows, options.rounds), columns(rows, options.rounds), compiling(options.rounds),
        proving(options.rounds), curing(options.rounds), others(), size(),
    ):  # fmt: skip
        for what, gate, goal, measured in measure:
            print(f"{what:<66}{gate:<14}{goal:<14}{measured}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
