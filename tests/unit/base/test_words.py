from __future__ import annotations

import string
from datetime import date

import pytest

from pbgov.base import (
    GLOSSARY,
    LANGS,
    Argument,
    Assumption,
    Basis,
    Derived,
    Lang,
    Reference,
    Required,
    Severity,
    Text,
    Verdict,
    both,
    say,
    term,
)
from pbgov.base._glossary import _TERMS
from pbgov.base._sentences import SENTENCES

WHY = Text(zh="因故", en="reasons")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_says_the_same_in_both_languages(key: str) -> None:
    sentence = SENTENCES[key]
    assert sentence.zh.strip()
    assert sentence.en.strip()
    # the first problem of a document is quoted in the language of the sentence; a unit may stand in one alone
    assert {name.removesuffix("_zh") for name in places(sentence.zh)} == places(sentence.en)


def test_every_finding_has_a_way_out() -> None:
    worded = [key for key in SENTENCES if key.split(".")[0] in {"norm", "structure"} and not key.endswith(".fix")]
    assert worded
    assert [key for key in worded if f"{key}.fix" not in SENTENCES] == []


@pytest.mark.parametrize("value", [*Verdict, *Severity])
def test_every_verdict_and_severity_has_a_word(value: Verdict | Severity) -> None:
    key = f"{type(value).__name__.lower()}.{value.value}"
    assert all(say(key, lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ("C1", "C1", "C1"),
        (3500, "3,500", "3,500"),
        (date(2018, 7, 1), "2018-07-01", "2018-07-01"),
        (WHY, "reasons", "因故"),
        (None, "None", "None"),
        ("x" * 80, "x" * 80, "x" * 80),
        ("x" * 81, "x" * 80 + "…", "x" * 80 + "…"),
        ("{boom}", "{boom}", "{boom}"),
        ("\ud800", "\\ud800", "\\ud800"),
    ],
)
def test_how_an_argument_is_shown(value: Argument, en: str, zh: str) -> None:
    assert (
        say("id.unknown", "en", value=value)
        == f"nothing has the identifier {en}; check it (a name is not an identifier)"
    )
    assert say("id.unknown", "zh", value=value) == f"没有标识为{zh}的记录；请核对标识（名称不是标识）"


def test_an_exception_says_english_first() -> None:
    assert both("band.open") == f"{say('band.open', 'en')} / {say('band.open', 'zh')}"
    assert LANGS == ("en", "zh")


def test_no_term_stands_twice_in_the_glossary() -> None:
    assert len(GLOSSARY) == len(_TERMS)
    assert all(text.zh and text.en for text in GLOSSARY.values())
    assert term("grid").in_("zh") == "网格"
    assert term("grid").in_("en") == "grid"
    assert term("flood_control") == Text(zh="flood_control", en="flood control")


@pytest.mark.parametrize(
    ("basis", "lang", "words"),
    [
        (Assumption(WHY), "en", "assumption: reasons"),
        (Assumption(WHY), "zh", "假设：因故"),
        (Required(WHY), "en", "to be supplied: reasons"),
        (Required(WHY), "zh", "待补：因故"),
        (Derived(from_=("a", "b"), how=WHY), "en", "derived from a, b: reasons"),
        (Derived(from_=("a", "b"), how=WHY), "zh", "由a、b推得：因故"),
    ],
)
def test_where_a_figure_comes_from(basis: Basis, lang: Lang, words: str) -> None:
    assert basis.in_(lang) == words


def test_a_phrase_is_quoted_in_the_original() -> None:
    report = Reference(title="实施意见", issuer="市委", date="2018-07")
    assert str(report) == "实施意见(市委, 2018-07)"
    assert str(Reference(title="实施意见", issuer="市委")) == "实施意见(市委)"
    assert report.quote("每半年一次").in_("en") == "「每半年一次」 实施意见(市委, 2018-07)"
    assert report.quote("每半年一次", "第3条").in_("zh") == "「每半年一次」实施意见(市委, 2018-07) 第3条"


def test_a_basis_reads_in_english_when_printed() -> None:
    paper = Reference(title="办法", issuer="市委", date="2018")
    why = Text(zh="无", en="none given")
    for basis in (paper.quote("原文"), Assumption(why), Derived(from_=("a",), how=why), Required(why)):
        assert str(basis) == basis.in_("en")
