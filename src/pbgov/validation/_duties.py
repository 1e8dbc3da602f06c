"""Evaluators of the norms about duty lists: what an item must say, and that a task was admitted first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pbgov.base import Lang, Row, Text, Verdict, term
from pbgov.model import TABLES, Event, View
from pbgov.rules import Admitted, Norm, Stated
from pbgov.validation._answer import Answer, unknown

_TABLE_OF: Final = {kind: name for name, kind in TABLES.items()}
_EMPTY: Final = (None, "", ())
_SHOWN: Final = 5


def stated(view: View, _norm: Norm, payload: Stated, subject: Row) -> Iterator[Answer]:
    """An empty cell says that nothing is said, where the record claims to hold its table whole."""
    picked = view.pick(payload.of, subject)
    gaps = [(row, name) for row in picked.rows for name in payload.columns if view.value(row, name) in _EMPTY]
    silent = sorted({_TABLE_OF[type(row)] for row, _ in gaps if not view.claims(_TABLE_OF[type(row)], None)})
    told = [(row, name) for row, name in gaps if _TABLE_OF[type(row)] not in silent]
    if told:
        rows = dict.fromkeys(row.id for row, _ in told)
        words = [(key, [term(name) for row, name in told if row.id == key]) for key in rows]
        detail = Text(zh=_listed(words, "zh"), en=_listed(words, "en"))
        yield Answer(verdict=Verdict.BREACHED, key="norm.stated", arguments=(("detail", detail),))
    elif silent:
        yield unknown(", ".join(silent))
    else:
        yield Answer(verdict=Verdict.MET) if picked.complete else unknown(_missing(payload))


def _missing(payload: Stated) -> str:
    tables = [payload.of.table, *(getattr(step, "table", "units") for step in payload.of.via)]
    return ", ".join(dict.fromkeys(filter(None, tables)))


def _listed(words: list[tuple[str, list[Text]]], lang: Lang) -> str:
    """Name the first few rows, each with what is told of it, and say how many more there are."""
    mark, opens, closes = ("、", "（", "）") if lang == "zh" else (", ", " (", ")")
    said = [key + (f"{opens}{mark.join(one.in_(lang) for one in told)}{closes}" if told else "") for key, told in words]
    more = len(said) - _SHOWN
    return mark.join(said[:_SHOWN]) + (f" … +{more}" if more > 0 else "")


def admitted(view: View, _norm: Norm, payload: Admitted, subject: Row) -> Iterator[Answer]:
    """Every task of the subject: one that was not admitted breaches, one that may not have been leaves it open.

    What is handed down and stood on the list that day is permitted as it stands.
    """
    organs, approvers = view.pack.figure(payload.organs), view.pack.figure(payload.approvers)
    if not isinstance(organs, tuple):
        yield unknown(payload.organs)
        return
    if not isinstance(approvers, int):
        yield unknown(payload.approvers)
        return
    register = view.register
    verdicts = {task: register.admission(task, organs, approvers) for task in register.tasks_of(subject)}
    if isinstance(subject, Event):
        verdicts |= {task: Verdict.MET for task in verdicts if register.stood_on_a_list(task)}
    wrong = [task for task, verdict in verdicts.items() if verdict is Verdict.BREACHED]
    if wrong:
        codes: list[tuple[str, list[Text]]] = [(task.code, []) for task in wrong]
        detail = Text(zh=_listed(codes, "zh"), en=_listed(codes, "en"))
        yield Answer(verdict=Verdict.BREACHED, key="norm.admitted", arguments=(("detail", detail),))
    elif verdicts and Verdict.UNKNOWN not in verdicts.values():
        yield Answer(verdict=Verdict.MET)
    else:
        yield unknown("events")
