"""The words of a comparison: amounts, states, and what a side asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pbgov.base import Amount, Text, said
from pbgov.comparison._asked import AskedCell
from pbgov.comparison._rows import MechanismCell, Presence

_CODES: Final = 4  # so many are named before the rest is counted
SIGNS: Final = {Presence.AT_WORK: "●", Presence.BREACHED: "▲", Presence.SILENT: "○", Presence.ABSENT: "–"}
NOTHING: Final = Text(zh="—", en="—")


def alike(words: str) -> Text:
    """Give what reads the same in both languages."""
    return Text(zh=words, en=words)


def amount_words(amount: Amount, *, per_thousand: bool = False) -> Text:
    """Write an amount, in parts per thousand as a decimal; one of which nothing is known, as not on record."""
    if amount.high is None and amount.low <= 0:
        return said("comparison.unknown")
    if not per_thousand:
        return Text(zh=amount.in_("zh"), en=amount.in_("en"))
    low = _decimal(amount.low)
    if amount.high is None:
        return said("comparison.at_least", low=low)
    return alike(low if amount.low == amount.high else f"{low}–{_decimal(amount.high)}")


def _decimal(thousandths: int) -> str:
    """Write parts per thousand: from 1 on with two decimals, rounded down, below with three; without idle zeros."""
    whole, rest = divmod(thousandths, 1000)
    decimals = f"{rest // 10:02}" if whole else f"{rest:03}"
    return f"{whole:,}.{decimals}".rstrip("0").removesuffix(".")


def presence_words(cell: MechanismCell) -> Text:
    """Say how a mechanism stands, with its sign."""
    words, sign = said(f"presence.{cell.presence.value}"), SIGNS[cell.presence]
    return Text(zh=f"{sign} {words.zh}", en=f"{sign} {words.en}")


def codes_of(cell: AskedCell) -> str:
    """Name what stands in a cell, and count what is left."""
    codes = (*cell.norms, *cell.rules, *cell.institutions)
    left = len(codes) - _CODES
    return ", ".join(codes[:_CODES]) + (f" +{left}" if left > 0 else "")


def asked_lines(cell: AskedCell | None) -> tuple[Text, ...]:
    """Say what a side asks for: how strongly, by which figures, and what was found."""
    if cell is None:
        return (NOTHING,)
    force = [said(f"modality.{one.value}") for one in cell.modalities]
    force += [said(f"effect.{one.value}") for one in cell.effects]
    force += [said("comparison.institution")] if cell.institutions else []
    lines = [*_joined(force), *(Text(zh=one.in_("zh"), en=one.in_("en")) for one in cell.figures)]
    counts = [(said(f"verdict.{verdict.value}"), n) for verdict, n in cell.verdicts.items()]
    lines += _joined([Text(zh=f"{words.zh} {n:,}", en=f"{words.en} {n:,}") for words, n in counts])
    return (*lines, alike(codes_of(cell)))


def _joined(several: list[Text]) -> Iterator[Text]:
    if several:
        yield Text(zh="、".join(one.zh for one in several), en=", ".join(one.en for one in several))
