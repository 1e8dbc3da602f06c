"""The rank of the documents that lay rules down: a higher one prevails over a lower one."""

from __future__ import annotations

from enum import IntEnum

from pbgov.base import Lang, Text

_WORDS = {
    1: Text(zh="规范性文件", en="normative document"),
    2: Text(zh="规章", en="government rules"),
    3: Text(zh="地方性法规", en="local regulation"),
    4: Text(zh="行政法规", en="administrative regulation"),
    5: Text(zh="法律", en="law"),
    6: Text(zh="宪法", en="constitution"),
}


class Instrument(IntEnum):
    """A kind of instrument; a greater one ranks higher (Legislation Law 立法法, chapter 5).

    Central documents of the Party rank here with administrative regulations; a pack that ranks them otherwise says so.
    """

    NORMATIVE_DOCUMENT = 1
    GOVERNMENT_RULES = 2
    LOCAL_REGULATION = 3
    ADMINISTRATIVE_REGULATION = 4
    LAW = 5
    CONSTITUTION = 6

    def in_(self, lang: Lang) -> str:
        """Name it."""
        return _WORDS[self.value].in_(lang)
