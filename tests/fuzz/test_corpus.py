"""The inputs that fuzzing kept are read again, and for a short while fuzzing goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.harness import check_text, run, seeds

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.json"))


def test_there_is_a_corpus_and_it_is_small() -> None:
    assert len(CORPUS) > 20
    assert sum(path.stat().st_size for path in CORPUS) < 200_000


def test_what_was_kept_is_still_read() -> None:
    for path in CORPUS:
        check_text(path.read_bytes())


def test_a_short_run_finds_nothing() -> None:
    lines: list[str] = []
    run(0.05, 1, seeds(), say=lines.append)
    assert lines[-1].endswith("no failure")


@pytest.mark.nightly
def test_a_long_run_finds_nothing() -> None:
    lines: list[str] = []
    run(10, 2, [*seeds(), *(path.read_bytes() for path in CORPUS)], say=lines.append)
    assert lines[-1].endswith("no failure")
