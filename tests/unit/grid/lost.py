"""A neighbourhood that ends the worker which unpacks it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import attrs

from pbgov.grid import Neighbourhood


@attrs.frozen(kw_only=True)
class Deadly(Neighbourhood):
    """A neighbourhood whose first unpickling ends the process; the file ``marker`` tells that it happened."""

    marker: str

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {name: getattr(self, name) for name in ("id", "community", "buildings", "edges", "marker")}
        return unpack, (fields,)


def unpack(fields: dict[str, Any]) -> Deadly:
    marker = Path(fields["marker"])
    if not marker.exists():
        marker.write_bytes(b"x")
        os._exit(1)
    return Deadly(**fields)
