"""The pack of processes as somebody uses it who knows what the texts leave open."""

from __future__ import annotations

import attrs

from pbgov.packs import CASE, PROCESSES
from pbgov.rules import Dated, Overlay, Parameter, RulePack


def limited(name: str, value: int) -> RulePack:
    """The pack of processes, with a limit that no text gives supplied by its user."""
    wanted = PROCESSES[name]
    assert isinstance(wanted, Parameter)
    known = attrs.evolve(wanted, values=(Dated(value=value, basis=CASE.basis),))
    overlay = Overlay(id="limited", title=PROCESSES.title, basis=CASE.basis, replace=(known,))
    return PROCESSES.extend(overlay)
