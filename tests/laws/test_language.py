"""Every sentence a person reads exists in Chinese and English, names the same things, and is set as it should be."""

import re
from collections.abc import Iterator
from string import Formatter

import attrs
import pytest

from pbgov import packs
from pbgov.base import GLOSSARY, Text
from pbgov.base._sentences import SENTENCES
from pbgov.rules import RulePack

HAN = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!()]|(?<![}}(])[,;:?!()]{HAN}")  # `{end})` ends a period, `()` a call
FINDINGS = ("norm.", "structure.", "boundary.PBB")


def texts_in(value: object) -> Iterator[Text]:
    """Every text inside a value of frozen parts."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif attrs.has(kind := type(value)):
        for attribute in attrs.fields(kind):
            yield from texts_in(getattr(value, attribute.name))


def named(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_names_the_same_things_in_both_languages(key: str) -> None:
    text = SENTENCES[key]
    assert text.zh
    assert text.en
    assert {name.removesuffix("_zh") for name in named(text.zh)} == {
        name.removesuffix("_zh") for name in named(text.en)
    }


@pytest.mark.parametrize("key", [key for key in sorted(SENTENCES) if key.startswith(FINDINGS)])
def test_a_finding_has_a_way_out(key: str) -> None:
    assert f"{key.removesuffix('.fix')}.fix" in SENTENCES
    assert key.removesuffix(".fix") in SENTENCES


def test_chinese_is_set_with_chinese_punctuation() -> None:
    found = [value for name, value in vars(packs).items() if isinstance(value, RulePack)]
    texts = [*SENTENCES.values(), *GLOSSARY.values(), *(text for pack in found for text in texts_in(pack))]
    assert len(found) >= 3
    assert [text.zh for text in texts if HALF_WIDTH.search(text.zh)] == []
