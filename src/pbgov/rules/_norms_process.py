"""The norm on processes: what was done in them follows a lifecycle."""

from __future__ import annotations

import attrs

from pbgov.rules._lifecycle import Lifecycle
from pbgov.rules._norms import Payload


@attrs.frozen
class Follows(Payload):
    """What is on record of a process is a legal history of a lifecycle, and no limit of time was missed.

    A process whose row has ended must have come to an end of the lifecycle, and who is on record as accountable
    must be the one whom its acts made so.
    """

    lifecycle: Lifecycle

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the lifecycle."""
        return self.lifecycle.parameters()
