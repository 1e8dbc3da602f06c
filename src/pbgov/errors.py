"""Every exception this library raises on purpose, on one screen.

A message is bilingual, English first. What was wrong stands in ``culprits``, so that a program need not
read the sentence. Bad *data* is never an exception but a report; an exception says that the call was wrong,
or that the value asked for cannot exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pbgov.base import Crowding, Report
    from pbgov.grid import Certificate

__all__ = [
    "IllegalEventError",
    "InfeasibleError",
    "InvalidDocumentError",
    "InvalidValueError",
    "MissingExtraError",
    "NotAPartitionError",
    "PbgovError",
    "StructureError",
    "UnknownIdError",
]


class PbgovError(Exception):
    """Root of every error this library raises on purpose.

    Attributes:
        culprits: The identifiers or values that are wrong, in the order of the message.
    """

    def __init__(self, message: str, *culprits: object) -> None:
        """Keep the message and what it is about; both survive pickling."""
        super().__init__(message, *culprits)
        self.culprits = culprits

    def __str__(self) -> str:
        """Give the message alone."""
        return str(self.args[0])


class InvalidValueError(PbgovError, ValueError):
    """One value lies outside its meaning."""


class UnknownIdError(PbgovError, KeyError):
    """An identifier, a field or a parameter points at nothing."""


class StructureError(PbgovError, ValueError):
    """Sound parts that cannot stand together."""


class NotAPartitionError(StructureError):
    """Some buildings lie in no grid, or in more than one; ``culprits`` names them."""


class IllegalEventError(PbgovError):
    """An act that cannot happen in the present state."""


class MissingExtraError(PbgovError, ImportError):
    """A package that an optional extra brings along is not installed."""


class InfeasibleError(PbgovError):
    """No plan or allocation exists, or none was found; the certificate says which and why."""

    def __init__(self, message: str, certificate: Certificate | Crowding) -> None:
        """Carry the certificate."""
        super().__init__(message, certificate)
        self.certificate = certificate


class InvalidDocumentError(PbgovError, ValueError):
    """A document that holds no sound place; the report lists every problem."""

    def __init__(self, message: str, report: Report) -> None:
        """Carry the report."""
        super().__init__(message, report)
        self.report = report
