"""The terms of the field: what each code of the vocabulary is called, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base._text import Text

GLOSSARY: Final[Mapping[str, Text]] = MappingProxyType({})


def term(code: str) -> Text:
    """Give the words for a code; one that no table knows stands for itself."""
    return GLOSSARY.get(code, Text(zh=code, en=code.replace("_", " ")))
