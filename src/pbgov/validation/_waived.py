"""What is waived, with the reason: breaches of norms, and warnings of the structure."""

from __future__ import annotations

import attrs

from pbgov.base import Argument, Finding, Severity, Text, Verdict
from pbgov.model import View


def reason_for(view: View, code: str, subject: str) -> str | None:
    """Give the reason for which a breach of a subject is waived on the day, if it is."""
    found = [waiver for waiver in view.place.waivers.naming("subject", subject) if waiver.code == code]
    return next((waiver.reason for waiver in reversed(found) if view.counts(waiver)), None)


def with_waiver(view: View, fault: Finding) -> Finding:
    """Show a warning of the structure as waived where it is; an error is none that a reason could mend."""
    if fault.severity is not Severity.WARNING or not view.place.waivers:
        return fault
    reason = reason_for(view, fault.code, fault.subject)
    if reason is None:
        return fault
    arguments: tuple[tuple[str, Argument], ...] = (*fault.arguments, ("reason", reason))
    text = Text(zh=fault.message("zh"), en=fault.message("en"))
    return attrs.evolve(fault, verdict=Verdict.WAIVED, key="norm.waived", text=text, arguments=arguments)
