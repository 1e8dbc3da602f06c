"""What a norm can say of a subject, and how strongly it binds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Verdict(StrEnum):
    """The five answers a norm gives about a subject."""

    MET = "met"
    BREACHED = "breached"
    WAIVED = "waived"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


def chosen(needed: int, verdicts: Sequence[Verdict]) -> Verdict:
    """Say whether so many of several things hold; what is UNKNOWN keeps the answer open only where it could change it.

    Examples:
        >>> chosen(1, [Verdict.MET, Verdict.UNKNOWN]).value, chosen(1, [Verdict.BREACHED, Verdict.UNKNOWN]).value
        ('met', 'unknown')
        >>> chosen(2, [Verdict.BREACHED, Verdict.UNKNOWN]).value
        'breached'
    """
    held, open_ = verdicts.count(Verdict.MET), verdicts.count(Verdict.UNKNOWN)
    if held >= needed:
        return Verdict.MET
    return Verdict.UNKNOWN if held + open_ >= needed else Verdict.BREACHED


class Severity(StrEnum):
    """How heavily a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Modality(StrEnum):
    """How strongly a norm binds: 必须 must, 原则上 in principle, 鼓励 encouraged, 可以 may."""

    MUST = "must"
    IN_PRINCIPLE = "in_principle"
    ENCOURAGED = "encouraged"
    MAY = "may"

    @property
    def severity(self) -> Severity:
        """The severity of a finding under this modality; a MAY is never breached."""
        if self is Modality.MUST:
            return Severity.ERROR
        return Severity.WARNING if self is Modality.IN_PRINCIPLE else Severity.INFO
