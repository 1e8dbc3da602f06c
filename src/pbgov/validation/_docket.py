"""What every norm says of every subject of a place, counted: the state behind a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from pbgov.base import Finding, Layers, Row, Tally, Text, Verdict, term
from pbgov.model import View
from pbgov.rules import Norm
from pbgov.validation._answer import Answer
from pbgov.validation._hearing import MET, Answers, Hearing
from pbgov.validation._within import Territory

Subject: TypeAlias = tuple[int, str]
Silent: TypeAlias = tuple[int, Verdict, str, str]
_LOUD: Final = frozenset({Verdict.BREACHED, Verdict.WAIVED})


@attrs.frozen(kw_only=True)
class Docket:
    """The answers on all subjects.

    Attributes:
        hearings: The norms.
        held: The answers on each subject, by the number of the norm, but where it says only that it is met.
        loud: Those among them with a breach, waived or not.
        silent: How many answers say that something is unknown or does not apply, by norm, sentence and lack.
        counts: How many answers of each verdict, by norm.
        subjects: How many subjects, by norm.
    """

    hearings: tuple[Hearing, ...]
    held: Layers[Subject, Answers] = attrs.field(factory=lambda: Layers[Subject, Answers]({}))
    loud: Layers[Subject, Answers] = attrs.field(factory=lambda: Layers[Subject, Answers]({}))
    silent: Counter[Silent] = attrs.field(factory=Counter[Silent])
    counts: Counter[tuple[int, Verdict]] = attrs.field(factory=Counter[tuple[int, Verdict]])
    subjects: Counter[int] = attrs.field(factory=Counter[int])

    def with_changes(self, changes: Iterable[tuple[Subject, Answers | None, Answers | None]]) -> Docket:
        """Give the docket in which subjects have other answers; ``None`` stands for no subject."""
        held: dict[Subject, Answers | None] = {}
        loud: dict[Subject, Answers | None] = {}
        silent, counts, subjects = self.silent.copy(), self.counts.copy(), self.subjects.copy()
        for subject, old, new in changes:
            number = subject[0]
            for answers, sign in ((old, -1), (new, 1)):
                if answers is not None:
                    subjects[number] += sign
                    for answer in answers:
                        counts[number, answer.verdict] += sign
                        if answer.verdict is not Verdict.MET and answer.verdict not in _LOUD:
                            silent[number, answer.verdict, _sentence(answer), answer.missing] += sign
            if new != MET or old not in {None, MET}:
                held[subject] = None if new == MET else new
            if is_loud(old) or is_loud(new):
                loud[subject] = new if is_loud(new) else None
        return attrs.evolve(
            self,
            held=self.held.edited(held),
            loud=self.loud.edited(loud),
            silent=silent,
            counts=counts,
            subjects=subjects,
        )

    def tallies(self, view: View) -> Iterator[Tally]:
        """Count the verdicts of each norm."""
        counts: Counter[tuple[str, Verdict]] = Counter()
        for (number, verdict), n in self.counts.items():
            counts[self.hearings[number].norm.code, verdict] += n
        for hearing in self._idle():
            counts[hearing.norm.code, hearing.empty(view).verdict] += 1
        for (code, verdict), n in sorted(counts.items()):
            if n:
                yield Tally(code, verdict, n)

    def findings(self, view: View) -> Iterator[Finding]:
        """Word what is not met: breaches one by one, the rest once for each thing that is missing."""
        for (number, subject), answers in self.loud.items():
            norm, table = self.hearings[number].norm, self.hearings[number].table
            for answer in answers:
                if answer.verdict in _LOUD:
                    yield _finding(norm, _worded(answer), subject, f"/{table}/{subject}")
        for (number, verdict, key, missing), n in self.silent.items():
            if n:
                yield _grouped(self.hearings[number].norm, verdict, key, missing, n)
        for hearing in self._idle():
            answer = hearing.empty(view)
            yield _grouped(hearing.norm, answer.verdict, _sentence(answer), answer.missing, 1)

    def _idle(self) -> Iterator[Hearing]:
        """Yield the hearings without a subject."""
        return (hearing for number, hearing in enumerate(self.hearings) if not self.subjects[number])


def filled(hearings: tuple[Hearing, ...], view: View, unclear: Container[str], inside: Territory | None) -> Docket:
    """Hear every norm on all its subjects."""

    def answered() -> Iterator[tuple[Subject, None, Answers]]:
        for number, hearing in enumerate(hearings):
            for row in subjects(hearing, view, inside):
                yield (number, row.id), None, hearing.answers(view, row, unclear)

    return Docket(hearings=hearings).with_changes(answered())


def subjects(hearing: Hearing, view: View, inside: Territory | None) -> Iterator[Row]:
    """Yield the rows that a norm speaks of."""
    rows = hearing.reading(view).select(hearing.norm.scope)
    return (row for row in rows if inside is None or row in inside)


def is_loud(answers: Answers | None) -> bool:
    """Tell whether answers hold a breach, waived or not."""
    return answers is not None and any(answer.verdict in _LOUD for answer in answers)


def _sentence(answer: Answer) -> str:
    """Give the sentence of what is unknown or does not apply; where an evaluator names none, nothing applies."""
    if answer.verdict is Verdict.UNKNOWN:
        return "norm.unknown"
    return "norm.empty" if answer.key == "norm.relation" else answer.key


def _grouped(norm: Norm, verdict: Verdict, key: str, missing: str, n: int) -> Finding:
    arguments = (("missing", _words(missing)), ("n", n))
    grouped = Answer(verdict=verdict, key=key, aspect=missing, arguments=arguments)
    return _finding(norm, grouped, "", "/recorded" if verdict is Verdict.UNKNOWN else "")


def _worded(answer: Answer) -> Answer:
    """Give the sentence what it names where an evaluator left that out."""
    if answer.key != "norm.relation" or "detail" in dict(answer.arguments):
        return answer
    return attrs.evolve(answer, arguments=(*answer.arguments, ("detail", "-")))


def _words(missing: str) -> Text:
    """Word the tables, columns and parameters that are missing."""
    terms = [term(name) for name in missing.split(", ")]
    return Text(zh="、".join(one.zh for one in terms), en=", ".join(one.en for one in terms))


def _finding(norm: Norm, answer: Answer, subject: str, path: str) -> Finding:
    return Finding(
        code=norm.code,
        subject=subject,
        aspect=answer.aspect,
        verdict=answer.verdict,
        severity=norm.modality.severity,
        path=path,
        key=answer.key,
        arguments=answer.arguments,
        text=norm.text,
        basis=norm.basis,
        measured=answer.measured,
        wanted=answer.wanted,
        unit=answer.unit,
    )
