"""One norm heard on one view of a place: its subjects, and what it says of each."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final, TypeAlias

import attrs

from pbgov.base import Argument, Modality, Row, Verdict, both
from pbgov.errors import StructureError
from pbgov.model import Path, View
from pbgov.rules import Norm, Payload
from pbgov.validation._answer import Answer, unknown
from pbgov.validation._evaluators import Evaluator
from pbgov.validation._waived import reason_for

Answers: TypeAlias = tuple[Answer, ...]
MET: Final[Answers] = (Answer(verdict=Verdict.MET),)
_SETTLED: Final = frozenset({Verdict.MET, Verdict.BREACHED})


@attrs.frozen(kw_only=True)
class Hearing:
    """A norm, the evaluator that judges it, and where its subjects stand.

    Attributes:
        norm: The norm.
        evaluate: Its evaluator.
        scope: The way to its subjects.
    """

    norm: Norm
    evaluate: Evaluator
    scope: Path

    @classmethod
    def of(cls, norm: Norm, evaluators: Mapping[type[Payload], Evaluator]) -> Hearing:
        """Open the hearing of a norm.

        Raises:
            StructureError: No evaluator knows the kind of the norm.
        """
        evaluate = evaluators.get(type(norm.payload))
        if evaluate is None:
            raise StructureError(both("judge.evaluator", kind=type(norm.payload).__name__, code=norm.code), norm.code)
        return cls(norm=norm, evaluate=evaluate, scope=Path.of(norm.scope))

    @property
    def table(self) -> str:
        """The table of the subjects."""
        return self.scope.tables[-1]

    def reading(self, view: View) -> View:
        """Give the view that the norm is judged by."""
        return view.reaching(view.since) if self.norm.payload.over_span() else view

    def is_subject(self, view: View, row: Row | None) -> bool:
        """Tell whether the norm speaks of a row."""
        return row is not None and self.scope.picks(self.reading(view), row)

    def answers(self, view: View, subject: Row, unclear: Container[str]) -> Answers:
        """Give what the norm says of a subject; what says no more than that it is met is always the same."""
        reading, norm = self.reading(view), self.norm
        found = tuple(
            self._settled(view, subject, answer, unclear)
            for answer in self.evaluate(reading, norm, norm.payload, subject)
        )
        return MET if len(found) == 1 and found[0].verdict is Verdict.MET else found

    def _settled(self, view: View, subject: Row, answer: Answer, unclear: Container[str]) -> Answer:
        """What follows from a fault is not reported again; what is waived is shown with its reason."""
        norm = self.norm
        if answer.verdict is Verdict.BREACHED and norm.modality is Modality.MAY:
            return attrs.evolve(answer, verdict=Verdict.MET)
        if answer.verdict in _SETTLED and subject.id in unclear:
            return unknown("structure", answer.aspect)
        if answer.verdict is not Verdict.BREACHED or (norm.modality is Modality.MUST and not norm.waivable):
            return answer
        reason = reason_for(view, norm.code, subject.id)
        if reason is None:
            return answer
        arguments: tuple[tuple[str, Argument], ...] = (*answer.arguments, ("reason", reason))
        return attrs.evolve(answer, verdict=Verdict.WAIVED, key="norm.waived", arguments=arguments)

    def empty(self, view: View) -> Answer:
        """Give what the norm says where it has no subject."""
        picked = self.reading(view).pick(self.norm.scope)
        nothing = Answer(verdict=Verdict.NOT_APPLICABLE, key="norm.empty")
        return nothing if picked.complete else unknown(self.norm.scope.table)
