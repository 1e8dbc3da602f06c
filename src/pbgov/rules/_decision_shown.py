"""A decision as a notebook shows it: the outcome, then each reason, obligation and missing fact, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from pbgov.base import Markup, Text, element, listing, paired, said, stacked


def decision_as_html(outcome: str, zh: Sequence[tuple[str, str]], en: Sequence[tuple[str, str]]) -> Markup:
    """Give a decision as HTML.

    Args:
        outcome: The value of the outcome.
        zh: What is told in Chinese, each with what it is: ``"reason"``, ``"obligation"`` or ``"missing"``.
        en: The same in English.
    """
    rows = [
        (paired(said(f"decision.part.{part}")), stacked(Text(zh=chinese, en=english)))
        for (part, chinese), (_, english) in zip(zh, en, strict=True)
    ]
    return element(
        "div",
        element("div", paired(said("decision.title"))),
        element("strong", paired(said(f"outcome.{outcome}"))),
        listing(("", ""), rows) if rows else "",
    )
