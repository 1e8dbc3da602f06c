"""Decisions: the outcome of each, and why."""

from __future__ import annotations

from collections.abc import Sequence

from pbgov.base import LANGS, Markup, Text, element, say
from pbgov.display._words import phrase, section, words
from pbgov.rules import Decision, Outcome, Remedy


def decided(decisions: Sequence[tuple[Text | str, Decision]], prefix: str) -> Markup:
    """Show decisions, each under its label."""
    return section(
        f"{prefix}decisions",
        words("display.decisions"),
        element("p", words("display.decisions.about"), class_="about"),
        element("div", *(_card(label, decision) for label, decision in decisions), class_="cards"),
    )


def _card(label: Text | str, decision: Decision) -> Markup:
    outcome = decision.outcome.value
    reasons: list[Markup] = []
    for lang in LANGS:
        _, *lines = decision.explain(lang).splitlines()
        lines += [say("display.decisions.remedy", lang, remedy=remedy) for remedy in _ways_out(decision)]
        reasons.append(element("ul", *(element("li", line) for line in lines), class_=lang, lang=lang))
    return element(
        "article",
        element("h3", label if isinstance(label, str) else phrase(label)),
        element("p", element("span", words(f"outcome.{outcome}"), class_=f"badge {outcome}")),
        *reasons,
        class_="card",
    )


def _ways_out(decision: Decision) -> tuple[Remedy, ...]:
    """Give the remedies of what was not admitted; that of a conditional one is what it owes, and is told already."""
    return () if decision.outcome is Outcome.CONDITIONAL else decision.remedies()
