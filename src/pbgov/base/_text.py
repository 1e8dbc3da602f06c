"""A phrase in both languages of the library."""

from __future__ import annotations

from typing import Final, Literal, get_args

import attrs

Lang = Literal["en", "zh"]
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)


@attrs.frozen
class Text:
    """A phrase in Chinese and in English.

    Examples:
        >>> community = Text(zh="社区", en="community")
        >>> community.in_("zh")
        '社区'
    """

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Give the phrase in one language."""
        return self.zh if lang == "zh" else self.en
