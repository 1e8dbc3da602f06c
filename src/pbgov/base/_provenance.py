"""Where a figure comes from: every one says so."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

import attrs

from pbgov.base._messages import both
from pbgov.base._text import Lang, Text
from pbgov.errors import InvalidValueError

Standing: TypeAlias = Literal["secondary", "known", "unsure"]

_STANDINGS: Final[Mapping[Standing, Text]] = MappingProxyType(
    {
        "secondary": Text(zh="仅见于二手材料，未核对原文", en="read in secondary texts only"),
        "known": Text(zh="通行说法，未核对原文", en="generally known, not checked"),
        "unsure": Text(zh="不确定", en="unsure"),
    }
)


@attrs.frozen(kw_only=True)
class Reference:
    """A document that figures are read from.

    Attributes:
        title: The full title, in the original script.
        issuer: Who issued it.
        date: Day, month or year of issue as the document itself gives it; empty when undated.
    """

    title: str
    issuer: str
    date: str = ""

    def quote(self, phrase: str, article: str | None = None) -> Source:
        """Cite a short phrase of this document."""
        return Source(document=str(self), quote=phrase, article=article)

    def attributed(self, standing: Standing, article: str | None = None) -> Attributed:
        """Name this document for a figure that was not read in it."""
        return Attributed(document=str(self), standing=standing, article=article)

    def __str__(self) -> str:
        """Give title, issuer and date on one line."""
        return f"{self.title}({', '.join(filter(None, (self.issuer, self.date)))})"


@attrs.frozen(kw_only=True)
class Source:
    """A phrase of a document: the figure was read there.

    Attributes:
        document: Full reference: title, issuer, date.
        quote: A short normalised phrase of the original.
        article: The article or section, where the document has them.
    """

    document: str
    quote: str
    article: str | None = None

    def __str__(self) -> str:
        """Say it in English."""
        return self.in_("en")

    def in_(self, lang: Lang) -> str:
        """Cite it; the quotation stays in the original."""
        where = f" {self.article}" if self.article else ""
        return f"「{self.quote}」 {self.document}{where}" if lang == "en" else f"「{self.quote}」{self.document}{where}"


@attrs.frozen(kw_only=True)
class Attributed:
    """The figure is said to stand in a document whose text was not read.

    Attributes:
        document: Full reference: title, issuer, date.
        standing: ``"secondary"`` where texts about the document say so, ``"known"`` where it is common knowledge that
            nobody checked, ``"unsure"`` where even that is in doubt.
        article: The article or section, where somebody names one.

    Raises:
        InvalidValueError: The standing is none of these.
    """

    document: str
    standing: Standing
    article: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a standing that says nothing."""
        if self.standing not in _STANDINGS:
            raise InvalidValueError(
                both("attributed.standing", value=repr(self.standing), known=", ".join(_STANDINGS)), self.standing
            )

    def __str__(self) -> str:
        """Say it in English."""
        return self.in_("en")

    def in_(self, lang: Lang) -> str:
        """Say to what it is attributed, and how sure that is."""
        where, how = f" {self.article}" if self.article else "", _STANDINGS[self.standing].in_(lang)
        if lang == "en":
            return f"attributed to {self.document}{where}: {how}"
        return f"据称见{self.document}{where}：{how}"


@attrs.frozen
class Assumption:
    """No document states the figure; this is why it was chosen."""

    why: Text

    def __str__(self) -> str:
        """Say it in English."""
        return self.in_("en")

    def in_(self, lang: Lang) -> str:
        """Say that this is an assumption, and why."""
        return f"assumption: {self.why.en}" if lang == "en" else f"假设：{self.why.zh}"


@attrs.frozen(kw_only=True)
class Derived:
    """Computed from other figures."""

    from_: tuple[str, ...]
    how: Text

    def __str__(self) -> str:
        """Say it in English."""
        return self.in_("en")

    def in_(self, lang: Lang) -> str:
        """Say from what it follows, and how."""
        if lang == "en":
            return f"derived from {', '.join(self.from_)}: {self.how.en}"
        return f"由{'、'.join(self.from_)}推得：{self.how.zh}"


@attrs.frozen
class Required:
    """The document asks for a figure and gives none: who uses the pack must supply it."""

    why: Text

    def __str__(self) -> str:
        """Say it in English."""
        return self.in_("en")

    def in_(self, lang: Lang) -> str:
        """Say that a value is still wanted."""
        return f"to be supplied: {self.why.en}" if lang == "en" else f"待补：{self.why.zh}"


Basis: TypeAlias = Source | Attributed | Assumption | Derived | Required
Origin: TypeAlias = Literal["reported", "registered", "made_up"]
