"""Decisions: the outcome of each, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pbgov.base import LANGS, Markup, Text, both, element, say
from pbgov.display._reading import read
from pbgov.display._words import phrase, section, words
from pbgov.errors import InvalidValueError
from pbgov.rules import Decision, Outcome, Remedy

Labelled: TypeAlias = tuple[Text | str, Decision]


def read_decisions(given: object) -> tuple[Labelled, ...]:
    """Read decisions, each with its label.

    Raises:
        InvalidValueError: Something is no pair of a label and a decision.
    """
    return tuple(map(_labelled, read(given, object, "display.decision")))


def _labelled(pair: object) -> Labelled:
    match pair:
        case (Text() | str() as label, Decision() as decision):
            return label, decision
        case _:
            raise InvalidValueError(both("display.decision", value=type(pair).__name__), pair)


def decided(decisions: Sequence[Labelled], prefix: str) -> Markup:
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
