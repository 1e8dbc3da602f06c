"""Where a figure comes from: every one says so."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from pbgov.base._text import Lang, Text


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


Basis: TypeAlias = Source | Assumption | Derived | Required
Origin: TypeAlias = Literal["reported", "registered", "made_up"]
