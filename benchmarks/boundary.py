"""Reading a made-up city: rows, rows by identifier and columns, beside the bare parser and a pydantic model a row."""

import argparse
import json
import random
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from statistics import median
from time import process_time
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic_core import from_json

from pbgov.boundary import validate
from pbgov.boundary._read import read

TABLES = ("units", "bodies", "posts", "ties")


class Obvious(BaseModel):
    """A row as one would write it first."""

    model_config = ConfigDict(extra="forbid")
    id: str
    kind: str
    parent: str | None = None
    host: str | None = None
    unit: str | None = None
    name: str = ""
    source: str | None = None
    target: str | None = None
    start: date | None = None


def city(entities: int, ties: int) -> dict[str, Any]:
    """Make a city, its tables as columns."""
    chance = random.Random(7)
    counts = {"u": entities * 6 // 10, "b": entities // 10, "p": entities * 3 // 10, "t": ties}
    ids = {sign: [f"{sign}{n:07}" for n in range(count)] for sign, count in counts.items()}

    def some(sign: str) -> list[str]:
        return [chance.choice(ids[sign]) for _ in range(ties)]

    return {
        "id": "city",
        "profile": {"id": "p", "levels": []},
        "units": {
            "id": ids["u"],
            "kind": ["organ"] * counts["u"],
            "parent": [None if n == 0 else ids["u"][(n - 1) // 8] for n in range(counts["u"])],
            "name": [f"第{n}单位" for n in range(counts["u"])],
        },
        "bodies": {"id": ids["b"], "kind": ["joint_meeting"] * counts["b"], "host": ids["u"][: counts["b"]]},
        "posts": {"id": ids["p"], "kind": ["head"] * counts["p"], "unit": ids["u"][: counts["p"]]},
        "ties": {
            "id": ids["t"],
            "kind": ["member"] * ties,
            "source": some("u"),
            "target": some("b"),
            "start": [f"20{chance.randrange(10, 24)}-0{chance.randrange(1, 10)}-15" for _ in range(ties)],
        },
    }


def rows(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give the tables as rows."""
    made = dict(document)
    for name in TABLES:
        held = document[name]
        made[name] = [dict(zip(held, cells, strict=True)) for cells in zip(*held.values(), strict=True)]
    return made


def by_id(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give the tables as rows by identifier."""
    made = rows(document)
    return made | {name: {row.pop("id"): row for row in made[name]} for name in TABLES}


def obvious(text: str) -> list[Obvious]:
    """Read rows in the obvious way."""
    document = json.loads(text)
    return [Obvious.model_validate(row) for name in TABLES for row in document[name]]


def seconds(work: Callable[[], object], rounds: int) -> float:
    """CPU time, the median."""
    times: list[float] = []
    for _ in range(rounds):
        began = process_time()
        held = work()
        times.append(process_time() - began)
        del held
    return median(times)


def main() -> None:
    """Measure one after the other, and print ratios to the bare parser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=90_000)
    parser.add_argument("--ties", type=int, default=364_000)
    parser.add_argument("-n", "--rounds", type=int, default=3)
    options = parser.parse_args()
    document = city(options.entities, options.ties)
    print(f"{'form':<9}{'what':<26}{'s':>8}{'/ parser':>10}{'peak MB':>9}")
    for form, make in (("columns", dict), ("rows", rows), ("by id", by_id)):
        text = json.dumps(make(document))
        assert not read(text).unread.findings
        works: dict[str, Callable[[str], object]] = {
            "pydantic_core.from_json": from_json,
            "json.loads": json.loads,
            "read: checked, a place": read,
            "validate: and structure": lambda given: validate(given, on=date(2024, 1, 1)),
        }
        if form == "rows":
            works["a pydantic model a row"] = obvious
        floor = 0.0
        for name, work in works.items():
            took = seconds(partial(work, text), options.rounds)
            floor = floor or took
            tracemalloc.start()
            held = work(text)
            peak = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            del held
            print(f"{form:<9}{name:<26}{took:>8.3f}{took / floor:>10.2f}{peak:>9.0f}")


if __name__ == "__main__":
    main()
