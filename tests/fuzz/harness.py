"""A fuzzer of the boundary: documents and texts are damaged at random, and what may never happen is looked for.

What it is given has no meaning; what it must hold has: nothing raises but a refusal, the three forms of a table bring
the same findings, the quick reading is the slow reading, and time grows with what was given and no faster. Inputs that
bring a set of findings which no input before brought are kept, the smallest of each.

    python -m tests.fuzz.harness --minutes 30 --keep tests/corpus
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import decimal
import json
import random
import time
import types
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest import mock

from pbgov.base import Report
from pbgov.boundary import neighbourhood_from_geojson, parse, validate
from pbgov.boundary._json import _UNSURE
from pbgov.boundary._read import Read, read
from pbgov.errors import InvalidDocumentError
from pbgov.model import TABLES
from tests.documents import columned, keyed, listed, rows_of, sample

ON = dt.date(2018, 7, 1)
SECONDS = 4.0  # for an input of no size; a slow machine in a slow moment
SECONDS_A_BYTE = 100e-6
MOST_FINDINGS = 200_000
LARGEST = 20_000  # bytes of an input that is damaged further
TOKENS: list[Any] = [
    None, True, False, 0, -1, 1, 7, 1000, 1001, 2**53, 2**53 + 1, 10**30, 10**600, 0.5, 1e308, float("nan"),
    float("inf"),     "", "A", "B", "id", "columns", "units", " ", "/", "~", "a/b", "a\nb", "\ud800", "é",
    "市", "x" * 121, "x" * 201,
    "2018-01-01", "2018-02-30", "2018-7-1", "\u0662\u0660\u0661\u0668-\u0660\u0661-\u0660\u0661", "9999-12-31",
    "pbgov/1", "pbgov/3", "pbgov/x",
    [], {}, [[]], [{}], {"": None}, {"id": []}, {"id": [], "kind": []}, {"id": ["A"], "kind": [None]}, ["A", "A"],
    {"A": []}, {"A": {}}, {"id": "A"}, [{"id": "A"}, {"id": "A"}],
]  # fmt: skip
PIECES = [b'"', b":", b",", b"{", b"}", b"[", b"]", b"\\", b"\\u", b"\\ud800", b"NaN", b"1e999", b"-", b"\x00", b"\xff"]
PIECES += [b'"id":', b'"id" :', b'": "', b'\\":', b"null", b"[" * 300, b'{"a":' * 300, b"9" * 5000, b"\xef\xbb\xbf"]


class Odd(dict[str, Any]):
    """A subclass of dict."""


class Oddity(str):
    """A subclass of str."""

    __slots__ = ()


def strangers() -> list[Any]:
    """Give values that no JSON text holds."""
    circle: dict[str, Any] = {"id": "A"}
    circle["units"] = circle
    shared: list[Any] = ["A"] * 50
    for _ in range(3):
        shared = [shared] * 50
    mappings = [Odd(id="A", kind="k"), types.MappingProxyType({"id": "A"}), collections.UserDict({"id": "A"})]
    plain = [{1}, frozenset(), b"x", dt.date(2018, 1, 1), dt.datetime(2018, 1, 1), decimal.Decimal(1), 1j, object()]  # noqa: DTZ001
    return [circle, shared, *mappings, *plain, iter(["A"]), range(3), Oddity("A"), (), ("A", "B"), {1: 2, None: 3}]


def places(value: Any) -> list[tuple[Any, Any]]:
    """Give every place of a value that another can be put into: what holds it, and under which key."""
    found: list[tuple[Any, Any]] = []
    seen: set[int] = set()
    todo = [value]
    for held in todo:
        if id(held) in seen or len(found) > 20_000:
            continue
        seen.add(id(held))
        if isinstance(held, dict):
            found += [(held, key) for key in held]
            todo += held.values()
        elif isinstance(held, list):
            found += [(held, n) for n in range(len(held))]
            todo += held
    return found


def damaged(document: Any, rng: random.Random, *, strange: bool = False) -> Any:  # noqa: C901, PLR0912 - a line a deed
    """Damage a document in place, or give another."""
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        spots = places(document)
        if not spots:
            return rng.choice(TOKENS)
        held, key = rng.choice(spots)
        other_held, other_key = rng.choice(spots)
        tokens = strangers() if strange and rng.random() < 0.5 else TOKENS
        deed = rng.randrange(9)
        if deed == 0:
            held[key] = json.loads(json.dumps(rng.choice(TOKENS)))
        elif deed == 1:
            held[key] = rng.choice(tokens)
        elif deed == 2:
            del held[key]
        elif deed == 3:
            held[key], other_held[other_key] = other_held[other_key], held[key]
            if looped(document):
                return {}
        elif deed == 4 and isinstance(held, dict):
            held[rng.choice(("id", "x", "kind", "", "a/b", "~", "\ud800", "x" * 300, "schema"))] = held[key]
        elif deed == 5 and isinstance(held, list):
            held.insert(rng.randrange(len(held) + 1), held[key])
        elif deed == 6:
            held[key] = [held[key]] * rng.choice((0, 1, 2, 40))
        elif deed == 7 and isinstance(held, list):
            held += held[key:] * rng.choice((1, 30))
        elif deed == 8 and isinstance(document, dict):
            name = rng.choice(tuple(TABLES))
            form = rng.choice((listed, keyed, columned))
            rows = rows_of(document.get(name))
            if rows and all(isinstance(row.get("id"), str) for row in rows):
                document |= form({name: rows})
    return document


def looped(document: Any) -> bool:
    """Tell whether a document holds itself."""
    try:
        json.dumps(document, default=str, skipkeys=True)
    except (ValueError, RecursionError):
        return True
    return False


def garbled(text: bytes, rng: random.Random) -> bytes:
    """Damage text."""
    for _ in range(rng.choice((1, 1, 2, 5))):
        start = rng.randrange(len(text) + 1)
        stop = min(len(text), start + rng.choice((0, 1, 1, 2, 8, 100)))
        piece = rng.choice((rng.choice(PIECES), text[start:stop] * 2, b"", bytes([rng.randrange(256)])))
        text = text[:start] + piece + text[stop:]
    return text


def signature(report: Report) -> frozenset[tuple[str, str]]:
    """Say what kinds of findings a report has, and about what."""
    return frozenset(
        (f.code, "/".join(s for s in f.path.split("/") if s.isalpha() and s.islower())) for f in report.findings
    )


def same(one: Read, other: Read) -> bool:
    """Tell whether two readings found the same."""
    return one.unread == other.unread and one.place == other.place


def slow_read(given: Any) -> Read:
    """Read row by row, by the parser that sees keys twice."""
    with (
        mock.patch("pbgov.boundary._tables.checked", return_value=None),
        mock.patch("pbgov.boundary._json._once", return_value=_UNSURE),
    ):
        return read(given)


def told(given: Any) -> list[tuple[Any, ...]]:
    """Give the findings without where they are in the document as given."""
    return sorted((f.code, f.subject, f.path, f.verdict.value) for f in validate(given, on=ON).findings)


def check_forms(document: Any) -> None:
    """Hold that rows in a list, rows by identifier and columns bring the same findings."""
    if not isinstance(document, dict):
        return
    tables = {name: rows_of(document[name]) for name in TABLES if name in document}
    if any(rows is None or any(None in row.values() for row in rows) for rows in tables.values()):
        return  # columns cannot tell a null from a cell left out
    rows = document | tables
    by_list = told(rows)
    assert told(columned(rows)) == by_list
    ids = [[row.get("id") for row in table or ()] for table in tables.values()]
    if all(isinstance(key, str) for keys in ids for key in keys) and all(len(set(keys)) == len(keys) for keys in ids):
        assert told(keyed(rows)) == by_list


def check(given: Any, size: int) -> Report:
    """Hold what is true whatever is given."""
    began = time.process_time()
    report = validate(given, on=ON)
    took = time.process_time() - began
    assert took < SECONDS + size * SECONDS_A_BYTE, f"{took:.1f} s for {size} bytes"
    assert len(report.findings) <= MOST_FINDINGS
    json.dumps(report.to_dict() if len(report.findings) < 1000 else None)
    with suppress(InvalidDocumentError):
        parse(given)
    neighbourhood_from_geojson(given, id="N", community="C")
    return report


def check_text(text: bytes) -> Report:
    """Hold what is true of text: the quick way is the slow way."""
    report = check(text, len(text))
    quick, slow = read(text), slow_read(text)
    if not same(quick, slow):
        one, other = (list(r.unread.findings) for r in (quick, slow))
        apart = [f for f in one if f not in other][:2], [f for f in other if f not in one][:2]
        raise AssertionError(apart, quick.unread == slow.unread)
    return report


def inputs(rng: random.Random, corpus: list[bytes]) -> Iterator[tuple[str, Any]]:
    """Give damaged texts, and damaged documents that no text holds."""
    while True:
        text = rng.choice(corpus)
        way = rng.random()
        if way < 0.3:
            yield "text", garbled(text, rng)
            continue
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            yield "text", garbled(text, rng)
            continue
        if way < 0.85:
            made = damaged(document, rng)
            try:
                text = json.dumps(made).encode("utf-8")
            except (ValueError, RecursionError, TypeError):
                continue
            yield "text", text
            check_forms(json.loads(text))
        else:
            yield "object", damaged(document, rng, strange=True)


def seeds() -> list[bytes]:
    """Give sound documents in all forms, to damage."""
    ring = [[120, 31], [120.001, 31], [120.001, 31.001], [120, 31]]
    shapes: list[tuple[str, Any]] = [("Point", ring[0]), ("Polygon", [ring, ring]), ("MultiPolygon", [[ring], [ring]])]
    features = [
        {"type": "Feature", "id": n, "properties": {"households": 3}, "geometry": {"type": kind, "coordinates": made}}
        for n, (kind, made) in enumerate(shapes)
    ]
    documents = [*(form(sample()) for form in (listed, keyed, columned))]
    return [json.dumps(one).encode() for one in (*documents, {"type": "FeatureCollection", "features": features})]


def run(minutes: float, seed: int, corpus: list[bytes], *, say: Callable[[str], None] = print) -> dict[Any, bytes]:
    """Fuzz; give the smallest input of each set of findings. The first failure ends it."""
    rng = random.Random(seed)
    kept: dict[Any, bytes] = {}
    for text in corpus:
        kept[signature(check_text(text))] = text
    until, n, last = time.monotonic() + 60 * minutes, 0, time.monotonic()
    pool = list(corpus)
    for kind, given in inputs(rng, pool):
        if time.monotonic() > until:
            break
        n += 1
        if kind == "object":
            check(given, 10_000)
            continue
        try:
            found = signature(check_text(given))
        except BaseException:
            Path("/tmp/pbgov-fuzz-failure.json").write_bytes(given)  # noqa: S108 - for whoever looks into it
            raise
        if len(found) <= 3 and len(given) < min(LARGEST, len(kept.get(found, given + b" "))):
            if found not in kept:
                pool.append(given)
            kept[found] = given
        if time.monotonic() - last > 60:
            last = time.monotonic()
            say(f"{n} inputs, {len(kept)} sets of findings")
    say(f"done: {n} inputs, {len(kept)} sets of findings, no failure")
    return kept


def main() -> None:
    """Fuzz for some minutes, and keep a corpus."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    kept = run(options.minutes, options.seed, seeds(), say=lambda line: print(line, flush=True))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        seen: set[Any] = set()
        total = 0
        for found, text in sorted(kept.items(), key=lambda pair: len(pair[1])):
            if not found <= seen and total + len(text) < 150_000:
                seen |= found
                total += len(text)
                (options.keep / f"{len(seen):04}.json").write_bytes(text)
        print(f"kept {total} bytes for {len(seen)} findings")


if __name__ == "__main__":
    main()
